/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rankle-map.h"
#include "rankle-plot-theme.h"

G_BEGIN_DECLS

/* (transfer full): the area of a map as pixels, opaque, from its left upper corner: what
 * colours mean is rankle_map_find_range()'s to say; cells without a value are hatched,
 * those that are not computed yet more faintly and the other way. @width and @height ≥ 1
 * [pixels], @scale of which are a unit of the theme's sizes. Asks nobody: any thread. */
cairo_surface_t *rankle_map_image_create (const RankleMap       *map,
                                          const RanklePlotTheme *theme,
                                          int                    width,
                                          int                    height,
                                          double                 scale);

G_END_DECLS
