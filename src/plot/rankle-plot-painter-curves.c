/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-curve.h"
#include "rankle-plot-ink.h"
#include "rankle-plot-painter.h"

/* ---- lines ---- */

static void
paint_line (cairo_t                *cr,
            const RanklePlot       *plot,
            const RanklePlotLayout *layout,
            const RanklePlotTheme  *theme,
            guint                   series)
{
  const RanklePlotSeries *s = &plot->series[series];

  _rankle_plot_set_color (cr, &theme->series[series], 1);
  cairo_set_line_width (cr, theme->line_width);
  _rankle_plot_stroke (cr, layout, s->x, s->y, s->n, s->factor, series);
}

/* ---- shares ---- */

/* The upper edge of the series' band; -1: the bottom of the lowest. */
static void
trace_edge (const RanklePlot       *plot,
            const RanklePlotLayout *layout,
            int                     series,
            RanklePlotCurve        *edge)
{
  const RanklePlotSeries *s = &plot->series[MAX (series, 0)];
  double                 *shares = g_new (double, s->n + 1);

  g_assert (series >= -1 && series < (int)plot->n_series);
  for (guint i = 0; i < s->n; i++)
    {
      double low, high;

      rankle_plot_get_share (plot, (guint)MAX (series, 0), i, &low, &high);
      shares[i] = series < 0 ? low : high;
    }
  rankle_plot_curve_init (edge, layout, s->x, shares, s->n, 1);
  g_free (shares);
}

/* Where all is 0 there are no shares: the band goes straight on. */
static void
add_edge (cairo_t *cr, const RanklePlotCurve *edge, gboolean backwards)
{
  for (guint i = 0; i < edge->n; i++)
    {
      guint k = backwards ? edge->n - 1 - i : i;

      if (isfinite (edge->y[k]))
        cairo_line_to (cr, edge->x[k], edge->y[k]);
    }
}

static void
paint_bands (cairo_t                *cr,
             const RanklePlot       *plot,
             const RanklePlotLayout *layout,
             const RanklePlotTheme  *theme)
{
  RanklePlotCurve edges[RANKLE_PLOT_MAX_SERIES + 1];

  for (guint i = 0; i <= plot->n_series; i++)
    trace_edge (plot, layout, (int)i - 1, &edges[i]);
  for (guint i = 0; i < plot->n_series; i++)
    {
      cairo_new_path (cr);
      add_edge (cr, &edges[i], FALSE);
      add_edge (cr, &edges[i + 1], TRUE);
      cairo_close_path (cr);
      _rankle_plot_fill_band (cr, theme, i);
    }
  cairo_new_path (cr);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_set_line_width (cr, 1);
  for (guint i = 1; i < plot->n_series; i++)
    {
      add_edge (cr, &edges[i], FALSE);
      cairo_stroke (cr);
    }
  for (guint i = 0; i <= plot->n_series; i++)
    rankle_plot_curve_clear (&edges[i]);
}

void
rankle_plot_paint_curves (cairo_t                *cr,
                          const RanklePlot       *plot,
                          const RanklePlotLayout *layout,
                          const RanklePlotTheme  *theme)
{
  g_return_if_fail (cr != NULL && plot != NULL && layout != NULL && theme != NULL);

  cairo_save (cr);
  _rankle_plot_clip_to_area (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (plot->kind == RANKLE_PLOT_STACKED && plot->n_series > 0)
    paint_bands (cr, plot, layout, theme);
  for (guint i = 0; plot->kind == RANKLE_PLOT_LINES && i < plot->n_series; i++)
    paint_line (cr, plot, layout, theme, i);
  cairo_restore (cr);
}
