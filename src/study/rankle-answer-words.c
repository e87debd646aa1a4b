/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-answer-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-answer.h"
#include "rankle-change-words.h"
#include "rankle-range-words.h"
#include "rankle-time-words.h"
#include "rankle-title-words.h"

/* So many changes are told in a sentence of two lines. */
#define MOST 2

/* ---- numbers ---- */

/* Two digits at least, and no more than three. */
static char *
format_number (double value)
{
  double size = fabs (value);
  double tens = size < 1000 ? 1 : pow (10, floor (log10 (size)) - 2);

  if (size < 0.05)
    return g_strdup ("0");
  if (size < 9.95 && fabs (size - round (size)) >= 0.05)
    return g_strdup_printf ("%.1f", size);
  return g_strdup_printf ("%.0f", round (size / tens) * tens);
}

static char *
format_percent (RankleAnswerKind kind, double value)
{
  g_autofree char *number = format_number (value);

  g_assert (isfinite (value));
  if (kind != RANKLE_ANSWER_CHANGE || g_str_equal (number, "0"))
    /* Translators: a percentage */
    return g_strdup_printf (_ ("%s %%"), number);
  if (value > 0)
    /* Translators: by how much percent something has grown */
    return g_strdup_printf (_ ("+ %s %%"), number);
  /* Translators: by how much percent something has fallen */
  return g_strdup_printf (_ ("− %s %%"), number);
}

static char *
put_value (const char *phrase, const char *value)
{
  g_auto (GStrv) parts = g_strsplit (phrase, RANKLE_ANSWER_VALUE, 2);

  return g_strjoinv (value, parts);
}

/* ---- a clause ---- */

/* Takes @clause; @pattern puts it and @word together. */
static char *
extend (char *clause, const char *pattern, const char *word)
{
  char *extended;

  g_assert (clause != NULL && word != NULL);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  extended = g_strdup_printf (pattern, clause, word);
#pragma GCC diagnostic pop
  g_free (clause);
  return extended;
}

/* It is the change that is spoken of: up and down are from what would be. */
static const char *
choose_phrase (const RankleAnswer *answer, const RankleTold *told)
{
  return answer->kind == RANKLE_ANSWER_LEVEL && told->value < told->otherwise
             ? answer->falls
             : answer->words;
}

/* (nullable): how a clause goes on with the time, which is the end of a run if it lasts.
 */
static const char *
choose_time (const RankleAnswer *answer, const RankleTold *told)
{
  if (!told->lasts)
    /* Translators: what has become of something, and a time, such as “6 months” */
    return _ ("%1$s after %2$s");
  /* Translators: by how much something has changed, and in which time, such as “10 years”
   */
  return answer->kind == RANKLE_ANSWER_CHANGE ? _ ("%1$s in %2$s") : NULL;
}

static char *
tell (const RankleModel *model, const RankleAnswer *answer, const RankleTold *told)
{
  g_autofree char *value = format_percent (answer->kind, told->value);
  g_autofree char *otherwise = format_percent (answer->kind, told->otherwise);
  g_autofree char *before = format_percent (answer->kind, told->before);
  g_autofree char *end = format_percent (answer->kind, told->end);
  g_autofree char *time =
      rankle_time_span_in_words (rankle_model_get_time_unit (model), told->time);
  const char *when = choose_time (answer, told);
  char       *clause = put_value (choose_phrase (answer, told), value);

  if (!told->lasts && !(told->time > 0))
    clause = extend (clause, _ ("%1$s at the start"), "");
  else if (when != NULL)
    clause = extend (clause, when, time);
  else if (answer->kind == RANKLE_ANSWER_SHARE)
    /* Translators: who holds which share of something */
    clause = extend (clause, _ ("%1$s now"), "");
  if (answer->kind == RANKLE_ANSWER_SHARE)
    /* Translators: who holds which share, and what share that was before */
    clause = extend (clause, _ ("%1$s, %2$s before"), before);
  if (told->moves_anyway)
    /* Translators: what has become of something, and a percentage */
    clause = extend (clause, _ ("%1$s (%2$s at baseline)"), otherwise);
  if (!told->lasts)
    /* Translators: what became of something for a while, and a percentage */
    clause = extend (clause, _ ("%1$s, %2$s at the end"), end);
  return clause;
}

/* Of what is no answer: that it is none, without a figure. */
static char *
tell_beyond (const RankleComparedRuns *runs, guint column)
{
  RankleModel *model = rankle_trajectory_get_model (runs->run);
  char        *left = rankle_range_left_in_words (runs->run, column);

  if (left != NULL)
    return left;
  g_assert (rankle_compared_runs_leaves_range (runs, column));
  /* Translators: a quantity */
  return g_strdup_printf (_ ("%s leaves its range at baseline"),
                          rankle_model_get_column (model, column)->label);
}

/* ---- which clauses ---- */

/* Of shares the one that changes most, since they change together; else the first. */
static void
add_kind (GPtrArray *clauses, const RankleComparedRuns *runs, RankleAnswerKind kind)
{
  RankleModel        *model = rankle_trajectory_get_model (runs->run);
  const RankleAnswer *chosen = NULL;
  RankleTold          told, best = { .far = 0 };

  for (guint i = 0; i < rankle_model_get_n_answers (model); i++)
    {
      const RankleAnswer *answer = rankle_model_get_answer (model, i);

      if (answer->kind != kind || (chosen != NULL && kind != RANKLE_ANSWER_SHARE) ||
          !rankle_answer_find (runs, answer, &told) || !(told.far > best.far))
        continue;
      chosen = answer;
      best = told;
    }
  if (chosen != NULL)
    g_ptr_array_add (clauses, best.leaves_range ? tell_beyond (runs, best.beyond)
                                                : tell (model, chosen, &best));
}

/* What is nothing beside @other is nothing. */
static char *
format_quantity (const RankleQuantity *quantity, double value, double other)
{
  const char *unit = quantity->unit != NULL ? quantity->unit : "";

  return g_strdup_printf ("%.3g%s%s", fabs (value) < 1e-6 * fabs (other) ? 0 : value,
                          *unit == '\0' ? "" : " ", unit);
}

/* What is not listed is told as it is plotted. */
static char *
tell_most (const RankleComparedRuns *runs)
{
  RankleModel          *model = rankle_trajectory_get_model (runs->run);
  const RankleQuantity *quantity;
  RankleTold            told;
  guint                 column = 0;
  g_autofree char      *value = NULL;
  g_autofree char      *otherwise = NULL;
  g_autofree char      *time = NULL;

  if (!rankle_answer_find_most (runs, &column, &told))
    {
      if (rankle_answer_find_beyond (runs, &column))
        return tell_beyond (runs, column);
      return g_strdup (_ ("nothing that is plotted changes by as much as 1 %"));
    }
  quantity = rankle_model_get_column (model, column);
  value = format_quantity (quantity, told.value, told.otherwise);
  otherwise = format_quantity (quantity, told.otherwise, told.value);
  time = rankle_time_span_in_words (rankle_model_get_time_unit (model), told.time);
  if (runs->baseline == NULL)
    /* Translators: a quantity, its value then, a time, its value at the start */
    return g_strdup_printf (
        _ ("the largest change is that of %1$s: %2$s after %3$s, %4$s at the start"),
        quantity->label, value, time, otherwise);
  /* Translators: a quantity, its value then, a time, its value at baseline */
  return g_strdup_printf (
      _ ("the largest change is that of %1$s: %2$s after %3$s, %4$s at baseline"),
      quantity->label, value, time, otherwise);
}

static char *
tell_all (const RankleComparedRuns *runs)
{
  g_autoptr (GPtrArray) clauses = g_ptr_array_new_with_free_func (g_free);

  add_kind (clauses, runs, RANKLE_ANSWER_SHARE);
  add_kind (clauses, runs, RANKLE_ANSWER_LEVEL);
  add_kind (clauses, runs, RANKLE_ANSWER_CHANGE);
  if (clauses->len == 0)
    g_ptr_array_add (clauses, tell_most (runs));
  g_ptr_array_add (clauses, NULL);
  /* Translators: stands between the parts of a sentence */
  return g_strjoinv (_ ("; "), (char **)clauses->pdata);
}

/* ---- the sentence ---- */

static char *
make_sentence (const char             *what,
               const RankleTrajectory *run,
               const RankleTrajectory *baseline)
{
  g_auto (RankleComparedRuns) runs;
  g_autofree char *answer = NULL;

  g_assert (what != NULL);

  rankle_compared_runs_init (&runs, run, baseline);
  answer = tell_all (&runs);
  /* Translators: what was changed, and what becomes of it */
  return g_strdup_printf (_ ("%1$s: %2$s."), what, answer);
}

/* Of what is changed; a scenario that asks something is a part of it. */
static char *
tell_changed (const RankleSession *session, const char *changes)
{
  const char *title = rankle_scenario_get_title (rankle_session_get_given (session));

  if (rankle_session_asks_nothing (session) || *title == '\0')
    return g_strdup (changes);
  /* Translators: a scenario, and what was changed of it, such as “OPG × 5.3” */
  return g_strdup_printf (_ ("%1$s, %2$s"), _ (title), changes);
}

/* A word of balance is one of a tissue that is counted, and of a scenario that asks for
 * nothing of any model. */
static gboolean
holds_of_rest (RankleModel *model, const RankleScenario *scenario)
{
  guint n_settings, n_steps;

  rankle_scenario_get_settings (scenario, &n_settings);
  rankle_scenario_get_treatment (scenario, &n_steps);
  if (n_settings + n_steps > 0 || rankle_model_get_origin (model) != NULL)
    return FALSE;
  for (guint i = 0; i < rankle_model_get_n_answers (model); i++)
    if (rankle_model_get_answer (model, i)->kind == RANKLE_ANSWER_CHANGE)
      return TRUE;
  return FALSE;
}

/* Of a model of which nothing is asked. */
static char *
tell_rest (const RankleSession *session, const RankleTrajectory *run)
{
  RankleScenario *given = rankle_session_get_given (session);
  const char     *description = rankle_scenario_get_description (given);
  g_auto (RankleComparedRuns) runs;
  RankleTold told;
  guint      column;

  rankle_compared_runs_init (&runs, run, NULL);
  if (rankle_answer_find_most (&runs, &column, &told) ||
      rankle_answer_find_beyond (&runs, &column))
    return make_sentence (_ ("With no control moved"), run, NULL);
  if (*description != '\0' && holds_of_rest (rankle_trajectory_get_model (run), given))
    return g_strdup (_ (description));
  return g_strdup (_ ("Nothing changes until a control is moved."));
}

char *
rankle_answer_in_words (const RankleSession    *session,
                        const RankleTrajectory *run,
                        const RankleTrajectory *baseline)
{
  RankleScenario  *given;
  g_autofree char *changes = NULL;
  g_autofree char *what = NULL;
  const char      *words;

  g_return_val_if_fail (session != NULL && run != NULL && baseline != NULL, NULL);

  given = rankle_session_get_given (session);
  changes = rankle_session_changes_in_words (session, MOST);
  if (changes != NULL)
    {
      what = tell_changed (session, changes);
      return make_sentence (what, run, baseline);
    }
  if (rankle_session_asks_nothing (session))
    return tell_rest (session, run);
  words = rankle_scenario_get_description (given);
  if (*words != '\0')
    return g_strdup (_ (words));
  words = rankle_scenario_get_title (given);
  return make_sentence (*words != '\0' ? _ (words) : _ ("As asked"), run, baseline);
}
