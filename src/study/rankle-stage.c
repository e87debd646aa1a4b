/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Live run, baseline and kept runs are asked for side by side, in two lanes of the
 * runner:
 *
 * 1. One serial at most is awaited of LIVE. Any other result or failure is late: ignored.
 * 2. A baseline is asked for once for each model, horizon and evidence, and kept run that
 * it is; one that failed is not tried again until one of them changes.
 * 3. A question that comes to the same protocol as the baseline's is answered by it: no
 *    second run.
 * 4. What is shown is of the session's model: another model's curves have other columns,
 *    and are no "last good curves".
 * 5. Of a run that failed what was computed until then is shown, where that is a curve;
 *    else the last good curves stay.
 * 6. Nothing waits for a kept run. */

#include "config.h"

#include "rankle-stage.h"

#include <math.h>

#include "rankle-failure-words.h"
#include "rankle-integrator.h"
#include "rankle-kept-shows.h"

/* A slider's handler waits no longer than this for its own run. */
#define PATIENCE_US 8000
/* While it is drawn along, a run is to be looked at once and is soon replaced: right to a
 * part of a pixel, and twice as quick as one to be read. */
#define GLANCE 1e-3

struct _RankleStage
{
  RankleStageFunc  changed_func;
  gpointer         data;
  RankleRunner    *runner; /* (owned) */
  RankleWatch     *watch;  /* (owned): the baseline's */
  RankleKeptShows *kept;   /* (owned) */

  RankleModel    *model;    /* (owned) (nullable): of all below */
  RankleEvidence *evidence; /* (owned) (nullable) */
  RankleFinder   *finder;   /* (owned) (nullable): of model and evidence */

  RankleRun        *run;      /* (owned) (nullable) */
  RankleTrajectory *baseline; /* (owned) (nullable) */
  char             *failure;  /* (owned) (nullable) */
  GArray           *findings; /* (owned): RankleFinding, of the run */

  RankleQuestion *asked;    /* (owned) (nullable): last, of LIVE or of the baseline */
  RankleProtocol *protocol; /* (owned) (nullable): of it; NULL: it cannot be run */
  guint64         awaited;
  gboolean        awaits_baseline; /* it is the answer, and has not come */

  RankleSession  *told_beside; /* (owned) (nullable): whose baseline that is */
  RankleProtocol *reference;   /* (owned) (nullable): of it; NULL: it cannot be run */
  double          reference_horizon;
  GError         *baseline_error; /* (owned) (nullable) */

  guint    changed, depth; /* what is to be told, and how deep in an event we are */
  gboolean busy;           /* as last told */
  gboolean closed;
};

/* ---- what is told ---- */

static void
enter (RankleStage *self)
{
  self->depth++;
}

static void
leave (RankleStage *self)
{
  gboolean busy = rankle_stage_is_busy (self);
  guint    changed;

  g_assert (self->depth > 0);
  if (--self->depth > 0)
    return;
  changed = self->changed | (busy != self->busy ? RANKLE_STAGE_BUSY : 0);
  self->changed = 0;
  self->busy = busy;
  if (changed != 0)
    self->changed_func (changed, self->data);
}

static gboolean
are_of_same_rows (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_array_index (a, RankleFinding, i).row !=
        g_array_index (b, RankleFinding, i).row)
      return FALSE;
  return TRUE;
}

static void
renew_findings (RankleStage *self)
{
  RankleTrajectory *trajectory = rankle_stage_get_trajectory (self);
  g_autoptr (GArray) old = g_steal_pointer (&self->findings);

  if (self->finder != NULL && trajectory != NULL)
    self->findings = rankle_finder_list (self->finder, trajectory);
  else
    self->findings = g_array_new (FALSE, FALSE, sizeof (RankleFinding));
  if (!are_of_same_rows (old, self->findings))
    self->changed |= RANKLE_STAGE_FINDINGS;
}

/* Takes @run (nullable). */
static void
put_run (RankleStage *self, RankleRun *run)
{
  RankleTrajectory *old = rankle_stage_get_trajectory (self);
  g_autoptr (RankleRun) owned = g_steal_pointer (&self->run);

  self->run = run;
  if (rankle_stage_get_trajectory (self) == old)
    return;
  self->changed |= RANKLE_STAGE_RUN;
  renew_findings (self);
}

static void
put_baseline (RankleStage *self, RankleTrajectory *baseline)
{
  if (self->baseline == baseline)
    return;
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
  if (baseline != NULL)
    self->baseline = rankle_trajectory_ref (baseline);
  self->changed |= RANKLE_STAGE_BASELINE;
}

/* Takes @failure (nullable). */
static void
put_failure (RankleStage *self, char *failure)
{
  g_autofree char *old = self->failure;

  self->failure = failure;
  if (g_strcmp0 (old, failure) != 0)
    self->changed |= RANKLE_STAGE_FAILURE;
}

static void
show (RankleStage *self, RankleTrajectory *trajectory)
{
  g_assert (self->asked != NULL && trajectory != NULL);

  put_run (self, rankle_run_new (self->asked, trajectory, NULL));
  put_failure (self, NULL);
}

static void
fail (RankleStage *self, const GError *error)
{
  RankleTrajectory *partial = rankle_sim_error_get_partial (error);

  g_assert (*error->message != '\0');
  g_assert (partial == NULL || rankle_trajectory_is_partial (partial));

  if (partial != NULL)
    {
      put_run (self, rankle_run_new (self->asked, partial, NULL));
      put_failure (self, rankle_failure_until_then_in_words (error->message));
    }
  else
    {
      /* What another run came to is no good curve. */
      if (self->run != NULL &&
          rankle_trajectory_is_partial (rankle_stage_get_trajectory (self)))
        put_run (self, NULL);
      put_failure (self, rankle_failure_in_words (error->message, self->run != NULL));
    }
}

/* ---- what comes ---- */

static void
finished_cb (RankleRunner     *runner,
             guint64           serial,
             RankleTrajectory *trajectory,
             RankleStage      *self)
{
  if (serial != self->awaited)
    return;
  enter (self);
  self->awaited = 0;
  show (self, trajectory);
  leave (self);
}

static void
failed_cb (RankleRunner *runner, guint64 serial, const GError *error, RankleStage *self)
{
  if (serial != self->awaited)
    return;
  enter (self);
  self->awaited = 0;
  fail (self, error);
  leave (self);
}

static void
show_baseline_as_run (RankleStage *self)
{
  self->awaited = 0;
  self->awaits_baseline = FALSE;
  if (self->baseline != NULL)
    show (self, self->baseline);
  else if (self->baseline_error != NULL)
    fail (self, self->baseline_error);
  else
    self->awaits_baseline = TRUE;
}

static void
baseline_cb (RankleWatch      *watch,
             RankleTrajectory *trajectory,
             const GError     *error,
             gpointer          data)
{
  RankleStage *self = data;

  g_assert (trajectory == NULL ||
            rankle_protocol_equal (rankle_trajectory_get_protocol (trajectory),
                                   self->reference));
  enter (self);
  put_baseline (self, trajectory);
  if (trajectory == NULL)
    self->baseline_error = g_error_copy (error);
  if (self->awaits_baseline)
    show_baseline_as_run (self);
  leave (self);
}

/* ---- what is asked ---- */

static void
kept_cb (gpointer data)
{
  RankleStage *self = data;

  enter (self);
  self->changed |= RANKLE_STAGE_KEPT;
  leave (self);
}

static void
put_told_beside (RankleStage *self, RankleSession *session)
{
  RankleSession *old = self->told_beside;

  self->told_beside = session != NULL ? rankle_session_ref (session) : NULL;
  g_clear_pointer (&old, rankle_session_unref);
}

static gboolean
is_told_beside_other (const RankleStage *self, RankleSession *session)
{
  return self->told_beside == NULL ||
         fabs (rankle_session_get_horizon (session) - self->reference_horizon) > 0 ||
         !rankle_session_has_same_baseline (self->told_beside, session);
}

static void
ask_baseline (RankleStage *self, RankleSession *session)
{
  g_autoptr (RankleQuestion) question =
      rankle_session_make_baseline_question (session, self->finder);

  put_told_beside (self, session);
  g_clear_pointer (&self->reference, rankle_protocol_unref);
  g_clear_error (&self->baseline_error);
  self->reference = rankle_question_make_protocol (question, &self->baseline_error);
  self->reference_horizon = rankle_session_get_horizon (session);
  self->awaits_baseline = FALSE;
  /* Neither result nor failure of the one before is of any use. */
  rankle_watch_forget (self->watch);
  if (self->reference != NULL)
    rankle_watch_ask (self->watch, self->reference);
  if (self->reference == NULL || rankle_watch_is_waiting (self->watch))
    put_baseline (self, NULL);
}

static void
ask_live (RankleStage *self, RankleSession *session, gboolean glance)
{
  g_autoptr (GError) error = NULL;

  g_assert (self->model == rankle_session_get_model (session));

  g_clear_pointer (&self->asked, rankle_question_unref);
  g_clear_pointer (&self->protocol, rankle_protocol_unref);
  self->asked = rankle_session_make_question (session, self->finder);
  if (glance)
    rankle_question_set_tolerances (self->asked, GLANCE, 0);
  self->protocol = rankle_question_make_protocol (self->asked, &error);
  self->awaited = 0;
  self->awaits_baseline = FALSE;
  if (self->protocol == NULL)
    fail (self, error);
  else if (self->reference != NULL &&
           rankle_protocol_equal (self->protocol, self->reference))
    show_baseline_as_run (self);
  else
    self->awaited = rankle_runner_submit (self->runner, self->protocol);
}

static void
wait_a_little (RankleStage *self)
{
  gint64 deadline = g_get_monotonic_time () + PATIENCE_US;

  while (self->awaited != 0 && !self->closed)
    {
      gint64 left = deadline - g_get_monotonic_time ();

      if (left <= 0 || !rankle_runner_wait (self->runner, left))
        return;
    }
}

/* TRUE: model or evidence is another, and with it the baseline's rows. */
static gboolean
take_parts (RankleStage *self, RankleSession *session)
{
  RankleModel    *model = rankle_session_get_model (session);
  RankleEvidence *evidence = rankle_session_get_evidence (session);
  RankleEvidence *old = self->evidence;

  if (self->model == model && self->evidence == evidence)
    return FALSE;
  g_clear_pointer (&self->finder, rankle_finder_free);
  self->evidence = evidence != NULL ? rankle_evidence_ref (evidence) : NULL;
  if (self->model != model)
    {
      put_run (self, NULL);
      put_failure (self, NULL);
      g_clear_pointer (&self->model, rankle_model_unref);
      self->model = rankle_model_ref (model);
    }
  if (evidence != NULL)
    self->finder = rankle_finder_new (evidence, model);
  renew_findings (self);
  /* Its rows have been compared with until now. */
  g_clear_pointer (&old, rankle_evidence_unref);
  return TRUE;
}

static void
take_kept (RankleStage *self, RankleSession *session)
{
  if (rankle_kept_shows_take (self->kept, session, self->finder))
    self->changed |= RANKLE_STAGE_KEPT;
}

void
rankle_stage_take_kept (RankleStage *self, RankleSession *session)
{
  g_return_if_fail (self != NULL && session != NULL);

  if (self->closed || rankle_session_get_model (session) != self->model ||
      self->model == NULL)
    return;
  enter (self);
  take_kept (self, session);
  leave (self);
}

void
rankle_stage_ask (RankleStage *self, RankleSession *session, gboolean glance)
{
  gboolean is_other;

  g_return_if_fail (self != NULL && session != NULL);

  if (self->closed || rankle_session_get_model (session) == NULL)
    return;
  enter (self);
  is_other = take_parts (self, session);
  if (is_other || is_told_beside_other (self, session))
    ask_baseline (self, session);
  ask_live (self, session, glance);
  take_kept (self, session);
  wait_a_little (self);
  leave (self);
}

/* ---- what there is ---- */

RankleTrajectory *
rankle_stage_get_trajectory (const RankleStage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->run == NULL ? NULL : rankle_run_get_trajectory (self->run);
}

RankleProtocol *
rankle_stage_get_asked (const RankleStage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->protocol;
}

RankleTrajectory *
rankle_stage_get_baseline (const RankleStage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->baseline;
}

const char *
rankle_stage_get_failure (const RankleStage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->failure;
}

GArray *
rankle_stage_get_findings (const RankleStage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->findings;
}

const RankleKeptResult *
rankle_stage_get_kept (const RankleStage *self, guint *n)
{
  g_return_val_if_fail (self != NULL && n != NULL, NULL);

  return rankle_kept_shows_get (self->kept, n);
}

gboolean
rankle_stage_is_busy (const RankleStage *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->closed && (self->awaited != 0 || rankle_watch_is_waiting (self->watch));
}

RankleRunner *
rankle_stage_get_runner (RankleStage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->runner;
}

/* ---- life ---- */

RankleStage *
rankle_stage_new (RankleStageFunc changed, gpointer data)
{
  RankleStage *self = g_new0 (RankleStage, 1);

  g_assert (changed != NULL);
  self->changed_func = changed;
  self->data = data;
  self->runner = rankle_runner_new ();
  self->watch = rankle_watch_new (self->runner, baseline_cb, self);
  self->kept = rankle_kept_shows_new (self->runner, kept_cb, self);
  self->findings = g_array_new (FALSE, FALSE, sizeof (RankleFinding));
  g_signal_connect (self->runner, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (self->runner, "failed", G_CALLBACK (failed_cb), self);
  return self;
}

void
rankle_stage_close (RankleStage *self)
{
  g_return_if_fail (self != NULL);

  if (self->closed)
    return;
  self->closed = TRUE;
  self->awaited = 0;
  rankle_runner_close (self->runner);
}

void
rankle_stage_free (RankleStage *self)
{
  if (self == NULL)
    return;
  rankle_stage_close (self);
  g_signal_handlers_disconnect_by_data (self->runner, self);
  g_clear_pointer (&self->watch, rankle_watch_free);
  g_clear_pointer (&self->kept, rankle_kept_shows_free);
  put_told_beside (self, NULL);
  g_clear_object (&self->runner);
  g_clear_pointer (&self->asked, rankle_question_unref);
  g_clear_pointer (&self->protocol, rankle_protocol_unref);
  g_clear_pointer (&self->reference, rankle_protocol_unref);
  g_clear_pointer (&self->run, rankle_run_unref);
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
  g_clear_pointer (&self->finder, rankle_finder_free);
  g_clear_pointer (&self->evidence, rankle_evidence_unref);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_array_unref (self->findings);
  g_free (self->failure);
  g_clear_error (&self->baseline_error);
  g_free (self);
}
