/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-ensemble.h"

#include <math.h>
#include <stdatomic.h>

#include "sim-fixture.h"

#define RUNS 200

/* x' = -k x, run i with k = i / 100; every tenth grows beyond all bounds instead. */
typedef struct
{
  RankleProtocol *base;
  double          ends[RUNS];
  atomic_int      n_taken[RUNS];
  atomic_int      n_failed;
} Decays;

static gboolean
explodes (guint run)
{
  return run % 10 == 9;
}

static RankleProtocol *
make_decay (guint run, gpointer data)
{
  Decays         *self = data;
  RankleProtocol *protocol = rankle_protocol_copy (self->base);

  rankle_protocol_set_parameter (protocol, 0, explodes (run) ? 0 : run / 100.0);
  rankle_protocol_set_parameter (protocol, 1, explodes (run) ? 1 : 0);
  return protocol;
}

static void
take_decay (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  Decays *self = data;

  atomic_fetch_add (&self->n_taken[run], 1);
  g_assert_true ((trajectory == NULL) == (error != NULL));
  if (trajectory != NULL)
    self->ends[run] = sim_at (trajectory, "x", 2);
  else
    atomic_fetch_add (&self->n_failed, 1);
}

static void
run_on (gconstpointer data)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("k = 1; boom = 0; x = 1; x' = -k * x + boom * x^2");
  Decays *decays = g_new0 (Decays, 1);

  decays->base = rankle_protocol_new (model);
  rankle_protocol_set_every (decays->base, 2, 1);
  rankle_protocol_seal (decays->base);
  rankle_ensemble_run (RUNS, GPOINTER_TO_UINT (data), make_decay, take_decay, decays);

  g_assert_cmpint (decays->n_failed, ==, RUNS / 10);
  for (guint i = 0; i < RUNS; i++)
    {
      g_assert_cmpint (decays->n_taken[i], ==, 1);
      if (!explodes (i))
        sim_assert_near (decays->ends[i], exp (-2.0 * i / 100.0), 1e-4);
    }
  rankle_protocol_unref (decays->base);
  g_free (decays);
}

static void
fail_if_called (guint             run,
                RankleTrajectory *trajectory,
                const GError     *error,
                gpointer          data)
{
  g_assert_not_reached ();
}

static void
test_no_runs (void)
{
  rankle_ensemble_run (0, 4, make_decay, fail_if_called, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/ensemble/one-thread", GUINT_TO_POINTER (1), run_on);
  g_test_add_data_func ("/ensemble/two-threads", GUINT_TO_POINTER (2), run_on);
  g_test_add_data_func ("/ensemble/seven-threads", GUINT_TO_POINTER (7), run_on);
  g_test_add_func ("/ensemble/no-runs", test_no_runs);
  return g_test_run ();
}
