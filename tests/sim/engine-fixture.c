/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "engine-fixture.h"

#include "sim-fixture.h"

#define END 50

EngineStage engine_stage;

static void
check_delivery (EngineLog *log, guint64 serial)
{
  GSource *source = g_main_current_source ();

  g_assert_false (log->closed);
  g_assert_true (pthread_equal (pthread_self (), log->maker));
  if (source != NULL && log->context != NULL)
    g_assert_true (g_source_get_context (source) == log->context);
  g_assert_cmpuint (serial, >, log->serial);
  g_assert_cmpuint (serial, <=, log->submitted);
  log->serial = serial;
}

static void
finished_cb (RankleEngine     *engine,
             guint64           serial,
             RankleTrajectory *trajectory,
             EngineLog        *log)
{
  check_delivery (log, serial);
  log->finished++;
  log->value = sim_at (trajectory, "x", END);
}

static void
failed_cb (RankleEngine *engine, guint64 serial, GError *error, EngineLog *log)
{
  check_delivery (log, serial);
  log->failed++;
  g_clear_error (&log->error);
  log->error = g_error_copy (error);
}

void
engine_log_init (EngineLog *log, RankleRunFunc run)
{
  *log = (EngineLog){ .maker = pthread_self () };
  log->engine = run == NULL ? rankle_engine_new () : _rankle_engine_new_with_run (run);
  log->context = g_main_context_get_thread_default ();
  g_signal_connect (log->engine, "finished", G_CALLBACK (finished_cb), log);
  g_signal_connect (log->engine, "failed", G_CALLBACK (failed_cb), log);
}

void
engine_log_clear (EngineLog *log)
{
  if (log->engine != NULL)
    {
      rankle_engine_close (log->engine);
      log->closed = TRUE;
      g_assert_finalize_object (log->engine);
    }
  engine_drain (log->context);
  g_clear_error (&log->error);
}

RankleModel *
engine_model_new (void)
{
  return sim_model_new ("k = 1; boom = 0; x = 1; x' = k - x + sqrt (-boom)");
}

RankleProtocol *
engine_protocol_new (RankleModel *model, double k, double boom)
{
  RankleProtocol *protocol = rankle_protocol_new (model);

  rankle_protocol_set_parameter (protocol, sim_parameter (model, "k"), k);
  rankle_protocol_set_parameter (protocol, sim_parameter (model, "boom"), boom);
  rankle_protocol_set_every (protocol, END, 10);
  return protocol;
}

void
engine_log_submit (EngineLog *log, RankleModel *model, double k, double boom)
{
  g_autoptr (RankleProtocol) protocol = engine_protocol_new (model, k, boom);
  guint64 serial;

  log->submitted++; /* before: the answer may not be older than this */
  serial = rankle_engine_submit (log->engine, protocol);
  g_assert_cmpuint (serial, ==, log->submitted);
}

void
engine_log_settle (EngineLog *log)
{
  while (rankle_engine_is_busy (log->engine))
    if (!g_main_context_iteration (log->context, FALSE))
      g_usleep (50);
  g_assert_cmpuint (log->serial, ==, log->submitted);
}

void
engine_log_settle_value (EngineLog *log, double k)
{
  engine_log_settle (log);
  sim_assert_near (log->value, k, 1e-4);
}

void
engine_drain (GMainContext *context)
{
  while (g_main_context_iteration (context, FALSE))
    ;
}

void
engine_nap (void)
{
  g_usleep (100);
}

void
engine_wait_for (const atomic_uint *count, guint least)
{
  while (atomic_load (count) < least)
    engine_nap ();
}

void
engine_stage_reset (void)
{
  atomic_store (&engine_stage.begun, 0);
  atomic_store (&engine_stage.ended, 0);
  atomic_store (&engine_stage.stopped, 0);
  atomic_store (&engine_stage.stopped_at, 0);
  atomic_store (&engine_stage.open, false);
  atomic_store (&engine_stage.turns, 0);
}

static gboolean
is_held (const RankleProtocol *protocol)
{
  return rankle_protocol_get_parameters (protocol)[0] < 0;
}

RankleTrajectory *
engine_run_at_gate (RankleIntegrator  *integrator,
                    RankleProtocol    *protocol,
                    const atomic_bool *stop,
                    GError           **error)
{
  RankleTrajectory *trajectory;

  atomic_fetch_add (&engine_stage.begun, 1);
  while (is_held (protocol) && !atomic_load (&engine_stage.open))
    engine_nap ();
  trajectory = rankle_integrator_run (integrator, protocol, NULL, error);
  atomic_fetch_add (&engine_stage.ended, 1);
  return trajectory;
}

RankleTrajectory *
engine_run_until_stopped (RankleIntegrator  *integrator,
                          RankleProtocol    *protocol,
                          const atomic_bool *stop,
                          GError           **error)
{
  atomic_fetch_add (&engine_stage.begun, 1);
  while (is_held (protocol) && !atomic_load (stop))
    engine_nap ();
  if (is_held (protocol))
    {
      atomic_store (&engine_stage.stopped_at, g_get_monotonic_time ());
      atomic_fetch_add (&engine_stage.stopped, 1);
    }
  return rankle_integrator_run (integrator, protocol, stop, error);
}

RankleTrajectory *
engine_run_for_some_turns (RankleIntegrator  *integrator,
                           RankleProtocol    *protocol,
                           const atomic_bool *stop,
                           GError           **error)
{
  guint until = atomic_load (&engine_stage.turns) + 5;

  while (atomic_load (&engine_stage.turns) < until && !atomic_load (stop))
    engine_nap ();
  return rankle_integrator_run (integrator, protocol, stop, error);
}
