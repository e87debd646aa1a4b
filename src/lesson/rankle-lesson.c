/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson.h"

#include <glib/gi18n-lib.h>

#include "rankle-lesson-private.h"

const char *const _rankle_lesson_kinds[] = { "card", "lesson", NULL };
const char *const _rankle_lesson_levels[] = { "first", "course", "advanced", NULL };
const char *const _rankle_lesson_grades[] = { "seen", "recalled", NULL };
const char *const _rankle_lesson_courses[] = { "rise", "fall", "overshoot", "nothing",
                                               NULL };
const char *const _rankle_lesson_answers[] = { "choice", "sketch", NULL };
const char *const _rankle_lesson_measures[] = { "lowest",      "highest",      "mean",
                                                "lowest_time", "highest_time", "at",
                                                "end",         "change",       "percent",
                                                "time_below",  "time_above",   NULL };
const char *const _rankle_lesson_relations[] = { "below", "above", "between", NULL };
const char *const _rankle_lesson_allowed[] = { "doses", "amount", "value", "changes",
                                               NULL };

G_STATIC_ASSERT (G_N_ELEMENTS (_rankle_lesson_courses) == RANKLE_N_COURSES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (_rankle_lesson_measures) == RANKLE_N_GOAL_MEASURES + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (_rankle_lesson_relations) == RANKLE_N_GOAL_RELATIONS + 1);
G_STATIC_ASSERT (G_N_ELEMENTS (_rankle_lesson_allowed) == RANKLE_N_ALLOWED + 1);

gboolean
_rankle_goal_has_window (RankleGoalMeasure measure)
{
  return measure <= RANKLE_GOAL_HIGHEST_TIME || measure >= RANKLE_GOAL_TIME_BELOW;
}

gboolean
_rankle_goal_has_at (RankleGoalMeasure measure)
{
  return measure == RANKLE_GOAL_AT || measure == RANKLE_GOAL_CHANGE ||
         measure == RANKLE_GOAL_PERCENT;
}

gboolean
_rankle_goal_has_threshold (RankleGoalMeasure measure)
{
  return measure == RANKLE_GOAL_TIME_BELOW || measure == RANKLE_GOAL_TIME_ABOVE;
}

const char *
_rankle_goal_get_unit (RankleGoalMeasure measure, const RankleModel *model)
{
  if (measure == RANKLE_GOAL_PERCENT)
    return "%";
  if (_rankle_goal_has_threshold (measure) || measure == RANKLE_GOAL_LOWEST_TIME ||
      measure == RANKLE_GOAL_HIGHEST_TIME)
    return rankle_model_get_time_unit (model);
  return NULL;
}

/* ---- what it is made of ---- */

RankleLessonBody *
_rankle_lesson_body_new (void)
{
  RankleLessonBody *body = g_atomic_rc_box_new0 (RankleLessonBody);

  body->texts = g_string_chunk_new (8192);
  body->arrays = g_ptr_array_new_with_free_func (g_free);
  body->models = g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_model_unref);
  body->scenarios =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_scenario_unref);
  return body;
}

static void
clear (gpointer data)
{
  RankleLessonBody *body = data;

  g_ptr_array_unref (body->scenarios);
  g_ptr_array_unref (body->models);
  g_ptr_array_unref (body->arrays);
  g_string_chunk_free (body->texts);
}

const char *
_rankle_lesson_keep (RankleLessonBody *body, const char *text)
{
  return text == NULL ? NULL : g_string_chunk_insert (body->texts, text);
}

gpointer
_rankle_lesson_keep_array (RankleLessonBody *body, GArray *items)
{
  gpointer kept = g_array_free (items, FALSE);

  if (kept != NULL)
    g_ptr_array_add (body->arrays, kept);
  return kept;
}

gpointer
_rankle_lesson_keep_copy (RankleLessonBody *body, gconstpointer item, gsize size)
{
  gpointer kept = g_memdup2 (item, size);

  g_ptr_array_add (body->arrays, kept);
  return kept;
}

const char *const *
_rankle_lesson_keep_texts (RankleLessonBody *body, GPtrArray *texts)
{
  gpointer kept;

  g_ptr_array_add (texts, NULL);
  kept = g_ptr_array_free (texts, FALSE);
  g_ptr_array_add (body->arrays, kept);
  return kept;
}

void
_rankle_lesson_keep_asked (RankleLessonBody *body,
                           RankleModel      *model,
                           RankleScenario   *scenario)
{
  if (model != NULL)
    g_ptr_array_add (body->models, model);
  if (scenario != NULL)
    g_ptr_array_add (body->scenarios, scenario);
}

/* ---- the value ---- */

/* What others see is the beginning of the whole. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (RankleLessonBody, public) == 0);

RankleLesson *
rankle_lesson_ref (const RankleLesson *lesson)
{
  return g_atomic_rc_box_acquire ((gpointer)lesson);
}

void
rankle_lesson_unref (const RankleLesson *lesson)
{
  g_atomic_rc_box_release_full ((gpointer)lesson, clear);
}

const char *
rankle_lesson_translate (const RankleLesson *lesson, const char *words)
{
  g_return_val_if_fail (lesson != NULL, words);

  if (words == NULL || *words == '\0' || !((const RankleLessonBody *)lesson)->bundled)
    return words;
  return _ (words);
}
