/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-catalog.h"
#include "rankle-control-magnets.h"
#include "rankle-control-scale.h"
#include "rankle-control-words.h"

/* Where a value stands on its slider, and how it is told. */

static const RankleControl logarithmic = { .id = "opg",
                                           .label = "OPG",
                                           .unit = "× baseline",
                                           .scale = RANKLE_SCALE_LOG,
                                           .min = 0.125,
                                           .max = 8,
                                           .neutral = 1,
                                           .step = 1.189207115002721,
                                           .can_be_off = TRUE,
                                           .display_factor = 1,
                                           .display_digits = 3 };
static const RankleControl linear = { .id = "estrogen",
                                      .label = "Estrogen",
                                      .unit = "%",
                                      .scale = RANKLE_SCALE_LINEAR,
                                      .min = 0,
                                      .max = 1.5,
                                      .neutral = 1,
                                      .step = 0.05,
                                      .display_factor = 100,
                                      .display_digits = 3 };

static const RankleControl amount = {
  .unit = "mol", .max = 1, .display_factor = 1, .display_digits = 4
};

static const RankleControl moment = {
  .unit = "years", .max = 10, .ends_never = TRUE, .display_factor = 1, .display_digits = 3
};

static const RankleControl count = { .id = "injections",
                                     .label = "Injections",
                                     .unit = "",
                                     .max = 40,
                                     .neutral = 6,
                                     .step = 1,
                                     .is_count = TRUE,
                                     .display_factor = 1,
                                     .display_digits = 2 };

/* Where something is given, a slider is held; and a moment in years is dragged by the
 * month. At its ends it is at its ends. */
static void
test_magnets (void)
{
  static const RankleControl denosumab = {
    .id = "denosumab_dose", .unit = "mg", .max = 210, .role = RANKLE_CONTROL_DOSE_AMOUNT
  };
  static const RankleControl interval = { .id = "denosumab_interval",
                                          .unit = "days",
                                          .min = 30,
                                          .max = 730,
                                          .neutral = 182.5,
                                          .role = RANKLE_CONTROL_DOSE_INTERVAL };
  static const RankleControl start = { .id = "denosumab_start",
                                       .unit = "days",
                                       .max = 10950,
                                       .role = RANKLE_CONTROL_DOSE_START };
  double                     values[RANKLE_MAGNETS_MAX];

  g_assert_cmpuint (rankle_control_list_magnets (&denosumab, values), ==, 3);
  g_assert_cmpfloat (values[0], ==, 0);
  g_assert_cmpfloat (values[1], ==, 60);
  g_assert_cmpfloat (values[2], ==, 120);
  g_assert_cmpfloat (rankle_control_from_position (&denosumab, 61.0 / 210, TRUE), ==, 60);
  g_assert_cmpfloat_with_epsilon (
      rankle_control_from_position (&denosumab, 61.0 / 210, FALSE), 61, 1e-9);
  g_assert_cmpuint (rankle_control_list_magnets (&interval, values), ==, 4);
  g_assert_cmpfloat_with_epsilon (values[1], 91.25, 1e-9);
  g_assert_cmpfloat (rankle_control_from_position (&interval, 0, TRUE), ==, 30);
  g_assert_cmpfloat (rankle_control_from_position (&interval, 1, TRUE), ==, 730);
  g_assert_cmpfloat_with_epsilon (
      rankle_control_from_position (&interval, 336.0 / 700, TRUE), 365, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      rankle_control_from_position (&start, 4018.0 / 10950, TRUE), 4015, 1e-6);
}

/* However it is moved, a count is whole, and every key moves it. */
static void
test_count (void)
{
  static const struct
  {
    double from, steps, to;
  } cases[] = { { 6, 0.1, 7 }, { 6, -0.1, 5 }, { 6, 1, 7 },   { 6, 10, 16 },
                { 6, -10, 0 }, { 39, 10, 40 }, { 0, -0.1, 0 } };
  g_autofree char *complaint = NULL, *far = NULL;
  double           value;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (rankle_control_step (&count, cases[i].from, cases[i].steps), ==,
                       cases[i].to);
  for (double position = 0; position <= 1; position += 0.0037)
    {
      value = rankle_control_from_position (&count, position, FALSE);
      g_assert_cmpfloat (value, ==, round (value));
    }
  g_assert_true (rankle_control_parse (&count, " 7 ", &value, &complaint));
  g_assert_cmpfloat (value, ==, 7);
  g_assert_false (rankle_control_parse (&count, "6,3", &value, &complaint));
  g_assert_cmpstr (complaint, ==, "Please enter a whole number from 0 to 40.");
  g_assert_false (rankle_control_parse (&count, "41", &value, &far));
}

static void
test_positions (void)
{
  g_assert_cmpfloat (rankle_control_to_position (&logarithmic, 0), ==, 0);
  g_assert_cmpfloat (rankle_control_from_position (&logarithmic, 0, FALSE), ==, 0);
  g_assert_cmpfloat_with_epsilon (rankle_control_to_position (&logarithmic, 8), 1, 1e-12);
  for (double value = 0.125; value <= 8; value *= 1.3)
    g_assert_cmpfloat_with_epsilon (
        rankle_control_from_position (
            &logarithmic, rankle_control_to_position (&logarithmic, value), FALSE),
        value, 1e-9 * value);
  for (double value = 0; value <= 1.5; value += 0.1)
    g_assert_cmpfloat_with_epsilon (
        rankle_control_from_position (&linear,
                                      rankle_control_to_position (&linear, value), FALSE),
        value, 1e-9);
}

static void
test_detent (void)
{
  double neutral = rankle_control_to_position (&logarithmic, 1);

  g_assert_cmpfloat (rankle_control_from_position (&logarithmic, neutral + 0.01, TRUE),
                     ==, 1);
  g_assert_cmpfloat (rankle_control_from_position (&logarithmic, neutral + 0.01, FALSE),
                     >, 1);
  g_assert_cmpfloat (rankle_control_from_position (&logarithmic, neutral + 0.02, TRUE), >,
                     1);
}

static void
test_steps (void)
{
  double value = 1;

  for (guint i = 0; i < 20; i++)
    value = rankle_control_step (&logarithmic, value, -1);
  g_assert_cmpfloat (value, ==, 0);
  value = rankle_control_step (&logarithmic, value, 1);
  g_assert_cmpfloat (value, ==, 0.125);
  for (guint i = 0; i < 12; i++)
    value = rankle_control_step (&logarithmic, value, 1);
  g_assert_cmpfloat (value, ==, 1);
  g_assert_cmpfloat (rankle_control_step (&logarithmic, 8, 10), ==, 8);
  g_assert_cmpfloat_with_epsilon (rankle_control_step (&linear, 1, -0.1), 0.995, 1e-12);
}

static void
test_words (void)
{
  static const struct
  {
    const RankleControl *control;
    double               value;
    const char          *words;
  } table[] = {
    { &logarithmic, 2, "2 × baseline" }, { &logarithmic, 0.35355, "0.35 × baseline" },
    { &logarithmic, 0, "off" },          { &linear, 0.2, "20 %" },
    { &linear, 0.995, "99.5 %" },        { &amount, 0.00115398, "0.001154 mol" },
    { &amount, 2.5e-6, "2.5e-06 mol" },  { &amount, 31415926, "3.142e+07 mol" },
    { &moment, 4.5, "4.5 years" },       { &moment, 10, "never" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = rankle_control_format (table[i].control, table[i].value);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* What is dragged on the track is held where the sliders are. */
static void
test_lane_magnets (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleLanes) lanes = NULL;
  const RankleControl *interval = rankle_model_find_control (model, "denosumab_interval");
  RankleMagnets        magnets;
  double               values[RANKLE_MAGNETS_MAX];
  guint                n;

  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_scenario_change_control (scenario, "estrogen", 0.2, 365);
  lanes = rankle_lanes_new (scenario, model);
  rankle_control_list_lane_magnets (lanes, 0, 2, &magnets);
  n = rankle_control_list_magnets (rankle_model_find_control (model, "denosumab_dose"),
                                   values);
  g_assert_cmpmem (magnets.amounts, magnets.n_amounts * sizeof (double), values,
                   n * sizeof (double));
  n = rankle_control_list_magnets (interval, values);
  g_assert_cmpuint (magnets.n_intervals, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (magnets.intervals[i], ==, interval->factor * values[i]);
  rankle_control_list_lane_magnets (lanes, 1, -1, &magnets);
  g_assert_cmpuint (magnets.n_amounts, ==, 1);
  g_assert_cmpfloat (magnets.amounts[0], ==, 1);
  g_assert_cmpuint (magnets.n_intervals, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/control-scale/positions", test_positions);
  g_test_add_func ("/control-scale/detent", test_detent);
  g_test_add_func ("/control-scale/steps", test_steps);
  g_test_add_func ("/control-scale/words", test_words);
  g_test_add_func ("/control-scale/count", test_count);
  g_test_add_func ("/control-scale/magnets", test_magnets);
  g_test_add_func ("/control-scale/lane-magnets", test_lane_magnets);
  return g_test_run ();
}
