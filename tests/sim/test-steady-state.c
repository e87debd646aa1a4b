/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <math.h>
#include <stdbool.h>

#include "rankle-workspace.h"
#include "sim-fixture.h"

#define MAX_STATES 8

static void
find (RankleProtocol *protocol, double *state)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (
      rankle_integrator_find_steady_state (integrator, protocol, NULL, state, &error));
  g_assert_no_error (error);
}

static void
assert_none (const char *body, const char *message)
{
  g_autoptr (RankleModel) model = sim_model_new (body);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;
  double state[MAX_STATES];

  g_assert_false (
      rankle_integrator_find_steady_state (integrator, protocol, NULL, state, &error));
  g_assert_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NO_STEADY_STATE);
  if (!g_str_has_prefix (error->message, message))
    g_error ("'%s' should start with '%s'", error->message, message);
}

/* To the last digits: Newton has polished it. */
static void
test_rates_vanish (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("s = 3; k = 0.7; x = 1; y = 0\n"
                     "x' = s / (1 + y^2) - k * x\ny' = 0.2 * x - 0.05 * y");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  RankleWorkspace *workspace = rankle_workspace_new (model);
  double           state[MAX_STATES], rates[MAX_STATES];

  find (protocol, state);
  rankle_workspace_rates (workspace, 0, state, rates);
  g_assert_cmpfloat (fabs (rates[0]), <, 1e-13);
  g_assert_cmpfloat (fabs (rates[1]), <, 1e-13);
  g_assert_cmpfloat (state[0], >, 0);
  rankle_workspace_free (workspace);
}

/* What runs on counts; what is given once does not. */
static void
test_standing_events (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = 1; x = 5; x' = 2 - k * x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  double state[MAX_STATES];

  rankle_protocol_change_parameter (protocol, 0, 4, 0);
  rankle_protocol_change_parameter (protocol, 0, 40, 10);
  rankle_protocol_add_infusion (protocol, 0, 6, 0, 50);
  rankle_protocol_add_dose (protocol, 0, 1000, 0);
  find (protocol, state);
  sim_assert_near (state[0], 2, 1e-12);
}

/* Of many steady states, the one with as much in it as there was at the start: here the
 * Jacobian is singular. */
static void
test_conserved_amount (void)
{
  static const double amounts[] = { 1, 0.3, 7 };
  g_autoptr (RankleModel) model =
      sim_model_new ("a = 0; b = 0; c = 0\n"
                     "a' = -0.1 * a + 0.3 * b\n"
                     "b' = 0.1 * a - 0.3 * b - 0.7 * b + 0.9 * c\n"
                     "c' = 0.7 * b - 0.9 * c");

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
      double state[MAX_STATES];

      rankle_protocol_set_initial (protocol, 0, amounts[i]);
      find (protocol, state);
      sim_assert_near (state[0] + state[1] + state[2], amounts[i], 1e-10);
      sim_assert_near (state[0], 3 * state[1], 1e-6);
      sim_assert_near (state[2], 7. / 9 * state[1], 1e-6);
    }
}

/* Newton alone would leave the valley that the initial state lies in. */
static void
test_of_two_the_one_led_to (void)
{
  static const double cases[][2] = { { 0.5, 1 }, { -0.5, -1 }, { 1e-3, 1 }, { 30, 1 } };
  g_autoptr (RankleModel) model = sim_model_new ("x = 0; x' = x - x^3");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
      double state[MAX_STATES];

      rankle_protocol_set_initial (protocol, 0, cases[i][0]);
      find (protocol, state);
      sim_assert_near (state[0], cases[i][1], 1e-12);
    }
}

/* A thousand horizons away. */
static void
test_slow (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("x = 0; y = 1; x' = 1e-5 * (3 - x); y' = 10 * (x - y)");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  double state[MAX_STATES];

  find (protocol, state);
  sim_assert_near (state[0], 3, 1e-12);
  sim_assert_near (state[1], 3, 1e-12);
}

/* Seconds, and a process of 160 years: in a horizon it moves by less than any digit. */
static void
test_very_slow (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("x = 1; y = 0; k = 2e-10; x' = k * (5 - x); y' = x - 3 * y");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  double state[MAX_STATES];

  find (protocol, state);
  sim_assert_near (state[0], 5, 1e-9);
  sim_assert_near (state[1], 5.0 / 3, 1e-9);
}

/* It is moved by a function of time, and never rests. */
static void
test_forced (void)
{
  assert_none ("x = 1; x' = 2 + sin (2 * pi * time / 10) - x",
               "There is no steady state: the model depends on time, and x ");
  assert_none ("x = 1; x' = 2 + exp (-time / 30) - x", "There is no steady state: ");
  assert_none ("x = 1; x' = 0.01 * time - x", "There is no steady state: ");
}

/* It is the steady state of the model as it stands at time 0. */
static void
test_time_stands_still (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("x = 1; x' = piecewise (9, time > 50, 4) - x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  double state[MAX_STATES];

  find (protocol, state);
  sim_assert_near (state[0], 4, 1e-12);
}

static void
test_drift_is_named (void)
{
  assert_none ("x = 1; total = 0; x' = 2 - x; total' = x",
               "No steady state was found: total still changes, by ");
}

static void
test_cycle_is_none (void)
{
  assert_none ("x = 1; y = 1; x' = 1 - 4 * x + x^2 * y; y' = 3 * x - x^2 * y",
               "No steady state was found: ");
}

static void
test_stop (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = -x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;
  atomic_bool stop = true;
  double      state[MAX_STATES];

  g_assert_false (
      rankle_integrator_find_steady_state (integrator, protocol, &stop, state, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/steady-state/rates-vanish", test_rates_vanish);
  g_test_add_func ("/steady-state/standing-events", test_standing_events);
  g_test_add_func ("/steady-state/conserved-amount", test_conserved_amount);
  g_test_add_func ("/steady-state/of-two-the-one-led-to", test_of_two_the_one_led_to);
  g_test_add_func ("/steady-state/slow", test_slow);
  g_test_add_func ("/steady-state/very-slow", test_very_slow);
  g_test_add_func ("/steady-state/forced", test_forced);
  g_test_add_func ("/steady-state/time-stands-still", test_time_stands_still);
  g_test_add_func ("/steady-state/drift-is-named", test_drift_is_named);
  g_test_add_func ("/steady-state/cycle-is-none", test_cycle_is_none);
  g_test_add_func ("/steady-state/stop", test_stop);
  return g_test_run ();
}
