/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From rows of evidence to the run that answers them, and from the run to the numbers.
 * Rows count days; a model counts what it likes. */

#include "config.h"

#include "rankle-score.h"

#include <math.h>

#include "rankle-time-unit.h"

/* Where the largest or smallest of a window is wanted: rows this close [d]. */
#define FINEST 1.0

/* A time goes from days to the model's unit and comes back no better than that. */
#define ROUNDING 1e-12

static double
get_day (RankleModel *model)
{
  return rankle_time_unit_convert ("day", rankle_model_get_time_unit (model));
}

/* ---- the run ---- */

void
rankle_score_add_days (const RankleEvidenceRow *row, guint most, GArray *days)
{
  double length = row->time - row->since;
  guint  n = rankle_measure_is_of_window (row->measure)
                 ? (guint)CLAMP (ceil (length / FINEST), 1, most)
                 : 1;

  g_assert (row->since <= row->time && most > 0);

  g_array_append_val (days, row->since);
  for (guint i = 1; i < n; i++)
    {
      double day = row->since + length * i / n;

      g_array_append_val (days, day);
    }
  g_array_append_val (days, row->time);
}

/* ---- the numbers ---- */

double
rankle_score_observe (const RankleObserved   *observed,
                      const RankleTrajectory *trajectory,
                      double                  day)
{
  double unit = get_day (rankle_trajectory_get_model (trajectory));
  double value =
      rankle_trajectory_get_value_at (trajectory, observed->column, day * unit);

  if (observed->relative)
    return 100 * value / rankle_trajectory_get_value_at (trajectory, observed->column, 0);
  return observed->factor * value + observed->offset;
}

double
rankle_score_to_column (const RankleObserved *observed,
                        double                observable,
                        double                at_start)
{
  if (observed->relative)
    return observable / 100 * at_start;
  return (observable - observed->offset) / observed->factor;
}

/* The largest of @sign × the observable, and the day of it. */
static double
find_most (const RankleEvidenceRow *row,
           const RankleObserved    *observed,
           const RankleTrajectory  *trajectory,
           double                   sign,
           double                  *day)
{
  const double *times = rankle_trajectory_get_times (trajectory);
  double        unit = get_day (rankle_trajectory_get_model (trajectory));
  double        from = row->since * (1 - ROUNDING), to = row->time * (1 + ROUNDING);
  double        most = -INFINITY;

  g_assert (rankle_measure_is_of_window (row->measure));

  *day = row->since;
  for (guint i = 0; i < rankle_trajectory_get_n_times (trajectory); i++)
    {
      double at = times[i] / unit;
      double value;

      if (at < from || at > to)
        continue;
      value = sign * rankle_score_observe (observed, trajectory, at);
      if (value > most)
        {
          most = value;
          *day = CLAMP (at, row->since, row->time);
        }
    }
  return isfinite (most) ? sign * most : NAN;
}

static double
measure_window (const RankleEvidenceRow *row,
                const RankleObserved    *observed,
                const RankleTrajectory  *trajectory)
{
  gboolean least =
      row->measure == RANKLE_MEASURE_MIN || row->measure == RANKLE_MEASURE_MIN_CHANGE;
  double sign = least ? -1 : 1;
  double day;
  double most = find_most (row, observed, trajectory, sign, &day);

  if (row->measure == RANKLE_MEASURE_TIME_OF_MAX && !isnan (most))
    return day - row->since;
  return most;
}

RankleSight
rankle_score_look (const RankleEvidenceRow *row, const RankleTrajectory *trajectory)
{
  RankleSight    sight = { .since = NAN, .time = NAN };
  RankleModel   *model;
  RankleObserved observed;
  guint          n;
  double         end;

  g_return_val_if_fail (row != NULL && trajectory != NULL, sight);

  model = rankle_trajectory_get_model (trajectory);
  n = rankle_trajectory_get_n_times (trajectory);
  end = n > 0 ? rankle_trajectory_get_times (trajectory)[n - 1] : -1;
  if (!rankle_model_find_observed (model, row->observable, &observed) ||
      row->time * get_day (model) > end * (1 + ROUNDING))
    return sight;
  sight.since = rankle_score_observe (&observed, trajectory, row->since);
  sight.time = rankle_measure_is_of_window (row->measure)
                   ? measure_window (row, &observed, trajectory)
                   : rankle_score_observe (&observed, trajectory, row->time);
  return sight;
}

static double
compare_ends (RankleMeasure measure, double before, double value)
{
  switch (measure)
    {
    case RANKLE_MEASURE_CHANGE:
    case RANKLE_MEASURE_MAX_CHANGE:
    case RANKLE_MEASURE_MIN_CHANGE:
      return 100 * (value / before - 1);
    case RANKLE_MEASURE_FOLD:
      return value / before;
    case RANKLE_MEASURE_DIFFERENCE:
      return value - before;
    case RANKLE_MEASURE_VALUE:
    case RANKLE_MEASURE_MAX:
    case RANKLE_MEASURE_MIN:
    case RANKLE_MEASURE_TIME_OF_MAX:
      return value;
    case RANKLE_N_MEASURES:
    default:
      g_return_val_if_reached (NAN);
    }
}

double
rankle_score_tell (const RankleEvidenceRow *row, RankleSight sight)
{
  double number;

  g_return_val_if_fail (row != NULL, NAN);

  number = compare_ends (row->measure, sight.since, sight.time);
  return isfinite (number) ? number : NAN;
}

double
rankle_score_measure (const RankleEvidenceRow *row, const RankleTrajectory *trajectory)
{
  g_return_val_if_fail (row != NULL && trajectory != NULL, NAN);

  return rankle_score_tell (row, rankle_score_look (row, trajectory));
}

/* ---- what it is held against ---- */

RankleVerdict
rankle_score_judge (const RankleEvidenceRow *row, double modelled)
{
  g_return_val_if_fail (row != NULL, RANKLE_VERDICT_FAIL);

  g_assert (row->low < row->high);

  return modelled >= row->low && modelled <= row->high ? RANKLE_VERDICT_PASS
                                                       : RANKLE_VERDICT_FAIL;
}

double
rankle_score_deviation (const RankleEvidenceRow *row, double modelled)
{
  double away;

  g_return_val_if_fail (row != NULL, NAN);

  g_assert (row->low < row->high);

  away = modelled - row->value;
  if (isnan (away) || (isfinite (row->low) && isfinite (row->high)))
    return away / (0.5 * (row->high - row->low));
  return isfinite (row->high) ? fmax (away, 0) / (row->high - row->value)
                              : fmin (away, 0) / (row->value - row->low);
}
