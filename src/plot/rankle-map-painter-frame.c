/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-map-colors.h"
#include "rankle-map-ink.h"
#include "rankle-plot-layout.h"

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

/* Over the bar, and 0 without one. */
static double
measure_unit (cairo_t               *cr,
              const RankleMap       *map,
              const RankleMapLayout *layout,
              const RanklePlotTheme *theme)
{
  return map->unit != NULL && layout->bar_right > layout->bar_left
             ? _rankle_map_measure_text (cr, theme, map->unit, layout->tick_size, FALSE)
             : 0;
}

static void
paint_title (cairo_t               *cr,
             const RankleMap       *map,
             const RankleMapLayout *layout,
             const RanklePlotTheme *theme)
{
  double room = layout->width - layout->left - 8;
  double unit_room = measure_unit (cr, map, layout, theme) + theme->font_size;
  double below = 6 + (map->title != NULL ? 1.6 * layout->title_size : 0);

  _rankle_plot_set_color (cr, &theme->foreground, 1);
  if (map->title != NULL)
    write_line (cr, theme, map->title, layout->title_size, TRUE, layout->left, 6, room);
  _rankle_plot_set_color (cr, &theme->dim, 1);
  if (map->subtitle != NULL)
    write_line (cr, theme, map->subtitle, layout->tick_size, FALSE, layout->left, below,
                room - unit_room);
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
      double           half =
          0.5 * _rankle_map_measure_text (cr, theme, text, layout->tick_size, FALSE);

      _rankle_map_paint_tick (cr, x, layout->bottom, x, layout->bottom + 4);
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

      _rankle_map_paint_tick (cr, layout->left - 4, y, layout->left, y);
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
  double width = MIN (_rankle_map_measure_text (cr, theme, text, size, FALSE) + 1, room);

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
paint_border (cairo_t *cr, const RankleMapLayout *layout)
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

/* (transfer full): with its sign where the baseline is 0. */
static char *
dup_bar_tick (const RankleMap *map, const RankleMapLayout *layout, guint i)
{
  g_autofree char *text = rankle_map_dup_tick (&layout->bar_ticks, &layout->bar, i);
  gboolean         has_sign =
      fabs (map->baseline) < G_MINDOUBLE && layout->bar_ticks.values[i] > 0;

  return g_strconcat (has_sign ? "+" : "", text, NULL);
}

/* Across the bar, as heavy as its line on the map, with its value; returns where [px].
 * -INFINITY: there is none. */
static double
paint_baseline (cairo_t               *cr,
                const RankleMap       *map,
                const RankleMapRange  *range,
                const RankleMapLayout *layout,
                const RanklePlotTheme *theme)
{
  double           y = rankle_plot_scale_map (&layout->bar, range->neutral);
  g_autofree char *text = rankle_map_dup_baseline (map);

  if (!range->has_baseline)
    return -INFINITY;
  y = round (CLAMP (y, layout->top + 1, layout->bottom - 1));
  _rankle_plot_set_color (cr, &theme->foreground, 1);
  cairo_set_line_width (cr, theme->line_width);
  _rankle_map_paint_tick (cr, layout->bar_left, y, layout->bar_right + 3, y);
  cairo_set_line_width (cr, 1);
  _rankle_plot_write (cr, theme, text, layout->tick_size, TRUE, layout->bar_right + 5, y,
                      0);
  return y;
}

/* None where the baseline's value stands. */
static void
paint_bar_ticks (cairo_t               *cr,
                 const RankleMap       *map,
                 const RankleMapLayout *layout,
                 const RanklePlotTheme *theme,
                 double                 baseline)
{
  _rankle_plot_set_color (cr, &theme->dim, 1);
  for (guint i = 0; i < layout->bar_ticks.n; i++)
    {
      double y =
          round (rankle_plot_scale_map (&layout->bar, layout->bar_ticks.values[i])) - 0.5;
      g_autofree char *text = dup_bar_tick (map, layout, i);

      if (fabs (y - baseline) < 1.3 * layout->tick_size)
        continue;
      _rankle_map_paint_tick (cr, layout->bar_right, y, layout->bar_right + 3, y);
      _rankle_plot_write (cr, theme, text, layout->tick_size, FALSE,
                          layout->bar_right + 5, y, 0);
    }
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
  paint_bar_ticks (cr, map, layout, theme,
                   paint_baseline (cr, map, &range, layout, theme));
  cairo_rectangle (cr, layout->bar_left - 0.5, layout->top - 0.5,
                   layout->bar_right - layout->bar_left + 1,
                   layout->bottom - layout->top + 1);
  cairo_stroke (cr);
  if (map->unit != NULL)
    _rankle_plot_write (cr, theme, map->unit, layout->tick_size, FALSE, layout->width - 8,
                        layout->top - 1.3 * layout->tick_size, 1);
}

void
_rankle_map_paint_frame (cairo_t               *cr,
                         const RankleMap       *map,
                         const RankleMapLayout *layout,
                         const RanklePlotTheme *theme)
{
  paint_title (cr, map, layout, theme);
  _rankle_plot_set_color (cr, &theme->dim, 1);
  paint_border (cr, layout);
  paint_x_axis (cr, layout, theme);
  paint_y_axis (cr, layout, theme);
  if (layout->has_labels)
    paint_axis_words (cr, map, layout, theme);
  paint_bar (cr, map, layout, theme);
}
