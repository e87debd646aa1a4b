/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-sketch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-plot-ink.h"

#define LAST  (RANKLE_SKETCH_POINTS - 1)
#define APART (LAST / RANKLE_SKETCH_STATIONS) /* points from station to station */
/* The room above the start, in starts; of what starts at nothing. */
#define ROOM         3
#define ROOM_OF_NONE 1
/* In line widths, and in units of it. */
#define WIDTH 1.6
#define DOT   3.2

void
rankle_plot_sketch_init (RanklePlotSketch *sketch, double from, double to, double start)
{
  g_return_if_fail (sketch != NULL && from < to && isfinite (start));

  *sketch = (RanklePlotSketch){ .from = from, .to = to };
  sketch->low = MIN (start, 0);
  sketch->high = fabs (start) > 0 ? ROOM * fabs (start) : ROOM_OF_NONE;
  for (guint i = 0; i < RANKLE_SKETCH_POINTS; i++)
    sketch->values[i] = start;
}

double
rankle_plot_sketch_get_time (const RanklePlotSketch *sketch, guint point)
{
  g_return_val_if_fail (sketch != NULL && point < RANKLE_SKETCH_POINTS, NAN);

  return sketch->from + (sketch->to - sketch->from) * point / LAST;
}

/* ---- by hand ---- */

static double
get_place (const RanklePlotSketch *self, double time)
{
  return CLAMP ((time - self->from) / (self->to - self->from), 0, 1) * LAST;
}

static void
put (RanklePlotSketch *self, guint point, double value)
{
  if (point == 0)
    return;
  self->values[point] = CLAMP (value, self->low, self->high);
  self->is_drawn = TRUE;
}

void
rankle_plot_sketch_draw (
    RanklePlotSketch *sketch, double time, double value, double to_time, double to_value)
{
  double a, b;

  g_return_if_fail (sketch != NULL && isfinite (value) && isfinite (to_value));

  a = get_place (sketch, time);
  b = get_place (sketch, to_time);
  if (fabs (b - a) < 1)
    {
      put (sketch, (guint)lround (b), to_value);
      return;
    }
  for (guint i = (guint)ceil (MIN (a, b)); i <= (guint)floor (MAX (a, b)); i++)
    put (sketch, i, value + (to_value - value) * (i - a) / (b - a));
}

/* ---- by keys ---- */

void
rankle_plot_sketch_step (RanklePlotSketch *sketch, int by)
{
  g_return_if_fail (sketch != NULL);

  sketch->station = (guint)CLAMP ((int)sketch->station + by, 1, RANKLE_SKETCH_STATIONS);
}

static void
draw_straight (RanklePlotSketch *self, guint from, guint to)
{
  double a = self->values[from], b = self->values[to];

  for (guint i = from + 1; i < to; i++)
    self->values[i] = a + (b - a) * (i - from) / (to - from);
}

void
rankle_plot_sketch_raise (RanklePlotSketch *sketch, double by)
{
  guint  at;
  double value;

  g_return_if_fail (sketch != NULL && isfinite (by));

  if (sketch->station == 0)
    sketch->station = 1;
  at = sketch->station * APART;
  value = sketch->values[at] + by * (sketch->high - sketch->low);
  put (sketch, at, value);
  draw_straight (sketch, at - APART, at);
  for (guint i = at + 1; i <= LAST; i++)
    sketch->values[i] = sketch->values[at];
}

/* ---- words and ink ---- */

char *
rankle_plot_sketch_in_words (const RanklePlotSketch *sketch, const RanklePlot *plot)
{
  guint            at;
  RanklePlotClock  clock;
  g_autofree char *value = NULL;

  g_return_val_if_fail (sketch != NULL && plot != NULL, NULL);

  at = sketch->station == 0 ? LAST : sketch->station * APART;
  clock = rankle_plot_clock_choose (plot->time_unit, sketch->to);
  value = rankle_plot_format_value (sketch->values[at]);
  /* Translators: of a curve that is drawn by hand: a value with its unit, and a time with
   * its unit: "Your curve: 80 % of baseline at 6.0 mo" */
  return g_strdup_printf (_ ("Your curve: %s %s at %.1f %s"), value, plot->unit,
                          rankle_plot_sketch_get_time (sketch, at) * clock.factor,
                          clock.unit);
}

static void
trace (cairo_t *cr, const RanklePlotSketch *sketch, const RanklePlotLayout *layout)
{
  for (guint i = 0; i < RANKLE_SKETCH_POINTS; i++)
    cairo_line_to (
        cr,
        rankle_plot_layout_time_to_x (layout, rankle_plot_sketch_get_time (sketch, i)),
        rankle_plot_scale_map (&layout->y, sketch->values[i]));
}

static void
paint_dot (cairo_t                *cr,
           const RanklePlotSketch *sketch,
           const RanklePlotLayout *layout,
           double                  radius)
{
  guint at = sketch->station * APART;

  cairo_arc (
      cr, rankle_plot_layout_time_to_x (layout, rankle_plot_sketch_get_time (sketch, at)),
      rankle_plot_scale_map (&layout->y, sketch->values[at]), radius, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
rankle_plot_sketch_paint (cairo_t                *cr,
                          const RanklePlotSketch *sketch,
                          const RanklePlotLayout *layout,
                          const RanklePlotTheme  *theme)
{
  double width;

  g_return_if_fail (cr != NULL && sketch != NULL && layout != NULL && theme != NULL);

  width = WIDTH * theme->line_width;
  cairo_save (cr);
  cairo_rectangle (cr, layout->left, layout->top, layout->right - layout->left,
                   layout->bottom - layout->top);
  cairo_clip (cr);
  cairo_set_source_rgba (cr, theme->accent.red, theme->accent.green, theme->accent.blue,
                         theme->accent.alpha);
  cairo_set_line_width (cr, width);
  cairo_set_dash (cr, (double[]){ 1, 2 * width }, 2, 0);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace (cr, sketch, layout);
  cairo_stroke (cr);
  if (sketch->station > 0)
    paint_dot (cr, sketch, layout, DOT * theme->line_width);
  cairo_restore (cr);
}
