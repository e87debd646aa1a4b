/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where values stand on lines: each line is asked for its best place that is free, those
 * that say most first. */

#include <math.h>

#include "rankle-map-contours.h"
#include "rankle-map-field.h"
#include "rankle-map-layout.h"
#include "rankle-plot-layout.h"

#define PADDING 4.0  /* around a text [px] */
#define APART   10.0 /* from one label to the next, at least [px] */
/* A line has a label if it is so many times as long as it. */
#define LEAST_LENGTH 2.2
/* More room than that to the next line is no better [px]. */
#define ENOUGH_ROOM 36.0f
#define LEAST_ROOM  7.0f
#define MOST_LABELS 40

typedef struct
{
  const RankleMap      *map;
  const RankleMapField *field;
  double                width, height;
  GArray               *labels; /* RankleMapLabel; borrowed */
} Sheet;

static void
clear_label (gpointer label)
{
  g_free (((RankleMapLabel *)label)->text);
}

static gboolean
is_free (const Sheet *sheet, const RankleMapLabel *label)
{
  for (guint i = 0; i < sheet->labels->len; i++)
    {
      const RankleMapLabel *other = &g_array_index (sheet->labels, RankleMapLabel, i);

      if (label->x < other->x + other->width + APART &&
          other->x < label->x + label->width + APART &&
          label->y < other->y + other->height + APART &&
          other->y < label->y + label->height + APART)
        return FALSE;
    }
  return label->x >= PADDING && label->y >= PADDING &&
         label->x + label->width <= sheet->width - PADDING &&
         label->y + label->height <= sheet->height - PADDING;
}

/* Nothing of it lies on a cell without a value: at three times three places of it. */
static gboolean
is_on_values (const Sheet *sheet, const RankleMapLabel *label)
{
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 3; j++)
      {
        double         x = (label->x + 0.5 * i * label->width) / sheet->width;
        double         y = 1 - (label->y + 0.5 * j * label->height) / sheet->height;
        RankleMapLocus column = rankle_map_field_locate_x (sheet->field, x);
        RankleMapLocus row = rankle_map_field_locate_y (sheet->field, y);

        if (rankle_map_field_get_state (sheet->field, &column, &row) != RANKLE_MAP_RAN)
          return FALSE;
      }
  return TRUE;
}

/* Much room, and not far from half the height, so that labels stand in a row. */
static double
rate (const Sheet *sheet, const RankleMapPoint *point)
{
  double room = MIN (point->room, ENOUGH_ROOM) / ENOUGH_ROOM;
  double off = fabs (point->y / sheet->height - 0.5);

  return room - 0.8 * off;
}

static void
center (RankleMapLabel *label, const RankleMapPoint *point)
{
  label->x = round (point->x - 0.5 * label->width);
  label->y = round (point->y - 0.5 * label->height);
}

/* -1: there is no place on the line. */
static int
find_place (const Sheet *sheet, const RankleMapLine *line, RankleMapLabel *label)
{
  int    best = -1;
  double best_rating = -INFINITY;

  for (guint i = 0; i < line->n; i++)
    {
      const RankleMapPoint *point = &line->points[i];

      if (point->room < LEAST_ROOM || rate (sheet, point) <= best_rating)
        continue;
      center (label, point);
      if (!is_free (sheet, label) || !is_on_values (sheet, label))
        continue;
      best = (int)i;
      best_rating = rate (sheet, point);
    }
  return best;
}

static double
measure_line (const RankleMapLine *line)
{
  double length = 0;

  for (guint i = 1; i < line->n; i++)
    length += hypot (line->points[i].x - line->points[i - 1].x,
                     line->points[i].y - line->points[i - 1].y);
  return length;
}

static void
size_label (RankleMapLabel        *label,
            const RankleMapLine   *line,
            const RanklePlotTheme *theme)
{
  PangoLayout *layout = rankle_plot_create_text (theme, NULL, label->text,
                                                 RANKLE_MAP_LABEL_SIZE * theme->font_size,
                                                 line->kind == RANKLE_MAP_LINE_BASELINE);
  int          width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  label->width = width + 2 * PADDING;
  label->height = height;
  g_object_unref (layout);
}

/* (transfer full): with its sign where the baseline is 0. */
static char *
dup_figure (const Sheet *sheet, double value)
{
  const RankleMapRange *range = rankle_map_field_get_range (sheet->field);
  gboolean              has_sign = fabs (sheet->map->baseline) < G_MINDOUBLE && value > 0;
  g_autofree char      *figure = rankle_map_dup_figure (
           value, 2e-3 * (range->logarithmic ? fabs (value) : range->high - range->low));

  return g_strconcat (has_sign ? "+" : "", figure, NULL);
}

static void
label_line (const Sheet *sheet, const RanklePlotTheme *theme, const RankleMapLine *line)
{
  RankleMapLabel label = { .text = dup_figure (sheet, line->value),
                           .value = line->value };
  int            place;

  size_label (&label, line, theme);
  place = measure_line (line) < LEAST_LENGTH * label.width
              ? -1
              : find_place (sheet, line, &label);
  if (place >= 0)
    {
      center (&label, &line->points[place]);
      g_array_append_val (sheet->labels, label);
    }
  else
    g_free (label.text);
}

GArray *
rankle_map_place_labels (const RankleMap       *map,
                         const RanklePlotTheme *theme,
                         const GArray          *lines,
                         double                 width,
                         double                 height)
{
  GArray *labels = g_array_new (FALSE, FALSE, sizeof (RankleMapLabel));
  g_autoptr (RankleMapField) field = rankle_map_field_new (map);
  Sheet sheet = { map, field, width, height, labels };

  g_array_set_clear_func (labels, clear_label);
  for (int kind = RANKLE_MAP_LINE_BASELINE; kind >= RANKLE_MAP_LINE_MAJOR; kind--)
    for (guint i = 0; i < lines->len && labels->len < MOST_LABELS; i++)
      {
        const RankleMapLine *line = &g_array_index (lines, RankleMapLine, i);

        if ((int)line->kind == kind)
          label_line (&sheet, theme, line);
      }
  return labels;
}
