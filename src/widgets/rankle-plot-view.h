/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RanklePlotView:
 *
 * The panels of a study's model as small multiples on one time axis with one cursor:
 * three columns where there is room, else two or one.
 *
 * Properties: study (RankleStudy), show-ghost (boolean), hold (boolean): axes only grow
 * while it is set.
 */
#define RANKLE_TYPE_PLOT_VIEW (rankle_plot_view_get_type ())
G_DECLARE_FINAL_TYPE (RanklePlotView, rankle_plot_view, RANKLE, PLOT_VIEW, GtkWidget)

void         rankle_plot_view_set_study (RanklePlotView *view, RankleStudy *study);
RankleStudy *rankle_plot_view_get_study (RanklePlotView *view);
void         rankle_plot_view_set_hold (RanklePlotView *view, gboolean hold);
/* Shows the whole run again. */
void rankle_plot_view_fit (RanklePlotView *view);

G_END_DECLS
