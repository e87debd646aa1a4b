/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inputs that are awkward or hostile: one line of complaint, and never what would steer a
 * terminal. Files are in tests/data/rely/. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli-runner.h"

static char *
find_file (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "data", "rely", name, NULL);
}

/* Lines of text and nothing else. */
static void
check_printable (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      g_assert_true (character == '\n' || character >= 0x20);
      g_assert_true (character < 0x7f || character > 0x9f);
    }
}

static void
check_refused (const Result *result, const char *expected)
{
  g_autofree char *pattern = g_strconcat ("rankle-cli*", expected, "\n", NULL);

  g_test_message ("%s", result->err);
  check_printable (result->err);
  if (!g_pattern_match_simple (pattern, result->err))
    g_error ("%s does not match %s", result->err, pattern);
  g_assert_cmpuint (strchr (result->err, '\n') - result->err + 1, ==,
                    strlen (result->err));
  g_assert_cmpstr (result->out, ==, "");
  g_assert_cmpint (result->status, ==, 2);
}

static void
test_scenarios (void)
{
  static const struct
  {
    const char *name, *error;
  } rows[] = {
    { "integer-overflow.json",
      ": --scenario: rankl cannot be 1e+20: its range is 0, 0.125 to 8" },
    { "two-documents.json", "/two-documents.json:2:1: more follows the JSON value" },
    { "octal.json",
      "/octal.json:1:60: controls.rankl: “010” is no number of JSON, nor true, false or "
      "null" },
    { "leading-zero.json",
      "/leading-zero.json:8:35: controls.denosumab_dose: “060” is no number of JSON, nor "
      "true, false or null" },
    { "below-slider.json",
      ": --scenario: rankl cannot be -1: its range is 0, 0.125 to 8" },
    { "interval.json",
      ": --scenario: denosumab_interval cannot be 1e+308: its range is 30 to 730" },
    { "escape.json",
      "/escape.json:1:53: controls: the control character U+001B may not be in a text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Result) result = { 0 };
      g_autofree char *path = find_file (rows[i].name);

      RUN (&result, "simulate", "rankle", "--scenario", path, "--end", "10");
      check_refused (&result, rows[i].error);
    }
}

/* As the window does: a control stands within its range, and doses are counted whole. */
static void
test_controls (void)
{
  static const struct
  {
    const char *control, *error;
  } rows[] = {
    { "rankl=-1", ": --control: rankl cannot be -1: its range is 0, 0.125 to 8" },
    { "rankl=0.1", ": --control: rankl cannot be 0.1: its range is 0, 0.125 to 8" },
    { "rankl=8.5", ": --control: rankl cannot be 8.5: its range is 0, 0.125 to 8" },
    { "denosumab_count=2.5", ": --control: denosumab_count cannot be 2.5: its range is 0 "
                             "to 60, in whole numbers" },
    { "traf6=0.5", ": --control: traf6 cannot be 0.5: its range is 0 to 1" },
  };
  g_auto (Result) good = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Result) result = { 0 };

      RUN (&result, "simulate", "rankle", "--end", "10", "--control", rows[i].control);
      check_refused (&result, rows[i].error);
    }
  RUN (&good, "simulate", "rankle", "--end", "1", "--every", "1", "--control", "rankl=0",
       "--control", "opg=8", "--control", "denosumab_count=2");
  cli_check_ok (&good);
}

/* A change at a time, too. */
static void
test_changes (void)
{
  g_auto (Result) result = { 0 };

  cli_write_file ("late.json",
                  "{\"schema\": 1, \"id\": \"a\", \"title\": \"A\", \"changes\": "
                  "[{\"time\": 3, \"control\": \"opg\", \"value\": 9}]}");
  RUN (&result, "simulate", "rankle", "--end", "10", "--scenario", "late.json");
  check_refused (&result, ": --scenario: opg cannot be 9: its range is 0, 0.125 to 8");
}

static void
test_terminal (void)
{
  g_auto (Result) import = { 0 };
  g_auto (Result) label = { 0 };
  g_auto (Result) command = { 0 };
  g_auto (Result) control = { 0 };
  g_autofree char *path = find_file ("escape.ant");

  RUN (&import, "import", path);
  check_refused (&import, ":1:17: “ ” has no meaning here");
  RUN (&command, "\x1b]0;title\x07\xc2\x9b");
  check_refused (&command, "unknown command “ ]0;title  ”*");
  RUN (&control, "simulate", "toy.ant", "--end", "1", "--control", "\x1b[31m\n=1");
  check_refused (&control, "has no control “ [31m*");
  cli_write_file ("label.ant",
                  "model label()\n  a is \"x\xc2\x9b\x7f\x1b[31my\"\n  a = 1\n"
                  "  a' = -a\nend\n");
  RUN (&label, "show", "label.ant");
  check_printable (label.out);
  check_printable (label.err);
}

/* Notes and tables keep one line to each thing. */
static void
test_name_with_a_line_end (void)
{
  static const char *const commands[] = { "simulate", "steady", "import" };

  cli_write_file ("a\n=cmd.ant", "model a()\n  x = 1\n  x' = -x\nend\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_auto (Result) result = { 0 };

      if (i == 0)
        RUN (&result, commands[i], "a\n=cmd.ant", "--end", "1");
      else
        RUN (&result, commands[i], "a\n=cmd.ant");
      cli_check_ok (&result);
      g_assert_nonnull (strstr (result.out, "a =cmd.ant"));
      g_assert_null (strstr (result.out, "\n=cmd"));
    }
}

/* Who waits for a pipe waits for ever. */
static void
test_pipes (void)
{
  g_auto (Result) scenario = { 0 };
  g_auto (Result) times = { 0 };
  g_auto (Result) model = { 0 };
  g_auto (Result) evidence = { 0 };
  g_autofree char *pipe = g_build_filename (cli_folder, "pipe", NULL);
  g_autofree char *folder = g_build_filename (cli_folder, "studies", NULL);
  g_autofree char *arms = g_build_filename (folder, "arms", NULL);
  g_autofree char *table = g_build_filename (folder, "x.csv", NULL);

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  RUN (&scenario, "simulate", "toy.ant", "--end", "1", "--scenario", "pipe");
  check_refused (&scenario, ": --scenario: pipe: not a file");
  RUN (&times, "simulate", "toy.ant", "--times", "pipe");
  check_refused (&times, ": --times: pipe: not a file");
  RUN (&model, "simulate", "pipe", "--end", "1");
  check_refused (&model, "no file of that name");
  g_assert_cmpint (g_mkdir_with_parents (arms, 0700), ==, 0);
  g_assert_cmpint (mkfifo (table, 0600), ==, 0);
  RUN (&evidence, "scorecard", "toy.ant", "--evidence", folder);
  check_refused (&evidence, "x.csv: not a file");
  g_unlink (table);
  g_unlink (pipe);
  g_rmdir (arms);
  g_rmdir (folder);
}

static void
test_tiny_end (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "simulate", "lemaire-2004", "--end", "1e-323");
  check_refused (&result, ": --end: 1e-323 is too small to be divided");
}

/* The file that the link names is made, and the link stays. */
static void
test_link_to_nothing (void)
{
  g_auto (Result) result = { 0 };
  g_autofree char *folder = g_build_filename (cli_folder, "there", NULL);
  g_autofree char *link = g_build_filename (cli_folder, "link.csv", NULL);
  g_autofree char *made = g_build_filename (folder, "made.csv", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (symlink ("there/made.csv", link), ==, 0);
  RUN (&result, "simulate", "toy.ant", "--end", "1", "--out", "link.csv");
  cli_check_ok (&result);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (made, G_FILE_TEST_IS_REGULAR));
  g_unlink (link);
  g_unlink (made);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli/rely/scenarios", test_scenarios);
  g_test_add_func ("/cli/rely/controls", test_controls);
  g_test_add_func ("/cli/rely/changes", test_changes);
  g_test_add_func ("/cli/rely/terminal", test_terminal);
  g_test_add_func ("/cli/rely/name-with-a-line-end", test_name_with_a_line_end);
  g_test_add_func ("/cli/rely/pipes", test_pipes);
  g_test_add_func ("/cli/rely/tiny-end", test_tiny_end);
  g_test_add_func ("/cli/rely/link-to-nothing", test_link_to_nothing);
  return cli_run_tests ();
}
