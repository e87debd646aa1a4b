/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-beyond.h"
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

/* The end of the piece without gap that begins at point @from. */
static guint
find_end (const RanklePlotCurve *edge, guint from)
{
  guint i = from;

  while (i < edge->n && isfinite (edge->y[i]))
    i++;
  return i;
}

/* The part of an edge from pixel @left to @right. Edges keep points of their own, but
 * have the same gaps. */
static void
add_edge (cairo_t               *cr,
          const RanklePlotCurve *edge,
          double                 left,
          double                 right,
          gboolean               backwards)
{
  for (guint i = 0; i < edge->n; i++)
    {
      guint k = backwards ? edge->n - 1 - i : i;

      if (isfinite (edge->y[k]) && edge->x[k] >= left && edge->x[k] <= right)
        cairo_line_to (cr, edge->x[k], edge->y[k]);
    }
}

/* The bands between two gaps. */
static void
paint_piece (cairo_t               *cr,
             const RanklePlot      *plot,
             const RanklePlotTheme *theme,
             const RanklePlotCurve *edges,
             double                 left,
             double                 right)
{
  for (guint i = 0; i < plot->n_series; i++)
    {
      cairo_new_path (cr);
      add_edge (cr, &edges[i], left, right, FALSE);
      add_edge (cr, &edges[i + 1], left, right, TRUE);
      cairo_close_path (cr);
      _rankle_plot_fill_band (cr, theme, i);
    }
  cairo_new_path (cr);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_set_line_width (cr, 1);
  for (guint i = 1; i < plot->n_series; i++)
    {
      add_edge (cr, &edges[i], left, right, FALSE);
      cairo_stroke (cr);
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
  /* The lowest edge is straight: what it keeps are the ends of its pieces. */
  for (guint i = 0; i < edges[0].n; i++)
    {
      guint end = find_end (&edges[0], i);

      if (end > i)
        paint_piece (cr, plot, theme, edges, edges[0].x[i], edges[0].x[end - 1]);
      i = end;
    }
  for (guint i = 0; i <= plot->n_series; i++)
    rankle_plot_curve_clear (&edges[i]);
}

/* ---- gaps ---- */

/* What is said of a gap stands in its middle, or near the top where curves may go on. */
static void
paint_remark (cairo_t                *cr,
              const RanklePlot       *plot,
              const RanklePlotLayout *layout,
              const RanklePlotTheme  *theme)
{
  double       from, to, room, height;
  PangoLayout *text;
  int          width, line;

  if (plot->remark == NULL || !rankle_plot_find_gap (plot, &from, &to))
    return;
  from = rankle_plot_layout_time_to_x (layout, from);
  to = rankle_plot_layout_time_to_x (layout, to);
  room = to - from - layout->tick_size;
  text = rankle_plot_create_text (theme, cr, plot->remark, layout->label_size, FALSE);
  pango_layout_set_width (text, (int)MAX (room, 1) * PANGO_SCALE);
  pango_layout_set_alignment (text, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (text, &width, &line);
  height = layout->bottom - layout->top;
  if (width <= room && line <= height)
    {
      _rankle_plot_set_color (cr, &theme->foreground, 1);
      cairo_move_to (
          cr, round (from + 0.5 * layout->tick_size),
          round (layout->top +
                 (plot->kind == RANKLE_PLOT_STACKED ? 0.5 * (height - line) : 2)));
      pango_cairo_show_layout (cr, text);
    }
  g_object_unref (text);
}

void
rankle_plot_paint_curves (cairo_t                *cr,
                          const RanklePlot       *plot,
                          const RanklePlotLayout *layout,
                          const RanklePlotTheme  *theme)
{
  g_return_if_fail (cr != NULL && plot != NULL && layout != NULL && theme != NULL);

  _rankle_plot_paint_marks (cr, plot, layout, theme);
  cairo_save (cr);
  _rankle_plot_clip_to_area (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (plot->kind == RANKLE_PLOT_STACKED && plot->n_series > 0)
    paint_bands (cr, plot, layout, theme);
  for (guint i = 0; plot->kind == RANKLE_PLOT_LINES && i < plot->n_series; i++)
    paint_line (cr, plot, layout, theme, i);
  paint_remark (cr, plot, layout, theme);
  _rankle_plot_write_warning (cr, plot, layout, theme);
  cairo_restore (cr);
}

void
rankle_plot_paint_lit (cairo_t                *cr,
                       const RanklePlot       *plot,
                       const RanklePlotLayout *layout,
                       const RanklePlotTheme  *theme,
                       guint                   series)
{
  RanklePlotTheme bold;

  g_return_if_fail (plot != NULL && layout != NULL && theme != NULL);

  if (plot->kind != RANKLE_PLOT_LINES || series >= plot->n_series)
    return;
  bold = *theme;
  bold.line_width *= 2;
  cairo_save (cr);
  _rankle_plot_clip_to_area (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  paint_line (cr, plot, layout, &bold, series);
  cairo_restore (cr);
}
