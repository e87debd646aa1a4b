/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleGoalResult:
 * @value: what the goal measures, of the run; NaN where the run has no such thing
 * @in_range: it is where the goal wants it
 * @reached: it is, and by means that are allowed
 * @words: (owned): "CTX is at 62 % of baseline; the goal is below 50 % of baseline."
 */
typedef struct
{
  double   value;
  gboolean in_range, reached;
  char    *words;
} RankleGoalResult;

void rankle_goal_result_clear (RankleGoalResult *result);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleGoalResult, rankle_goal_result_clear)

/* Holds @run, which answers @session, against @goal of @lesson. What was changed is
 * counted from what @session was given. (transfer full) in @result. */
void rankle_goal_check (const RankleLesson     *lesson,
                        const RankleLessonGoal *goal,
                        const RankleSession    *session,
                        const RankleTrajectory *run,
                        RankleGoalResult       *result);

G_END_DECLS
