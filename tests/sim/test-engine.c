/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The invariants at the head of rankle-engine.c; the number in a test's path is that of
 * the invariant. No test measures how long something takes: where time matters, what must
 * not come before it is bounded, which no slow machine can break. */

#include "engine-fixture.h"
#include "sim-fixture.h"

#define GRACE (50 * 1000)
#define WAIT  (8 * 1000)
#define BURST 2000

/* ---- 1, 2, 3: who does what, and what crosses ---- */

static struct
{
  pthread_key_t   key;
  atomic_uint     threads, threads_ended;
  atomic_intptr_t integrator; /* of the first run */
  atomic_bool     another;    /* a later run had another */
} noted;

static void
thread_ended_cb (void *data)
{
  atomic_fetch_add (&noted.threads_ended, 1);
}

static RankleTrajectory *
run_and_note (RankleIntegrator  *integrator,
              RankleProtocol    *protocol,
              const atomic_bool *stop,
              GError           **error)
{
  intptr_t first = 0;

  if (pthread_getspecific (noted.key) == NULL)
    {
      pthread_setspecific (noted.key, &noted);
      atomic_fetch_add (&noted.threads, 1);
    }
  if (!atomic_compare_exchange_strong (&noted.integrator, &first, (intptr_t)integrator) &&
      first != (intptr_t)integrator)
    atomic_store (&noted.another, true);
  return rankle_integrator_run (integrator, protocol, stop, error);
}

/* One thread makes all runs, with one integrator, and has ended when the engine is
 * closed.
 */
static void
test_one_worker (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  g_assert_cmpint (pthread_key_create (&noted.key, thread_ended_cb), ==, 0);
  engine_log_init (&log, run_and_note);
  for (guint i = 1; i <= 100; i++)
    {
      engine_log_submit (&log, model, i, 0);
      engine_log_settle_value (&log, i);
    }
  g_assert_cmpuint (log.finished, ==, 100);
  g_assert_false (atomic_load (&noted.another));
  g_assert_cmpuint (atomic_load (&noted.threads), ==, 1);
  g_assert_null (pthread_getspecific (noted.key)); /* not this one */
  g_assert_cmpuint (atomic_load (&noted.threads_ended), ==, 0);
  rankle_engine_close (log.engine);
  g_assert_cmpuint (atomic_load (&noted.threads_ended), ==, 1);
  engine_log_clear (&log);
  pthread_key_delete (noted.key);
}

/* Of one model after another, and of one again whose solver was already let go. */
static void
test_models_in_turn (void)
{
  g_autoptr (RankleModel) a = engine_model_new ();
  g_autoptr (RankleModel) b = engine_model_new ();
  EngineLog log;

  engine_log_init (&log, NULL);
  for (guint i = 1; i <= 30; i++)
    {
      engine_log_submit (&log, i % 3 == 0 ? a : b, i, 0);
      engine_log_settle_value (&log, i);
    }
  engine_log_clear (&log);
}

static void
test_submitted_is_sealed (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  g_autoptr (RankleProtocol) protocol = engine_protocol_new (model, 1, 0);
  EngineLog log;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_at_gate);
  log.submitted = rankle_engine_submit (log.engine, protocol);
  g_test_expect_message ("rankle-question", G_LOG_LEVEL_CRITICAL, "*!protocol->sealed*");
  rankle_protocol_set_parameter (protocol, 0, 9);
  g_test_assert_expected_messages ();
  engine_log_settle_value (&log, 1);
  /* Once more: who explores may come back to what it had. */
  log.submitted = rankle_engine_submit (log.engine, protocol);
  g_assert_cmpuint (log.submitted, ==, 2);
  engine_log_settle_value (&log, 1);
  engine_log_clear (&log);
}

static void
keep_cb (RankleEngine      *engine,
         guint64            serial,
         RankleTrajectory  *trajectory,
         RankleTrajectory **kept)
{
  g_clear_pointer (kept, rankle_trajectory_unref);
  *kept = rankle_trajectory_ref (trajectory);
}

/* What was delivered outlives engine, model and all others who held a part of it. */
static void
test_delivered_lives_on (void)
{
  RankleModel *model = engine_model_new ();
  g_autoptr (RankleTrajectory) kept = NULL;
  EngineLog log;

  engine_log_init (&log, NULL);
  g_signal_connect (log.engine, "finished", G_CALLBACK (keep_cb), &kept);
  engine_log_submit (&log, model, 7, 0);
  rankle_model_unref (model);
  engine_log_settle (&log);
  engine_log_clear (&log);
  sim_assert_near (sim_at (kept, "x", 50), 7, 1e-4);
}

static void
keep_error_cb (RankleEngine *engine, guint64 serial, GError *error, GError **kept)
{
  *kept = g_error_copy (error);
}

/* What a run came to until it failed crosses with its error, and lives as long. */
static void
test_partial_crosses (void)
{
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = x^2");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (GError) kept = NULL;
  RankleTrajectory *partial;
  EngineLog         log;

  engine_log_init (&log, NULL);
  g_signal_connect (log.engine, "failed", G_CALLBACK (keep_error_cb), &kept);
  rankle_protocol_set_every (protocol, 2, 0.25);
  log.submitted = rankle_engine_submit (log.engine, protocol);
  engine_log_settle (&log);
  engine_log_clear (&log);
  partial = rankle_sim_error_get_partial (kept);
  g_assert_true (rankle_trajectory_is_partial (partial));
  sim_assert_near (sim_at (partial, "x", 0.5), 2, 1e-4);
}

/* The worker may be the last to hold a model. */
static void
test_dropped_in_flight (void)
{
  EngineLog log;

  engine_log_init (&log, NULL);
  for (guint i = 1; i <= 50; i++)
    {
      RankleModel *model = engine_model_new ();

      engine_log_submit (&log, model, i, 0);
      g_assert_cmpuint (sim_parameter (model, "boom"), ==, 1);
      rankle_model_unref (model);
    }
  engine_log_settle_value (&log, 50);
  engine_log_clear (&log);
}

/* ---- 4: the slots ---- */

static void
test_unread_is_replaced (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_at_gate);
  engine_log_submit (&log, model, -1, 0);
  engine_wait_for (&engine_stage.begun, 1);
  for (guint i = 1; i <= 100; i++)
    engine_log_submit (&log, model, i, 0);
  atomic_store (&engine_stage.open, true);
  engine_wait_for (&engine_stage.ended, 2);
  engine_log_settle_value (&log, 100);
  g_assert_cmpuint (atomic_load (&engine_stage.begun), ==,
                    2); /* 99 were never looked at */
  engine_log_clear (&log);
}

typedef struct
{
  EngineLog   *log;
  RankleModel *model;
  guint        left;
} Chain;

static void
submit_again_cb (RankleEngine     *engine,
                 guint64           serial,
                 RankleTrajectory *trajectory,
                 Chain            *chain)
{
  g_assert_false (rankle_engine_is_busy (engine));
  g_assert_false (rankle_engine_wait (engine, 0));
  if (chain->left == 0)
    return;
  engine_log_submit (chain->log, chain->model, 1 + chain->left, 0);
  g_assert_true (rankle_engine_is_busy (engine));
  chain->left--;
}

/* Nothing is locked while a signal is emitted. */
static void
test_handler_may_submit (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;
  Chain     chain = { .log = &log, .model = model, .left = 20 };

  engine_log_init (&log, NULL);
  g_signal_connect_after (log.engine, "finished", G_CALLBACK (submit_again_cb), &chain);
  engine_log_submit (&log, model, 1, 0);
  engine_log_settle_value (&log, 2);
  g_assert_cmpuint (log.finished, ==, 21);
  engine_log_clear (&log);
}

/* ---- 5: where signals are emitted ---- */

static void *
live_in_own_context (void *data)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  GMainContext *context = g_main_context_new ();
  EngineLog     log;

  g_main_context_push_thread_default (context);
  engine_log_init (&log, NULL);
  g_assert_true (log.context == context);
  for (guint i = 1; i <= 20; i++)
    {
      engine_log_submit (&log, model, i, 0);
      engine_log_settle_value (&log, i);
    }
  g_assert_cmpuint (log.finished, ==, 20);
  engine_log_clear (&log);
  g_main_context_pop_thread_default (context);
  g_main_context_unref (context);
  return NULL;
}

/* The log checks thread and context of each delivery. */
static void
test_maker_s_context (void)
{
  pthread_t maker;

  live_in_own_context (NULL);
  g_assert_cmpint (pthread_create (&maker, NULL, live_in_own_context, NULL), ==, 0);
  pthread_join (maker, NULL);
}

/* Only the loop delivers: neither the submission nor the worker. */
static void
test_not_before_the_loop (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_at_gate);
  for (guint i = 1; i <= 3; i++)
    {
      engine_log_submit (&log, model, i, 0);
      engine_wait_for (&engine_stage.ended, i);
      g_assert_cmpuint (log.finished, ==, 0);
    }
  engine_log_settle_value (&log, 3);
  engine_log_clear (&log);
}

/* ---- 6: serials ---- */

/* Without a turn of the loop, with one now and then, with a slider's wait. */
static void
test_burst (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();

  for (guint way = 0; way < 3; way++)
    {
      EngineLog log;

      engine_log_init (&log, NULL);
      for (guint i = 1; i <= BURST; i++)
        {
          engine_log_submit (&log, model, i, 0);
          if (way == 1 && i % 7 == 0)
            {
              engine_nap ();
              g_main_context_iteration (NULL, FALSE);
            }
          if (way == 2 && i % 50 == 0)
            rankle_engine_wait (log.engine, WAIT);
        }
      engine_log_settle_value (&log, BURST);
      g_assert_cmpuint (log.serial, ==, BURST);
      g_assert_cmpuint (log.failed, ==, 0);
      g_test_message ("%u of %u shown", log.finished, BURST);
      engine_drain (NULL);
      g_assert_cmpuint (log.serial, ==, BURST);
      engine_log_clear (&log);
    }
}

/* An error is delivered once, like any result, and what comes after it as if it had not
 * been. */
static void
test_failure_in_mid_drag (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_log_init (&log, NULL);
  for (guint i = 1; i <= 90; i++)
    {
      gboolean bad = i % 3 == 0;

      engine_log_submit (&log, model, i, bad ? 1 : 0);
      engine_log_settle (&log);
      engine_drain (NULL);
      g_assert_cmpuint (log.failed, ==, i / 3);
      g_assert_cmpuint (log.finished, ==, i - i / 3);
      if (!bad)
        sim_assert_near (log.value, i, 1e-4);
      else
        g_assert_error (log.error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
    }
  engine_log_clear (&log);
}

/* In a burst an error may be passed over, but not when it is the last. */
static void
test_failure_in_a_burst (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_log_init (&log, NULL);
  for (guint round = 0; round < 20; round++)
    {
      guint failed;

      for (guint i = 1; i <= 20; i++)
        engine_log_submit (&log, model, i, i % 2);
      engine_log_settle_value (&log, 20);
      failed = log.failed;
      for (guint i = 1; i <= 21; i++)
        engine_log_submit (&log, model, i, i % 2);
      engine_log_settle (&log);
      g_assert_cmpuint (log.failed, >, failed);
      g_assert_error (log.error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
    }
  engine_log_clear (&log);
}

/* ---- 7: grace ---- */

/* Submits without pause: if each submission gave the run its grace anew, or none stopped
 * it, it would never end. */
static void
test_stopped_after_grace (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;
  gint64    since;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_until_stopped);
  engine_log_submit (&log, model, -1, 0);
  engine_wait_for (&engine_stage.begun, 1);
  since = g_get_monotonic_time ();
  while (atomic_load (&engine_stage.stopped) == 0)
    {
      engine_log_submit (&log, model, 3, 0);
      g_main_context_iteration (NULL, FALSE);
      engine_nap ();
    }
  g_assert_cmpint (atomic_load (&engine_stage.stopped_at), >=, since + GRACE);
  engine_log_settle_value (&log, 3);
  engine_log_clear (&log);
}

/* Every run is superseded while it is made, and still results come during the drag, which
 * lasts for several times the grace. */
static void
test_no_starving (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  gint64    since = g_get_monotonic_time ();
  EngineLog log;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_for_some_turns);
  while (log.finished < 10 || g_get_monotonic_time () < since + 4 * GRACE)
    {
      engine_log_submit (&log, model, 1, 0);
      g_main_context_iteration (NULL, FALSE);
      atomic_fetch_add (&engine_stage.turns, 1);
      engine_nap ();
    }
  g_assert_cmpuint (log.submitted, >=, 3 * log.finished);
  atomic_fetch_add (&engine_stage.turns, 1000);
  while (rankle_engine_is_busy (log.engine))
    {
      g_main_context_iteration (NULL, FALSE);
      atomic_fetch_add (&engine_stage.turns, 1);
      engine_nap ();
    }
  g_assert_cmpuint (log.serial, ==, log.submitted);
  engine_log_clear (&log);
}

/* What nothing newer waits behind is never stopped, however long it takes. */
static void
test_the_latest_is_left_alone (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;
  gint64    since;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_until_stopped);
  engine_log_submit (&log, model, -1, 0);
  engine_wait_for (&engine_stage.begun, 1);
  since = g_get_monotonic_time ();
  while (g_get_monotonic_time () < since + 2 * GRACE)
    {
      g_main_context_iteration (NULL, FALSE);
      engine_nap ();
    }
  g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 0);
  engine_log_clear (&log); /* this stops it */
  g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 1);
}

/* ---- 8: a stopped run ---- */

/* Rates of a real run read the flag, and nobody hears of its end. */
static void
test_cancel_is_no_error (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  g_autoptr (RankleProtocol) lengthy = engine_protocol_new (model, 5, 0);
  EngineLog log;

  for (guint i = 0; i < 200000; i++)
    rankle_protocol_add_dose (lengthy, 0, 1, 2e-4 * i);
  engine_stage_reset ();
  engine_log_init (&log, engine_run_until_stopped);
  for (guint round = 0; round < 3; round++)
    {
      log.submitted = rankle_engine_submit (log.engine, lengthy);
      engine_wait_for (&engine_stage.begun, 2 * round + 1);
      engine_log_submit (&log, model, 2, 0);
      engine_log_settle_value (&log, 2);
      g_assert_cmpuint (log.finished, ==, round + 1);
      g_assert_cmpuint (log.failed, ==, 0);
    }
  engine_log_clear (&log);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/1+2/one-worker", test_one_worker);
  g_test_add_func ("/engine/2/models-in-turn", test_models_in_turn);
  g_test_add_func ("/engine/3/submitted-is-sealed", test_submitted_is_sealed);
  g_test_add_func ("/engine/3/delivered-lives-on", test_delivered_lives_on);
  g_test_add_func ("/engine/3/partial-crosses", test_partial_crosses);
  g_test_add_func ("/engine/3/dropped-in-flight", test_dropped_in_flight);
  g_test_add_func ("/engine/4/unread-is-replaced", test_unread_is_replaced);
  g_test_add_func ("/engine/4/handler-may-submit", test_handler_may_submit);
  g_test_add_func ("/engine/5/maker-s-context", test_maker_s_context);
  g_test_add_func ("/engine/5/not-before-the-loop", test_not_before_the_loop);
  g_test_add_func ("/engine/6/burst", test_burst);
  g_test_add_func ("/engine/6/failure-in-mid-drag", test_failure_in_mid_drag);
  g_test_add_func ("/engine/6/failure-in-a-burst", test_failure_in_a_burst);
  g_test_add_func ("/engine/7/stopped-after-grace", test_stopped_after_grace);
  g_test_add_func ("/engine/7/no-starving", test_no_starving);
  g_test_add_func ("/engine/7/latest-is-left-alone", test_the_latest_is_left_alone);
  g_test_add_func ("/engine/8/cancel-is-no-error", test_cancel_is_no_error);
  return g_test_run ();
}
