/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-beyond.h"
#include "rankle-plot-curve.h"

static const double xs[] = { 0, 1, 2, 3, 4 };
static const double up[] = { 1, 2, 3, 4, 5 };
static const double down[] = { 9, 8, 7, 6, 5 };
static const double gap[] = { 1, NAN, 3, 4, 5 };

static RanklePlot
make_plot (RanklePlotKind kind, const double *first, const double *second)
{
  return (RanklePlot){
    .title = "Title",
    .unit = "unit",
    .kind = kind,
    .n_series = 2,
    .x_min = 0,
    .x_max = 4,
    .reference = NAN,
    .series = { { .label = "First", .x = xs, .y = first, .n = 5, .factor = 1 },
                { .label = "Second", .x = xs, .y = second, .n = 5, .factor = 1 } }
  };
}

static void
test_values (void)
{
  RanklePlot plot = make_plot (RANKLE_PLOT_LINES, up, down);

  plot.series[0].factor = 10;
  g_assert_cmpfloat_with_epsilon (rankle_plot_get_value (&plot, 0, 1.5), 25, 1e-12);
  g_assert_cmpfloat_with_epsilon (rankle_plot_get_value (&plot, 1, -5), 9, 1e-12);
  g_assert_cmpfloat_with_epsilon (rankle_plot_get_value (&plot, 1, 99), 5, 1e-12);
  g_assert_true (isnan (rankle_plot_get_value (&plot, 1, NAN)));
}

static void
test_values_in_figures (void)
{
  static const double nearly_none[] = { 3e-13, 3e-13, 3e-13, 3e-13, 3e-13 };
  RanklePlot          plot = make_plot (RANKLE_PLOT_LINES, up, nearly_none);
  g_autofree char    *some = NULL, *none = NULL, *share = NULL;

  rankle_plot_find_range (&plot, &plot.y_min, &plot.y_max);
  some = rankle_plot_dup_value (&plot, 0, 1.5);
  none = rankle_plot_dup_value (&plot, 1, 1.5);
  g_assert_cmpstr (some, ==, "2.50");
  g_assert_cmpstr (none, ==, "0");
  plot.kind = RANKLE_PLOT_STACKED;
  share = rankle_plot_dup_value (&plot, 0, 1.5);
  g_assert_cmpstr (share, ==, "100");
}

static void
test_shares_sum (void)
{
  RanklePlot plot = make_plot (RANKLE_PLOT_STACKED, up, down);

  for (double x = 0; x <= 4; x += 0.25)
    g_assert_cmpfloat_with_epsilon (rankle_plot_get_value (&plot, 0, x) +
                                        rankle_plot_get_value (&plot, 1, x),
                                    100, 1e-9);
  for (guint i = 0; i < 5; i++)
    {
      double low, middle, again, high;

      rankle_plot_get_share (&plot, 0, i, &low, &middle);
      rankle_plot_get_share (&plot, 1, i, &again, &high);
      g_assert_cmpfloat_with_epsilon (low, 0, 1e-12);
      g_assert_cmpfloat_with_epsilon (middle, again, 1e-12);
      g_assert_cmpfloat_with_epsilon (high, 100, 1e-9);
    }
}

/* Where there is nothing to take shares of, neither picture nor words say any. */
static void
test_shares_of_nothing (void)
{
  static const guint8 nothing[] = { FALSE, FALSE, TRUE, TRUE, FALSE };
  static const double none[] = { 0, 0, 0, 0, 0 };
  RanklePlot          plot = make_plot (RANKLE_PLOT_STACKED, up, down);
  g_autofree char    *text = NULL;
  double              low, high, from, to;

  g_assert_false (rankle_plot_find_gap (&plot, &from, &to));
  plot.nothing = nothing;
  for (guint i = 0; i < 5; i++)
    {
      rankle_plot_get_share (&plot, 1, i, &low, &high);
      g_assert_cmpint (isnan (low), ==, nothing[i]);
      g_assert_cmpint (isnan (high), ==, nothing[i]);
      g_assert_cmpint (isnan (rankle_plot_get_value (&plot, 0, i)), ==, nothing[i]);
    }
  g_assert_true (isnan (rankle_plot_get_value (&plot, 0, 1.5)));
  text = rankle_plot_dup_value (&plot, 0, 2.5);
  g_assert_cmpstr (text, ==, "–");
  g_assert_true (rankle_plot_find_gap (&plot, &from, &to));
  g_assert_cmpfloat (from, >=, 2);
  g_assert_cmpfloat (from, <=, 2);
  g_assert_cmpfloat (to, >=, 3);
  g_assert_cmpfloat (to, <=, 3);
  /* All 0 is nothing, too. */
  plot = make_plot (RANKLE_PLOT_STACKED, none, none);
  g_assert_true (rankle_plot_find_gap (&plot, &from, &to));
  g_assert_cmpfloat (to, >, 3);
}

static void
test_beyond (void)
{
  static const double spans[] = { 1, 2, 2.5, 9 };
  RanklePlot          plot = make_plot (RANKLE_PLOT_LINES, up, down);
  double              from, to;

  g_assert_false (rankle_plot_find_beyond (&plot, &from, &to));
  plot.series[1].beyond = spans;
  plot.series[1].n_beyond = 2;
  g_assert_true (rankle_plot_is_beyond (&plot, 1, 1));
  g_assert_true (rankle_plot_is_beyond (&plot, 1, 1.5));
  g_assert_false (rankle_plot_is_beyond (&plot, 1, 2.25));
  g_assert_false (rankle_plot_is_beyond (&plot, 0, 1.5));
  /* The longest, as far as it is in view. */
  g_assert_true (rankle_plot_find_beyond (&plot, &from, &to));
  g_assert_cmpfloat (from, ==, 2.5);
  g_assert_cmpfloat (to, ==, plot.x_max);
  plot.x_max = 3;
  g_assert_true (rankle_plot_find_beyond (&plot, &from, &to));
  g_assert_cmpfloat (from, ==, 1);
  g_assert_cmpfloat (to, ==, 2);
}

static void
test_range (void)
{
  RanklePlot plot = make_plot (RANKLE_PLOT_LINES, up, gap);
  double     min, max;

  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat (min, <, 1);
  g_assert_cmpfloat (min, >, 0);
  g_assert_cmpfloat (max, >, 5);
  plot.include_zero = TRUE;
  plot.reference = 100;
  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat_with_epsilon (min, 0, 1e-12);
  g_assert_cmpfloat (max, >, 100);
  /* Only what is in view counts; the ghost only when it is shown. */
  plot.reference = NAN;
  plot.x_max = 1;
  plot.series[0].ghost_x = xs;
  plot.series[0].ghost = down;
  plot.series[0].n_ghost = 5;
  plot.series[0].ghost_factor = 1;
  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat (max, <, 3);
  plot.show_ghost = TRUE;
  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat (max, >, 9);
}

/* Of a run that failed nothing is told beyond what was computed. */
static void
test_stopped (void)
{
  for (RanklePlotKind kind = RANKLE_PLOT_LINES; kind <= RANKLE_PLOT_STACKED; kind++)
    {
      RanklePlot plot = make_plot (kind, up, down);

      plot.x_max = 9;
      g_assert_true (isfinite (rankle_plot_get_value (&plot, 0, 6)));
      plot.is_stopped = TRUE;
      plot.stopped = 4;
      g_assert_true (isfinite (rankle_plot_get_value (&plot, 0, 4)));
      g_assert_true (isnan (rankle_plot_get_value (&plot, 0, 4.1)));
    }
}

/* What is left of a curve after it is over is the solver's rounding, however close one
 * looks. */
static void
test_range_of_rounding (void)
{
  static const double over[] = { 9, 3, 1.4e-16, 5e-17, 9e-17 };
  static const double below[] = { 9, 3, -1.4e-16, 5e-17, -9e-17 };
  static const double none[] = { 0, 0, 0, 0, 0 };
  const double *const cases[] = { over, below, none };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint look = 0; look < 3; look++)
      {
        RanklePlot plot = make_plot (RANKLE_PLOT_LINES, cases[i], cases[i]);
        double     min, max;

        plot.include_zero = look == 1;
        plot.logarithmic = look == 2;
        plot.x_min = 2;
        rankle_plot_find_range (&plot, &min, &max);
        if (cases[i] != none)
          g_assert_cmpfloat (max - min, >, look == 2 ? 2e-6 : 8.9e-6);
        g_assert_true (look != 2 || min > 0 || cases[i] == none);
      }
}

/* All of a run in view is not touched by that. */
static void
test_range_of_small_numbers (void)
{
  static const double small[] = { 1e-20, 2e-20, 3e-20, 2e-20, 1e-20 };
  RanklePlot          plot = make_plot (RANKLE_PLOT_LINES, small, small);
  double              min, max;

  rankle_plot_find_range (&plot, &min, &max);
  g_assert_cmpfloat (max, <, 4e-20);
}

static void
test_nearest (void)
{
  RanklePlot plot = make_plot (RANKLE_PLOT_LINES, up, down);

  g_assert_cmpint (rankle_plot_find_nearest (&plot, 0, 1.2, 1), ==, 0);
  g_assert_cmpint (rankle_plot_find_nearest (&plot, 0, 8.8, 1), ==, 1);
  g_assert_cmpint (rankle_plot_find_nearest (&plot, 0, 5, 1), ==, -1);
  plot.kind = RANKLE_PLOT_STACKED;
  g_assert_cmpint (rankle_plot_find_nearest (&plot, 0, 5, 1), ==, 0);
  g_assert_cmpint (rankle_plot_find_nearest (&plot, 0, 50, 1), ==, 1);
}

/* 100 000 points on 50 columns: few points, and no spike lost. */
static void
test_decimation_keeps_spikes (void)
{
  enum
  {
    N = 100000,
    COLUMNS = 50
  };
  g_autofree double *x = g_new (double, N);
  g_autofree double *y = g_new (double, N);
  double             x_out[RANKLE_PLOT_MOST_POINTS (COLUMNS)], highest = 0;
  double             y_out[RANKLE_PLOT_MOST_POINTS (COLUMNS)];
  guint              n;

  for (guint i = 0; i < N; i++)
    {
      x[i] = i;
      y[i] = i == 54321 ? 1000 : sin (i / 100.0);
    }
  n = rankle_plot_decimate (x, y, N, 0, N - 1, COLUMNS, x_out, y_out);
  g_assert_cmpuint (n, <=, RANKLE_PLOT_MOST_POINTS (COLUMNS));
  for (guint i = 0; i < n; i++)
    {
      highest = MAX (highest, y_out[i]);
      g_assert_true (i == 0 || x_out[i] >= x_out[i - 1]);
    }
  g_assert_cmpfloat (highest, >=, 1000);
}

/* Of noise every column has its four points, and the last column is drawn. */
static void
test_decimated_noise_reaches_the_end (void)
{
  enum
  {
    EACH = 8,
    COLUMNS = 30,
    N = EACH * COLUMNS + 1
  };
  static const double noise[EACH] = { 0, 5, 1, -7, 2, 3, 4, 1 };
  double              x[N], y[N];
  double              x_out[RANKLE_PLOT_MOST_POINTS (COLUMNS)];
  double              y_out[RANKLE_PLOT_MOST_POINTS (COLUMNS)];
  guint               n;

  for (guint i = 0; i < N; i++)
    {
      x[i] = i;
      y[i] = noise[i % EACH];
    }
  n = rankle_plot_decimate (x, y, N, 0, N - 1, COLUMNS, x_out, y_out);
  g_assert_cmpuint (n, ==, 4 * COLUMNS + 1);
  g_assert_cmpfloat (x_out[n - 1], ==, N - 1);
}

/* More gaps than there is room for end the curve, not the program. */
static void
test_decimation_keeps_to_its_room (void)
{
  enum
  {
    COLUMNS = 8,
    N = 1000
  };
  double x[N], y[N];
  double x_out[RANKLE_PLOT_MOST_POINTS (COLUMNS)];
  double y_out[RANKLE_PLOT_MOST_POINTS (COLUMNS)];

  for (guint i = 0; i < N; i++)
    {
      x[i] = i;
      y[i] = i % 2 == 0 ? i : NAN;
    }
  g_assert_cmpuint (rankle_plot_decimate (x, y, N, 0, N - 1, COLUMNS, x_out, y_out), <=,
                    RANKLE_PLOT_MOST_POINTS (COLUMNS));
}

static void
test_decimation_keeps_gaps (void)
{
  double x_out[RANKLE_PLOT_MOST_POINTS (8)], y_out[RANKLE_PLOT_MOST_POINTS (8)];
  guint  n = rankle_plot_decimate (xs, gap, 5, 0, 4, 8, x_out, y_out);
  guint  gaps = 0;

  for (guint i = 0; i < n; i++)
    gaps += isnan (y_out[i]) != 0;
  g_assert_cmpuint (gaps, ==, 1);
  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpuint (rankle_plot_decimate (xs, gap, 0, 0, 4, 8, x_out, y_out), ==, 0);
}

/* The value at @x of the line through the points. */
static double
along (const double *x, const double *y, guint n, double at)
{
  guint i = rankle_plot_find_row (x, n - 1, at);

  return y[i] + (at - x[i]) / (x[i + 1] - x[i]) * (y[i + 1] - y[i]);
}

/* A bend and a jump survive, and the line strays nowhere further than allowed. */
static void
test_simplified_stays_close (void)
{
  enum
  {
    N = 2000
  };
  double x[N], y[N], few_x[N], few_y[N];
  guint  n;

  for (guint i = 0; i < N; i++)
    {
      few_x[i] = x[i] = 0.2 * i;
      few_y[i] = y[i] = 40 * sin (x[i] / 30) + (i > 1200 ? 50 : 0);
    }
  n = rankle_plot_simplify (few_x, few_y, N, 0.1);
  g_assert_cmpuint (n, <, N / 10);
  for (guint i = 0; i < N; i++)
    g_assert_cmpfloat_with_epsilon (along (few_x, few_y, n, x[i]), y[i], 0.1 + 1e-9);
}

static void
test_simplified_keeps_ends_and_gaps (void)
{
  double x[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8 };
  double y[] = { NAN, 1, 1, 1, NAN, NAN, 2, 3, 4 };
  double upright_x[] = { 0, 1, 1, 1, 2 }, upright_y[] = { 0, 0, 5, 9, 9 };
  guint  n = rankle_plot_simplify (x, y, G_N_ELEMENTS (x), 0.1);

  g_assert_cmpuint (n, ==, 5);
  g_assert_cmpfloat (x[0], ==, 1);
  g_assert_cmpfloat (x[1], ==, 3);
  g_assert_true (isnan (y[2]));
  g_assert_cmpfloat (x[3], ==, 6);
  g_assert_cmpfloat (x[4], ==, 8);
  n = rankle_plot_simplify (upright_x, upright_y, G_N_ELEMENTS (upright_x), 0.1);
  g_assert_cmpfloat (upright_x[n - 1], ==, 2);
  g_assert_cmpfloat (upright_y[n - 2], ==, 9);
  g_assert_cmpuint (rankle_plot_simplify (x, y, 0, 0.1), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot/values", test_values);
  g_test_add_func ("/plot/values-in-figures", test_values_in_figures);
  g_test_add_func ("/plot/shares-sum", test_shares_sum);
  g_test_add_func ("/plot/shares-of-nothing", test_shares_of_nothing);
  g_test_add_func ("/plot/beyond", test_beyond);
  g_test_add_func ("/plot/range", test_range);
  g_test_add_func ("/plot/range-of-rounding", test_range_of_rounding);
  g_test_add_func ("/plot/range-of-small-numbers", test_range_of_small_numbers);
  g_test_add_func ("/plot/stopped", test_stopped);
  g_test_add_func ("/plot/nearest", test_nearest);
  g_test_add_func ("/plot/decimation-keeps-spikes", test_decimation_keeps_spikes);
  g_test_add_func ("/plot/decimated-noise-reaches-the-end",
                   test_decimated_noise_reaches_the_end);
  g_test_add_func ("/plot/decimation-keeps-to-its-room",
                   test_decimation_keeps_to_its_room);
  g_test_add_func ("/plot/decimation-keeps-gaps", test_decimation_keeps_gaps);
  g_test_add_func ("/plot/simplified-stays-close", test_simplified_stays_close);
  g_test_add_func ("/plot/simplified-keeps-ends-and-gaps",
                   test_simplified_keeps_ends_and_gaps);
  return g_test_run ();
}
