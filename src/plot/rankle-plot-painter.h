/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-layout.h"

G_BEGIN_DECLS

/* Ink, in layers so that a window can keep what has not changed. Each paints over
 * what is there and leaves the context as it was. */

/* Background, title, axes, grid, reference line, baseline ghosts, traces. */
void rankle_plot_paint_back (cairo_t                *cr,
                             const RanklePlot       *plot,
                             const RanklePlotLayout *layout,
                             const RanklePlotTheme  *theme);
/* With the marks of doses, which move when one is dragged. */
void rankle_plot_paint_curves (cairo_t                *cr,
                               const RanklePlot       *plot,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme);
/* Over the bands of a stacked plot the edges between shares of other runs; they do not
 * change with the curves. Nothing in a plot of lines, whose traces lie behind. */
void rankle_plot_paint_edges (cairo_t                *cr,
                              const RanklePlot       *plot,
                              const RanklePlotLayout *layout,
                              const RanklePlotTheme  *theme);
/* Marks with spread bars, over the curves. */
void rankle_plot_paint_points (cairo_t                *cr,
                               const RanklePlot       *plot,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme);
/* A piece of a trace with its mark (the mark alone, where there is no room for more), as
 * it stands in a legend: in the text's colour, in a box of that size at the origin. */
void rankle_plot_paint_trace_sample (cairo_t               *cr,
                                     const RanklePlotTheme *theme,
                                     guint                  ink,
                                     const char            *mark,
                                     double                 width,
                                     double                 height);
/* One mark, as it stands for its kind in a legend: in the text's colour, about @x, @y. */
void rankle_plot_paint_point_sample (cairo_t               *cr,
                                     const RanklePlotTheme *theme,
                                     RanklePlotMark         mark,
                                     gboolean               recalled,
                                     double                 x,
                                     double                 y);
/* A curve once more, twice as heavy: the one that is pointed at. No band of a stacked
 * plot is. */
void rankle_plot_paint_lit (cairo_t                *cr,
                            const RanklePlot       *plot,
                            const RanklePlotLayout *layout,
                            const RanklePlotTheme  *theme,
                            guint                   series);
/* The cursor, a mark on each curve, and the labels with the values there. @selected: a
 * series, or -1. */
void rankle_plot_paint_cursor (cairo_t                *cr,
                               const RanklePlot       *plot,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme,
                               double                  time,
                               int                     selected);

G_END_DECLS
