/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleObservationsWindow:
 *
 * How a table of one's own is read: what counts its time and where that begins, which arm
 * is looked at, what each quantity is in the study's model and how it was measured. What
 * was guessed of it stands there. The study gets the observations when they are accepted;
 * closed otherwise, the window leaves all as it was.
 */
#define RANKLE_TYPE_OBSERVATIONS_WINDOW (rankle_observations_window_get_type ())
G_DECLARE_FINAL_TYPE (RankleObservationsWindow,
                      rankle_observations_window,
                      RANKLE,
                      OBSERVATIONS_WINDOW,
                      AdwWindow)

/* @observations: as they are to be read unless it is said otherwise. @remark (nullable):
 * what is to be said of the file. */
GtkWidget *rankle_observations_window_new (GtkWindow                *parent,
                                           RankleStudy              *study,
                                           const RankleObservations *observations,
                                           const char               *remark);

G_END_DECLS
