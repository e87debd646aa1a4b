/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-reorder.h"

#include <math.h>

#include "rankle-plot-panel.h"
#include "rankle-study-panels.h"

#define KEY       "rankle-plot-reorder"
#define THRESHOLD 8.0 /* [px] before it is a drag */

typedef struct
{
  GtkWidget          *view;   /* Borrowed */
  const GPtrArray    *panels; /* Borrowed */
  RankleStudy *const *study;  /* Borrowed (nullable) */
  int                 from;   /* that is dragged, or -1 */
  int                 to;     /* in whose place it would be, or -1 */
  double              x, y;   /* where it began [px] */
} Reorder;

/* -1: there is none. */
static int
find_panel (const Reorder *self, double x, double y, double *inside_y)
{
  for (guint i = 0; i < self->panels->len; i++)
    {
      GtkWidget *panel = self->panels->pdata[i];
      double     px, py;

      if (gtk_widget_get_visible (panel) &&
          gtk_widget_translate_coordinates (self->view, panel, x, y, &px, &py) &&
          gtk_widget_contains (panel, px, py))
        {
          *inside_y = py;
          return (int)i;
        }
    }
  return -1;
}

/* The button in a corner stands beside the title. */
static gboolean
is_button (const Reorder *self, double x, double y)
{
  GtkWidget *picked = gtk_widget_pick (self->view, x, y, GTK_PICK_DEFAULT);

  return picked != NULL && (GTK_IS_BUTTON (picked) ||
                            gtk_widget_get_ancestor (picked, GTK_TYPE_BUTTON) != NULL);
}

static guint
count_visible (const Reorder *self)
{
  guint n = 0;

  for (guint i = 0; i < self->panels->len; i++)
    n += gtk_widget_get_visible (self->panels->pdata[i]);
  return n;
}

static void
mark (const Reorder *self, int panel, const char *style, gboolean on)
{
  if (panel < 0 || panel >= (int)self->panels->len)
    return;
  if (on)
    gtk_widget_add_css_class (self->panels->pdata[panel], style);
  else
    gtk_widget_remove_css_class (self->panels->pdata[panel], style);
}

static void
forget (Reorder *self)
{
  mark (self, self->from, "moving", FALSE);
  mark (self, self->to, "place", FALSE);
  self->from = self->to = -1;
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, Reorder *self)
{
  double inside_y;

  forget (self);
  self->x = x;
  self->y = y;
  self->from = find_panel (self, x, y, &inside_y);
  if (self->from >= 0 && count_visible (self) > 1 && !is_button (self, x, y) &&
      rankle_plot_panel_is_title (self->panels->pdata[self->from], inside_y))
    return;
  self->from = -1;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, Reorder *self)
{
  double inside_y;
  int    to;

  if (self->from < 0)
    return;
  if (self->to < 0 && fmax (fabs (dx), fabs (dy)) < THRESHOLD)
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  to = find_panel (self, self->x + dx, self->y + dy, &inside_y);
  if (to < 0)
    to = self->to < 0 ? self->from : self->to;
  mark (self, self->from, "moving", TRUE);
  mark (self, self->to, "place", FALSE);
  mark (self, to, "place", to != self->from);
  self->to = to;
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, Reorder *self)
{
  int from = self->from, to = self->to;

  forget (self);
  if (from < 0 || to < 0 || from == to || MAX (from, to) >= (int)self->panels->len)
    return;
  rankle_study_place_panel (
      *self->study, rankle_plot_panel_get_id (self->panels->pdata[from]), (guint)to);
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, Reorder *self)
{
  forget (self);
}

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  key,
        guint                  code,
        GdkModifierType        state,
        Reorder               *self)
{
  const GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;
  GtkWidget            *focus = gtk_widget_get_focus_child (self->view);
  gboolean              up = key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;

  if ((state & both) != both || focus == NULL || !RANKLE_IS_PLOT_PANEL (focus) ||
      (!up && key != GDK_KEY_Page_Down && key != GDK_KEY_KP_Page_Down))
    return FALSE;
  rankle_study_move_panel (
      *self->study, rankle_plot_panel_get_id (RANKLE_PLOT_PANEL (focus)), up ? -1 : 1);
  return TRUE;
}

/* Before the panels, which take what is done within them for themselves. */
static void
add (Reorder *self, GtkEventController *controller)
{
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (self->view, controller);
}

void
rankle_plot_reorder_add (GtkWidget          *view,
                         const GPtrArray    *panels,
                         RankleStudy *const *study)
{
  Reorder            *self;
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  g_return_if_fail (GTK_IS_WIDGET (view) && panels != NULL && study != NULL);

  self = g_new0 (Reorder, 1);
  *self = (Reorder){ view, panels, study, -1, -1, 0, 0 };
  g_object_set_data_full (G_OBJECT (view), KEY, self, g_free);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_cb), self);
  add (self, GTK_EVENT_CONTROLLER (drag));
  add (self, key);
}
