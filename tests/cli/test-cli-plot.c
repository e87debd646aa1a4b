/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures from the command line. */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "cli-runner.h"
#include "picture-fixture.h"
#include "rankle-picture-writer.h"
#include "rankle-session-file.h"

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

/* FALSE: no such file. */
static gboolean
is_written (const char *name)
{
  g_autofree char *path = g_build_filename (cli_folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
check_begins (const char *name, const char *start, gsize length)
{
  g_autoptr (GBytes) bytes = read_written (name);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 5000);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), length, start, length);
}

static void
test_formats (void)
{
  static const struct
  {
    const char *name, *start;
    gsize       length;
  } files[] = {
    { "a.png", "\x89PNG\r\n\x1a\n", 8 },
    { "a.SVG", "<?xml ", 6 },
    { "a.pdf", "%PDF-", 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (Result) result = { 0 };

      RUN (&result, "plot", "lemaire-2004", "--control", "opg=2", "--out", files[i].name);
      cli_check_ok (&result);
      g_assert_cmpstr (result.out, ==, "");
      check_begins (files[i].name, files[i].start, files[i].length);
    }
}

/* (transfer full) */
static GBytes *
paint (RankleSession *session)
{
  g_autoptr (RanklePicture) picture = picture_make (session);
  GBytes *bytes = rankle_picture_write (picture, RANKLE_PICTURE_PNG, NULL);

  g_assert_nonnull (bytes);
  return bytes;
}

/* A saved session, and the options that ask the same: the picture that a program of ours
 * makes of it that has no command line. */
static void
test_session (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleSession) moved = picture_move (session, "opg", 2);
  g_autoptr (RankleSession) later = rankle_session_with_cursor (moved, 730);
  g_autoptr (GBytes) wanted = paint (later);
  g_autofree char *path = g_build_filename (cli_folder, "a.rankle", NULL);
  g_autoptr (GBytes) of_file = NULL;
  g_autoptr (GBytes) of_line = NULL;
  g_auto (Result) file = { 0 };
  g_auto (Result) line = { 0 };

  g_assert_true (rankle_session_file_save (later, path, NULL));
  RUN (&file, "plot", "a.rankle", "--out", "file.png");
  cli_check_ok (&file);
  of_file = read_written ("file.png");
  g_assert_true (g_bytes_equal (of_file, wanted));
  RUN (&line, "plot", "rankle", "--scenario", "denosumab-3-years", "--control", "opg=2",
       "--at", "730", "--out", "line.png");
  cli_check_ok (&line);
  of_line = read_written ("line.png");
  g_assert_true (g_bytes_equal (of_line, wanted));
}

/* Kept runs that are seen are drawn, rivals and the baseline among them; those that are
 * hidden make no difference. */
static void
test_kept (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", NULL);
  g_autoptr (RankleSession) moved = picture_move (session, "opg", 2);
  g_autoptr (RankleSession) there = picture_open ("pivonka-2008", NULL);
  g_autoptr (RankleKeptRun) own = rankle_kept_run_new (
      "OPG", rankle_session_get_model (session), rankle_session_get_scenario (moved));
  g_autoptr (RankleKeptRun) rival = rankle_kept_run_new (
      "P", rankle_session_get_model (there), rankle_session_get_scenario (there));
  g_autoptr (RankleKeptRun) hidden = rankle_kept_run_with_hidden (own, TRUE);
  g_autoptr (RankleKeptRun) baseline = rankle_kept_run_with_baseline (own, TRUE);
  RankleKeptRun   *lists[] = { own, rival, baseline, hidden };
  g_autofree char *path = g_build_filename (cli_folder, "kept.rankle", NULL);
  g_autoptr (GBytes) plain = paint (session);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (RankleSession) kept = rankle_session_with_kept (session, &lists[i], 1);
      g_autoptr (GBytes) written = NULL;
      g_auto (Result) result = { 0 };

      g_assert_true (rankle_session_file_save (kept, path, NULL));
      RUN (&result, "plot", "kept.rankle", "--out", "kept.png");
      cli_check_ok (&result);
      written = read_written ("kept.png");
      g_assert_cmpint (g_bytes_equal (written, plain), ==, lists[i] == hidden);
    }
}

/* In pixels, of a PNG: its header has them in four bytes, the greatest first. */
static guint
get_height (const char *name)
{
  g_autoptr (GBytes) bytes = read_written (name);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 24);
  return (guint)data[20] << 24 | (guint)data[21] << 16 | (guint)data[22] << 8 | data[23];
}

/* A model in a file with a map of its own, and when that is gone: a sentence in its
 * place. A session has the map with it. */
static void
test_own_map (void)
{
  g_autofree char *model = g_build_filename (cli_folder, "mapped.ant", NULL);
  g_autofree char *map = g_build_filename (cli_folder, "mapped.sbgn", NULL);
  g_autofree char *saved = g_build_filename (cli_folder, "mapped.rankle", NULL);
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleSession) pathway = NULL;
  g_auto (Result) own = { 0 };
  g_auto (Result) gone = { 0 };
  g_auto (Result) carried = { 0 };

  cli_write_file ("mapped.ant", "model mapped\n  x = 1; x' = -x\nend\n");
  cli_write_file ("mapped.json",
                  "{ \"schema\": 1, \"horizon\": 1, \"diagram\": \"mapped.sbgn\" }");
  cli_write_file ("mapped.sbgn",
                  "<sbgn><map language=\"process description\"><glyph id=\"x\" "
                  "class=\"macromolecule\"><bbox x=\"0\" y=\"0\" w=\"100\" h=\"50\"/>"
                  "</glyph></map></sbgn>");
  session = picture_open (model, NULL);
  pathway = rankle_session_with_view (session, RANKLE_VIEW_PATHWAY);
  g_assert_true (rankle_session_file_save (pathway, saved, NULL));
  RUN (&own, "plot", "mapped.ant", "--view", "pathway", "--out", "own.png");
  cli_check_ok (&own);
  g_assert_cmpint (g_unlink (map), ==, 0);
  RUN (&gone, "plot", "mapped.ant", "--view", "pathway", "--out", "gone.png");
  cli_check_ok (&gone);
  RUN (&carried, "plot", "mapped.rankle", "--out", "carried.png");
  cli_check_ok (&carried);
  g_assert_cmpuint (get_height ("own.png"), >, 2 * get_height ("gone.png"));
  g_assert_cmpuint (get_height ("carried.png"), ==, get_height ("own.png"));
}

/* What is chosen of it is less. */
static void
test_parts (void)
{
  static const char *const parts[][2] = { { "--view", "pathway" },
                                          { "--view", "plots" },
                                          { "--panel", "bone" } };
  g_autoptr (GBytes) all = NULL;
  g_auto (Result) whole = { 0 };

  RUN (&whole, "plot", "rankle", "--out", "all.png");
  cli_check_ok (&whole);
  all = read_written ("all.png");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_auto (Result) result = { 0 };
      g_autoptr (GBytes) part = NULL;

      RUN (&result, "plot", "rankle", parts[i][0], parts[i][1], "--out", "part.png");
      cli_check_ok (&result);
      part = read_written ("part.png");
      g_assert_cmpuint (g_bytes_get_size (part), <, g_bytes_get_size (all));
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *arguments[6];
    const char *error;
  } rows[] = {
    { { "plot", "rankle" }, "--out is missing" },
    { { "plot", "--out", "b.png" }, "MODEL is missing" },
    { { "plot", "rankle", "--out", "b.gif" },
      "--out: b.gif: the name of a picture ends in .png, .svg or .pdf" },
    { { "plot", "rankle", "--out=b.png", "--panel", "liver" },
      "--panel “liver”: model “rankle” has drug, rankl, holders, cells, turnover, bone" },
    { { "plot", "rankle", "--out=b.png", "--view", "compare" },
      "--view: “compare” is not both, pathway or plots" },
    { { "plot", "rankle", "--out=b.png", "--at", "-1" },
      "--at: -1 is not within 0 and the end, 3650" },
    { { "plot", "rankle", "--out=b.png", "--every", "1" },
      "--every: a picture is made as the window makes it" },
    { { "plot", "nobody", "--out=b.png" }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Result) result = { 0 };
      g_autofree char *line = g_strdup_printf ("rankle-cli plot: %s\n", rows[i].error);

      cli_run (&result, rows[i].arguments);
      g_assert_cmpint (result.status, ==, 2);
      g_assert_cmpstr (result.out, ==, "");
      if (rows[i].error != NULL)
        g_assert_cmpstr (result.err, ==, line);
      g_assert_false (is_written ("b.png"));
    }
}

/* A run that fails leaves the picture that was there. */
static void
test_failed_run (void)
{
  g_auto (Result) result = { 0 };
  g_autofree char *kept = NULL;

  cli_write_file ("grows.ant", "model grows\nx = 1; x' = x^2;\nend\n");
  cli_write_file ("old.png", "old");
  RUN (&result, "plot", "grows.ant", "--end", "10", "--out", "old.png");
  g_assert_cmpint (result.status, ==, 1);
  kept = cli_read_file ("old.png");
  g_assert_cmpstr (kept, ==, "old");
}

static guint
count_files (void)
{
  g_autoptr (GDir) folder = g_dir_open (cli_folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* A file that may not grow stands for a full disk: the old content stays, and nothing
 * half-written beside it. */
static void
test_full (void)
{
  struct rlimit before, tight;
  g_auto (Result) result = { 0 };
  g_auto (Result) nowhere = { 0 };
  g_autofree char *kept = NULL;
  guint            n;

  cli_write_file ("old.png", "old");
  n = count_files ();
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  tight = before;
  tight.rlim_cur = 1000;
  signal (SIGXFSZ, SIG_IGN);
  setrlimit (RLIMIT_FSIZE, &tight);
  RUN (&result, "plot", "lemaire-2004", "--out", "old.png");
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_cmpint (result.status, ==, 1);
  g_assert_nonnull (strstr (result.err, "rankle-cli plot: old.png: "));
  kept = cli_read_file ("old.png");
  g_assert_cmpstr (kept, ==, "old");
  RUN (&nowhere, "plot", "lemaire-2004", "--out", "nowhere/a.png");
  g_assert_cmpint (nowhere.status, ==, 1);
  g_assert_cmpstr (nowhere.err, ==,
                   "rankle-cli plot: nowhere/a.png: No such file or directory\n");
  g_assert_cmpuint (count_files (), ==, n);
}

/* A session says by itself that differences are drawn; elsewhere an option does. */
static void
test_difference (void)
{
  g_auto (Result) plain = { 0 };
  g_auto (Result) turned = { 0 };
  g_autoptr (GBytes) values = NULL;
  g_autoptr (GBytes) differences = NULL;

  RUN (&plain, "plot", "lemaire-2004", "--set", "I_P=1000", "--view", "plots", "--out",
       "values.png");
  cli_check_ok (&plain);
  RUN (&turned, "plot", "lemaire-2004", "--set", "I_P=1000", "--view", "plots",
       "--difference", "--out", "differences.png");
  cli_check_ok (&turned);
  values = read_written ("values.png");
  differences = read_written ("differences.png");
  g_assert_false (g_bytes_equal (values, differences));
}

/* ---- observations ---- */

static void
write_table (const char *text)
{
  g_autofree char *path = g_build_filename (cli_folder, "obs.csv", NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* They are in the picture, and how they were read is told. */
static void
test_observations (void)
{
  g_auto (Result) with = { 0 };
  g_auto (Result) without = { 0 };
  g_autoptr (GBytes) with_them = NULL;
  g_autoptr (GBytes) without_them = NULL;

  write_table ("week;CTX;CTX_sd\n0;100;10\n26;30,5;8\n");
  RUN (&with, "plot", "rankle", "--scenario", "denosumab-3-years", "--panel", "turnover",
       "--observations", "obs.csv", "--out", "with.png");
  g_assert_cmpint (with.status, ==, 0);
  g_assert_nonnull (strstr (with.err, "obs.csv: time 0 is day "));
  g_assert_nonnull (strstr (with.err, "CTX is read as percent"));
  g_assert_nonnull (strstr (with.err, "decimal commas"));
  RUN (&without, "plot", "rankle", "--scenario", "denosumab-3-years", "--panel",
       "turnover", "--out", "without.png");
  cli_check_ok (&without);
  with_them = read_written ("with.png");
  without_them = read_written ("without.png");
  g_assert_false (g_bytes_equal (with_them, without_them));
}

static void
test_refused_observations (void)
{
  static const struct
  {
    const char *text, *complaint;
  } table[] = {
    { "time,CTX\n0,1\n", "the head does not say what time is counted in" },
    { "day,CTX,albumin,weight\n0,1,2,3\n", "has no “albumin”, “weight”" },
    { "day,CTX\n0,\"1,5\"\n", "obs.csv:2: “1,5” in column “CTX” is no number" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (Result) result = { 0 };

      write_table (table[i].text);
      RUN (&result, "plot", "rankle", "--observations", "obs.csv", "--out", "no.png");
      g_assert_cmpint (result.status, ==, 2);
      g_assert_nonnull (strstr (result.err, table[i].complaint));
      g_assert_false (is_written ("no.png"));
    }
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli-plot/formats", test_formats);
  g_test_add_func ("/cli-plot/session", test_session);
  g_test_add_func ("/cli-plot/kept", test_kept);
  g_test_add_func ("/cli-plot/own-map", test_own_map);
  g_test_add_func ("/cli-plot/parts", test_parts);
  g_test_add_func ("/cli-plot/refused", test_refused);
  g_test_add_func ("/cli-plot/failed-run", test_failed_run);
  g_test_add_func ("/cli-plot/full", test_full);
  g_test_add_func ("/cli-plot/difference", test_difference);
  g_test_add_func ("/cli-plot/observations", test_observations);
  g_test_add_func ("/cli-plot/refused-observations", test_refused_observations);
  return cli_run_tests ();
}
