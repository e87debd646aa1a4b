/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gstdio.h>

#include "rankle-catalog.h"
#include "rankle-file-reading.h"
#include "window-fixture.h"

/* Sessions come out of files while the window goes on, and put nothing in its place that
 * is not saved. */

/* (transfer full): a session in which @opg is moved, in a file. */
static GFile *
write_session (double opg)
{
  g_autoptr (RankleStudy) study = rankle_study_new ();
  g_autoptr (RankleModel) model = rankle_catalog_load ("lemaire-2004", NULL);
  g_autofree char *path =
      g_build_filename (g_get_tmp_dir (), "rankle-test-XXXXXX.rankle", NULL);
  g_autoptr (GError) error = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  rankle_study_set_model (study, model);
  rankle_study_set_control (study, "opg", opg);
  rankle_session_file_save (rankle_study_get_session (study), path, &error);
  g_assert_no_error (error);
  rankle_study_close (study);
  return g_file_new_for_path (path);
}

static double
get_opg (RankleWindow *window)
{
  return rankle_study_get_control (window->study, "opg");
}

static const char *
get_model (RankleWindow *window)
{
  return rankle_model_get_id (rankle_study_get_model (window->study));
}

/* (nullable) */
static RankleWindow *
find_other (RankleWindow *window)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (window));

  for (GList *at = gtk_application_get_windows (application); at != NULL; at = at->next)
    if (RANKLE_IS_WINDOW (at->data) && at->data != window)
      return at->data;
  return NULL;
}

static gboolean
has_other_that_has_read (RankleWindow *window)
{
  RankleWindow *other = find_other (window);

  return other != NULL && has_read (other) && has_runs (other);
}

/* What was there stays until the file has been read. */
static void
test_reads_beside (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_session (3);
  const char *path;

  rankle_window_open_file (window, file);
  g_assert_false (has_read (window));
  g_assert_false (_rankle_window_is_untouched (window)); /* it is somebody's */
  g_assert_cmpstr (get_model (window), ==, "rankle");
  iterate_until (has_read, window);
  g_assert_cmpstr (get_model (window), ==, "lemaire_2004");
  g_assert_cmpfloat (get_opg (window), ==, 3);
  path = rankle_document_get_path (window->document);
  g_assert_cmpstr (path, ==, g_file_peek_path (file));
  g_assert_false (rankle_document_is_changed (window->document));
  g_file_delete (file, NULL, NULL);
  close_window (window);
}

/* Points are there, be the file read before the window's own first run or after it. */
static void
test_evidence (void)
{
  RankleWindow *first = open_window ();
  RankleWindow *window;
  g_autoptr (GFile) file = write_session (3);

  window = rankle_window_new_beside (first);
  g_assert_null (rankle_study_get_evidence (window->study));
  rankle_window_open_file (window, file);
  while (rankle_study_get_evidence (window->study) == NULL)
    g_main_context_iteration (NULL, TRUE);
  iterate_until (has_read, window);
  g_assert_nonnull (rankle_study_get_evidence (window->study));
  g_file_delete (file, NULL, NULL);
  close_window (window);
  close_window (first);
}

static void
test_cancelled (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_session (3);

  rankle_window_open_file (window, file);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.cancel-reading", NULL);
  rankle_file_reading_join ();
  iterate_until (has_read, window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpstr (get_model (window), ==, "rankle");
  g_assert_null (rankle_document_get_path (window->document));
  g_file_delete (file, NULL, NULL);
  close_window (window);
}

/* What is done while a file is read is not lost: the file goes to another window. */
static void
test_touched_meanwhile (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_session (3);
  RankleWindow *other;

  rankle_window_open_file (window, file);
  rankle_study_set_control (window->study, "opg", 5);
  iterate_until (has_other_that_has_read, window);
  other = find_other (window);
  g_assert_cmpfloat (get_opg (window), ==, 5);
  g_assert_cmpstr (get_model (window), ==, "rankle");
  g_assert_cmpfloat (get_opg (other), ==, 3);
  g_assert_cmpstr (get_model (other), ==, "lemaire_2004");
  g_file_delete (file, NULL, NULL);
  close_window (other);
  close_window (window);
}

/* A second one does not take the place of the first, which is still read. */
static void
test_two_at_once (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) first = write_session (3);
  g_autoptr (GFile) second = write_session (4);
  RankleWindow *other;

  rankle_window_open_file (window, first);
  rankle_window_open_file (window, second);
  iterate_until (has_other_that_has_read, window);
  iterate_until (has_read, window);
  other = find_other (window);
  g_assert_cmpfloat (get_opg (window), ==, 3);
  g_assert_cmpfloat (get_opg (other), ==, 4);
  g_file_delete (first, NULL, NULL);
  g_file_delete (second, NULL, NULL);
  close_window (other);
  close_window (window);
}

static void
test_revert (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_session (3);

  rankle_window_open_file (window, file);
  iterate_until (has_read, window);
  rankle_study_set_control (window->study, "opg", 5);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.revert", NULL);
  iterate_until (has_read, window);
  g_assert_cmpfloat (get_opg (window), ==, 3);
  g_assert_true (rankle_study_can_undo (window->study));
  rankle_study_undo (window->study);
  g_assert_cmpfloat (get_opg (window), ==, 5);
  g_file_delete (file, NULL, NULL);
  close_window (window);
}

/* Two documents, each with its own undo, name and mark. */
static void
test_two_windows (void)
{
  RankleWindow *window = open_window ();
  RankleWindow *other = open_window ();
  g_autoptr (GFile) file = write_session (3);

  rankle_window_open_file (other, file);
  iterate_until (has_read, other);
  rankle_study_set_control (window->study, "opg", 2);
  rankle_study_set_control (other->study, "rankl", 4);
  rankle_study_undo (window->study);
  g_assert_cmpfloat (get_opg (window), ==, 1);
  g_assert_false (rankle_study_can_undo (window->study));
  g_assert_false (rankle_document_is_changed (window->document));
  g_assert_cmpfloat (get_opg (other), ==, 3);
  g_assert_cmpfloat (rankle_study_get_control (other->study, "rankl"), ==, 4);
  g_assert_cmpstr (rankle_study_get_undo_label (other->study), ==, "RANKL × 4");
  g_assert_true (rankle_document_is_changed (other->document));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Rankle");
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (other)), "• "));
  g_file_delete (file, NULL, NULL);
  close_window (other);
  close_window (window);
}

/* ---- recent files ---- */

static guint
count_recent (RankleWindow *window)
{
  g_autoptr (GMenuModel) files =
      g_menu_model_get_item_link (G_MENU_MODEL (window->recent_menu), 0, "section");

  return (guint)g_menu_model_get_n_items (files);
}

/* In every window's menu, whichever it was opened in. */
static void
test_recent (void)
{
  RankleWindow *window = open_window ();
  RankleWindow *other = open_window ();
  g_autoptr (GFile) file = write_session (3);
  g_autoptr (GVariant) path =
      g_variant_ref_sink (g_variant_new_bytestring (g_file_peek_path (file)));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.clear-recent", NULL);
  g_assert_cmpuint (count_recent (window), ==, 0);
  rankle_window_open_file (window, file);
  iterate_until (has_read, window);
  g_assert_cmpuint (count_recent (window), ==, 1);
  g_assert_cmpuint (count_recent (other), ==, 1);
  gtk_widget_activate_action (GTK_WIDGET (other), "win.open-path", "@ay", path);
  iterate_until (has_read, other);
  g_assert_cmpfloat (get_opg (other), ==, 3);
  g_assert_cmpuint (count_recent (window), ==, 1); /* once */
  gtk_widget_activate_action (GTK_WIDGET (other), "win.clear-recent", NULL);
  g_assert_cmpuint (count_recent (window), ==, 0);
  g_assert_false (
      g_action_group_get_action_enabled (G_ACTION_GROUP (window), "clear-recent"));
  g_file_delete (file, NULL, NULL);
  close_window (other);
  close_window (window);
}

/* ---- after a crash ---- */

/* (transfer full): as a crash leaves it. */
static char *
leave_copy (const char *text)
{
  g_autofree char *folder = rankle_autosave_dup_folder ();
  char            *path = g_build_filename (folder, "left.rankle", NULL);

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
test_restored (void)
{
  RankleWindow *window = open_window ();
  g_autoptr (GFile) file = write_session (3);
  g_autofree char *text = NULL;
  g_autofree char *copy = NULL;

  g_assert_true (g_file_load_contents (file, NULL, &text, NULL, NULL, NULL));
  copy = leave_copy (text);
  _rankle_window_restore (window, copy);
  iterate_until (has_read, window);
  g_assert_cmpfloat (get_opg (window), ==, 3);
  g_assert_true (rankle_document_is_changed (window->document));
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS)); /* there is a later one */
  g_file_delete (file, NULL, NULL);
  close_window (window);
}

/* What cannot be read, or not whole, is not thrown away. */
static void
test_not_restored (void)
{
  static const char *const texts[] = { "{ \"schema\": 1,\n", "{ \"schema\": 999 }\n" };
  RankleWindow            *window = open_window ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *copy = leave_copy (texts[i]);

      _rankle_window_restore (window, copy);
      iterate_until (has_read, window);
      g_assert_nonnull (window->told);
      g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
      g_unlink (copy);
    }
  g_assert_cmpstr (get_model (window), ==, "rankle");
  close_window (window);
}

int
main (int argc, char *argv[])
{
  set_up_application (&argc, &argv);
  g_test_add_func ("/sessions/reads-beside", test_reads_beside);
  g_test_add_func ("/sessions/evidence", test_evidence);
  g_test_add_func ("/sessions/cancelled", test_cancelled);
  g_test_add_func ("/sessions/touched-meanwhile", test_touched_meanwhile);
  g_test_add_func ("/sessions/two-at-once", test_two_at_once);
  g_test_add_func ("/sessions/revert", test_revert);
  g_test_add_func ("/sessions/two-windows", test_two_windows);
  g_test_add_func ("/sessions/recent", test_recent);
  g_test_add_func ("/sessions/restored", test_restored);
  g_test_add_func ("/sessions/not-restored", test_not_restored);
  return g_test_run ();
}
