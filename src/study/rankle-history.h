/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

#define RANKLE_HISTORY_LIMIT 100

/**
 * RankleHistory:
 *
 * The scenarios to go back to and forth to. A scenario is a small constant value, so a
 * step of undo is a reference to one.
 *
 * @past: (owned): newest last
 * @future: (owned): next first
 * @opened: (owned) (nullable): what stood when the change under way began
 */
typedef struct
{
  GQueue          past;
  GQueue          future;
  RankleScenario *opened;
} RankleHistory;

void rankle_history_init (RankleHistory *history);
void rankle_history_clear (RankleHistory *history);

/* A begin within a change under way is part of it. */
void rankle_history_begin (RankleHistory *history, RankleScenario *present);
/* Ends the change under way; one that led nowhere leaves no step. */
void rankle_history_commit (RankleHistory *history, RankleScenario *present);

gboolean rankle_history_can_undo (const RankleHistory *history);
gboolean rankle_history_can_redo (const RankleHistory *history);
/* (transfer full): the scenario that takes @present's place, or NULL. */
RankleScenario *rankle_history_undo (RankleHistory *history, RankleScenario *present);
RankleScenario *rankle_history_redo (RankleHistory *history, RankleScenario *present);

G_END_DECLS
