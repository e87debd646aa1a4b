/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-compare-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-excursion.h"
#include "rankle-plot-cursor.h"
#include "rankle-plot-style.h"
#include "rankle-plot-surfaces.h"
#include "rankle-range-words.h"

#define MIN_WIDTH   260
#define MIN_HEIGHT  150
#define SMALL_RANGE 40 /* [% of baseline] */

struct _RankleComparePanel
{
  GtkWidget          parent_instance;
  RankleComparison  *comparison; /* Borrowed: the view's */
  char              *names[2];   /* (owned): what stands at the lines */
  RankleQuantityPair pair;       /* its words are the first model's */
  RankleTrajectory  *runs[2];    /* (owned) (nullable): whose values the plot borrows */
  RankleModel       *models[2];  /* (owned): whose titles stand at the lines */
  double            *times;      /* (owned): the second run's, in the first's unit */
  GArray            *beyond[2];  /* (owned) (nullable): double, in the first's unit */
  RanklePlot         plot;
  RanklePlotTheme    theme;
  RanklePlotSurfaces surfaces;
};

G_DEFINE_FINAL_TYPE (RankleComparePanel, rankle_compare_panel, GTK_TYPE_WIDGET)

/* ---- content ---- */

static RankleStudy *
get_study (RankleComparePanel *self)
{
  return rankle_comparison_get_study (self->comparison);
}

static void
take_run (RankleComparePanel *self, guint which)
{
  RankleTrajectory *run = rankle_comparison_get_run (self->comparison, which);

  g_assert (which < G_N_ELEMENTS (self->runs));

  g_clear_pointer (&self->runs[which], rankle_trajectory_unref);
  if (run != NULL && rankle_trajectory_get_model (run) == self->models[which])
    self->runs[which] = rankle_trajectory_ref (run);
}

static void
convert_times (RankleComparePanel *self)
{
  double factor = rankle_comparison_get_time_factor (self->comparison);
  guint  n = rankle_trajectory_get_n_times (self->runs[1]);

  g_assert (factor > 0);

  g_free (self->times);
  self->times = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    self->times[i] = factor * rankle_trajectory_get_times (self->runs[1])[i];
}

/* What is not to be read of a run, @factor: its times' in the first's unit. */
static void
find_beyond (RankleComparePanel *self, guint which, double factor)
{
  g_autoptr (GArray) excursions =
      rankle_excursions_find (self->runs[which], &self->pair.columns[which], 1);
  GArray *spans = rankle_excursions_merge (excursions);

  g_assert (factor > 0);

  for (guint i = 0; i < spans->len; i++)
    g_array_index (spans, double, i) *= factor;
  g_clear_pointer (&self->beyond[which], g_array_unref);
  self->beyond[which] = spans;
}

static void
add_series (RankleComparePanel *self, guint which)
{
  RankleTrajectory *run = self->runs[which];

  if (run == NULL)
    return;
  g_assert (rankle_trajectory_get_model (run) == self->models[which]);
  g_assert (self->plot.n_series < RANKLE_PLOT_MAX_SERIES);

  if (which == 1)
    convert_times (self);
  find_beyond (self, which,
               which == 0 ? 1 : rankle_comparison_get_time_factor (self->comparison));
  self->plot.series[self->plot.n_series++] = (RanklePlotSeries){
    .label = self->names[which],
    .x = which == 0 ? rankle_trajectory_get_times (run) : self->times,
    .y = rankle_trajectory_get_shown (run, self->pair.columns[which]),
    .n = rankle_trajectory_get_n_times (run),
    .factor = rankle_comparison_get_factor (self->comparison, &self->pair, which),
    .beyond = (const double *)(const void *)self->beyond[which]->data,
    .n_beyond = self->beyond[which]->len / 2,
  };
}

static void
update_description (RankleComparePanel *self)
{
  g_autofree char *text = rankle_compare_panel_dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->pair.label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

/* From 0, unless all that happens is a few percent of baseline: bone. */
static void
settle_range (RanklePlot *plot)
{
  rankle_plot_find_range (plot, &plot->y_min, &plot->y_max);
  plot->include_zero = isnan (plot->reference) || plot->y_max - plot->y_min > SMALL_RANGE;
  if (plot->include_zero)
    rankle_plot_find_range (plot, &plot->y_min, &plot->y_max);
}

static const char *
get_unit (RankleComparePanel *self)
{
  switch (self->pair.measure)
    {
    case RANKLE_PAIR_OF_BASELINE:
      return _ ("% of baseline");
    case RANKLE_PAIR_OF_PEAK:
      /* Translators: the unit of an axis: in percent of the highest value of a curve */
      /* xgettext:no-c-format */
      return _ ("% of highest");
    case RANKLE_PAIR_IN_UNIT:
    default:
      return self->pair.unit;
    }
}

static double
get_reference (RankleComparePanel *self)
{
  return self->pair.measure == RANKLE_PAIR_OF_BASELINE ? 100 : (double)NAN;
}

void
rankle_compare_panel_update (RankleComparePanel *panel)
{
  RankleStudy *first;

  g_return_if_fail (RANKLE_IS_COMPARE_PANEL (panel));

  first = get_study (panel);
  panel->plot = (RanklePlot){ .title = panel->pair.label,
                              .unit = get_unit (panel),
                              .kind = RANKLE_PLOT_LINES,
                              .time_unit = rankle_model_get_time_unit (panel->models[0]),
                              .x_max = rankle_study_get_horizon (first),
                              .reference = get_reference (panel),
                              .warning = _ ("Out of range") };
  for (guint which = 0; which < 2; which++)
    {
      take_run (panel, which);
      add_series (panel, which);
    }
  settle_range (&panel->plot);
  update_description (panel);
  rankle_plot_surfaces_drop (&panel->surfaces, GTK_WIDGET (panel));
}

/* Takes @text. */
static char *
add_beyond (RankleComparePanel *self, guint which, char *text)
{
  g_autofree char *old = text;
  g_autofree char *beyond = self->runs[which] == NULL
                                ? NULL
                                : rankle_range_of_columns_in_words (
                                      self->runs[which], &self->pair.columns[which], 1);

  if (beyond == NULL)
    return g_steal_pointer (&old);
  return g_strdup_printf ("%s. %s: %s", old, self->names[which], beyond);
}

char *
rankle_compare_panel_dup_description (RankleComparePanel *panel)
{
  char *text;

  g_return_val_if_fail (RANKLE_IS_COMPARE_PANEL (panel), NULL);

  text = rankle_plot_cursor_describe (get_study (panel), &panel->plot);
  for (guint which = 0; which < 2; which++)
    text = add_beyond (panel, which, text);
  return text;
}

/* ---- widget ---- */

static void
rankle_compare_panel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleComparePanel *self = RANKLE_COMPARE_PANEL (widget);

  rankle_plot_surfaces_snapshot (&self->surfaces, widget, snapshot, &self->plot,
                                 &self->theme, rankle_study_get_cursor (get_study (self)),
                                 -1);
}

static void
rankle_compare_panel_size_allocate (GtkWidget *widget,
                                    int        width,
                                    int        height,
                                    int        baseline)
{
  rankle_plot_surfaces_drop (&RANKLE_COMPARE_PANEL (widget)->surfaces, widget);
}

static void
rankle_compare_panel_measure (GtkWidget     *widget,
                              GtkOrientation orientation,
                              int            for_size,
                              int           *minimum,
                              int           *natural,
                              int           *minimum_baseline,
                              int           *natural_baseline)
{
  *minimum = *natural =
      orientation == GTK_ORIENTATION_HORIZONTAL ? MIN_WIDTH : MIN_HEIGHT;
}

static void
rankle_compare_panel_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rankle_compare_panel_parent_class)->css_changed (widget, change);
  rankle_plot_style_read (widget, &RANKLE_COMPARE_PANEL (widget)->theme);
  rankle_plot_surfaces_drop (&RANKLE_COMPARE_PANEL (widget)->surfaces, widget);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleComparePanel    *self)
{
  return rankle_plot_cursor_move (get_study (self), &self->plot, key, state);
}

static void
cursor_cb (RankleComparePanel *self)
{
  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
rankle_compare_panel_finalize (GObject *object)
{
  RankleComparePanel *self = RANKLE_COMPARE_PANEL (object);

  for (guint which = 0; which < 2; which++)
    {
      g_clear_pointer (&self->runs[which], rankle_trajectory_unref);
      g_clear_pointer (&self->models[which], rankle_model_unref);
      g_clear_pointer (&self->beyond[which], g_array_unref);
    }
  rankle_plot_surfaces_clear (&self->surfaces);
  g_free (self->names[0]);
  g_free (self->names[1]);
  g_free (self->times);
  G_OBJECT_CLASS (rankle_compare_panel_parent_class)->finalize (object);
}

static void
rankle_compare_panel_class_init (RankleComparePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rankle_compare_panel_finalize;
  widget_class->snapshot = rankle_compare_panel_snapshot;
  widget_class->size_allocate = rankle_compare_panel_size_allocate;
  widget_class->measure = rankle_compare_panel_measure;
  widget_class->css_changed = rankle_compare_panel_css_changed;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rankle_compare_panel_init (RankleComparePanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

GtkWidget *
rankle_compare_panel_new (RankleComparison *comparison, const RankleQuantityPair *pair)
{
  RankleComparePanel *self;

  g_return_val_if_fail (RANKLE_IS_COMPARISON (comparison) && pair != NULL, NULL);

  self = g_object_new (RANKLE_TYPE_COMPARE_PANEL, NULL);
  self->comparison = comparison;
  self->pair = *pair;
  for (guint which = 0; which < 2; which++)
    {
      self->models[which] =
          rankle_model_ref (rankle_comparison_get_model (comparison, which));
      self->names[which] = rankle_comparison_dup_name (self->models[which]);
    }
  g_signal_connect_object (get_study (self), "notify::cursor", G_CALLBACK (cursor_cb),
                           self, G_CONNECT_SWAPPED);
  rankle_plot_cursor_add_drag (GTK_WIDGET (self), get_study (self),
                               &self->surfaces.layout);
  rankle_compare_panel_update (self);
  return GTK_WIDGET (self);
}
