/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Points of one's own: what they are in a model, and where they stand beside a run. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-model-file.h"
#include "rankle-observation-words.h"
#include "rankle-observations-match.h"

/* The pool goes from 2 to 6, as 6 - 4 exp (-t). */
static const char text[] = "model toy()\n"
                           "  pool = 2\n"
                           "  pool' = 6 - pool\n"
                           "  two_pools := 2 * pool\n"
                           "end\n";

static const char sidecar[] =
    "{ \"schema\": 1, \"title\": \"Toy\", \"time_unit\": \"hour\", \"horizon\": 48,\n"
    "  \"quantities\": { \"two_pools\": { \"label\": \"Both pools\" } },\n"
    "  \"evidence\": { \"CTX\": { \"column\": \"pool\", \"relative\": true },\n"
    "    \"Score\": { \"column\": \"pool\", \"factor\": -1, \"offset\": 10 } } }\n";

static RankleModel *
new_model (void)
{
  GError      *error = NULL;
  RankleModel *model =
      rankle_model_new_from_antimony (text, -1, "toy.ant", sidecar, &error);

  g_assert_no_error (error);
  return model;
}

/* (transfer full): of two days */
static RankleTrajectory *
run (RankleModel *model)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) error = NULL;
  RankleTrajectory *trajectory;

  rankle_protocol_set_every (protocol, 48, 0.5);
  rankle_protocol_seal (protocol);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
}

static void
add (RankleObservations *observations,
     const char         *series,
     double              time,
     double              value,
     double              low,
     double              high)
{
  RankleObservation point = {
    .time = time, .value = value, .low = low, .high = high, .arm = -1
  };

  point.series = rankle_observations_add_series (observations, series);
  rankle_observations_add (observations, &point);
}

static void
test_names (void)
{
  static const struct
  {
    const char      *name;
    const char      *column; /* NULL: none */
    RankleMeasuredAs measured_as;
  } table[] = {
    { "pool", "pool", RANKLE_MEASURED_AS_VALUE },
    { "POOL", "pool", RANKLE_MEASURED_AS_VALUE },
    { "Pool (ng/mL)", "pool", RANKLE_MEASURED_AS_VALUE },
    { "both_pools", "two_pools", RANKLE_MEASURED_AS_VALUE },
    { "Two Pools", "two_pools", RANKLE_MEASURED_AS_VALUE },
    { "ctx", "pool", RANKLE_MEASURED_AS_PERCENT },
    { "CTX_percent_change", "pool", RANKLE_MEASURED_AS_CHANGE },
    { "pool [% of baseline]", "pool", RANKLE_MEASURED_AS_PERCENT },
    { "pool fold change", "pool", RANKLE_MEASURED_AS_FOLD },
    { "percent", NULL, RANKLE_MEASURED_AS_PERCENT },
    { "albumin", NULL, RANKLE_MEASURED_AS_VALUE },
  };
  g_autoptr (RankleModel) model = new_model ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");
      RankleObserved observed;
      gboolean       complete;

      rankle_observations_set_clock (observations, RANKLE_CLOCK_DAY);
      rankle_observations_add_series (observations, table[i].name);
      complete = rankle_observations_guess (observations, model, 0);
      g_test_message ("%s", table[i].name);
      g_assert_true (complete == (table[i].column != NULL));
      g_assert_cmpuint (rankle_observations_get_series (observations, 0)->measured_as, ==,
                        table[i].measured_as);
      if (!complete)
        continue;
      g_assert_true (
          rankle_observations_find_observed (observations, 0, model, &observed));
      g_assert_cmpstr (rankle_model_get_column (model, observed.column)->id, ==,
                       table[i].column);
      rankle_observations_set_clock (observations, RANKLE_CLOCK_UNSTATED);
      g_assert_false (rankle_observations_guess (observations, model, 0));
    }
}

/* The nodes that models have in common are known by their names. */
static void
test_bundled (void)
{
  static const char *const names[] = { "CTX",   "P1NP", "BMD_spine",
                                       "RANKL", "OPG",  "sclerostin" };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");

  rankle_observations_set_clock (observations, RANKLE_CLOCK_WEEK);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    rankle_observations_add_series (observations, names[i]);
  g_assert_true (rankle_observations_guess (observations, model, 4015));
  g_assert_cmpfloat (rankle_observations_get_zero (observations), ==, 4015);
}

static void
assert_near (double value, double expected)
{
  if (isnan (expected))
    g_assert_true (isnan (value));
  else
    g_assert_cmpfloat_with_epsilon (value, expected, 1e-3 * fmax (1, fabs (expected)));
}

/* Time is counted in days from 12 hours on, where the pool is as good as at 6. */
static void
test_beside (void)
{
  const struct
  {
    const char      *series;
    RankleMeasuredAs as;
    double           day, value, low, high;
    double           time, at, at_low, at_high, modelled, spreads;
  } table[] = {
    { "pool", RANKLE_MEASURED_AS_VALUE, 0.5, 5, 4, 5.5, 24, 5, 4, 5.5, 6, -2 },
    { "pool", RANKLE_MEASURED_AS_CHANGE, 0.5, 50, NAN, NAN, 24, 9, NAN, NAN, 0, NAN },
    { "pool", RANKLE_MEASURED_AS_FOLD, 1, 2, 1.5, 2.5, 36, 12, 9, 15, 1, 2 },
    { "pool", RANKLE_MEASURED_AS_PERCENT, 1, 50, NAN, 60, 36, 3, NAN, 3.6, 100, -5 },
    { "CTX", RANKLE_MEASURED_AS_VALUE, 0, 150, NAN, NAN, 12, 3, NAN, NAN, 300, NAN },
    { "CTX", RANKLE_MEASURED_AS_PERCENT, 0, 50, NAN, NAN, 12, 3, NAN, NAN, 100, NAN },
    { "Score", RANKLE_MEASURED_AS_VALUE, 0, 3, 1, 4, 12, 7, 6, 9, 4, -1 },
    { "pool", RANKLE_MEASURED_AS_VALUE, -1, 3, NAN, NAN, -12, 3, NAN, NAN, NAN, NAN },
    { "pool", RANKLE_MEASURED_AS_VALUE, 2, 3, NAN, NAN, 60, 3, NAN, NAN, NAN, NAN },
  };
  g_autoptr (RankleModel) model = new_model ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");
      g_autoptr (RankleTrajectory) trajectory = NULL;
      g_autoptr (GArray) points = NULL;
      const RankleOwnPoint *own;

      add (observations, table[i].series, table[i].day, table[i].value, table[i].low,
           table[i].high);
      rankle_observations_set_zero (observations, 0.5);
      rankle_observations_set_series (observations, 0, table[i].series, table[i].as);
      trajectory = run (model);
      points = rankle_own_points_list (&observations, 1, trajectory);
      g_assert_cmpuint (points->len, ==, 1);
      own = &g_array_index (points, RankleOwnPoint, 0);
      g_test_message ("row %u", i);
      g_assert_true (own->is_known);
      assert_near (own->time, table[i].time);
      assert_near (own->value, table[i].at);
      assert_near (own->low, table[i].at_low);
      assert_near (own->high, table[i].at_high);
      assert_near (own->modelled, table[i].modelled);
      assert_near (own->deviation, table[i].value - table[i].modelled);
      assert_near (own->spreads, table[i].spreads);
    }
}

/* What is of another arm, or not to be shown, is not listed; what the model lacks is,
 * behind the others. */
static void
test_listed (void)
{
  g_autoptr (RankleModel) model = new_model ();
  g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");
  g_autoptr (RankleObservations) other = NULL;
  g_autoptr (RankleTrajectory) trajectory = NULL;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) some = NULL;
  g_autoptr (GArray) times = NULL;
  g_autoptr (GArray) none = NULL;
  RankleObservation point = { .low = NAN, .high = NAN };

  rankle_observations_add_series (observations, "albumin");
  point.arm = (int)rankle_observations_add_arm (observations, "treated");
  rankle_observations_add (observations, &point);
  add (observations, "pool", 1, 3, NAN, NAN);
  add (observations, "pool", 0.5, 3, NAN, NAN);
  add (observations, "pool", 1, 4, NAN, NAN);
  trajectory = run (model);
  all = rankle_own_points_list (&observations, 1, trajectory);
  g_assert_cmpuint (all->len, ==, 4);
  g_assert_cmpuint (g_array_index (all, RankleOwnPoint, 0).number, ==, 2);
  g_assert_false (g_array_index (all, RankleOwnPoint, 3).is_known);
  times = rankle_observations_list_times (observations, model);
  g_assert_cmpuint (times->len, ==, 2);
  g_assert_cmpfloat (g_array_index (times, double, 0), ==, 12);

  other = rankle_observations_copy (observations);
  rankle_observations_set_shown_arm (other, 0);
  some = rankle_own_points_list (&other, 1, trajectory);
  g_assert_cmpuint (some->len, ==, 1);
  rankle_observations_set_series (other, 0, "", RANKLE_MEASURED_AS_VALUE);
  none = rankle_own_points_list (&other, 1, trajectory);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (rankle_observations_get_series (observations, 0)->target, ==,
                   "albumin");
}

/* What is said of them. */
static void
test_words (void)
{
  static const struct
  {
    const char      *series;
    RankleMeasuredAs as;
    double           time, value, low, high;
    const char      *words;
  } table[] = {
    { "pool", RANKLE_MEASURED_AS_PERCENT, 1, 80, 60, 100,
      "pool. Day 1: 80 % of time 0 (60 to 100). Modelled: 100 % of time 0; observed "
      "less modelled: −20, in spreads −1. Yours: a.csv" },
    { "pool", RANKLE_MEASURED_AS_CHANGE, 1, 12.5, NAN, NAN,
      "pool. Day 1: +12.5 %. Modelled: 0 %; observed less modelled: +12.5. Yours: "
      "a.csv" },
    { "pool", RANKLE_MEASURED_AS_FOLD, -2, 1.234567, NAN, 2,
      "pool. Day −2: 1.23 × (up to 2). The run has no value there. Yours: a.csv" },
    { "CTX", RANKLE_MEASURED_AS_VALUE, 0.5, 330, 300, NAN,
      "CTX. Day 0.5: 330 % of the start (from 300). Modelled: 300 % of the start; "
      "observed "
      "less modelled: +30, in spreads +1. Yours: a.csv" },
    { "albumin", RANKLE_MEASURED_AS_VALUE, 0, 42, NAN, NAN,
      "albumin. Day 0: 42. Not in this model. Yours: a.csv" },
  };
  g_autoptr (RankleModel) model = new_model ();
  g_autoptr (RankleTrajectory) trajectory = run (model);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");
      g_autoptr (GArray) points = NULL;
      g_autofree char *words = NULL;

      add (observations, table[i].series, table[i].time, table[i].value, table[i].low,
           table[i].high);
      rankle_observations_set_clock (observations, RANKLE_CLOCK_DAY);
      rankle_observations_set_zero (observations, 1);
      rankle_observations_set_series (observations, 0, table[i].series, table[i].as);
      points = rankle_own_points_list (&observations, 1, trajectory);
      words = rankle_own_point_dup_words (
          observations, &g_array_index (points, RankleOwnPoint, 0), model);
      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* A table that comes again is read as it was before. */
static void
test_adopt (void)
{
  g_autoptr (RankleObservations) before = rankle_observations_new ("a.csv");
  g_autoptr (RankleObservations) now = rankle_observations_new ("b.csv");

  rankle_observations_add_series (before, "CTX");
  rankle_observations_add_arm (before, "placebo");
  rankle_observations_add_arm (before, "treated");
  rankle_observations_set_series (before, 0, "pool", RANKLE_MEASURED_AS_FOLD);
  rankle_observations_set_clock (before, RANKLE_CLOCK_WEEK);
  rankle_observations_set_zero (before, 40);
  rankle_observations_set_shown_arm (before, 1);
  rankle_observations_add_series (now, "P1NP");
  rankle_observations_add_series (now, "CTX");
  rankle_observations_add_arm (now, "treated");
  rankle_observations_adopt (now, before);
  g_assert_cmpstr (rankle_observations_get_series (now, 0)->target, ==, "P1NP");
  g_assert_cmpstr (rankle_observations_get_series (now, 1)->target, ==, "pool");
  g_assert_cmpuint (rankle_observations_get_series (now, 1)->measured_as, ==,
                    RANKLE_MEASURED_AS_FOLD);
  g_assert_cmpuint (rankle_observations_get_clock (now), ==, RANKLE_CLOCK_WEEK);
  g_assert_cmpfloat (rankle_observations_get_zero (now), ==, 40);
  g_assert_cmpint (rankle_observations_get_shown_arm (now), ==, 0);
  rankle_observations_set_clock (now, RANKLE_CLOCK_DAY);
  rankle_observations_adopt (now, before);
  g_assert_cmpuint (rankle_observations_get_clock (now), ==, RANKLE_CLOCK_DAY);
}

/* What another model calls otherwise is found by the table's own name. */
static void
test_other_model (void)
{
  g_autoptr (RankleModel) model = new_model ();
  g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");
  RankleObserved observed;

  rankle_observations_add_series (observations, "pool");
  rankle_observations_set_series (observations, 0, "bone_of_another_model",
                                  RANKLE_MEASURED_AS_VALUE);
  g_assert_true (rankle_observations_find_observed (observations, 0, model, &observed));
  g_assert_cmpuint (observed.column, ==, (guint)rankle_model_find_column (model, "pool"));
}

static void
test_equal (void)
{
  g_autoptr (RankleObservations) a = rankle_observations_new ("a.csv");
  g_autoptr (RankleObservations) b = rankle_observations_new ("a.csv");
  g_autoptr (RankleObservations) c = NULL;
  guint n;

  add (a, "pool", 1, 3, NAN, 4);
  add (b, "pool", 1, 3, NAN, 4);
  c = rankle_observations_copy (a);
  g_assert_true (rankle_observations_equal (a, b));
  g_assert_true (rankle_observations_equal (a, c));
  g_assert_true (rankle_observations_equal (NULL, NULL));
  g_assert_false (rankle_observations_equal (a, NULL));
  g_assert_true (rankle_observations_get_points (a, &n) ==
                 rankle_observations_get_points (c, &n)); /* shared */
  rankle_observations_set_zero (c, 1);
  g_assert_false (rankle_observations_equal (a, c));
  rankle_observations_set_zero (c, 0);
  rankle_observations_set_series (c, 0, "pool", RANKLE_MEASURED_AS_FOLD);
  g_assert_false (rankle_observations_equal (a, c));
  add (b, "pool", 2, 3, NAN, NAN);
  g_assert_false (rankle_observations_equal (a, b));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/observations/names", test_names);
  g_test_add_func ("/observations/bundled", test_bundled);
  g_test_add_func ("/observations/beside", test_beside);
  g_test_add_func ("/observations/listed", test_listed);
  g_test_add_func ("/observations/other-model", test_other_model);
  g_test_add_func ("/observations/words", test_words);
  g_test_add_func ("/observations/adopt", test_adopt);
  g_test_add_func ("/observations/equal", test_equal);
  return g_test_run ();
}
