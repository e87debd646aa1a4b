/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens when: doses, infusions, changes and breakpoints against the rows. */

#include <math.h>

#include "sim-fixture.h"

#define STILL "k = 0; x = 1; x' = k"

static RankleTrajectory *
run_times (RankleProtocol *protocol, const double *times, guint n)
{
  rankle_protocol_set_times (protocol, times, n);
  return sim_run (protocol);
}

static void
test_row_is_before_dose (void)
{
  g_autoptr (RankleModel) model = sim_model_new (STILL);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_add_dose (protocol, 0, 10, 0);
  rankle_protocol_add_dose (protocol, 0, 100, 2);
  rankle_protocol_add_dose (protocol, 0, 1000, 4); /* at the end: too late to be seen */
  rankle_protocol_add_dose (protocol, 0, 1e4, 5);
  rankle_protocol_set_every (protocol, 4, 1);
  trajectory = sim_run (protocol);
  g_assert_cmpfloat (sim_at (trajectory, "x", 0), ==, 1);
  sim_assert_near (sim_at (trajectory, "x", 1), 11, 1e-12);
  sim_assert_near (sim_at (trajectory, "x", 2), 11, 1e-12);
  sim_assert_near (sim_at (trajectory, "x", 3), 111, 1e-12);
  sim_assert_near (sim_at (trajectory, "x", 4), 111, 1e-12);
}

/* Of several at one time, in the order in which they were added. */
static void
test_simultaneous (void)
{
  g_autoptr (RankleModel) model = sim_model_new (STILL);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_change_parameter (protocol, 0, 5, 1);
  rankle_protocol_add_dose (protocol, 0, 10, 1);
  rankle_protocol_add_dose (protocol, 0, 10, 1);
  rankle_protocol_change_parameter (protocol, 0, 2, 1);
  rankle_protocol_set_every (protocol, 2, 1);
  trajectory = sim_run (protocol);
  g_assert_cmpfloat (sim_at (trajectory, "x", 1), ==, 1);
  sim_assert_near (sim_at (trajectory, "x", 2), 23, 1e-9);
}

/* 0.1 + 0.2 is 0.3 and a little more: both are there, and the gap is no obstacle. */
static void
test_times_apart_by_rounding (void)
{
  static const double times[] = { 0, 0.3, 0.1 + 0.2, 1 };
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = -x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  double before;

  rankle_protocol_add_dose (protocol, 0, 10, 0.3);
  rankle_protocol_add_dose (protocol, 0, 100, 0.1 + 0.2);
  trajectory = run_times (protocol, times, G_N_ELEMENTS (times));
  before = rankle_trajectory_get_column (trajectory, 0)[1];
  sim_assert_near (before, exp (-0.3), 1e-5);
  g_assert_cmpfloat (rankle_trajectory_get_column (trajectory, 0)[2], ==, before + 10);
  sim_assert_near (sim_at (trajectory, "x", 1), (before + 110) * exp (-0.7), 1e-5);
}

static void
test_negative_first_time (void)
{
  static const double times[] = { -10, -5, 0, 5 };
  g_autoptr (RankleModel) model = sim_model_new ("k = 1; x = 0; x' = k; t := time");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_add_dose (protocol, 0, 100, -20); /* before the run: never given */
  rankle_protocol_add_dose (protocol, 0, 1000, -5);
  rankle_protocol_change_parameter (protocol, 0, 3, 0);
  trajectory = run_times (protocol, times, G_N_ELEMENTS (times));
  g_assert_cmpfloat (sim_at (trajectory, "x", -10), ==, 0);
  sim_assert_near (sim_at (trajectory, "x", -5), 5, 1e-9);
  sim_assert_near (sim_at (trajectory, "x", 0), 1010, 1e-9);
  sim_assert_near (sim_at (trajectory, "x", 5), 1025, 1e-9);
  g_assert_cmpfloat (sim_at (trajectory, "t", -10), ==, -10);
}

/* Rows may start late; the run starts at 0. */
static void
test_late_first_row (void)
{
  static const double times[] = { 3, 4 };
  g_autoptr (RankleModel) model = sim_model_new ("x = 0; x' = 1");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = run_times (protocol, times, 2);

  sim_assert_near (sim_at (trajectory, "x", 3), 3, 1e-9);
  sim_assert_near (sim_at (trajectory, "x", 4), 4, 1e-9);
}

static void
test_infusion (void)
{
  const double k = 0.4, rate = 6, from = 2, to = 9;
  g_autoptr (RankleModel) model = sim_model_new ("k = 0.4; x = 0; x' = -k * x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_add_infusion (protocol, 0, rate, from, to);
  rankle_protocol_set_tolerances (protocol, 1e-8, 0);
  rankle_protocol_set_every (protocol, 20, 1);
  trajectory = sim_run (protocol);
  for (int t = 0; t <= 20; t++)
    {
      double expected = rate / k * (1 - exp (-k * fmax (0, fmin (t, to) - from))) *
                        exp (-k * fmax (0, t - to));

      g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "x", t), expected, 1e-6);
    }
}

static void
test_infusion_to_steady_state (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = 0.4; x = 0; x' = -k * x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_add_infusion (protocol, 0, 6, -5,
                                1000); /* running when the run starts */
  rankle_protocol_set_every (protocol, 100, 100);
  trajectory = sim_run (protocol);
  sim_assert_near (sim_at (trajectory, "x", 100), 6 / 0.4, 1e-6);
}

/* Overlapping ones add up, and nothing is left of them but for what they brought. */
static void
test_infusions_add_up (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 0; x' = 0");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_add_infusion (protocol, 0, 0.1, 0, 10);
  rankle_protocol_add_infusion (protocol, 0, 0.2, 5, 15);
  rankle_protocol_add_infusion (protocol, 0, 0.3, 6, 6);
  rankle_protocol_set_every (protocol, 1e6, 1e6 / 2);
  trajectory = sim_run (protocol);
  sim_assert_near (sim_at (trajectory, "x", 1e6 / 2), 3, 1e-9);
  g_assert_cmpfloat (sim_at (trajectory, "x", 1e6), ==,
                     sim_at (trajectory, "x", 1e6 / 2));
}

static void
test_parameter_change (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("k = 0.2; double_k = 2 * k; x = 8; x' = -double_k * x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  guint k = sim_parameter (model, "k");

  rankle_protocol_change_parameter (protocol, k, 0.5, 3);
  rankle_protocol_change_parameter (protocol, k, 0, 5);
  rankle_protocol_set_tolerances (protocol, 1e-9, 0);
  rankle_protocol_set_every (protocol, 8, 1);
  trajectory = sim_run (protocol);
  sim_assert_near (sim_at (trajectory, "x", 3), 8 * exp (-1.2), 1e-7);
  sim_assert_near (sim_at (trajectory, "x", 4), 8 * exp (-1.2 - 1), 1e-7);
  sim_assert_near (sim_at (trajectory, "x", 8), 8 * exp (-1.2 - 2), 1e-7);
}

/* Whichever way the condition is written, the change is exact and costs no search. */
static void
test_breakpoints (void)
{
  static const char *const conditions[] = {
    "time > start", "time >= start", "time - 40 >= 0", "start < time", "40 <= time",
  };

  for (guint i = 0; i < G_N_ELEMENTS (conditions); i++)
    {
      g_autofree char *body = g_strdup_printf (
          "start = 40; x = 0; x' = piecewise (1000, %s, 1)", conditions[i]);
      g_autoptr (RankleModel) model = sim_model_new (body);
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
      g_autoptr (RankleTrajectory) trajectory = NULL;

      rankle_protocol_set_every (protocol, 50, 10);
      trajectory = sim_run (protocol);
      sim_assert_near (sim_at (trajectory, "x", 40), 40, 1e-9);
      sim_assert_near (sim_at (trajectory, "x", 50), 10040, 1e-9);
      g_assert_cmpuint (rankle_trajectory_get_statistics (trajectory)->restarts, ==, 2);
      g_assert_cmpuint (rankle_trajectory_get_statistics (trajectory)->steps, <, 60);
    }
}

/* A pulse far shorter than the steps around it. */
static void
test_short_pulse_is_met (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("from = 500; x = 0\n"
                     "x' = piecewise (1e3, time >= from && time < from + 1e-3, 0)");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_every (protocol, 1000, 1000);
  trajectory = sim_run (protocol);
  sim_assert_near (sim_at (trajectory, "x", 1000), 1, 1e-6);
}

static void
test_breakpoint_moved_by_a_change (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("start = 40; x = 0; x' = piecewise (1, time > start, 0)");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_change_parameter (protocol, sim_parameter (model, "start"), 70, 20);
  rankle_protocol_set_every (protocol, 100, 10);
  trajectory = sim_run (protocol);
  g_assert_cmpfloat (sim_at (trajectory, "x", 70), ==, 0);
  sim_assert_near (sim_at (trajectory, "x", 100), 30, 1e-9);
}

/* An amount given every day for a year: the closed form of a geometric series. */
static void
test_daily_doses (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 0; x' = -0.3 * x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  double left = exp (-0.3);

  for (int day = 0; day < 365; day++)
    rankle_protocol_add_dose (protocol, 0, 20, day);
  rankle_protocol_set_every (protocol, 365, 1);
  trajectory = sim_run (protocol);
  for (int day = 1; day <= 365; day++)
    sim_assert_near (sim_at (trajectory, "x", day),
                     20 * left * (1 - pow (left, day)) / (1 - left), 2e-5);
  g_assert_cmpuint (rankle_trajectory_get_statistics (trajectory)->restarts, ==, 365);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/row-is-before-dose", test_row_is_before_dose);
  g_test_add_func ("/schedule/simultaneous", test_simultaneous);
  g_test_add_func ("/schedule/times-apart-by-rounding", test_times_apart_by_rounding);
  g_test_add_func ("/schedule/negative-first-time", test_negative_first_time);
  g_test_add_func ("/schedule/late-first-row", test_late_first_row);
  g_test_add_func ("/schedule/infusion", test_infusion);
  g_test_add_func ("/schedule/infusion-to-steady-state", test_infusion_to_steady_state);
  g_test_add_func ("/schedule/infusions-add-up", test_infusions_add_up);
  g_test_add_func ("/schedule/parameter-change", test_parameter_change);
  g_test_add_func ("/schedule/breakpoints", test_breakpoints);
  g_test_add_func ("/schedule/short-pulse-is-met", test_short_pulse_is_met);
  g_test_add_func ("/schedule/breakpoint-moved-by-a-change",
                   test_breakpoint_moved_by_a_change);
  g_test_add_func ("/schedule/daily-doses", test_daily_doses);
  return g_test_run ();
}
