/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs that are kept, against a runner that answers on command. */

#include <math.h>

#include "fake-runner.h"
#include "rankle-differences.h"
#include "rankle-study-runs.h"
#include "toy-model.h"

typedef struct
{
  RankleModel *model;
  RankleStudy *study;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer quick)
{
  fixture->model = toy_model_new ();
  fixture->study = rankle_study_new ();
  fake_runner_set_quick (quick != NULL);
  rankle_study_set_model (fixture->study, fixture->model);
}

static void
tear_down (Fixture *fixture, gconstpointer quick)
{
  rankle_study_close (fixture->study);
  g_assert_finalize_object (fixture->study);
  rankle_model_unref (fixture->model);
}

static RankleKeptRun *
get_kept (Fixture *f, guint index)
{
  guint                 n;
  RankleKeptRun *const *kept =
      rankle_session_get_kept (rankle_study_get_session (f->study), &n);

  g_assert_cmpuint (index, <, n);
  return kept[index];
}

static guint
count_kept (Fixture *f)
{
  guint n;

  rankle_session_get_kept (rankle_study_get_session (f->study), &n);
  return n;
}

static const char *
get_name (Fixture *f, guint index)
{
  return rankle_kept_run_get_name (get_kept (f, index));
}

/* Names tell what was changed, in as few words as can be, and are each but once there. */
static void
test_names (Fixture *f, gconstpointer quick)
{
  g_assert_true (rankle_study_keep (f->study));
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Keep “Toy”");
  g_assert_false (rankle_study_keep (f->study));
  rankle_study_set_control (f->study, "filling", 2);
  g_assert_true (rankle_study_keep (f->study));
  rankle_study_set_control (f->study, "dose", 5);
  g_assert_true (rankle_study_keep (f->study));
  g_assert_cmpuint (count_kept (f), ==, 3);
  g_test_message ("%s | %s | %s", get_name (f, 0), get_name (f, 1), get_name (f, 2));
  g_assert_cmpstr (get_name (f, 1), ==, "Filling 2 x");
  g_assert_true (g_str_has_prefix (get_name (f, 2), "As B, "));
  rankle_study_rename_kept (f->study, 1, "  Mine ");
  g_assert_cmpstr (get_name (f, 1), ==, "Mine");
  rankle_study_rename_kept (f->study, 1, "  ");
  g_assert_cmpstr (get_name (f, 1), ==, "Mine");
}

/* Each is one step, and leads back. */
static void
test_steps (Fixture *f, gconstpointer quick)
{
  guint asked;

  rankle_study_keep (f->study);
  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_keep (f->study);
  asked = fake_runner_get_n_asked ();
  rankle_study_hide_kept (f->study, 0, TRUE);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Hide Run");
  rankle_study_move_kept (f->study, 0, 1);
  g_assert_true (rankle_kept_run_is_hidden (get_kept (f, 1)));
  g_assert_cmpuint (rankle_kept_run_get_ink (get_kept (f, 1)), ==, 0);
  rankle_study_rename_kept (f->study, 0, "Mine");
  rankle_study_delete_kept (f->study, 1);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Delete “Toy”");
  g_assert_cmpuint (count_kept (f), ==, 1);
  /* An ink that was given back is given again. */
  rankle_study_set_control (f->study, "filling", 3);
  rankle_study_keep (f->study);
  g_assert_cmpuint (rankle_kept_run_get_ink (get_kept (f, 1)), ==, 0);
  for (guint i = 0; i < 6; i++)
    rankle_study_undo (f->study);
  g_assert_cmpuint (count_kept (f), ==, 2);
  g_assert_false (rankle_kept_run_is_hidden (get_kept (f, 0)));
  g_assert_cmpuint (asked, >, 0);
}

/* Nothing that is done to the list has the present run made anew. */
static void
count_cb (guint *n)
{
  (*n)++;
}

/* What only touches kept runs needs no run; that it was undone is heard all the same. */
static void
test_undo_is_told (Fixture *f, gconstpointer quick)
{
  guint n_undo = 0, n_redo = 0;

  rankle_study_keep (f->study);
  g_signal_connect_swapped (f->study, "notify::undo-label", G_CALLBACK (count_cb),
                            &n_undo);
  g_signal_connect_swapped (f->study, "notify::redo-label", G_CALLBACK (count_cb),
                            &n_redo);
  rankle_study_undo (f->study);
  g_assert_cmpuint (n_undo, ==, 1);
  g_assert_cmpuint (n_redo, ==, 1);
  rankle_study_redo (f->study);
  g_assert_cmpuint (n_undo, ==, 2);
  g_assert_cmpuint (n_redo, ==, 2);
}

static void
test_no_new_run (Fixture *f, gconstpointer quick)
{
  guint asked;

  rankle_study_set_control (f->study, "filling", 2);
  asked = fake_runner_get_n_asked ();
  rankle_study_keep (f->study);
  /* The kept run itself. */
  g_assert_cmpuint (fake_runner_get_n_asked (), <=, asked + 1);
  asked = fake_runner_get_n_asked ();
  rankle_study_rename_kept (f->study, 0, "Mine");
  rankle_study_hide_kept (f->study, 0, TRUE);
  rankle_study_hide_kept (f->study, 0, FALSE);
  rankle_study_undo (f->study);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, asked);
}

/* What comes of kept runs is told, and nobody waits for it. */
static void
test_results (Fixture *f, gconstpointer quick)
{
  const RankleKeptResult *results;
  guint                   n, number;
  gboolean                busy;

  fake_runner_finish (1);
  rankle_study_set_control (f->study, "filling", 2);
  fake_runner_finish (fake_runner_get_n_asked ());
  rankle_study_keep (f->study);
  number = fake_runner_get_n_asked ();
  results = rankle_study_get_kept (f->study, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (results[0].run);
  g_object_get (f->study, "busy", &busy, NULL);
  g_assert_false (busy);
  fake_runner_fail (number, "it broke");
  results = rankle_study_get_kept (f->study, &n);
  g_assert_cmpstr (results[0].failure, ==, "it broke");
  g_assert_nonnull (rankle_study_get_trajectory (f->study));
  g_assert_null (rankle_study_get_failure (f->study));
}

/* A hidden run is not made until it is seen. */
static void
test_hidden (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleKeptRun) plain = NULL;
  g_autoptr (RankleKeptRun) hidden = NULL;
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) session = NULL;
  const RankleKeptResult *results;
  guint                   n;

  rankle_scenario_set_control (scenario, "filling", 3);
  plain = rankle_kept_run_new ("A", f->model, scenario);
  hidden = rankle_kept_run_with_hidden (plain, TRUE);
  session = rankle_session_with_kept (rankle_study_get_session (f->study), &hidden, 1);
  rankle_study_replace_session (f->study, session, "A");
  results = rankle_study_get_kept (f->study, &n);
  g_assert_null (results[0].run);
  rankle_study_hide_kept (f->study, 0, FALSE);
  results = rankle_study_get_kept (f->study, &n);
  g_assert_nonnull (results[0].run);
}

/* A hundred stay usable: each has a name and an ink of its own, and a change asks for one
 * run. */
static void
test_hundred (Fixture *f, gconstpointer quick)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  guint                   asked, n;
  const RankleKeptResult *results;

  for (guint i = 0; i < 100; i++)
    {
      rankle_study_set_control (f->study, "filling", 1 + 0.001 * (i + 1));
      g_assert_true (rankle_study_keep (f->study));
      g_assert_cmpuint (rankle_kept_run_get_ink (get_kept (f, i)), ==, i);
      g_assert_true (g_hash_table_add (names, (gpointer)get_name (f, i)));
    }
  results = rankle_study_get_kept (f->study, &n);
  g_assert_cmpuint (n, ==, 100);
  for (guint i = 0; i < n; i++)
    g_assert_nonnull (results[i].run);
  asked = fake_runner_get_n_asked ();
  rankle_study_set_control (f->study, "filling", 4);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, asked + 1);
}

static double
get_ratio (Fixture *f)
{
  rankle_study_set_cursor (f->study, 20);
  return rankle_study_get_ratio (f->study, 0);
}

/* Ratios follow the run that is the baseline, and come back from it. */
static void
test_baseline (Fixture *f, gconstpointer quick)
{
  RankleTrajectory *healthy = rankle_study_get_baseline (f->study);
  double            ratio;

  rankle_study_set_control (f->study, "filling", 2);
  ratio = get_ratio (f);
  g_assert_cmpfloat (fabs (ratio - 1), >, 0.01);
  rankle_study_keep (f->study);
  rankle_study_make_baseline (f->study, 0);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Make Baseline");
  g_assert_cmpfloat (fabs (get_ratio (f) - 1), <, 1e-9);
  rankle_study_set_control (f->study, "filling", 1);
  g_assert_cmpfloat (fabs (get_ratio (f) * ratio - 1), <, 1e-6);
  rankle_study_reset_baseline (f->study);
  g_assert_true (rankle_study_get_baseline (f->study) == healthy);
  rankle_study_undo (f->study);
  g_assert_cmpfloat (fabs (get_ratio (f) * ratio - 1), <, 1e-6);
}

/* A baseline goes as far as the run that is told beside it. */
static void
test_baseline_goes_on (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleScenario) longer = NULL;
  RankleTrajectory *baseline;

  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_keep (f->study);
  rankle_study_make_baseline (f->study, 0);
  longer = rankle_scenario_copy (rankle_study_get_scenario (f->study));
  rankle_scenario_set_horizon (longer, 70);
  rankle_study_change_scenario (f->study, longer, "Longer");
  baseline = rankle_study_get_baseline (f->study);
  g_assert_cmpfloat (rankle_trajectory_get_times (
                         baseline)[rankle_trajectory_get_n_times (baseline) - 1],
                     ==, 70);
}

static void
test_take_back (Fixture *f, gconstpointer quick)
{
  g_autoptr (RankleModel) rival = toy_model_new ();

  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_keep (f->study);
  g_assert_true (rankle_study_keep_rival (f->study, rival));
  rankle_study_set_control (f->study, "filling", 5);
  rankle_study_take_back_kept (f->study, 0);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 2);
  g_assert_cmpstr (rankle_study_get_undo_label (f->study), ==, "Back to Filling 2 x");
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 5);
  rankle_study_take_back_kept (f->study, 1);
  g_assert_true (rankle_study_get_model (f->study) == rival);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 2);
  rankle_study_undo (f->study);
  g_assert_true (rankle_study_get_model (f->study) == f->model);
  g_assert_cmpuint (count_kept (f), ==, 2);
}

static void
test_differences (Fixture *f, gconstpointer quick)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const RankleDifference *first;

  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_set_control (f->study, "dose", 5);
  rankle_study_keep (f->study);
  none = rankle_differences_list (rankle_study_get_session (f->study), get_kept (f, 0));
  g_assert_cmpuint (none->len, ==, 0);
  rankle_study_set_control (f->study, "filling", 1);
  rankle_study_set_control (f->study, "dose", 0);
  list = rankle_differences_list (rankle_study_get_session (f->study), get_kept (f, 0));
  g_assert_cmpuint (list->len, ==, 2);
  first = list->pdata[0];
  g_assert_cmpstr (first->label, ==, "Filling");
  g_assert_cmpstr (first->there, !=, first->here);
}

/* While it is held, what is shown is what was applied: run, horizon and words. */
static void
test_held (Fixture *f, gconstpointer quick)
{
  RankleTrajectory *shown;
  guint             asked;
  g_autoptr (RankleScenario) longer = NULL;

  shown = rankle_study_get_trajectory (f->study);
  asked = fake_runner_get_n_asked ();
  rankle_study_set_held (f->study, TRUE);
  rankle_study_set_control (f->study, "filling", 2);
  longer = rankle_scenario_copy (rankle_study_get_scenario (f->study));
  rankle_scenario_set_horizon (longer, 70);
  rankle_study_change_scenario (f->study, longer, "Longer");
  g_assert_cmpuint (rankle_study_get_pending (f->study), ==, 2);
  g_assert_cmpuint (fake_runner_get_n_asked (), ==, asked);
  g_assert_true (rankle_study_get_trajectory (f->study) == shown);
  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 40);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "filling"), ==, 2);
  rankle_study_undo (f->study);
  g_assert_cmpuint (rankle_study_get_pending (f->study), ==, 1);
  rankle_study_redo (f->study);
  rankle_study_apply (f->study);
  g_assert_cmpuint (rankle_study_get_pending (f->study), ==, 0);
  g_assert_true (rankle_study_is_held (f->study));
  g_assert_cmpfloat (rankle_study_get_horizon (f->study), ==, 70);
  g_assert_true (rankle_study_get_trajectory (f->study) != shown);
  rankle_study_set_control (f->study, "filling", 3);
  g_assert_cmpuint (rankle_study_get_pending (f->study), ==, 1);
  rankle_study_set_held (f->study, FALSE);
  g_assert_cmpuint (rankle_study_get_pending (f->study), ==, 0);
}

/* What is kept while changes wait is what is seen. */
static void
test_keep_held (Fixture *f, gconstpointer quick)
{
  rankle_study_set_control (f->study, "filling", 2);
  rankle_study_set_held (f->study, TRUE);
  rankle_study_set_control (f->study, "filling", 5);
  rankle_study_keep (f->study);
  g_assert_cmpstr (get_name (f, 0), ==, "Filling 2 x");
  g_assert_cmpuint (rankle_study_get_pending (f->study), ==, 1);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
    gboolean quick;
  } tests[] = {
    { "/runs/names", test_names, TRUE },
    { "/runs/steps", test_steps, TRUE },
    { "/runs/undo-is-told", test_undo_is_told, TRUE },
    { "/runs/no-new-run", test_no_new_run, TRUE },
    { "/runs/results", test_results, FALSE },
    { "/runs/hidden", test_hidden, TRUE },
    { "/runs/hundred", test_hundred, TRUE },
    { "/runs/baseline", test_baseline, TRUE },
    { "/runs/baseline-goes-on", test_baseline_goes_on, TRUE },
    { "/runs/take-back", test_take_back, TRUE },
    { "/runs/differences", test_differences, TRUE },
    { "/runs/held", test_held, TRUE },
    { "/runs/keep-held", test_keep_held, TRUE },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].quick ? "quick" : NULL, set_up,
                tests[i].test, tear_down);
  return g_test_run ();
}
