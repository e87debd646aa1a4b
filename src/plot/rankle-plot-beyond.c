/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-beyond.h"

#include <math.h>

#include "rankle-plot-ink.h"

/* [px]: a moment is seen, too. */
#define LEAST_WIDTH 2

gboolean
rankle_plot_is_beyond (const RanklePlot *plot, guint series, double x)
{
  const RanklePlotSeries *s;

  g_return_val_if_fail (plot != NULL && series < plot->n_series, FALSE);

  s = &plot->series[series];
  g_assert (s->n_beyond == 0 || s->beyond != NULL);
  for (guint i = 0; i < s->n_beyond; i++)
    if (x >= s->beyond[2 * i] && x <= s->beyond[2 * i + 1])
      return TRUE;
  return FALSE;
}

gboolean
rankle_plot_find_beyond (const RanklePlot *plot, double *from, double *to)
{
  g_return_val_if_fail (plot != NULL && from != NULL && to != NULL, FALSE);

  *from = *to = plot->x_min;
  for (guint i = 0; i < plot->n_series; i++)
    for (guint k = 0; k < plot->series[i].n_beyond; k++)
      {
        double begin = fmax (plot->series[i].beyond[2 * k], plot->x_min);
        double end = fmin (plot->series[i].beyond[2 * k + 1], plot->x_max);

        if (end - begin > *to - *from)
          {
            *from = begin;
            *to = end;
          }
      }
  return *to > *from;
}

/* ---- shading ---- */

static void
add_stretch (cairo_t *cr, const RanklePlotLayout *layout, double from, double to)
{
  double left = rankle_plot_layout_time_to_x (layout, from);
  double right = rankle_plot_layout_time_to_x (layout, to);

  g_assert (left <= right);
  if (right - left < LEAST_WIDTH)
    {
      left = 0.5 * (left + right - LEAST_WIDTH);
      right = left + LEAST_WIDTH;
    }
  left = fmax (left, layout->left);
  right = fmin (right, layout->right);
  if (left < right)
    cairo_rectangle (cr, left, layout->top, right - left, layout->bottom - layout->top);
}

/* All in one path, so that where two series are beyond it is no darker. */
void
_rankle_plot_shade_beyond (cairo_t                *cr,
                           const RanklePlot       *plot,
                           const RanklePlotLayout *layout,
                           const RanklePlotTheme  *theme)
{
  for (guint i = 0; i < plot->n_series; i++)
    for (guint k = 0; k < plot->series[i].n_beyond; k++)
      add_stretch (cr, layout, plot->series[i].beyond[2 * k],
                   plot->series[i].beyond[2 * k + 1]);
  _rankle_plot_set_color (cr, &theme->dim, RANKLE_PLOT_SHADE);
  cairo_fill (cr);
}

/* ---- the warning ---- */

/* At the end of the plot where the curves are not. */
static double
choose_height (const RanklePlot       *plot,
               const RanklePlotLayout *layout,
               double                  at,
               int                     line)
{
  double top = layout->top + 2, middle = 0.5 * (layout->top + layout->bottom), sum = 0;
  guint  n = 0;

  for (guint i = 0; plot->kind == RANKLE_PLOT_LINES && i < plot->n_series; i++)
    if (rankle_plot_is_beyond (plot, i, at))
      {
        sum += rankle_plot_scale_map (&layout->y, rankle_plot_get_value (plot, i, at));
        n++;
      }
  return n > 0 && sum / n < middle ? layout->bottom - line - 1.5 * layout->tick_size
                                   : top;
}

void
_rankle_plot_write_warning (cairo_t                *cr,
                            const RanklePlot       *plot,
                            const RanklePlotLayout *layout,
                            const RanklePlotTheme  *theme)
{
  double       from, to, at;
  PangoLayout *text;
  int          width, line;

  if (plot->warning == NULL || !rankle_plot_find_beyond (plot, &from, &to))
    return;
  at = 0.5 * (from + to);
  text = rankle_plot_create_text (theme, cr, plot->warning, layout->label_size, FALSE);
  pango_layout_get_pixel_size (text, &width, &line);
  from = rankle_plot_layout_time_to_x (layout, from);
  to = rankle_plot_layout_time_to_x (layout, to);
  if (width + layout->tick_size <= to - from && 2 * line <= layout->bottom - layout->top)
    {
      _rankle_plot_set_color (cr, &theme->foreground, 1);
      cairo_move_to (cr, round (0.5 * (from + to - width)),
                     round (choose_height (plot, layout, at, line)));
      pango_cairo_show_layout (cr, text);
    }
  g_object_unref (text);
}
