/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-application.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleWindow:
 *
 * One study in one window: controls at the side, pathway above plots, time bar below.
 */
#define RANKLE_TYPE_WINDOW (rankle_window_get_type ())
G_DECLARE_FINAL_TYPE (RankleWindow, rankle_window, RANKLE, WINDOW, AdwApplicationWindow)

RankleWindow *rankle_window_new (RankleApplication *application);
RankleStudy  *rankle_window_get_study (RankleWindow *window);
/* A model file of the user's. On failure what is shown stays, and a message says why. */
void rankle_window_open_file (RankleWindow *window, GFile *file);
/* A bundled model by id; FALSE if it could not be had. */
gboolean rankle_window_load_model (RankleWindow *window, const char *id);
void     rankle_window_load_scenario (RankleWindow *window, const char *id);

G_END_DECLS
