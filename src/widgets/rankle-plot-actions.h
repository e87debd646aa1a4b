/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-run-plot.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/* What can be done to a plot: actions of the group "plot" on its widget, by keys, by two
 * clicks, by a menu, and by a button in its corner.
 *
 * - plot.enlarge: it has all the room of the pane, or no longer (boolean state)
 * - plot.logarithmic: of its axis (boolean state); what cannot be so is told by
 *   "win.tell" and stays as it is
 * - plot.fit: all of the run is seen */

/* (transfer none): the button, a child of @widget. @study and @shown live as long as
 * @widget. */
GtkWidget *rankle_plot_actions_add (GtkWidget           *widget,
                                    RankleStudy         *study,
                                    const RankleRunPlot *shown);
/* What is shown is another. */
void rankle_plot_actions_update (GtkWidget *widget);
/* The widget has been given its room: its menu, if there is one, follows. */
void rankle_plot_actions_place (GtkWidget *widget);
/* Takes button and menu away. */
void rankle_plot_actions_remove (GtkWidget *widget);

G_END_DECLS
