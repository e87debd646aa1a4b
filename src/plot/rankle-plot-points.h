/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-layout.h"

G_BEGIN_DECLS

/**
 * RanklePlotPlace:
 * @shown: FALSE: the point has no place in the plot area; all below is then undefined
 * @x: @y: middle of the mark [px]; of a window of time it stands in the middle
 * @at: where it belongs [px]: @x, unless the mark was moved aside
 * @from: @to: ends of the window [px]; equal where there is none
 * @top: @bottom: ends of the spread bar [px], @top ≤ @y ≤ @bottom; both @y without spread
 *
 * Where a point is drawn.
 */
typedef struct
{
  gboolean shown;
  double   x, y, at;
  double   from, to;
  double   top, bottom;
} RanklePlotPlace;

/* Half the height of a mark [px] beside labels of that size. */
double rankle_plot_points_get_radius (double label_size);

/* (transfer full): a place for each of the plot's points. Marks that would hide each
 * other are moved aside, as long as they are not hundreds. */
RanklePlotPlace *rankle_plot_points_place (const RanklePlot       *plot,
                                           const RanklePlotLayout *layout);

/* The point whose mark is nearest to a pixel, of those within @reach [px]; -1: none. */
int rankle_plot_points_find (const RanklePlot       *plot,
                             const RanklePlotLayout *layout,
                             double                  x,
                             double                  y,
                             double                  reach);

G_END_DECLS
