/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How an engine ends, and the wait of a slider's handler: invariants 9 and 10 at the head
 * of rankle-engine.c, by number. */

#include "engine-fixture.h"
#include "sim-fixture.h"

#define WAIT (8 * 1000)
/* For a wait that is to end by what it waits for. */
#define FOREVER (600 * G_USEC_PER_SEC)
#define CLOSES  200

/* ---- 9: close ---- */

/* At every stage: nothing submitted, waiting to be taken, running, superseded, done, and
 * delivered. */
static void
test_close_in_mid_flight (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();

  for (guint i = 0; i < CLOSES; i++)
    {
      EngineLog log;

      engine_log_init (&log, NULL);
      for (guint j = 0; j < i % 5; j++)
        engine_log_submit (&log, model, 1 + j, i % 7 == 0);
      g_usleep (10 * (i % 23));
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
      engine_log_clear (&log); /* from here on the log refuses deliveries */
    }
}

/* The run is stopped, not waited for. */
static void
test_close_stops_the_run (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();

  for (guint i = 0; i < 20; i++)
    {
      EngineLog log;

      engine_stage_reset ();
      engine_log_init (&log, engine_run_until_stopped);
      engine_log_submit (&log, model, -1, 0);
      engine_wait_for (&engine_stage.begun, 1);
      engine_log_clear (&log);
      g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 1);
    }
}

/* The result is there and the bell rung when the engine is closed. */
static void
test_close_on_a_result (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_at_gate);
  engine_log_submit (&log, model, 1, 0);
  engine_wait_for (&engine_stage.ended, 1);
  rankle_engine_close (log.engine); /* joins: by now it is posted */
  log.closed = TRUE;
  engine_drain (NULL);
  g_assert_cmpuint (log.finished, ==, 0);
  engine_log_clear (&log);
}

static void
test_close_twice (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  g_autoptr (RankleProtocol) protocol = engine_protocol_new (model, 1, 0);
  EngineLog log;

  engine_log_init (&log, NULL);
  engine_log_submit (&log, model, 1, 0);
  rankle_engine_close (log.engine);
  rankle_engine_close (log.engine);
  g_assert_false (rankle_engine_is_busy (log.engine));
  g_assert_false (rankle_engine_wait (log.engine, FOREVER));
  g_test_expect_message ("rankle-sim", G_LOG_LEVEL_CRITICAL, "*mailbox != NULL*");
  g_assert_cmpuint (rankle_engine_submit (log.engine, protocol), ==, 0);
  g_test_assert_expected_messages ();
  engine_log_clear (&log);
}

/* Nobody closed it: dropping it is enough. */
static void
test_dispose_closes (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();

  for (guint i = 0; i < 20; i++)
    {
      EngineLog log;

      engine_stage_reset ();
      engine_log_init (&log, engine_run_until_stopped);
      engine_log_submit (&log, model, -1, 0);
      engine_wait_for (&engine_stage.begun, 1);
      g_assert_finalize_object (g_steal_pointer (&log.engine));
      log.closed = TRUE;
      g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 1);
      engine_log_clear (&log);
    }
}

static void
close_cb (RankleEngine     *engine,
          guint64           serial,
          RankleTrajectory *trajectory,
          EngineLog        *log)
{
  rankle_engine_close (engine);
  log->closed = TRUE;
}

static void
drop_cb (RankleEngine     *engine,
         guint64           serial,
         RankleTrajectory *trajectory,
         EngineLog        *log)
{
  log->closed = TRUE;
  g_clear_object (&log->engine);
}

/* @callback ends the engine from within a delivery, by bell or by wait. */
static void
end_in_a_handler (GCallback callback, gboolean by_wait)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;
  gpointer  alive;

  engine_log_init (&log, NULL);
  alive = log.engine;
  g_object_add_weak_pointer (G_OBJECT (log.engine), &alive);
  g_signal_connect_after (log.engine, "finished", callback, &log);
  engine_log_submit (&log, model, 1, 0);
  if (by_wait)
    g_assert_true (rankle_engine_wait (log.engine, FOREVER));
  while (!log.closed)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (log.finished, ==, 1);
  engine_log_clear (&log);
  g_assert_null (alive);
}

static void
test_end_in_a_handler (void)
{
  end_in_a_handler (G_CALLBACK (close_cb), FALSE);
  end_in_a_handler (G_CALLBACK (close_cb), TRUE);
  end_in_a_handler (G_CALLBACK (drop_cb), FALSE);
  end_in_a_handler (G_CALLBACK (drop_cb), TRUE);
}

/* ---- 10: wait ---- */

/* In the caller's own turn, and not again by the bell. */
static void
test_wait_delivers (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_log_init (&log, NULL);
  for (guint i = 1; i <= 100; i++)
    {
      gboolean bad = i % 10 == 0;

      engine_log_submit (&log, model, i, bad);
      g_assert_true (rankle_engine_wait (log.engine, FOREVER));
      g_assert_cmpuint (log.serial, ==, i);
      if (!bad)
        sim_assert_near (log.value, i, 1e-4);
      g_assert_false (rankle_engine_is_busy (log.engine));
      if (i % 2 == 0)
        engine_drain (NULL);
    }
  g_assert_cmpuint (log.finished, ==, 90);
  g_assert_cmpuint (log.failed, ==, 10);
  engine_log_clear (&log);
}

/* The run is held up for as long as the wait lasts: what ends it is its bound. The result
 * comes by the bell. */
static void
test_wait_is_bounded (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;
  gint64    since = g_get_monotonic_time ();

  engine_stage_reset ();
  engine_log_init (&log, engine_run_at_gate);
  engine_log_submit (&log, model, -1, 0);
  g_assert_false (rankle_engine_wait (log.engine, WAIT));
  g_assert_cmpint (g_get_monotonic_time (), >=, since + WAIT);
  g_assert_false (rankle_engine_wait (log.engine, 0));
  g_assert_cmpuint (log.serial, ==, 0);
  g_assert_true (rankle_engine_is_busy (log.engine));
  atomic_store (&engine_stage.open, true);
  engine_log_settle_value (&log, -1);
  g_assert_cmpuint (log.finished, ==, 1);
  engine_log_clear (&log);
}

/* It waits for the last result, and leaves an older one to the bell. */
static void
test_wait_is_for_the_last (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_stage_reset ();
  engine_log_init (&log, engine_run_at_gate);
  engine_log_submit (&log, model, 1, 0);
  engine_wait_for (&engine_stage.ended, 1);
  engine_log_submit (&log, model, -1, 0);
  engine_wait_for (&engine_stage.begun, 2); /* the first one is posted */
  g_assert_false (rankle_engine_wait (log.engine, WAIT));
  g_assert_cmpuint (log.serial, ==, 0);
  g_assert_true (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpuint (log.serial, ==, 1);
  atomic_store (&engine_stage.open, true);
  g_assert_true (rankle_engine_wait (log.engine, FOREVER));
  g_assert_cmpuint (log.serial, ==, 2);
  engine_log_clear (&log);
}

static void
test_wait_for_nothing (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  EngineLog log;

  engine_log_init (&log, NULL);
  g_assert_false (rankle_engine_wait (log.engine, FOREVER));
  engine_log_submit (&log, model, 1, 0);
  engine_log_settle (&log);
  g_assert_false (rankle_engine_wait (log.engine, FOREVER));
  g_assert_cmpuint (log.finished, ==, 1);
  engine_log_clear (&log);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/engine/9/close-in-mid-flight", test_close_in_mid_flight);
  g_test_add_func ("/engine/9/close-stops-the-run", test_close_stops_the_run);
  g_test_add_func ("/engine/9/close-on-a-result", test_close_on_a_result);
  g_test_add_func ("/engine/9/close-twice", test_close_twice);
  g_test_add_func ("/engine/9/dispose-closes", test_dispose_closes);
  g_test_add_func ("/engine/9/end-in-a-handler", test_end_in_a_handler);
  g_test_add_func ("/engine/10/wait-delivers", test_wait_delivers);
  g_test_add_func ("/engine/10/wait-is-bounded", test_wait_is_bounded);
  g_test_add_func ("/engine/10/wait-is-for-the-last", test_wait_is_for_the_last);
  g_test_add_func ("/engine/10/wait-for-nothing", test_wait_for_nothing);
  return g_test_run ();
}
