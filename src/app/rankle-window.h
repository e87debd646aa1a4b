/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleWindow:
 *
 * One study in one window: controls at the side, pathway above plots, time bar below.
 */
#define RANKLE_TYPE_WINDOW (rankle_window_get_type ())
G_DECLARE_FINAL_TYPE (RankleWindow, rankle_window, RANKLE, WINDOW, AdwApplicationWindow)

/* @settings: (nullable): the user's habits. */
RankleWindow *rankle_window_new (GtkApplication *application, GSettings *settings);
RankleStudy  *rankle_window_get_study (RankleWindow *window);
/* A model file of the user's. It is read beside the main loop; until it has been, and on
 * failure, what is shown stays, and words say so. A newer one, or a bundled model, takes
 * the place of one that is being read. */
void rankle_window_open_file (RankleWindow *window, GFile *file);
/* A bundled model by id; FALSE if it could not be had. */
gboolean rankle_window_load_model (RankleWindow *window, const char *id);
gboolean rankle_window_load_scenario (RankleWindow *window, const char *id);

/* (transfer none): another one, shown. */
RankleWindow *rankle_window_new_beside (RankleWindow *window);
G_END_DECLS
