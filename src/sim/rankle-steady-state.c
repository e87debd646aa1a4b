/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Steady state: settle first, so that of several steady states it is the one that the
 * initial state leads to, then polish by Newton. Where Newton would go far, what is slow
 * has not settled, and how far against how fast tells how long it will take. Where the
 * Jacobian is singular (something is conserved) the settled state stands if it is settled
 * enough; where something drifts for ever, that is the answer.
 *
 * It is that of the model as it stands at time 0: what changes at a moment is left out,
 * and of a model that goes on changing there is none. */

#include <math.h>

#include "rankle-failure-private.h"
#include "rankle-integrator-private.h"

/* Settling times, in horizons of the model: 1, 10, … */
#define SETTLINGS    6
#define NEWTON_STEPS 12
/* Of the solver, in all settlings: what has not settled by then goes in circles. */
#define SETTLING_STEPS 20000
/* Relative; a state counts as settled when in a horizon it would move less than this. */
#define SETTLED 1e-7
/* In absolute tolerances: below it a state counts as 0. */
#define SMALL 1e3
/* Newton's last step, relative. */
#define POLISHED 1e-10
/* Newton may move a settled state by so much and no more: beyond it is another steady
 * state. */
#define NEAR 1e-2
/* Of what is slowest, in the times that it takes to fall to 1/e. */
#define PATIENCE 30
/* Times at which a model that rests is looked at again. */
#define LOOKS 16

typedef struct
{
  RankleIntegrator *integrator;
  RankleModel      *model;
  RankleWorkspace  *workspace;
  guint             n;
  guint             steps_left; /* for settling */
  double           *rates, *step, *scale;
  gboolean          is_far; /* Newton would leave what has settled */
} Search;

/* What a move of @state is measured by. */
static void
set_scale (Search *search, const double *state)
{
  const double *absolute = _rankle_integrator_absolute (search->integrator);

  for (guint i = 0; i < search->n; i++)
    search->scale[i] = fabs (state[i]) + SMALL * absolute[i];
}

/* What runs at time 0 goes on for ever; everything else is left out. */
static void
apply_standing_events (Search *search, RankleProtocol *protocol)
{
  guint              n;
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n);
  const gboolean    *held = rankle_protocol_get_held (protocol);
  g_autofree double *parameters =
      g_memdup2 (rankle_protocol_get_parameters (protocol),
                 rankle_model_get_n_parameters (search->model) * sizeof (double));

  for (guint i = 0; i < n && events[i].time <= 0; i++)
    {
      if (events[i].kind == RANKLE_EVENT_INFUSION && held[events[i].target])
        continue;
      if (events[i].kind == RANKLE_EVENT_INFUSION)
        _rankle_integrator_infusion (search->integrator)[events[i].target] +=
            events[i].value;
      else if (events[i].kind == RANKLE_EVENT_PARAMETER)
        parameters[events[i].target] = events[i].value;
    }
  rankle_workspace_set_parameters (search->workspace, parameters);
}

/* The largest relative move in a horizon; *@worst is the state that makes it. */
static double
measure_drift (Search *search, const double *state, double horizon, guint *worst)
{
  const double *infusion = _rankle_integrator_infusion (search->integrator);
  double        most = 0;

  *worst = 0;
  set_scale (search, state);
  rankle_workspace_rates (search->workspace, 0, state, search->rates);
  for (guint i = 0; i < search->n; i++)
    {
      double drift = fabs (search->rates[i] + infusion[i]) * horizon / search->scale[i];

      if (!(drift <= most))
        {
          most = drift;
          *worst = i;
        }
    }
  return most;
}

/* Ends early when the steps are used up. */
static gboolean
settle (Search *search, double until, GError **error)
{
  double time = 0;

  if (!_rankle_integrator_restart (search->integrator, 0, until, error))
    return FALSE;
  for (; time < until && search->steps_left > 0; search->steps_left--)
    if (!_rankle_integrator_step (search->integrator, &time, error))
      return FALSE;
  return TRUE;
}

/* Refines @state; FALSE if the iteration ends elsewhere or nowhere. */
static gboolean
polish (Search *search, double *state)
{
  set_scale (search, state);
  search->is_far = FALSE;
  for (guint k = 0; k < NEWTON_STEPS; k++)
    {
      double move = 0;

      if (!_rankle_integrator_newton (search->integrator, state, search->scale,
                                      search->step))
        return FALSE;
      for (guint i = 0; i < search->n; i++)
        {
          move = MAX (move, fabs (search->step[i]) / search->scale[i]);
          state[i] += search->step[i];
        }
      search->is_far = move > NEAR;
      if (search->is_far)
        return FALSE;
      if (move < POLISHED)
        return TRUE;
    }
  return FALSE;
}

static void
copy_state (Search *search, double *state)
{
  const double *reached = _rankle_integrator_state (search->integrator);

  for (guint i = 0; i < search->n; i++)
    state[i] = reached[i];
}

/* How long what is slowest would take to go where Newton would go. */
static double
measure_slowness (Search *search, const double *state)
{
  const double *infusion = _rankle_integrator_infusion (search->integrator);
  double        slowest = 0;

  if (!search->is_far ||
      !_rankle_integrator_newton (search->integrator, state, search->scale, search->step))
    return 0;
  rankle_workspace_rates (search->workspace, 0, state, search->rates);
  for (guint i = 0; i < search->n; i++)
    {
      double time = fabs (search->step[i] / (search->rates[i] + infusion[i]));

      if (fabs (search->step[i]) > NEAR * search->scale[i] && isfinite (time))
        slowest = fmax (slowest, time);
    }
  return slowest;
}

static double
get_horizon (const Search *search)
{
  return rankle_model_get_horizon (search->model) > 0
             ? rankle_model_get_horizon (search->model)
             : 1;
}

static gboolean
search_steady_state (Search *search, double *state, GError **error)
{
  double horizon = get_horizon (search);
  double until = horizon;
  double drift = INFINITY;
  guint  worst = 0;

  for (guint k = 0; k < SETTLINGS && search->steps_left > 0; k++)
    {
      if (!settle (search, until, error))
        return FALSE;
      copy_state (search, state);
      if (polish (search, state))
        return TRUE;
      copy_state (search, state);
      drift = measure_drift (search, state, horizon, &worst);
      if (drift < SETTLED && !search->is_far)
        return TRUE;
      until = fmax (10 * until, PATIENCE * measure_slowness (search, state));
    }
  return _rankle_failure_set_drift (search->model, worst, drift, horizon, error);
}

/* The first moment at which anything changes at once, or the horizon. */
static double
find_first_moment (Search *search)
{
  double        first = get_horizon (search);
  guint         n;
  const double *moments = rankle_workspace_get_breakpoints (search->workspace, &n);

  for (guint i = n; i-- > 0;)
    if (moments[i] > 0)
      first = fmin (first, moments[i]);
  return rankle_workspace_find_jump (search->workspace, 0, first);
}

/* What was found for time 0 is none if it moves again before anything happens. */
static gboolean
check_rest (Search *search, const double *state, GError **error)
{
  double             horizon = get_horizon (search), first = find_first_moment (search);
  g_autofree double *before = g_new (double, search->n + 1);

  set_scale (search, state);
  rankle_workspace_rates (search->workspace, 0, state, before);
  for (guint k = 1; k <= LOOKS; k++)
    {
      /* Not in even steps, which might all meet a wave where it is 0. */
      double time = first * pow (k / (LOOKS + 0.5), 1.5);

      rankle_workspace_rates (search->workspace, time, state, search->rates);
      for (guint i = 0; i < search->n; i++)
        if (fabs (search->rates[i] - before[i]) * horizon > NEAR * search->scale[i])
          return _rankle_failure_set_forced (search->model, i, time, error);
    }
  return TRUE;
}

gboolean
rankle_integrator_find_steady_state (RankleIntegrator  *integrator,
                                     RankleProtocol    *protocol,
                                     const atomic_bool *stop,
                                     double            *state,
                                     GError           **error)
{
  Search   search = { .integrator = integrator, .steps_left = SETTLING_STEPS };
  gboolean found;

  g_return_val_if_fail (integrator != NULL && protocol != NULL && state != NULL, FALSE);

  rankle_protocol_seal (protocol);
  if (!_rankle_integrator_prepare (integrator, protocol, stop, error))
    return FALSE;
  search.model = rankle_protocol_get_model (protocol);
  search.workspace = _rankle_integrator_workspace (integrator);
  search.n = rankle_model_get_n_states (search.model);
  search.rates = g_new (double, search.n + 1);
  search.step = g_new (double, search.n + 1);
  search.scale = g_new (double, search.n + 1);
  apply_standing_events (&search, protocol);
  _rankle_integrator_freeze_time (integrator, TRUE);
  found =
      search_steady_state (&search, state, error) && check_rest (&search, state, error);
  g_free (search.rates);
  g_free (search.step);
  g_free (search.scale);
  return found;
}
