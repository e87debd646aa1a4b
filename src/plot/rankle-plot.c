/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot.h"

#include <math.h>

/* The last row at or before @x; 0 if there is none. */
static guint
find_row (const double *xs, guint n, double x)
{
  guint low = 0, high = n;

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

/* Room above and below; a range too narrow to mean anything is opened to 2 % of its size.
 */
static void
widen (const RanklePlot *plot, double *min, double *max)
{
  double middle = 0.5 * (*min + *max);
  double least = 0.02 * fabs (middle);
  double range = MAX (*max - *min, least);

  if (plot->logarithmic)
    {
      *max *= 1.3;
      *min = *min > 0 ? *min / 1.3 : *max * 1e-4;
      return;
    }
  if (!(range > 0))
    {
      *max += 1;
      return;
    }
  if (*max - *min < least)
    *min = middle - 0.5 * least, *max = middle + 0.5 * least;
  *max += 0.06 * range;
  if (!plot->include_zero || *min < 0)
    *min -= 0.06 * range;
}

void
rankle_plot_find_range (const RanklePlot *plot, double *min, double *max)
{
  g_return_if_fail (plot != NULL);

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
  include (plot->reference, min, max);
  if (plot->include_zero)
    include (0, min, max);
  if (!(*min <= *max))
    *min = 0, *max = 1;
  widen (plot, min, max);
}

static double
interpolate (const RanklePlotSeries *series, double x)
{
  guint  i;
  double along;

  if (series->n == 0 || !isfinite (x))
    return NAN;
  if (x <= series->x[0])
    return series->y[0];
  if (x >= series->x[series->n - 1])
    return series->y[series->n - 1];
  i = find_row (series->x, series->n, x);
  along = (x - series->x[i]) / (series->x[i + 1] - series->x[i]);
  return series->y[i] + along * (series->y[i + 1] - series->y[i]);
}

double
rankle_plot_get_value (const RanklePlot *plot, guint series, double x)
{
  double sum = 0;

  g_return_val_if_fail (plot != NULL && series < plot->n_series, NAN);

  if (plot->kind == RANKLE_PLOT_LINES)
    return plot->series[series].factor * interpolate (&plot->series[series], x);
  for (guint i = 0; i < plot->n_series; i++)
    sum += MAX (interpolate (&plot->series[i], x), 0);
  return sum > 0 ? 100 * MAX (interpolate (&plot->series[series], x), 0) / sum : NAN;
}

void
rankle_plot_get_share (
    const RanklePlot *plot, guint series, guint i, double *low, double *high)
{
  double below = 0, sum = 0, own;

  for (guint k = 0; k < plot->n_series; k++)
    {
      own = MAX (plot->series[k].y[i], 0);
      below += k < series ? own : 0;
      sum += own;
    }
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

typedef struct
{
  double  *x, *y;
  guint    n;
  guint    first, low, high, last; /* rows of the column being gathered */
  gboolean any;
} Decimation;

static void
put (Decimation *d, double x, double y)
{
  d->x[d->n] = x;
  d->y[d->n++] = y;
}

static void
flush (Decimation *d, const double *x, const double *y)
{
  guint rows[] = { d->first, MIN (d->low, d->high), MAX (d->low, d->high), d->last };

  for (guint i = 0; d->any && i < G_N_ELEMENTS (rows); i++)
    if (i == 0 || rows[i] != rows[i - 1])
      put (d, x[rows[i]], y[rows[i]]);
  d->any = FALSE;
}

static void
gather (Decimation *d, const double *y, guint i)
{
  if (!d->any)
    {
      d->first = d->low = d->high = i;
      d->any = TRUE;
    }
  d->last = i;
  if (y[i] < y[d->low])
    d->low = i;
  if (y[i] > y[d->high])
    d->high = i;
}

guint
rankle_plot_decimate (const double *x_in,
                      const double *y_in,
                      guint         n,
                      double        x_min,
                      double        x_max,
                      guint         columns,
                      double       *x,
                      double       *y)
{
  Decimation d = { .x = x, .y = y };
  double     last_column = -1;
  guint      from = n > 0 ? find_row (x_in, n, x_min) : 0;
  gboolean   gap = TRUE;

  for (guint i = from; i < n && d.n + 6 < 4 * columns; i++)
    {
      double column = floor ((x_in[i] - x_min) / (x_max - x_min) * columns);

      if (column > last_column || !isfinite (y_in[i]))
        flush (&d, x_in, y_in);
      last_column = column;
      if (isfinite (y_in[i]))
        {
          gather (&d, y_in, i);
          gap = FALSE;
        }
      else if (!gap)
        {
          put (&d, x_in[i], NAN);
          gap = TRUE;
        }
      if (x_in[i] > x_max)
        break;
    }
  flush (&d, x_in, y_in);
  return d.n;
}
