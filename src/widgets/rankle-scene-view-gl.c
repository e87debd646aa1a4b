/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture by OpenGL. GDK's contexts all share what they make, so that nothing of ours
 * is freed with a context: the scene is opened anew in each that the area gets, and
 * closed, with that context current, before the area loses it. */

#include "config.h"

#include <epoxy/gl.h>
#include <math.h>

#include "rankle-gl-target.h"
#include "rankle-scene-view-private.h"

/* What a processor can draw in time [px]. */
#define SOFTWARE_PIXELS (800.0 * 600)

void
_rankle_scene_view_give_up_gl (RankleSceneView *self, const GError *error)
{
  if (self->has_failed)
    return;
  if (error != NULL)
    g_info ("Scenes are drawn without OpenGL: %s", error->message);
  self->has_failed = TRUE;
  _rankle_scene_view_moved (self);
  _rankle_scene_view_place_tags_soon (self);
}

/* ---- the area's context ---- */

static gboolean
is_software (void)
{
  static const char *const processors[] = { "llvmpipe", "softpipe", "SWR",
                                            "Software Rasterizer" };
  const char              *renderer = (const char *)glGetString (GL_RENDERER);

  for (guint i = 0; renderer != NULL && i < G_N_ELEMENTS (processors); i++)
    if (strstr (renderer, processors[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
realize_cb (GtkGLArea *area, RankleSceneView *self)
{
  g_autoptr (GError) error = NULL;

  g_assert (self->scene == NULL);

  gtk_gl_area_make_current (area);
  if (gtk_gl_area_get_error (area) != NULL)
    {
      _rankle_scene_view_give_up_gl (self, gtk_gl_area_get_error (area));
      return;
    }
  self->scene = rankle_scene_open (&error);
  self->is_shown = FALSE;
  if (self->scene == NULL)
    _rankle_scene_view_give_up_gl (self, error);
  else
    self->is_software = is_software ();
}

/* Names that are deleted while another's context is current, are another's names. */
static void
unrealize_cb (GtkGLArea *area, RankleSceneView *self)
{
  if (self->scene == NULL)
    return;
  gtk_gl_area_make_current (area);
  g_assert (gdk_gl_context_get_current () == gtk_gl_area_get_context (area));
  rankle_scene_close (self->scene);
  self->scene = NULL;
}

gboolean
_rankle_scene_view_make_current (RankleSceneView *self)
{
  if (self->scene == NULL || !gtk_widget_get_realized (GTK_WIDGET (self->area)))
    return FALSE;
  gtk_gl_area_make_current (self->area);
  return gtk_gl_area_get_error (self->area) == NULL;
}

/* ---- drawing ---- */

static guint
get_reduction (RankleSceneView *self, double pixels)
{
  return self->is_software ? (guint)MAX (lround (sqrt (pixels / SOFTWARE_PIXELS)), 1) : 1;
}

static void
see_anchors (RankleSceneView *self, double scale)
{
  for (guint i = 0; i < self->n_tags; i++)
    {
      RankleSceneTag *tag = &self->tags[i];

      if (tag->label.n_anchors == 0)
        continue;
      tag->is_seen = rankle_scene_see (self->scene, tag->label.anchors,
                                       tag->label.n_anchors, &tag->x, &tag->y);
      tag->x /= scale;
      tag->y /= scale;
    }
  self->seeking = FALSE;
  _rankle_scene_view_place_tags_soon (self);
}

static void
show (RankleSceneView *self)
{
  if (!self->is_shown)
    self->subject->show (self, _rankle_scene_view_wants_motion (self));
  self->is_shown = TRUE;
  rankle_scene_set_theme (self->scene, &self->theme);
  rankle_scene_set_camera (self->scene, self->camera);
}

static double
get_seconds (RankleSceneView *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  return clock == NULL
             ? 0
             : (double)gdk_frame_clock_get_frame_time (clock) / (double)G_USEC_PER_SEC;
}

static gboolean
move_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  RankleSceneView *self = data;

  if (self->scene != NULL && rankle_scene_is_moving (self->scene))
    {
      gtk_gl_area_queue_render (self->area);
      return G_SOURCE_CONTINUE;
    }
  self->ticking = 0;
  _rankle_scene_view_moved (self);
  return G_SOURCE_REMOVE;
}

/* Which framebuffer is the area's is to be asked each time: it is another after a resize.
 */
static gboolean
render_cb (GtkGLArea *area, GdkGLContext *context, RankleSceneView *self)
{
  int     scale = gtk_widget_get_scale_factor (GTK_WIDGET (area));
  int     width = MAX (gtk_widget_get_width (GTK_WIDGET (area)) * scale, 1);
  int     height = MAX (gtk_widget_get_height (GTK_WIDGET (area)) * scale, 1);
  GLint   framebuffer = 0;
  GError *error = NULL;

  if (self->scene == NULL || !self->subject->is_ready (self))
    return TRUE;
  glGetIntegerv (GL_DRAW_FRAMEBUFFER_BINDING, &framebuffer);
  show (self);
  rankle_scene_set_reduction (self->scene, get_reduction (self, (double)width * height));
  if (!rankle_scene_draw (self->scene, (guint)framebuffer, width, height,
                          get_seconds (self), &error) ||
      glGetError () == GL_CONTEXT_LOST)
    _rankle_scene_view_give_up_gl (self, error);
  else if (rankle_scene_is_moving (self->scene) && self->ticking == 0)
    self->ticking = gtk_widget_add_tick_callback (GTK_WIDGET (self), move_cb, self, NULL);
  else if (self->seeking)
    see_anchors (self, scale);
  g_clear_error (&error);
  return TRUE;
}

void
_rankle_scene_view_add_area (RankleSceneView *self)
{
  GtkWidget *area = gtk_gl_area_new ();

  self->area = GTK_GL_AREA (area);
  gtk_gl_area_set_required_version (self->area, 3, 3);
  gtk_gl_area_set_auto_render (self->area, FALSE);
  gtk_widget_set_can_target (area, FALSE);
  gtk_widget_set_child_visible (area, FALSE);
  g_signal_connect (area, "realize", G_CALLBACK (realize_cb), self);
  g_signal_connect (area, "unrealize", G_CALLBACK (unrealize_cb), self);
  g_signal_connect (area, "render", G_CALLBACK (render_cb), self);
  gtk_widget_set_parent (area, GTK_WIDGET (self));
}

/* ---- for print ---- */

/* (transfer full): what is in the current framebuffer, whose rows begin at the bottom. */
static cairo_surface_t *
read_pixels (int width, int height)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  int                stride = cairo_image_surface_get_stride (surface);
  g_autofree guint8 *pixels = g_malloc ((gsize)width * (gsize)height * 4);
  guint8            *rows;

  glPixelStorei (GL_PACK_ALIGNMENT, 1);
  glReadPixels (0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, pixels);
  cairo_surface_flush (surface);
  rows = cairo_image_surface_get_data (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        const guint8 *pixel =
            pixels + 4 * ((gsize)(height - 1 - y) * (gsize)width + (gsize)x);
        guint32 *to = (guint32 *)(void *)(rows + (gsize)y * (gsize)stride) + x;

        *to = (guint32)pixel[0] << 16 | (guint32)pixel[1] << 8 | pixel[2];
      }
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* Into a picture of its own, beside the screen. */
static cairo_surface_t *
render_beside (RankleSceneView *self, int width, int height)
{
  RankleGlTarget   target = { 0 };
  cairo_surface_t *surface = NULL;

  if (!rankle_gl_target_resize (&target, width, height, TRUE, NULL))
    return NULL;
  show (self);
  rankle_scene_set_theme (self->scene, &rankle_scene_theme_light);
  rankle_scene_set_reduction (self->scene, 1);
  if (rankle_scene_draw (self->scene, target.framebuffer, width, height,
                         get_seconds (self), NULL))
    surface = read_pixels (width, height);
  rankle_gl_target_clear (&target);
  return surface;
}

cairo_surface_t *
_rankle_scene_view_render (RankleSceneView *self, int width, int height)
{
  cairo_surface_t *surface;
  GLint            most = 0;

  if (!_rankle_scene_view_uses_gl (self) || !self->subject->is_ready (self) ||
      !_rankle_scene_view_make_current (self))
    return NULL;
  glGetIntegerv (GL_MAX_TEXTURE_SIZE, &most);
  if (width > most || height > most)
    return NULL;
  surface = render_beside (self, width, height);
  /* What labels point to is read from what was drawn last. */
  gtk_gl_area_queue_render (self->area);
  return surface;
}
