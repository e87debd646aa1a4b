/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lesson-goal.h"
#include "rankle-lesson-log.h"
#include "rankle-lesson-prediction.h"

G_BEGIN_DECLS

/* What the present step asks for next, in this order. */
typedef enum
{
  RANKLE_WANTS_PREDICTION,
  RANKLE_WANTS_RUN, /* the run of the prediction, to be shown on top */
  RANKLE_WANTS_ANSWER,
  RANKLE_WANTS_GOALS,
  RANKLE_WANTS_NOTHING,
} RankleWanted;

/**
 * RankleLessonProgress:
 *
 * A walk through the steps of a lesson: where one is, what was said and done, and what
 * each step still asks for. Knows no widget and no clock: each act is told the time [µs
 * since 1970], and stands in the log.
 *
 * 1. One prediction counts a step: what is revealed is not predicted again.
 * 2. A wrong answer is told its reply and may be followed by another; only the first
 * counts as right.
 * 3. A goal that was reached stays so, whatever is done then.
 * 4. One may always go on: a step left while it asks for something is skipped, until one
 * comes back and does it.
 */
typedef struct _RankleLessonProgress RankleLessonProgress;

RankleLessonProgress *rankle_lesson_progress_new (const RankleLesson *lesson, gint64 now);
void                  rankle_lesson_progress_free (RankleLessonProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleLessonProgress, rankle_lesson_progress_free)

const RankleLesson       *
rankle_lesson_progress_get_lesson (const RankleLessonProgress *progress);
guint rankle_lesson_progress_get_index (const RankleLessonProgress *progress);
const RankleLessonStep              *
rankle_lesson_progress_get_step (const RankleLessonProgress *progress);
RankleWanted rankle_lesson_progress_get_wanted (const RankleLessonProgress *progress);
/* All steps have been come to, and the last was left. */
gboolean rankle_lesson_progress_is_finished (const RankleLessonProgress *progress);
/* (transfer none) */
const RankleLessonLog *
rankle_lesson_progress_get_log (const RankleLessonProgress *progress);

/* FALSE, and nothing is done: the step does not want one. */
gboolean rankle_lesson_progress_predict (RankleLessonProgress *progress,
                                         const RankleGuess    *guess,
                                         gint64                now);
/* (nullable): what was predicted in this step. */
const RankleGuess *
rankle_lesson_progress_get_guess (const RankleLessonProgress *progress);
/* (transfer full) (nullable): how far the prediction was off, in words; NULL: nothing was
 * predicted, or the run has nothing there. @run: of the prediction. @judgement (optional)
 * (out) */
char *rankle_lesson_progress_reveal (RankleLessonProgress   *progress,
                                     const RankleTrajectory *run,
                                     RankleJudgement        *judgement,
                                     gint64                  now);

/* (transfer full) (nullable): the reply to @choice, in the user's language; NULL: the
 * step asks no question, or has no such choice. A question without choices takes any
 * number, and thanks with "". */
char *rankle_lesson_progress_answer (RankleLessonProgress *progress,
                                     guint                 choice,
                                     gboolean             *right,
                                     gint64                now);

/* (transfer full): a run of @session was made: a sentence on each goal; "" where the step
 * has none. */
char *rankle_lesson_progress_run (RankleLessonProgress   *progress,
                                  const RankleSession    *session,
                                  const RankleTrajectory *run,
                                  gint64                  now);

/* (nullable): the next hint, in the user's language, as Markdown; the last stays. NULL:
 * the step has none. */
const char *rankle_lesson_progress_take_hint (RankleLessonProgress *progress, gint64 now);
guint rankle_lesson_progress_count_hints_left (const RankleLessonProgress *progress);

/* To the next step; FALSE: it was the last, and the lesson is finished. */
gboolean rankle_lesson_progress_go_on (RankleLessonProgress *progress, gint64 now);
/* FALSE: it is the first. */
gboolean rankle_lesson_progress_go_back (RankleLessonProgress *progress, gint64 now);

/* (transfer full): how it went, for the end: "5 of 6 steps done, 1 skipped. 3 of 4
 * predictions right. 2 hints." */
char *rankle_lesson_progress_in_words (const RankleLessonProgress *progress);

G_END_DECLS
