/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-run-plot.h"

/* Private to this folder: rankle-run-plot.c fills a plot from one run, the file beside it
 * adds the kept ones. */

G_BEGIN_DECLS

void _rankle_run_plot_init_kept (RankleRunPlot *self);
void _rankle_run_plot_clear_kept (RankleRunPlot *self);
/* Behind the points of the run itself, @findings, which are not told twice. */
void _rankle_run_plot_add_kept_points (RankleRunPlot       *self,
                                       const RankleFinding *findings,
                                       guint                n);
/* What the model's own values of @column are multiplied with; there is a run. */
double _rankle_run_plot_find_factor (const RankleRunPlot *self, guint column);
/* -1: none of the panel's. */
int _rankle_run_plot_find_series (const RankleRunPlot *self, guint column);

G_END_DECLS
