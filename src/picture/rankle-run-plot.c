/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-excursion.h"

/* ---- curves ---- */

/* A value of 0 at baseline has no percentage: the factor is then undefined, and so is the
 * curve. */
static double
find_factor (const RankleRunPlot *self, guint column)
{
  RankleTrajectory *baseline = self->baseline != NULL ? self->baseline : self->run;
  double            at_start;

  g_assert (rankle_trajectory_get_model (baseline) == self->model);

  if (!self->panel->relative)
    return 1;
  at_start = rankle_trajectory_get_shown (baseline, column)[0];
  return fabs (at_start) > 0 ? 100 / at_start : NAN;
}

static void
fill_series (RankleRunPlot *self, guint i)
{
  guint             column = self->panel->columns[i];
  RanklePlotSeries *series = &self->plot.series[i];
  double            factor = find_factor (self, column);

  *series =
      (RanklePlotSeries){ .label =
                              self->panel->labels != NULL
                                  ? self->panel->labels[i]
                                  : rankle_model_get_column (self->model, column)->label,
                          .x = rankle_trajectory_get_times (self->run),
                          .y = rankle_trajectory_get_shown (self->run, column),
                          .n = rankle_trajectory_get_n_times (self->run),
                          .factor = factor,
                          .ghost_factor = factor };
  if (self->baseline == NULL)
    return;
  series->ghost_x = rankle_trajectory_get_times (self->baseline);
  series->ghost = rankle_trajectory_get_shown (self->baseline, column);
  series->n_ghost = rankle_trajectory_get_n_times (self->baseline);
}

static void
fill_end (RankleRunPlot *self)
{
  self->plot.is_stopped = self->run != NULL && rankle_trajectory_is_partial (self->run);
  if (self->plot.is_stopped)
    self->plot.stopped = rankle_trajectory_get_times (
        self->run)[rankle_trajectory_get_n_times (self->run) - 1];
}

/* ---- shares of nothing ---- */

static gboolean
is_nothing (const RanklePlotSeries *series)
{
  for (guint i = 0; i < series->n; i++)
    if (fabs (series->y[i]) > 0)
      return FALSE;
  return TRUE;
}

/* The last of a stack take no room for their names while there is nothing of them; those
 * before keep their colours. */
static void
leave_out_nothing (RanklePlot *plot)
{
  while (plot->kind == RANKLE_PLOT_STACKED && plot->n_series > 1 &&
         is_nothing (&plot->series[plot->n_series - 1]))
    plot->n_series--;
}

static gboolean
has_hidden_shares (const RankleRunPlot *self)
{
  for (guint i = 0; self->run != NULL && i < self->plot.n_series; i++)
    if (rankle_trajectory_get_shown (self->run, self->panel->columns[i]) !=
        rankle_trajectory_get_column (self->run, self->panel->columns[i]))
      return TRUE;
  return FALSE;
}

/* A share of nothing is not drawn, and what stands in its place says why. */
static void
fill_nothing (RankleRunPlot *self)
{
  g_clear_pointer (&self->nothing, g_free);
  if (self->run != NULL && self->plot.kind == RANKLE_PLOT_STACKED)
    self->nothing = rankle_trajectory_dup_nothing (self->run, self->panel->columns,
                                                   self->panel->n_columns);
  self->plot.nothing = self->nothing;
  self->plot.remark = NULL;
  if (self->nothing != NULL || has_hidden_shares (self))
    self->plot.remark = self->panel->nothing != NULL
                            ? self->panel->nothing
                            : _ ("There is nothing to take shares of.");
}

/* ---- what is not to be read ---- */

/* (transfer full): double; none while there is no run. */
static GArray *
find_beyond (RankleRunPlot *self, guint i)
{
  g_autoptr (GArray) excursions = NULL;

  if (i >= self->plot.n_series)
    return g_array_new (FALSE, FALSE, sizeof (double));
  excursions = rankle_excursions_find (self->run, &self->panel->columns[i], 1);
  return rankle_excursions_merge (excursions);
}

static gboolean
are_same (const GArray *a, const GArray *b)
{
  return a != NULL && a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (double)) == 0);
}

gboolean
rankle_run_plot_take_beyond (RankleRunPlot *self)
{
  gboolean others = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  g_assert (self->plot.n_series == 0 || self->run != NULL);
  self->plot.warning = _ ("Out of range");
  for (guint i = 0; i < RANKLE_PLOT_MAX_SERIES; i++)
    {
      g_autoptr (GArray) old = g_steal_pointer (&self->beyond[i]);

      self->beyond[i] = find_beyond (self, i);
      others |= !are_same (old, self->beyond[i]);
      self->plot.series[i].beyond = (const double *)(const void *)self->beyond[i]->data;
      self->plot.series[i].n_beyond = self->beyond[i]->len / 2;
    }
  return others;
}

/* ---- runs ---- */

void
rankle_run_plot_init (RankleRunPlot *self, RankleModel *model, guint panel)
{
  const RanklePanel *it;

  g_return_if_fail (self != NULL && model != NULL);
  g_return_if_fail (panel < rankle_model_get_n_panels (model));

  it = rankle_model_get_panel (model, panel);
  *self = (RankleRunPlot){ .model = rankle_model_ref (model), .panel = it };
  self->points = g_array_new (FALSE, FALSE, sizeof (RanklePlotPoint));
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plot =
      (RanklePlot){ .title = it->title,
                    .unit = it->unit,
                    .kind = it->kind == RANKLE_PANEL_STACKED ? RANKLE_PLOT_STACKED
                                                             : RANKLE_PLOT_LINES,
                    .logarithmic = it->log_scale,
                    .include_zero = it->include_zero,
                    .reference = it->reference,
                    .time_unit = rankle_model_get_time_unit (model) };
}

void
rankle_run_plot_clear (RankleRunPlot *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->run, rankle_trajectory_unref);
  g_clear_pointer (&self->baseline, rankle_trajectory_unref);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->indices, g_array_unref);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->nothing, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->beyond); i++)
    g_clear_pointer (&self->beyond[i], g_array_unref);
}

static void
take (RankleRunPlot *self, RankleTrajectory **place, RankleTrajectory *run)
{
  RankleTrajectory *old = *place;

  *place = run != NULL && rankle_trajectory_get_model (run) == self->model
               ? rankle_trajectory_ref (run)
               : NULL;
  g_clear_pointer (&old, rankle_trajectory_unref);
}

void
rankle_run_plot_take_runs (RankleRunPlot    *self,
                           RankleTrajectory *run,
                           RankleTrajectory *baseline)
{
  g_return_if_fail (self != NULL);

  take (self, &self->run, run);
  take (self, &self->baseline, baseline);
  self->plot.n_series =
      self->run == NULL ? 0 : MIN (self->panel->n_columns, RANKLE_PLOT_MAX_SERIES);
  for (guint i = 0; i < self->plot.n_series; i++)
    fill_series (self, i);
  leave_out_nothing (&self->plot);
  fill_nothing (self);
  fill_end (self);
  g_assert (self->plot.n_series <= self->panel->n_columns);
}

/* ---- what was published ---- */

/* -1: none of the panel's. */
static int
find_series (const RankleRunPlot *self, guint column)
{
  for (guint i = 0; i < self->plot.n_series; i++)
    if (self->panel->columns[i] == column)
      return (int)i;
  return -1;
}

static void
add_point (RankleRunPlot *self, const RankleFinding *finding, guint index, guint series)
{
  RanklePlotPoint point = { .series = series,
                            .x_from = finding->from,
                            .x = finding->to,
                            .y = finding->value,
                            .low = finding->low,
                            .high = finding->high,
                            .predicted = finding->predicted,
                            .recalled = finding->row->recalled };

  g_array_append_val (self->points, point);
  g_array_append_val (self->indices, index);
}

void
rankle_run_plot_take_findings (RankleRunPlot       *self,
                               const RankleFinding *findings,
                               guint                n)
{
  g_return_if_fail (self != NULL && (findings != NULL || n == 0));

  g_array_set_size (self->points, 0);
  g_array_set_size (self->indices, 0);
  for (guint i = 0; i < n; i++)
    {
      int series = find_series (self, findings[i].column);

      if (series >= 0 && isfinite (findings[i].value))
        add_point (self, &findings[i], i, (guint)series);
    }
  g_assert (self->points->len == self->indices->len);
  self->plot.points = (const RanklePlotPoint *)(void *)self->points->data;
  self->plot.n_points = self->plot.kind == RANKLE_PLOT_STACKED ? 0 : self->points->len;
}

/* ---- time, and the axis ---- */

gboolean
rankle_run_plot_take_marks (RankleRunPlot *self, const double *times, guint n)
{
  gsize size = n * sizeof (double);

  g_return_val_if_fail (self != NULL && (times != NULL || n == 0), FALSE);

  if (n == self->plot.n_marks && (n == 0 || memcmp (times, self->marks, size) == 0))
    return FALSE;
  g_free (self->marks);
  self->marks = g_memdup2 (times, size);
  self->plot.marks = self->marks;
  self->plot.n_marks = n;
  return TRUE;
}

void
rankle_run_plot_take_times (RankleRunPlot *self, double from, double to, double horizon)
{
  gboolean all = !(from < to);

  g_return_if_fail (self != NULL);

  self->plot.x_min = all ? 0 : from;
  self->plot.x_max = all ? horizon : to;
}

gboolean
rankle_run_plot_settle_range (RankleRunPlot *self, gboolean hold)
{
  double min, max, old_min, old_max;

  g_return_val_if_fail (self != NULL, FALSE);

  old_min = self->plot.y_min;
  old_max = self->plot.y_max;
  rankle_plot_find_range (&self->plot, &min, &max);
  if (hold && old_min < old_max)
    {
      /* Outward in strides, so that the axis is not redrawn at every event of a drag. */
      double stride = 0.25 * (old_max - old_min);

      max = max > old_max ? max + stride : old_max;
      min = min < old_min ? min - (min < 0 ? stride : 0) : old_min;
    }
  self->plot.y_min = min;
  self->plot.y_max = max;
  return fabs (min - old_min) > 0 || fabs (max - old_max) > 0;
}
