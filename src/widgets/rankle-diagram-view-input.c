/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pointer and keys of the diagram. */

#include "config.h"

#include <math.h>

#include "rankle-diagram-arc-walk.h"
#include "rankle-diagram-navigation.h"
#include "rankle-diagram-view-private.h"

#define REACH       6.0  /* around a glyph [px] */
#define SCROLL_ZOOM 1.15 /* a notch of the wheel */
#define KEY_ZOOM    1.25

static guint
find_glyph (RankleDiagramView *self, double x, double y)
{
  RanklePoint point;

  if (self->diagram == NULL)
    return RANKLE_NO_GLYPH;
  point = rankle_diagram_camera_to_map (self->camera, (RanklePoint){ x, y });
  return rankle_diagram_hit (self->diagram, point, REACH / self->camera.scale);
}

static guint
find_arc (RankleDiagramView *self, double x, double y)
{
  RanklePoint point;

  if (self->diagram == NULL || find_glyph (self, x, y) != RANKLE_NO_GLYPH)
    return RANKLE_NO_ARC;
  point = rankle_diagram_camera_to_map (self->camera, (RanklePoint){ x, y });
  return rankle_diagram_hit_arc (self->diagram, point, REACH / self->camera.scale,
                                 rankle_diagram_camera_get_detail (self->camera));
}

static RanklePoint
get_middle (RankleDiagramView *self)
{
  return (RanklePoint){ gtk_widget_get_width (GTK_WIDGET (self)) / 2.0,
                        gtk_widget_get_height (GTK_WIDGET (self)) / 2.0 };
}

/* ---- pointer ---- */

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, RankleDiagramView *self)
{
  self->pointer = (RanklePoint){ x, y };
  self->has_pointer = TRUE;
  _rankle_diagram_view_set_pointed (self, find_glyph (self, x, y), find_arc (self, x, y));
}

static void
leave_cb (GtkEventControllerMotion *motion, RankleDiagramView *self)
{
  self->has_pointer = FALSE;
  _rankle_diagram_view_set_pointed (self, RANKLE_NO_GLYPH, RANKLE_NO_ARC);
}

static void
released_cb (GtkGestureClick *click, int n, double x, double y, RankleDiagramView *self)
{
  guint glyph = find_glyph (self, x, y);

  self->by_keys = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _rankle_diagram_view_set_selected (self, glyph);
  _rankle_diagram_view_set_arc (self, find_arc (self, x, y));
  if (n == 2 && glyph == RANKLE_NO_GLYPH)
    _rankle_diagram_view_fit (self);
  else if (n == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "diagram.open-card", NULL);
}

static gboolean
open_menu_at (RankleDiagramView *self, double x, double y)
{
  guint glyph = find_glyph (self, x, y);

  if (glyph == RANKLE_NO_GLYPH)
    return FALSE;
  self->by_keys = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  _rankle_diagram_view_set_selected (self, glyph);
  return gtk_widget_activate_action (GTK_WIDGET (self), "diagram.menu", NULL);
}

static void
menu_pressed_cb (
    GtkGestureClick *click, int n, double x, double y, RankleDiagramView *self)
{
  if (open_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
long_pressed_cb (GtkGestureLongPress *press, double x, double y, RankleDiagramView *self)
{
  if (open_menu_at (self, x, y))
    gtk_gesture_set_state (GTK_GESTURE (press), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* The map lies elsewhere: the card may have to, too. */
static void
follow (RankleDiagramView *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self->card)))
    _rankle_diagram_view_update_card (self);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           RankleDiagramView        *self)
{
  if (self->diagram == NULL || !(fabs (dy) > 0))
    return FALSE;
  _rankle_diagram_view_zoom_at (self, self->camera, pow (SCROLL_ZOOM, -dy),
                                self->has_pointer ? self->pointer : get_middle (self));
  if (self->has_pointer)
    _rankle_diagram_view_set_pointed (self,
                                      find_glyph (self, self->pointer.x, self->pointer.y),
                                      find_arc (self, self->pointer.x, self->pointer.y));
  follow (self);
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, RankleDiagramView *self)
{
  self->gripped = self->camera;
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, RankleDiagramView *self)
{
  RanklePoint at = get_middle (self);

  if (self->diagram == NULL)
    return;
  gtk_gesture_get_bounding_box_center (GTK_GESTURE (gesture), &at.x, &at.y);
  _rankle_diagram_view_zoom_at (self, self->gripped, scale, at);
  follow (self);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, RankleDiagramView *self)
{
  self->gripped = self->camera;
}

/* A hand that trembles while it clicks moves nothing. */
static void
drag_update_cb (GtkGestureDrag *gesture, double dx, double dy, RankleDiagramView *self)
{
  gboolean claimed =
      gtk_gesture_get_sequence_state (
          GTK_GESTURE (gesture),
          gtk_gesture_single_get_current_sequence (GTK_GESTURE_SINGLE (gesture))) ==
      GTK_EVENT_SEQUENCE_CLAIMED;

  if (self->diagram == NULL ||
      (!claimed && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int)dx, (int)dy)))
    return;
  if (!claimed)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
  _rankle_diagram_view_set_camera (
      self,
      rankle_diagram_camera_pan (self->gripped, rankle_diagram_get_bounds (self->diagram),
                                 gtk_widget_get_width (GTK_WIDGET (self)),
                                 gtk_widget_get_height (GTK_WIDGET (self)), dx, dy));
  follow (self);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double dx, double dy, RankleDiagramView *self)
{
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

/* ---- keys ---- */

static gboolean
step (RankleDiagramView *self, RankleDirection direction)
{
  g_assert (self->diagram != NULL);

  _rankle_diagram_view_set_selected (
      self, rankle_diagram_step (self->diagram, self->selected, direction));
  return TRUE;
}

/* In reading order; from the end when @place is negative. */
static void
select_at (RankleDiagramView *self, int place)
{
  guint             n;
  g_autofree guint *order = rankle_diagram_get_reading_order (self->diagram, &n);

  if (n > 0)
    _rankle_diagram_view_set_selected (self, order[place < 0 ? n - 1 : 0]);
}

static gboolean
clear (RankleDiagramView *self)
{
  gboolean had = self->selected != RANKLE_NO_GLYPH || self->arc != RANKLE_NO_ARC;

  if (self->selected != RANKLE_NO_GLYPH && self->arc != RANKLE_NO_ARC)
    {
      _rankle_diagram_view_set_arc (self, RANKLE_NO_ARC);
      return TRUE;
    }
  _rankle_diagram_view_set_selected (self, RANKLE_NO_GLYPH);
  return had;
}

static gboolean
zoom_by_key (RankleDiagramView *self, double factor)
{
  _rankle_diagram_view_zoom (self, factor);
  follow (self);
  return TRUE;
}

/* From arc to arc of what is selected. */
static gboolean
step_arc (RankleDiagramView *self, guint key)
{
  if (self->selected == RANKLE_NO_GLYPH || (key != GDK_KEY_Left && key != GDK_KEY_Right))
    return FALSE;
  self->by_keys = TRUE;
  _rankle_diagram_view_set_arc (
      self, rankle_diagram_step_arc (self->diagram, self->selected, self->arc,
                                     key == GDK_KEY_Right,
                                     rankle_diagram_camera_get_detail (self->camera)));
  return TRUE;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleDiagramView     *self)
{
  if (self->diagram == NULL || (state & GDK_ALT_MASK) != 0)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    return step_arc (self, key);
  self->by_keys = TRUE;
  switch (key)
    {
    case GDK_KEY_Left:
      return step (self, RANKLE_DIRECTION_LEFT);
    case GDK_KEY_Right:
      return step (self, RANKLE_DIRECTION_RIGHT);
    case GDK_KEY_Up:
      return step (self, RANKLE_DIRECTION_UP);
    case GDK_KEY_Down:
      return step (self, RANKLE_DIRECTION_DOWN);
    case GDK_KEY_Home:
      select_at (self, 0);
      return TRUE;
    case GDK_KEY_End:
      select_at (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      return clear (self);
    case GDK_KEY_comma:
      return _rankle_diagram_view_step_levels (self, -1);
    case GDK_KEY_period:
      return _rankle_diagram_view_step_levels (self, 1);
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      return zoom_by_key (self, KEY_ZOOM);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return zoom_by_key (self, 1 / KEY_ZOOM);
    default:
      return FALSE;
    }
}

/* The place of the selected glyph among @order; @n if it is not there. */
static guint
find_place (RankleDiagramView *self, const guint *order, guint n)
{
  guint place = 0;

  g_assert (order != NULL || n == 0);

  while (place < n && order[place] != self->selected)
    place++;
  return place;
}

/* (nullable): the child that the keyboard is with: a menu that is open, the entry, the
 * button. Their keys are their own. GTK's focus child may be one that it has left. */
static GtkWidget *
find_focus_inside (RankleDiagramView *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root == NULL ? NULL : gtk_root_get_focus (root);

  if (child == NULL || focus == NULL || !gtk_widget_get_mapped (child))
    return NULL;
  return focus == child || gtk_widget_is_ancestor (focus, child) ? child : NULL;
}

/* Tab enters at the first glyph (Shift+Tab at the last) and leaves behind the last one;
 * with nothing selected, after Escape, it leaves at once. */
gboolean
_rankle_diagram_view_focus (RankleDiagramView *self, GtkDirectionType direction)
{
  GtkWidget        *widget = GTK_WIDGET (self);
  GtkWidget        *inside = find_focus_inside (self);
  gboolean          forward = direction == GTK_DIR_TAB_FORWARD;
  g_autofree guint *order = NULL;
  guint             n, place;

  if (self->diagram == NULL)
    return FALSE;
  if (inside != NULL)
    return gtk_widget_child_focus (inside, direction);
  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return !gtk_widget_is_focus (widget) && gtk_widget_grab_focus (widget);
  self->by_keys = TRUE;
  if (!gtk_widget_is_focus (widget))
    {
      if (!gtk_widget_grab_focus (widget))
        return FALSE;
      select_at (self, forward ? 0 : -1);
      return TRUE;
    }
  order = rankle_diagram_get_reading_order (self->diagram, &n);
  place = find_place (self, order, n);
  if (place == n || place == (forward ? n - 1 : 0))
    return FALSE;
  _rankle_diagram_view_set_selected (self, order[forward ? place + 1 : place - 1]);
  return TRUE;
}

static void
add_menu_gestures (RankleDiagramView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (menu_pressed_cb), self);
  g_signal_connect (hold, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}

void
_rankle_diagram_view_add_controllers (RankleDiagramView *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkGesture         *pinch = gtk_gesture_zoom_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "released", G_CALLBACK (released_cb), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  add_menu_gestures (self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
