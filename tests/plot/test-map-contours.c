/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of equal value, and the values that stand on them. */

#include <math.h>

#include "map-fixture.h"
#include "rankle-map-contours.h"
#include "rankle-map-field.h"
#include "rankle-map-layout.h"

#define SIDE 400.0 /* [px] */

static const RankleMapLine *
get_line (const GArray *lines, guint i)
{
  return &g_array_index (lines, RankleMapLine, i);
}

static gboolean
is_closed (const RankleMapLine *line)
{
  return hypot (line->points[0].x - line->points[line->n - 1].x,
                line->points[0].y - line->points[line->n - 1].y) < 1e-6;
}

/* Those of x² + y² are circles, and whole where they fit. */
static void
test_circles (void)
{
  g_auto (Made) made = { 0 };
  g_autoptr (GArray) lines = NULL;
  guint n_closed = 0;

  made_init (&made, 41, 41);
  for (guint at = 0; at < 41 * 41; at++)
    made.values[at] = pow (at % 41 / 20.0 - 1, 2) + pow (at / 41 / 20.0 - 1, 2);
  made.map.baseline = 0.5;
  lines = rankle_map_find_lines (&made.map, SIDE, SIDE);
  g_assert_cmpuint (lines->len, >, 8);
  for (guint k = 0; k < lines->len; k++)
    {
      const RankleMapLine *line = get_line (lines, k);
      double               radius = sqrt (line->value) * SIDE / 2;

      /* Of less than a few cells of the mesh, along the edge, or at the corner. */
      if (radius < 10 || fabs (radius - SIDE / 2) < 2 || line->value > 1.99)
        continue;
      for (guint i = 0; i < line->n; i++)
        g_assert_cmpfloat_with_epsilon (
            hypot (line->points[i].x - SIDE / 2, line->points[i].y - SIDE / 2), radius,
            0.01 * radius);
      g_assert_cmpint (is_closed (line), ==, radius < SIDE / 2 - 1);
      n_closed += is_closed (line);
    }
  g_assert_cmpuint (n_closed, >=, 3);
}

/* At round values and half way between, from one to the next; the baseline's by itself.
 */
static void
test_levels (void)
{
  g_auto (Made) made = { 0 };
  g_autoptr (GArray) lines = NULL;
  guint counts[3] = { 0 };

  made_init (&made, 11, 3);
  for (guint at = 0; at < 33; at++)
    made.values[at] = 10.0 * (at % 11) - 40;
  made.map.baseline = 3;
  lines = rankle_map_find_lines (&made.map, SIDE, SIDE);
  for (guint k = 0; k < lines->len; k++)
    {
      const RankleMapLine *line = get_line (lines, k);
      double               step = line->kind == RANKLE_MAP_LINE_MAJOR ? 20 : 10;

      counts[line->kind]++;
      if (k > 0)
        g_assert_cmpfloat (line->value, >, get_line (lines, k - 1)->value);
      if (line->kind == RANKLE_MAP_LINE_BASELINE)
        g_assert_cmpfloat (line->value, ==, 3);
      else
        g_assert_cmpfloat_with_epsilon (remainder (line->value, step), 0, 1e-9);
      for (guint i = 0; i < line->n; i++)
        {
          g_assert_cmpfloat_with_epsilon (line->points[i].x,
                                          (line->value + 40) / 100 * SIDE, 0.01);
          if (line->kind == RANKLE_MAP_LINE_MAJOR)
            g_assert_cmpfloat_with_epsilon (line->points[i].room, 80, 0.5);
        }
    }
  g_assert_cmpuint (counts[RANKLE_MAP_LINE_BASELINE], ==, 1);
  g_assert_cmpuint (counts[RANKLE_MAP_LINE_MAJOR], >=, 4);
  g_assert_cmpuint (counts[RANKLE_MAP_LINE_MINOR], >=, 4);
}

/* A line through a round value is one, the baseline's. */
static void
test_baseline_is_round (void)
{
  g_auto (Made) made = { 0 };
  g_autoptr (GArray) lines = NULL;
  guint n = 0;

  made_init (&made, 11, 3);
  for (guint at = 0; at < 33; at++)
    made.values[at] = 10.0 * (at % 11) - 35;
  lines = rankle_map_find_lines (&made.map, SIDE, SIDE);
  for (guint k = 0; k < lines->len; k++)
    if (fabs (get_line (lines, k)->value) < 1)
      {
        g_assert_cmpint (get_line (lines, k)->kind, ==, RANKLE_MAP_LINE_BASELINE);
        n++;
      }
  g_assert_cmpuint (n, ==, 1);
}

/* None where all is alike, but for rounding, none of blocks, and none of nothing. */
static void
test_none (void)
{
  for (guint k = 0; k < 4; k++)
    {
      g_auto (Made) made = { 0 };
      g_autoptr (GArray) lines = NULL;

      made_init (&made, 7, 7);
      for (guint at = 0; at < 49; at++)
        made.values[at] = 100 * (1 + g_test_rand_double_range (-1e-12, 1e-12));
      made.map.baseline = k == 0 ? 100 : 0;
      if (k >= 2)
        made_fill (&made);
      made.map.smooth = k != 2;
      for (guint at = 0; k == 3 && at < 49; at++)
        made.states[at] = RANKLE_MAP_FAILED;
      lines = rankle_map_find_lines (&made.map, SIDE, SIDE);
      g_assert_cmpuint (lines->len, ==, 0);
    }
}

/* Lines keep away from a cell without a value, up to the values around it. */
static void
test_failed (void)
{
  g_auto (Made) made = { 0 };
  g_autoptr (GArray) lines = NULL;

  made_init (&made, 11, 11);
  made_fill (&made);
  made.states[5 * 11 + 5] = RANKLE_MAP_FAILED;
  lines = rankle_map_find_lines (&made.map, SIDE, SIDE);
  g_assert_cmpuint (lines->len, >, 3);
  for (guint k = 0; k < lines->len; k++)
    for (guint i = 0; i < get_line (lines, k)->n; i++)
      {
        const RankleMapPoint *point = &get_line (lines, k)->points[i];

        g_assert_true (fabs (point->x - SIDE / 2) >= SIDE / 10 - 1 ||
                       fabs (point->y - SIDE / 2) >= SIDE / 10 - 1);
      }
}

/* Every point of a line lies on the map, and the value there is the line's. */
static void
test_lines_are_where_their_value_is (void)
{
  for (guint round = 0; round < 20; round++)
    {
      g_auto (Made) made = { 0 };
      g_autoptr (GArray) lines = NULL;
      RankleMapRange range;

      made_init (&made, 9, 9);
      made_fill (&made);
      range = rankle_map_find_range (&made.map);
      lines = rankle_map_find_lines (&made.map, SIDE, SIDE);
      for (guint k = 0; k < lines->len; k++)
        for (guint i = 0; i < get_line (lines, k)->n; i++)
          {
            const RankleMapPoint *point = &get_line (lines, k)->points[i];
            double value = rankle_map_get_value (&made.map, 8 * point->x / SIDE,
                                                 8 * (1 - point->y / SIDE));

            g_assert_cmpfloat_with_epsilon (value, get_line (lines, k)->value,
                                            2e-3 * range.span);
          }
    }
}

/* ---- values on lines ---- */

static void
check_labels (const Made *made, const GArray *labels, double width, double height)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const RankleMapLabel *a = &g_array_index (labels, RankleMapLabel, i);
      double                x = (a->x + a->width / 2) / width * (made->map.x.n - 1),
             y = (1 - (a->y + a->height / 2) / height) * (made->map.y.n - 1);

      g_assert_cmpfloat (a->x, >=, 0);
      g_assert_cmpfloat (a->y, >=, 0);
      g_assert_cmpfloat (a->x + a->width, <=, width);
      g_assert_cmpfloat (a->y + a->height, <=, height);
      g_assert_true (isfinite (rankle_map_get_value (&made->map, x, y)));
      for (guint j = 0; j < i; j++)
        {
          const RankleMapLabel *b = &g_array_index (labels, RankleMapLabel, j);

          g_assert_true (a->x >= b->x + b->width || b->x >= a->x + a->width ||
                         a->y >= b->y + b->height || b->y >= a->y + a->height);
        }
    }
}

static void
test_labels (void)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  guint           n = 0;

  for (guint round = 0; round < 60; round++)
    {
      g_auto (Made) made = { 0 };
      double width = g_test_rand_int_range (20, 700),
             height = g_test_rand_int_range (20, 500);
      g_autoptr (GArray) lines = NULL;
      g_autoptr (GArray) labels = NULL;

      made_init (&made, 12, 12);
      made_fill (&made);
      for (guint at = 0; at < 144; at += 1 + round)
        made.states[at] = RANKLE_MAP_FAILED;
      lines = rankle_map_find_lines (&made.map, width, height);
      labels = rankle_map_place_labels (&made.map, &theme, lines, width, height);
      check_labels (&made, labels, width, height);
      n += labels->len;
    }
  g_assert_cmpuint (n, >, 100);
}

/* What it says is its value; above a baseline of 0 with a sign. */
static void
test_label_texts (void)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  g_auto (Made) made = { 0 };
  g_autoptr (GArray) lines = NULL;
  g_autoptr (GArray) labels = NULL;

  made_init (&made, 11, 3);
  for (guint at = 0; at < 33; at++)
    made.values[at] = at % 11 - 5.0;
  lines = rankle_map_find_lines (&made.map, SIDE, SIDE);
  labels = rankle_map_place_labels (&made.map, &theme, lines, SIDE, SIDE);
  g_assert_cmpuint (labels->len, >=, 3);
  g_assert_cmpstr (g_array_index (labels, RankleMapLabel, 0).text, ==, "0");
  for (guint i = 0; i < labels->len; i++)
    {
      const RankleMapLabel *label = &g_array_index (labels, RankleMapLabel, i);

      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (label->text, NULL), label->value,
                                      1e-9);
      g_assert_cmpint (label->text[0] == '+', ==, label->value > 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-contours/circles", test_circles);
  g_test_add_func ("/map-contours/levels", test_levels);
  g_test_add_func ("/map-contours/baseline-is-round", test_baseline_is_round);
  g_test_add_func ("/map-contours/none", test_none);
  g_test_add_func ("/map-contours/failed", test_failed);
  g_test_add_func ("/map-contours/lines-are-where-their-value-is",
                   test_lines_are_where_their_value_is);
  g_test_add_func ("/map-contours/labels", test_labels);
  g_test_add_func ("/map-contours/label-texts", test_label_texts);
  return g_test_run ();
}
