/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-map-layout.h"

#include <math.h>

#include "rankle-map-contours.h"
#include "rankle-plot-layout.h"

#define MARGIN 8
/* Of the bar, and from it to the area and to its ticks [font sizes]. */
#define BAR_WIDTH  0.9
#define BAR_APART  1.4
#define TICK_APART 0.5
/* Below that there is no bar, and then no label of an axis [font sizes]. */
#define BAR_LEAST_WIDTH    22
#define LABEL_LEAST_WIDTH  14
#define LABEL_LEAST_HEIGHT 12
/* A bold text is so much wider, at most. */
#define BOLD 1.1
/* From one tick to the next, at least [tick sizes]. */
#define X_STEP 5.0
#define Y_STEP 3.2

static void
measure (const RanklePlotTheme *theme,
         const char            *text,
         double                 size,
         double                *width,
         double                *height)
{
  PangoLayout *layout = rankle_plot_create_text (theme, NULL, text, size, FALSE);
  int          w, h;

  pango_layout_get_pixel_size (layout, &w, &h);
  *width = w;
  *height = h;
  g_object_unref (layout);
}

/* ---- ticks ---- */

static void
set_ticks (RankleMapTicks *ticks, const RanklePlotScale *scale, double room, double step)
{
  guint target = (guint)CLAMP (room / step, 3, 8);

  ticks->n = rankle_plot_scale_ticks (scale, target, ticks->values);
}

/* A logarithmic scale has steps of many sizes. */
char *
rankle_map_dup_tick (const RankleMapTicks *ticks, const RanklePlotScale *scale, guint i)
{
  double value, step;

  g_return_val_if_fail (ticks != NULL && scale != NULL && i < ticks->n, NULL);

  value = ticks->values[i];
  step = ticks->n > 1 ? ticks->values[1] - ticks->values[0] : value;
  return rankle_plot_format (value,
                             rankle_plot_decimals (scale->logarithmic ? value : step));
}

static double
measure_ticks (const RanklePlotTheme *theme,
               const RankleMapTicks  *ticks,
               const RanklePlotScale *scale,
               double                 size)
{
  double widest = 0, width, height;

  for (guint i = 0; i < ticks->n; i++)
    {
      g_autofree char *text = rankle_map_dup_tick (ticks, scale, i);

      measure (theme, text, size, &width, &height);
      widest = MAX (widest, width);
    }
  return widest;
}

char *
rankle_map_dup_baseline (const RankleMap *map)
{
  RankleMapRange range;

  g_return_val_if_fail (map != NULL, NULL);

  range = rankle_map_find_range (map);
  return rankle_map_dup_figure (
      range.neutral,
      2e-3 * (range.logarithmic ? fabs (range.neutral) : range.high - range.low));
}

/* Of what stands beside the bar. */
static double
measure_bar_figures (const RankleMap       *map,
                     const RanklePlotTheme *theme,
                     const RankleMapLayout *layout)
{
  g_autofree char *baseline = rankle_map_dup_baseline (map);
  double           width, height;

  measure (theme, baseline, layout->tick_size, &width, &height);
  return MAX (BOLD * width,
              measure_ticks (theme, &layout->bar_ticks, &layout->bar, layout->tick_size));
}

/* ---- the sheet ---- */

static void
set_sizes (RankleMapLayout *layout, const RanklePlotTheme *theme)
{
  g_assert (theme->font_size > 0);
  layout->label_size = theme->font_size;
  layout->tick_size = 0.84 * theme->font_size;
  layout->title_size = 1.1 * theme->font_size;
}

static void
set_rows (RankleMapLayout *self, const RankleMap *map)
{
  self->top = MARGIN;
  if (map->title != NULL)
    self->top += 1.6 * self->title_size;
  if (map->subtitle != NULL || self->bar_right > self->bar_left)
    self->top += 1.5 * self->tick_size;
  self->top = ceil (self->top + 0.6 * self->tick_size);
  self->bottom = self->height - MARGIN - 1.6 * self->tick_size;
  if (self->has_labels)
    self->bottom -= 1.6 * self->label_size;
  self->bottom = MAX (floor (self->bottom), self->top + 1);
}

static void
set_columns (RankleMapLayout       *self,
             const RanklePlotTheme *theme,
             double                 y_room,
             double                 bar_room)
{
  double apart = TICK_APART * self->tick_size;

  self->left = MARGIN + (self->has_labels ? 1.7 * self->label_size : 0);
  self->left = ceil (self->left + y_room + apart);
  self->right = self->width - MARGIN;
  if (self->bar_right > self->bar_left)
    {
      self->bar_right = round (self->right - bar_room - apart);
      self->bar_left = round (self->bar_right - BAR_WIDTH * theme->font_size);
      self->right = self->bar_left - BAR_APART * theme->font_size;
    }
  else
    self->right -= self->tick_size; /* for half of the last tick */
  self->right = MAX (floor (self->right), self->left + 1);
}

static RanklePlotScale
stretch (RanklePlotScale scale, double from, double to)
{
  scale.from = from;
  scale.to = to;
  return scale;
}

void
rankle_map_layout_compute (RankleMapLayout       *layout,
                           const RankleMap       *map,
                           const RanklePlotTheme *theme,
                           double                 width,
                           double                 height)
{
  RankleMapLayout self = { .width = width, .height = height };
  RankleMapRange  range = rankle_map_find_range (map);
  double          bar_room;

  g_return_if_fail (layout != NULL && map != NULL && theme != NULL);

  set_sizes (&self, theme);
  self.has_labels = width >= LABEL_LEAST_WIDTH * theme->font_size &&
                    height >= LABEL_LEAST_HEIGHT * theme->font_size;
  self.bar_right = width >= BAR_LEAST_WIDTH * theme->font_size; /* is there one? */
  set_rows (&self, map);
  self.y = stretch (rankle_map_scale_axis (map, &map->y), self.bottom, self.top);
  set_ticks (&self.y_ticks, &self.y, self.bottom - self.top, Y_STEP * self.tick_size);
  self.bar = stretch (rankle_plot_scale_new (range.low, range.high, range.logarithmic),
                      self.bottom, self.top);
  set_ticks (&self.bar_ticks, &self.bar, self.bottom - self.top, Y_STEP * self.tick_size);
  bar_room = measure_bar_figures (map, theme, &self);
  set_columns (&self, theme,
               measure_ticks (theme, &self.y_ticks, &self.y, self.tick_size), bar_room);
  self.x = stretch (rankle_map_scale_axis (map, &map->x), self.left, self.right);
  set_ticks (&self.x_ticks, &self.x, self.right - self.left, X_STEP * self.tick_size);
  *layout = self;
}
