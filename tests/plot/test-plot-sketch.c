/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-sketch.h"

#include <math.h>

/* Sixteen days; half a day from point to point, two from station to station. */
static void
begin (RanklePlotSketch *sketch)
{
  rankle_plot_sketch_init (sketch, 4, 20, 100);
}

static void
assert_value (const RanklePlotSketch *sketch, guint point, double value)
{
  g_assert_cmpfloat_with_epsilon (sketch->values[point], value, 1e-9);
}

static void
test_room (void)
{
  static const struct
  {
    double start, low, high;
  } cases[] = { { 100, 0, 300 }, { 0, 0, 1 }, { -2, -2, 6 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RanklePlotSketch sketch;

      rankle_plot_sketch_init (&sketch, 0, 1, cases[i].start);
      g_assert_cmpfloat (sketch.low, ==, cases[i].low);
      g_assert_cmpfloat (sketch.high, ==, cases[i].high);
      g_assert_false (sketch.is_drawn);
    }
}

static void
test_hand (void)
{
  RanklePlotSketch sketch;

  begin (&sketch);
  g_assert_cmpfloat (rankle_plot_sketch_get_time (&sketch, 0), ==, 4);
  g_assert_cmpfloat (rankle_plot_sketch_get_time (&sketch, 32), ==, 20);
  /* What lies between two places of a quick hand is on the way. */
  rankle_plot_sketch_draw (&sketch, 8, 100, 12, 60);
  assert_value (&sketch, 7, 100);
  assert_value (&sketch, 12, 80);
  assert_value (&sketch, 16, 60);
  assert_value (&sketch, 17, 100);
  g_assert_true (sketch.is_drawn);
  rankle_plot_sketch_draw (&sketch, 12, 60, 8, 60); /* and back */
  assert_value (&sketch, 12, 60);
  /* Where the run begins is known; beyond the ends there is nothing. */
  rankle_plot_sketch_draw (&sketch, -100, 50, 4.4, 1000);
  assert_value (&sketch, 0, 100);
  rankle_plot_sketch_draw (&sketch, 100, -50, 100, -50);
  assert_value (&sketch, 32, 0);
}

static void
test_keys (void)
{
  RanklePlotSketch sketch;

  begin (&sketch);
  rankle_plot_sketch_step (&sketch, -1);
  g_assert_cmpuint (sketch.station, ==, 1);
  rankle_plot_sketch_raise (&sketch, 0.1);
  assert_value (&sketch, 2, 115);
  assert_value (&sketch, 4, 130);
  assert_value (&sketch, 32, 130); /* what comes follows */
  rankle_plot_sketch_step (&sketch, 1);
  rankle_plot_sketch_raise (&sketch, -0.2);
  assert_value (&sketch, 4, 130);
  assert_value (&sketch, 6, 100);
  assert_value (&sketch, 8, 70);
  for (guint i = 0; i < 20; i++)
    rankle_plot_sketch_step (&sketch, 1);
  g_assert_cmpuint (sketch.station, ==, RANKLE_SKETCH_STATIONS);
  for (guint i = 0; i < 20; i++)
    rankle_plot_sketch_raise (&sketch, 0.1);
  assert_value (&sketch, 32, 300);
}

static void
test_words (void)
{
  const RanklePlot plot = { .unit = "% of baseline", .time_unit = "day" };
  RanklePlotSketch sketch;
  g_autofree char *end = NULL, *station = NULL;

  begin (&sketch);
  end = rankle_plot_sketch_in_words (&sketch, &plot);
  g_assert_cmpstr (end, ==, "Your curve: 100 % of baseline at 20.0 d");
  rankle_plot_sketch_raise (&sketch, -0.1);
  station = rankle_plot_sketch_in_words (&sketch, &plot);
  g_assert_cmpstr (station, ==, "Your curve: 70.0 % of baseline at 6.0 d");
}

/* Within the plot, and nowhere else. */
static void
test_ink (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 300, 200);
  cairo_t         *cr = cairo_create (surface);
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  const double     x[] = { 0, 20 }, y[] = { 100, 100 };
  RanklePlot       plot = { .title = "",
                            .unit = "",
                            .time_unit = "day",
                            .x_max = 20,
                            .y_max = 200,
                            .n_series = 1,
                            .series = { { .label = "", .x = x, .y = y, .n = 2, .factor = 1 } },
                            .reference = NAN };
  RanklePlotLayout layout;
  RanklePlotSketch sketch;
  guint            inked = 0;

  begin (&sketch);
  rankle_plot_sketch_raise (&sketch, 0.9); /* far above the axis */
  rankle_plot_layout_compute (&layout, &plot, &theme, 300, 200);
  rankle_plot_sketch_paint (cr, &sketch, &layout, &theme);
  cairo_surface_flush (surface);
  for (int row = 0; row < 200; row++)
    for (int column = 0; column < 300; column++)
      {
        const guint32 *pixels =
            (const guint32 *)(void *)(cairo_image_surface_get_data (surface) +
                                      row * cairo_image_surface_get_stride (surface));

        if (pixels[column] == 0)
          continue;
        inked++;
        g_assert_cmpint (row, >=, (int)layout.top - 1);
        g_assert_cmpint (column, >=, (int)layout.left - 1);
        g_assert_cmpint (column, <=, (int)layout.right + 1);
      }
  g_assert_cmpuint (inked, >, 10);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-sketch/room", test_room);
  g_test_add_func ("/plot-sketch/hand", test_hand);
  g_test_add_func ("/plot-sketch/keys", test_keys);
  g_test_add_func ("/plot-sketch/words", test_words);
  g_test_add_func ("/plot-sketch/ink", test_ink);
  return g_test_run ();
}
