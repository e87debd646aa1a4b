/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of measures, and how "simulate" writes runs: in percent, without comments,
 * with the runs that a session keeps. */

#include <math.h>
#include <string.h>

#include "cli-runner.h"
#include "rankle-catalog.h"
#include "rankle-evidence-file.h"
#include "rankle-integrator.h"
#include "rankle-measures-table.h"
#include "rankle-session-file.h"
#include "rankle-session-table.h"

#define SESSION "kept.rankle" /* in the folder of every run */

/* ---- reading tables ---- */

/* What stands behind the lines that say how it was made. */
static const char *
skip_notes (const char *table)
{
  while (*table == '#')
    table = strchr (table, '\n') + 1;
  return table;
}

/* (transfer full): the cell of @name in the row of @run and @quantity; "" if there is
 * none. */
static char *
dup_cell (const char *csv, const char *run, const char *quantity, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (skip_notes (csv), "\n", -1);
  g_auto (GStrv) header = g_strsplit (lines[0], ",", -1);

  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      if (g_strv_length (cells) != g_strv_length (header) ||
          !g_str_equal (cells[0], run) || !g_str_equal (cells[1], quantity))
        continue;
      for (guint k = 0; header[k] != NULL; k++)
        if (g_str_equal (header[k], name))
          return g_strdup (cells[k]);
    }
  return g_strdup ("");
}

/* NaN if it is empty. */
static double
get_cell (const char *csv, const char *run, const char *quantity, const char *name)
{
  g_autofree char *cell = dup_cell (csv, run, quantity, name);

  return *cell == '\0' ? NAN : g_ascii_strtod (cell, NULL);
}

/* ---- measures ---- */

/* x = 1 + t over ten days against itself. */
#define RISING                                                                           \
  "unit time_unit = 86400 second\nmodel rising\n  k = 1; x = 1; x' = k\nend\n"
#define RISING_SIDECAR "{\"schema\": 1, \"horizon\": 10}"

static void
test_closed_form (void)
{
  g_auto (Result) result = { 0 };

  cli_write_file ("rising.ant", RISING);
  cli_write_file ("rising.json", RISING_SIDECAR);
  RUN (&result, "measure", "rising.ant", "--set", "k=2", "--threshold", "x=6", "--at",
       "4");
  cli_check_ok (&result);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, "now", "x", "value"), 9, 1e-5);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, "now", "x", "end"), 21, 1e-5);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, "now", "x", "peak_time"), 10,
                                  1e-5);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, "now", "x", "time_below"), 2.5,
                                  1e-5);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, "now", "x", "area_between"), 50,
                                  1e-4);
  g_assert_true (isnan (get_cell (result.out, "now", "x", "change_1y")));
}

/* What is measured stands in the rows that "simulate" writes. */
static void
test_against_simulate (void)
{
  g_auto (Result) table = { 0 };
  g_auto (Result) run = { 0 };
  double peak, when, since;

  RUN (&table, "measure", "rankle", "--scenario", "denosumab-3-years", "--quantity",
       "BMD_spine", "--quantity", "CTX");
  cli_check_ok (&table);
  RUN (&run, "simulate", "rankle", "--scenario", "denosumab-3-years", "--as-shown");
  cli_check_ok (&run);
  peak = get_cell (table.out, "now", "CTX", "peak");
  when = get_cell (table.out, "now", "CTX", "peak_time");
  since = get_cell (table.out, "now", "BMD_spine", "since");
  g_assert_cmpfloat (cli_look_up (run.out, "CTX", when), ==, peak);
  g_assert_cmpfloat (since, >, 4000); /* eleven years into it */
  g_assert_cmpfloat_with_epsilon (
      get_cell (table.out, "now", "BMD_spine", "percent_1y"),
      100 * get_cell (table.out, "now", "BMD_spine", "change_1y") /
          cli_look_up (run.out, "BMD_spine", since),
      1e-9);
  g_assert_true (isnan (get_cell (table.out, "now", "denosumab_serum", "peak")));
}

static void
test_json (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "measure", "lemaire-2004", "--quantity", "R", "--json");
  cli_check_ok (&result);
  g_assert_nonnull (strstr (result.out, "\"time_unit\" : \"day\""));
  g_assert_nonnull (strstr (result.out, "\"quantity\" : \"R\""));
  g_assert_nonnull (strstr (result.out, "\"threshold\" : null"));
}

/* ---- the runs of a session ---- */

static void
write_session (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("lemaire-2004", &error);
  g_autoptr (RankleModel) other = rankle_catalog_load ("krishna-2006", &error);
  g_autoptr (RankleScenario) plain = rankle_scenario_new ("", "Plain", "");
  g_autoptr (RankleScenario) moved = rankle_scenario_new ("", "Moved", "");
  g_autoptr (RankleSession) bare = rankle_session_new_of (model, plain);
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleKeptRun) kept = NULL;
  g_autoptr (RankleKeptRun) strange = NULL;
  g_autofree char *path = g_build_filename (cli_folder, SESSION, NULL);

  rankle_scenario_set_parameter (moved, "I_P", 1000);
  kept = rankle_kept_run_new ("With PTH, much", model, moved);
  strange = rankle_kept_run_new ("Stranger", other, plain);
  session = rankle_session_with_kept (bare, (RankleKeptRun *[]){ kept, strange }, 2);
  g_assert_true (rankle_session_file_save (session, path, &error));
  g_assert_no_error (error);
}

static RankleTrajectory *
run_protocol (RankleProtocol *protocol)
{
  g_autoptr (RankleProtocol) owned = protocol;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  return rankle_integrator_run (integrator, owned, NULL, NULL);
}

/* Byte for byte what a program of ours writes that has no command line: the window. */
static void
test_same_bytes (void)
{
  g_autofree char *path = g_build_filename (cli_folder, SESSION, NULL);
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleTrajectory) now = NULL;
  g_autoptr (RankleTrajectory) baseline = NULL;
  g_autoptr (GArray) rows = rankle_measures_rows_new ();
  g_auto (GStrv) notes = NULL;
  g_autofree char *expected = NULL;
  g_auto (Result) result = { 0 };

  write_session ();
  session = rankle_session_file_load (path, evidence, &reading, NULL);
  now = run_protocol (rankle_session_make_protocol (session, NULL));
  baseline = run_protocol (rankle_session_make_baseline (session, NULL));
  rankle_measures_rows_add (
      rows, RANKLE_MEASURES_NOW, now, baseline,
      &(RankleMeasuresAsked){ .at = rankle_session_get_cursor (session), .since = NAN });
  notes = rankle_session_table_list_notes (session, rankle_trajectory_get_protocol (now));
  expected = rankle_measures_to_csv (rows, (const char *const *)notes, NULL);
  RUN (&result, "measure", SESSION);
  cli_check_ok (&result);
  g_assert_cmpstr (result.out, ==, expected);
}

static void
test_simulate_runs (void)
{
  g_auto (Result) with = { 0 };
  g_auto (Result) without = { 0 };
  g_autofree char *row = NULL;

  write_session ();
  RUN (&without, "simulate", SESSION, "--no-comments");
  cli_check_ok (&without);
  RUN (&with, "simulate", SESSION, "--runs", "--no-comments");
  g_assert_cmpint (with.status, ==, 0);
  g_assert_true (g_str_has_prefix (without.out, "time,R,"));
  g_assert_true (g_str_has_prefix (with.out, "run,time,R,"));
  g_assert_nonnull (strstr (with.out, "\nnow,0,"));
  g_assert_nonnull (strstr (with.out, "\n\"With PTH, much\",0,"));
  g_assert_null (strstr (with.out, "Stranger"));
  g_assert_nonnull (strstr (with.err, "run “Stranger” is left out: it is of model"));
}

static void
test_measure_runs (void)
{
  g_auto (Result) result = { 0 };

  write_session ();
  RUN (&result, "measure", SESSION, "--runs");
  cli_check_ok (&result);
  g_assert_cmpfloat (get_cell (result.out, "now", "R", "area_between"), <, 1e-9);
  g_assert_nonnull (strstr (result.out, "\n\"With PTH, much\",R,"));
  g_assert_nonnull (strstr (result.out, "\nStranger,"));
  g_assert_true (g_str_has_prefix (result.out, "# rankle "));
}

/* ---- percents, comments, the end ---- */

static void
test_percent (void)
{
  g_auto (Result) percent = { 0 };
  g_auto (Result) moved = { 0 };
  g_auto (Result) neutral = { 0 };

  RUN (&percent, "simulate", "rankle", "--control", "opg=2", "--percent");
  cli_check_ok (&percent);
  RUN (&moved, "simulate", "rankle", "--control", "opg=2");
  RUN (&neutral, "simulate", "rankle");
  g_assert_cmpfloat (cli_look_up (percent.out, "osteoclast", 365), ==,
                     100 * cli_look_up (moved.out, "osteoclast", 365) /
                         cli_look_up (neutral.out, "osteoclast", 365));
  g_assert_null (strstr (skip_notes (percent.out), ",CTX"));
  g_assert_nonnull (
      strstr (percent.out, "\n# left out: CTX is in % of baseline already\n"));
  g_assert_nonnull (strstr (percent.out, ",% of the baseline run,"));
}

static void
test_units_and_comments (void)
{
  g_auto (Result) with = { 0 };
  g_auto (Result) without = { 0 };

  RUN (&with, "simulate", "lemaire-2004", "--quantity", "R", "--quantity", "pi_C");
  cli_check_ok (&with);
  g_assert_nonnull (strstr (with.out, "\n# units: day,pM,\ntime,R,pi_C\n"));
  RUN (&without, "simulate", "lemaire-2004", "--quantity", "R", "--quantity", "pi_C",
       "--no-comments");
  g_assert_cmpstr (without.out, ==, skip_notes (with.out));
}

/* What the model hides is a column like others where it is shown. */
static void
test_hidden (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "simulate", "rankle", "--hidden", "--quantity", "RANKL_PTH", "--every",
       "3650", "--no-comments");
  cli_check_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "time,RANKL_PTH\n0,1\n3650,1\n"));
}

static void
test_steady_without_comments (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "steady", "lemaire-2004", "--no-comments");
  cli_check_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "id,value\n"));
}

static void
test_without_end (void)
{
  g_auto (Result) result = { 0 };

  cli_write_file ("rising.ant", RISING);
  cli_write_file ("rising.json", RISING_SIDECAR);
  RUN (&result, "simulate", "rising.ant");
  cli_check_ok (&result);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "x", 10), 11, 1e-5);
  g_assert_true (isnan (cli_look_up (result.out, "x", 10.1)));
}

/* ---- what is refused ---- */

static const struct
{
  const char *arguments[8];
  const char *error;
} refused[] = {
  { { "measure", "rankle", "--quantity", "BMD_spin" },
    "rankle-cli measure: --quantity “BMD_spin”: model “rankle” has no such column; did "
    "you mean “BMD_spine”?\n" },
  { { "measure", "rankle", "--threshold", "CTX" },
    "rankle-cli measure: --threshold “CTX”: must read ID=VALUE\n" },
  { { "measure", "rankle", "--threshold", "ctx=5" },
    "rankle-cli measure: --threshold “ctx”: model “rankle” has no such column; did you "
    "mean “CTX”?\n" },
  { { "measure", "rankle", "--at", "9999" },
    "rankle-cli measure: --at: 9999 is not within 0 and the end, 3650\n" },
  { { "measure", "rankle", "--runs" },
    "rankle-cli measure: --runs: rankle is no session, which alone keeps runs\n" },
  { { "measure", "rankle", "--every", "1" },
    "rankle-cli measure: --every: a table of measures is made as the window makes it\n" },
  { { "measure", SESSION, "--control", "opg=2" },
    "rankle-cli measure: --control: kept.rankle says itself what is run\n" },
  { { "simulate", "rankle", "--runs" },
    "rankle-cli simulate: --runs: rankle is no session, which alone keeps runs\n" },
  { { "simulate", "rankle", "--percent", "--quantity", "CTX" },
    "rankle-cli simulate: --percent: CTX is in % of baseline already\n" },
  { { "simulate", "rankle", "--percent", "--quantity", "RANKL_denosumab" },
    "rankle-cli simulate: --percent: RANKL_denosumab is nothing in the baseline run\n" },
  { { "simulate", "rankel" },
    "rankle-cli simulate: There is no model “rankel”, and no file of that name; did you "
    "mean “rankle”?\n" },
  { { "simulate", "rankle", "--control", "denosumab_does=60" },
    "rankle-cli simulate: --control: model “rankle” has no control “denosumab_does”; "
    "did you mean “denosumab_dose”?\n" },
  { { "simulate", "rankle", "--control", "zzz=60" },
    "rankle-cli simulate: --control: model “rankle” has no control “zzz”\n" },
  { { "simulate", "rankle", "--scenario", "denosumab-3-year" },
    "rankle-cli simulate: --scenario: denosumab-3-year: no bundled scenario of this "
    "name, and no such file; did you mean “denosumab-3-years”?\n" },
  { { "mesure", "rankle" },
    "rankle-cli: unknown command “mesure”; did you mean “measure”?\n" },
  { { "simulate", "rankle", "--quantity", "RANKL_PTH" },
    "rankle-cli simulate: --quantity “RANKL_PTH”: hidden; --hidden shows it\n" },
  { { "ensemble", "rankle", "--vary", "marrow=1..2", "--column", "osteclast" },
    "rankle-cli ensemble: --column “osteclast”: no state and no observable of “rankle”; "
    "did you mean “osteoclast”?\n" },
  { { "simulate", "lemaire-2004", "--set", "I_p=1" },
    "rankle-cli simulate: --set “I_p=1”: model “lemaire_2004” has no “I_p”; did you "
    "mean “I_P”?\n" },
  { { "simulate", "rankle", "--change", "opgg=2@5" },
    "rankle-cli simulate: --change “opgg=2@5”: model “rankle” has no “opgg”; did you "
    "mean “opg”?\n" },
};

static void
test_refused (void)
{
  write_session ();
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_auto (Result) result = { 0 };

      cli_run (&result, refused[i].arguments);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.err, ==, refused[i].error);
      g_assert_cmpstr (result.out, ==, "");
    }
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli-measure/closed-form", test_closed_form);
  g_test_add_func ("/cli-measure/against-simulate", test_against_simulate);
  g_test_add_func ("/cli-measure/json", test_json);
  g_test_add_func ("/cli-measure/measure-runs", test_measure_runs);
  g_test_add_func ("/cli-measure/same-bytes", test_same_bytes);
  g_test_add_func ("/cli-measure/simulate-runs", test_simulate_runs);
  g_test_add_func ("/cli-measure/percent", test_percent);
  g_test_add_func ("/cli-measure/units-and-comments", test_units_and_comments);
  g_test_add_func ("/cli-measure/hidden", test_hidden);
  g_test_add_func ("/cli-measure/steady-without-comments", test_steady_without_comments);
  g_test_add_func ("/cli-measure/without-end", test_without_end);
  g_test_add_func ("/cli-measure/refused", test_refused);
  return cli_run_tests ();
}
