/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-question.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleRun:
 *
 * A question and what came of it: a trajectory, with its statistics, or a failure.
 * Constant; reference counted.
 */
#define RANKLE_TYPE_RUN (rankle_run_get_type ())
typedef struct _RankleRun RankleRun;

GType rankle_run_get_type (void);
/* One of @trajectory and @failure (a sentence without its full stop) is NULL. */
RankleRun *rankle_run_new (RankleQuestion   *question,
                           RankleTrajectory *trajectory,
                           const char       *failure);
RankleRun *rankle_run_ref (RankleRun *run);
void       rankle_run_unref (RankleRun *run);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleRun, rankle_run_unref)

RankleQuestion *rankle_run_get_question (const RankleRun *run);
/* (nullable) */
RankleTrajectory *rankle_run_get_trajectory (const RankleRun *run);
/* (nullable) */
const char *rankle_run_get_failure (const RankleRun *run);

G_END_DECLS
