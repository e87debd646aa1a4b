/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"
#include "rankle-scenario.h"

G_BEGIN_DECLS

/**
 * RankleSession:
 *
 * What is being explored: a model and the scenario put to it, a rival beside it, the
 * evidence that runs are held against, and where in time one looks. A small constant
 * value: a change makes another that shares the parts that stay, so that a step of undo
 * is a reference to one. Reference counted.
 *
 * A model may open with some of its controls moved, where nothing would be seen of it
 * otherwise. It does so if the scenario asks nothing of it; as long as nobody touches
 * what it opened with, the next model gets the scenario that stood before.
 */
typedef struct _RankleSession RankleSession;

/* Nothing asked of no model. */
RankleSession *rankle_session_new (void);
RankleSession *rankle_session_ref (RankleSession *session);
void           rankle_session_unref (RankleSession *session);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleSession, rankle_session_unref)

RankleModel    *rankle_session_get_model (const RankleSession *session); /* (nullable) */
RankleScenario *rankle_session_get_scenario (const RankleSession *session);
RankleModel    *rankle_session_get_rival (const RankleSession *session); /* (nullable) */
/* (nullable) */
RankleEvidence *rankle_session_get_evidence (const RankleSession *session);
/* [the model's time unit], within 0 … horizon */
double rankle_session_get_cursor (const RankleSession *session);
/* In the model's time unit; the scenario's own number while there is no model. */
double rankle_session_get_horizon (const RankleSession *session);

/* All (transfer full): the session with one thing another. The cursor keeps within the
 * horizon. */
RankleSession *rankle_session_with_model (const RankleSession *session,
                                          RankleModel         *model);
RankleSession *rankle_session_with_scenario (const RankleSession *session,
                                             RankleScenario      *scenario);
RankleSession *rankle_session_with_rival (const RankleSession *session,
                                          RankleModel         *rival);
RankleSession *rankle_session_with_evidence (const RankleSession *session,
                                             RankleEvidence      *evidence);
RankleSession *rankle_session_with_cursor (const RankleSession *session, double cursor);
/* Model and scenario of @other: what undo brings back. */
RankleSession *rankle_session_with_question_of (const RankleSession *session,
                                                const RankleSession *other);

/* Model and scenario are the same: nothing that undo would bring back. */
gboolean rankle_session_asks_same (const RankleSession *a, const RankleSession *b);

G_END_DECLS
