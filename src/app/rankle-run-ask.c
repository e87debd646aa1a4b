/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-ask.h"

#include "rankle-failure-words.h"
#include "rankle-integrator.h"

struct _RankleRunAsk
{
  RankleRunner     *runner;         /* (owned) */
  RankleSession    *session;        /* (owned) */
  RankleWatch      *watch;          /* (owned): of the run, then of the baseline */
  RankleTrajectory *run, *baseline; /* (owned) (nullable) */
  char             *failure;        /* (owned) (nullable) */
  RankleRunAskFunc  func;
  gpointer          data;
};

static void
baseline_cb (RankleWatch      *watch,
             RankleTrajectory *baseline,
             const GError     *error,
             gpointer          data)
{
  RankleRunAsk *self = data;

  if (baseline != NULL)
    self->baseline = rankle_trajectory_ref (baseline);
  self->func (self, NULL, self->data);
}

static void
ask_baseline (RankleRunAsk *self)
{
  g_autoptr (RankleProtocol) protocol =
      rankle_session_make_baseline (self->session, NULL);

  g_assert (self->run != NULL);
  if (protocol == NULL)
    {
      self->func (self, NULL, self->data);
      return;
    }
  rankle_watch_free (self->watch);
  self->watch = rankle_watch_new (self->runner, baseline_cb, self);
  rankle_watch_ask (self->watch, protocol);
}

/* Of a run that failed there is to be told what was computed. */
static void
run_cb (RankleWatch      *watch,
        RankleTrajectory *trajectory,
        const GError     *error,
        gpointer          data)
{
  RankleRunAsk *self = data;

  if (trajectory == NULL)
    {
      trajectory = rankle_sim_error_get_partial (error);
      self->failure = rankle_failure_until_then_in_words (error->message);
    }
  if (trajectory == NULL)
    {
      self->func (self, error, self->data);
      return;
    }
  self->run = rankle_trajectory_ref (trajectory);
  ask_baseline (self);
}

RankleRunAsk *
rankle_run_ask_new (RankleRunner    *runner,
                    RankleSession   *session,
                    RankleRunAskFunc func,
                    gpointer         data)
{
  RankleRunAsk *self;

  g_return_val_if_fail (session != NULL && func != NULL, NULL);

  self = g_new0 (RankleRunAsk, 1);
  self->runner = g_object_ref (runner);
  self->session = rankle_session_ref (session);
  self->watch = rankle_watch_new (runner, run_cb, self);
  self->func = func;
  self->data = data;
  return self;
}

void
rankle_run_ask_free (RankleRunAsk *ask)
{
  if (ask == NULL)
    return;

  rankle_watch_free (ask->watch);
  g_clear_pointer (&ask->run, rankle_trajectory_unref);
  g_clear_pointer (&ask->baseline, rankle_trajectory_unref);
  rankle_session_unref (ask->session);
  g_object_unref (ask->runner);
  g_free (ask->failure);
  g_free (ask);
}

void
rankle_run_ask_begin (RankleRunAsk *ask, RankleProtocol *protocol)
{
  g_return_if_fail (ask != NULL && ask->run == NULL);

  rankle_watch_ask (ask->watch, protocol);
}

RankleSession *
rankle_run_ask_get_session (const RankleRunAsk *ask)
{
  return ask->session;
}

RankleTrajectory *
rankle_run_ask_get_run (const RankleRunAsk *ask)
{
  return ask->run;
}

RankleTrajectory *
rankle_run_ask_get_baseline (const RankleRunAsk *ask)
{
  return ask->baseline;
}

const char *
rankle_run_ask_get_failure (const RankleRunAsk *ask)
{
  return ask->failure;
}
