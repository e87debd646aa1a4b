/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is measured of a run, by closed forms. */

#include "rankle-measures.h"

#include <math.h>

#include "rankle-model-file.h"
#include "sim-fixture.h"

#define YEAR 365.0

static const RankleMeasured nothing = { .threshold = NAN };

/* A row each @step from 0 to @end; @dose of the first state at @when, unless it is 0. */
static RankleTrajectory *
run (RankleModel *model, double end, double step, double dose, double when)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_every (protocol, end, step);
  rankle_protocol_set_tolerances (protocol, 1e-9, 1e-12);
  if (dose > 0)
    rankle_protocol_add_dose (protocol, 0, dose, when);
  return sim_run (protocol);
}

static RankleModel *
load (const char *body, const char *sidecar)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat ("unit time_unit = 86400 second\n", body, NULL);
  RankleModel     *model =
      rankle_model_new_from_antimony (text, -1, "t.ant", sidecar, &error);

  g_assert_no_error (error);
  return model;
}

/* 5 + 4 sin t: peaks of 9 at π/2 + 2πk, of which the first is told; above 7 for a third
 * of each turn, π/6 to 5π/6. */
static void
test_extremes_and_threshold (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("p = 0; q = 1; p' = q; q' = -p; "
                                                 "x := 5 + 4*p");
  g_autoptr (RankleTrajectory) sine = run (model, 4 * G_PI, 4 * G_PI / 4000, 0, 0);
  guint          column = (guint)rankle_model_find_column (model, "x");
  RankleMeasured asked = { .at = G_PI / 6, .threshold = 7 };
  RankleMeasures m = rankle_measures_take (sine, NULL, column, &asked);

  g_assert_cmpfloat_with_epsilon (m.value, 7, 1e-4);
  g_assert_cmpfloat_with_epsilon (m.end, 5, 1e-6);
  g_assert_cmpfloat_with_epsilon (m.peak, 9, 1e-6);
  g_assert_cmpfloat_with_epsilon (m.nadir, 1, 1e-6);
  g_assert_cmpfloat_with_epsilon (fmod (m.peak_time, 2 * G_PI), G_PI / 2, 1e-3);
  g_assert_cmpfloat_with_epsilon (fmod (m.nadir_time, 2 * G_PI), 3 * G_PI / 2, 1e-3);
  g_assert_cmpfloat_with_epsilon (m.above, 4 * G_PI / 3, 1e-4);
  g_assert_cmpfloat_with_epsilon (m.below, 8 * G_PI / 3, 1e-4);
  g_assert_true (isnan (m.net) && isnan (m.between));
}

/* It stands on its threshold: neither above nor below. */
static void
test_on_the_threshold (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 2; x' = 0");
  g_autoptr (RankleTrajectory) still = run (model, 10, 1, 0, 0);
  RankleMeasured asked = { .threshold = 2 };
  RankleMeasures m = rankle_measures_take (still, NULL, 0, &asked);

  g_assert_cmpfloat (m.above, ==, 0);
  g_assert_cmpfloat (m.below, ==, 0);
  m = rankle_measures_take (still, NULL, 0, &nothing);
  g_assert_true (isnan (m.above) && isnan (m.below));
  g_assert_true (isnan (m.peak_time) && isnan (m.nadir_time)); /* it does not move */
  g_assert_cmpfloat (m.peak, ==, 2);
}

/* A crossing between two rows is where a straight line has it: 5 - t falls below 0.5 at
 * 4.5, halfway between rows. */
static void
test_crossing_between_rows (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 5; x' = -1");
  g_autoptr (RankleTrajectory) falling = run (model, 10, 1, 0, 0);
  RankleMeasured asked = { .threshold = 0.5 };
  RankleMeasures m = rankle_measures_take (falling, NULL, 0, &asked);

  g_assert_cmpfloat_with_epsilon (m.above, 4.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (m.below, 5.5, 1e-9);
}

/* 3 - t against 0, over ten days: 4.5 above and 24.5 below; rows of the two differ. */
static void
test_area (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = -1; x = 3; x' = k");
  g_autoptr (RankleProtocol) neutral = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) falling = run (model, 10, 2, 0, 0);
  g_autoptr (RankleTrajectory) zero = NULL;
  RankleMeasures m;

  rankle_protocol_set_parameter (neutral, sim_parameter (model, "k"), 0);
  rankle_protocol_set_initial (neutral, 0, 0);
  rankle_protocol_set_every (neutral, 10, 0.7);
  zero = sim_run (neutral);
  m = rankle_measures_take (falling, zero, 0, &nothing);
  g_assert_cmpfloat_with_epsilon (m.net, -20, 1e-6);
  g_assert_cmpfloat_with_epsilon (m.between, 29, 1e-6);
  m = rankle_measures_take (zero, zero, 0, &nothing);
  g_assert_cmpfloat (m.between, ==, 0);
}

/* 100 exp(-t / 10 years): 1 year on and 10 years on, of the run's start or of two years
 * into it; and beyond its end nothing. */
static void
test_changes (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 100; x' = -x/3650");
  g_autoptr (RankleTrajectory) decay = run (model, 3650, 73, 0, 0);
  RankleMeasured later = { .since = 2 * YEAR, .threshold = NAN };
  RankleMeasures m = rankle_measures_take (decay, NULL, 0, &nothing);

  g_assert_cmpfloat_with_epsilon (m.changes[0], 100 * expm1 (-0.1), 1e-4);
  g_assert_cmpfloat_with_epsilon (m.changes[3], 100 * expm1 (-1), 1e-4);
  g_assert_cmpfloat_with_epsilon (m.percents[3], 100 * expm1 (-1), 1e-4);
  m = rankle_measures_take (decay, NULL, 0, &later);
  g_assert_cmpfloat_with_epsilon (m.changes[2], 100 * exp (-0.2) * expm1 (-0.5), 1e-4);
  g_assert_cmpfloat_with_epsilon (m.percents[2], 100 * expm1 (-0.5), 1e-4);
  g_assert_true (isnan (m.changes[3]) && isnan (m.percents[3]));
}

/* Counted from the first dose; the row at its time is the state before it. */
static void
test_since_dose (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 4; x' = 0");
  g_autoptr (RankleTrajectory) plain = run (model, 1000, 5, 0, 0);
  g_autoptr (RankleTrajectory) dosed = run (model, 1000, 5, 2, 300);
  RankleMeasured asked = { .since = 300, .threshold = NAN };
  RankleMeasures m = rankle_measures_take (dosed, plain, 0, &asked);

  g_assert_cmpfloat (rankle_measures_find_since (plain), ==, 0);
  g_assert_cmpfloat (rankle_measures_find_since (dosed), ==, 300);
  g_assert_cmpfloat_with_epsilon (m.changes[0], 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (m.percents[0], 50, 1e-6);
}

/* What is no part of anything has no percents, and the change all the same. */
static void
test_percents_of_what (void)
{
  g_autoptr (RankleModel) model = load (
      "x = 50; x' = 1; y = 50; y' = 1; z = 0; z' = 1; w = 5; w' = 1",
      "{\"schema\": 1, \"horizon\": 10, \"quantities\": {"
      "\"x\": {\"unit\": \"% of baseline\"}, \"y\": {\"unit\": \"% of tissue\"}}, "
      "\"ranges\": [{\"quantities\": [\"w\"], \"min\": -9, \"because\": \"So.\"}]}");
  g_autoptr (RankleTrajectory) rising = run (model, 400, 5, 0, 0);
  static const char *const ids[] = { "x", "y", "z", "w" };
  static const double      percents[] = { 730, NAN, NAN, NAN };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      guint          column = (guint)rankle_model_find_column (model, ids[i]);
      RankleMeasures m = rankle_measures_take (rising, NULL, column, &nothing);

      g_assert_cmpfloat_with_epsilon (m.changes[0], 365, 1e-4);
      if (isnan (percents[i]))
        g_assert_true (isnan (m.percents[0]));
      else
        g_assert_cmpfloat_with_epsilon (m.percents[0], percents[i], 1e-3);
    }
}

/* Years are of no time unit that the model does not know. */
static void
test_unknown_time (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model =
      rankle_model_new_from_antimony ("x = 1; x' = 1", -1, "t.ant", NULL, &error);
  g_autoptr (RankleTrajectory) rising = NULL;
  RankleMeasures m;

  g_assert_no_error (error);
  rising = run (model, 10, 1, 0, 0);
  m = rankle_measures_take (rising, NULL, 0, &nothing);
  g_assert_true (isnan (m.changes[0]));
  g_assert_cmpfloat_with_epsilon (m.end, 11, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/extremes-and-threshold", test_extremes_and_threshold);
  g_test_add_func ("/measures/on-the-threshold", test_on_the_threshold);
  g_test_add_func ("/measures/crossing-between-rows", test_crossing_between_rows);
  g_test_add_func ("/measures/area", test_area);
  g_test_add_func ("/measures/changes", test_changes);
  g_test_add_func ("/measures/since-dose", test_since_dose);
  g_test_add_func ("/measures/percents-of-what", test_percents_of_what);
  g_test_add_func ("/measures/unknown-time", test_unknown_time);
  return g_test_run ();
}
