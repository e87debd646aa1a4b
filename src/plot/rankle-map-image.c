/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-image.h"

#include <math.h>

#include "rankle-map-colors.h"
#include "rankle-map-field.h"

/* From one line of a hatching to the next, along the row, and how wide one is there. */
#define HATCH_APART 7.0
#define HATCH_WIDTH 1.7

typedef struct
{
  const RankleMapField *field;
  RankleMapColors       colors;
  RankleMapLocus       *columns; /* (owned) */
  double               *values;  /* (owned): of a row */
  int                   width;
  double                scale;
} Brush;

static guint32
blend (guint32 a, guint32 b, double part)
{
  guint32 mixed = 0xff000000u;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      double from = a >> shift & 0xff, to = b >> shift & 0xff;

      mixed |= (guint32)lround (from + part * (to - from)) << shift;
    }
  return mixed;
}

/* @along: the pixel's place across the lines [px]. */
static guint32
hatch (const guint32 pair[2], double along, double apart, double width)
{
  double off = along - apart * floor (along / apart);
  double covered = 0.5 * width + 0.5 - MIN (off, apart - off);

  return blend (pair[0], pair[1], CLAMP (covered, 0, 1));
}

static guint32
get_hatched (const Brush *self, int x, int y, const RankleMapLocus *row)
{
  double width = HATCH_WIDTH * self->scale, apart = HATCH_APART * self->scale;

  if (rankle_map_field_get_state (self->field, &self->columns[x], row) ==
      RANKLE_MAP_PENDING)
    return hatch (self->colors.pending, x - y, 2 * apart, width);
  return hatch (self->colors.failed, x + y, apart, width);
}

static void
paint_row (Brush *self, int y, const RankleMapLocus *row, guint32 *pixels)
{
  const RankleMapRange *range = rankle_map_field_get_range (self->field);

  rankle_map_field_read_row (self->field, self->columns, (guint)self->width, row, FALSE,
                             self->values);
  for (int x = 0; x < self->width; x++)
    pixels[x] = isnan (self->values[x])
                    ? get_hatched (self, x, y, row)
                    : rankle_map_colors_get (
                          &self->colors, rankle_map_range_shade (range, self->values[x]));
}

static void
brush_init (Brush                 *self,
            const RankleMapField  *field,
            const RanklePlotTheme *theme,
            int                    width,
            double                 scale)
{
  self->field = field;
  self->width = width;
  self->scale = scale;
  self->columns = g_new (RankleMapLocus, width);
  self->values = g_new (double, width);
  rankle_map_colors_init (&self->colors, theme);
  for (int x = 0; x < width; x++)
    self->columns[x] = rankle_map_field_locate_x (field, (x + 0.5) / width);
}

static void
brush_clear (Brush *self)
{
  g_free (self->columns);
  g_free (self->values);
}

cairo_surface_t *
rankle_map_image_create (const RankleMap       *map,
                         const RanklePlotTheme *theme,
                         int                    width,
                         int                    height,
                         double                 scale)
{
  g_autoptr (RankleMapField) field = NULL;
  cairo_surface_t *surface;
  Brush            brush;

  g_return_val_if_fail (map != NULL && theme != NULL, NULL);
  g_return_val_if_fail (width >= 1 && height >= 1 && scale > 0, NULL);

  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface; /* too large: as Cairo has it, it paints nothing */
  field = rankle_map_field_new (map);
  brush_init (&brush, field, theme, width, scale);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      RankleMapLocus row = rankle_map_field_locate_y (field, 1 - (y + 0.5) / height);
      guchar        *data = cairo_image_surface_get_data (surface);

      paint_row (
          &brush, y, &row,
          (guint32 *)(gpointer)(data + y * cairo_image_surface_get_stride (surface)));
    }
  cairo_surface_mark_dirty (surface);
  brush_clear (&brush);
  return surface;
}
