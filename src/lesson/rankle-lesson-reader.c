/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-reader.h"

#include <glib/gi18n-lib.h>

#include "rankle-file.h"
#include "rankle-lesson-reader-private.h"

#define SCHEMA     1
#define MOST_STEPS 40

static const RankleJsonLimits limits = { .bytes = RANKLE_LESSON_BYTES_MAX,
                                         .depth = 12,
                                         .values = 20000 };

static const RankleJsonCodes codes = { .syntax = RANKLE_EXCHANGE_ERROR_SYNTAX,
                                       .limit = RANKLE_EXCHANGE_ERROR_LIMIT,
                                       .content = RANKLE_EXCHANGE_ERROR_SCHEMA };

/* ---- what is known ---- */

static void
read_fact (RankleLessonReading *self, GArray *facts)
{
  RankleLessonFact fact = { 0 };

  if (!rankle_json_open_object (self->json, NULL))
    return;
  fact.words = _rankle_lesson_read_text (self, "words");
  fact.grade = (RankleLessonGrade)rankle_json_get_choice (self->json, "grade",
                                                          _rankle_lesson_grades);
  fact.source = _rankle_lesson_read_text_or_none (self, "source");
  if (fact.grade == RANKLE_LESSON_SEEN && fact.source == NULL)
    rankle_json_fail (self->json, "source", _ ("must tell where it was seen"));
  rankle_json_close (self->json);
  g_array_append_val (facts, fact);
}

static void
read_known (RankleLessonReading *self)
{
  GArray *facts = g_array_new (FALSE, FALSE, sizeof (RankleLessonFact));

  if (rankle_json_open_list (self->json, "known"))
    {
      while (rankle_json_next (self->json))
        read_fact (self, facts);
      rankle_json_close (self->json);
    }
  self->body->public.n_known = facts->len;
  self->body->public.known = _rankle_lesson_keep_array (self->body, facts);
}

/* ---- steps ---- */

static RankleView
read_view (RankleLessonReading *self)
{
  return (RankleView)rankle_json_get_choice_or (self->json, "view", rankle_view_names,
                                                RANKLE_N_VIEWS);
}

static void
read_body (RankleLessonReading *self, RankleLessonStep *step)
{
  step->start = _rankle_lesson_read_start (self, "start");
  if (self->start == NULL)
    rankle_json_fail (self->json, "start", _ ("must be there: nothing stands before it"));
  step->view = read_view (self);
  step->panels = _rankle_lesson_read_panels (self);
  _rankle_lesson_read_controls (self, &step->controls);
  step->question = _rankle_lesson_read_question (self);
  step->prediction = _rankle_lesson_read_prediction (self);
  step->goals = _rankle_lesson_read_goals (self, &step->n_goals);
  step->solution = _rankle_lesson_read_change (self, "solution");
  if (step->n_goals > 0 && step->solution == NULL)
    rankle_json_fail (self->json, "solution", _ ("must tell how the goals are reached"));
  if (step->n_goals == 0 && step->solution != NULL)
    rankle_json_fail (self->json, "solution", _ ("there is no goal that it reaches"));
}

static gboolean
has_step (const GArray *steps, const char *id)
{
  for (guint i = 0; i < steps->len; i++)
    if (g_strcmp0 (g_array_index (steps, RankleLessonStep, i).id, id) == 0)
      return TRUE;
  return FALSE;
}

/* The reader stands in the step's object. */
static void
read_step (RankleLessonReading *self, GArray *steps)
{
  RankleLessonStep step = { 0 };

  step.id = _rankle_lesson_read_text (self, "id");
  if (has_step (steps, step.id))
    rankle_json_fail (self->json, "id", _ ("is the id of another step, too"));
  step.title = _rankle_lesson_read_text (self, "title");
  rankle_json_require (self->json, "text");
  step.text = _rankle_lesson_read_blocks (self, "text");
  step.notice = _rankle_lesson_read_blocks (self, "notice");
  step.hints = _rankle_lesson_read_blocks (self, "hints");
  read_body (self, &step);
  g_array_append_val (steps, step);
}

static void
read_steps (RankleLessonReading *self)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (RankleLessonStep));
  guint   n;

  rankle_json_require (self->json, "steps");
  if (rankle_json_open_list (self->json, "steps"))
    {
      n = rankle_json_count (self->json);
      if (n < 1 || n > MOST_STEPS)
        rankle_json_fail (self->json, NULL, _ ("must be 1 to %u"), MOST_STEPS);
      while (rankle_json_next (self->json))
        if (rankle_json_open_object (self->json, NULL))
          {
            read_step (self, steps);
            rankle_json_close (self->json);
          }
      rankle_json_close (self->json);
    }
  self->body->public.n_steps = steps->len;
  self->body->public.steps = _rankle_lesson_keep_array (self->body, steps);
}

/* ---- a lesson ---- */

static void
read_lesson (RankleLessonReading *self)
{
  RankleLesson *lesson = &self->body->public;

  rankle_json_get_schema (self->json, SCHEMA);
  lesson->id = _rankle_lesson_read_text (self, "id");
  lesson->kind =
      (RankleLessonKind)rankle_json_get_choice (self->json, "kind", _rankle_lesson_kinds);
  lesson->place = (guint)rankle_json_get_integer_or (self->json, "place", 1000, 1, 1000);
  lesson->title = _rankle_lesson_read_text (self, "title");
  lesson->summary = _rankle_lesson_read_text (self, "summary");
  lesson->level = (RankleLessonLevel)rankle_json_get_choice (self->json, "level",
                                                             _rankle_lesson_levels);
  lesson->minutes = (guint)rankle_json_get_integer (self->json, "minutes", 1, 300);
  read_known (self);
  lesson->modelled = _rankle_lesson_read_blocks (self, "modelled");
  lesson->notes = _rankle_lesson_read_blocks (self, "notes");
  read_steps (self);
  lesson->finish = _rankle_lesson_read_blocks (self, "finish");
}

RankleLesson *
rankle_lesson_parse (const char *text, gssize length, const char *name, GError **error)
{
  g_autoptr (RankleJsonReader) json = NULL;
  g_autoptr (RankleLesson) lesson = NULL;
  RankleLessonReading self = { 0 };

  g_return_val_if_fail (text != NULL && name != NULL, NULL);

  json = rankle_json_reader_new (text, length, name, &limits);
  self.json = json;
  self.body = _rankle_lesson_body_new ();
  lesson = &self.body->public;
  read_lesson (&self);
  if (!rankle_json_reader_finish (json, RANKLE_EXCHANGE_ERROR, &codes, error))
    return NULL;
  g_assert (lesson->n_steps > 0 && lesson->steps[0].start != NULL);
  return g_steal_pointer (&lesson);
}

gboolean
rankle_lesson_is_file (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (RankleJsonReader) json = NULL;
  gsize length;

  g_return_val_if_fail (path != NULL, FALSE);

  if (!rankle_file_read (path, RANKLE_LESSON_BYTES_MAX, &text, &length, NULL))
    return FALSE;
  json = rankle_json_reader_new (text, (gssize)length, path, &limits);
  return rankle_json_is_sound (json) && rankle_json_has (json, "steps");
}

RankleLesson *
rankle_lesson_load (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize            length;

  g_return_val_if_fail (path != NULL, NULL);

  if (!rankle_file_read (path, RANKLE_LESSON_BYTES_MAX, &text, &length, error))
    return NULL;
  return rankle_lesson_parse (text, (gssize)length, path, error);
}
