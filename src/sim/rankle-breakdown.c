/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of a run that cannot go on: which state it breaks down at, whether that one grows
 * without bound, and which parameter its rate depends on most. */

#include "rankle-breakdown-private.h"

#include <math.h>

/* What doubles within so much of the time that has passed will be infinite before any
 * time passes. */
#define NEXT_TO_NO_TIME 1e-6
/* By how much of itself a parameter is moved, and what of a rate is rounding. */
#define NUDGE    1e-4
#define ROUNDING 1e-9
/* Parameters times states: to ask of more than that takes longer than the run did. */
#define MOST_ASKED 1000000

/* The state that changes fastest against its tolerance. */
static guint
find_fastest (const RankleStanding *standing,
              const double         *rates,
              guint                 n,
              double                relative)
{
  double worst = -1;
  guint  fastest = 0;

  for (guint i = 0; i < n; i++)
    {
      double allowed = relative * fabs (standing->state[i]) + standing->absolute[i];
      double speed = fabs (rates[i]) / allowed;

      if (!isfinite (speed))
        return i;
      if (speed > worst)
        {
          worst = speed;
          fastest = i;
        }
    }
  return fastest;
}

static gboolean
is_unbounded (double time, double value, double rate)
{
  return isfinite (rate) && value * rate > 0 &&
         fabs (value) < fabs (rate) * NEXT_TO_NO_TIME * time;
}

/* (transfer full): the present parameters, where those that are derived follow from the
 * others. */
static double *
list_parameters (const RankleStanding *standing, guint n)
{
  double *parameters = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    parameters[i] = rankle_model_get_parameter (standing->model, i)->derived
                        ? NAN
                        : rankle_workspace_get_parameter (standing->workspace, i);
  return parameters;
}

static double
ask_rate (RankleWorkspace      *workspace,
          const RankleStanding *standing,
          guint                 state,
          const double         *parameters,
          double               *rates)
{
  rankle_workspace_set_parameters (workspace, parameters);
  rankle_workspace_rates (workspace, standing->inside, standing->state, rates);
  return rates[state];
}

/* With a workspace of its own: rows of the run are still to be written with the other. */
static int
find_parameter (const RankleStanding *standing, guint state, double *rates)
{
  guint              n = rankle_model_get_n_parameters (standing->model);
  g_autofree double *parameters = list_parameters (standing, n);
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (standing->model);
  double rate = ask_rate (workspace, standing, state, parameters, rates);
  double most = ROUNDING * fabs (rate);
  int    found = -1;

  for (guint i = 0; i < n; i++)
    {
      double value = parameters[i], change;

      parameters[i] = value * (1 + NUDGE);
      change = fabs (ask_rate (workspace, standing, state, parameters, rates) - rate);
      parameters[i] = value;
      if (isfinite (change) && change > most)
        {
          most = change;
          found = (int)i;
        }
    }
  return found;
}

void
_rankle_breakdown_diagnose (RankleBreakdown *breakdown, const RankleStanding *standing)
{
  guint   n = rankle_model_get_n_states (standing->model);
  gsize   asked = (gsize)n * rankle_model_get_n_parameters (standing->model);
  double *rates = g_new0 (double, n + 1);

  rankle_workspace_rates (standing->workspace, standing->inside, standing->state, rates);
  breakdown->state = standing->not_finite >= 0
                         ? (guint)standing->not_finite
                         : find_fastest (standing, rates, n, breakdown->relative);
  breakdown->parameter = -1;
  if (breakdown->failure != RANKLE_FAILURE_TOO_MANY_STEPS && n > 0 &&
      is_unbounded (breakdown->time, standing->state[breakdown->state],
                    rates[breakdown->state]))
    breakdown->failure = RANKLE_FAILURE_UNBOUNDED;
  if (n > 0 && asked <= MOST_ASKED)
    breakdown->parameter = find_parameter (standing, breakdown->state, rates);
  g_free (rates);
}
