/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-ink.h"
#include "rankle-plot-painter.h"

/* The height at which a series' label would stand if it were alone. */
static double
find_height (const RanklePlot *plot, const RanklePlotLayout *layout, guint series)
{
  const RanklePlotSeries *s = &plot->series[series];
  double                  low, high, value;

  if (s->n == 0)
    return layout->top;
  if (plot->kind == RANKLE_PLOT_STACKED)
    {
      rankle_plot_get_share (plot, series, s->n - 1, &low, &high);
      value = 0.5 * (low + high);
    }
  else
    {
      double end = layout->x.max / layout->clock.factor;

      value = rankle_plot_get_value (plot, series,
                                     plot->is_stopped ? MIN (end, plot->stopped) : end);
    }
  value = rankle_plot_scale_map (&layout->y, isfinite (value) ? value : layout->y.min);
  return CLAMP (value, layout->top, layout->bottom);
}

/* Moves labels apart, keeping their order: down where they crowd, then up from the
 * bottom. */
static void
spread (double *heights, guint *order, guint n, double apart, double top, double bottom)
{
  g_assert (apart >= 0);
  for (guint i = 1; i < n; i++)
    for (guint k = i; k > 0 && heights[order[k]] < heights[order[k - 1]]; k--)
      {
        guint other = order[k];

        order[k] = order[k - 1];
        order[k - 1] = other;
      }
  for (guint i = 0; i < n; i++)
    heights[order[i]] =
        MAX (heights[order[i]], i == 0 ? top : heights[order[i - 1]] + apart);
  for (guint i = n; i-- > 0;)
    heights[order[i]] =
        MIN (heights[order[i]], i + 1 == n ? bottom : heights[order[i + 1]] - apart);
}

static void
paint_sample (cairo_t                *cr,
              const RanklePlot       *plot,
              const RanklePlotLayout *layout,
              const RanklePlotTheme  *theme,
              guint                   series,
              double                  x,
              double                  y)
{
  cairo_save (cr);
  _rankle_plot_set_color (cr, &theme->series[series], 1);
  if (plot->kind == RANKLE_PLOT_STACKED)
    {
      double side = 0.7 * layout->label_size;

      cairo_rectangle (cr, x, y - 0.5 * side, side, side);
      _rankle_plot_fill_band (cr, theme, series);
      cairo_new_path (cr);
    }
  else
    {
      cairo_set_line_width (cr, theme->line_width);
      _rankle_plot_set_dashes (cr, series, 0);
      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x + layout->sample - 4, y);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
paint_label (cairo_t                *cr,
             const RanklePlot       *plot,
             const RanklePlotLayout *layout,
             const RanklePlotTheme  *theme,
             guint                   series,
             double                  time,
             gboolean                bold,
             double                  x,
             double                  y)
{
  g_autofree char *text = rankle_plot_dup_label (plot, series, time);

  paint_sample (cr, plot, layout, theme, series, x, y);
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  _rankle_plot_write (cr, theme, text, layout->label_size, bold, x + layout->sample, y,
                      0);
}

static void
paint_labels (cairo_t                *cr,
              const RanklePlot       *plot,
              const RanklePlotLayout *layout,
              const RanklePlotTheme  *theme,
              double                  time,
              int                     selected)
{
  double heights[RANKLE_PLOT_MAX_SERIES];
  guint  order[RANKLE_PLOT_MAX_SERIES];

  g_assert (plot->n_series <= RANKLE_PLOT_MAX_SERIES);
  for (guint i = 0; i < plot->n_series; i++)
    {
      heights[i] = find_height (plot, layout, i);
      order[i] = i;
    }
  spread (heights, order, plot->n_series, layout->line_height,
          layout->top + 0.4 * layout->line_height,
          layout->bottom - 0.4 * layout->line_height);
  for (guint i = 0; i < plot->n_series; i++)
    paint_label (cr, plot, layout, theme, i, time, (int)i == selected,
                 layout->labels_at_ends ? layout->right + 8 : layout->label_x[i],
                 layout->labels_at_ends ? heights[i] : layout->label_y[i]);
}

static void
paint_mark (cairo_t                *cr,
            const RanklePlot       *plot,
            const RanklePlotLayout *layout,
            const RanklePlotTheme  *theme,
            guint                   series,
            double                  time,
            gboolean                selected)
{
  double value = rankle_plot_get_value (plot, series, time);
  double radius = (selected ? 2.2 : 1.6) * theme->line_width;

  if (!isfinite (value) || plot->kind == RANKLE_PLOT_STACKED)
    return;
  cairo_arc (
      cr, rankle_plot_layout_time_to_x (layout, time),
      CLAMP (rankle_plot_scale_map (&layout->y, value), layout->top, layout->bottom),
      radius, 0, 2 * G_PI);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_fill_preserve (cr);
  _rankle_plot_set_color (cr, &theme->series[series], 1);
  cairo_set_line_width (cr, theme->line_width);
  cairo_stroke (cr);
}

void
rankle_plot_paint_cursor (cairo_t                *cr,
                          const RanklePlot       *plot,
                          const RanklePlotLayout *layout,
                          const RanklePlotTheme  *theme,
                          double                  time,
                          int                     selected)
{
  double x;

  g_return_if_fail (cr != NULL && plot != NULL && layout != NULL && theme != NULL);

  x = rankle_plot_layout_time_to_x (layout, time);
  cairo_save (cr);
  paint_labels (cr, plot, layout, theme, time, selected);
  if (x >= layout->left - 0.5 && x <= layout->right + 0.5)
    {
      _rankle_plot_set_color (cr, &theme->foreground, 0.8);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, round (x) + 0.5, layout->top - 2);
      cairo_line_to (cr, round (x) + 0.5, layout->bottom);
      cairo_stroke (cr);
      for (guint i = 0; i < plot->n_series; i++)
        paint_mark (cr, plot, layout, theme, i, time, (int)i == selected);
    }
  cairo_restore (cr);
}
