/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-writer.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-file.h"
#include "rankle-lesson-private.h"
#include "rankle-lesson-reader.h"
#include "rankle-scenario-members.h"

#define SCHEMA 1

/* ---- small things ---- */

/* What is not there is left out. */
static void
write_text (RankleJsonWriter *json, const char *member, const char *text)
{
  if (text != NULL)
    rankle_json_write_text (json, member, text);
}

/* @texts (nullable); an empty list says something only where @always. */
static void
write_texts (RankleJsonWriter  *json,
             const char        *member,
             const char *const *texts,
             gboolean           always)
{
  if (texts == NULL || (*texts == NULL && !always))
    return;
  rankle_json_write_list (json, member);
  for (; *texts != NULL; texts++)
    rankle_json_write_text (json, NULL, *texts);
  rankle_json_write_end (json);
}

/* @number is left out where it is not finite. */
static void
write_finite (RankleJsonWriter *json, const char *member, double number)
{
  if (isfinite (number))
    rankle_json_write_number (json, member, number);
}

/* ---- what is asked ---- */

static void
write_settings (RankleJsonWriter *json, const RankleLessonAsked *asked)
{
  if (asked->n_controls == 0)
    return;
  rankle_json_write_object (json, "controls");
  for (guint i = 0; i < asked->n_controls; i++)
    rankle_json_write_number (json, asked->controls[i].control, asked->controls[i].value);
  rankle_json_write_end (json);
}

static void
write_own (RankleJsonWriter *json, const RankleLessonAsked *asked)
{
  g_autofree char *model =
      asked->model == NULL ? NULL : rankle_catalog_dup_id (asked->model);

  rankle_json_write_object (json, "own");
  rankle_scenario_write_members (json, asked->scenario, model);
  rankle_json_write_end (json);
}

static void
write_asked (RankleJsonWriter *json, const char *member, const RankleLessonAsked *asked)
{
  if (asked == NULL)
    return;
  rankle_json_write_object (json, member);
  write_text (json, "scenario", asked->scenario_id);
  if (asked->scenario_id == NULL && asked->scenario != NULL)
    write_own (json, asked);
  write_settings (json, asked);
  if (asked->horizon > 0)
    rankle_json_write_number (json, "horizon", asked->horizon);
  write_finite (json, "cursor", asked->cursor);
  rankle_json_write_end (json);
}

static void
write_limits (RankleJsonWriter *json, const RankleLessonControls *controls)
{
  if (controls->n_limits == 0)
    return;
  rankle_json_write_object (json, "limits");
  for (guint i = 0; i < controls->n_limits; i++)
    {
      rankle_json_write_object (json, controls->limits[i].control);
      rankle_json_write_number (json, "min", controls->limits[i].least);
      rankle_json_write_number (json, "max", controls->limits[i].most);
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
}

static void
write_controls (RankleJsonWriter *json, const RankleLessonControls *controls)
{
  if (controls->shown == NULL && controls->hidden == NULL && controls->locked == NULL &&
      controls->n_limits == 0 && controls->spotlight == NULL)
    return;
  rankle_json_write_object (json, "controls");
  write_texts (json, "shown", controls->shown, TRUE);
  write_texts (json, "hidden", controls->hidden, FALSE);
  write_texts (json, "locked", controls->locked, FALSE);
  write_limits (json, controls);
  write_text (json, "spotlight", controls->spotlight);
  rankle_json_write_end (json);
}

/* ---- tasks ---- */

static void
write_question (RankleJsonWriter *json, const RankleLessonQuestion *question)
{
  if (question == NULL)
    return;
  rankle_json_write_object (json, "question");
  rankle_json_write_text (json, "words", question->words);
  if (question->n_choices > 0)
    rankle_json_write_list (json, "choices");
  for (guint i = 0; i < question->n_choices; i++)
    {
      rankle_json_write_object (json, NULL);
      rankle_json_write_text (json, "words", question->choices[i].words);
      rankle_json_write_text (json, "reply", question->choices[i].reply);
      if (question->choices[i].right)
        rankle_json_write_boolean (json, "right", TRUE);
      rankle_json_write_end (json);
    }
  if (question->n_choices > 0)
    rankle_json_write_end (json);
  rankle_json_write_end (json);
}

static void
write_prediction (RankleJsonWriter *json, const RankleLessonPrediction *prediction)
{
  if (prediction == NULL)
    return;
  rankle_json_write_object (json, "prediction");
  rankle_json_write_text (json, "words", prediction->words);
  rankle_json_write_text (json, "column", prediction->column);
  write_text (json, "called", prediction->called);
  rankle_json_write_text (json, "answer",
                          _rankle_lesson_answers[prediction->sketch ? 1 : 0]);
  rankle_json_write_text (json, "right", _rankle_lesson_courses[prediction->right]);
  write_asked (json, "run", prediction->run);
  rankle_json_write_number (json, "from", prediction->from);
  rankle_json_write_number (json, "to", prediction->to);
  if (prediction->least > 0)
    rankle_json_write_number (json, "least", prediction->least);
  rankle_json_write_end (json);
}

static void
write_measure (RankleJsonWriter *json, const RankleLessonGoal *goal)
{
  gboolean counts_from =
      goal->measure == RANKLE_GOAL_CHANGE || goal->measure == RANKLE_GOAL_PERCENT;

  rankle_json_write_text (json, "measure", _rankle_lesson_measures[goal->measure]);
  if (_rankle_goal_has_window (goal->measure) || counts_from)
    rankle_json_write_number (json, "from", goal->from);
  if (_rankle_goal_has_window (goal->measure))
    rankle_json_write_number (json, "to", goal->to);
  if (_rankle_goal_has_at (goal->measure))
    rankle_json_write_number (json, "at", goal->at);
  if (_rankle_goal_has_threshold (goal->measure))
    rankle_json_write_number (json, "threshold", goal->threshold);
}

static void
write_allowed (RankleJsonWriter *json, const RankleLessonGoal *goal)
{
  if (goal->n_allowed == 0)
    return;
  rankle_json_write_list (json, "limits");
  for (guint i = 0; i < goal->n_allowed; i++)
    {
      const RankleLessonAllowed *allowed = &goal->allowed[i];

      rankle_json_write_object (json, NULL);
      rankle_json_write_text (json, "what", _rankle_lesson_allowed[allowed->kind]);
      write_text (json, "control", allowed->control);
      write_finite (json, "at_least", allowed->least);
      write_finite (json, "at_most", allowed->most);
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
}

static void
write_goal (RankleJsonWriter       *json,
            const RankleLessonGoal *goal,
            const RankleModel      *model)
{
  const char *unit = _rankle_goal_get_unit (goal->measure, model);
  gboolean    between = goal->relation == RANKLE_GOAL_BETWEEN;

  if (unit == NULL)
    unit = rankle_model_find (model, goal->column)->unit;
  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "words", goal->words);
  rankle_json_write_text (json, "column", goal->column);
  write_text (json, "called", goal->called);
  write_measure (json, goal);
  rankle_json_write_text (json, "is", _rankle_lesson_relations[goal->relation]);
  write_finite (json, between ? "low" : "value", goal->low);
  write_finite (json, between ? "high" : "value", goal->high);
  if (unit != NULL && *unit != '\0')
    rankle_json_write_text (json, "unit", unit);
  write_allowed (json, goal);
  rankle_json_write_end (json);
}

static void
write_goals (RankleJsonWriter       *json,
             const RankleLessonStep *step,
             const RankleModel      *model)
{
  if (step->n_goals == 0)
    return;
  rankle_json_write_list (json, "goals");
  for (guint i = 0; i < step->n_goals; i++)
    write_goal (json, &step->goals[i], model);
  rankle_json_write_end (json);
}

/* ---- steps ---- */

/* @model: that the step is about. */
static void
write_step (RankleJsonWriter       *json,
            const RankleLessonStep *step,
            const RankleModel      *model)
{
  rankle_json_write_object (json, NULL);
  rankle_json_write_text (json, "id", step->id);
  rankle_json_write_text (json, "title", step->title);
  write_texts (json, "text", step->text, TRUE);
  write_asked (json, "start", step->start);
  if (step->view != RANKLE_N_VIEWS)
    rankle_json_write_text (json, "view", rankle_view_names[step->view]);
  write_texts (json, "panels", step->panels, TRUE);
  write_controls (json, &step->controls);
  write_question (json, step->question);
  write_prediction (json, step->prediction);
  write_goals (json, step, model);
  write_asked (json, "solution", step->solution);
  write_texts (json, "hints", step->hints, FALSE);
  write_texts (json, "notice", step->notice, FALSE);
  rankle_json_write_end (json);
}

static void
write_known (RankleJsonWriter *json, const RankleLesson *lesson)
{
  if (lesson->n_known == 0)
    return;
  rankle_json_write_list (json, "known");
  for (guint i = 0; i < lesson->n_known; i++)
    {
      rankle_json_write_object (json, NULL);
      rankle_json_write_text (json, "words", lesson->known[i].words);
      rankle_json_write_text (json, "grade",
                              _rankle_lesson_grades[lesson->known[i].grade]);
      write_text (json, "source", lesson->known[i].source);
      rankle_json_write_end (json);
    }
  rankle_json_write_end (json);
}

/* @added (nullable): a further step, with a start. */
static char *
format (const RankleLesson *lesson, const RankleLessonStep *added)
{
  RankleJsonWriter  *json = rankle_json_writer_new ();
  const RankleModel *model = NULL;

  rankle_json_write_object (json, NULL);
  rankle_json_write_integer (json, "schema", SCHEMA);
  rankle_json_write_text (json, "id", lesson->id);
  rankle_json_write_text (json, "kind", _rankle_lesson_kinds[lesson->kind]);
  rankle_json_write_integer (json, "place", lesson->place);
  rankle_json_write_text (json, "title", lesson->title);
  rankle_json_write_text (json, "summary", lesson->summary);
  rankle_json_write_text (json, "level", _rankle_lesson_levels[lesson->level]);
  rankle_json_write_integer (json, "minutes", lesson->minutes);
  write_known (json, lesson);
  write_texts (json, "modelled", lesson->modelled, FALSE);
  write_texts (json, "notes", lesson->notes, FALSE);
  rankle_json_write_list (json, "steps");
  for (guint i = 0; i < lesson->n_steps; i++)
    {
      if (lesson->steps[i].start != NULL)
        model = lesson->steps[i].start->model;
      write_step (json, &lesson->steps[i], model);
    }
  if (added != NULL)
    write_step (json, added, added->start->model);
  rankle_json_write_end (json);
  write_texts (json, "finish", lesson->finish, FALSE);
  rankle_json_write_end (json);
  return rankle_json_writer_finish (json);
}

char *
rankle_lesson_format (const RankleLesson *lesson)
{
  g_return_val_if_fail (lesson != NULL, NULL);

  return format (lesson, NULL);
}

gboolean
rankle_lesson_save (const RankleLesson *lesson, const char *path, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (lesson != NULL && path != NULL, FALSE);

  text = format (lesson, NULL);
  return rankle_file_replace (path, text, strlen (text), error);
}

/* ---- a step of a session ---- */

/* (transfer full): that no step of @lesson has. */
static char *
make_id (const RankleLesson *lesson)
{
  for (guint number = lesson->n_steps + 1;; number++)
    {
      g_autofree char *id = g_strdup_printf ("step-%u", number);
      gboolean         is_free = TRUE;

      for (guint i = 0; i < lesson->n_steps; i++)
        is_free = is_free && !g_str_equal (lesson->steps[i].id, id);
      if (is_free)
        return g_steal_pointer (&id);
    }
}

/* The text of @lesson with a step that begins as @session is. */
static char *
format_with_step (const RankleLesson  *lesson,
                  const RankleSession *session,
                  const char          *title)
{
  static const char *const none[] = { NULL };
  g_autofree char         *id = make_id (lesson);
  const char              *text[] = { title, NULL };
  RankleLessonAsked        start = { .model = rankle_session_get_model (session),
                                     .scenario = rankle_session_get_scenario (session),
                                     .cursor = rankle_session_get_cursor (session) };
  RankleLessonStep         step = { .id = id,
                                    .title = title,
                                    .text = text,
                                    .notice = none,
                                    .hints = none,
                                    .start = &start,
                                    .view = rankle_session_get_view (session) };

  return format (lesson, &step);
}

/* (transfer full) (nullable): of @path, or an empty one. */
static char *
format_on_top (const RankleSession *session,
               const char          *title,
               const char          *path,
               GError             **error)
{
  RankleLesson empty = { .id = "own",
                         .title = title,
                         .summary = title,
                         .kind = RANKLE_LESSON_LONG,
                         .level = RANKLE_LESSON_COURSE,
                         .place = 1000,
                         .minutes = 10 };
  g_autoptr (RankleLesson) lesson = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return format_with_step (&empty, session, title);
  lesson = rankle_lesson_load (path, error);
  return lesson == NULL ? NULL : format_with_step (lesson, session, title);
}

/* (transfer full): @title as a paragraph that is no Markdown. */
static char *
make_plain (const char *title)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = title; *at != '\0'; at++)
    g_string_append_c (plain, strchr ("*[]\\\n\r", *at) != NULL ? ' ' : *at);
  g_strstrip (plain->str);
  if (*plain->str == '\0')
    g_string_assign (plain, _ ("Step"));
  return g_string_free (plain, FALSE);
}

gboolean
rankle_lesson_save_step (const RankleSession *session,
                         const char          *title,
                         const char          *path,
                         GError             **error)
{
  g_autofree char *model = NULL, *plain = NULL, *text = NULL;

  g_return_val_if_fail (session != NULL && title != NULL && path != NULL, FALSE);
  g_return_val_if_fail (rankle_session_get_model (session) != NULL, FALSE);

  model = rankle_catalog_dup_id (rankle_session_get_model (session));
  plain = make_plain (title);
  if (model == NULL)
    g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_NOT_FOUND,
                 _ ("%s: a lesson is of bundled models, and “%s” is none"), path,
                 rankle_model_get_title (rankle_session_get_model (session)));
  else
    text = format_on_top (session, plain, path, error);
  if (text == NULL)
    return FALSE;
  return rankle_file_replace (path, text, strlen (text), error);
}
