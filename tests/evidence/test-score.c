/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What rows measure in runs whose every value is a closed form. */

#include "rankle-integrator.h"
#include "rankle-score.h"
#include "rankle-scorecard.h"
#include "toy-pool.h"

#define NEAR 1e-4

/* ---- measures ---- */

typedef struct
{
  const char   *arm, *observable;
  RankleMeasure measure;
  double        since, time, expected;
} Case;

static void
check_cases (const Case *cases, guint n, RankleModel *model)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleScorecard) card = NULL;
  const RankleScore *scores;

  for (guint i = 0; i < n; i++)
    pool_add_row (evidence, cases[i].arm, cases[i].observable, cases[i].measure,
                  cases[i].since, cases[i].time, 0);
  card = pool_score (evidence, model, 1);
  scores = rankle_scorecard_get_scores (card, &n);
  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s of %s", rankle_measure_to_string (cases[i].measure),
                      cases[i].observable);
      g_assert_cmpfloat_with_epsilon (scores[i].modelled, cases[i].expected,
                                      NEAR * fmax (1, fabs (cases[i].expected)));
      g_assert_cmpfloat_with_epsilon (scores[i].deviation, scores[i].modelled / 2, 1e-12);
    }
}

static void
test_measures (void)
{
  const double after_two = (10 * pool_fade (5) + 8) * pool_fade (5) + 8;
  const Case   cases[] = {
      { "rest", "pool", RANKLE_MEASURE_VALUE, 0, 3, 10 * pool_fade (3) },
      { "rest", "pool", RANKLE_MEASURE_CHANGE, 2, 7, 100 * (pool_fade (5) - 1) },
      { "rest", "pool", RANKLE_MEASURE_FOLD, 1, 3, pool_fade (2) },
      { "fast", "pool", RANKLE_MEASURE_FOLD, 1, 3, pool_fade (4) },
      { "rest", "pool", RANKLE_MEASURE_DIFFERENCE, 1, 3,
        10 * (pool_fade (3) - pool_fade (1)) },
      { "rest", "scaled", RANKLE_MEASURE_DIFFERENCE, 0, 3, 30 * (pool_fade (3) - 1) },
      { "rest", "pool", RANKLE_MEASURE_MAX, 2, 7, 10 * pool_fade (2) },
      { "rest", "pool", RANKLE_MEASURE_MIN, 2, 7, 10 * pool_fade (7) },
      { "rest", "pool", RANKLE_MEASURE_TIME_OF_MAX, 2, 7, 0 },
      { "rest", "pool", RANKLE_MEASURE_MAX_CHANGE, 2, 7, 0 },
      { "rest", "pool", RANKLE_MEASURE_MIN_CHANGE, 2, 7, 100 * (pool_fade (5) - 1) },
      { "rest", "scaled", RANKLE_MEASURE_VALUE, 0, 3, 100 + 30 * pool_fade (3) },
      { "rest", "scaled", RANKLE_MEASURE_CHANGE, 0, 3,
        100 * ((100 + 30 * pool_fade (3)) / 130 - 1) },
      { "rest", "percent", RANKLE_MEASURE_VALUE, 0, 3, 100 * pool_fade (3) },
      { "rest", "scaled", RANKLE_MEASURE_MAX, 2, 7, 100 + 30 * pool_fade (2) },
      { "rest", "percent", RANKLE_MEASURE_MIN, 0, 3, 100 * pool_fade (3) },
      { "rest", "percent", RANKLE_MEASURE_CHANGE, 2, 7, 100 * (pool_fade (5) - 1) },
      { "rest", "percent", RANKLE_MEASURE_FOLD, 1, 3, pool_fade (2) },
      { "rest", "filled", RANKLE_MEASURE_TIME_OF_MAX, 2, 7, 5 },
      { "rest", "filled", RANKLE_MEASURE_VALUE, 0, 0, 0 },
      /* Times that come back from hours a little later, and a little earlier. */
      { "rest", "filled", RANKLE_MEASURE_TIME_OF_MAX, 0, 0.1, 0.1 },
      { "rest", "pool", RANKLE_MEASURE_MAX, 0.7, 7, 10 * pool_fade (0.7) },
      /* Before the dose of that day, not behind it. */
      { "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 5, 10 * pool_fade (5) },
      { "dosed", "pool", RANKLE_MEASURE_MAX, 4, 5, 10 * pool_fade (4) },
      { "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 12, after_two * pool_fade (2) },
  };

  check_cases (cases, G_N_ELEMENTS (cases), in_days);
  check_cases (cases, G_N_ELEMENTS (cases), in_hours);
}

/* In the midst of a stretch, between the times that rows ask for: behind the dose of day
 * 5, on the first of the rows that stand less than a day apart. */
static void
test_peak_within_a_stretch (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleScorecard) card = NULL;
  const RankleScore *scores;
  guint              n;

  pool_add_row (evidence, "dosed", "pool", RANKLE_MEASURE_TIME_OF_MAX, 4, 9.5, 0);
  pool_add_row (evidence, "dosed", "pool", RANKLE_MEASURE_MAX, 4, 9.5, 0);
  card = pool_score (evidence, in_days, 1);
  scores = rankle_scorecard_get_scores (card, &n);
  g_assert_cmpfloat (scores[0].modelled, >, 1);
  g_assert_cmpfloat (scores[0].modelled, <=, 2);
  g_assert_cmpfloat_with_epsilon (
      scores[1].modelled, (10 * pool_fade (5) + 8) * pool_fade (scores[0].modelled - 1),
      1e-3);
}

static void
test_beyond_the_run (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (in_hours);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;
  const RankleEvidenceRow *rows;
  guint                    n;

  pool_add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 10, 0);
  pool_add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 10.5, 0);
  pool_add_row (evidence, "rest", "nothing", RANKLE_MEASURE_VALUE, 0, 1, 0);
  rankle_protocol_set_every (protocol, 240, 24);
  rankle_protocol_seal (protocol);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, NULL);
  rows = rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpfloat_with_epsilon (rankle_score_measure (&rows[0], trajectory),
                                  10 * pool_fade (10), NEAR);
  g_assert_true (isnan (rankle_score_measure (&rows[1], trajectory)));
  g_assert_true (isnan (rankle_score_measure (&rows[2], trajectory)));
}

/* Half-widths are of the whole spread, whatever its middle: where it is even, -1 and 1
 * are its edges. */
static void
test_deviation (void)
{
  RankleEvidenceRow even = { .value = 3, .low = 1, .high = 5 };
  RankleEvidenceRow uneven = { .value = 3, .low = 2, .high = 6 };

  g_assert_cmpfloat (rankle_score_deviation (&even, 1), ==, -1);
  g_assert_cmpfloat (rankle_score_deviation (&even, 5), ==, 1);
  g_assert_cmpfloat (rankle_score_deviation (&even, 3), ==, 0);
  g_assert_cmpfloat (rankle_score_deviation (&uneven, 2), ==, -0.5);
  g_assert_cmpfloat (rankle_score_deviation (&uneven, 6), ==, 1.5);
  g_assert_true (isnan (rankle_score_deviation (&even, NAN)));
}

static void
test_verdict (void)
{
  RankleEvidenceRow row = { .value = 3, .low = 1, .high = 4 };

  g_assert_cmpint (rankle_score_judge (&row, 1), ==, RANKLE_VERDICT_PASS);
  g_assert_cmpint (rankle_score_judge (&row, 4), ==, RANKLE_VERDICT_PASS);
  g_assert_cmpint (rankle_score_judge (&row, nextafter (1, 0)), ==, RANKLE_VERDICT_FAIL);
  g_assert_cmpint (rankle_score_judge (&row, nextafter (4, 5)), ==, RANKLE_VERDICT_FAIL);
  g_assert_cmpint (rankle_score_judge (&row, NAN), ==, RANKLE_VERDICT_FAIL);
  g_assert_cmpstr (rankle_verdict_to_string (RANKLE_VERDICT_PASS), ==, "pass");
  g_assert_cmpstr (rankle_verdict_to_string (RANKLE_VERDICT_FAIL), ==, "fail");
  g_assert_cmpstr (rankle_verdict_to_string (RANKLE_VERDICT_NOT_ASKED), ==, "not asked");
}

/* Of one bound: what lies beyond it is no less right for being far. */
static void
test_one_bound (void)
{
  RankleEvidenceRow at_most = { .value = -85, .low = -INFINITY, .high = -80 };
  RankleEvidenceRow at_least = { .value = 3, .low = 1, .high = INFINITY };

  g_assert_cmpfloat (rankle_score_deviation (&at_most, -99), ==, 0);
  g_assert_cmpfloat (rankle_score_deviation (&at_most, -80), ==, 1);
  g_assert_cmpfloat (rankle_score_deviation (&at_most, -70), ==, 3);
  g_assert_cmpint (rankle_score_judge (&at_most, -1e9), ==, RANKLE_VERDICT_PASS);
  g_assert_cmpint (rankle_score_judge (&at_most, -79.9), ==, RANKLE_VERDICT_FAIL);
  g_assert_cmpfloat (rankle_score_deviation (&at_least, 99), ==, 0);
  g_assert_cmpfloat (rankle_score_deviation (&at_least, 0), ==, -1.5);
  g_assert_cmpint (rankle_score_judge (&at_least, 1e9), ==, RANKLE_VERDICT_PASS);
  g_assert_cmpint (rankle_score_judge (&at_least, 0.9), ==, RANKLE_VERDICT_FAIL);
  g_assert_true (isnan (rankle_score_deviation (&at_most, NAN)));
  g_assert_cmpint (rankle_score_judge (&at_least, NAN), ==, RANKLE_VERDICT_FAIL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pools_begin ();
  g_test_add_func ("/score/measures", test_measures);
  g_test_add_func ("/score/peak-within-a-stretch", test_peak_within_a_stretch);
  g_test_add_func ("/score/beyond-the-run", test_beyond_the_run);
  g_test_add_func ("/score/deviation", test_deviation);
  g_test_add_func ("/score/verdict", test_verdict);
  g_test_add_func ("/score/one-bound", test_one_bound);
  return pools_end (g_test_run ());
}
