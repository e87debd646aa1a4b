/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A run that fails says when, in the model's unit of time, and which state. */

#include <gio/gio.h>
#include <math.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

#include "sim-fixture.h"

static GError *
run_to_failure (RankleProtocol *protocol, const atomic_bool *stop)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;
  GError *error = NULL;

  trajectory = rankle_integrator_run (integrator, protocol, stop, &error);
  g_assert_null (trajectory);
  g_assert_nonnull (error);
  return error;
}

static GError *
fail_model (const char *body)
{
  g_autoptr (RankleModel) model = sim_model_new (body);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_every (protocol, 10, 1);
  return run_to_failure (protocol, NULL);
}

static void
assert_names (const GError *error, double expected, double relative, const char *state)
{
  g_autofree char *who = g_strdup_printf (" days: %s ", state);
  double           time = -1;

  if (sscanf (error->message, "The run stopped at %lf", &time) != 1 ||
      strstr (error->message, who) == NULL)
    g_error ("'%s' should name %s and a time near %g", error->message, state, expected);
  sim_assert_near (time, expected, relative);
}

/* x = 1 / (1 - t) */
static void
test_blow_up (void)
{
  static const char *const bodies[] = {
    "x = 1; x' = x^2",
    "calm = 5; x = 1; fast = 2; calm' = -calm; x' = x^2; fast' = 1e3 * (calm - fast)",
    "x = 1; shadow = 0; x' = x^2; shadow' = x - 9 * shadow",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = fail_model (bodies[i]);

      g_assert_true (error->domain == RANKLE_SIM_ERROR);
      assert_names (error, 1, 1e-3, "x");
    }
}

/* What was computed until then is not lost: x = 1 / (1 - t), in rows 0.3 apart. */
static void
test_partial (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = x^2; y := 2 * x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) error = NULL, copy = NULL;
  RankleTrajectory *partial;

  rankle_protocol_set_every (protocol, 10, 0.3);
  error = run_to_failure (protocol, NULL);
  copy = g_error_copy (error);
  partial = rankle_sim_error_get_partial (copy);
  g_assert_nonnull (partial);
  g_assert_true (partial == rankle_sim_error_get_partial (error));
  g_assert_true (rankle_trajectory_is_partial (partial));
  g_assert_cmpuint (rankle_trajectory_get_n_times (partial), ==, 4);
  for (guint row = 0; row < 4; row++)
    {
      sim_assert_near (rankle_trajectory_get_column (partial, 0)[row],
                       1 / (1 - 0.3 * row), 1e-3);
      sim_assert_near (rankle_trajectory_get_column (partial, 1)[row],
                       2 / (1 - 0.3 * row), 1e-3);
    }
  /* Nothing is said of what lies beyond. */
  sim_assert_near (rankle_trajectory_get_value_at (
                       partial, 0, rankle_trajectory_get_times (partial)[3]),
                   10, 1e-3);
  g_assert_true (isnan (rankle_trajectory_get_value_at (partial, 0, 0.91)));
}

/* A run that did not come to its second row has nothing to show, and one that was stopped
 * is wanted by nobody. */
static void
test_no_partial (void)
{
  g_autoptr (GError) at_once = fail_model ("x = 0; x' = 1 / x");
  g_autoptr (GError) early = fail_model ("x = 1; x' = x^2");
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = -x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) stopped = NULL;
  atomic_bool stop = true;

  rankle_protocol_set_every (protocol, 10, 1);
  stopped = run_to_failure (protocol, &stop);
  g_assert_null (rankle_sim_error_get_partial (at_once));
  g_assert_null (rankle_sim_error_get_partial (early));
  g_assert_null (rankle_sim_error_get_partial (stopped));
}

static void
test_undefined_rate (void)
{
  g_autoptr (GError) error = fail_model ("x = 3; y = 1; x' = -1; y' = sqrt (x) - y");

  g_assert_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
  assert_names (error, 3, 1e-2, "y");
}

static void
test_undefined_at_once (void)
{
  g_autoptr (GError) error = fail_model ("x = 0; x' = 1 / x");

  g_assert_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
  g_assert_cmpstr (
      error->message, ==,
      "The run stopped at 0 days: x changes at a rate that is infinite or "
      "undefined. Look at what its rate divides by, or takes a root, a power "
      "or a logarithm of");
}

static void
test_initial_value (void)
{
  g_autoptr (GError) error = fail_model ("k = 0; w = 1; x = 1 / k; w' = 0; x' = -x");

  g_assert_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
  g_assert_cmpstr (error->message, ==,
                   "The run cannot start: the initial value of x is not a finite number");
}

/* A change breaks the model in mid-run, after a dose: the time is still the run's. */
static void
test_after_a_change (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("k = -1; x = 1; x' = k * x^2");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) error = NULL;

  rankle_protocol_add_dose (protocol, 0, 1, 2);
  rankle_protocol_change_parameter (protocol, 0, 0.5, 4);
  rankle_protocol_set_every (protocol, 10, 1);
  error = run_to_failure (protocol, NULL);
  /* 1/3 + 1 at 2; 4/3 / (1 + 8/3) at 4; then up. */
  assert_names (error, 4 + 2 * (11. / 3) / (4. / 3), 1e-2, "x");
}

static void
test_too_many_steps (void)
{
  g_autoptr (GError) error =
      fail_model ("k = 1e7; x = 1; y = 0; x' = k * y; y' = -k * x");

  g_assert_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message,
                            " needs too many steps. Try a looser tolerance than 1e-06 or "
                            "an end before that, or look at k, on which its rate depends "
                            "most"));
}

/* What explodes is said to, and what to look at: of three parameters the one that its
 * rate depends on most, of two states the one that grows. */
static void
test_unbounded (void)
{
  g_autoptr (GError) fed = fail_model (
      "a = 0.001; feed = 2; leak = 0.5; x = 1; slow = 1; x' = feed * x^3 - leak * x + a\n"
      "slow' = 1e3 * (a - slow)");
  g_autoptr (GError) bare = fail_model ("x = 1; x' = exp (x)");
  g_autoptr (GError) derived =
      fail_model ("k = 0.5; twice = 2 * k + 0.01; x = -1; x' = -twice * x^2");

  g_assert_error (fed, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_FAILED);
  g_assert_nonnull (strstr (fed->message,
                            " days: x grows without bound. Try an end before "
                            "that, or look at feed, on which its rate "
                            "depends most"));
  g_assert_true (g_str_has_suffix (
      bare->message, " days: x grows without bound. Try an end before that"));
  g_assert_true (g_str_has_suffix (derived->message,
                                   "or look at k, on which its rate depends most"));
}

/* A second try is one: what explodes takes no more than a few thousand steps. */
static void
test_ends_soon (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = x^3; y = 1; y' = -y");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) error = NULL;
  RankleTrajectory *partial;

  rankle_protocol_set_every (protocol, 10, 0.1);
  error = run_to_failure (protocol, NULL);
  assert_names (error, 0.5, 1e-3, "x");
  partial = rankle_sim_error_get_partial (error);
  g_assert_cmpuint (rankle_trajectory_get_statistics (partial)->steps, <, 3000);
}

static void
test_stopped_before (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = -x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) after = NULL;
  g_autoptr (GError) error = NULL;
  atomic_bool stop = true;

  rankle_protocol_set_every (protocol, 10, 1);
  g_assert_null (rankle_integrator_run (integrator, protocol, &stop, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  /* The same integrator goes on as if nothing had been. */
  atomic_store (&stop, false);
  after = rankle_integrator_run (integrator, protocol, &stop, &error);
  g_assert_no_error (error);
  sim_assert_near (sim_at (after, "x", 10), exp (-10), 1e-3);
}

typedef struct
{
  clockid_t   clock; /* processor time of the thread that runs */
  gint64      begin; /* by it [us] */
  atomic_bool stop;
} Stopper;

static gint64
read_clock (clockid_t clock)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (clock, &now), ==, 0);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* By the work that was done, the run is on its way by then. */
static void *
stop_in_mid_run (void *data)
{
  Stopper *stopper = data;

  while (read_clock (stopper->clock) < stopper->begin + 20000)
    g_usleep (1000);
  atomic_store (&stopper->stop, true);
  return NULL;
}

static void
test_stopped_in_mid_run (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = -x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) error = NULL;
  Stopper   stopper = { 0 };
  pthread_t thread;

  for (guint i = 0; i < 200000; i++) /* a run of many seconds */
    rankle_protocol_add_dose (protocol, 0, 1, i);
  rankle_protocol_set_every (protocol, 200000, 100);
  rankle_protocol_seal (protocol);
  g_assert_cmpint (pthread_getcpuclockid (pthread_self (), &stopper.clock), ==, 0);
  stopper.begin = read_clock (stopper.clock);
  g_assert_cmpint (pthread_create (&thread, NULL, stop_in_mid_run, &stopper), ==, 0);
  error = run_to_failure (protocol, &stopper.stop);
  pthread_join (thread, NULL);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/failure/blow-up", test_blow_up);
  g_test_add_func ("/failure/undefined-rate", test_undefined_rate);
  g_test_add_func ("/failure/undefined-at-once", test_undefined_at_once);
  g_test_add_func ("/failure/initial-value", test_initial_value);
  g_test_add_func ("/failure/after-a-change", test_after_a_change);
  g_test_add_func ("/failure/too-many-steps", test_too_many_steps);
  g_test_add_func ("/failure/unbounded", test_unbounded);
  g_test_add_func ("/failure/ends-soon", test_ends_soon);
  g_test_add_func ("/failure/stopped-before", test_stopped_before);
  g_test_add_func ("/failure/stopped-in-mid-run", test_stopped_in_mid_run);
  g_test_add_func ("/failure/partial", test_partial);
  g_test_add_func ("/failure/no-partial", test_no_partial);
  return g_test_run ();
}
