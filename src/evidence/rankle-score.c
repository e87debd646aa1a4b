/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From rows of evidence to the run that answers them, and from the run to the numbers.
 * Rows count days; a model counts what it likes. */

#include "config.h"

#include "rankle-score.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-question.h"
#include "rankle-time-unit.h"

/* Where the largest or smallest of a window is wanted: rows this close [d], and never
 * more of them than that. */
#define FINEST    1.0
#define MOST_ROWS 4000

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

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* [model's unit], ascending, each once. */
static void
arrange (GArray *times, double day)
{
  double *values = (double *)times->data;
  guint   n = 0;

  g_assert (day > 0);

  g_array_sort (times, compare_times);
  for (guint i = 0; i < times->len; i++)
    if (n == 0 || values[i] * day > values[n - 1])
      values[n++] = values[i] * day;
  g_array_set_size (times, n);
}

/* (transfer full): empty if no row of the arm can be answered. */
static GArray *
list_times (const RankleEvidence *evidence, const char *arm, RankleModel *model)
{
  GArray                  *times = g_array_new (FALSE, FALSE, sizeof (double));
  double                   start = 0;
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);
  RankleObserved           observed;

  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (rows[i].arm, arm) ||
          !rankle_model_find_observed (model, rows[i].observable, &observed))
        continue;
      g_array_append_val (times, start);
      rankle_score_add_days (&rows[i], MOST_ROWS, times);
    }
  arrange (times, get_day (model));
  return times;
}

RankleProtocol *
rankle_score_make_protocol (const RankleEvidence *evidence,
                            guint                 arm,
                            RankleModel          *model,
                            const double         *parameters,
                            GError              **error)
{
  RankleScenario *scenario = rankle_evidence_get_arm (evidence, arm);
  g_autoptr (RankleQuestion) question = rankle_question_new (model, scenario);
  g_autoptr (GArray) times = NULL;

  times = list_times (evidence, rankle_scenario_get_id (scenario), model);
  if (times->len == 0)
    {
      g_set_error (error, RANKLE_SCENARIO_ERROR, RANKLE_SCENARIO_ERROR_ABSENT,
                   _ ("model “%s” has nothing that was measured there"),
                   rankle_model_get_id (model));
      return NULL;
    }
  rankle_question_set_times (question, (const double *)(void *)times->data, times->len);
  if (parameters != NULL)
    rankle_question_set_parameters (question, parameters);
  return rankle_question_make_protocol (question, error);
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
measure (const RankleEvidenceRow *row,
         const RankleObserved    *observed,
         const RankleTrajectory  *trajectory)
{
  double value = rankle_score_observe (observed, trajectory, row->time);
  double before = rankle_score_observe (observed, trajectory, row->since);
  double day, most;

  switch (row->measure)
    {
    case RANKLE_MEASURE_VALUE:
      return value;
    case RANKLE_MEASURE_CHANGE:
      return 100 * (value / before - 1);
    case RANKLE_MEASURE_FOLD:
      return value / before;
    case RANKLE_MEASURE_MAX:
      return find_most (row, observed, trajectory, 1, &day);
    case RANKLE_MEASURE_MIN:
      return find_most (row, observed, trajectory, -1, &day);
    case RANKLE_MEASURE_TIME_OF_MAX:
      most = find_most (row, observed, trajectory, 1, &day);
      return isnan (most) ? NAN : day - row->since;
    case RANKLE_N_MEASURES:
    default:
      g_return_val_if_reached (NAN);
    }
}

double
rankle_score_measure (const RankleEvidenceRow *row, const RankleTrajectory *trajectory)
{
  RankleModel   *model;
  RankleObserved observed;
  guint          n;
  double         end, value;

  g_return_val_if_fail (row != NULL && trajectory != NULL, NAN);

  model = rankle_trajectory_get_model (trajectory);
  n = rankle_trajectory_get_n_times (trajectory);
  end = n > 0 ? rankle_trajectory_get_times (trajectory)[n - 1] : -1;
  if (!rankle_model_find_observed (model, row->observable, &observed) ||
      row->time * get_day (model) > end * (1 + ROUNDING))
    return NAN;
  value = measure (row, &observed, trajectory);
  return isfinite (value) ? value : NAN;
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
  g_return_val_if_fail (row != NULL, NAN);

  g_assert (row->low < row->high);

  return (modelled - row->value) / (0.5 * (row->high - row->low));
}
