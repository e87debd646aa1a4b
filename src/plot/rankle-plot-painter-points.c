/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-ink.h"
#include "rankle-plot-painter.h"
#include "rankle-plot-points.h"

/* In line widths of the curves. */
#define BAR_WIDTH  0.7
#define MARK_WIDTH 0.8
#define TIE_WIDTH  0.4
/* Ground on either side of what is drawn, so that it stands clear of a curve [line
 * widths].
 */
#define CLEARANCE 0.7
/* In radii: the ends of a spread bar; of a window of time. */
#define BAR_END    0.7
#define WINDOW_END 0.6
/* A diamond as large as the circle looks as large when it is taller, a square when it is
 * smaller. */
#define DIAMOND 1.3
#define SQUARE  0.88

static void
set_broken (cairo_t *cr, gboolean broken)
{
  double width = cairo_get_line_width (cr);
  double dashes[] = { 1.6 * width, 1.3 * width };

  cairo_set_dash (cr, dashes, broken ? 2 : 0, 0);
}

/* The path, which goes: first in the ground's colour and wider. */
static void
stroke_clear (cairo_t               *cr,
              const RanklePlotTheme *theme,
              const RanklePlotColor *color,
              double                 width,
              gboolean               broken)
{
  g_assert (width > 0);
  cairo_set_line_width (cr, width + 2 * CLEARANCE * theme->line_width);
  set_broken (cr, FALSE);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width);
  set_broken (cr, broken);
  _rankle_plot_set_color (cr, color, 1);
  cairo_stroke (cr);
  set_broken (cr, FALSE);
}

static void
trace_diamond (cairo_t *cr, double x, double y, double reach)
{
  cairo_move_to (cr, x, y - reach);
  cairo_line_to (cr, x + reach, y);
  cairo_line_to (cr, x, y + reach);
  cairo_line_to (cr, x - reach, y);
  cairo_close_path (cr);
}

static void
trace_mark (cairo_t *cr, RanklePlotMark mark, double x, double y, double radius)
{
  double half = SQUARE * radius;

  cairo_new_path (cr);
  if (mark == RANKLE_PLOT_MARK_ROUND)
    cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  else if (mark == RANKLE_PLOT_MARK_DIAMOND)
    trace_diamond (cr, x, y, DIAMOND * radius);
  else
    cairo_rectangle (cr, x - half, y - half, 2 * half, 2 * half);
}

/* Open, but for the square: the curve does not show through it. */
static void
paint_mark (cairo_t               *cr,
            const RanklePlotTheme *theme,
            const RanklePlotColor *color,
            RanklePlotMark         mark,
            gboolean               broken,
            double                 x,
            double                 y,
            double                 radius)
{
  trace_mark (cr, mark, x, y, radius);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_fill_preserve (cr);
  stroke_clear (cr, theme, color, MARK_WIDTH * theme->line_width, broken);
  trace_mark (cr, mark, x, y, radius - 0.5 * MARK_WIDTH * theme->line_width);
  _rankle_plot_set_color (
      cr, mark == RANKLE_PLOT_MARK_SQUARE ? color : &theme->background, 1);
  cairo_fill (cr);
}

static void
add_line (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
}

static void
paint_spread (cairo_t               *cr,
              const RanklePlotTheme *theme,
              const RanklePlotColor *color,
              const RanklePlotPlace *place,
              double                 radius,
              gboolean               broken)
{
  double width = BAR_WIDTH * theme->line_width, half = BAR_END * radius;

  if (!(place->bottom > place->top))
    return;
  add_line (cr, place->x, place->top, place->x, place->bottom);
  stroke_clear (cr, theme, color, width, broken);
  add_line (cr, place->x - half, place->top, place->x + half, place->top);
  add_line (cr, place->x - half, place->bottom, place->x + half, place->bottom);
  stroke_clear (cr, theme, color, width, FALSE);
}

/* A bracket as long as the time in which the value was the largest or smallest. */
static void
paint_window (cairo_t               *cr,
              const RanklePlotTheme *theme,
              const RanklePlotColor *color,
              const RanklePlotPlace *place,
              double                 radius)
{
  double half = WINDOW_END * radius;

  if (!(place->to > place->from))
    return;
  add_line (cr, place->from, place->y, place->to, place->y);
  add_line (cr, place->from, place->y - half, place->from, place->y + half);
  add_line (cr, place->to, place->y - half, place->to, place->y + half);
  stroke_clear (cr, theme, color, 0.5 * theme->line_width, FALSE);
}

/* A mark that was moved aside is tied to its time by a thin line. */
static void
paint_tie (cairo_t               *cr,
           const RanklePlotTheme *theme,
           const RanklePlotColor *color,
           const RanklePlotPlace *place,
           double                 radius)
{
  if (fabs (place->x - place->at) <= radius)
    return;
  add_line (cr, place->at, place->y, place->x, place->y);
  stroke_clear (cr, theme, color, TIE_WIDTH * theme->line_width, FALSE);
}

/* What lies along the time axis goes under all marks, also those of others. */
static void
paint_point (cairo_t                *cr,
             const RanklePlotPoint  *point,
             const RanklePlotPlace  *place,
             const RanklePlotLayout *layout,
             const RanklePlotTheme  *theme,
             gboolean                under)
{
  const RanklePlotColor *color = &theme->series[point->series];
  double                 radius = rankle_plot_points_get_radius (layout->label_size);

  g_assert (place->shown && place->top <= place->y && place->y <= place->bottom);
  if (under)
    {
      paint_window (cr, theme, color, place, radius);
      paint_tie (cr, theme, color, place, radius);
      return;
    }
  paint_spread (cr, theme, color, place, radius, point->recalled);
  paint_mark (cr, theme, color, point->mark, point->recalled, place->x, place->y, radius);
  if (point->letter == NULL)
    return;
  _rankle_plot_set_color (cr, color, 1);
  _rankle_plot_write (cr, theme, point->letter, layout->tick_size, TRUE,
                      place->x + 1.4 * radius, place->y, 0);
}

/* A mark at the edge of time is whole: only what lies above and below is cut off. */
static void
clip_to_height (cairo_t *cr, const RanklePlotLayout *layout)
{
  double radius = rankle_plot_points_get_radius (layout->label_size);

  cairo_rectangle (cr, 0, layout->top - 2 * radius, layout->width,
                   layout->bottom - layout->top + 4 * radius);
  cairo_clip (cr);
}

void
rankle_plot_paint_points (cairo_t                *cr,
                          const RanklePlot       *plot,
                          const RanklePlotLayout *layout,
                          const RanklePlotTheme  *theme)
{
  g_autofree RanklePlotPlace *places = NULL;

  g_return_if_fail (cr != NULL && plot != NULL && layout != NULL && theme != NULL);

  places = rankle_plot_points_place (plot, layout);
  cairo_save (cr);
  clip_to_height (cr, layout);
  for (int under = TRUE; under >= FALSE; under--)
    for (guint i = 0; i < plot->n_points; i++)
      if (places[i].shown)
        paint_point (cr, &plot->points[i], &places[i], layout, theme, under);
  cairo_restore (cr);
}

void
rankle_plot_paint_point_sample (cairo_t               *cr,
                                const RanklePlotTheme *theme,
                                RanklePlotMark         mark,
                                gboolean               recalled,
                                double                 x,
                                double                 y)
{
  RanklePlotPlace place = { .shown = TRUE, .x = x, .y = y, .from = x, .to = x };
  double          radius;

  g_return_if_fail (cr != NULL && theme != NULL);

  radius = rankle_plot_points_get_radius (theme->font_size);
  place.top = y - 2 * radius;
  place.bottom = y + 2 * radius;
  cairo_save (cr);
  paint_spread (cr, theme, &theme->foreground, &place, radius, recalled);
  paint_mark (cr, theme, &theme->foreground, mark, recalled, x, y, radius);
  cairo_restore (cr);
}
