/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every row beside what a model says there, and how many of them are right. */

#include "rankle-scorecard.h"
#include "toy-pool.h"

static void
check_scores (const RankleScorecard *card)
{
  static const RankleVerdict verdicts[] = {
    RANKLE_VERDICT_PASS,      RANKLE_VERDICT_FAIL, RANKLE_VERDICT_NOT_ASKED,
    RANKLE_VERDICT_NOT_ASKED, RANKLE_VERDICT_FAIL, RANKLE_VERDICT_PASS,
  };
  guint              n;
  const RankleScore *scores = rankle_scorecard_get_scores (card, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (verdicts));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (scores[i].verdict, ==, verdicts[i]);
      g_assert_cmpint (scores[i].reason != NULL, ==, i >= 2 && i <= 4);
      g_assert_cmpint (isnan (scores[i].modelled), ==, i >= 2 && i <= 4);
    }
  g_assert_cmpfloat_with_epsilon (scores[0].deviation, -0.5, 1e-3);
  g_assert_cmpfloat_with_epsilon (scores[1].deviation, 2, 1e-3);
  g_assert_cmpstr (scores[2].reason, ==, "the model has nothing of the kind");
  g_assert_cmpstr (scores[3].reason, ==,
                   "model “model” has no control “opg”: it has no OPG");
  g_assert_true (g_str_has_prefix (scores[4].reason, "The run stopped at "));
}

static void
check_totals (const RankleScorecard *card)
{
  RankleTotal fit = rankle_scorecard_get_total (card, FALSE);
  RankleTotal predicted = rankle_scorecard_get_total (card, TRUE);

  g_assert_cmpuint (fit.passed, ==, 1);
  g_assert_cmpuint (fit.asked, ==, 1);
  g_assert_cmpuint (fit.not_asked, ==, 2);
  g_assert_cmpfloat_with_epsilon (fit.deviation, 0.5, 1e-3);
  g_assert_cmpuint (predicted.passed, ==, 1);
  g_assert_cmpuint (predicted.asked, ==, 3);
  g_assert_cmpuint (predicted.not_asked, ==, 0);
  /* Of the two that have one: 2 and 0. */
  g_assert_cmpfloat_with_epsilon (predicted.deviation, sqrt (2), 1e-3);
}

static void
test_rows (void)
{
  RankleModel *const models[] = { in_days, in_hours };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    for (guint threads = 1; threads <= 4; threads += 3)
      {
        g_autoptr (RankleEvidence) evidence = pool_make_evidence ();
        g_autoptr (RankleScorecard) card = pool_score (evidence, models[i], threads);

        check_scores (card);
        check_totals (card);
      }
}

/* The sums of both; and the arm whose run broke down, which one that cannot be asked is
 * not. */
static void
test_together (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_evidence ();
  g_autoptr (RankleEvidence) sound = pool_make_arms ();
  g_autoptr (RankleScorecard) card = pool_score (evidence, in_days, 2);
  g_autoptr (RankleScorecard) none = NULL;
  RankleTotal total = rankle_scorecard_get_grand_total (card);
  RankleTotal fit = rankle_scorecard_get_total (card, FALSE);
  RankleTotal predicted = rankle_scorecard_get_total (card, TRUE);
  const char *arm;

  g_assert_cmpuint (total.passed, ==, fit.passed + predicted.passed);
  g_assert_cmpuint (total.asked, ==, fit.asked + predicted.asked);
  g_assert_cmpuint (total.not_asked, ==, fit.not_asked + predicted.not_asked);
  g_assert_cmpfloat (total.deviation, >, fmin (fit.deviation, predicted.deviation));
  g_assert_cmpfloat (total.deviation, <, fmax (fit.deviation, predicted.deviation));
  g_assert_nonnull (rankle_scorecard_get_breakdown (card, &arm));
  g_assert_cmpstr (arm, ==, "boom");
  pool_add_row (sound, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 5, 1);
  pool_add_row (sound, "opg", "pool", RANKLE_MEASURE_VALUE, 0, 5, 1);
  none = pool_score (sound, in_days, 2);
  g_assert_null (rankle_scorecard_get_breakdown (none, &arm));
}

static void
test_threads (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_evidence ();
  g_autoptr (RankleScorecard) one = pool_score (evidence, in_days, 1);
  g_autoptr (RankleScorecard) four = pool_score (evidence, in_days, 4);
  guint              n;
  const RankleScore *a = rankle_scorecard_get_scores (one, &n);
  const RankleScore *b = rankle_scorecard_get_scores (four, &n);

  for (guint i = 0; i < n; i++)
    {
      g_assert_true (a[i].row == b[i].row);
      g_assert_cmpmem (&a[i].modelled, sizeof (double), &b[i].modelled, sizeof (double));
      g_assert_cmpint (a[i].verdict, ==, b[i].verdict);
      g_assert_cmpstr (a[i].reason, ==, b[i].reason);
    }
}

static void
test_nothing_asked (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleScorecard) card = pool_score (evidence, in_days, 2);
  RankleTotal total = rankle_scorecard_get_total (card, TRUE);
  guint       n;

  rankle_scorecard_get_scores (card, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (isnan (total.deviation));
}

/* A multiple of what is 0, and a change of it that is none. */
static void
test_no_number (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleScorecard) card = NULL;
  const RankleScore *scores;
  RankleTotal        total;
  guint              n;

  pool_add_row (evidence, "rest", "filled", RANKLE_MEASURE_FOLD, 0, 5, 1);
  pool_add_row (evidence, "rest", "filled", RANKLE_MEASURE_CHANGE, 0, 0, 1);
  card = pool_score (evidence, in_days, 1);
  scores = rankle_scorecard_get_scores (card, &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (isnan (scores[i].modelled) && isnan (scores[i].deviation));
      g_assert_cmpint (scores[i].verdict, ==, RANKLE_VERDICT_FAIL);
      g_assert_cmpstr (scores[i].reason, ==, "the model gives no number there");
    }
  total = rankle_scorecard_get_total (card, FALSE);
  g_assert_cmpuint (total.asked, ==, 2);
  g_assert_true (isnan (total.deviation));
}

/* A spread too small to be halved makes one row's deviation infinite, not the total. */
static void
test_infinite_deviation (void)
{
  g_autoptr (RankleEvidence) evidence = pool_make_arms ();
  g_autoptr (RankleScorecard) card = NULL;
  RankleEvidenceRow  row = { .study = "s",
                             .arm = "rest",
                             .observable = "pool",
                             .time = 5,
                             .high = 5e-324,
                             .unit = "",
                             .citation = "c",
                             .note = "" };
  const RankleScore *scores;
  guint              n;

  pool_add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 5,
                10 * pool_fade (5) + 2);
  g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
  card = pool_score (evidence, in_days, 1);
  scores = rankle_scorecard_get_scores (card, &n);
  g_assert_true (isinf (scores[1].deviation));
  g_assert_cmpfloat_with_epsilon (rankle_scorecard_get_total (card, FALSE).deviation, 1,
                                  1e-3);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  pools_begin ();
  g_test_add_func ("/scorecard/rows", test_rows);
  g_test_add_func ("/scorecard/together", test_together);
  g_test_add_func ("/scorecard/threads", test_threads);
  g_test_add_func ("/scorecard/nothing-asked", test_nothing_asked);
  g_test_add_func ("/scorecard/no-number", test_no_number);
  g_test_add_func ("/scorecard/infinite-deviation", test_infinite_deviation);
  return pools_end (g_test_run ());
}
