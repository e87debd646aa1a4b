/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A run over its schedule: from one discontinuity to the next, with a restart of the
 * solver at each.
 *
 * Discontinuities are the protocol's events, the model's own (rankle-run-events.c) and
 * the times at which a condition on time changes in the model. The solver never steps
 * across one. Where protocol and model act at one time the protocol goes first. A row
 * asked for at such a time is the state before it. Rows in between are interpolated:
 * asking for more rows does not change the steps.
 *
 * What is reported of a state that starts at 0 or above and has left the solver below 0
 * by no more than the solver's error is 0; anything further below is shown as it is. */

#include <float.h>
#include <math.h>
#include <time.h>

#include "rankle-failure-private.h"
#include "rankle-integrator-private.h"
#include "rankle-run-events-private.h"
#include "rankle-run-private.h"
#include "rankle-trajectory-private.h"

typedef struct
{
  RankleIntegrator  *integrator;
  RankleProtocol    *protocol;
  RankleModel       *model;
  RankleWorkspace   *workspace;
  RankleTrajectory  *trajectory;
  guint              n_states, n_observables; /* as reported */
  gboolean           hidden;
  const double      *times;
  guint              n_times, next_time;
  const RankleEvent *events;
  guint              n_events, next_event;
  double            *parameters;   /* NaN: default; as the events have left them */
  gboolean          *non_negative; /* starts at 0 or above */
  RankleRunEvents    own;          /* the model's events */

  /* Rows that wait for their observables: number i of row l at [i * RANKLE_LANES + l] */
  double *rows; /* states, then observables */
  double  row_times[RANKLE_LANES];
  guint   first_row, n_rows;
} Run;

/* Lanes that no row fills repeat the last one. */
static void
fill_lanes (Run *run)
{
  for (guint l = run->n_rows; l < RANKLE_LANES; l++)
    {
      run->row_times[l] = run->row_times[run->n_rows - 1];
      for (guint i = 0; i < run->n_states; i++)
        run->rows[i * RANKLE_LANES + l] = run->rows[i * RANKLE_LANES + run->n_rows - 1];
    }
}

/* Before parameters change, since observables depend on them. */
static void
write_rows (Run *run)
{
  if (run->n_rows == 0)
    return;
  fill_lanes (run);
  rankle_workspace_observables_wide (run->workspace, run->hidden, run->row_times,
                                     run->rows, run->rows + run->n_states * RANKLE_LANES);
  for (guint i = 0; i < run->n_states + run->n_observables; i++)
    {
      double *column = _rankle_trajectory_column (run->trajectory, i) + run->first_row;

      for (guint l = 0; l < run->n_rows; l++)
        column[l] = run->rows[i * RANKLE_LANES + l];
    }
  run->n_rows = 0;
}

static void
add_row (Run *run, const double *state, double time)
{
  const double *absolute = _rankle_integrator_absolute (run->integrator);
  guint         l = run->n_rows++;

  if (l == 0)
    run->first_row = run->next_time;
  run->next_time++;
  run->row_times[l] = time;
  for (guint i = 0; i < run->n_states; i++)
    {
      gboolean is_zero = run->non_negative[i] && state[i] < 0 &&
                         state[i] >= -RANKLE_SMALL_EXCURSION * absolute[i];

      run->rows[i * RANKLE_LANES + l] = is_zero ? 0 : state[i];
    }
  if (run->n_rows == RANKLE_LANES)
    write_rows (run);
}

/* The rows up to @time are the present state: there is no step to interpolate. */
static void
add_present (Run *run, double time)
{
  while (run->next_time < run->n_times && run->times[run->next_time] <= time)
    add_row (run, _rankle_integrator_state (run->integrator), time);
}

static gboolean
add_passed (Run *run, double reached, GError **error)
{
  while (run->next_time < run->n_times && run->times[run->next_time] <= reached)
    {
      double        time = run->times[run->next_time];
      const double *state = _rankle_integrator_interpolate (run->integrator, time, error);

      if (state == NULL)
        return FALSE;
      add_row (run, state, time);
    }
  return TRUE;
}

void
_rankle_run_add_inflow (double *inflow, double rate)
{
  *inflow += rate;
  if (fabs (*inflow) < 1e-12 * fabs (rate))
    *inflow = 0;
}

/* What is given into a state that is held goes nowhere. */
static gboolean
is_held (Run *run, const RankleEvent *event)
{
  const gboolean *held = rankle_workspace_get_held (run->workspace);

  return held != NULL && event->kind != RANKLE_EVENT_PARAMETER && held[event->target];
}

static void
apply_event (Run *run, const RankleEvent *event)
{
  write_rows (run);
  if (is_held (run, event))
    return;
  switch (event->kind)
    {
    case RANKLE_EVENT_DOSE:
      _rankle_integrator_state (run->integrator)[event->target] += event->value;
      break;
    case RANKLE_EVENT_INFUSION:
      _rankle_run_add_inflow (
          &_rankle_integrator_infusion (run->integrator)[event->target], event->value);
      break;
    case RANKLE_EVENT_PARAMETER:
      run->parameters[event->target] = event->value;
      rankle_workspace_set_parameters (run->workspace, run->parameters);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
apply_events (Run *run, double time)
{
  while (run->next_event < run->n_events && run->events[run->next_event].time <= time)
    apply_event (run, &run->events[run->next_event++]);
}

static gboolean
apply_own_events (Run *run, double time, GError **error)
{
  if (run->own.n == 0)
    return TRUE;
  write_rows (run);
  return _rankle_run_events_happen (&run->own, time,
                                    _rankle_integrator_state (run->integrator),
                                    run->parameters, error);
}

/* The next discontinuity after @time that is known beforehand, or the end. Breakpoints
 * may have moved with a parameter. */
static double
find_known_limit (Run *run, double time)
{
  double        limit = run->times[run->n_times - 1];
  guint         n;
  const double *breakpoints = rankle_workspace_get_breakpoints (run->workspace, &n);

  if (run->next_event < run->n_events)
    limit = MIN (limit, run->events[run->next_event].time);
  for (guint i = 0; i < n; i++)
    if (breakpoints[i] > time)
      return MIN (limit, breakpoints[i]);
  return limit;
}

static double
find_limit (Run *run, double time)
{
  double limit = find_known_limit (run, time);

  return limit > time ? rankle_workspace_find_jump (run->workspace, time, limit) : limit;
}

gboolean
_rankle_run_is_nothing (double from, double to)
{
  return to - from <= 64 * DBL_EPSILON * fmax (fabs (from), fabs (to));
}

static gboolean
run_segment (Run *run, double *time, GError **error)
{
  double limit = find_limit (run, *time);

  if (_rankle_run_is_nothing (*time, limit))
    {
      *time = limit;
      add_present (run, limit);
      return TRUE;
    }
  if (!_rankle_integrator_restart (run->integrator, *time, limit, error))
    return FALSE;
  while (*time < limit)
    {
      double from = *time, reached;

      if (!_rankle_integrator_step (run->integrator, &reached, error))
        return FALSE;
      *time = _rankle_run_events_find (&run->own, run->integrator, from, reached);
      if (!add_passed (run, *time, error))
        return FALSE;
      if (*time < reached)
        return _rankle_integrator_step_back (run->integrator, *time, error);
    }
  return TRUE;
}

/* Nothing happens before the first row or time 0, whichever is earlier: doses before it
 * were never given, but what was running or changed is running and changed. */
static void
skip_early_events (Run *run, double start)
{
  for (; run->next_event < run->n_events && run->events[run->next_event].time < start;
       run->next_event++)
    if (run->events[run->next_event].kind != RANKLE_EVENT_DOSE)
      apply_event (run, &run->events[run->next_event]);
}

static gboolean
run_all (Run *run, GError **error)
{
  double time = MIN (0, run->times[0]);

  skip_early_events (run, time);
  add_present (run, time);
  while (run->next_time < run->n_times)
    {
      apply_events (run, time);
      if (!apply_own_events (run, time, error) || !run_segment (run, &time, error))
        return FALSE;
    }
  return TRUE;
}

static void
init_run (Run *run, RankleIntegrator *integrator, RankleProtocol *protocol)
{
  const double *parameters = rankle_protocol_get_parameters (protocol);
  const double *state = _rankle_integrator_state (integrator);

  run->integrator = integrator;
  run->protocol = protocol;
  run->model = rankle_protocol_get_model (protocol);
  run->workspace = _rankle_integrator_workspace (integrator);
  run->trajectory = _rankle_trajectory_new (protocol);
  run->n_states = rankle_model_get_n_states (run->model);
  run->n_observables = rankle_trajectory_get_n_columns (run->trajectory) - run->n_states;
  run->hidden = rankle_protocol_get_hidden (protocol);
  run->times = rankle_protocol_get_times (protocol, &run->n_times);
  run->events = rankle_protocol_get_events (protocol, &run->n_events);
  run->parameters = g_memdup2 (parameters, rankle_model_get_n_parameters (run->model) *
                                               sizeof (double));
  run->non_negative = g_new (gboolean, run->n_states + 1);
  for (guint i = 0; i < run->n_states; i++)
    run->non_negative[i] = state[i] >= 0;
  _rankle_run_events_init (&run->own, run->model, run->workspace);
  run->rows =
      g_new (double, (run->n_states + run->n_observables + 1) * (gsize)RANKLE_LANES);
}

/* What was computed until the failure goes with its error. One row is no curve. */
static void
hand_over_partial (Run *run, GError **error)
{
  RankleTrajectory *partial = g_steal_pointer (&run->trajectory);

  if (run->next_time < 2 || error == NULL || (*error)->domain != RANKLE_SIM_ERROR)
    {
      rankle_trajectory_unref (partial);
      return;
    }
  _rankle_trajectory_cut (partial, run->next_time);
  _rankle_trajectory_hold (partial, _rankle_integrator_absolute (run->integrator));
  _rankle_failure_take_partial (*error, partial);
}

static double
clock_seconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

RankleRunClock
_rankle_run_clock_start (void)
{
  return (RankleRunClock){ clock_seconds (CLOCK_THREAD_CPUTIME_ID),
                           clock_seconds (CLOCK_MONOTONIC) };
}

void
_rankle_run_clock_read (const RankleRunClock *clock, RankleRunStatistics *statistics)
{
  statistics->cpu_seconds = clock_seconds (CLOCK_THREAD_CPUTIME_ID) - clock->cpu;
  statistics->wall_seconds = clock_seconds (CLOCK_MONOTONIC) - clock->wall;
}

RankleTrajectory *
rankle_integrator_run (RankleIntegrator  *integrator,
                       RankleProtocol    *protocol,
                       const atomic_bool *stop,
                       GError           **error)
{
  RankleRunClock       clock = _rankle_run_clock_start ();
  RankleRunStatistics *statistics;
  Run                  run = { 0 };
  guint                n_times;
  gboolean             good;

  g_return_val_if_fail (integrator != NULL && protocol != NULL, NULL);
  g_return_val_if_fail (rankle_protocol_get_times (protocol, &n_times) != NULL, NULL);

  rankle_protocol_seal (protocol);
  if (!_rankle_integrator_prepare (integrator, protocol, stop, error))
    return NULL;
  init_run (&run, integrator, protocol);
  good = run_all (&run, error);
  write_rows (&run);
  statistics = _rankle_integrator_statistics (integrator);
  _rankle_run_clock_read (&clock, statistics);
  *_rankle_trajectory_statistics (run.trajectory) = *statistics;
  g_free (run.parameters);
  g_free (run.non_negative);
  g_free (run.rows);
  _rankle_run_events_clear (&run.own);
  if (good)
    _rankle_trajectory_hold (run.trajectory, _rankle_integrator_absolute (integrator));
  else
    hand_over_partial (&run, error);
  return run.trajectory;
}
