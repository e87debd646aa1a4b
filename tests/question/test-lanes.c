/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Doses as things that are taken hold of: what each handle does to the treatment. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-control-value.h"
#include "rankle-lanes-edit.h"
#include "rankle-lanes-snap.h"
#include "toy-model.h"

/* Four doses of 2 mg, a week apart from day 1 on, dose 2 three days late, dose 3 missed;
 * and from day 12 on less filling. */
static RankleLanes *
make_lanes (RankleModel *model)
{
  static const RankleDoseException own[] = { { 2, FALSE, 3, FALSE, 0 },
                                             { 3, TRUE, 0, FALSE, 0 } };
  static const RankleTreatmentStep series = { .kind = RANKLE_TREATMENT_DOSE,
                                              .target = RANKLE_TARGET_CONTROL,
                                              .id = (char *)"dose",
                                              .value = 2,
                                              .time = 1,
                                              .interval = 7,
                                              .count = 4,
                                              .exceptions = own,
                                              .n_exceptions = 2 };
  static const RankleTreatmentStep infusion = { .kind = RANKLE_TREATMENT_INFUSION,
                                                .target = RANKLE_TARGET_STATE,
                                                .id = (char *)"pool",
                                                .value = 0.5,
                                                .time = 3,
                                                .until = 5 };
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");

  rankle_scenario_add_step (scenario, &series);
  rankle_scenario_add_step (scenario, &infusion);
  rankle_scenario_change_control (scenario, "filling", 0.5, 12);
  return rankle_lanes_new (scenario, model);
}

static void
test_list (void)
{
  static const struct
  {
    guint    lane, dose;
    double   time, amount;
    gboolean missed, is_end;
  } expected[] = {
    { 0, 1, 1, 2, FALSE, FALSE },    { 0, 2, 11, 2, FALSE, FALSE },
    { 0, 3, 15, 2, TRUE, FALSE },    { 0, 4, 22, 2, FALSE, FALSE },
    { 1, 0, 3, 0.5, FALSE, FALSE },  { 1, 0, 5, 0.5, FALSE, TRUE },
    { 2, 0, 12, 0.5, FALSE, FALSE },
  };
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);

  g_assert_cmpuint (lanes->lanes->len, ==, 3);
  g_assert_cmpstr (rankle_lanes_get (lanes, 0)->label, ==, "Dose");
  g_assert_cmpfloat (rankle_lanes_get (lanes, 0)->most, ==, 2);
  g_assert_cmpstr (rankle_lanes_get (lanes, 1)->label, ==, "pool");
  g_assert_cmpstr (rankle_lanes_get (lanes, 2)->label, ==, "Filling");
  g_assert_cmpuint (lanes->handles->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);

      g_assert_cmpuint (handle->lane, ==, expected[i].lane);
      g_assert_cmpuint (handle->dose, ==, expected[i].dose);
      g_assert_cmpfloat (handle->time, ==, expected[i].time);
      g_assert_cmpfloat (handle->amount, ==, expected[i].amount);
      g_assert_cmpint (handle->missed, ==, expected[i].missed);
      g_assert_cmpint (handle->is_end, ==, expected[i].is_end);
    }
  g_assert_cmpint (
      rankle_lanes_find_handle (lanes, 0, &(RankleHandle){ .time = 12, .dose = 2 }), ==,
      1);
  g_assert_cmpint (rankle_lanes_find_handle (lanes, 2, &(RankleHandle){ .time = 0 }), ==,
                   6);
  g_assert_cmpint (
      rankle_lanes_find_handle (lanes, 1, &(RankleHandle){ .time = 2, .is_end = TRUE }),
      ==, 5);
}

/* What sliders remember of a drug that is not given is no lane. */
static void
test_nothing (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleLanes) lanes = NULL;
  g_autoptr (RankleScenario) added = NULL;
  const RankleControl *dose = rankle_model_find_control (model, "dose");
  guint                n;

  rankle_scenario_set_control (scenario, "start", 5);
  lanes = rankle_lanes_new (scenario, model);
  g_assert_cmpuint (lanes->lanes->len, ==, 0);
  added = rankle_lanes_add_dose (lanes, dose, 2, 3);
  rankle_scenario_get_treatment (added, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (rankle_control_get_value (dose, added, model), ==, 3);
}

/* Doses as they are given, and their number: "1 2, 11 2" is 2 mg on day 1 and day 11. */
static char *
write_doses (const RankleScenario *scenario, RankleModel *model)
{
  g_autoptr (RankleLanes) lanes = rankle_lanes_new (scenario, model);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);

      if (handle->dose > 0)
        g_string_append_printf (text, "%s%g %g%s", text->len > 0 ? ", " : "",
                                handle->time, handle->amount,
                                handle->missed ? " missed" : "");
    }
  return g_string_free (text, FALSE);
}

static void
test_put (void)
{
  static const struct
  {
    guint       handle;
    double      time, amount;
    gboolean    missed;
    const char *doses;
    guint       n_exceptions;
  } table[] = {
    { 3, 30, 2, FALSE, "1 2, 11 2, 15 2 missed, 30 2", 3 },
    { 3, 22, 5, FALSE, "1 2, 11 2, 15 2 missed, 22 5", 3 },
    { 1, 8, 2, FALSE, "1 2, 8 2, 15 2 missed, 22 2", 1 },
    { 2, 15, 2, FALSE, "1 2, 11 2, 15 2, 22 2", 1 },
    { 0, 4, 2, TRUE, "1 2 missed, 11 2, 15 2 missed, 22 2", 3 },
    { 0, -9, 99, FALSE, "0 10, 11 2, 15 2 missed, 22 2", 3 },
    { 3, 99, -1, FALSE, "1 2, 11 2, 15 2 missed, 40 0", 3 },
  };
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleScenario) put = rankle_lanes_put (
          lanes, table[i].handle, table[i].time, table[i].amount, table[i].missed);
      g_autofree char           *doses = write_doses (put, model);
      guint                      n;
      const RankleTreatmentStep *steps = rankle_scenario_get_treatment (put, &n);

      g_assert_cmpstr (doses, ==, table[i].doses);
      g_assert_cmpuint (steps[0].n_exceptions, ==, table[i].n_exceptions);
    }
}

/* The end of an infusion moves alone, and not before its beginning, which takes it along.
 * The run is 40 days long, and its shortest step of time an hour. */
static void
test_end (void)
{
  static const struct
  {
    guint  handle;
    double time, amount, from, until;
  } table[] = {
    { 5, 9, 0.5, 3, 9 },   { 5, 1, 0.5, 3, 3 + 1.0 / 24 },
    { 5, 99, 0.5, 3, 40 }, { 5, 5, 0.7, 3, 5 },
    { 4, 7, 0.5, 7, 9 },
  };
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleScenario) put = rankle_lanes_put (
          lanes, table[i].handle, table[i].time, table[i].amount, FALSE);
      g_autoptr (RankleLanes) after = rankle_lanes_new (put, model);

      g_assert_cmpfloat (rankle_lanes_get_handle (after, 4)->time, ==, table[i].from);
      g_assert_cmpfloat (rankle_lanes_get_handle (after, 4)->until, ==, table[i].until);
      g_assert_cmpfloat (rankle_lanes_get_handle (after, 5)->time, ==, table[i].until);
      g_assert_cmpfloat (rankle_lanes_get_handle (after, 5)->amount, ==, table[i].amount);
    }
}

static void
test_delete (void)
{
  static const char *const expected[] = {
    "11 2, 15 2 missed, 22 2",
    "1 2, 8 2 missed, 15 2 missed, 22 2",
    "1 2, 11 2, 15 2 missed, 22 2",
    "1 2, 11 2, 15 2 missed",
  };
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (RankleScenario) left = rankle_lanes_delete (lanes, i);
      g_autofree char *doses = write_doses (left, model);

      g_assert_cmpstr (doses, ==, expected[i]);
    }
}

/* To the last, and the drug has no lane. */
static void
test_delete_all (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);
  g_autoptr (RankleScenario) scenario = rankle_scenario_copy (lanes->scenario);

  for (guint i = 0; i < 6; i++)
    {
      g_autoptr (RankleLanes) left = rankle_lanes_new (scenario, model);
      RankleScenario *next = rankle_lanes_delete (left, left->handles->len - 1);

      rankle_scenario_unref (scenario);
      scenario = next;
    }
  g_assert_false (rankle_scenario_asks_of (scenario, model));
}

static void
test_add (void)
{
  static const struct
  {
    double      time, amount;
    const char *doses;
    guint       n_steps; /* of all three that there were */
  } table[] = {
    { 29, 2, "1 2, 11 2, 15 2 missed, 22 2, 29 2", 3 },
    { 15, 2, "1 2, 11 2, 15 2, 22 2", 3 },
    { 29, 3, "1 2, 11 2, 15 2 missed, 22 2, 29 3", 4 },
    { 36, 2, "1 2, 11 2, 15 2 missed, 22 2, 36 2", 4 },
    { 5, 2, "1 2, 5 2, 11 2, 15 2 missed, 22 2", 4 },
    { 22, 2, "1 2, 11 2, 15 2 missed, 22 2, 22 2", 4 },
  };
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);
  const RankleControl *dose = rankle_model_find_control (model, "dose");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleScenario) added =
          rankle_lanes_add_dose (lanes, dose, table[i].time, table[i].amount);
      g_autofree char *doses = write_doses (added, model);
      guint            n;

      g_assert_cmpstr (doses, ==, table[i].doses);
      rankle_scenario_get_treatment (added, &n);
      g_assert_cmpuint (n, ==, table[i].n_steps);
    }
}

/* The whole of it, with its exceptions, and no dose of it before the start. */
static void
test_move_series (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);
  g_autoptr (RankleScenario) later = rankle_lanes_move_series (lanes, 3, 5);
  g_autoptr (RankleScenario) earlier = rankle_lanes_move_series (lanes, 3, -5);
  g_autofree char *after = write_doses (later, model);
  g_autofree char *before = write_doses (earlier, model);

  g_assert_cmpstr (after, ==, "6 2, 16 2, 20 2 missed, 27 2");
  g_assert_cmpstr (before, ==, "0 2, 10 2, 14 2 missed, 21 2");
}

/* One before the first, at the interval, is the first. */
static void
test_add_before (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);
  g_autoptr (RankleScenario) later = rankle_lanes_move_series (lanes, 0, 8);
  g_autoptr (RankleLanes) moved = rankle_lanes_new (later, model);
  g_autoptr (RankleScenario) longer =
      rankle_lanes_add_dose (moved, rankle_model_find_control (model, "dose"), 2, 2);
  g_autofree char *doses = write_doses (longer, model);

  g_assert_cmpstr (doses, ==, "2 2, 9 2, 19 2, 23 2 missed, 30 2");
}

static void
test_steps (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleLanes) lanes = make_lanes (model);
  g_autoptr (RankleScenario) infused = rankle_lanes_put (lanes, 4, 10, 0.7, FALSE);
  g_autoptr (RankleScenario) changed = rankle_lanes_put (lanes, 6, 20, 99, FALSE);
  g_autoptr (RankleScenario) added =
      rankle_lanes_add_change (lanes, rankle_model_find_control (model, "boom"), 4, 2.6);
  const RankleTreatmentStep *steps;
  guint                      n;

  steps = rankle_scenario_get_treatment (infused, &n);
  g_assert_cmpfloat (steps[1].time, ==, 10);
  g_assert_cmpfloat (steps[1].until, ==, 12);
  g_assert_cmpfloat (steps[1].value, ==, 0.7);
  steps = rankle_scenario_get_treatment (changed, &n);
  g_assert_cmpfloat (steps[2].time, ==, 20);
  g_assert_cmpfloat (steps[2].value, ==, 10);
  steps = rankle_scenario_get_treatment (added, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpfloat (steps[2].value, ==, 3);
}

/* Menopause, of the default model, is a moment in years of 365.25 days. */
static void
test_moment (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  const RankleControl *menopause = rankle_model_find_control (model, "menopause");
  g_autoptr (RankleLanes) lanes = NULL;
  g_autoptr (RankleScenario) later = NULL;
  g_autoptr (RankleScenario) never = NULL;

  rankle_scenario_set_control (scenario, "menopause", 2);
  lanes = rankle_lanes_new (scenario, model);
  g_assert_cmpuint (lanes->handles->len, ==, 1);
  g_assert_cmpint (rankle_lanes_get (lanes, 0)->kind, ==, RANKLE_LANE_MOMENT);
  g_assert_cmpfloat (rankle_lanes_get_handle (lanes, 0)->time, ==, 730.5);
  later = rankle_lanes_put (lanes, 0, 1461, 0, FALSE);
  g_assert_cmpfloat (rankle_control_get_value (menopause, later, model), ==, 4);
  never = rankle_lanes_delete (lanes, 0);
  g_assert_cmpfloat (rankle_control_get_value (menopause, never, model), ==, 30);
}

/* ---- magnets ---- */

#define MONTH (365.0 / 12)

static void
test_snap (void)
{
  static const struct
  {
    double time, reach, snapped;
  } table[] = {
    { 180, 10, 182.5 },       /* the series' own */
    { 1100, 10, 1095 },       /* the one behind its last */
    { 400, 16, 365 + MONTH }, /* a month from dose 3 */
    { 380.4, 5, 380 },        /* a whole day */
    { -20, 5, 0 },
  };
  const RankleMagnets none = { .lane = 0, .handle = -1 };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleLanes) lanes = NULL;

  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_scenario_set_horizon (scenario, 3650);
  lanes = rankle_lanes_new (scenario, model);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpfloat_with_epsilon (
        rankle_lanes_snap_time (lanes, &none, table[i].time, table[i].reach),
        table[i].snapped, 1e-9);
  g_assert_cmpfloat (rankle_lanes_snap_amount (lanes, &none, 58, 5), ==, 60);
  g_assert_cmpfloat (rankle_lanes_snap_amount (lanes, &none, 118, 5), ==, 120);
  g_assert_cmpfloat (rankle_lanes_find_amount (
                         lanes, rankle_model_find_control (model, "denosumab_dose")),
                     ==, 60);
}

/* What is usual holds from farther than what is not: amounts, and intervals from the dose
 * before and from where the dose is planned. */
static void
test_magnets (void)
{
  static const struct
  {
    double time, snapped;
  } times[] = {
    { 365 + 4.9 * MONTH, 365 + 6 * MONTH }, /* as planned */
    { 365 + 8.8 * MONTH, 365 + 9 * MONTH }, /* three months late */
    { 365 + 2.6 * MONTH, 365 + 3 * MONTH }, /* three months early */
    { 365 + 11.6 * MONTH, 365 + 12 * MONTH },
  };
  const RankleMagnets magnets = { .lane = 0,
                                  .handle = 3,
                                  .amounts = { 25, 60 },
                                  .n_amounts = 2,
                                  .intervals = { MONTH, 3 * MONTH, 365 },
                                  .n_intervals = 3 };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleLanes) lanes = NULL;

  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_scenario_set_horizon (scenario, 3650);
  lanes = rankle_lanes_new (scenario, model);
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    g_assert_cmpfloat_with_epsilon (
        rankle_lanes_snap_time (lanes, &magnets, times[i].time, 1.2 * MONTH),
        times[i].snapped, 1e-9);
  g_assert_cmpfloat (rankle_lanes_snap_amount (lanes, &magnets, 27, 5), ==, 25);
  g_assert_cmpfloat (rankle_lanes_snap_amount (lanes, &magnets, 33, 5), ==, 30);
}

/* Whatever a model counts in, a key moves by something that is seen. */
static void
test_grid (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  RankleTimeGrid years = rankle_time_grid_for (model, 3650);
  RankleTimeGrid weeks = rankle_time_grid_for (model, 40);
  RankleTimeGrid instant = rankle_time_grid_for (model, 1e-5);

  g_assert_cmpfloat_with_epsilon (years.large, MONTH, 1e-9);
  g_assert_cmpfloat (years.small, ==, 1);
  g_assert_cmpfloat (weeks.large, ==, 1);
  g_assert_cmpfloat_with_epsilon (weeks.small, 1.0 / 24, 1e-12);
  g_assert_cmpfloat (instant.large, ==, 1e-5 / 50);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lanes/list", test_list);
  g_test_add_func ("/lanes/nothing", test_nothing);
  g_test_add_func ("/lanes/put", test_put);
  g_test_add_func ("/lanes/end", test_end);
  g_test_add_func ("/lanes/magnets", test_magnets);
  g_test_add_func ("/lanes/delete", test_delete);
  g_test_add_func ("/lanes/delete-all", test_delete_all);
  g_test_add_func ("/lanes/add", test_add);
  g_test_add_func ("/lanes/move-series", test_move_series);
  g_test_add_func ("/lanes/add-before", test_add_before);
  g_test_add_func ("/lanes/steps", test_steps);
  g_test_add_func ("/lanes/moment", test_moment);
  g_test_add_func ("/lanes/snap", test_snap);
  g_test_add_func ("/lanes/grid", test_grid);
  return g_test_run ();
}
