/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs of one schedule over it together, as rankle-run.c takes one: from one
 * discontinuity of any lane to the next, with a restart of all at each.
 *
 * A lane without a run of its own keeps company: it does what another does, so that it is
 * never the one which wants the shortest step. So do lanes for which there is no run, and
 * those whose run broke down, which is made again alone and says then what went wrong. */

#include "config.h"

#include "rankle-run-abreast-private.h"

#include <float.h>
#include <math.h>
#include <string.h>
#include <time.h>

#include "rankle-integrator-private.h"
#include "rankle-tolerance-private.h"
#include "rankle-trajectory-private.h"
#include "rankle-workspace-wide.h"

/* Two moments of its own a lane: a corner, such as that of menopause, is found with the
 * one before it. With more it is cheaper to go alone. */
#define MOST_APART (2 * RANKLE_LANES)
/* Written together. */
#define ROWS 8

typedef struct
{
  RankleTrajectory  *trajectory; /* (owned) (nullable): NULL: it keeps company */
  RankleWorkspace   *workspace;  /* Borrowed from the integrator */
  const RankleEvent *events;     /* Borrowed from the protocol */
  double            *parameters; /* (owned): NaN: default; as the events have left them */
} Lane;

typedef struct
{
  RankleWideIntegrator *integrator;
  RankleModel          *model;
  Lane                  lanes[RANKLE_LANES];
  guint                 n_states, n_observables; /* as reported */
  gboolean              hidden;
  const double         *times;
  guint                 n_times, next_time;
  guint                 n_events, next_event;
  guint                 n_apart; /* times that not all lanes had to stop at one moment */
  double               *non_negative; /* a row each state: 1: it starts at 0 or above */

  /* Rows that wait to be written, one after another. */
  double *rows; /* of each a number a lane of each state, then of each observable */
  guint   n_rows;
} Run;

/* ---- lanes ---- */

static void
renew (Run *run, guint l)
{
  rankle_workspace_set_parameters (run->lanes[l].workspace, run->lanes[l].parameters);
  _rankle_wide_integrator_renew (run->integrator, l);
}

/* @lane's run, if it has one, is not made here. */
static void
keep_company (Run *run, guint lane, guint source)
{
  Lane *self = &run->lanes[lane], *other = &run->lanes[source];

  g_clear_pointer (&self->trajectory, rankle_trajectory_unref);
  self->events = other->events;
  memcpy (self->parameters, other->parameters,
          rankle_model_get_n_parameters (run->model) * sizeof (double));
  _rankle_wide_integrator_copy_lane (run->integrator, source, lane);
  renew (run, lane);
}

/* A lane that has a run and is none of @failed, a bit each; or -1. */
static int
find_sound (const Run *run, guint failed)
{
  for (guint l = 0; l < RANKLE_LANES; l++)
    if (run->lanes[l].trajectory != NULL && (failed >> l & 1) == 0)
      return (int)l;
  return -1;
}

/* FALSE: nobody is left whose company could be kept. */
static gboolean
leave_behind (Run *run, guint failed)
{
  int sound = find_sound (run, failed);

  for (guint l = 0; sound >= 0 && l < RANKLE_LANES; l++)
    if ((failed >> l & 1) != 0)
      keep_company (run, l, (guint)sound);
  return sound >= 0;
}

/* ---- rows ---- */

/* Of one row. */
static double *
get_numbers (const Run *run, guint row)
{
  return run->rows + (gsize)row * (run->n_states + run->n_observables) * RANKLE_LANES;
}

/* Number @i of each row. */
static void
write_column (const Run *run, gsize i)
{
  guint first = run->next_time - run->n_rows;

  for (guint l = 0; l < RANKLE_LANES; l++)
    if (run->lanes[l].trajectory != NULL)
      {
        double *column =
            _rankle_trajectory_column (run->lanes[l].trajectory, (guint)i) + first;

        for (guint k = 0; k < run->n_rows; k++)
          column[k] = get_numbers (run, k)[i * RANKLE_LANES + l];
      }
}

/* Several at once, which lie side by side in a column. */
static void
write_rows (Run *run)
{
  for (guint i = 0; i < run->n_states + run->n_observables; i++)
    write_column (run, i);
  run->n_rows = 0;
}

/* What the solver left a little below 0 of what starts at 0 or above, is 0. */
RANKLE_FOR_EACH_PROCESSOR static void
fill_states (const Run    *run,
             const double *states,
             const double *absolute,
             double *restrict numbers)
{
  const double *non_negative = run->non_negative;

  for (gsize i = 0; i < run->n_states * RANKLE_LANES; i++)
    {
      double least = -RANKLE_SMALL_EXCURSION * absolute[i] * non_negative[i];

      numbers[i] = (states[i] < 0) & (states[i] >= least) ? 0.0 : states[i];
    }
}

static void
add_row (Run *run, const double *states, double time)
{
  double *numbers = get_numbers (run, run->n_rows);

  fill_states (run, states, _rankle_wide_integrator_absolute (run->integrator), numbers);
  _rankle_wide_integrator_observe (run->integrator, run->hidden, time, numbers,
                                   numbers + run->n_states * RANKLE_LANES);
  run->next_time++;
  if (++run->n_rows == ROWS)
    write_rows (run);
}

static void
add_present (Run *run, double time)
{
  while (run->next_time < run->n_times && run->times[run->next_time] <= time)
    add_row (run, _rankle_wide_integrator_state (run->integrator), time);
}

static gboolean
add_passed (Run *run, double reached)
{
  while (run->next_time < run->n_times && run->times[run->next_time] <= reached)
    {
      double        time = run->times[run->next_time];
      const double *states = _rankle_wide_integrator_interpolate (run->integrator, time);

      if (states == NULL)
        return FALSE;
      add_row (run, states, time);
    }
  return TRUE;
}

/* ---- events ---- */

static void
apply_event (Run *run, guint l, const RankleEvent *event)
{
  gsize at = (gsize)event->target * RANKLE_LANES + l;

  switch (event->kind)
    {
    case RANKLE_EVENT_DOSE:
      _rankle_wide_integrator_state (run->integrator)[at] += event->value;
      break;
    case RANKLE_EVENT_INFUSION:
      _rankle_run_add_inflow (&_rankle_wide_integrator_infusion (run->integrator)[at],
                              event->value);
      break;
    case RANKLE_EVENT_PARAMETER:
      run->lanes[l].parameters[event->target] = event->value;
      renew (run, l);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Each lane's event of one number is at the same time. */
static double
next_event_time (const Run *run)
{
  return run->next_event < run->n_events ? run->lanes[0].events[run->next_event].time
                                         : INFINITY;
}

static void
apply_events (Run *run, double time)
{
  for (; next_event_time (run) <= time; run->next_event++)
    for (guint l = 0; l < RANKLE_LANES; l++)
      apply_event (run, l, &run->lanes[l].events[run->next_event]);
}

static void
skip_early_events (Run *run, double start)
{
  for (; next_event_time (run) < start; run->next_event++)
    for (guint l = 0; l < RANKLE_LANES; l++)
      if (run->lanes[l].events[run->next_event].kind != RANKLE_EVENT_DOSE)
        apply_event (run, l, &run->lanes[l].events[run->next_event]);
}

/* ---- the run ---- */

static double
find_breakpoint (RankleWorkspace *workspace, double time)
{
  guint         n;
  const double *breakpoints = rankle_workspace_get_breakpoints (workspace, &n);

  for (guint i = 0; i < n; i++)
    if (breakpoints[i] > time)
      return breakpoints[i];
  return INFINITY;
}

/* A moment of the model under @lane's parameters, @until at the latest. */
static double
find_moment (RankleWorkspace *workspace, double time, double until)
{
  double moment = fmin (until, find_breakpoint (workspace, time));

  return moment > time ? rankle_workspace_find_jump (workspace, time, moment) : moment;
}

/* Where lanes have moments of their own, all stop at each of them. */
static double
find_limit (Run *run, double time, double event)
{
  double   until = fmin (run->times[run->n_times - 1], event);
  double   limit = until;
  gboolean apart = FALSE;

  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      double moment = find_moment (run->lanes[l].workspace, time, until);

      apart |= l > 0 && (moment < limit || moment > limit);
      limit = fmin (limit, moment);
    }
  run->n_apart += apart && !_rankle_run_is_nothing (time, limit);
  return limit;
}

/* Rows up to @time are there. Returns whether to go on: without those that failed. */
static gboolean
go_on_without_failed (Run *run, double time, double limit)
{
  guint failed = _rankle_wide_integrator_get_failed (run->integrator);

  return failed != 0 && leave_behind (run, failed) &&
         _rankle_wide_integrator_restart (run->integrator, time, limit);
}

static gboolean
run_segment (Run *run, double *time)
{
  double limit = find_limit (run, *time, next_event_time (run));

  if (run->n_apart > MOST_APART)
    return FALSE;
  if (_rankle_run_is_nothing (*time, limit))
    {
      *time = limit;
      add_present (run, limit);
      return TRUE;
    }
  if (!_rankle_wide_integrator_restart (run->integrator, *time, limit))
    return FALSE;
  while (*time < limit)
    {
      gboolean good = _rankle_wide_integrator_step (run->integrator, time);

      if (good && !add_passed (run, *time))
        return FALSE;
      if (*time < limit &&
          (!good || _rankle_wide_integrator_is_held_up (run->integrator)) &&
          !go_on_without_failed (run, *time, limit))
        return FALSE;
    }
  return TRUE;
}

/* Told beforehand, as far as parameters do not change on the way. */
static gboolean
is_too_far_apart (Run *run, double time)
{
  while (run->n_apart <= MOST_APART && time < run->times[run->n_times - 1])
    time = find_limit (run, time, INFINITY);
  if (run->n_apart > MOST_APART)
    return TRUE;
  run->n_apart = 0;
  return FALSE;
}

static gboolean
run_all (Run *run)
{
  double time = fmin (0, run->times[0]);

  if (is_too_far_apart (run, time))
    return FALSE;
  skip_early_events (run, time);
  add_present (run, time);
  while (run->next_time < run->n_times)
    {
      apply_events (run, time);
      if (!run_segment (run, &time))
        return FALSE;
    }
  return TRUE;
}

/* ---- begin and end ---- */

/* The first of each number of a lane that is not finite is for who runs it alone to
 * tell. */
static gboolean
set_initial (Run *run, guint l, RankleProtocol *protocol)
{
  const double      *given = rankle_protocol_get_initial (protocol);
  double            *states = _rankle_wide_integrator_state (run->integrator) + l;
  double            *absolute = _rankle_wide_integrator_absolute (run->integrator) + l;
  g_autofree double *initial = g_new (double, run->n_states);
  g_autofree double *tolerances = g_new (double, run->n_states);
  gboolean           finite = TRUE;

  rankle_workspace_get_initial (run->lanes[l].workspace, initial);
  for (guint i = 0; i < run->n_states; i++)
    {
      if (!isnan (given[i]))
        initial[i] = given[i];
      finite &= isfinite (initial[i]) != 0;
    }
  if (!finite)
    return FALSE;
  _rankle_tolerance_choose (protocol, initial, tolerances);
  for (gsize i = 0; i < run->n_states; i++)
    {
      states[i * RANKLE_LANES] = initial[i];
      absolute[i * RANKLE_LANES] = tolerances[i];
      run->non_negative[i * RANKLE_LANES + l] = initial[i] >= 0;
    }
  return TRUE;
}

/* The lanes of which there is no run, or none that can start. */
static guint
init_lanes (Run *run, guint n, RankleProtocol *const *protocols)
{
  guint n_parameters = rankle_model_get_n_parameters (run->model), idle = 0;

  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      Lane           *lane = &run->lanes[l];
      RankleProtocol *protocol = protocols[MIN (l, n - 1)];

      lane->workspace = _rankle_wide_integrator_workspace (run->integrator, l);
      lane->events = rankle_protocol_get_events (protocol, &run->n_events);
      lane->parameters = g_new (double, n_parameters + 1);
      memcpy (lane->parameters, rankle_protocol_get_parameters (protocol),
              n_parameters * sizeof (double));
      renew (run, l);
      if (l < n && set_initial (run, l, protocol))
        lane->trajectory = _rankle_trajectory_new (protocol);
      else
        idle |= 1u << l;
    }
  return idle;
}

static void
init_run (Run *run, RankleWideIntegrator *integrator, RankleProtocol *first)
{
  gboolean hidden = rankle_protocol_get_hidden (first);

  *run = (Run){ .integrator = integrator,
                .model = rankle_protocol_get_model (first),
                .hidden = hidden };
  run->n_states = rankle_model_get_n_states (run->model);
  run->n_observables = rankle_model_get_n_columns (run->model) - run->n_states +
                       (hidden ? rankle_model_get_n_hidden (run->model) : 0);
  run->times = rankle_protocol_get_times (first, &run->n_times);
  run->non_negative = g_new0 (double, (gsize)run->n_states *RANKLE_LANES);
  run->rows = g_aligned_alloc (ROWS * ((gsize)run->n_states + run->n_observables),
                               RANKLE_ROW, RANKLE_ROW);
}

static void
clear_run (Run *run)
{
  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      g_clear_pointer (&run->lanes[l].trajectory, rankle_trajectory_unref);
      g_free (run->lanes[l].parameters);
    }
  g_free (run->non_negative);
  g_aligned_free (run->rows);
}

/* Each lane is told its share of what all took. */
static void
finish (Run *run, guint l, const RankleRunStatistics *statistics)
{
  const double      *rows = _rankle_wide_integrator_absolute (run->integrator) + l;
  g_autofree double *absolute = g_new (double, run->n_states);

  for (gsize i = 0; i < run->n_states; i++)
    absolute[i] = rows[i * RANKLE_LANES];
  *_rankle_trajectory_statistics (run->lanes[l].trajectory) = *statistics;
  _rankle_trajectory_hold (run->lanes[l].trajectory, absolute);
}

static gboolean
start (Run *run, guint n, RankleProtocol *const *protocols, const atomic_bool *stop)
{
  double             relative = rankle_protocol_get_relative_tolerance (protocols[0]);
  g_autofree double *unused = g_new (double, run->n_states);
  g_autofree double *zeros = g_new0 (double, run->n_states);

  _rankle_wide_integrator_begin (run->integrator, relative,
                                 _rankle_tolerance_choose (protocols[0], zeros, unused),
                                 stop);
  return leave_behind (run, init_lanes (run, n, protocols));
}

void
_rankle_run_abreast (RankleWideIntegrator  *integrator,
                     guint                  n,
                     RankleProtocol *const *protocols,
                     const atomic_bool     *stop,
                     RankleTrajectory     **trajectories)
{
  RankleRunClock       clock = _rankle_run_clock_start ();
  RankleRunStatistics *statistics = _rankle_wide_integrator_statistics (integrator);
  Run                  run;
  gboolean             good;

  g_assert (n > 0 && n <= RANKLE_LANES);

  init_run (&run, integrator, protocols[0]);
  good = start (&run, n, protocols, stop) && run_all (&run);
  write_rows (&run);
  _rankle_run_clock_read (&clock, statistics);
  statistics->cpu_seconds /= n;
  statistics->wall_seconds /= n;
  for (guint l = 0; good && l < n; l++)
    if (run.lanes[l].trajectory != NULL)
      {
        finish (&run, l, statistics);
        trajectories[l] = g_steal_pointer (&run.lanes[l].trajectory);
      }
  clear_run (&run);
}
