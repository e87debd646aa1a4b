/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The live sentence, read against the columns that it speaks of: every scenario, and
 * both ends of every control. */

#include "config.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "rankle-scenario-file.h"
#include "sentence-reader.h"

static const char *const models[] = { "rankle",       "lemaire-2004",
                                      "pivonka-2008", "peterson-riggs-2012",
                                      "fever",        "metastasis" };

/* ---- states ---- */

typedef void (*StateFunc) (const State *state, gpointer data);

static void
visit (RankleSession *session, StateFunc func, gpointer data)
{
  g_auto (State) state = state_new (session);

  if (state.sentence != NULL)
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
  visit (state_move (model, "healthy-adult", control->id, low), func, data);
  visit (state_move (model, "healthy-adult", control->id, control->max), func, data);
}

static void
visit_all (StateFunc func, gpointer data)
{
  for (guint m = 0; m < G_N_ELEMENTS (models); m++)
    {
      g_autoptr (RankleModel) model = state_load_model (models[m]);
      g_auto (GStrv) scenarios = rankle_scenario_file_list_for (model);

      for (char **id = scenarios; *id != NULL; id++)
        visit (state_choose (model, *id), func, data);
      for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
        visit_ends (model, rankle_model_get_control (model, i), func, data);
    }
}

/* ---- the sentence ---- */

typedef struct
{
  guint n, n_told, n_decoys;
} Tally;

static void
read_cb (const State *state, gpointer data)
{
  Tally *tally = data;

  tally->n++;
  tally->n_told += sentence_read (state);
  tally->n_decoys += strstr (state->sentence, "decoy") != NULL;
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
  g_autoptr (RankleModel) model = state_load_model (model_id);
  g_auto (State) state =
      state_new (control == NULL ? state_choose (model, scenario)
                                 : state_move (model, scenario, control, value));

  return g_steal_pointer (&state.sentence);
}

/* (transfer full): of a healthy adult, one control moved further than in the baseline. */
static RankleSession *
put_beside (RankleModel *model, const char *control, double before, double now)
{
  g_autoptr (RankleSession) first = state_move (model, "healthy-adult", control, before);
  g_autoptr (RankleSession) moved = state_move (model, "healthy-adult", control, now);
  g_autoptr (RankleKeptRun) plain =
      rankle_kept_run_new ("Before", model, rankle_session_get_scenario (first));
  g_autoptr (RankleKeptRun) kept = rankle_kept_run_with_baseline (plain, TRUE);

  return rankle_session_with_kept (moved, &kept, 1);
}

/* Beside a run that was kept every figure is one of that, and so is what was changed. */
static void
test_beside_kept (void)
{
  static const char *const controls[] = { "opg", "rankl", "estrogen" };
  g_autoptr (RankleModel) model = state_load_model ("rankle");

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      const RankleControl *control = rankle_model_find_control (model, controls[i]);
      double               half = 0.5 * control->neutral;
      g_auto (State) state =
          state_new (put_beside (model, controls[i], half, 1.2 * control->neutral));
      g_auto (State) same = state_new (put_beside (model, controls[i], half, half));

      g_test_message ("%s", state.sentence);
      g_assert_true (g_str_has_prefix (state.sentence, "Beside “Before”, "));
      g_assert_true (sentence_read (&state));
      g_assert_cmpstr (same.sentence, ==, "As in “Before”, which is the baseline.");
    }
}

/* Whom the scenario is about stands behind what it says. */
static void
test_person (void)
{
  const RanklePerson woman = { 50, 66, RANKLE_SEX_WOMAN, NULL };
  g_autoptr (RankleModel) model = state_load_model ("rankle");
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_load ("denosumab-young-adult", NULL, NULL);
  g_autofree char *plain = say ("rankle", "denosumab-young-adult", NULL, 0);
  g_autofree char *expected = g_strconcat (plain, " A woman of 50, 66 kg.", NULL);

  rankle_scenario_set_person (scenario, &woman);
  {
    g_auto (State) state = state_new (rankle_session_new_of (model, scenario));

    g_assert_cmpstr (state.sentence, ==, expected);
  }
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
  g_autofree char *fever = say ("fever", "healthy-adult", "lps", 4);
  g_autofree char *both = say ("rankle", "natural-menopause-51", "opg", 2);

  g_test_message ("%s", decoy);
  g_assert_true (g_str_has_prefix (decoy, "OPG × 5.3: the decoy OPG holds "));
  g_assert_nonnull (strstr (little, "the decoy OPG"));
  /* There is no RANKL to hold. */
  g_assert_null (strstr (off, "of the RANKL"));
  g_assert_null (strstr (falling, "othing changes"));
  g_assert_nonnull (strstr (falling, "bone density − "));
  g_assert_null (strstr (cell, "Resorption"));
  /* A fever is one of degrees, not of percent. */
  g_test_message ("%s", fever);
  g_assert_nonnull (strstr (fever, "body temperature rises to 38.3 °C after "));
  g_assert_nonnull (strstr (fever, " °C at the end"));
  g_assert_true (g_str_has_prefix (both, "Natural menopause at 51, OPG × 2: "));
}

/* ---- in another language ---- */

static char *
list_numbers (const char *text)
{
  g_autoptr (GRegex) stops = g_regex_new ("\\.(?![0-9])", 0, 0, NULL);
  g_autoptr (GRegex) others = g_regex_new ("[^0-9.+−]+", 0, 0, NULL);
  g_autofree char *without = g_regex_replace_literal (stops, text, -1, 0, " ", 0, NULL);

  return g_regex_replace_literal (others, without, -1, 0, " ", 0, NULL);
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

  g_assert_nonnull (
      locales); /* or "--say" would not be the last: it would test, and so on */

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
  state_fixture_close ();
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
  state_fixture_open ();
  if (g_strcmp0 (argv[argc - 1], "--say") == 0)
    return say_all ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/answer/columns", test_columns);
  g_test_add_func ("/answer/words", test_words);
  g_test_add_func ("/answer/person", test_person);
  g_test_add_func ("/answer/beside-kept", test_beside_kept);
  g_test_add_data_func ("/answer/pseudo-locale", argv, test_pseudo_locale);
  status = g_test_run ();
  state_fixture_close ();
  return status;
}
