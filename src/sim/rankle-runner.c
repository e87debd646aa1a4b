/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The invariants. Each has tests with its number in their paths, in
 * tests/sim/test-runner.c (1, 12 to 14), test-runner-shown.c (2 to 7) and
 * test-runner-batch.c (8 to 11).
 *
 * LIVE, what is being explored:
 *  1. It is a RankleEngine, whose invariants are its own; it is made when it is needed,
 *     and what it emits, the runner emits.
 *
 * SHOWN, what stands beside it:
 *  2. What is asked twice is run once. A run that is kept answers before the question
 *     returns; one that is queued or being made is joined.
 *  3. First come, first served. Who asks anew while its question is queued keeps its
 *     place.
 *  4. Latest wins: a question is not begun any more once its watch has asked another.
 *     Latest must not starve: what is being made by then may finish and is told of.
 *     Answers to a watch come in the order of its questions, and its last one is
 *     answered, as trajectory or error.
 *  5. What nobody wants is not begun, and stopped if it was; nobody hears of its end.
 *  6. A watch that was freed, or has been told to forget, is not called.
 *  7. Trajectories are kept, up to a number of them and of bytes, the least recently used
 *     goes first; failures are not.
 *
 * BULK, many runs at once:
 *  8. Each run of a batch is made once and taken once, on whichever thread; its result
 *     does not depend on which, nor on how many there are.
 *  9. A cancelled batch begins no run; those being made are stopped by the flag that the
 *     right-hand side reads, and are not taken. Its end is told when no thread is at work
 *     on it any more.
 * 10. Progress is told on the main context, at most twenty times a second, and never goes
 *     back; the end is told once, and nothing after it.
 * 11. Batches are begun in the order in which they came; a thread goes on to the next
 *     when there is no run left to begin, though others may still be being made.
 *
 * All three:
 * 12. No lane waits for another: each has threads of its own. Those of BULK become nice
 *     once there is another lane to be left the processors. That is for good, since
 *     without privileges niceness is not taken back; so no other lane may use them.
 * 13. Only immutable counted values cross, and batches, by atomics and the mutex of their
 *     lane, a pthread mutex. Nothing is computed, freed expensively or called back while
 *     one is held. What is told is told on the thread that made the runner, in its
 *     context or before a call of its own returns.
 * 14. close () stops all lanes, then joins them. After it nothing is emitted or called
 *     but the destroy functions of batches. Dispose closes. */

#include "rankle-runner.h"

#include "rankle-runner-private.h"

enum
{
  FINISHED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleRunner, rankle_runner, G_TYPE_OBJECT)

static gboolean
is_maker (const RankleRunner *self)
{
  return pthread_equal (pthread_self (), self->maker) != 0;
}

/* ---- LIVE ---- */

/* Handlers may close the runner or drop the last reference to it. */
static void
finished_cb (RankleEngine     *engine,
             guint64           serial,
             RankleTrajectory *trajectory,
             RankleRunner     *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[FINISHED], 0, serial, trajectory);
  g_object_unref (self);
}

static void
failed_cb (RankleEngine *engine, guint64 serial, GError *error, RankleRunner *self)
{
  g_object_ref (self);
  g_signal_emit (self, signals[FAILED], 0, serial, error);
  g_object_unref (self);
}

static void
start_engine (RankleRunner *self)
{
  g_main_context_push_thread_default (self->context);
  self->engine = _rankle_engine_new_with_run (self->run);
  g_main_context_pop_thread_default (self->context);
  g_signal_connect (self->engine, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (self->engine, "failed", G_CALLBACK (failed_cb), self);
  _rankle_bulk_step_back (&self->bulk);
}

guint64
rankle_runner_submit (RankleRunner *runner, RankleProtocol *protocol)
{
  g_return_val_if_fail (RANKLE_IS_RUNNER (runner) && protocol != NULL, 0);
  g_return_val_if_fail (!runner->closed, 0);
  g_assert (is_maker (runner));

  if (runner->engine == NULL)
    start_engine (runner);
  return rankle_engine_submit (runner->engine, protocol);
}

gboolean
rankle_runner_wait (RankleRunner *runner, gint64 microseconds)
{
  g_return_val_if_fail (RANKLE_IS_RUNNER (runner), FALSE);
  g_assert (is_maker (runner));

  return runner->engine != NULL && rankle_engine_wait (runner->engine, microseconds);
}

gboolean
rankle_runner_is_busy (RankleRunner *runner)
{
  g_return_val_if_fail (RANKLE_IS_RUNNER (runner), FALSE);

  return runner->engine != NULL && rankle_engine_is_busy (runner->engine);
}

/* ---- SHOWN ---- */

RankleTrajectory *
rankle_runner_find (RankleRunner *runner, RankleProtocol *protocol)
{
  g_return_val_if_fail (RANKLE_IS_RUNNER (runner) && protocol != NULL, NULL);
  g_assert (is_maker (runner));

  rankle_protocol_seal (protocol);
  return _rankle_run_cache_find (&runner->shown.cache, protocol);
}

/* ---- object ---- */

/* All are stopped before one is waited for. */
void
rankle_runner_close (RankleRunner *runner)
{
  g_return_if_fail (RANKLE_IS_RUNNER (runner));
  g_assert (is_maker (runner));

  if (runner->closed)
    return;
  runner->closed = TRUE;
  _rankle_runner_disappoint_watches (runner);
  _rankle_bulk_quit (&runner->bulk);
  _rankle_shown_quit (&runner->shown);
  if (runner->engine != NULL)
    rankle_engine_close (runner->engine);
  _rankle_shown_join (&runner->shown);
  _rankle_bulk_join (&runner->bulk);
}

static void
rankle_runner_dispose (GObject *object)
{
  RankleRunner *self = RANKLE_RUNNER (object);

  rankle_runner_close (self);
  g_clear_object (&self->engine);
  G_OBJECT_CLASS (rankle_runner_parent_class)->dispose (object);
}

static void
rankle_runner_finalize (GObject *object)
{
  RankleRunner *self = RANKLE_RUNNER (object);

  _rankle_bulk_clear (&self->bulk);
  _rankle_shown_clear (&self->shown);
  g_main_context_unref (self->context);
  G_OBJECT_CLASS (rankle_runner_parent_class)->finalize (object);
}

static void
rankle_runner_class_init (RankleRunnerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rankle_runner_dispose;
  G_OBJECT_CLASS (klass)->finalize = rankle_runner_finalize;

  signals[FINISHED] =
      g_signal_new ("finished", RANKLE_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT64, RANKLE_TYPE_TRAJECTORY);
  signals[FAILED] =
      g_signal_new ("failed", RANKLE_TYPE_RUNNER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_ERROR);
}

static void
rankle_runner_init (RankleRunner *self)
{
  self->maker = pthread_self ();
  self->context = g_main_context_ref_thread_default ();
}

/* One processor is left to what is being explored, if there are two. */
static guint
count_shown_threads (guint n_threads)
{
  return MAX (2, n_threads) - 1;
}

RankleRunner *
_rankle_runner_new_with_run (RankleRunFunc run, guint n_threads)
{
  RankleRunner  *self = g_object_new (RANKLE_TYPE_RUNNER, NULL);
  RankleBulkHost host = _rankle_batch_get_host (self);

  self->run = run;
  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  _rankle_shown_init (&self->shown, count_shown_threads (n_threads), run, self->context,
                      _rankle_runner_shown_cb, self);
  _rankle_bulk_init (&self->bulk, n_threads, run, self->context, &host);
  return self;
}

RankleRunner *
rankle_runner_new (void)
{
  return _rankle_runner_new_with_run (rankle_integrator_run, 0);
}

RankleRunner *
rankle_runner_new_with_threads (guint n_threads)
{
  g_return_val_if_fail (n_threads > 0, NULL);

  return _rankle_runner_new_with_run (rankle_integrator_run, n_threads);
}
