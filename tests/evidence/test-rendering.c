/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One arm, put to a model that means what it says, to one that counts from two days later
 * and to two for which the pool begins to fade on day 20 and on no other. */

#include "rankle-evidence-match.h"
#include "rankle-inquiry.h"
#include "rankle-question.h"
#include "rankle-rendering.h"
#include "toy-pool.h"

#define NEAR 1e-3

#define FADES(day, onset)                                                                \
  "day = " day "; rate = 1; boom = 0; onset = 1000; aged = 0; pool = 10\n"               \
  "pool' = -0.2 * rate / day * pool * piecewise(1, time > " onset ", 0)"

#define SIDECAR(unit, day, max, rendering)                                               \
  "{\"schema\": 1, \"horizon\": 1000, \"time_unit\": \"" unit                            \
  "\", " ONSETS (day, max) ", \"evidence_controls\": {" rendering "}}"

#define ONSETS(day, most)                                                                \
  "\"controls\": [{\"id\": \"onset\", \"parameter\": \"onset\", \"min\": 0, "            \
  "\"max\": " most ", \"neutral\": " most                                                \
  ", \"step\": 1, \"never\": true, \"factor\": " day "}, "                               \
  "{\"id\": \"aged\", \"parameter\": \"aged\", \"switch\": true, \"neutral\": 0}, "      \
  "{\"id\": \"rate\", \"parameter\": \"rate\", \"min\": 0, \"max\": 9, "                 \
  "\"neutral\": 1, \"step\": 1}, "                                                       \
  "{\"id\": \"dose\", \"dose\": \"amount\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 0, \"step\": 1}, "                                                   \
  "{\"id\": \"start\", \"dose\": \"start\", \"state\": \"pool\", \"min\": 0, \"max\": "  \
  "99, \"neutral\": 0, \"step\": 1, \"factor\": " day "}]"

#define LATER "\"onset\": {\"control\": \"onset\", \"offset\": 2}"
#define MOMENT                                                                           \
  "\"onset\": {\"control\": \"aged\", \"value\": 1, \"day\": 20, \"days_per_unit\": 2}"

static RankleModel *plain, *later, *moment_days, *moment_hours;

/* Fades from @onset on (units of two days), with 8 more on day 11. */
static RankleScenario *
make_arm (const char *id, double onset)
{
  RankleScenario *arm = rankle_scenario_new (id, id, "");

  rankle_scenario_set_time_unit (arm, "day");
  rankle_scenario_set_control (arm, "onset", onset);
  rankle_scenario_set_control (arm, "dose", 8);
  rankle_scenario_set_control (arm, "start", 11);
  return arm;
}

static RankleEvidence *
make_evidence (void)
{
  RankleEvidence *evidence = rankle_evidence_new ();

  for (guint onset = 3; onset <= 5; onset++)
    {
      g_autofree char *id = g_strdup_printf ("onset-%u", onset);
      g_autoptr (RankleScenario) arm = make_arm (id, onset);

      rankle_evidence_add_arm (evidence, arm, NULL);
    }
  return evidence;
}

static RankleScorecard *
score (RankleModel *model, const char *arm)
{
  g_autoptr (RankleEvidence) evidence = make_evidence ();

  pool_add_row (evidence, arm, "pool", RANKLE_MEASURE_VALUE, 0, 10, 1);
  pool_add_row (evidence, arm, "pool", RANKLE_MEASURE_VALUE, 0, 11, 1);
  pool_add_row (evidence, arm, "pool", RANKLE_MEASURE_CHANGE, 8, 14, 1);
  pool_add_row (evidence, arm, "pool", RANKLE_MEASURE_MAX, 10, 14, 1);
  pool_add_row (evidence, arm, "pool", RANKLE_MEASURE_TIME_OF_MAX, 8, 18, 1);
  return pool_score (evidence, model, 1);
}

/* Fading from day @onset on: of a dose's day what was before it; a window has a row each
 * day. */
static void
assert_scores (RankleModel *model, const char *arm, double onset)
{
  g_autoptr (RankleScorecard) card = score (model, arm);
  double dosed = 10 * pool_fade (11 - onset) + 8;
  double expected[] = {
    10 * pool_fade (10 - onset),
    10 * pool_fade (11 - onset),
    100 * (dosed * pool_fade (3) / (10 * pool_fade (fmax (8 - onset, 0))) - 1),
    dosed * pool_fade (1),
    4,
  };
  guint              n;
  const RankleScore *scores = rankle_scorecard_get_scores (card, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (scores[i].reason, ==, NULL);
      g_assert_cmpfloat_with_epsilon (scores[i].modelled, expected[i], NEAR);
    }
}

static void
test_plain (void)
{
  assert_scores (plain, "onset-3", 3);
  assert_scores (plain, "onset-5", 5);
}

static void
test_offset (void)
{
  assert_scores (later, "onset-3", 5);
  assert_scores (later, "onset-5", 7);
}

/* The dose stays as far from it as the arm says, and so does all that was seen. */
static void
test_moment (void)
{
  assert_scores (moment_days, "onset-3", 6);
  assert_scores (moment_days, "onset-4", 8);
  assert_scores (moment_hours, "onset-3", 6);
  assert_scores (moment_hours, "onset-4", 8);
}

/* Two arms of one row, each put off by days of its own. */
static void
test_against (void)
{
  RankleModel *const models[] = { moment_days, moment_hours };

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (RankleEvidence) evidence = make_evidence ();
      g_autoptr (RankleScorecard) card = NULL;
      RankleEvidenceRow row = { .study = "s",
                                .arm = "onset-3",
                                .against = "onset-4",
                                .observable = "pool",
                                .measure = RANKLE_MEASURE_VALUE,
                                .time = 10,
                                .low = -1,
                                .high = 1,
                                .unit = "",
                                .citation = "c",
                                .note = "" };
      guint             n;

      g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
      card = pool_score (evidence, models[i], 2);
      g_assert_cmpfloat_with_epsilon (rankle_scorecard_get_scores (card, &n)->modelled,
                                      10 * (pool_fade (4) - pool_fade (2)), NEAR);
    }
}

/* ---- what cannot be said ---- */

static void
assert_refused (RankleModel *model, RankleScenario *owned, const char *message)
{
  g_autoptr (RankleScenario) arm = owned;
  g_autoptr (GError) error = NULL;
  double shift;
  g_autoptr (RankleScenario) put = rankle_rendering_put (arm, model, &shift, &error);

  g_assert_null (put);
  g_assert_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_ABSENT);
  g_assert_cmpstr (error->message, ==, message);
}

static RankleScenario *
make_arm_with (const char *control, double value)
{
  RankleScenario *arm = make_arm ("a", 3);

  rankle_scenario_set_control (arm, control, value);
  return arm;
}

static void
test_refused (void)
{
  RankleScenario *changing = make_arm ("a", 3);

  rankle_scenario_change_control (changing, "onset", 4, 1);
  assert_refused (moment_days, changing, "the arm changes “onset” on its way");
  assert_refused (moment_days, make_arm ("a", 11),
                  "“aged” comes on day 20 of its run, 2 days too early for the arm");
  assert_refused (moment_days, make_arm_with ("aged", 1),
                  "“onset” and “aged” are one thing to the model");
  assert_refused (moment_days, make_arm_with ("rate", 2),
                  "“rate” would hold from before the arm begins");
  assert_refused (later, make_arm ("a", 18), "20 of “onset” is not in its range");
}

/* What is refused is not asked; an arm that says nothing of it is as ever. */
static void
test_not_asked (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_new ();
  g_autoptr (RankleScenario) fast = make_arm_with ("rate", 2);
  g_autoptr (RankleScorecard) card = NULL;
  const RankleScore *scores;
  guint              n;

  rankle_evidence_add_arm (evidence, fast, NULL);
  pool_add_arm (evidence, "rest", "rate", 2);
  pool_add_row (evidence, "a", "pool", RANKLE_MEASURE_VALUE, 0, 10, 1);
  pool_add_row (evidence, "rest", "pool", RANKLE_MEASURE_VALUE, 0, 25, 1);
  card = pool_score (evidence, moment_days, 1);
  scores = rankle_scorecard_get_scores (card, &n);
  g_assert_cmpint (scores[0].verdict, ==, RANKLE_VERDICT_NOT_ASKED);
  g_assert_cmpstr (scores[0].reason, ==, "“rate” would hold from before the arm begins");
  g_assert_cmpstr (scores[1].reason, ==, NULL);
  g_assert_cmpfloat_with_epsilon (scores[1].modelled, 10, NEAR);
}

/* ---- people who differ ---- */

static RankleScorecard *
score_spread (RankleModel *model)
{
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  RankleEvidenceRow row = { .study = "s",
                            .arm = "onset-3",
                            .observable = "pool",
                            .measure = RANKLE_MEASURE_VALUE,
                            .time = 10,
                            .low = -1,
                            .high = 1,
                            .unit = "",
                            .citation = "c",
                            .note = "",
                            .spread = "onset",
                            .spread_sd = 1 };

  g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
  return pool_score (evidence, model, 2);
}

/* About the model's own value; by a moment nobody can differ. */
static void
test_spread (void)
{
  g_autoptr (RankleScorecard) differing = score_spread (later);
  g_autoptr (RankleScorecard) alike = score_spread (moment_days);
  double expected = 0;
  guint  n;

  for (guint part = 0; part < RANKLE_INQUIRY_PARTS; part++)
    expected +=
        10 * pool_fade (10 - 5 - rankle_inquiry_get_part (part)) / RANKLE_INQUIRY_PARTS;
  g_assert_cmpfloat_with_epsilon (rankle_scorecard_get_scores (differing, &n)->modelled,
                                  expected, NEAR);
  g_assert_cmpstr (rankle_scorecard_get_scores (alike, &n)->reason, ==,
                   "the model has no control “onset”");
}

/* ---- beside a run ---- */

static guint
count_matches (RankleModel *model, const char *control, double value)
{
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  g_autoptr (RankleScenario) asked = make_arm ("a", 3);
  g_autoptr (RankleQuestion) question = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleEvidenceMatch) match = NULL;
  g_autoptr (GArray) found = NULL;

  rankle_scenario_reset_control (asked, "onset");
  rankle_scenario_set_control (asked, control, value);
  question = rankle_question_new (model, asked);
  protocol = rankle_question_make_protocol (question, NULL);
  pool_add_row (evidence, "onset-3", "pool", RANKLE_MEASURE_VALUE, 0, 10, 1);
  match = rankle_evidence_match_new (evidence, model);
  found = rankle_evidence_match_find (match, protocol);
  return found->len;
}

/* Held against what the scorecard asks; by a moment the days are others. */
static void
test_match (void)
{
  g_assert_cmpuint (count_matches (plain, "onset", 3), ==, 1);
  g_assert_cmpuint (count_matches (later, "onset", 3), ==, 0);
  g_assert_cmpuint (count_matches (later, "onset", 5), ==, 1);
  g_assert_cmpuint (count_matches (moment_days, "aged", 1), ==, 0);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  plain = pool_load (FADES ("1", "onset"), SIDECAR ("day", "1", "20", ""));
  later = pool_load (FADES ("1", "onset"), SIDECAR ("day", "1", "20", LATER));
  moment_days =
      pool_load (FADES ("1", "(1000 - 980 * aged)"), SIDECAR ("day", "1", "20", MOMENT));
  moment_hours = pool_load (FADES ("24", "(24 * (1000 - 980 * aged))"),
                            SIDECAR ("hour", "24", "20", MOMENT));
  g_test_add_func ("/rendering/plain", test_plain);
  g_test_add_func ("/rendering/offset", test_offset);
  g_test_add_func ("/rendering/moment", test_moment);
  g_test_add_func ("/rendering/against", test_against);
  g_test_add_func ("/rendering/refused", test_refused);
  g_test_add_func ("/rendering/not-asked", test_not_asked);
  g_test_add_func ("/rendering/spread", test_spread);
  g_test_add_func ("/rendering/match", test_match);
  status = g_test_run ();
  rankle_model_unref (plain);
  rankle_model_unref (later);
  rankle_model_unref (moment_days);
  rankle_model_unref (moment_hours);
  return status;
}
