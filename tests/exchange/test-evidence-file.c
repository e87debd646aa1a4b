/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-evidence-file.h"
#include "rankle-question.h"

#define FIELDS                                                                           \
  "study,arm,observable,measure,since,time,value,low,high,unit,citation,grade,use,note"
#define HEAD FIELDS "\n"
#define ROW  "s,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,\n"

static RankleEvidence *
with_arm (void)
{
  RankleEvidence *evidence = rankle_evidence_new ();
  g_autoptr (RankleScenario) arm = rankle_scenario_new ("a", "A", "");

  rankle_evidence_add_arm (evidence, arm, NULL);
  return evidence;
}

/* ---- what is refused ---- */

static const struct
{
  const char *text;
  const char *message; /* behind "x.csv:" */
} malformed[] = {
  { "", "1: there is no head and no row" },
  { "# nothing\n\n", "3: there is no head and no row" },
  { "study,arm\n", "1: the fields are 2, those of the head 14" },
  { "# a\nstudy,arm,observable,measure,since,time,value,low,high,unit,citation,grade,"
    "note,use\n",
    "2: the head has “note” where “use” belongs" },
  { HEAD "s,a,CTX\n", "2: the fields are 3, those of the head 14" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,,\n",
    "2: the fields are 15, those of the head 14" },
  { "Study,arm,observable,measure,since,time,value,low,high,unit,citation,grade,use,"
    "note\n",
    "1: the head has “Study” where “study” belongs" },
  { HEAD ROW "\n# more\ns,a,CTX,changes,0,30,-80,-90,-70,%,c,seen,fit,\n",
    "5: there is no measure “changes”" },
  { HEAD "s,a,CTX,change,0,x,-80,-90,-70,%,c,seen,fit,\n",
    "2: time must be a number, not “x”" },
  { HEAD "s,a,CTX,change,,30,-80,-90,-70,%,c,seen,fit,\n",
    "2: since must be a number, not “”" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,\"-7\n0\",%,c,seen,fit,\n",
    "2: high must be a number, not “-7\n0”" },
  { HEAD "s,a,CTX,change,0,30,-80,x,-70,%,c,seen,fit,\n",
    "2: low must be a number, not “x”" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,-70 ,%,c,seen,fit,\n",
    "2: high must be a number, not “-70 ”" },
  { HEAD "s,a,CTX,change,0,30, -80,-90,-70,%,c,seen,fit,\n",
    "2: value must be a number, not “ -80”" },
  { HEAD "s,a,CTX,change,0,30,nan,-90,-70,%,c,seen,fit,\n",
    "2: the value must lie from low to high" },
  { HEAD "s,a,CTX,change,0,1e999,-80,-90,-70,%,c,seen,fit,\n",
    "2: since and time must be days from 0 to a million, since first" },
  { HEAD "s,a,CTX,change,0,1e307,-80,-90,-70,%,c,seen,fit,\n",
    "2: since and time must be days from 0 to a million, since first" },
  { HEAD "s,a,CTX,change,0,30,-80,-80,-80,%,c,seen,fit,\n",
    "2: low and high must differ" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,-70,%,,seen,fit,\n",
    "2: study, observable and citation must be given" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,-70,%,c,read,fit,\n",
    "2: grade must be seen or recalled, not “read”" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,-70,%,c,seen,both,\n",
    "2: use must be fit or predict, not “both”" },
  { HEAD "s,b,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,\n", "2: there is no arm “b”" },
  { HEAD "s,a,CTX,change,0,30,-80,-70,-90,%,c,seen,fit,\n",
    "2: the value must lie from low to high" },
  { HEAD "s,a,\"C\nT\nX\",change,0,30,-80,-90,-70,%,c,seen,fit,\n"
         "s,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fat,\n",
    "5: use must be fit or predict, not “fat”" },
  /* The line of a record is where it begins, and \r\n ends one line. */
  { "# a\r\n" HEAD
    "\r\ns,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fat,\"two\r\nlines\"\r\n",
    "4: use must be fit or predict, not “fat”" },
  { HEAD "s,a,\"CTX", "2: a quote is not closed" },
  { HEAD "s,a,\"CTX\"\"", "2: a quote is not closed" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,\"a\nb\n",
    "2: a quote is not closed" },
  { HEAD "s,a,\"CTX\" ,", "2: text behind a closing quote" },
  { HEAD "s,a,\"CTX\"x,", "2: text behind a closing quote" },
  { HEAD "s,a,C\"T\"X,", "2: a quote within a field that does not begin with one" },
  { HEAD "s,a,CTX,change,0,30,-80,-90,-70,%,\xff,seen,fit,\n", "2: not UTF-8 text" },
  { "study\xff\n", "1: not UTF-8 text" },
  { FIELDS ",weight\n", "1: the head has “weight”, which is no column" },
  { FIELDS ",spread,against,spread\n", "1: the head has “spread” twice" },
  { "study,against,arm,assay,observable,measure,since,time,value,low,high,unit,citation,"
    "grade,use\n",
    "1: the head has no “note”" },
  { FIELDS ",against\n" ROW, "2: the fields are 14, those of the head 15" },
  { FIELDS ",against\ns,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,,b\n",
    "2: there is no arm “b”" },
  { FIELDS ",against\ns,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,,a\n",
    "2: an arm cannot be told against itself" },
  { FIELDS ",spread\ns,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,,menopause\n",
    "2: spread must be CONTROL:SD, not “menopause”" },
  { FIELDS ",spread\ns,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,,menopause:4y\n",
    "2: spread must be CONTROL:SD, not “menopause:4y”" },
  { FIELDS ",spread\ns,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,,:4\n",
    "2: spread must be CONTROL:SD, not “:4”" },
  { FIELDS ",spread\ns,a,CTX,change,0,30,-80,-90,-70,%,c,seen,fit,,menopause:-4\n",
    "2: the standard deviation of a spread must be above 0" },
  { HEAD "s,a,CTX,change,0,30,-80,,,%,c,seen,fit,\n", "2: low or high must be given" },
  { HEAD "s,a,CTX,change,0,30,-80,-inf,-70,%,c,seen,fit,\n",
    "2: low must be a number, not “-inf”" },
  { HEAD "s,a,CTX,change,0,30,-80,,-80,%,c,seen,fit,\n",
    "2: the value must differ from the only bound" },
};

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autoptr (RankleEvidence) evidence = with_arm ();
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = g_strconcat ("x.csv:", malformed[i].message, NULL);

      g_assert_false (
          rankle_evidence_file_parse (evidence, malformed[i].text, -1, "x.csv", &error));
      g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SCHEMA);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
test_no_text (void)
{
  static const char zero[] = HEAD "s\0a,CTX\n";
  g_autofree char  *large = g_strnfill (256 * 1024 + 1, '#');
  g_autoptr (RankleEvidence) evidence = with_arm ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) second = NULL;

  g_assert_false (
      rankle_evidence_file_parse (evidence, zero, sizeof zero - 1, "x.csv", &error));
  g_assert_cmpstr (error->message, ==, "x.csv:1: not UTF-8 text");
  g_assert_false (rankle_evidence_file_parse (evidence, large, -1, "x.csv", &second));
  g_assert_cmpstr (second->message, ==, "x.csv:1: larger than 262144 bytes");
}

/* As large as a table may be, and with nothing behind its end looked at. */
static void
test_length (void)
{
  static const char text[] = HEAD ROW "nonsense";
  g_autofree char *comment = g_strnfill (256 * 1024 - strlen (HEAD ROW) - 2, '-');
  g_autofree char *large = g_strconcat ("#", comment, "\n" HEAD ROW, NULL);
  g_autoptr (RankleEvidence) evidence = with_arm ();
  g_autoptr (GError) error = NULL;
  guint n;

  rankle_evidence_file_parse (evidence, text, (gssize)strlen (HEAD ROW), "x", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (large), ==, 256 * 1024);
  rankle_evidence_file_parse (evidence, large, -1, "x", &error);
  g_assert_no_error (error);
  rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpuint (n, ==, 2);
}

/* ---- what is read ---- */

static void
test_quotes (void)
{
  g_autoptr (RankleEvidence) evidence = with_arm ();
  g_autoptr (GError) error = NULL;
  const RankleEvidenceRow *rows;
  guint                    n;

  g_assert_true (rankle_evidence_file_parse (
      evidence,
      "\xef\xbb\xbf# of a study\r\n" FIELDS "\r\n"
      "s,\"a\",CTX,change,0,30,-80,-9e1,-70,\"%, of\",\"said \"\"so\"\"\",recalled,"
      "predict,\"two\nlines\"\r\n"
      "s,a,CTX,value,0,30,8,7,9,x,c,seen,fit,plain\r\n"
      "s,a,CTX,time_of_max,0,30,8,7,9,day,c,seen,fit,", /* no end of line */
      -1, "x.csv", &error));
  g_assert_no_error (error);
  rows = rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (rows[0].low, ==, -90);
  g_assert_cmpstr (rows[0].unit, ==, "%, of");
  g_assert_cmpstr (rows[0].citation, ==, "said \"so\"");
  g_assert_cmpstr (rows[0].note, ==, "two\nlines");
  g_assert_true (rows[0].recalled && rows[0].predicted);
  g_assert_cmpstr (rows[1].note, ==, "plain");
  g_assert_false (rows[2].recalled || rows[2].predicted);
  g_assert_cmpint (rows[2].measure, ==, RANKLE_MEASURE_TIME_OF_MAX);
  g_assert_cmpstr (rows[2].note, ==, "");
}

/* Columns that a table may have, wherever they stand in it. */
static void
test_further_columns (void)
{
  g_autoptr (RankleEvidence) evidence = with_arm ();
  g_autoptr (RankleScenario) placebo = rankle_scenario_new ("placebo", "Placebo", "");
  g_autoptr (GError) error = NULL;
  const RankleEvidenceRow *rows;
  guint                    n;

  rankle_evidence_add_arm (evidence, placebo, NULL);
  rankle_evidence_file_parse (
      evidence,
      "people,study,arm,against,observable,measure,since,time,value,low,high,unit,"
      "citation,grade,use,note,assay,spread\n"
      "\"women 60 to 90, T-score below -2.5\",s,a,placebo,CTX,change,0,30,-85,,-80,%,c,"
      "seen,fit,n,\"serum CTX, Elecsys\",menopause:2.5\n"
      ",s,a,,CTX,change,0,30,-85,-90,,%,c,seen,fit,,,\n",
      -1, "x.csv", &error);
  g_assert_no_error (error);
  rows = rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (rows[0].people, ==, "women 60 to 90, T-score below -2.5");
  g_assert_cmpstr (rows[0].assay, ==, "serum CTX, Elecsys");
  g_assert_cmpstr (rows[0].against, ==, "placebo");
  g_assert_cmpstr (rows[0].spread, ==, "menopause");
  g_assert_cmpfloat (rows[0].spread_sd, ==, 2.5);
  g_assert_cmpstr (rows[0].note, ==, "n");
  g_assert_true (isinf (rows[0].low) && rows[0].low < 0);
  g_assert_cmpfloat (rows[0].high, ==, -80);
  g_assert_true (isinf (rows[1].high) && rows[1].high > 0);
  g_assert_null (rows[1].against);
  g_assert_null (rows[1].spread);
  g_assert_cmpstr (rows[1].people, ==, "");
}

/* ---- folders ---- */

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
touch (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FILE            *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fclose (file);
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_cmpint (g_remove (path), ==, 0);
}

static void
assert_refused (const char *folder, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (folder, &error);

  g_assert_null (evidence);
  if (!g_pattern_match_simple (expected, error->message))
    g_error ("“%s” instead of “%s”", error->message, expected);
}

static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("evidence-XXXXXX", NULL);
  g_autoptr (RankleEvidence) evidence = NULL;
  guint n;

  assert_refused ("/nowhere", "*“/nowhere/arms”*");
  assert_refused (folder, "*/arms”: *");
  write_file (folder, "arms/a.json", "{\"schema\": 1, \"id\": \"a\"}");
  assert_refused (folder, "*a.json:*title: is missing");
  write_file (folder, "arms/a.json", "{\"schema\": 1, \"id\": \"a\", \"title\": \"A\"}");
  assert_refused (folder, "*: no evidence there");
  write_file (folder, "notes.txt", "not looked at");
  write_file (folder, "b.csv", HEAD ROW);
  write_file (folder, "a.csv", HEAD ROW "s,b,");
  assert_refused (folder, "*a.csv:3: the fields are 3, those of the head 14");
  write_file (folder, "a.csv", HEAD ROW ROW);
  evidence = rankle_evidence_file_load (folder, &error);
  g_assert_no_error (error);
  rankle_evidence_get_rows (evidence, &n);
  g_assert_cmpuint (n, ==, 3);
  write_file (folder, "arms/b.json", "{\"schema\": 1, \"id\": \"a\", \"title\": \"A\"}");
  assert_refused (folder, "*b.json: there are two arms “a”");
  remove_file (folder, "arms/b.json");
  remove_file (folder, "a.csv");
  remove_file (folder, "b.csv");
  remove_file (folder, "notes.txt");
  remove_file (folder, "arms/a.json");
  remove_file (folder, "arms");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* None is left out in silence. */
static void
test_many_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("evidence-XXXXXX", NULL);

  write_file (folder, "arms/a.json", "{\"schema\": 1, \"id\": \"a\", \"title\": \"A\"}");
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);

      touch (folder, name);
    }
  assert_refused (folder, "*: more than 1000 files");
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);

      remove_file (folder, name);
    }
  remove_file (folder, "arms/a.json");
  remove_file (folder, "arms");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* ---- what is bundled ---- */

static gboolean
is_of_fit (const RankleEvidenceRow *rows, guint n, const char *study)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (rows[i].study, study) && !rows[i].predicted)
      return TRUE;
  return FALSE;
}

/* A third at least is kept out of the fit, and with it whole studies. */
static void
test_bundled_shares (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);
  guint                    n, n_predicted = 0, n_whole = 0;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);

  for (guint i = 0; i < n; i++)
    {
      n_predicted += rows[i].predicted;
      n_whole += !is_of_fit (rows, n, rows[i].study);
    }
  g_assert_cmpuint (n, >, 40);
  g_assert_cmpuint (3 * n_predicted, >=, n);
  g_assert_cmpuint (n_whole, >, 0);
}

/* Nobody can take what is recalled for a citation, wherever the words are shown. */
static void
test_bundled_citations (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);

  for (guint i = 0; i < n; i++)
    {
      g_test_message ("%s: %s", rows[i].study, rows[i].citation);
      g_assert_cmpint (g_str_has_prefix (rows[i].citation, "recalled, not seen: "), ==,
                       rows[i].recalled);
    }
}

/* What is said of a study stands in its own file. */
static void
test_bundled_names (void)
{
  g_auto (GStrv) names = rankle_catalog_list ("evidence");
  g_autoptr (RankleEvidence) all = rankle_evidence_file_load (NULL, NULL);
  guint                    n, n_files = 0;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (all, &n);
  const char              *before = NULL;

  /* In the files' order: a study with rows in two files would be met twice. */
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (rows[i].study, before) != 0)
      {
        g_autofree char *file = g_strconcat (rows[i].study, ".csv", NULL);

        g_assert_true (g_strv_contains ((const char *const *)names, file));
        g_assert_cmpint (g_strcmp0 (before, rows[i].study), <, 0);
        before = rows[i].study;
        n_files++;
      }
  for (char **name = names; *name != NULL; name++)
    n_files -= g_str_has_suffix (*name, ".csv");
  g_assert_cmpuint (n_files, ==, 0);
}

/* Whether a row is before or after a dose is never a matter of rounding. */
static void
check_times (const RankleEvidenceRow *row, const RankleProtocol *protocol, double day)
{
  guint              n;
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n);

  for (guint i = 0; i < n; i++)
    {
      double since = fabs (events[i].time - row->since * day);
      double time = fabs (events[i].time - row->time * day);

      g_assert_true (!(since > 0) || since > 1e-6 * day);
      g_assert_true (!(time > 0) || time > 1e-6 * day);
    }
}

static void
check_doses (const RankleEvidence *evidence, const char *id, double day)
{
  g_autoptr (RankleModel) model = rankle_catalog_load (id, NULL);
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);

  for (guint i = 0; i < n; i++)
    {
      guint arm = (guint)rankle_evidence_find_arm (evidence, rows[i].arm);
      g_autoptr (RankleQuestion) question =
          rankle_question_new (model, rankle_evidence_get_arm (evidence, arm));
      g_autoptr (RankleProtocol) protocol =
          rankle_question_make_protocol (question, NULL);

      if (protocol != NULL)
        check_times (&rows[i], protocol, day);
    }
}

static void
test_bundled_doses (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);

  check_doses (evidence, "rankle", 1);
  check_doses (evidence, "peterson-riggs-2012", 24);
}

/* (transfer full): the one that @arm is for: the default model, or the only one. */
static RankleModel *
find_asked (const RankleEvidence *evidence, guint arm)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  RankleModel *asked = NULL;

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);

      if (!rankle_evidence_asks (evidence, arm, model))
        continue;
      g_assert_true (asked == NULL || !rankle_evidence_is_own (evidence, arm));
      if (asked == NULL)
        asked = g_steal_pointer (&model);
    }
  g_assert_nonnull (asked);
  return asked;
}

/* Each row has a model that answers it, and each arm is there for some. */
static void
test_bundled_is_asked (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (evidence, &n);
  RankleObserved           observed;
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < n; i++)
    {
      guint arm = (guint)rankle_evidence_find_arm (evidence, rows[i].arm);
      g_autoptr (RankleModel) model = find_asked (evidence, arm);

      g_test_message ("%s, %s: %s", rows[i].study, rows[i].arm, rows[i].observable);
      g_assert_true (rankle_model_find_observed (model, rows[i].observable, &observed));
      g_hash_table_add (used, (gpointer)rows[i].arm);
      if (rows[i].against != NULL)
        g_hash_table_add (used, (gpointer)rows[i].against);
    }
  /* These are the calibration's. */
  g_hash_table_add (used, (gpointer) "estrogen-0.2");
  g_hash_table_add (used, (gpointer) "estrogen-half-year");
  g_hash_table_add (used, (gpointer) "denosumab-0-01-mg-kg");
  for (guint i = 0; i < rankle_evidence_get_n_arms (evidence); i++)
    {
      RankleScenario *arm = rankle_evidence_get_arm (evidence, i);
      g_autoptr (RankleModel) model = find_asked (evidence, i);

      g_assert_true (rankle_scenario_suits (arm, model));
      g_assert_true (g_hash_table_contains (used, rankle_scenario_get_id (arm)));
      if (!rankle_evidence_is_own (evidence, i))
        g_assert_cmpstr (rankle_scenario_get_time_unit (arm), ==, "day");
    }
}

/* What is neither in the folder nor bundled is no arm; what is bundled is its model's. */
static void
test_scenario_as_arm (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_new ();
  g_autoptr (RankleModel) own = rankle_catalog_load ("lymph-node", NULL);
  g_autoptr (RankleModel) other = rankle_catalog_load ("rankle", NULL);
  g_autoptr (GError) error = NULL;
  const char      *rest = ",o,value,0,1,1,0,2,x,c,seen,fit,\n";
  g_autofree char *good = g_strconcat (HEAD "s,lymph-node-rank-off", rest, NULL);
  g_autofree char *bad = g_strconcat (HEAD "s,lymph-node-rank-of", rest, NULL);

  g_assert_false (rankle_evidence_file_parse (evidence, bad, -1, "x.csv", &error));
  g_assert_cmpstr (error->message, ==, "x.csv:2: there is no arm “lymph-node-rank-of”");
  g_assert_true (rankle_evidence_file_parse (evidence, good, -1, "x.csv", NULL));
  g_assert_true (rankle_evidence_is_own (evidence, 0));
  g_assert_true (rankle_evidence_asks (evidence, 0, own));
  g_assert_false (rankle_evidence_asks (evidence, 0, other));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/evidence-file/malformed", test_malformed);
  g_test_add_func ("/evidence-file/no-text", test_no_text);
  g_test_add_func ("/evidence-file/length", test_length);
  g_test_add_func ("/evidence-file/quotes", test_quotes);
  g_test_add_func ("/evidence-file/further-columns", test_further_columns);
  g_test_add_func ("/evidence-file/folder", test_folder);
  g_test_add_func ("/evidence-file/many-files", test_many_files);
  g_test_add_func ("/evidence-file/bundled-shares", test_bundled_shares);
  g_test_add_func ("/evidence-file/bundled-citations", test_bundled_citations);
  g_test_add_func ("/evidence-file/bundled-names", test_bundled_names);
  g_test_add_func ("/evidence-file/bundled-doses", test_bundled_doses);
  g_test_add_func ("/evidence-file/bundled-is-asked", test_bundled_is_asked);
  g_test_add_func ("/evidence-file/scenario-as-arm", test_scenario_as_arm);
  return g_test_run ();
}
