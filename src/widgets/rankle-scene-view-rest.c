/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all that a scene is made of waits for: that it is drawn again, and that it rests.
 */

#include "config.h"

#include "rankle-scene-view-private.h"

/* It rests when nothing has moved for so long. */
#define REST_MS 120

gboolean
_rankle_scene_view_uses_gl (RankleSceneView *self)
{
  return !self->simple && !self->has_failed;
}

gboolean
_rankle_scene_view_wants_motion (RankleSceneView *self)
{
  gboolean animations;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations",
                &animations, NULL);
  return animations;
}

void
_rankle_scene_view_queue_picture (RankleSceneView *self)
{
  self->is_shown = FALSE;
  g_clear_object (&self->still);
  if (_rankle_scene_view_uses_gl (self))
    gtk_gl_area_queue_render (self->area);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
_rankle_scene_set_text (GtkLabel *label, const char *text)
{
  if (text == NULL)
    text = "";
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

/* ---- at rest ---- */

/* Places are asked of a picture while it is drawn, when no widget may be moved. */
static gboolean
place_cb (gpointer data)
{
  RankleSceneView *self = data;

  self->placing = 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->side),
                                  self->is_side_beside ? GTK_ORIENTATION_VERTICAL
                                                       : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (GTK_WIDGET (self->note), !_rankle_scene_view_uses_gl (self));
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
_rankle_scene_view_place_tags_soon (RankleSceneView *self)
{
  if (self->placing == 0)
    self->placing = g_idle_add_full (G_PRIORITY_HIGH_IDLE, place_cb, self, NULL);
}

/* Who draws next tells where anchors are. */
static gboolean
rest_cb (gpointer data)
{
  RankleSceneView *self = data;

  self->resting = 0;
  self->rests = TRUE;
  self->seeking = self->subject->is_ready (self) && !self->is_absent;
  if (gtk_widget_get_mapped (GTK_WIDGET (self->area)))
    gtk_gl_area_queue_render (self->area);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
_rankle_scene_view_rest_soon (RankleSceneView *self)
{
  g_clear_handle_id (&self->resting, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->resting = g_timeout_add (REST_MS, rest_cb, self);
}

void
_rankle_scene_view_moved (RankleSceneView *self)
{
  self->rests = FALSE;
  _rankle_scene_view_rest_soon (self);
  _rankle_scene_view_queue_picture (self);
}
