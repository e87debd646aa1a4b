/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-run-plot.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* Which plots there are, as actions of one of them:
 *
 * - plot.add, plot.add-quantity: ask which quantity, by a popover
 * - plot.add-of (u): a plot of that column; plot.add-quantity-of (u): to this plot. What
 *   cannot be is told by "win.tell"
 * - plot.remove-quantity (u): that column
 * - plot.phase: its two quantities against each other, or over time again
 * - plot.move (i): -1 to the left, +1 to the right; plot.remove; plot.reset: all are as
 *   the model has them
 *
 * Any of these may take the widget away. */

/* All live as long as @widget. */
void rankle_plot_arrange_add (GtkWidget           *widget,
                              RankleStudy         *study,
                              const RankleRunPlot *shown,
                              GSimpleActionGroup  *group);
/* What there is to do now, and appends it to @menu. */
void rankle_plot_arrange_append (GtkWidget *widget, GMenu *menu);
/* The widget has been given its room: its popover, if there is one, follows. */
void rankle_plot_arrange_place (GtkWidget *widget);
void rankle_plot_arrange_remove (GtkWidget *widget);

G_END_DECLS
