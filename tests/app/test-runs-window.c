/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <string.h>

#include "rankle-findings-window.h"
#include "rankle-run-window.h"
#include "window-fixture.h"

/* Runs at the foot of the side panel. */

static guint
count_kept (RankleWindow *window)
{
  guint n;

  rankle_study_get_kept (window->study, &n);
  return n;
}

static gboolean
has_kept_runs (RankleWindow *window)
{
  guint                   n;
  const RankleKeptResult *results = rankle_study_get_kept (window->study, &n);

  for (guint i = 0; i < n; i++)
    if (results[i].run == NULL)
      return FALSE;
  return TRUE;
}

static void
act (RankleWindow *window, const char *action, guint index)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, "u", index);
}

static void
keep_two (RankleWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-run", NULL);
  rankle_study_set_control (window->study, "opg", 2);
  iterate_until (is_idle, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-run", NULL);
  iterate_until (has_kept_runs, window);
}

/* Rows come and go with the runs, also by undo. */
static void
test_list (void)
{
  RankleWindow *window = open_window ();

  g_assert_null (rankle_runs_panel_get_row (window->runs, 0));
  keep_two (window);
  g_assert_cmpuint (count_kept (window), ==, 2);
  g_assert_nonnull (rankle_runs_panel_get_row (window->runs, 1));
  g_assert_null (rankle_runs_panel_get_row (window->runs, 2));
  act (window, "win.delete-run", 0);
  g_assert_null (rankle_runs_panel_get_row (window->runs, 1));
  rankle_study_undo (window->study);
  g_assert_nonnull (rankle_runs_panel_get_row (window->runs, 1));
  /* What a late key says of a run that has gone is of none. */
  act (window, "win.delete-run", 7);
  g_assert_cmpuint (count_kept (window), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-run", NULL);
  g_assert_cmpuint (count_kept (window), ==, 2);
  close_window (window);
}

/* The keyboard stays at what it did. */
static void
test_keyboard_stays (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *row;

  keep_two (window);
  gtk_widget_grab_focus (rankle_runs_panel_get_row (window->runs, 1));
  act (window, "win.raise-run", 1);
  row = rankle_runs_panel_get_row (window->runs, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);
  act (window, "win.hide-run", 0);
  row = rankle_runs_panel_get_row (window->runs, 0);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == row);
  act (window, "win.delete-run", 1);
  close_window (window);
}

/* The sentence is told beside the baseline, and the way back leads to the model's. */
static void
test_baseline (void)
{
  RankleWindow *window = open_window ();

  keep_two (window);
  act (window, "win.make-baseline", 1);
  iterate_until (is_idle, window);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (window->answer), "As in “OPG × 2”"));
  rankle_study_set_control (window->study, "opg", 4);
  iterate_until (is_idle, window);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (window->answer),
                                   "Beside “OPG × 2”, OPG × 4: "));
  act (window, "win.reset-baseline", 1);
  iterate_until (is_idle, window);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (window->answer), "OPG × 4: "));
  close_window (window);
}

/* What waits is said to, and is told of when it is applied. */
static void
test_hold (void)
{
  RankleWindow *window = open_window ();
  GAction      *apply = g_action_map_lookup_action (G_ACTION_MAP (window), "apply");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.hold", NULL);
  g_assert_false (g_action_get_enabled (apply));
  rankle_study_set_control (window->study, "opg", 2);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (window->answer), "Held: 1 change "));
  g_assert_true (g_action_get_enabled (apply));
  g_action_activate (apply, NULL);
  iterate_until (is_idle, window);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (window->answer), "OPG × 2: "));
  rankle_study_undo (window->study);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (window->answer), "Held: 1 change "));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.hold", NULL);
  iterate_until (is_idle, window);
  g_assert_false (g_str_has_prefix (gtk_label_get_text (window->answer), "Held"));
  close_window (window);
}

static gboolean
is_run_window_gone (RankleWindow *window)
{
  return window->run == NULL;
}

/* Its window renames it, follows it, and goes with it. */
static void
test_run_window (void)
{
  RankleWindow *window = open_window ();

  keep_two (window);
  act (window, "win.show-run", 0);
  g_assert_nonnull (window->run);
  g_assert_nonnull (find_descendant (window->run, ADW_TYPE_ENTRY_ROW));
  gtk_editable_set_text (GTK_EDITABLE (find_descendant (window->run, ADW_TYPE_ENTRY_ROW)),
                         "At rest");
  g_signal_emit_by_name (find_descendant (window->run, ADW_TYPE_ENTRY_ROW), "apply");
  g_assert_cmpstr (rankle_kept_run_get_name (
                       rankle_study_get_kept (window->study, &(guint){ 0 })->kept),
                   ==, "At rest");
  act (window, "win.take-run-back", 0);
  iterate_until (is_idle, window);
  g_assert_cmpfloat (rankle_study_get_control (window->study, "opg"), ==, 1);
  act (window, "win.delete-run", 0);
  iterate_until (is_run_window_gone, window);
  close_window (window);
}

/* Published points go with the run that did what the studies did: they stay while it is
 * seen, in the legend and in the list. */
static void
test_points (void)
{
  RankleWindow *window = open_window ();
  GtkWidget    *list, *group;
  guint         n;

  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (is_idle, window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-run", NULL);
  rankle_study_set_control (window->study, "estrogen", 30);
  iterate_until (is_idle, window);
  iterate_until (has_kept_runs, window);
  rankle_study_get_findings (window->study, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  list = rankle_findings_window_new (GTK_WINDOW (window), window->study);
  group = find_descendant (list, ADW_TYPE_PREFERENCES_GROUP);
  g_assert_nonnull (group);
  g_assert_true (g_str_has_prefix (
      adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), "Run A: "));
  gtk_window_destroy (GTK_WINDOW (list));
  act (window, "win.hide-run", 0);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->legend)));
  close_window (window);
}

/* Another model is a run, too. */
static void
test_rival (void)
{
  RankleWindow *window = open_window ();
  guint         n;

  gtk_widget_activate_action (GTK_WIDGET (window), "win.keep-rival", "s", "pivonka-2008");
  iterate_until (has_kept_runs, window);
  g_assert_true (g_str_has_prefix (
      rankle_kept_run_get_name (rankle_study_get_kept (window->study, &n)->kept),
      "Pivonka"));
  g_assert_nonnull (rankle_study_get_kept (window->study, &n)->rest);
  act (window, "win.take-run-back", 0);
  iterate_until (is_idle, window);
  iterate_until (has_kept_runs, window);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/runs-window/list", test_list);
  g_test_add_func ("/runs-window/keyboard-stays", test_keyboard_stays);
  g_test_add_func ("/runs-window/baseline", test_baseline);
  g_test_add_func ("/runs-window/hold", test_hold);
  g_test_add_func ("/runs-window/run-window", test_run_window);
  g_test_add_func ("/runs-window/points", test_points);
  g_test_add_func ("/runs-window/rival", test_rival);
  return g_test_run ();
}
