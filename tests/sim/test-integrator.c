/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Against closed forms, conservation laws and a second method. */

#include <math.h>

#include "rankle-workspace.h"
#include "sim-fixture.h"

static void
test_decay (void)
{
  static const double tolerances[] = { 1e-4, 1e-6, 1e-8, 1e-10 };
  static const double rates[] = { 0.01, 0.5, 3 };
  g_autoptr (RankleModel) model = sim_model_new ("k = 1; x = 5; x' = -k * x");

  for (guint i = 0; i < G_N_ELEMENTS (tolerances); i++)
    for (guint j = 0; j < G_N_ELEMENTS (rates); j++)
      {
        g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
        g_autoptr (RankleTrajectory) trajectory = NULL;

        rankle_protocol_set_parameter (protocol, 0, rates[j]);
        rankle_protocol_set_tolerances (protocol, tolerances[i], 0);
        rankle_protocol_set_every (protocol, 4, 0.25);
        trajectory = sim_run (protocol);
        for (double t = 0; t <= 4; t += 0.25)
          {
            double expected = 5 * exp (-rates[j] * t);

            g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "x", t), expected,
                                            tolerances[i] * (300 * expected + 0.5));
          }
      }
}

static double
two_compartments_by_formula (double k10, double k12, double k21, double t)
{
  double sum = k10 + k12 + k21, root = sqrt (sum * sum - 4 * k10 * k21);
  double alpha = (sum + root) / 2, beta = (sum - root) / 2;

  return ((alpha - k21) * exp (-alpha * t) + (k21 - beta) * exp (-beta * t)) /
         (alpha - beta);
}

static const char two_compartments[] = "k10 = 0.3; k12 = 1.2; k21 = 0.4; c = 0; p = 0\n"
                                       "c' = -k10 * c - k12 * c + k21 * p\n"
                                       "p' = k12 * c - k21 * p";

static void
test_two_compartments (void)
{
  g_autoptr (RankleModel) model = sim_model_new (two_compartments);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_add_dose (protocol, sim_state (model, "c"), 60, 0);
  rankle_protocol_set_tolerances (protocol, 1e-9, 0);
  rankle_protocol_set_every (protocol, 30, 1);
  trajectory = sim_run (protocol);
  for (int t = 1; t <= 30; t++)
    sim_assert_near (sim_at (trajectory, "c", t),
                     60 * two_compartments_by_formula (0.3, 1.2, 0.4, t), 1e-7);
}

static void
test_superposition (void)
{
  static const double doses[][2] = { { 5, 1 }, { 20, 2.5 } };
  g_autoptr (RankleModel) model = sim_model_new (two_compartments);
  RankleTrajectory *runs[3];

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

      for (guint j = 0; j < 2; j++)
        if (i == 2 || i == j)
          rankle_protocol_add_dose (protocol, 0, doses[j][0], doses[j][1]);
      rankle_protocol_set_tolerances (protocol, 1e-9, 0);
      rankle_protocol_set_every (protocol, 20, 1);
      runs[i] = sim_run (protocol);
    }
  for (int t = 3; t <= 20; t++)
    sim_assert_near (sim_at (runs[2], "p", t),
                     sim_at (runs[0], "p", t) + sim_at (runs[1], "p", t), 1e-7);
  for (guint i = 0; i < 3; i++)
    rankle_trajectory_unref (runs[i]);
}

static void
test_conservation (void)
{
  g_autoptr (RankleModel) model = sim_model_new (
      "compartment v = 1\nspecies A in v, B in v, AB in v\nA = 2; B = 3; AB = 0\n"
      "binding: A + B -> AB; v * (5 * A * B - 0.3 * AB)\n"
      "all_A := A + AB; all_B := B + AB");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_every (protocol, 10, 0.1);
  trajectory = sim_run (protocol);
  for (guint i = 0; i < rankle_trajectory_get_n_times (trajectory); i++)
    {
      double t = rankle_trajectory_get_times (trajectory)[i];

      sim_assert_near (sim_at (trajectory, "all_A", t), 2, 1e-11);
      sim_assert_near (sim_at (trajectory, "all_B", t), 3, 1e-11);
    }
}

/* The second method: classical Runge-Kutta with a step of its own, on the same rates. */
static void
runge_kutta (RankleWorkspace *workspace, double *y, guint n, double end, guint steps)
{
  static const double reach[] = { 0, 0.5, 0.5, 1 }, weight[] = { 1, 2, 2, 1 };
  double              h = end / steps;

  for (guint step = 0; step < steps; step++)
    {
      double slope[8] = { 0 }, sum[8] = { 0 }, at[8];

      for (guint stage = 0; stage < 4; stage++)
        {
          for (guint i = 0; i < n; i++)
            at[i] = y[i] + h * reach[stage] * slope[i];
          rankle_workspace_rates (workspace, (step + reach[stage]) * h, at, slope);
          for (guint i = 0; i < n; i++)
            sum[i] += weight[stage] * slope[i];
        }
      for (guint i = 0; i < n; i++)
        y[i] += h / 6 * sum[i];
    }
}

static void
test_against_runge_kutta (void)
{
  g_autoptr (RankleModel) model = sim_model_new (
      "a = 1; b = 2.6; d = 0.2; x = 1; y = 1; z = 0.1\n" /* a forced Brusselator */
      "x' = a * (1 + d * sin (time)) - (b + 1) * x + x^2 * y\n"
      "y' = b * x - x^2 * y\n"
      "z' = x / (1 + z) - z");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  RankleWorkspace *workspace = rankle_workspace_new (model);
  double           y[3];

  rankle_protocol_set_tolerances (protocol, 1e-9, 0);
  rankle_protocol_set_every (protocol, 12, 12);
  trajectory = sim_run (protocol);
  rankle_workspace_get_initial (workspace, y);
  runge_kutta (workspace, y, 3, 12, 12000);
  for (guint i = 0; i < 3; i++)
    sim_assert_near (rankle_trajectory_get_column (trajectory, i)[1], y[i], 1e-6);
  rankle_workspace_free (workspace);
}

/* Robertson's reaction; reference: CVODE's own example, and Hairer & Wanner II, IV.10 */
static void
test_stiff (void)
{
  static const double times[] = { 0.4, 40, 4000 };
  static const double expected[][3] = {
    { 0.98517, 3.3864e-5, 1.4794e-2 },
    { 0.71583, 9.1855e-6, 0.28416 },
    { 0.18320, 8.942e-7, 0.81680 },
  };
  g_autoptr (RankleModel) model =
      sim_model_new ("x = 1; y = 0; z = 0\n"
                     "x' = -0.04 * x + 1e4 * y * z\n"
                     "y' = 0.04 * x - 1e4 * y * z - 3e7 * y^2\n"
                     "z' = 3e7 * y^2");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_times (protocol, times, 3);
  trajectory = sim_run (protocol);
  for (guint row = 0; row < 3; row++)
    for (guint i = 0; i < 3; i++)
      sim_assert_near (rankle_trajectory_get_column (trajectory, i)[row],
                       expected[row][i], 1e-4);
  g_assert_cmpuint (rankle_trajectory_get_statistics (trajectory)->steps, <, 500);
}

static RankleTrajectory *
run_every (RankleIntegrator *integrator, RankleModel *model, double interval)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) error = NULL;
  RankleTrajectory *trajectory;

  rankle_protocol_add_dose (protocol, 0, 10, 7);
  rankle_protocol_set_every (protocol, 64, interval);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
}

static void
test_rows_change_nothing (void)
{
  g_autoptr (RankleModel) model = sim_model_new (two_compartments);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) few = run_every (integrator, model, 16);
  g_autoptr (RankleTrajectory) many = run_every (integrator, model, 0.125);

  g_assert_cmpuint (rankle_trajectory_get_statistics (few)->steps, ==,
                    rankle_trajectory_get_statistics (many)->steps);
  for (int t = 0; t <= 64; t += 16)
    g_assert_cmpfloat (sim_at (few, "c", t), ==, sim_at (many, "c", t));
}

/* Nothing of a run is left for the next, whatever model stood between. */
static void
test_memory_is_reused (void)
{
  g_autoptr (RankleModel) model = sim_model_new (two_compartments);
  g_autoptr (RankleModel) other = sim_model_new ("x = 1; x' = -x");
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleModel *order[] = { model, model, other, model };
  g_autoptr (RankleTrajectory) first = run_every (integrator, model, 1);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (RankleTrajectory) again = run_every (integrator, order[i], 1);

      for (int t = 0; order[i] == model && t <= 64; t++)
        g_assert_cmpfloat (sim_at (again, "p", t), ==, sim_at (first, "p", t));
    }
}

/* Each state is right in its own measure: mg beside 1e-12. */
static void
test_tolerance_of_each_state (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("big = 6e4; small = 4e-12; filled = 0\n"
                     "big' = -0.1 * big\nsmall' = -0.2 * small\n"
                     "filled' = 0.2 * small - 0.01 * filled");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_every (protocol, 20, 5);
  trajectory = sim_run (protocol);
  for (int t = 5; t <= 20; t += 5)
    {
      sim_assert_near (sim_at (trajectory, "big", t), 6e4 * exp (-0.1 * t), 6e-5);
      sim_assert_near (sim_at (trajectory, "small", t), 4e-12 * exp (-0.2 * t), 6e-5);
      sim_assert_near (sim_at (trajectory, "filled", t),
                       8e-13 / 0.19 * (exp (-0.01 * t) - exp (-0.2 * t)), 6e-5);
    }
}

/* A depot that runs dry is reported as empty, not as a little below. */
static void
test_no_small_negative_values (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("depot = 0; body = 0\n"
                     "depot' = -2.5 * depot\nbody' = 2.5 * depot - 0.7 * body\n"
                     "root := sqrt (depot)");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  for (int i = 0; i < 4; i++)
    rankle_protocol_add_dose (protocol, 0, 60, 100 * i);
  rankle_protocol_set_every (protocol, 400, 0.5);
  trajectory = sim_run (protocol);
  for (guint i = 0; i < rankle_trajectory_get_n_times (trajectory); i++)
    for (guint column = 0; column < 3; column++)
      g_assert_cmpfloat (rankle_trajectory_get_column (trajectory, column)[i], >=, 0);
}

/* What is truly negative is shown. */
static void
test_negative_values_are_shown (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 0; y = -1; x' = -1e-3; y' = -y");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_every (protocol, 30, 1);
  trajectory = sim_run (protocol);
  sim_assert_near (sim_at (trajectory, "x", 10), -1e-2, 1e-9);
  for (int t = 0; t <= 30; t++)
    g_assert_cmpfloat (sim_at (trajectory, "y", t), !=, 0);
}

static void
test_initial_values (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("k = 2; x = 3; y = 10 * k; x' = 0; y' = 0");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_parameter (protocol, sim_parameter (model, "k"), 5);
  rankle_protocol_set_initial (protocol, sim_state (model, "x"), 7);
  rankle_protocol_set_every (protocol, 1, 1);
  trajectory = sim_run (protocol);
  g_assert_cmpfloat (sim_at (trajectory, "x", 1), ==, 7);
  g_assert_cmpfloat (sim_at (trajectory, "y", 1), ==, 50);
}

/* The slope of a square root at 0 is infinite; the model is sound all the same. */
static void
test_infinite_slope (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("x = 0; y = 0; x' = 1 - x; y' = x^0.5 - y^0.5");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_every (protocol, 50, 50);
  trajectory = sim_run (protocol);
  sim_assert_near (sim_at (trajectory, "y", 50), 1, 1e-4);
}

static void
test_no_states (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = 3; y := k * time");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_every (protocol, 2, 1);
  trajectory = sim_run (protocol);
  g_assert_cmpfloat (sim_at (trajectory, "y", 2), ==, 6);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/integrator/decay", test_decay);
  g_test_add_func ("/integrator/two-compartments", test_two_compartments);
  g_test_add_func ("/integrator/superposition", test_superposition);
  g_test_add_func ("/integrator/conservation", test_conservation);
  g_test_add_func ("/integrator/against-runge-kutta", test_against_runge_kutta);
  g_test_add_func ("/integrator/stiff", test_stiff);
  g_test_add_func ("/integrator/rows-change-nothing", test_rows_change_nothing);
  g_test_add_func ("/integrator/memory-is-reused", test_memory_is_reused);
  g_test_add_func ("/integrator/tolerance-of-each-state", test_tolerance_of_each_state);
  g_test_add_func ("/integrator/no-small-negative-values", test_no_small_negative_values);
  g_test_add_func ("/integrator/negative-values-are-shown",
                   test_negative_values_are_shown);
  g_test_add_func ("/integrator/initial-values", test_initial_values);
  g_test_add_func ("/integrator/infinite-slope", test_infinite_slope);
  g_test_add_func ("/integrator/no-states", test_no_states);
  return g_test_run ();
}
