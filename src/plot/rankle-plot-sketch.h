/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-layout.h"

G_BEGIN_DECLS

/* Points of a sketch, and how many keys stop at: every fourth, but the first, which is
 * where the run begins. */
#define RANKLE_SKETCH_POINTS   33
#define RANKLE_SKETCH_STATIONS 8

/**
 * RanklePlotSketch:
 * @from: @to: the stretch of time that it is of [the model's unit]
 * @low: @high: values stay within, as they are shown
 * @values: at RANKLE_SKETCH_POINTS times, evenly from @from to @to; the first stays
 * @station: where keys raise and lower it: 1 … RANKLE_SKETCH_STATIONS; 0: nowhere yet
 * @is_drawn: it is other than when it began
 *
 * A curve that is drawn by hand, or by keys, over a plot. A plain value.
 */
typedef struct
{
  double   from, to, low, high;
  double   values[RANKLE_SKETCH_POINTS];
  guint    station;
  gboolean is_drawn;
} RanklePlotSketch;

/* A level line at @start, with room to thrice of that, and to as far below 0 as it is.
 * @from < @to; @start finite. */
void
rankle_plot_sketch_init (RanklePlotSketch *sketch, double from, double to, double start);
double rankle_plot_sketch_get_time (const RanklePlotSketch *sketch, guint point);

/* A hand goes from one place to another: what lies between is drawn anew. Times and
 * values beyond the ends are taken to them. */
void rankle_plot_sketch_draw (
    RanklePlotSketch *sketch, double time, double value, double to_time, double to_value);
/* To the next station, or @by = -1, the one before; it stays within. */
void rankle_plot_sketch_step (RanklePlotSketch *sketch, int by);
/* The curve is raised at the station by @by of the room, and with it, straight, what lies
 * between its neighbours; what lies behind the last raised one follows. */
void rankle_plot_sketch_raise (RanklePlotSketch *sketch, double by);

/* (transfer full): "Your curve: 80 % of baseline at 6 mo", at the station, or, before
 * there is one, at the end. @plot: whose units. */
char *rankle_plot_sketch_in_words (const RanklePlotSketch *sketch,
                                   const RanklePlot       *plot);

/* Over @plot, with a dot at the station. */
void rankle_plot_sketch_paint (cairo_t                *cr,
                               const RanklePlotSketch *sketch,
                               const RanklePlotLayout *layout,
                               const RanklePlotTheme  *theme);

G_END_DECLS
