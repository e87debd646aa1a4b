/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-painter.h"
#include "rankle-plot-painter.h"

G_BEGIN_DECLS

/**
 * RanklePlotFront:
 *
 * Curves and points over what lies behind them, painted by a painter.
 */
typedef struct _RanklePlotFront RanklePlotFront;

/* *@front (inout) (nullable) becomes that of @plot and is being painted; where it is
 * already, nothing is done. @back, which says how large it is, and @edges (nullable),
 * which lies over the curves, are held and not painted into from now on; @layout and
 * @theme are theirs. */
void rankle_plot_front_begin (RanklePlotFront       **front,
                              RanklePainter          *painter,
                              cairo_surface_t        *back,
                              cairo_surface_t        *edges,
                              const RanklePlot       *plot,
                              const RanklePlotLayout *layout,
                              const RanklePlotTheme  *theme);
void rankle_plot_front_free (RanklePlotFront *front);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RanklePlotFront, rankle_plot_front_free)

/* (transfer none): the whole picture. Waits for the painter, or paints. */
cairo_surface_t *rankle_plot_front_get (RanklePlotFront *front);

G_END_DECLS
