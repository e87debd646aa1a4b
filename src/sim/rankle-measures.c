/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-measures.h"

#include <math.h>

#include "rankle-time-unit.h"

/* As everywhere: that of time axes and scenarios. */
#define SECONDS_PER_YEAR (365 * 86400.0)

const double rankle_measures_years[RANKLE_MEASURES_N_YEARS] = { 1, 2, 5, 10 };

typedef struct
{
  const double *times, *values;
  guint         n;
} Line;

static Line
open_line (const RankleTrajectory *run, guint column)
{
  return (Line){ .times = rankle_trajectory_get_times (run),
                 .values = rankle_trajectory_get_shown (run, column),
                 .n = rankle_trajectory_get_n_times (run) };
}

/* ---- what a quantity allows ---- */

gboolean
rankle_quantity_is_percent (const RankleQuantity *quantity)
{
  g_return_val_if_fail (quantity != NULL, FALSE);

  return quantity->unit != NULL && g_str_has_prefix (quantity->unit, "%");
}

static gboolean
is_share (const RankleQuantity *quantity)
{
  return quantity->n_parts > 0 || (rankle_quantity_is_percent (quantity) &&
                                   !g_str_equal (quantity->unit, "% of baseline"));
}

gboolean
rankle_quantity_has_percents (const RankleQuantity *quantity)
{
  g_return_val_if_fail (quantity != NULL, FALSE);

  return !is_share (quantity) && !(quantity->shade > 0) && !(quantity->min < 0);
}

/* ---- times ---- */

double
rankle_measures_find_since (const RankleTrajectory *run)
{
  guint              n;
  const RankleEvent *events;

  g_return_val_if_fail (run != NULL, (double)NAN);

  events = rankle_protocol_get_events (rankle_trajectory_get_protocol (run), &n);
  for (guint i = 0; i < n; i++)
    if (events[i].kind != RANKLE_EVENT_PARAMETER && fabs (events[i].value) > 0)
      return events[i].time;
  return rankle_trajectory_get_times (run)[0];
}

double
rankle_measures_get_time (RankleModel *model, double years)
{
  double seconds = rankle_time_unit_get_seconds (rankle_model_get_time_unit (model));

  return seconds > 0 ? years * SECONDS_PER_YEAR / seconds : (double)NAN;
}

/* NaN beyond the run, where a trajectory has its end values. */
static double
find_value (const RankleTrajectory *run, guint column, double time)
{
  Line line = open_line (run, column);

  if (!(time >= line.times[0] && time <= line.times[line.n - 1]))
    return (double)NAN;
  return rankle_trajectory_get_shown_at (run, column, time);
}

/* ---- the parts ---- */

/* When the column is first at @value, or as near as the run can tell; it is in one row.
 */
static double
find_first (const RankleTrajectory *run, guint column, double value)
{
  Line   line = open_line (run, column);
  double error = rankle_trajectory_get_floor (run, column);
  guint  i = 0;

  while (!(fabs (line.values[i] - value) <= error))
    i++;
  g_assert (i < line.n);
  return line.times[i];
}

static void
find_extremes (RankleMeasures *self, const RankleTrajectory *run)
{
  Line line = open_line (run, self->column);

  self->peak = self->nadir = (double)NAN;
  for (guint i = 0; i < line.n; i++)
    {
      self->peak = fmax (self->peak, line.values[i]); /* NaN is passed over */
      self->nadir = fmin (self->nadir, line.values[i]);
    }
  self->peak_time = self->nadir_time = (double)NAN;
  if (self->peak - self->nadir > self->floor)
    {
      self->peak_time = find_first (run, self->column, self->peak);
      self->nadir_time = find_first (run, self->column, self->nadir);
    }
}

/* The part of a step from @from to @to, straight, that lies above 0; NaN is none. */
static double
find_part_above (double from, double to)
{
  if (!(from > 0) && !(to > 0))
    return 0;
  if (from >= 0 && to >= 0)
    return 1;
  return from > 0 ? from / (from - to) : to / (to - from);
}

static void
time_threshold (RankleMeasures *self, Line line)
{
  double threshold = self->asked.threshold;

  self->above = self->below = isnan (threshold) ? (double)NAN : 0;
  for (guint i = 0; !isnan (threshold) && i + 1 < line.n; i++)
    {
      double step = line.times[i + 1] - line.times[i];
      double from = line.values[i] - threshold, to = line.values[i + 1] - threshold;

      if (isnan (from) || isnan (to))
        continue;
      self->above += step * find_part_above (from, to);
      self->below += step * find_part_above (-from, -to);
    }
}

/* A step over which the distance goes from @from to @to: a trapezium, or two triangles
 * where the curves cross. */
static void
add_area (RankleMeasures *self, double step, double from, double to)
{
  double net = step * (from + to) / 2;

  if (isnan (net))
    return;
  self->net += net;
  if (from * to >= 0)
    self->between += fabs (net);
  else
    self->between += step * (from * from + to * to) / (2 * (fabs (from) + fabs (to)));
}

/* Where one walks along a line: @next is its first row behind. */
typedef struct
{
  Line  line;
  guint next;
} Walk;

/* The value at @time, which is never before that of the last call, nor before the line.
 */
static double
walk_to (Walk *walk, double time)
{
  const double *times = walk->line.times, *values = walk->line.values;
  guint         i;

  while (walk->next < walk->line.n && times[walk->next] <= time)
    walk->next++;
  i = walk->next;
  g_assert (i > 0);
  if (i == walk->line.n)
    return values[i - 1];
  return values[i - 1] + (values[i] - values[i - 1]) *
                             ((time - times[i - 1]) / (times[i] - times[i - 1]));
}

static double
get_next (const Walk *walk)
{
  return walk->next < walk->line.n ? walk->line.times[walk->next] : (double)INFINITY;
}

/* From row to row of either, since each is straight between its own. */
static void
measure_area (RankleMeasures         *self,
              const RankleTrajectory *run,
              const RankleTrajectory *baseline)
{
  Walk   a = { .line = open_line (run, self->column) };
  Walk   b = { .line = open_line (baseline, self->column) };
  double end = fmin (a.line.times[a.line.n - 1], b.line.times[b.line.n - 1]);
  double before = fmax (a.line.times[0], b.line.times[0]);
  double from;

  self->net = self->between = 0;
  if (!(before < end))
    return;
  from = walk_to (&a, before) - walk_to (&b, before);
  while (before < end)
    {
      double time = fmin (end, fmin (get_next (&a), get_next (&b)));
      double to = walk_to (&a, time) - walk_to (&b, time);

      add_area (self, time - before, from, to);
      before = time;
      from = to;
    }
}

static void
measure_changes (RankleMeasures *self, const RankleTrajectory *run)
{
  RankleModel          *model = rankle_trajectory_get_model (run);
  const RankleQuantity *quantity = rankle_model_get_column (model, self->column);
  double                first = find_value (run, self->column, self->asked.since);
  gboolean              is_part = rankle_quantity_has_percents (quantity) &&
                     first > rankle_trajectory_get_floor (run, self->column);

  for (guint i = 0; i < RANKLE_MEASURES_N_YEARS; i++)
    {
      double time =
          self->asked.since + rankle_measures_get_time (model, rankle_measures_years[i]);

      self->changes[i] = find_value (run, self->column, time) - first;
      self->percents[i] = is_part ? 100 * self->changes[i] / first : (double)NAN;
    }
}

RankleMeasures
rankle_measures_take (const RankleTrajectory *run,
                      const RankleTrajectory *baseline,
                      guint                   column,
                      const RankleMeasured   *asked)
{
  RankleMeasures self = { .column = column, .net = (double)NAN, .between = (double)NAN };
  Line           line;

  g_return_val_if_fail (run != NULL && asked != NULL, self);
  g_return_val_if_fail (column < rankle_trajectory_get_n_columns (run), self);

  line = open_line (run, column);
  g_assert (line.n > 0);
  self.asked = *asked;
  self.floor = rankle_trajectory_get_floor (run, column);
  self.value = find_value (run, column, asked->at);
  self.end = line.values[line.n - 1];
  find_extremes (&self, run);
  time_threshold (&self, line);
  if (baseline != NULL &&
      rankle_trajectory_get_model (baseline) == rankle_trajectory_get_model (run) &&
      column < rankle_trajectory_get_n_columns (baseline))
    measure_area (&self, run, baseline);
  measure_changes (&self, run);
  return self;
}
