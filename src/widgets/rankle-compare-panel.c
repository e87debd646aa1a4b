/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-compare-panel.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-plot-painter.h"
#include "rankle-plot-style.h"

#define MIN_WIDTH   220
#define MIN_HEIGHT  150
#define SMALL_RANGE 40 /* [% of baseline] */

struct _RankleComparePanel
{
  GtkWidget         parent_instance;
  RankleComparison *comparison; /* Borrowed: the view's */
  char             *title;      /* (owned) */
  char             *names[2];   /* (owned): what stands at the lines */
  guint             columns[2];
  RankleTrajectory *runs[2];   /* (owned) (nullable): whose values the plot borrows */
  RankleModel      *models[2]; /* (owned): whose titles stand at the lines */
  double           *times;     /* (owned): the second run's, in the first's unit */
  RanklePlot        plot;
  RanklePlotTheme   theme;
  RanklePlotLayout  layout;
};

G_DEFINE_FINAL_TYPE (RankleComparePanel, rankle_compare_panel, GTK_TYPE_WIDGET)

/* ---- content ---- */

static RankleStudy *
get_study (RankleComparePanel *self, guint which)
{
  return which == 0 ? rankle_comparison_get_first (self->comparison)
                    : rankle_comparison_get_second (self->comparison);
}

static void
take_run (RankleComparePanel *self, guint which)
{
  RankleTrajectory *run = rankle_study_get_trajectory (get_study (self, which));

  g_clear_pointer (&self->runs[which], rankle_trajectory_unref);
  if (run != NULL && rankle_trajectory_get_model (run) == self->models[which])
    self->runs[which] = rankle_trajectory_ref (run);
}

static void
convert_times (RankleComparePanel *self)
{
  double factor = rankle_comparison_get_time_factor (self->comparison);
  guint  n = rankle_trajectory_get_n_times (self->runs[1]);

  g_free (self->times);
  self->times = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    self->times[i] = factor * rankle_trajectory_get_times (self->runs[1])[i];
}

/* In percent of the value without the scenario, at the start. */
static double
find_factor (RankleComparePanel *self, guint which)
{
  RankleTrajectory *baseline = rankle_study_get_baseline (get_study (self, which));
  RankleTrajectory *run = self->runs[which];
  double            at_start;

  if (baseline != NULL && rankle_trajectory_get_model (baseline) == self->models[which])
    run = baseline;
  at_start = rankle_trajectory_get_column (run, self->columns[which])[0];
  return fabs (at_start) > 0 ? 100 / at_start : (double)NAN;
}

static void
add_series (RankleComparePanel *self, guint which)
{
  RankleTrajectory *run = self->runs[which];

  if (run == NULL)
    return;
  if (which == 1)
    convert_times (self);
  self->plot.series[self->plot.n_series++] = (RanklePlotSeries){
    .label = self->names[which],
    .x = which == 0 ? rankle_trajectory_get_times (run) : self->times,
    .y = rankle_trajectory_get_column (run, self->columns[which]),
    .n = rankle_trajectory_get_n_times (run),
    .factor = find_factor (self, which),
  };
}

static void
update_description (RankleComparePanel *self)
{
  g_autofree char *text = rankle_compare_panel_dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/* From 0, unless all that happens is a few percent: bone. */
static void
settle_range (RanklePlot *plot)
{
  rankle_plot_find_range (plot, &plot->y_min, &plot->y_max);
  plot->include_zero = plot->y_max - plot->y_min > SMALL_RANGE;
  if (plot->include_zero)
    rankle_plot_find_range (plot, &plot->y_min, &plot->y_max);
}

void
rankle_compare_panel_update (RankleComparePanel *panel)
{
  RankleStudy *first = get_study (panel, 0);

  g_return_if_fail (RANKLE_IS_COMPARE_PANEL (panel));

  panel->plot = (RanklePlot){ .title = panel->title,
                              .unit = _ ("% of baseline"),
                              .kind = RANKLE_PLOT_LINES,
                              .time_unit = rankle_model_get_time_unit (panel->models[0]),
                              .x_max = rankle_study_get_horizon (first),
                              .reference = 100 };
  for (guint which = 0; which < 2; which++)
    {
      take_run (panel, which);
      add_series (panel, which);
    }
  settle_range (&panel->plot);
  update_description (panel);
  gtk_widget_queue_draw (GTK_WIDGET (panel));
}

char *
rankle_compare_panel_dup_description (RankleComparePanel *panel)
{
  GString *text = g_string_new (NULL);
  double   cursor = rankle_study_get_cursor (get_study (panel, 0));

  for (guint i = 0; i < panel->plot.n_series; i++)
    {
      g_autofree char *value = rankle_plot_dup_value (&panel->plot, i, cursor);

      g_string_append_printf (text, "%s%s %s %s", i > 0 ? ", " : "",
                              panel->plot.series[i].label, value, panel->plot.unit);
    }
  return g_string_free (text, FALSE);
}

/* ---- widget ---- */

static void
rankle_compare_panel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RankleComparePanel *self = RANKLE_COMPARE_PANEL (widget);
  int      width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  rankle_plot_layout_compute (&self->layout, &self->plot, &self->theme, width, height);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  rankle_plot_paint_back (cr, &self->plot, &self->layout, &self->theme);
  rankle_plot_paint_curves (cr, &self->plot, &self->layout, &self->theme);
  rankle_plot_paint_cursor (cr, &self->plot, &self->layout, &self->theme,
                            rankle_study_get_cursor (get_study (self, 0)), -1);
  cairo_destroy (cr);
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
  gtk_widget_queue_draw (widget);
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, RankleComparePanel *self)
{
  rankle_study_set_cursor (get_study (self, 0),
                           rankle_plot_layout_x_to_time (&self->layout, x));
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
    }
  g_free (self->names[0]);
  g_free (self->names[1]);
  g_free (self->times);
  g_free (self->title);
  G_OBJECT_CLASS (rankle_compare_panel_parent_class)->finalize (object);
}

static void
rankle_compare_panel_class_init (RankleComparePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rankle_compare_panel_finalize;
  widget_class->snapshot = rankle_compare_panel_snapshot;
  widget_class->measure = rankle_compare_panel_measure;
  widget_class->css_changed = rankle_compare_panel_css_changed;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rankle_compare_panel_init (RankleComparePanel *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* "Lemaire 2004: osteoblasts and osteoclasts" is Lemaire 2004 where room is short.
 * (transfer full) */
static char *
shorten (const char *title)
{
  return g_strndup (title, strcspn (title, ":"));
}

GtkWidget *
rankle_compare_panel_new (RankleComparison *comparison, const RankleQuantityPair *pair)
{
  RankleComparePanel *self = g_object_new (RANKLE_TYPE_COMPARE_PANEL, NULL);

  self->comparison = comparison;
  self->title = g_strdup (pair->label);
  self->columns[0] = pair->first;
  self->columns[1] = pair->second;
  for (guint which = 0; which < 2; which++)
    {
      self->models[which] =
          rankle_model_ref (rankle_study_get_model (get_study (self, which)));
      self->names[which] = shorten (rankle_model_get_title (self->models[which]));
    }
  g_signal_connect_object (get_study (self, 0), "notify::cursor", G_CALLBACK (cursor_cb),
                           self, G_CONNECT_SWAPPED);
  rankle_compare_panel_update (self);
  return GTK_WIDGET (self);
}
