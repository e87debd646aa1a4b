/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "rankle-cli-suggest.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-lesson-check.h"
#include "rankle-lesson-reader.h"
#include "rankle-lessons.h"

static const char summary[] =
    "lesson list writes one line a bundled lesson: id, steps, minutes, level, title.\n"
    "\n"
    "lesson check reads FILE, which may be the id of a bundled lesson, and makes every "
    "run\n"
    "that it speaks of: each step's start must run, what a prediction calls right must "
    "be\n"
    "what the run does, a goal must not be reached at the start, and the step's "
    "solution\n"
    "must reach it. A line each; exit status 1 if one does not hold.";

static const char description[] = "Examples:\n"
                                  "  rankle-cli lesson list\n"
                                  "  rankle-cli lesson check decoy\n"
                                  "  rankle-cli lesson check own.json\n";

/* ---- list ---- */

static int
list (const char *command)
{
  static const char *const levels[] = { "first", "course", "advanced" };
  const GPtrArray         *lessons = rankle_lessons_get ();
  g_autoptr (RankleTable) table = rankle_table_new (5);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < lessons->len; i++)
    {
      const RankleLesson *lesson = lessons->pdata[i];
      g_autofree char    *steps = g_strdup_printf ("%u steps", lesson->n_steps);
      g_autofree char    *minutes = g_strdup_printf ("%u min", lesson->minutes);

      g_assert (lesson->level < G_N_ELEMENTS (levels));
      rankle_table_add (table, lesson->id);
      rankle_table_add (table, steps);
      rankle_table_add (table, minutes);
      rankle_table_add (table, levels[lesson->level]);
      rankle_table_add (table, lesson->title);
    }
  rankle_table_append_to (table, "", text);
  return rankle_cli_print (command, text->str, text->len);
}

/* ---- check ---- */

/* (transfer full): of a file, or a bundled one by its id. */
static RankleLesson *
load (const char *id_or_path, GError **error)
{
  const RankleLesson *bundled = rankle_lessons_find (id_or_path);
  const GPtrArray    *lessons = rankle_lessons_get ();
  g_autoptr (GPtrArray) ids = NULL;
  g_autofree char *meant = NULL;

  if (bundled != NULL)
    return rankle_lesson_ref (bundled);
  if (g_file_test (id_or_path, G_FILE_TEST_EXISTS))
    return rankle_lesson_load (id_or_path, error);
  ids = g_ptr_array_new ();
  for (guint i = 0; i < lessons->len; i++)
    g_ptr_array_add (ids, (gpointer)((const RankleLesson *)lessons->pdata[i])->id);
  g_ptr_array_add (ids, NULL);
  meant = rankle_cli_suggest (id_or_path, (const char *const *)ids->pdata);
  rankle_cli_refuse (error, "%s: no bundled lesson of this name, and no such file%s",
                     id_or_path, meant);
  return NULL;
}

static void
add_check (RankleTable *table, const RankleLesson *lesson, const RankleLessonCheck *check)
{
  static const char *const kinds[] = { "start", "prediction", "goal open", "solution" };
  const RankleLessonStep  *step = &lesson->steps[check->step];

  g_assert (check->kind < G_N_ELEMENTS (kinds));
  rankle_table_add (table, step->id);
  rankle_table_add (table, kinds[check->kind]);
  rankle_table_add (table, check->good ? "holds" : "DOES NOT HOLD");
  rankle_table_add (table, check->words);
}

static int
check (const char *command, const char *id_or_path)
{
  GError *error = NULL;
  g_autoptr (RankleLesson) lesson = load (id_or_path, &error);
  g_autoptr (GArray) checks = NULL;
  g_autoptr (RankleTable) table = rankle_table_new (4);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_bad = 0;
  int   status;

  if (lesson == NULL)
    return rankle_cli_fail_input (command, error);
  checks = rankle_lesson_check (lesson);
  for (guint i = 0; i < checks->len; i++)
    {
      add_check (table, lesson, &g_array_index (checks, RankleLessonCheck, i));
      n_bad += g_array_index (checks, RankleLessonCheck, i).good ? 0 : 1;
    }
  rankle_table_append_to (table, "", text);
  status = rankle_cli_print (command, text->str, text->len);
  if (status == RANKLE_EXIT_OK && n_bad > 0)
    {
      rankle_cli_refuse (&error, "%s: %u of %u checks do not hold", id_or_path, n_bad,
                         checks->len);
      status = rankle_cli_fail (command, error);
    }
  return status;
}

/* ---- the command ---- */

static int
act (const char *command, char **operands)
{
  static const char *const actions[] = { "list", "check", NULL };
  gboolean                 has_file = operands[1] != NULL;
  GError                  *error = NULL;
  g_autofree char         *meant = NULL;

  if (g_str_equal (operands[0], "list") && !has_file)
    return list (command);
  if (g_str_equal (operands[0], "check") && has_file)
    return check (command, operands[1]);
  if (g_str_equal (operands[0], "list"))
    rankle_cli_refuse (&error, "unexpected argument “%s”", operands[1]);
  else if (g_str_equal (operands[0], "check"))
    rankle_cli_refuse (&error, "FILE is missing");
  else
    {
      meant = rankle_cli_suggest (operands[0], actions);
      rankle_cli_refuse (&error, "unknown action “%s”%s", operands[0], meant);
    }
  return rankle_cli_fail_input (command, error);
}

int
rankle_cli_lesson (char **argv)
{
  static const char *const operands[] = { "ACTION", "[FILE]", NULL };
  GOptionContext          *context =
      g_option_context_new ("list | check FILE - lessons, and whether they hold");
  g_auto (GStrv) left = NULL;
  GError *error = NULL;

  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  left = rankle_cli_parse (argv, context, operands, &error);
  if (left == NULL)
    return rankle_cli_fail_input (argv[0], error);
  return act (argv[0], left);
}
