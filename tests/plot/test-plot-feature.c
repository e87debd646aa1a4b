/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Peaks, nadirs, crossings and ends of a curve. */

#include <math.h>

#include "rankle-plot-feature.h"

#define N 2001

static double times[N], values[N];

static RanklePlot
make_plot (double (*curve) (double), double end)
{
  for (guint i = 0; i < N; i++)
    {
      times[i] = end * i / (N - 1);
      values[i] = curve (times[i]);
    }
  return (RanklePlot){
    .title = "Title",
    .unit = "unit",
    .n_series = 1,
    .x_max = end,
    .reference = 100,
    .series = { { .label = "Curve", .x = times, .y = values, .n = N, .factor = 1 } }
  };
}

static void
check (const GArray *found, const RanklePlotFeature *expected, guint n, double apart)
{
  g_assert_cmpuint (found->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      const RanklePlotFeature *at = &g_array_index (found, RanklePlotFeature, i);

      g_assert_cmpint (at->kind, ==, expected[i].kind);
      g_assert_cmpfloat_with_epsilon (at->x, expected[i].x, apart);
      g_assert_cmpfloat_with_epsilon (at->value, expected[i].value, 0.1);
    }
}

static double
wave (double t)
{
  return 100 + 50 * sin (t);
}

static void
test_wave (void)
{
  static const RanklePlotFeature expected[] = {
    { RANKLE_PLOT_END, 0, 100 },
    { RANKLE_PLOT_PEAK, G_PI / 2, 150 },
    { RANKLE_PLOT_CROSSING, G_PI, 100 },
    { RANKLE_PLOT_NADIR, 1.5 * G_PI, 50 },
    { RANKLE_PLOT_CROSSING, 2 * G_PI, 100 },
    { RANKLE_PLOT_END, 7, 100 + 50 * 0.656986598718789 },
  };
  RanklePlot plot = make_plot (wave, 7);
  g_autoptr (GArray) found = rankle_plot_find_features (&plot, 0);

  check (found, expected, G_N_ELEMENTS (expected), 0.01);
}

/* A falling line with wrinkles of 1 % of it. */
static double
wrinkled (double t)
{
  return 300 - 20 * t + 2 * sin (40 * t);
}

static void
test_wrinkles (void)
{
  RanklePlot plot = make_plot (wrinkled, 9);
  g_autoptr (GArray) found = rankle_plot_find_features (&plot, 0);

  g_assert_cmpuint (found->len, ==, 2);
}

static double
flat (double t)
{
  return 100 + 1e-9 * sin (t);
}

/* Nothing turns, and nothing crosses: it is the solver's rounding. */
static void
test_flat (void)
{
  RanklePlot plot = make_plot (flat, 9);
  g_autoptr (GArray) found = rankle_plot_find_features (&plot, 0);

  g_assert_cmpuint (found->len, ==, 2);
}

/* Where a run stopped nothing is told of what lies beyond. */
static void
test_stopped (void)
{
  RanklePlot plot = make_plot (wave, 7);
  g_autoptr (GArray) found = NULL;

  plot.is_stopped = TRUE;
  plot.stopped = 4;
  found = rankle_plot_find_features (&plot, 0);
  g_assert_cmpuint (found->len, ==, 4);
  g_assert_cmpfloat_with_epsilon (g_array_index (found, RanklePlotFeature, 3).x, 4, 0.01);
}

static void
test_walk (void)
{
  static const RanklePlotFeatureKind kinds[] = { RANKLE_PLOT_PEAK, RANKLE_PLOT_CROSSING,
                                                 RANKLE_PLOT_NADIR, RANKLE_PLOT_CROSSING,
                                                 RANKLE_PLOT_END };
  RanklePlot                         plot = make_plot (wave, 7);
  RanklePlotFeature                  feature = { 0 }, there = { 0 };
  guint                              n = 0;

  while (rankle_plot_find_next_feature (&plot, 0, feature.x, FALSE, &feature))
    {
      g_assert_cmpint (feature.kind, ==, kinds[n++]);
      g_assert_true (rankle_plot_find_feature_at (&plot, 0, feature.x, &there));
      g_assert_cmpint (there.kind, ==, feature.kind);
    }
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (kinds));
  while (rankle_plot_find_next_feature (&plot, 0, feature.x, TRUE, &feature))
    n--;
  g_assert_cmpuint (n, ==, 0);
  g_assert_false (rankle_plot_find_feature_at (&plot, 0, 0.5, &there));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-feature/wave", test_wave);
  g_test_add_func ("/plot-feature/wrinkles", test_wrinkles);
  g_test_add_func ("/plot-feature/flat", test_flat);
  g_test_add_func ("/plot-feature/stopped", test_stopped);
  g_test_add_func ("/plot-feature/walk", test_walk);
  return g_test_run ();
}
