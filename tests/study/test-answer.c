/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The live sentence, read against the columns that it speaks of: every scenario, and
 * both ends of every control. */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rankle-answer-words.h"
#include "rankle-catalog.h"
#include "rankle-change-words.h"
#include "rankle-integrator.h"
#include "rankle-scenario-file.h"
#include "rankle-time-unit.h"
#include "rankle-title-words.h"

static const char *const models[] = { "rankle", "lemaire-2004", "pivonka-2008",
                                      "peterson-riggs-2012" };

/* ---- states ---- */

typedef struct
{
  RankleSession    *session;
  RankleTrajectory *run, *baseline; /* (nullable): the run failed */
  char             *sentence;       /* (nullable): likewise */
} State;

static RankleIntegrator *integrator;

static RankleTrajectory *
ask (RankleModel *model, RankleScenario *scenario)
{
  g_autoptr (RankleQuestion) question = rankle_session_ask (model, scenario, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (question, &error);

  g_assert_no_error (error);
  return rankle_integrator_run (integrator, protocol, NULL, NULL);
}

/* Takes @session. */
static State
make_state (RankleSession *session)
{
  RankleModel *model = rankle_session_get_model (session);
  g_autoptr (RankleScenario) neutral = rankle_scenario_new ("neutral", "", "");
  State state = { .session = session };

  rankle_scenario_set_horizon (neutral, rankle_session_get_horizon (session));
  state.run = ask (model, rankle_session_get_scenario (session));
  state.baseline = ask (model, neutral);
  g_assert_nonnull (state.baseline);
  if (state.run != NULL)
    state.sentence = rankle_answer_in_words (session, state.run, state.baseline);
  return state;
}

static void
clear_state (State *state)
{
  g_clear_pointer (&state->session, rankle_session_unref);
  g_clear_pointer (&state->run, rankle_trajectory_unref);
  g_clear_pointer (&state->baseline, rankle_trajectory_unref);
  g_clear_pointer (&state->sentence, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, clear_state)

static RankleSession *
choose (RankleModel *model, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario = rankle_scenario_file_load (id, NULL, &error);
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);

  g_assert_no_error (error);
  return rankle_session_with_scenario (opened, scenario);
}

static RankleSession *
move (RankleModel *model, const char *id, const char *control, double value)
{
  g_autoptr (RankleSession) given = choose (model, id);
  g_autoptr (RankleScenario) changed =
      rankle_scenario_copy (rankle_session_get_scenario (given));

  rankle_scenario_set_control (changed, control, value);
  return rankle_session_with_changed (given, changed);
}

static RankleModel *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

typedef void (*StateFunc) (const State *state, gpointer data);

static void
visit (RankleSession *session, StateFunc func, gpointer data)
{
  g_auto (State) state = make_state (session);

  if (state.run != NULL)
    func (&state, data);
}

/* The ends of its slider, and where it is off. */
static void
visit_ends (RankleModel         *model,
            const RankleControl *control,
            StateFunc            func,
            gpointer             data)
{
  double low = control->can_be_off ? 0 : control->min;

  if (control->absent != NULL)
    return;
  visit (move (model, "healthy-adult", control->id, low), func, data);
  visit (move (model, "healthy-adult", control->id, control->max), func, data);
}

static void
visit_all (StateFunc func, gpointer data)
{
  g_auto (GStrv) scenarios = rankle_scenario_file_list ();

  for (guint m = 0; m < G_N_ELEMENTS (models); m++)
    {
      g_autoptr (RankleModel) model = load (models[m]);

      for (char **id = scenarios; *id != NULL; id++)
        visit (choose (model, *id), func, data);
      for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
        visit_ends (model, rankle_model_get_control (model, i), func, data);
    }
}

/* ---- reading a clause ---- */

#define NUMBER "([+−] )?[0-9.]+"
#define SPAN   "[0-9.]+ [a-z]+"

static const char rest_of_clause[] =
    "(?<start> at the start)?(?: after (?<after>" SPAN "))?(?: in (?<in>" SPAN
    "))?(?<now> now)?(?:, (?<before>" NUMBER ") % before)?(?: \\((?<base>" NUMBER
    ") % at baseline\\))?(?:, (?<end>" NUMBER ") % at the end)?$";

/* (nullable): of a clause that is @phrase with a number in it. */
static GMatchInfo *
match_phrase (const char *phrase, const char *clause)
{
  g_auto (GStrv) parts = g_strsplit (phrase, RANKLE_ANSWER_VALUE, 2);
  g_autofree char *head = g_regex_escape_string (parts[0], -1);
  g_autofree char *tail = g_regex_escape_string (parts[1], -1);
  g_autofree char *pattern =
      g_strconcat ("^", head, "(?<value>" NUMBER ") %", tail, rest_of_clause, NULL);
  g_autoptr (GRegex) regex =
      g_regex_new (pattern, G_REGEX_DUPNAMES, G_REGEX_MATCH_DEFAULT, NULL);
  GMatchInfo *match = NULL;

  g_assert_nonnull (regex);
  if (g_regex_match (regex, clause, 0, &match))
    return match;
  g_match_info_free (match);
  return NULL;
}

/* NaN: it is not said. */
static double
fetch_number (GMatchInfo *match, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);
  gboolean         minus = text != NULL && g_str_has_prefix (text, "−");

  if (text == NULL || *text == '\0')
    return NAN;
  g_strdelimit (text, "+", ' ');
  return minus ? -g_ascii_strtod (text + strlen ("−"), NULL)
               : g_ascii_strtod (text, NULL);
}

/* In the model's time unit; @half: what rounding may have taken. */
static double
fetch_time (GMatchInfo *match, const char *name, double unit, double *half)
{
  static const struct
  {
    const char *name;
    double      seconds;
  } units[] = { { "year", 31536000 }, { "month", 2628000 }, { "day", 86400 },
                { "hour", 3600 },     { "minute", 60 },     { "second", 1 } };
  g_autofree char *text = g_match_info_fetch_named (match, name);
  char            *end;
  double           n;

  if (text == NULL || *text == '\0')
    return NAN;
  n = g_ascii_strtod (text, &end);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (end + 1, units[i].name))
      {
        *half = 0.51 * units[i].seconds / unit;
        return n * units[i].seconds / unit;
      }
  g_assert_not_reached ();
}

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
  if (answer->kind == RANKLE_ANSWER_SHARE)
    return 100 * value / whole;
  return 100 * value / start - (answer->kind == RANKLE_ANSWER_CHANGE ? 100 : 0);
}

static gboolean
is_rounded (double said, double value)
{
  return fabs (said - value) <=
         (fabs (value) < 9.95 ? 0.051 : 0.51) + 0.005 * fabs (value);
}

static void
assert_said (const State *state, double said, double value)
{
  if (!isnan (said) && !is_rounded (said, value))
    g_error ("said %g, is %g: %s", said, value, state->sentence);
}

/* The row that the clause tells, at @time or at the end. */
static double
find_told_time (
    const State *state, const RankleAnswer *answer, double said, double time, double half)
{
  const double *times = rankle_trajectory_get_times (state->run);
  guint         n = rankle_trajectory_get_n_times (state->run);

  if (isnan (time))
    time = times[n - 1];
  for (guint i = 0; i < n; i++)
    if (fabs (times[i] - time) <= half &&
        is_rounded (said, read_column (state, answer, state->run, times[i])))
      return times[i];
  g_error ("never %g about %g: %s", said, time, state->sentence);
}

/* Nothing is further from the baseline than what is said. */
static void
assert_extreme (const State *state, const RankleAnswer *answer, double said)
{
  const double *times = rankle_trajectory_get_times (state->run);
  double        before = read_column (state, answer, state->baseline, 0);

  for (guint i = 0; i < rankle_trajectory_get_n_times (state->run); i++)
    {
      double there = read_column (state, answer, state->run, times[i]);

      if (said >= before ? there > said && !is_rounded (said, there) && there > before &&
                               there / said > 1.12
                         : there < said && !is_rounded (said, there) && there < before &&
                               fabs (there - before) > 1.12 * fabs (said - before))
        g_error ("said %g, but %g at %g: %s", said, there, times[i], state->sentence);
    }
}

static void
read_clause_as (const State *state, const RankleAnswer *answer, GMatchInfo *match)
{
  RankleModel *model = rankle_session_get_model (state->session);
  double       unit = rankle_time_unit_get_seconds (rankle_model_get_time_unit (model));
  double       half = 1e-9 * rankle_session_get_horizon (state->session);
  double       said = fetch_number (match, "value");
  double       after = fetch_time (match, "after", unit, &half);
  double       in = fetch_time (match, "in", unit, &half);
  double       horizon = rankle_session_get_horizon (state->session);
  g_autofree char *start = g_match_info_fetch_named (match, "start");
  double           time;

  if (start != NULL && *start != '\0')
    after = 0;
  time = find_told_time (state, answer, said, isnan (after) ? in : after, half);
  assert_said (state, fetch_number (match, "before"),
               read_column (state, answer, state->baseline, 0));
  assert_said (state, fetch_number (match, "base"),
               read_column (state, answer, state->baseline, time));
  assert_said (state, fetch_number (match, "end"),
               read_column (state, answer, state->run, horizon));
  /* Only what comes back has an end. */
  g_assert_true (isnan (fetch_number (match, "end")) == isnan (after));
  if (!isnan (after))
    assert_extreme (state, answer, said);
}

/* What is said to fall lies below what it would be. */
static void
assert_direction (const State *state, const RankleAnswer *answer, gboolean falls)
{
  double most = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (state->run); i++)
    {
      double time = rankle_trajectory_get_times (state->run)[i];
      double far = log (read_column (state, answer, state->run, time) + 1e-3) -
                   log (read_column (state, answer, state->baseline, time) + 1e-3);

      if (fabs (far) > fabs (most))
        most = far;
    }
  g_assert_true (falls == (most < 0));
}

/* Which answer it is; -1: none of the list. */
static int
read_clause (const State *state, const char *clause)
{
  RankleModel *model = rankle_session_get_model (state->session);

  for (guint i = 0; i < rankle_model_get_n_answers (model); i++)
    {
      const RankleAnswer *answer = rankle_model_get_answer (model, i);
      g_autoptr (GMatchInfo) match = match_phrase (answer->words, clause);
      gboolean falls = match == NULL && answer->falls != NULL;

      if (falls)
        match = match_phrase (answer->falls, clause);
      if (match == NULL)
        continue;
      read_clause_as (state, answer, match);
      if (answer->kind == RANKLE_ANSWER_LEVEL)
        assert_direction (state, answer, falls);
      return (int)i;
    }
  return -1;
}

/* ---- sentences that tell no number of the list ---- */

/* The largest part of what it reaches by which anything plotted leaves @other. */
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

static void
read_plain (const State *state, const char *clause)
{
  if (strstr (clause, "nothing that is plotted") != NULL)
    g_assert_cmpfloat (find_departure (state, state->baseline), <=, 0.01);
  else
    {
      g_assert_true (g_str_has_prefix (clause, "the largest change is that of "));
      g_assert_cmpfloat (find_departure (state, state->baseline), >, 0.01);
    }
}

/* ---- the sentence ---- */

typedef struct
{
  guint n, n_told, n_decoys;
} Tally;

static void
read_unchanged (const State *state)
{
  g_autofree char *title = rankle_session_title_in_full (state->session);
  RankleScenario  *given = rankle_session_get_given (state->session);

  g_assert_null (strstr (title, "changed"));
  if (strstr (state->sentence, "othing changes") != NULL)
    g_assert_cmpfloat (find_departure (state, state->run), <=, 0.01);
  else
    g_assert_cmpstr (state->sentence, ==, rankle_scenario_get_description (given));
}

static void
read_cb (const State *state, gpointer data)
{
  Tally           *tally = data;
  g_autofree char *changes = rankle_session_changes_in_words (state->session, 2);
  g_autofree char *title = rankle_session_title_in_full (state->session);
  g_autofree char *body = NULL;
  g_auto (GStrv) clauses = NULL;

  tally->n++;
  if (changes == NULL)
    {
      read_unchanged (state);
      return;
    }
  g_assert_true (g_str_has_prefix (state->sentence, changes));
  g_assert_true (g_str_has_suffix (title, changes));
  g_assert_nonnull (strstr (title, ", changed: "));
  g_assert_true (g_str_has_suffix (state->sentence, "."));
  body = g_strndup (state->sentence + strlen (changes) + 2,
                    strlen (state->sentence) - strlen (changes) - 3);
  clauses = g_strsplit (body, "; ", 0);
  for (char **clause = clauses; *clause != NULL; clause++)
    if (read_clause (state, *clause) < 0)
      read_plain (state, *clause);
    else
      tally->n_told++;
  tally->n_decoys += strstr (body, "decoy") != NULL;
}

static void
test_columns (void)
{
  Tally tally = { 0 };

  visit_all (read_cb, &tally);
  g_test_message ("%u states, %u clauses with a number, %u decoys", tally.n, tally.n_told,
                  tally.n_decoys);
  g_assert_cmpuint (tally.n, >=, 60);
  g_assert_cmpuint (tally.n_told, >=, 60);
  g_assert_cmpuint (tally.n_decoys, >=, 10);
}

static char *
say (const char *model_id, const char *scenario, const char *control, double value)
{
  g_autoptr (RankleModel) model = load (model_id);
  g_auto (State) state =
      make_state (control == NULL ? choose (model, scenario)
                                  : move (model, scenario, control, value));

  return g_steal_pointer (&state.sentence);
}

/* What is wrong beyond numbers. */
static void
test_words (void)
{
  g_autofree char *decoy = say ("rankle", "healthy-adult", "opg", 5.278);
  g_autofree char *little = say ("rankle", "healthy-adult", "opg", 1.189);
  g_autofree char *off = say ("rankle", "healthy-adult", "rankl", 0);
  g_autofree char *falling = say ("joerg-2022", "healthy-adult", NULL, 0);
  g_autofree char *cell = say ("sutjandra-2011", "healthy-adult", NULL, 0);
  g_autofree char *both = say ("rankle", "natural-menopause-51", "opg", 2);

  g_test_message ("%s", decoy);
  g_assert_true (g_str_has_prefix (decoy, "OPG × 5.3: the decoy OPG holds "));
  g_assert_nonnull (strstr (little, "the decoy OPG"));
  /* There is no RANKL to hold. */
  g_assert_null (strstr (off, "of the RANKL"));
  g_assert_null (strstr (falling, "othing changes"));
  g_assert_nonnull (strstr (falling, "bone density − "));
  g_assert_null (strstr (cell, "Resorption"));
  g_assert_true (g_str_has_prefix (both, "Natural menopause at 51, OPG × 2: "));
}

/* ---- in another language ---- */

static char *
list_numbers (const char *text)
{
  g_autoptr (GRegex) regex = g_regex_new ("[^0-9.+−]+", 0, 0, NULL);

  return g_regex_replace_literal (regex, text, -1, 0, " ", 0, NULL);
}

static void
say_cb (const State *state, gpointer data)
{
  fputs (state->sentence, stdout);
  fputc ('\n', stdout);
}

/* (transfer full): all sentences, as this program says them in @language. */
static GStrv
say_in (const char *program, const char *locales, const char *language)
{
  const char *argv[] = { program, locales, "--say", NULL };
  g_auto (GStrv) environment =
      g_environ_setenv (g_get_environ (), "LANGUAGE", language, TRUE);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **)argv, environment, 0, NULL, NULL, &output, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  return g_strsplit (output, "\n", 0);
}

static void
read_pseudo (const char *english, const char *text)
{
  g_autoptr (GRegex) plain = g_regex_new ("[a-z]{4}", 0, 0, NULL);
  g_autofree char *said = list_numbers (english);
  g_autofree char *again = list_numbers (text);

  g_assert_true (g_str_has_prefix (text, "["));
  if (g_regex_match (plain, text, 0, NULL))
    g_error ("not translated: %s", text);
  g_assert_cmpstr (g_strstrip (said), ==, g_strstrip (again));
}

/* All of it is translated, and says the same numbers in the same order. */
static void
test_pseudo_locale (gconstpointer data)
{
  char *const *argv = data;
  g_auto (GStrv) english = say_in (argv[0], argv[1], "");
  g_auto (GStrv) pseudo = say_in (argv[0], argv[1], "zz");

  g_assert_cmpuint (g_strv_length (english), ==, g_strv_length (pseudo));
  g_assert_cmpuint (g_strv_length (english), >, 60);
  for (guint i = 0; english[i] != NULL; i++)
    if (*english[i] != '\0')
      read_pseudo (english[i], pseudo[i]);
}

static int
say_all (void)
{
  visit_all (say_cb, NULL);
  rankle_integrator_free (integrator);
  return 0;
}

int
main (int argc, char **argv)
{
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, argv[1]);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  integrator = rankle_integrator_new ();
  if (g_strcmp0 (argv[argc - 1], "--say") == 0)
    return say_all ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/columns", test_columns);
  g_test_add_func ("/answer/words", test_words);
  g_test_add_data_func ("/answer/pseudo-locale", argv, test_pseudo_locale);
  status = g_test_run ();
  rankle_integrator_free (integrator);
  return status;
}
