/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rankle-control-value.h"
#include "rankle-dosing.h"
#include "rankle-model-file.h"
#include "toy-model.h"

static void
test_settings (void)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "About a");
  const RankleSetting       *settings;
  const RankleTreatmentStep *steps;
  double                     value = -1;
  guint                      n;

  g_assert_false (rankle_scenario_get_control (scenario, "opg", &value));
  g_assert_cmpfloat (value, ==, -1);
  rankle_scenario_change_control (scenario, "opg", 3, 5);
  rankle_scenario_set_parameter (scenario, "kon", 7);
  rankle_scenario_set_control (scenario, "rankl", 2);
  rankle_scenario_set_control (scenario, "opg", 4);
  rankle_scenario_set_control (scenario, "rankl", 0.5);
  g_assert_true (rankle_scenario_get_control (scenario, "rankl", &value));
  g_assert_cmpfloat (value, ==, 0.5);

  settings = rankle_scenario_get_settings (scenario, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpstr (settings[0].id, ==, "opg");
  g_assert_cmpstr (settings[1].id, ==, "rankl");
  g_assert_cmpint (settings[2].kind, ==, RANKLE_SETTING_PARAMETER);
  steps = rankle_scenario_get_treatment (scenario, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (steps[0].time, ==, 5);

  rankle_scenario_reset_control (scenario, "opg");
  rankle_scenario_reset_control (scenario, "nothing");
  g_assert_false (rankle_scenario_get_control (scenario, "opg", NULL));
  settings = rankle_scenario_get_settings (scenario, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* ---- whom it is about ---- */

static const struct
{
  RanklePerson person;
  const char  *words;
} people[] = {
  { { 50, 66, RANKLE_SEX_WOMAN, NULL }, "A woman of 50, 66 kg" },
  { { 50, 0, RANKLE_SEX_WOMAN, NULL }, "A woman of 50" },
  { { 0, 80.5, RANKLE_SEX_MAN, "" }, "A man, 80.5 kg" },
  { { 0, 0, RANKLE_SEX_MAN, NULL }, "A man" },
  { { 71, 0, RANKLE_SEX_MAN, NULL }, "A man of 71" },
  { { 35, 0, RANKLE_SEX_UNTOLD, NULL }, "A person of 35" },
  { { 0, 60, RANKLE_SEX_UNTOLD, NULL }, "A person, 60 kg" },
  { { 62, 66, RANKLE_SEX_WOMAN, "ten years after menopause" },
    "A woman of 62, 66 kg: ten years after menopause" },
  { { 0, 0, RANKLE_SEX_UNTOLD, "Mice" }, "Mice" },
  { { 0, 0, RANKLE_SEX_UNTOLD, NULL }, "" },
};

static void
test_person_in_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *words = rankle_person_dup_words (&people[i].person);

      g_assert_cmpstr (words, ==, people[i].words);
      g_assert_cmpint (rankle_person_is_told (&people[i].person), ==, *words != '\0');
    }
}

/* It is a part of the scenario, and stays with it when another model is asked. */
static void
test_person (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) a = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) other = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) b = NULL;
  g_autoptr (RankleScenario) settled = NULL;
  g_autoptr (RankleScenario) carried = NULL;
  char         words[] = "Ann";
  RanklePerson person = { 50, 66, RANKLE_SEX_WOMAN, words };

  g_assert_false (rankle_person_is_told (rankle_scenario_get_person (a)));
  rankle_scenario_set_person (a, &person);
  words[0] = 'X'; /* it was copied */
  g_assert_cmpstr (rankle_scenario_get_person (a)->words, ==, "Ann");
  b = rankle_scenario_copy (a);
  settled = rankle_scenario_settle (a, model);
  carried = rankle_scenario_carry (a, model, other, model);
  g_assert_true (rankle_scenario_equal (a, b));
  g_assert_false (rankle_scenario_equal (a, other));
  g_assert_true (rankle_person_equal (rankle_scenario_get_person (settled),
                                      rankle_scenario_get_person (a)));
  g_assert_true (rankle_scenario_equal (a, carried));
  person = *rankle_scenario_get_person (a);
  person.weight = 67;
  rankle_scenario_set_person (b, &person);
  g_assert_false (rankle_scenario_equal (a, b));
}

static void
test_copy_and_equal (void)
{
  g_autoptr (RankleScenario) a = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) b = NULL;
  g_autoptr (RankleScenario) other = rankle_scenario_new ("b", "A", "");

  rankle_scenario_set_control (a, "opg", 2);
  rankle_scenario_change_parameter (a, "kon", 1, 10);
  rankle_scenario_set_horizon (a, 100);
  b = rankle_scenario_copy (a);
  g_assert_true (rankle_scenario_equal (a, b));
  g_assert_cmpstr (rankle_scenario_get_title (b), ==, "A");
  g_assert_false (rankle_scenario_equal (a, other));

  rankle_scenario_change_parameter (b, "kon", 1, 11);
  g_assert_false (rankle_scenario_equal (a, b));
  rankle_scenario_change_parameter (a, "kon", 1, 11);
  g_assert_true (rankle_scenario_equal (a, b));
  rankle_scenario_set_horizon (b, 101);
  g_assert_false (rankle_scenario_equal (a, b));
  rankle_scenario_set_horizon (b, 100);
  rankle_scenario_set_control (b, "opg", 3);
  g_assert_false (rankle_scenario_equal (a, b));
}

static void
test_apply (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  guint              filling = rankle_model_find (model, "filling")->index;
  const RankleEvent *events;
  guint              n;

  rankle_scenario_set_control (scenario, "filling", 3);
  rankle_scenario_set_parameter (scenario, "boom", 0.25);
  rankle_scenario_change_control (scenario, "filling", 4, 20);
  rankle_scenario_set_control (scenario, "dose", 2);
  rankle_scenario_set_control (scenario, "start", 1.5);
  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, &error));
  g_assert_no_error (error);
  rankle_protocol_seal (protocol);

  g_assert_cmpfloat (rankle_protocol_get_parameters (protocol)[filling], ==, 6);
  g_assert_cmpfloat (
      rankle_protocol_get_parameters (protocol)[rankle_model_find (model, "boom")->index],
      ==, 0.25);
  events = rankle_protocol_get_events (protocol, &n);
  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpint (events[i].kind, ==, RANKLE_EVENT_DOSE);
      g_assert_cmpfloat (events[i].time, ==, 1.5 + 7 * i);
      g_assert_cmpfloat (events[i].value, ==, 2000);
    }
  g_assert_cmpint (events[3].kind, ==, RANKLE_EVENT_PARAMETER);
  g_assert_cmpuint (events[3].target, ==, filling);
  g_assert_cmpfloat (events[3].value, ==, 8);
}

/* What a scenario may ask that the toy model refuses. @strict_only: left out when not
 * strict. */
static const struct
{
  const char         *control;
  const char         *parameter;
  double              value;
  double              time; /* NaN: from the start */
  gboolean            strict_only;
  RankleScenarioError code;
  const char         *message;
} refusals[] = {
  { "opg", NULL, 2, NAN, TRUE, RANKLE_SCENARIO_ERROR_ABSENT,
    "model “toy” has no control “opg”: it has no OPG" },
  { "nonsense", NULL, 2, NAN, TRUE, RANKLE_SCENARIO_ERROR_ABSENT,
    "model “toy” has no control “nonsense”" },
  { NULL, "nonsense", 2, NAN, TRUE, RANKLE_SCENARIO_ERROR_ABSENT,
    "model “toy” has no parameter “nonsense”" },
  { NULL, "pool", 2, NAN, TRUE, RANKLE_SCENARIO_ERROR_ABSENT,
    "model “toy” has no parameter “pool”" },
  { "dose", NULL, 2, 5, FALSE, RANKLE_SCENARIO_ERROR_NOT_TIMED,
    "control “dose” makes doses and cannot be changed at a time" },
  { "dose", NULL, -1, NAN, FALSE, RANKLE_SCENARIO_ERROR_DOSES,
    "depot: the amount of a dose cannot be negative" },
  { "count", NULL, -1, NAN, FALSE, RANKLE_SCENARIO_ERROR_DOSES,
    "depot: the number of doses cannot be negative" },
  { "count", NULL, 2.5, NAN, FALSE, RANKLE_SCENARIO_ERROR_DOSES,
    "depot: the number of doses must be a whole number" },
  { "boom", NULL, 2.5, NAN, FALSE, RANKLE_SCENARIO_ERROR_NOT_WHOLE,
    "Boom must be a whole number" },
  { "boom", NULL, 2.5, 5, FALSE, RANKLE_SCENARIO_ERROR_NOT_WHOLE,
    "Boom must be a whole number" },
  { "count", NULL, 1e9, NAN, FALSE, RANKLE_SCENARIO_ERROR_DOSES,
    "depot: too many doses" },
  { "interval", NULL, 0, NAN, FALSE, RANKLE_SCENARIO_ERROR_DOSES,
    "depot: the time between doses must be above 0" },
  { "start", NULL, -1, NAN, FALSE, RANKLE_SCENARIO_ERROR_DOSES,
    "depot: the first dose cannot be given before the start" },
};

static void
test_refusals (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();

  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleProtocol) strict = rankle_protocol_new (model);
      g_autoptr (RankleProtocol) lenient = rankle_protocol_new (model);
      g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");

      if (refusals[i].parameter != NULL)
        rankle_scenario_set_parameter (scenario, refusals[i].parameter,
                                       refusals[i].value);
      else if (isnan (refusals[i].time))
        rankle_scenario_set_control (scenario, refusals[i].control, refusals[i].value);
      else
        rankle_scenario_change_control (scenario, refusals[i].control, refusals[i].value,
                                        refusals[i].time);
      g_assert_false (rankle_scenario_apply (scenario, strict, TRUE, &error));
      g_assert_error (error, RANKLE_SCENARIO_ERROR, (int)refusals[i].code);
      g_assert_cmpstr (error->message, ==, refusals[i].message);
      g_assert_true (rankle_scenario_apply (scenario, lenient, FALSE, NULL) ==
                     refusals[i].strict_only);
    }
}

static guint
count_doses (const RankleScenario *scenario, RankleModel *model)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  guint n;

  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, NULL));
  rankle_protocol_get_events (protocol, &n);
  return n;
}

/* Amount 0 and count 0 are no treatment. */
static void
test_doses (void)
{
  static const struct
  {
    double amount, count;
    guint  expected;
  } cases[] = { { 0, 3, 0 }, { 2, 0, 0 }, { 2, 1, 1 }, { 2, 3, 3 } };
  g_autoptr (RankleModel) model = toy_model_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");

      rankle_scenario_set_control (scenario, "dose", cases[i].amount);
      rankle_scenario_set_control (scenario, "count", cases[i].count);
      g_assert_cmpuint (count_doses (scenario, model), ==, cases[i].expected);
    }
}

/* What a slider makes is a step of the treatment, and what the step says is where the
 * slider stands. */
static void
test_series (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) nothing = rankle_scenario_new ("a", "A", "");
  const RankleControl *dose = rankle_model_find_control (model, "dose");
  const RankleControl *start = rankle_model_find_control (model, "start");
  g_autoptr (RankleScenario) dosed = rankle_dosing_put (nothing, model, dose, 2);
  g_autoptr (RankleScenario) later = rankle_dosing_put (dosed, model, start, 5);
  g_autoptr (RankleScenario) none = rankle_dosing_put (later, model, dose, 0);
  g_autoptr (RankleScenario) back = rankle_dosing_put (none, model, start, 0);
  const RankleTreatmentStep *steps;
  guint                      n;

  steps = rankle_scenario_get_treatment (later, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (steps[0].kind, ==, RANKLE_TREATMENT_DOSE);
  g_assert_cmpstr (steps[0].id, ==, "dose");
  g_assert_cmpfloat (steps[0].value, ==, 2);
  g_assert_cmpfloat (steps[0].time, ==, 5);
  g_assert_cmpfloat (steps[0].interval, ==, 7);
  g_assert_cmpfloat (steps[0].count, ==, 3);
  g_assert_cmpfloat (rankle_dosing_get (later, model, start), ==, 5);
  g_assert_cmpfloat (rankle_dosing_get (dosed, model, start), ==, 0);
  rankle_scenario_get_settings (later, &n);
  g_assert_cmpuint (n, ==, 0);

  /* Without an amount the start is remembered; all at neutral is nothing. */
  g_assert_cmpfloat (rankle_dosing_get (none, model, start), ==, 5);
  g_assert_cmpuint (count_doses (none, model), ==, 0);
  rankle_scenario_get_treatment (back, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* Doses and infusions by the state that they go to. */
static void
test_steps_of_states (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  RankleTreatmentStep infusion = { .kind = RANKLE_TREATMENT_INFUSION,
                                   .target = RANKLE_TARGET_STATE,
                                   .id = (char *)"pool",
                                   .value = 0.5,
                                   .time = 2,
                                   .until = 9 };
  RankleTreatmentStep doses = { .kind = RANKLE_TREATMENT_DOSE,
                                .target = RANKLE_TARGET_STATE,
                                .id = (char *)"pool",
                                .value = -1,
                                .time = 4,
                                .count = 2,
                                .interval = 3 };
  const double        times[] = { 2, 4, 7, 9 };
  const RankleEvent  *events;
  guint               n;

  rankle_scenario_add_step (scenario, &doses);
  rankle_scenario_add_step (scenario, &infusion);
  rankle_scenario_set_initial (scenario, "pool", 3);
  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, &error));
  g_assert_no_error (error);
  rankle_protocol_seal (protocol);
  events = rankle_protocol_get_events (protocol, &n);
  g_assert_cmpuint (n, ==, 4);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (events[i].time, ==, times[i]);
  g_assert_cmpint (events[1].kind, ==, RANKLE_EVENT_DOSE);
  g_assert_cmpfloat (events[1].value, ==, -1);
  g_assert_cmpfloat (
      rankle_protocol_get_initial (protocol)[rankle_model_find (model, "pool")->index],
      ==, 3);
}

/* A state that is held is asked of a model that has it, and let go again. */
static void
test_hold (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) plain = rankle_scenario_copy (scenario);
  g_autoptr (RankleScenario) unknown = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  guint  pool = rankle_model_find (model, "pool")->index;
  double value = 5;

  g_assert_false (rankle_scenario_get_held (scenario, "pool", &value));
  rankle_scenario_hold_state (scenario, "pool", 3);
  rankle_scenario_set_initial (scenario, "pool", 1);
  g_assert_true (rankle_scenario_get_held (scenario, "pool", &value));
  g_assert_cmpfloat (value, ==, 3);
  g_assert_true (rankle_scenario_asks_of (scenario, model));
  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, &error));
  g_assert_no_error (error);
  g_assert_true (rankle_protocol_get_held (protocol)[pool]);
  g_assert_cmpfloat (rankle_protocol_get_initial (protocol)[pool], ==, 3);
  unknown = rankle_scenario_copy (scenario);
  rankle_scenario_hold_state (unknown, "twice", 3);
  g_assert_false (rankle_scenario_suits (unknown, model));
  rankle_scenario_release_state (scenario, "pool");
  g_assert_false (rankle_scenario_equal (scenario, plain));
  g_assert_false (rankle_scenario_get_held (scenario, "pool", NULL));
}

/* Factors of one parameter multiply, and what is set is scaled. */
static void
test_scale (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  guint boom = rankle_model_find (model, "boom")->index;

  rankle_scenario_scale_parameter (scenario, "boom", 2);
  rankle_scenario_set_parameter (scenario, "boom", 0.25);
  rankle_scenario_scale_parameter (scenario, "boom", 3);
  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, NULL));
  g_assert_cmpfloat (rankle_protocol_get_parameters (protocol)[boom], ==, 1.5);
}

static RankleModel *
model_in_hours (void)
{
  static const char text[] = "model m()\n  k = 1\n  x = 1\n  x' = -k * x\nend\n";
  static const char sidecar[] =
      "{ \"schema\": 1, \"title\": \"M\", \"time_unit\": \"hour\", \"horizon\": 240 }";
  g_autoptr (GError) error = NULL;
  RankleModel *model =
      rankle_model_new_from_antimony (text, -1, "m.ant", sidecar, &error);

  g_assert_no_error (error);
  return model;
}

/* Ten days are 240 hours; ten years are no question to a model of ten days. */
static void
test_time_unit (void)
{
  g_autoptr (RankleModel) hours = model_in_hours ();
  g_autoptr (RankleModel) days = toy_model_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) copy = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (hours);
  const RankleEvent *events;
  guint              n;

  rankle_scenario_set_horizon (scenario, 12);
  g_assert_cmpfloat (rankle_scenario_get_horizon_for (scenario, hours), ==, 12);
  rankle_scenario_set_time_unit (scenario, "day");
  g_assert_cmpfloat (rankle_scenario_get_horizon_for (scenario, hours), ==, 288);
  g_assert_cmpfloat (rankle_scenario_get_horizon_for (scenario, days), ==, 12);
  copy = rankle_scenario_copy (scenario);
  g_assert_true (rankle_scenario_equal (scenario, copy));
  rankle_scenario_set_time_unit (copy, "hour");
  g_assert_false (rankle_scenario_equal (scenario, copy));

  rankle_scenario_set_horizon (scenario, 3650);
  g_assert_cmpfloat (rankle_scenario_get_horizon_for (scenario, hours), ==, 240);
  rankle_scenario_set_time_unit (scenario, "");
  g_assert_cmpfloat (rankle_scenario_get_horizon_for (scenario, hours), ==, 3650);

  rankle_scenario_set_time_unit (scenario, "day");
  rankle_scenario_change_parameter (scenario, "k", 2, 3);
  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, NULL));
  events = rankle_protocol_get_events (protocol, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (events[0].time, ==, 72);
  g_assert_true (rankle_scenario_suits (scenario, hours));
  g_assert_false (rankle_scenario_suits (scenario, days)); /* it has no k */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario/settings", test_settings);
  g_test_add_func ("/scenario/copy-and-equal", test_copy_and_equal);
  g_test_add_func ("/scenario/person-in-words", test_person_in_words);
  g_test_add_func ("/scenario/person", test_person);
  g_test_add_func ("/scenario/apply", test_apply);
  g_test_add_func ("/scenario/refusals", test_refusals);
  g_test_add_func ("/scenario/doses", test_doses);
  g_test_add_func ("/scenario/series", test_series);
  g_test_add_func ("/scenario/steps-of-states", test_steps_of_states);
  g_test_add_func ("/scenario/scale", test_scale);
  g_test_add_func ("/scenario/hold", test_hold);
  g_test_add_func ("/scenario/time-unit", test_time_unit);
  return g_test_run ();
}
