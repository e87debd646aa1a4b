/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Archives out and in again, and those that are not as they should be: each opens, or
 * gets a sentence. */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-exchange-error.h"
#include "rankle-integrator.h"
#include "rankle-omex.h"
#include "rankle-zip.h"

#define MANIFEST_NAMESPACE "http://identifiers.org/combine.specifications/omex-manifest"
#define FORMATS            "http://identifiers.org/combine.specifications/"

#define N_MUTATED 600

/* ---- what Rankle wrote ---- */

static RankleSession *
make_session (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("komarova-2003", &error);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("less", "Less & less", "");
  g_autoptr (RankleScenario) other = NULL;
  g_autoptr (RankleKeptRun) kept = NULL;
  g_autoptr (RankleSession) plain = NULL;
  g_autoptr (RankleSession) noted = NULL;

  g_assert_no_error (error);
  rankle_scenario_set_horizon (scenario, 100);
  other = rankle_scenario_copy (scenario);
  rankle_scenario_set_initial (scenario, rankle_model_get_state (model, 0)->id, 12);
  kept = rankle_kept_run_new ("As it was <once>", model, other);
  plain = rankle_session_new_of (model, scenario);
  noted = rankle_session_with_notes (plain, "What \"I\" saw\nin two lines");
  return rankle_session_with_kept (noted, &kept, 1);
}

static GBytes *
write_session (RankleSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleExperiment) experiment = rankle_experiment_new (session, &error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GPtrArray) runs =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_trajectory_unref);
  GBytes *bytes;

  g_assert_no_error (error);
  for (guint i = 0; i < rankle_experiment_get_n_runs (experiment); i++)
    g_ptr_array_add (
        runs, rankle_integrator_run (integrator,
                                     rankle_experiment_get_run (experiment, i)->protocol,
                                     NULL, &error));
  g_assert_no_error (error);
  bytes = rankle_archive_write (
      experiment, (const RankleTrajectory *const *)(void *)runs->pdata, &error);
  g_assert_no_error (error);
  return bytes;
}

static RankleSession *
parse (GBytes *bytes, RankleSessionReading *reading, GError **error)
{
  return rankle_archive_parse (bytes, "a.omex", NULL, reading, error);
}

static void
test_session (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session = make_session ();
  g_autoptr (GBytes) bytes = write_session (session);
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleSession) again = parse (bytes, &reading, &error);

  g_assert_no_error (error);
  g_assert_true (rankle_session_equal (session, again));
  g_assert_null (reading.remarks);
  g_assert_false (reading.is_whole); /* it is not saved over the archive */
}

static void
test_files (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session = make_session ();
  g_autoptr (GBytes) bytes = write_session (session);
  gsize       size;
  const void *data = g_bytes_get_data (bytes, &size);
  g_autoptr (GPtrArray) files = rankle_zip_read (data, size, "a.omex", &error);
  static const char *const names[] = { "manifest.xml",     "metadata.rdf",
                                       "experiment.sedml", "run.xml",
                                       "run.csv",          "kept-1.xml",
                                       "kept-1.csv",       "session.rankle" };

  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < files->len; i++)
    g_assert_cmpstr (((RankleZipFile *)g_ptr_array_index (files, i))->name, ==, names[i]);
  g_assert_nonnull (
      strstr (g_bytes_get_data (rankle_zip_find (files, "metadata.rdf"), NULL),
              "Less &amp; less"));
}

/* ---- what others wrote ---- */

#define MANIFEST(CONTENT)                                                                \
  "<?xml version='1.0'?><omexManifest xmlns='" MANIFEST_NAMESPACE "'>" CONTENT           \
  "</omexManifest>"
#define CONTENT(LOCATION, FORMAT, MORE)                                                  \
  "<content location='" LOCATION "' format='" FORMATS FORMAT "' " MORE "/>"
#define SBML(ID)                                                                         \
  "<sbml xmlns='http://www.sbml.org/sbml/level3/version1/core' level='3' version='1'>"   \
  "<model id='" ID "'><listOfParameters><parameter id='x' value='2' constant='false'/>"  \
  "</listOfParameters><listOfRules><rateRule variable='x'>"                              \
  "<math xmlns='http://www.w3.org/1998/Math/MathML'><cn>1</cn></math></rateRule>"        \
  "</listOfRules></model></sbml>"

typedef struct
{
  const char *name;
  const char *files[9]; /* name, content, … */
  const char *model;    /* (nullable): id of what opens */
  const char *words;    /* of the remark, else of the complaint */
} Case;

static const Case cases[] = {
  { "first",
    { "manifest.xml",
      MANIFEST (CONTENT ("./one.xml", "sbml.level-3.version-1", "")
                    CONTENT ("two.xml", "sbml", "")),
      "one.xml", SBML ("one"), "two.xml", SBML ("two"), "plot.sedml", "<sedML/>" },
    "one",
    "Of a.omex the model one.xml is shown, and not the 2 other files in it." },
  { "master",
    { "manifest.xml",
      MANIFEST (CONTENT ("one.xml", "sbml", "master='false'")
                    CONTENT ("two.xml", "sbml", "master='True'")),
      "one.xml", SBML ("one"), "two.xml", SBML ("two") },
    "two",
    "two.xml is shown, and not the 1 other file in it." },
  { "alone",
    { "manifest.xml", MANIFEST (CONTENT ("../one.xml", "sbml", "")), "../one.xml",
      SBML ("one") },
    "one",
    "Of a.omex the model ../one.xml is shown." },
  { "no-manifest", { "one.xml", SBML ("one") }, NULL, "there is no manifest.xml" },
  { "broken-manifest",
    { "manifest.xml", "<omexManifest" },
    NULL,
    "a.omex: manifest.xml" },
  { "entities",
    { "manifest.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><omexManifest a='&b;'/>" },
    NULL,
    "a.omex: manifest.xml" },
  { "not-there",
    { "manifest.xml", MANIFEST (CONTENT ("one.xml", "sbml", "")) },
    NULL,
    "neither a session of Rankle nor a model" },
  { "itself",
    { "manifest.xml", MANIFEST (CONTENT ("manifest.xml", "sbml", "")) },
    NULL,
    "a.omex: manifest.xml" },
  { "cellml",
    { "manifest.xml", MANIFEST (CONTENT ("one.xml", "cellml", "")), "one.xml",
      "<model/>" },
    NULL,
    "neither a session of Rankle nor a model" },
  { "broken-model",
    { "manifest.xml", MANIFEST (CONTENT ("one.xml", "sbml", "")), "one.xml", "<sbml" },
    NULL,
    "a.omex: one.xml" },
  { "twice",
    { "manifest.xml", MANIFEST (""), "one.xml", "", "./one.xml", "" },
    NULL,
    "the same name" },
};

static GBytes *
pack (const char *const *files)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = rankle_zip_new ();
  GBytes *bytes;

  for (; *files != NULL; files += 2)
    rankle_zip_add (list, files[0], g_bytes_new_static (files[1], strlen (files[1])));
  bytes = rankle_zip_write (list, 0, &error);
  g_assert_no_error (error);
  return bytes;
}

static void
test_case (gconstpointer data)
{
  const Case *it = data;
  g_autoptr (GBytes) bytes = pack (it->files);
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session = parse (bytes, &reading, &error);
  const char *said = session != NULL ? reading.remarks : error->message;

  g_test_message ("%s", said);
  g_assert_true ((it->model != NULL) == (session != NULL));
  g_assert_nonnull (strstr (said, it->words));
  if (session != NULL)
    g_assert_cmpstr (rankle_model_get_id (rankle_session_get_model (session)), ==,
                     it->model);
  else
    g_assert_true (g_str_has_prefix (said, "a.omex: "));
}

/* ---- what is no archive ---- */

static void
assert_refused (GBytes *bytes, const char *words)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;

  g_assert_null (parse (bytes, &reading, &error));
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, "a.omex: "));
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_no_zip (void)
{
  static const char *const texts[] = {
    "",           "PK",      "PK\003\004",
    "PK\005\006", "<sbml/>", "PK\005\006\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      assert_refused (bytes, "no ZIP archive");
    }
}

/* What comes by half of a mail. */
static void
test_truncated (void)
{
  g_autoptr (RankleSession) session = make_session ();
  g_autoptr (GBytes) bytes = write_session (session);
  gsize size = g_bytes_get_size (bytes);

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (GBytes) piece = g_bytes_new_from_bytes (bytes, 0, size * i / 50);

      assert_refused (piece, "");
    }
}

static void
test_encrypted (void)
{
  g_autoptr (GBytes) plain = pack ((const char *const[]){ "manifest.xml", "<a/>", NULL });
  gsize         size;
  const guint8 *data = g_bytes_get_data (plain, &size);
  guint8       *marked = g_memdup2 (data, size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (marked, size);

  for (gsize i = 0; i + 10 < size; i++)
    if (memcmp (marked + i, "PK\001\002", 4) == 0)
      marked[i + 8] |= 1;
    else if (memcmp (marked + i, "PK\003\004", 4) == 0)
      marked[i + 6] |= 1;
  assert_refused (bytes, "encrypted");
}

/* 200 MB of nothing, in 200 kB. */
static void
test_bomb (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = rankle_zip_new ();
  gsize size = 200 * 1000 * 1000;
  g_autoptr (GBytes) bytes = NULL;

  rankle_zip_add (list, "manifest.xml", g_bytes_new_take (g_malloc0 (size), size));
  bytes = rankle_zip_write (list, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), <, size / 100);
  assert_refused (bytes, "more in it than Rankle unpacks");
}

static void
test_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = rankle_zip_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 1001; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      rankle_zip_add (list, name, g_bytes_new_static ("", 0));
    }
  bytes = rankle_zip_write (list, 0, &error);
  g_assert_no_error (error);
  assert_refused (bytes, "more files in it");
}

/* ---- what went wrong on its way ---- */

static GBytes *
mutate (GBytes *whole, GRand *rand)
{
  gsize       size;
  const void *data = g_bytes_get_data (whole, &size);
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, data, (guint)size);
  for (int k = g_rand_int_range (rand, 1, 4); k > 0; k--)
    {
      guint at = (guint)g_rand_int_range (rand, 0, (gint32)bytes->len - 1);
      guint most = (guint)g_rand_int_range (rand, 1, 40);

      if (g_rand_boolean (rand))
        bytes->data[at] = (guint8)g_rand_int_range (rand, 0, 256);
      else
        g_byte_array_remove_range (bytes, at, MIN (bytes->len - at - 1, most));
    }
  return g_byte_array_free_to_bytes (bytes);
}

/* The small one, where a fault soon hits what holds the files together. */
static void
test_mutated (void)
{
  g_autoptr (GBytes) whole = pack (cases[0].files);
  g_autoptr (GRand) rand = g_rand_new_with_seed (12);
  guint n_opened = 0;

  for (guint i = 0; i < N_MUTATED; i++)
    {
      g_autoptr (GBytes) bytes = mutate (whole, rand);
      g_auto (RankleSessionReading) reading = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleSession) session = parse (bytes, &reading, &error);

      g_assert_true ((session == NULL) == (error != NULL));
      if (session == NULL)
        g_assert_true (g_str_has_prefix (error->message, "a.omex: "));
      n_opened += session != NULL;
    }
  g_test_message ("%u of %u opened", n_opened, N_MUTATED);
  g_assert_cmpuint (n_opened, >, N_MUTATED / 50);
  g_assert_cmpuint (n_opened, <, N_MUTATED / 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/omex/session", test_session);
  g_test_add_func ("/omex/files", test_files);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/omex/others/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/omex/no-zip", test_no_zip);
  g_test_add_func ("/omex/truncated", test_truncated);
  g_test_add_func ("/omex/encrypted", test_encrypted);
  g_test_add_func ("/omex/bomb", test_bomb);
  g_test_add_func ("/omex/many", test_many);
  g_test_add_func ("/omex/mutated", test_mutated);
  return g_test_run ();
}
