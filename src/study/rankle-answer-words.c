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

/* So many changes are told in a sentence of two lines, and shares of so many wholes. */
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

/* As fine as what is told of it: 38.3 where a tenth of a degree is. */
static char *
format_amount (const char *unit, double least, double value)
{
  int              decimals = (int)CLAMP (ceil (-log10 (least) - 1e-9), 0, 6);
  double           step = pow (10, -decimals);
  const char      *sign = value < -0.5 * step ? "−" : "";
  g_autofree char *number = g_strdup_printf ("%.*f", decimals, fabs (value));

  g_assert (least > 0 && isfinite (value));
  if (unit == NULL || *unit == '\0')
    return g_strconcat (sign, number, NULL);
  return g_strconcat (sign, number, g_str_has_prefix (unit, "%") ? "\302\240" : " ",
                      _ (unit), NULL);
}

static char *
format_figure (const RankleModel *model, const RankleAnswer *answer, double value)
{
  if (answer->kind != RANKLE_ANSWER_AMOUNT)
    return format_percent (answer->kind, value);
  return format_amount (rankle_model_get_column (model, answer->column)->unit,
                        answer->least, value);
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
  return answer->falls != NULL && told->value < told->otherwise ? answer->falls
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
  g_autofree char *value = format_figure (model, answer, told->value);
  g_autofree char *otherwise = format_figure (model, answer, told->otherwise);
  g_autofree char *before = format_figure (model, answer, told->before);
  g_autofree char *end = format_figure (model, answer, told->end);
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
    /* Translators: what has become of something, and a percentage or an amount */
    clause = extend (clause, _ ("%1$s (%2$s at baseline)"), otherwise);
  if (!told->lasts)
    /* Translators: what became of something for a while, and a percentage or an amount */
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

static void
add_told (GPtrArray                *clauses,
          const RankleComparedRuns *runs,
          const RankleAnswer       *answer,
          const RankleTold         *told)
{
  g_ptr_array_add (clauses,
                   told->leaves_range
                       ? tell_beyond (runs, told->beyond)
                       : tell (rankle_trajectory_get_model (runs->run), answer, told));
}

/* The first that is led away. */
static void
add_kind (GPtrArray *clauses, const RankleComparedRuns *runs, RankleAnswerKind kind)
{
  RankleModel *model = rankle_trajectory_get_model (runs->run);

  g_assert (kind != RANKLE_ANSWER_SHARE);
  for (guint i = 0; i < rankle_model_get_n_answers (model); i++)
    {
      const RankleAnswer *answer = rankle_model_get_answer (model, i);
      RankleTold          told;

      if (answer->kind != kind || !rankle_answer_find (runs, answer, &told))
        continue;
      add_told (clauses, runs, answer, &told);
      return;
    }
}

static gboolean
is_share_of_same (const RankleAnswer *a, const RankleAnswer *b)
{
  return a->kind == RANKLE_ANSWER_SHARE && b->kind == RANKLE_ANSWER_SHARE &&
         a->n_whole == b->n_whole &&
         memcmp (a->whole, b->whole, a->n_whole * sizeof *a->whole) == 0;
}

/* Shares of one whole change together: the one that changes most is told. */
static void
add_share_of (GPtrArray *clauses, const RankleComparedRuns *runs, const RankleAnswer *of)
{
  RankleModel        *model = rankle_trajectory_get_model (runs->run);
  const RankleAnswer *chosen = NULL;
  RankleTold          told, best = { .far = 0 };

  for (guint i = 0; i < rankle_model_get_n_answers (model); i++)
    {
      const RankleAnswer *answer = rankle_model_get_answer (model, i);

      if (!is_share_of_same (answer, of) || !rankle_answer_find (runs, answer, &told) ||
          !(told.far > best.far))
        continue;
      chosen = answer;
      best = told;
    }
  if (chosen != NULL)
    add_told (clauses, runs, chosen, &best);
}

static gboolean
is_first_of_whole (RankleModel *model, guint index)
{
  const RankleAnswer *answer = rankle_model_get_answer (model, index);

  for (guint i = 0; i < index; i++)
    if (is_share_of_same (rankle_model_get_answer (model, i), answer))
      return FALSE;
  return answer->kind == RANKLE_ANSWER_SHARE;
}

static void
add_shares (GPtrArray *clauses, const RankleComparedRuns *runs)
{
  RankleModel *model = rankle_trajectory_get_model (runs->run);

  g_assert (clauses->len == 0);
  for (guint i = 0; i < rankle_model_get_n_answers (model) && clauses->len < MOST; i++)
    if (is_first_of_whole (model, i))
      add_share_of (clauses, runs, rankle_model_get_answer (model, i));
}

/* What is nothing beside @other is nothing. */
static char *
format_quantity (const RankleQuantity *quantity, double value, double other)
{
  /* "0.05 share" is no more than 0.05. */
  const char *unit = quantity->unit != NULL && !g_str_equal (quantity->unit, "share")
                         ? quantity->unit
                         : "";

  return g_strdup_printf ("%.3g%s%s", fabs (value) < 1e-6 * fabs (other) ? 0 : value,
                          *unit == '\0' ? "" : " ", *unit == '\0' ? "" : _ (unit));
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

  add_shares (clauses, runs);
  add_kind (clauses, runs, RANKLE_ANSWER_AMOUNT);
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

/* It says what the model does when it is left alone: its own opening, that asks nothing.
 */
static gboolean
is_opening (RankleModel *model, RankleScenario *scenario)
{
  return g_strcmp0 (rankle_model_get_scenario (model),
                    rankle_scenario_get_id (scenario)) == 0;
}

/* Of a model of which nothing is asked. */
static char *
tell_rest (const RankleSession *session, const RankleTrajectory *run)
{
  RankleScenario *given = rankle_session_get_given (session);
  const char     *description = rankle_scenario_get_description (given);
  RankleModel    *model = rankle_trajectory_get_model (run);
  g_auto (RankleComparedRuns) runs;
  RankleTold told;
  guint      column;

  rankle_compared_runs_init (&runs, run, NULL);
  if (*description != '\0' && is_opening (model, given) &&
      !rankle_answer_find_beyond (&runs, &column))
    return g_strdup (_ (description));
  if (rankle_answer_find_most (&runs, &column, &told) ||
      rankle_answer_find_beyond (&runs, &column))
    return make_sentence (_ ("With no control moved"), run, NULL);
  if (*description != '\0' && holds_of_rest (model, given))
    return g_strdup (_ (description));
  return g_strdup (_ ("Nothing changes until a control is moved."));
}

/* Beside a run that was kept: what is changed of that, and what becomes of it. */
static char *
tell_beside (const RankleSession    *session,
             RankleKeptRun          *kept,
             const RankleTrajectory *run,
             const RankleTrajectory *baseline)
{
  const char      *name = rankle_kept_run_get_name (kept);
  g_autofree char *changes = rankle_changes_in_words (
      rankle_kept_run_get_scenario (kept), rankle_session_get_scenario (session),
      rankle_session_get_model (session), MOST);
  g_autofree char *what = NULL;

  if (changes == NULL)
    /* Translators: %s is the name of a run */
    return g_strdup_printf (_ ("As in “%s”, which is the baseline."), name);
  /* Translators: the name of a run, and what was changed of it, such as “OPG × 5.3” */
  what = g_strdup_printf (_ ("Beside “%1$s”, %2$s"), name, changes);
  return make_sentence (what, run, baseline);
}

static char *
tell_session (const RankleSession    *session,
              const RankleTrajectory *run,
              const RankleTrajectory *baseline)
{
  RankleScenario  *given = rankle_session_get_given (session);
  g_autofree char *changes = rankle_session_changes_in_words (session, MOST);
  g_autofree char *what = NULL;
  const char      *words;
  RankleKeptRun   *kept = rankle_session_get_baseline (session);

  if (kept != NULL)
    return tell_beside (session, kept, run, baseline);
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

/* Takes @sentence; that it is about someone goes behind it. */
static char *
add_person (const RankleSession *session, char *sentence)
{
  g_autofree char    *before = sentence;
  const RanklePerson *person =
      rankle_scenario_get_person (rankle_session_get_scenario (session));
  g_autofree char *who = rankle_person_dup_words (person);

  if (!rankle_person_is_told (person))
    return g_steal_pointer (&before);
  /* Translators: a sentence, and whom it is about: “Menopause at once. A woman of 50, 66
   * kg.” */
  return g_strdup_printf (_ ("%1$s %2$s."), before, who);
}

char *
rankle_answer_in_words (const RankleSession    *session,
                        const RankleTrajectory *run,
                        const RankleTrajectory *baseline)
{
  g_return_val_if_fail (session != NULL && run != NULL && baseline != NULL, NULL);

  return add_person (session, tell_session (session, run, baseline));
}
