/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* What a lesson is, as its file says it (data/lessons/README.md). Strings are as in the
 * file; rankle_lesson_translate() has them in the user's language. Times are in the unit
 * of the model that the step is about. */

typedef enum
{
  RANKLE_LESSON_CARD, /* opens the first start: two or three steps */
  RANKLE_LESSON_LONG,
} RankleLessonKind;

typedef enum
{
  RANKLE_LESSON_FIRST,    /* nothing is known */
  RANKLE_LESSON_COURSE,   /* who has had a course of biology */
  RANKLE_LESSON_ADVANCED, /* who studies it */
} RankleLessonLevel;

/* What vouches for a statement. */
typedef enum
{
  RANKLE_LESSON_SEEN,     /* it was read in the source */
  RANKLE_LESSON_RECALLED, /* it was not */
} RankleLessonGrade;

typedef struct
{
  const char       *words;
  RankleLessonGrade grade;
  const char       *source; /* (nullable) */
} RankleLessonFact;

/* What somebody says of a run before it is shown, and what a run does. */
typedef enum
{
  RANKLE_COURSE_RISES,
  RANKLE_COURSE_FALLS,
  RANKLE_COURSE_OVERSHOOTS,
  RANKLE_COURSE_STAYS,
  RANKLE_N_COURSES
} RankleCourse;

typedef struct
{
  const char *control;
  double      value; /* in the control's unit */
} RankleLessonSetting;

/**
 * RankleLessonAsked:
 * @model: (owned) (nullable): of a start; NULL: that of the start
 * @scenario: (owned) (nullable): NULL: that of the start
 * @scenario_id: (nullable): of a bundled one; NULL: the lesson brings its own
 * @controls: (array length=n_controls): put to the scenario
 * @horizon: 0: the scenario's
 * @cursor: of a start; NaN: where the session has it
 *
 * What is asked: where a step begins, what the run of a prediction is, or what reaches a
 * goal.
 */
typedef struct
{
  RankleModel               *model;
  RankleScenario            *scenario;
  const char                *scenario_id;
  const RankleLessonSetting *controls;
  guint                      n_controls;
  double                     horizon, cursor;
} RankleLessonAsked;

typedef struct
{
  const char *control;
  double      least, most; /* in the control's unit */
} RankleLessonLimit;

/**
 * RankleLessonControls:
 * @shown: (nullable): ids; NULL: all but those that are hidden
 * @hidden: ids; none where @shown is told
 * @locked: shown, and cannot be moved
 * @limits: (array length=n_limits): cannot be moved beyond
 * @spotlight: (nullable): the one to try first
 */
typedef struct
{
  const char *const *shown, *const *hidden, *const *locked;
  const RankleLessonLimit *limits;
  guint                    n_limits;
  const char              *spotlight;
} RankleLessonControls;

/* Exactly one of a question's choices is right; each has a reply. */
typedef struct
{
  const char *words, *reply;
  gboolean    right;
} RankleLessonChoice;

/* Without choices it is one to talk about. */
typedef struct
{
  const char               *words;
  const RankleLessonChoice *choices;
  guint                     n_choices;
} RankleLessonQuestion;

/**
 * RankleLessonPrediction:
 * @column: id of what is predicted
 * @called: (nullable): what it is called in sentences; NULL: by its label
 * @sketch: a curve is drawn; else one of four courses is chosen
 * @right: what the run does
 * @run: (nullable): what is run; NULL: the step as it begins
 * @from: @to: the part of the run that is predicted
 * @least: less of a change is none [the column's unit]; 0: a twentieth of the start
 */
typedef struct
{
  const char              *words, *column, *called;
  gboolean                 sketch;
  RankleCourse             right;
  const RankleLessonAsked *run;
  double                   from, to, least;
} RankleLessonPrediction;

typedef enum
{
  RANKLE_GOAL_LOWEST, /* within from … to, as the next three */
  RANKLE_GOAL_HIGHEST,
  RANKLE_GOAL_MEAN,
  RANKLE_GOAL_LOWEST_TIME, /* when it is lowest, counted from @from */
  RANKLE_GOAL_HIGHEST_TIME,
  RANKLE_GOAL_AT,         /* at @at */
  RANKLE_GOAL_END,        /* in the last row */
  RANKLE_GOAL_CHANGE,     /* at @at less that at @from */
  RANKLE_GOAL_PERCENT,    /* the same in percent of that at @from */
  RANKLE_GOAL_TIME_BELOW, /* how long it is below @threshold within from … to */
  RANKLE_GOAL_TIME_ABOVE,
  RANKLE_N_GOAL_MEASURES
} RankleGoalMeasure;

typedef enum
{
  RANKLE_GOAL_BELOW,   /* @high */
  RANKLE_GOAL_ABOVE,   /* @low */
  RANKLE_GOAL_BETWEEN, /* @low and @high */
  RANKLE_N_GOAL_RELATIONS
} RankleGoalRelation;

typedef enum
{
  RANKLE_ALLOWED_DOSES,   /* so many are given, by @control */
  RANKLE_ALLOWED_AMOUNT,  /* so much is given in all, by @control and in its unit */
  RANKLE_ALLOWED_VALUE,   /* @control stands there */
  RANKLE_ALLOWED_CHANGES, /* so many things are other than at the step's start */
  RANKLE_N_ALLOWED
} RankleAllowedKind;

/* By what means a goal may be reached. */
typedef struct
{
  RankleAllowedKind kind;
  const char       *control; /* (nullable): of CHANGES */
  double            least, most;
} RankleLessonAllowed;

/**
 * RankleLessonGoal:
 * @low: @high: in the column's unit, in percent, or a time, as @measure has it; infinite
 * where there is no such end
 */
typedef struct
{
  const char                *words, *column, *called;
  RankleGoalMeasure          measure;
  RankleGoalRelation         relation;
  double                     low, high;
  double                     from, to, at, threshold;
  const RankleLessonAllowed *allowed;
  guint                      n_allowed;
} RankleLessonGoal;

/**
 * RankleLessonStep:
 * @text: (array zero-terminated=1): blocks of Markdown, as @notice and @hints
 * @start: (nullable): NULL: what the step before it left is gone on with
 * @view: RANKLE_N_VIEWS: whichever is open
 * @panels: (nullable): ids of those that are shown; NULL: all
 * @question: @prediction: (nullable)
 * @solution: (nullable): what reaches the goals; told where there are some
 */
typedef struct
{
  const char        *id, *title;
  const char *const *text, *const *notice, *const *hints;
  const RankleLessonAsked      *start;
  RankleView                    view;
  const char *const            *panels;
  RankleLessonControls          controls;
  const RankleLessonQuestion   *question;
  const RankleLessonPrediction *prediction;
  const RankleLessonGoal       *goals;
  guint                         n_goals;
  const RankleLessonAsked      *solution;
} RankleLessonStep;

/**
 * RankleLesson:
 * @minutes: it takes
 * @known: (array length=n_known): what is known, and from where
 * @modelled: what is a model here, and not known; blocks of Markdown, as the next two
 * @notes: for the teacher, with the model's limits
 * @finish: said at the end
 * @steps: (array length=n_steps): one at least, and the first has a start
 *
 * A lesson as a value: immutable, atomically reference counted.
 */
typedef struct
{
  const char             *id, *title, *summary;
  RankleLessonKind        kind;
  RankleLessonLevel       level;
  guint                   place, minutes;
  const RankleLessonFact *known;
  guint                   n_known;
  const char *const *modelled, *const *notes, *const *finish;
  const RankleLessonStep *steps;
  guint                   n_steps;
} RankleLesson;

RankleLesson *rankle_lesson_ref (const RankleLesson *lesson);
void          rankle_lesson_unref (const RankleLesson *lesson);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleLesson, rankle_lesson_unref)

/* @words (nullable), of the lesson: in the user's language where it is a bundled one. */
const char *rankle_lesson_translate (const RankleLesson *lesson, const char *words);

G_END_DECLS
