/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The curves of kept runs in one panel. */

#include <math.h>

#include "rankle-run-difference.h"
#include "rankle-run-plot-private.h"
#include "rankle-time-unit.h"
#include "rankle-vocabulary.h"

/* What is drawn of one kept run; the numbers are those of its trajectories. */
typedef struct
{
  RankleTrajectory *run;      /* (owned) */
  RankleTrajectory *rest;     /* (owned) (nullable) */
  GArray           *findings; /* (owned) (nullable) */
  RankleTrajectory *measure;  /* (owned) (nullable): what percentages are of, and what
                                 differences are from, of the model itself */
  guint    ink, n_series;
  gboolean is_difference;
} RankleKeptCurves;

static void
clear_curves (gpointer data)
{
  RankleKeptCurves *self = data;

  g_clear_pointer (&self->run, rankle_trajectory_unref);
  g_clear_pointer (&self->rest, rankle_trajectory_unref);
  g_clear_pointer (&self->measure, rankle_trajectory_unref);
  g_clear_pointer (&self->findings, g_array_unref);
}

void
_rankle_run_plot_init_kept (RankleRunPlot *self)
{
  self->kept = g_array_new (FALSE, FALSE, sizeof (RankleKeptCurves));
  g_array_set_clear_func (self->kept, clear_curves);
  self->traces = g_array_new (FALSE, FALSE, sizeof (RanklePlotTrace));
  self->own = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_array_new (FALSE, FALSE, sizeof (RankleKeptPoint));
}

void
_rankle_run_plot_clear_kept (RankleRunPlot *self)
{
  g_clear_pointer (&self->kept, g_array_unref);
  g_clear_pointer (&self->traces, g_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
  g_clear_pointer (&self->sources, g_array_unref);
}

/* ---- a rival's words ---- */

/* -1: the models have no word in common for it. */
static int
find_partner (RankleModel *model, guint column, RankleModel *rival)
{
  guint             n;
  const RankleWord *words = rankle_vocabulary_get (&n);

  for (guint i = 0; i < n; i++)
    if (rankle_model_find_glyph_column (model, words[i].id) == (int)column)
      return rankle_model_find_glyph_column (rival, words[i].id);
  return -1;
}

/* NaN: they cannot be told in what the panel is in. */
static double
find_rival_factor (const RankleRunPlot    *self,
                   const RankleKeptCurves *curves,
                   guint                   own,
                   guint                   column)
{
  RankleModel *rival = rankle_trajectory_get_model (curves->run);
  double       at_start;

  if (!self->panel->relative)
    return g_strcmp0 (rankle_model_get_column (self->model, own)->unit,
                      rankle_model_get_column (rival, column)->unit) == 0
               ? 1
               : NAN;
  if (curves->rest == NULL)
    return NAN;
  at_start = rankle_trajectory_get_shown (curves->rest, column)[0];
  return fabs (at_start) > 0 ? 100 / at_start : NAN;
}

/* (transfer none): times of the run in the panel's unit. */
static const double *
convert_times (RankleRunPlot *self, RankleTrajectory *run)
{
  RankleModel  *rival = rankle_trajectory_get_model (run);
  const double *times = rankle_trajectory_get_times (run);
  guint         n = rankle_trajectory_get_n_times (run);
  double        unit = rankle_time_unit_convert (rankle_model_get_time_unit (rival),
                                                 rankle_model_get_time_unit (self->model));
  double       *own;

  if (!(fabs (unit - 1) > 0))
    return times;
  own = g_new (double, n);
  for (guint i = 0; i < n; i++)
    own[i] = unit * times[i];
  g_ptr_array_add (self->own, own);
  return own;
}

/* ---- traces ---- */

static const char *
get_mark (guint ink)
{
  g_autofree char *letter = rankle_kept_run_dup_letter (ink);

  return g_intern_string (letter);
}

static void
find_bounds (RanklePlotTrace *trace)
{
  trace->low = INFINITY;
  trace->high = -INFINITY;
  for (guint i = 0; i < trace->n; i++)
    if (isfinite (trace->y[i]))
      {
        trace->low = MIN (trace->low, trace->y[i]);
        trace->high = MAX (trace->high, trace->y[i]);
      }
}

static void
add_trace (RankleRunPlot          *self,
           const RankleKeptCurves *curves,
           guint                   series,
           const double           *x,
           const double           *y,
           double                  factor)
{
  RanklePlotTrace trace = { .series = series,
                            .ink = curves->ink,
                            .mark = get_mark (curves->ink),
                            .x = x,
                            .y = y,
                            .n = rankle_trajectory_get_n_times (curves->run),
                            .factor = factor };

  find_bounds (&trace);
  if (isfinite (factor))
    g_array_append_val (self->traces, trace);
}

/* (transfer none) (nullable): the numbers of a column, or, in a plot of differences, less
 * those of what the run is told beside: a model's own run the plot's baseline, a rival's
 * the rival's. NULL: there is none. */
static const double *
get_values (RankleRunPlot *self, const RankleKeptCurves *curves, guint column)
{
  gboolean          is_own = rankle_trajectory_get_model (curves->run) == self->model;
  RankleTrajectory *baseline = is_own ? self->baseline : curves->rest;
  double           *values;

  if (!rankle_run_plot_is_difference (self))
    return rankle_trajectory_get_shown (curves->run, column);
  if (baseline == NULL)
    return NULL;
  values = rankle_run_difference_make (curves->run, baseline, column);
  g_ptr_array_add (self->own, values);
  return values;
}

static void
add_lines (RankleRunPlot *self, const RankleKeptCurves *curves)
{
  RankleModel  *model = rankle_trajectory_get_model (curves->run);
  const double *times = convert_times (self, curves->run);

  for (guint i = 0; i < self->plot.n_series; i++)
    {
      guint own = self->panel->columns[i];
      int   column =
          model == self->model ? (int)own : find_partner (self->model, own, model);
      const double *values =
          column >= 0 ? get_values (self, curves, (guint)column) : NULL;

      if (values != NULL)
        add_trace (self, curves, i, times, values,
                   model == self->model
                       ? _rankle_run_plot_find_factor (self, own)
                       : find_rival_factor (self, curves, own, (guint)column));
    }
}

/* Above the shares of the first @n series [%]; NaN where there is nothing to share. */
static double
find_edge (const RankleRunPlot *self, RankleTrajectory *run, guint n, guint row)
{
  double below = 0, sum = 0;

  for (guint i = 0; i < self->panel->n_columns; i++)
    {
      double value =
          MAX (rankle_trajectory_get_shown (run, self->panel->columns[i])[row], 0);

      below += i < n ? value : 0;
      sum += value;
    }
  return sum > 0 ? 100 * below / sum : NAN;
}

/* Of a run that has all that is shared. */
static void
add_edges (RankleRunPlot *self, const RankleKeptCurves *curves)
{
  guint              n = rankle_trajectory_get_n_times (curves->run);
  g_autofree guint8 *nothing = rankle_trajectory_dup_nothing (
      curves->run, self->panel->columns, self->panel->n_columns);

  for (guint series = 1; series < self->plot.n_series; series++)
    {
      double *edge = g_new (double, n);

      for (guint row = 0; row < n; row++)
        edge[row] = nothing != NULL && nothing[row]
                        ? NAN
                        : find_edge (self, curves->run, series, row);
      g_ptr_array_add (self->own, edge);
      add_trace (self, curves, series, rankle_trajectory_get_times (curves->run), edge,
                 1);
    }
}

static void
trace_all (RankleRunPlot *self)
{
  g_array_set_size (self->traces, 0);
  g_ptr_array_set_size (self->own, 0);
  for (guint i = 0; self->run != NULL && i < self->kept->len; i++)
    {
      const RankleKeptCurves *curves = &g_array_index (self->kept, RankleKeptCurves, i);

      if (self->plot.kind != RANKLE_PLOT_STACKED)
        add_lines (self, curves);
      else if (rankle_trajectory_get_model (curves->run) == self->model)
        add_edges (self, curves);
    }
  self->plot.traces = (const RanklePlotTrace *)(void *)self->traces->data;
  self->plot.n_traces = self->traces->len;
}

/* ---- what there is ---- */

static gboolean
is_seen (const RankleRunPlot *self, const RankleKeptResult *result)
{
  return result->run != NULL && !rankle_kept_run_is_hidden (result->kept) &&
         !(rankle_kept_run_is_baseline (result->kept) &&
           rankle_kept_run_get_model (result->kept) == self->model);
}

/* (transfer full): RankleKeptCurves */
static GArray *
list_seen (const RankleRunPlot *self, const RankleKeptResult *results, guint n)
{
  GArray           *seen = g_array_new (FALSE, FALSE, sizeof (RankleKeptCurves));
  RankleTrajectory *measure = self->baseline != NULL ? self->baseline : self->run;

  g_array_set_clear_func (seen, clear_curves);
  for (guint i = 0; i < n; i++)
    {
      RankleKeptCurves curves = { .ink = rankle_kept_run_get_ink (results[i].kept),
                                  .n_series = self->plot.n_series,
                                  .is_difference = rankle_run_plot_is_difference (self) };

      if (!is_seen (self, &results[i]))
        continue;
      curves.run = rankle_trajectory_ref (results[i].run);
      if (results[i].rest != NULL)
        curves.rest = rankle_trajectory_ref (results[i].rest);
      if (measure != NULL && (self->panel->relative || curves.is_difference))
        curves.measure = rankle_trajectory_ref (measure);
      if (results[i].findings != NULL)
        curves.findings = g_array_ref ((GArray *)results[i].findings);
      g_array_append_val (seen, curves);
    }
  return seen;
}

static gboolean
are_same (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const RankleKeptCurves *first = &g_array_index (a, RankleKeptCurves, i);
      const RankleKeptCurves *second = &g_array_index (b, RankleKeptCurves, i);

      if (first->run != second->run || first->rest != second->rest ||
          first->findings != second->findings || first->measure != second->measure ||
          first->ink != second->ink || first->n_series != second->n_series ||
          first->is_difference != second->is_difference)
        return FALSE;
    }
  return TRUE;
}

gboolean
rankle_run_plot_take_kept (RankleRunPlot *self, const RankleKeptResult *results, guint n)
{
  GArray *seen;

  g_return_val_if_fail (self != NULL && (results != NULL || n == 0), FALSE);

  seen = list_seen (self, results, n);
  if (are_same (self->kept, seen))
    {
      g_array_unref (seen);
      return FALSE;
    }
  g_array_unref (self->kept);
  self->kept = seen;
  trace_all (self);
  return TRUE;
}

/* ---- what was published of them ---- */

static gboolean
is_told (const RankleFinding *findings, guint n, const RankleEvidenceRow *row)
{
  for (guint i = 0; i < n; i++)
    if (findings[i].row == row)
      return TRUE;
  return FALSE;
}

/* (nullable): the trace that the finding belongs to. */
static const RanklePlotTrace *
find_trace (const RankleRunPlot    *self,
            const RankleKeptCurves *curves,
            const RankleFinding    *finding)
{
  const double *values = rankle_trajectory_get_shown (curves->run, finding->column);

  for (guint i = 0; i < self->traces->len; i++)
    {
      const RanklePlotTrace *trace = &g_array_index (self->traces, RanklePlotTrace, i);

      if (trace->ink == curves->ink && trace->y == values)
        return trace;
    }
  return NULL;
}

/* In what the series' own values are in. */
static void
add_point (RankleRunPlot          *self,
           const RankleKeptCurves *curves,
           const RankleFinding    *finding,
           const RanklePlotTrace  *trace)
{
  RankleModel    *model = rankle_trajectory_get_model (curves->run);
  double          factor = trace->factor / self->plot.series[trace->series].factor;
  double          unit = rankle_time_unit_convert (rankle_model_get_time_unit (model),
                                                   rankle_model_get_time_unit (self->model));
  RankleKeptPoint source = { .finding = finding, .model = model };
  RanklePlotPoint point = { .series = trace->series,
                            .x_from = unit * finding->from,
                            .x = unit * finding->to,
                            .y = factor * finding->value,
                            .low = factor * finding->low,
                            .high = factor * finding->high,
                            .mark = finding->predicted ? RANKLE_PLOT_MARK_DIAMOND
                                                       : RANKLE_PLOT_MARK_ROUND,
                            .recalled = finding->row->recalled,
                            .letter = trace->mark };

  if (!isfinite (point.y))
    return;
  g_array_append_val (self->points, point);
  g_array_append_val (self->sources, source);
}

void
_rankle_run_plot_add_kept_points (RankleRunPlot       *self,
                                  const RankleFinding *findings,
                                  guint                n)
{
  g_array_set_size (self->sources, 0);
  for (guint i = 0; self->plot.kind == RANKLE_PLOT_LINES && i < self->kept->len; i++)
    {
      const RankleKeptCurves *curves = &g_array_index (self->kept, RankleKeptCurves, i);

      for (guint k = 0; curves->findings != NULL && k < curves->findings->len; k++)
        {
          const RankleFinding *finding =
              &g_array_index (curves->findings, RankleFinding, k);
          const RanklePlotTrace *trace = find_trace (self, curves, finding);

          if (trace != NULL && !is_told (findings, n, finding->row))
            add_point (self, curves, finding, trace);
        }
    }
  g_assert (self->points->len == self->indices->len + self->sources->len);
}
