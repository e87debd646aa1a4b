/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-panel.h"

#include <math.h>

#include "rankle-plot-cursor.h"
#include "rankle-plot-findings.h"
#include "rankle-plot-style.h"
#include "rankle-plot-surfaces.h"
#include "rankle-range-words.h"
#include "rankle-run-plot.h"

struct _RanklePlotPanel
{
  GtkWidget          parent_instance;
  RankleStudy       *study; /* Borrowed: the view's */
  RankleRunPlot      shown; /* (owned) */
  RanklePlotTheme    theme;
  RanklePlotSurfaces surfaces;
  double             view_from, view_to;
  int                selected; /* series, or -1 */
};

G_DEFINE_FINAL_TYPE (RanklePlotPanel, rankle_plot_panel, GTK_TYPE_WIDGET)

/* ---- content ---- */

static void
drop_surfaces (RanklePlotPanel *self, gboolean back)
{
  rankle_plot_surfaces_drop (&self->surfaces, GTK_WIDGET (self), back);
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

/* TRUE: what stands behind the curves is as it was. */
static gboolean
take_content (RanklePlotPanel *self, gboolean show_ghost, gboolean hold)
{
  const RanklePlot     old = self->shown.plot;
  RankleTrajectory    *old_baseline = self->shown.baseline;
  guint                n_findings, n_doses;
  const RankleFinding *findings = rankle_study_get_findings (self->study, &n_findings);
  const double        *doses = rankle_study_get_dose_times (self->study, &n_doses);
  const RanklePlot    *plot = &self->shown.plot;
  gboolean             same;

  rankle_run_plot_take_runs (&self->shown, rankle_study_get_trajectory (self->study),
                             rankle_study_get_baseline (self->study));
  rankle_run_plot_take_findings (&self->shown, findings, n_findings);
  take_times (self);
  self->shown.plot.show_ghost = show_ghost;
  same = hold && self->shown.baseline == old_baseline && show_ghost == old.show_ghost;
  same &= !rankle_run_plot_take_marks (&self->shown, doses, n_doses);
  same &= !rankle_run_plot_take_beyond (&self->shown);
  same &= old.is_stopped == plot->is_stopped &&
          !(old.is_stopped && fabs (plot->stopped - old.stopped) > 0);
  same &= !rankle_run_plot_settle_range (&self->shown, hold);
  return same;
}

void
rankle_plot_panel_update (RanklePlotPanel *panel, gboolean show_ghost, gboolean hold)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  /* The study has gone on to another model, and panels of that are on their way. */
  if (rankle_study_get_model (panel->study) != panel->shown.model)
    return;
  drop_surfaces (panel, !take_content (panel, show_ghost, hold));
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
  drop_surfaces (panel, TRUE);
}

char *
rankle_plot_panel_dup_description (RanklePlotPanel *panel)
{
  g_autofree char *values = NULL, *points = NULL, *beyond = NULL;

  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), NULL);

  values = rankle_plot_cursor_describe (panel->study, &panel->shown.plot);
  points = rankle_plot_findings_describe (&panel->shown);
  if (panel->shown.run != NULL)
    beyond = rankle_range_of_columns_in_words (
        panel->shown.run, panel->shown.panel->columns, panel->shown.panel->n_columns);
  return g_strconcat (values, beyond != NULL ? ". " : "", beyond != NULL ? beyond : "",
                      points, NULL);
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
  drop_surfaces (panel, TRUE);
}

/* ---- painting ---- */

static void
rankle_plot_panel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RanklePlotPanel *self = RANKLE_PLOT_PANEL (widget);

  rankle_plot_surfaces_snapshot (&self->surfaces, widget, snapshot, &self->shown.plot,
                                 &self->theme, rankle_study_get_cursor (self->study),
                                 self->selected);
}

static void
rankle_plot_panel_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  RanklePlotPanel *self = RANKLE_PLOT_PANEL (widget);

  GTK_WIDGET_CLASS (rankle_plot_panel_parent_class)->css_changed (widget, change);
  rankle_plot_style_read (widget, &self->theme);
  drop_surfaces (self, TRUE);
}

static void
rankle_plot_panel_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  drop_surfaces (RANKLE_PLOT_PANEL (widget), TRUE);
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

  *minimum = wide ? 200 : 132;
  *natural = wide ? 320 : 190;
  *minimum_baseline = *natural_baseline = -1;
}

/* ---- pointer and keys ---- */

/* Keeps the view within the run; all of it when it would be wider. */
static void
ask_for_view (RanklePlotPanel *self, double from, double to)
{
  double horizon = rankle_study_get_horizon (self->study);
  double range = to - from;

  g_assert (range >= 0);

  if (range >= horizon)
    from = to = 0;
  else if (from < 0)
    from = 0, to = range;
  else if (to > horizon)
    from = horizon - range, to = horizon;
  rankle_study_set_zoom (self->study, from, to);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, RanklePlotPanel *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double from = self->shown.plot.x_min, to = self->shown.plot.x_max;
  double zoom = pow (1.2, dy);
  double at = rankle_study_get_cursor (self->study);

  /* Plain scrolling belongs to the list of panels. */
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && fabs (dx) <= 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      at = CLAMP (at, from, to);
      if ((to - from) * zoom < 1e-4 * rankle_study_get_horizon (self->study))
        return TRUE;
      ask_for_view (self, at - (at - from) * zoom, at + (to - at) * zoom);
    }
  else
    ask_for_view (self, from + 0.1 * (dx + dy) * (to - from),
                  to + 0.1 * (dx + dy) * (to - from));
  return TRUE;
}

static void
select_series (RanklePlotPanel *self, int by)
{
  int n = (int)self->shown.plot.n_series;

  if (n == 0)
    return;
  self->selected = CLAMP (self->selected + by, -1, n - 1);
  g_assert (self->selected >= -1 && self->selected < n);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RanklePlotPanel       *self)
{
  if (rankle_plot_cursor_move (self->study, &self->shown.plot, key, state))
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
  int nearest = self->shown.plot.n_series > 0
                    ? rankle_plot_find_nearest (&self->shown.plot, time, value, reach)
                    : -1;

  if (nearest != self->selected)
    {
      self->selected = nearest;
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
}

static void
leave_cb (GtkEventControllerMotion *motion, RanklePlotPanel *self)
{
  self->selected = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
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
add_controllers (RanklePlotPanel *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

/* ---- object ---- */

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

  G_OBJECT_CLASS (klass)->finalize = rankle_plot_panel_finalize;
  widget_class->snapshot = rankle_plot_panel_snapshot;
  widget_class->css_changed = rankle_plot_panel_css_changed;
  widget_class->size_allocate = rankle_plot_panel_size_allocate;
  widget_class->measure = rankle_plot_panel_measure;
  gtk_widget_class_set_css_name (widget_class, "plot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rankle_plot_panel_init (RanklePlotPanel *self)
{
  self->selected = -1;
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  rankle_plot_style_read (GTK_WIDGET (self), &self->theme);
  add_controllers (self);
}

GtkWidget *
rankle_plot_panel_new (RankleStudy *study, guint panel)
{
  RanklePlotPanel *self;

  g_return_val_if_fail (RANKLE_IS_STUDY (study), NULL);

  self = g_object_new (RANKLE_TYPE_PLOT_PANEL, NULL);
  self->study = study;
  rankle_run_plot_init (&self->shown, rankle_study_get_model (study), panel);
  rankle_plot_cursor_add_drag (GTK_WIDGET (self), study, &self->surfaces.layout);
  return GTK_WIDGET (self);
}
