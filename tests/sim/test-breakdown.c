/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs that have a solution to the end, and where a solver that is careless about
 * nothing, about the very fast or about its own tolerance breaks down. */

#include <math.h>
#include <stdio.h>
#include <string.h>

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

/* What is left free by what fills up, under a power: the solver comes a rounding beyond
 * the end of its range, where there is no number. Occupied is 1 - exp (-10 t), and what
 * the effect has gained on time at the end was found by a Runge-Kutta method by hand. */
static void
test_saturated (void)
{
  static const struct
  {
    const char *power;
    double      gained;
  } cases[] = { { "0.5", 0.7806451 }, { "1.5", 0.9311355 }, { "2.7", 0.9622813 } };
  static const double tolerances[] = { 1e-6, 1e-9 };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint k = 0; k < G_N_ELEMENTS (tolerances); k++)
      {
        g_autofree char *body = g_strdup_printf ("x = 0; R = 1; x' = 10 * (1 - x)\n"
                                                 "R' = 1 - R * (1 - x)^%s",
                                                 cases[i].power);
        g_autoptr (RankleModel) model = sim_model_new (body);
        g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
        g_autoptr (RankleTrajectory) trajectory = NULL;

        rankle_protocol_set_tolerances (protocol, tolerances[k], 0);
        rankle_protocol_set_every (protocol, 365, 73);
        trajectory = sim_run (protocol);
        g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "R", 365),
                                        365 + cases[i].gained, 1e-4);
      }
}

/* Likewise, where it is by many quantities that a power comes to the edge of its range.
 */
static void
test_settled_at_an_edge (void)
{
  static const char *const bodies[] = {
    "x = 10; z = 100; R = 1; x' = -3 * (x - 2); z' = -0.2 * (z - 100 * ln (x - 1))\n"
    "R' = (x - 2)^1.5 / (1 + (x - 2)^1.5) - R * z",
    "x = 1; y = 3; z = 1; R = 1; x' = 2 - x * y; y' = 2 * x - y * x; z' = y - z - 1\n"
    "R' = (y - 2)^0.5 - R * z",
    "x = 10; y = 0; R = 1; y' = 1 - 0.1 * y; x' = -0.3 * (x - 2)\n"
    "R' = (x - 2)^2.7 - R * y",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (RankleTrajectory) trajectory = run_plain (bodies[i], 365, 73);

      sim_assert_near (sim_at (trajectory, "x", 365), i == 1 ? 1 : 2, 1e-4);
      g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "R", 365), 0, 1e-4);
    }
}

/* Spikes, hundreds of steps each (S. Krishna, M. H. Jensen, K. Sneppen, Proc. Natl. Acad.
 * Sci. USA 103:10840, 2006): as many as are asked for. */
static void
test_many_cycles (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("n = 0.1; m = 0.01; i = 0.01; m' = n^2 - m\n"
                     "n' = 0.007 * (1 - n) / (2e-5 + i) - 954.5 * i * n / (0.029 + n)\n"
                     "i' = m - 0.035 * (1 - n) * i / (2e-5 + i)");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_tolerances (protocol, 1e-8, 0);
  rankle_protocol_set_every (protocol, 600, 1);
  trajectory = sim_run (protocol);
  for (double time = 500; time < 600; time++)
    {
      g_assert_cmpfloat (sim_at (trajectory, "n", time), >, 0);
      g_assert_cmpfloat (sim_at (trajectory, "n", time), <, 1);
    }
}

/* To @end, of which the row at 1 is told, or why there is none: when, to four digits,
 * since the solver tells its first step by the end, too. */
static char *
tell_of_one (const char *body, double end)
{
  const double times[] = { 0, 1, end };
  g_autoptr (RankleModel) model = sim_model_new (body);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;
  g_autoptr (GError) error = NULL;
  double when = 0;

  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  if (trajectory != NULL)
    return g_strdup_printf ("%.4g", sim_at (trajectory, "x", 1));
  g_assert_cmpint (sscanf (error->message, "The run stopped at %lf", &when), ==, 1);
  return g_strdup_printf ("%.4g%s", when, strchr (error->message, ':'));
}

/* What is found by 1, and what is said of a run that breaks down before, is the same
 * however much more is asked for. */
static void
test_same_for_any_end (void)
{
  static const char *const bodies[] = {
    "x = 1; x' = x^3",
    "x = 1; x' = exp (x)",
    "x = 0; y = 0.5; x' = 1 / (y - x)^2 * (1 - x); y' = -1e-2 * y",
    "x = 1; y = 0; x' = -1e4 * x + 3 * y; y' = x - y",
    "x = 1e-9; x' = 40 * x * (1 - x)",
    "x = 0; R = 1; x' = 20 * (1 - x); R' = 1 - R * (1 - x)^1.5",
    "x = 0; x' = 1e-12 * (1 - x)",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *shortest = tell_of_one (bodies[i], 2);

      for (double end = 20; end < 1e13; end *= 1e3)
        {
          g_autofree char *longer = tell_of_one (bodies[i], end);

          g_assert_cmpstr (longer, ==, shortest);
        }
    }
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
  g_test_add_func ("/breakdown/saturated", test_saturated);
  g_test_add_func ("/breakdown/settled-at-an-edge", test_settled_at_an_edge);
  g_test_add_func ("/breakdown/many-cycles", test_many_cycles);
  g_test_add_func ("/breakdown/same-for-any-end", test_same_for_any_end);
  return g_test_run ();
}
