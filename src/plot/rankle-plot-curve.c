/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-curve.h"

#include <math.h>

/* What a curve may stray [px]: a tenth of what smoothing of edges can show. */
#define TOLERANCE 0.1
/* Cairo's numbers end near this [px]. */
#define FAR_AWAY 1e4
/* Points that a row may add: a column's four, a gap, and the four of a last column. */
#define MOST_AT_ONCE 9

/* ---- fewer points ---- */

typedef struct
{
  double  *x, *y;
  guint    n, most;
  guint    first, low, high, last; /* rows of the column being gathered */
  gboolean any;
} Decimation;

static void
put (Decimation *d, double x, double y)
{
  g_assert (d->n < d->most);
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
  Decimation d = { .x = x, .y = y, .most = RANKLE_PLOT_MOST_POINTS (columns) };
  double     last_column = -1;
  guint      from = n > 0 ? rankle_plot_find_row (x_in, n, x_min) : 0;
  gboolean   gap = TRUE;

  g_return_val_if_fail (x_min < x_max && columns > 0, 0);

  for (guint i = from; i < n && d.n + MOST_AT_ONCE <= d.most; i++)
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

/* Lines from the anchor whose slope is within the gate pass every point since then
 * closely enough. */
typedef struct
{
  double  *x, *y; /* read ahead of what is written */
  guint    n;     /* written */
  guint    anchor, last;
  double   x0, y0; /* the anchor's */
  double   low, high;
  double   tolerance;
  gboolean anchored; /* FALSE after a gap */
} Simplification;

static void
keep (Simplification *s, guint i)
{
  g_assert (s->n <= i);
  s->x0 = s->x[i];
  s->y0 = s->y[i];
  s->x[s->n] = s->x0;
  s->y[s->n++] = s->y0;
  s->low = -INFINITY;
  s->high = INFINITY;
  s->anchor = s->last = i;
  s->anchored = TRUE;
}

static gboolean
fits (const Simplification *s, guint i)
{
  double dx = s->x[i] - s->x0;
  double slope = (s->y[i] - s->y0) / dx;

  return dx > 0 && slope >= s->low && slope <= s->high;
}

static void
narrow (Simplification *s, guint i)
{
  double dx = s->x[i] - s->x0;

  g_assert (dx > 0);
  s->low = fmax (s->low, (s->y[i] - s->tolerance - s->y0) / dx);
  s->high = fmin (s->high, (s->y[i] + s->tolerance - s->y0) / dx);
  s->last = i;
}

static void
keep_last (Simplification *s)
{
  if (s->anchored && s->last != s->anchor)
    keep (s, s->last);
}

static void
take (Simplification *s, guint i)
{
  if (s->anchored && !fits (s, i))
    keep_last (s);
  if (s->anchored && fits (s, i))
    narrow (s, i);
  else
    keep (s, i);
}

static void
take_gap (Simplification *s, guint i)
{
  keep_last (s);
  if (s->anchored)
    {
      s->x[s->n] = s->x[i];
      s->y[s->n++] = NAN;
    }
  s->anchored = FALSE;
}

guint
rankle_plot_simplify (double *x, double *y, guint n, double tolerance)
{
  Simplification s = { .x = x, .y = y, .tolerance = tolerance };

  for (guint i = 0; i < n; i++)
    if (isfinite (y[i]))
      take (&s, i);
    else
      take_gap (&s, i);
  keep_last (&s);
  g_assert (s.n <= n);
  return s.n;
}

/* ---- in pixels ---- */

static void
map_points (RanklePlotCurve *curve, const RanklePlotLayout *layout, double factor)
{
  for (guint i = 0; i < curve->n; i++)
    {
      double y = rankle_plot_scale_map (&layout->y, factor * curve->y[i]);

      curve->x[i] = rankle_plot_layout_time_to_x (layout, curve->x[i]);
      curve->y[i] = isfinite (curve->y[i]) ? CLAMP (y, -FAR_AWAY, FAR_AWAY) : NAN;
    }
}

void
rankle_plot_curve_init (RanklePlotCurve        *curve,
                        const RanklePlotLayout *layout,
                        const double           *x,
                        const double           *y,
                        guint                   n,
                        double                  factor)
{
  guint columns;

  g_return_if_fail (curve != NULL && layout != NULL);

  columns = (guint)MAX (layout->right - layout->left, 8);
  curve->x = g_new (double, RANKLE_PLOT_MOST_POINTS (columns));
  curve->y = g_new (double, RANKLE_PLOT_MOST_POINTS (columns));
  curve->n = rankle_plot_decimate (x, y, n, layout->x.min / layout->clock.factor,
                                   layout->x.max / layout->clock.factor, columns,
                                   curve->x, curve->y);
  map_points (curve, layout, factor);
  curve->n = rankle_plot_simplify (curve->x, curve->y, curve->n, TOLERANCE);
}

void
rankle_plot_curve_clear (RanklePlotCurve *curve)
{
  g_return_if_fail (curve != NULL);

  g_clear_pointer (&curve->x, g_free);
  g_clear_pointer (&curve->y, g_free);
  curve->n = 0;
}
