/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "rankle-plot-layout.h"

G_BEGIN_DECLS

/**
 * RanklePlotCurve:
 *
 * A curve as it is drawn: in pixels, x ascending, of no more points than the eye can tell
 * apart. y is NaN in a gap.
 */
typedef struct
{
  double *x, *y; /* (owned) */
  guint   n;
} RanklePlotCurve;

/* @n values @y × @factor at times @x. */
void rankle_plot_curve_init (RanklePlotCurve        *curve,
                             const RanklePlotLayout *layout,
                             const double           *x,
                             const double           *y,
                             guint                   n,
                             double                  factor);
void rankle_plot_curve_clear (RanklePlotCurve *curve);

/* At most four points a pixel column, the first, lowest, highest and last, so that no
 * spike is lost. @x and @y take up to RANKLE_PLOT_MOST_POINTS (columns) values; returns
 * how many: a curve of more gaps than that ends where the room ends. A gap becomes one
 * NaN. */
#define RANKLE_PLOT_MOST_POINTS(columns) (4 * (columns) + 16)

guint rankle_plot_decimate (const double *x_in,
                            const double *y_in,
                            guint         n,
                            double        x_min,
                            double        x_max,
                            guint         columns,
                            double       *x,
                            double       *y);

/* Drops, in place, points that the line through the others passes within @tolerance in y.
 * @x ascending; gaps stay. Returns how many are left. */
guint rankle_plot_simplify (double *x, double *y, guint n, double tolerance);

G_END_DECLS
