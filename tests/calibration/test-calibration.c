/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A fit of what can be fitted by hand: a pool that fades, seen without error. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/wait.h>

#include "rankle-calibration-doubt.h"
#include "rankle-model-file.h"

#define RATE 0.3

static const char text[] = "k = 0.1 // per day\n"
                           "level = 5\n"
                           "other = 7\n"
                           "pool = level\n"
                           "pool' = -k * pool\n";

#define QUANTITY(id, rest) "  \"" id "\": {\n   \"grade\": \"fitted\",\n" rest "  }"
#define UNCERTAIN          "   \"uncertainty\": 2\n"

static const char sidecar[] =
    "{\n \"schema\": 1,\n \"time_unit\": \"day\",\n \"horizon\": 10,\n"
    " \"quantities\": {\n" QUANTITY ("k", UNCERTAIN) ",\n" QUANTITY (
        "level", UNCERTAIN) "\n }\n}\n";

#define BOUNDS                                                                           \
  "\"parameters\": {"                                                                    \
  "\"k\": {\"start\": 0.1, \"lower\": 0.01, \"upper\": 1}, "                             \
  "\"level\": {\"start\": 5, \"lower\": 1, \"upper\": 50}}"

#define PLAN(prior, weights, requirements)                                               \
  "{\"schema\": 1, \"prior_weight\": " prior ", \"weights\": {" weights "}, " BOUNDS     \
  ", \"requirements\": [" requirements "]}"

static RankleModel *
load_model (void)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model =
      rankle_model_new_from_antimony (text, -1, "toy.ant", sidecar, &error);

  g_assert_no_error (error);
  return model;
}

static void
add_point (RankleEvidence *evidence, double time, double value, gboolean predicted)
{
  g_autoptr (GError) error = NULL;
  RankleEvidenceRow row = { .study = predicted ? "kept" : "seen",
                            .arm = "rest",
                            .observable = "pool",
                            .measure = RANKLE_MEASURE_VALUE,
                            .time = time,
                            .value = value,
                            .low = value - 0.5,
                            .high = value + 0.5,
                            .unit = "",
                            .citation = "here",
                            .note = "",
                            .predicted = predicted };

  rankle_evidence_add_row (evidence, &row, &error);
  g_assert_no_error (error);
}

/* Of a pool of 10 that fades at RATE; and one point that is kept out, and far off. */
static RankleEvidence *
make_evidence (void)
{
  RankleEvidence *evidence = rankle_evidence_new ();
  g_autoptr (RankleScenario) rest = rankle_scenario_new ("rest", "Rest", "");

  rankle_scenario_set_time_unit (rest, "day");
  rankle_evidence_add_arm (evidence, rest, NULL);
  for (double time = 0; time <= 4; time++)
    add_point (evidence, time, 10 * exp (-RATE * time), FALSE);
  add_point (evidence, 5, 500, TRUE);
  return evidence;
}

static RankleCalibration *
plan (const char *json, GError **error)
{
  g_autoptr (RankleModel) model = load_model ();
  g_autoptr (RankleEvidence) evidence = make_evidence ();

  return rankle_calibration_new (model, evidence, json, "plan.json", error);
}

static void
fit_plan (const char *json, RankleFit *fit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleCalibration) calibration = plan (json, &error);

  g_assert_no_error (error);
  rankle_fit_run (calibration, NULL, NULL, fit, &error);
  g_assert_no_error (error);
  g_assert_true (fit->converged);
}

/* ---- fits ---- */

static void
test_exact (void)
{
  RankleFit fit = { 0 };

  fit_plan (PLAN ("0", "", ""), &fit);
  g_assert_cmpfloat_with_epsilon (fit.values[0], RATE, 1e-4);
  g_assert_cmpfloat_with_epsilon (fit.values[1], 10, 1e-3);
  g_assert_cmpfloat_with_epsilon (fit.cost, 0, 1e-6);
  rankle_fit_clear (&fit);
}

/* The covariance of least squares, worked out here for the closed form: residual (10
 * exp(-kt) - …) / 0.5, slopes by ln k and ln level. */
static void
test_uncertainty (void)
{
  RankleFit fit = { 0 };
  double    kk = 0, kl = 0, ll = 0, determinant;

  fit_plan (PLAN ("0", "", ""), &fit);
  for (double t = 0; t <= 4; t++)
    {
      double by_level = 10 * exp (-RATE * t) / 0.5, by_k = -RATE * t * by_level;

      kk += by_k * by_k;
      kl += by_k * by_level;
      ll += by_level * by_level;
    }
  determinant = kk * ll - kl * kl;
  g_assert_cmpfloat_with_epsilon (fit.uncertainties[0], exp (sqrt (ll / determinant)),
                                  2e-3);
  g_assert_cmpfloat_with_epsilon (fit.uncertainties[1], exp (sqrt (kk / determinant)),
                                  2e-3);
  rankle_fit_clear (&fit);
}

/* What is held likely beforehand draws towards the start, the more the less is seen. */
static void
test_prior (void)
{
  RankleFit free_fit = { 0 }, held = { 0 };

  fit_plan (PLAN ("0", "", ""), &free_fit);
  fit_plan (PLAN ("20", "", ""), &held);
  g_assert_cmpfloat (held.values[0], >, 0.1);
  g_assert_cmpfloat (held.values[0], <, 0.9 * free_fit.values[0]);
  g_assert_cmpfloat (held.values[1], <, free_fit.values[1]);
  rankle_fit_clear (&free_fit);
  rankle_fit_clear (&held);
}

#define REQUIREMENT(low, high)                                                           \
  "{\"why\": \"asked\", \"arm\": \"rest\", \"observable\": \"pool\", \"measure\": "      \
  "\"value\", \"time\": 10, \"low\": " low ", \"high\": " high ", \"scale\": 0.01}"

/* One that is met costs nothing; one that is not is paid for with the rest. */
static void
test_requirement (void)
{
  RankleFit fit = { 0 };

  fit_plan (PLAN ("0", "", REQUIREMENT ("0", "9")), &fit);
  g_assert_cmpfloat_with_epsilon (fit.values[0], RATE, 1e-4);
  rankle_fit_clear (&fit);
  fit_plan (PLAN ("0", "", REQUIREMENT ("1", "9")), &fit);
  g_assert_cmpfloat_with_epsilon (fit.values[1] * exp (-10 * fit.values[0]), 1, 0.02);
  rankle_fit_clear (&fit);
  /* Of no weight, the rest goes by the requirement. */
  fit_plan (PLAN ("0.01", "\"seen\": 0", REQUIREMENT ("2", "2.001")), &fit);
  g_assert_cmpfloat_with_epsilon (fit.values[1] * exp (-10 * fit.values[0]), 2, 0.02);
  rankle_fit_clear (&fit);
}

/* A half of them fades from the start, the other keeps all: "placebo" lacks the rate. */
static RankleEvidence *
make_compared_evidence (void)
{
  RankleEvidence *evidence = rankle_evidence_new ();
  g_autoptr (RankleScenario) rest = rankle_scenario_new ("rest", "Rest", "");
  g_autoptr (RankleScenario) twice = rankle_scenario_new ("twice", "Twice", "");

  rankle_scenario_set_time_unit (rest, "day");
  rankle_scenario_set_time_unit (twice, "day");
  rankle_scenario_scale_parameter (twice, "k", 2);
  rankle_evidence_add_arm (evidence, rest, NULL);
  rankle_evidence_add_arm (evidence, twice, NULL);
  for (double time = 1; time <= 4; time++)
    {
      RankleEvidenceRow row = { .study = "seen",
                                .arm = "twice",
                                .observable = "pool",
                                .time = time,
                                .against = "rest",
                                .unit = "",
                                .citation = "here",
                                .note = "" };

      row.value = 10 * (exp (-2 * RATE * time) - exp (-RATE * time));
      row.low = row.value - 0.5;
      row.high = row.value + 0.5;
      g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
    }
  return evidence;
}

/* Rows against another arm are fitted as any; each arm is run once for all. */
static void
test_against (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = load_model ();
  g_autoptr (RankleEvidence) evidence = make_compared_evidence ();
  g_autoptr (RankleCalibration) calibration =
      rankle_calibration_new (model, evidence, PLAN ("0", "", ""), "plan.json", &error);
  RankleFit fit = { 0 };

  g_assert_no_error (error);
  g_assert_cmpuint (rankle_inquiry_get_n_runs (calibration->inquiry), ==, 2);
  rankle_fit_run (calibration, NULL, NULL, &fit, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (fit.values[0], RATE, 1e-3);
  g_assert_cmpfloat_with_epsilon (fit.values[1], 10, 1e-2);
  rankle_fit_clear (&fit);
}

/* A bound costs nothing on its far side. */
static void
test_one_bound (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = load_model ();
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  RankleEvidenceRow row = { .study = "seen",
                            .arm = "rest",
                            .observable = "pool",
                            .time = 4,
                            .value = 8,
                            .low = -INFINITY,
                            .high = 9,
                            .unit = "",
                            .citation = "here",
                            .note = "" };
  g_autoptr (RankleCalibration) calibration = NULL;
  double values[] = { RATE, 10 }, residuals[8], far[] = { 1e-9, 10 };

  g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
  calibration =
      rankle_calibration_new (model, evidence, PLAN ("0", "", ""), "plan.json", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rankle_calibration_get_n_residuals (calibration), ==, 8);
  rankle_calibration_compute (calibration, values, 1, residuals);
  g_assert_cmpfloat (residuals[5], ==, 0);
  rankle_calibration_compute (calibration, far, 1, residuals);
  g_assert_cmpfloat_with_epsilon (residuals[5], 2, 1e-3);
}

/* What cannot be asked of the model cannot be fitted. */
static void
test_not_asked (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = load_model ();
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  RankleEvidenceRow row = { .study = "seen",
                            .arm = "rest",
                            .observable = "pool",
                            .spread = "menopause",
                            .spread_sd = 4,
                            .time = 4,
                            .value = 8,
                            .low = 7,
                            .high = 9,
                            .unit = "",
                            .citation = "here",
                            .note = "" };

  g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
  g_assert_null (
      rankle_calibration_new (model, evidence, PLAN ("0", "", ""), "plan.json", &error));
  g_assert_cmpstr (error->message, ==,
                   "plan.json:1: seen, arm rest, pool: the model has no control "
                   "“menopause”");
}

/* Beyond the bounds it is not sought. */
static void
test_bounds (void)
{
  RankleFit fit = { 0 };

  fit_plan ("{\"schema\": 1, \"weights\": {}, \"requirements\": [], \"parameters\": "
            "{\"k\": {\"start\": 0.1, \"lower\": 0.05, \"upper\": 0.2}, "
            "\"level\": {\"start\": 5, \"lower\": 1, \"upper\": 50}}}",
            &fit);
  g_assert_cmpfloat (fit.values[0], <=, 0.2);
  g_assert_cmpfloat (fit.values[0], >, 0.19);
  rankle_fit_clear (&fit);
}

/* ---- how sure it is ---- */

static RankleCalibration *
plan_well (const char *json)
{
  g_autoptr (GError) error = NULL;
  RankleCalibration *calibration = plan (json, &error);

  g_assert_no_error (error);
  return calibration;
}

/* Of the closed form: the least cost that any level has with that rate. */
static double
get_least_cost (double k)
{
  double ab = 0, aa = 0, cost = 0;

  for (double t = 0; t <= 4; t++)
    {
      ab += exp (-k * t) * 10 * exp (-RATE * t);
      aa += exp (-2 * k * t);
    }
  for (double t = 0; t <= 4; t++)
    cost += 0.5 * pow ((ab / aa * exp (-k * t) - 10 * exp (-RATE * t)) / 0.5, 2);
  return cost;
}

static void
test_profile (void)
{
  g_autoptr (RankleCalibration) calibration = plan_well (PLAN ("0", "", ""));
  RankleFit     fit = { 0 };
  RankleProfile profile;

  g_assert_true (rankle_fit_run (calibration, NULL, NULL, &fit, NULL));
  profile = rankle_calibration_profile (calibration, &fit, 0);
  g_assert_false (profile.open_below || profile.open_above);
  g_assert_cmpfloat (profile.fall, <, 1e-4);
  g_assert_cmpfloat (profile.lower, <, fit.values[0]);
  g_assert_cmpfloat (profile.upper, >, fit.values[0]);
  g_assert_cmpfloat_with_epsilon (get_least_cost (profile.lower), 1.92, 0.06);
  g_assert_cmpfloat_with_epsilon (get_least_cost (profile.upper), 1.92, 0.06);
  rankle_fit_clear (&fit);
}

/* With nothing seen all is open, to the bounds. */
static void
test_flat (void)
{
  g_autoptr (RankleCalibration) calibration =
      plan_well (PLAN ("0.01", "\"seen\": 0", ""));
  RankleFit     fit = { 0 };
  RankleProfile profile;

  g_assert_true (rankle_fit_run (calibration, NULL, NULL, &fit, NULL));
  profile = rankle_calibration_profile (calibration, &fit, 0);
  g_assert_true (profile.open_below && profile.open_above);
  g_assert_cmpfloat_with_epsilon (profile.lower, 0.01, 1e-9);
  g_assert_cmpfloat_with_epsilon (profile.upper, 1, 1e-9);
  g_assert_true (rankle_calibration_is_flat (&fit, 0));
  rankle_fit_clear (&fit);
}

/* Thrown about, they come to the same; and one number always means one start. */
static void
test_starts (void)
{
  g_autoptr (RankleCalibration) calibration = plan_well (PLAN ("0.01", "", ""));
  RankleFit   fit = { 0 }, other = { 0 };
  RankleStart start, again;

  g_assert_true (rankle_fit_run (calibration, NULL, NULL, &fit, NULL));
  for (guint i = 0; i < 10; i++)
    {
      start = rankle_calibration_try_start (calibration, &fit, i);
      g_assert_true (start.ran && start.same);
    }
  again = rankle_calibration_try_start (calibration, &fit, 9);
  g_assert_cmpmem (&start.cost, sizeof (double), &again.cost, sizeof (double));
  other = fit;
  other.values = g_memdup2 (fit.values, 2 * sizeof (double));
  other.values[0] *= 1.06;
  start = rankle_calibration_try_start (calibration, &other, 0);
  g_assert_true (start.ran && !start.same);
  g_free (other.values);
  rankle_fit_clear (&fit);
}

/* A study that tells another story: without it the rest is met, and it is not. */
static void
test_leave_out (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = load_model ();
  g_autoptr (RankleEvidence) evidence = make_evidence ();
  RankleEvidenceRow row = { .study = "odd",
                            .arm = "rest",
                            .observable = "pool",
                            .time = 2,
                            .value = 7,
                            .low = 6.5,
                            .high = 7.5,
                            .unit = "",
                            .citation = "here",
                            .note = "" };
  RankleFit         best = { 0 }, fit = { 0 };
  g_autoptr (RankleCalibration) calibration = NULL;
  g_autoptr (GPtrArray) studies = NULL;
  g_autofree double *deviations = NULL;

  g_assert_true (rankle_evidence_add_row (evidence, &row, NULL));
  calibration =
      rankle_calibration_new (model, evidence, PLAN ("0", "", ""), "plan.json", &error);
  g_assert_no_error (error);
  studies = rankle_calibration_list_studies (calibration);
  g_assert_cmpuint (studies->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (studies, 1), ==, "odd");
  g_assert_true (rankle_fit_run (calibration, NULL, NULL, &best, NULL));
  g_assert_cmpfloat (best.cost, >, 0.5);
  g_assert_true (rankle_calibration_leave_out (calibration, &best, "odd", &fit));
  g_assert_cmpfloat_with_epsilon (fit.cost, 0, 1e-6);
  deviations = rankle_calibration_list_deviations (calibration, fit.values);
  g_assert_cmpfloat_with_epsilon (deviations[5], (10 * exp (-2 * RATE) - 7) / 0.5, 1e-2);
  /* It is in the sum again. */
  g_assert_cmpfloat (g_array_index (calibration->terms, RankleTerm, 5).weight, ==, 1);
  rankle_fit_clear (&best);
  rankle_fit_clear (&fit);
}

/* ---- plans ---- */

#define WANTED(measure, observable, arm, scale)                                          \
  "{\"why\": \"w\", \"time\": 1, \"low\": 0, \"high\": 1, \"measure\": " measure         \
  ", \"observable\": " observable ", \"arm\": " arm ", \"scale\": " scale "}"

static const struct
{
  const char *json;
  const char *message; /* behind "plan.json:" */
} refused[] = {
  { "[", "1:2: the file ends in the middle" },
  { "[]", "1: must hold one JSON object" },
  { "{\"schema\": 2}", "1: schema: schema 2 is not known here; only 1 is" },
  { "{\"schema\": 1}", "1: parameters: is missing" },
  { "{\"schema\": 1, \"parameters\": {\"nobody\": {}}}",
    "1: parameters.nobody: nobody is no parameter of the model that is graded fitted" },
  { "{\"schema\": 1, \"parameters\": {\"other\": {}}}",
    "1: parameters.other: other is no parameter of the model that is graded fitted" },
  { "{\"schema\": 1, \"parameters\": {\"k\": {\"start\": 1}}}",
    "1: parameters.k.lower: is missing" },
  { "{\"schema\": 1, \"parameters\": {\"k\": {\"start\": 3, \"lower\": 1, \"upper\": "
    "2}}}",
    "1: parameters.k: k must start between its bounds, above 0" },
  { "{\"schema\": 1, \"parameters\": {\n\"k\": {\"start\": 1.5, \"lower\": 1, \"uper\": "
    "2}}}",
    "2: parameters.k.upper: is missing" },
  { "{\"schema\": 1, \"parameters\": {\n\"k\": {\"start\": 1.5, \"lower\": 1, \"upper\": "
    "2,\n\"step\": 1}}}",
    "3: parameters.k: unknown member “step”" },
  { "{\"schema\": 1, \"parameters\": {\"k\": {\"start\": 1.5, \"lower\": 1, \"upper\": "
    "2}}}",
    "1: parameters: level is graded fitted, and not in the plan" },
  { "{\"schema\": 1, " BOUNDS "}", "1: weights: is missing" },
  { "{\"schema\": 1, \"weights\": {}, " BOUNDS "}", "1: requirements: is missing" },
  { "{\"schema\": 1, \"weights\": {}, " BOUNDS ", \"requirements\": [],\n"
    "\"priorweight\": 20}",
    "2: unknown member “priorweight”" },
  { PLAN ("-1", "", ""), "1: prior_weight: cannot be negative" },
  { PLAN ("0", "\"kept\": 2", ""), "1: weights.kept: no row of “kept” is marked fit" },
  { PLAN ("0", "\"sen\": 2", ""), "1: weights.sen: no row of “sen” is marked fit" },
  { PLAN ("0", "\"seen\": \"much\"", ""), "1: weights.seen: must be a number" },
  { PLAN ("0", "", WANTED ("\"most\"", "\"pool\"", "\"rest\"", "1")),
    "1: requirements[0].measure: there is no measure “most”" },
  { PLAN ("0", "", WANTED ("\"max\"", "\"pool\"", "\"rest\"", "0")),
    "1: requirements[0].scale: must be above 0" },
  { PLAN ("0", "", WANTED ("\"max\"", "\"tail\"", "\"rest\"", "1")),
    "1: requirements[0]: the model has no tail" },
  { PLAN ("0", "", WANTED ("\"max\"", "\"pool\"", "\"left\"", "1")),
    "1: requirements[0]: there is no arm “left”" },
  { PLAN ("0", "", WANTED ("\"max\"", "\"pool\"", "\"rest\"", "1, \"wait\": 3")),
    "1: requirements[0]: unknown member “wait”" },
};

static void
test_refused (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleCalibration) calibration = plan (refused[i].json, &error);
      g_autofree char *expected = g_strconcat ("plan.json:", refused[i].message, NULL);

      g_assert_null (calibration);
      g_assert_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_PLAN);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

/* The reader takes and refuses what the schema does (check-schemas.py). */
static void
test_schema (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "data", "schemas", "calibration", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint       n = 0;
  const char *name;

  g_assert_nonnull (dir);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *json = NULL;
      g_autoptr (RankleCalibration) calibration = NULL;

      g_assert_true (g_file_get_contents (path, &json, NULL, NULL));
      calibration = plan (json, &error);
      g_test_message ("%s: %s", name, error == NULL ? "taken" : error->message);
      g_assert_cmpint (calibration != NULL, ==, g_str_has_prefix (name, "good"));
    }
  g_assert_cmpuint (n, >=, 10);
}

/* ---- writing back ---- */

static void
test_renew (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleCalibration) calibration = plan (PLAN ("0", "", ""), &error);
  double           values[] = { 0.123456789, 1e-7 }, uncertainties[] = { 1.23456, 25.8 };
  RankleFit        fit = { .values = values, .uncertainties = uncertainties };
  g_autofree char *model =
      rankle_calibration_renew_model (calibration, &fit, text, &error);
  g_autofree char *words =
      rankle_calibration_renew_sidecar (calibration, &fit, sidecar, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (model, ==,
                   "k = 0.123457 // per day\n"
                   "level = 1e-07\n"
                   "other = 7\n"
                   "pool = level\n"
                   "pool' = -k * pool\n");
  g_assert_nonnull (strstr (words, QUANTITY ("k", "   \"uncertainty\": 1.23\n")));
  g_assert_nonnull (strstr (words, QUANTITY ("level", "   \"uncertainty\": 25.8\n")));
  g_assert_cmpuint (strlen (words), ==, strlen (sidecar) + 3 + 3);
}

static void
test_no_place (void)
{
  g_autoptr (RankleCalibration) calibration = plan (PLAN ("0", "", ""), NULL);
  double                   numbers[] = { 1, 2 };
  RankleFit                fit = { .values = numbers, .uncertainties = numbers };
  static const char *const texts[] = { "level = 1\n", "k = 1\nk = 2\nlevel = 1\n",
                                       "k := 1\nlevel = 1\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (
          rankle_calibration_renew_model (calibration, &fit, texts[i], &error));
      g_assert_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_TEXT);
      g_assert_cmpstr (error->message, ==, "There is not one place for the number of k");
    }
}

/* ---- both files, or neither ---- */

typedef struct
{
  char *folder, *model, *sidecar;
} Place;

static void
make_place (Place *place)
{
  place->folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  place->model = g_build_filename (place->folder, "toy.ant", NULL);
  place->sidecar = g_build_filename (place->folder, "toy.json", NULL);
  g_assert_true (g_file_set_contents (place->model, text, -1, NULL));
  g_assert_true (g_file_set_contents (place->sidecar, sidecar, -1, NULL));
}

/* With nothing left beside the two. */
static void
clear_place (Place *place)
{
  g_assert_cmpint (g_remove (place->model), ==, 0);
  g_assert_cmpint (g_remove (place->sidecar), ==, 0);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->model);
  g_free (place->sidecar);
}

static gboolean
write_place (const Place *place, const RankleFit *fit, GError **error)
{
  g_autoptr (RankleCalibration) calibration = plan (PLAN ("0", "", ""), NULL);
  RankleModelTexts texts = { .model_path = place->model,
                             .model = text,
                             .sidecar_path = place->sidecar,
                             .sidecar = sidecar };

  return rankle_calibration_write (calibration, fit, &texts, error);
}

static void
assert_holds (const char *path, const char *expected)
{
  g_autofree char *held = NULL;

  g_assert_true (g_file_get_contents (path, &held, NULL, NULL));
  g_assert_cmpstr (held, ==, expected);
}

static void
test_write (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *held = NULL;
  double           values[] = { 0.25, 8 }, uncertainties[] = { 1.5, 3 };
  RankleFit fit = { .values = values, .uncertainties = uncertainties, .converged = TRUE };
  Place     place;

  make_place (&place);
  g_assert_true (write_place (&place, &fit, &error));
  g_assert_no_error (error);
  assert_holds (place.model, "k = 0.25 // per day\nlevel = 8\nother = 7\npool = level\n"
                             "pool' = -k * pool\n");
  g_assert_true (g_file_get_contents (place.sidecar, &held, NULL, NULL));
  g_assert_nonnull (strstr (held, "\"uncertainty\": 1.5\n"));
  clear_place (&place);
}

static void
test_no_result (void)
{
  static const struct
  {
    double      value, uncertainty;
    gboolean    converged;
    const char *message;
  } rows[] = {
    { 0.25, 1.5, FALSE, "not at rest after 100 steps: nothing was written" },
    { 0.25, NAN, TRUE, "it cannot be told how well k is known: nothing was written" },
    { 0.25, INFINITY, TRUE,
      "it cannot be told how well k is known: nothing was written" },
    { NAN, 1.5, TRUE, "it cannot be told how well k is known: nothing was written" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      double    values[] = { rows[i].value, 8 };
      double    uncertainties[] = { rows[i].uncertainty, 3 };
      RankleFit fit = { .values = values,
                        .uncertainties = uncertainties,
                        .steps = 100,
                        .converged = rows[i].converged };
      Place     place;

      make_place (&place);
      g_assert_false (write_place (&place, &fit, &error));
      g_assert_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_RESULT);
      g_assert_cmpstr (error->message, ==, rows[i].message);
      assert_holds (place.model, text);
      assert_holds (place.sidecar, sidecar);
      clear_place (&place);
    }
}

/* The second cannot be replaced: the first is as it was. */
static void
test_neither (void)
{
  g_autoptr (GError) error = NULL;
  double    values[] = { 0.25, 8 }, uncertainties[] = { 1.5, 3 };
  RankleFit fit = { .values = values, .uncertainties = uncertainties, .converged = TRUE };
  Place     place;

  make_place (&place);
  g_assert_cmpint (g_unlink (place.sidecar), ==, 0);
  g_assert_cmpint (g_mkdir (place.sidecar, 0700), ==, 0);
  g_assert_false (write_place (&place, &fit, &error));
  g_assert_true (g_str_has_prefix (error->message, place.sidecar));
  assert_holds (place.model, text);
  clear_place (&place);
}

/* ---- the program ---- */

/* @option, @more: (nullable) */
static int
calibrate_asking (const char *data, const char *option, const char *more, char **output)
{
  const char *const arguments[] = { g_getenv ("RANKLE_CALIBRATE"), data, option, more,
                                    NULL };
  int               status;

  g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_STDOUT_TO_DEV_NULL,
                               NULL, NULL, NULL, output, &status, NULL));
  g_assert_true (WIFEXITED (status));
  return WEXITSTATUS (status);
}

static int
calibrate (const char *data, char **output)
{
  return calibrate_asking (data, NULL, NULL, output);
}

static void
spawn (const char *const *arguments)
{
  int status;

  g_assert_true (g_spawn_sync (NULL, (char **)arguments, NULL, G_SPAWN_SEARCH_PATH, NULL,
                               NULL, NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *held = NULL;

  g_assert_true (g_file_get_contents (path, &held, NULL, NULL));
  return held;
}

/* A misspelt word of the plan ends it with 2 and one sentence, and changes nothing. */
static void
test_program (void)
{
  g_autofree char  *data = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autofree char  *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char  *here = g_build_filename (folder, "data", NULL);
  g_autofree char  *path = g_build_filename (here, "calibration", "rankle.json", NULL);
  const char *const copy[] = { "cp", "-r", data, here, NULL };
  const char *const remove[] = { "rm", "-r", folder, NULL };
  g_autofree char  *model = read_file (data, "models/rankle.ant");
  g_autofree char  *words = read_file (data, "models/rankle.json");
  g_autofree char  *plan_text = read_file (data, "calibration/rankle.json");
  g_autofree char  *output = NULL, *model_now = NULL, *words_now = NULL;
  char             *word = strstr (plan_text, "prior_weight\":");

  g_assert_nonnull (word);
  memcpy (word, "prior_wieght", strlen ("prior_wieght"));
  spawn (copy);
  g_assert_true (g_file_set_contents (path, plan_text, -1, NULL));
  g_assert_cmpint (calibrate (here, &output), ==, 2);
  g_test_message ("%s", output);
  g_assert_true (g_str_has_prefix (output, "rankle-calibrate: "));
  g_assert_true (g_str_has_suffix (output, ": unknown member “prior_wieght”\n"));
  model_now = read_file (here, "models/rankle.ant");
  words_now = read_file (here, "models/rankle.json");
  g_assert_cmpstr (model_now, ==, model);
  g_assert_cmpstr (words_now, ==, words);
  spawn (remove);
}

/* A word that is none of its own, before anything is read. */
static void
test_words (void)
{
  static const struct
  {
    const char *option, *more, *message;
  } rows[] = {
    { "--prfile", NULL, "rankle-calibrate: Unknown option --prfile\n" },
    { "models", NULL, "rankle-calibrate: give it the folder data/, and nothing else\n" },
    { "--starts", "0", "rankle-calibrate: --starts must be 1 or more\n" },
    { "--starts", "-3", "rankle-calibrate: --starts must be 1 or more\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *output = NULL;

      g_assert_cmpint (
          calibrate_asking ("/nowhere", rows[i].option, rows[i].more, &output), ==, 2);
      g_assert_cmpstr (output, ==, rows[i].message);
    }
}

/* (transfer full): which file it is, not what is in it. */
static guint64
get_inode (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, "models", name, NULL);
  GStatBuf         found;

  g_assert_cmpint (g_stat (path, &found), ==, 0);
  return found.st_ino;
}

/* What is told of a fit is not written: both files are those that they were. */
static void
test_tells_only (void)
{
  g_autofree char  *data = g_test_build_filename (G_TEST_DIST, "..", "data", NULL);
  g_autofree char  *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char  *here = g_build_filename (folder, "data", NULL);
  const char *const copy[] = { "cp", "-r", data, here, NULL };
  const char *const remove[] = { "rm", "-r", folder, NULL };
  g_autofree char  *output = NULL;
  guint64           model, sidecar_then;

  spawn (copy);
  model = get_inode (here, "rankle.ant");
  sidecar_then = get_inode (here, "rankle.json");
  g_assert_cmpint (calibrate_asking (here, "--starts", "1", &output), ==, 0);
  g_assert_cmpstr (output, ==, "");
  g_assert_cmpuint (get_inode (here, "rankle.ant"), ==, model);
  g_assert_cmpuint (get_inode (here, "rankle.json"), ==, sidecar_then);
  spawn (remove);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calibration/exact", test_exact);
  g_test_add_func ("/calibration/uncertainty", test_uncertainty);
  g_test_add_func ("/calibration/prior", test_prior);
  g_test_add_func ("/calibration/requirement", test_requirement);
  g_test_add_func ("/calibration/against", test_against);
  g_test_add_func ("/calibration/one-bound", test_one_bound);
  g_test_add_func ("/calibration/not-asked", test_not_asked);
  g_test_add_func ("/calibration/bounds", test_bounds);
  g_test_add_func ("/calibration/profile", test_profile);
  g_test_add_func ("/calibration/flat", test_flat);
  g_test_add_func ("/calibration/starts", test_starts);
  g_test_add_func ("/calibration/leave-out", test_leave_out);
  g_test_add_func ("/calibration/refused", test_refused);
  g_test_add_func ("/calibration/schema", test_schema);
  g_test_add_func ("/calibration/renew", test_renew);
  g_test_add_func ("/calibration/no-place", test_no_place);
  g_test_add_func ("/calibration/write", test_write);
  g_test_add_func ("/calibration/no-result", test_no_result);
  g_test_add_func ("/calibration/neither", test_neither);
  g_test_add_func ("/calibration/program", test_program);
  g_test_add_func ("/calibration/words", test_words);
  g_test_add_func ("/calibration/tells-only", test_tells_only);
  return g_test_run ();
}
