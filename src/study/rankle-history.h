/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

#define RANKLE_HISTORY_LIMIT 100
#define RANKLE_HISTORY_JOINS G_USEC_PER_SEC /* [µs], between steps that are one */

/**
 * RankleHistory:
 *
 * The sessions to go back to and forth to, each with a label: what the change did that
 * lies between it and the session after it.
 *
 * @past: (owned): newest last
 * @future: (owned): next first
 */
typedef struct
{
  GQueue past;
  GQueue future;
} RankleHistory;

void rankle_history_init (RankleHistory *history);
void rankle_history_clear (RankleHistory *history);

/* @before has become another session by what @label says. */
void
rankle_history_add (RankleHistory *history, RankleSession *before, const char *label);

/* As that, by a step of @subject at @now [µs]: another one of it may join it. */
void rankle_history_add_step (RankleHistory *history,
                              RankleSession *before,
                              const char    *label,
                              const char    *subject,
                              gint64         now);
/* (transfer full) (nullable): the session before the last step, which is taken away, if
 * it was one of @subject just before @now and nothing has been undone since. */
RankleSession *
rankle_history_take_step (RankleHistory *history, const char *subject, gint64 now);

/* (nullable): what would be undone, or redone; NULL where there is nothing. */
const char *rankle_history_get_undo_label (const RankleHistory *history);
const char *rankle_history_get_redo_label (const RankleHistory *history);
/* (transfer full): the session that takes @present's place, or NULL. */
RankleSession *rankle_history_undo (RankleHistory *history, RankleSession *present);
RankleSession *rankle_history_redo (RankleHistory *history, RankleSession *present);

G_END_DECLS
