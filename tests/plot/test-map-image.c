/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The area of a map: what is drawn goes through the data, says nothing where there is
 * none, and has colours that can be told apart. */

#include <math.h>
#include <string.h>

#include "map-fixture.h"
#include "rankle-map-colors.h"
#include "rankle-map-field.h"
#include "rankle-map-image.h"

static guint32
get_pixel (cairo_surface_t *surface, int x, int y)
{
  guint32 pixel;

  memcpy (&pixel,
          cairo_image_surface_get_data (surface) +
              y * cairo_image_surface_get_stride (surface) + 4 * x,
          4);
  return pixel;
}

static int
get_channel (guint32 pixel, guint shift)
{
  return (int)(pixel >> shift & 0xff);
}

static void
check_near (guint32 is, guint32 should, int most)
{
  for (guint shift = 0; shift < 32; shift += 8)
    g_assert_cmpint (ABS (get_channel (is, shift) - get_channel (should, shift)), <=,
                     most);
}

static cairo_surface_t *
paint (const RankleMap *map, int width, int height)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();

  return rankle_map_image_create (map, &theme, width, height, 1);
}

/* ---- through the data ---- */

/* On even and uneven, plain and logarithmic axes. */
static void
test_goes_through_the_data (void)
{
  for (guint n = 1; n < 12; n++)
    {
      g_auto (Made) made = { 0 };

      made_init (&made, n, 12 - n);
      made_fill (&made);
      for (guint i = 0; i < n; i++)
        made.x[i] = pow (1.5, i) + 0.3 * i;
      made.map.x.logarithmic = n % 2;
      made.map.smooth = n % 3 > 0;
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < 12 - n; j++)
          g_assert_cmpfloat_with_epsilon (
              rankle_map_get_value (&made.map, made.x[i], made.y[j]),
              made.values[j * n + i], 1e-9);
      g_assert_true (isnan (rankle_map_get_value (&made.map, 1000, 0)));
    }
}

/* A plane is drawn as one, to its edges, and a parabola within. */
static void
test_between_the_data (void)
{
  g_auto (Made) made = { 0 };

  made_init (&made, 6, 5);
  for (guint at = 0; at < 30; at++)
    made.values[at] = 3.0 * (at % 6) - 2.0 * (at / 6);
  for (double x = 0; x <= 5; x += 0.21)
    for (double y = 0; y <= 4; y += 0.17)
      g_assert_cmpfloat_with_epsilon (rankle_map_get_value (&made.map, x, y),
                                      3 * x - 2 * y, 1e-9);
  for (guint at = 0; at < 30; at++)
    made.values[at] = pow (at % 6, 2);
  for (double x = 1; x <= 4; x += 0.21)
    g_assert_cmpfloat_with_epsilon (rankle_map_get_value (&made.map, x, 1.5), x * x,
                                    1e-9);
}

/* The colour at a value is that of the value. */
static void
test_colors (void)
{
  g_auto (Made) made = { 0 };
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  RankleMapColors  colors;
  RankleMapRange   range;
  cairo_surface_t *surface;

  made_init (&made, 5, 4);
  made_fill (&made);
  surface = paint (&made.map, 401, 301);
  range = rankle_map_find_range (&made.map);
  rankle_map_colors_init (&colors, &theme);
  for (int i = 0; i < 5; i++)
    for (int j = 0; j < 4; j++)
      check_near (get_pixel (surface, 100 * i, 300 - 100 * j),
                  rankle_map_colors_get (
                      &colors, rankle_map_range_shade (&range, made.values[j * 5 + i])),
                  4);
  cairo_surface_destroy (surface);
}

/* To the bit the theme's own background, where the value is the baseline. */
static void
test_neutral (void)
{
  static const double baselines[] = { 0, 100, -3, 1e-12 };

  for (guint k = 0; k < G_N_ELEMENTS (baselines); k++)
    {
      g_auto (Made) made = { 0 };
      cairo_surface_t *surface;

      made_init (&made, 3, 3);
      made.map.baseline = baselines[k];
      for (guint at = 0; at < 9; at++)
        made.values[at] = baselines[k];
      surface = paint (&made.map, 9, 9);
      for (int at = 0; at < 81; at++)
        g_assert_cmphex (get_pixel (surface, at % 9, at / 9), ==, 0xffffffff);
      cairo_surface_destroy (surface);
    }
}

/* As much above as below the baseline is as deep, by difference or by ratio. */
static void
test_scales (void)
{
  g_auto (Made) made = { 0 };
  RankleMapRange range;

  made_init (&made, 3, 1);
  made.map.baseline = 10;
  made.values[0] = 5;
  made.values[1] = 10;
  made.values[2] = 20;
  range = rankle_map_find_range (&made.map);
  g_assert_cmpfloat_with_epsilon (rankle_map_range_shade (&range, 5), -0.5, 1e-12);
  g_assert_cmpfloat_with_epsilon (rankle_map_range_shade (&range, 20), 1, 1e-12);
  made.map.logarithmic = TRUE;
  range = rankle_map_find_range (&made.map);
  g_assert_cmpfloat_with_epsilon (
      rankle_map_range_shade (&range, rankle_map_range_measure (&range, 5)), -1, 1e-12);
  g_assert_cmpfloat_with_epsilon (
      rankle_map_range_shade (&range, rankle_map_range_measure (&range, 20)), 1, 1e-12);
  made.map.baseline = NAN;
  range = rankle_map_find_range (&made.map);
  g_assert_false (range.has_baseline);
  g_assert_cmpfloat_with_epsilon (
      rankle_map_range_shade (&range, rankle_map_range_measure (&range, 5)), 0, 1e-12);
}

/* Nothing is drawn larger or smaller than what was computed, by colour or by number. */
static void
test_within_the_data (void)
{
  g_auto (Made) made = { 0 };
  RankleMapRange range;

  made_init (&made, 6, 1);
  made.map.baseline = NAN;
  for (guint at = 0; at < 6; at++)
    made.values[at] = at < 3 ? 1 : 7;
  range = rankle_map_find_range (&made.map);
  for (double x = 0; x <= 5; x += 0.05)
    {
      double value = rankle_map_get_value (&made.map, x, 0);

      g_assert_cmpfloat (value, >=, 1);
      g_assert_cmpfloat (value, <=, 7);
      g_assert_cmpfloat (rankle_map_range_shade (&range, value), >=, 0);
    }
}

/* ---- where there is nothing ---- */

static gboolean
is_between (guint32 pixel, const guint32 pair[2])
{
  for (guint shift = 0; shift < 24; shift += 8)
    {
      int a = get_channel (pair[0], shift), b = get_channel (pair[1], shift);

      if (get_channel (pixel, shift) < MIN (a, b) ||
          get_channel (pixel, shift) > MAX (a, b))
        return FALSE;
    }
  return TRUE;
}

static void
check_hatched (cairo_surface_t *surface, const guint32 pair[2], int from, int to)
{
  guint n_ground = 0, n_lines = 0;

  for (int y = from; y < to; y++)
    for (int x = from; x < to; x++)
      {
        guint32 pixel = get_pixel (surface, x, y);

        g_assert_true (is_between (pixel, pair));
        n_ground += pixel == pair[0];
        n_lines += pixel == pair[1];
      }
  g_assert_cmpuint (n_ground, >, 50);
  g_assert_cmpuint (n_lines, >, 20);
}

/* All of its cell and nothing else. */
static void
test_hatched (gconstpointer data)
{
  RankleMapState state = GPOINTER_TO_UINT (data);
  g_auto (Made) made = { 0 };
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  RankleMapColors  colors;
  cairo_surface_t *surface;
  const guint32   *pair;

  made_init (&made, 5, 5);
  made_fill (&made);
  for (guint at = 0; at < 25; at++)
    made.values[at] = 20 + fabs (made.values[at]);
  made.states[12] = (guint8)state;
  if (state == RANKLE_MAP_RAN)
    made.values[12] = NAN; /* it came home with nothing to tell */
  rankle_map_colors_init (&colors, &theme);
  pair = state == RANKLE_MAP_PENDING ? colors.pending : colors.failed;
  surface = paint (&made.map, 160, 160);
  check_hatched (surface, pair, 61, 99);
  for (int k = 0; k < 160; k++)
    {
      g_assert_false (is_between (get_pixel (surface, k, 58), pair));
      g_assert_false (is_between (get_pixel (surface, 102, k), pair));
    }
  cairo_surface_destroy (surface);
}

/* Nothing of a failed cell's number is seen, whatever it is. */
static void
test_failed_value_is_not_read (void)
{
  static const double rubbish[] = { NAN, INFINITY, 1e300, -1e9 };
  g_auto (Made) made = { 0 };
  cairo_surface_t *before;
  gsize            size;

  made_init (&made, 6, 6);
  made_fill (&made);
  made.states[14] = RANKLE_MAP_FAILED;
  before = paint (&made.map, 90, 90);
  size = (gsize)cairo_image_surface_get_stride (before) * 90;
  for (guint k = 0; k < G_N_ELEMENTS (rubbish); k++)
    {
      cairo_surface_t *after;

      made.values[14] = rubbish[k];
      after = paint (&made.map, 90, 90);
      g_assert_cmpmem (cairo_image_surface_get_data (before), size,
                       cairo_image_surface_get_data (after), size);
      cairo_surface_destroy (after);
    }
  cairo_surface_destroy (before);
}

/* A failed cell spoils no neighbour: these keep their values, and what is two cells away
 * is drawn as if nothing had happened. */
static void
test_neighbours (void)
{
  g_auto (Made) made = { 0 };
  double before[9][9];

  made_init (&made, 9, 9);
  made_fill (&made);
  for (guint k = 0; k < 81; k++)
    before[k / 9][k % 9] =
        rankle_map_get_value (&made.map, 0.83 * (k % 9), 0.91 * (k / 9));
  made.states[4 * 9 + 4] = RANKLE_MAP_FAILED;
  g_assert_true (isnan (rankle_map_get_value (&made.map, 4, 4)));
  for (guint i = 0; i < 9; i++)
    for (guint j = 0; j < 9; j++)
      {
        double x = 0.83 * i, y = 0.91 * j;

        if (i != 4 || j != 4)
          g_assert_cmpfloat_with_epsilon (rankle_map_get_value (&made.map, i, j),
                                          made.values[j * 9 + i], 1e-9);
        if (fabs (x - 4) >= 2 || fabs (y - 4) >= 2)
          g_assert_cmpfloat_with_epsilon (rankle_map_get_value (&made.map, x, y),
                                          before[j][i], 1e-9);
      }
}

/* On this side of a wall of failures nothing depends on what is on the other. */
static void
test_never_across (void)
{
  g_auto (Made) made = { 0 };
  double before[40][20];

  made_init (&made, 9, 3);
  made_fill (&made);
  for (guint j = 0; j < 3; j++)
    made.states[j * 9 + 4] = RANKLE_MAP_FAILED;
  for (guint k = 0; k < 40 * 20; k++)
    before[k % 40][k / 40] =
        rankle_map_get_value (&made.map, 3.49 * (k % 40) / 39, 2.0 * (k / 40) / 19);
  for (guint at = 0; at < 27; at++)
    if (at % 9 > 4)
      made.values[at] += 40;
  for (guint k = 0; k < 40 * 20; k++)
    {
      double now =
          rankle_map_get_value (&made.map, 3.49 * (k % 40) / 39, 2.0 * (k / 40) / 19);

      g_assert_true (isfinite (now));
      g_assert_cmpfloat_with_epsilon (now, before[k % 40][k / 40], 1e-12);
    }
}

/* Towards it, and between two of them, a value stays as it is. */
static void
test_stays (void)
{
  g_auto (Made) made = { 0 };

  made_init (&made, 3, 3);
  for (guint at = 0; at < 9; at++)
    made.states[at] = at % 2 == 0 ? RANKLE_MAP_RAN : RANKLE_MAP_FAILED;
  for (guint at = 0; at < 9; at++)
    made.values[at] = at;
  for (double off = -0.49; off < 0.5; off += 0.07)
    {
      g_assert_cmpfloat_with_epsilon (rankle_map_get_value (&made.map, 1 + off, 1 - off),
                                      4, 1e-12);
      g_assert_cmpfloat_with_epsilon (
          rankle_map_get_value (&made.map, fabs (off), fabs (off)), 0, 1e-12);
    }
}

/* Of a scan that is not through, what is coarse is whole: every fourth, and the last. */
static void
test_stride (void)
{
  g_auto (Made) made = { 0 };
  cairo_surface_t *surface;

  made_init (&made, 11, 7);
  made_fill (&made);
  for (guint j = 0; j < 7; j++)
    for (guint i = 0; i < 11; i++)
      if ((i % 4 != 0 && i != 10) || (j % 4 != 0 && j != 6))
        made.states[j * 11 + i] = RANKLE_MAP_PENDING;
  g_assert_true (isnan (rankle_map_get_value (&made.map, 2, 2)));
  made.map.stride = 4;
  for (guint i = 0; i < 11; i += 4)
    g_assert_cmpfloat_with_epsilon (rankle_map_get_value (&made.map, i, 6),
                                    made.values[6 * 11 + i], 1e-9);
  surface = paint (&made.map, 40, 40);
  for (double x = 0; x <= 10; x += 0.5)
    g_assert_true (isfinite (rankle_map_get_value (&made.map, x, 3)));
  cairo_surface_destroy (surface);
}

/* ---- colours ---- */

static double
linearize (int channel)
{
  return pow (channel / 255.0, 2.2);
}

/* As seen without one kind of cones (Viénot, Brettel and Mollon 1999), red or green. */
static void
see (guint32 pixel, gboolean without_red, double rgb[3])
{
  double r = linearize (get_channel (pixel, 16)), g = linearize (get_channel (pixel, 8)),
         b = linearize (get_channel (pixel, 0));

  rgb[0] = rgb[1] = without_red ? 0.11238 * r + 0.88762 * g : 0.29275 * r + 0.70725 * g;
  rgb[2] = without_red ? 0.00401 * r - 0.00401 * g + b : -0.02234 * r + 0.02234 * g + b;
}

static double
get_distance (guint32 a, guint32 b, gboolean without_red)
{
  double x[3], y[3], sum = 0;

  see (a, without_red, x);
  see (b, without_red, y);
  for (guint k = 0; k < 3; k++)
    sum += pow (pow (MAX (x[k], 0), 1 / 2.2) - pow (MAX (y[k], 0), 1 / 2.2), 2);
  return sqrt (sum);
}

static double
get_luminance (guint32 pixel)
{
  return 0.2126 * linearize (get_channel (pixel, 16)) +
         0.7152 * linearize (get_channel (pixel, 8)) +
         0.0722 * linearize (get_channel (pixel, 0));
}

static void
check_theme (const RanklePlotTheme *theme)
{
  RankleMapColors colors;
  double          ground, way;

  rankle_map_colors_init (&colors, theme);
  ground = get_luminance (colors.below[0]);
  way = ground > 0.5 ? -1 : 1;
  g_assert_cmphex (colors.below[0], ==, colors.above[0]);
  for (guint i = 1; i < RANKLE_MAP_SHADES; i++)
    {
      /* Steps of a channel are whole, so that two neighbours may be alike. */
      g_assert_cmpfloat (
          way * (get_luminance (colors.below[i]) - get_luminance (colors.below[i - 1])),
          >=, -2e-3);
      g_assert_cmpfloat (
          way * (get_luminance (colors.above[i]) - get_luminance (colors.above[i - 1])),
          >=, -2e-3);
    }
  for (guint without_red = 0; without_red < 2; without_red++)
    for (guint i = RANKLE_MAP_SHADES / 4; i < RANKLE_MAP_SHADES; i++)
      {
        g_assert_cmpfloat (get_distance (colors.below[i], colors.above[i], without_red),
                           >, 0.4 * i / RANKLE_MAP_SHADES);
        g_assert_cmpfloat (get_distance (colors.below[i], colors.below[0], without_red),
                           >, 0.3 * i / RANKLE_MAP_SHADES);
        g_assert_cmpfloat (get_distance (colors.above[i], colors.above[0], without_red),
                           >, 0.3 * i / RANKLE_MAP_SHADES);
      }
}

/* On every shade one of the theme's inks can be read. */
static void
check_inks (const RanklePlotTheme *theme)
{
  RankleMapColors colors;

  rankle_map_colors_init (&colors, theme);
  for (double shade = -1; shade <= 1; shade += 0.01)
    {
      guint32                pixel = rankle_map_colors_get (&colors, shade);
      RanklePlotColor        ground = rankle_map_colors_unpack (pixel);
      const RanklePlotColor *ink = rankle_map_choose_ink (theme, &ground);
      guint32                packed = (guint32)lround (255 * ink->red) << 16 |
                       (guint32)lround (255 * ink->green) << 8 |
                       (guint32)lround (255 * ink->blue);
      double a = get_luminance (pixel) + 0.05, b = get_luminance (packed) + 0.05;

      g_assert_cmpfloat (MAX (a, b) / MIN (a, b), >, 3.5);
    }
}

/* Above and below are told apart with every common colour vision, on white and on dark;
 * lightness says by itself how far from the baseline it is. */
static void
test_color_vision (void)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();

  check_theme (&theme);
  check_inks (&theme);
  theme.background = (RanklePlotColor){ 0.165, 0.165, 0.165, 1 };
  theme.series[0] = (RanklePlotColor){ 0.400, 0.745, 0.941, 1 };
  theme.series[1] = (RanklePlotColor){ 0.953, 0.627, 0.235, 1 };
  theme.foreground = (RanklePlotColor){ 0.965, 0.961, 0.957, 1 };
  check_theme (&theme);
  check_inks (&theme);
}

/* ---- whatever comes ---- */

static void
check_opaque (cairo_surface_t *surface)
{
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      g_assert_cmphex (get_pixel (surface, x, y) >> 24, ==, 0xff);
}

static void
test_nonsense (void)
{
  for (guint round = 0; round < 400; round++)
    {
      g_auto (Made) made = { 0 };
      cairo_surface_t *surface;

      made_init (&made, (guint)g_test_rand_int_range (1, 9),
                 (guint)g_test_rand_int_range (1, 9));
      made_fill_with_nonsense (&made);
      made.map.smooth = round % 2;
      made.map.logarithmic = round % 3 == 0;
      made.map.baseline = round % 5 == 0 ? (double)NAN : round % 7 - 3.0;
      made.map.stride = round % 4;
      if (round % 11 == 0)
        memset (made.states, RANKLE_MAP_FAILED, made.map.x.n * made.map.y.n);
      surface =
          paint (&made.map, g_test_rand_int_range (1, 50), g_test_rand_int_range (1, 50));
      check_opaque (surface);
      cairo_surface_destroy (surface);
    }
}

/* Many cells, some smaller than a pixel; the same bytes each time. */
static void
test_large (void)
{
  g_auto (Made) made = { 0 };
  cairo_surface_t *first, *second;
  gsize            size;

  made_init (&made, 401, 401);
  made_fill (&made);
  made.states[401 * 200 + 200] = RANKLE_MAP_FAILED;
  first = paint (&made.map, 300, 900);
  second = paint (&made.map, 300, 900);
  check_opaque (first);
  size = (gsize)cairo_image_surface_get_stride (first) * 900;
  g_assert_cmpmem (cairo_image_surface_get_data (first), size,
                   cairo_image_surface_get_data (second), size);
  cairo_surface_destroy (first);
  cairo_surface_destroy (second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map-image/goes-through-the-data", test_goes_through_the_data);
  g_test_add_func ("/map-image/between-the-data", test_between_the_data);
  g_test_add_func ("/map-image/colors", test_colors);
  g_test_add_func ("/map-image/neutral", test_neutral);
  g_test_add_func ("/map-image/scales", test_scales);
  g_test_add_func ("/map-image/within-the-data", test_within_the_data);
  g_test_add_data_func ("/map-image/failed", GUINT_TO_POINTER (RANKLE_MAP_FAILED),
                        test_hatched);
  g_test_add_data_func ("/map-image/pending", GUINT_TO_POINTER (RANKLE_MAP_PENDING),
                        test_hatched);
  g_test_add_data_func ("/map-image/ran-without-a-value",
                        GUINT_TO_POINTER (RANKLE_MAP_RAN), test_hatched);
  g_test_add_func ("/map-image/failed-value-is-not-read", test_failed_value_is_not_read);
  g_test_add_func ("/map-image/neighbours", test_neighbours);
  g_test_add_func ("/map-image/never-across", test_never_across);
  g_test_add_func ("/map-image/stays", test_stays);
  g_test_add_func ("/map-image/stride", test_stride);
  g_test_add_func ("/map-image/color-vision", test_color_vision);
  g_test_add_func ("/map-image/nonsense", test_nonsense);
  g_test_add_func ("/map-image/large", test_large);
  return g_test_run ();
}
