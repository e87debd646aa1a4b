/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map-layout.h"
#include "rankle-plot-ink.h"

/* What the painters of a map share. */

G_BEGIN_DECLS

/* The path alone. */
void _rankle_map_round_box (
    cairo_t *cr, double x, double y, double width, double height, double radius);
void   _rankle_map_paint_tick (cairo_t *cr, double x, double y, double to_x, double to_y);
double _rankle_map_measure_text (cairo_t               *cr,
                                 const RanklePlotTheme *theme,
                                 const char            *text,
                                 double                 size,
                                 gboolean               bold);

/* Title, axes and bar of colours: all but the area. */
void _rankle_map_paint_frame (cairo_t               *cr,
                              const RankleMap       *map,
                              const RankleMapLayout *layout,
                              const RanklePlotTheme *theme);

G_END_DECLS
