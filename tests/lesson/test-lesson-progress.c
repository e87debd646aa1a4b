/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-lesson-progress.h"

#include <string.h>

#include "lesson-fixture.h"
#include "rankle-lesson-start.h"

#define SECOND G_USEC_PER_SEC

static RankleLesson *lesson; /* good.json: prediction, question, goals; a question; a
                                sketch */

static RankleTrajectory *
run_of (guint step, const RankleLessonAsked *change)
{
  g_autoptr (RankleSession) session = rankle_lesson_make_session (lesson, step, change);

  return lesson_run (session);
}

static void
predict (RankleLessonProgress *progress, RankleCourse course)
{
  g_autoptr (RankleGuess) guess = rankle_guess_new_choice (course);

  g_assert_true (rankle_lesson_progress_predict (progress, guess, 2 * SECOND));
}

/* (transfer full): the reply. */
static char *
answer (RankleLessonProgress *progress, guint choice, gboolean expected)
{
  gboolean right;
  char    *reply = rankle_lesson_progress_answer (progress, choice, &right, 3 * SECOND);

  g_assert_cmpint (right, ==, expected);
  return reply;
}

static void
make_run (RankleLessonProgress *progress, const RankleLessonAsked *change)
{
  g_autoptr (RankleSession) session = rankle_lesson_make_session (
      lesson, rankle_lesson_progress_get_index (progress), change);
  g_autoptr (RankleTrajectory) run = lesson_run (session);
  g_autofree char *words =
      rankle_lesson_progress_run (progress, session, run, 4 * SECOND);

  g_test_message ("%s", words);
  g_assert_cmpint (*words == '\0', ==,
                   rankle_lesson_progress_get_step (progress)->n_goals == 0);
}

/* All that a step asks for, in its order, with slips on the way. */
static void
test_step (void)
{
  g_autoptr (RankleLessonProgress) progress = rankle_lesson_progress_new (lesson, 0);
  const RankleLessonStep *step = rankle_lesson_progress_get_step (progress);
  g_autoptr (RankleTrajectory) run = run_of (0, step->prediction->run);
  g_autofree char *words = NULL, *no = NULL, *yes = NULL;
  gboolean         right;
  RankleJudgement  judgement;

  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==,
                   RANKLE_WANTS_PREDICTION);
  predict (progress, RANKLE_COURSE_RISES);
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==, RANKLE_WANTS_RUN);
  words = rankle_lesson_progress_reveal (progress, run, &judgement, 2 * SECOND);
  g_assert_true (g_str_has_prefix (words, "You said that it rises. CTX falls"));
  g_assert_false (judgement.right);
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==, RANKLE_WANTS_ANSWER);
  no = answer (progress, 1, FALSE);
  g_assert_cmpstr (no, ==, "No.");
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==, RANKLE_WANTS_ANSWER);
  g_assert_null (rankle_lesson_progress_answer (progress, 9, &right, 3 * SECOND));
  yes = answer (progress, 0, TRUE);
  g_assert_cmpstr (yes, ==, "Yes.");
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==, RANKLE_WANTS_GOALS);
  make_run (progress, NULL);
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==, RANKLE_WANTS_GOALS);
  make_run (progress, step->solution);
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==,
                   RANKLE_WANTS_NOTHING);
  /* What was reached stays so. */
  make_run (progress, NULL);
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==,
                   RANKLE_WANTS_NOTHING);
}

/* One prediction counts. */
static void
test_predicted_once (void)
{
  g_autoptr (RankleLessonProgress) progress = rankle_lesson_progress_new (lesson, 0);
  g_autoptr (RankleGuess) second = rankle_guess_new_choice (RANKLE_COURSE_FALLS);
  g_autoptr (RankleTrajectory) run =
      run_of (0, rankle_lesson_progress_get_step (progress)->prediction->run);

  g_assert_null (rankle_lesson_progress_reveal (progress, run, NULL, 0));
  predict (progress, RANKLE_COURSE_RISES);
  g_assert_false (rankle_lesson_progress_predict (progress, second, 0));
  g_assert_cmpint (rankle_lesson_progress_get_guess (progress)->course, ==,
                   RANKLE_COURSE_RISES);
}

static void
test_hints (void)
{
  g_autoptr (RankleLessonProgress) progress = rankle_lesson_progress_new (lesson, 0);

  g_assert_cmpuint (rankle_lesson_progress_count_hints_left (progress), ==, 2);
  g_assert_cmpstr (rankle_lesson_progress_take_hint (progress, 0), ==, "First.");
  g_assert_cmpstr (rankle_lesson_progress_take_hint (progress, 0), ==, "Second.");
  g_assert_cmpuint (rankle_lesson_progress_count_hints_left (progress), ==, 0);
  g_assert_cmpstr (rankle_lesson_progress_take_hint (progress, 0), ==, "Second.");
  rankle_lesson_progress_go_on (progress, 0);
  g_assert_null (rankle_lesson_progress_take_hint (progress, 0));
}

static guint
count_events (const RankleLessonProgress *progress, RankleLogEvent event)
{
  guint                 n, n_found = 0;
  const RankleLogEntry *entries =
      rankle_lesson_log_get (rankle_lesson_progress_get_log (progress), &n);

  for (guint i = 0; i < n; i++)
    n_found += entries[i].event == event ? 1 : 0;
  return n_found;
}

/* Whoever skips everything gets to the end, and can come back. */
static void
test_skipped (void)
{
  g_autoptr (RankleLessonProgress) progress = rankle_lesson_progress_new (lesson, 0);
  g_autofree char *words = NULL, *thanks = NULL;

  g_assert_false (rankle_lesson_progress_go_back (progress, 0));
  g_assert_true (rankle_lesson_progress_go_on (progress, 0));
  thanks = answer (progress, 0, TRUE);
  g_assert_cmpstr (thanks, ==, "");
  g_assert_true (rankle_lesson_progress_go_on (progress, 0));
  g_assert_false (rankle_lesson_progress_is_finished (progress));
  g_assert_false (rankle_lesson_progress_go_on (progress, 0));
  g_assert_true (rankle_lesson_progress_is_finished (progress));
  g_assert_cmpuint (count_events (progress, RANKLE_LOG_SKIPPED), ==, 2);
  words = rankle_lesson_progress_in_words (progress);
  g_assert_cmpstr (words, ==,
                   "Steps done: 1 of 3. Predictions right: 0 of 2. Questions right at "
                   "once: 0 of 1.");
  g_assert_true (rankle_lesson_progress_go_back (progress, 0));
  g_assert_cmpuint (rankle_lesson_progress_get_index (progress), ==, 1);
  g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), ==,
                   RANKLE_WANTS_NOTHING);
}

/* What a step does not ask for cannot be given. */
static void
test_unwanted (void)
{
  g_autoptr (RankleLessonProgress) progress = rankle_lesson_progress_new (lesson, 0);
  g_autoptr (RankleGuess) guess = rankle_guess_new_choice (RANKLE_COURSE_FALLS);
  gboolean right;

  rankle_lesson_progress_go_on (progress, 0);
  g_assert_false (rankle_lesson_progress_predict (progress, guess, 0));
  rankle_lesson_progress_go_on (progress, 0);
  g_assert_null (rankle_lesson_progress_answer (progress, 0, &right, 0));
  make_run (progress, NULL);
}

/* ---- the log ---- */

/* (transfer full): some of a lesson done, one right and one wrong. */
static RankleLessonProgress *
walk (void)
{
  RankleLessonProgress *progress =
      rankle_lesson_progress_new (lesson, 1000000000 * (gint64)SECOND);
  const RankleLessonStep *step = rankle_lesson_progress_get_step (progress);
  g_autoptr (RankleTrajectory) run = run_of (0, step->prediction->run);
  g_autoptr (RankleGuess) guess = rankle_guess_new_choice (RANKLE_COURSE_FALLS);
  g_autofree char *shown = NULL, *again = NULL, *reply = NULL;
  gboolean         right;
  gint64           now = (1000000000 + 65) * (gint64)SECOND;

  rankle_lesson_progress_predict (progress, guess, now);
  shown = rankle_lesson_progress_reveal (progress, run, NULL, now + SECOND);
  again = rankle_lesson_progress_reveal (progress, run, NULL, now + SECOND);
  g_assert_cmpstr (again, ==, shown);
  reply = rankle_lesson_progress_answer (progress, 1, &right, now + 2 * SECOND);
  /* A clock that was put back does not turn the log round. */
  rankle_lesson_progress_take_hint (progress, 0);
  rankle_lesson_progress_go_on (progress, now + 10 * SECOND);
  return progress;
}

static void
test_csv (void)
{
  g_autoptr (RankleLessonProgress) progress = walk ();
  g_autofree char *csv =
      rankle_lesson_log_to_csv (rankle_lesson_progress_get_log (progress));
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  g_test_message ("%s", csv);
  g_assert_cmpstr (lines[0], ==, "# A lesson of one’s own");
  g_assert_cmpstr (lines[1], ==, "time,seconds,step,title,event,right,value,words");
  g_assert_cmpstr (lines[2], ==, "2001-09-09T01:46:40Z,0,one,One,began,,,One");
  g_assert_cmpstr (lines[3], ==, "2001-09-09T01:47:45Z,65,one,One,predicted,,,It falls");
  g_assert_true (g_str_has_prefix (
      lines[4], "2001-09-09T01:47:46Z,66,one,One,revealed,yes,,As you said: CTX falls"));
  g_assert_cmpstr (lines[5], ==, "2001-09-09T01:47:47Z,67,one,One,answered,no,,That");
  g_assert_cmpstr (lines[6], ==, "2001-09-09T01:47:47Z,67,one,One,hint,,,First.");
  g_assert_cmpstr (lines[7], ==, "2001-09-09T01:47:55Z,75,one,One,skipped,,,One");
  g_assert_cmpstr (lines[8], ==, "2001-09-09T01:47:55Z,75,two,Two,began,,,Two");
  g_assert_cmpstr (lines[9], ==, "");
}

static void
test_text (void)
{
  g_autoptr (RankleLessonProgress) progress = walk ();
  g_autofree char *text =
      rankle_lesson_log_to_text (rankle_lesson_progress_get_log (progress));

  g_assert_true (g_str_has_prefix (text, "A lesson of one’s own\n0:00  Step: One\n"));
  g_assert_nonnull (strstr (text, "\n1:05  Prediction: It falls\n"));
  g_assert_nonnull (strstr (text, "\n1:07  Answer: That\n1:07  Hint: First.\n"));
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  lesson = lesson_load ("good.json");
  g_test_add_func ("/lesson-progress/step", test_step);
  g_test_add_func ("/lesson-progress/predicted-once", test_predicted_once);
  g_test_add_func ("/lesson-progress/hints", test_hints);
  g_test_add_func ("/lesson-progress/skipped", test_skipped);
  g_test_add_func ("/lesson-progress/unwanted", test_unwanted);
  g_test_add_func ("/lesson-progress/csv", test_csv);
  g_test_add_func ("/lesson-progress/text", test_text);
  status = g_test_run ();
  rankle_lesson_unref (lesson);
  return status;
}
