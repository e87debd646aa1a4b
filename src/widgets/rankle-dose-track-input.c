/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-magnets.h"
#include "rankle-dose-track-private.h"
#include "rankle-switch-menu.h"

#define THRESHOLD     5.0 /* [px] before it is told which way */
#define MAGNET        6.0 /* [px] */
#define PIXELS_A_STEP 6.0 /* of an amount */
#define AMOUNT_MAGNET 4.0 /* [px]: less than a step, so that each can be reached */

/* ---- drag ---- */

/* How much time @pixels are. */
static double
get_reach (RankleDoseTrack *self, double pixels)
{
  return fabs (rankle_track_x_to_time (&self->layout, self->layout.left + pixels) -
               rankle_track_x_to_time (&self->layout, self->layout.left));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, RankleDoseTrack *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  int handle;

  if (self->lanes == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  handle = rankle_track_find_mark (&self->layout, &self->track, x, y);
  _rankle_dose_track_select (self, handle);
  self->start_x = x;
  self->whole = (state & GDK_SHIFT_MASK) != 0;
  self->drag = handle < 0 ? RANKLE_DRAG_CURSOR : RANKLE_DRAG_HANDLE;
  if (handle < 0 && x >= self->layout.left)
    rankle_study_set_cursor (self->study, rankle_track_x_to_time (&self->layout, x));
}

/* It has left its place: from now on it is a change. */
static void
begin_change (RankleDoseTrack *self, double dx, double dy)
{
  const RankleHandle *handle =
      rankle_lanes_get_handle (self->lanes, (guint)self->selected);
  const RankleLane *lane = rankle_lanes_get (self->lanes, handle->lane);

  self->drag = fabs (dx) >= fabs (dy) || lane->kind == RANKLE_LANE_MOMENT
                   ? RANKLE_DRAG_TIME
                   : RANKLE_DRAG_AMOUNT;
  self->from = rankle_lanes_new (rankle_study_get_scenario (self->study),
                                 rankle_study_get_model (self->study));
  self->from_handle = (guint)self->selected;
  self->change = rankle_study_begin_change (self->study, lane->label);
  g_signal_emit_by_name (self, "dragging", TRUE);
}

static void
drag_time (RankleDoseTrack *self, double x)
{
  const RankleHandle *handle = rankle_lanes_get_handle (self->from, self->from_handle);
  RankleMagnets       magnets;
  double              time;

  rankle_control_list_lane_magnets (self->from, handle->lane, (int)self->from_handle,
                                    &magnets);
  time = rankle_lanes_snap_time (self->from, &magnets,
                                 rankle_track_x_to_time (&self->layout, x),
                                 get_reach (self, MAGNET));
  if (self->whole)
    _rankle_dose_track_move_series (self, self->from, self->from_handle,
                                    time - handle->time);
  else
    _rankle_dose_track_put (self, self->from, self->from_handle, time, handle->amount,
                            handle->missed);
}

static void
drag_amount (RankleDoseTrack *self, double dy)
{
  const RankleHandle  *handle = rankle_lanes_get_handle (self->from, self->from_handle);
  const RankleControl *control = rankle_lanes_get (self->from, handle->lane)->control;
  RankleMagnets        magnets;
  double               steps = -dy / PIXELS_A_STEP, amount, reach = 0;

  rankle_control_list_lane_magnets (self->from, handle->lane, (int)self->from_handle,
                                    &magnets);
  if (control == NULL || control->scale == RANKLE_SCALE_LOG)
    steps = round (steps);
  else
    reach = AMOUNT_MAGNET / PIXELS_A_STEP * control->step;
  amount = _rankle_dose_track_step_amount (self, handle->lane, handle->amount, steps);
  _rankle_dose_track_put (self, self->from, self->from_handle, handle->time,
                          rankle_lanes_snap_amount (self->from, &magnets, amount, reach),
                          handle->missed);
}

static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, RankleDoseTrack *self)
{
  double x = self->start_x;

  if (self->lanes == NULL)
    return;
  if (self->drag == RANKLE_DRAG_CURSOR && x >= self->layout.left)
    rankle_study_set_cursor (self->study, rankle_track_x_to_time (&self->layout, x + dx));
  if (self->drag == RANKLE_DRAG_HANDLE && self->selected >= 0 &&
      fmax (fabs (dx), fabs (dy)) > THRESHOLD)
    begin_change (self, dx, dy);
  if (self->from == NULL)
    return;
  /* What was given under a key that undid it, or with another model, is gone. */
  if (!rankle_study_is_changing (self->study))
    {
      _rankle_dose_track_end_drag (self);
      return;
    }
  if (self->drag == RANKLE_DRAG_TIME)
    drag_time (self, x + dx);
  else
    drag_amount (self, dy);
  _rankle_dose_track_show_bubble (self);
}

void
_rankle_dose_track_end_drag (RankleDoseTrack *self)
{
  g_autoptr (RankleChange) ended = g_steal_pointer (&self->change);

  self->drag = RANKLE_DRAG_NOTHING;
  g_clear_pointer (&self->from, rankle_lanes_free);
  _rankle_dose_track_hide_bubble (self);
  if (ended == NULL)
    return;
  rankle_change_end (ended);
  g_signal_emit_by_name (self, "dragging", FALSE);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, RankleDoseTrack *self)
{
  _rankle_dose_track_end_drag (self);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, RankleDoseTrack *self)
{
  _rankle_dose_track_end_drag (self);
}

/* ---- clicks ---- */

/* Where one more on @lane would be. */
static double
find_time (RankleDoseTrack *self, guint lane, double x)
{
  RankleMagnets magnets;

  rankle_control_list_lane_magnets (self->lanes, lane, -1, &magnets);
  return rankle_lanes_snap_time (self->lanes, &magnets,
                                 rankle_track_x_to_time (&self->layout, x),
                                 get_reach (self, MAGNET));
}

static void
pressed_cb (
    GtkGestureClick *gesture, int n_press, double x, double y, RankleDoseTrack *self)
{
  int lane;

  if (self->lanes == NULL || n_press != 2 || x < self->layout.left ||
      rankle_track_find_mark (&self->layout, &self->track, x, y) >= 0)
    return;
  lane = rankle_track_find_lane (&self->layout, &self->track, y);
  if (lane < 0)
    return;
  _rankle_dose_track_add (self, (guint)lane, find_time (self, (guint)lane, x));
}

static void
append_switches (RankleDoseTrack *self, GMenu *menu)
{
  g_autoptr (GMenu) others =
      rankle_switch_menu_new (self->lanes, (guint)self->selected, "track.switch");

  if (others != NULL)
    g_menu_append_submenu (menu, _ ("_Switch Therapy From Here"), G_MENU_MODEL (others));
}

/* (transfer full) */
static GMenu *
make_menu (RankleDoseTrack *self)
{
  GMenu              *menu = g_menu_new ();
  const RankleHandle *handle =
      self->selected < 0 ? NULL
                         : rankle_lanes_get_handle (self->lanes, (guint)self->selected);
  RankleLaneKind kind =
      self->menu_lane < 0 ? RANKLE_LANE_MOMENT
                          : rankle_lanes_get (self->lanes, (guint)self->menu_lane)->kind;

  if (handle != NULL && handle->dose > 0)
    g_menu_append (menu, handle->missed ? _ ("_Give After All") : _ ("_Miss This Dose"),
                   "track.miss");
  if (handle != NULL)
    g_menu_append (menu, _ ("_Delete"), "track.delete");
  if (handle != NULL && handle->dose > 0)
    append_switches (self, menu);
  if (handle == NULL && kind == RANKLE_LANE_DOSES)
    g_menu_append (menu, _ ("_Add a Dose Here"), "track.add");
  if (handle == NULL && kind == RANKLE_LANE_CHANGES)
    g_menu_append (menu, _ ("_Add a Change Here"), "track.add");
  g_menu_append (menu, _ ("D_oses…"), "win.doses");
  return menu;
}

static void
show_menu (RankleDoseTrack *self, double x, double y)
{
  g_autoptr (GMenu) menu = make_menu (self);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), G_MENU_MODEL (menu));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu),
                               &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_cb (GtkGestureClick *gesture, int n_press, double x, double y, RankleDoseTrack *self)
{
  if (self->lanes == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _rankle_dose_track_select (self,
                             rankle_track_find_mark (&self->layout, &self->track, x, y));
  self->menu_lane = rankle_track_find_lane (&self->layout, &self->track, y);
  if (self->menu_lane >= 0)
    self->menu_time = find_time (self, (guint)self->menu_lane, x);
  show_menu (self, x, y);
}

/* ---- keys ---- */

static void
select_by (RankleDoseTrack *self, int by)
{
  int n = (int)self->marks->len;

  if (n == 0)
    return;
  _rankle_dose_track_select (self, self->selected < 0
                                       ? (by > 0 ? 0 : n - 1)
                                       : CLAMP (self->selected + by, 0, n - 1));
  _rankle_dose_track_show_bubble (self);
}

static void
select_end (RankleDoseTrack *self, int handle)
{
  if (self->marks->len == 0)
    return;
  _rankle_dose_track_select (self, handle);
  _rankle_dose_track_show_bubble (self);
}

/* To the lane above or below, to the handle there that is nearest in time. */
static void
select_lane (RankleDoseTrack *self, int by)
{
  const RankleHandle *handle;
  RankleHandle        like = { 0 };
  int                 lane;

  if (self->selected < 0)
    {
      select_by (self, by);
      return;
    }
  handle = rankle_lanes_get_handle (self->lanes, (guint)self->selected);
  lane = CLAMP ((int)handle->lane + by, 0, (int)self->labels->len - 1);
  like.time = handle->time;
  _rankle_dose_track_select (self,
                             rankle_lanes_find_handle (self->lanes, (guint)lane, &like));
  _rankle_dose_track_show_bubble (self);
}

/* Several in quick succession are one step of undo. */
static RankleChange *
begin_step (RankleDoseTrack *self, const RankleHandle *handle, const char *what)
{
  const RankleLane *lane = rankle_lanes_get (self->lanes, handle->lane);
  g_autofree char  *subject =
      g_strdup_printf ("%s %s %u %d", lane->id, what, handle->dose, handle->is_end);

  return rankle_study_begin_step (self->study, lane->label, subject,
                                  g_get_monotonic_time ());
}

static void
move_by (RankleDoseTrack *self, int direction, gboolean finely)
{
  RankleHandle   handle;
  RankleTimeGrid grid;
  g_autoptr (RankleChange) step = NULL;

  if (self->selected < 0)
    {
      select_by (self, direction);
      return;
    }
  handle = *rankle_lanes_get_handle (self->lanes, (guint)self->selected);
  grid =
      rankle_time_grid_for (self->lanes->model, rankle_study_get_horizon (self->study));
  step = begin_step (self, &handle, "time");
  _rankle_dose_track_put (self, self->lanes, (guint)self->selected,
                          handle.time + direction * (finely ? grid.small : grid.large),
                          handle.amount, handle.missed);
  _rankle_dose_track_show_bubble (self);
}

static void
change_amount (RankleDoseTrack *self, int direction, gboolean finely)
{
  RankleHandle handle;
  double       amount;
  g_autoptr (RankleChange) step = NULL;

  if (self->selected < 0)
    {
      select_by (self, -direction);
      return;
    }
  handle = *rankle_lanes_get_handle (self->lanes, (guint)self->selected);
  amount = _rankle_dose_track_step_amount (self, handle.lane, handle.amount,
                                           direction * (finely ? 0.1 : 1));
  step = begin_step (self, &handle, "amount");
  _rankle_dose_track_put (self, self->lanes, (guint)self->selected, handle.time, amount,
                          handle.missed);
  _rankle_dose_track_show_bubble (self);
}

/* At the time cursor, on the lane of what is selected. */
static void
add_at_cursor (RankleDoseTrack *self)
{
  guint lane = self->selected < 0
                   ? 0
                   : rankle_lanes_get_handle (self->lanes, (guint)self->selected)->lane;

  _rankle_dose_track_add (self, lane, rankle_study_get_cursor (self->study));
}

static gboolean
arrow (RankleDoseTrack *self, guint key, GdkModifierType state)
{
  gboolean selects = (state & GDK_CONTROL_MASK) != 0;
  gboolean finely = (state & GDK_SHIFT_MASK) != 0;
  gboolean is_forward = key == GDK_KEY_Right || key == GDK_KEY_Down;
  gboolean is_across = key == GDK_KEY_Left || key == GDK_KEY_Right;

  if (selects && is_across)
    select_by (self, is_forward ? 1 : -1);
  else if (selects)
    select_lane (self, is_forward ? 1 : -1);
  else if (is_across)
    move_by (self, is_forward ? 1 : -1, finely);
  else
    change_amount (self, is_forward ? -1 : 1, finely);
  return TRUE;
}

static gboolean
show_menu_by_key (RankleDoseTrack *self)
{
  double x, y;

  if (self->selected < 0 ||
      !_rankle_dose_track_find_handle (self, (guint)self->selected, &x, &y))
    return FALSE;
  self->menu_lane =
      (int)rankle_lanes_get_handle (self->lanes, (guint)self->selected)->lane;
  show_menu (self, x, y);
  return TRUE;
}

static gboolean
act (RankleDoseTrack *self, guint key)
{
  switch (key)
    {
    case GDK_KEY_m:
    case GDK_KEY_M:
      _rankle_dose_track_miss (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      _rankle_dose_track_delete (self);
      return TRUE;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      add_at_cursor (self);
      return TRUE;
    case GDK_KEY_Home:
      select_end (self, 0);
      return TRUE;
    case GDK_KEY_End:
      select_end (self, (int)self->marks->len - 1);
      return TRUE;
    case GDK_KEY_Menu:
      return show_menu_by_key (self);
    default:
      return FALSE;
    }
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleDoseTrack       *self)
{
  if (self->lanes == NULL || (state & GDK_ALT_MASK) != 0 || self->from != NULL)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
      return arrow (self, key, state);
    case GDK_KEY_Escape:
      if (self->selected < 0)
        return FALSE;
      _rankle_dose_track_select (self, -1);
      _rankle_dose_track_hide_bubble (self);
      return TRUE;
    default:
      return (state & GDK_CONTROL_MASK) == 0 && act (self, key);
    }
}

static void
focus_cb (GtkEventControllerFocus *controller, GParamSpec *pspec, RankleDoseTrack *self)
{
  if (!gtk_event_controller_focus_is_focus (controller))
    _rankle_dose_track_hide_bubble (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- all of them ---- */

static void
add_pointer (RankleDoseTrack *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (secondary, "pressed", G_CALLBACK (menu_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
}

void
_rankle_dose_track_add_controllers (RankleDoseTrack *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (focus, "notify::is-focus", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  add_pointer (self);
}
