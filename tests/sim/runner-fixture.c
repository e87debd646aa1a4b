/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "runner-fixture.h"

#include "sim-fixture.h"

#define END 50

static gboolean closed; /* nobody may be told of anything any more */

RankleRunner *
runner_new (RankleRunFunc run)
{
  closed = FALSE;
  engine_stage_reset ();
  return _rankle_runner_new_with_run (run == NULL ? rankle_integrator_run : run, 2);
}

void
runner_end (RankleRunner *runner)
{
  rankle_runner_close (runner);
  closed = TRUE;
  engine_drain (NULL);
  g_assert_finalize_object (runner);
  engine_drain (NULL);
}

static void
log_cb (RankleWatch      *watch,
        RankleTrajectory *trajectory,
        const GError     *error,
        gpointer          data)
{
  WatchLog *log = data;

  g_assert_false (closed);
  g_assert_true (pthread_equal (pthread_self (), log->maker));
  g_assert_true (watch == log->watch);
  g_assert_true ((trajectory == NULL) == (error != NULL));
  if (trajectory != NULL)
    {
      log->answers++;
      log->value = sim_at (trajectory, "x", END);
      return;
    }
  log->failures++;
  g_clear_error (&log->error);
  log->error = g_error_copy (error);
}

void
watch_log_init (WatchLog *log, RankleRunner *runner)
{
  *log = (WatchLog){ .maker = pthread_self () };
  log->watch = rankle_watch_new (runner, log_cb, log);
}

void
watch_log_clear (WatchLog *log)
{
  g_clear_pointer (&log->watch, rankle_watch_free);
  g_clear_error (&log->error);
}

void
watch_log_ask (WatchLog *log, RankleModel *model, double k)
{
  g_autoptr (RankleProtocol) protocol = engine_protocol_new (model, k, 0);

  rankle_watch_ask (log->watch, protocol);
}

void
watch_log_settle (WatchLog *log)
{

  while (rankle_watch_is_waiting (log->watch))
    g_main_context_iteration (NULL, TRUE);
}

void
watch_log_settle_value (WatchLog *log, double k)
{
  watch_log_settle (log);
  sim_assert_near (log->value, k, 1e-4);
}
