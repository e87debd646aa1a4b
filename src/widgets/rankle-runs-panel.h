/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-study.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RankleRunsPanel:
 *
 * The runs of a study: the present one and those that are kept, in their order, and what
 * is done with them, which it puts to the window's actions.
 */
#define RANKLE_TYPE_RUNS_PANEL (rankle_runs_panel_get_type ())
G_DECLARE_FINAL_TYPE (RankleRunsPanel, rankle_runs_panel, RANKLE, RUNS_PANEL, GtkBox)

void rankle_runs_panel_set_study (RankleRunsPanel *panel, RankleStudy *study);
/* @popover: of the button that adds a run of another model. */
void rankle_runs_panel_set_rivals (RankleRunsPanel *panel, GtkWidget *popover);
/* (nullable): that popover. */
GtkWidget *rankle_runs_panel_get_rivals (RankleRunsPanel *panel);
/* (nullable): the row of a kept run. */
GtkWidget *rankle_runs_panel_get_row (RankleRunsPanel *panel, guint index);

G_END_DECLS
