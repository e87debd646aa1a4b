/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plots of the run less the baseline: what is drawn, against the columns themselves. */

#include <math.h>
#include <string.h>

#include "picture-fixture.h"
#include "rankle-run-difference.h"
#include "rankle-run-plot.h"

typedef struct
{
  RankleSession    *session;
  RankleTrajectory *run, *baseline;
} Fixture;

static void
set_up (Fixture *f, const char *control, double value)
{
  g_autoptr (RankleSession) opened = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleProtocol) asked = NULL;
  g_autoptr (RankleProtocol) neutral = NULL;

  f->session = control != NULL ? picture_move (opened, control, value)
                               : rankle_session_ref (opened);
  asked = rankle_session_make_protocol (f->session, NULL);
  neutral = rankle_session_make_baseline (f->session, NULL);
  f->run = picture_run (asked);
  f->baseline = picture_run (neutral);
}

static void
tear_down (Fixture *f)
{
  rankle_trajectory_unref (f->run);
  rankle_trajectory_unref (f->baseline);
  rankle_session_unref (f->session);
}

static void
take (RankleRunPlot *shown, const Fixture *f, guint panel, gboolean difference)
{
  rankle_run_plot_init (shown, rankle_session_get_model (f->session), panel);
  rankle_run_plot_set_difference (shown, difference);
  rankle_run_plot_take_runs (shown, f->run, f->baseline);
  rankle_run_plot_take_beyond (shown);
  rankle_run_plot_take_times (shown, 0, 0, rankle_session_get_horizon (f->session));
  rankle_run_plot_settle_range (shown, FALSE);
}

/* To the last digit, in each row of the run. */
static void
check_series (const RankleRunPlot *shown, const Fixture *f, guint i)
{
  guint                   column = shown->panel->columns[i];
  const RanklePlotSeries *series = &shown->plot.series[i];
  const double           *run = rankle_trajectory_get_shown (f->run, column);
  gboolean                any = FALSE;

  g_assert_cmpuint (series->n, ==, rankle_trajectory_get_n_times (f->run));
  for (guint k = 0; k < series->n; k++)
    any |= fabs (series->y[k]) > 0;
  for (guint k = 0; any && k < series->n; k++)
    {
      double less =
          run[k] - rankle_trajectory_get_shown_at (f->baseline, column, series->x[k]);

      g_assert_true (isnan (less) ? isnan (series->y[k])
                                  : memcmp (&less, &series->y[k], sizeof less) == 0);
    }
  g_assert_null (series->ghost);
}

static void
test_rows (void)
{
  Fixture f;
  guint   n, stacked = 0;

  set_up (&f, NULL, 0);
  n = rankle_model_get_n_panels (rankle_session_get_model (f.session));
  for (guint panel = 0; panel < n; panel++)
    {
      RankleRunPlot shown;

      take (&shown, &f, panel, TRUE);
      stacked += shown.plot.kind == RANKLE_PLOT_STACKED;
      g_assert_cmpint (rankle_run_plot_is_difference (&shown), ==,
                       shown.plot.kind == RANKLE_PLOT_LINES);
      for (guint i = 0; rankle_run_plot_is_difference (&shown) && i < shown.plot.n_series;
           i++)
        check_series (&shown, &f, i);
      rankle_run_plot_clear (&shown);
    }
  g_assert_cmpuint (stacked, >, 0);
  tear_down (&f);
}

/* 0 is in view, and a line; nothing is logarithmic; the unit says what it is. */
static void
test_axis (void)
{
  Fixture f;
  guint   n;

  set_up (&f, NULL, 0);
  n = rankle_model_get_n_panels (rankle_session_get_model (f.session));
  for (guint panel = 0; panel < n; panel++)
    {
      RankleRunPlot shown;

      take (&shown, &f, panel, TRUE);
      if (rankle_run_plot_is_difference (&shown))
        {
          g_assert_cmpfloat (shown.plot.reference, ==, 0);
          g_assert_cmpfloat (shown.plot.y_min, <=, 0);
          g_assert_cmpfloat (shown.plot.y_max, >=, 0);
          g_assert_false (shown.plot.logarithmic);
          g_assert_true (g_str_has_prefix (shown.plot.unit, "difference from baseline"));
        }
      else
        g_assert_cmpstr (shown.plot.unit, ==, shown.panel->unit);
      rankle_run_plot_clear (&shown);
    }
  tear_down (&f);
}

/* A shown percent is 100 × value / baseline's start: points are differences of those. */
static void
test_percentage_points (void)
{
  Fixture       f;
  RankleRunPlot values, differences;
  guint         panel = 0;
  RankleModel  *model;

  set_up (&f, NULL, 0);
  model = rankle_session_get_model (f.session);
  while (!rankle_model_get_panel (model, panel)->relative)
    panel++;
  take (&values, &f, panel, FALSE);
  take (&differences, &f, panel, TRUE);
  for (double time = 0; time < 6000; time += 500)
    {
      double baseline =
          values.plot.series[0].ghost_factor *
          rankle_trajectory_get_shown_at (f.baseline, values.panel->columns[0], time);

      g_assert_cmpfloat_with_epsilon (
          rankle_plot_get_value (&differences.plot, 0, time),
          rankle_plot_get_value (&values.plot, 0, time) - baseline, 1e-9);
    }
  g_assert_cmpstr (differences.plot.unit, ==, "difference from baseline, % points");
  rankle_run_plot_clear (&values);
  rankle_run_plot_clear (&differences);
  tear_down (&f);
}

/* What two runs differ by without reason is no curve. */
static void
test_noise (void)
{
  Fixture            f;
  g_autofree double *same = NULL;
  int                column;

  set_up (&f, NULL, 0);
  column = rankle_model_find_column (rankle_session_get_model (f.session), "target");
  same = rankle_run_difference_make (f.baseline, f.baseline, (guint)column);
  for (guint k = 0; k < rankle_trajectory_get_n_times (f.baseline); k++)
    g_assert_cmpfloat (same[k], ==, 0);
  tear_down (&f);
}

/* It is taken back without a trace; and there is none without a baseline. */
static void
test_back (void)
{
  Fixture       f;
  RankleRunPlot turned, plain;

  set_up (&f, NULL, 0);
  take (&turned, &f, 0, TRUE);
  rankle_run_plot_set_difference (&turned, FALSE);
  rankle_run_plot_take_runs (&turned, f.run, f.baseline);
  rankle_run_plot_settle_range (&turned, FALSE);
  take (&plain, &f, 0, FALSE);
  g_assert_cmpstr (turned.plot.unit, ==, plain.plot.unit);
  g_assert_true (turned.plot.series[0].y == plain.plot.series[0].y);
  g_assert_cmpfloat (turned.plot.y_max, ==, plain.plot.y_max);
  rankle_run_plot_set_difference (&turned, TRUE);
  rankle_run_plot_take_runs (&turned, f.run, NULL);
  g_assert_false (rankle_run_plot_is_difference (&turned));
  g_assert_cmpstr (turned.plot.unit, ==, plain.plot.unit);
  rankle_run_plot_clear (&turned);
  rankle_run_plot_clear (&plain);
  tear_down (&f);
}

/* A published point stands as far from the baseline as what was published. */
static void
test_points (void)
{
  Fixture f;
  g_autoptr (GArray) findings = NULL;
  g_autoptr (RankleFinder) finder = NULL;
  guint n, compared = 0;

  set_up (&f, NULL, 0);
  finder = rankle_finder_new (rankle_session_get_evidence (f.session),
                              rankle_session_get_model (f.session));
  findings = rankle_finder_list (finder, f.run);
  n = rankle_model_get_n_panels (rankle_session_get_model (f.session));
  for (guint panel = 0; panel < n; panel++)
    {
      RankleRunPlot shown;

      take (&shown, &f, panel, TRUE);
      rankle_run_plot_take_findings (
          &shown, (const RankleFinding *)(void *)findings->data, findings->len);
      for (guint i = 0; rankle_run_plot_is_difference (&shown) && i < shown.plot.n_points;
           i++)
        {
          const RankleFinding *finding = &g_array_index (
              findings, RankleFinding, g_array_index (shown.indices, guint, i));

          g_assert_cmpfloat (shown.plot.points[i].y, ==,
                             finding->value -
                                 rankle_trajectory_get_shown_at (
                                     f.baseline, finding->column, finding->to));
          compared++;
        }
      rankle_run_plot_clear (&shown);
    }
  g_assert_cmpuint (compared, >, 3);
  tear_down (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-difference/rows", test_rows);
  g_test_add_func ("/run-difference/axis", test_axis);
  g_test_add_func ("/run-difference/percentage-points", test_percentage_points);
  g_test_add_func ("/run-difference/noise", test_noise);
  g_test_add_func ("/run-difference/back", test_back);
  g_test_add_func ("/run-difference/points", test_points);
  return g_test_run ();
}
