/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-reader.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "lesson-fixture.h"
#include "mutation.h"
#include "rankle-catalog.h"
#include "rankle-lesson-start.h"
#include "rankle-lesson-writer.h"

#define N_MUTATED 1000

/* All that a lesson may have. */
static void
test_whole (void)
{
  g_autoptr (RankleLesson) lesson = lesson_load ("good.json");
  const RankleLessonStep *step = lesson->steps;

  g_assert_cmpuint (lesson->n_steps, ==, 3);
  g_assert_cmpuint (lesson->n_known, ==, 2);
  g_assert_cmpint (lesson->known[1].grade, ==, RANKLE_LESSON_RECALLED);
  g_assert_null (lesson->known[1].source);
  g_assert_cmpint (lesson->level, ==, RANKLE_LESSON_COURSE);
  g_assert_cmpstr (step->text[1], ==, "- an item with a \\* in it");
  g_assert_cmpstr (step->start->scenario_id, ==, "healthy-adult");
  g_assert_cmpfloat (step->start->cursor, ==, 365);
  g_assert_cmpfloat (step->controls.limits[0].most, ==, 4);
  g_assert_true (step->question->choices[0].right);
  g_assert_false (step->prediction->sketch);
  g_assert_cmpint (step->prediction->right, ==, RANKLE_COURSE_FALLS);
  g_assert_cmpuint (step->n_goals, ==, 3);
  g_assert_cmpint (step->goals[0].allowed[3].kind, ==, RANKLE_ALLOWED_CHANGES);
  g_assert_true (isinf (step->goals[0].low) && step->goals[0].low < 0);
  g_assert_cmpfloat (step->goals[1].to, ==, 730); /* the step's horizon */
  g_assert_null (lesson->steps[1].start);
  g_assert_null (lesson->steps[2].start->scenario_id);
  g_assert_true (lesson->steps[2].prediction->sketch);
}

/* What the schema cannot know: each is held against the models. */
static const struct
{
  const char *members, *complaint;
} unknown[] = {
  { "\"panels\": [\"none\"]", "steps[0].panels[0]: the model has no panel “none”" },
  { "\"controls\": {\"shown\": [\"none\"]}",
    "steps[0].controls.shown[0]: the model has no control “none”" },
  { "\"controls\": {\"locked\": [\"opg\"], \"spotlight\": \"opg\"}",
    "steps[0].controls.spotlight: “opg” cannot be moved" },
  { "\"controls\": {\"limits\": {\"opg\": {\"min\": 2, \"max\": 9}}}",
    "steps[0].controls.limits.opg.max: must be from 2 to 8" },
  { "\"prediction\": {\"words\": \"W\", \"column\": \"none\", \"right\": \"fall\"}",
    "steps[0].prediction.column: the model has no quantity “none”" },
  { "\"prediction\": {\"words\": \"W\", \"column\": \"CTX\", \"right\": \"fall\", "
    "\"from\": 20, \"to\": 10}",
    "steps[0].prediction.to: must lie behind from" },
  { "\"prediction\": {\"words\": \"W\", \"column\": \"CTX\", \"right\": \"fall\", "
    "\"to\": 366}",
    "steps[0].prediction.to: must be from 0 to 365" },
  { "\"prediction\": {\"words\": \"W\", \"column\": \"CTX\", \"right\": \"fall\", "
    "\"run\": {\"controls\": {\"opg\": 20}}}",
    "steps[0].prediction.run.controls.opg: is out of the range of “opg”" },
  { "\"prediction\": {\"words\": \"W\", \"column\": \"CTX\", \"right\": \"fall\", "
    "\"run\": {\"scenario\": \"none\"}}",
    "steps[0].prediction.run.scenario: there is no bundled scenario “none”" },
  { "\"prediction\": {\"words\": \"W\", \"column\": \"CTX\", \"right\": \"fall\", "
    "\"run\": {\"scenario\": \"fever-lps\"}}",
    "steps[0].prediction.run: the model has not all that is asked of it" },
  { "\"solution\": {}, \"goals\": [{\"words\": \"W\", \"column\": \"CTX\", \"measure\": "
    "\"end\", \"is\": \"below\", \"value\": 50, \"unit\": \"%\"}]",
    "steps[0].goals[0].unit: must be “% of baseline”" },
  { "\"solution\": {}, \"goals\": [{\"words\": \"W\", \"column\": \"CTX\", \"measure\": "
    "\"time_below\", \"threshold\": 50, \"is\": \"above\", \"value\": 50}]",
    "steps[0].goals[0].unit: must be “day”" },
  { "\"solution\": {}, \"goals\": [{\"words\": \"W\", \"column\": \"CTX\", \"measure\": "
    "\"end\", \"is\": \"below\", \"value\": 50, \"unit\": \"% of baseline\", \"limits\": "
    "[{\"what\": \"doses\", \"control\": \"opg\", \"at_most\": 1}]}]",
    "steps[0].goals[0].limits[0].control: gives no doses" },
  { "\"hints\": [\"a *b\"]", "steps[0].hints[0]: what begins with “*” must end with it" },
  { "\"start\": {}", "steps[0]: “start” is there twice" },
};

static void
test_unknown (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_autofree char *complaint = lesson_refuse (unknown[i].members);

      g_test_message ("%s", complaint);
      g_assert_true (g_str_has_prefix (complaint, "a.json:"));
      /* The last is the grammar's, whose words are its own. */
      if (i + 1 < G_N_ELEMENTS (unknown))
        g_assert_true (g_str_has_suffix (complaint, unknown[i].complaint));
    }
}

/* A lesson names bundled things: no path of its author's machine, and none to look into.
 */
static void
test_no_paths (void)
{
  g_autofree char *whole = lesson_read_text ("good.json");
  g_auto (GStrv) parts = g_strsplit (whole, "\"model\": \"rankle\"", 2);
  g_autofree char *text = g_strjoinv ("\"model\": \"/etc/passwd\"", parts);
  g_autoptr (GError) error = NULL;

  g_assert_null (rankle_lesson_parse (text, -1, "a.json", &error));
  g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SCHEMA);
  g_assert_nonnull (strstr (error->message, "there is no bundled model “/etc/passwd”"));
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= RANKLE_LESSON_BYTES_MAX; i++)
    g_string_append_c (text, ' ');
  g_assert_null (rankle_lesson_parse (text->str, (gssize)text->len, "a.json", &error));
  g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (rankle_lesson_parse ("{", -1, "a.json", &error));
  g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SYNTAX);
  g_clear_error (&error);
  g_assert_null (rankle_lesson_load ("/nowhere/a.json", &error));
  g_assert_nonnull (strstr (error->message, "/nowhere/a.json"));
}

/* The readers take and refuse what the schema does. */
static void
test_schema (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "data", "schemas", "lesson", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n = 0;

  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    {
      g_autofree char *text = lesson_read_text (name);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleLesson) lesson = rankle_lesson_parse (text, -1, name, &error);
      gboolean is_good = g_str_has_prefix (name, "good");

      g_assert_cmpint (lesson != NULL, ==, is_good);
      if (!is_good)
        g_assert_true (g_pattern_match_simple ("*.json:?*: *", error->message));
    }
  g_assert_cmpuint (n, >=, 24);
}

/* (transfer full): one that may have all, or a bundled one. */
static char *
read_any (guint index)
{
  g_auto (GStrv) names = rankle_catalog_list ("lessons");
  g_autoptr (GBytes) bytes = NULL;

  if (index % 2 == 0)
    return lesson_read_text ("good.json");
  bytes = rankle_catalog_read ("lessons", names[index / 2 % g_strv_length (names)], NULL);
  return g_strdup (g_bytes_get_data (bytes, NULL));
}

/* What still opens can be begun, and written. */
static void
check_use (const RankleLesson *lesson)
{
  g_autofree char *text = rankle_lesson_format (lesson);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleLesson) again = rankle_lesson_parse (text, -1, "b.json", &error);

  g_assert_no_error (error);
  for (guint i = 0; i < lesson->n_steps; i++)
    {
      g_autoptr (RankleSession) session =
          rankle_lesson_make_session (lesson, i, lesson->steps[i].solution);
      g_autoptr (GPtrArray) locked =
          rankle_lesson_list_locked (&lesson->steps[i], session);

      g_assert_nonnull (locked);
    }
}

/* Each opens or gets a sentence. */
static void
test_mutated (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (15);
  guint n_opened = 0;

  for (guint i = 0; i < N_MUTATED; i++)
    {
      g_autofree char *whole = read_any (i);
      g_autoptr (GString) text = mutate (whole, rand);
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleLesson) lesson =
          rankle_lesson_parse (text->str, (gssize)text->len, "a.json", &error);

      g_assert_true ((lesson == NULL) == (error != NULL));
      if (lesson == NULL)
        {
          g_assert_true (g_str_has_prefix (error->message, "a.json:"));
          g_assert_null (strchr (error->message, '\n'));
        }
      else
        check_use (lesson);
      n_opened += lesson != NULL;
    }
  g_test_message ("%u of %u opened", n_opened, N_MUTATED);
  g_assert_cmpuint (n_opened, >, N_MUTATED / 50);
  g_assert_cmpuint (n_opened, <, N_MUTATED / 2);
}

/* A lesson that is broken is one; a scenario is none, nor is what is no JSON. */
static void
test_is_file (void)
{
  static const struct
  {
    const char *text;
    gboolean    is;
  } cases[] = { { "{ \"steps\": 3 }", TRUE },
                { "{ \"schema\": 1, \"horizon\": 365 }", FALSE },
                { "[ \"steps\" ]", FALSE },
                { "{ \"steps\": [", FALSE } };
  g_autofree char *folder = g_dir_make_tmp ("rankle-lesson-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (g_file_set_contents (path, cases[i].text, -1, NULL));
      g_assert_cmpint (rankle_lesson_is_file (path), ==, cases[i].is);
    }
  g_unlink (path);
  g_assert_false (rankle_lesson_is_file (path)); /* it has gone */
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson-reader/whole", test_whole);
  g_test_add_func ("/lesson-reader/unknown", test_unknown);
  g_test_add_func ("/lesson-reader/no-paths", test_no_paths);
  g_test_add_func ("/lesson-reader/limits", test_limits);
  g_test_add_func ("/lesson-reader/schema", test_schema);
  g_test_add_func ("/lesson-reader/is-file", test_is_file);
  g_test_add_func ("/lesson-reader/mutated", test_mutated);
  return g_test_run ();
}
