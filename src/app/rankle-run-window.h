/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleRunWindow:
 *
 * One kept run: its name, and in what it differs from the run that is explored. It
 * follows both, and closes when the run is deleted.
 */
#define RANKLE_TYPE_RUN_WINDOW (rankle_run_window_get_type ())
G_DECLARE_FINAL_TYPE (RankleRunWindow, rankle_run_window, RANKLE, RUN_WINDOW, AdwWindow)

GtkWidget *rankle_run_window_new (GtkWindow *parent, RankleStudy *study);
/* @index: of the run in the study's order. */
void rankle_run_window_show (RankleRunWindow *window, guint index);
/* The keyboard goes to the name. */
void rankle_run_window_rename (RankleRunWindow *window);

G_END_DECLS
