/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot.h"

#include <math.h>

#include "rankle-plot-scale.h"

#define ABOVE_REFERENCE 1.45
/* In parts of the largest value on the axis. */
#define NOTHING 1e-4
/* An axis shows no less of the largest value of the whole run than this: what is smaller
 * is the solver's rounding. */
#define FINEST 1e-6

guint
rankle_plot_find_row (const double *xs, guint n, double x)
{
  guint low = 0, high = n;

  g_return_val_if_fail (xs != NULL || n == 0, 0);

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (xs[middle] <= x)
        low = middle;
      else
        high = middle;
    }
  return low;
}

static void
include (double value, double *min, double *max)
{
  if (!isfinite (value))
    return;
  *min = MIN (*min, value);
  *max = MAX (*max, value);
}

static void
include_series (const RanklePlot       *plot,
                const RanklePlotSeries *series,
                double                 *min,
                double                 *max)
{
  for (guint i = 0; i < series->n; i++)
    if (series->x[i] >= plot->x_min && series->x[i] <= plot->x_max)
      include (series->factor * series->y[i], min, max);
  for (guint i = 0; plot->show_ghost && i < series->n_ghost; i++)
    if (series->ghost_x[i] >= plot->x_min && series->ghost_x[i] <= plot->x_max)
      include (series->ghost_factor * series->ghost[i], min, max);
}

static void
include_trace (const RanklePlot      *plot,
               const RanklePlotTrace *trace,
               double                *min,
               double                *max)
{
  if (trace->n > 0 && trace->x[0] >= plot->x_min && trace->x[trace->n - 1] <= plot->x_max)
    {
      include (trace->factor * trace->low, min, max);
      include (trace->factor * trace->high, min, max);
      return;
    }
  for (guint i = 0; i < trace->n; i++)
    if (trace->x[i] >= plot->x_min && trace->x[i] <= plot->x_max)
      include (trace->factor * trace->y[i], min, max);
}

/* On a logarithmic axis nothing of 0 or less has a place. */
static void
include_points (const RanklePlot *plot, double *min, double *max)
{
  for (guint i = 0; i < plot->n_points; i++)
    {
      const RanklePlotPoint *point = &plot->points[i];
      const double           values[] = { point->y, point->low, point->high };

      if (point->series >= plot->n_series ||
          !(point->x >= plot->x_min && point->x_from <= plot->x_max))
        continue;
      for (guint k = 0; isfinite (point->y) && k < G_N_ELEMENTS (values); k++)
        {
          double shown = plot->series[point->series].factor * values[k];

          if (!plot->logarithmic || shown > 0)
            include (shown, min, max);
        }
    }
}

/* Largest by size, of all times, in view or not. */
static double
find_largest (const RanklePlot *plot)
{
  double largest = 0;

  for (guint i = 0; i < plot->n_series; i++)
    {
      const RanklePlotSeries *series = &plot->series[i];

      for (guint k = 0; k < series->n; k++)
        largest = fmax (largest, fabs (series->factor * series->y[k]));
      for (guint k = 0; k < series->n_ghost; k++)
        largest = fmax (largest, fabs (series->ghost_factor * series->ghost[k]));
    }
  return isfinite (largest) ? largest : 0;
}

static void
widen_logarithmic (double finest, double *min, double *max)
{
  g_assert (finest >= 0);
  *max = fmax (*max, finest) * 1.3;
  *min = *min > 0 ? *min / 1.3 : *max * 1e-4;
  if (finest > 0)
    *min = fmax (*min, finest / 1.3);
}

/* Room above and below; a range too narrow to mean anything is opened to 2 % of its size,
 * and to what is not rounding. */
static void
widen (const RanklePlot *plot, double *min, double *max)
{
  double middle = 0.5 * (*min + *max);
  double finest = FINEST * find_largest (plot);
  double least = fmax (0.02 * fabs (middle), finest);
  double range = MAX (*max - *min, least);

  if (plot->logarithmic)
    {
      widen_logarithmic (finest, min, max);
      return;
    }
  if (!(range > 0))
    {
      *max += 1;
      return;
    }
  if (*max - *min < least && plot->include_zero && *min >= 0)
    *max = *min + least;
  else if (*max - *min < least)
    *min = middle - 0.5 * least, *max = middle + 0.5 * least;
  *max += 0.06 * range;
  if (!plot->include_zero || *min < 0)
    *min -= 0.06 * range;
}

void
rankle_plot_find_range (const RanklePlot *plot, double *min, double *max)
{
  g_return_if_fail (plot != NULL && min != NULL && max != NULL);

  *min = INFINITY;
  *max = -INFINITY;
  if (plot->kind == RANKLE_PLOT_STACKED)
    {
      *min = 0;
      *max = 100;
      return;
    }
  for (guint i = 0; i < plot->n_series; i++)
    include_series (plot, &plot->series[i], min, max);
  for (guint i = 0; i < plot->n_traces; i++)
    include_trace (plot, &plot->traces[i], min, max);
  include_points (plot, min, max);
  include (plot->reference, min, max);
  if (plot->include_zero)
    {
      /* What can fall from the reference to 0 can also rise. */
      include (0, min, max);
      include (ABOVE_REFERENCE * plot->reference, min, max);
    }
  if (!(*min <= *max))
    *min = 0, *max = 1;
  widen (plot, min, max);
}

/* Where the run did not come there is nothing to tell. */
static double
interpolate (const RanklePlot *plot, guint number, double x)
{
  const RanklePlotSeries *series = &plot->series[number];

  guint  i;
  double along;

  if (series->n == 0 || !isfinite (x) || (plot->is_stopped && x > plot->stopped))
    return NAN;
  if (x <= series->x[0])
    return series->y[0];
  if (x >= series->x[series->n - 1])
    return series->y[series->n - 1];
  i = rankle_plot_find_row (series->x, series->n, x);
  g_assert (i + 1 < series->n);
  along = (x - series->x[i]) / (series->x[i + 1] - series->x[i]);
  g_assert (along >= 0 && along <= 1);
  return series->y[i] + along * (series->y[i + 1] - series->y[i]);
}

/* At @x or in a row beside it. */
static gboolean
is_nothing_at (const RanklePlot *plot, double x)
{
  const RanklePlotSeries *first = &plot->series[0];
  guint                   row;

  if (plot->nothing == NULL || first->n == 0)
    return FALSE;
  row = rankle_plot_find_row (first->x, first->n, x);
  return plot->nothing[row] ||
         (row + 1 < first->n && x > first->x[row] && plot->nothing[row + 1]);
}

double
rankle_plot_get_value (const RanklePlot *plot, guint series, double x)
{
  double sum = 0;

  g_return_val_if_fail (plot != NULL && series < plot->n_series, NAN);

  if (plot->kind != RANKLE_PLOT_STACKED)
    return plot->series[series].factor * interpolate (plot, series, x);
  if (is_nothing_at (plot, x))
    return NAN;
  for (guint i = 0; i < plot->n_series; i++)
    sum += MAX (interpolate (plot, i, x), 0);
  return sum > 0 ? 100 * MAX (interpolate (plot, series, x), 0) / sum : NAN;
}

/* ---- gaps ---- */

static gboolean
is_gap (const RanklePlot *plot, guint series, guint row)
{
  double low, high;

  if (plot->kind != RANKLE_PLOT_STACKED)
    return isnan (plot->series[series].y[row]);
  rankle_plot_get_share (plot, series, row, &low, &high);
  return isnan (low);
}

/* Of one series, if it is longer than @from … @to. */
static void
find_longer_gap (const RanklePlot *plot, guint series, double *from, double *to)
{
  const RanklePlotSeries *s = &plot->series[series];
  double                  begin = NAN;

  for (guint i = 0; i < s->n; i++)
    {
      if (s->x[i] < plot->x_min || s->x[i] > plot->x_max)
        continue;
      if (!is_gap (plot, series, i))
        begin = NAN;
      else if (isnan (begin))
        begin = s->x[i];
      if (s->x[i] - begin > *to - *from)
        {
          *from = begin;
          *to = s->x[i];
        }
    }
}

gboolean
rankle_plot_find_gap (const RanklePlot *plot, double *from, double *to)
{
  guint n;

  g_return_val_if_fail (plot != NULL && from != NULL && to != NULL, FALSE);

  *from = *to = plot->x_min;
  /* All shares have the same gaps. */
  n = plot->kind == RANKLE_PLOT_STACKED ? MIN (plot->n_series, 1) : plot->n_series;
  for (guint i = 0; i < n; i++)
    find_longer_gap (plot, i, from, to);
  return *to > *from;
}

char *
rankle_plot_dup_value (const RanklePlot *plot, guint series, double x)
{
  double value, most;

  g_return_val_if_fail (plot != NULL && series < plot->n_series, NULL);

  value = rankle_plot_get_value (plot, series, x);
  most = MAX (fabs (plot->y_min), fabs (plot->y_max));
  if (isfinite (value) && plot->kind == RANKLE_PLOT_STACKED)
    return g_strdup_printf ("%.0f", value);
  if (!plot->logarithmic && fabs (value) < NOTHING * most)
    return g_strdup ("0");
  return rankle_plot_format_value (value);
}

void
rankle_plot_get_share (
    const RanklePlot *plot, guint series, guint i, double *low, double *high)
{
  double below = 0, sum = 0, own;

  g_return_if_fail (plot != NULL && series < plot->n_series);

  for (guint k = 0; k < plot->n_series; k++)
    {
      g_assert (i < plot->series[k].n);
      own = MAX (plot->series[k].y[i], 0);
      below += k < series ? own : 0;
      sum += own;
    }
  if (plot->nothing != NULL && plot->nothing[i])
    sum = 0;
  own = MAX (plot->series[series].y[i], 0);
  *low = sum > 0 ? 100 * below / sum : NAN;
  *high = sum > 0 ? 100 * (below + own) / sum : NAN;
}

int
rankle_plot_find_nearest (const RanklePlot *plot, double x, double y, double reach)
{
  double below = 0, least = reach;
  int    nearest = -1;

  g_return_val_if_fail (plot != NULL, -1);

  for (guint i = 0; i < plot->n_series; i++)
    {
      double value = rankle_plot_get_value (plot, i, x);

      if (plot->kind == RANKLE_PLOT_STACKED)
        {
          if (y >= below && y < below + value)
            return (int)i;
          below += value;
        }
      else if (fabs (value - y) <= least)
        {
          least = fabs (value - y);
          nearest = (int)i;
        }
    }
  return nearest;
}
