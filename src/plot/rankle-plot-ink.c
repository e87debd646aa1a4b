/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-ink.h"

#include <math.h>

#include "rankle-plot-curve.h"

void
_rankle_plot_set_color (cairo_t *cr, const RanklePlotColor *color, double alpha)
{
  g_assert (alpha >= 0 && alpha <= 1);
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha * alpha);
}

void
_rankle_plot_write (cairo_t               *cr,
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

  g_assert (align >= 0 && align <= 1);
  pango_layout_get_pixel_size (layout, &width, &height);
  cairo_move_to (cr, round (x - align * width), round (y - 0.5 * height));
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

void
_rankle_plot_clip_to_area (cairo_t *cr, const RanklePlotLayout *layout)
{
  cairo_rectangle (cr, layout->left, layout->top - 2, layout->right - layout->left,
                   layout->bottom - layout->top + 4);
  cairo_clip (cr);
}

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

  g_assert (first < curve->n && isfinite (curve->y[first]));
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

/* ---- bands ---- */

/* Lines of a slope of 1, or of -1, within the path, which is kept. Where a picture is
 * made of lines, so is this: Cairo 1.16 leaks a tile that goes before the page is
 * written. */
static void
hatch_with_lines (cairo_t *cr, const RanklePlotTheme *theme, double side, double slope)
{
  cairo_path_t *path = cairo_copy_path (cr);
  double        left, top, right, bottom;

  cairo_path_extents (cr, &left, &top, &right, &bottom);
  cairo_save (cr);
  cairo_clip (cr);
  _rankle_plot_set_color (cr, &theme->background, 0.35);
  cairo_set_line_width (cr, 1.5);
  for (double x =
           side * floor ((left - (bottom - top)) / side) + fmod (slope * top, side);
       x <= right + (bottom - top); x += side)
    {
      cairo_move_to (cr, x, top);
      cairo_line_to (cr, x + slope * (bottom - top), bottom);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

static void
hatch_with_tiles (cairo_t *cr, const RanklePlotTheme *theme, guint series, double side)
{
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

/* Every second band is hatched, so that neighbours differ without colour; the slope
 * alternates. */
static void
hatch (cairo_t *cr, const RanklePlotTheme *theme, guint series)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));
  const double         side = 9;

  if (type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG)
    hatch_with_lines (cr, theme, side, series % 4 == 1 ? -1 : 1);
  else
    hatch_with_tiles (cr, theme, series, side);
}

void
_rankle_plot_fill_band (cairo_t *cr, const RanklePlotTheme *theme, guint series)
{
  g_assert (series < RANKLE_PLOT_MAX_SERIES);
  _rankle_plot_set_color (cr, &theme->series[series], 0.8);
  cairo_fill_preserve (cr);
  if (series % 2 == 1)
    hatch (cr, theme, series);
}
