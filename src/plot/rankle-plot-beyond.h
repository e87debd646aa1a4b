/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-layout.h"

G_BEGIN_DECLS

/* Where series have values that are not to be read: RanklePlotSeries.beyond. */

gboolean rankle_plot_is_beyond (const RanklePlot *plot, guint series, double x);
/* The longest time in view; FALSE: there is none. */
gboolean rankle_plot_find_beyond (const RanklePlot *plot, double *from, double *to);

/* Under the curves, and the plot's warning over them. */
void _rankle_plot_shade_beyond (cairo_t                *cr,
                                const RanklePlot       *plot,
                                const RanklePlotLayout *layout,
                                const RanklePlotTheme  *theme);
void _rankle_plot_write_warning (cairo_t                *cr,
                                 const RanklePlot       *plot,
                                 const RanklePlotLayout *layout,
                                 const RanklePlotTheme  *theme);

G_END_DECLS
