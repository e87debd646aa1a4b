/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rankle-plot-theme.h"

G_BEGIN_DECLS

/* A phase plane: of a plot of that kind the first series goes to the right, the second
 * up, and a run is a track through both. Only what is within the plot's x_min … x_max is
 * drawn of it. Each paints over what is there and leaves the context as it was. */

/* Background, title, axes, the tracks of baseline and other runs, and that of the run
 * with its direction. @width and @height [px]. */
void rankle_phase_paint (cairo_t               *cr,
                         const RanklePlot      *plot,
                         const RanklePlotTheme *theme,
                         double                 width,
                         double                 height);
/* Where the run is at @time, and both values then. */
void rankle_phase_paint_cursor (cairo_t               *cr,
                                const RanklePlot      *plot,
                                const RanklePlotTheme *theme,
                                double                 width,
                                double                 height,
                                double                 time);
/* When the run's track is nearest to a place [px]; FALSE: there is none. */
gboolean rankle_phase_find_time (const RanklePlot      *plot,
                                 const RanklePlotTheme *theme,
                                 double                 width,
                                 double                 height,
                                 double                 x,
                                 double                 y,
                                 double                *time);

G_END_DECLS
