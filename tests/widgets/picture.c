/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

/* What a new paintable holds is what was drawn last: it is made after the drawing. */
GBytes *
look_at (GtkWidget *widget)
{
  GdkPaintable  *paintable;
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;
  GdkTexture    *texture;
  GBytes        *bytes;
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);

  g_assert_cmpint (width, >, 50);
  g_assert_cmpint (height, >, 50);
  gtk_test_widget_wait_for_draw (widget);
  paintable = gtk_widget_paintable_new (widget);
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  texture = gsk_renderer_render_texture (
      gtk_native_get_renderer (gtk_widget_get_native (widget)), node, NULL);
  bytes = gdk_texture_save_to_png_bytes (texture);
  g_object_unref (texture);
  gsk_render_node_unref (node);
  g_object_unref (paintable);
  return bytes;
}

/* The bytes of Cairo's ARGB32, of what is opaque. */
static guint32
look_up (GtkWidget *widget, const char *name)
{
  GdkRGBA colour;

  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                                 name, &colour));
  G_GNUC_END_IGNORE_DEPRECATIONS
  return 0xff000000u | (guint32)(colour.red * 255 + 0.5) << 16 |
         (guint32)(colour.green * 255 + 0.5) << 8 | (guint32)(colour.blue * 255 + 0.5);
}

guint
count_ink (GBytes *picture, GtkWidget *widget, const char *name)
{
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (picture, NULL);
  gsize n =
      (gsize)gdk_texture_get_width (texture) * (gsize)gdk_texture_get_height (texture);
  g_autofree guint32 *pixels = g_new (guint32, n);
  guint32             ink = look_up (widget, name);
  guint               count = 0;

  gdk_texture_download (texture, (guchar *)pixels,
                        (gsize)gdk_texture_get_width (texture) * sizeof (guint32));
  for (gsize i = 0; i < n; i++)
    count += pixels[i] == ink;
  return count;
}
