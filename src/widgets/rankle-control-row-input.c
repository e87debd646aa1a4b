/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <math.h>

#include "rankle-control-row-private.h"
#include "rankle-control-scale.h"
#include "rankle-control-words.h"

/* What keys and pointer do on the slider of a row. */

/* Keys in quick succession are one step of undo. */
static void
step_to (RankleControlRow *self, double value)
{
  g_assert (self->control->absent == NULL && self->idle == NULL);

  rankle_study_step_control (self->study, self->control->id, value,
                             g_get_monotonic_time ());
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        RankleControlRow      *self)
{
  double value = rankle_study_get_control (self->study, self->control->id);
  double step = (state & GDK_SHIFT_MASK) != 0 ? 0.1 : 1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Down:
      step_to (self, rankle_control_step (self->control, value, -step));
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_Up:
      step_to (self, rankle_control_step (self->control, value, step));
      return TRUE;
    case GDK_KEY_Page_Down:
      step_to (self, rankle_control_step (self->control, value, -10));
      return TRUE;
    case GDK_KEY_Page_Up:
      step_to (self, rankle_control_step (self->control, value, 10));
      return TRUE;
    case GDK_KEY_Home:
      step_to (self, self->control->can_be_off ? 0 : self->control->min);
      return TRUE;
    case GDK_KEY_End:
      step_to (self, self->control->max);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      _rankle_control_row_open_entry (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* On whatever of the row has the keyboard, but where text is typed. The button that
 * resets has nothing to do then, and cannot keep the keyboard. */
static gboolean
row_key_cb (GtkEventControllerKey *controller,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            RankleControlRow      *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 ||
      (key != GDK_KEY_Delete && key != GDK_KEY_BackSpace) ||
      gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return FALSE;
  if (gtk_widget_has_focus (self->reset_button))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  _rankle_control_row_reset (self);
  return TRUE;
}

/* ---- pointer ---- */

/* A drag ends with the row, too: what it is of may be gone. */
void
_rankle_control_row_set_dragging (RankleControlRow *self, gboolean dragging)
{
  g_autoptr (RankleChange) ended = NULL;

  if ((self->drag != NULL) == dragging)
    return;
  if (dragging)
    self->drag =
        rankle_study_begin_change (self->study, rankle_control_get_title (self->control));
  else
    {
      ended = g_steal_pointer (&self->drag);
      rankle_change_end (ended);
      self->shown = NAN;
      if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
        rankle_control_row_update (self);
    }
  g_signal_emit_by_name (self, "dragging", dragging);
}

/* The slider's own gesture would cancel another; events are seen by all. */
static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, RankleControlRow *self)
{
  switch ((int)gdk_event_get_event_type (event))
    {
    case GDK_BUTTON_PRESS:
    case GDK_TOUCH_BEGIN:
      _rankle_control_row_set_dragging (self, TRUE);
      break;
    case GDK_BUTTON_RELEASE:
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
    case GDK_GRAB_BROKEN:
      _rankle_control_row_set_dragging (self, FALSE);
      break;
    default:
      break;
    }
  return FALSE;
}

static void
pressed_cb (GtkGestureClick *click, int n, double x, double y, RankleControlRow *self)
{
  if (n == 2)
    _rankle_control_row_open_entry (self);
}

/* The wheel over a list of sliders scrolls the list: it would change what is asked of the
 * model by the way. */
static void
leave_wheel_to_list (GtkWidget *scale)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (scale);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_SCROLL (controller))
        gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_NONE);
    }
}

void
_rankle_control_row_add_input (RankleControlRow *self)
{
  GtkWidget          *scale = GTK_WIDGET (self->scale);
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *row_key = gtk_event_controller_key_new ();
  GtkEventController *events = gtk_event_controller_legacy_new ();
  GtkEventController *click = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());

  leave_wheel_to_list (scale);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (click, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), self);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (row_key, "key-pressed", G_CALLBACK (row_key_cb), self);
  gtk_widget_add_controller (scale, key);
  gtk_widget_add_controller (GTK_WIDGET (self), row_key);
  gtk_widget_add_controller (scale, events);
  gtk_widget_add_controller (scale, click);
}
