/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* rankle-cli ensemble --grid: which cells there are, that each is the run that "simulate"
 * makes by itself, what is refused, and what happens when a run fails or is stopped. */

#include <fcntl.h>
#include <gio/gio.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli-runner.h"

static const char decay[] = "model decay()\n"
                            "  k = 1; boom = 0; x = 1\n"
                            "  x' = -k * x + boom * x^2\n"
                            "  twice := 2 * k\n"
                            "end\n";

/* A row a step and many of them, so that it is stopped in the midst of it. */
static const char endless[] = "model endless()\n"
                              "  w = 100; x = 1; y = 0\n"
                              "  x' = w * y\n"
                              "  y' = -w * x\n"
                              "end\n";

/* The cells of line @line (from 0, # lines not counted). */
static char **
get_line (const char *csv, guint line)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && line-- == 0)
      return g_strsplit (lines[i], ",", -1);
  g_assert_not_reached ();
}

static double
get_cell (const char *csv, guint line, guint column)
{
  g_auto (GStrv) cells = get_line (csv, line);

  g_assert_cmpuint (column, <, g_strv_length (cells));
  g_assert_cmpstr (cells[column], !=, "");
  return g_ascii_strtod (cells[column], NULL);
}

static guint
count_lines (const char *csv)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  guint n = 0;

  for (char **line = lines; *line != NULL; line++)
    n += **line != '#' && **line != '\0';
  return n;
}

/* The same number, to the last digit. */
static void
check_same (double a, double b)
{
  g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
}

static void
check_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-4 * fabs (b));
}

/* ---- which cells ---- */

static void
test_one_axis (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "1", "--grid", "k=0..2x5", "--measure",
       "twice@end", "--measure", "x@end");
  cli_check_ok (&result);
  g_assert_nonnull (strstr (result.out, "\n# --grid k=0..2x5\n# --measure twice@end\n"));
  g_assert_nonnull (strstr (result.out, "\nk,twice@end,x@end\n"));
  g_assert_cmpuint (count_lines (result.out), ==, 1 + 5);
  for (guint i = 0; i < 5; i++)
    {
      check_same (get_cell (result.out, 1 + i, 0), 0.5 * i);
      check_same (get_cell (result.out, 1 + i, 1), i);
      g_assert_cmpfloat_with_epsilon (get_cell (result.out, 1 + i, 2), exp (-0.5 * i),
                                      1e-4);
    }
}

/* The second axis goes faster, however the runs were ordered. */
static void
test_order (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "1", "--grid", "k=1..3x3", "--grid",
       "boom=0..0.5x2", "--measure", "twice@end", "--no-comments");
  cli_check_ok (&result);
  g_assert_cmpstr (result.out, ==,
                   "k,boom,twice@end\n1,0,2\n1,0.5,2\n2,0,4\n2,0.5,4\n3,0,6\n3,0.5,6\n");
}

/* Even ratios; and numbers that can be typed. */
static void
test_log (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "1", "--grid", "k=0.001..10x5:log",
       "--measure", "twice@end", "--no-comments");
  cli_check_ok (&result);
  g_assert_cmpstr (result.out, ==,
                   "k,twice@end\n0.001,0.002\n0.01,0.02\n0.1,0.2\n1,2\n10,20\n");
}

/* Columns of plots, at the end. */
static void
test_without_measures (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "1", "--grid", "k=1..2x2",
       "--no-comments");
  cli_check_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "k,"));
  g_assert_nonnull (strstr (result.out, "x@end"));
  g_assert_nonnull (strstr (result.out, "twice@end"));
}

/* ---- what is in them ---- */

static void
simulate (Result *result, const char *dose, const char *interval, const char *opg)
{
  RUN (result, "simulate", "rankle", "--end", "700", "--every", "7", "--control", dose,
       "--control", "denosumab_count=3", "--control", interval, "--set", opg,
       "--no-comments");
  cli_check_ok (result);
}

/* A control of a series of doses and one of its times: each cell has what a single run
 * has, at a row, between rows, and over them: to the last digit, since so few are run
 * one by one. */
static void
test_cells_are_runs (void)
{
  static const char *const doses[] = { "denosumab_dose=30", "denosumab_dose=60" };
  static const char *const intervals[] = { "denosumab_interval=90",
                                           "denosumab_interval=180" };
  g_auto (Result) grid = { 0 };

  RUN (&grid, "ensemble", "rankle", "--end", "700", "--every", "7", "--control",
       "denosumab_count=3", "--set", "marrow_access=0.03", "--grid",
       "denosumab_dose=30..60x2", "--grid", "denosumab_interval=90..180x2", "--measure",
       "CTX@350", "--measure", "BMD_spine@end", "--measure", "CTX@nadir", "--measure",
       "CTX@nadir_time", "--threads", "2");
  cli_check_ok (&grid);
  for (guint cell = 0; cell < 4; cell++)
    {
      g_auto (Result) single = { 0 };
      double nadir = INFINITY;

      simulate (&single, doses[cell / 2], intervals[cell % 2], "marrow_access=0.03");
      for (guint row = 0; row <= 100; row++)
        nadir = fmin (nadir, cli_look_up (single.out, "CTX", 7 * row));
      check_same (get_cell (grid.out, 1 + cell, 2), cli_look_up (single.out, "CTX", 350));
      check_same (get_cell (grid.out, 1 + cell, 3),
                  cli_look_up (single.out, "BMD_spine", 700));
      check_same (get_cell (grid.out, 1 + cell, 4), nadir);
      g_assert_cmpfloat_with_epsilon (
          cli_look_up (single.out, "CTX", get_cell (grid.out, 1 + cell, 5)), nadir,
          1e-4 * nadir);
    }
}

/* Many cells are run abreast: each has what a single run has, as far as either is right,
 * and the same whoever makes them. */
static void
test_many_cells (void)
{
  g_auto (Result) two = { 0 }, one = { 0 };

#define MANY                                                                             \
  "ensemble", "rankle", "--end", "700", "--every", "7", "--control",                     \
      "denosumab_count=3", "--control", "denosumab_interval=180", "--grid",              \
      "denosumab_dose=10..60x6", "--grid", "marrow_access=0.02..0.06x5", "--measure",    \
      "CTX@350", "--measure", "BMD_spine@end", "--no-comments", "--threads"
  RUN (&two, MANY, "2");
  RUN (&one, MANY, "1");
#undef MANY
  cli_check_ok (&two);
  g_assert_cmpstr (two.out, ==, one.out);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *dose = g_strdup_printf ("denosumab_dose=%u", 10 * (i + 1));
      g_auto (Result) single = { 0 };
      guint row = 1 + 5 * i + 2;

      simulate (&single, dose, "denosumab_interval=180", "marrow_access=0.04");
      check_near (get_cell (two.out, row, 2), cli_look_up (single.out, "CTX", 350));
      check_near (get_cell (two.out, row, 3), cli_look_up (single.out, "BMD_spine", 700));
    }
}

/* What is measured at a time that is no row is a row of the run and no chord. */
static void
test_between_rows (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "2", "--every", "2", "--grid",
       "k=1..2x2", "--measure", "x@0.7", "--rtol", "1e-9");
  cli_check_ok (&result);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, 1, 1), exp (-0.7), 1e-7);
  g_assert_cmpfloat_with_epsilon (get_cell (result.out, 2, 1), exp (-1.4), 1e-7);
}

/* A state is the amount of its doses. */
static void
test_amounts (void)
{
  g_auto (Result) result = { 0 };
  g_auto (Result) refused = { 0 };

  RUN (&result, "ensemble", "decay.ant", "--end", "2", "--set", "k=0", "--dose",
       "x:1@0.5x2/1", "--dose", "x:7@1", "--grid", "x=1..3x3", "--measure", "x@end");
  cli_check_ok (&result);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat_with_epsilon (get_cell (result.out, 1 + i, 1), 1 + 3 * (1.0 + i),
                                    1e-9);
  RUN (&refused, "ensemble", "decay.ant", "--end", "2", "--grid", "x=1..3x3");
  g_assert_cmpint (refused.status, ==, 2);
  g_assert_nonnull (
      strstr (refused.err, "--grid: at x = 1: “x” is a state, and no dose is given"));
}

/* ---- what is refused ---- */

static void
test_refusals (void)
{
  static const struct
  {
    const char *option, *value, *message;
  } cases[] = {
    { "--grid", "k", "--grid “k”: must read NAME=FROM..TOxN[:log]" },
    { "--grid", "k=0..1", "--grid “k=0..1”: must read NAME=FROM..TOxN[:log]" },
    { "--grid", "k=0..1x3:lin", "--grid “k=0..1x3:lin”: must read" },
    { "--grid", "k=0..1x1", "--grid “k=0..1x1”: N must be a whole number from 2 to" },
    { "--grid", "k=0..1x2.5", "--grid “k=0..1x2.5”: N must be a whole number" },
    { "--grid", "k=a..1x3", "--grid “k=a..1x3”: --grid: “a” is not a finite number" },
    { "--grid", "k=2..1x3", "--grid “k=2..1x3”: FROM must be below TO" },
    { "--grid", "k=0..1x3:log", "--grid “k=0..1x3:log”: FROM must be above 0 for :log" },
    { "--grid", "q=0..1x3", "--grid “q=0..1x3”: model “decay” has no “q”" },
    { "--grid", "boom=0..1x3", "--grid: both are of “boom”" },
    { "--vary", "k=0..1", "--grid and --vary exclude each other" },
    { "--runs", "100", "--grid and --runs exclude each other" },
    { "--column", "x", "--grid and --column exclude each other" },
    { "--threads", "0", "--threads: must be from 1 to" },
    { "--measure", "x", "--measure “x”: must read COLUMN@end" },
    { "--measure", "x@top", "--measure “x@top”: must read COLUMN@end" },
    { "--measure", "x@3", "ensemble: --measure: 3 is not within the run, 0 to 1" },
    { "--measure", "z@end", "--measure" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = { 0 };

      RUN (&result, "ensemble", "decay.ant", "--end", "1", "--grid", "boom=0..0.5x2",
           cases[i].option, cases[i].value);
      g_assert_cmpint (result.status, ==, 2);
      if (strstr (result.err, cases[i].message) == NULL)
        g_error ("%s %s: %s", cases[i].option, cases[i].value, result.err);
      g_assert_cmpstr (result.out, ==, "");
    }
}

static void
test_further_refusals (void)
{
  g_auto (Result) three = { 0 };
  g_auto (Result) many = { 0 };
  g_auto (Result) beyond = { 0 };
  g_auto (Result) lonely = { 0 };

  RUN (&three, "ensemble", "decay.ant", "--end", "1", "--grid", "k=0..1x2", "--grid",
       "boom=0..1x2", "--grid", "x=0..1x2");
  g_assert_nonnull (strstr (three.err, "--grid: at most 2, and there are 3"));
  RUN (&many, "ensemble", "decay.ant", "--end", "1", "--grid", "k=0..1x1000", "--grid",
       "boom=0..1x1000");
  g_assert_nonnull (strstr (many.err, "--grid: 1000000 cells are more than 100000"));
  RUN (&beyond, "ensemble", "rankle", "--end", "1", "--grid", "denosumab_count=0..5x3");
  g_assert_nonnull (strstr (beyond.err, "--grid “denosumab_count=0..5x3”: "
                                        "denosumab_count cannot be 2.5"));
  RUN (&lonely, "ensemble", "decay.ant", "--end", "1", "--vary", "k=0..1", "--measure",
       "x@end");
  g_assert_nonnull (strstr (lonely.err, "--measure is of a --grid, and there is none"));
}

/* ---- what goes wrong ---- */

static void
test_failed_cell (void)
{
  g_auto (Result) strict = { 0 };
  g_auto (Result) lenient = { 0 };

  RUN (&strict, "ensemble", "decay.ant", "--end", "3", "--grid", "boom=0..5x2",
       "--measure", "twice@end", "--measure", "x@end", "--set", "k=0.5");
  g_assert_cmpint (strict.status, ==, 1);
  g_assert_nonnull (strstr (strict.err, "1 of 2 cells failed and are empty, the first at "
                                        "boom = 5: The run stopped at 0.2"));
  g_assert_nonnull (strstr (strict.out, "\n# failed at boom = 5: The run stopped at "));
  check_same (get_cell (strict.out, 1, 1), 1);
  g_assert_nonnull (strstr (strict.out, "\n5,,\n"));

  RUN (&lenient, "ensemble", "decay.ant", "--end", "3", "--grid", "boom=0..5x2",
       "--measure", "x@end", "--keep-going");
  g_assert_cmpint (lenient.status, ==, 0);
  g_assert_nonnull (strstr (lenient.err, "1 of 2 cells failed"));
  g_assert_nonnull (strstr (lenient.out, "\n5,\n"));
}

static void
test_nothing_but_failures (void)
{
  g_auto (Result) result = { 0 };
  g_autofree char *kept = NULL;

  cli_write_file ("kept.csv", "what was there\n");
  RUN (&result, "ensemble", "decay.ant", "--end", "3", "--grid", "boom=4..5x2",
       "--measure", "x@end", "--keep-going", "--out", "kept.csv");
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (
      strstr (result.err, "2 of 2 cells failed, so nothing was written, the first at "));
  kept = cli_read_file ("kept.csv");
  g_assert_cmpstr (kept, ==, "what was there\n");
}

/* ---- a terminal, and Ctrl+C ---- */

/* Who made us deaf to it shall not make the child so. */
static void
hear_interrupts (gpointer data)
{
  signal (SIGINT, SIG_DFL);
}

/* Starts an ensemble without end, with a terminal, @slave, for stderr. */
static GPid
start_endless (int slave)
{
  const char *arguments[] = { cli_program,      "ensemble",  "endless.ant",
                              "--end",          "1000",      "--grid",
                              "w=1..1000x1000", "--measure", "x@end",
                              "--threads",      "1",         "--out",
                              "scan.csv",       NULL };
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  g_spawn_async_with_fds (cli_folder, (char **)arguments, NULL,
                          G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                          hear_interrupts, NULL, &pid, -1, -1, slave, &error);
  g_assert_no_error (error);
  return pid;
}

/* Reads on until @sought has been told. */
static void
read_until (int terminal, GString *told, const char *sought)
{
  char    piece[256];
  ssize_t n;

  while (strstr (told->str, sought) == NULL)
    {
      n = read (terminal, piece, sizeof piece);
      if (n <= 0)
        g_error ("it said no “%s”: %s", sought, told->str);
      g_string_append_len (told, piece, n);
    }
}

static void
check_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (cli_folder, 0, NULL);
  g_autofree char *scan = cli_read_file ("scan.csv");
  const char      *name;

  g_assert_cmpstr (scan, ==, "what was there\n");
  while ((name = g_dir_read_name (dir)) != NULL)
    if (strstr (name, "scan.csv") != NULL)
      g_assert_cmpstr (name, ==, "scan.csv");
}

static void
test_interrupt (void)
{
  g_autoptr (GString) told = g_string_new (NULL);
  int  terminal = posix_openpt (O_RDWR | O_NOCTTY), slave, status;
  GPid pid;

  g_assert_cmpint (terminal, >=, 0);
  g_assert_cmpint (grantpt (terminal) | unlockpt (terminal), ==, 0);
  slave = open (ptsname (terminal), O_RDWR | O_NOCTTY);
  g_assert_cmpint (slave, >=, 0);
  cli_write_file ("endless.ant", endless);
  cli_write_file ("scan.csv", "what was there\n");

  pid = start_endless (slave);
  read_until (terminal, told, " of 1000 runs");
  kill (pid, SIGINT);
  read_until (terminal, told, "nothing was written");
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGINT);
  g_assert_nonnull (strstr (told->str, "rankle-cli ensemble: cancelled after "));
  check_folder ();
  g_spawn_close_pid (pid);
  close (slave);
  close (terminal);
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  cli_write_file ("decay.ant", decay);
  g_test_add_func ("/cli/grid/one-axis", test_one_axis);
  g_test_add_func ("/cli/grid/order", test_order);
  g_test_add_func ("/cli/grid/log", test_log);
  g_test_add_func ("/cli/grid/without-measures", test_without_measures);
  g_test_add_func ("/cli/grid/cells-are-runs", test_cells_are_runs);
  g_test_add_func ("/cli/grid/many-cells", test_many_cells);
  g_test_add_func ("/cli/grid/between-rows", test_between_rows);
  g_test_add_func ("/cli/grid/amounts", test_amounts);
  g_test_add_func ("/cli/grid/refusals", test_refusals);
  g_test_add_func ("/cli/grid/further-refusals", test_further_refusals);
  g_test_add_func ("/cli/grid/failed-cell", test_failed_cell);
  g_test_add_func ("/cli/grid/nothing-but-failures", test_nothing_but_failures);
  g_test_add_func ("/cli/grid/interrupt", test_interrupt);
  return cli_run_tests ();
}
