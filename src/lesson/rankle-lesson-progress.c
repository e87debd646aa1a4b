/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-lesson-progress.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-change-words.h"
#include "rankle-lesson-text.h"

/* So many changes of a run are told in the log. */
#define MOST_CHANGES 4

/**
 * StepState:
 * @visited: it was come to
 * @guess: (owned) (nullable)
 * @revealed: what was predicted has been held against the run
 * @guessed_right: undefined unless @revealed
 * @n_answers: given, wrong ones included
 * @answered: the right one was given, or any where none is
 * @reached: a bit a goal
 * @n_hints: taken
 */
typedef struct
{
  gboolean     visited;
  RankleGuess *guess;
  gboolean     revealed, guessed_right;
  guint        n_answers;
  gboolean     answered;
  guint        reached;
  guint        n_hints;
} StepState;

struct _RankleLessonProgress
{
  RankleLesson    *lesson; /* (owned) */
  RankleLessonLog *log;    /* (owned) */
  StepState       *states; /* (owned) (array length=n_steps) */
  guint            at;
  gboolean         finished;
};

static StepState *
get_state (const RankleLessonProgress *self)
{
  g_assert (self->at < self->lesson->n_steps);
  return &self->states[self->at];
}

/* ---- the log ---- */

static void
note (RankleLessonProgress *self,
      gint64                now,
      RankleLogEvent        event,
      const char           *words,
      gboolean              right,
      double                value)
{
  RankleLogEntry entry = { .time = now,
                           .step = self->at,
                           .event = event,
                           .words = (char *)words,
                           .right = right,
                           .value = value };

  rankle_lesson_log_add (self->log, &entry);
}

static void
note_words (RankleLessonProgress *self,
            gint64                now,
            RankleLogEvent        event,
            const char           *words)
{
  note (self, now, event, words, FALSE, NAN);
}

/* Markdown, in the user's language and without its marks. */
static void
note_block (RankleLessonProgress *self,
            gint64                now,
            RankleLogEvent        event,
            const char           *block)
{
  g_autofree char *plain =
      rankle_block_words_to_plain (rankle_lesson_translate (self->lesson, block), block);

  note_words (self, now, event, plain);
}

/* ---- the walk ---- */

static void
come_to (RankleLessonProgress *self, guint step, gint64 now)
{
  self->at = step;
  get_state (self)->visited = TRUE;
  note_words (self, now, RANKLE_LOG_BEGAN,
              rankle_lesson_translate (self->lesson, self->lesson->steps[step].title));
}

RankleLessonProgress *
rankle_lesson_progress_new (const RankleLesson *lesson, gint64 now)
{
  RankleLessonProgress *self;

  g_return_val_if_fail (lesson != NULL, NULL);

  self = g_new0 (RankleLessonProgress, 1);
  self->lesson = rankle_lesson_ref (lesson);
  self->log = rankle_lesson_log_new (lesson);
  self->states = g_new0 (StepState, lesson->n_steps);
  come_to (self, 0, now);
  return self;
}

void
rankle_lesson_progress_free (RankleLessonProgress *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->lesson->n_steps; i++)
    g_clear_pointer (&self->states[i].guess, rankle_guess_free);
  g_free (self->states);
  rankle_lesson_log_free (self->log);
  rankle_lesson_unref (self->lesson);
  g_free (self);
}

const RankleLesson *
rankle_lesson_progress_get_lesson (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lesson;
}

guint
rankle_lesson_progress_get_index (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->at;
}

const RankleLessonStep *
rankle_lesson_progress_get_step (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->lesson->steps[self->at];
}

const RankleLessonLog *
rankle_lesson_progress_get_log (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->log;
}

gboolean
rankle_lesson_progress_is_finished (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->finished;
}

static guint
get_all_goals (const RankleLessonStep *step)
{
  return (1u << step->n_goals) - 1;
}

static RankleWanted
find_wanted (const RankleLessonStep *step, const StepState *state)
{
  if (step->prediction != NULL && state->guess == NULL)
    return RANKLE_WANTS_PREDICTION;
  if (step->prediction != NULL && !state->revealed)
    return RANKLE_WANTS_RUN;
  if (step->question != NULL && !state->answered)
    return RANKLE_WANTS_ANSWER;
  if (state->reached != get_all_goals (step))
    return RANKLE_WANTS_GOALS;
  return RANKLE_WANTS_NOTHING;
}

RankleWanted
rankle_lesson_progress_get_wanted (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, RANKLE_WANTS_NOTHING);

  return find_wanted (rankle_lesson_progress_get_step (self), get_state (self));
}

static void
leave (RankleLessonProgress *self, gint64 now)
{
  if (rankle_lesson_progress_get_wanted (self) != RANKLE_WANTS_NOTHING)
    note_words (self, now, RANKLE_LOG_SKIPPED,
                rankle_lesson_translate (self->lesson,
                                         rankle_lesson_progress_get_step (self)->title));
}

gboolean
rankle_lesson_progress_go_on (RankleLessonProgress *self, gint64 now)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  leave (self, now);
  if (self->at + 1 < self->lesson->n_steps)
    {
      come_to (self, self->at + 1, now);
      return TRUE;
    }
  self->finished = TRUE;
  words = rankle_lesson_progress_in_words (self);
  note_words (self, now, RANKLE_LOG_FINISHED, words);
  return FALSE;
}

gboolean
rankle_lesson_progress_go_back (RankleLessonProgress *self, gint64 now)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->at == 0)
    return FALSE;
  come_to (self, self->at - 1, now);
  return TRUE;
}

/* ---- predictions ---- */

gboolean
rankle_lesson_progress_predict (RankleLessonProgress *self,
                                const RankleGuess    *guess,
                                gint64                now)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (self != NULL && guess != NULL, FALSE);

  if (rankle_lesson_progress_get_wanted (self) != RANKLE_WANTS_PREDICTION)
    return FALSE;
  get_state (self)->guess = rankle_guess_copy (guess);
  words = guess->times == NULL
              ? g_strdup (rankle_course_get_name (guess->course))
              /* Translators: what was drawn does: "A curve was drawn: It falls" */
              : g_strdup_printf (_ ("A curve was drawn: %s"),
                                 rankle_course_get_name (guess->course));
  note_words (self, now, RANKLE_LOG_PREDICTED, words);
  return TRUE;
}

const RankleGuess *
rankle_lesson_progress_get_guess (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return get_state (self)->guess;
}

char *
rankle_lesson_progress_reveal (RankleLessonProgress   *self,
                               const RankleTrajectory *run,
                               RankleJudgement        *judgement,
                               gint64                  now)
{
  StepState                    *state;
  const RankleLessonPrediction *prediction;
  RankleJudgement               judged;
  char                         *words;

  g_return_val_if_fail (self != NULL && run != NULL, NULL);

  state = get_state (self);
  prediction = rankle_lesson_progress_get_step (self)->prediction;
  if (prediction == NULL || state->guess == NULL ||
      !rankle_prediction_judge (prediction, state->guess, run, &judged))
    return NULL;
  words = rankle_prediction_in_words (
      prediction, rankle_lesson_translate (self->lesson, prediction->called),
      state->guess, run, &judged);
  if (!state->revealed)
    note (self, now, RANKLE_LOG_REVEALED, words, judged.right, judged.distance);
  state->revealed = TRUE;
  state->guessed_right = judged.right;
  if (judgement != NULL)
    *judgement = judged;
  return words;
}

/* ---- questions ---- */

/* Of a question to talk about. */
static char *
thank (RankleLessonProgress *self, gboolean *right, gint64 now)
{
  get_state (self)->answered = TRUE;
  get_state (self)->n_answers++;
  *right = TRUE;
  note (self, now, RANKLE_LOG_ANSWERED, "", TRUE, NAN);
  return g_strdup ("");
}

char *
rankle_lesson_progress_answer (RankleLessonProgress *self,
                               guint                 choice,
                               gboolean             *right,
                               gint64                now)
{
  const RankleLessonQuestion *question;
  const RankleLessonChoice   *chosen;

  g_return_val_if_fail (self != NULL && right != NULL, NULL);

  question = rankle_lesson_progress_get_step (self)->question;
  *right = FALSE;
  if (question == NULL)
    return NULL;
  if (question->n_choices == 0)
    return thank (self, right, now);
  if (choice >= question->n_choices)
    return NULL;
  chosen = &question->choices[choice];
  get_state (self)->n_answers++;
  get_state (self)->answered |= chosen->right;
  *right = chosen->right;
  note (self, now, RANKLE_LOG_ANSWERED,
        rankle_lesson_translate (self->lesson, chosen->words), chosen->right, NAN);
  return g_strdup (rankle_lesson_translate (self->lesson, chosen->reply));
}

/* ---- goals ---- */

static void
check_goal (RankleLessonProgress   *self,
            guint                   index,
            const RankleSession    *session,
            const RankleTrajectory *run,
            GString                *words,
            gint64                  now)
{
  const RankleLessonGoal *goal = &rankle_lesson_progress_get_step (self)->goals[index];
  StepState              *state = get_state (self);
  g_auto (RankleGoalResult) result = { 0 };

  rankle_goal_check (self->lesson, goal, session, run, &result);
  if (result.reached && (state->reached & (1u << index)) == 0)
    {
      state->reached |= 1u << index;
      note (self, now, RANKLE_LOG_REACHED, result.words, TRUE, result.value);
    }
  g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", result.words);
}

static void
note_run (RankleLessonProgress *self, const RankleSession *session, gint64 now)
{
  g_autofree char *changes = rankle_session_changes_in_words (session, MOST_CHANGES);

  note_words (self, now, RANKLE_LOG_RAN, changes != NULL ? changes : _ ("as given"));
}

char *
rankle_lesson_progress_run (RankleLessonProgress   *self,
                            const RankleSession    *session,
                            const RankleTrajectory *run,
                            gint64                  now)
{
  const RankleLessonStep *step;
  GString                *words;

  g_return_val_if_fail (self != NULL && session != NULL && run != NULL, NULL);

  step = rankle_lesson_progress_get_step (self);
  words = g_string_new (NULL);
  note_run (self, session, now);
  for (guint i = 0; i < step->n_goals; i++)
    check_goal (self, i, session, run, words, now);
  return g_string_free (words, FALSE);
}

/* ---- hints ---- */

static guint
count_hints (const RankleLessonStep *step)
{
  return g_strv_length ((char **)step->hints);
}

guint
rankle_lesson_progress_count_hints_left (const RankleLessonProgress *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return count_hints (rankle_lesson_progress_get_step (self)) - get_state (self)->n_hints;
}

const char *
rankle_lesson_progress_take_hint (RankleLessonProgress *self, gint64 now)
{
  const RankleLessonStep *step;
  StepState              *state;
  const char             *hint;

  g_return_val_if_fail (self != NULL, NULL);

  step = rankle_lesson_progress_get_step (self);
  state = get_state (self);
  if (count_hints (step) == 0)
    return NULL;
  hint = step->hints[MIN (state->n_hints, count_hints (step) - 1)];
  if (state->n_hints < count_hints (step))
    {
      state->n_hints++;
      note_block (self, now, RANKLE_LOG_HINT, hint);
    }
  return rankle_lesson_translate (self->lesson, hint);
}

/* ---- how it went ---- */

typedef struct
{
  guint n_done, n_predictions, n_right, n_questions, n_first, n_hints;
} Tally;

static Tally
count (const RankleLessonProgress *self)
{
  Tally tally = { 0 };

  for (guint i = 0; i < self->lesson->n_steps; i++)
    {
      const RankleLessonStep *step = &self->lesson->steps[i];
      const StepState        *state = &self->states[i];

      tally.n_done +=
          state->visited && find_wanted (step, state) == RANKLE_WANTS_NOTHING ? 1 : 0;
      tally.n_predictions += step->prediction != NULL ? 1 : 0;
      tally.n_right += state->revealed && state->guessed_right ? 1 : 0;
      tally.n_questions +=
          step->question != NULL && step->question->n_choices > 0 ? 1 : 0;
      tally.n_first +=
          state->answered && state->n_answers == 1 && step->question->n_choices > 0 ? 1
                                                                                    : 0;
      tally.n_hints += state->n_hints;
    }
  return tally;
}

/* Of none nothing is told. */
static void
add_part (GPtrArray *parts, const char *format, guint part, guint whole)
{
  if (whole > 0)
    g_ptr_array_add (parts, g_strdup_printf (format, part, whole));
}

char *
rankle_lesson_progress_in_words (const RankleLessonProgress *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  Tally tally;

  g_return_val_if_fail (self != NULL, NULL);

  tally = count (self);
  /* Translators: so many of so many */
  add_part (parts, _ ("Steps done: %u of %u."), tally.n_done, self->lesson->n_steps);
  /* Translators: so many of so many */
  add_part (parts, _ ("Predictions right: %u of %u."), tally.n_right,
            tally.n_predictions);
  /* Translators: so many of so many */
  add_part (parts, _ ("Questions right at once: %u of %u."), tally.n_first,
            tally.n_questions);
  if (tally.n_hints > 0)
    g_ptr_array_add (parts, g_strdup_printf (_ ("Hints: %u."), tally.n_hints));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **)parts->pdata);
}
