/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bundled lessons keep what they promise. */

#include "rankle-lessons.h"

#include <string.h>

#include "lesson-fixture.h"
#include "rankle-card.h"
#include "rankle-catalog.h"
#include "rankle-diagram.h"
#include "rankle-lesson-check.h"
#include "rankle-lesson-progress.h"
#include "rankle-lesson-start.h"
#include "rankle-lesson-text.h"
#include "rankle-scenario-file.h"
#include "rankle-topic.h"

extern const char *const rankle_bundled_words[]; /* NULL at the end */

static const RankleLesson *
get (guint index)
{
  return g_ptr_array_index (rankle_lessons_get (), index);
}

static void
test_all_there (void)
{
  static const char *const ids[] = {
    "card-decoy",  "card-menopause", "card-stop-denosumab", "decoy",      "holders",
    "knock-outs",  "menopause",      "denosumab",           "late-doses", "opg-fc",
    "nf-kb-waves", "osteopetrosis",  "vicious-cycle",       "fever",      "milk-and-bone",
  };

  g_assert_cmpuint (rankle_lessons_get ()->len, ==, G_N_ELEMENTS (ids));
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (get (i)->id, ==, ids[i]);
      g_assert_true (rankle_lessons_find (ids[i]) == get (i));
      g_assert_cmpint (get (i)->kind == RANKLE_LESSON_CARD, ==, i < 3);
    }
  g_assert_null (rankle_lessons_find ("none"));
}

/* A lesson says what is known, what is a model, and what to notice; a card is short. */
static void
test_complete (void)
{
  for (guint i = 0; i < rankle_lessons_get ()->len; i++)
    {
      const RankleLesson *lesson = get (i);
      gboolean            is_card = lesson->kind == RANKLE_LESSON_CARD;
      guint               n_notices = 0, n_tasks = 0;

      for (guint k = 0; k < lesson->n_steps; k++)
        {
          const RankleLessonStep *step = &lesson->steps[k];

          n_notices += *step->notice != NULL ? 1 : 0;
          n_tasks += step->prediction != NULL ? 1 : 0;
          n_tasks += step->n_goals > 0 || step->question != NULL ? 1 : 0;
        }
      g_test_message ("%s", lesson->id);
      g_assert_cmpuint (lesson->n_known, >=, is_card ? 1 : 2);
      g_assert_nonnull (*lesson->modelled);
      g_assert_nonnull (*lesson->notes);
      g_assert_nonnull (*lesson->finish);
      g_assert_cmpuint (n_tasks, >=, lesson->n_steps);
      g_assert_cmpuint (n_notices, >=, is_card ? 1 : 3);
      g_assert_cmpuint (lesson->n_steps, <=, is_card ? 3 : 12);
      g_assert_cmpuint (lesson->n_steps, >=, is_card ? 2 : 5);
    }
}

/* Starts run, predictions are right, goals are open at the start and reached at the
 * solution. */
static void
test_hold (void)
{
  for (guint i = 0; i < rankle_lessons_get ()->len; i++)
    {
      g_autoptr (GArray) checks = rankle_lesson_check (get (i));

      g_assert_cmpuint (checks->len, >=, get (i)->n_steps);
      for (guint k = 0; k < checks->len; k++)
        {
          const RankleLessonCheck *check = &g_array_index (checks, RankleLessonCheck, k);

          if (check->good)
            continue;
          g_test_message ("%s, %s: %s", get (i)->id, get (i)->steps[check->step].id,
                          check->words);
          g_test_fail ();
        }
    }
}

/* A solution moves only what can be moved, and no further than it can. */
static void
test_solutions_are_allowed (void)
{
  for (guint i = 0; i < rankle_lessons_get ()->len; i++)
    for (guint k = 0; k < get (i)->n_steps; k++)
      {
        const RankleLessonStep  *step = &get (i)->steps[k];
        const RankleLessonAsked *solution = step->solution;

        for (guint n = 0; solution != NULL && n < solution->n_controls; n++)
          {
            const char *id = solution->controls[n].control;
            double      least = -G_MAXDOUBLE, most = G_MAXDOUBLE;

            g_test_message ("%s, %s: %s", get (i)->id, step->id, id);
            g_assert_true (rankle_lesson_controls_are_free (&step->controls, id));
            rankle_lesson_controls_get_limit (&step->controls, id, &least, &most);
            g_assert_cmpfloat (solution->controls[n].value, >=, least);
            g_assert_cmpfloat (solution->controls[n].value, <=, most);
          }
      }
}

/* ---- links ---- */

static gboolean
is_node (RankleModel *model, const char *id)
{
  const char *name = rankle_model_get_diagram (model);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RankleDiagram) diagram = NULL;

  if (name == NULL)
    return FALSE;
  bytes = rankle_catalog_read ("diagrams", name, NULL);
  diagram = rankle_diagram_new_from_sbgn (g_bytes_get_data (bytes, NULL),
                                          (gssize)g_bytes_get_size (bytes), name, NULL);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (g_str_equal (rankle_diagram_get_glyph (diagram, i)->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_panel (RankleModel *model, const char *id)
{
  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    if (g_str_equal (rankle_model_get_panel (model, i)->id, id))
      return TRUE;
  return FALSE;
}

static gboolean
is_topic (const char *id)
{
  guint              n;
  const RankleTopic *topics = rankle_topics_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (topics[i].id, id))
      return TRUE;
  return FALSE;
}

static gboolean
leads_somewhere (RankleModel *model, const char *target)
{
  const char      *id = strchr (target, ':') + 1;
  g_autofree char *kind = g_strndup (target, (gsize)(id - target - 1));

  if (g_str_equal (kind, "node"))
    return is_node (model, id);
  if (g_str_equal (kind, "panel"))
    return is_panel (model, id);
  if (g_str_equal (kind, "control"))
    return rankle_model_find_control (model, id) != NULL;
  if (g_str_equal (kind, "card"))
    return rankle_cards_find (id) != NULL;
  if (g_str_equal (kind, "lesson"))
    return rankle_lessons_find (id) != NULL;
  return g_str_equal (kind, "topic") && is_topic (id);
}

static void
check_links (RankleModel *model, const char *const *blocks)
{
  for (; *blocks != NULL; blocks++)
    {
      g_autoptr (RankleBlock) block = rankle_block_parse (*blocks, NULL);

      for (guint i = 0; i < block->spans->len; i++)
        {
          const char *target = g_array_index (block->spans, RankleSpan, i).target;

          if (target == NULL || leads_somewhere (model, target))
            continue;
          g_test_message ("%s leads nowhere", target);
          g_test_fail ();
        }
    }
}

static void
test_links (void)
{
  for (guint i = 0; i < rankle_lessons_get ()->len; i++)
    {
      const RankleLesson *lesson = get (i);
      RankleModel        *model = NULL;

      for (guint k = 0; k < lesson->n_steps; k++)
        {
          model = rankle_lesson_get_start (lesson, k)->model;
          check_links (model, lesson->steps[k].text);
          check_links (model, lesson->steps[k].notice);
          check_links (model, lesson->steps[k].hints);
        }
      check_links (model, lesson->finish);
      check_links (model, lesson->notes);
      check_links (model, lesson->modelled);
    }
}

/* ---- words ---- */

static void
check_word (const char *word)
{
  if (word == NULL || g_strv_contains (rankle_bundled_words, word))
    return;
  g_test_message ("not before translators: “%s”", word);
  g_test_fail ();
}

static void
check_words (const char *const *words)
{
  for (; *words != NULL; words++)
    check_word (*words);
}

static void
check_task_words (const RankleLessonStep *step)
{
  if (step->question != NULL)
    check_word (step->question->words);
  for (guint i = 0; step->question != NULL && i < step->question->n_choices; i++)
    {
      check_word (step->question->choices[i].words);
      check_word (step->question->choices[i].reply);
    }
  if (step->prediction != NULL)
    {
      check_word (step->prediction->words);
      check_word (step->prediction->called);
    }
  for (guint i = 0; i < step->n_goals; i++)
    {
      check_word (step->goals[i].words);
      check_word (step->goals[i].called);
    }
}

/* The build finds every word of a lesson. */
static void
test_words (void)
{
  for (guint i = 0; i < rankle_lessons_get ()->len; i++)
    {
      const RankleLesson *lesson = get (i);

      check_word (lesson->title);
      check_word (lesson->summary);
      for (guint k = 0; k < lesson->n_known; k++)
        check_word (lesson->known[k].words);
      check_words (lesson->modelled);
      check_words (lesson->notes);
      check_words (lesson->finish);
      for (guint k = 0; k < lesson->n_steps; k++)
        {
          check_word (lesson->steps[k].title);
          check_words (lesson->steps[k].text);
          check_words (lesson->steps[k].notice);
          check_words (lesson->steps[k].hints);
          check_task_words (&lesson->steps[k]);
        }
    }
}

/* ---- to the end ---- */

static RankleTrajectory *
run_change (const RankleLessonProgress *progress, const RankleLessonAsked *change)
{
  g_autoptr (RankleSession) session =
      rankle_lesson_make_session (rankle_lesson_progress_get_lesson (progress),
                                  rankle_lesson_progress_get_index (progress), change);

  return lesson_run (session);
}

static void
do_prediction (RankleLessonProgress *progress)
{
  const RankleLessonPrediction *prediction =
      rankle_lesson_progress_get_step (progress)->prediction;
  g_autoptr (RankleGuess) guess = rankle_guess_new_choice (prediction->right);
  g_autoptr (RankleTrajectory) run = run_change (progress, prediction->run);
  RankleJudgement  judgement;
  g_autofree char *words = NULL;

  g_assert_true (rankle_lesson_progress_predict (progress, guess, 0));
  words = rankle_lesson_progress_reveal (progress, run, &judgement, 0);
  g_assert_true (judgement.right);
}

/* Wrong ones first. */
static void
do_question (RankleLessonProgress *progress)
{
  const RankleLessonQuestion *question =
      rankle_lesson_progress_get_step (progress)->question;
  gboolean right = FALSE;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < question->n_choices; i++)
      if (question->choices[i].right == (pass == 1))
        g_free (rankle_lesson_progress_answer (progress, i, &right, 0));
  g_assert_true (right);
}

static void
do_goals (RankleLessonProgress *progress)
{
  g_autoptr (RankleSession) session =
      rankle_lesson_make_session (rankle_lesson_progress_get_lesson (progress),
                                  rankle_lesson_progress_get_index (progress),
                                  rankle_lesson_progress_get_step (progress)->solution);
  g_autoptr (RankleTrajectory) run = lesson_run (session);

  g_free (rankle_lesson_progress_run (progress, session, run, 0));
}

static void
do_step (RankleLessonProgress *progress)
{
  while (rankle_lesson_progress_get_wanted (progress) != RANKLE_WANTS_NOTHING)
    {
      RankleWanted wanted = rankle_lesson_progress_get_wanted (progress);

      if (wanted == RANKLE_WANTS_PREDICTION)
        do_prediction (progress);
      else if (wanted == RANKLE_WANTS_ANSWER)
        do_question (progress);
      else
        do_goals (progress);
      g_assert_cmpint (rankle_lesson_progress_get_wanted (progress), >, wanted);
    }
}

static void
test_to_the_end (void)
{
  for (guint i = 0; i < rankle_lessons_get ()->len; i++)
    {
      g_autoptr (RankleLessonProgress) progress = rankle_lesson_progress_new (get (i), 0);
      g_autofree char *words = NULL;
      g_autofree char *all =
          g_strdup_printf ("Steps done: %u of %u.", get (i)->n_steps, get (i)->n_steps);

      do
        do_step (progress);
      while (rankle_lesson_progress_go_on (progress, 0));
      g_assert_true (rankle_lesson_progress_is_finished (progress));
      words = rankle_lesson_progress_in_words (progress);
      g_assert_true (g_str_has_prefix (words, all));
    }
}

/* What is locked in the second card is listed: how often, how many, from when. */
static void
test_locked (void)
{
  const RankleLesson *lesson = rankle_lessons_find ("card-stop-denosumab");
  g_autoptr (RankleSession) session = rankle_lesson_make_session (lesson, 0, NULL);
  g_autoptr (GPtrArray) locked = rankle_lesson_list_locked (lesson->steps, session);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < locked->len; i++)
    g_string_append_printf (all, "%s\n", (const char *)locked->pdata[i]);
  g_test_message ("%s", all->str);
  g_assert_nonnull (strstr (all->str, "Menopause"));
  g_assert_nonnull (strstr (all->str, "First injection"));
  g_string_free (all, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/all-there", test_all_there);
  g_test_add_func ("/lessons/complete", test_complete);
  g_test_add_func ("/lessons/hold", test_hold);
  g_test_add_func ("/lessons/solutions-are-allowed", test_solutions_are_allowed);
  g_test_add_func ("/lessons/links", test_links);
  g_test_add_func ("/lessons/words", test_words);
  g_test_add_func ("/lessons/to-the-end", test_to_the_end);
  g_test_add_func ("/lessons/locked", test_locked);
  return g_test_run ();
}
