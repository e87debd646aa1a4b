/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentence-reader.h"

#include <math.h>
#include <string.h>

#include "clause-reader.h"
#include "rankle-change-words.h"
#include "rankle-time-unit.h"
#include "rankle-title-words.h"

#define AT_REST "With no control moved: "
/* [%]: what is less of a level is nothing. */
#define NO_LEVEL 1e-3

/* ---- the columns ---- */

static double
read_column (const State        *state,
             const RankleAnswer *answer,
             RankleTrajectory   *from,
             double              time)
{
  double value = rankle_trajectory_get_value_at (from, answer->column, time);
  double start = rankle_trajectory_get_value_at (state->baseline, answer->column, 0);
  double whole = 0;

  for (guint i = 0; i < answer->n_whole; i++)
    whole += rankle_trajectory_get_value_at (from, answer->whole[i], time);
  if (answer->kind == RANKLE_ANSWER_AMOUNT)
    return value;
  if (answer->kind == RANKLE_ANSWER_SHARE)
    return 100 * value / whole;
  return 100 * value / start - (answer->kind == RANKLE_ANSWER_CHANGE ? 100 : 0);
}

/* An amount is as fine as what is told of it. */
static gboolean
is_rounded (const RankleAnswer *answer, double said, double value)
{
  if (answer->kind == RANKLE_ANSWER_AMOUNT)
    return fabs (said - value) <=
           0.51 * pow (10, -fmax (ceil (-log10 (answer->least)), 0));
  return fabs (said - value) <=
         (fabs (value) < 9.95 ? 0.051 : 0.51) + 0.005 * fabs (value);
}

static void
assert_said (const State *state, const RankleAnswer *answer, double said, double value)
{
  if (!isnan (said) && !is_rounded (answer, said, value))
    g_error ("said %g, is %g: %s", said, value, state->sentence);
}

/* With no control moved it is the run's own start that a run is told against. */
static gboolean
is_at_rest (const State *state)
{
  return g_str_has_prefix (state->sentence, AT_REST);
}

/* How far the column is led away; below 0: down. NaN where there is nothing of it. */
static double
read_departure (const State *state, const RankleAnswer *answer, double time)
{
  double value = read_column (state, answer, state->run, time);
  double would =
      read_column (state, answer, state->baseline, is_at_rest (state) ? 0 : time);

  return answer->kind == RANKLE_ANSWER_LEVEL
             ? log (fmax (value, NO_LEVEL)) - log (fmax (would, NO_LEVEL))
             : value - would;
}

typedef struct
{
  double value, base; /* as said; NaN: not said */
  double time, half;  /* about when */
} Said;

static gboolean
may_mean (const State *state, const RankleAnswer *answer, const Said *said, double time)
{
  return fabs (time - said->time) <= said->half &&
         is_rounded (answer, said->value,
                     read_column (state, answer, state->run, time)) &&
         (isnan (said->base) ||
          is_rounded (answer, said->base,
                      read_column (state, answer, state->baseline, time)));
}

/* The row that the clause tells: of those that it may mean the one furthest away. */
static double
find_told_time (const State *state, const RankleAnswer *answer, const Said *said)
{
  const double *times = rankle_trajectory_get_times (state->run);
  double        told = NAN, most = -1;

  for (guint i = 0; i < rankle_trajectory_get_n_times (state->run); i++)
    {
      double far = fabs (read_departure (state, answer, times[i]));

      if (!may_mean (state, answer, said, times[i]) || !(far > most))
        continue;
      told = times[i];
      most = far;
    }
  if (isnan (told))
    g_error ("never %g about %g: %s", said->value, said->time, state->sentence);
  return told;
}

static double
find_most_departed (const State *state, const RankleAnswer *answer)
{
  const double *times = rankle_trajectory_get_times (state->run);
  double        most = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (state->run); i++)
    {
      double far = read_departure (state, answer, times[i]);

      if (fabs (far) > fabs (most))
        most = far;
    }
  return most;
}

/* Nowhere is it further away than at the @time that is told of what comes back; rows that
 * round to the same words may lie beside it. */
static void
assert_extreme (const State *state, const RankleAnswer *answer, double time)
{
  double far = read_departure (state, answer, time);
  double most = find_most_departed (state, answer);

  if (far * most < 0 || fabs (most) > 1.12 * fabs (far))
    g_error ("%g away at %g, but %g is most: %s", far, time, most, state->sentence);
}

/* A share is one of something, in the run and before it. */
static void
assert_something (const State *state, const RankleAnswer *answer, double time)
{
  gboolean now = FALSE, before = FALSE;

  for (guint i = 0; i < answer->n_whole; i++)
    {
      guint column = answer->whole[i];

      now |= rankle_trajectory_get_value_at (state->run, column, time) >
             rankle_trajectory_get_floor (state->run, column);
      before |= rankle_trajectory_get_value_at (state->baseline, column, 0) >
                rankle_trajectory_get_floor (state->baseline, column);
    }
  if (!now || !before)
    g_error ("a share of nothing: %s", state->sentence);
}

static Said
fetch_said (const State *state, GMatchInfo *match)
{
  RankleModel *model = rankle_session_get_model (state->session);
  double       unit = rankle_time_unit_get_seconds (rankle_model_get_time_unit (model));
  double       horizon = rankle_session_get_horizon (state->session);
  Said         said = { .value = clause_fetch_number (match, "value"),
                        .base = clause_fetch_number (match, "base"),
                        .half = 1e-9 * horizon };
  double       after = clause_fetch_time (match, "after", unit, &said.half);
  double       in = clause_fetch_time (match, "in", unit, &said.half);
  g_autofree char *start = g_match_info_fetch_named (match, "start");

  said.time = !isnan (after) ? after : !isnan (in) ? in : horizon;
  if (start != NULL && *start != '\0')
    said.time = 0;
  return said;
}

/* By each row; what is out by rounding is not out. */
static gboolean
is_out_of_range (const RankleTrajectory *run, guint column)
{
  const RankleQuantity *quantity =
      rankle_model_get_column (rankle_trajectory_get_model (run), column);
  const double *values = rankle_trajectory_get_shown (run, column);
  guint         n = rankle_trajectory_get_n_times (run);
  double        largest = 0;

  for (guint i = 0; i < n; i++)
    largest = fmax (largest, fabs (values[i]));
  for (guint i = 0; i < n; i++)
    if (values[i] < quantity->min - 1e-5 * largest ||
        values[i] > quantity->max + 1e-5 * largest)
      return TRUE;
  return FALSE;
}

static gboolean
may_be_told (const State *state, guint column)
{
  return !is_out_of_range (state->run, column) &&
         !is_out_of_range (state->baseline, column);
}

static void
read_clause_as (const State *state, const RankleAnswer *answer, GMatchInfo *match)
{
  double horizon = rankle_session_get_horizon (state->session);
  Said   said = fetch_said (state, match);
  double time = find_told_time (state, answer, &said);
  double end = clause_fetch_number (match, "end");

  if (!may_be_told (state, answer->column))
    g_error ("a figure that is out of range: %s", state->sentence);
  if (answer->kind == RANKLE_ANSWER_SHARE)
    assert_something (state, answer, time);
  assert_said (state, answer, clause_fetch_number (match, "before"),
               read_column (state, answer, state->baseline, 0));
  assert_said (state, answer, end, read_column (state, answer, state->run, horizon));
  /* Only what comes back has an end. */
  if (!isnan (end))
    assert_extreme (state, answer, time);
  else if (fabs (said.time - horizon) > said.half)
    g_error ("not at the end, but without one: %s", state->sentence);
}

/* What is said to fall lies below what it would be. */
static void
assert_direction (const State *state, const RankleAnswer *answer, gboolean falls)
{
  if (falls != (find_most_departed (state, answer) < 0))
    g_error ("the other way: %s", state->sentence);
}

static char *
get_unit (const State *state, const RankleAnswer *answer)
{
  RankleModel *model = rankle_session_get_model (state->session);
  const char  *unit = rankle_model_get_column (model, answer->column)->unit;

  if (answer->kind != RANKLE_ANSWER_AMOUNT)
    return g_strdup (" %");
  if (unit == NULL || *unit == '\0')
    return g_strdup ("");
  return g_strconcat (*unit == '%' ? "\302\240" : " ", unit, NULL);
}

/* Which answer it is; -1: none of the list. */
static int
read_clause (const State *state, const char *clause)
{
  RankleModel *model = rankle_session_get_model (state->session);

  for (guint i = 0; i < rankle_model_get_n_answers (model); i++)
    {
      const RankleAnswer *answer = rankle_model_get_answer (model, i);
      g_autofree char    *unit = get_unit (state, answer);
      g_autoptr (GMatchInfo) match = clause_match (answer->words, unit, clause);
      gboolean falls = match == NULL && answer->falls != NULL;

      if (falls)
        match = clause_match (answer->falls, unit, clause);
      if (match == NULL)
        continue;
      read_clause_as (state, answer, match);
      if (answer->falls != NULL)
        assert_direction (state, answer, falls);
      return (int)i;
    }
  return -1;
}

/* ---- sentences that tell no number of the list ---- */

/* The largest part of what it reaches by which anything plotted that may be told leaves
 * @other. */
static double
find_departure (const State *state, RankleTrajectory *other)
{
  RankleModel *model = rankle_session_get_model (state->session);
  double       most = 0;

  for (guint i = 0; i < rankle_model_get_n_panels (model); i++)
    for (guint k = 0; k < rankle_model_get_panel (model, i)->n_columns; k++)
      {
        guint         column = rankle_model_get_panel (model, i)->columns[k];
        const double *values = rankle_trajectory_get_column (state->run, column);
        const double *times = rankle_trajectory_get_times (state->run);
        double        largest = 1e-300, far = 0;

        if (!may_be_told (state, column))
          continue;
        for (guint r = 0; r < rankle_trajectory_get_n_times (state->run); r++)
          {
            double would = rankle_trajectory_get_value_at (
                other, column, other == state->run ? 0 : times[r]);

            largest = fmax (largest, fmax (fabs (values[r]), fabs (would)));
            far = fmax (far, fabs (values[r] - would));
          }
        most = fmax (most, far / largest);
      }
  return most;
}

/* "Bone volume leaves its range after 6 days": of a quantity that does, first. */
static gboolean
read_beyond (const State *state, const char *clause)
{
  RankleModel *model = rankle_session_get_model (state->session);

  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    {
      const char *label = rankle_model_get_column (model, i)->label;

      if (!g_str_has_prefix (clause, label) ||
          !(g_str_has_prefix (clause + strlen (label), " leaves its range ") ||
            g_str_has_prefix (clause + strlen (label), " is out of its range ")))
        continue;
      if (!is_out_of_range (g_str_has_suffix (clause, " at baseline") ? state->baseline
                                                                      : state->run,
                            i))
        g_error ("it does not: %s", state->sentence);
      return TRUE;
    }
  return FALSE;
}

static void
read_plain (const State *state, const char *clause)
{
  gboolean is_beyond = read_beyond (state, clause);
  gboolean says_nothing = strstr (clause, "nothing that is plotted") != NULL;
  double far = find_departure (state, is_at_rest (state) ? state->run : state->baseline);

  if (is_beyond)
    return;
  if (!says_nothing && !g_str_has_prefix (clause, "the largest change is that of "))
    g_error ("no answer of the model: %s", clause);
  if (says_nothing != (far <= 0.01))
    g_error ("what is plotted changes by %g: %s", far, state->sentence);
}

/* ---- the sentence ---- */

/* Returns how many clauses tell a number of the list. */
static guint
read_body (const State *state, const char *body)
{
  g_autofree char *inner = g_strndup (body, strlen (body) - 1);
  g_auto (GStrv) clauses = g_strsplit (inner, "; ", 0);
  guint n_told = 0;

  g_assert_true (g_str_has_suffix (body, "."));
  for (char **clause = clauses; *clause != NULL; clause++)
    if (read_clause (state, *clause) < 0)
      read_plain (state, *clause);
    else
      n_told++;
  return n_told;
}

/* Whom it is of is said behind it. */
static void
read_description (const State *state, RankleScenario *given)
{
  const RanklePerson *person = rankle_scenario_get_person (given);
  g_autofree char    *who = rankle_person_dup_words (person);
  gboolean            told = rankle_person_is_told (person);
  g_autofree char    *said = g_strconcat (rankle_scenario_get_description (given),
                                       told ? " " : "", who, told ? "." : "", NULL);

  g_assert_cmpstr (state->sentence, ==, said);
}

static guint
read_unchanged (const State *state)
{
  g_autofree char *title = rankle_session_title_in_words (state->session, NULL);
  RankleScenario  *given = rankle_session_get_given (state->session);

  g_assert_null (strstr (title, "changed"));
  if (is_at_rest (state))
    return read_body (state, state->sentence + strlen (AT_REST));
  if (strstr (state->sentence, "othing changes") != NULL)
    g_assert_cmpfloat (find_departure (state, state->run), <=, 0.01);
  else
    read_description (state, given);
  return 0;
}

/* What is said of the run, behind what was changed, perhaps of a scenario. */
static const char *
find_body (const State *state, const char *changes)
{
  g_autofree char *title = rankle_session_title_in_words (state->session, NULL);
  const char      *start = strstr (state->sentence, changes);

  g_assert_nonnull (start);
  g_assert_true (start == state->sentence || g_str_has_prefix (start - 2, ", "));
  g_assert_nonnull (strstr (title, ", changed: "));
  start += strlen (changes);
  g_assert_true (g_str_has_prefix (start, ": "));
  return start + strlen (": ");
}

guint
sentence_read (const State *state)
{
  g_autofree char *changes = rankle_session_changes_in_words (state->session, 2);

  g_assert (state->sentence != NULL);
  return changes == NULL ? read_unchanged (state)
                         : read_body (state, find_body (state, changes));
}
