/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a step asks of who takes it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-lesson-reader-private.h"

#define LEAST_CHOICES 2
#define MOST_CHOICES  6
#define MOST_GOALS    4
/* Larger than anything that is measured. */
#define MOST 1e30

/* ---- questions ---- */

/* The reader stands in the choice's object. */
static void
read_choice (RankleLessonReading *self, GArray *choices)
{
  RankleLessonChoice choice = { 0 };

  choice.words = _rankle_lesson_read_text (self, "words");
  choice.reply = _rankle_lesson_read_text (self, "reply");
  choice.right = rankle_json_get_boolean_or (self->json, "right", FALSE);
  g_array_append_val (choices, choice);
}

static void
check_choices (RankleLessonReading *self, const GArray *choices)
{
  guint n_right = 0;

  for (guint i = 0; i < choices->len; i++)
    n_right += g_array_index (choices, RankleLessonChoice, i).right ? 1 : 0;
  if (choices->len < LEAST_CHOICES || choices->len > MOST_CHOICES)
    rankle_json_fail (self->json, NULL, _ ("must be %u to %u"), LEAST_CHOICES,
                      MOST_CHOICES);
  else if (n_right != 1)
    rankle_json_fail (self->json, NULL, _ ("must have one choice that is right"));
}

static void
read_choices (RankleLessonReading *self, RankleLessonQuestion *question)
{
  GArray *choices = g_array_new (FALSE, FALSE, sizeof (RankleLessonChoice));

  if (rankle_json_open_list (self->json, "choices"))
    {
      while (rankle_json_next (self->json))
        if (rankle_json_open_object (self->json, NULL))
          {
            read_choice (self, choices);
            rankle_json_close (self->json);
          }
      if (rankle_json_is_sound (self->json))
        check_choices (self, choices);
      rankle_json_close (self->json);
    }
  question->n_choices = choices->len;
  question->choices = _rankle_lesson_keep_array (self->body, choices);
}

const RankleLessonQuestion *
_rankle_lesson_read_question (RankleLessonReading *self)
{
  RankleLessonQuestion question = { 0 };

  if (!rankle_json_open_object (self->json, "question"))
    return NULL;
  question.words = _rankle_lesson_read_text (self, "words");
  read_choices (self, &question);
  rankle_json_close (self->json);
  return _rankle_lesson_keep_copy (self->body, &question, sizeof question);
}

/* ---- what is looked at ---- */

/* (nullable) */
static const char *
read_column (RankleLessonReading *self)
{
  const char *id = _rankle_lesson_read_text (self, "column");

  if (self->start != NULL && rankle_model_find_column (self->start->model, id) < 0)
    rankle_json_fail (self->json, "column", _ ("the model has no quantity “%s”"), id);
  return id;
}

/* From the start to the end of the run, unless it is said. */
static void
read_window (RankleLessonReading *self, double *from, double *to)
{
  *from = rankle_json_get_number_or (self->json, "from", 0, 0, self->horizon);
  *to = rankle_json_get_number_or (self->json, "to", self->horizon, 0, self->horizon);
  if (rankle_json_is_sound (self->json) && !(*to > *from))
    rankle_json_fail (self->json, "to", _ ("must lie behind from"));
}

/* ---- predictions ---- */

/* A run that is told of may be longer than the step's. */
static double
get_horizon (RankleLessonReading *self, const RankleLessonAsked *run)
{
  return run != NULL && run->horizon > 0 ? run->horizon : self->horizon;
}

const RankleLessonPrediction *
_rankle_lesson_read_prediction (RankleLessonReading *self)
{
  RankleLessonPrediction prediction = { 0 };
  double                 horizon = self->horizon;

  if (!rankle_json_open_object (self->json, "prediction"))
    return NULL;
  prediction.words = _rankle_lesson_read_text (self, "words");
  prediction.column = read_column (self);
  prediction.called = _rankle_lesson_read_text_or_none (self, "called");
  prediction.sketch =
      rankle_json_get_choice_or (self->json, "answer", _rankle_lesson_answers, 0) == 1;
  prediction.right =
      (RankleCourse)rankle_json_get_choice (self->json, "right", _rankle_lesson_courses);
  prediction.run = _rankle_lesson_read_change (self, "run");
  self->horizon = get_horizon (self, prediction.run);
  read_window (self, &prediction.from, &prediction.to);
  self->horizon = horizon;
  if (rankle_json_has (self->json, "least"))
    prediction.least =
        rankle_json_get_number (self->json, "least", RANKLE_JSON_ABOVE_0, MOST);
  rankle_json_close (self->json);
  return _rankle_lesson_keep_copy (self->body, &prediction, sizeof prediction);
}

/* ---- goals ---- */

static void
read_value (RankleLessonReading *self, RankleLessonGoal *goal)
{
  goal->relation = (RankleGoalRelation)rankle_json_get_choice (self->json, "is",
                                                               _rankle_lesson_relations);
  goal->low = -INFINITY;
  goal->high = INFINITY;
  if (goal->relation == RANKLE_GOAL_BETWEEN)
    {
      goal->low = rankle_json_get_number (self->json, "low", -MOST, MOST);
      goal->high = rankle_json_get_number (self->json, "high", goal->low, MOST);
    }
  else if (goal->relation == RANKLE_GOAL_ABOVE)
    goal->low = rankle_json_get_number (self->json, "value", -MOST, MOST);
  else
    goal->high = rankle_json_get_number (self->json, "value", -MOST, MOST);
}

/* A value without its unit, or in another, would be a trap. */
static void
check_unit (RankleLessonReading *self, const RankleLessonGoal *goal)
{
  const char        *told = rankle_json_get_text_or (self->json, "unit", "");
  const RankleModel *model = self->start == NULL ? NULL : self->start->model;
  const char        *unit;

  if (!rankle_json_is_sound (self->json) || model == NULL)
    return;
  unit = _rankle_goal_get_unit (goal->measure, model);
  if (unit == NULL)
    unit = rankle_model_find (model, goal->column)->unit;
  if (g_strcmp0 (told, unit != NULL ? unit : "") != 0)
    rankle_json_fail (self->json, "unit", _ ("must be “%s”"), unit != NULL ? unit : "");
}

static void
read_measure (RankleLessonReading *self, RankleLessonGoal *goal)
{
  goal->measure = (RankleGoalMeasure)rankle_json_get_choice (self->json, "measure",
                                                             _rankle_lesson_measures);
  goal->to = self->horizon;
  if (_rankle_goal_has_window (goal->measure))
    read_window (self, &goal->from, &goal->to);
  if (_rankle_goal_has_at (goal->measure))
    goal->at = rankle_json_get_number (self->json, "at", 0, self->horizon);
  if (goal->measure == RANKLE_GOAL_CHANGE || goal->measure == RANKLE_GOAL_PERCENT)
    goal->from = rankle_json_get_number_or (self->json, "from", 0, 0, self->horizon);
  if (_rankle_goal_has_threshold (goal->measure))
    goal->threshold = rankle_json_get_number (self->json, "threshold", -MOST, MOST);
}

/* The reader stands in the limit's object. */
static void
read_allowed (RankleLessonReading *self, GArray *allowed)
{
  RankleLessonAllowed  limit = { 0 };
  const RankleControl *control = NULL;

  limit.kind = (RankleAllowedKind)rankle_json_get_choice (self->json, "what",
                                                          _rankle_lesson_allowed);
  if (limit.kind != RANKLE_ALLOWED_CHANGES)
    control = _rankle_lesson_read_control (self, "control");
  if (control != NULL)
    limit.control = _rankle_lesson_keep (self->body, control->id);
  if (control != NULL && limit.kind <= RANKLE_ALLOWED_AMOUNT &&
      control->role != RANKLE_CONTROL_DOSE_AMOUNT)
    rankle_json_fail (self->json, "control", _ ("gives no doses"));
  if (!rankle_json_has (self->json, "at_least") &&
      !rankle_json_has (self->json, "at_most"))
    rankle_json_fail (self->json, NULL, _ ("must have at_least or at_most"));
  limit.least =
      rankle_json_get_number_or (self->json, "at_least", -INFINITY, -MOST, MOST);
  limit.most = rankle_json_get_number_or (self->json, "at_most", INFINITY,
                                          MAX (limit.least, -MOST), MOST);
  g_array_append_val (allowed, limit);
}

static void
read_all_allowed (RankleLessonReading *self, RankleLessonGoal *goal)
{
  GArray *allowed = g_array_new (FALSE, FALSE, sizeof (RankleLessonAllowed));

  if (rankle_json_open_list (self->json, "limits"))
    {
      while (rankle_json_next (self->json))
        if (rankle_json_open_object (self->json, NULL))
          {
            read_allowed (self, allowed);
            rankle_json_close (self->json);
          }
      rankle_json_close (self->json);
    }
  goal->n_allowed = allowed->len;
  goal->allowed = _rankle_lesson_keep_array (self->body, allowed);
}

/* The reader stands in the goal's object. */
static void
read_goal (RankleLessonReading *self, GArray *goals)
{
  RankleLessonGoal goal = { 0 };

  goal.words = _rankle_lesson_read_text (self, "words");
  goal.column = read_column (self);
  goal.called = _rankle_lesson_read_text_or_none (self, "called");
  read_measure (self, &goal);
  read_value (self, &goal);
  check_unit (self, &goal);
  read_all_allowed (self, &goal);
  g_array_append_val (goals, goal);
}

const RankleLessonGoal *
_rankle_lesson_read_goals (RankleLessonReading *self, guint *n)
{
  GArray *goals = g_array_new (FALSE, FALSE, sizeof (RankleLessonGoal));

  if (rankle_json_open_list (self->json, "goals"))
    {
      if (rankle_json_count (self->json) > MOST_GOALS)
        rankle_json_fail (self->json, NULL, _ ("must not have more than %u"), MOST_GOALS);
      while (rankle_json_next (self->json))
        if (rankle_json_open_object (self->json, NULL))
          {
            read_goal (self, goals);
            rankle_json_close (self->json);
          }
      rankle_json_close (self->json);
    }
  *n = goals->len;
  return _rankle_lesson_keep_array (self->body, goals);
}
