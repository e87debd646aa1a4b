/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs that have a solution to the end, and where a solver that is careless about
 * nothing, about the very fast or about its own tolerance breaks down. */

#include <math.h>

#include "sim-fixture.h"

#define WASHOUT                                                                          \
  "depot = 0; C = 0; R = 100; ka = 1; ke = 0.5; V = 10; kin = 10; kout = 0.1\n"          \
  "depot' = -ka * depot; C' = ka * depot / V - ke * C\n"

static RankleTrajectory *
run_dosed (const char *body, double end, double every)
{
  g_autoptr (RankleModel) model = sim_model_new (body);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_add_dose (protocol, sim_state (model, "depot"), 100, 0);
  rankle_protocol_set_every (protocol, end, every);
  return sim_run (protocol);
}

static RankleTrajectory *
run_plain (const char *body, double end, double every)
{
  g_autoptr (RankleModel) model = sim_model_new (body);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_every (protocol, end, every);
  return sim_run (protocol);
}

/* What decays to nothing leaves the solver a little below it, where a power that is no
 * whole number is undefined. Expected: an implicit Runge-Kutta method at 1e-10. */
static void
test_washed_out (void)
{
  g_autoptr (RankleTrajectory) trajectory = run_dosed (
      WASHOUT "h = 1.5; R' = kin * (1 - 0.9 * C^h / (0.5^h + C^h)) - kout * R", 365, 73);

  sim_assert_near (sim_at (trajectory, "R", 73), 99.93164, 1e-4);
  sim_assert_near (sim_at (trajectory, "R", 146), 99.99995, 1e-4);
  sim_assert_near (sim_at (trajectory, "R", 365), 100, 1e-4);
}

static void
test_washed_out_otherwise (void)
{
  static const char *const effects[] = {
    "R' = kin * (1 - 0.9 * C^0.5 / (1 + C^0.5)) - kout * R",
    "R' = kin * (1 - 0.9 * sqrt (C) / (1 + sqrt (C))) - kout * R",
    "R' = kin * (1 - 0.5 * C * ln (1 + C^2.3)) - kout * R",
    "R' = kin * (1 - 0.9 * C^2.7 / (0.5^2.7 + C^2.7)) - kout * R",
    "x := sqrt (C) + 1; R' = kin / x - kout * R",
  };

  for (guint i = 0; i < G_N_ELEMENTS (effects); i++)
    {
      g_autofree char *body = g_strconcat (WASHOUT, effects[i], NULL);
      g_autoptr (RankleTrajectory) trajectory = run_dosed (body, 1000, 500);

      sim_assert_near (sim_at (trajectory, "R", 1000), 100, 1e-4);
    }
}

/* A concentration that is truly below 0 has no power, and the run says so. */
static void
test_below_nothing (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("C = 1; R = 1; C' = -1; R' = C^1.5");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;
  g_autoptr (GError) error = NULL;

  rankle_protocol_set_every (protocol, 2, 1);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_null (trajectory);
  g_assert_true (error->domain == RANKLE_SIM_ERROR);
}

/* Something in moles per litre beside something that fills from nothing. */
static void
test_tiny_beside_fast (void)
{
  g_autoptr (RankleTrajectory) trajectory = run_plain (
      "ligand = 1e-14; ligand' = -1e-3 * ligand; x = 0; x' = 5 * (10 - x)", 1000, 500);

  sim_assert_near (sim_at (trajectory, "x", 500), 10, 1e-4);
  sim_assert_near (sim_at (trajectory, "ligand", 1000), 3.678794e-15, 1e-4);
}

/* What falls at once to what its source keeps up. */
static void
test_very_fast_start (void)
{
  g_autoptr (RankleTrajectory) trajectory =
      run_plain ("B = 90000; B' = 1e-4 * B; T = 1e8; T' = 1 - 4.5e15 * T", 10, 5);

  sim_assert_near (sim_at (trajectory, "B", 10), 90090.05, 1e-6);
  g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "T", 10), 0, 1e2);
}

/* How long a run is asked for does not decide whether it can be made. */
static void
test_however_long (void)
{
  for (double end = 10; end < 1e16; end *= 1e5)
    {
      g_autoptr (RankleTrajectory) trajectory = run_plain (
          "x = 1; y = 0; x' = -1e6 * x; y' = 1e6 * x - 1e3 * y; z = 0; z' = 1e3 * y", end,
          end);

      sim_assert_near (sim_at (trajectory, "z", end), 1, 1e-4);
    }
}

/* What a state had at its largest is what it is measured by: a complex that fills from
 * nothing to a thousand does not have to be right to 1e-10 of that. */
static void
test_own_scale (void)
{
  static const char *const bodies[] = {
    "a = 1e3; b = 0; a' = -a; b' = a - 0.1 * b",
    "a = 1e3; b = 0; c = 1e-9; a' = -a; b' = a - 0.1 * b; c' = -0.01 * c",
  };
  guint steps[2];

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (RankleTrajectory) trajectory = run_plain (bodies[i], 400, 100);

      g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "b", 100),
                                      1e3 / 0.9 * (exp (-10) - exp (-100)), 1e-3);
      steps[i] = (guint)rankle_trajectory_get_statistics (trajectory)->steps;
    }
  /* A neighbour's smallness costs no more than the start. */
  g_assert_cmpuint (steps[1], <, steps[0] + 60);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/breakdown/washed-out", test_washed_out);
  g_test_add_func ("/breakdown/washed-out-otherwise", test_washed_out_otherwise);
  g_test_add_func ("/breakdown/below-nothing", test_below_nothing);
  g_test_add_func ("/breakdown/tiny-beside-fast", test_tiny_beside_fast);
  g_test_add_func ("/breakdown/very-fast-start", test_very_fast_start);
  g_test_add_func ("/breakdown/however-long", test_however_long);
  g_test_add_func ("/breakdown/own-scale", test_own_scale);
  return g_test_run ();
}
