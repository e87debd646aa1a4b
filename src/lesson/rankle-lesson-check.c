/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-check.h"

#include <glib/gi18n-lib.h>

#include "rankle-integrator.h"
#include "rankle-lesson-goal.h"
#include "rankle-lesson-prediction.h"
#include "rankle-lesson-private.h"
#include "rankle-lesson-start.h"

typedef struct
{
  const RankleLesson *lesson;
  guint               step;
  RankleIntegrator   *integrator; /* (owned) */
  GArray             *checks;     /* (owned) */
} Checking;

static void
clear_check (gpointer data)
{
  RankleLessonCheck *check = data;

  g_free (check->words);
}

/* @words (transfer full) */
static void
add (Checking *self, RankleLessonCheckKind kind, guint goal, gboolean good, char *words)
{
  RankleLessonCheck check = { self->step, goal, kind, good, words };

  g_array_append_val (self->checks, check);
}

/* (transfer full) (nullable): NULL: it fails, which is noted. */
static RankleTrajectory *
run (Checking *self, const RankleSession *session, RankleLessonCheckKind kind)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, &error);
  RankleTrajectory *trajectory =
      protocol == NULL ? NULL
                       : rankle_integrator_run (self->integrator, protocol, NULL, &error);

  if (trajectory == NULL)
    add (self, kind, 0, FALSE, g_strdup (error->message));
  return trajectory;
}

static const RankleLessonStep *
get_step (const Checking *self)
{
  return &self->lesson->steps[self->step];
}

/* ---- predictions ---- */

static void
check_prediction (Checking *self)
{
  const RankleLessonPrediction *prediction = get_step (self)->prediction;
  g_autoptr (RankleSession) session =
      rankle_lesson_make_session (self->lesson, self->step, prediction->run);
  g_autoptr (RankleTrajectory) trajectory = run (self, session, RANKLE_CHECK_PREDICTION);
  RankleCourseFound found;
  guint             column;
  g_autofree char  *course = NULL;

  if (trajectory == NULL)
    return;
  column = (guint)rankle_model_find_column (rankle_session_get_model (session),
                                            prediction->column);
  if (!rankle_course_find (trajectory, column, prediction->from, prediction->to,
                           prediction->least, &found))
    {
      add (self, RANKLE_CHECK_PREDICTION, 0, FALSE,
           g_strdup (_ ("The run has nothing to be measured.")));
      return;
    }
  course = rankle_course_in_words (trajectory, column, prediction->called, &found);
  add (self, RANKLE_CHECK_PREDICTION, 0, found.course == prediction->right,
       /* Translators: what is called right, and what the run does: "fall: CTX falls from
        * 100 …" */
       g_strdup_printf (_ ("%s: %s"), _rankle_lesson_courses[prediction->right], course));
}

/* ---- goals ---- */

/* Something is left to be done: the first goal that is not there yet, or, if it is all
 * done, the last. */
static void
check_open (Checking               *self,
            const RankleSession    *session,
            const RankleTrajectory *trajectory)
{
  const RankleLessonStep *step = get_step (self);

  for (guint i = 0; i < step->n_goals; i++)
    {
      g_auto (RankleGoalResult) result = { 0 };

      rankle_goal_check (self->lesson, &step->goals[i], session, trajectory, &result);
      if (result.reached && i + 1 < step->n_goals)
        continue;
      add (self, RANKLE_CHECK_UNREACHED, i, !result.reached,
           g_steal_pointer (&result.words));
      return;
    }
}

static void
check_reached (Checking               *self,
               const RankleSession    *session,
               const RankleTrajectory *trajectory)
{
  const RankleLessonStep *step = get_step (self);

  for (guint i = 0; i < step->n_goals; i++)
    {
      g_auto (RankleGoalResult) result = { 0 };

      rankle_goal_check (self->lesson, &step->goals[i], session, trajectory, &result);
      add (self, RANKLE_CHECK_SOLUTION, i, result.reached,
           g_steal_pointer (&result.words));
    }
}

static void
check_solution (Checking *self)
{
  g_autoptr (RankleSession) session =
      rankle_lesson_make_session (self->lesson, self->step, get_step (self)->solution);
  g_autoptr (RankleTrajectory) trajectory = run (self, session, RANKLE_CHECK_SOLUTION);

  if (trajectory != NULL)
    check_reached (self, session, trajectory);
}

/* ---- a lesson ---- */

static void
check_step (Checking *self)
{
  g_autoptr (RankleSession) session =
      rankle_lesson_make_session (self->lesson, self->step, NULL);
  g_autoptr (RankleTrajectory) trajectory = run (self, session, RANKLE_CHECK_START);

  if (trajectory == NULL)
    return;
  add (self, RANKLE_CHECK_START, 0, TRUE, g_strdup (_ ("It runs.")));
  if (get_step (self)->prediction != NULL)
    check_prediction (self);
  check_open (self, session, trajectory);
  if (get_step (self)->solution != NULL)
    check_solution (self);
}

GArray *
rankle_lesson_check (const RankleLesson *lesson)
{
  Checking self = { .lesson = lesson };

  g_return_val_if_fail (lesson != NULL, NULL);

  self.integrator = rankle_integrator_new ();
  self.checks = g_array_new (FALSE, FALSE, sizeof (RankleLessonCheck));
  g_array_set_clear_func (self.checks, clear_check);
  for (; self.step < lesson->n_steps; self.step++)
    check_step (&self);
  rankle_integrator_free (self.integrator);
  return self.checks;
}
