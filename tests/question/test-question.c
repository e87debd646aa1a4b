/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A question with another scenario: what is wanted of the run stays. */

#include <math.h>

#include "rankle-question.h"
#include "toy-model.h"

static RankleModel *
model_new (void)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model =
      rankle_model_new_from_antimony (toy_text, -1, "toy", toy_sidecar, &error);

  g_assert_no_error (error);
  return model;
}

static RankleScenario *
scenario_new (double filling)
{
  RankleScenario *scenario = rankle_scenario_new ("", "", "");

  rankle_scenario_set_parameter (scenario, "filling", filling);
  return scenario;
}

static void
set_wants (RankleQuestion *question, RankleModel *model)
{
  guint              n = rankle_model_get_n_parameters (model);
  g_autofree double *parameters = g_new (double, n);

  for (guint i = 0; i < n; i++)
    parameters[i] = NAN;
  parameters[rankle_model_find (model, "boom")->index] = 0.25;
  rankle_question_set_parameters (question, parameters);
  rankle_question_set_tolerances (question, 1e-4, 1e-9);
  rankle_question_set_hidden (question, TRUE);
}

/* As if it had been asked so from the start; which the first one still is. */
static void
test_with_scenario (void)
{
  static const double times[] = { 0, 1, 7 };
  g_autoptr (RankleModel) model = model_new ();
  g_autoptr (RankleScenario) one = scenario_new (1);
  g_autoptr (RankleScenario) three = scenario_new (3);
  g_autoptr (RankleQuestion) first = rankle_question_new (model, one);
  g_autoptr (RankleQuestion) plain = rankle_question_new (model, three);
  g_autoptr (RankleQuestion) other = NULL;
  g_autoptr (RankleProtocol) expected = NULL;
  g_autoptr (RankleProtocol) of_first = NULL;
  g_autoptr (RankleProtocol) got = NULL;

  set_wants (first, model);
  set_wants (plain, model);
  rankle_question_set_times (first, times, G_N_ELEMENTS (times));
  rankle_question_set_times (plain, times, G_N_ELEMENTS (times));
  other = rankle_question_with_scenario (first, three);
  expected = rankle_question_make_protocol (plain, NULL);
  of_first = rankle_question_make_protocol (first, NULL);
  got = rankle_question_make_protocol (other, NULL);
  g_assert_true (rankle_question_get_scenario (other) == three);
  g_assert_true (rankle_protocol_equal (got, expected));
  g_assert_false (rankle_protocol_equal (of_first, expected));
}

/* Rows each so often, and rows of a plot with others among them. */
static void
test_with_scenario_rows (void)
{
  static const double extra[] = { 1.25 };
  g_autoptr (RankleModel) model = model_new ();
  g_autoptr (RankleScenario) scenario = scenario_new (1);

  for (guint of_plot = 0; of_plot < 2; of_plot++)
    {
      g_autoptr (RankleQuestion) first = rankle_question_new (model, scenario);
      g_autoptr (RankleQuestion) other = NULL;
      g_autoptr (RankleProtocol) expected = NULL;
      g_autoptr (RankleProtocol) got = NULL;

      if (of_plot)
        rankle_question_add_times (first, extra, 1);
      else
        rankle_question_set_every (first, 8, 0.5);
      other = rankle_question_with_scenario (first, scenario);
      expected = rankle_question_make_protocol (first, NULL);
      got = rankle_question_make_protocol (other, NULL);
      g_assert_true (rankle_protocol_equal (got, expected));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/question/with-scenario", test_with_scenario);
  g_test_add_func ("/question/with-scenario-rows", test_with_scenario_rows);
  return g_test_run ();
}
