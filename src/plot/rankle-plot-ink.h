/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-layout.h"

/* What the painters of the layers share, so that they need not know each other. */

G_BEGIN_DECLS

/* How much of a colour lies over what has no values, or none to be read. */
#define RANKLE_PLOT_SHADE 0.16

void _rankle_plot_set_color (cairo_t *cr, const RanklePlotColor *color, double alpha);

/* @align: 0 left, 0.5 centred, 1 right of @x; @y is the text's middle. */
void _rankle_plot_write (cairo_t               *cr,
                         const RanklePlotTheme *theme,
                         const char            *text,
                         double                 size,
                         gboolean               bold,
                         double                 x,
                         double                 y,
                         double                 align);

void _rankle_plot_clip_to_area (cairo_t *cr, const RanklePlotLayout *layout);

/* A line through values, in the colour and width that the context has. @dashes: number of
 * a pattern by which lines are told apart without colour; 0 is solid. */
void _rankle_plot_stroke (cairo_t                *cr,
                          const RanklePlotLayout *layout,
                          const double           *x,
                          const double           *y,
                          guint                   n,
                          double                  factor,
                          guint                   dashes);
void _rankle_plot_set_dashes (cairo_t *cr, guint dashes, double from);

/* Curves of other runs, thin and in patterns of their own, with a mark on each where it
 * finds room. */
void _rankle_plot_paint_traces (cairo_t                *cr,
                                const RanklePlot       *plot,
                                const RanklePlotLayout *layout,
                                const RanklePlotTheme  *theme);

/* Small triangles on the time axis where doses are given; those that would be a comb are
 * one bracket. */
void _rankle_plot_paint_marks (cairo_t                *cr,
                               const RanklePlot       *plot,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme);

/* Fills the path, which stays, as the band of a series is filled. */
void _rankle_plot_fill_band (cairo_t *cr, const RanklePlotTheme *theme, guint series);

G_END_DECLS
