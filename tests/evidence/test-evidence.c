/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-evidence.h"

static const RankleEvidenceRow sound = { .study = "smith-2001",
                                         .arm = "drug",
                                         .observable = "pool",
                                         .measure = RANKLE_MEASURE_CHANGE,
                                         .since = 1,
                                         .time = 8,
                                         .value = -30,
                                         .low = -40,
                                         .high = -25,
                                         .unit = "%",
                                         .citation = "Smith 2001",
                                         .note = "tolerance" };

static RankleEvidence *
make_evidence (void)
{
  RankleEvidence *evidence = rankle_evidence_new ();
  g_autoptr (RankleScenario) arm = rankle_scenario_new ("drug", "Drug", "");

  g_assert_true (rankle_evidence_add_arm (evidence, arm, NULL));
  return evidence;
}

static void
test_kept (void)
{
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  RankleEvidenceRow row = sound;
  char              study[] = "smith-2001";
  guint             n;

  row.study = study;
  row.predicted = row.recalled = TRUE;
  g_assert_true (rankle_evidence_add_row (evidence, &sound, NULL));
  g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
  study[0] = 'x'; /* it was copied */
  g_assert_cmpstr (rankle_evidence_get_rows (evidence, &n)[1].study, ==, "smith-2001");
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rankle_evidence_get_use (&rankle_evidence_get_rows (evidence, &n)[0]),
                   ==, "fit");
  g_assert_cmpstr (rankle_evidence_get_use (&rankle_evidence_get_rows (evidence, &n)[1]),
                   ==, "predict");
  g_assert_cmpstr (
      rankle_evidence_get_grade (&rankle_evidence_get_rows (evidence, &n)[0]), ==,
      "seen");
  g_assert_cmpstr (
      rankle_evidence_get_grade (&rankle_evidence_get_rows (evidence, &n)[1]), ==,
      "recalled");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *words[4]; /* study, arm, observable, citation */
    double      since, time, value, low, high;
    const char *message;
  } bad[] = {
    { { "", "drug", "pool", "c" },
      0,
      1,
      1,
      0,
      2,
      "study, observable and citation must be given" },
    { { "s", "drug", "", "c" },
      0,
      1,
      1,
      0,
      2,
      "study, observable and citation must be given" },
    { { "s", "drug", "pool", "" },
      0,
      1,
      1,
      0,
      2,
      "study, observable and citation must be given" },
    { { "s", "rest", "pool", "c" }, 0, 1, 1, 0, 2, "there is no arm “rest”" },
    { { "s", "drug", "pool", "c" },
      2,
      1,
      1,
      0,
      2,
      "since and time must be days from 0 to a million, since first" },
    { { "s", "drug", "pool", "c" },
      -1,
      1,
      1,
      0,
      2,
      "since and time must be days from 0 to a million, since first" },
    { { "s", "drug", "pool", "c" },
      0,
      INFINITY,
      1,
      0,
      2,
      "since and time must be days from 0 to a million, since first" },
    { { "s", "drug", "pool", "c" },
      NAN,
      1,
      1,
      0,
      2,
      "since and time must be days from 0 to a million, since first" },
    { { "s", "drug", "pool", "c" },
      0,
      1,
      3,
      0,
      2,
      "the value must lie from low to high" },
    { { "s", "drug", "pool", "c" },
      0,
      1,
      -1,
      0,
      2,
      "the value must lie from low to high" },
    { { "s", "drug", "pool", "c" },
      0,
      1,
      NAN,
      0,
      2,
      "the value must lie from low to high" },
    { { "s", "drug", "pool", "c" },
      0,
      1,
      1,
      -INFINITY,
      INFINITY,
      "low or high must be given" },
    { { "s", "drug", "pool", "c" },
      0,
      1,
      2,
      -INFINITY,
      2,
      "the value must differ from the only bound" },
    { { "s", "drug", "pool", "c" },
      0,
      1,
      1,
      1,
      INFINITY,
      "the value must differ from the only bound" },
    { { "s", "drug", "pool", "c" },
      0,
      1,
      INFINITY,
      1,
      INFINITY,
      "the value must lie from low to high" },
    { { "s", "drug", "pool", "c" }, 0, 1, 1, 1, 1, "low and high must differ" },
  };
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      RankleEvidenceRow row = sound;

      row.study = bad[i].words[0];
      row.arm = bad[i].words[1];
      row.observable = bad[i].words[2];
      row.citation = bad[i].words[3];
      row.since = bad[i].since;
      row.time = bad[i].time;
      row.value = bad[i].value;
      row.low = bad[i].low;
      row.high = bad[i].high;
      g_assert_false (rankle_evidence_add_row (evidence, &row, &error));
      g_assert_error (error, RANKLE_EVIDENCE_ERROR, RANKLE_EVIDENCE_ERROR_ROW);
      g_assert_cmpstr (error->message, ==, bad[i].message);
    }
  rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpuint (n, ==, 0);
}

static const struct
{
  const char   *against, *spread;
  double        sd;
  RankleMeasure measure;
  const char   *message; /* NULL: it is a row */
} several[] = {
  { "rest", NULL, 0, RANKLE_MEASURE_CHANGE, NULL },
  { "rest", "menopause", 4, RANKLE_MEASURE_VALUE, NULL },
  { NULL, "menopause", 4, RANKLE_MEASURE_FOLD, NULL },
  { "rest", NULL, 0, RANKLE_MEASURE_DIFFERENCE, NULL },
  { "nobody", NULL, 0, RANKLE_MEASURE_CHANGE, "there is no arm “nobody”" },
  { "drug", NULL, 0, RANKLE_MEASURE_CHANGE, "an arm cannot be told against itself" },
  { "own", NULL, 0, RANKLE_MEASURE_CHANGE, "“own” is put to other models than “drug”" },
  { "rest", NULL, 0, RANKLE_MEASURE_FOLD,
    "only value, change and difference can be told against an arm, not fold" },
  { "rest", NULL, 0, RANKLE_MEASURE_TIME_OF_MAX,
    "only value, change and difference can be told against an arm, not time_of_max" },
  { NULL, "menopause", 4, RANKLE_MEASURE_MAX,
    "max cannot be told of people who differ: it has no two ends" },
  { NULL, "menopause", 0, RANKLE_MEASURE_VALUE,
    "the standard deviation of a spread must be above 0" },
  { NULL, "menopause", NAN, RANKLE_MEASURE_VALUE,
    "the standard deviation of a spread must be above 0" },
};

/* What is told of several runs, and how it cannot be. */
static void
test_several (void)
{
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  g_autoptr (RankleScenario) rest = rankle_scenario_new ("rest", "Rest", "");
  g_autoptr (RankleScenario) own = rankle_scenario_new ("own", "Own", "");
  const RankleEvidenceRow *rows;
  guint                    n;

  rankle_evidence_add_arm (evidence, rest, NULL);
  rankle_evidence_add_arm_of (evidence, own, "lymph-node", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (several); i++)
    {
      g_autoptr (GError) error = NULL;
      RankleEvidenceRow row = sound;

      row.against = several[i].against;
      row.spread = several[i].spread;
      row.spread_sd = several[i].sd;
      row.measure = several[i].measure;
      row.people = "women";
      g_assert_cmpint (rankle_evidence_add_row (evidence, &row, &error), ==,
                       several[i].message == NULL);
      g_assert_cmpstr (error == NULL ? NULL : error->message, ==, several[i].message);
    }
  rows = rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpstr (rows[1].against, ==, "rest");
  g_assert_cmpstr (rows[1].spread, ==, "menopause");
  g_assert_cmpstr (rows[1].people, ==, "women");
  g_assert_cmpstr (rows[1].assay, ==, "");
  g_assert_true (rankle_evidence_is_of_several (&rows[2]));
  g_assert_false (rankle_evidence_is_of_several (&sound));
}

static void
test_arms (void)
{
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  g_autoptr (RankleScenario) rest = rankle_scenario_new ("rest", "Rest", "");
  g_autoptr (RankleScenario) again = rankle_scenario_new ("drug", "Other", "");
  g_autoptr (GError) error = NULL;

  g_assert_true (rankle_evidence_add_arm (evidence, rest, NULL));
  g_assert_false (rankle_evidence_add_arm (evidence, again, &error));
  g_assert_cmpstr (error->message, ==, "there are two arms “drug”");
  g_assert_cmpuint (rankle_evidence_get_n_arms (evidence), ==, 2);
  g_assert_cmpint (rankle_evidence_find_arm (evidence, "rest"), ==, 1);
  g_assert_cmpint (rankle_evidence_find_arm (evidence, "res"), ==, -1);
  /* What becomes of the scenario afterwards is not the arm's. */
  rankle_scenario_set_control (rest, "opg", 2);
  g_assert_false (rankle_scenario_equal (rest, rankle_evidence_get_arm (evidence, 1)));
}

/* A scenario of one model, and a treatment that any can be put to. */
static void
test_own_arms (void)
{
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  g_autoptr (RankleScenario) joint = rankle_scenario_new ("joint", "Joint", "");
  g_autoptr (GError) error = NULL;

  g_assert_true (rankle_evidence_add_arm_of (evidence, joint, "arthritis", &error));
  g_assert_no_error (error);
  g_assert_false (rankle_evidence_is_own (evidence, 0));
  g_assert_true (rankle_evidence_is_own (evidence, 1));
  g_assert_false (rankle_evidence_add_arm_of (evidence, joint, "paget", &error));
  g_assert_cmpstr (error->message, ==, "there are two arms “joint”");
}

static void
test_measures (void)
{
  static const char *const words[RANKLE_N_MEASURES] = {
    [RANKLE_MEASURE_VALUE] = "value",
    [RANKLE_MEASURE_CHANGE] = "change",
    [RANKLE_MEASURE_FOLD] = "fold",
    [RANKLE_MEASURE_DIFFERENCE] = "difference",
    [RANKLE_MEASURE_MAX] = "max",
    [RANKLE_MEASURE_MIN] = "min",
    [RANKLE_MEASURE_TIME_OF_MAX] = "time_of_max",
    [RANKLE_MEASURE_MAX_CHANGE] = "max_change",
    [RANKLE_MEASURE_MIN_CHANGE] = "min_change",
  };
  RankleMeasure measure;

  for (guint i = 0; i < RANKLE_N_MEASURES; i++)
    {
      g_assert_cmpstr (rankle_measure_to_string (i), ==, words[i]);
      g_assert_true (rankle_measure_from_string (rankle_measure_to_string (i), &measure));
      g_assert_cmpint (measure, ==, i);
    }
  g_assert_false (rankle_measure_from_string ("changes", &measure));
  g_assert_false (rankle_measure_from_string ("", &measure));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence/kept", test_kept);
  g_test_add_func ("/evidence/several", test_several);
  g_test_add_func ("/evidence/refused", test_refused);
  g_test_add_func ("/evidence/arms", test_arms);
  g_test_add_func ("/evidence/own-arms", test_own_arms);
  g_test_add_func ("/evidence/measures", test_measures);
  return g_test_run ();
}
