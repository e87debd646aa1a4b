/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-painter.h"

#include <math.h>

/* A long stroke that crosses itself costs far more than its length, so strokes are kept
 * short. */
#define STROKE_POINTS 64

static const double dash_long[] = { 7, 3 };
static const double dash_dot[] = { 8, 3, 1.5, 3 };
static const double dash_short[] = { 3, 2.5 };
static const double dash_dots[] = { 1.5, 2.5 };

static void
set_color (cairo_t *cr, const RanklePlotColor *color, double alpha)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

/* Lines are told apart without colour too. */
static void
set_dash (cairo_t *cr, guint series, double width)
{
  static const struct
  {
    const double *dashes;
    int           n;
  } patterns[] = {
    { NULL, 0 }, { dash_long, 2 }, { dash_dot, 4 }, { dash_short, 2 }, { dash_dots, 2 }
  };
  guint  k = series % G_N_ELEMENTS (patterns);
  double scaled[4];

  for (int i = 0; i < patterns[k].n; i++)
    scaled[i] = patterns[k].dashes[i] * width / 2;
  cairo_set_dash (cr, scaled, patterns[k].n, 0);
}

/* @align: 0 left, 0.5 centred, 1 right of @x; @y is the text's middle. */
static void
paint_text (cairo_t               *cr,
            const RanklePlotTheme *theme,
            const char            *text,
            double                 size,
            gboolean               bold,
            double                 x,
            double                 y,
            double                 align)
{
  PangoLayout *layout = rankle_plot_create_text (theme, cr, text, size, bold);
  int          width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, round (x - align * width), round (y - 0.5 * height));
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

/* Cut off with an ellipsis rather than run into its neighbour. */
static void
paint_title (cairo_t                *cr,
             const RanklePlot       *plot,
             const RanklePlotLayout *layout,
             const RanklePlotTheme  *theme)
{
  PangoLayout *unit =
      rankle_plot_create_text (theme, cr, plot->unit, layout->tick_size, FALSE);
  PangoLayout *title =
      rankle_plot_create_text (theme, cr, plot->title, layout->title_size, TRUE);
  int unit_width, unit_height, width, height;

  pango_layout_get_pixel_size (unit, &unit_width, &unit_height);
  pango_layout_get_pixel_size (title, &width, &height);
  if (width > layout->width - unit_width - 24)
    {
      pango_layout_set_width (title, (int)MAX (layout->width - unit_width - 24, 1) *
                                         PANGO_SCALE);
      pango_layout_set_ellipsize (title, PANGO_ELLIPSIZE_END);
      pango_layout_get_pixel_size (title, &width, &height);
    }
  set_color (cr, &theme->foreground, 1);
  cairo_move_to (cr, 8, 5);
  pango_cairo_show_layout (cr, title);
  set_color (cr, &theme->dim, 1);
  cairo_move_to (cr, 8 + width + 8, 5 + height - unit_height - 1);
  pango_cairo_show_layout (cr, unit);
  g_object_unref (unit);
  g_object_unref (title);
}

static void
paint_horizontal (cairo_t *cr, const RanklePlotLayout *layout, double y)
{
  cairo_move_to (cr, layout->left, round (y) + 0.5);
  cairo_line_to (cr, layout->right, round (y) + 0.5);
  cairo_stroke (cr);
}

static void
paint_y_axis (cairo_t *cr, const RanklePlotLayout *layout, const RanklePlotTheme *theme)
{
  for (guint i = 0; i < layout->n_y_ticks; i++)
    {
      double           y = rankle_plot_scale_map (&layout->y, layout->y_ticks[i]);
      g_autofree char *text = rankle_plot_format (layout->y_ticks[i], layout->y_decimals);

      set_color (cr, &theme->grid, 1);
      paint_horizontal (cr, layout, y);
      set_color (cr, &theme->dim, 1);
      paint_text (cr, theme, text, layout->tick_size, FALSE,
                  layout->left - 0.4 * layout->tick_size, y, 1);
    }
}

static void
paint_x_axis (cairo_t *cr, const RanklePlotLayout *layout, const RanklePlotTheme *theme)
{
  double step = layout->n_x_ticks > 1 ? layout->x_ticks[1] - layout->x_ticks[0] : 1;
  double y = layout->bottom + 0.95 * layout->tick_size;

  set_color (cr, &theme->dim, 1);
  for (guint i = 0; i < layout->n_x_ticks; i++)
    {
      double           x = rankle_plot_scale_map (&layout->x, layout->x_ticks[i]);
      g_autofree char *number =
          rankle_plot_format (layout->x_ticks[i], rankle_plot_decimals (step));
      gboolean         last = i + 1 == layout->n_x_ticks;
      g_autofree char *text =
          last ? g_strconcat (number, " ", layout->clock.unit, NULL) : g_strdup (number);

      cairo_move_to (cr, round (x) + 0.5, layout->bottom);
      cairo_line_to (cr, round (x) + 0.5, layout->bottom + 3);
      cairo_stroke (cr);
      paint_text (cr, theme, text, layout->tick_size, FALSE, x, y, 0.5);
    }
  paint_horizontal (cr, layout, layout->bottom);
}

static void
clip_to_area (cairo_t *cr, const RanklePlotLayout *layout)
{
  cairo_rectangle (cr, layout->left, layout->top - 2, layout->right - layout->left,
                   layout->bottom - layout->top + 4);
  cairo_clip (cr);
}

/* Small triangles on the time axis. */
static void
paint_marks (cairo_t                *cr,
             const RanklePlot       *plot,
             const RanklePlotLayout *layout,
             const RanklePlotTheme  *theme)
{
  double size = 0.35 * layout->tick_size;

  set_color (cr, &theme->accent, 1);
  for (guint i = 0; i < plot->n_marks; i++)
    {
      double x = rankle_plot_layout_time_to_x (layout, plot->marks[i]);

      if (x < layout->left - 0.5 || x > layout->right + 0.5)
        continue;
      cairo_move_to (cr, x, layout->bottom);
      cairo_rel_line_to (cr, -size, -1.6 * size);
      cairo_rel_line_to (cr, 2 * size, 0);
      cairo_close_path (cr);
      cairo_fill (cr);
    }
}

/* The path of a curve, stroked piece by piece. */
static void
stroke_curve (cairo_t                *cr,
              const RanklePlotLayout *layout,
              const double           *x,
              const double           *y,
              guint                   n,
              double                  factor)
{
  guint    columns = (guint)MAX (layout->right - layout->left, 8);
  double  *xs = g_new (double, 4 * columns + 8);
  double  *ys = g_new (double, 4 * columns + 8);
  guint    m = rankle_plot_decimate (x, y, n, layout->x.min / layout->clock.factor,
                                     layout->x.max / layout->clock.factor, columns, xs, ys);
  gboolean pen_down = FALSE;

  for (guint i = 0; i < m; i++)
    {
      double px = rankle_plot_layout_time_to_x (layout, xs[i]);
      double py = CLAMP (rankle_plot_scale_map (&layout->y, factor * ys[i]), -1e4, 1e4);

      if (!isfinite (ys[i]))
        {
          cairo_stroke (cr);
          pen_down = FALSE;
          continue;
        }
      if (!pen_down)
        cairo_move_to (cr, px, py);
      else
        cairo_line_to (cr, px, py);
      pen_down = TRUE;
      if (i % STROKE_POINTS == STROKE_POINTS - 1 && cairo_get_dash_count (cr) == 0)
        {
          cairo_stroke (cr);
          cairo_move_to (cr, px, py);
        }
    }
  cairo_stroke (cr);
  g_free (xs);
  g_free (ys);
}

static void
paint_ghosts (cairo_t                *cr,
              const RanklePlot       *plot,
              const RanklePlotLayout *layout,
              const RanklePlotTheme  *theme)
{
  set_color (cr, &theme->ghost, 1);
  cairo_set_line_width (cr, 0.6 * theme->line_width);
  for (guint i = 0; i < plot->n_series; i++)
    if (plot->series[i].ghost != NULL)
      stroke_curve (cr, layout, plot->series[i].ghost_x, plot->series[i].ghost,
                    plot->series[i].n_ghost, plot->series[i].ghost_factor);
}

static void
paint_reference (cairo_t                *cr,
                 const RanklePlot       *plot,
                 const RanklePlotLayout *layout,
                 const RanklePlotTheme  *theme)
{
  if (!isfinite (plot->reference) || plot->reference < layout->y.min ||
      plot->reference > layout->y.max)
    return;
  set_color (cr, &theme->dim, 0.7);
  paint_horizontal (cr, layout, rankle_plot_scale_map (&layout->y, plot->reference));
}

void
rankle_plot_paint_back (cairo_t                *cr,
                        const RanklePlot       *plot,
                        const RanklePlotLayout *layout,
                        const RanklePlotTheme  *theme)
{
  cairo_save (cr);
  set_color (cr, &theme->background, 1);
  cairo_paint (cr);
  cairo_set_line_width (cr, 1);
  paint_title (cr, plot, layout, theme);
  paint_y_axis (cr, layout, theme);
  paint_x_axis (cr, layout, theme);
  paint_reference (cr, plot, layout, theme);
  paint_marks (cr, plot, layout, theme);
  clip_to_area (cr, layout);
  if (plot->show_ghost && plot->kind == RANKLE_PLOT_LINES)
    paint_ghosts (cr, plot, layout, theme);
  cairo_restore (cr);
}

/* ---- shares ---- */

static void
trace_band (cairo_t                *cr,
            const RanklePlot       *plot,
            const RanklePlotLayout *layout,
            guint                   series)
{
  const RanklePlotSeries *s = &plot->series[series];
  double                  low, high;

  cairo_new_path (cr);
  for (guint i = 0; i < s->n; i++)
    {
      rankle_plot_get_share (plot, series, i, &low, &high);
      if (isfinite (high))
        cairo_line_to (cr, rankle_plot_layout_time_to_x (layout, s->x[i]),
                       rankle_plot_scale_map (&layout->y, high));
    }
  for (guint i = s->n; i-- > 0;)
    {
      rankle_plot_get_share (plot, series, i, &low, &high);
      if (isfinite (low))
        cairo_line_to (cr, rankle_plot_layout_time_to_x (layout, s->x[i]),
                       rankle_plot_scale_map (&layout->y, low));
    }
  cairo_close_path (cr);
}

/* Every second band is hatched, so that neighbours differ without colour; the slope
 * alternates. */
static void
hatch_band (cairo_t                *cr,
            const RanklePlotLayout *layout,
            const RanklePlotTheme  *theme,
            guint                   series)
{
  double slope = series % 4 == 1 ? 1 : -1;
  double height = layout->bottom - layout->top;

  cairo_save (cr);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  set_color (cr, &theme->background, 0.35);
  cairo_set_line_width (cr, 1.5);
  for (double x = layout->left - height; x < layout->right + height; x += 9)
    {
      cairo_move_to (cr, x, layout->bottom);
      cairo_line_to (cr, x + slope * height, layout->top);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_band (cairo_t                *cr,
            const RanklePlot       *plot,
            const RanklePlotLayout *layout,
            const RanklePlotTheme  *theme,
            guint                   series)
{
  trace_band (cr, plot, layout, series);
  set_color (cr, &theme->series[series], 0.8);
  cairo_fill_preserve (cr);
  if (series % 2 == 1)
    hatch_band (cr, layout, theme, series);
  trace_band (cr, plot, layout, series);
  set_color (cr, &theme->background, 1);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

void
rankle_plot_paint_curves (cairo_t                *cr,
                          const RanklePlot       *plot,
                          const RanklePlotLayout *layout,
                          const RanklePlotTheme  *theme)
{
  cairo_save (cr);
  clip_to_area (cr, layout);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < plot->n_series; i++)
    {
      const RanklePlotSeries *s = &plot->series[i];

      if (plot->kind == RANKLE_PLOT_STACKED)
        {
          paint_band (cr, plot, layout, theme, i);
          continue;
        }
      set_color (cr, &theme->series[i], 1);
      cairo_set_line_width (cr, theme->line_width);
      set_dash (cr, i, theme->line_width);
      stroke_curve (cr, layout, s->x, s->y, s->n, s->factor);
    }
  cairo_restore (cr);
}

/* ---- cursor and labels ---- */

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
    value = rankle_plot_get_value (plot, series, layout->x.max / layout->clock.factor);
  value = rankle_plot_scale_map (&layout->y, isfinite (value) ? value : layout->y.min);
  return CLAMP (value, layout->top, layout->bottom);
}

/* Moves labels apart, keeping their order: down where they crowd, then up from the
 * bottom. */
static void
spread (double *heights, guint *order, guint n, double apart, double top, double bottom)
{
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
  set_color (cr, &theme->series[series], 1);
  if (plot->kind == RANKLE_PLOT_STACKED)
    {
      double side = 0.7 * layout->label_size;

      cairo_rectangle (cr, x, y - 0.5 * side, side, side);
      cairo_fill_preserve (cr);
      if (series % 2 == 1)
        hatch_band (cr, layout, theme, series);
      cairo_new_path (cr);
    }
  else
    {
      cairo_set_line_width (cr, theme->line_width);
      set_dash (cr, series, theme->line_width);
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
  set_color (cr, &theme->foreground, 1);
  paint_text (cr, theme, text, layout->label_size, bold, x + layout->sample, y, 0);
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
  set_color (cr, &theme->background, 1);
  cairo_fill_preserve (cr);
  set_color (cr, &theme->series[series], 1);
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
  double x = rankle_plot_layout_time_to_x (layout, time);

  cairo_save (cr);
  paint_labels (cr, plot, layout, theme, time, selected);
  if (x >= layout->left - 0.5 && x <= layout->right + 0.5)
    {
      set_color (cr, &theme->accent, 0.9);
      cairo_set_line_width (cr, 1);
      cairo_move_to (cr, round (x) + 0.5, layout->top - 2);
      cairo_line_to (cr, round (x) + 0.5, layout->bottom);
      cairo_stroke (cr);
      for (guint i = 0; i < plot->n_series; i++)
        paint_mark (cr, plot, layout, theme, i, time, (int)i == selected);
    }
  cairo_restore (cr);
}
