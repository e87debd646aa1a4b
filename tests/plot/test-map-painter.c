/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet around a map, its marker, and what is said of it. */

#include <math.h>
#include <string.h>

#include "map-fixture.h"
#include "rankle-map-image.h"
#include "rankle-map-painter.h"
#include "rankle-map-words.h"

enum
{
  WIDTH = 420,
  HEIGHT = 300
};

/* (transfer full) */
static cairo_surface_t *
paint (const RankleMap *map, int width, int height, gboolean marked)
{
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t        *cr = cairo_create (surface);
  RankleMapLayout layout;

  rankle_map_layout_compute (&layout, map, &theme, width, height);
  rankle_map_paint (cr, map, &layout, &theme, NULL);
  if (marked)
    rankle_map_paint_marker (cr, map, &layout, &theme, 2, 1);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

static guint
count_differences (cairo_surface_t *a, cairo_surface_t *b)
{
  const guint32 *x = (gconstpointer)cairo_image_surface_get_data (a);
  const guint32 *y = (gconstpointer)cairo_image_surface_get_data (b);
  guint          n = 0;

  for (guint i = 0; i < WIDTH * HEIGHT; i++)
    n += x[i] != y[i];
  return n;
}

/* The same twice, with the marker something else, and again the same without. */
static void
test_same_and_marked (void)
{
  g_auto (Made) made = { 0 };
  cairo_surface_t *first, *second, *marked;

  made_init (&made, 6, 5);
  made_fill (&made);
  first = paint (&made.map, WIDTH, HEIGHT, FALSE);
  marked = paint (&made.map, WIDTH, HEIGHT, TRUE);
  second = paint (&made.map, WIDTH, HEIGHT, FALSE);
  g_assert_cmpuint (count_differences (first, second), ==, 0);
  g_assert_cmpuint (count_differences (first, marked), >, 500);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
  cairo_surface_destroy (marked);
}

/* An image made by somebody else, before, is the one that is seen. */
static void
test_given_image (void)
{
  g_auto (Made) made = { 0 };
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  cairo_surface_t *own = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 90, 70),
                  *given = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 90, 70),
                  *image;
  cairo_t *cr;

  made_init (&made, 6, 5);
  made_fill (&made);
  image = rankle_map_image_create (&made.map, &theme, 90, 70, 1);
  cr = cairo_create (own);
  rankle_map_paint_area (cr, &made.map, &theme, NULL, 90, 70);
  cairo_destroy (cr);
  cr = cairo_create (given);
  rankle_map_paint_area (cr, &made.map, &theme, image, 90, 70);
  cairo_destroy (cr);
  g_assert_cmpmem (cairo_image_surface_get_data (own), 90 * 70 * 4,
                   cairo_image_surface_get_data (given), 90 * 70 * 4);
  cairo_surface_destroy (own);
  cairo_surface_destroy (given);
  cairo_surface_destroy (image);
}

static guint
count_dark (cairo_surface_t *surface, int y)
{
  const guint32 *row = (gconstpointer)(cairo_image_surface_get_data (surface) +
                                       y * cairo_image_surface_get_stride (surface));
  guint          n = 0;

  for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
    n += (row[x] >> 16 & 0xff) < 90 && (row[x] & 0xff) < 90;
  return n;
}

/* The baseline's line is there in full, up to the values around a cell without one. */
static void
test_line_up_to_a_hole (void)
{
  g_auto (Made) made = { 0 };
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 90, 90);
  cairo_t         *cr = cairo_create (surface);

  made_init (&made, 4, 7);
  for (guint at = 0; at < 28; at++)
    made.values[at] = at % 4 - 1.5;
  made.states[6 * 4 + 1] = RANKLE_MAP_FAILED;
  rankle_map_paint_area (cr, &made.map, &theme, NULL, 90, 90);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  for (int y = 18; y < 90; y++)
    g_assert_cmpuint (count_dark (surface, y), >=, 1);
  cairo_surface_destroy (surface);
}

/* Ticks lie on their axes, and what is to be seen is on the sheet. */
static void
check_layout (const RankleMapLayout *layout, double width, double height)
{
  g_assert_cmpfloat (layout->left, <, layout->right);
  g_assert_cmpfloat (layout->top, <, layout->bottom);
  if (width < 120 || height < 120)
    return;
  g_assert_cmpfloat (layout->left, >=, 0);
  g_assert_cmpfloat (layout->top, >=, 0);
  g_assert_cmpfloat (layout->right, <=, width);
  g_assert_cmpfloat (layout->bottom, <=, height);
  g_assert_true (layout->bar_right <= layout->bar_left ||
                 (layout->bar_left > layout->right && layout->bar_right < width));
  for (guint i = 0; i < layout->x_ticks.n; i++)
    {
      double x = rankle_plot_scale_map (&layout->x, layout->x_ticks.values[i]);

      g_assert_true (x > layout->left - 0.01 && x < layout->right + 0.01);
    }
}

/* Any size of map on any sheet, of any values. */
static void
test_nonsense (void)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();

  for (guint round = 0; round < 80; round++)
    {
      g_auto (Made) made = { 0 };
      int             width = g_test_rand_int_range (1, 500);
      int             height = g_test_rand_int_range (1, 400);
      RankleMapLayout layout;

      made_init (&made, (guint)g_test_rand_int_range (1, 7),
                 (guint)g_test_rand_int_range (1, 7));
      if (round % 3 == 0)
        made_fill (&made);
      else
        made_fill_with_nonsense (&made);
      made.map.logarithmic = round % 4 == 1;
      made.map.baseline = round % 5 == 0 ? (double)NAN : 1;
      made.map.smooth = round % 2;
      rankle_map_layout_compute (&layout, &made.map, &theme, width, height);
      check_layout (&layout, width, height);
      cairo_surface_destroy (paint (&made.map, width, height, TRUE));
    }
}

/* Each number at its tick, on a plain axis and on one of ratios. */
static void
test_ticks (void)
{
  static const double ratios[] = { 0.01, 0.1, 1, 10 };
  RanklePlotTheme     theme = rankle_plot_theme_for_print ();
  g_auto (Made) made = { 0 };
  RankleMapLayout layout;

  made_init (&made, 4, 3);
  made_fill (&made);
  made.map.x.values = ratios;
  made.map.x.logarithmic = TRUE;
  rankle_map_layout_compute (&layout, &made.map, &theme, WIDTH, HEIGHT);
  g_assert_cmpuint (layout.x_ticks.n, ==, 4);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const texts[] = { "0.01", "0.1", "1", "10" };
      g_autofree char         *text = rankle_map_dup_tick (&layout.x_ticks, &layout.x, i);

      g_assert_cmpstr (text, ==, texts[i]);
      g_assert_cmpfloat_with_epsilon (
          rankle_plot_scale_map (&layout.x, ratios[i]),
          layout.left + (layout.right - layout.left) * i / 3.0, 1e-6);
    }
}

/* ---- words ---- */

static void
test_words (void)
{
  g_auto (Made) made = { 0 };
  const double     x = 1, y = 0, nowhere = 2;
  g_autofree char *all = NULL;
  g_autofree char *marked = NULL;
  g_autofree char *failed = NULL;

  made_init (&made, 3, 2);
  for (guint at = 0; at < 6; at++)
    made.values[at] = 2.0 * at - 4;
  made.states[2] = RANKLE_MAP_FAILED;
  all = rankle_map_dup_words (&made.map, NULL, NULL);
  g_assert_cmpstr (all, ==,
                   "Outcome. Across from 0 to 2 mg, Up from 0 to 1. "
                   "Largest: +6.00 % at Across 2 mg, Up 1. "
                   "Smallest: -4.00 % at Across 0 mg, Up 0. 1 run failed of 6.");
  made.states[5] = RANKLE_MAP_PENDING;
  made.states[2] = RANKLE_MAP_RAN;
  marked = rankle_map_dup_words (&made.map, &x, &y);
  g_assert_true (g_str_has_suffix (
      marked, "No run failed. 1 run is still to come. At the marker, 1 mg, 0: -2.00 %."));
  made.states[2] = RANKLE_MAP_FAILED;
  failed = rankle_map_dup_place_words (&made.map, nowhere, y);
  g_assert_cmpstr (failed, ==, "2 mg, 0: the run failed");
}

static void
test_words_of_little (void)
{
  g_auto (Made) made = { 0 };
  g_autofree char *alike = NULL;
  g_autofree char *nothing = NULL;

  made_init (&made, 1, 1);
  made.values[0] = 5;
  alike = rankle_map_dup_words (&made.map, NULL, NULL);
  g_assert_nonnull (strstr (alike, "It is +5.00 % everywhere, as at Across 0 mg, Up 0."));
  made.states[0] = RANKLE_MAP_FAILED;
  nothing = rankle_map_dup_words (&made.map, NULL, NULL);
  g_assert_nonnull (strstr (nothing, "There is no value. 1 run failed of 1."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-painter/same-and-marked", test_same_and_marked);
  g_test_add_func ("/map-painter/given-image", test_given_image);
  g_test_add_func ("/map-painter/line-up-to-a-hole", test_line_up_to_a_hole);
  g_test_add_func ("/map-painter/nonsense", test_nonsense);
  g_test_add_func ("/map-painter/ticks", test_ticks);
  g_test_add_func ("/map-painter/words", test_words);
  g_test_add_func ("/map-painter/words-of-little", test_words_of_little);
  return g_test_run ();
}
