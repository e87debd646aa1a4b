/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a panel's plot holds: the runs' columns, borrowed, with what is drawn about them.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-excursion.h"
#include "rankle-plot-panel-private.h"

/* A value of 0 at baseline has no percentage: the factor is then undefined, and so is the
 * curve. */
static double
find_factor (RanklePlotPanel *self, RankleTrajectory *baseline, guint column)
{
  double at_start;

  g_assert (baseline == NULL || rankle_trajectory_get_model (baseline) == self->model);

  if (!self->panel->relative || baseline == NULL)
    return 1;
  at_start = rankle_trajectory_get_shown (baseline, column)[0];
  return fabs (at_start) > 0 ? 100 / at_start : NAN;
}

static void
fill_series (RanklePlotPanel *self, guint i)
{
  guint             column = self->panel->columns[i];
  RanklePlotSeries *series = &self->plot.series[i];
  RankleModel      *model = rankle_trajectory_get_model (self->trajectory);
  double            factor = find_factor (
                 self, self->baseline != NULL ? self->baseline : self->trajectory, column);

  *series =
      (RanklePlotSeries){ .label = self->panel->labels != NULL
                                       ? self->panel->labels[i]
                                       : rankle_model_get_column (model, column)->label,
                          .x = rankle_trajectory_get_times (self->trajectory),
                          .y = rankle_trajectory_get_shown (self->trajectory, column),
                          .n = rankle_trajectory_get_n_times (self->trajectory),
                          .factor = factor,
                          .ghost_factor = factor };
  if (self->baseline == NULL)
    return;
  series->ghost_x = rankle_trajectory_get_times (self->baseline);
  series->ghost = rankle_trajectory_get_shown (self->baseline, column);
  series->n_ghost = rankle_trajectory_get_n_times (self->baseline);
}

gboolean
_rankle_plot_panel_fill_marks (RanklePlotPanel *self)
{
  guint         n;
  const double *times = rankle_study_get_dose_times (self->study, &n);
  gsize         size = n * sizeof (double);

  if (n == self->plot.n_marks && (n == 0 || memcmp (times, self->marks, size) == 0))
    return FALSE;
  g_free (self->marks);
  self->marks = g_memdup2 (times, size);
  self->plot.marks = self->marks;
  self->plot.n_marks = n;
  return TRUE;
}

void
_rankle_plot_panel_fill_times (RanklePlotPanel *self)
{
  gboolean all = !(self->view_from < self->view_to);

  self->plot.x_min = all ? 0 : self->view_from;
  self->plot.x_max = all ? rankle_study_get_horizon (self->study) : self->view_to;
}

static void
fill_end (RanklePlotPanel *self)
{
  RankleTrajectory *run = self->trajectory;

  self->plot.is_stopped = run != NULL && rankle_trajectory_is_partial (run);
  if (self->plot.is_stopped)
    self->plot.stopped =
        rankle_trajectory_get_times (run)[rankle_trajectory_get_n_times (run) - 1];
}

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
has_hidden_shares (RanklePlotPanel *self)
{
  for (guint i = 0; self->trajectory != NULL && i < self->plot.n_series; i++)
    if (rankle_trajectory_get_shown (self->trajectory, self->panel->columns[i]) !=
        rankle_trajectory_get_column (self->trajectory, self->panel->columns[i]))
      return TRUE;
  return FALSE;
}

/* A share of nothing is not drawn, and what stands in its place says why. */
static void
fill_nothing (RanklePlotPanel *self)
{
  g_clear_pointer (&self->nothing, g_free);
  if (self->trajectory != NULL && self->plot.kind == RANKLE_PLOT_STACKED)
    self->nothing = rankle_trajectory_dup_nothing (self->trajectory, self->panel->columns,
                                                   self->panel->n_columns);
  self->plot.nothing = self->nothing;
  self->plot.remark = NULL;
  if (self->nothing != NULL || has_hidden_shares (self))
    self->plot.remark = self->panel->nothing != NULL
                            ? self->panel->nothing
                            : _ ("There is nothing to take shares of.");
}

/* (transfer full): double; none while there is no run. */
static GArray *
find_beyond (RanklePlotPanel *self, guint i)
{
  g_autoptr (GArray) excursions = NULL;

  if (i >= self->plot.n_series)
    return g_array_new (FALSE, FALSE, sizeof (double));
  excursions = rankle_excursions_find (self->trajectory, &self->panel->columns[i], 1);
  return rankle_excursions_merge (excursions);
}

static gboolean
are_same (const GArray *a, const GArray *b)
{
  return a != NULL && a->len == b->len &&
         (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (double)) == 0);
}

gboolean
_rankle_plot_panel_fill_beyond (RanklePlotPanel *self)
{
  gboolean others = FALSE;

  g_assert (self->plot.n_series == 0 || self->trajectory != NULL);
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

void
_rankle_plot_panel_fill (RanklePlotPanel *self, gboolean show_ghost)
{
  RankleModel *model = rankle_study_get_model (self->study);

  self->plot.title = self->panel->title;
  self->plot.unit = self->panel->unit;
  self->plot.kind =
      self->panel->kind == RANKLE_PANEL_STACKED ? RANKLE_PLOT_STACKED : RANKLE_PLOT_LINES;
  self->plot.logarithmic = self->panel->log_scale;
  self->plot.include_zero = self->panel->include_zero;
  self->plot.reference = self->panel->reference;
  self->plot.time_unit = rankle_model_get_time_unit (model);
  self->plot.show_ghost = show_ghost;
  self->plot.n_series =
      self->trajectory == NULL ? 0 : MIN (self->panel->n_columns, RANKLE_PLOT_MAX_SERIES);
  for (guint i = 0; i < self->plot.n_series; i++)
    fill_series (self, i);
  leave_out_nothing (&self->plot);
  fill_nothing (self);
  fill_end (self);
  g_assert (self->plot.n_series <= self->panel->n_columns);
  rankle_plot_findings_fill (&self->findings, self->study, self->panel, &self->plot);
  _rankle_plot_panel_fill_times (self);
}

gboolean
_rankle_plot_panel_settle_range (RanklePlotPanel *self, gboolean hold)
{
  double min, max, old_min = self->plot.y_min, old_max = self->plot.y_max;

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
