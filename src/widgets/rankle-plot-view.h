/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-plot-sketch.h"
#include "rankle-spotlight.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RanklePlotView:
 *
 * The panels of a study, its model's or as they were arranged, as small multiples on one
 * time axis with one cursor: three columns where there is room, else two or one; or one
 * panel alone.
 *
 * Signal: sketched (const char *words): a curve that is drawn over a panel is another.
 *
 * Properties: study (RankleStudy), show-ghost (boolean), hold (boolean): axes only grow
 * while it is set.
 */
#define RANKLE_TYPE_PLOT_VIEW (rankle_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (RanklePlotView, rankle_plot_view, RANKLE, PLOT_VIEW, GtkWidget)

void rankle_plot_view_set_study (RanklePlotView *view, RankleStudy *study);
/* Before the study. What is pointed at here is shown elsewhere, and the other way round.
 */
void rankle_plot_view_set_spotlight (RanklePlotView *view, RankleSpotlight *spotlight);
RankleStudy *rankle_plot_view_get_study (RanklePlotView *view);
void         rankle_plot_view_set_hold (RanklePlotView *view, gboolean hold);
/* The first panel that draws it comes into view, and has the keyboard; FALSE: none does.
 */
gboolean rankle_plot_view_show_column (RanklePlotView *view, const char *column);
/* (nullable): the panel of that id comes before all others, where there is room for few;
 * NULL: as they are arranged. */
void rankle_plot_view_set_first (RanklePlotView *view, const char *panel);
/* (nullable): only those of these ids are shown; NULL: all. */
void rankle_plot_view_set_chosen (RanklePlotView *view, const char *const *panels);
/* Ids of the panels that are shown; NULL: all. What the model lacks is passed over, and
 * if it has none of them all are shown. */
void rankle_plot_view_set_only (RanklePlotView *view, const char *const *panels);
/* The run is shown until @until [the model's time]; infinite: all of it. */
void rankle_plot_view_set_until (RanklePlotView *view, double until);

/* A curve is drawn over the panel of @column that is shown, from where the run is at
 * @from. FALSE: no such panel has it by its own values over time, or there is no run. */
gboolean rankle_plot_view_begin_sketch (RanklePlotView *view,
                                        const char     *column,
                                        double          from,
                                        double          to);
/* It stays, and is drawn no more. */
void rankle_plot_view_close_sketch (RanklePlotView *view);
void rankle_plot_view_drop_sketch (RanklePlotView *view);
/* (nullable) */
const RanklePlotSketch *rankle_plot_view_get_sketch (RanklePlotView *view);
/* It has the keyboard. */
void rankle_plot_view_focus_panel (RanklePlotView *view, const char *panel);
/* Shows the whole run again. */
void rankle_plot_view_fit (RanklePlotView *view);

G_END_DECLS
