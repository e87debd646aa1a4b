/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-layout.h"

G_BEGIN_DECLS

/* Ink, in three layers so that a window can keep what has not changed. Each paints over
 * what is there and leaves the context as it was. */

/* Background, title, axes, grid, dose marks, reference line, baseline ghosts. */
void rankle_plot_paint_back (cairo_t                *cr,
                             const RanklePlot       *plot,
                             const RanklePlotLayout *layout,
                             const RanklePlotTheme  *theme);
void rankle_plot_paint_curves (cairo_t                *cr,
                               const RanklePlot       *plot,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme);
/* Open marks with spread bars, over the curves: round, or a diamond for what is
 * predicted. */
void rankle_plot_paint_points (cairo_t                *cr,
                               const RanklePlot       *plot,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme);
/* One mark, as it stands for its kind in a legend: in the text's colour, about @x, @y. */
void rankle_plot_paint_point_sample (cairo_t               *cr,
                                     const RanklePlotTheme *theme,
                                     gboolean               predicted,
                                     gboolean               recalled,
                                     double                 x,
                                     double                 y);
/* The cursor, a mark on each curve, and the labels with the values there. @selected: a
 * series, or -1. */
void rankle_plot_paint_cursor (cairo_t                *cr,
                               const RanklePlot       *plot,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme,
                               double                  time,
                               int                     selected);

G_END_DECLS
