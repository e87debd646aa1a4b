/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows a scenario may be held against. */

#include "rankle-evidence-match.h"
#include "rankle-question.h"
#include "toy-pool.h"

static RankleScenario *
ask (const char *const *controls, const double *values)
{
  RankleScenario *scenario = rankle_scenario_new ("asked", "Asked", "");

  rankle_scenario_set_time_unit (scenario, "day");
  for (guint i = 0; controls[i] != NULL; i++)
    rankle_scenario_set_control (scenario, controls[i], values[i]);
  return scenario;
}

static void
assert_matches (RankleModel *model, RankleScenario *scenario, const char *expected)
{
  g_autoptr (RankleEvidence) evidence = pool_make_evidence ();
  g_autoptr (RankleScenario) owned = scenario;
  g_autoptr (RankleEvidenceMatch) match = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RankleQuestion) question = rankle_question_new (model, scenario);
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (question, NULL);

  pool_add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 5, 1);  /* 6 */
  pool_add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 10, 1); /* 7 */
  pool_add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 15, 1); /* 8 */
  pool_add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 16, 1); /* 9 */
  match = rankle_evidence_match_new (evidence, model);
  if (protocol != NULL)
    found = rankle_evidence_match_find (match, protocol);
  for (guint i = 0; found != NULL && i < found->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (found, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_asked (void)
{
  static const char *const doses[] = { "dose", "count", "start", "interval", NULL };
  static const char *const rate[] = { "rate", NULL };
  static const char *const opg[] = { "opg", NULL };
  static const char *const none[] = { NULL };
  RankleModel *const       models[] = { in_days, in_hours };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      RankleModel *m = models[i];

      /* "rest" asks nothing, and until the first dose the dosed are at rest. */
      assert_matches (m, ask (none, NULL), "0 1 6 ");
      assert_matches (m, ask (rate, (double[]){ 1 }), "0 1 6 ");
      assert_matches (m, ask (rate, (double[]){ 2 }), "5 ");
      assert_matches (m, ask (rate, (double[]){ 2.5 }), "");
      assert_matches (m, ask (opg, (double[]){ 2 }), "");
      assert_matches (m, ask (doses, (double[]){ 8, 3, 5, 5 }), "0 6 7 8 9 ");
      /* The third is missed: what was seen before it still counts. */
      assert_matches (m, ask (doses, (double[]){ 8, 2, 5, 5 }), "0 6 7 8 ");
      assert_matches (m, ask (doses, (double[]){ 8, 3, 5, 6 }), "0 6 7 ");
      assert_matches (m, ask (doses, (double[]){ 7, 3, 5, 5 }), "0 6 ");
    }
}

/* Said as a parameter, as a control that stays where it was, and as a change to come. */
static void
test_said_otherwise (void)
{
  static const char *const boom[] = { "boom", NULL };
  static const char *const none[] = { NULL };
  RankleModel *const       models[] = { in_days, in_hours };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      RankleScenario *as_parameter = ask (none, NULL);
      RankleScenario *later = ask (none, NULL);

      rankle_scenario_set_parameter (as_parameter, "rate", 2);
      rankle_scenario_change_control (later, "rate", 2, 6);
      assert_matches (models[i], as_parameter, "5 ");
      assert_matches (models[i], later, "0 6 ");
      assert_matches (models[i], ask (boom, (double[]){ 0 }), "0 1 6 ");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pools_begin ();
  g_test_add_func ("/evidence-match/asked", test_asked);
  g_test_add_func ("/evidence-match/said-otherwise", test_said_otherwise);
  return pools_end (g_test_run ());
}
