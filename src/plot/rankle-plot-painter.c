/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-painter.h"

#include <math.h>

#include "rankle-plot-beyond.h"
#include "rankle-plot-ink.h"

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
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  cairo_move_to (cr, 8, 5);
  pango_cairo_show_layout (cr, title);
  _rankle_plot_set_color (cr, &theme->dim, 1);
  cairo_move_to (cr, 8 + width + 8, 5 + height - unit_height - 1);
  pango_cairo_show_layout (cr, unit);
  g_object_unref (unit);
  g_object_unref (title);
}

/* Beyond what was computed. */
static void
shade (cairo_t                *cr,
       const RanklePlot       *plot,
       const RanklePlotLayout *layout,
       const RanklePlotTheme  *theme)
{
  double from;

  if (!plot->is_stopped)
    return;
  from = MAX (rankle_plot_layout_time_to_x (layout, plot->stopped), layout->left);
  if (!(from < layout->right))
    return;
  _rankle_plot_set_color (cr, &theme->dim, RANKLE_PLOT_SHADE);
  cairo_rectangle (cr, from, layout->top, layout->right - from,
                   layout->bottom - layout->top);
  cairo_fill (cr);
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

      _rankle_plot_set_color (cr, &theme->grid, 1);
      paint_horizontal (cr, layout, y);
      _rankle_plot_set_color (cr, &theme->dim, 1);
      _rankle_plot_write (cr, theme, text, layout->tick_size, FALSE,
                          layout->left - 0.4 * layout->tick_size, y, 1);
    }
}

static void
paint_x_axis (cairo_t *cr, const RanklePlotLayout *layout, const RanklePlotTheme *theme)
{
  double step = layout->n_x_ticks > 1 ? layout->x_ticks[1] - layout->x_ticks[0] : 1;
  double y = layout->bottom + 0.95 * layout->tick_size;

  _rankle_plot_set_color (cr, &theme->dim, 1);
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
      _rankle_plot_write (cr, theme, text, layout->tick_size, FALSE, x, y, 0.5);
    }
  paint_horizontal (cr, layout, layout->bottom);
}

static void
paint_ghosts (cairo_t                *cr,
              const RanklePlot       *plot,
              const RanklePlotLayout *layout,
              const RanklePlotTheme  *theme)
{
  _rankle_plot_set_color (cr, &theme->ghost, 1);
  cairo_set_line_width (cr, 0.6 * theme->line_width);
  for (guint i = 0; i < plot->n_series; i++)
    if (plot->series[i].ghost != NULL)
      _rankle_plot_stroke (cr, layout, plot->series[i].ghost_x, plot->series[i].ghost,
                           plot->series[i].n_ghost, plot->series[i].ghost_factor, 0);
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
  _rankle_plot_set_color (cr, &theme->dim, 0.4);
  paint_horizontal (cr, layout, rankle_plot_scale_map (&layout->y, plot->reference));
}

void
rankle_plot_paint_back (cairo_t                *cr,
                        const RanklePlot       *plot,
                        const RanklePlotLayout *layout,
                        const RanklePlotTheme  *theme)
{
  g_return_if_fail (cr != NULL && plot != NULL && layout != NULL && theme != NULL);

  cairo_save (cr);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_paint (cr);
  cairo_set_line_width (cr, 1);
  paint_title (cr, plot, layout, theme);
  shade (cr, plot, layout, theme);
  _rankle_plot_shade_beyond (cr, plot, layout, theme);
  paint_y_axis (cr, layout, theme);
  paint_x_axis (cr, layout, theme);
  paint_reference (cr, plot, layout, theme);
  _rankle_plot_clip_to_area (cr, layout);
  if (plot->show_ghost && plot->kind == RANKLE_PLOT_LINES)
    paint_ghosts (cr, plot, layout, theme);
  if (plot->kind == RANKLE_PLOT_LINES)
    _rankle_plot_paint_traces (cr, plot, layout, theme);
  cairo_restore (cr);
}
