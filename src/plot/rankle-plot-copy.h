/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot.h"

G_BEGIN_DECLS

/**
 * RanklePlotCopy:
 *
 * What rankle_plot_paint_curves() and rankle_plot_paint_points() read of a plot, in
 * memory of its own: runs and panels may go while it is painted. It has no titles, ghosts
 * and traces, which lie behind.
 */
typedef struct _RanklePlotCopy RanklePlotCopy;

RanklePlotCopy *rankle_plot_copy_new (const RanklePlot *plot);
void            rankle_plot_copy_free (RanklePlotCopy *copy);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RanklePlotCopy, rankle_plot_copy_free)

/* (transfer none) */
const RanklePlot *rankle_plot_copy_get_plot (const RanklePlotCopy *copy);
/* TRUE: both paint alike. */
gboolean rankle_plot_copy_equal (const RanklePlotCopy *a, const RanklePlotCopy *b);

G_END_DECLS
