/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "rankle-command.h"
#include "rankle-experiment.h"
#include "rankle-integrator.h"
#include "rankle-picture-writer.h"
#include "rankle-session-table.h"
#include "window-fixture.h"

/* What comes out of the window. */

static char *exported;

static gboolean
is_exported (RankleWindow *window)
{
  return g_file_test (exported, G_FILE_TEST_EXISTS);
}

/* (transfer full): as the command line makes it of the session's file. */
static char *
make_table (const RankleSession *session)
{
  g_autoptr (RankleFinder) finder = rankle_finder_new (
      rankle_session_get_evidence (session), rankle_session_get_model (session));
  g_autoptr (RankleQuestion) question = rankle_session_make_question (session, finder);
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (question, NULL);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory =
      rankle_integrator_run (integrator, protocol, NULL, NULL);

  g_assert_nonnull (trajectory);
  return rankle_session_table_format (session, trajectory, NULL);
}

/* Under a drag, too: what is written is made to be read. */
static void
test_table (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (RankleChange) drag = rankle_study_begin_change (window->study, "OPG");
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *wanted = NULL;
  g_autofree char *written = NULL;

  rankle_study_set_control (window->study, "opg", 2);
  rankle_study_set_control (window->study, "opg", 3);
  exported = g_build_filename (folder, "run.csv", NULL);
  _rankle_window_export_table (window, exported);
  iterate_until (is_exported, window);
  wanted = make_table (rankle_study_get_session (window->study));
  g_assert_true (g_file_get_contents (exported, &written, NULL, NULL));
  g_assert_cmpstr (written, ==, wanted);
  g_unlink (exported);
  g_rmdir (folder);
  g_clear_pointer (&exported, g_free);
  g_clear_pointer (&drag, rankle_change_unref);
  close_window (window);
}

/* ---- pictures ---- */

static RankleTrajectory *
run (RankleProtocol *protocol)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *trajectory = rankle_integrator_run (integrator, protocol, NULL, NULL);

  g_assert_nonnull (trajectory);
  return trajectory;
}

/* (transfer full): as the command line makes it of the session's file. */
static GBytes *
make_picture (RankleSession *session)
{
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, NULL);
  g_autoptr (RankleProtocol) reference = rankle_session_make_baseline (session, NULL);
  g_autoptr (RankleTrajectory) trajectory = run (protocol);
  g_autoptr (RankleTrajectory) baseline = run (reference);
  g_autoptr (RanklePicture) picture = rankle_picture_new (&(RanklePictureContent){
      .session = session, .run = trajectory, .baseline = baseline });

  return rankle_picture_write (picture, RANKLE_PICTURE_PNG, NULL);
}

static gboolean
has_told (RankleWindow *window)
{
  return window->told != NULL;
}

/* (transfer full): what the window says of it; it is exported under that name. */
static char *
export_picture (RankleWindow *window, const char *folder, const char *name)
{
  char *words;

  g_clear_pointer (&exported, g_free);
  exported = g_build_filename (folder, name, NULL);
  _rankle_window_tell_no_more (window);
  _rankle_window_export_picture (window, exported);
  iterate_until (has_told, window);
  words = g_strdup (adw_toast_get_title (window->told));
  g_test_message ("%s", words);
  return words;
}

/* Under a drag, too; each kind of file by its ending. */
static void
test_picture (void)
{
  static const char *const names[] = { "run.svg", "run.pdf", "run.png" };
  RankleWindow            *window = open_window ();
  g_autoptr (RankleChange) drag = rankle_study_begin_change (window->study, "OPG");
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autoptr (GBytes) wanted = NULL;

  rankle_study_set_control (window->study, "opg", 2);
  rankle_study_set_control (window->study, "opg", 3);
  rankle_study_set_cursor (window->study, 730);
  wanted = make_picture (rankle_study_get_session (window->study));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *words = export_picture (window, folder, names[i]);
      g_autofree char *expected = g_strdup_printf ("%s was written.", names[i]);
      g_autofree char *written = NULL;
      gsize            length;

      g_assert_cmpstr (words, ==, expected);
      g_assert_true (g_file_get_contents (exported, &written, &length, NULL));
      if (g_str_has_suffix (names[i], "png"))
        g_assert_cmpmem (written, length, g_bytes_get_data (wanted, NULL),
                         g_bytes_get_size (wanted));
      g_unlink (exported);
    }
  g_rmdir (folder);
  g_clear_pointer (&drag, rankle_change_unref);
  close_window (window);
}

static gsize
measure_picture (RankleWindow *window, const char *folder)
{
  g_autofree char *words = export_picture (window, folder, "view.svg");
  g_autofree char *written = NULL;
  gsize            length;

  g_assert_cmpstr (words, ==, "view.svg was written.");
  g_assert_true (g_file_get_contents (exported, &written, &length, NULL));
  g_unlink (exported);
  return length;
}

/* What is seen: one of the two is less than both. */
static void
test_picture_of_view (void)
{
  static const char *const views[] = { "both", "pathway", "plots" };
  RankleWindow            *window = open_window ();
  g_autofree char         *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  gsize                    sizes[G_N_ELEMENTS (views)];

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_action_group_change_action_state (G_ACTION_GROUP (window), "view",
                                          g_variant_new_string (views[i]));
      sizes[i] = measure_picture (window, folder);
    }
  g_assert_cmpuint (sizes[1], <, sizes[0]);
  g_assert_cmpuint (sizes[2], <, sizes[0]);
  g_rmdir (folder);
  close_window (window);
}

/* A sentence for each, and nothing is left of a file. */
static void
test_picture_cannot_be_written (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *kind = export_picture (window, folder, "run.jpg");
  g_autofree char *place = export_picture (window, folder, "nowhere/run.png");

  g_assert_cmpstr (kind, ==, "run.jpg: the name of a picture ends in .png, .svg or .pdf");
  g_assert_true (g_str_has_suffix (place, "nowhere/run.png: No such file or directory"));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  close_window (window);
}

/* Of a model of which nothing more than a beginning can be run. */
static void
test_picture_of_failed_run (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *words = NULL;

  write_and_open (window, "model grows\nx = 1; x' = x^2;\nend\n");
  words = export_picture (window, folder, "run.png");
  g_assert_cmpstr (words, ==, "run.png was written.");
  g_unlink (exported);
  g_rmdir (folder);
  close_window (window);
}

/* ---- for other programs ---- */

static RankleSession *
open_archive (RankleWindow *window, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  rankle_window_open_file (window, file);
  iterate_until (has_read, window);
  return rankle_study_get_session (window->study);
}

/* With what is kept; opened again it is the same session, and has no file. */
static void
test_archive (void)
{
  RankleWindow    *window = open_window ();
  RankleWindow    *other = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autoptr (RankleKeptRun) kept = NULL;
  g_autoptr (RankleSession) with_kept = NULL;
  RankleSession *session = rankle_study_get_session (window->study);

  kept = rankle_kept_run_new ("Before", rankle_session_get_model (session),
                              rankle_session_get_scenario (session));
  with_kept = rankle_session_with_kept (session, &kept, 1);
  rankle_study_open_session (window->study, with_kept);
  rankle_study_set_control (window->study, "opg", 2);
  g_free (exported);
  exported = g_build_filename (folder, "run.omex", NULL);
  _rankle_window_export_archive (window, exported);
  iterate_until (is_exported, window);
  session = open_archive (other, exported);
  g_assert_true (
      rankle_session_equal (session, rankle_study_get_session (window->study)));
  g_assert_null (rankle_document_get_path (other->document));
  g_assert_false (rankle_document_is_changed (other->document));
  g_unlink (exported);
  g_rmdir (folder);
  g_clear_pointer (&exported, g_free);
  close_window (other);
  close_window (window);
}

static void
test_sbml (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "run.xml", NULL);
  g_autofree char *written = NULL;
  g_autoptr (RankleExperiment) experiment = NULL;

  rankle_study_set_control (window->study, "denosumab_dose", 60);
  _rankle_window_export_sbml (window, path);
  g_assert_true (g_file_get_contents (path, &written, NULL, NULL));
  experiment = rankle_experiment_new (rankle_study_get_session (window->study), NULL);
  g_assert_cmpstr (written, ==, rankle_experiment_get_run (experiment, 0)->sbml);
  g_assert_nonnull (strstr (written, "<event id=\"treatment_1\""));
  g_unlink (path);
  g_rmdir (folder);
  close_window (window);
}

/* Whoever closes the window meanwhile does not wait for it. */
static void
test_window_goes (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "run.png", NULL);

  rankle_study_set_control (window->study, "opg", 4);
  _rankle_window_export_picture (window, path);
  _rankle_window_export_archive (window, path);
  close_window (window);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  char **copied = data;

  *copied = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_command (void)
{
  RankleWindow    *window = open_window ();
  GdkClipboard    *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  g_autofree char *copied = NULL;

  rankle_study_set_control (window->study, "opg", 2);
  g_action_group_activate_action (G_ACTION_GROUP (window), "copy-command", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, copied_cb, &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (copied, ==,
                   "rankle-cli simulate rankle --control opg=2 --end 3650 --as-shown");
  close_window (window);
}

int
main (int argc, char **argv)
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/export/table", test_table);
  g_test_add_func ("/export/picture", test_picture);
  g_test_add_func ("/export/picture-of-view", test_picture_of_view);
  g_test_add_func ("/export/picture-cannot-be-written", test_picture_cannot_be_written);
  g_test_add_func ("/export/picture-of-failed-run", test_picture_of_failed_run);
  g_test_add_func ("/export/archive", test_archive);
  g_test_add_func ("/export/sbml", test_sbml);
  g_test_add_func ("/export/window-goes", test_window_goes);
  g_test_add_func ("/export/command", test_command);
  return g_test_run ();
}
