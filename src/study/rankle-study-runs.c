/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One engine makes both kinds of run, and it keeps only the latest request. So that
 * neither kind pushes the other out:
 *
 * 1. A baseline that is needed (new model or horizon) goes first. While it is under
 *    way the live run is only marked wanted; whatever the scenario has become by then
 *    is submitted when the baseline has come or failed. The live run thus waits for
 *    one baseline at most, and a drag cannot keep the baseline from coming.
 * 2. One serial at most is awaited. Any other result or failure is late: ignored.
 * 3. A scenario that asks nothing of the model is its own baseline: no second run.
 * 4. A baseline that failed is not tried again until model or horizon change. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-study-private.h"

/* A slider's handler waits no longer than this for its own run. */
#define PATIENCE_US 8000
/* While it is drawn along, a run is to be looked at once and is soon replaced: right to a
 * small part of a pixel, and a third quicker than one to be read. */
#define GLANCE 1e-4

static void
put_trajectory (RankleStudy *self, guint property, RankleTrajectory *trajectory)
{
  RankleTrajectory **slot =
      property == PROP_BASELINE ? &self->baseline : &self->trajectory;

  if (*slot == trajectory)
    return;
  if (trajectory != NULL)
    rankle_trajectory_ref (trajectory);
  g_clear_pointer (slot, rankle_trajectory_unref);
  *slot = trajectory;
  if (property == PROP_TRAJECTORY)
    _rankle_study_renew_findings (self);
  _rankle_study_notify (self, property);
}

/* Takes @failure. */
static void
put_failure (RankleStudy *self, char *failure)
{
  g_autofree char *old = self->failure;

  self->failure = failure;
  if (g_strcmp0 (old, failure) != 0)
    _rankle_study_notify (self, PROP_FAILURE);
}

static void
fail (RankleStudy *self, const GError *error)
{
  if (self->trajectory != NULL)
    put_failure (self, g_strdup_printf (
                           /* Translators: %s is a sentence without its full stop. */
                           _ ("%s. The last good curves are shown."), error->message));
  else
    put_failure (self, g_strdup_printf ("%s.", error->message));
}

static void
show (RankleStudy *self, RankleTrajectory *trajectory)
{
  put_trajectory (self, PROP_TRAJECTORY, trajectory);
  put_failure (self, NULL);
}

/* The first of a change may be its only one. */
static gboolean
is_glance (RankleStudy *self, const RankleScenario *scenario)
{
  return scenario != NULL && self->history.opened != NULL && self->strokes > 1;
}

/* @scenario (nullable): NULL for the baseline. */
static RankleProtocol *
make_protocol (RankleStudy *self, const RankleScenario *scenario, GError **error)
{
  g_autoptr (RankleScenario) asked = NULL;
  g_autoptr (RankleQuestion) question = NULL;

  if (scenario != NULL)
    asked = rankle_scenario_copy (scenario);
  else
    {
      asked = rankle_scenario_new (NULL, NULL, NULL);
      rankle_scenario_set_horizon (asked, rankle_study_get_horizon (self));
    }
  question = rankle_question_new (self->model, asked);
  rankle_question_set_lenient (question, TRUE);
  _rankle_study_add_finding_times (self, question);
  if (is_glance (self, scenario))
    rankle_question_set_tolerances (question, GLANCE, 0);
  return rankle_question_make_protocol (question, error);
}

static gboolean
submit (RankleStudy *self, const RankleScenario *scenario, GError **error)
{
  g_autoptr (RankleProtocol) protocol = make_protocol (self, scenario, error);

  if (protocol == NULL)
    return FALSE;
  self->awaits_baseline = scenario == NULL;
  self->awaited = rankle_engine_submit (self->engine, protocol);
  return TRUE;
}

static gboolean
is_awaiting_baseline (RankleStudy *self)
{
  return self->awaited != 0 && self->awaits_baseline;
}

static void
start_live_run (RankleStudy *self)
{
  g_autoptr (GError) error = NULL;

  self->live_wanted = FALSE;
  if (!rankle_scenario_asks_of (self->scenario, self->model) && self->baseline != NULL)
    {
      self->awaited = 0;
      show (self, self->baseline);
    }
  else if (!submit (self, self->scenario, &error))
    {
      self->awaited = 0;
      fail (self, error);
    }
}

static void
start_next_run (RankleStudy *self)
{
  g_autoptr (GError) error = NULL;

  if (self->closed || self->model == NULL || is_awaiting_baseline (self))
    return;
  if (self->baseline != NULL || self->baseline_failed || !submit (self, NULL, &error))
    start_live_run (self);
}

static void
wait_a_little (RankleStudy *self)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (self->awaited != 0 && !self->closed)
    {
      gint64 left = deadline - g_get_monotonic_time ();

      if (left <= 0 || !rankle_engine_wait (self->engine, left))
        return;
    }
}

void
_rankle_study_refresh (RankleStudy *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  self->live_wanted = TRUE;
  start_next_run (self);
  wait_a_little (self);
  _rankle_study_notify_flags (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
_rankle_study_renew_baseline (RankleStudy *self)
{
  self->awaited = 0;
  self->baseline_failed = FALSE;
  put_trajectory (self, PROP_BASELINE,
                  rankle_baselines_find (&self->baselines, self->model,
                                         rankle_study_get_horizon (self)));
}

static void
finished_cb (RankleEngine     *engine,
             guint64           serial,
             RankleTrajectory *trajectory,
             RankleStudy      *self)
{
  if (serial != self->awaited)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->awaited = 0;
  if (!self->awaits_baseline)
    show (self, trajectory);
  else
    {
      rankle_baselines_add (&self->baselines, rankle_study_get_horizon (self),
                            trajectory);
      put_trajectory (self, PROP_BASELINE, trajectory);
    }
  if (self->live_wanted)
    start_next_run (self);
  _rankle_study_notify_flags (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
failed_cb (RankleEngine *engine, guint64 serial, const GError *error, RankleStudy *self)
{
  if (serial != self->awaited)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  self->awaited = 0;
  if (self->awaits_baseline)
    self->baseline_failed = TRUE;
  else
    fail (self, error);
  if (self->live_wanted)
    start_next_run (self);
  _rankle_study_notify_flags (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
_rankle_study_forget_run (RankleStudy *self)
{
  put_trajectory (self, PROP_TRAJECTORY, NULL);
  put_failure (self, NULL);
}

void
_rankle_study_connect_engine (RankleStudy *self)
{
  g_signal_connect_object (self->engine, "finished", G_CALLBACK (finished_cb), self, 0);
  g_signal_connect_object (self->engine, "failed", G_CALLBACK (failed_cb), self, 0);
}
