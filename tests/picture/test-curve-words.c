/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of a curve is what it does. */

#include <math.h>

#include "rankle-curve-words.h"

#define N 401

static double times[N], values[N];

static RanklePlot
make_plot (double (*curve) (double))
{
  RanklePlot plot = {
    .title = "Title",
    .unit = "% of baseline",
    .n_series = 1,
    .time_unit = "day",
    .x_max = 40,
    .reference = 100,
    .series = { { .label = "CTX", .x = times, .y = values, .n = N, .factor = 1 } }
  };

  for (guint i = 0; i < N; i++)
    {
      times[i] = 0.1 * i;
      values[i] = curve (times[i]);
    }
  rankle_plot_find_range (&plot, &plot.y_min, &plot.y_max);
  return plot;
}

static double
rebound (double t)
{
  return t < 10 ? 100 - 9 * t : t < 20 ? 10 + 30 * (t - 10) : 310 - 8 * (t - 20);
}

static double
rise (double t)
{
  return 100 + t;
}

static double
rest (double t)
{
  return 100;
}

static void
test_shape (void)
{
  static const struct
  {
    double (*curve) (double);
    const char *words;
  } cases[] = {
    { rebound,
      "CTX begins at 100 % of baseline, is highest at 310 (20.0 d), lowest at 10.0 "
      "(10.0 d), and ends at 150." },
    { rise, "CTX rises from 100 to 140 % of baseline." },
    { rest, "CTX stays at 100 % of baseline." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RanklePlot       plot = make_plot (cases[i].curve);
      g_autofree char *words = rankle_curve_shape_in_words (&plot, 0);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_features (void)
{
  static const char *const words[] = {
    "Start of CTX: 100 % of baseline, at 0.0 d",
    "Lowest point of CTX: 10.0 % of baseline, at 10.0 d",
    "CTX crosses 100 % of baseline, at 13.0 d",
    "Peak of CTX: 310 % of baseline, at 20.0 d",
    "End of CTX: 150 % of baseline, at 40.0 d",
  };
  RanklePlot plot = make_plot (rebound);
  g_autoptr (GArray) found = rankle_plot_find_features (&plot, 0);

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (words));
  for (guint i = 0; i < found->len; i++)
    {
      g_autofree char *text = rankle_curve_feature_in_words (
          &plot, 0, &g_array_index (found, RanklePlotFeature, i));

      g_assert_cmpstr (text, ==, words[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/curve-words/shape", test_shape);
  g_test_add_func ("/curve-words/features", test_features);
  return g_test_run ();
}
