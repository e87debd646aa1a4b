/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-writer.h"

#include <glib/gstdio.h>
#include <string.h>

#include "lesson-toy.h"
#include "rankle-lesson-reader.h"
#include "rankle-lesson-start.h"
#include "rankle-lessons.h"

/* What is written is read back as the same: to the letter, for the text is all there is
 * of a lesson. */
static void
check_round (const RankleLesson *lesson)
{
  g_autofree char *text = rankle_lesson_format (lesson);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleLesson) again = rankle_lesson_parse (text, -1, lesson->id, &error);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  second = rankle_lesson_format (again);
  g_assert_cmpstr (text, ==, second);
  g_assert_cmpuint (again->n_steps, ==, lesson->n_steps);
}

static void
test_round (void)
{
  const GPtrArray *lessons = rankle_lessons_get ();
  g_autoptr (RankleLesson) whole = lesson_load ("good.json");
  g_autoptr (RankleLesson) small = lesson_load ("good-small.json");

  check_round (whole);
  check_round (small);
  for (guint i = 0; i < lessons->len; i++)
    check_round (lessons->pdata[i]);
}

/* Nothing of the file is lost on the way: each word of it comes back. */
static void
test_whole (void)
{
  g_autofree char *file = lesson_read_text ("good.json");
  g_autoptr (RankleLesson) lesson = lesson_load ("good.json");
  g_autofree char *text = rankle_lesson_format (lesson);
  g_auto (GStrv) words = g_strsplit (file, "\"", -1);

  for (guint i = 1; words[i] != NULL && words[i + 1] != NULL; i += 2)
    {
      g_test_message ("“%s”", words[i]);
      g_assert_nonnull (strstr (text, words[i]));
    }
}

/* ---- a step of a session ---- */

static char *
make_path (const char *name)
{
  return g_build_filename (g_get_tmp_dir (), name, NULL);
}

static RankleSession *
make_session (guint step)
{
  g_autoptr (RankleLesson) lesson = lesson_load ("good.json");

  return rankle_lesson_make_session (lesson, step, NULL);
}

static void
test_steps (void)
{
  g_autofree char *path = make_path ("rankle-lesson-steps.json");
  g_autoptr (RankleSession) one = make_session (0);
  g_autoptr (RankleSession) three = make_session (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleLesson) lesson = NULL;
  g_autoptr (RankleSession) first = NULL;
  g_autoptr (RankleSession) second = NULL;

  g_remove (path);
  g_assert_true (rankle_lesson_save_step (one, "A *step* of [mine]", path, &error));
  g_assert_true (rankle_lesson_save_step (three, "", path, &error));
  lesson = rankle_lesson_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lesson->n_steps, ==, 2);
  g_assert_cmpstr (lesson->steps[0].title, ==, "A  step  of  mine");
  g_assert_cmpstr (lesson->steps[1].title, ==, "Step");
  g_assert_cmpstr (lesson->steps[0].id, !=, lesson->steps[1].id);
  first = rankle_lesson_make_session (lesson, 0, NULL);
  second = rankle_lesson_make_session (lesson, 1, NULL);
  /* Doses that are late, parameters and cursor included. */
  g_assert_true (rankle_scenario_equal (rankle_session_get_scenario (first),
                                        rankle_session_get_scenario (one)));
  g_assert_true (rankle_scenario_equal (rankle_session_get_scenario (second),
                                        rankle_session_get_scenario (three)));
  g_assert_cmpfloat (rankle_session_get_cursor (first), ==, 365);
  g_remove (path);
}

/* To a lesson that is there; what is no lesson stays. */
static void
test_appended (void)
{
  g_autofree char *path = make_path ("rankle-lesson-appended.json");
  g_autofree char *whole = lesson_read_text ("good.json");
  g_autofree char *kept = NULL;
  g_autoptr (RankleSession) session = make_session (0);
  g_autoptr (RankleLesson) lesson = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, whole, -1, NULL));
  g_assert_true (rankle_lesson_save_step (session, "More", path, &error));
  lesson = rankle_lesson_load (path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lesson->n_steps, ==, 4);
  g_assert_cmpstr (lesson->steps[0].goals[0].words, ==, "Lower CTX.");
  g_assert_true (g_file_set_contents (path, "{ \"schema\": 1 }", -1, NULL));
  g_assert_false (rankle_lesson_save_step (session, "More", path, &error));
  g_assert_true (g_str_has_prefix (error->message, path));
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "{ \"schema\": 1 }");
  g_remove (path);
}

static void
test_not_bundled (void)
{
  g_autofree char *path = make_path ("rankle-lesson-toy.json");
  g_autoptr (RankleModel) toy = toy_model_new ();
  g_autoptr (RankleScenario) nothing = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) session = rankle_session_new_of (toy, nothing);
  g_autoptr (GError) error = NULL;

  g_assert_false (rankle_lesson_save_step (session, "Toy", path, &error));
  g_assert_nonnull (strstr (error->message, "“Toy” is none"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson-writer/round", test_round);
  g_test_add_func ("/lesson-writer/whole", test_whole);
  g_test_add_func ("/lesson-writer/steps", test_steps);
  g_test_add_func ("/lesson-writer/appended", test_appended);
  g_test_add_func ("/lesson-writer/not-bundled", test_not_bundled);
  return g_test_run ();
}
