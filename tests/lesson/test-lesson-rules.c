/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-rules.h"

#include <math.h>

#include "lesson-fixture.h"
#include "rankle-lessons.h"
#include "rankle-study.h"

#define STEP                                                                             \
  "\"controls\": { \"shown\": [\"rankl\", \"opg\"], \"locked\": [\"rankl\"], "           \
  "\"limits\": { \"opg\": { \"min\": 0.5, \"max\": 4 } }, \"spotlight\": \"opg\" }"

static void
test_rules (void)
{
  g_autoptr (RankleLesson) lesson = lesson_new (STEP);
  RankleModel *model = lesson->steps[0].start->model;
  g_autoptr (RankleRules) rules = rankle_lesson_make_rules (&lesson->steps[0], model);
  const RankleRule *opg = rankle_rules_find (rules, "opg");
  const RankleRule *rankl = rankle_rules_find (rules, "rankl");

  g_assert_true (opg->is_shown && opg->is_lit && rankle_rule_is_free (opg));
  g_assert_cmpfloat (rankle_rule_clamp (opg, 9), ==, 4);
  g_assert_cmpfloat (rankle_rule_clamp (opg, 0), ==, 0.5);
  g_assert_true (rankl->is_shown && !rankl->is_lit);
  g_assert_false (rankle_rule_is_free (rankl));
  g_assert_false (rankle_rules_find (rules, "estrogen")->is_shown);
  g_assert_false (rankle_rule_is_free (rankle_rules_find (rules, "estrogen")));
  g_assert_null (rankle_rules_find (rules, "nothing of the kind"));
  g_assert_true (rankle_rule_is_free (NULL));
  g_assert_cmpfloat (rankle_rule_clamp (NULL, 9), ==, 9);
}

static void
test_limits (void)
{
  g_autoptr (RankleLesson) lesson = lesson_new (STEP);
  g_autoptr (GPtrArray) limits =
      rankle_lesson_list_limits (&lesson->steps[0], lesson->steps[0].start->model);

  g_assert_cmpuint (limits->len, ==, 1);
  g_assert_cmpstr (limits->pdata[0], ==, "OPG: from 0.5 × baseline to 4 × baseline");
}

/* Whoever moves a control asks the study. */
static void
test_study (void)
{
  g_autoptr (RankleLesson) lesson = lesson_new (STEP);
  RankleModel *model = lesson->steps[0].start->model;
  g_autoptr (RankleStudy) study = rankle_study_new ();

  rankle_study_set_model (study, model);
  rankle_study_set_control (study, "rankl", 2);
  rankle_study_set_rules (study, rankle_lesson_make_rules (&lesson->steps[0], model));
  g_assert_nonnull (rankle_study_find_lock (study, "rankl"));
  g_assert_null (rankle_study_find_lock (study, "opg"));

  rankle_study_set_control (study, "rankl", 4);
  rankle_study_step_control (study, "rankl", 4, 0);
  rankle_study_reset_control (study, "rankl");
  g_assert_cmpfloat (rankle_study_get_control (study, "rankl"), ==, 2);
  rankle_study_set_control (study, "opg", 8);
  g_assert_cmpfloat (rankle_study_get_control (study, "opg"), ==, 4);

  rankle_study_set_rules (study, NULL);
  rankle_study_set_control (study, "rankl", 4);
  g_assert_cmpfloat (rankle_study_get_control (study, "rankl"), ==, 4);
  rankle_study_close (study);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson-rules/rules", test_rules);
  g_test_add_func ("/lesson-rules/limits", test_limits);
  g_test_add_func ("/lesson-rules/study", test_study);
  return g_test_run ();
}
