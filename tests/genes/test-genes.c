/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bench as data: the bundled file names only what there is, and the reader takes and
 * refuses what the schema does (check-schemas.py). */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-gene-assay.h"
#include "rankle-scenario-file.h"

/* ---- the bundled file ---- */

static const RankleControl *
find_control (RankleModel *model, const char *id)
{
  for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
    if (g_str_equal (rankle_model_get_control (model, i)->id, id))
      return rankle_model_get_control (model, i);
  return NULL;
}

/* It drives a parameter, is neutral at 1, and may stand at 0. */
static void
check_control (const RankleGeneControl *at)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load (at->model, &error);
  const RankleControl *control;

  g_assert_no_error (error);
  control = find_control (model, at->control);
  if (control == NULL)
    g_error ("%s has no control “%s”", at->model, at->control);
  g_assert_cmpfloat (control->neutral, ==, 1);
  g_assert_true (control->is_switch || control->can_be_off || control->min <= 0);
}

static void
test_controls (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  guint              n = 0;

  for (guint i = 0; i < rankle_genes_get_n_genes (genes); i++)
    {
      const RankleGene *gene = rankle_genes_get_gene (genes, i);

      for (guint k = 0; k < gene->controls->len; k++, n++)
        check_control (&g_array_index (gene->controls, RankleGeneControl, k));
    }
  g_assert_cmpuint (n, >=, 20);
}

/* What a column asks there is, and each control that a gene has is asked by some column.
 */
static void
test_columns (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  g_autoptr (GHashTable) asked = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rankle_genes_get_n_columns (genes); i++)
    {
      const RankleGeneColumn *column = rankle_genes_get_column (genes, i);
      g_autoptr (RankleModel) model = NULL;
      g_autoptr (RankleScenario) scenario = NULL;
      g_autofree char *made_for = NULL;

      if (column->model == NULL)
        continue;
      g_hash_table_add (asked, (gpointer)column->model);
      model = rankle_catalog_load (column->model, NULL);
      scenario = rankle_scenario_file_load (column->scenario, &made_for, NULL);
      g_assert_true (model != NULL && scenario != NULL);
      if (made_for != NULL)
        g_assert_cmpstr (made_for, ==, column->model);
      g_assert_cmpint (rankle_model_find_column (model, column->column), >=, 0);
      g_assert_cmpfloat (column->time, <=,
                         rankle_scenario_get_horizon_for (scenario, model));
    }
  for (guint i = 0; i < rankle_genes_get_n_genes (genes); i++)
    {
      GArray *controls = rankle_genes_get_gene (genes, i)->controls;

      for (guint k = 0; k < controls->len; k++)
        g_assert_true (g_hash_table_contains (
            asked, g_array_index (controls, RankleGeneControl, k).model));
    }
}

/* Every run that one or two genes off can ask for can be made. */
static void
test_protocols (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  g_autoptr (GPtrArray) assays = rankle_gene_assay_list (genes);

  g_assert_cmpuint (assays->len, ==, 5);
  for (guint i = 0; i < assays->len; i++)
    for (guint a = 0; a < rankle_genes_get_n_genes (genes); a++)
      for (guint b = 0; b <= a; b++)
        {
          RankleGeneSet off = RANKLE_GENE_BIT (a) | RANKLE_GENE_BIT (b);
          g_autoptr (RankleProtocol) protocol = rankle_gene_assay_make_protocol (
              assays->pdata[i], off & rankle_gene_assay_get_known (assays->pdata[i]));

          g_assert_nonnull (protocol);
        }
}

/* ---- what was seen ---- */

/* The source of these was not seen; nothing else is recalled. */
static const struct
{
  const char *gene, *column;
} recalled[] = {
  { "TRAF2/5", "osteoclasts" },  { "TRAF3", "osteoclasts" },   { "TRAF1", "osteoclasts" },
  { "c-Fos", "osteoclasts" },    { "NFATc1", "osteoclasts" },  { "LTbR", "osteoclasts" },
  { "LTbR", "lymph_nodes" },     { "LTbR", "peyers_patches" }, { "IL-7R", "lymph_nodes" },
  { "IL-7R", "peyers_patches" }, { "IL-7R", "b_cells" },       { "IL-7R", "t_cells" },
};

static gboolean
is_among_recalled (const RankleGenes    *genes,
                   const RankleGene     *gene,
                   const RankleSighting *sighting)
{
  const char *column = rankle_genes_get_column (genes, sighting->column)->id;

  for (guint i = 0; i < G_N_ELEMENTS (recalled); i++)
    if (g_str_equal (recalled[i].gene, gene->id) &&
        g_str_equal (recalled[i].column, column))
      return TRUE;
  return FALSE;
}

/* An author and a year, of what was seen. */
static void
check_source (const RankleSighting *sighting)
{
  if (sighting->recalled)
    return;
  g_assert_true (g_regex_match_simple ("^[A-Z][a-z]+ (19|20)[0-9][0-9](,|$)",
                                       sighting->source, 0, 0));
}

static void
test_sightings (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  guint              n_seen = 0, n_recalled = 0;

  for (guint i = 0; i < rankle_genes_get_n_genes (genes); i++)
    {
      const RankleGene *gene = rankle_genes_get_gene (genes, i);

      for (guint k = 0; k < gene->sightings->len; k++)
        {
          RankleSighting *sighting = &g_array_index (gene->sightings, RankleSighting, k);

          check_source (sighting);
          n_recalled += sighting->recalled != FALSE;
          n_seen += !sighting->recalled;
          if (sighting->recalled)
            g_assert_true (is_among_recalled (genes, gene, sighting));
        }
    }
  g_assert_cmpuint (n_recalled, ==, G_N_ELEMENTS (recalled));
  g_assert_cmpuint (n_seen, >, 30);
}

/* ---- by name ---- */

static void
test_find (void)
{
  const RankleGenes *genes = rankle_genes_get_bundled ();
  g_autofree char   *ids = rankle_genes_dup_ids (genes, 5, " + ");

  g_assert_cmpint (rankle_genes_find (genes, "RANKL"), ==, 0);
  g_assert_cmpint (rankle_genes_find (genes, "opg"), ==, 2);
  g_assert_cmpint (rankle_genes_find (genes, "NF-κB"), ==,
                   rankle_genes_find (genes, "nf-kb"));
  g_assert_cmpint (rankle_genes_find (genes, "nf-kb"), >, 0);
  g_assert_cmpint (rankle_genes_find (genes, ""), ==, -1);
  g_assert_cmpint (rankle_genes_find (genes, "RAN"), ==, -1);
  g_assert_cmpstr (ids, ==, "RANKL + OPG");
}

/* ---- the reader ---- */

static void
check_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleGenes) genes = NULL;
  gboolean is_good = g_str_has_prefix (name, "good");

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  genes = rankle_genes_parse (text, -1, name, &error);
  g_assert_cmpint (genes != NULL, ==, is_good);
  g_test_message ("%s: %s", name, is_good ? "taken" : error->message);
  if (!is_good)
    g_assert_true (g_pattern_match_simple ("*.json:?*: *", error->message));
}

static void
test_schema (void)
{
  g_autofree char *folder =
      g_test_build_filename (G_TEST_DIST, "data", "schemas", "genes", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint       n = 0;
  const char *name;

  g_assert_nonnull (dir);
  for (; (name = g_dir_read_name (dir)) != NULL; n++)
    check_file (folder, name);
  g_assert_cmpuint (n, >=, 15);
}

#define COLUMNS                                                                          \
  "{ \"schema\": 1, \"columns\": [ { \"id\": \"a\", \"label\": \"a\", "                  \
  "\"description\": \"A.\" } ], \"genes\": [ "
#define GENE(id, seen)                                                                   \
  "{ \"id\": \"" id "\", \"description\": \"D.\", \"off\": { \"m\": \"c\" }, "           \
  "\"seen\": [ " seen " ] }"

/* What no schema can tell. */
static void
test_names (void)
{
  static const struct
  {
    const char *text, *complaint;
  } bad[] = {
    { COLUMNS GENE ("x", "") ", " GENE ("X", "") " ] }", "there are two of “X”" },
    { COLUMNS GENE ("x", "{ \"column\": \"b\", \"words\": \"w\", \"grade\": "
                         "\"recalled\" }") " ] }",
      "genes[0].seen[0].column: there is no column “b”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rankle_genes_parse (bad[i].text, -1, "x.json", &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, bad[i].complaint));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/genes/controls", test_controls);
  g_test_add_func ("/genes/columns", test_columns);
  g_test_add_func ("/genes/protocols", test_protocols);
  g_test_add_func ("/genes/sightings", test_sightings);
  g_test_add_func ("/genes/find", test_find);
  g_test_add_func ("/genes/schema", test_schema);
  g_test_add_func ("/genes/names", test_names);
  return g_test_run ();
}
