/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-phase-drag.h"

#include "rankle-phase-painter.h"

typedef struct
{
  GtkWidget             *widget; /* Borrowed */
  RankleStudy           *study;  /* Borrowed */
  const RanklePlot      *plot;   /* Borrowed */
  const RanklePlotTheme *theme;  /* Borrowed */
} Drag;

static void
go_to (Drag *self, double x, double y)
{
  double time;

  if (rankle_phase_find_time (self->plot, self->theme,
                              gtk_widget_get_width (self->widget),
                              gtk_widget_get_height (self->widget), x, y, &time))
    rankle_study_set_cursor (self->study, time);
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, Drag *self)
{
  gtk_widget_grab_focus (self->widget);
  go_to (self, x, y);
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, x + dx, y + dy);
}

void
rankle_phase_drag_add (GtkWidget             *widget,
                       RankleStudy           *study,
                       const RanklePlot      *plot,
                       const RanklePlotTheme *theme)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();
  Drag       *self = g_new (Drag, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget) && RANKLE_IS_STUDY (study));

  *self = (Drag){ widget, study, plot, theme };
  g_object_set_data_full (G_OBJECT (widget), "rankle-phase-drag", self, g_free);
  g_signal_connect (gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (update_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (gesture));
}
