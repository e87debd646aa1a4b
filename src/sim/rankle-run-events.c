/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-events-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-integrator.h"
#include "rankle-timed-event.h"

/* An event happens when its trigger becomes true. Triggers that do not ask the state
 * change at the workspace's breakpoints and jumps and with parameters only, and the run
 * stops at all of these. There each is asked twice: at the time itself, and at the next
 * number after it, since "time > 40" is false at 40 and "time == 40" false after it.
 *
 * Those that ask the state are looked at after each step, at several places along it, and
 * where one has changed the moment is found by halving. What comes and goes between two
 * of these places is not seen.
 *
 * Of several at one time the first in the file goes first. What one does may trigger
 * others, or undo their triggers. */

#define MOST_AT_ONCE 10000
/* Places along a step. */
#define LOOKS 4
#define MOST  1000000

void
_rankle_run_events_init (RankleRunEvents *self,
                         RankleModel     *model,
                         RankleWorkspace *workspace)
{
  self->model = model;
  self->workspace = workspace;
  self->n = rankle_model_get_n_timed_events (model);
  self->was = g_new0 (gboolean, self->n + 1);
  self->is = g_new0 (gboolean, self->n + 1);
  self->pending = g_new0 (gboolean, self->n + 1);
  self->values = g_new0 (double, rankle_model_get_n_event_values (model) + 1);
  self->early = g_new0 (double, rankle_model_get_n_event_values (model) + 1);
  self->happened = 0;
  for (guint i = 0; i < self->n; i++)
    {
      const RankleTimedEvent *event = rankle_model_get_timed_event (model, i);

      self->was[i] = event->was_true;
      self->by_state |= event->by_state;
    }
}

/* ---- triggers that ask the state ---- */

/* FALSE: what a trigger is at @time is not what is noted; or the solver cannot tell. */
static gboolean
is_as_noted (RankleRunEvents *self, RankleIntegrator *integrator, double time)
{
  const double *state = _rankle_integrator_interpolate (integrator, time, NULL);

  if (state == NULL)
    return FALSE;
  rankle_workspace_triggers (self->workspace, time, state, self->is);
  for (guint i = 0; i < self->n; i++)
    if (rankle_model_get_timed_event (self->model, i)->by_state &&
        self->is[i] != self->was[i])
      return FALSE;
  return TRUE;
}

/* Between @before, where all is as noted, and @after, where something is not. */
static double
halve (RankleRunEvents *self, RankleIntegrator *integrator, double before, double after)
{
  while (TRUE)
    {
      double middle = before + 0.5 * (after - before);

      if (!(middle > before && middle < after))
        return after;
      if (is_as_noted (self, integrator, middle))
        before = middle;
      else
        after = middle;
    }
}

double
_rankle_run_events_find (RankleRunEvents  *self,
                         RankleIntegrator *integrator,
                         double            from,
                         double            until)
{
  double before = from;

  for (guint k = 1; self->by_state && k <= LOOKS; k++)
    {
      double at = k == LOOKS ? until : from + k * (until - from) / LOOKS;

      if (!is_as_noted (self, integrator, at))
        return halve (self, integrator, before, at);
      before = at;
    }
  return until;
}

void
_rankle_run_events_clear (RankleRunEvents *self)
{
  g_clear_pointer (&self->was, g_free);
  g_clear_pointer (&self->is, g_free);
  g_clear_pointer (&self->pending, g_free);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->early, g_free);
}

/* At @moment, which is @time or just after it: what has become true is to happen. */
static void
notice (RankleRunEvents *self, double time, double moment, const double *state)
{
  gboolean any = FALSE;

  rankle_workspace_triggers (self->workspace, moment, state, self->is);
  for (guint i = 0; i < self->n; i++)
    any |= self->is[i] && !self->was[i];
  if (any)
    rankle_workspace_event_values (self->workspace, time, state, self->values);
  for (guint i = 0; any && i < self->n; i++)
    {
      const RankleTimedEvent *event = rankle_model_get_timed_event (self->model, i);

      if (!self->is[i] || self->was[i])
        continue;
      self->pending[i] = TRUE;
      memcpy (self->early + event->first_value, self->values + event->first_value,
              event->n_targets * sizeof (double));
    }
  memcpy (self->was, self->is, self->n * sizeof (gboolean));
}

static const RankleTimedEvent *
take_next (RankleRunEvents *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      const RankleTimedEvent *event = rankle_model_get_timed_event (self->model, i);

      if (!self->pending[i])
        continue;
      self->pending[i] = FALSE;
      if (event->persistent || self->is[i])
        return event;
    }

  return NULL;
}

static gboolean
check_values (const RankleTimedEvent *event,
              const double           *values,
              double                  time,
              GError                **error)
{
  for (guint i = 0; i < event->n_targets; i++)
    if (!isfinite (values[i]))
      {
        g_set_error (
            error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE,
            /* Translators: %1$s is the id of an event, %2$s of what it changes */
            _ ("the event “%1$s” at time %3$g makes of “%2$s” what is not a number"),
            event->id, event->targets[i]->id, time);
        return FALSE;
      }

  return TRUE;
}

/* What was derived at the start does not follow the change. */
static void
keep_derived (RankleRunEvents *self, double *parameters)
{
  guint        n;
  const guint *kept = rankle_model_get_kept_parameters (self->model, &n);

  for (guint i = 0; i < n; i++)
    if (isnan (parameters[kept[i]]))
      parameters[kept[i]] = rankle_workspace_get_parameter (self->workspace, kept[i]);
}

static void
assign (RankleRunEvents        *self,
        const RankleTimedEvent *event,
        const double           *values,
        double                 *state,
        double                 *parameters)
{
  const gboolean *held = rankle_workspace_get_held (self->workspace);

  keep_derived (self, parameters);
  for (guint i = 0; i < event->n_targets; i++)
    {
      const RankleQuantity *target = event->targets[i];

      if (target->kind != RANKLE_QUANTITY_STATE)
        parameters[target->index] = values[i];
      else if (held == NULL || !held[target->index])
        state[target->index] = values[i];
    }
  rankle_workspace_set_parameters (self->workspace, parameters);
}

static gboolean
let_happen (RankleRunEvents        *self,
            const RankleTimedEvent *event,
            double                  time,
            double                 *state,
            double                 *parameters,
            GError                **error)
{
  double *values = (event->early ? self->early : self->values) + event->first_value;

  if (!event->early)
    rankle_workspace_event_values (self->workspace, time, state, self->values);
  if (!check_values (event, values, time, error))
    return FALSE;
  assign (self, event, values, state, parameters);
  return TRUE;
}

static gboolean
happen_at (RankleRunEvents *self,
           double           time,
           double           moment,
           double          *state,
           double          *parameters,
           GError         **error)
{
  for (guint n = 0;; n++)
    {
      const RankleTimedEvent *event;

      notice (self, time, moment, state);
      event = take_next (self);
      if (event == NULL)
        return TRUE;
      if (n == MOST_AT_ONCE || self->happened++ == MOST)
        {
          g_set_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_FAILED,
                       _ ("there is no end to the events at time %g"), time);
          return FALSE;
        }
      if (!let_happen (self, event, time, state, parameters, error))
        return FALSE;
    }
}

gboolean
_rankle_run_events_happen (
    RankleRunEvents *self, double time, double *state, double *parameters, GError **error)
{
  return happen_at (self, time, time, state, parameters, error) &&
         happen_at (self, time, nextafter (time, INFINITY), state, parameters, error);
}
