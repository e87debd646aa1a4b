/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

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
  _rankle_shown_quit (&runner->shown);
  if (runner->engine != NULL)
    rankle_engine_close (runner->engine);
  _rankle_shown_join (&runner->shown);
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
  RankleRunner *self = g_object_new (RANKLE_TYPE_RUNNER, NULL);

  self->run = run;
  if (n_threads == 0)
    n_threads = g_get_num_processors ();
  _rankle_shown_init (&self->shown, count_shown_threads (n_threads), run, self->context,
                      _rankle_runner_shown_cb, self);
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
