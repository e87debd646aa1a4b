/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-goal.h"

#include <math.h>

#include "lesson-toy.h"
#include "rankle-control-value.h"

#define NONE (-INFINITY)
#define ANY  INFINITY

static RankleModel  *toy;
static RankleLesson *lesson;

/* (transfer full): @control (nullable) moved of what was given. */
static RankleSession *
make_session (const char *control, double value)
{
  g_autoptr (RankleScenario) nothing = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) session = rankle_session_new_of (toy, nothing);
  g_autoptr (RankleScenario) changed = NULL;

  if (control == NULL)
    return rankle_session_ref (session);
  changed = rankle_control_put_value (rankle_model_find_control (toy, control),
                                      rankle_session_get_scenario (session), toy, value);
  return rankle_session_with_changed (session, changed);
}

static void
check (const RankleLessonGoal *goal,
       const char             *control,
       double                  to,
       RankleGoalResult       *result)
{
  g_autoptr (RankleSession) session = make_session (control, to);
  g_autoptr (RankleTrajectory) run = lesson_run (session);

  rankle_goal_check (lesson, goal, session, run, result);
  g_test_message ("%s", result->words);
}

/* Each measure in closed form, and what is said of it. */
static const struct
{
  RankleLessonGoal goal;
  double           value;
  gboolean         reached;
  const char      *words;
} cases[] = {
  { { .column = "fall", .measure = RANKLE_GOAL_AT, .at = 38, .low = NONE, .high = 50 },
    62,
    FALSE,
    "CTX is at 62 % of baseline; the goal is below 50 % of baseline." },
  { { .column = "fall", .measure = RANKLE_GOAL_AT, .at = 60, .low = NONE, .high = 50 },
    40,
    TRUE,
    "Reached: CTX is at 40 % of baseline; the goal is below 50 % of baseline." },
  { { .column = "fall", .measure = RANKLE_GOAL_END, .low = 10, .high = ANY },
    0,
    FALSE,
    "CTX ends at 0 % of baseline; the goal is above 10 % of baseline." },
  { { .column = "dip", .measure = RANKLE_GOAL_LOWEST, .to = 100, .low = 10, .high = 30 },
    20,
    TRUE,
    "Reached: at its lowest P1NP is at 20 % of baseline; the goal is between 10 % of "
    "baseline and 30 % of baseline." },
  { { .column = "dip",
      .measure = RANKLE_GOAL_HIGHEST,
      .from = 30,
      .to = 40,
      .low = NONE,
      .high = 80 },
    100 - 80 * 0.36787944117144233,
    TRUE,
    "Reached: at its highest P1NP is at 70.6 % of baseline; the goal is below 80 % of "
    "baseline." },
  { { .column = "climb",
      .called = "the climb",
      .measure = RANKLE_GOAL_MEAN,
      .from = 20,
      .to = 40,
      .low = 31,
      .high = ANY },
    30,
    FALSE,
    "The climb is at 30 pM on average; the goal is above 31 pM." },
  { { .column = "dip",
      .measure = RANKLE_GOAL_LOWEST_TIME,
      .from = 10,
      .to = 100,
      .low = NONE,
      .high = 20 },
    30,
    FALSE,
    "P1NP is lowest after 1 month; the goal is less than 20 days." },
  { { .column = "wave",
      .measure = RANKLE_GOAL_HIGHEST_TIME,
      .to = 100,
      .low = 20,
      .high = ANY },
    25,
    TRUE,
    "Reached: Wave is highest after 25 days; the goal is more than 20 days." },
  { { .column = "climb",
      .measure = RANKLE_GOAL_CHANGE,
      .from = 10,
      .at = 35,
      .low = 30,
      .high = ANY },
    25,
    FALSE,
    "Climb has changed by 25 pM; the goal is above 30 pM." },
  { { .column = "climb",
      .measure = RANKLE_GOAL_PERCENT,
      .from = 10,
      .at = 35,
      .low = 200,
      .high = ANY },
    250,
    TRUE,
    "Reached: Climb has changed by 250 %; the goal is above 200 %." },
  { { .column = "fall",
      .measure = RANKLE_GOAL_TIME_BELOW,
      .threshold = 50,
      .to = 80,
      .low = 45,
      .high = ANY },
    30,
    FALSE,
    "CTX is below 50 % of baseline for 1 month; the goal is more than 1 month 15 days." },
  { { .column = "fall",
      .measure = RANKLE_GOAL_TIME_ABOVE,
      .threshold = 75,
      .to = 100,
      .low = 20,
      .high = ANY },
    25,
    TRUE,
    "Reached: CTX is above 75 % of baseline for 25 days; the goal is more than 20 "
    "days." },
  { { .column = "fall",
      .measure = RANKLE_GOAL_TIME_ABOVE,
      .threshold = 175,
      .to = 100,
      .low = 20,
      .high = ANY },
    0,
    FALSE,
    "CTX is never above 175 % of baseline; the goal is more than 20 days." },
};

static void
test_measures (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RankleGoalResult) result = { 0 };

      check (&cases[i].goal, NULL, 0, &result);
      g_assert_cmpfloat_with_epsilon (result.value, cases[i].value, 0.3);
      g_assert_cmpint (result.reached, ==, cases[i].reached);
      g_assert_cmpstr (result.words, ==, cases[i].words);
    }
}

/* ---- by what means ---- */

static const struct
{
  RankleLessonAllowed allowed;
  const char         *control;
  double              to;
  gboolean            reached;
  const char         *words;
} means[] = {
  /* A dose of anything is three of them. */
  { { RANKLE_ALLOWED_DOSES, "dose", NONE, 3 },
    "dose",
    20,
    TRUE,
    "Reached: CTX ends at 0 % of baseline; the goal is below 50 % of baseline." },
  { { RANKLE_ALLOWED_DOSES, "dose", NONE, 2 },
    "dose",
    20,
    FALSE,
    "CTX ends at 0 % of baseline, but 3 doses are given; the most allowed is 2." },
  { { RANKLE_ALLOWED_DOSES, "dose", 1, ANY },
    NULL,
    0,
    FALSE,
    "CTX ends at 0 % of baseline, but 0 doses are given; the least needed is 1." },
  { { RANKLE_ALLOWED_AMOUNT, "dose", NONE, 50 },
    "dose",
    20,
    FALSE,
    "CTX ends at 0 % of baseline, but 60 mg is given in all; the most allowed is 50 "
    "mg." },
  { { RANKLE_ALLOWED_AMOUNT, "dose", NONE, 60 }, "dose", 20, TRUE, NULL },
  { { RANKLE_ALLOWED_VALUE, "slope", 0.5, 0.8 },
    NULL,
    0,
    FALSE,
    "CTX ends at 0 % of baseline, but Slope 1 x; the most allowed is 0.8 x." },
  { { RANKLE_ALLOWED_VALUE, "slope", 0.5, 0.8 }, "slope", 0.7, TRUE, NULL },
  { { RANKLE_ALLOWED_CHANGES, NULL, NONE, 0 },
    "slope",
    0.7,
    FALSE,
    "CTX ends at 30 % of baseline, but 1 thing has been changed; the most allowed is "
    "0." },
  { { RANKLE_ALLOWED_CHANGES, NULL, NONE, 1 }, "slope", 0.7, TRUE, NULL },
};

static void
test_means (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      RankleLessonGoal goal = { .column = "fall",
                                .measure = RANKLE_GOAL_END,
                                .low = NONE,
                                .high = 50,
                                .allowed = &means[i].allowed,
                                .n_allowed = 1 };
      g_auto (RankleGoalResult) result = { 0 };

      check (&goal, means[i].control, means[i].to, &result);
      g_assert_true (result.in_range);
      g_assert_cmpint (result.reached, ==, means[i].reached);
      if (means[i].words != NULL)
        g_assert_cmpstr (result.words, ==, means[i].words);
    }
}

/* A dose that is missed is not given. */
static void
test_missed (void)
{
  const RankleLessonAllowed allowed = { RANKLE_ALLOWED_DOSES, "dose", NONE, 2 };
  const RankleLessonGoal    goal = { .column = "fall",
                                     .measure = RANKLE_GOAL_END,
                                     .low = NONE,
                                     .high = 50,
                                     .allowed = &allowed,
                                     .n_allowed = 1 };
  const RankleDoseException missed = { .dose = 2, .missed = TRUE };
  const RankleTreatmentStep series = { .kind = RANKLE_TREATMENT_DOSE,
                                       .target = RANKLE_TARGET_CONTROL,
                                       .id = (char *)"dose",
                                       .value = 20,
                                       .interval = 10,
                                       .count = 3,
                                       .exceptions = &missed,
                                       .n_exceptions = 1 };
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleTrajectory) run = NULL;
  g_auto (RankleGoalResult) result = { 0 };

  rankle_scenario_add_step (scenario, &series);
  session = rankle_session_new_of (toy, scenario);
  run = lesson_run (session);
  rankle_goal_check (lesson, &goal, session, run, &result);
  g_assert_true (result.reached);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  toy = toy_model_new ();
  lesson = lesson_new ("\"hints\": []");
  g_test_add_func ("/lesson-goal/measures", test_measures);
  g_test_add_func ("/lesson-goal/means", test_means);
  g_test_add_func ("/lesson-goal/missed", test_missed);
  status = g_test_run ();
  rankle_lesson_unref (lesson);
  rankle_model_unref (toy);
  return status;
}
