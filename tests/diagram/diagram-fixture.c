/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diagram-fixture.h"

#include <math.h>
#include <string.h>

const RankleGlyphClass entity_classes[] = {
  RANKLE_GLYPH_MACROMOLECULE,   RANKLE_GLYPH_MULTIMER,    RANKLE_GLYPH_SIMPLE_CHEMICAL,
  RANKLE_GLYPH_COMPLEX,         RANKLE_GLYPH_UNSPECIFIED, RANKLE_GLYPH_PHENOTYPE,
  RANKLE_GLYPH_PERTURBING_AGENT
};
const guint n_entity_classes = G_N_ELEMENTS (entity_classes);

RankleDiagram *
read_map (const char *text)
{
  g_autoptr (GError) error = NULL;
  RankleDiagram *diagram = rankle_diagram_new_from_sbgn (text, -1, "map.sbgn", &error);

  g_assert_no_error (error);
  return diagram;
}

char *
load_pathway_text (gsize *length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "diagrams",
                                                 "rankl-pathway.sbgn", NULL);
  char            *text;

  g_file_get_contents (path, &text, length, &error);
  g_assert_no_error (error);
  return text;
}

RankleDiagram *
load_pathway (void)
{
  gsize            length;
  g_autofree char *text = load_pathway_text (&length);

  return read_map (text);
}

cairo_surface_t *
create_sheet (int width, int height, guint32 color)
{
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0,
                        (color & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_destroy (cr);
  return surface;
}

guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  const guchar *data;
  guint32       value;

  cairo_surface_flush (surface);
  data = cairo_image_surface_get_data (surface);
  memcpy (&value, data + y * cairo_image_surface_get_stride (surface) + 4 * x, 4);
  return value & 0xffffff;
}

guint32
to_pixel (const RankleDiagramColor *color)
{
  return (guint32)lround (color->red * 255) << 16 |
         (guint32)lround (color->green * 255) << 8 | (guint32)lround (color->blue * 255);
}

guint
compare_pixels (guint32 a, guint32 b)
{
  guint most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      int difference = (int)(a >> shift & 0xff) - (int)(b >> shift & 0xff);

      most = MAX (most, (guint)ABS (difference));
    }
  return most;
}
