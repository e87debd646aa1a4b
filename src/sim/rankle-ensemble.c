/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Many runs of one model. Each thread has an integrator of its own and takes the next
 * run's number from a counter, so that a slow run holds up nobody but its own thread. */

#include "rankle-ensemble.h"

#include <pthread.h>
#include <stdatomic.h>

typedef struct
{
  guint              n_runs;
  atomic_uint        next;
  RankleEnsembleMake make;
  RankleEnsembleTake take;
  gpointer           data;
} Ensemble;

static void
run_one (Ensemble *self, RankleIntegrator *integrator, guint run)
{
  g_autoptr (RankleProtocol) protocol = self->make (run, self->data);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleTrajectory) trajectory =
      rankle_integrator_run (integrator, protocol, NULL, &error);

  self->take (run, trajectory, error, self->data);
}

static void *
work (void *data)
{
  Ensemble *self = data;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  guint run;

  while ((run = atomic_fetch_add_explicit (&self->next, 1, memory_order_relaxed)) <
         self->n_runs)
    run_one (self, integrator, run);
  return NULL;
}

void
rankle_ensemble_run (guint              n_runs,
                     guint              n_threads,
                     RankleEnsembleMake make,
                     RankleEnsembleTake take,
                     gpointer           data)
{
  Ensemble self = { .n_runs = n_runs, .make = make, .take = take, .data = data };
  g_autofree pthread_t *threads = NULL;
  guint                 n_started = 0;

  g_return_if_fail (n_threads > 0 && make != NULL && take != NULL);

  atomic_init (&self.next, 0);
  threads = g_new (pthread_t, n_threads);
  /* This thread is one of them, and all of them if no other can be had. */
  for (guint i = 1; i < MIN (n_threads, n_runs); i++)
    if (pthread_create (&threads[n_started], NULL, work, &self) == 0)
      n_started++;
  work (&self);
  for (guint i = 0; i < n_started; i++)
    pthread_join (threads[i], NULL);
}
