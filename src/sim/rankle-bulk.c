/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Each thread takes the numbers of its next runs, which are made abreast where they can
 * be, from a counter, so that slow ones hold up nobody but its own thread, and takes the
 * mutex only to come to a batch and to leave it. Who leaves last has ended it. */

#include "rankle-bulk-private.h"

#include <stdbool.h>
#include <sys/resource.h>
#include <time.h>

#include "rankle-bell-private.h"
#include "rankle-workspace.h"

/* Of threads that leave the processors to others. Measured on two processors
 * (bench-runner): with 0 or 4 a drag beside a batch is slower than without it, from 7 on
 * it is not. With 10 and more, or SCHED_IDLE, a batch on a crowded machine does not get
 * the time to see for 50 ms that it was cancelled; SCHED_BATCH by itself changes nothing.
 */
#define NICENESS 7

/* Runs. */
#define FEW (2 * RANKLE_LANES)

/* ---- the threads ---- */

static gboolean
has_runs_left (const RankleBatch *batch)
{
  return !atomic_load (&batch->stop) && atomic_load (&batch->next) < batch->n_runs;
}

static RankleBatch *
find_with_runs_left (RankleBulk *self)
{
  for (GList *l = self->running.head; l != NULL; l = l->next)
    if (has_runs_left (l->data))
      return l->data;
  return NULL;
}

static void
take_one (RankleBatch *batch, guint run, RankleTrajectory *trajectory, GError *error)
{
  g_assert ((trajectory == NULL) == (error != NULL));
  if (!atomic_load (&batch->stop))
    {
      batch->take (run, trajectory, error, batch->data);
      atomic_fetch_add (&batch->done, 1);
    }
  g_clear_pointer (&trajectory, rankle_trajectory_unref);
  g_clear_error (&error);
}

/* The runs from @first on, @n of them. */
static void
make_some (RankleBulk       *self,
           RankleIntegrator *integrator,
           RankleBatch      *batch,
           guint             first,
           guint             n)
{
  RankleProtocol   *protocols[RANKLE_LANES];
  RankleTrajectory *trajectories[RANKLE_LANES] = { 0 };
  GError           *errors[RANKLE_LANES] = { 0 };

  for (guint i = 0; i < n; i++)
    protocols[i] = batch->make (first + i, batch->data);
  if (n > 1)
    rankle_integrator_run_abreast (integrator, n, protocols, &batch->stop, trajectories,
                                   errors);
  else
    trajectories[0] = self->run (integrator, protocols[0], &batch->stop, &errors[0]);
  for (guint i = 0; i < n; i++)
    {
      take_one (batch, first + i, trajectories[i], errors[i]);
      rankle_protocol_unref (protocols[i]);
    }
}

/* How many runs are made together. That does not depend on how many threads there are:
 * the last digits of a run depend on its company. Few are better shared by the threads.
 */
static guint
choose_company (const RankleBulk *self, const RankleBatch *batch)
{
  return self->run == rankle_integrator_run && batch->n_runs >= FEW ? RANKLE_LANES : 1;
}

/* Linux has a niceness for each thread. Where it is refused, nothing is lost but that. */
static void
leave_processors_to_others (void)
{
#ifdef __linux__
  setpriority (PRIO_PROCESS, 0, getpriority (PRIO_PROCESS, 0) + NICENESS);
#endif
}

/* @own: the thread is the lane's, to be made nice for good. */
static void
make_runs (RankleBulk       *self,
           RankleIntegrator *integrator,
           RankleBatch      *batch,
           gboolean          own)
{
  gboolean stepped_back = !own;
  guint    n = choose_company (self, batch), run;

  while (!atomic_load (&batch->stop) &&
         (run = atomic_fetch_add (&batch->next, n)) < batch->n_runs)
    {
      if (!stepped_back && atomic_load (&self->steps_back))
        {
          leave_processors_to_others ();
          stepped_back = TRUE;
        }
      make_some (self, integrator, batch, run, MIN (n, batch->n_runs - run));
    }
}

/* With the mutex. @batch may be freed as soon as the mutex is let go. */
static void
end_if_nobody_is_inside (RankleBulk *self, RankleBatch *batch)
{
  if (batch->ended || batch->n_inside > 0 || has_runs_left (batch))
    return;
  batch->ended = TRUE;
  g_queue_unlink (&self->running, &batch->link);
  pthread_cond_signal (&self->ended);
  _rankle_bell_ring (self->bell);
}

static gboolean
work_on_batch (RankleBulk *self, RankleIntegrator *integrator, gboolean own)
{
  RankleBatch *batch = find_with_runs_left (self);

  if (batch == NULL)
    return FALSE;
  batch->n_inside++;

  _rankle_crew_unlock (&self->crew);
  make_runs (self, integrator, batch, own);
  _rankle_crew_lock (&self->crew);

  g_assert (batch->n_inside > 0 && !batch->ended);
  batch->n_inside--;
  end_if_nobody_is_inside (self, batch);
  return TRUE;
}

static gboolean
work_cb (RankleIntegrator *integrator, gpointer data)
{
  return work_on_batch (data, integrator, TRUE);
}

/* ---- the main thread ---- */

void
_rankle_bulk_init (RankleBulk           *bulk,
                   guint                 most_threads,
                   RankleRunFunc         run,
                   GMainContext         *context,
                   const RankleBulkHost *host)
{
  pthread_condattr_t monotonic;

  _rankle_crew_init (&bulk->crew, most_threads, work_cb, bulk);
  pthread_condattr_init (&monotonic);
  pthread_condattr_setclock (&monotonic, CLOCK_MONOTONIC);
  pthread_cond_init (&bulk->ended, &monotonic);
  pthread_condattr_destroy (&monotonic);
  atomic_init (&bulk->steps_back, false);
  bulk->run = run;
  bulk->drop = host->drop;
  bulk->bell = _rankle_bell_new (context, host->bell, host->data);
  bulk->clock = _rankle_bell_new (context, host->clock, host->data);
  g_queue_init (&bulk->running);
  g_queue_init (&bulk->untold);
}

void
_rankle_bulk_clear (RankleBulk *bulk)
{
  g_assert (bulk->bell == NULL);
  g_assert (bulk->running.length == 0 && bulk->untold.length == 0);

  pthread_cond_destroy (&bulk->ended);
  _rankle_crew_clear (&bulk->crew);
}

void
_rankle_bulk_add (RankleBulk *bulk, RankleBatch *batch)
{
  g_assert (bulk->bell != NULL);

  g_queue_push_tail (&bulk->untold, batch);
  _rankle_crew_lock (&bulk->crew);
  g_queue_push_tail_link (&bulk->running, &batch->link);
  end_if_nobody_is_inside (bulk, batch); /* of no runs */
  _rankle_crew_unlock (&bulk->crew);
  _rankle_crew_call (&bulk->crew, batch->n_runs);
}

void
_rankle_bulk_stop (RankleBulk *bulk, RankleBatch *batch)
{
  atomic_store (&batch->stop, true);
  _rankle_crew_lock (&bulk->crew);
  end_if_nobody_is_inside (bulk, batch);
  _rankle_crew_unlock (&bulk->crew);
}

gboolean
_rankle_bulk_has_ended (RankleBulk *bulk, const RankleBatch *batch)
{
  gboolean ended;

  _rankle_crew_lock (&bulk->crew);
  ended = batch->ended;
  _rankle_crew_unlock (&bulk->crew);
  return ended;
}

static void
lend_a_hand (RankleBulk *self)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  _rankle_crew_lock (&self->crew);
  while (work_on_batch (self, integrator, FALSE))
    ;
  _rankle_crew_unlock (&self->crew);
}

static struct timespec
deadline_after (gint64 microseconds)
{
  struct timespec at;
  gint64          nanoseconds;

  clock_gettime (CLOCK_MONOTONIC, &at);
  nanoseconds = at.tv_nsec + microseconds * 1000;
  at.tv_sec += nanoseconds / 1000000000;
  at.tv_nsec = nanoseconds % 1000000000;
  return at;
}

void
_rankle_bulk_wait (RankleBulk *bulk, const RankleBatch *batch, gint64 microseconds)
{
  struct timespec deadline = deadline_after (microseconds);

  if (bulk->crew.n_threads < bulk->crew.most_threads)
    lend_a_hand (bulk);
  _rankle_crew_lock (&bulk->crew);
  while (!batch->ended)
    if (pthread_cond_timedwait (&bulk->ended, &bulk->crew.mutex, &deadline) != 0)
      break;
  _rankle_crew_unlock (&bulk->crew);
}

void
_rankle_bulk_step_back (RankleBulk *bulk)
{
  atomic_store (&bulk->steps_back, true);
}

void
_rankle_bulk_quit (RankleBulk *bulk)
{
  for (GList *l = bulk->untold.head; l != NULL; l = l->next)
    _rankle_bulk_stop (bulk, l->data);
  _rankle_crew_quit (&bulk->crew);
}

void
_rankle_bulk_join (RankleBulk *bulk)
{
  RankleBatch *batch;

  _rankle_crew_join (&bulk->crew);
  _rankle_bell_clear (&bulk->bell);
  _rankle_bell_clear (&bulk->clock);
  while ((batch = g_queue_pop_head (&bulk->untold)) != NULL)
    bulk->drop (batch);
}
