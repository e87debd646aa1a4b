/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The axis that was chosen for a panel, and the panel that is looked at alone: on paper
 * as in the window. */

#include <math.h>
#include <string.h>

#include "picture-fixture.h"
#include "rankle-glyph-choices.h"
#include "rankle-run-plot.h"

/* (transfer full): looked at as @looks says; takes it. */
static RankleSession *
look (RankleSession *session, RanklePlotLooks *looks)
{
  RankleSession *looked = rankle_session_with_plot_looks (session, looks);

  rankle_plot_looks_unref (looks);
  return looked;
}

/* (nullable) */
static const RanklePlot *
find_plot (const RanklePicture *picture, const char *id, guint *n_plots)
{
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);
  const RanklePlot               *plot = NULL;

  *n_plots = 0;
  for (guint i = 0; i < n; i++)
    if (items[i]->kind == RANKLE_PICTURE_PLOT)
      {
        *n_plots += 1;
        if (g_str_equal (items[i]->shown.panel->id, id))
          plot = &items[i]->shown.plot;
      }
  return plot;
}

static void
test_chosen (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RanklePlotLooks) usual = rankle_plot_looks_new ();
  g_autoptr (RankleSession) looked =
      look (session, rankle_plot_looks_with_logarithmic (usual, "turnover", TRUE));
  g_autoptr (RanklePicture) before = picture_make (session);
  g_autoptr (RanklePicture) after = picture_make (looked);
  guint             n;
  const RanklePlot *plot = find_plot (before, "turnover", &n);

  g_assert_false (plot->logarithmic);
  g_assert_cmpfloat (plot->y_min, <=, 0);
  plot = find_plot (after, "turnover", &n);
  g_assert_true (plot->logarithmic);
  g_assert_cmpfloat (plot->y_min, >, 0);
  g_assert_cmpuint (n, ==,
                    rankle_model_get_n_panels (rankle_session_get_model (session)));
  g_assert_cmpint (find_plot (after, "cells", &n)->logarithmic, ==,
                   find_plot (before, "cells", &n)->logarithmic);
}

/* Shares and differences have no place on one, whatever was chosen before. */
static void
test_refused (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RanklePlotLooks) usual = rankle_plot_looks_new ();
  g_autoptr (RankleSession) looked =
      look (session, rankle_plot_looks_with_logarithmic (usual, "turnover", TRUE));
  g_autoptr (RankleSession) turned = rankle_session_with_difference (looked, TRUE);
  g_autoptr (RanklePicture) differences = picture_make (turned);
  g_autoptr (RanklePicture) values = picture_make (looked);
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (values, &n);
  guint                           stacked = 0, lines = 0;

  for (guint i = 0; i < n; i++)
    if (items[i]->kind == RANKLE_PICTURE_PLOT)
      {
        const char *refusal = rankle_run_plot_find_no_logarithm (&items[i]->shown);

        if (items[i]->shown.plot.kind == RANKLE_PLOT_STACKED)
          g_assert_true (strstr (refusal, "Shares") != NULL && ++stacked);
        else if (refusal == NULL)
          lines++;
      }
  g_assert_cmpuint (stacked, >, 0);
  g_assert_cmpuint (lines, >, 0);
  g_assert_false (find_plot (differences, "turnover", &n)->logarithmic);
}

/* Nothing but 0: the axis stays as it was, and says why. */
static void
test_nothing_above_0 (void)
{
  g_autoptr (RankleSession) session = picture_open_text (
      "model m\n species X\n X = 0\n Y := -X - 1\n J: X -> ; k*X\n k = 1\nend\n");
  RankleModel *model = rankle_session_get_model (session);
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, NULL);
  g_autoptr (RankleTrajectory) run = picture_run (protocol);
  RankleRunPlot shown;

  g_assert_cmpuint (rankle_model_get_n_panels (model), >, 0);
  rankle_run_plot_init (&shown, model, 0);
  rankle_run_plot_set_logarithmic (&shown, TRUE);
  rankle_run_plot_take_runs (&shown, run, NULL);
  g_assert_false (shown.plot.logarithmic);
  g_assert_nonnull (strstr (rankle_run_plot_find_no_logarithm (&shown), "0 or less"));
  rankle_run_plot_clear (&shown);
}

static void
test_alone (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RanklePlotLooks) usual = rankle_plot_looks_new ();
  g_autoptr (RankleSession) one =
      look (session, rankle_plot_looks_with_enlarged (usual, "turnover"));
  g_autoptr (RankleSession) none =
      look (session, rankle_plot_looks_with_enlarged (usual, "of-another-model"));
  g_autoptr (RanklePicture) alone = picture_make (one);
  g_autoptr (RanklePicture) all = picture_make (none);
  guint n;

  g_assert_nonnull (find_plot (alone, "turnover", &n));
  g_assert_cmpuint (n, ==, 1);
  g_assert_nonnull (find_plot (all, "turnover", &n));
  g_assert_cmpuint (n, ==,
                    rankle_model_get_n_panels (rankle_session_get_model (session)));
}

/* What was arranged, and nothing else; two against each other have units of their own. */
static void
test_arranged (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (GPtrArray) panels = rankle_own_panels_new ();
  g_autoptr (RankleOwnPanel) two = rankle_own_panel_new (
      "own-1", (const char *const[]){ "CTX", "RANKL", NULL }, FALSE);
  g_autoptr (RankleArrangement) none = rankle_arrangement_new ();
  g_autoptr (RankleArrangement) arrangement = NULL;
  g_autoptr (RankleSession) arranged = NULL;
  g_autoptr (RanklePicture) picture = NULL;
  const RanklePlot *plot;
  guint             n;

  g_ptr_array_add (panels, rankle_own_panel_with_phase (two, TRUE));
  g_ptr_array_add (panels, rankle_own_panel_new ("bone", NULL, FALSE));
  g_ptr_array_add (panels, rankle_own_panel_new ("nowhere", NULL, FALSE));
  arrangement = rankle_arrangement_with (none, "rankle", panels);
  arranged = rankle_session_with_arrangement (session, arrangement);
  picture = picture_make (arranged);
  plot = find_plot (picture, "own-1", &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (plot->kind, ==, RANKLE_PLOT_PHASE);
  g_assert_cmpstr (plot->series[1].unit, ==, "pM");
  g_assert_nonnull (find_plot (picture, "bone", &n));
}

/* Values, and tracks of kept runs, are those of the columns. */
static void
test_phase_values (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  RankleModel *model = rankle_session_get_model (session);
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, NULL);
  g_autoptr (RankleTrajectory) run = picture_run (protocol);
  g_autoptr (RankleOwnPanel) two = rankle_own_panel_new (
      "own-1", (const char *const[]){ "CTX", "RANKL", NULL }, FALSE);
  g_autoptr (RankleOwnPanel) own = rankle_own_panel_with_phase (two, TRUE);
  g_autoptr (RankleShownPanel) panel = rankle_shown_panel_new_own (model, own, NULL);
  g_autoptr (RankleKeptRun) kept =
      rankle_kept_run_new ("Run", model, rankle_session_get_scenario (session));
  RankleKeptResult result = { .kept = kept, .run = run };
  RankleRunPlot    shown;

  rankle_run_plot_init_panel (&shown, model, panel);
  rankle_run_plot_take_runs (&shown, run, NULL);
  rankle_run_plot_take_kept (&shown, &result, 1);
  g_assert_cmpuint (shown.plot.n_series, ==, 2);
  g_assert_cmpuint (shown.plot.n_traces, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const double *values =
          rankle_trajectory_get_shown (run, rankle_shown_panel_get (panel)->columns[i]);
      double time = rankle_trajectory_get_times (run)[40];

      g_assert_cmpfloat (rankle_plot_get_value (&shown.plot, i, time), ==, values[40]);
      g_assert_cmpuint (shown.plot.traces[i].series, ==, i);
      g_assert_true (shown.plot.traces[i].y == values);
      g_assert_cmpfloat (shown.plot.traces[i].factor, ==, 1);
    }
  rankle_run_plot_clear (&shown);
}

/* A run that is not to be seen yet is shown until then, and says nothing of what comes;
 * the axis has room for what is drawn over it. */
static void
test_until (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, NULL);
  g_autoptr (RankleTrajectory) run = picture_run (protocol);
  RankleModel  *model = rankle_session_get_model (session);
  RankleRunPlot shown;
  double        most;

  rankle_run_plot_init (&shown, model, (guint)rankle_model_find_panel_of (model, "CTX"));
  rankle_run_plot_take_runs (&shown, run, NULL);
  rankle_run_plot_take_times (&shown, 0, 0, 6000);
  rankle_run_plot_settle_range (&shown, FALSE);
  most = shown.plot.y_max;
  rankle_run_plot_set_until (&shown, 3000);
  rankle_run_plot_take_runs (&shown, run, NULL);
  rankle_run_plot_settle_range (&shown, FALSE);
  g_assert_true (isfinite (rankle_plot_get_value (&shown.plot, 0, 3000)));
  g_assert_true (isnan (rankle_plot_get_value (&shown.plot, 0, 3001)));
  g_assert_cmpfloat (shown.plot.series[0].x[shown.plot.series[0].n - 1], <=, 3000);
  g_assert_true (shown.plot.is_stopped);
  rankle_run_plot_set_room (&shown, 0, 3 * most);
  rankle_run_plot_settle_range (&shown, FALSE);
  g_assert_cmpfloat (shown.plot.y_max, ==, 3 * most);

  rankle_run_plot_set_until (&shown, INFINITY);
  rankle_run_plot_set_room (&shown, NAN, NAN);
  rankle_run_plot_take_runs (&shown, run, NULL);
  rankle_run_plot_settle_range (&shown, FALSE);
  g_assert_false (shown.plot.is_stopped);
  g_assert_cmpfloat (shown.plot.y_max, ==, most);
  rankle_run_plot_clear (&shown);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-axis/chosen", test_chosen);
  g_test_add_func ("/plot-axis/refused", test_refused);
  g_test_add_func ("/plot-axis/nothing-above-0", test_nothing_above_0);
  g_test_add_func ("/plot-axis/alone", test_alone);
  g_test_add_func ("/plot-axis/arranged", test_arranged);
  g_test_add_func ("/plot-axis/phase-values", test_phase_values);
  g_test_add_func ("/plot-axis/until", test_until);
  return g_test_run ();
}
