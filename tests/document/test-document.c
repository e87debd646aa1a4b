/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A document through its life: changed, saved, opened, reverted; killed in the middle, on
 * a disk that is full. */

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rankle-autosave.h"
#include "rankle-catalog.h"
#include "rankle-document.h"
#include "rankle-scenario-file.h"

#define N_KILLS 200

typedef struct
{
  char           *folder;
  char           *path; /* of a session in it */
  char           *copies;
  RankleStudy    *study;
  RankleDocument *document;
} Fixture;

static RankleStudy *
make_study (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("lemaire-2004", NULL);
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_load ("healthy-adult", NULL, NULL);
  RankleStudy *study = rankle_study_new ();

  rankle_study_set_scenario (study, scenario);
  rankle_study_set_model (study, model);
  return study;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "lesson.rankle", NULL);
  f->copies = g_build_filename (f->folder, "copies", NULL);
  f->study = make_study ();
  f->document = rankle_document_new (f->study, f->copies);
}

static void
remove_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  rankle_study_close (f->study);
  g_assert_finalize_object (f->document);
  g_object_unref (f->study);
  remove_files (f->copies);
  remove_files (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_free (f->copies);
}

static void
change (Fixture *f, double opg)
{
  rankle_study_set_control (f->study, "opg", opg);
}

/* As the window does it. */
static gboolean
open_file (RankleDocument       *document,
           const char           *path,
           RankleSessionReading *reading,
           GError              **error)
{
  g_autoptr (RankleSession) session =
      rankle_session_file_load (path, NULL, reading, error);

  if (session != NULL)
    rankle_document_open (document, reading->is_whole ? path : NULL, session);
  return session != NULL;
}

static guint
count_left (Fixture *f)
{
  g_auto (GStrv) left = rankle_autosave_list_left (f->copies);

  return g_strv_length (left);
}

/* ---- name and mark ---- */

static void
test_untouched (Fixture *f, gconstpointer data)
{
  g_assert_cmpstr (rankle_document_get_name (f->document), ==, "Untitled");
  g_assert_false (rankle_document_is_changed (f->document));
  g_assert_true (rankle_document_is_untouched (f->document));
  rankle_study_set_cursor (f->study, 12);
  g_assert_true (rankle_document_is_untouched (f->document));
  change (f, 2);
  g_assert_true (rankle_document_is_changed (f->document));
  rankle_study_undo (f->study);
  g_assert_false (rankle_document_is_changed (f->document));
  g_assert_false (rankle_document_is_untouched (f->document)); /* it can be redone */
}

static void
count_cb (GObject *object, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

static void
test_mark (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_signal_connect (f->document, "notify::changed", G_CALLBACK (count_cb), &n);
  change (f, 2);
  change (f, 3);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (rankle_document_save (f->document, f->path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rankle_document_get_name (f->document), ==, "lesson");
  g_assert_false (rankle_document_is_changed (f->document));
  rankle_study_undo (f->study);
  g_assert_true (rankle_document_is_changed (f->document));
  rankle_study_redo (f->study);
  g_assert_false (rankle_document_is_changed (f->document));
}

/* ---- open, revert ---- */

static void
test_open (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleStudy) study = make_study ();
  g_autoptr (RankleDocument) document = rankle_document_new (study, NULL);
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;

  change (f, 2.5);
  g_assert_true (rankle_document_save (f->document, f->path, &error));
  rankle_study_set_control (study, "rankl", 3);
  g_assert_true (open_file (document, f->path, &reading, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (rankle_study_get_control (study, "opg"), ==, 2.5);
  g_assert_cmpfloat (rankle_study_get_control (study, "rankl"), ==, 1);
  g_assert_false (rankle_study_can_undo (study));
  g_assert_false (rankle_document_is_changed (document));
  g_assert_cmpstr (rankle_document_get_path (document), ==, f->path);
  rankle_study_close (study);
}

static void
test_open_fails (Fixture *f, gconstpointer data)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;

  change (f, 2.5);
  g_assert_true (g_file_set_contents (f->path, "{ \"schema\": 1,", -1, NULL));
  g_assert_false (open_file (f->document, f->path, &reading, &error));
  g_assert_true (g_str_has_prefix (error->message, "lesson.rankle:1:"));
  g_assert_cmpfloat (rankle_study_get_control (f->study, "opg"), ==, 2.5);
  g_assert_true (rankle_study_can_undo (f->study));
  g_assert_null (rankle_document_get_path (f->document));
}

static void
test_revert (Fixture *f, gconstpointer data)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session = NULL;

  change (f, 2);
  g_assert_true (rankle_document_save (f->document, f->path, &error));
  change (f, 4);
  session = rankle_session_file_load (f->path, NULL, &reading, &error);
  g_assert_no_error (error);
  rankle_document_revert (f->document, session);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "opg"), ==, 2);
  g_assert_false (rankle_document_is_changed (f->document));
  rankle_study_undo (f->study);
  g_assert_cmpfloat (rankle_study_get_control (f->study, "opg"), ==, 4);
}

/* What could not be read whole is not written over. */
static void
test_not_whole (Fixture *f, gconstpointer data)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  const char text[] = "{ \"schema\": 1, \"model\": { \"name\": \"own.ant\", "
                      "\"content\": \"x = 1; x' = -x\" }, \"scenario\": { "
                      "\"schema\": 2, \"id\": \"a\", \"title\": \"A\" }, "
                      "\"rivals\": [ { \"id\": \"nowhere\", \"version\": \"1\" } ] }";

  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
  g_assert_true (open_file (f->document, f->path, &reading, &error));
  g_assert_false (reading.is_whole);
  g_assert_null (rankle_document_get_path (f->document));
}

/* ---- copies ---- */

static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  change (f, 2);
  rankle_document_flush (f->document);
  g_assert_cmpuint (count_left (f), ==, 0); /* somebody has it */
  g_assert_true (rankle_document_save (f->document, f->path, &error));
  change (f, 3);
  rankle_document_flush (f->document);
  rankle_study_undo (f->study);
  rankle_document_flush (f->document); /* it is as it was saved: no copy */
  rankle_document_close (f->document);
  g_assert_cmpuint (count_left (f), ==, 0);
  g_assert_cmpint (g_rmdir (f->copies), ==, 0); /* nothing was left in it */
}

/* Ends without a word, as in a crash. */
static void
crash_after_change (const char *copies, const char *path)
{
  g_autoptr (RankleStudy) study = make_study ();
  g_autoptr (RankleDocument) document = rankle_document_new (study, copies);

  if (path != NULL)
    rankle_document_save (document, path, NULL);
  rankle_study_set_control (study, "opg", 2.5);
  rankle_document_flush (document);
  _exit (0);
}

static void
run_in_child (const char *mode, Fixture *f)
{
  const char *argv[] = { g_get_prgname (), mode, f->copies, f->path, NULL };
  int         status;

  g_assert_true (g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_DEFAULT, NULL, NULL,
                               NULL, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

static void
check_restored (Fixture *f, const char *copy, const char *path)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session =
      rankle_session_file_load (copy, NULL, &reading, &error);

  g_assert_no_error (error);
  g_assert_true (reading.is_whole);
  g_assert_true (rankle_document_restore (f->document, reading.saved_as, session));
  g_assert_cmpstr (rankle_document_get_path (f->document), ==, path);
  g_assert_true (rankle_document_is_changed (f->document));
  g_assert_cmpfloat (rankle_study_get_control (f->study, "opg"), ==, 2.5);
}

static void
test_crash (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) left = NULL;

  run_in_child ("--crash-untitled", f);
  left = rankle_autosave_list_left (f->copies);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  check_restored (f, left[0], NULL);
  g_assert_cmpuint (count_left (f), ==, 1); /* until it is discarded */
  rankle_autosave_discard (left[0]);
  g_assert_cmpuint (count_left (f), ==, 0); /* the new copy is somebody's */
}

static void
test_crash_of_saved (Fixture *f, gconstpointer data)
{
  g_auto (GStrv) left = NULL;

  run_in_child ("--crash-saved", f);
  left = rankle_autosave_list_left (f->copies);
  g_assert_cmpuint (g_strv_length (left), ==, 1);
  check_restored (f, left[0], f->path);
}

/* ---- killed, and full ---- */

static void
save_for_ever (const char *copies, const char *path)
{
  g_autoptr (RankleStudy) study = make_study ();
  g_autoptr (RankleDocument) document = rankle_document_new (study, copies);

  for (guint i = 1;; i++)
    {
      rankle_study_set_control (study, "opg", 1 + i % 7);
      rankle_document_flush (document);
      if (!rankle_document_save (document, path, NULL))
        _exit (1);
      if (i == 1)
        g_print ("ready\n");
    }
}

static void
check_loads (const char *path)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session =
      rankle_session_file_load (path, NULL, &reading, &error);

  g_assert_no_error (error);
  g_assert_nonnull (session);
  g_assert_true (reading.is_whole);
}

static void
kill_once (Fixture *f, GRand *rand)
{
  const char *argv[] = { g_get_prgname (), "--save-for-ever", f->copies, f->path, NULL };
  GPid        pid;
  int         out;
  char        ready;

  g_assert_true (g_spawn_async_with_pipes (NULL, (char **)argv, NULL,
                                           G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid,
                                           NULL, &out, NULL, NULL));
  g_assert_cmpint (read (out, &ready, 1), ==, 1);
  g_usleep ((gulong)g_rand_int_range (rand, 0, 3000));
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  close (out);
}

/* However it ends, what was saved is whole, and so is each copy. */
static void
test_killed (Fixture *f, gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint n_copies = 0;

  for (guint i = 0; i < N_KILLS; i++)
    {
      g_auto (GStrv) left = NULL;

      kill_once (f, rand);
      check_loads (f->path);
      left = rankle_autosave_list_left (f->copies);
      for (char **copy = left; *copy != NULL; copy++, n_copies++)
        {
          check_loads (*copy);
          rankle_autosave_discard (*copy);
        }
    }
  g_test_message ("killed %d times, %u copies left", N_KILLS, n_copies);
}

/* The disk takes no more than some bytes: what was there stays. */
static void
test_full_disk (Fixture *f, gconstpointer data)
{
  struct rlimit    before, little = { 100, 100 };
  g_autofree char *held = NULL;
  g_autofree char *holds = NULL;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  change (f, 2);
  g_assert_true (rankle_document_save (f->document, f->path, &error));
  g_assert_true (g_file_get_contents (f->path, &held, NULL, NULL));
  change (f, 4);
  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  little.rlim_max = before.rlim_max;
  setrlimit (RLIMIT_FSIZE, &little);
  saved = rankle_document_save (f->document, f->path, &error);
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_false (saved);
  g_assert_nonnull (strstr (error->message, "lesson.rankle"));
  g_assert_true (rankle_document_is_changed (f->document));
  g_assert_true (g_file_get_contents (f->path, &holds, NULL, NULL));
  g_assert_cmpstr (held, ==, holds);
}

static void
test_no_such_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "no", "a.rankle", NULL);
  g_autoptr (GError) error = NULL;

  change (f, 2);
  g_assert_false (rankle_document_save (f->document, nowhere, &error));
  g_assert_nonnull (error);
  g_assert_null (rankle_document_get_path (f->document));
  g_assert_true (rankle_document_is_changed (f->document));
}

/* ---- many ---- */

static void
test_many (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  change (f, 2);
  g_assert_true (rankle_document_save (f->document, f->path, &error));
  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (RankleStudy) study = make_study ();
      g_autoptr (RankleDocument) document = rankle_document_new (study, f->copies);
      g_auto (RankleSessionReading) reading = { 0 };

      g_assert_true (open_file (document, f->path, &reading, &error));
      rankle_study_set_control (study, "rankl", 2);
      rankle_document_flush (document);
      rankle_document_close (document);
      rankle_study_close (study);
      g_assert_finalize_object (g_steal_pointer (&document));
      g_assert_finalize_object (g_steal_pointer (&study));
    }
  g_assert_cmpint (g_rmdir (f->copies), ==, 0); /* nothing was left in it */
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  if (argc == 4 && g_str_equal (argv[1], "--crash-untitled"))
    crash_after_change (argv[2], NULL);
  if (argc == 4 && g_str_equal (argv[1], "--crash-saved"))
    crash_after_change (argv[2], argv[3]);
  if (argc == 4 && g_str_equal (argv[1], "--save-for-ever"))
    save_for_ever (argv[2], argv[3]);
  g_test_init (&argc, &argv, NULL);
  g_set_prgname (argv[0]);
  ADD ("/document/untouched", test_untouched);
  ADD ("/document/mark", test_mark);
  ADD ("/document/open", test_open);
  ADD ("/document/open-fails", test_open_fails);
  ADD ("/document/revert", test_revert);
  ADD ("/document/not-whole", test_not_whole);
  ADD ("/document/copy", test_copy);
  ADD ("/document/crash", test_crash);
  ADD ("/document/crash-of-saved", test_crash_of_saved);
  ADD ("/document/killed", test_killed);
  ADD ("/document/full-disk", test_full_disk);
  ADD ("/document/no-such-folder", test_no_such_folder);
  ADD ("/document/many", test_many);
  return g_test_run ();
}
