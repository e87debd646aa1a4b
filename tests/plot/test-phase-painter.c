/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A phase plane: what is on the sheet, and where it can be pointed at. */

#include <math.h>
#include <string.h>

#include "rankle-phase-painter.h"

enum
{
  WIDTH = 320,
  HEIGHT = 240
};

static const double times[] = { 0, 10, 20, 30 };
static const double right[] = { 1, 2, 3, 4 };
static const double up[] = { 100, 200, 150, 50 };
static const double none[] = { NAN, NAN, NAN, NAN };
static const double wild[] = { 1e300, -1e300, 0, INFINITY };

static RanklePlot
make (const double *x, const double *y)
{
  return (RanklePlot){
    .title = "Up against right",
    .unit = "",
    .kind = RANKLE_PLOT_PHASE,
    .n_series = 2,
    .time_unit = "day",
    .x_max = 30,
    .reference = NAN,
    .show_ghost = TRUE,
    .series = { { .label = "Right",
                  .unit = "pM",
                  .x = times,
                  .y = x,
                  .n = 4,
                  .factor = 1 },
                { .label = "Up", .unit = "%", .x = times, .y = y, .n = 4, .factor = 1 } }
  };
}

/* (transfer full) */
static GBytes *
paint (const RanklePlot *plot, double cursor)
{
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  GBytes  *bytes;

  rankle_phase_paint (cr, plot, &theme, WIDTH, HEIGHT);
  rankle_phase_paint_cursor (cr, plot, &theme, WIDTH, HEIGHT, cursor);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  g_assert_false (cairo_has_current_point (cr));
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (surface),
                       (gsize)cairo_image_surface_get_stride (surface) * HEIGHT);
  cairo_surface_destroy (surface);
  return bytes;
}

/* Another track, another cursor, another part of the time: another picture. */
static void
test_changes (void)
{
  RanklePlot plot = make (right, up), other = make (up, right), part = make (right, up);
  g_autoptr (GBytes) one = paint (&plot, 10);
  g_autoptr (GBytes) same = paint (&plot, 10);
  g_autoptr (GBytes) later = paint (&plot, 20);
  g_autoptr (GBytes) turned = paint (&other, 10);
  g_autoptr (GBytes) shorter = NULL;

  part.x_max = 20;
  shorter = paint (&part, 10);
  g_assert_true (g_bytes_equal (one, same));
  g_assert_false (g_bytes_equal (one, later));
  g_assert_false (g_bytes_equal (one, turned));
  g_assert_false (g_bytes_equal (one, shorter));
}

/* The kept run of both quantities is a track; that of one is none. */
static void
test_other_runs (void)
{
  RanklePlotTrace traces[] = {
    { .series = 0, .ink = 2, .mark = "C", .x = times, .y = up, .n = 4, .factor = 0.01 },
    { .series = 1, .ink = 2, .mark = "C", .x = times, .y = right, .n = 4, .factor = 50 },
  };
  RanklePlot plot = make (right, up);
  g_autoptr (GBytes) alone = paint (&plot, 10);
  g_autoptr (GBytes) half = NULL;
  g_autoptr (GBytes) both = NULL;

  plot.traces = traces;
  plot.n_traces = 1;
  half = paint (&plot, 10);
  plot.n_traces = 2;
  both = paint (&plot, 10);
  g_assert_true (g_bytes_equal (alone, half));
  g_assert_false (g_bytes_equal (alone, both));
}

/* The track is where its values are: left below is early, and the end at the right. */
static void
test_pointed_at (void)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  RanklePlot      plot = make (right, up);
  double          time;

  g_assert_true (
      rankle_phase_find_time (&plot, &theme, WIDTH, HEIGHT, WIDTH, HEIGHT, &time));
  g_assert_cmpfloat (time, ==, 30);
  g_assert_true (rankle_phase_find_time (&plot, &theme, WIDTH, HEIGHT, 0, HEIGHT, &time));
  g_assert_cmpfloat (time, ==, 0);
  plot.x_min = 10;
  g_assert_true (rankle_phase_find_time (&plot, &theme, WIDTH, HEIGHT, 0, HEIGHT, &time));
  g_assert_cmpfloat (time, >=, 10);
}

/* Nothing to show, and too much. */
static void
test_odd (void)
{
  RanklePlotTheme theme = rankle_plot_theme_for_print ();
  RanklePlot nothing = make (none, up), much = make (wild, wild), bare = make (right, up);
  double     time;

  g_bytes_unref (paint (&nothing, 10));
  g_bytes_unref (paint (&much, NAN));
  g_assert_false (rankle_phase_find_time (&nothing, &theme, WIDTH, HEIGHT, 9, 9, &time));
  bare.n_series = 0;
  g_bytes_unref (paint (&bare, 10));
  g_assert_false (rankle_phase_find_time (&bare, &theme, WIDTH, HEIGHT, 9, 9, &time));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/phase-painter/changes", test_changes);
  g_test_add_func ("/phase-painter/other-runs", test_other_runs);
  g_test_add_func ("/phase-painter/pointed-at", test_pointed_at);
  g_test_add_func ("/phase-painter/odd", test_odd);
  return g_test_run ();
}
