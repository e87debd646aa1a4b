/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-prediction.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-time-words.h"

/* Places along the stretch at which both curves are compared. */
#define N_PLACES 200
/* A run that spans less of its own size is told in parts of that. */
#define LEAST_SPAN 0.1
/* So near is "close", in % of what the run spans. */
#define CLOSE 15.0

/* ---- what is guessed ---- */

RankleGuess *
rankle_guess_new_choice (RankleCourse course)
{
  RankleGuess *guess = g_new0 (RankleGuess, 1);

  g_assert (course < RANKLE_N_COURSES);

  guess->course = course;
  return guess;
}

static gboolean
are_points (const double *times, const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!isfinite (times[i]) || !isfinite (values[i]) ||
        (i > 0 && !(times[i] > times[i - 1])))
      return FALSE;
  return n >= 2 && n <= RANKLE_GUESS_POINTS_MAX;
}

RankleGuess *
rankle_guess_new_sketch (const RankleLessonPrediction *prediction,
                         const double                 *times,
                         const double                 *values,
                         guint                         n)
{
  RankleCourseFound found;
  RankleGuess      *guess;

  g_return_val_if_fail (prediction != NULL && times != NULL && values != NULL, NULL);

  if (!are_points (times, values, n))
    return NULL;
  rankle_course_find_in_points (times, values, n, prediction->least, &found);
  guess = rankle_guess_new_choice (found.course);
  guess->times = g_memdup2 (times, n * sizeof (double));
  guess->values = g_memdup2 (values, n * sizeof (double));
  guess->n = n;
  return guess;
}

RankleGuess *
rankle_guess_copy (const RankleGuess *guess)
{
  RankleGuess *copy;

  g_return_val_if_fail (guess != NULL, NULL);

  copy = rankle_guess_new_choice (guess->course);
  copy->times = g_memdup2 (guess->times, guess->n * sizeof (double));
  copy->values = g_memdup2 (guess->values, guess->n * sizeof (double));
  copy->n = guess->n;
  return copy;
}

void
rankle_guess_free (RankleGuess *guess)
{
  g_return_if_fail (guess != NULL);

  g_free (guess->times);
  g_free (guess->values);
  g_free (guess);
}

/* ---- how near ---- */

/* Straight between its points; beyond them as at the nearest. */
static double
get_drawn_at (const RankleGuess *guess, double time)
{
  guint i = 0;

  while (i + 1 < guess->n && guess->times[i + 1] < time)
    i++;
  if (time <= guess->times[0] || i + 1 == guess->n)
    return guess->values[time <= guess->times[0] ? 0 : i];
  return guess->values[i] + (guess->values[i + 1] - guess->values[i]) *
                                (time - guess->times[i]) /
                                (guess->times[i + 1] - guess->times[i]);
}

static double
get_span (const RankleCourseFound *found)
{
  double size = MAX (fabs (found->peak), fabs (found->nadir));
  double span = MAX (found->peak - found->nadir, LEAST_SPAN * size);

  return span > 0 ? span : 1;
}

static double
measure_distance (const RankleLessonPrediction *prediction,
                  const RankleGuess            *guess,
                  const RankleTrajectory       *run,
                  guint                         column,
                  const RankleCourseFound      *found)
{
  double sum = 0;
  guint  n = 0;

  for (guint i = 0; i <= N_PLACES; i++)
    {
      double time = prediction->from + (prediction->to - prediction->from) * i / N_PLACES;
      double value = rankle_trajectory_get_shown_at (run, column, time);

      if (!isfinite (value))
        continue;
      sum += fabs (get_drawn_at (guess, time) - value);
      n++;
    }
  return 100 * sum / n / get_span (found);
}

/* When it is farthest from its start; NaN where it stays. */
static double
get_turn (const RankleCourseFound *found)
{
  if (found->course == RANKLE_COURSE_STAYS)
    return NAN;
  return found->peak - found->start > found->start - found->nadir ? found->peak_time
                                                                  : found->nadir_time;
}

static int
get_direction (const RankleCourseFound *found)
{
  if (found->course == RANKLE_COURSE_STAYS)
    return 0;
  return found->peak - found->start > found->start - found->nadir ? 1 : -1;
}

static void
judge_sketch (const RankleLessonPrediction *prediction,
              const RankleGuess            *guess,
              const RankleTrajectory       *run,
              guint                         column,
              RankleJudgement              *judgement)
{
  RankleCourseFound drawn;

  rankle_course_find_in_points (guess->times, guess->values, guess->n, prediction->least,
                                &drawn);
  judgement->direction = get_direction (&drawn) == get_direction (&judgement->found);
  judgement->distance =
      measure_distance (prediction, guess, run, column, &judgement->found);
  if (judgement->direction)
    judgement->turn_late = get_turn (&drawn) - get_turn (&judgement->found);
}

/* (transfer none): the column of @run that is predicted. */
static guint
find_column (const RankleLessonPrediction *prediction, const RankleTrajectory *run)
{
  int column =
      rankle_model_find_column (rankle_trajectory_get_model (run), prediction->column);

  g_assert (column >= 0);
  return (guint)column;
}

gboolean
rankle_prediction_judge (const RankleLessonPrediction *prediction,
                         const RankleGuess            *guess,
                         const RankleTrajectory       *run,
                         RankleJudgement              *judgement)
{
  guint column;

  g_return_val_if_fail (prediction != NULL && guess != NULL && run != NULL, FALSE);
  g_return_val_if_fail (judgement != NULL, FALSE);

  column = find_column (prediction, run);
  *judgement = (RankleJudgement){ .distance = NAN, .turn_late = NAN };
  if (!rankle_course_find (run, column, prediction->from, prediction->to,
                           prediction->least, &judgement->found))
    return FALSE;
  judgement->right = guess->course == judgement->found.course;
  judgement->direction = judgement->right;
  if (guess->times != NULL)
    judge_sketch (prediction, guess, run, column, judgement);
  return TRUE;
}

/* ---- words ---- */

const char *
rankle_course_get_name (RankleCourse course)
{
  static const char *const names[RANKLE_N_COURSES] = {
    [RANKLE_COURSE_RISES] = N_ ("It rises"),
    [RANKLE_COURSE_FALLS] = N_ ("It falls"),
    [RANKLE_COURSE_OVERSHOOTS] = N_ ("It overshoots: it goes far, and comes back"),
    [RANKLE_COURSE_STAYS] = N_ ("Nothing happens to it"),
  };

  g_return_val_if_fail (course < RANKLE_N_COURSES, NULL);

  return _ (names[course]);
}

static const char *
get_verdict (const RankleGuess *guess, gboolean right)
{
  static const char *const wrong[RANKLE_N_COURSES] = {
    [RANKLE_COURSE_RISES] = N_ ("You said that it rises."),
    [RANKLE_COURSE_FALLS] = N_ ("You said that it falls."),
    [RANKLE_COURSE_OVERSHOOTS] = N_ ("You said that it overshoots."),
    [RANKLE_COURSE_STAYS] = N_ ("You said that nothing happens to it."),
  };

  return right ? _ ("As you said:") : _ (wrong[guess->course]);
}

/* (transfer full) */
static char *
turn_in_words (const RankleTrajectory *run, const RankleJudgement *judgement)
{
  RankleModel     *model = rankle_trajectory_get_model (run);
  const double    *times = rankle_trajectory_get_times (run);
  double           length = times[rankle_trajectory_get_n_times (run) - 1];
  double           late = judgement->turn_late;
  g_autofree char *span =
      rankle_time_span_in_words (rankle_model_get_time_unit (model), fabs (late));

  if (fabs (late) < 0.01 * length)
    return g_strdup (_ ("Its farthest point comes when the run's does."));
  if (late > 0)
    /* Translators: a span of time, "3 months" */
    return g_strdup_printf (_ ("Its farthest point comes %s later than the run's."),
                            span);
  return g_strdup_printf (_ ("Its farthest point comes %s earlier than the run's."),
                          span);
}

/* (transfer full) */
static char *
sketch_in_words (const RankleTrajectory *run,
                 const RankleJudgement  *judgement,
                 const char             *shape)
{
  const char      *near = judgement->distance <= CLOSE
                         /* Translators: a number, and then a sentence */
                              ? _ ("Close: your curve is off by %.0f %% of the run's span on "
                                        "average.")
                              : _ ("Your curve is off by %.0f %% of the run's span on "
                                        "average.");
  g_autofree char *distance = g_strdup_printf (near, judgement->distance);
  const char      *direction = judgement->direction
                                   ? _ ("Its direction is right.")
                                   : _ ("It goes the other way than the run.");
  g_autofree char *turn =
      isnan (judgement->turn_late) ? NULL : turn_in_words (run, judgement);

  return g_strjoin (" ", shape, distance, direction, turn, NULL);
}

char *
rankle_prediction_in_words (const RankleLessonPrediction *prediction,
                            const char                   *called,
                            const RankleGuess            *guess,
                            const RankleTrajectory       *run,
                            const RankleJudgement        *judgement)
{
  g_autofree char *course = NULL, *shape = NULL;

  g_return_val_if_fail (prediction != NULL && guess != NULL && judgement != NULL, NULL);

  course = rankle_course_in_words (run, find_column (prediction, run), called,
                                   &judgement->found);
  /* Translators: a sentence is made of what a curve does */
  shape = rankle_lesson_capitalise (g_strdup_printf (_ ("%s."), course));
  if (guess->times != NULL)
    return sketch_in_words (run, judgement, shape);
  return g_strjoin (" ", get_verdict (guess, judgement->right), shape, NULL);
}
