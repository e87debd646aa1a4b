/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "rankle-command.h"
#include "rankle-report-window.h"
#include "rankle-study-report.h"
#include "rankle-study-runs.h"
#include "report-fixture.h"
#include "window-fixture.h"

/* The texts of a report in the window, and the report that comes out of it. */

static RankleReportWindow *
open_report (RankleWindow *window)
{
  g_action_group_activate_action (G_ACTION_GROUP (window), "export-report", NULL);
  g_assert_true (RANKLE_IS_REPORT_WINDOW (window->report));
  return RANKLE_REPORT_WINDOW (window->report);
}

static void
type (RankleReportWindow *report, RankleReportText which, const char *text)
{
  gtk_text_buffer_set_text (
      gtk_text_view_get_buffer (rankle_report_window_get_field (report, which)), text,
      -1);
}

static char *
read_field (RankleReportWindow *report, RankleReportText which)
{
  char *text;

  g_object_get (gtk_text_view_get_buffer (rankle_report_window_get_field (report, which)),
                "text", &text, NULL);
  return text;
}

static const char *
get_text (RankleWindow *window, RankleReportText which)
{
  return rankle_session_get_report_text (rankle_study_get_session (window->study), which);
}

static gboolean
has_closed (RankleWindow *window)
{
  return window->report == NULL;
}

static void
close_report (RankleWindow *window)
{
  gtk_window_close (GTK_WINDOW (window->report));
  iterate_until (has_closed, window);
}

/* What was typed is there when the window has closed, as one step of undo, and shown when
 * it opens again; so is what undo brings back while it is open. */
static void
test_texts (void)
{
  RankleWindow       *window = open_window ();
  RankleReportWindow *report = open_report (window);
  g_autofree char    *again = NULL;
  g_autofree char    *undone = NULL;

  g_assert_true (
      gtk_window_get_focus (GTK_WINDOW (report)) ==
      GTK_WIDGET (rankle_report_window_get_field (report, RANKLE_REPORT_QUESTION)));
  type (report, RANKLE_REPORT_QUESTION, "Why?");
  type (report, RANKLE_REPORT_FINDING, "So.\n");
  close_report (window);
  g_assert_cmpstr (get_text (window, RANKLE_REPORT_QUESTION), ==, "Why?");
  g_assert_cmpstr (get_text (window, RANKLE_REPORT_FINDING), ==, "So.");
  g_assert_cmpstr (rankle_study_get_undo_label (window->study), ==, "Report Texts");

  report = open_report (window);
  again = read_field (report, RANKLE_REPORT_FINDING);
  g_assert_cmpstr (again, ==, "So.");
  rankle_study_undo (window->study);
  undone = read_field (report, RANKLE_REPORT_FINDING);
  g_assert_cmpstr (undone, ==, "");
  g_assert_false (rankle_study_can_undo (window->study));
  close_report (window);
  g_assert_true (rankle_study_can_redo (window->study)); /* nothing was typed */
  close_window (window);
}

/* No more than there is room for. */
static void
test_full (void)
{
  RankleWindow       *window = open_window ();
  RankleReportWindow *report = open_report (window);
  g_autofree char    *text = g_strnfill (RANKLE_REPORT_TEXT_MAX + 5, 'a');
  g_autofree char    *typed = NULL;

  type (report, RANKLE_REPORT_HYPOTHESIS, text);
  typed = read_field (report, RANKLE_REPORT_HYPOTHESIS);
  g_assert_cmpint (g_utf8_strlen (typed, -1), ==, RANKLE_REPORT_TEXT_MAX);
  close_report (window);
  close_window (window);
}

static gboolean
has_told (RankleWindow *window)
{
  return window->told != NULL;
}

static RanklePaper
get_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER)
             ? RANKLE_PAPER_LETTER
             : RANKLE_PAPER_A4;
}

/* The bytes that the command line writes of the session's file, at once after a run was
 * kept; and of a file that cannot be written a sentence. */
static void
test_export (void)
{
  static const char *const texts[] = { "Why?", "", "So." };
  RankleWindow            *window = open_window ();
  g_autofree char         *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char         *path = g_build_filename (folder, "a.pdf", NULL);
  g_autofree char         *nowhere = g_build_filename (folder, "none", "a.pdf", NULL);
  g_autofree char         *written = NULL;
  g_autoptr (RankleReport) report = NULL;
  g_autoptr (GBytes) wanted = NULL;
  g_auto (GStrv) commands = NULL;
  RankleSession *session;
  gsize          length;

  rankle_study_write_report (window->study, texts);
  rankle_study_set_control (window->study, "opg", 2);
  g_assert_true (rankle_study_keep (window->study));
  rankle_study_set_control (window->study, "opg", 3);
  _rankle_window_tell_no_more (window);
  _rankle_window_export_report (window, path);
  iterate_until (has_told, window);
  g_assert_cmpstr (adw_toast_get_title (window->told), ==, "a.pdf was written.");
  g_assert_true (g_file_get_contents (path, &written, &length, NULL));

  session = rankle_study_get_session (window->study);
  commands = rankle_command_list_runs (session);
  g_assert_cmpuint (g_strv_length (commands), ==, 2);
  report = report_make (session, (const char *const *)commands, get_paper ());
  wanted = rankle_report_write (report, NULL);
  g_assert_cmpmem (written, length, g_bytes_get_data (wanted, NULL),
                   g_bytes_get_size (wanted));

  _rankle_window_tell_no_more (window);
  _rankle_window_export_report (window, nowhere);
  iterate_until (has_told, window);
  g_assert_cmpstr (adw_toast_get_title (window->told), !=, "a.pdf was written.");
  g_unlink (path);
  g_rmdir (folder);
  close_window (window);
}

/* Whoever closes the window meanwhile does not wait for it, nor for what is typed. */
static void
test_closed (void)
{
  RankleWindow    *window = open_window ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.pdf", NULL);

  rankle_study_set_control (window->study, "opg", 4);
  type (open_report (window), RANKLE_REPORT_QUESTION, "Why?");
  _rankle_window_export_report (window, path);
  close_window (window);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/report-window/texts", test_texts);
  g_test_add_func ("/report-window/full", test_full);
  g_test_add_func ("/report-window/export", test_export);
  g_test_add_func ("/report-window/closed", test_closed);
  return g_test_run ();
}
