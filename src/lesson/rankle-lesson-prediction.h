/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-course.h"

G_BEGIN_DECLS

/* Most points of a curve that is drawn by hand or by keys. */
#define RANKLE_GUESS_POINTS_MAX 512

/**
 * RankleGuess:
 * @course: what was chosen; of a curve that was drawn what it does
 * @times: @values: (array length=n) (nullable): the curve that was drawn, times ascending
 * and within the stretch, values as shown; NULL: one was chosen
 *
 * What somebody says of a run before it is shown.
 */
typedef struct
{
  RankleCourse course;
  double      *times, *values; /* (owned) */
  guint        n;
} RankleGuess;

/* (transfer full) */
RankleGuess *rankle_guess_new_choice (RankleCourse course);
/* (transfer full) (nullable): NULL: these are no two points, or not in the order of time
 */
RankleGuess *rankle_guess_new_sketch (const RankleLessonPrediction *prediction,
                                      const double                 *times,
                                      const double                 *values,
                                      guint                         n);
RankleGuess *rankle_guess_copy (const RankleGuess *guess);
void         rankle_guess_free (RankleGuess *guess);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleGuess, rankle_guess_free)

/**
 * RankleJudgement:
 * @found: what the run does
 * @right: the course is the run's
 * @direction: a curve: both end on the same side of where they begin, or both stay
 * @distance: a curve: how far off it is on average, in % of what the run spans; NaN of a
 * choice
 * @turn_late: a curve that turns as the run does: its farthest point comes so much later
 * than the run's [the model's time], below 0: earlier; NaN where either does not turn
 */
typedef struct
{
  RankleCourseFound found;
  gboolean          right, direction;
  double            distance, turn_late;
} RankleJudgement;

/* Holds @guess against @run. FALSE: the run has nothing within the stretch. */
gboolean rankle_prediction_judge (const RankleLessonPrediction *prediction,
                                  const RankleGuess            *guess,
                                  const RankleTrajectory       *run,
                                  RankleJudgement              *judgement);
/* (transfer full): the difference in sentences. @called (nullable): the column, in the
 * user's language. */
char *rankle_prediction_in_words (const RankleLessonPrediction *prediction,
                                  const char                   *called,
                                  const RankleGuess            *guess,
                                  const RankleTrajectory       *run,
                                  const RankleJudgement        *judgement);
/* "It rises" … : what is offered, and what is noted of a guess. */
const char *rankle_course_get_name (RankleCourse course);

G_END_DECLS
