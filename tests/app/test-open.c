/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "rankle-file-reading.h"
#include "window-fixture.h"

/* A large file is read while the window goes on. */

#define N_PARAMETERS 19999

/* (transfer full) */
static GFile *
write_many_parameters (void)
{
  g_autoptr (GString) text = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" "
      "version=\"2\">\n<model id=\"many\">\n<listOfParameters>\n");

  for (guint i = 0; i < N_PARAMETERS; i++)
    g_string_append_printf (
        text, "<parameter id=\"p%u\" value=\"%u\" constant=\"true\"/>\n", i, i);
  g_string_append (text, "</listOfParameters>\n</model>\n</sbml>\n");
  return write_file (text->str);
}

static const char *
get_model (RankleWindow *window)
{
  return rankle_model_get_id (rankle_study_get_model (window->study));
}

/* What was computed so far by this thread or by all [s]: on a busy machine the clock says
 * nothing of us. */
static double
get_work (clockid_t whose)
{
  struct timespec spent;

  g_assert_cmpint (clock_gettime (whose, &spent), ==, 0);
  return (double)spent.tv_sec + (double)spent.tv_nsec / 1e9;
}

/* Iterates until @test holds and nothing is left to do; the longest that a key would have
 * had to wait [s]. */
static double
watch (gboolean (*test) (RankleWindow *), RankleWindow *window)
{
  double longest = 0;

  while (!test (window) || g_main_context_pending (NULL))
    {
      double start = get_work (CLOCK_THREAD_CPUTIME_ID);

      g_main_context_iteration (NULL, TRUE);
      longest = MAX (longest, get_work (CLOCK_THREAD_CPUTIME_ID) - start);
    }
  return longest;
}

static gboolean
is_shown (RankleWindow *window)
{
  return g_str_equal (get_model (window), "many");
}

/* Machines and sanitizers slow the window and the reader alike: the one is measured by
 * the other. */
static void
test_window_goes_on (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_many_parameters ();
  double longest, reading;

  watch (is_idle, window); /* what opening the window has left to do */
  reading = get_work (CLOCK_THREAD_CPUTIME_ID) - get_work (CLOCK_PROCESS_CPUTIME_ID);
  rankle_window_open_file (window, file);
  g_assert_cmpstr (get_model (window), ==, "rankle"); /* the last good picture */
  longest = watch (is_shown, window);
  reading += get_work (CLOCK_PROCESS_CPUTIME_ID) - get_work (CLOCK_THREAD_CPUTIME_ID);
  g_test_message ("longest silence %g s, reading %g s", longest, reading);
  g_assert_cmpfloat (longest, <, reading);
  g_assert_true (has_read (window));
  close_window (window);
  g_file_delete (file, NULL, NULL);
}

static gboolean
shows_bar (RankleWindow *window)
{
  return gtk_widget_get_mapped (GTK_WIDGET (window->reading));
}

static gboolean
cursor_has_moved (RankleWindow *window)
{
  return rankle_study_get_cursor (window->study) < 1000;
}

/* The bar says what is read; keys do what they do; Escape ends it. */
static void
test_cancel (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_many_parameters ();
  g_autofree char *name = g_file_get_basename (file);
  GtkWidget       *label;

  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (window), "cancel-reading"));
  rankle_window_load_scenario (window, "denosumab-3-years");
  iterate_until (is_idle, window);
  rankle_window_open_file (window, file);
  iterate_until (shows_bar, window);
  label = find_descendant (GTK_WIDGET (window->reading), GTK_TYPE_LABEL);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (label)), name));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.previous-dose", NULL);
  g_assert_true (cursor_has_moved (window));
  g_assert_false (has_read (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-reading", NULL);
  g_assert_true (has_read (window));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->reading)));
  rankle_file_reading_join ();
  watch (has_read, window);
  g_assert_cmpstr (get_model (window), ==, "rankle");
  close_window (window);
  g_file_delete (file, NULL, NULL);
}

/* Whatever was asked for last is what is shown in the end. */
static void
test_newer_supersedes (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) many = write_many_parameters ();
  g_autoptr (GFile) small = write_file ("model small\n x = 1; x' = -x\nend\n");

  rankle_window_open_file (window, many);
  rankle_window_open_file (window, small);
  watch (has_read, window);
  g_assert_cmpstr (get_model (window), ==, "small");
  rankle_window_open_file (window, many);
  rankle_window_load_model (window, "lemaire-2004");
  g_assert_true (has_read (window));
  rankle_file_reading_join ();
  watch (has_read, window);
  g_assert_cmpstr (get_model (window), ==, "lemaire_2004");
  close_window (window);
  g_file_delete (many, NULL, NULL);
  g_file_delete (small, NULL, NULL);
}

/* A scenario of a model that is not there: its title must not stand over another one. */
static void
test_scenario_of_another (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "joint.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *text = "{ \"schema\": 2, \"id\": \"joint\", \"title\": \"A joint\", "
                     "\"model\": \"elsewhere\", \"controls\": { \"severity\": 35 } }";

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  rankle_window_open_file (window, file);
  g_assert_nonnull (window->told);
  g_assert_nonnull (strstr (adw_toast_get_title (window->told), "severity"));
  g_assert_true (g_str_has_prefix (adw_toast_get_title (window->told), "joint.json: "));
  g_assert_cmpstr (gtk_menu_button_get_label (window->scenario_button), ==,
                   "Healthy adult");
  g_unlink (path);
  g_rmdir (folder);
  close_window (window);
}

/* A file that was made for a system opens it, though the model that is shown has words
 * for what it sets. */
static void
test_scenario_of_a_system (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "node.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const char *text = "{ \"schema\": 2, \"id\": \"node\", \"title\": \"A node\", "
                     "\"model\": \"lymph-node\", \"controls\": { \"rank\": 0 } }";

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  rankle_window_open_file (window, file);
  g_assert_null (window->told);
  g_assert_cmpstr (rankle_model_get_id (rankle_study_get_model (window->study)), ==,
                   "lymph_node");
  g_unlink (path);
  g_rmdir (folder);
  close_window (window);
}

/* One click on another model does not lose what was opened; of one file there is the
 * latest. */
static void
test_stays_at_hand (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) first = write_file ("model first\n x = 1; x' = -x\nend\n");
  RankleModel *opened;

  rankle_window_open_file (window, first);
  iterate_until (has_read, window);
  write_and_open (window, "model second\n x = 1; x' = -x\nend\n");
  rankle_window_load_model (window, "lemaire-2004");
  g_assert_cmpuint (window->opened->len, ==, 2);
  opened = window->opened->pdata[0];
  gtk_widget_activate_action (GTK_WIDGET (window), "win.opened-model", "u", 0);
  g_assert_true (rankle_study_get_model (window->study) == opened);
  g_assert_cmpstr (get_model (window), ==, "first");
  rankle_window_open_file (window, first);
  iterate_until (has_read, window);
  g_assert_cmpuint (window->opened->len, ==, 2);
  g_assert_true (rankle_study_get_model (window->study) == window->opened->pdata[1]);
  close_window (window);
  g_file_delete (first, NULL, NULL);
}

/* Nobody is told of a file whose window has gone. */
static void
test_window_closes (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_many_parameters ();

  rankle_window_open_file (window, file);
  close_window (window);
  rankle_file_reading_join ();
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_file_delete (file, NULL, NULL);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/open/window-goes-on", test_window_goes_on);
  g_test_add_func ("/open/cancel", test_cancel);
  g_test_add_func ("/open/newer-supersedes", test_newer_supersedes);
  g_test_add_func ("/open/scenario-of-another", test_scenario_of_another);
  g_test_add_func ("/open/scenario-of-a-system", test_scenario_of_a_system);
  g_test_add_func ("/open/stays-at-hand", test_stays_at_hand);
  g_test_add_func ("/open/window-closes", test_window_closes);
  return g_test_run ();
}
