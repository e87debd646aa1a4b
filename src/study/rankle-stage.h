/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-finding.h"
#include "rankle-kept-result.h"
#include "rankle-run.h"
#include "rankle-runner.h"
#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RankleStage:
 *
 * What is shown of a session: the run that answers it, the baseline and the kept runs
 * beside that, why the last run failed, and what was published of the one that is shown.
 * Asks the runner, and
 * tells its owner what has changed. Main thread only.
 */
typedef struct _RankleStage RankleStage;

/* Bits: what has changed. */
typedef enum
{
  RANKLE_STAGE_RUN = 1 << 0,
  RANKLE_STAGE_BASELINE = 1 << 1,
  RANKLE_STAGE_FAILURE = 1 << 2,
  RANKLE_STAGE_FINDINGS = 1 << 3,
  RANKLE_STAGE_BUSY = 1 << 4,
  RANKLE_STAGE_KEPT = 1 << 5,
} RankleStageParts;

/* Called once for all that one event has changed, with one bit at least. */
typedef void (*RankleStageFunc) (guint parts, gpointer data);

RankleStage *rankle_stage_new (RankleStageFunc changed, gpointer data);
/* Closes it, too. */
void rankle_stage_free (RankleStage *stage);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleStage, rankle_stage_free)
/* Joins the runner; nothing is told after it. Idempotent. */
void rankle_stage_close (RankleStage *stage);

/* Asks for what @session says and waits a little for it, so that a quick run lands in a
 * slider's own frame. @glance: it is soon replaced, and need not be right to more than a
 * small part of a pixel. */
void rankle_stage_ask (RankleStage *stage, RankleSession *session, gboolean glance);

/* Of @session, whose question is answered or on its way, the kept runs are others. */
void rankle_stage_take_kept (RankleStage *stage, RankleSession *session);

/* (transfer none) (nullable): the last good one, or what the last one came to until it
 * failed, which the trajectory itself tells. */
RankleTrajectory *rankle_stage_get_trajectory (const RankleStage *stage);
/* (transfer none) (nullable): what was asked for last; NULL where the session asks for
 * what cannot be run. */
RankleProtocol *rankle_stage_get_asked (const RankleStage *stage);
/* (transfer none) (nullable): what the run is told beside: the same model with every
 * control neutral, or the kept run that was chosen for it, for as long as the run takes.
 */
RankleTrajectory *rankle_stage_get_baseline (const RankleStage *stage);
/* (nullable): for a banner; NULL after a good run. */
const char *rankle_stage_get_failure (const RankleStage *stage);
/* (transfer none): RankleFinding, of the run. */
GArray *rankle_stage_get_findings (const RankleStage *stage);
/* As rankle_kept_shows_get(). */
const RankleKeptResult *rankle_stage_get_kept (const RankleStage *stage, guint *n);
/* Of run and baseline. */
gboolean      rankle_stage_is_busy (const RankleStage *stage);
RankleRunner *rankle_stage_get_runner (RankleStage *stage);

G_END_DECLS
