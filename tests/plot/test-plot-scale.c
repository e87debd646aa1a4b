/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-scale.h"

static void
test_ticks (void)
{
  static const struct
  {
    double   min, max;
    gboolean logarithmic;
    guint    target, n;
    double   first, last;
  } table[] = {
    { 0, 10, FALSE, 6, 6, 0, 10 },          { 0, 1, FALSE, 6, 6, 0, 1 },
    { 0, 106, FALSE, 5, 5, 0, 100 },        { 0, 106, FALSE, 4, 3, 0, 100 },
    { 98.9, 101.1, FALSE, 5, 5, 99, 101 },  { -0.5, 0.5, FALSE, 5, 5, -0.4, 0.4 },
    { 99.2, 105.8, FALSE, 5, 3, 100, 104 }, { 0.1, 0.9, FALSE, 2, 3, 0.25, 0.75 },
    { 0, 137, FALSE, 4, 3, 0, 100 },        { 1e-9, 3e-9, FALSE, 5, 5, 1e-9, 3e-9 },
    { 1e8, 5e8, FALSE, 5, 5, 1e8, 5e8 },    { 0.01, 1000, TRUE, 6, 6, 0.01, 1000 },
    { 1e-6, 1e6, TRUE, 6, 5, 1e-6, 1e6 },   { 2, 7, TRUE, 6, 6, 2, 7 },
    { 10, 0, FALSE, 6, 6, 0, 10 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RanklePlotScale scale =
          rankle_plot_scale_new (table[i].min, table[i].max, table[i].logarithmic);
      double ticks[RANKLE_PLOT_MAX_TICKS];
      guint  n = rankle_plot_scale_ticks (&scale, table[i].target, ticks);

      g_test_message ("%g … %g", table[i].min, table[i].max);
      g_assert_cmpuint (n, ==, table[i].n);
      g_assert_cmpfloat_with_epsilon (ticks[0], table[i].first,
                                      1e-9 * fabs (table[i].first) + 1e-12);
      g_assert_cmpfloat_with_epsilon (ticks[n - 1], table[i].last,
                                      1e-9 * fabs (table[i].last));
      for (guint k = 0; k < n; k++)
        {
          g_assert_cmpfloat (ticks[k], >=, scale.min - 1e-9 * fabs (scale.max));
          g_assert_cmpfloat (ticks[k], <=, scale.max + 1e-9 * fabs (scale.max));
          g_assert_true (k == 0 || ticks[k] > ticks[k - 1]);
        }
    }
}

/* Round ticks can be had of any range. */
static void
test_two_ticks_at_least (void)
{
  for (double min = -3; min < 3; min += 0.173)
    for (double range = 0.003; range < 3000; range *= 1.37)
      for (guint target = 2; target < 8; target++)
        {
          RanklePlotScale scale = rankle_plot_scale_new (min, min + range, FALSE);
          double          ticks[RANKLE_PLOT_MAX_TICKS];
          guint           n = rankle_plot_scale_ticks (&scale, target, ticks);

          g_assert_cmpuint (n, >=, 2);
          g_assert_cmpuint (n, <=, MAX (target, 3));
        }
}

/* Whatever the data, there is a scale that can be mapped and unmapped. */
static void
test_odd_ranges (void)
{
  static const double odd[][2] = { { 0, 0 },          { 5, 5 },
                                   { NAN, 1 },        { -INFINITY, INFINITY },
                                   { 1e300, -1e300 }, { -3, -3 },
                                   { 1e-320, 1e-320 } };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (int logarithmic = 0; logarithmic < 2; logarithmic++)
      {
        RanklePlotScale scale = rankle_plot_scale_new (odd[i][0], odd[i][1], logarithmic);
        double          ticks[RANKLE_PLOT_MAX_TICKS];

        scale.from = 300;
        scale.to = 20;
        g_assert_cmpfloat (scale.min, <, scale.max);
        g_assert_cmpfloat_with_epsilon (rankle_plot_scale_map (&scale, scale.min), 300,
                                        1e-6);
        g_assert_cmpfloat_with_epsilon (rankle_plot_scale_map (&scale, scale.max), 20,
                                        1e-6);
        g_assert_cmpuint (rankle_plot_scale_ticks (&scale, 6, ticks), <=,
                          RANKLE_PLOT_MAX_TICKS);
      }
}

static void
test_there_and_back (void)
{
  for (int logarithmic = 0; logarithmic < 2; logarithmic++)
    {
      RanklePlotScale scale = rankle_plot_scale_new (0.5, 200, logarithmic);

      scale.from = 40;
      scale.to = 640;
      for (double value = 0.5; value < 200; value *= 1.7)
        g_assert_cmpfloat_with_epsilon (
            rankle_plot_scale_unmap (&scale, rankle_plot_scale_map (&scale, value)),
            value, 1e-9 * value);
    }
}

/* Of a range of less than two decades there is more to read than one power of 10. */
static void
test_few_decades (void)
{
  static const struct
  {
    double min, max;
    double first, last;
  } table[] = {
    { 12, 450, 20, 200 },  /* 20, 50, 100, 200 */
    { 0.9, 11, 1, 10 },    /* 1, 2, 5, 10 */
    { 1, 1e4, 1, 1e4 },    /* powers alone */
    { 100, 130, 100, 130 } /* steps that are the same */
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RanklePlotScale scale = rankle_plot_scale_new (table[i].min, table[i].max, TRUE);
      double          ticks[RANKLE_PLOT_MAX_TICKS];
      guint           n = rankle_plot_scale_ticks (&scale, 6, ticks);

      g_assert_cmpuint (n, >=, 3);
      for (guint k = 0; k < n; k++)
        g_assert_true (ticks[k] >= table[i].min && ticks[k] <= table[i].max * 1.000001);
      if (i < 3)
        {
          g_assert_cmpfloat_with_epsilon (ticks[0], table[i].first, 1e-9);
          g_assert_cmpfloat_with_epsilon (ticks[n - 1], table[i].last, 1e-6);
        }
    }
}

static void
test_clock (void)
{
  static const struct
  {
    const char *unit;
    double      range;
    const char *shown;
    double      at_end;
  } table[] = {
    { "day", 3650, "y", 10 }, { "day", 36500, "y", 100 },   { "day", 140, "mo", 4.602 },
    { "day", 60, "d", 60 },   { "day", 365, "mo", 12 },     { "day", 1, "h", 24 },
    { "hour", 96, "h", 96 },  { "second", 36000, "h", 10 }, { "minute", 30, "min", 30 },
    { "", 5, "", 5 },         { NULL, 5, "", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      RanklePlotClock clock = rankle_plot_clock_choose (table[i].unit, table[i].range);

      g_test_message ("%g %s", table[i].range, table[i].unit);
      g_assert_cmpstr (clock.unit, ==, table[i].shown);
      g_assert_cmpfloat_with_epsilon (clock.factor * table[i].range, table[i].at_end,
                                      1e-3);
    }
}

static void
test_words (void)
{
  static const struct
  {
    double      value;
    const char *words;
  } table[] = { { 0, "0.00" },     { 1.2345, "1.23" },     { 12.345, "12.3" },
                { 123.45, "123" }, { 0.012345, "0.0123" }, { 1234.5, "1234" },
                { NAN, "–" },      { -5.4321, "-5.43" },   { 99.96, "100" },
                { 0.9999, "1.00" } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = rankle_plot_format_value (table[i].value);

      g_assert_cmpstr (words, ==, table[i].words);
    }
  g_assert_cmpint (rankle_plot_decimals (0.05), ==, 2);
  g_assert_cmpint (rankle_plot_decimals (20), ==, 0);
  g_assert_cmpint (rankle_plot_decimals (2.5), ==, 1);
  g_assert_cmpint (rankle_plot_decimals (0.25), ==, 2);
  g_assert_cmpint (rankle_plot_decimals (1e-9), ==, 9);
  g_assert_cmpint (rankle_plot_decimals (NAN), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-scale/ticks", test_ticks);
  g_test_add_func ("/plot-scale/two-ticks-at-least", test_two_ticks_at_least);
  g_test_add_func ("/plot-scale/odd-ranges", test_odd_ranges);
  g_test_add_func ("/plot-scale/there-and-back", test_there_and_back);
  g_test_add_func ("/plot-scale/few-decades", test_few_decades);
  g_test_add_func ("/plot-scale/clock", test_clock);
  g_test_add_func ("/plot-scale/words", test_words);
  return g_test_run ();
}
