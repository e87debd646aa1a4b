/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-panel.h"

#include <math.h>
#include <string.h>

#include "rankle-plot-cursor.h"
#include "rankle-plot-panel-private.h"
#include "rankle-plot-style.h"
#include "rankle-range-words.h"

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
                                  self->panel->title, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text, -1);
}

void
rankle_plot_panel_update (RanklePlotPanel *panel, gboolean show_ghost, gboolean hold)
{
  RankleTrajectory *trajectory, *baseline;
  gboolean          same_back;
  gboolean          was_stopped;
  double            stopped;

  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  trajectory = rankle_study_get_trajectory (panel->study);
  baseline = rankle_study_get_baseline (panel->study);
  /* The study has gone on to another model, and panels of that are on their way. */
  if (rankle_study_get_model (panel->study) != panel->model)
    return;
  /* A run of the model before: its columns are not these. */
  if (trajectory != NULL &&
      rankle_trajectory_get_model (trajectory) != rankle_study_get_model (panel->study))
    trajectory = NULL;
  if (baseline != NULL &&
      rankle_trajectory_get_model (baseline) != rankle_study_get_model (panel->study))
    baseline = NULL;
  same_back = hold && baseline == panel->baseline && show_ghost == panel->plot.show_ghost;
  if (trajectory != NULL)
    rankle_trajectory_ref (trajectory);
  if (baseline != NULL)
    rankle_trajectory_ref (baseline);
  g_clear_pointer (&panel->trajectory, rankle_trajectory_unref);
  g_clear_pointer (&panel->baseline, rankle_trajectory_unref);
  panel->trajectory = trajectory;
  panel->baseline = baseline;
  was_stopped = panel->plot.is_stopped;
  stopped = panel->plot.stopped;
  _rankle_plot_panel_fill (panel, show_ghost);
  same_back &= !_rankle_plot_panel_fill_marks (panel);
  same_back &= !_rankle_plot_panel_fill_beyond (panel);
  same_back &= was_stopped == panel->plot.is_stopped &&
               !(was_stopped && fabs (panel->plot.stopped - stopped) > 0);
  same_back &= !_rankle_plot_panel_settle_range (panel, hold);
  drop_surfaces (panel, !same_back);
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
  _rankle_plot_panel_fill_times (panel);
  _rankle_plot_panel_settle_range (panel, FALSE);
  drop_surfaces (panel, TRUE);
}

char *
rankle_plot_panel_dup_description (RanklePlotPanel *panel)
{
  g_autofree char *values = NULL, *points = NULL, *beyond = NULL;

  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), NULL);

  values = rankle_plot_cursor_describe (panel->study, &panel->plot);
  points = rankle_plot_findings_describe (&panel->findings);
  if (panel->trajectory != NULL)
    beyond = rankle_range_of_columns_in_words (panel->trajectory, panel->panel->columns,
                                               panel->panel->n_columns);
  return g_strconcat (values, beyond != NULL ? ". " : "", beyond != NULL ? beyond : "",
                      points, NULL);
}

double
rankle_plot_panel_measure_labels (RanklePlotPanel *panel)
{
  g_return_val_if_fail (RANKLE_IS_PLOT_PANEL (panel), 0);

  return rankle_plot_measure_labels (&panel->plot, &panel->theme);
}

void
rankle_plot_panel_set_label_room (RanklePlotPanel *panel, double room)
{
  g_return_if_fail (RANKLE_IS_PLOT_PANEL (panel));

  if (!(fabs (room - panel->plot.label_room) > 0))
    return;
  panel->plot.label_room = room;
  drop_surfaces (panel, TRUE);
}

/* ---- painting ---- */

static void
rankle_plot_panel_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RanklePlotPanel *self = RANKLE_PLOT_PANEL (widget);

  rankle_plot_surfaces_snapshot (&self->surfaces, widget, snapshot, &self->plot,
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
  double from = self->plot.x_min, to = self->plot.x_max;
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
  int n = (int)self->plot.n_series;

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
  if (rankle_plot_cursor_move (self->study, &self->plot, key, state))
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
  int nearest = self->plot.n_series > 0
                    ? rankle_plot_find_nearest (&self->plot, time, value, reach)
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

  return rankle_plot_findings_dup_tip (&panel->findings, panel->study, &panel->plot,
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
  g_clear_pointer (&self->trajectory, rankle_trajectory_unref);
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
  g_clear_pointer (&self->model, rankle_model_unref);
  rankle_plot_findings_clear (&self->findings);
  g_free (self->marks);
  g_free (self->nothing);
  for (guint i = 0; i < G_N_ELEMENTS (self->beyond); i++)
    g_clear_pointer (&self->beyond[i], g_array_unref);
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
  rankle_plot_findings_init (&self->findings);
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
  self->model = rankle_model_ref (rankle_study_get_model (study));
  self->panel = rankle_model_get_panel (self->model, panel);
  self->plot.reference = NAN;
  rankle_plot_cursor_add_drag (GTK_WIDGET (self), study, &self->surfaces.layout);
  return GTK_WIDGET (self);
}
