/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "window-fixture.h"

/* What the window says of what was done: title, labels of undo, and the answer. */

static gboolean
has_announced (RankleWindow *window)
{
  return window->announcing == 0;
}

static gboolean
is_announcing (RankleWindow *window)
{
  return window->announcing != 0;
}

/* The window says what was done and what becomes of it; it is read out at the end of a
 * drag, once. */
static void
test_answer (void)
{
  RankleWindow *window = open_window ();
  RankleChange *change = rankle_study_begin_change (window->study, "drag");

  iterate_until (is_idle, window);
  rankle_study_set_control (window->study, "opg", 2);
  rankle_study_set_control (window->study, "opg", 5.278);
  iterate_until (is_idle, window);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (window->answer),
                                   "OPG × 5.3: the decoy OPG holds "));
  g_assert_cmpuint (window->announcing, ==, 0);
  rankle_change_unref (change);
  /* The run at rest may take a moment. */
  iterate_until (is_announcing, window);
  iterate_until (has_announced, window);
  g_assert_cmpstr (gtk_label_get_text (window->announcement), ==,
                   gtk_label_get_text (window->answer));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->announcement)));

  g_assert_cmpstr (gtk_menu_button_get_label (window->scenario_button), ==,
                   "Healthy adult, changed");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (window->scenario_button)), ==,
                   "Healthy adult, changed: OPG × 5.3");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (window->undo_button)), ==,
                   "Undo OPG × 5.3");
  rankle_study_undo (window->study);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (GTK_WIDGET (window->redo_button)), ==,
                   "Redo OPG × 5.3");
  iterate_until (is_idle, window);
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (window->answer), "Resorption and formation"));
  close_window (window);
}

/* It is to be seen in every view. */
static void
test_answer_is_always_there (void)
{
  static const char *const views[] = { "pathway", "plots", "compare", "both" };
  RankleWindow            *window = open_window ();

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (window), "win.view", "s", views[i]);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (window->answer)));
    }
  close_window (window);
}

/* What was said of the run before is not said of one that failed. */
static void
test_answer_of_a_failure (void)
{
  RankleWindow *window = open_window ();

  iterate_until (is_idle, window);
  g_assert_cmpstr (gtk_label_get_text (window->answer), !=, "");
  write_and_open (window, "model escapes\n  x = 1; x' = x^3\nend\n");
  iterate_until (is_idle, window);
  g_assert_nonnull (rankle_study_get_failure (window->study));
  g_assert_cmpstr (gtk_label_get_text (window->answer), ==,
                   "No answer: the run did not reach its end.");
  rankle_study_undo (window->study);
  iterate_until (is_idle, window);
  g_assert_null (rankle_study_get_failure (window->study));
  g_assert_true (
      g_str_has_prefix (gtk_label_get_text (window->answer), "Resorption and formation"));
  close_window (window);
}

/* A window that goes without being closed leaves a copy of what was changed in it. */
static void
test_window_that_goes (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = rankle_autosave_dup_folder ();
  g_auto (GStrv) before = rankle_autosave_list_left (folder);
  g_auto (GStrv) after = NULL;

  rankle_study_set_control (window->study, "opg", 2);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *)&window);
  gtk_window_destroy (GTK_WINDOW (window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);
  after = rankle_autosave_list_left (folder);
  g_assert_cmpuint (g_strv_length (after), ==, g_strv_length (before) + 1);
  for (char **path = after; *path != NULL; path++)
    rankle_autosave_discard (*path);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/answer-window/answer", test_answer);
  g_test_add_func ("/answer-window/always-there", test_answer_is_always_there);
  g_test_add_func ("/answer-window/failure", test_answer_of_a_failure);
  g_test_add_func ("/answer-window/goes", test_window_that_goes);
  return g_test_run ();
}
