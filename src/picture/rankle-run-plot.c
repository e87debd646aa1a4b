/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-excursion.h"
#include "rankle-run-difference.h"
#include "rankle-run-plot-private.h"

G_STATIC_ASSERT (RANKLE_OWN_PANEL_COLUMNS_MAX <= RANKLE_PLOT_MAX_SERIES);

/* ---- curves ---- */

/* A value of 0 at baseline has no percentage: the factor is then undefined, and so is the
 * curve. */
double
_rankle_run_plot_find_factor (const RankleRunPlot *self, guint column)
{
  RankleTrajectory *baseline = self->baseline != NULL ? self->baseline : self->run;
  double            at_start;

  g_assert (rankle_trajectory_get_model (baseline) == self->model);

  if (!self->panel->relative)
    return 1;
  at_start = rankle_trajectory_get_shown (baseline, column)[0];
  return fabs (at_start) > 0 ? 100 / at_start : NAN;
}

/* (nullable): where the panel has none for all. */
static const char *
find_own_unit (const RankleRunPlot *self, guint column)
{
  return self->panel->kind == RANKLE_PANEL_PHASE
             ? rankle_model_get_column (self->model, column)->unit
             : NULL;
}

static RanklePlotKind
get_kind (const RanklePanel *panel)
{
  static const RanklePlotKind kinds[] = {
    [RANKLE_PANEL_LINES] = RANKLE_PLOT_LINES,
    [RANKLE_PANEL_STACKED] = RANKLE_PLOT_STACKED,
    [RANKLE_PANEL_PHASE] = RANKLE_PLOT_PHASE,
  };

  return kinds[panel->kind];
}

static void
fill_series (RankleRunPlot *self, guint i)
{
  guint             column = self->panel->columns[i];
  RanklePlotSeries *series = &self->plot.series[i];
  double            factor = _rankle_run_plot_find_factor (self, column);

  *series =
      (RanklePlotSeries){ .label =
                              self->panel->labels != NULL
                                  ? self->panel->labels[i]
                                  : rankle_model_get_column (self->model, column)->label,
                          .unit = find_own_unit (self, column),
                          .x = rankle_trajectory_get_times (self->run),
                          .y = rankle_trajectory_get_shown (self->run, column),
                          .n = rankle_trajectory_get_n_times (self->run),
                          .factor = factor,
                          .ghost_factor = factor };
  if (isfinite (self->until))
    series->n = 1 + rankle_plot_find_row (series->x, series->n, self->until);
  if (self->baseline == NULL)
    return;
  series->ghost_x = rankle_trajectory_get_times (self->baseline);
  series->ghost = rankle_trajectory_get_shown (self->baseline, column);
  series->n_ghost = rankle_trajectory_get_n_times (self->baseline);
}

/* ---- less the baseline ---- */

gboolean
rankle_run_plot_is_difference (const RankleRunPlot *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->wants_difference && self->run != NULL && self->baseline != NULL &&
         self->plot.kind == RANKLE_PLOT_LINES;
}

void
rankle_run_plot_set_difference (RankleRunPlot *self, gboolean wanted)
{
  g_return_if_fail (self != NULL);

  self->wants_difference = wanted;
}

/* The baseline is 0 all along: it is the line that the axis has there. */
static void
subtract (RankleRunPlot *self, guint i)
{
  RanklePlotSeries *series = &self->plot.series[i];

  self->differences[i] =
      rankle_run_difference_make (self->run, self->baseline, self->panel->columns[i]);
  series->y = self->differences[i];
  series->ghost = series->ghost_x = NULL;
  series->n_ghost = 0;
}

/* ---- a logarithmic axis ---- */

void
rankle_run_plot_set_logarithmic (RankleRunPlot *self, gboolean wanted)
{
  g_return_if_fail (self != NULL);

  self->wants_logarithm = wanted;
}

static gboolean
is_anywhere_positive (const RanklePlotSeries *series)
{
  for (guint i = 0; i < series->n; i++)
    if (series->factor * series->y[i] > 0)
      return TRUE;
  return FALSE;
}

const char *
rankle_run_plot_find_no_logarithm (const RankleRunPlot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->plot.kind == RANKLE_PLOT_STACKED)
    return _ ("Shares of a whole cannot be shown on a logarithmic axis.");
  if (self->plot.kind == RANKLE_PLOT_PHASE)
    return _ ("A phase plane has linear axes.");
  if (rankle_run_plot_is_difference (self))
    return _ ("Differences may be 0 or less, which has no place on a logarithmic axis.");
  for (guint i = 0; i < self->plot.n_series; i++)
    if (is_anywhere_positive (&self->plot.series[i]))
      return NULL;
  return _ ("All values are 0 or less, which has no place on a logarithmic axis.");
}

/* What the model itself has so stays so where there is nothing: a drug that is not given.
 */
static gboolean
is_logarithmic (const RankleRunPlot *self)
{
  if (!self->wants_logarithm || rankle_run_plot_is_difference (self))
    return FALSE;
  return self->panel->log_scale || rankle_run_plot_find_no_logarithm (self) == NULL;
}

/* Differences have an axis of their own: with 0, which has no place on a logarithmic one.
 */
static void
fill_axis (RankleRunPlot *self)
{
  gboolean is_difference = rankle_run_plot_is_difference (self);

  self->plot.unit = is_difference ? self->unit : self->panel->unit;
  self->plot.logarithmic = is_logarithmic (self);
  self->plot.include_zero =
      is_difference || (self->panel->include_zero && !self->plot.logarithmic);
  self->plot.reference = is_difference ? 0 : self->panel->reference;
}

static void
fill_differences (RankleRunPlot *self)
{
  for (guint i = 0; i < RANKLE_PLOT_MAX_SERIES; i++)
    g_clear_pointer (&self->differences[i], g_free);
  for (guint i = 0; rankle_run_plot_is_difference (self) && i < self->plot.n_series; i++)
    subtract (self, i);
  fill_axis (self);
}

static void
fill_end (RankleRunPlot *self)
{
  self->plot.is_stopped = self->run != NULL && rankle_trajectory_is_partial (self->run);
  if (self->plot.is_stopped)
    self->plot.stopped = rankle_trajectory_get_times (
        self->run)[rankle_trajectory_get_n_times (self->run) - 1];
  if (self->run == NULL || !isfinite (self->until))
    return;
  self->plot.stopped =
      self->plot.is_stopped ? MIN (self->plot.stopped, self->until) : self->until;
  self->plot.is_stopped = TRUE;
}

void
rankle_run_plot_set_until (RankleRunPlot *self, double until)
{
  g_return_if_fail (self != NULL && !isnan (until));

  self->until = until;
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
    {
      guint column = self->panel->columns[i];

      if (rankle_model_get_column (rankle_trajectory_get_model (self->run), column)
                  ->n_parts > 0 &&
          rankle_trajectory_get_shown (self->run, column) !=
              rankle_trajectory_get_column (self->run, column))
        return TRUE;
    }
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
  g_autoptr (RankleShownPanel) own = NULL;

  g_return_if_fail (self != NULL && model != NULL);
  g_return_if_fail (panel < rankle_model_get_n_panels (model));

  own = rankle_shown_panel_new (model, panel);
  rankle_run_plot_init_panel (self, model, own);
}

void
rankle_run_plot_init_panel (RankleRunPlot    *self,
                            RankleModel      *model,
                            RankleShownPanel *panel)
{
  const RanklePanel *it;

  g_return_if_fail (self != NULL && model != NULL && panel != NULL);

  it = rankle_shown_panel_get (panel);
  *self = (RankleRunPlot){ .model = rankle_model_ref (model),
                           .source = rankle_shown_panel_ref (panel),
                           .panel = it,
                           .until = INFINITY,
                           .room_low = NAN,
                           .room_high = NAN };
  self->wants_logarithm = it->log_scale;
  self->unit = rankle_run_difference_dup_unit (it->unit);
  _rankle_run_plot_init_kept (self);
  self->points = g_array_new (FALSE, FALSE, sizeof (RanklePlotPoint));
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->observed = g_array_new (FALSE, FALSE, sizeof (guint));
  self->plot = (RanklePlot){ .title = it->title,
                             .unit = it->unit,
                             .kind = get_kind (it),
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
  _rankle_run_plot_clear_kept (self);
  g_clear_pointer (&self->model, rankle_model_unref);
  g_clear_pointer (&self->source, rankle_shown_panel_unref);
  g_clear_pointer (&self->points, g_array_unref);
  g_clear_pointer (&self->indices, g_array_unref);
  g_clear_pointer (&self->observed, g_array_unref);
  g_clear_pointer (&self->marks, g_free);
  g_clear_pointer (&self->nothing, g_free);
  g_clear_pointer (&self->unit, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->beyond); i++)
    {
      g_clear_pointer (&self->beyond[i], g_array_unref);
      g_clear_pointer (&self->differences[i], g_free);
    }
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
  fill_differences (self);
  leave_out_nothing (&self->plot);
  fill_nothing (self);
  fill_end (self);
  g_assert (self->plot.n_series <= self->panel->n_columns);
}

/* ---- what was published ---- */

int
_rankle_run_plot_find_series (const RankleRunPlot *self, guint column)
{
  for (guint i = 0; i < self->plot.n_series; i++)
    if (self->panel->columns[i] == column)
      return (int)i;
  return -1;
}

/* What is taken off a point. Of what is largest within a while it is not known when. */
static double
find_offset (const RankleRunPlot *self, const RankleFinding *finding)
{
  if (!rankle_run_plot_is_difference (self))
    return 0;
  if (finding->from < finding->to)
    return NAN;
  return rankle_trajectory_get_shown_at (self->baseline, finding->column, finding->to);
}

static void
add_point (RankleRunPlot *self, const RankleFinding *finding, guint index, guint series)
{
  double          offset = find_offset (self, finding);
  RanklePlotPoint point = { .series = series,
                            .x_from = finding->from,
                            .x = finding->to,
                            .y = finding->value - offset,
                            .low = finding->low - offset,
                            .high = finding->high - offset,
                            .mark = finding->predicted ? RANKLE_PLOT_MARK_DIAMOND
                                                       : RANKLE_PLOT_MARK_ROUND,
                            .recalled = finding->row->recalled };

  g_array_append_val (self->points, point);
  g_array_append_val (self->indices, index);
}

static void
point_at_points (RankleRunPlot *self)
{
  g_assert (self->points->len ==
            self->indices->len + self->sources->len + self->observed->len);
  self->plot.points = (const RanklePlotPoint *)(void *)self->points->data;
  self->plot.n_points = self->plot.kind == RANKLE_PLOT_LINES ? self->points->len : 0;
}

void
rankle_run_plot_take_findings (RankleRunPlot       *self,
                               const RankleFinding *findings,
                               guint                n)
{
  g_return_if_fail (self != NULL && (findings != NULL || n == 0));

  g_array_set_size (self->points, 0);
  g_array_set_size (self->indices, 0);
  g_array_set_size (self->observed, 0);
  for (guint i = 0; i < n; i++)
    {
      int series = _rankle_run_plot_find_series (self, findings[i].column);

      if (series >= 0 && isfinite (findings[i].value) &&
          isfinite (find_offset (self, &findings[i])))
        add_point (self, &findings[i], i, (guint)series);
    }
  _rankle_run_plot_add_kept_points (self, findings, n);
  point_at_points (self);
}

/* ---- points of one's own ---- */

static double
find_own_offset (const RankleRunPlot *self, const RankleOwnPoint *own)
{
  return rankle_run_plot_is_difference (self)
             ? rankle_trajectory_get_shown_at (self->baseline, own->column, own->time)
             : 0;
}

static void
add_own_point (RankleRunPlot *self, const RankleOwnPoint *own, guint index, guint series)
{
  double          offset = find_own_offset (self, own);
  RanklePlotPoint point = { .series = series,
                            .x_from = own->time,
                            .x = own->time,
                            .y = own->value - offset,
                            .low = own->low - offset,
                            .high = own->high - offset,
                            .mark = RANKLE_PLOT_MARK_SQUARE };

  g_array_append_val (self->points, point);
  g_array_append_val (self->observed, index);
}

void
rankle_run_plot_take_own_points (RankleRunPlot        *self,
                                 const RankleOwnPoint *points,
                                 guint                 n)
{
  g_return_if_fail (self != NULL && (points != NULL || n == 0));

  g_array_set_size (self->points, self->indices->len + self->sources->len);
  g_array_set_size (self->observed, 0);
  for (guint i = 0; i < n && points[i].is_known; i++)
    {
      int series = _rankle_run_plot_find_series (self, points[i].column);

      if (series >= 0 && isfinite (points[i].value) &&
          isfinite (find_own_offset (self, &points[i])))
        add_own_point (self, &points[i], i, (guint)series);
    }
  point_at_points (self);
}

/* ---- time, and the axis ---- */

void
rankle_run_plot_take_marks (RankleRunPlot *self, const double *times, guint n)
{
  g_return_if_fail (self != NULL && (times != NULL || n == 0));

  g_free (self->marks);
  self->marks = g_memdup2 (times, n * sizeof (double));
  self->plot.marks = self->marks;
  self->plot.n_marks = n;
}

void
rankle_run_plot_take_times (RankleRunPlot *self, double from, double to, double horizon)
{
  gboolean all = !(from < to);

  g_return_if_fail (self != NULL);

  self->plot.x_min = all ? 0 : from;
  self->plot.x_max = all ? horizon : to;
}

void
rankle_run_plot_set_room (RankleRunPlot *self, double low, double high)
{
  g_return_if_fail (self != NULL);

  self->room_low = low;
  self->room_high = high;
}

gboolean
rankle_run_plot_settle_range (RankleRunPlot *self, gboolean hold)
{
  double min, max, old_min, old_max;

  g_return_val_if_fail (self != NULL, FALSE);

  old_min = self->plot.y_min;
  old_max = self->plot.y_max;
  rankle_plot_find_range (&self->plot, &min, &max);
  /* fmin() and fmax() pass over what is not a number. */
  if (!self->plot.logarithmic)
    min = fmin (min, self->room_low);
  max = fmax (max, self->room_high);
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
