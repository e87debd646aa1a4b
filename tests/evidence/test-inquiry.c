/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are told of several runs: against another arm, and of people who differ. */

#include "rankle-inquiry.h"
#include "rankle-integrator.h"
#include "toy-pool.h"

#define NEAR 1e-3

static RankleEvidenceRow
make_row (const char *arm, RankleMeasure measure, double since, double time)
{
  return (RankleEvidenceRow){ .study = "s",
                              .arm = arm,
                              .observable = "pool",
                              .measure = measure,
                              .since = since,
                              .time = time,
                              .value = 0,
                              .low = -1,
                              .high = 1,
                              .unit = "",
                              .citation = "c",
                              .note = "" };
}

static void
add (RankleEvidence *evidence, const RankleEvidenceRow *row)
{
  g_autoptr (GError) error = NULL;

  rankle_evidence_add_row (evidence, row, &error);
  g_assert_no_error (error);
}

static void
add_against (RankleEvidence *evidence, RankleMeasure measure, double since, double time)
{
  RankleEvidenceRow row = make_row ("fast", measure, since, time);

  row.against = "rest";
  add (evidence, &row);
}

static double
get_modelled (const RankleScorecard *card, guint i)
{
  guint              n;
  const RankleScore *scores = rankle_scorecard_get_scores (card, &n);

  g_assert_cmpuint (i, <, n);
  g_assert_cmpstr (scores[i].reason, ==, NULL);
  return scores[i].modelled;
}

/* ---- against an arm ---- */

static void
test_against (void)
{
  RankleModel *const models[] = { in_days, in_hours };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (RankleEvidence) evidence = pool_make_arms ();
      g_autoptr (RankleScorecard) card = NULL;

      add_against (evidence, RANKLE_MEASURE_VALUE, 0, 5);
      add_against (evidence, RANKLE_MEASURE_CHANGE, 2, 5);
      add_against (evidence, RANKLE_MEASURE_DIFFERENCE, 2, 5);
      card = pool_score (evidence, models[i], 2);
      g_assert_cmpfloat_with_epsilon (get_modelled (card, 0),
                                      10 * (pool_fade (10) - pool_fade (5)), NEAR);
      g_assert_cmpfloat_with_epsilon (get_modelled (card, 1),
                                      100 * (pool_fade (6) - pool_fade (3)), NEAR);
      g_assert_cmpfloat_with_epsilon (
          get_modelled (card, 2),
          10 * (pool_fade (10) - pool_fade (4) - pool_fade (5) + pool_fade (2)), NEAR);
    }
}

/* Either arm that cannot be asked, or breaks down, takes the row with it. */
static void
test_either_arm (void)
{
  static const char *const arms[][2] = {
    { "opg", "rest" }, { "rest", "opg" }, { "boom", "rest" }, { "rest", "boom" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (arms); i++)
    {
      g_autoptr (RankleEvidence) evidence = pool_make_arms ();
      g_autoptr (RankleScorecard) card = NULL;
      RankleEvidenceRow  row = make_row (arms[i][0], RANKLE_MEASURE_VALUE, 0, 12);
      const RankleScore *score;
      const char        *arm;
      guint              n;

      row.against = arms[i][1];
      add (evidence, &row);
      card = pool_score (evidence, in_days, 2);
      score = rankle_scorecard_get_scores (card, &n);
      g_assert_true (isnan (score->modelled));
      g_assert_cmpint (score->verdict, ==,
                       i < 2 ? RANKLE_VERDICT_NOT_ASKED : RANKLE_VERDICT_FAIL);
      g_assert_true (g_str_has_prefix (
          score->reason, i < 2 ? "model “model” has no control “opg”: " : "The run "));
      g_assert_cmpint (rankle_scorecard_get_breakdown (card, &arm) != NULL, ==, i >= 2);
      if (i >= 2)
        g_assert_cmpstr (arm, ==, "boom");
    }
}

/* ---- people who differ ---- */

static void
test_parts (void)
{
  double mean = 0, square = 0;

  for (guint i = 0; i < RANKLE_INQUIRY_PARTS; i++)
    {
      double part = rankle_inquiry_get_part (i);

      mean += part / RANKLE_INQUIRY_PARTS;
      square += part * part / RANKLE_INQUIRY_PARTS;
      g_assert_cmpfloat (fabs (part), <, 2);
      if (i > 0)
        g_assert_cmpfloat (part, >, rankle_inquiry_get_part (i - 1));
    }
  g_assert_cmpfloat_with_epsilon (mean, 0, 1e-12);
  g_assert_cmpfloat_with_epsilon (square, 1, 1e-5);
}

/* Of those who fade at 2 ± sd times the rate. */
static double
average (double sd, double days)
{
  double sum = 0;

  for (guint i = 0; i < RANKLE_INQUIRY_PARTS; i++)
    sum += 10 * pool_fade (days * (2 + sd * rankle_inquiry_get_part (i)));
  return sum / RANKLE_INQUIRY_PARTS;
}

static void
add_spread (RankleEvidence *evidence, RankleMeasure measure, double sd)
{
  RankleEvidenceRow row = make_row ("fast", measure, 2, 5);

  row.spread = "rate";
  row.spread_sd = sd;
  add (evidence, &row);
}

/* First the mean of the observable, then the measure: the mean of changes is another. */
static void
test_spread (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleScorecard) card = NULL;

  add_spread (evidence, RANKLE_MEASURE_VALUE, 0.5);
  add_spread (evidence, RANKLE_MEASURE_CHANGE, 1);
  add_spread (evidence, RANKLE_MEASURE_FOLD, 1);
  card = pool_score (evidence, in_days, 2);
  g_assert_cmpfloat_with_epsilon (get_modelled (card, 0), average (0.5, 5), NEAR);
  g_assert_cmpfloat_with_epsilon (get_modelled (card, 1),
                                  100 * (average (1, 5) / average (1, 2) - 1), NEAR);
  g_assert_cmpfloat_with_epsilon (get_modelled (card, 2), average (1, 5) / average (1, 2),
                                  NEAR);
}

/* Both arms are of such people: each about its own value. */
static void
test_spread_against (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleScorecard) card = NULL;
  RankleEvidenceRow row = make_row ("fast", RANKLE_MEASURE_VALUE, 0, 5);

  row.against = "rest";
  row.spread = "rate";
  row.spread_sd = 0.5;
  add (evidence, &row);
  card = pool_score (evidence, in_days, 2);
  g_assert_cmpfloat_with_epsilon (
      get_modelled (card, 0), average (0.5, 5) - average (0.5, 5) / pool_fade (5), 0.2);
  g_assert_cmpfloat (get_modelled (card, 0), <, 0);
}

static void
test_spread_not_asked (void)
{
  static const struct
  {
    const char *control;
    double      sd;
    const char *reason;
  } rows[] = {
    { "rate", 1.001, "people from -0.002 to 4.002 of “rate” are not in its range" },
    { "rate", 3.6, "people from -5.2 to 9.2 of “rate” are not in its range" },
    { "nobody", 1, "the model has no control “nobody”" },
    { "opg", 1, "the model has no control “opg”" },
    { "turned", 1, "the model has no control “turned”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RankleEvidence) evidence = pool_make_arms ();
      g_autoptr (RankleScorecard) card = NULL;
      RankleEvidenceRow  row = make_row ("fast", RANKLE_MEASURE_VALUE, 0, 5);
      const RankleScore *score;
      guint              n;

      row.spread = rows[i].control;
      row.spread_sd = rows[i].sd;
      add (evidence, &row);
      card = pool_score (evidence, in_days, 1);
      score = rankle_scorecard_get_scores (card, &n);
      g_assert_cmpint (score->verdict, ==, RANKLE_VERDICT_NOT_ASKED);
      g_assert_cmpstr (score->reason, ==, rows[i].reason);
    }
}

static void
test_changed_on_the_way (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_new ();
  g_autoptr (RankleScenario) arm = rankle_scenario_new ("later", "Later", "");
  g_autoptr (RankleInquiry) inquiry = NULL;
  RankleEvidenceRow row = make_row ("later", RANKLE_MEASURE_VALUE, 0, 5);

  rankle_scenario_change_control (arm, "rate", 3, 2);
  rankle_evidence_add_arm (evidence, arm, NULL);
  row.spread = "rate";
  row.spread_sd = 0.1;
  add (evidence, &row);
  inquiry = rankle_inquiry_new (evidence, in_days);
  g_assert_cmpstr (rankle_inquiry_get_reason (inquiry, 0), ==,
                   "the arm changes “rate” on its way");
  g_assert_cmpuint (rankle_inquiry_get_n_runs (inquiry), ==, 0);
}

/* ---- the runs ---- */

/* However many rows ask for it, a run is made once; and only for a row that is told. */
static void
test_each_run_once (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleInquiry) inquiry = NULL;
  RankleEvidenceRow row = make_row ("dosed", RANKLE_MEASURE_VALUE, 0, 5);

  add_against (evidence, RANKLE_MEASURE_VALUE, 0, 5);
  add_against (evidence, RANKLE_MEASURE_CHANGE, 0, 7);
  add_spread (evidence, RANKLE_MEASURE_VALUE, 0.5);
  add_spread (evidence, RANKLE_MEASURE_FOLD, 0.5);
  row.against = "opg";
  add (evidence, &row);
  inquiry = rankle_inquiry_new (evidence, in_days);
  g_assert_cmpuint (rankle_inquiry_get_n_runs (inquiry), ==, 2 + RANKLE_INQUIRY_PARTS);
  g_assert_cmpuint (rankle_inquiry_get_arm (inquiry, 0), ==, 0);
  g_assert_nonnull (rankle_inquiry_get_reason (inquiry, 4));
}

/* A calibration asks with parameters of its own in the place of some. */
static void
test_parameters (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleInquiry) inquiry = NULL;
  guint       n = rankle_model_get_n_parameters (in_hours);
  double     *parameters = g_newa (double, n);
  RankleSight sights[2];

  pool_add_row (evidence, "opg", "pool", RANKLE_MEASURE_VALUE, 0, 5, 0);
  pool_add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 5, 0);
  for (guint i = 0; i < n; i++)
    parameters[i] = NAN;
  parameters[rankle_model_find (in_hours, "rate")->index] = 3;
  inquiry = rankle_inquiry_new (evidence, in_hours);
  g_assert_cmpuint (rankle_inquiry_get_n_runs (inquiry), ==, 1);
  g_assert_cmpuint (rankle_inquiry_get_n_sights (inquiry), ==, 2);
  protocol = rankle_inquiry_make_protocol (inquiry, 0, parameters);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, NULL);
  rankle_inquiry_look (inquiry, 0, trajectory, sights);
  g_assert_cmpfloat_with_epsilon (rankle_inquiry_tell (inquiry, 1, sights),
                                  10 * pool_fade (15), NEAR);
  g_assert_true (isnan (rankle_inquiry_tell (inquiry, 0, sights)));
  g_assert_cmpstr (rankle_inquiry_get_reason (inquiry, 0), ==,
                   "model “model” has no control “opg”: it has no OPG");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pools_begin ();
  g_test_add_func ("/inquiry/against", test_against);
  g_test_add_func ("/inquiry/either-arm", test_either_arm);
  g_test_add_func ("/inquiry/parts", test_parts);
  g_test_add_func ("/inquiry/spread", test_spread);
  g_test_add_func ("/inquiry/spread-against", test_spread_against);
  g_test_add_func ("/inquiry/spread-not-asked", test_spread_not_asked);
  g_test_add_func ("/inquiry/changed-on-the-way", test_changed_on_the_way);
  g_test_add_func ("/inquiry/each-run-once", test_each_run_once);
  g_test_add_func ("/inquiry/parameters", test_parameters);
  return pools_end (g_test_run ());
}
