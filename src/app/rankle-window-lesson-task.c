/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>

#include "rankle-lesson-pane.h"
#include "rankle-lesson-task.h"
#include "rankle-lesson-text.h"
#include "rankle-window-lesson-private.h"

/* What a step asks for, and what came of it. */

static RankleLessonPane *
get_pane (RankleWindow *self)
{
  return RANKLE_LESSON_PANE (self->lesson_pane);
}

static const RankleLessonStep *
get_step (RankleWindow *self)
{
  return rankle_lesson_progress_get_step (self->lesson->progress);
}

static gboolean
is_at_step (RankleWindow *self)
{
  RankleWindowLesson *it = self->lesson;

  return it->is_on && !it->is_asking &&
         !rankle_lesson_progress_is_finished (it->progress);
}

/* ---- predictions ---- */

/* As soon as there is a run to begin at. */
static void
offer_sketch (RankleWindow *self)
{
  const RankleLessonPrediction *prediction = get_step (self)->prediction;
  RanklePlotView               *plots = self->plots;

  if (prediction->sketch && rankle_plot_view_get_sketch (plots) == NULL &&
      rankle_plot_view_begin_sketch (plots, prediction->column, prediction->from,
                                     prediction->to))
    rankle_lesson_pane_set_curve (get_pane (self), TRUE, FALSE);
}

static void
sketched_cb (RanklePlotView *plots, const char *words, RankleWindow *self)
{
  rankle_lesson_pane_set_curve (get_pane (self), TRUE,
                                rankle_plot_view_get_sketch (plots)->is_drawn);
  _rankle_window_say (self, words);
}

/* (transfer full) (nullable) */
static RankleGuess *
make_guess (RankleWindow *self, int course)
{
  const RanklePlotSketch *sketch = rankle_plot_view_get_sketch (self->plots);
  double                  times[RANKLE_SKETCH_POINTS];

  if (course != RANKLE_LESSON_TASK_CURVE)
    return rankle_guess_new_choice ((RankleCourse)course);
  if (sketch == NULL)
    return NULL;
  for (guint i = 0; i < RANKLE_SKETCH_POINTS; i++)
    times[i] = rankle_plot_sketch_get_time (sketch, i);
  return rankle_guess_new_sketch (get_step (self)->prediction, times, sketch->values,
                                  RANKLE_SKETCH_POINTS);
}

void
_rankle_window_predict (RankleWindow *self, int course)
{
  RankleWindowLesson *it = self->lesson;
  g_autoptr (RankleGuess) guess = NULL;

  if (!is_at_step (self) || get_step (self)->prediction == NULL ||
      course >= RANKLE_N_COURSES)
    return;
  guess = make_guess (self, course);
  if (guess == NULL ||
      !rankle_lesson_progress_predict (it->progress, guess, g_get_real_time ()))
    return;
  if (course == RANKLE_LESSON_TASK_CURVE)
    rankle_plot_view_close_sketch (self->plots);
  else
    rankle_plot_view_drop_sketch (self->plots);
  _rankle_window_reveal_step (self);
  rankle_lesson_pane_update (get_pane (self));
  _rankle_window_look_at_run (self);
}

/* The run is the one that was predicted. */
static gboolean
is_revealing (RankleWindow *self)
{
  RankleWindowLesson *it = self->lesson;

  return rankle_lesson_progress_get_guess (it->progress) != NULL && !it->revealed &&
         it->asked != NULL &&
         rankle_session_asks_same (it->asked, rankle_study_get_shown (self->study));
}

static void
reveal (RankleWindow *self, RankleTrajectory *run)
{
  RankleWindowLesson *it = self->lesson;
  g_autofree char    *words =
      rankle_lesson_progress_reveal (it->progress, run, NULL, g_get_real_time ());

  if (words == NULL)
    return;
  it->revealed = TRUE;
  rankle_lesson_pane_set_outcome (get_pane (self), words);
  rankle_lesson_pane_update (get_pane (self));
  _rankle_window_say (self, words);
}

/* ---- questions and hints ---- */

void
_rankle_window_answer (RankleWindow *self, guint choice)
{
  gboolean         right;
  g_autofree char *reply = NULL;

  if (!is_at_step (self))
    return;
  reply = rankle_lesson_progress_answer (self->lesson->progress, choice, &right,
                                         g_get_real_time ());
  if (reply == NULL)
    return;
  rankle_lesson_pane_set_outcome (get_pane (self), reply);
  rankle_lesson_pane_update (get_pane (self));
  if (*reply != '\0')
    _rankle_window_say (self, reply);
}

void
_rankle_window_take_hint (RankleWindow *self)
{
  RankleLessonProgress *progress = self->lesson->progress;
  g_autofree char      *words = NULL;
  guint                 left;
  const char           *hint, *original;

  if (!is_at_step (self) || rankle_lesson_progress_count_hints_left (progress) == 0)
    return;
  left = rankle_lesson_progress_count_hints_left (progress);
  original =
      get_step (self)->hints[g_strv_length ((char **)get_step (self)->hints) - left];
  hint = rankle_lesson_progress_take_hint (progress, g_get_real_time ());
  rankle_lesson_pane_add_hint (get_pane (self), hint, original);
  words = rankle_block_words_to_plain (hint, original);
  _rankle_window_say (self, words);
}

/* ---- runs ---- */

/* (transfer full): while a control is dragged: told, and not noted. */
static char *
make_goal_words (RankleWindow *self, RankleTrajectory *run)
{
  const RankleLesson *lesson = rankle_lesson_progress_get_lesson (self->lesson->progress);
  const RankleLessonStep *step = get_step (self);
  GString                *words = g_string_new (NULL);

  for (guint i = 0; i < step->n_goals; i++)
    {
      g_auto (RankleGoalResult) result = { 0 };

      rankle_goal_check (lesson, &step->goals[i], rankle_study_get_shown (self->study),
                         run, &result);
      g_string_append_printf (words, "%s%s", i > 0 ? " " : "", result.words);
    }
  return g_string_free (words, FALSE);
}

static gboolean
is_noted (RankleWindow *self)
{
  RankleSession *noted = self->lesson->noted;

  return noted != NULL &&
         rankle_session_asks_same (noted, rankle_study_get_shown (self->study));
}

static void
note_run (RankleWindow *self, RankleTrajectory *run)
{
  RankleWindowLesson *it = self->lesson;

  g_free (self->goal_words);
  self->goal_words = rankle_lesson_progress_run (
      it->progress, rankle_study_get_shown (self->study), run, g_get_real_time ());
  g_clear_pointer (&it->noted, rankle_session_unref);
  it->noted = rankle_session_ref (rankle_study_get_shown (self->study));
  rankle_lesson_pane_update (get_pane (self));
  rankle_lesson_pane_set_goals (get_pane (self), self->goal_words);
}

static void
tell_goals (RankleWindow *self, RankleTrajectory *run)
{
  g_autofree char *words = NULL;

  if (!rankle_study_is_changing (self->study))
    {
      if (!is_noted (self))
        note_run (self, run);
      return;
    }
  words = make_goal_words (self, run);
  rankle_lesson_pane_set_goals (get_pane (self), words);
}

static void
look_at (RankleWindow *self, RankleTrajectory *run)
{
  switch (rankle_lesson_progress_get_wanted (self->lesson->progress))
    {
    case RANKLE_WANTS_PREDICTION:
      offer_sketch (self);
      break;
    case RANKLE_WANTS_GOALS:
      tell_goals (self, run);
      break;
    case RANKLE_WANTS_NOTHING:
      if (get_step (self)->n_goals > 0)
        tell_goals (self, run);
      break;
    case RANKLE_WANTS_RUN:
    case RANKLE_WANTS_ANSWER:
    default:
      break;
    }
}

/* (nullable): what is shown is the answer to what is asked. */
static RankleTrajectory *
find_run (RankleWindow *self)
{
  RankleTrajectory *run = rankle_study_get_trajectory (self->study);
  gboolean          busy;

  g_object_get (self->study, "busy", &busy, NULL);
  return busy || rankle_study_get_failure (self->study) != NULL || run == NULL ||
                 rankle_trajectory_get_model (run) != rankle_study_get_model (self->study)
             ? NULL
             : run;
}

void
_rankle_window_look_at_run (RankleWindow *self)
{
  RankleTrajectory *run = is_at_step (self) ? find_run (self) : NULL;

  if (run == NULL)
    return;
  if (!_rankle_window_keeps_step (self))
    {
      rankle_lesson_pane_set_outcome (
          get_pane (self), _ ("This is another model than the step is about. Start this "
                              "step again to go on with it."));
      return;
    }
  if (is_revealing (self))
    reveal (self, run);
  look_at (self, run);
}

void
_rankle_window_connect_lesson (RankleWindow *self)
{
  /* The label of undo comes at the end of a change. */
  static const char *const signals[] = { "notify::trajectory", "notify::busy",
                                         "notify::undo-label", NULL };

  for (const char *const *name = signals; *name != NULL; name++)
    g_signal_connect_object (self->study, *name, G_CALLBACK (_rankle_window_look_at_run),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plots, "sketched", G_CALLBACK (sketched_cb), self, 0);
}
