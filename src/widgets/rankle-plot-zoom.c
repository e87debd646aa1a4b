/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-zoom.h"

#include <math.h>

/* Of a turn of the wheel, or of a key. */
#define FACTOR 1.2
#define STEP   0.1
/* No less of the run is shown. */
#define LEAST 1e-4

typedef struct
{
  RankleStudy            *study;    /* Borrowed */
  const RanklePlotLayout *layout;   /* Borrowed */
  double                  pointer;  /* where it was seen last [px] */
  double                  from, to; /* what was shown as a gesture began */
} Zoom;

static void
get_view (const Zoom *self, double *from, double *to)
{
  if (!rankle_study_get_zoom (self->study, from, to))
    *from = 0, *to = rankle_study_get_horizon (self->study);
}

/* Keeps the view within the run; all of it when it would be wider. */
static void
ask_for_view (const Zoom *self, double from, double to)
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

/* Of @from … @to: what is at @at stays where it is. */
static void
zoom_at (const Zoom *self, double from, double to, double at, double factor)
{
  double horizon = rankle_study_get_horizon (self->study);

  at = CLAMP (at, from, to);
  factor = MAX (factor, LEAST * horizon / (to - from));
  ask_for_view (self, at - (at - from) * factor, at + (to - at) * factor);
}

static double
time_at (const Zoom *self, double x)
{
  return rankle_plot_layout_x_to_time (self->layout, x);
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll, double dx, double dy, Zoom *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));
  double from, to, along;

  /* Plain scrolling belongs to the list of plots. */
  if ((state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == 0 && fabs (dx) <= 0)
    return FALSE;
  get_view (self, &from, &to);
  along = STEP * (dx + dy) * (to - from);
  if ((state & GDK_CONTROL_MASK) != 0)
    zoom_at (self, from, to, time_at (self, self->pointer), pow (FACTOR, dy));
  else
    ask_for_view (self, from + along, to + along);
  return TRUE;
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, Zoom *self)
{
  self->pointer = x;
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Zoom                  *self)
{
  gboolean in = key == GDK_KEY_plus || key == GDK_KEY_equal || key == GDK_KEY_KP_Add;
  double   from, to;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      !(in || key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract))
    return FALSE;
  get_view (self, &from, &to);
  zoom_at (self, from, to, rankle_study_get_cursor (self->study),
           in ? 1 / FACTOR : FACTOR);
  return TRUE;
}

static void
pinch_begin_cb (GtkGesture *gesture, GdkEventSequence *sequence, Zoom *self)
{
  double y;

  get_view (self, &self->from, &self->to);
  gtk_gesture_get_bounding_box_center (gesture, &self->pointer, &y);
}

static void
pinch_cb (GtkGestureZoom *gesture, double scale, Zoom *self)
{
  double along = (self->pointer - self->layout->left) /
                 MAX (self->layout->right - self->layout->left, 1);

  if (scale > 0)
    zoom_at (self, self->from, self->to,
             self->from + CLAMP (along, 0, 1) * (self->to - self->from), 1 / scale);
}

static void
pan_begin_cb (GtkGestureDrag *gesture, double x, double y, Zoom *self)
{
  get_view (self, &self->from, &self->to);
}

static void
pan_cb (GtkGestureDrag *gesture, double dx, double dy, Zoom *self)
{
  double width = MAX (self->layout->right - self->layout->left, 1);
  double along = -dx / width * (self->to - self->from);

  ask_for_view (self, self->from + along, self->to + along);
}

static void
add_wheel (GtkWidget *widget, Zoom *self)
{
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, key);
}

static void
add_gestures (GtkWidget *widget, Zoom *self)
{
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkGesture *pan = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (pan), GDK_BUTTON_MIDDLE);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  g_signal_connect (pan, "drag-begin", G_CALLBACK (pan_begin_cb), self);
  g_signal_connect (pan, "drag-update", G_CALLBACK (pan_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pan));
}

void
rankle_plot_zoom_add (GtkWidget              *widget,
                      RankleStudy            *study,
                      const RanklePlotLayout *layout)
{
  Zoom *self = g_new0 (Zoom, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget) && RANKLE_IS_STUDY (study) && layout != NULL);

  self->study = study;
  self->layout = layout;
  g_object_set_data_full (G_OBJECT (widget), "rankle-plot-zoom", self, g_free);
  add_wheel (widget, self);
  add_gestures (widget, self);
}
