/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-curve.h"
#include "rankle-plot-painter-private.h"

/* ---- lines ---- */

/* A long stroke that crosses itself costs far more than its length, so strokes are kept
 * short. */
#define STROKE_POINTS 64

#define MAX_DASHES 4

/* In line widths. Zeros end a pattern. */
static const double patterns[][MAX_DASHES] = {
  { 0 }, { 3.5, 1.5 }, { 4, 1.5, 0.75, 1.5 }, { 1.5, 1.25 }, { 0.75, 1.25 }
};

void
_rankle_plot_set_dashes (cairo_t *cr, guint dashes, double from)
{
  const double *pattern = patterns[dashes % G_N_ELEMENTS (patterns)];
  double        width = cairo_get_line_width (cr);
  double        scaled[MAX_DASHES];
  int           n = 0;

  for (; n < MAX_DASHES && pattern[n] > 0; n++)
    scaled[n] = pattern[n] * width;
  cairo_set_dash (cr, scaled, n, from);
}

/* Up to the next gap, from point @first on; returns where it ended. */
static guint
stroke_piece (cairo_t *cr, const RanklePlotCurve *curve, guint first, guint dashes)
{
  double length = 0, from = 0;
  guint  i = first + 1;

  cairo_move_to (cr, curve->x[first], curve->y[first]);
  for (; i < curve->n && isfinite (curve->y[i]); i++)
    {
      cairo_line_to (cr, curve->x[i], curve->y[i]);
      length += hypot (curve->x[i] - curve->x[i - 1], curve->y[i] - curve->y[i - 1]);
      if ((i - first) % STROKE_POINTS != 0)
        continue;
      _rankle_plot_set_dashes (cr, dashes, from);
      cairo_stroke (cr);
      cairo_move_to (cr, curve->x[i], curve->y[i]);
      from = length;
    }
  _rankle_plot_set_dashes (cr, dashes, from);
  cairo_stroke (cr);
  return i;
}

void
_rankle_plot_stroke (cairo_t                *cr,
                     const RanklePlotLayout *layout,
                     const double           *x,
                     const double           *y,
                     guint                   n,
                     double                  factor,
                     guint                   dashes)
{
  RanklePlotCurve curve;

  rankle_plot_curve_init (&curve, layout, x, y, n, factor);
  for (guint i = 0; i < curve.n; i++)
    if (isfinite (curve.y[i]))
      i = stroke_piece (cr, &curve, i, dashes);
  rankle_plot_curve_clear (&curve);
}

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

/* Every second band is hatched, so that neighbours differ without colour; the slope
 * alternates. */
static void
hatch (cairo_t *cr, const RanklePlotTheme *theme, guint series)
{
  const double     side = 9;
  cairo_surface_t *tile = cairo_surface_create_similar (
      cairo_get_target (cr), CAIRO_CONTENT_COLOR_ALPHA, (int)side, (int)side);
  cairo_t *pen = cairo_create (tile);

  if (series % 4 == 1)
    {
      cairo_translate (pen, side, 0);
      cairo_scale (pen, -1, 1);
    }
  _rankle_plot_set_color (pen, &theme->background, 0.35);
  cairo_set_line_width (pen, 1.5);
  for (int i = -1; i <= 1; i++)
    {
      cairo_move_to (pen, (i - 0.5) * side, -0.5 * side);
      cairo_line_to (pen, (i + 1.5) * side, 1.5 * side);
    }
  cairo_stroke (pen);
  cairo_destroy (pen);
  cairo_set_source_surface (cr, tile, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_REPEAT);
  cairo_fill_preserve (cr);
  cairo_surface_destroy (tile);
}

void
_rankle_plot_fill_band (cairo_t *cr, const RanklePlotTheme *theme, guint series)
{
  _rankle_plot_set_color (cr, &theme->series[series], 0.8);
  cairo_fill_preserve (cr);
  if (series % 2 == 1)
    hatch (cr, theme, series);
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
  cairo_save (cr);
  _rankle_plot_clip_to_area (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (plot->kind == RANKLE_PLOT_STACKED && plot->n_series > 0)
    paint_bands (cr, plot, layout, theme);
  for (guint i = 0; plot->kind == RANKLE_PLOT_LINES && i < plot->n_series; i++)
    paint_line (cr, plot, layout, theme, i);
  cairo_restore (cr);
}
