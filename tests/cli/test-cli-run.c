/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What rankle-cli puts out: tables, statistics, files, exit status. */

#include <fcntl.h>
#include <gio/gio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#include "cli-runner.h"

static void
test_help_and_version (void)
{
  static const char *const commands[] = { "models", "show",     "simulate",
                                          "steady", "ensemble", "export",
                                          "import", "plot",     "report" };
  g_auto (Result) help = { 0 };
  g_auto (Result) version = { 0 };

  RUN (&version, "--version");
  cli_check_ok (&version);
  g_assert_true (g_str_has_prefix (version.out, "rankle-cli "));
  RUN (&help, "--help");
  cli_check_ok (&help);
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Result) result = { 0 };

      g_assert_nonnull (strstr (help.out, commands[i]));
      RUN (&result, commands[i], "--help");
      cli_check_ok (&result);
      g_assert_nonnull (strstr (result.out, commands[i]));
    }
}

static void
test_models_and_show (void)
{
  g_auto (Result) models = { 0 };
  g_auto (Result) show = { 0 };

  RUN (&models, "models");
  cli_check_ok (&models);
  g_assert_true (g_str_has_prefix (models.out, "rankle "));
  g_assert_true (g_regex_match_simple (
      "^lemaire-2004 +3 states +day +Lemaire 2004: .*; no bone mass$", models.out,
      G_REGEX_MULTILINE, 0));
  RUN (&show, "show", "rankle");
  cli_check_ok (&show);
  for (guint i = 0; i < 4; i++)
    g_assert_nonnull (
        strstr (show.out, ((const char *[]){ "\nStates\n", "\nObservables\n",
                                             "\nParameters\n", "\nControls\n" })[i]));
  g_assert_nonnull (strstr (show.out, "\nNotes\n  Published parts are joined here "));
  g_assert_nonnull (strstr (show.out, "denosumab_depot"));
  g_assert_nonnull (strstr (show.out, "published"));
  g_assert_null (strstr (show.out, " \n"));
}

static void
test_import (void)
{
  static const char *const lines[] = {
    "format       SBML Level 2 Version 4\n",
    "title        Growth\n",
    "states       1\n",
    "parameters   1\n",
    "events       1\nevent        late: a\n",
    "note         The file gives no size",
  };
  g_auto (Result) sbml = { 0 };
  g_auto (Result) antimony = { 0 };
  g_auto (Result) run = { 0 };

  RUN (&sbml, "import", "growth.xml");
  cli_check_ok (&sbml);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_nonnull (strstr (sbml.out, lines[i]));
  g_assert_null (strstr (sbml.out, "check"));
  RUN (&run, "simulate", "growth.xml", "--end", "4");
  cli_check_ok (&run);
  g_assert_cmpfloat_with_epsilon (cli_look_up (run.out, "a", 4), 5, 1e-6);
  RUN (&antimony, "import", "toy.ant", "--check");
  cli_check_ok (&antimony);
  g_assert_nonnull (strstr (antimony.out, "format       Antimony\n"));
  g_assert_nonnull (strstr (antimony.out, "check        "));
}

static void
test_csv (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "simulate", "toy.ant", "--end", "4", "--every", "1", "--set", "k=0.5");
  cli_check_ok (&result);
  g_assert_true (g_str_has_prefix (result.out, "# rankle-cli simulate "));
  g_assert_nonnull (strstr (result.out, "\n# model toy.ant, version "));
  g_assert_nonnull (strstr (result.out, "\n# --set k=0.5\n"));
  g_assert_nonnull (strstr (result.out, "\n# rtol "));
  g_assert_nonnull (strstr (result.out, "\ntime,a,b\n0,1,3\n"));
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 4), exp (-2), 1e-5);
  g_assert_true (isnan (cli_look_up (result.out, "a", 5)));
}

/* --scale acts on what --set left, --init on the state. */
static void
test_inputs (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "simulate", "toy.ant", "--times", "times.txt", "--set", "k=0.5",
       "--scale", "k=3", "--init", "a=2", "--rtol", "1e-9", "--atol", "1e-12");
  cli_check_ok (&result);
  g_assert_cmpfloat (cli_look_up (result.out, "a", 0.25), >, 0);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 4), 2 * exp (-6), 1e-9);
  g_assert_nonnull (strstr (result.out, "\n# rtol 1e-09, atol 1e-12\n"));
}

/* A state that is held stays, whatever it is given, and the table says so. */
static void
test_hold (void)
{
  g_auto (Result) result = { 0 };
  g_auto (Result) unknown = { 0 };

  RUN (&result, "simulate", "toy.ant", "--end", "3", "--every", "1", "--hold", "a=7",
       "--dose", "a:10@1");
  cli_check_ok (&result);
  g_assert_nonnull (strstr (result.out, "\n# --hold a=7\n"));
  g_assert_cmpfloat (cli_look_up (result.out, "a", 0), ==, 7);
  g_assert_cmpfloat (cli_look_up (result.out, "a", 3), ==, 7);
  RUN (&unknown, "simulate", "toy.ant", "--end", "3", "--hold", "k=7");
  g_assert_cmpint (unknown.status, ==, 2);
  g_assert_nonnull (strstr (unknown.err, "--hold “k=7”"));
}

/* The row at a dose is the state before it. */
static void
test_doses (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "simulate", "toy.ant", "--end", "3", "--every", "1", "--set", "k=0",
       "--dose", "a:10@1x2/1", "--dose", "a:5@0");
  cli_check_ok (&result);
  g_assert_cmpfloat (cli_look_up (result.out, "a", 0), ==, 1);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 1), 6, 1e-9);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 2), 16, 1e-9);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 3), 26, 1e-9);
}

static void
test_infusion (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "simulate", "toy.ant", "--end", "4", "--every", "1", "--set", "k=0",
       "--infuse", "a:2@1..3");
  cli_check_ok (&result);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 1), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 2), 3, 1e-9);
  g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, "a", 4), 5, 1e-9);
}

static void
test_scenario (void)
{
  g_auto (Result) result = { 0 };
  g_auto (Result) again = { 0 };

  RUN (&result, "simulate", "rankle", "--scenario", "denosumab-young-adult", "--every",
       "10");
  cli_check_ok (&result);
  g_assert_cmpfloat (cli_look_up (result.out, "CTX", 30), <, 22);
  g_assert_cmpfloat (cli_look_up (result.out, "CTX", 1300), >, 105);
  g_assert_false (isnan (cli_look_up (result.out, "CTX", 3650)));
  RUN (&again, "simulate", "rankle", "--end", "3650", "--every", "10", "--control",
       "denosumab_dose=60", "--control", "denosumab_count=6", "--rtol", "1e-9");
  cli_check_ok (&again);
  g_assert_cmpfloat_with_epsilon (cli_look_up (again.out, "BMD_hip", 3650),
                                  cli_look_up (result.out, "BMD_hip", 3650), 1e-2);
}

static void
test_reproducible (void)
{
  g_auto (Result) a = { 0 };
  g_auto (Result) b = { 0 };

  RUN (&a, "simulate", "rankle", "--end", "400", "--control", "opg=2");
  RUN (&b, "simulate", "rankle", "--end", "400", "--control", "opg=2");
  cli_check_ok (&a);
  g_assert_cmpstr (a.out, ==, b.out);
}

/* A table that comes back through its own text is the same bit for bit. */
static void
test_round_trip (void)
{
  g_auto (Result) result = { 0 };
  g_auto (GStrv) lines = NULL;

  RUN (&result, "simulate", "lemaire-2004", "--end", "60", "--set", "I_L=1000");
  cli_check_ok (&result);
  lines = g_strsplit (result.out, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      g_auto (GStrv) cells = g_strsplit (*line, ",", -1);

      for (guint i = 0; g_ascii_isdigit (**line) && cells[i] != NULL; i++)
        {
          char   shortest[G_ASCII_DTOSTR_BUF_SIZE];
          double value = g_ascii_strtod (cells[i], NULL);

          g_assert_cmpuint (strlen (cells[i]), <=,
                            strlen (g_ascii_dtostr (shortest, sizeof shortest, value)));
        }
    }
}

/* What "steady" prints for @id. */
static double
look_up_steady (const char *text, const char *id)
{
  g_autofree char *head = g_strconcat ("\n", id, ",", NULL);
  const char      *found = strstr (text, head);

  return found != NULL ? g_ascii_strtod (found + strlen (head), NULL) : NAN;
}

/* Lemaire 2004: the folds of R, B and C over the steady state after 60 days, by an
 * independent integration (SciPy), to half a unit of its last digit. The paper's figures
 * show the first ones. */
static void
test_lemaire_folds (void)
{
  static const char *const columns[] = { "R", "B", "C" };
  static const struct
  {
    const char *set[2];
    double      folds[3];
  } cases[] = {
    { { "I_P=1000", "I_L=0" }, { 5.208, 2.238, 4.037 } },
    { { "I_L=1000", "I_O=0" }, { 1.485, 1.216, 1.368 } },
    { { "I_L=10000", "I_O=0" }, { 3.785, 1.923, 2.978 } },
    { { "I_O=200000", "I_L=0" }, { 0.102, 0.330, 0.072 } },
    { { "I_L=10000", "I_O=90000" }, { 0.940, 0.971, 0.951 } },
  };
  g_auto (Result) steady = { 0 };

  RUN (&steady, "steady", "lemaire-2004");
  cli_check_ok (&steady);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Result) result = { 0 };

      RUN (&result, "simulate", "lemaire-2004", "--end", "60", "--every", "60", "--set",
           cases[i].set[0], "--set", cases[i].set[1], "--rtol", "1e-9");
      g_assert_cmpint (result.status, ==, 0);
      /* Under so much PTH the occupancy of RANK starts as more than all. */
      g_assert_cmpint (strstr (result.err, "note: pi_L leaves its range: above 1") !=
                           NULL,
                       ==, i == 0);
      for (guint k = 0; k < G_N_ELEMENTS (columns); k++)
        g_assert_cmpfloat_with_epsilon (cli_look_up (result.out, columns[k], 60) /
                                            look_up_steady (steady.out, columns[k]),
                                        cases[i].folds[k], 6e-4);
    }
}

/* What a model hides is left out and said to be, unless it is asked for. */
static void
test_hidden (void)
{
  g_auto (Result) without = { 0 };
  g_auto (Result) with = { 0 };
  g_auto (Result) steady = { 0 };
  g_auto (Result) all_steady = { 0 };
  g_auto (Result) show = { 0 };

  RUN (&without, "simulate", "hiding.ant", "--end", "4");
  cli_check_ok (&without);
  g_assert_nonnull (strstr (without.out, "\ntime,a,c\n0,1,9\n"));
  g_assert_nonnull (
      strstr (without.out, "\n# intermediate results hidden: 1, see --hidden\n"));
  RUN (&with, "simulate", "hiding.ant", "--end", "4", "--hidden");
  cli_check_ok (&with);
  g_assert_nonnull (strstr (with.out, "\n# --hidden\n"));
  g_assert_nonnull (strstr (with.out, "\ntime,a,c,b\n0,1,9,3\n"));
  RUN (&steady, "steady", "hiding.ant");
  RUN (&all_steady, "steady", "hiding.ant", "--hidden");
  g_assert_null (strstr (steady.out, "\nb,"));
  g_assert_nonnull (strstr (all_steady.out, "\nb,"));
  RUN (&show, "show", "hiding.ant");
  g_assert_nonnull (strstr (show.out, "\nIntermediate results, written with --hidden\n"));
}

static void
test_stats (void)
{
  g_auto (Result) result = { 0 }, with_units = { 0 };

  RUN (&result, "simulate", "toy.ant", "--end", "4", "--stats");
  g_assert_cmpint (result.status, ==, 0);
  g_assert_true (g_pattern_match_simple (
      "steps *, rate calls *, Jacobian calls *, restarts *, wall * ms, cpu * ms\n"
      "error up to *e-* of ? at ?*: *e-* of its largest value\n",
      result.err));
  g_assert_nonnull (strstr (result.out, "\ntime,a,b\n"));

  cli_write_file ("units.ant", "model units()\n  unit time_unit = 86400 second\n"
                               "  unit pM = 1e-12 mole / litre\n  RANKL = 3 pM\n"
                               "  RANKL' = -RANKL\nend\n");
  RUN (&with_units, "simulate", "units.ant", "--end", "4", "--stats");
  g_assert_cmpint (with_units.status, ==, 0);
  g_assert_true (g_pattern_match_simple (
      "*\nerror up to *e-* pM of RANKL at ?* day: *e-* of its largest value\n",
      with_units.err));
}

/* Editors put it ahead of a text, and nobody sees it. */
static void
test_byte_order_mark (void)
{
  g_auto (Result) result = { 0 };

  cli_write_file ("marked.ant", "\xef\xbb\xbfmodel marked\n x = 1; x' = -x\nend\n");
  cli_write_file ("marked.txt", "\xef\xbb\xbf"
                                "0\n2\n");
  RUN (&result, "simulate", "marked.ant", "--times", "marked.txt");
  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.out, "\n2,0.13533"));
}

/* What is given into a concentration is one, and that is said. */
static void
test_dose_into_concentration (void)
{
  g_auto (Result) result = { 0 };
  g_auto (Result) amount = { 0 };

  cli_write_file ("vessel.ant", "model vessel\n compartment V = 5\n species S in V\n"
                                " substanceOnly species A in V\n S = 0; A = 0\n"
                                " J: S -> ; 0.1*S*V\nend\n");
  RUN (&result, "simulate", "vessel.ant", "--end", "2", "--dose", "S:100@0");
  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.err, "note: S is a concentration in V: "));
  RUN (&amount, "simulate", "vessel.ant", "--end", "2", "--dose", "A:100@0");
  g_assert_cmpint (amount.status, ==, 0);
  g_assert_cmpstr (amount.err, ==, "");
}

static void
test_steady (void)
{
  g_auto (Result) result = { 0 };
  g_auto (Result) none = { 0 };

  RUN (&result, "steady", "filling.ant", "--set", "filling=6");
  cli_check_ok (&result);
  g_assert_nonnull (strstr (result.out, "\nid,value\n"));
  g_assert_cmpfloat_with_epsilon (look_up_steady (result.out, "pool"), 6, 1e-9);
  RUN (&none, "steady", "growth.ant");
  g_assert_cmpint (none.status, ==, 1);
  g_assert_cmpstr (none.out, ==, "");
}

/* ---- files ---- */

static void
test_out (void)
{
  g_auto (Result) printed = { 0 };
  g_auto (Result) written = { 0 };
  g_autofree char *text = NULL;

  RUN (&printed, "simulate", "toy.ant", "--end", "4");
  RUN (&written, "simulate", "toy.ant", "--end", "4", "--out", "run.csv");
  cli_check_ok (&written);
  g_assert_cmpstr (written.out, ==, "");
  text = cli_read_file ("run.csv");
  g_assert_cmpstr (text, ==, printed.out);
}

static void
check_left_alone (const Result *result, const char *error, int status)
{
  g_autofree char *text = cli_read_file ("old.csv");

  g_assert_cmpstr (text, ==, "old");
  g_assert_true (g_str_has_prefix (result->err, error));
  g_assert_cmpint (result->status, ==, status);
}

static void
test_old_file_stays (void)
{
  g_auto (Result) bad_input = { 0 };
  g_auto (Result) failed = { 0 };
  g_auto (Result) export = { 0 };
  g_auto (Result) unwritable = { 0 };

  cli_write_file ("old.csv", "old");
  RUN (&bad_input, "simulate", "toy.ant", "--end", "x", "--out", "old.csv");
  check_left_alone (&bad_input, "rankle-cli simulate: --end", 2);
  RUN (&failed, "simulate", "explosion.ant", "--end", "4", "--out", "old.csv");
  check_left_alone (&failed, "rankle-cli simulate: ", 1);
  g_test_message ("%s", failed.err);
  RUN (&export, "export", "broken.ant", "--sbml", "old.csv");
  check_left_alone (&export, "rankle-cli export: broken.ant:2:", 2);
  RUN (&unwritable, "simulate", "toy.ant", "--end", "4", "--out", "no/such/run.csv");
  g_assert_cmpstr (unwritable.err, ==,
                   "rankle-cli simulate: no/such/run.csv: No such file or directory\n");
  g_assert_cmpint (unwritable.status, ==, 1);
}

static void
test_export (void)
{
  g_auto (Result) export = { 0 };
  g_auto (Result) direct = { 0 };
  g_auto (Result) through = { 0 };
  g_autofree char *sbml = NULL;

  RUN (&export, "export", "lemaire-2004", "--sbml", "lemaire.xml");
  cli_check_ok (&export);
  sbml = cli_read_file ("lemaire.xml");
  g_assert_nonnull (strstr (sbml, "<sbml"));
  RUN (&direct, "simulate", "lemaire-2004", "--end", "60", "--every", "20", "--set",
       "I_L=1000");
  RUN (&through, "simulate", "lemaire.xml", "--end", "60", "--every", "20", "--set",
       "I_L=1000");
  cli_check_ok (&through);
  g_assert_cmpfloat_with_epsilon (
      cli_look_up (through.out, "C", 60) / cli_look_up (direct.out, "C", 60), 1, 1e-5);
}

/* What is held is no plain model: SBML says it. */
static void
test_export_held (void)
{
  g_auto (Result) export = { 0 };
  g_auto (Result) run = { 0 };
  g_autofree char *sbml = NULL;

  RUN (&export, "export", "toy.ant", "--sbml", "held.xml", "--hold", "a=7");
  cli_check_ok (&export);
  sbml = cli_read_file ("held.xml");
  g_assert_nonnull (strstr (sbml, "constant=\"true\""));
  RUN (&run, "simulate", "held.xml", "--end", "2", "--every", "1");
  cli_check_ok (&run);
  g_assert_cmpfloat_with_epsilon (cli_look_up (run.out, "b", 2), 21, 1e-9);
}

/* A run whose stdout is @out (taken), from which nothing is read here. */
static void
run_into (int out, char **err, int *status)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_set_cwd (launcher, cli_folder);
  g_subprocess_launcher_take_stdout_fd (launcher, out);
  process =
      g_subprocess_launcher_spawn (launcher, &error, cli_program, "simulate", "toy.ant",
                                   "--end", "4", "--every", "0.001", NULL);
  g_assert_no_error (error);
  g_clear_object (&launcher);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  *status = g_subprocess_get_exit_status (process);
}

static void
test_full_device (void)
{
  g_autofree char *err = NULL;
  int              status;

  run_into (open ("/dev/full", O_WRONLY | O_CLOEXEC), &err, &status);
  g_assert_cmpstr (err, ==, "rankle-cli simulate: stdout: No space left on device\n");
  g_assert_cmpint (status, ==, 1);
}

/* A reader that goes away early: no complaint, no signal. */
static void
test_closed_pipe (void)
{
  g_autofree char *err = NULL;
  int              ends[2], status;

  g_assert_cmpint (pipe (ends), ==, 0);
  close (ends[0]);
  run_into (ends[1], &err, &status);
  g_assert_cmpstr (err, ==, "");
  g_assert_cmpint (status, ==, 0);
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli/help-and-version", test_help_and_version);
  g_test_add_func ("/cli/models-and-show", test_models_and_show);
  g_test_add_func ("/cli/import", test_import);
  g_test_add_func ("/cli/csv", test_csv);
  g_test_add_func ("/cli/inputs", test_inputs);
  g_test_add_func ("/cli/hold", test_hold);
  g_test_add_func ("/cli/export-held", test_export_held);
  g_test_add_func ("/cli/doses", test_doses);
  g_test_add_func ("/cli/infusion", test_infusion);
  g_test_add_func ("/cli/scenario", test_scenario);
  g_test_add_func ("/cli/reproducible", test_reproducible);
  g_test_add_func ("/cli/round-trip", test_round_trip);
  g_test_add_func ("/cli/lemaire-folds", test_lemaire_folds);
  g_test_add_func ("/cli/hidden", test_hidden);
  g_test_add_func ("/cli/stats", test_stats);
  g_test_add_func ("/cli/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/cli/dose-into-concentration", test_dose_into_concentration);
  g_test_add_func ("/cli/steady", test_steady);
  g_test_add_func ("/cli/out", test_out);
  g_test_add_func ("/cli/old-file-stays", test_old_file_stays);
  g_test_add_func ("/cli/export", test_export);
  g_test_add_func ("/cli/full-device", test_full_device);
  g_test_add_func ("/cli/closed-pipe", test_closed_pipe);
  return cli_run_tests ();
}
