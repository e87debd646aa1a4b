/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Doses of a series that are late, missed or of an amount of their own. */

#include <math.h>

#include "rankle-control-value.h"
#include "rankle-dosing.h"
#include "rankle-series.h"
#include "toy-model.h"

static const RankleDoseException own[] = {
  { 2, FALSE, 3, FALSE, 0 },
  { 3, TRUE, 0, FALSE, 0 },
  { 4, FALSE, -2, TRUE, 5 },
};

/* Four doses of 2 mg, a week apart, from day 1 on. */
static RankleTreatmentStep
make_series (void)
{
  return (RankleTreatmentStep){
    .kind = RANKLE_TREATMENT_DOSE,
    .target = RANKLE_TARGET_CONTROL,
    .id = (char *)"dose",
    .value = 2,
    .time = 1,
    .interval = 7,
    .count = 4,
    .exceptions = own,
    .n_exceptions = G_N_ELEMENTS (own),
  };
}

static RankleScenario *
make_scenario (void)
{
  RankleScenario     *scenario = rankle_scenario_new ("a", "A", "");
  RankleTreatmentStep step = make_series ();

  rankle_scenario_add_step (scenario, &step);
  return scenario;
}

static const RankleTreatmentStep *
get_series (const RankleScenario *scenario)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (scenario, &n);

  g_assert_cmpuint (n, ==, 1);
  return steps;
}

/* What comes into the toy's depot: 1000 of its unit are one mg. */
static void
check_doses (const RankleScenario *scenario,
             RankleModel          *model,
             guint                 n,
             const double         *times,
             const double         *milligrams)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  const RankleEvent *events;
  guint              n_events;

  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, &error));
  g_assert_no_error (error);
  events = rankle_protocol_get_events (protocol, &n_events);
  g_assert_cmpuint (n_events, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat_with_epsilon (events[i].time, times[i], 1e-12);
      g_assert_cmpfloat (events[i].value, ==, 1000 * milligrams[i]);
    }
}

static void
test_given (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = make_scenario ();
  RankleTreatmentStep series = make_series ();
  double              time, amount;

  check_doses (scenario, model, 3, (double[]){ 1, 11, 20 }, (double[]){ 2, 2, 5 });
  g_assert_false (rankle_series_get_dose (&series, 3, &time, &amount));
  g_assert_cmpfloat (time, ==, 15);
  g_assert_cmpfloat (amount, ==, 2);
  g_assert_cmpfloat (rankle_series_get_place (&series, 4), ==, 22);
  g_assert_cmpfloat (rankle_series_get_first (&series), ==, 1);
}

/* The first that is given need not be dose 1. */
static void
test_first (void)
{
  static const RankleDoseException late[] = { { 1, FALSE, 30, FALSE, 0 },
                                              { 2, TRUE, 0, FALSE, 0 } };
  RankleTreatmentStep              series = make_series ();

  series.exceptions = late;
  series.n_exceptions = 2;
  g_assert_cmpfloat (rankle_series_get_first (&series), ==, 15);
  series.count = 2;
  g_assert_cmpfloat (rankle_series_get_first (&series), ==, 31);
  series.count = 0;
  g_assert_cmpfloat (rankle_series_get_first (&series), ==, 1);
}

/* Another time unit makes of three days late 72 hours, and equals and copies tell them
 * apart. */
static void
test_value (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = make_scenario ();
  g_autoptr (RankleScenario) copy = rankle_scenario_copy (scenario);
  g_autoptr (RankleScenario) hours = rankle_scenario_copy (scenario);
  RankleTreatmentStep step = make_series ();
  g_autoptr (GArray) exceptions = rankle_dose_exceptions_new ();

  g_assert_true (rankle_scenario_equal (scenario, copy));
  rankle_dose_exceptions_put (exceptions, &own[0]);
  rankle_series_set_exceptions (&step, exceptions);
  rankle_scenario_put_step (copy, 0, &step);
  g_assert_false (rankle_scenario_equal (scenario, copy));
  rankle_scenario_set_time_unit (hours, "hour");
  check_doses (hours, model, 3, (double[]){ 1.0 / 24, 11.0 / 24, 20.0 / 24 },
               (double[]){ 2, 2, 5 });
}

/* In order, each once, and none that says nothing. */
static void
test_put (void)
{
  g_autoptr (GArray) exceptions = rankle_dose_exceptions_new ();
  RankleDoseException none = { .dose = 2 };
  RankleDoseException again = { .dose = 4, .missed = TRUE };
  RankleTreatmentStep series = make_series ();

  for (int i = 2; i >= 0; i--)
    rankle_dose_exceptions_put (exceptions, &own[i]);
  rankle_series_set_exceptions (&series, exceptions);
  g_assert_cmpuint (exceptions->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpuint (series.exceptions[i].dose, ==, own[i].dose);
  rankle_dose_exceptions_put (exceptions, &none);
  rankle_dose_exceptions_put (exceptions, &again);
  rankle_series_set_exceptions (&series, exceptions);
  g_assert_cmpuint (exceptions->len, ==, 2);
  g_assert_cmpuint (series.exceptions[0].dose, ==, 3);
  g_assert_true (rankle_series_get_exception (&series, 4).missed);
  g_assert_false (rankle_series_get_exception (&series, 2).missed);
}

/* A late dose is as late of another interval and start, and an own amount stays; a lower
 * count takes away what is said of the doses that go. */
static void
test_sliders (void)
{
  static const struct
  {
    const char *control;
    double      value;
    guint       n;
    double      times[4], amounts[4];
  } moves[] = {
    { "dose", 3, 3, { 1, 11, 20 }, { 3, 3, 5 } },
    { "interval", 2, 3, { 1, 18, 41 }, { 2, 2, 5 } },
    { "start", 5, 3, { 5, 15, 24 }, { 2, 2, 5 } },
    { "count", 2, 2, { 1, 11 }, { 2, 2 } },
    { "count", 5, 4, { 1, 11, 20, 29 }, { 2, 2, 5, 2 } },
    { "dose", 0, 1, { 20 }, { 5 } },
    { "interval", 1.0 / 42, 3, { 1, 4 + 1.0 / 6, 0 }, { 2, 2, 5 } },
  };
  g_autoptr (RankleModel) model = toy_model_new ();

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (RankleScenario) scenario = make_scenario ();
      const RankleControl *control = rankle_model_find_control (model, moves[i].control);
      g_autoptr (RankleScenario) moved =
          rankle_dosing_put (scenario, model, control, moves[i].value);

      g_test_message ("%s %g", moves[i].control, moves[i].value);
      check_doses (moved, model, moves[i].n, moves[i].times, moves[i].amounts);
      g_assert_cmpuint (
          get_series (moved)->n_exceptions, ==,
          g_str_equal (moves[i].control, "count") && moves[i].value < 4 ? 1 : 3);
    }
}

/* Beside a single dose, the sliders are of the series; and a drug is given while one of
 * both is. */
static void
test_beside (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = make_scenario ();
  const RankleControl *dose = rankle_model_find_control (model, "dose");
  RankleTreatmentStep  single = { .kind = RANKLE_TREATMENT_DOSE,
                                  .target = RANKLE_TARGET_CONTROL,
                                  .id = (char *)"dose",
                                  .value = 9,
                                  .time = 0,
                                  .count = 1 };
  g_autoptr (RankleScenario) none = NULL;

  rankle_scenario_add_step (scenario, &single);
  g_assert_cmpint (rankle_dosing_find_series (scenario, dose), ==, 1);
  g_assert_cmpfloat (rankle_dosing_get (scenario, model, dose), ==, 2);
  none =
      rankle_dosing_put (scenario, model, rankle_model_find_control (model, "count"), 0);
  g_assert_false (rankle_dosing_is_nothing (none, model, dose));
  check_doses (none, model, 1, (double[]){ 0 }, (double[]){ 9 });
}

/* Another model that has the drug takes over what was done to the one before, to the last
 * dose. */
static void
test_carry (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleModel) other = NULL;
  g_autoptr (RankleScenario) scenario = make_scenario ();
  g_autoptr (RankleScenario) plain = rankle_scenario_new ("b", "B", "");
  g_autoptr (RankleScenario) carried = NULL;
  RankleTreatmentStep single = { .kind = RANKLE_TREATMENT_DOSE,
                                 .target = RANKLE_TARGET_CONTROL,
                                 .id = (char *)"dose",
                                 .value = 9,
                                 .time = 30,
                                 .count = 1 };

  other = toy_model_new ();
  rankle_scenario_add_step (scenario, &single);
  carried = rankle_scenario_carry (scenario, model, plain, other);
  check_doses (carried, other, 4, (double[]){ 1, 11, 20, 30 }, (double[]){ 2, 2, 5, 9 });
}

static void
test_faults (void)
{
  static const struct
  {
    RankleDoseException exception;
    const char         *message;
  } table[] = {
    { { 1, FALSE, -2, FALSE, 0 }, "a dose cannot be given before the start" },
    { { 2, FALSE, 0, TRUE, -1 }, "the amount of a dose cannot be negative" },
    { { 2, FALSE, INFINITY, FALSE, 0 }, "a dose is given at no time that can be told" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RankleTreatmentStep step = make_series ();

      g_assert_null (rankle_dosing_find_fault (&step));
      step.exceptions = &table[i].exception;
      step.n_exceptions = 1;
      g_assert_cmpstr (rankle_dosing_find_fault (&step), ==, table[i].message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/series/given", test_given);
  g_test_add_func ("/series/first", test_first);
  g_test_add_func ("/series/value", test_value);
  g_test_add_func ("/series/put", test_put);
  g_test_add_func ("/series/sliders", test_sliders);
  g_test_add_func ("/series/beside", test_beside);
  g_test_add_func ("/series/carry", test_carry);
  g_test_add_func ("/series/faults", test_faults);
  return g_test_run ();
}
