/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A state that is held has its value throughout, and what follows from it follows. All of
 * it has a closed form. */

#include <math.h>

#include "sim-fixture.h"

/* y drives x: x' = y - x, y' = z - y, and y is held at 2. */
#define BODY "x = 1; y = 5; z = 3; k = 1\n x' = k * (y - x)\n y' = z - y\n z' = -z\n"

static RankleProtocol *
make_protocol (RankleModel *model, double tolerance)
{
  RankleProtocol *protocol = rankle_protocol_new (model);

  rankle_protocol_set_every (protocol, 4, 0.5);
  rankle_protocol_set_tolerances (protocol, tolerance, 0);
  rankle_protocol_hold (protocol, sim_state (model, "y"), 2);
  return protocol;
}

static void
check (RankleProtocol *protocol, double precision)
{
  g_autoptr (RankleTrajectory) run = sim_run (protocol);

  for (double time = 0; time <= 4; time += 0.5)
    {
      g_assert_cmpfloat (sim_at (run, "y", time), ==, 2);
      sim_assert_near (sim_at (run, "x", time), 2 - exp (-time), precision);
      sim_assert_near (sim_at (run, "z", time), 3 * exp (-time), precision);
    }
}

/* By the exact method and by the quick one. */
static void
test_held (void)
{
  g_autoptr (RankleModel) model = sim_model_new (BODY);
  g_autoptr (RankleProtocol) fine = make_protocol (model, 1e-9);
  g_autoptr (RankleProtocol) coarse = make_protocol (model, 1e-3);

  check (fine, 1e-7);
  check (coarse, 1e-2);
}

/* Nothing that is given into it moves it; what is given elsewhere counts. */
static void
test_given (void)
{
  g_autoptr (RankleModel) model = sim_model_new (BODY);
  g_autoptr (RankleProtocol) protocol = make_protocol (model, 1e-9);
  g_autoptr (RankleTrajectory) run = NULL;

  rankle_protocol_add_dose (protocol, sim_state (model, "y"), 10, 1);
  rankle_protocol_add_infusion (protocol, sim_state (model, "y"), 10, 0, 3);
  rankle_protocol_add_dose (protocol, sim_state (model, "x"), 1, 2);
  run = sim_run (protocol);
  g_assert_cmpfloat (sim_at (run, "y", 4), ==, 2);
  sim_assert_near (sim_at (run, "x", 2), 2 - exp (-2), 1e-7);
  sim_assert_near (sim_at (run, "x", 4), 2 - exp (-4) + exp (-2), 1e-7);
}

/* What an integrator held it holds no more in the next run. */
static void
test_released (void)
{
  g_autoptr (RankleModel) model = sim_model_new (BODY);
  g_autoptr (RankleProtocol) held = make_protocol (model, 1e-9);
  g_autoptr (RankleProtocol) loose = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) first = NULL;
  g_autoptr (RankleTrajectory) second = NULL;

  rankle_protocol_set_every (loose, 4, 0.5);
  rankle_protocol_set_tolerances (loose, 1e-9, 0);
  first = rankle_integrator_run (integrator, held, NULL, NULL);
  second = rankle_integrator_run (integrator, loose, NULL, NULL);
  g_assert_cmpfloat (sim_at (first, "y", 4), ==, 2);
  /* y = (5 + 3 t) e^-t */
  sim_assert_near (sim_at (second, "y", 4), 17 * exp (-4), 1e-7);
}

/* The rest comes to rest around it. */
static void
test_steady_state (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = sim_model_new (BODY);
  g_autoptr (RankleProtocol) protocol = make_protocol (model, 1e-9);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  double state[3];

  rankle_protocol_add_infusion (protocol, sim_state (model, "y"), 10, 0, 1e6);
  g_assert_true (
      rankle_integrator_find_steady_state (integrator, protocol, NULL, state, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (state[sim_state (model, "y")], ==, 2);
  sim_assert_near (state[sim_state (model, "x")], 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (state[sim_state (model, "z")], 0, 1e-9);
}

/* It is another question than one that begins there. */
static void
test_other_question (void)
{
  g_autoptr (RankleModel) model = sim_model_new (BODY);
  g_autoptr (RankleProtocol) held = make_protocol (model, 1e-9);
  g_autoptr (RankleProtocol) copy = rankle_protocol_copy (held);
  g_autoptr (RankleProtocol) begun = rankle_protocol_new (model);

  rankle_protocol_set_every (begun, 4, 0.5);
  rankle_protocol_set_tolerances (begun, 1e-9, 0);
  rankle_protocol_set_initial (begun, sim_state (model, "y"), 2);
  rankle_protocol_seal (held);
  rankle_protocol_seal (copy);
  rankle_protocol_seal (begun);
  g_assert_true (rankle_protocol_equal (held, copy));
  g_assert_cmpuint (rankle_protocol_hash (held), ==, rankle_protocol_hash (copy));
  g_assert_false (rankle_protocol_equal (held, begun));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hold/held", test_held);
  g_test_add_func ("/hold/given", test_given);
  g_test_add_func ("/hold/released", test_released);
  g_test_add_func ("/hold/steady-state", test_steady_state);
  g_test_add_func ("/hold/other-question", test_other_question);
  return g_test_run ();
}
