/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-kept-result.h"
#include "rankle-runner.h"
#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RankleKeptShows:
 *
 * The kept runs of a session with what came of them. Asks the runner for those that are
 * seen, in the lane that nobody waits for, and tells its owner when something has come.
 * Main thread only.
 */
typedef struct _RankleKeptShows RankleKeptShows;

/* Called within rankle_kept_shows_take(), too, where a run is at hand. */
typedef void (*RankleKeptShowsFunc) (gpointer data);

RankleKeptShows *
rankle_kept_shows_new (RankleRunner *runner, RankleKeptShowsFunc changed, gpointer data);
/* Nothing is told after it. */
void rankle_kept_shows_free (RankleKeptShows *shows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleKeptShows, rankle_kept_shows_free)

/* The kept runs are those of @session, with a model. @finder (nullable): of its model and
 * evidence. What another name, order or ink has is not asked again; what is hidden is not
 * asked at all. TRUE: the list is another than before. */
gboolean rankle_kept_shows_take (RankleKeptShows *shows,
                                 RankleSession   *session,
                                 RankleFinder    *finder);
/* In the session's order; valid until the next call of take, or the main loop's turn. */
const RankleKeptResult *rankle_kept_shows_get (RankleKeptShows *shows, guint *n);

G_END_DECLS
