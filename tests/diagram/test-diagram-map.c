/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "diagram-fixture.h"
#include "rankle-catalog.h"
#include "rankle-diagram-geometry.h"
#include "rankle-diagram-private.h"

/* The bundled map itself: what it says of the models, and that it can be read. */

static RankleDiagram *diagram;

static const RankleGlyph *
glyph_at (guint i)
{
  return rankle_diagram_get_glyph (diagram, i);
}

static const RankleGlyph *
glyph_named (const char *id)
{
  guint found = rankle_diagram_find (diagram, id);

  g_assert_cmpuint (found, !=, RANKLE_NO_GLYPH);
  return glyph_at (found);
}

static RankleModel *
load_model (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

/* ---- map and models ---- */

static void
test_bundled (void)
{
  gsize            length;
  g_autofree char *text = load_pathway_text (&length);
  g_auto (GStrv) models = rankle_catalog_list_models ();

  for (guint i = 0; models[i] != NULL; i++)
    {
      g_autoptr (RankleModel) model = load_model (models[i]);
      g_autoptr (GBytes) bytes =
          rankle_catalog_read ("diagrams", rankle_model_get_diagram (model), NULL);

      g_assert_nonnull (bytes);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text,
                       length);
    }
}

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

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *glyph = glyph_at (i);

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
  g_autoptr (RankleModel) model = load_model (id);
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

/* No two glyphs show the same column, and each column exists. */
static void
test_one_to_one (void)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();

  for (guint k = 0; models[k] != NULL; k++)
    {
      g_autoptr (RankleModel) model = load_model (models[k]);
      g_autofree gboolean *shown = g_new0 (gboolean, rankle_model_get_n_columns (model));

      for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
        {
          int column = rankle_model_find_glyph_column (model, glyph_at (i)->id);

          if (column < 0)
            continue;
          g_assert_cmpint (column, <, (int)rankle_model_get_n_columns (model));
          g_assert_false (shown[column]);
          shown[column] = TRUE;
        }
    }
}

/* What scripts rely on is on the map; occupancy is told by its complex. */
static void
test_what_scripts_rely_on (void)
{
  static const char *const columns[] = { "RANKL",      "RANK",       "OPG",
                                         "RANKL_RANK", "RANKL_OPG",  "RANKL_denosumab",
                                         "osteoclast", "osteoblast", "osteocyte",
                                         "CTX",        "P1NP" };
  g_autoptr (RankleModel) model = load_model ("rankle");

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
  g_autoptr (RankleModel) model = load_model ("rankle");
  guint found = 0;

  for (guint k = 0; k < rankle_model_get_n_controls (model); k++)
    for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
      found += rankle_model_get_control (model, k)->role == RANKLE_CONTROL_PARAMETER &&
               g_ascii_strcasecmp (rankle_model_get_control (model, k)->id,
                                   glyph_at (i)->id) == 0;
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

/* Translators see every word of the map. */
static void
test_words (void)
{
  guint n = 0;

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const char *texts[] = { glyph_at (i)->label, glyph_at (i)->note };

      for (guint k = 0; k < G_N_ELEMENTS (texts); k++)
        if (texts[k] != NULL)
          {
            if (!is_word (texts[k]))
              g_test_message ("the build finds no “%s”", texts[k]);
            g_assert_true (is_word (texts[k]));
            n++;
          }
    }
  g_assert_cmpuint (n, >, 40);
}

/* Whatever can be selected says what it is. */
static void
test_notes (void)
{
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (rankle_glyph_is_entity (glyph_at (i)))
      {
        const char *note = rankle_diagram_get_note (diagram, i);

        g_assert_cmpuint (strlen (rankle_diagram_get_label (diagram, i)), >, 2);
        g_assert_true (g_str_has_suffix (note, "."));
      }
}

/* ---- layout ---- */

static gboolean
is_drawn_thing (const RankleGlyph *glyph)
{
  return glyph->klass != RANKLE_GLYPH_COMPARTMENT;
}

static void
test_glyphs_have_room (void)
{
  RankleBox bounds = rankle_diagram_get_bounds (diagram);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      g_assert_true (rankle_box_encloses (bounds, glyph_at (i)->box));
      for (guint k = 0; k < i; k++)
        if (is_drawn_thing (glyph_at (i)) && is_drawn_thing (glyph_at (k)))
          {
            if (rankle_box_overlaps (glyph_at (i)->box, glyph_at (k)->box))
              g_test_message ("%s lies over %s", glyph_at (i)->id, glyph_at (k)->id);
            g_assert_false (rankle_box_overlaps (glyph_at (i)->box, glyph_at (k)->box));
          }
    }
}

/* In its region; what lies in the membrane, half out of it. */
static void
test_glyphs_lie_in_their_region (void)
{
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *glyph = glyph_at (i);
      gboolean           in_membrane =
          g_str_equal (glyph->id, "RANK") || g_str_equal (glyph->id, "RANKL_RANK");

      if (glyph->compartment == RANKLE_NO_GLYPH)
        continue;
      g_assert_true (
          rankle_box_overlaps (glyph_at (glyph->compartment)->box, glyph->box));
      g_assert_cmpint (
          rankle_box_encloses (glyph_at (glyph->compartment)->box, glyph->box), ==,
          !in_membrane);
    }
}

static gboolean
is_port (const RankleGlyph *glyph, RanklePoint point)
{
  for (guint i = 0; i < glyph->n_ports; i++)
    if (hypot (glyph->ports[i].x - point.x, glyph->ports[i].y - point.y) < 1e-6)
      return TRUE;
  return FALSE;
}

static void
assert_end (const char *arc, const RankleGlyph *glyph, RanklePoint end)
{
  gboolean on_outline = rankle_glyph_contains (glyph, end, 0.5) &&
                        !rankle_glyph_contains (glyph, end, -0.5);

  if (!on_outline && !is_port (glyph, end))
    g_test_message ("%s does not end on %s", arc, glyph->id);
  g_assert_true (on_outline || is_port (glyph, end));
}

static void
test_arcs_end_on_outlines (void)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

      assert_end (arc->id, glyph_at (arc->source), arc->points[0]);
      assert_end (arc->id, glyph_at (arc->target), arc->points[arc->n_points - 1]);
    }
}

static gboolean
arc_crosses (const RankleArc *arc, RankleBox box)
{
  for (guint i = 0; i + 1 < arc->n_points; i++)
    if (rankle_segment_crosses_box (arc->points[i], arc->points[i + 1], box))
      return TRUE;
  return FALSE;
}

/* Not over a label, of regions neither, nor through anything that is not its own. */
static void
test_arcs_cross_no_label (void)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

      for (guint k = 0; k < rankle_diagram_get_n_glyphs (diagram); k++)
        {
          const RankleGlyph *glyph = glyph_at (k);
          gboolean           own = k == arc->source || k == arc->target;
          RankleBox          box =
              glyph->klass == RANKLE_GLYPH_COMPARTMENT ? glyph->label_box : glyph->box;

          /* Of its own glyphs an arc touches the rim alone. */
          if (own)
            box = rankle_box_grow (box, -MIN (box.width, box.height) * 0.3);
          if (arc_crosses (arc, box))
            g_test_message ("%s crosses %s", arc->id, glyph->id);
          g_assert_false (arc_crosses (arc, box));
        }
    }
}

static gboolean
arcs_cross (const RankleArc *a, const RankleArc *b)
{
  for (guint i = 0; i + 1 < a->n_points; i++)
    for (guint k = 0; k + 1 < b->n_points; k++)
      if (rankle_segments_cross (a->points[i], a->points[i + 1], b->points[k],
                                 b->points[k + 1]))
        return TRUE;
  return FALSE;
}

/* The eye can follow each: none crosses another. */
static void
test_arcs_cross_no_arc (void)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    for (guint k = 0; k < i; k++)
      {
        const RankleArc *a = rankle_diagram_get_arc (diagram, i);
        const RankleArc *b = rankle_diagram_get_arc (diagram, k);

        if (arcs_cross (a, b))
          g_test_message ("%s (from %s) crosses %s (from %s)", a->id,
                          glyph_at (a->source)->id, b->id, glyph_at (b->source)->id);
        g_assert_false (arcs_cross (a, b));
      }
}

/* Process Description: what modulates ends on a process, what is consumed goes into one,
 * what is produced comes out of one. */
static void
test_grammar (void)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc   *arc = rankle_diagram_get_arc (diagram, i);
      const RankleGlyph *source = glyph_at (arc->source),
                        *target = glyph_at (arc->target);
      gboolean production = arc->klass == RANKLE_ARC_PRODUCTION;

      g_assert_true (is_process (production ? source : target));
      g_assert_false (is_process (production ? target : source));
      g_assert_true (is_process (glyph_at (rankle_diagram_get_driver (diagram, i))) ==
                     (production || arc->klass == RANKLE_ARC_CONSUMPTION));
    }
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  diagram = load_pathway ();
  g_test_add_func ("/diagram-map/bundled", test_bundled);
  g_test_add_func ("/diagram-map/not-simulated", test_not_simulated);
  g_test_add_func ("/diagram-map/rates", test_rates);
  g_test_add_func ("/diagram-map/one-to-one", test_one_to_one);
  g_test_add_func ("/diagram-map/what-scripts-rely-on", test_what_scripts_rely_on);
  g_test_add_func ("/diagram-map/controls", test_controls_have_glyphs);
  g_test_add_func ("/diagram-map/words", test_words);
  g_test_add_func ("/diagram-map/notes", test_notes);
  g_test_add_func ("/diagram-map/room", test_glyphs_have_room);
  g_test_add_func ("/diagram-map/regions", test_glyphs_lie_in_their_region);
  g_test_add_func ("/diagram-map/arcs-end-on-outlines", test_arcs_end_on_outlines);
  g_test_add_func ("/diagram-map/arcs-cross-no-label", test_arcs_cross_no_label);
  g_test_add_func ("/diagram-map/arcs-cross-no-arc", test_arcs_cross_no_arc);
  g_test_add_func ("/diagram-map/grammar", test_grammar);
  status = g_test_run ();
  rankle_diagram_unref (diagram);
  return status;
}
