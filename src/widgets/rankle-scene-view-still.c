/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture without OpenGL: drawn when it is another, and kept as a texture; and the
 * one for print. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "rankle-scene-view-private.h"

/* 20 cm, of 300 pixels to the inch. */
#define PRINT_WIDTH  2400
#define PRINT_HEIGHT 1800
#define PRINT_MARGIN 60
#define PRINT_FONT   "Cantarell 34px"

/* ---- on the screen ---- */

static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int height = cairo_image_surface_get_height (surface);
  int stride = cairo_image_surface_get_stride (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  bytes =
      g_bytes_new (cairo_image_surface_get_data (surface), (gsize)stride * (gsize)height);
  return gdk_memory_texture_new (cairo_image_surface_get_width (surface), height,
                                 GDK_MEMORY_DEFAULT, bytes, (gsize)stride);
}

static cairo_surface_t *
draw_still (RankleSceneView *self, int width, int height, double scale, gboolean on_paper)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int)ceil (width * scale), (int)ceil (height * scale));
  cairo_t *cairo = cairo_create (surface);

  cairo_scale (cairo, scale, scale);
  self->subject->draw_still (self, cairo, width, height, on_paper);
  cairo_destroy (cairo);
  return surface;
}

static void
paint_ground (RankleSceneView *self, GtkSnapshot *snapshot, const graphene_rect_t *at)
{
  RankleSceneColor ground = self->theme.ground;

  gtk_snapshot_append_color (snapshot,
                             &(GdkRGBA){ ground.red, ground.green, ground.blue, 1 }, at);
}

/* Of the places that a label may point to, the nearest to the eye: it is seldom hidden.
 */
static void
see_anchors (RankleSceneView *self)
{
  RankleProjection projection;

  if (self->picture.width <= 0 || self->picture.height <= 0)
    return;
  projection = rankle_projection (self->camera, self->subject->frame, self->picture.width,
                                  self->picture.height);
  for (guint i = 0; i < self->n_tags; i++)
    {
      RankleSceneTag *tag = &self->tags[i];
      float           nearest = INFINITY;

      tag->is_seen = self->subject->has_still_view && tag->label.n_anchors > 0;
      for (guint k = 0; k < tag->label.n_anchors; k++)
        {
          graphene_point3d_t on =
              rankle_project (&projection, &tag->label.anchors[k].place);

          if (on.z >= nearest)
            continue;
          nearest = on.z;
          tag->x = (double)on.x;
          tag->y = (double)on.y;
        }
    }
  self->seeking = FALSE;
  _rankle_scene_view_place_tags_soon (self);
}

void
_rankle_scene_view_paint_still (RankleSceneView *self, GtkSnapshot *snapshot)
{
  const GtkAllocation *at = &self->picture;
  graphene_rect_t      bounds = GRAPHENE_RECT_INIT ((float)at->x, (float)at->y,
                                                    (float)at->width, (float)at->height);

  if (at->width <= 0 || at->height <= 0)
    return;
  if (!self->subject->is_ready (self))
    {
      paint_ground (self, snapshot, &bounds);
      return;
    }
  if (self->still == NULL)
    {
      cairo_surface_t *surface =
          draw_still (self, at->width, at->height,
                      gtk_widget_get_scale_factor (GTK_WIDGET (self)), FALSE);

      self->still = make_texture (surface);
      cairo_surface_destroy (surface);
    }
  gtk_snapshot_append_texture (snapshot, self->still, &bounds);
  if (self->seeking)
    see_anchors (self);
}

/* ---- for print ---- */

/* (transfer full): what stands beneath the picture. */
static PangoLayout *
lay_out_words (RankleSceneView *self, cairo_t *cairo)
{
  PangoLayout          *layout = pango_cairo_create_layout (cairo);
  PangoFontDescription *font = pango_font_description_from_string (PRINT_FONT);
  g_autofree char      *sentence = self->subject->make_sentence (self);
  g_autofree char      *words =
      g_strdup_printf ("%s\n%s", sentence, self->subject->get_caption ());

  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (PRINT_WIDTH - 2 * PRINT_MARGIN) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, words, -1);
  return layout;
}

static cairo_status_t
take_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static int
measure_words (RankleSceneView *self)
{
  cairo_surface_t *nothing = cairo_recording_surface_create (CAIRO_CONTENT_COLOR, NULL);
  cairo_t         *cairo = cairo_create (nothing);
  g_autoptr (PangoLayout) layout = lay_out_words (self, cairo);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  cairo_destroy (cairo);
  cairo_surface_destroy (nothing);
  return height + 2 * PRINT_MARGIN;
}

static void
paint_page (RankleSceneView *self, cairo_t *cairo, cairo_surface_t *picture)
{
  g_autoptr (PangoLayout) layout = NULL;

  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_set_source_surface (cairo, picture, 0, 0);
  cairo_paint (cairo);
  layout = lay_out_words (self, cairo);
  cairo_set_source_rgb (cairo, 0.1, 0.1, 0.12);
  cairo_move_to (cairo, PRINT_MARGIN, PRINT_HEIGHT + PRINT_MARGIN);
  pango_cairo_show_layout (cairo, layout);
}

GBytes *
_rankle_scene_view_print (RankleSceneView *self, GError **error)
{
  cairo_surface_t *picture, *page;
  cairo_t         *cairo;
  GByteArray      *bytes = g_byte_array_new ();

  if (self->subject->get_complaint (self) != NULL || !self->subject->is_ready (self))
    {
      g_autofree char *sentence = self->subject->make_sentence (self);

      g_byte_array_unref (bytes);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   /* Translators: %s is a sentence that says why */
                   _ ("There is no picture to be written. %s"), sentence);
      return NULL;
    }
  picture = _rankle_scene_view_render (self, PRINT_WIDTH, PRINT_HEIGHT);
  if (picture == NULL)
    picture = draw_still (self, PRINT_WIDTH / 3, PRINT_HEIGHT / 3, 3, TRUE);
  page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, PRINT_WIDTH,
                                     PRINT_HEIGHT + measure_words (self));
  cairo = cairo_create (page);
  paint_page (self, cairo, picture);
  cairo_destroy (cairo);
  cairo_surface_write_to_png_stream (page, take_bytes, bytes);
  cairo_surface_destroy (page);
  cairo_surface_destroy (picture);
  return g_byte_array_free_to_bytes (bytes);
}
