/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleTimeBar:
 *
 * Play, pause, step, scrub and speed for a study's time cursor. At speed 1 the whole
 * horizon plays in 20 seconds, whatever the model's clock. Steps go from dose to dose, or
 * by a twentieth of the horizon where there are none. A button says how long the run is,
 * and takes another length as it is typed.
 *
 * Properties: study (RankleStudy), playing (boolean), speed (double).
 */
#define RANKLE_TYPE_TIME_BAR (rankle_time_bar_get_type ())
G_DECLARE_FINAL_TYPE (RankleTimeBar, rankle_time_bar, RANKLE, TIME_BAR, GtkBox)

void     rankle_time_bar_set_study (RankleTimeBar *bar, RankleStudy *study);
void     rankle_time_bar_set_playing (RankleTimeBar *bar, gboolean playing);
gboolean rankle_time_bar_get_playing (RankleTimeBar *bar);
/* Plays for so many seconds, then stops: the first screen is alive. */
void rankle_time_bar_play_for (RankleTimeBar *bar, double seconds);
/* -1 or +1: to the dose before or behind the cursor. */
void rankle_time_bar_step (RankleTimeBar *bar, int direction);
/* What is seldom wanted is behind a button, and the time stands over its slider. */
void rankle_time_bar_set_compact (RankleTimeBar *bar, gboolean compact);

G_END_DECLS
