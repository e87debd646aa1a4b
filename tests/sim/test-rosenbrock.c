/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rodas4P2 by itself, of a system with a fast and a slow state that both follow time, and
 * what a coarse run makes of models. */

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-rosenbrock.h"
#include "sim-fixture.h"

/* x' = -RATE (x - sin t) + cos t, which stays sin t; y' = -x y², of which 1/y is
 * 2 - cos t. */
#define RATE 50.0
#define END  2.0

typedef struct
{
  guint    calls;
  double   undefined_from; /* x from which there are no rates */
  gboolean ends;
  double   allowed; /* the error of a step; 0: whatever it is */
  double   gamma, dxx, dyx, dyy;
} System;

static int
compute_rates (gpointer data, double time, const double *state, double *rates)
{
  System *system = data;

  system->calls++;
  if (system->ends)
    return -1;
  if (state[0] >= system->undefined_from)
    return 1;
  rates[0] = -RATE * (state[0] - sin (time)) + cos (time);
  rates[1] = -state[0] * state[1] * state[1];
  return 0;
}

static gboolean
factorise (gpointer data, double time, const double *state, gboolean same, double gamma)
{
  System *system = data;

  system->gamma = gamma;
  if (same)
    return TRUE;
  system->dxx = -RATE;
  system->dyx = -state[1] * state[1];
  system->dyy = -2 * state[0] * state[1];
  return TRUE;
}

static gboolean
solve (gpointer data, double *b)
{
  const System *system = data;

  b[0] /= 1 - system->gamma * system->dxx;
  b[1] = (b[1] + system->gamma * system->dyx * b[0]) / (1 - system->gamma * system->dyy);
  return TRUE;
}

static void
weigh (gpointer data, const double *state, double *weights)
{
  const System *system = data;

  weights[0] = weights[1] = system->allowed > 0 ? 1 / system->allowed : 0;
}

/* (transfer full): at time 0. */
static RankleRosenbrock *
start (System *system, double *state)
{
  RankleRosenbrock *self =
      rankle_rosenbrock_new (2, &(RankleRosenbrockSystem){ .rates = compute_rates,
                                                           .factorise = factorise,
                                                           .solve = solve,
                                                           .weigh = weigh,
                                                           .data = system });

  state[0] = 0;
  state[1] = 1;
  rankle_rosenbrock_restart (self, 0, END, state, TRUE);
  return self;
}

static double
get_error (const double *state, double time)
{
  return fmax (fabs (state[0] - sin (time)), fabs (state[1] - 1 / (2 - cos (time))));
}

/* @between: the worst of what is interpolated. Returns the error at the end. */
static double
go (System *system, double longest, double *between, guint *steps)
{
  double state[2], inside[2], time = 0;
  g_autoptr (RankleRosenbrock) self = start (system, state);

  *between = 0;
  for (*steps = 0; time < END; (*steps)++)
    {
      double before = time;

      g_assert_cmpint (rankle_rosenbrock_step (self, 1e-12, longest, &time, state), ==,
                       RANKLE_ROSENBROCK_DONE);
      g_assert_cmpfloat (time, >, before);
      for (guint k = 0; k <= 8; k++)
        {
          double at = before + k * (time - before) / 8;

          rankle_rosenbrock_interpolate (self, at, inside);
          *between = fmax (*between, get_error (inside, at));
        }
      g_assert_cmpmem (inside, sizeof inside, state, sizeof state);
    }
  g_assert_cmpfloat (time, ==, END);
  return get_error (state, END);
}

/* Half the step: a sixteenth of the error at the end, an eighth of it at least between.
 */
static void
test_order (void)
{
  System system = { .undefined_from = INFINITY };
  double error[2], between[2];
  guint  steps;

  for (guint i = 0; i < 2; i++)
    error[i] = go (&system, i == 0 ? 0.05 : 0.025, &between[i], &steps);
  g_test_message ("%g and %g, between %g and %g", error[0], error[1], between[0],
                  between[1]);
  g_assert_cmpfloat (error[0], <, 1e-5);
  g_assert_cmpfloat (error[0], >, 11 * error[1]);
  g_assert_cmpfloat (between[0], >, 7 * between[1]);
}

/* The step finds itself: what is allowed a step is about what is wrong, and a thousandth
 * of it takes some six times as many. */
static void
test_allowed (void)
{
  double between;
  guint  few, many;
  System coarse = { .undefined_from = INFINITY, .allowed = 1e-3 };
  System fine = { .undefined_from = INFINITY, .allowed = 1e-6 };

  g_assert_cmpfloat (go (&coarse, END, &between, &few), <, 1e-3);
  g_assert_cmpfloat (between, <, 3e-3);
  g_assert_cmpfloat (go (&fine, END, &between, &many), <, 1e-6);
  g_assert_cmpfloat (between, <, 3e-6);
  g_test_message ("%u steps, and %u", few, many);
  g_assert_cmpuint (few, <, 20);
  g_assert_cmpuint (many, >, 2 * few);
  g_assert_cmpuint (many, <, 10 * few);
}

/* It comes close to where the rates end, and says so; what it had reached stays. */
static void
test_undefined (void)
{
  System                 system = { .undefined_from = 0.5, .allowed = 1e-4 };
  double                 state[2], time = 0;
  RankleRosenbrockResult result = RANKLE_ROSENBROCK_DONE;
  g_autoptr (RankleRosenbrock) self = start (&system, state);

  while (result == RANKLE_ROSENBROCK_DONE)
    result = rankle_rosenbrock_step (self, 1e-9, END, &time, state);
  g_assert_cmpint (result, ==, RANKLE_ROSENBROCK_TOO_SMALL);
  g_assert_cmpfloat_with_epsilon (time, asin (0.5), 1e-3);
  g_assert_cmpfloat (get_error (state, time), <, 1e-4);
}

static void
test_end (void)
{
  System system = { .undefined_from = INFINITY, .allowed = 1e-4 };
  double state[2], time = 0, before;
  g_autoptr (RankleRosenbrock) self = start (&system, state);

  g_assert_cmpint (rankle_rosenbrock_step (self, 1e-9, END, &time, state), ==,
                   RANKLE_ROSENBROCK_DONE);
  before = time;
  system.ends = TRUE;
  g_assert_cmpint (rankle_rosenbrock_step (self, 1e-9, END, &time, state), ==,
                   RANKLE_ROSENBROCK_ENDED);
  g_assert_cmpfloat (time, ==, before);
}

/* ---- models ---- */

static RankleTrajectory *
run_model (RankleModel *model, const char *depot, double relative)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  double horizon = rankle_model_get_horizon (model);

  for (guint i = 0; depot != NULL && i < 6; i++)
    rankle_protocol_add_dose (protocol, sim_state (model, depot), 60, 182.5 * i);
  rankle_protocol_set_every (protocol, horizon, horizon / 200);
  rankle_protocol_set_tolerances (protocol, relative, 0);
  return sim_run (protocol);
}

static double
find_worst (const RankleTrajectory *run, const RankleTrajectory *reference)
{
  double worst = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_columns (run); i++)
    {
      const double *values = rankle_trajectory_get_column (run, i);
      const double *right = rankle_trajectory_get_column (reference, i);
      double        error = 0, largest = 0;

      for (guint r = 0; r < rankle_trajectory_get_n_times (reference); r++)
        {
          error = fmax (error, fabs (values[r] - right[r]));
          largest = fmax (largest, fabs (right[r]));
        }
      worst = fmax (worst, largest > 0 ? error / largest : error);
    }
  return worst;
}

/* A coarse run is by this method, and a fine one is not: their steps tell. */
static void
test_models (void)
{
  static const struct
  {
    const char *model, *depot;
  } cases[] = { { "rankle", "denosumab_depot" },
                { "rankl-signalling", NULL },
                { "metastasis", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = rankle_catalog_load (cases[i].model, &error);
      g_autoptr (RankleTrajectory) coarse = NULL, fine = NULL;

      g_assert_no_error (error);
      coarse = run_model (model, cases[i].depot, 1e-3);
      fine = run_model (model, cases[i].depot, 1e-8);
      g_test_message ("%s: %g", cases[i].model, find_worst (coarse, fine));
      g_assert_cmpfloat (find_worst (coarse, fine), <, 4e-3);
      g_assert_cmpuint (4 * rankle_trajectory_get_statistics (coarse)->steps, <,
                        rankle_trajectory_get_statistics (fine)->steps);
      g_assert_cmpuint (rankle_trajectory_get_statistics (coarse)->jacobian_calls, ==,
                        rankle_trajectory_get_statistics (coarse)->steps);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rosenbrock/order", test_order);
  g_test_add_func ("/rosenbrock/allowed", test_allowed);
  g_test_add_func ("/rosenbrock/undefined", test_undefined);
  g_test_add_func ("/rosenbrock/end", test_end);
  g_test_add_func ("/rosenbrock/models", test_models);
  return g_test_run ();
}
