/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reports from the command line. */

#include <string.h>

#include "cli-runner.h"
#include "picture-fixture.h"
#include "rankle-command.h"
#include "rankle-session-file.h"
#include "report-fixture.h"

/* (transfer full) */
static GBytes *
read_written (const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder, name, NULL);
  char            *text;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* With a kept run of its own, one of a rival, and one that is hidden. */
static RankleSession *
make_session (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleSession) moved = picture_move (session, "opg", 2);
  g_autoptr (RankleSession) there = picture_open ("pivonka-2008", NULL);
  g_autoptr (RankleKeptRun) own = rankle_kept_run_new (
      "OPG", rankle_session_get_model (session), rankle_session_get_scenario (moved));
  g_autoptr (RankleKeptRun) rival = rankle_kept_run_new (
      "P", rankle_session_get_model (there), rankle_session_get_scenario (there));
  g_autoptr (RankleKeptRun) hidden = rankle_kept_run_with_hidden (own, TRUE);
  RankleKeptRun *kept[] = { own, rival, hidden };
  g_autoptr (RankleSession) with_kept = rankle_session_with_kept (session, kept, 3);

  return rankle_session_with_report_text (with_kept, RANKLE_REPORT_QUESTION, "Why?");
}

/* The bytes that a window writes of the session, and of what an option says instead. */
static void
test_session (void)
{
  g_autoptr (RankleSession) session = make_session ();
  g_autofree char *path = g_build_filename (cli_folder, "a.rankle", NULL);
  g_auto (GStrv) commands = rankle_command_list_runs (session);
  g_autoptr (RankleSession) told =
      rankle_session_with_report_text (session, RANKLE_REPORT_FINDING, "So → “größer”.");
  g_autoptr (RankleReport) report =
      report_make (told, (const char *const *)commands, RANKLE_PAPER_LETTER);
  g_autoptr (GBytes) wanted = rankle_report_write (report, NULL);
  g_autoptr (GBytes) written = NULL;
  g_auto (Result) result = { 0 };

  g_assert_cmpuint (g_strv_length (commands), ==, 3);
  g_assert_cmpstr (commands[2], ==,
                   "rankle-cli simulate pivonka-2008 --scenario healthy-adult --end 140 "
                   "--as-shown");
  g_assert_true (rankle_session_file_save (session, path, NULL));
  RUN (&result, "report", "a.rankle", "--finding", "So → “größer”.", "--paper", "letter",
       "--out", "a.pdf");
  cli_check_ok (&result);
  g_assert_cmpstr (result.out, ==, "");
  written = read_written ("a.pdf");
  g_assert_true (g_bytes_equal (written, wanted));
}

static void
test_of_a_model (void)
{
  g_auto (Result) result = { 0 };
  g_autoptr (GBytes) written = NULL;

  RUN (&result, "report", "arthritis", "--question", "Does it erode?", "--out", "b.PDF");
  cli_check_ok (&result);
  written = read_written ("b.PDF");
  g_assert_cmpmem (g_bytes_get_data (written, NULL), 5, "%PDF-", 5);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *arguments[8];
    const char *error;
  } rows[] = {
    { { "report", "rankle" }, "--out is missing" },
    { { "report", "--out", "c.pdf" }, "MODEL is missing" },
    { { "report", "rankle", "--out", "c.png" },
      "--out: c.png: the name of a report ends in .pdf" },
    { { "report", "rankle", "--out", "c.pdf", "--paper", "a5" },
      "--paper: “a5” is not a4 or letter" },
    { { "report", "rankle", "--out=c.pdf", "--every", "1" },
      "--every: a report is made as the window makes it" },
  };
  g_autofree char *path = g_build_filename (cli_folder, "c.pdf", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Result) result = { 0 };
      g_autofree char *line = g_strdup_printf ("rankle-cli report: %s\n", rows[i].error);

      cli_run (&result, rows[i].arguments);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.err, ==, line);
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* Latin 1 is told so, and not put in. */
static void
test_no_text (void)
{
  g_auto (Result) result = { 0 };

  RUN (&result, "report", "rankle", "--question",
       "gr\xf6\xdf"
       "er",
       "--out", "c.pdf");
  g_assert_cmpint (result.status, ==, 2);
  g_assert_cmpstr (result.err, ==, "rankle-cli report: --question: it is no UTF-8\n");
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (RANKLE_REPORT_TEXT_MAX + 1, 'a');
  g_auto (Result) result = { 0 };

  RUN (&result, "report", "rankle", "--question", text, "--out", "c.pdf");
  g_assert_cmpint (result.status, ==, 2);
  g_assert_cmpstr (result.err, ==,
                   "rankle-cli report: --question: it has more than 1200 characters\n");
}

/* A run that fails leaves the report that was there. */
static void
test_failed_run (void)
{
  g_auto (Result) result = { 0 };
  g_autofree char *kept = NULL;

  cli_write_file ("grows.ant", "model grows\nx = 1; x' = x^2;\nend\n");
  cli_write_file ("old.pdf", "old");
  RUN (&result, "report", "grows.ant", "--end", "10", "--out", "old.pdf");
  g_assert_cmpint (result.status, ==, 1);
  kept = cli_read_file ("old.pdf");
  g_assert_cmpstr (kept, ==, "old");
}

int
main (int argc, char *argv[])
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli-report/session", test_session);
  g_test_add_func ("/cli-report/of-a-model", test_of_a_model);
  g_test_add_func ("/cli-report/refused", test_refused);
  g_test_add_func ("/cli-report/no-text", test_no_text);
  g_test_add_func ("/cli-report/too-long", test_too_long);
  g_test_add_func ("/cli-report/failed-run", test_failed_run);
  return cli_run_tests ();
}
