/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-panel.h"

#include <math.h>

#include "rankle-curve-words.h"
#include "rankle-phase-drag.h"
#include "rankle-plot-actions.h"
#include "rankle-plot-cursor.h"
#include "rankle-plot-findings.h"
#include "rankle-plot-pencil.h"
#include "rankle-plot-style.h"
#include "rankle-plot-surfaces.h"
#include "rankle-plot-zoom.h"
#include "rankle-range-words.h"
#include "rankle-run-plot.h"

/* [px] */
#define BUTTON_GAP 3

/* In sizes of the letters: what is needed to read a plot, and what is good. */
#define LEAST_WIDTH  13.6
#define USUAL_WIDTH  22.0
#define LEAST_HEIGHT 9.0
#define USUAL_HEIGHT 13.0

struct _RanklePlotPanel
{
  GtkWidget          parent_instance;
  RankleStudy       *study;     /* Borrowed: the view's */
  RankleSpotlight   *spotlight; /* Borrowed (nullable): the view's */
  RankleRunPlot      shown;     /* (owned) */
  RanklePlotTheme    theme;
  RanklePlotSurfaces surfaces;
  double             view_from, view_to, until;
  int                selected; /* series, or -1 */
  GtkWidget         *button;   /* Borrowed: a child, in the corner */
  gboolean by_keys; /* it was selected by the keyboard: a passing pointer is not told */
};

enum
{
  SKETCHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RanklePlotPanel, rankle_plot_panel, GTK_TYPE_WIDGET)

/* ---- content ---- */

static void
drop_surfaces (RanklePlotPanel *self)
{
  rankle_plot_surfaces_drop (&self->surfaces, GTK_WIDGET (self));
}

static void
update_description (RanklePlotPanel *self)
{
  g_autofree char *text = rankle_plot_panel_dup_description (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->shown.plot.title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
take_times (RanklePlotPanel *self)
{
  rankle_run_plot_take_times (&self->shown, self->view_from, self->view_to,
                              rankle_study_get_horizon (self->study));
}

static void
choose_axis (RanklePlotPanel *self)
{
  const RanklePanel *panel = self->shown.panel;

  rankle_run_plot_set_logarithmic (
      &self->shown,
      rankle_plot_looks_get_logarithmic (rankle_study_get_plot_looks (self->study),
                                         panel->id, panel->log_scale));
}

/* The axis is of the same kind: it may be held. */
static gboolean
has_axis_of (const RanklePlot *plot, const RanklePlot *old)
{
  return old->unit == plot->unit /* of differences, or of values */
         && old->logarithmic == plot->logarithmic;
}

/* TRUE: what stands behind the curves is as it was. */
static gboolean
take_content (RanklePlotPanel *self, gboolean show_ghost, gboolean hold)
{
  const RanklePlot        old = self->shown.plot;
  RankleTrajectory       *old_baseline = self->shown.baseline;
  guint                   n_findings, n_doses;
  const RankleFinding    *findings = rankle_study_get_findings (self->study, &n_findings);
  const double           *doses = rankle_study_get_dose_times (self->study, &n_doses);
  const RanklePlot       *plot = &self->shown.plot;
  guint                   n_kept;
  const RankleKeptResult *kept = rankle_study_get_kept (self->study, &n_kept);
  guint                   n_own;
  const RankleOwnPoint   *own = rankle_study_get_own_points (self->study, &n_own);
  gboolean                same, other_kept;

  rankle_run_plot_set_difference (
      &self->shown,
      rankle_session_get_difference (rankle_study_get_session (self->study)));
  choose_axis (self);
  rankle_run_plot_set_until (&self->shown, self->until);
  rankle_run_plot_take_runs (&self->shown, rankle_study_get_trajectory (self->study),
                             rankle_study_get_baseline (self->study));
  other_kept = rankle_run_plot_take_kept (&self->shown, kept, n_kept);
  rankle_run_plot_take_findings (&self->shown, findings,
                                 isfinite (self->until) ? 0 : n_findings);
  rankle_run_plot_take_own_points (&self->shown, own, isfinite (self->until) ? 0 : n_own);
  rankle_run_plot_take_marks (&self->shown, doses, n_doses);
  take_times (self);
  self->shown.plot.show_ghost = show_ghost;
  same = hold && self->shown.baseline == old_baseline && show_ghost == old.show_ghost;
  same &= !other_kept;
  same &= !rankle_run_plot_take_beyond (&self->shown);
  same &= has_axis_of (plot, &old);
  same &= old.is_stopped == plot->is_stopped &&
          !(old.is_stopped && fabs (plot->stopped - old.stopped) > 0);
  same &= !rankle_run_plot_settle_range (&self->shown, hold && has_axis_of (plot, &old));
  return same;
}

void
rankle_plot_panel_update (RanklePlotPanel *panel, gboolean show_ghost, gboolean hold)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  /* The study has gone on to another model, and panels of that are on their way. */
  if (rankle_study_get_model (panel->study) != panel->shown.model)
    return;
  if (take_content (panel, show_ghost, hold))
    rankle_plot_surfaces_update (&panel->surfaces, GTK_WIDGET (panel), &panel->shown.plot,
                                 &panel->theme);
  else
    drop_surfaces (panel);
  rankle_plot_actions_update (GTK_WIDGET (panel));
  update_description (panel);
}

void
rankle_plot_panel_update_cursor (RanklePlotPanel *panel)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  gtk_widget_queue_draw (GTK_WIDGET (panel));
  update_description (panel);
}

void
rankle_plot_panel_set_view (RanklePlotPanel *panel, double from, double to)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  panel->view_from = from;
  panel->view_to = to;
  take_times (panel);
  rankle_run_plot_settle_range (&panel->shown, FALSE);
  drop_surfaces (panel);
}

void
rankle_plot_panel_set_until (RanklePlotPanel *panel, double until)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel) && !isnan (until));

  panel->until = until;
}

void
rankle_plot_panel_set_sketch (RanklePlotPanel  *panel,
                              RanklePlotSketch *sketch,
                              gboolean          open)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  rankle_plot_pencil_set (GTK_WIDGET (panel), sketch, open);
  rankle_run_plot_set_room (&panel->shown, sketch != NULL ? sketch->low : NAN,
                            sketch != NULL ? sketch->high : NAN);
  rankle_run_plot_settle_range (&panel->shown, FALSE);
  drop_surfaces (panel);
  update_description (panel);
}

/* (transfer full): of the curve that is selected: at which point of it the cursor is, and
 * what it does in all the run. NULL: none is. */
static char *
describe_selected (RanklePlotPanel *self)
{
  const RanklePlot *plot = &self->shown.plot;
  RanklePlotFeature feature;
  g_autofree char  *shape = NULL, *here = NULL;

  if (!self->by_keys || self->selected < 0 || (guint)self->selected >= plot->n_series)
    return NULL;
  shape = rankle_curve_shape_in_words (plot, (guint)self->selected);
  if (!rankle_plot_find_feature_at (plot, (guint)self->selected,
                                    rankle_study_get_cursor (self->study), &feature))
    return g_steal_pointer (&shape);
  here = rankle_curve_feature_in_words (plot, (guint)self->selected, &feature);
  return g_strdup_printf ("%s. %s", here, shape);
}

/* (transfer full) */
static char *
describe_sketch (RanklePlotPanel *self)
{
  const RanklePlotSketch *sketch = rankle_plot_pencil_get (GTK_WIDGET (self));
  g_autofree char        *words = NULL;

  if (sketch == NULL)
    return g_strdup ("");
  words = rankle_plot_sketch_in_words (sketch, &self->shown.plot);
  return g_strconcat (words, ". ", NULL);
}

char *
rankle_plot_panel_dup_description (RanklePlotPanel *panel)
{
  g_autofree char *values = NULL, *points = NULL, *beyond = NULL, *kept = NULL;
  g_autofree char *selected = NULL, *sketched = NULL;

  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), NULL);

  selected = describe_selected (panel);
  sketched = describe_sketch (panel);
  values = rankle_plot_cursor_describe (panel->study, &panel->shown.plot);
  points = rankle_plot_findings_describe (&panel->shown);
  kept = rankle_plot_kept_describe (&panel->shown);
  if (panel->shown.run != NULL)
    beyond = rankle_range_of_columns_in_words (
        panel->shown.run, panel->shown.panel->columns, panel->shown.panel->n_columns);
  return g_strconcat (sketched, selected != NULL ? selected : "",
                      selected != NULL ? " " : "", values, beyond != NULL ? ". " : "",
                      beyond != NULL ? beyond : "", points, kept, NULL);
}

double
rankle_plot_panel_measure_labels (RanklePlotPanel *panel)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), 0);

  return rankle_plot_measure_labels (&panel->shown.plot, &panel->theme);
}

void
rankle_plot_panel_set_label_room (RanklePlotPanel *panel, double room)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  if (!(fabs (room - panel->shown.plot.label_room) > 0))
    return;
  panel->shown.plot.label_room = room;
  drop_surfaces (panel);
}

/* ---- what is pointed at ---- */

static const char *
get_column_id (RanklePlotPanel *self, guint series)
{
  return rankle_model_get_column (self->shown.model, self->shown.panel->columns[series])
      ->id;
}

static void
set_selected (RanklePlotPanel *self, int series)
{
  self->by_keys &= series >= 0;
  if (self->selected == series)
    return;
  self->selected = series;
  if (self->spotlight != NULL)
    rankle_spotlight_light (
        self->spotlight, series < 0 ? NULL : get_column_id (self, (guint)series), self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The curve that is pointed at, here or elsewhere, or -1. */
static int
find_lit (RanklePlotPanel *self)
{
  const char *column = self->selected >= 0 || self->spotlight == NULL
                           ? NULL
                           : rankle_spotlight_get_from_others (self->spotlight, self);

  for (guint i = 0; column != NULL && i < self->shown.plot.n_series; i++)
    if (g_str_equal (get_column_id (self, i), column))
      return (int)i;
  return self->selected;
}

void
rankle_plot_panel_set_spotlight (RanklePlotPanel *panel, RankleSpotlight *spotlight)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel) && RANKLE_IS_SPOTLIGHT (spotlight));

  panel->spotlight = spotlight;
  g_signal_connect_object (spotlight, "changed", G_CALLBACK (gtk_widget_queue_draw),
                           panel, G_CONNECT_SWAPPED);
}

/* ---- painting ---- */

static void
paint_sketch (RanklePlotPanel *self, GtkSnapshot *snapshot)
{
  GtkWidget              *widget = GTK_WIDGET (self);
  const RanklePlotSketch *sketch = rankle_plot_pencil_get (widget);
  cairo_t                *cr;

  if (sketch == NULL || gtk_widget_get_width (widget) <= 0)
    return;
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                     gtk_widget_get_height (widget)));
  rankle_plot_sketch_paint (cr, sketch, &self->surfaces.layout, &self->theme);
  cairo_destroy (cr);
}

static void
rankle_plot_panel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RanklePlotPanel *self = RANKLE_PLOT_PANEL (widget);

  rankle_plot_surfaces_snapshot (&self->surfaces, widget, snapshot, &self->shown.plot,
                                 &self->theme, rankle_study_get_cursor (self->study),
                                 find_lit (self));
  paint_sketch (self, snapshot);
  gtk_widget_snapshot_child (widget, self->button, snapshot);
}

static void
rankle_plot_panel_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RanklePlotPanel *self = RANKLE_PLOT_PANEL (widget);

  GTK_WIDGET_CLASS (rankle_plot_panel_parent_class)->css_changed (widget, change);
  rankle_plot_style_read (widget, &self->theme);
  drop_surfaces (self);
}

/* In the corner, where the title's line ends. */
static void
place_button (GtkWidget *button, int width)
{
  GtkRequisition size;
  GtkAllocation  place;

  gtk_widget_get_preferred_size (button, &size, NULL);
  place = (GtkAllocation){ .x = width - size.width - BUTTON_GAP,
                           .y = BUTTON_GAP,
                           .width = size.width,
                           .height = size.height };
  gtk_widget_size_allocate (button, &place, -1);
}

static void
rankle_plot_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_surfaces (RANKLE_PLOT_PANEL (widget));
  place_button (RANKLE_PLOT_PANEL (widget)->button, width);
  rankle_plot_actions_place (widget);
}

static void
rankle_plot_panel_measure (GtkWidget     *widget,
                           GtkOrientation orientation,
                           int            for_size,
                           int           *minimum,
                           int           *natural,
                           int           *minimum_baseline,
                           int           *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_HORIZONTAL;
  double   em = rankle_plot_style_get_font_size (widget);

  *minimum = (int)lround (em * (wide ? LEAST_WIDTH : LEAST_HEIGHT));
  *natural = (int)lround (em * (wide ? USUAL_WIDTH : USUAL_HEIGHT));
  *minimum_baseline = *natural_baseline = -1;
}

/* ---- pointer and keys ---- */

static void
select_series (RanklePlotPanel *self, int by)
{
  int n = (int)self->shown.plot.n_series;

  if (n == 0 || self->shown.plot.kind == RANKLE_PLOT_PHASE)
    return;
  self->by_keys = TRUE;
  set_selected (self, CLAMP (self->selected + by, -1, n - 1));
  g_assert (self->selected >= -1 && self->selected < n);
  update_description (self);
}

/* To the next peak, nadir, crossing or end of the curve that is selected, or else of the
 * first. */
static gboolean
jump (RanklePlotPanel *self, guint key, GdkModifierType state)
{
  if ((state & GDK_CONTROL_MASK) == 0 || (state & GDK_ALT_MASK) != 0 ||
      (key != GDK_KEY_Left && key != GDK_KEY_Right))
    return FALSE;
  if (self->selected < 0)
    select_series (self, 1);
  if (self->selected >= 0)
    rankle_plot_cursor_jump (self->study, &self->shown.plot, (guint)self->selected,
                             key == GDK_KEY_Left);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RanklePlotPanel       *self)
{
  if (jump (self, key, state) ||
      rankle_plot_cursor_move (self->study, &self->shown.plot, key, state))
    return TRUE;
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Up:
      select_series (self, -1);
      return TRUE;
    case GDK_KEY_Down:
      select_series (self, 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, RanklePlotPanel *self)
{
  double time = rankle_plot_layout_x_to_time (&self->surfaces.layout, x);
  double value = rankle_plot_scale_unmap (&self->surfaces.layout.y, y);
  double reach =
      fabs (rankle_plot_scale_unmap (&self->surfaces.layout.y, y - 14) - value);
  int nearest =
      self->shown.plot.n_series > 0 && self->shown.plot.kind != RANKLE_PLOT_PHASE
          ? rankle_plot_find_nearest (&self->shown.plot, time, value, reach)
          : -1;

  self->by_keys &= nearest == self->selected;
  set_selected (self, nearest);
}

static void
leave_cb (GtkEventControllerMotion *motion, RanklePlotPanel *self)
{
  set_selected (self, -1);
}

const char *
rankle_plot_panel_get_id (RanklePlotPanel *panel)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), NULL);

  return panel->shown.panel->id;
}

const RanklePlot *
rankle_plot_panel_get_plot (RanklePlotPanel *panel)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), NULL);

  return &panel->shown.plot;
}

char *
rankle_plot_panel_dup_tip (RanklePlotPanel *panel, int x, int y, GdkRectangle *place)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), NULL);

  return rankle_plot_findings_dup_tip (&panel->shown, panel->study,
                                       &panel->surfaces.layout, x, y, place);
}

/* By keyboard the points are read in a list of their own. */
static gboolean
query_tooltip_cb (
    RanklePlotPanel *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  GdkRectangle     place;
  g_autofree char *tip = keyboard ? NULL : rankle_plot_panel_dup_tip (self, x, y, &place);

  if (tip == NULL)
    return FALSE;
  gtk_tooltip_set_text (tooltip, tip);
  gtk_tooltip_set_tip_area (tooltip, &place);
  return TRUE;
}

static void
sketched_cb (RanklePlotPanel *self)
{
  update_description (self);
}

static void
add_controllers (RanklePlotPanel *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

gboolean
rankle_plot_panel_is_title (RanklePlotPanel *panel, double y)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), FALSE);

  return rankle_plot_layout_is_title (&panel->surfaces.layout, y);
}

/* ---- object ---- */

static void
rankle_plot_panel_dispose (GObject *object)
{
  RanklePlotPanel *self = RANKLE_PLOT_PANEL (object);

  rankle_plot_actions_remove (GTK_WIDGET (self));
  self->button = NULL;
  G_OBJECT_CLASS (rankle_plot_panel_parent_class)->dispose (object);
}

static void
rankle_plot_panel_finalize (GObject *object)
{
  RanklePlotPanel *self = RANKLE_PLOT_PANEL (object);

  rankle_plot_surfaces_clear (&self->surfaces);
  rankle_run_plot_clear (&self->shown);
  G_OBJECT_CLASS (rankle_plot_panel_parent_class)->finalize (object);
}

static void
rankle_plot_panel_class_init (RanklePlotPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rankle_plot_panel_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_plot_panel_finalize;
  widget_class->snapshot = rankle_plot_panel_snapshot;
  widget_class->css_changed = rankle_plot_panel_css_changed;
  widget_class->size_allocate = rankle_plot_panel_size_allocate;
  widget_class->measure = rankle_plot_panel_measure;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  signals[SKETCHED] = g_signal_new ("sketched", RANKLE_TYPE_PLOT_PANEL, G_SIGNAL_RUN_LAST,
                                    0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rankle_plot_panel_init (RanklePlotPanel *self)
{
  self->selected = -1;
  self->until = INFINITY;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  rankle_plot_style_read (GTK_WIDGET (self), &self->theme);
  rankle_plot_pencil_add (GTK_WIDGET (self), &self->surfaces.layout);
  g_signal_connect (self, "sketched", G_CALLBACK (sketched_cb), NULL);
  add_controllers (self);
}

/* Where time is an axis, and where it is along a track. */
static void
add_time (RanklePlotPanel *self)
{
  if (self->shown.plot.kind == RANKLE_PLOT_PHASE)
    {
      rankle_phase_drag_add (GTK_WIDGET (self), self->study, &self->shown.plot,
                             &self->theme);
      return;
    }
  rankle_plot_cursor_add_drag (GTK_WIDGET (self), self->study, &self->surfaces.layout);
  rankle_plot_zoom_add (GTK_WIDGET (self), self->study, &self->surfaces.layout);
}

GtkWidget *
rankle_plot_panel_new (RankleStudy *study, RankleShownPanel *panel)
{
  RanklePlotPanel *self;

  g_return_val_if_fail (RANKLE_IS_STUDY (study) && panel != NULL, NULL);

  self = g_object_new (RANKLE_TYPE_PLOT_PANEL, NULL);
  self->study = study;
  rankle_run_plot_init_panel (&self->shown, rankle_study_get_model (study), panel);
  add_time (self);
  self->button = rankle_plot_actions_add (GTK_WIDGET (self), study, &self->shown);
  return GTK_WIDGET (self);
}
