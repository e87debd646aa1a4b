/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-painter.h"

#include <math.h>

#include "rankle-map-colors.h"
#include "rankle-map-contours.h"
#include "rankle-map-field.h"
#include "rankle-map-image.h"
#include "rankle-map-words.h"
#include "rankle-plot-ink.h"
#include "rankle-plot-layout.h"

/* Where a picture is made of lines the area is not: pixels a unit, at least. */
#define VECTOR_SCALE 2.0
/* Minor lines are full from so much room on and gone below so much: a half at 3 px. */
#define FULL_ROOM  4.5f
#define LEAST_ROOM 1.5f
/* Where the value is all but level a line could be anywhere, and is not drawn. */
#define LEVEL_ROOM 1e5f
#define FADES      5 /* steps of fading */
#define RING       6.5

/* ---- the area ---- */

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

/* In pieces of one strength. */
static void
paint_line (cairo_t *cr, const RanklePlotTheme *theme, const RankleMapLine *line)
{
  int now = get_fade (line, &line->points[0]);

  cairo_move_to (cr, line->points[0].x, line->points[0].y);
  for (guint i = 1; i < line->n; i++)
    {
      const RankleMapPoint *point = &line->points[i];
      int                   next = get_fade (line, point);

      cairo_line_to (cr, point->x, point->y);
      if (next == now && i + 1 < line->n)
        continue;
      stroke_faded (cr, theme, line, MIN (now, next));
      cairo_move_to (cr, point->x, point->y);
      now = next;
    }
  cairo_new_path (cr);
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

static void
round_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  cairo_new_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
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

      round_box (cr, label->x, label->y, label->width, label->height, 3);
      _rankle_plot_set_color (cr, &ground, 0.92);
      cairo_fill (cr);
      _rankle_plot_set_color (cr, rankle_map_choose_ink (theme, &ground), 1);
      _rankle_plot_write (cr, theme, label->text, RANKLE_MAP_LABEL_SIZE * theme->font_size, is_baseline,
                          label->x + 0.5 * label->width, label->y + 0.5 * label->height,
                          0.5);
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

/* ---- around it ---- */

/* Cut off with an ellipsis where there is no room. */
static void
write_line (cairo_t               *cr,
            const RanklePlotTheme *theme,
            const char            *text,
            double                 size,
            gboolean               bold,
            double                 x,
            double                 y,
            double                 room)
{
  PangoLayout *layout = rankle_plot_create_text (theme, cr, text, size, bold);

  pango_layout_set_width (layout, (int)(MAX (room, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, round (x), round (y));
  pango_cairo_show_layout (cr, layout);
  cairo_new_path (cr);
  g_object_unref (layout);
}

static void
paint_title (cairo_t               *cr,
             const RankleMap       *map,
             const RankleMapLayout *layout,
             const RanklePlotTheme *theme)
{
  double room = layout->width - layout->left - 8;
  double unit_room = layout->bar_right > layout->bar_left
                         ? layout->width - layout->bar_left + theme->font_size
                         : 0;
  double below = 6 + (map->title != NULL ? 1.6 * layout->title_size : 0);

  _rankle_plot_set_color (cr, &theme->foreground, 1);
  if (map->title != NULL)
    write_line (cr, theme, map->title, layout->title_size, TRUE, layout->left, 6, room);
  _rankle_plot_set_color (cr, &theme->dim, 1);
  if (map->subtitle != NULL)
    write_line (cr, theme, map->subtitle, layout->tick_size, FALSE, layout->left, below,
                room - unit_room);
}

static void
paint_tick (cairo_t *cr, double x, double y, double to_x, double to_y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

static double
measure_text (cairo_t *cr, const RanklePlotTheme *theme, const char *text, double size)
{
  PangoLayout *layout = rankle_plot_create_text (theme, cr, text, size, FALSE);
  int          width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  g_object_unref (layout);
  return width;
}

/* A number that would touch the one before is left out: on a logarithmic axis some come
 * closer than others. */
static void
paint_x_axis (cairo_t *cr, const RankleMapLayout *layout, const RanklePlotTheme *theme)
{
  double free_from = -INFINITY;

  for (guint i = 0; i < layout->x_ticks.n; i++)
    {
      double x =
          round (rankle_plot_scale_map (&layout->x, layout->x_ticks.values[i])) + 0.5;
      g_autofree char *text = rankle_map_dup_tick (&layout->x_ticks, &layout->x, i);
      double           half = 0.5 * measure_text (cr, theme, text, layout->tick_size);

      paint_tick (cr, x, layout->bottom, x, layout->bottom + 4);
      if (x - half < free_from)
        continue;
      _rankle_plot_write (cr, theme, text, layout->tick_size, FALSE, x,
                          layout->bottom + 4 + 0.8 * layout->tick_size, 0.5);
      free_from = x + half + 0.5 * layout->tick_size;
    }
}

static void
paint_y_axis (cairo_t *cr, const RankleMapLayout *layout, const RanklePlotTheme *theme)
{
  double free_to = INFINITY;

  for (guint i = 0; i < layout->y_ticks.n; i++)
    {
      double y =
          round (rankle_plot_scale_map (&layout->y, layout->y_ticks.values[i])) - 0.5;
      g_autofree char *text = rankle_map_dup_tick (&layout->y_ticks, &layout->y, i);

      paint_tick (cr, layout->left - 4, y, layout->left, y);
      if (y + 0.6 * layout->tick_size > free_to)
        continue;
      _rankle_plot_write (cr, theme, text, layout->tick_size, FALSE,
                          layout->left - 4 - 0.4 * layout->tick_size, y, 1);
      free_to = y - 0.6 * layout->tick_size;
    }
}

/* (transfer full): "Interval, months" */
static char *
dup_axis_words (const RankleMapAxis *axis)
{
  return axis->unit == NULL || *axis->unit == '\0'
             ? g_strdup (axis->label)
             : g_strdup_printf ("%s, %s", axis->label, axis->unit);
}

/* In the middle of @room from (0, 0) to the right; cut off where it is longer. */
static void
write_middle (
    cairo_t *cr, const RanklePlotTheme *theme, const char *text, double size, double room)
{
  double width = MIN (measure_text (cr, theme, text, size) + 1, room);

  write_line (cr, theme, text, size, FALSE, 0.5 * (room - width), 0, width);
}

static void
paint_axis_words (cairo_t               *cr,
                  const RankleMap       *map,
                  const RankleMapLayout *layout,
                  const RanklePlotTheme *theme)
{
  g_autofree char *across = dup_axis_words (&map->x);
  g_autofree char *up = dup_axis_words (&map->y);

  _rankle_plot_set_color (cr, &theme->foreground, 1);
  cairo_save (cr);
  cairo_translate (cr, layout->left, layout->height - 8 - 1.3 * layout->label_size);
  write_middle (cr, theme, across, layout->label_size, layout->right - layout->left);
  cairo_restore (cr);
  cairo_save (cr);
  cairo_translate (cr, 6, layout->bottom);
  cairo_rotate (cr, -G_PI / 2);
  write_middle (cr, theme, up, layout->label_size, layout->bottom - layout->top);
  cairo_restore (cr);
}

static void
paint_frame (cairo_t *cr, const RankleMapLayout *layout)
{
  cairo_rectangle (cr, layout->left - 0.5, layout->top - 0.5,
                   layout->right - layout->left + 1, layout->bottom - layout->top + 1);
  cairo_stroke (cr);
}

/* ---- the bar ---- */

#define STOPS 96

static void
fill_bar (cairo_t               *cr,
          const RankleMapRange  *range,
          const RankleMapLayout *layout,
          const RanklePlotTheme *theme)
{
  cairo_pattern_t *ramp = cairo_pattern_create_linear (0, layout->bottom, 0, layout->top);
  double           from = rankle_map_range_measure (range, layout->bar.min),
         to = rankle_map_range_measure (range, layout->bar.max);
  RankleMapColors colors;

  rankle_map_colors_init (&colors, theme);
  for (guint i = 0; i <= STOPS; i++)
    {
      double          part = (double)i / STOPS;
      RanklePlotColor color = rankle_map_colors_unpack (rankle_map_colors_get (
          &colors, rankle_map_range_shade (range, from + part * (to - from))));

      cairo_pattern_add_color_stop_rgb (ramp, part, color.red, color.green, color.blue);
    }
  cairo_rectangle (cr, layout->bar_left, layout->top,
                   layout->bar_right - layout->bar_left, layout->bottom - layout->top);
  cairo_set_source (cr, ramp);
  cairo_fill (cr);
  cairo_pattern_destroy (ramp);
}

/* (transfer full) */
static char *
dup_bar_tick (const RankleMap *map, const RankleMapLayout *layout, guint i)
{
  g_autofree char *text = rankle_map_dup_tick (&layout->bar_ticks, &layout->bar, i);
  gboolean         has_sign =
      fabs (map->baseline) < G_MINDOUBLE && layout->bar_ticks.values[i] > 0;

  return g_strconcat (has_sign ? "+" : "", text, NULL);
}

/* Across the bar, as heavy as its line on the map. */
static void
paint_neutral (cairo_t               *cr,
               const RankleMapRange  *range,
               const RankleMapLayout *layout,
               const RanklePlotTheme *theme)
{
  double y = rankle_plot_scale_map (&layout->bar, range->neutral);

  if (!range->has_baseline)
    return;
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  cairo_set_line_width (cr, theme->line_width);
  paint_tick (cr, layout->bar_left, CLAMP (y, layout->top + 1, layout->bottom - 1),
              layout->bar_right, CLAMP (y, layout->top + 1, layout->bottom - 1));
  cairo_set_line_width (cr, 1);
}

static void
paint_bar (cairo_t               *cr,
           const RankleMap       *map,
           const RankleMapLayout *layout,
           const RanklePlotTheme *theme)
{
  RankleMapRange range = rankle_map_find_range (map);

  if (!(layout->bar_right > layout->bar_left))
    return;
  fill_bar (cr, &range, layout, theme);
  paint_neutral (cr, &range, layout, theme);
  _rankle_plot_set_color (cr, &theme->dim, 1);
  for (guint i = 0; i < layout->bar_ticks.n; i++)
    {
      double y =
          round (rankle_plot_scale_map (&layout->bar, layout->bar_ticks.values[i])) - 0.5;
      g_autofree char *text = dup_bar_tick (map, layout, i);

      paint_tick (cr, layout->bar_right, y, layout->bar_right + 3, y);
      _rankle_plot_write (cr, theme, text, layout->tick_size, FALSE,
                          layout->bar_right + 5, y, 0);
    }
  cairo_rectangle (cr, layout->bar_left - 0.5, layout->top - 0.5,
                   layout->bar_right - layout->bar_left + 1,
                   layout->bottom - layout->top + 1);
  cairo_stroke (cr);
  if (map->unit != NULL)
    _rankle_plot_write (cr, theme, map->unit, layout->tick_size, FALSE, layout->bar_left,
                        layout->top - 1.1 * layout->tick_size, 0);
}

/* ---- the whole ---- */

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
  paint_title (cr, map, layout, theme);
  _rankle_plot_set_color (cr, &theme->dim, 1);
  paint_frame (cr, layout);
  paint_x_axis (cr, layout, theme);
  paint_y_axis (cr, layout, theme);
  if (layout->has_labels)
    paint_axis_words (cr, map, layout, theme);
  paint_bar (cr, map, layout, theme);
  cairo_new_path (cr);
  cairo_restore (cr);
}

/* ---- the marker ---- */

static void
paint_hairlines (cairo_t               *cr,
                 const RankleMapLayout *layout,
                 const RanklePlotTheme *theme,
                 double                 x,
                 double                 y)
{
  double across = floor (x) + 0.5, up = floor (y) + 0.5;

  _rankle_plot_set_color (cr, &theme->foreground, 0.6);
  cairo_set_line_width (cr, 1);
  paint_tick (cr, layout->left, up, x - RING, up);
  paint_tick (cr, x + RING, up, layout->right, up);
  paint_tick (cr, across, layout->top, across, y - RING);
  paint_tick (cr, across, y + RING, across, layout->bottom);
}

/* In both inks, so that it is seen on every colour. */
static void
paint_ring (cairo_t *cr, const RanklePlotTheme *theme, double x, double y)
{
  cairo_new_path (cr);
  cairo_arc (cr, x, y, RING, 0, 2 * G_PI);
  _rankle_plot_set_color (cr, &theme->background, 1);
  cairo_set_line_width (cr, 2.6 * theme->line_width);
  cairo_stroke_preserve (cr);
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  cairo_set_line_width (cr, theme->line_width);
  cairo_stroke (cr);
}

/* Beside the ring, on the side where there is room. */
static void
paint_words (cairo_t               *cr,
             const RankleMapLayout *layout,
             const RanklePlotTheme *theme,
             const char            *words,
             double                 x,
             double                 y)
{
  double width = measure_text (cr, theme, words, layout->tick_size) * 1.08 + 12,
         height = 1.9 * layout->tick_size;
  double left = x + 2 * RING, top = y - 2 * RING - height;

  if (left + width > layout->right)
    left = MAX (x - 2 * RING - width, layout->left + 2);
  if (top < layout->top)
    top = y + 2 * RING;
  round_box (cr, left, top, width, height, 3);
  _rankle_plot_set_color (cr, &theme->background, 0.92);
  cairo_fill (cr);
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  _rankle_plot_write (cr, theme, words, layout->tick_size, TRUE, left + 0.5 * width,
                      top + 0.5 * height, 0.5);
}

void
rankle_map_paint_marker (cairo_t               *cr,
                         const RankleMap       *map,
                         const RankleMapLayout *layout,
                         const RanklePlotTheme *theme,
                         double                 x,
                         double                 y)
{
  double           at_x, at_y;
  g_autofree char *words = NULL;

  g_return_if_fail (cr != NULL && map != NULL && layout != NULL && theme != NULL);

  at_x = rankle_plot_scale_map (&layout->x, x);
  at_y = rankle_plot_scale_map (&layout->y, y);
  if (!(at_x >= layout->left && at_x <= layout->right && at_y >= layout->top &&
        at_y <= layout->bottom))
    return;
  words = rankle_map_dup_place_words (map, x, y);
  cairo_save (cr);
  paint_hairlines (cr, layout, theme, at_x, at_y);
  paint_ring (cr, theme, at_x, at_y);
  paint_words (cr, layout, theme, words, at_x, at_y);
  cairo_new_path (cr);
  cairo_restore (cr);
}
