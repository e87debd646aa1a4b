/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-pencil.h"

#define KEY "rankle-plot-pencil"
/* Of the room there is, by a key; by one with Shift. */
#define STEP       0.05
#define SMALL_STEP 0.01

typedef struct
{
  GtkWidget              *widget; /* Borrowed: whose it is */
  const RanklePlotLayout *layout; /* Borrowed */
  RanklePlotSketch       *sketch; /* Borrowed (nullable) */
  gboolean                open;
  double                  time, value; /* where the hand was last */
} Pencil;

static gboolean
is_open (const Pencil *self)
{
  return self->sketch != NULL && self->open;
}

static void
tell (Pencil *self)
{
  gtk_widget_queue_draw (self->widget);
  g_signal_emit_by_name (self->widget, "sketched");
}

/* ---- by hand ---- */

static void
read_place (const Pencil *self, double x, double y, double *time, double *value)
{
  *time = rankle_plot_layout_x_to_time (self->layout, x);
  *value = rankle_plot_scale_unmap (&self->layout->y, y);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, Pencil *self)
{
  if (!is_open (self))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (self->widget);
  read_place (self, x, y, &self->time, &self->value);
  self->sketch->station = 0;
  rankle_plot_sketch_draw (self->sketch, self->time, self->value, self->time,
                           self->value);
  tell (self);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, Pencil *self)
{
  double x, y, time, value;

  if (!is_open (self) || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  read_place (self, x + dx, y + dy, &time, &value);
  rankle_plot_sketch_draw (self->sketch, self->time, self->value, time, value);
  self->time = time;
  self->value = value;
  tell (self);
}

/* ---- by keys ---- */

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Pencil                *self)
{
  double step = (state & GDK_SHIFT_MASK) != 0 ? SMALL_STEP : STEP;

  if (!is_open (self) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
      rankle_plot_sketch_step (self->sketch, -1);
      break;
    case GDK_KEY_Right:
      rankle_plot_sketch_step (self->sketch, 1);
      break;
    case GDK_KEY_Up:
      rankle_plot_sketch_raise (self->sketch, step);
      break;
    case GDK_KEY_Down:
      rankle_plot_sketch_raise (self->sketch, -step);
      break;
    default:
      return FALSE;
    }
  tell (self);
  return TRUE;
}

/* ---- of a widget ---- */

void
rankle_plot_pencil_add (GtkWidget *widget, const RanklePlotLayout *layout)
{
  Pencil             *self = g_new0 (Pencil, 1);
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (widget) && layout != NULL);

  self->widget = widget;
  self->layout = layout;
  g_object_set_data_full (G_OBJECT (widget), KEY, self, g_free);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag),
                                              GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (widget, key);
}

void
rankle_plot_pencil_set (GtkWidget *widget, RanklePlotSketch *sketch, gboolean open)
{
  Pencil *self = g_object_get_data (G_OBJECT (widget), KEY);

  g_return_if_fail (self != NULL);

  self->sketch = sketch;
  self->open = open;
  gtk_widget_queue_draw (widget);
}

const RanklePlotSketch *
rankle_plot_pencil_get (GtkWidget *widget)
{
  const Pencil *self = g_object_get_data (G_OBJECT (widget), KEY);

  g_return_val_if_fail (self != NULL, NULL);

  return self->sketch;
}
