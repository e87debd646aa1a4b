/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RanklePlotScale:
 *
 * From a value to a place and back. A plain value; @from and @to are pixels and may run
 * either way.
 */
typedef struct
{
  double   min, max; /* min < max; both > 0 where @logarithmic */
  double   from, to;
  gboolean logarithmic;
} RanklePlotScale;

/* A scale that can be used whatever the range is: empty, reversed and undefined ranges
 * are made good. */
RanklePlotScale rankle_plot_scale_new (double min, double max, gboolean logarithmic);
double          rankle_plot_scale_map (const RanklePlotScale *scale, double value);
double          rankle_plot_scale_unmap (const RanklePlotScale *scale, double place);

#define RANKLE_PLOT_MAX_TICKS 12

/* Round values within the scale: two at least, and at most @target of them, which is
 * taken as three where it is less. Returns how many. */
guint rankle_plot_scale_ticks (const RanklePlotScale *scale,
                               guint                  target,
                               double                 ticks[RANKLE_PLOT_MAX_TICKS]);

/* Decimals that tell two values @step apart. */
int rankle_plot_decimals (double step);
/* (transfer full): in the user's locale. */
char *rankle_plot_format (double value, int decimals);
/* (transfer full): three significant digits, without trailing zeros. */
char *rankle_plot_format_value (double value);

/**
 * RanklePlotClock:
 *
 * The unit that time is shown in: the smallest that keeps the numbers under 100, but
 * months only where years would be too coarse.
 */
typedef struct
{
  const char *unit;   /* "y", "mo", "d", "h", "min", "s"; "" where time has no unit */
  double      factor; /* shown = factor × model time */
} RanklePlotClock;

RanklePlotClock rankle_plot_clock_choose (const char *time_unit, double range);

G_END_DECLS
