/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rankle-cli ensemble: which runs it makes, what it writes of them, what it refuses. */

#include <math.h>
#include <string.h>

#include "cli-runner.h"
#include "rankle-cli-vary.h"

static const char decay[] = "model decay()\n"
                            "  k = 1; boom = 0; x = 1\n"
                            "  x' = -k * x + boom * x^2\n"
                            "  twice := 2 * k\n"
                            "end\n";

/* The cell in line @line (from 0, # lines not counted) and column @column. */
static double
get_cell (const char *csv, guint line, guint column)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && line-- == 0)
      {
        g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

        g_assert_cmpuint (column, <, g_strv_length (cells));
        return g_ascii_strtod (cells[column], NULL);
      }
  g_assert_not_reached ();
}

static void
test_runs (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "1", "--every", "1", "--vary", "k=0..1",
       "--runs", "5", "--column", "x", "--threads", "2");
  cli_check_ok (&result);
  g_assert_nonnull (strstr (result.out, "\nrun,k,time,x\n"));
  g_assert_nonnull (strstr (result.out, "\n# --vary k=0..1\n"));
  for (guint run = 0; run < 5; run++)
    {
      g_assert_cmpfloat (get_cell (result.out, 1 + 2 * run, 0), ==, run);
      g_assert_cmpfloat (get_cell (result.out, 1 + 2 * run, 1), ==, 0.25 * run);
      g_assert_cmpfloat_with_epsilon (get_cell (result.out, 2 + 2 * run, 3),
                                      exp (-0.25 * run), 1e-4);
    }
}

static void
test_bands (void)
{
  g_auto (Result) result = { 0 };
  static const double quantiles[] = { 0.1, 0.5, 1, 1.5, 1.9 };

  RUN (&result, "ensemble", "decay.ant", "--end", "1", "--vary", "k=0..1", "--runs", "21",
       "--column", "twice", "--bands", "--every", "1");
  cli_check_ok (&result);
  g_assert_nonnull (
      strstr (result.out, "\ntime,twice.p5,twice.p25,twice.p50,twice.p75,twice.p95\n"));
  for (guint i = 0; i < G_N_ELEMENTS (quantiles); i++)
    g_assert_cmpfloat_with_epsilon (get_cell (result.out, 2, 1 + i), quantiles[i], 1e-12);
}

static void
test_failed_run (void)
{
  g_auto (Result) strict = { 0 };
  g_auto (Result) lenient = { 0 };
  g_autofree char *path = NULL;

  RUN (&strict, "ensemble", "decay.ant", "--end", "3", "--vary", "boom=0..5", "--runs",
       "2", "--out", "kept.csv");
  g_assert_cmpint (strict.status, ==, 1);
  g_assert_nonnull (strstr (strict.err, "run 1 (boom = 5): The run stopped at 0.2"));
  path = g_build_filename (cli_folder, "kept.csv", NULL);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  RUN (&lenient, "ensemble", "decay.ant", "--end", "3", "--vary", "boom=0..5", "--runs",
       "2", "--keep-going");
  cli_check_ok (&lenient);
  g_assert_nonnull (strstr (lenient.out, "\n# left out: run 1 (boom = 5): "));
  g_assert_null (strstr (lenient.out, "\n1,5,"));
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *option, *value, *message;
  } cases[] = {
    { "--runs", "3", "--vary is missing" },
    { "--vary", "k", "--vary “k”: must read PARAM=FROM..TO[:log]" },
    { "--vary", "k=1", "--vary “k=1”: must read PARAM=FROM..TO[:log]" },
    { "--vary", "k=1..2:lin", "--vary “k=1..2:lin”: must read PARAM=FROM..TO[:log]" },
    { "--vary", "k=2..1", "--vary “k=2..1”: FROM must be below TO" },
    { "--vary", "k=0..1:log", "--vary “k=0..1:log”: FROM must be above 0 for :log" },
    { "--vary", "q=0..1", "--vary “q=0..1”: model “decay” has no “q”" },
    { "--vary", "x=0..1",
      "--vary “x=0..1”: “x” is a state of model “decay”, not a parameter" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = { 0 };

      RUN (&result, "ensemble", "decay.ant", "--end", "1", cases[i].option,
           cases[i].value);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_nonnull (strstr (result.err, cases[i].message));
    }
}

static void
test_sizes_and_columns (void)
{
  g_auto (Result) runs = { 0 };
  g_auto (Result) values = { 0 };
  g_auto (Result) column = { 0 };

  RUN (&runs, "ensemble", "decay.ant", "--end", "1", "--vary", "k=0..1", "--runs", "0");
  g_assert_nonnull (strstr (runs.err, "--runs: must be from 1 to 1000000"));
  RUN (&values, "ensemble", "decay.ant", "--end", "1", "--vary", "k=0..1", "--runs",
       "1000000");
  g_assert_nonnull (strstr (values.err, "too much at once"));
  RUN (&column, "ensemble", "decay.ant", "--end", "1", "--vary", "k=0..1", "--column",
       "k");
  g_assert_nonnull (
      strstr (column.err, "--column “k”: no state and no observable of “decay”"));
}

/* What the model hides is had by asking. */
static void
test_hidden (void)
{
  g_auto (Result) refused = { 0 };
  g_auto (Result) result = { 0 };

  RUN (&refused, "ensemble", "hiding.ant", "--end", "1", "--vary", "k=0..1", "--column",
       "b");
  g_assert_cmpint (refused.status, ==, 2);
  g_assert_nonnull (strstr (refused.err, "--column “b”: hidden; --hidden shows it"));
  RUN (&result, "ensemble", "hiding.ant", "--end", "1", "--every", "1", "--vary",
       "k=1..2", "--runs", "2", "--column", "b", "--hidden");
  cli_check_ok (&result);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, 1, 3), 3, 1e-12);
}

/* Each of ten parts of each parameter's range has one value. */
static void
test_spread (void)
{
  static const RankleVariation variations[] = { { 0, 10, 20, FALSE },
                                                { 1, 1, 1024, TRUE } };
  g_autofree double           *values = rankle_cli_spread (variations, 2, 10, 7);
  g_autofree double           *again = rankle_cli_spread (variations, 2, 10, 7);
  g_autofree double           *other = rankle_cli_spread (variations, 2, 10, 8);
  guint                        linear[10] = { 0 }, log[10] = { 0 };

  g_assert_cmpmem (values, 20 * sizeof (double), again, 20 * sizeof (double));
  g_assert_cmpint (memcmp (values, other, 20 * sizeof (double)), !=, 0);
  for (guint run = 0; run < 10; run++)
    {
      linear[(guint)(values[2 * run] - 10)]++;
      log[(guint)log2 (values[2 * run + 1])]++;
    }
  for (guint i = 0; i < 10; i++)
    {
      g_assert_cmpuint (linear[i], ==, 1);
      g_assert_cmpuint (log[i], ==, 1);
    }
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  cli_write_file ("decay.ant", decay);
  g_test_add_func ("/cli/ensemble/runs", test_runs);
  g_test_add_func ("/cli/ensemble/bands", test_bands);
  g_test_add_func ("/cli/ensemble/failed-run", test_failed_run);
  g_test_add_func ("/cli/ensemble/refusals", test_refusals);
  g_test_add_func ("/cli/ensemble/sizes-and-columns", test_sizes_and_columns);
  g_test_add_func ("/cli/ensemble/hidden", test_hidden);
  g_test_add_func ("/cli/ensemble/spread", test_spread);
  return cli_run_tests ();
}
