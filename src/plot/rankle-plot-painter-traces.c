/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Other runs beside the one that is explored: the hue says which quantity, pattern and
 * letter which run. */

#include <math.h>

#include "rankle-plot-ink.h"
#include "rankle-plot-painter.h"

/* In line widths of the curves. */
#define WIDTH 0.7
/* Solid is what is explored, and the ghost: patterns of other runs begin behind it. */
#define N_PATTERNS 4
/* From the letters of one run to those of the next [tick sizes]; so often a letter that
 * hides another gives way. */
#define APART 2.2
#define TRIES 6

static guint
choose_dashes (guint ink)
{
  return 1 + ink % N_PATTERNS;
}

static const RanklePlotColor *
choose_color (const RanklePlot      *plot,
              const RanklePlotTheme *theme,
              const RanklePlotTrace *trace)
{
  return plot->kind == RANKLE_PLOT_STACKED ? &theme->foreground
                                           : &theme->series[trace->series];
}

/* ---- letters ---- */

typedef struct
{
  double x, y; /* middle */
} Place;

/* Shown, at time @x; NaN where it does not come to. */
static double
get_value (const RanklePlotTrace *trace, double x)
{
  guint  i;
  double along;

  if (trace->n < 2 || x < trace->x[0] || x > trace->x[trace->n - 1])
    return NAN;
  i = MIN (rankle_plot_find_row (trace->x, trace->n, x), trace->n - 2);
  along = (x - trace->x[i]) / (trace->x[i + 1] - trace->x[i]);
  return trace->factor * (trace->y[i] + along * (trace->y[i + 1] - trace->y[i]));
}

static gboolean
is_free (const GArray *places, double x, double y, double side)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);

      if (fabs (place->x - x) < 1.2 * side && fabs (place->y - y) < side)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_on_axis (const RanklePlotLayout *layout, double value)
{
  return isfinite (value) && value >= layout->y.min && value <= layout->y.max &&
         (!layout->y.logarithmic || value > 0);
}

/* From the trace's end on to the left, in the lane of its run. FALSE: there is no room.
 */
static gboolean
find_place (const RanklePlotTrace  *trace,
            const RanklePlotLayout *layout,
            const GArray           *places,
            guint                   lane,
            Place                  *place)
{
  double end, side = layout->tick_size;

  if (trace->n == 0)
    return FALSE;
  end =
      MIN (rankle_plot_layout_time_to_x (layout, trace->x[trace->n - 1]), layout->right);
  for (guint i = 0; i < TRIES; i++)
    {
      double x = end - side * (1 + APART * lane + 0.9 * APART * i);
      double value = get_value (trace, rankle_plot_layout_x_to_time (layout, x));

      if (x < layout->left + side || !is_on_axis (layout, value))
        continue;
      *place = (Place){ .x = x, .y = rankle_plot_scale_map (&layout->y, value) };
      if (is_free (places, place->x, place->y, side))
        return TRUE;
    }
  return FALSE;
}

static void
paint_letter (cairo_t                *cr,
              const RanklePlotLayout *layout,
              const RanklePlotTheme  *theme,
              const RanklePlotColor  *color,
              const char             *mark,
              const Place            *place)
{
  cairo_new_path (cr);
  cairo_arc (cr, place->x, place->y, 0.62 * layout->tick_size, 0, 2 * G_PI);
  _rankle_plot_set_color (cr, &theme->background, 0.85);
  cairo_fill (cr);
  _rankle_plot_set_color (cr, color, 1);
  _rankle_plot_write (cr, theme, mark, 0.95 * layout->tick_size, TRUE, place->x, place->y,
                      0.5);
}

static void
paint_letters (cairo_t                *cr,
               const RanklePlot       *plot,
               const RanklePlotLayout *layout,
               const RanklePlotTheme  *theme)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  guint lane = 0;

  for (guint i = 0; i < plot->n_traces; i++)
    {
      const RanklePlotTrace *trace = &plot->traces[i];
      Place                  place;

      if (i > 0 && trace->ink != plot->traces[i - 1].ink)
        lane++;
      /* Edges of one run are told by one letter. */
      if (plot->kind == RANKLE_PLOT_STACKED && i > 0 &&
          trace->ink == plot->traces[i - 1].ink)
        continue;
      if (!find_place (trace, layout, places, lane, &place))
        continue;
      g_array_append_val (places, place);
      paint_letter (cr, layout, theme, choose_color (plot, theme, trace), trace->mark,
                    &place);
    }
}

/* ---- lines ---- */

void
_rankle_plot_paint_traces (cairo_t                *cr,
                           const RanklePlot       *plot,
                           const RanklePlotLayout *layout,
                           const RanklePlotTheme  *theme)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, WIDTH * theme->line_width);
  for (guint i = 0; i < plot->n_traces; i++)
    {
      const RanklePlotTrace *trace = &plot->traces[i];

      g_assert (trace->series < RANKLE_PLOT_MAX_SERIES);
      _rankle_plot_set_color (cr, choose_color (plot, theme, trace), 1);
      _rankle_plot_stroke (cr, layout, trace->x, trace->y, trace->n, trace->factor,
                           choose_dashes (trace->ink));
    }
  paint_letters (cr, plot, layout, theme);
  cairo_restore (cr);
}

void
rankle_plot_paint_edges (cairo_t                *cr,
                         const RanklePlot       *plot,
                         const RanklePlotLayout *layout,
                         const RanklePlotTheme  *theme)
{
  g_return_if_fail (cr != NULL && plot != NULL && layout != NULL && theme != NULL);

  if (plot->kind != RANKLE_PLOT_STACKED)
    return;
  cairo_save (cr);
  _rankle_plot_clip_to_area (cr, layout);
  _rankle_plot_paint_traces (cr, plot, layout, theme);
  cairo_restore (cr);
}

void
rankle_plot_paint_trace_sample (cairo_t               *cr,
                                const RanklePlotTheme *theme,
                                guint                  ink,
                                const char            *mark,
                                double                 width,
                                double                 height)
{
  double size = 0.84 * theme->font_size;

  g_return_if_fail (cr != NULL && theme != NULL && mark != NULL);

  cairo_save (cr);
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  _rankle_plot_write (cr, theme, mark, size, TRUE, 0.6 * size, 0.5 * height, 0.5);
  cairo_set_line_width (cr, WIDTH * theme->line_width);
  _rankle_plot_set_dashes (cr, choose_dashes (ink), 0);
  if (width > 1.6 * size)
    {
      cairo_move_to (cr, 1.6 * size, round (0.5 * height));
      cairo_line_to (cr, width, round (0.5 * height));
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}
