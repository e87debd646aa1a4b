/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-map-ink.h"
#include "rankle-map-painter.h"
#include "rankle-map-words.h"

#define RING 6.5 /* [px] */

static void
paint_hairlines (cairo_t               *cr,
                 const RankleMapLayout *layout,
                 const RanklePlotTheme *theme,
                 double                 x,
                 double                 y)
{
  double across = floor (x) + 0.5, up = floor (y) + 0.5;

  _rankle_plot_set_color (cr, &theme->foreground, 0.6);
  cairo_set_line_width (cr, 1);
  _rankle_map_paint_tick (cr, layout->left, up, x - RING, up);
  _rankle_map_paint_tick (cr, x + RING, up, layout->right, up);
  _rankle_map_paint_tick (cr, across, layout->top, across, y - RING);
  _rankle_map_paint_tick (cr, across, y + RING, across, layout->bottom);
}

/* In both inks, so that it is seen on every colour. */
static void
paint_ring (cairo_t *cr, const RanklePlotTheme *theme, double x, double y)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, RING, 0, 2 * G_PI);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_set_line_width (cr, 2.6 * theme->line_width);
  cairo_stroke_preserve (cr);
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  cairo_set_line_width (cr, theme->line_width);
  cairo_stroke (cr);
}

/* Beside the ring, on the side where there is room. */
static void
paint_words (cairo_t               *cr,
             const RankleMapLayout *layout,
             const RanklePlotTheme *theme,
             const char            *words,
             double                 x,
             double                 y)
{
  double width =
             _rankle_map_measure_text (cr, theme, words, layout->tick_size, TRUE) + 12,
         height = 1.9 * layout->tick_size;
  double left = x + 2 * RING, top = y - 2 * RING - height;

  if (left + width > layout->right)
    left = MAX (x - 2 * RING - width, layout->left + 2);
  if (top < layout->top)
    top = y + 2 * RING;
  _rankle_map_round_box (cr, left, top, width, height, 3);
  _rankle_plot_set_color (cr, &theme->background, 0.92);
  cairo_fill (cr);
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  _rankle_plot_write (cr, theme, words, layout->tick_size, TRUE, left + 0.5 * width,
                      top + 0.5 * height, 0.5);
}

void
rankle_map_paint_marker (cairo_t               *cr,
                         const RankleMap       *map,
                         const RankleMapLayout *layout,
                         const RanklePlotTheme *theme,
                         double                 x,
                         double                 y)
{
  double           at_x, at_y;
  g_autofree char *words = NULL;

  g_return_if_fail (cr != NULL && map != NULL && layout != NULL && theme != NULL);

  at_x = rankle_plot_scale_map (&layout->x, x);
  at_y = rankle_plot_scale_map (&layout->y, y);
  if (!(at_x >= layout->left && at_x <= layout->right && at_y >= layout->top &&
        at_y <= layout->bottom))
    return;
  words = rankle_map_dup_place_words (map, x, y);
  cairo_save (cr);
  paint_hairlines (cr, layout, theme, at_x, at_y);
  paint_ring (cr, theme, at_x, at_y);
  paint_words (cr, layout, theme, words, at_x, at_y);
  cairo_new_path (cr);
  cairo_restore (cr);
}
