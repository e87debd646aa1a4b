/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "picture-faults.h"
#include "picture-fixture.h"
#include "rankle-catalog.h"
#include "rankle-report-private.h"
#include "report-fixture.h"

/* What stands in a report, and where. */

/* Takes @session. */
static RankleSession *
write_text (RankleSession *session, RankleReportText which, const char *text)
{
  g_autoptr (RankleSession) own = session;

  return rankle_session_with_report_text (own, which, text);
}

/* ---- faults ---- */

static char *
find_fault (const RankleReport *report, guint page)
{
  guint                           n;
  const RanklePictureItem *const *items = rankle_report_get_items (report, page, &n);
  double                          width, height;
  char                           *fault;

  rankle_report_get_size (report, &width, &height);
  fault = picture_find_overlap (items, n, width, height);
  for (guint i = 0; i < n && fault == NULL; i++)
    {
      fault = picture_find_cut (items[i]);
      if (fault == NULL && items[i]->kind == RANKLE_PICTURE_WORDS &&
          pango_layout_is_ellipsized (items[i]->words))
        fault = g_strdup_printf ("“%s” is cut", pango_layout_get_text (items[i]->words));
      if (fault == NULL && items[i]->kind == RANKLE_PICTURE_PLOT)
        fault = picture_find_unlabelled (items[i]);
      if (fault == NULL && items[i]->kind == RANKLE_PICTURE_PLOT)
        fault = picture_find_crowded (items[i]);
    }
  return fault;
}

static void
check_pages (const RankleReport *report, guint most)
{
  g_assert_cmpuint (rankle_report_get_n_pages (report), <=, most);
  for (guint i = 0; i < rankle_report_get_n_pages (report); i++)
    {
      g_autofree char *fault = find_fault (report, i);

      if (fault != NULL)
        g_test_fail_printf ("%s, page %u: %s", rankle_report_get_title (report), i + 1,
                            fault);
    }
}

/* ---- words ---- */

/* (transfer full): all of it, a line an item. */
static char *
read_all (const RankleReport *report)
{
  GString *text = g_string_new (NULL);

  for (guint page = 0; page < rankle_report_get_n_pages (report); page++)
    {
      guint                           n;
      const RanklePictureItem *const *items = rankle_report_get_items (report, page, &n);

      for (guint i = 0; i < n; i++)
        if (items[i]->kind == RANKLE_PICTURE_WORDS)
          g_string_append_printf (text, "%s\n", pango_layout_get_text (items[i]->words));
    }
  return g_string_free (text, FALSE);
}

static guint
count (const RankleReport *report, RanklePictureItemKind kind)
{
  guint found = 0;

  for (guint page = 0; page < rankle_report_get_n_pages (report); page++)
    {
      guint                           n;
      const RanklePictureItem *const *items = rankle_report_get_items (report, page, &n);

      for (guint i = 0; i < n; i++)
        found += items[i]->kind == kind;
    }
  return found;
}

static void
assert_says (const char *text, const char *words)
{
  if (strstr (text, words) == NULL)
    g_test_fail_printf ("“%s” is not in it", words);
}

static guint
count_words (const char *text, const char *word)
{
  guint n = 0;

  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    n++;
  return n;
}

/* ---- tests ---- */

/* Every bundled model, on both papers. */
static void
test_models (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  guint paper = 0;

  for (char **id = ids; *id != NULL; id++, paper++)
    {
      g_autoptr (RankleSession) session = picture_open (*id, NULL);
      g_autoptr (RankleReport) report =
          report_make (session, NULL, (RanklePaper)(paper % RANKLE_N_PAPERS));

      g_test_message ("%s", *id);
      check_pages (report, 2);
    }
}

static void
test_words (void)
{
  static const char *const commands[] = { "rankle-cli simulate rankle --as-shown", NULL };
  static const char *const wanted[] = {
    "Lab Report: Denosumab in a woman",
    "Rankle: RANKL, RANK, OPG and bone, version ",
    "A woman of 49",
    "Question\nDoes OPG\nsave bone?\n",
    "Hypothesis\nWhat Was Set\n",
    "OPG × 2",
    "Denosumab 60 mg every 6 months × 6",
    "Duration 19 years",
    "Lumbar spine bone mineral density, % of baseline\nNow\n",
    "Finding\nIt does.\n",
    "not a clinical tool",
    "Published parts are joined here",
    "Command\nrankle-cli simulate rankle --as-shown\n",
    "Page 1 of 2",
  };
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleSession) asked = write_text (
      picture_move (session, "opg", 2), RANKLE_REPORT_QUESTION, "Does OPG\nsave bone?");
  g_autoptr (RankleSession) told =
      rankle_session_with_report_text (asked, RANKLE_REPORT_FINDING, "It does.");
  g_autoptr (RankleReport) report = report_make (told, commands, RANKLE_PAPER_A4);
  g_autofree char *text = read_all (report);

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_says (text, wanted[i]);
  g_assert_cmpuint (count (report, RANKLE_PICTURE_PLOT), ==,
                    rankle_model_get_n_panels (rankle_session_get_model (session)));
  check_pages (report, 2);
}

/* Those that are not under a table's header. */
static guint
count_lines (const RankleReport *report)
{
  g_autofree char *text = read_all (report);

  return count (report, RANKLE_PICTURE_RULE) - count_words (text, "Run\nAt End\n");
}

/* Nothing written: lines for a name and a date, and to write on; what was written needs
 * none. */
static void
test_lines_to_write_on (void)
{
  g_autoptr (RankleSession) session = picture_open ("lemaire-2004", NULL);
  g_autoptr (RankleSession) written = rankle_session_ref (session);
  g_autoptr (RankleReport) empty = report_make (session, NULL, RANKLE_PAPER_A4);
  g_autoptr (RankleReport) full = NULL;

  for (guint i = 0; i < RANKLE_N_REPORT_TEXTS; i++)
    written = write_text (g_steal_pointer (&written), (RankleReportText)i, "Yes.");
  full = report_make (written, NULL, RANKLE_PAPER_A4);
  g_assert_cmpuint (count_lines (empty), ==, count_lines (full) + 8);
}

/* As much as can be typed, in many lines and in one word: all of it is there, on as many
 * pages as it takes. */
static void
test_long_texts (void)
{
  g_autofree char *word = g_strnfill (RANKLE_REPORT_TEXT_MAX, 'w');
  g_autoptr (GString) lines = g_string_new (NULL);
  g_autoptr (RankleSession) session = picture_open ("lemaire-2004", NULL);
  g_autoptr (RankleSession) asked = NULL;
  g_autoptr (RankleSession) told = NULL;
  g_autoptr (RankleReport) report = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < RANKLE_REPORT_TEXT_MAX / 6; i++)
    g_string_append (lines, "Zelle\n");
  asked = rankle_session_with_report_text (session, RANKLE_REPORT_QUESTION, word);
  told = rankle_session_with_report_text (asked, RANKLE_REPORT_FINDING, lines->str);
  report = report_make (told, NULL, RANKLE_PAPER_LETTER);
  text = read_all (report);
  check_pages (report, 6);
  g_assert_cmpuint (count_words (text, "Zelle"), ==, RANKLE_REPORT_TEXT_MAX / 6);
  g_assert_cmpuint (count_words (text, "w"), >=, RANKLE_REPORT_TEXT_MAX);
}

/* A file may have a title of any length, in which there is no blank. */
static void
test_long_title (void)
{
  g_autofree char *title = g_strnfill (5000, 'W');
  g_autoptr (RankleSession) session = picture_open ("lemaire-2004", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("own", title, "");
  g_autoptr (RankleSession) named =
      rankle_session_new_of (rankle_session_get_model (session), scenario);
  g_autoptr (RankleReport) report = report_make (named, NULL, RANKLE_PAPER_A4);
  g_autofree char *text = read_all (report);

  check_pages (report, 9);
  g_assert_cmpuint (count_words (text, "W"), >=, 5000);
}

/* Takes @kept. */
static void
replace (GPtrArray *runs, guint index, RankleKeptRun *kept)
{
  rankle_kept_run_unref (runs->pdata[index]);
  runs->pdata[index] = kept;
}

/* Three runs of the model, one of them the baseline, a rival and a hidden one. */
static RankleSession *
keep_runs (RankleSession *session)
{
  static const char *const names[] = {
    "OPG, twice as much as there is in the scenario as it was chosen, and a name that is "
    "much too long for the row in which it stands beside others",
    "B", "C", "D"
  };
  g_autoptr (RankleSession) there = picture_open ("joerg-2022", NULL);
  g_autoptr (GPtrArray) runs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_kept_run_unref);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RankleSession) moved = picture_move (session, "opg", 2 + i);

      g_ptr_array_add (runs,
                       rankle_kept_run_new (names[i], rankle_session_get_model (session),
                                            rankle_session_get_scenario (moved)));
    }
  replace (runs, 2, rankle_kept_run_with_baseline (runs->pdata[2], TRUE));
  replace (runs, 3, rankle_kept_run_with_hidden (runs->pdata[3], TRUE));
  g_ptr_array_add (runs, rankle_kept_run_new ("Rival", rankle_session_get_model (there),
                                              rankle_session_get_scenario (there)));
  return rankle_session_with_kept (session, (RankleKeptRun *const *)(void *)runs->pdata,
                                   runs->len);
}

static void
test_kept (void)
{
  static const char *const commands[] = { "now", "of A", "of B", "of C", "of E", NULL };
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleSession) asked =
      rankle_session_with_report_text (session, RANKLE_REPORT_QUESTION, "Why?");
  g_autoptr (RankleSession) kept = keep_runs (asked);
  g_autoptr (RankleReport) report = report_make (kept, commands, RANKLE_PAPER_A4);
  g_autofree char *text = read_all (report);

  check_pages (report, 2);
  assert_says (text, "OPG: 2 × baseline; now: 1 × baseline\n");
  assert_says (text, "Baseline: C\nOPG: 4 × baseline; now: 1 × baseline\n");
  assert_says (text, "Rival\nModel: ");
  assert_says (text, "Of another model, and so not in this table: E.");
  assert_says (text, "C: C\nof C\nE: Rival\nof E\n");
  g_assert_null (strstr (text, "OPG: 5 × baseline")); /* the hidden one */
}

/* What stops before its end is told so, and so is what did not begin. */
static void
test_failed (void)
{
  g_autoptr (RankleSession) session =
      picture_open_text ("model grows\nx = 1; x' = x^2;\nend\n");
  g_autoptr (RankleReport) report = report_make (session, NULL, RANKLE_PAPER_A4);
  g_autofree char *text = read_all (report);
  g_autoptr (RankleSession) whole = picture_open ("lemaire-2004", NULL);
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (whole, NULL);
  g_autoptr (RankleTrajectory) run = picture_run (protocol);
  g_autoptr (RankleKeptRun) kept = rankle_kept_run_new (
      "Lost", rankle_session_get_model (whole), rankle_session_get_scenario (whole));
  const RankleKeptResult result = { .kept = kept };
  g_autoptr (RankleReport) lost = rankle_report_new (&(RankleReportContent){
      .shown = { .session = whole, .run = run, .kept = &result, .n_kept = 1 } });
  g_autofree char *words = read_all (lost);

  check_pages (report, 2);
  check_pages (lost, 2);
  assert_says (text, "Now (stops at ");
  assert_says (words,
               "Lost\nNothing differs from the settings now\nThis run could not be "
               "computed.\n");
}

/* The same report is the same bytes, whenever it is made, and of as many pages. */
static void
test_bytes (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", "denosumab-3-years");
  g_autoptr (RankleReport) first = report_make (session, NULL, RANKLE_PAPER_A4);
  g_autoptr (RankleReport) second = report_make (session, NULL, RANKLE_PAPER_A4);
  g_autoptr (GBytes) a = rankle_report_write (first, NULL);
  g_autoptr (GBytes) b = rankle_report_write (second, NULL);
  gsize length;

  g_assert_true (g_bytes_equal (a, b));
  g_assert_cmpmem (g_bytes_get_data (a, &length), 5, "%PDF-", 5);
  g_assert_cmpuint (length, >, 5000);
  g_assert_null (
      g_strstr_len (g_bytes_get_data (a, NULL), (gssize)length, "/CreationDate"));
}

/* ---- commands ---- */

/* What a shell reads of the lines is the command. */
static void
check_broken (const char *command, guint most)
{
  g_auto (GStrv) lines = _rankle_report_break_command (command, most);
  g_autofree char *joined = g_strjoinv ("\n", lines);
  g_auto (GStrv) wanted = NULL;
  g_auto (GStrv) read = NULL;

  g_assert_true (g_shell_parse_argv (command, NULL, &wanted, NULL));
  g_assert_true (g_shell_parse_argv (joined, NULL, &read, NULL));
  g_assert_true (g_strv_equal ((const char *const *)wanted, (const char *const *)read));
  for (char **line = lines; *line != NULL && strchr (command, '\'') == NULL; line++)
    g_assert_cmpint (g_utf8_strlen (*line, -1), <=, most);
}

static void
test_commands (void)
{
  static const char *const commands[] = {
    "rankle-cli",
    "rankle-cli simulate rankle --control opg=2 --dose denosumab_depot:60@0x6/182.5",
    "rankle-cli simulate '/home/me/a model, and it'\\''s mine.ant' --control opg=2",
    "rankle-cli simulate /home/me/a/very/long/path/of/a/file/that/has/no/blank/in/it.ant",
    "a b c d e f g h i j k l m n o p q r s t u v w x y z",
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    for (guint most = 10; most < 90; most++)
      check_broken (commands[i], most);
}

/* What was done in a lesson is told, line by line. */
static void
test_lesson (void)
{
  g_autoptr (RankleSession) session = picture_open ("rankle", NULL);
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, NULL);
  g_autoptr (RankleTrajectory) run = picture_run (protocol);
  g_autoptr (RankleReport) report = rankle_report_new (&(RankleReportContent){
      .shown = { .session = session, .run = run, .baseline = run },
      .lesson = "The decoy\n0:00  Step: Three players\n0:41  Answer: RANKL" });
  g_autofree char *text = read_all (report);

  g_assert_nonnull (strstr (text, "What Was Done in the Lesson\nThe decoy\n0:00  Step"));
  g_assert_nonnull (strstr (text, "0:41  Answer: RANKL\nLimits"));
  check_pages (report, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/models", test_models);
  g_test_add_func ("/report/words", test_words);
  g_test_add_func ("/report/lines-to-write-on", test_lines_to_write_on);
  g_test_add_func ("/report/long-texts", test_long_texts);
  g_test_add_func ("/report/long-title", test_long_title);
  g_test_add_func ("/report/kept", test_kept);
  g_test_add_func ("/report/failed", test_failed);
  g_test_add_func ("/report/lesson", test_lesson);
  g_test_add_func ("/report/bytes", test_bytes);
  g_test_add_func ("/report/commands", test_commands);
  return g_test_run ();
}
