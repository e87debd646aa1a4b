/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rankle-map-layout.h"

G_BEGIN_DECLS

/* Each leaves the context as it was, and without a path. */

/* Background, title, area, lines with their values, axes and bar of colours. @image
 * (nullable): the area, of rankle_map_image_create (), from another thread or another
 * time; NULL: it is made. */
void rankle_map_paint (cairo_t               *cr,
                       const RankleMap       *map,
                       const RankleMapLayout *layout,
                       const RanklePlotTheme *theme,
                       cairo_surface_t       *image);
/* Without a word: area and lines alone, @width times @height from the origin. */
void rankle_map_paint_area (cairo_t               *cr,
                            const RankleMap       *map,
                            const RanklePlotTheme *theme,
                            cairo_surface_t       *image,
                            double                 width,
                            double                 height);

/* Over it: a ring at @x and @y, in units of the axes, hairlines through it, and what is
 * there in words. A place that is not on the map has none. */
void rankle_map_paint_marker (cairo_t               *cr,
                              const RankleMap       *map,
                              const RankleMapLayout *layout,
                              const RanklePlotTheme *theme,
                              double                 x,
                              double                 y);

G_END_DECLS
