/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "rankle-command.h"
#include "rankle-integrator.h"
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
  g_test_add_func ("/export/command", test_command);
  return g_test_run ();
}
