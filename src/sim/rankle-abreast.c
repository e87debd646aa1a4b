/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of several runs are made together. Those of one model, with the same rows and
 * tolerances, whose events are at the same times; what is given then, and how much, may
 * differ. Who else is a few is made alone, and so is what can share no steps. */

#include <string.h>

#include "rankle-integrator-private.h"
#include "rankle-run-abreast-private.h"

/* Eight lanes cost as much as so many runs, however many of them there are. */
#define WORTH_IT 4

typedef struct
{
  RankleIntegrator  *integrator;
  guint              n;
  RankleProtocol   **protocols;
  const atomic_bool *stop;
  RankleTrajectory **trajectories;
  gboolean           asked[RANKLE_LANES]; /* of a group that was made, or cannot be */
} Work;

static gboolean
has_equal_rows (const RankleProtocol *a, const RankleProtocol *b)
{
  guint         n_a, n_b;
  const double *x = rankle_protocol_get_times (a, &n_a);
  const double *y = rankle_protocol_get_times (b, &n_b);

  return n_a == n_b && memcmp (x, y, n_a * sizeof *x) == 0;
}

static gboolean
has_equal_schedule (const RankleProtocol *a, const RankleProtocol *b)
{
  guint              n_a, n_b;
  const RankleEvent *x = rankle_protocol_get_events (a, &n_a);
  const RankleEvent *y = rankle_protocol_get_events (b, &n_b);

  for (guint i = 0; n_a == n_b && i < n_a; i++)
    if (x[i].time < y[i].time || x[i].time > y[i].time)
      return FALSE;
  return n_a == n_b;
}

static gboolean
has_equal_tolerances (const RankleProtocol *a, const RankleProtocol *b)
{
  double x[] = { rankle_protocol_get_relative_tolerance (a),
                 rankle_protocol_get_absolute_tolerance (a) };
  double y[] = { rankle_protocol_get_relative_tolerance (b),
                 rankle_protocol_get_absolute_tolerance (b) };

  return memcmp (x, y, sizeof x) == 0;
}

static gboolean
holds_any (const RankleProtocol *protocol)
{
  const gboolean *held = rankle_protocol_get_held (protocol);
  guint           n = rankle_model_get_n_states (rankle_protocol_get_model (protocol));

  for (guint i = 0; i < n; i++)
    if (held[i])
      return TRUE;
  return FALSE;
}

/* Lanes are not asked which states have no rate. */
static gboolean
may_share (const RankleProtocol *a, const RankleProtocol *b)
{
  return !holds_any (a) && !holds_any (b) &&
         rankle_protocol_get_model (a) == rankle_protocol_get_model (b) &&
         rankle_protocol_get_hidden (a) == rankle_protocol_get_hidden (b) &&
         has_equal_tolerances (a, b) && has_equal_rows (a, b) &&
         has_equal_schedule (a, b);
}

/* Coarse runs have a method of their own. */
static RankleWideIntegrator *
widen (Work *work, RankleProtocol *protocol)
{
  if (rankle_protocol_get_relative_tolerance (protocol) >= RANKLE_COARSE)
    return NULL;
  return _rankle_integrator_widen (work->integrator,
                                   rankle_protocol_get_model (protocol));
}

/* The protocol of number @first and those that may share its steps. */
static void
run_group (Work *work, guint first)
{
  RankleProtocol       *protocols[RANKLE_LANES];
  RankleTrajectory     *trajectories[RANKLE_LANES] = { 0 };
  RankleWideIntegrator *wide = NULL;
  guint                 members[RANKLE_LANES], n = 0;

  for (guint i = first; i < work->n; i++)
    if (!work->asked[i] && may_share (work->protocols[first], work->protocols[i]))
      {
        work->asked[i] = TRUE;
        protocols[n] = work->protocols[i];
        members[n++] = i;
      }
  if (n >= WORTH_IT)
    wide = widen (work, protocols[0]);
  if (wide == NULL)
    return;
  _rankle_run_abreast (wide, n, protocols, work->stop, trajectories);
  for (guint i = 0; i < n; i++)
    work->trajectories[members[i]] = trajectories[i];
}

void
rankle_integrator_run_abreast (RankleIntegrator  *integrator,
                               guint              n,
                               RankleProtocol   **protocols,
                               const atomic_bool *stop,
                               RankleTrajectory **trajectories,
                               GError           **errors)
{
  Work work = { integrator, n, protocols, stop, trajectories, { 0 } };

  g_return_if_fail (integrator != NULL && n <= RANKLE_LANES);

  for (guint i = 0; i < n; i++)
    {
      rankle_protocol_seal (protocols[i]);
      trajectories[i] = NULL;
      errors[i] = NULL;
    }
  for (guint i = 0; i < n; i++)
    if (!work.asked[i])
      run_group (&work, i);
  for (guint i = 0; i < n; i++)
    if (trajectories[i] == NULL)
      trajectories[i] =
          rankle_integrator_run (integrator, protocols[i], stop, &errors[i]);
}
