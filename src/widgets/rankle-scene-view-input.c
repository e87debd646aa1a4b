/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and keys of a scene, and what turns by itself. */

#include "config.h"

#include <math.h>

#include "rankle-scene-view-private.h"

#define DEGREES_PER_PIXEL 0.4
#define SCROLL_ZOOM       1.15 /* a notch of the wheel */
#define TURN              6.0  /* by itself [degrees per second] */

static void
look (RankleSceneView *self, RankleCamera camera)
{
  self->camera = camera;
  _rankle_scene_view_moved (self);
}

/* ---- turning ---- */

static gboolean
turn_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RankleSceneView *self = data;
  gint64           now = gdk_frame_clock_get_frame_time (clock);
  double           seconds = (double)(now - self->last_frame) / (double)G_USEC_PER_SEC;

  if (!self->turning || !_rankle_scene_view_wants_motion (self))
    {
      _rankle_scene_view_set_turning (self, FALSE);
      return G_SOURCE_REMOVE;
    }
  if (self->last_frame != 0)
    look (self, rankle_camera_turn (self->camera, TURN * seconds, 0));
  self->last_frame = now;
  return G_SOURCE_CONTINUE;
}

void
_rankle_scene_view_set_turning (RankleSceneView *self, gboolean turning)
{
  turning = turning && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
            _rankle_scene_view_wants_motion (self);
  if (self->turning == turning)
    return;
  self->turning = turning;
  self->last_frame = 0;
  if (turning)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), turn_cb, self, NULL);
  g_object_notify (G_OBJECT (self), "turning");
}

/* ---- pointer ---- */

static gboolean
find_place (RankleSceneView *self, double *x, double *y)
{
  *x -= self->picture.x;
  *y -= self->picture.y;
  return *x >= 0 && *y >= 0 && *x < self->picture.width && *y < self->picture.height;
}

/* In a still, the label whose anchor is near. */
static guint
find_near (RankleSceneView *self, double x, double y)
{
  guint  found = RANKLE_SCENE_NO_LABEL;
  double least = 40;

  for (guint i = 0; i < self->n_tags; i++)
    {
      const RankleSceneTag *tag = &self->tags[i];
      double                apart = hypot (tag->x - x, tag->y - y);

      if (!tag->is_seen || apart >= least)
        continue;
      least = apart;
      found = tag->label.id;
    }
  return found;
}

static guint
find_label (RankleSceneView *self, double x, double y)
{
  int scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  if (!find_place (self, &x, &y))
    return RANKLE_SCENE_NO_LABEL;
  if (!_rankle_scene_view_uses_gl (self) || !_rankle_scene_view_make_current (self))
    return find_near (self, x, y);
  return _rankle_scene_view_find_label (
      self, rankle_scene_pick (self->scene, x * scale, y * scale));
}

static void
released_cb (GtkGestureClick *click, int n, double x, double y, RankleSceneView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n == 2)
    look (self, *self->subject->camera);
  else
    _rankle_scene_view_select (self, find_label (self, x, y));
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, RankleSceneView *self)
{
  if (!(fabs (dy) > 0))
    return FALSE;
  look (self, rankle_camera_zoom (self->camera, pow (SCROLL_ZOOM, -dy)));
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, RankleSceneView *self)
{
  self->gripped = self->camera;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, RankleSceneView *self)
{
  if (scale > 0)
    look (self, rankle_camera_zoom (self->gripped, scale));
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, RankleSceneView *self)
{
  self->gripped = self->camera;
  _rankle_scene_view_set_turning (self, FALSE);
}

/* A hand that trembles while it clicks turns nothing. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, RankleSceneView *self)
{
  gboolean claimed =
      gtk_gesture_get_sequence_state (
          GTK_GESTURE (gesture),
          gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture))) ==
      GTK_EVENT_SEQUENCE_CLAIMED;

  if (!claimed && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy))
    return;
  if (!claimed)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  look (self, rankle_camera_turn (self->gripped, DEGREES_PER_PIXEL * dx,
                                  DEGREES_PER_PIXEL * dy));
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, RankleSceneView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* ---- keys ---- */

static gboolean
turn (RankleSceneView *self, double right, double towards, GdkModifierType state)
{
  double step =
      (state & GDK_SHIFT_MASK) != 0 ? RANKLE_CAMERA_FINE_STEP : RANKLE_CAMERA_STEP;

  look (self, rankle_camera_turn (self->camera, right * step, towards * step));
  return TRUE;
}

static gboolean
zoom (RankleSceneView *self, double factor)
{
  look (self, rankle_camera_zoom (self->camera, factor));
  return TRUE;
}

static gboolean
reset (RankleSceneView *self)
{
  look (self, *self->subject->camera);
  return TRUE;
}

/* From a label to the picture, and there from what is selected to nothing. */
static gboolean
step_back (RankleSceneView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    return gtk_widget_grab_focus (GTK_WIDGET (self));
  if (self->selected == RANKLE_SCENE_NO_LABEL)
    return FALSE;
  _rankle_scene_view_select (self, RANKLE_SCENE_NO_LABEL);
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleSceneView       *self)
{
  if ((state & (GDK_ALT_MASK | GDK_CONTROL_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      return turn (self, -1, 0, state);
    case GDK_KEY_Right:
      return turn (self, 1, 0, state);
    case GDK_KEY_Up:
      return turn (self, 0, -1, state);
    case GDK_KEY_Down:
      return turn (self, 0, 1, state);
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return zoom (self, RANKLE_CAMERA_ZOOM_STEP);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return zoom (self, 1 / RANKLE_CAMERA_ZOOM_STEP);
    case GDK_KEY_Home:
      return reset (self);
    case GDK_KEY_Escape:
      return step_back (self);
    default:
      return self->subject->press (self, key);
    }
}

void
_rankle_scene_view_add_controllers (RankleSceneView *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}
