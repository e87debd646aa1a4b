/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-measures-ask.h"

struct _RankleMeasuresAsk
{
  char                 *name;           /* (owned) */
  RankleSession        *session;        /* (owned) */
  RankleTrajectory     *run, *baseline; /* (owned) (nullable): until they have come */
  GError               *error;          /* (owned) (nullable) */
  RankleWatch          *of_run;         /* (owned) */
  RankleWatch          *of_baseline;    /* (owned) */
  RankleMeasuresAskFunc func;
  gpointer              data;
};

static void
fail (RankleMeasuresAsk *self, const GError *error)
{
  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  self->func (self, self->data);
}

static void
baseline_cb (RankleWatch      *watch,
             RankleTrajectory *baseline,
             const GError     *error,
             gpointer          data)
{
  RankleMeasuresAsk *self = data;

  if (baseline == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
  self->baseline = rankle_trajectory_ref (baseline);
  self->func (self, self->data);
}

static void
run_cb (RankleWatch *watch, RankleTrajectory *run, const GError *error, gpointer data)
{
  RankleMeasuresAsk *self = data;
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (GError) failure = NULL;

  if (run == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->run, rankle_trajectory_unref);
  self->run = rankle_trajectory_ref (run);
  protocol = rankle_session_make_baseline (self->session, &failure);
  if (protocol == NULL)
    fail (self, failure);
  else
    rankle_watch_ask (self->of_baseline, protocol);
}

RankleMeasuresAsk *
rankle_measures_ask_new (RankleRunner         *runner,
                         const char           *name,
                         RankleSession        *session,
                         RankleMeasuresAskFunc func,
                         gpointer              data)
{
  RankleMeasuresAsk *self = g_new0 (RankleMeasuresAsk, 1);

  self->name = g_strdup (name);
  self->session = rankle_session_ref (session);
  self->of_run = rankle_watch_new (runner, run_cb, self);
  self->of_baseline = rankle_watch_new (runner, baseline_cb, self);
  self->func = func;
  self->data = data;
  return self;
}

RankleMeasuresAsk *
rankle_measures_ask_new_kept (RankleRunner         *runner,
                              const RankleSession  *session,
                              const RankleKeptRun  *kept,
                              RankleMeasuresAskFunc func,
                              gpointer              data)
{
  g_autoptr (RankleSession) alone = rankle_session_new_of_kept (session, kept);

  return rankle_measures_ask_new (runner, rankle_kept_run_get_name (kept), alone, func,
                                  data);
}

void
rankle_measures_ask_free (RankleMeasuresAsk *self)
{
  g_clear_pointer (&self->of_run, rankle_watch_free);
  g_clear_pointer (&self->of_baseline, rankle_watch_free);
  g_clear_pointer (&self->run, rankle_trajectory_unref);
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
  g_clear_error (&self->error);
  rankle_session_unref (self->session);
  g_free (self->name);
  g_free (self);
}

void
rankle_measures_ask_begin (RankleMeasuresAsk *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol =
      rankle_session_make_protocol (self->session, &error);

  if (protocol == NULL)
    fail (self, error);
  else
    rankle_watch_ask (self->of_run, protocol);
}

const char *
rankle_measures_ask_get_name (const RankleMeasuresAsk *self)
{
  return self->name;
}

RankleTrajectory *
rankle_measures_ask_get_run (const RankleMeasuresAsk *self)
{
  return self->run;
}

RankleTrajectory *
rankle_measures_ask_get_baseline (const RankleMeasuresAsk *self)
{
  return self->baseline;
}

const GError *
rankle_measures_ask_get_error (const RankleMeasuresAsk *self)
{
  return self->error;
}
