/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A year of daily doses, from the scenario to the pixels: each day's peak is in the run,
 * as high as the solver has it, and in the curve that is drawn. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-plot-curve.h"
#include "rankle-question.h"
#include "rankle-scenario-file.h"

#define DAY 24.0 /* of the model's time, which is hours */

enum
{
  DAYS = 365,
  WIDTH = 420,
  HEIGHT = 160,
};

typedef struct
{
  RankleModel      *model;
  RankleScenario   *scenario;
  RankleTrajectory *run;
  guint             column;
} Fixture;

static RankleTrajectory *
run (RankleQuestion *question)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (question, &error);
  RankleTrajectory *trajectory = NULL;

  g_assert_no_error (error);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleQuestion) question = NULL;

  f->model = rankle_catalog_load ("peterson-riggs-2012", &error);
  g_assert_no_error (error);
  f->scenario = rankle_scenario_file_load ("teriparatide-1-year", NULL, &error);
  g_assert_no_error (error);
  question = rankle_question_new (f->model, f->scenario);
  f->run = run (question);
  f->column = (guint)rankle_model_find_column (f->model, "PTHpm");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rankle_trajectory_unref (f->run);
  rankle_scenario_unref (f->scenario);
  rankle_model_unref (f->model);
}

static double
find_peak (RankleTrajectory *run, guint column, double from, double to)
{
  const double *times = rankle_trajectory_get_times (run);
  double        peak = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    if (times[i] >= from && times[i] < to)
      peak = MAX (peak, rankle_trajectory_get_column (run, column)[i]);
  return peak;
}

/* Against rows a minute and a half apart. */
static void
test_peaks (Fixture *f, gconstpointer data)
{
  static const double days[] = { 1, 30, 199, 364 };
  double              low = INFINITY, high = 0;

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (RankleQuestion) question = rankle_question_new (f->model, f->scenario);
      g_autoptr (RankleTrajectory) fine = NULL;
      double times[120], truth;

      for (guint k = 0; k < G_N_ELEMENTS (times); k++)
        times[k] = DAY * days[i] + 0.025 * k;
      rankle_question_set_times (question, times, G_N_ELEMENTS (times));
      fine = run (question);
      truth = find_peak (fine, f->column, 0, INFINITY);
      g_assert_cmpfloat_with_epsilon (
          find_peak (f->run, f->column, DAY * days[i], DAY * (days[i] + 1)), truth,
          0.006 * truth);
    }
  for (guint day = 1; day < DAYS; day++)
    {
      double peak = find_peak (f->run, f->column, DAY * day, DAY * (day + 1));

      low = MIN (low, peak);
      high = MAX (high, peak);
    }
  g_test_message ("%.1f to %.1f %% of the start",
                  100 * low / rankle_trajectory_get_column (f->run, f->column)[0],
                  100 * high / rankle_trajectory_get_column (f->run, f->column)[0]);
  g_assert_cmpfloat (high, <, 1.02 * low);
}

static RanklePlot
make_plot (Fixture *f)
{
  RanklePlot plot = {
    .title = "",
    .unit = "",
    .n_series = 1,
    .time_unit = "hour",
    .x_max = 730 * DAY,
    .reference = NAN,
    .include_zero = TRUE,
    .series = { { .label = "",
                  .x = rankle_trajectory_get_times (f->run),
                  .y = rankle_trajectory_get_column (f->run, f->column),
                  .n = rankle_trajectory_get_n_times (f->run),
                  .factor = 1 } },
  };

  rankle_plot_find_range (&plot, &plot.y_min, &plot.y_max);
  return plot;
}

/* The highest that the curve comes within two columns about a pixel. */
static double
find_top (const RanklePlotCurve *curve, double x)
{
  double top = INFINITY;

  for (guint i = 0; i < curve->n; i++)
    if (fabs (curve->x[i] - x) <= 2)
      top = MIN (top, curve->y[i]);
  return top;
}

/* No column of pixels under the doses is without its peak. */
static void
test_drawn (Fixture *f, gconstpointer data)
{
  RanklePlot       plot = make_plot (f);
  RanklePlotTheme  theme = rankle_plot_theme_for_print ();
  RanklePlotLayout layout;
  RanklePlotCurve  curve;

  rankle_plot_layout_compute (&layout, &plot, &theme, WIDTH, HEIGHT);
  rankle_plot_curve_init (&curve, &layout, plot.series[0].x, plot.series[0].y,
                          plot.series[0].n, 1);
  for (guint day = 1; day < DAYS; day++)
    {
      double peak = find_peak (f->run, f->column, DAY * day, DAY * (day + 1));
      double x = rankle_plot_layout_time_to_x (&layout, DAY * (day + 0.02));

      g_assert_cmpfloat (find_top (&curve, x), <=,
                         rankle_plot_scale_map (&layout.y, peak) + 1);
    }
  rankle_plot_curve_clear (&curve);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/daily-doses/peaks", Fixture, NULL, set_up, test_peaks, tear_down);
  g_test_add ("/daily-doses/drawn", Fixture, NULL, set_up, test_drawn, tear_down);
  return g_test_run ();
}
