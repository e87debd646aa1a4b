/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bundled-maps.h"
#include "diagram-fixture.h"
#include "rankle-catalog.h"
#include "rankle-diagram-private.h"
#include "rankle-model-builder.h"

/* What the bundled maps say of the models that have them, and the pathway of all. */

static RankleDiagram *pathway;

static const RankleGlyph *
glyph_at (const RankleDiagram *diagram, guint i)
{
  return rankle_diagram_get_glyph (diagram, i);
}

static const RankleGlyph *
glyph_named (const char *id)
{
  guint found = rankle_diagram_find (pathway, id);

  g_assert_cmpuint (found, !=, RANKLE_NO_GLYPH);
  return glyph_at (pathway, found);
}

/* ---- each map and its models ---- */

/* No two glyphs show the same column, and each column exists. */
static void
check_one_to_one (RankleModel *model, gpointer data)
{
  const RankleDiagram *diagram = data;
  g_autofree gboolean *shown = g_new0 (gboolean, rankle_model_get_n_columns (model));
  guint                n = 0;

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      int column = rankle_model_find_glyph_column (model, glyph_at (diagram, i)->id);

      if (column < 0)
        continue;
      g_assert_cmpint (column, <, (int)rankle_model_get_n_columns (model));
      g_assert_false (shown[column]);
      shown[column] = TRUE;
      n++;
    }
  g_assert_cmpuint (n, >, 0);
}

/* A glyph that the sidecar names is on the map: a word misspelt would fill none. */
static void
check_bindings (RankleModel *model, gpointer data)
{
  for (guint i = 0; i < model->n_glyphs; i++)
    if (rankle_diagram_find (data, model->glyphs[i].glyph) == RANKLE_NO_GLYPH)
      {
        g_test_message ("%s is not on the map of %s", model->glyphs[i].glyph,
                        rankle_model_get_id (model));
        g_test_fail ();
      }
}

/* A gene that can be knocked out is seen to be: it strikes a glyph. */
static void
check_knock_outs (RankleModel *model, gpointer data)
{
  const RankleDiagram *diagram = data;

  for (guint k = 0; k < rankle_model_get_n_controls (model); k++)
    {
      const RankleControl *control = rankle_model_get_control (model, k);
      gboolean             struck = FALSE;

      if (control->absent != NULL || control->when_off == NULL ||
          strstr (control->when_off, "knocked out") == NULL)
        continue;
      for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
        struck |=
            rankle_model_control_makes_glyph (model, control, glyph_at (diagram, i)->id);
      if (struck)
        continue;
      g_test_message ("%s of %s strikes no glyph", control->id,
                      rankle_model_get_id (model));
      g_test_fail ();
    }
}

static void
count (RankleModel *model, gpointer data)
{
  (*(guint *)data)++;
}

static void
test_models (const char *name, const RankleDiagram *diagram)
{
  guint n = 0;

  maps_for_each_model (name, count, &n);
  g_assert_cmpuint (n, >, 0);
  maps_for_each_model (name, check_one_to_one, (gpointer)diagram);
  maps_for_each_model (name, check_bindings, (gpointer)diagram);
  if (!g_str_equal (name, "rankl-pathway.sbgn"))
    maps_for_each_model (name, check_knock_outs, (gpointer)diagram);
}

/* A map that a model names is bundled. */
static void
test_bundled (void)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  g_auto (GStrv) maps = rankle_catalog_list ("diagrams");

  for (guint i = 0; models[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = maps_load_model (models[i]);
      const char *name = rankle_model_get_diagram (model);

      if (name != NULL)
        g_assert_true (g_strv_contains ((const char *const *)maps, name));
    }
}

/* ---- the pathway and its models ---- */

typedef gboolean (*Kind) (const RankleGlyph *glyph);

static gboolean
is_process (const RankleGlyph *glyph)
{
  return glyph->klass == RANKLE_GLYPH_PROCESS || glyph->klass == RANKLE_GLYPH_ASSOCIATION;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Ids of the glyphs of a kind that the model has, or lacks, a column for; sorted, with
 * blanks between. */
static char *
list_glyphs (RankleModel *model, Kind is_kind, gboolean simulated)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (pathway); i++)
    {
      const RankleGlyph *glyph = glyph_at (pathway, i);

      if (is_kind (glyph) &&
          (rankle_model_find_glyph_column (model, glyph->id) >= 0) == simulated)
        g_ptr_array_add (ids, (gpointer)glyph->id);
    }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **)ids->pdata);
}

static void
assert_glyphs (const char *id, Kind is_kind, gboolean simulated, const char *expected)
{
  g_autoptr (RankleModel) model = maps_load_model (id);
  g_autofree char *found = list_glyphs (model, is_kind, simulated);

  g_assert_cmpstr (found, ==, expected);
}

/* Exactly these entities have no amount, in either model. */
static void
test_not_simulated (void)
{
  assert_glyphs ("rankle", rankle_glyph_is_entity, FALSE, "AP1 JNK NFkB");
  assert_glyphs ("lemaire-2004", rankle_glyph_is_entity, TRUE,
                 "RANKL_RANK TGFbeta osteoblast osteoclast preosteoblast");
}

/* And exactly these processes have a rate. */
static void
test_rates (void)
{
  assert_glyphs ("rankle", is_process, TRUE,
                 "OPG_production RANKL_production formation osteoblast_birth "
                 "osteoclast_birth resorption");
  assert_glyphs ("lemaire-2004", is_process, TRUE, "");
}

/* What scripts rely on is on the map; occupancy is told by its complex. */
static void
test_what_scripts_rely_on (void)
{
  static const char *const columns[] = { "RANKL",      "RANK",       "OPG",
                                         "RANKL_RANK", "RANKL_OPG",  "RANKL_denosumab",
                                         "osteoclast", "osteoblast", "osteocyte",
                                         "CTX",        "P1NP" };
  g_autoptr (RankleModel) model = maps_load_model ("rankle");

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    g_assert_cmpint (rankle_model_find_glyph_column (model, glyph_named (columns[i])->id),
                     ==, rankle_model_find_column (model, columns[i]));
  g_assert_cmpint (rankle_model_find_glyph_column (model, glyph_named ("bone")->id), ==,
                   rankle_model_find_column (model, "BMD_hip"));
  g_assert_cmpint (rankle_model_find_glyph_column (model, glyph_named ("denosumab")->id),
                   ==, rankle_model_find_column (model, "denosumab_serum"));
}

/* A control that sets a parameter bears the id of the glyph that it makes. */
static void
test_controls_have_glyphs (void)
{
  g_autoptr (RankleModel) model = maps_load_model ("rankle");
  guint found = 0;

  for (guint k = 0; k < rankle_model_get_n_controls (model); k++)
    for (guint i = 0; i < rankle_diagram_get_n_glyphs (pathway); i++)
      found += rankle_model_get_control (model, k)->role == RANKLE_CONTROL_PARAMETER &&
               g_ascii_strcasecmp (rankle_model_get_control (model, k)->id,
                                   glyph_at (pathway, i)->id) == 0;
  g_assert_cmpuint (found, ==, 7);
}

/* ---- words ---- */

/* Made by the build (src/catalog/make-words.py). */
extern const char *const rankle_bundled_words[];

static gboolean
is_word (const char *text)
{
  for (guint i = 0; rankle_bundled_words[i] != NULL; i++)
    if (g_str_equal (rankle_bundled_words[i], text))
      return TRUE;
  return FALSE;
}

static void
check_word (const char *text, guint *n)
{
  if (text == NULL)
    return;
  if (!is_word (text))
    g_test_message ("the build finds no “%s”", text);
  g_assert_true (is_word (text));
  (*n)++;
}

/* Translators see every word of the map. */
static void
test_words (const char *name, const RankleDiagram *diagram)
{
  guint n = 0;

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      check_word (glyph_at (diagram, i)->label, &n);
      check_word (glyph_at (diagram, i)->note, &n);
    }
  g_assert_cmpuint (n, >, 20);
}

/* Whatever can be selected, and each region, says what it is, in a sentence. */
static void
test_notes (const char *name, const RankleDiagram *diagram)
{
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *glyph = glyph_at (diagram, i);
      const char        *note = rankle_diagram_get_note (diagram, i);

      if (!rankle_glyph_is_entity (glyph) && glyph->klass != RANKLE_GLYPH_COMPARTMENT)
        continue;
      g_assert_cmpuint (strlen (rankle_diagram_get_label (diagram, i)), >=, 2);
      g_assert_true (g_str_has_suffix (note, "."));
      g_assert_cmpuint (strlen (note), >, strlen (glyph->label));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  pathway = load_pathway ();
  maps_add_test ("diagram-map/models", test_models);
  maps_add_test ("diagram-map/words", test_words);
  maps_add_test ("diagram-map/notes", test_notes);
  g_test_add_func ("/diagram-map/bundled", test_bundled);
  g_test_add_func ("/diagram-map/not-simulated", test_not_simulated);
  g_test_add_func ("/diagram-map/rates", test_rates);
  g_test_add_func ("/diagram-map/what-scripts-rely-on", test_what_scripts_rely_on);
  g_test_add_func ("/diagram-map/controls", test_controls_have_glyphs);
  status = g_test_run ();
  rankle_diagram_unref (pathway);
  return status;
}
