/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-prediction.h"

#include <math.h>
#include <string.h>

#include "lesson-toy.h"

static RankleTrajectory *run; /* of the toy */

static const RankleLessonPrediction predictions[] = {
  { .column = "fall", .from = 0, .to = 100 },
  { .column = "climb", .from = 10, .to = 100 },
  { .column = "dip", .from = 0, .to = 100 },
  { .column = "dip", .from = 0, .to = 40 },
  { .column = "wave", .from = 0, .to = 100 },
  { .column = "flat", .from = 0, .to = 100 },
  { .column = "wave", .from = 0, .to = 100, .least = 60 },
  { .column = "fall", .from = 0, .to = 4 },
  { .column = "fall", .from = 0, .to = 4, .least = 3 },
};

/* What a run does, and what is said of it. */
static const struct
{
  RankleCourse course;
  const char  *words;
} courses[G_N_ELEMENTS (predictions)] = {
  { RANKLE_COURSE_FALLS, "CTX falls from 100 % of baseline to 0 % of baseline (at 100 "
                         "days) and ends at 0 "
                         "% of baseline" },
  { RANKLE_COURSE_RISES,
    "Climb rises from 10 pM to 100 pM (at 100 days) and ends at 100 pM" },
  { RANKLE_COURSE_OVERSHOOTS,
    "P1NP goes from 100 % of baseline to 20 % of baseline (at 40 days) and comes back to "
    "100 % of baseline" },
  { RANKLE_COURSE_FALLS,
    "P1NP falls from 100 % of baseline to 20 % of baseline (at 40 days) and ends at 20 % "
    "of baseline" },
  { RANKLE_COURSE_OVERSHOOTS,
    "Wave overshoots: it is at 150 at 25 days, at 50 at 75 days, and ends at 100" },
  { RANKLE_COURSE_STAYS, "Flat stays at 5 pM" },
  { RANKLE_COURSE_STAYS, "Wave stays between 50 and 150" },
  { RANKLE_COURSE_STAYS, "CTX stays between 96 and 100 % of baseline" },
  { RANKLE_COURSE_FALLS, NULL },
};

static guint
get_column (const RankleLessonPrediction *prediction)
{
  return (guint)rankle_model_find_column (rankle_trajectory_get_model (run),
                                          prediction->column);
}

static void
test_courses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (predictions); i++)
    {
      const RankleLessonPrediction *at = &predictions[i];
      RankleCourseFound             found;
      g_autofree char              *words = NULL;

      g_assert_true (
          rankle_course_find (run, get_column (at), at->from, at->to, at->least, &found));
      words = rankle_course_in_words (run, get_column (at), NULL, &found);
      g_test_message ("%s", words);
      g_assert_cmpint (found.course, ==, courses[i].course);
      if (courses[i].words != NULL)
        g_assert_cmpstr (words, ==, courses[i].words);
    }
}

/* ---- choices ---- */

static void
test_choices (void)
{
  g_autoptr (RankleGuess) right = rankle_guess_new_choice (RANKLE_COURSE_FALLS);
  g_autoptr (RankleGuess) wrong = rankle_guess_new_choice (RANKLE_COURSE_RISES);
  RankleJudgement  judgement;
  g_autofree char *yes = NULL, *no = NULL;

  g_assert_true (rankle_prediction_judge (&predictions[0], right, run, &judgement));
  g_assert_true (judgement.right && isnan (judgement.distance));
  yes =
      rankle_prediction_in_words (&predictions[0], "the marker", right, run, &judgement);
  g_assert_cmpstr (
      yes, ==,
      "As you said: The marker falls from 100 % of baseline to 0 % of baseline "
      "(at 100 days) and ends at 0 % of baseline.");
  g_assert_true (rankle_prediction_judge (&predictions[0], wrong, run, &judgement));
  g_assert_false (judgement.right);
  no = rankle_prediction_in_words (&predictions[0], NULL, wrong, run, &judgement);
  g_assert_true (g_str_has_prefix (no, "You said that it rises. CTX falls from"));
}

/* ---- sketches ---- */

static const struct
{
  guint       prediction;
  double      times[4], values[4];
  guint       n;
  gboolean    right, direction;
  double      distance, late;
  const char *words; /* that are among them */
} sketches[] = {
  /* The run itself. */
  { 0, { 0, 100 }, { 100, 0 }, 2, TRUE, TRUE, 0, 0, "Close: your curve is off by 0 %" },
  /* A fall half as deep is off by 50 at the end and by 25 on average. */
  { 0, { 0, 100 }, { 100, 50 }, 2, TRUE, TRUE, 25, 0, "Your curve is off by 25 %" },
  { 0,
    { 0, 100 },
    { 100, 200 },
    2,
    FALSE,
    FALSE,
    100,
    NAN,
    "Your curve is off by 100 %" },
  /* A dip that is there, and too late. */
  { 2, { 0, 50, 60, 100 }, { 100, 20, 20, 100 }, 4, TRUE, TRUE, NAN, 10, NULL },
  { 2, { 0, 100 }, { 100, 100 }, 2, FALSE, FALSE, NAN, NAN, NULL },
  /* Of what stays, "the run's span" is a tenth of its size. */
  { 5, { 0, 100 }, { 5, 5 }, 2, TRUE, TRUE, 0, NAN, "Close:" },
  { 5, { 0, 100 }, { 5.5, 5.5 }, 2, TRUE, TRUE, 100, NAN, NULL },
};

static void
test_sketches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sketches); i++)
    {
      const RankleLessonPrediction *prediction = &predictions[sketches[i].prediction];
      g_autoptr (RankleGuess) guess = rankle_guess_new_sketch (
          prediction, sketches[i].times, sketches[i].values, sketches[i].n);
      RankleJudgement  judgement;
      g_autofree char *words = NULL;

      g_assert_true (rankle_prediction_judge (prediction, guess, run, &judgement));
      words = rankle_prediction_in_words (prediction, NULL, guess, run, &judgement);
      g_test_message ("%s", words);
      g_assert_cmpint (judgement.right, ==, sketches[i].right);
      g_assert_cmpint (judgement.direction, ==, sketches[i].direction);
      if (!isnan (sketches[i].distance))
        g_assert_cmpfloat_with_epsilon (judgement.distance, sketches[i].distance, 0.5);
      g_assert_cmpint (isnan (judgement.turn_late), ==, isnan (sketches[i].late));
      if (!isnan (sketches[i].late))
        g_assert_cmpfloat_with_epsilon (judgement.turn_late, sketches[i].late, 0.5);
      if (sketches[i].words != NULL)
        g_assert_nonnull (strstr (words, sketches[i].words));
    }
}

static void
test_no_sketch (void)
{
  const double times[] = { 0, 50, 50, 100 }, values[] = { 1, 2, 3, 4 };
  const double broken[] = { 1, NAN };

  g_assert_null (rankle_guess_new_sketch (&predictions[0], times, values, 4));
  g_assert_null (rankle_guess_new_sketch (&predictions[0], times, values, 1));
  g_assert_null (rankle_guess_new_sketch (&predictions[0], times, broken, 2));
}

int
main (int argc, char **argv)
{
  g_autoptr (RankleModel) toy = NULL;
  g_autoptr (RankleScenario) nothing = NULL;
  g_autoptr (RankleSession) session = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  toy = toy_model_new ();
  nothing = rankle_scenario_new ("a", "A", "");
  session = rankle_session_new_of (toy, nothing);
  run = lesson_run (session);
  g_test_add_func ("/lesson-prediction/courses", test_courses);
  g_test_add_func ("/lesson-prediction/choices", test_choices);
  g_test_add_func ("/lesson-prediction/sketches", test_sketches);
  g_test_add_func ("/lesson-prediction/no-sketch", test_no_sketch);
  status = g_test_run ();
  rankle_trajectory_unref (run);
  return status;
}
