/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene-view-private.h"

/* Tab goes from the picture to what is named in it, the most important first, and then to
 * what stands about it: by their places labels would come between buttons. */

#define PICTURE (-1)
#define STOPS   (RANKLE_LABELS_MOST + 3)

static int
list_stops (RankleSceneView *self, GtkWidget *stops[STOPS])
{
  int n = 0;

  for (guint i = 0; i < RANKLE_LABELS_MOST; i++)
    stops[n++] = self->tags[i].button;
  stops[n++] = self->tools;
  stops[n++] = self->side;
  stops[n++] = self->absence;
  return n;
}

/* Before the first or behind the last where the focus comes from elsewhere. */
static int
find_stop (GtkWidget *widget, GtkWidget **stops, int n, int step)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus == widget)
    return PICTURE;
  for (int i = 0; focus != NULL && i < n; i++)
    if (focus == stops[i] || gtk_widget_is_ancestor (focus, stops[i]))
      return i;
  return step > 0 ? PICTURE - 1 : n;
}

static gboolean
enter (GtkWidget *widget, GtkWidget **stops, int i, GtkDirectionType direction)
{
  if (i == PICTURE)
    return gtk_widget_grab_focus (widget);
  return gtk_widget_get_visible (stops[i]) &&
         gtk_widget_child_focus (stops[i], direction);
}

gboolean
_rankle_scene_view_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *stops[STOPS];
  int        n = list_stops (RANKLE_SCENE_VIEW (widget), stops);
  int        step = direction == GTK_DIR_TAB_FORWARD ? 1 : -1;
  int        i = find_stop (widget, stops, n, step);

  /* Arrows turn the picture. */
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return FALSE;
  if (i > PICTURE && i < n && gtk_widget_child_focus (stops[i], direction))
    return TRUE;
  for (i += step; i >= PICTURE && i < n; i += step)
    if (enter (widget, stops, i, direction))
      return TRUE;
  return FALSE;
}
