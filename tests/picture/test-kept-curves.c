/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The curves of kept runs in the panels of a model. */

#include <math.h>
#include <string.h>

#include "picture-fixture.h"
#include "rankle-catalog.h"

typedef struct
{
  RankleSession    *session;     /* (owned): nothing asked */
  RankleModel      *model;       /* Borrowed: its model */
  RankleTrajectory *run, *moved; /* (owned): of nothing, and of OPG doubled */
  RankleKeptRun    *kept;        /* (owned): OPG doubled */
} Fixture;

static RankleTrajectory *
run_of (RankleSession *session)
{
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, NULL);

  return picture_run (protocol);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleSession) moved = NULL;

  f->session = picture_open ("rankle", NULL);
  f->model = rankle_session_get_model (f->session);
  moved = picture_move (f->session, "opg", 2);
  f->run = run_of (f->session);
  f->moved = run_of (moved);
  f->kept =
      rankle_kept_run_new ("OPG × 2", f->model, rankle_session_get_scenario (moved));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rankle_kept_run_unref (f->kept);
  rankle_trajectory_unref (f->run);
  rankle_trajectory_unref (f->moved);
  rankle_session_unref (f->session);
}

static void
fill (Fixture *f, RankleRunPlot *shown, guint panel, const RankleKeptResult *result)
{
  rankle_run_plot_init (shown, f->model, panel);
  rankle_run_plot_take_runs (shown, f->run, f->run);
  rankle_run_plot_take_kept (shown, result, 1);
}

/* Each line that a panel has is drawn of the kept run, in what the panel is in. */
static void
test_own (Fixture *f, gconstpointer data)
{
  const RankleKeptResult result = { .kept = f->kept, .run = f->moved };

  for (guint i = 0; i < rankle_model_get_n_panels (f->model); i++)
    {
      RankleRunPlot      shown;
      const RanklePanel *panel = rankle_model_get_panel (f->model, i);

      fill (f, &shown, i, &result);
      if (shown.plot.kind == RANKLE_PLOT_LINES)
        g_assert_cmpuint (shown.plot.n_traces, ==, shown.plot.n_series);
      for (guint k = 0; shown.plot.kind == RANKLE_PLOT_LINES && k < shown.plot.n_traces;
           k++)
        {
          const RanklePlotTrace *trace = &shown.plot.traces[k];

          g_assert_true (trace->y ==
                         rankle_trajectory_get_shown (f->moved, panel->columns[k]));
          g_assert_cmpfloat (trace->factor, ==, shown.plot.series[k].factor);
          g_assert_cmpstr (trace->mark, ==, "A");
        }
      g_assert_false (rankle_run_plot_take_kept (&shown, &result, 1));
      rankle_run_plot_clear (&shown);
    }
}

/* Of shares the edges are drawn: they ascend, and end at all. */
static void
test_shares (Fixture *f, gconstpointer data)
{
  const RankleKeptResult result = { .kept = f->kept, .run = f->moved };
  guint                  n_stacked = 0;

  for (guint i = 0; i < rankle_model_get_n_panels (f->model); i++)
    {
      RankleRunPlot shown;

      fill (f, &shown, i, &result);
      if (shown.plot.kind == RANKLE_PLOT_STACKED)
        {
          n_stacked++;
          g_assert_cmpuint (shown.plot.n_traces, ==, shown.plot.n_series - 1);
          for (guint row = 0; row < shown.plot.traces[0].n; row++)
            for (guint k = 0; k < shown.plot.n_traces; k++)
              {
                double edge = shown.plot.traces[k].y[row];

                g_assert_true (edge >= 0 && edge <= 100 + 1e-9);
                g_assert_true (k == 0 || edge >= shown.plot.traces[k - 1].y[row]);
              }
        }
      rankle_run_plot_clear (&shown);
    }
  g_assert_cmpuint (n_stacked, >, 0);
}

static guint
count_traces (Fixture *f, const RankleKeptResult *result)
{
  guint n = 0;

  for (guint i = 0; i < rankle_model_get_n_panels (f->model); i++)
    {
      RankleRunPlot shown;

      fill (f, &shown, i, result);
      n += shown.plot.n_traces;
      rankle_run_plot_clear (&shown);
    }
  return n;
}

/* What is hidden, on its way, or drawn as the baseline has no curve here. */
static void
test_not_drawn (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleKeptRun) hidden = rankle_kept_run_with_hidden (f->kept, TRUE);
  g_autoptr (RankleKeptRun) baseline = rankle_kept_run_with_baseline (f->kept, TRUE);

  g_assert_cmpuint (count_traces (f, &(RankleKeptResult){ .kept = f->kept }), ==, 0);
  g_assert_cmpuint (
      count_traces (f, &(RankleKeptResult){ .kept = hidden, .run = f->moved }), ==, 0);
  g_assert_cmpuint (
      count_traces (f, &(RankleKeptResult){ .kept = baseline, .run = f->moved }), ==, 0);
}

/* A rival is drawn where both models have a word for it, in percent of its own baseline
 * and in the panel's time; elsewhere it is not. */
static void
test_rival (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleSession) there = picture_open ("pivonka-2008", NULL);
  g_autoptr (RankleTrajectory) rest = run_of (there);
  RankleModel *rival = rankle_session_get_model (there);
  g_autoptr (RankleKeptRun) kept =
      rankle_kept_run_new ("P", rival, rankle_session_get_scenario (there));
  const RankleKeptResult result = { .kept = kept, .run = rest, .rest = rest };
  guint                  n = 0, n_own = 0;

  for (guint i = 0; i < rankle_model_get_n_panels (f->model); i++)
    {
      RankleRunPlot shown;

      fill (f, &shown, i, &result);
      for (guint k = 0; k < shown.plot.n_traces; k++)
        {
          const RanklePlotTrace *trace = &shown.plot.traces[k];

          if (shown.panel->relative)
            g_assert_cmpfloat (fabs (trace->factor * trace->y[0] - 100), <, 1e-9);
          else
            g_assert_cmpfloat (trace->factor, ==, 1);
        }
      n += shown.plot.n_traces;
      n_own += shown.plot.n_series;
      rankle_run_plot_clear (&shown);
    }
  g_test_message ("%u of %u", n, n_own);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (n, <, n_own);
}

static gboolean
has_words (const RanklePicture *picture, const char *words)
{
  guint                           n;
  const RanklePictureItem *const *items = rankle_picture_get_items (picture, &n);

  for (guint i = 0; i < n; i++)
    if (items[i]->kind == RANKLE_PICTURE_WORDS &&
        strcmp (pango_layout_get_text (items[i]->words), words) == 0)
      return TRUE;
  return FALSE;
}

/* On paper the legend names what is drawn, and the baseline by its name. */
static void
test_picture (Fixture *f, gconstpointer data)
{
  const RankleKeptResult result = { .kept = f->kept, .run = f->moved };
  g_autoptr (RankleKeptRun) chosen = rankle_kept_run_with_baseline (f->kept, TRUE);
  g_autoptr (RankleSession) beside = rankle_session_with_kept (f->session, &chosen, 1);
  g_autoptr (RanklePicture) kept = picture_make_of (
      f->session, (RanklePictureContent){ .kept = &result, .n_kept = 1 });
  g_autoptr (RanklePicture) told = picture_make (beside);
  g_autoptr (RanklePicture) plain = picture_make (f->session);

  g_assert_true (has_words (kept, "OPG × 2"));
  g_assert_false (has_words (plain, "OPG × 2"));
  g_assert_true (has_words (plain, "Baseline"));
  g_assert_true (has_words (told, "Baseline: OPG × 2"));
}

/* Points of one's own stand behind those of kept runs, which keep their letters. */
static void
check_beside_own_point (RankleRunPlot *shown)
{
  const RankleOwnPoint own = { .is_known = TRUE,
                               .column = shown->panel->columns[0],
                               .time = 30,
                               .value = 1,
                               .low = NAN,
                               .high = NAN };
  guint                n = shown->plot.n_points;

  if (shown->plot.kind == RANKLE_PLOT_STACKED)
    return;
  rankle_run_plot_take_own_points (shown, &own, 1);
  g_assert_cmpuint (shown->plot.n_points, ==, n + 1);
  g_assert_cmpuint (shown->plot.points[n].mark, ==, RANKLE_PLOT_MARK_SQUARE);
  g_assert_null (shown->plot.points[n].letter);
  for (guint i = 0; i < n; i++)
    g_assert_cmpstr (shown->plot.points[i].letter, ==, "A");
  rankle_run_plot_take_own_points (shown, NULL, 0);
  g_assert_cmpuint (shown->plot.n_points, ==, n);
}

/* A published point belongs to the run that did what the study did, and bears its letter;
 * one of the run that is explored has none. */
static void
test_points (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleSession) treated = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleTrajectory) run = NULL;
  g_autoptr (RankleFinder) finder = NULL;
  g_autoptr (GArray) findings = NULL;
  g_autoptr (RankleKeptRun) kept = NULL;
  guint n_kept = 0;

  /* One model, whichever session asks. */
  g_assert_true (rankle_session_get_model (treated) == f->model);
  run = run_of (treated);
  finder = rankle_finder_new (rankle_session_get_evidence (treated), f->model);
  findings = rankle_finder_list (finder, run);
  kept = rankle_kept_run_new ("D", f->model, rankle_session_get_scenario (treated));
  for (guint i = 0; i < rankle_model_get_n_panels (f->model); i++)
    {
      const RankleKeptResult result = { .kept = kept, .run = run, .findings = findings };
      RankleRunPlot          shown;
      guint                  n;

      fill (f, &shown, i, &result);
      rankle_run_plot_take_findings (&shown, NULL, 0);
      n = shown.plot.n_points;
      for (guint k = 0; k < n; k++)
        g_assert_cmpstr (shown.plot.points[k].letter, ==, "A");
      n_kept += n;
      check_beside_own_point (&shown);
      /* Told once: of the run that is explored, where it does the same. */
      rankle_run_plot_take_findings (
          &shown, (const RankleFinding *)(void *)findings->data, findings->len);
      g_assert_cmpuint (shown.plot.n_points, ==, n);
      for (guint k = 0; k < n; k++)
        g_assert_null (shown.plot.points[k].letter);
      rankle_run_plot_clear (&shown);
    }
  g_assert_cmpuint (n_kept, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/kept-curves/own", Fixture, NULL, set_up, test_own, tear_down);
  g_test_add ("/kept-curves/shares", Fixture, NULL, set_up, test_shares, tear_down);
  g_test_add ("/kept-curves/not-drawn", Fixture, NULL, set_up, test_not_drawn, tear_down);
  g_test_add ("/kept-curves/rival", Fixture, NULL, set_up, test_rival, tear_down);
  g_test_add ("/kept-curves/picture", Fixture, NULL, set_up, test_picture, tear_down);
  g_test_add ("/kept-curves/points", Fixture, NULL, set_up, test_points, tear_down);
  return g_test_run ();
}
