/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-painter.h"

#include <math.h>

#include "rankle-map-colors.h"
#include "rankle-map-contours.h"
#include "rankle-map-image.h"
#include "rankle-map-ink.h"

/* Where a picture is made of lines the area is not: pixels a unit, at least. */
#define VECTOR_SCALE 2.0
/* Minor lines are full from so much room on and gone below so much: a half at 3 px. */
#define FULL_ROOM  4.5f
#define LEAST_ROOM 1.5f
/* Where the value is all but level a line could be anywhere, and is not drawn. */
#define LEVEL_ROOM 1e5f
#define FADES      5 /* steps of fading */

/* Pixels a unit. */
static double
get_scale (cairo_t *cr)
{
  cairo_surface_t     *target = cairo_get_group_target (cr);
  cairo_surface_type_t type = cairo_surface_get_type (target);
  double               x = 1, y = 0, device_x, device_y;

  cairo_user_to_device_distance (cr, &x, &y);
  cairo_surface_get_device_scale (target, &device_x, &device_y);
  if (type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG)
    return MAX (VECTOR_SCALE, hypot (x, y));
  return MAX (hypot (x, y) * device_x, 0.1);
}

static void
paint_image (cairo_t               *cr,
             const RankleMap       *map,
             const RanklePlotTheme *theme,
             cairo_surface_t       *given,
             double                 width,
             double                 height)
{
  double           scale = get_scale (cr);
  int              columns = (int)MAX (ceil (width * scale), 1);
  int              rows = (int)MAX (ceil (height * scale), 1);
  cairo_surface_t *image =
      given != NULL ? cairo_surface_reference (given)
                    : rankle_map_image_create (map, theme, columns, rows, scale);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  cairo_scale (cr, width / cairo_image_surface_get_width (image),
               height / cairo_image_surface_get_height (image));
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (image);
}

/* From 0, not drawn, to FADES. */
static int
get_fade (const RankleMapLine *line, const RankleMapPoint *point)
{
  float part = (point->room - LEAST_ROOM) / (FULL_ROOM - LEAST_ROOM);

  if (!(point->room < LEVEL_ROOM))
    return 0;
  if (line->kind == RANKLE_MAP_LINE_BASELINE)
    return FADES;
  return (int)lroundf (CLAMP (part, 0, 1) * FADES);
}

static void
stroke_faded (cairo_t               *cr,
              const RanklePlotTheme *theme,
              const RankleMapLine   *line,
              int                    fade)
{
  static const double alphas[] = { [RANKLE_MAP_LINE_MINOR] = 0.32,
                                   [RANKLE_MAP_LINE_MAJOR] = 0.62,
                                   [RANKLE_MAP_LINE_BASELINE] = 1 };

  _rankle_plot_set_color (cr, &theme->foreground, alphas[line->kind] * fade / FADES);
  cairo_stroke (cr);
}

/* In pieces of one strength, which is that of the fainter end. */
static void
paint_line (cairo_t *cr, const RanklePlotTheme *theme, const RankleMapLine *line)
{
  const RankleMapPoint *points = line->points;
  int                   now = -1;

  for (guint i = 1; i < line->n; i++)
    {
      int fade = MIN (get_fade (line, &points[i - 1]), get_fade (line, &points[i]));

      if (fade != now)
        {
          stroke_faded (cr, theme, line, MAX (now, 0));
          cairo_move_to (cr, points[i - 1].x, points[i - 1].y);
          now = fade;
        }
      cairo_line_to (cr, points[i].x, points[i].y);
    }
  stroke_faded (cr, theme, line, now);
}

static void
paint_lines (cairo_t *cr, const RanklePlotTheme *theme, const GArray *lines)
{
  static const double widths[] = { [RANKLE_MAP_LINE_MINOR] = 0.5,
                                   [RANKLE_MAP_LINE_MAJOR] = 0.5,
                                   [RANKLE_MAP_LINE_BASELINE] = 1.0 };

  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < lines->len; i++)
    {
      const RankleMapLine *line = &g_array_index (lines, RankleMapLine, i);

      cairo_set_line_width (cr, widths[line->kind] * theme->line_width);
      paint_line (cr, theme, line);
    }
}

/* The lines are, too. */
static void
begin_area (cairo_t               *cr,
            const RankleMap       *map,
            const RanklePlotTheme *theme,
            cairo_surface_t       *image,
            const GArray          *lines,
            double                 width,
            double                 height)
{
  paint_image (cr, map, theme, image, width, height);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_clip (cr);
  paint_lines (cr, theme, lines);
}

void
rankle_map_paint_area (cairo_t               *cr,
                       const RankleMap       *map,
                       const RanklePlotTheme *theme,
                       cairo_surface_t       *image,
                       double                 width,
                       double                 height)
{
  g_autoptr (GArray) lines = NULL;

  g_return_if_fail (cr != NULL && map != NULL && theme != NULL);

  lines = rankle_map_find_lines (map, width, height);
  cairo_save (cr);
  begin_area (cr, map, theme, image, lines, width, height);
  cairo_restore (cr);
}

/* Each on the colour that it says. */
static void
paint_labels (cairo_t               *cr,
              const RankleMap       *map,
              const RanklePlotTheme *theme,
              const GArray          *labels)
{
  RankleMapRange  range = rankle_map_find_range (map);
  RankleMapColors colors;

  rankle_map_colors_init (&colors, theme);
  for (guint i = 0; i < labels->len; i++)
    {
      const RankleMapLabel *label = &g_array_index (labels, RankleMapLabel, i);
      double                measure = rankle_map_range_measure (&range, label->value);
      gboolean              is_baseline =
          range.has_baseline &&
          fabs (measure - rankle_map_range_measure (&range, range.neutral)) <=
              1e-9 * range.span;
      RanklePlotColor ground = rankle_map_colors_unpack (
          rankle_map_colors_get (&colors, rankle_map_range_shade (&range, measure)));

      _rankle_map_round_box (cr, label->x, label->y, label->width, label->height, 3);
      _rankle_plot_set_color (cr, &ground, 0.92);
      cairo_fill (cr);
      _rankle_plot_set_color (cr, rankle_map_choose_ink (theme, &ground), 1);
      _rankle_plot_write (
          cr, theme, label->text, RANKLE_MAP_LABEL_SIZE * theme->font_size, is_baseline,
          label->x + 0.5 * label->width, label->y + 0.5 * label->height, 0.5);
      cairo_new_path (cr);
    }
}

static void
paint_area (cairo_t               *cr,
            const RankleMap       *map,
            const RankleMapLayout *layout,
            const RanklePlotTheme *theme,
            cairo_surface_t       *image)
{
  double width = layout->right - layout->left, height = layout->bottom - layout->top;
  g_autoptr (GArray) lines = rankle_map_find_lines (map, width, height);
  g_autoptr (GArray) labels = rankle_map_place_labels (map, theme, lines, width, height);

  cairo_save (cr);
  cairo_translate (cr, layout->left, layout->top);
  begin_area (cr, map, theme, image, lines, width, height);
  paint_labels (cr, map, theme, labels);
  cairo_restore (cr);
}

void
rankle_map_paint (cairo_t               *cr,
                  const RankleMap       *map,
                  const RankleMapLayout *layout,
                  const RanklePlotTheme *theme,
                  cairo_surface_t       *image)
{
  g_return_if_fail (cr != NULL && map != NULL && layout != NULL && theme != NULL);

  cairo_save (cr);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_rectangle (cr, 0, 0, layout->width, layout->height);
  cairo_fill (cr);
  paint_area (cr, map, layout, theme, image);
  cairo_set_line_width (cr, 1);
  _rankle_map_paint_frame (cr, map, layout, theme);
  cairo_new_path (cr);
  cairo_restore (cr);
}
