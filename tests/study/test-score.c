/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A pool that fades at RATE a day and can be filled by doses, once counted in days and
 * once in hours: every answer is a closed form, and the same from both. */

#include <math.h>

#include "rankle-evidence-match.h"
#include "rankle-integrator.h"
#include "rankle-score.h"
#include "rankle-scorecard.h"

#define RATE 0.2
#define NEAR 1e-4

#define CONTROLS(day)                                                                    \
  "\"controls\": [{\"id\": \"rate\", \"parameter\": \"rate\", \"min\": 0, \"max\": 9, "  \
  "\"neutral\": 1, \"step\": 1}, "                                                       \
  "{\"id\": \"boom\", \"parameter\": \"boom\", \"min\": 0, \"max\": 9, \"neutral\": 0, " \
  "\"step\": 1}, "                                                                       \
  "{\"id\": \"opg\", \"absent\": \"it has no OPG\"}, "                                   \
  "{\"id\": \"dose\", \"dose\": \"amount\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 0, \"step\": 1}, "                                                   \
  "{\"id\": \"interval\", \"dose\": \"interval\", \"state\": \"pool\", \"min\": 1, "     \
  "\"max\": 99, \"neutral\": 5, \"step\": 1, \"factor\": " day "}, "                     \
  "{\"id\": \"count\", \"dose\": \"count\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 1, \"step\": 1}, "                                                   \
  "{\"id\": \"start\", \"dose\": \"start\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 0, \"step\": 1, \"factor\": " day "}]"

#define EVIDENCE                                                                         \
  "\"evidence\": {\"scaled\": {\"column\": \"pool\", \"factor\": 3, \"offset\": 100}, "  \
  "\"percent\": {\"column\": \"pool\", \"relative\": true}}"

#define MODEL(day)                                                                       \
  "day = " day "; rate = 1; boom = 0; pool = 10\n"                                       \
  "pool' = -0.2 * rate / day * pool + boom * pool^2 / day"

#define SIDECAR(unit, day)                                                               \
  "{\"schema\": 1, \"horizon\": 1000, \"time_unit\": \"" unit                            \
  "\", " CONTROLS (day) ", " EVIDENCE "}"

static RankleModel *in_days, *in_hours;

static RankleModel *
load (const char *text, const char *sidecar)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_antimony (text, -1, "toy", sidecar, &error);

  g_assert_no_error (error);
  return model;
}

/* ---- evidence ---- */

static void
add_arm (RankleEvidence *evidence, const char *id, const char *control, double value)
{
  g_autoptr (RankleScenario) arm = rankle_scenario_new (id, id, "");
  g_autoptr (GError) error = NULL;

  rankle_scenario_set_time_unit (arm, "day");
  rankle_scenario_set_control (arm, control, value);
  rankle_evidence_add_arm (evidence, arm, &error);
  g_assert_no_error (error);
}

/* 8 into the pool on days 5, 10 and 15. */
static void
add_dosed_arm (RankleEvidence *evidence)
{
  g_autoptr (RankleScenario) arm = rankle_scenario_new ("dosed", "Dosed", "");

  rankle_scenario_set_time_unit (arm, "day");
  rankle_scenario_set_control (arm, "dose", 8);
  rankle_scenario_set_control (arm, "count", 3);
  rankle_scenario_set_control (arm, "start", 5);
  rankle_evidence_add_arm (evidence, arm, NULL);
}

static RankleEvidence *
make_arms (void)
{
  RankleEvidence *evidence = rankle_evidence_new ();

  add_arm (evidence, "rest", "rate", 1);
  add_arm (evidence, "fast", "rate", 2);
  add_arm (evidence, "opg", "opg", 2);
  add_arm (evidence, "boom", "boom", 9);
  add_dosed_arm (evidence);
  return evidence;
}

static void
add_row (RankleEvidence *evidence,
         const char     *arm,
         const char     *observable,
         RankleMeasure   measure,
         double          since,
         double          time,
         double          value)
{
  g_autoptr (GError) error = NULL;
  RankleEvidenceRow row = { .study = "s",
                            .arm = arm,
                            .observable = observable,
                            .measure = measure,
                            .since = since,
                            .time = time,
                            .value = value,
                            .low = value - 2,
                            .high = value + 2,
                            .unit = "",
                            .citation = "c",
                            .note = "",
                            .predicted = time > 11 };

  rankle_evidence_add_row (evidence, &row, &error);
  g_assert_no_error (error);
}

/* ---- measures ---- */

typedef struct
{
  const char   *arm, *observable;
  RankleMeasure measure;
  double        since, time, expected;
} Case;

static double
fade (double days)
{
  return exp (-RATE * days);
}

static void
check_cases (const Case *cases, guint n, RankleModel *model)
{
  g_autoptr (RankleEvidence) evidence = make_arms ();
  g_autoptr (RankleScorecard) card = NULL;
  const RankleScore *scores;

  for (guint i = 0; i < n; i++)
    add_row (evidence, cases[i].arm, cases[i].observable, cases[i].measure,
             cases[i].since, cases[i].time, 0);
  card = rankle_scorecard_new (evidence, model, 1);
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
  const double after_two = (10 * fade (5) + 8) * fade (5) + 8;
  const Case   cases[] = {
      { "rest", "pool", RANKLE_MEASURE_VALUE, 0, 3, 10 * fade (3) },
      { "rest", "pool", RANKLE_MEASURE_CHANGE, 2, 7, 100 * (fade (5) - 1) },
      { "rest", "pool", RANKLE_MEASURE_FOLD, 1, 3, fade (2) },
      { "fast", "pool", RANKLE_MEASURE_FOLD, 1, 3, fade (4) },
      { "rest", "pool", RANKLE_MEASURE_MAX, 2, 7, 10 * fade (2) },
      { "rest", "pool", RANKLE_MEASURE_MIN, 2, 7, 10 * fade (7) },
      { "rest", "pool", RANKLE_MEASURE_TIME_OF_MAX, 2, 7, 0 },
      { "rest", "scaled", RANKLE_MEASURE_VALUE, 0, 3, 100 + 30 * fade (3) },
      { "rest", "scaled", RANKLE_MEASURE_CHANGE, 0, 3,
        100 * ((100 + 30 * fade (3)) / 130 - 1) },
      { "rest", "percent", RANKLE_MEASURE_VALUE, 0, 3, 100 * fade (3) },
      { "rest", "percent", RANKLE_MEASURE_MIN, 0, 3, 100 * fade (3) },
      /* Before the dose of that day, not behind it. */
      { "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 5, 10 * fade (5) },
      { "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 12, after_two * fade (2) },
  };

  check_cases (cases, G_N_ELEMENTS (cases), in_days);
  check_cases (cases, G_N_ELEMENTS (cases), in_hours);
}

/* In the midst of a stretch, between the times that rows ask for: behind the dose of day
 * 5, on the first of the rows that stand less than a day apart. */
static void
test_peak_within_a_stretch (void)
{
  g_autoptr (RankleEvidence) evidence = make_arms ();
  g_autoptr (RankleScorecard) card = NULL;
  const RankleScore *scores;
  guint              n;

  add_row (evidence, "dosed", "pool", RANKLE_MEASURE_TIME_OF_MAX, 4, 9.5, 0);
  add_row (evidence, "dosed", "pool", RANKLE_MEASURE_MAX, 4, 9.5, 0);
  card = rankle_scorecard_new (evidence, in_days, 1);
  scores = rankle_scorecard_get_scores (card, &n);
  g_assert_cmpfloat (scores[0].modelled, >, 1);
  g_assert_cmpfloat (scores[0].modelled, <=, 2);
  g_assert_cmpfloat_with_epsilon (
      scores[1].modelled, (10 * fade (5) + 8) * fade (scores[0].modelled - 1), 1e-3);
}

static void
test_beyond_the_run (void)
{
  g_autoptr (RankleEvidence) evidence = make_arms ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (in_hours);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;
  const RankleEvidenceRow *rows;
  guint                    n;

  add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 10, 0);
  add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 10.5, 0);
  add_row (evidence, "rest", "nothing", RANKLE_MEASURE_VALUE, 0, 1, 0);
  rankle_protocol_set_every (protocol, 240, 24);
  rankle_protocol_seal (protocol);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, NULL);
  rows = rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpfloat_with_epsilon (rankle_score_measure (&rows[0], trajectory),
                                  10 * fade (10), NEAR);
  g_assert_true (isnan (rankle_score_measure (&rows[1], trajectory)));
  g_assert_true (isnan (rankle_score_measure (&rows[2], trajectory)));
}

static void
test_verdict (void)
{
  RankleEvidenceRow row = { .value = 3, .low = 1, .high = 4 };

  g_assert_cmpint (rankle_score_judge (&row, 1), ==, RANKLE_VERDICT_PASS);
  g_assert_cmpint (rankle_score_judge (&row, 4), ==, RANKLE_VERDICT_PASS);
  g_assert_cmpint (rankle_score_judge (&row, 0.999), ==, RANKLE_VERDICT_FAIL);
  g_assert_cmpint (rankle_score_judge (&row, 4.001), ==, RANKLE_VERDICT_FAIL);
  g_assert_cmpint (rankle_score_judge (&row, NAN), ==, RANKLE_VERDICT_FAIL);
  g_assert_cmpfloat (rankle_score_deviation (&row, 6), ==, 2);
}

/* ---- scorecards ---- */

static RankleEvidence *
make_evidence (void)
{
  RankleEvidence *evidence = make_arms ();

  add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 5, 10 * fade (5) + 1);
  add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 12, 10 * fade (12) - 4);
  add_row (evidence, "rest", "nothing", RANKLE_MEASURE_VALUE, 0, 5, 1);
  add_row (evidence, "opg", "pool", RANKLE_MEASURE_VALUE, 0, 5, 1);
  add_row (evidence, "boom", "pool", RANKLE_MEASURE_VALUE, 0, 12, 1);
  add_row (evidence, "fast", "pool", RANKLE_MEASURE_VALUE, 0, 12, 10 * fade (24));
  return evidence;
}

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
  g_assert_nonnull (g_strrstr (scores[3].reason, "it has no OPG"));
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
test_scorecard (void)
{
  RankleModel *const models[] = { in_days, in_hours };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    for (guint threads = 1; threads <= 4; threads += 3)
      {
        g_autoptr (RankleEvidence) evidence = make_evidence ();
        g_autoptr (RankleScorecard) card =
            rankle_scorecard_new (evidence, models[i], threads);

        check_scores (card);
        check_totals (card);
      }
}

static void
test_nothing_asked (void)
{
  g_autoptr (RankleEvidence) evidence = make_arms ();
  g_autoptr (RankleScorecard) card = rankle_scorecard_new (evidence, in_days, 2);
  RankleTotal total = rankle_scorecard_get_total (card, TRUE);
  guint       n;

  rankle_scorecard_get_scores (card, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (isnan (total.deviation));
}

/* ---- matches ---- */

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
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  g_autoptr (RankleScenario) owned = scenario;
  g_autoptr (RankleEvidenceMatch) match = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 5, 1);  /* 6 */
  add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 10, 1); /* 7 */
  add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 15, 1); /* 8 */
  add_row (evidence, "dosed", "pool", RANKLE_MEASURE_VALUE, 0, 16, 1); /* 9 */
  match = rankle_evidence_match_new (evidence, model);
  found = rankle_evidence_match_find (match, scenario);
  for (guint i = 0; i < found->len; i++)
    g_string_append_printf (text, "%u ", g_array_index (found, guint, i));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_match (void)
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

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  in_days = load (MODEL ("1"), SIDECAR ("day", "1"));
  in_hours = load (MODEL ("24"), SIDECAR ("hour", "24"));
  g_test_add_func ("/score/measures", test_measures);
  g_test_add_func ("/score/peak-within-a-stretch", test_peak_within_a_stretch);
  g_test_add_func ("/score/beyond-the-run", test_beyond_the_run);
  g_test_add_func ("/score/verdict", test_verdict);
  g_test_add_func ("/score/scorecard", test_scorecard);
  g_test_add_func ("/score/nothing-asked", test_nothing_asked);
  g_test_add_func ("/score/match", test_match);
  status = g_test_run ();
  rankle_model_unref (in_days);
  rankle_model_unref (in_hours);
  return status;
}
