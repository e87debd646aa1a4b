/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "bundled-maps.h"
#include "rankle-catalog.h"
#include "rankle-diagram-navigation.h"

/* Maps told level by level. */

static RankleDiagram *
load (void)
{
  g_autoptr (GBytes) bytes = rankle_catalog_read ("diagrams", "rankl-pathway.sbgn", NULL);
  RankleDiagram *diagram = rankle_diagram_new_from_sbgn (
      g_bytes_get_data (bytes, NULL), (gssize)g_bytes_get_size (bytes), "map", NULL);

  g_assert_nonnull (diagram);
  return diagram;
}

static gboolean
has (const RankleDiagram *diagram, const char *id)
{
  return rankle_diagram_find (diagram, id) != RANKLE_NO_GLYPH;
}

/* Ligands and receptors; + signalling; + cells; + bone and endocrine. */
static void
test_default_map (void)
{
  static const struct
  {
    const char *id;
    guint       from;
  } expected[] = {
    { "RANKL", 1 },        { "RANK", 1 },          { "RANKL_production", 1 },
    { "source_RANKL", 1 }, { "blood", 1 },         { "TRAF6", 2 },
    { "nucleus", 2 },      { "making_NFATc1", 2 }, { "source_NFATc1", 2 },
    { "osteoclast", 3 },   { "burial", 3 },        { "bone_surface", 3 },
    { "estrogen", 4 },     { "formation", 4 },     { "caption_formation", 4 },
  };
  g_autoptr (RankleDiagram) whole = load ();

  g_assert_cmpuint (rankle_diagram_get_n_levels (whole), ==, 4);
  g_assert_cmpstr (rankle_diagram_get_level_name (whole, 1), ==, "Signalling");
  for (guint levels = 1; levels <= 4; levels++)
    {
      g_autoptr (RankleDiagram) part = rankle_diagram_show_levels (whole, levels);

      for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
        g_assert_cmpint (has (part, expected[i].id), ==, levels >= expected[i].from);
      g_assert_cmpuint (rankle_diagram_get_n_levels (part), ==, 4);
    }
}

static void
assert_same_glyph (const RankleDiagram *part, guint i, const RankleDiagram *whole)
{
  const RankleGlyph *glyph = rankle_diagram_get_glyph (part, i);
  guint              place = rankle_diagram_find (whole, glyph->id);
  const RankleGlyph *same = rankle_diagram_get_glyph (whole, place);

  g_assert_true (memcmp (&glyph->box, &same->box, sizeof (RankleBox)) == 0);
  g_assert_cmpuint (glyph->rank, ==, same->rank); /* its color */
  g_assert_cmpuint (rankle_diagram_find (part, glyph->id), ==, i);
  g_assert_cmpint (glyph->compartment == RANKLE_NO_GLYPH, ==,
                   same->compartment == RANKLE_NO_GLYPH);
  if (glyph->compartment != RANKLE_NO_GLYPH)
    g_assert_cmpstr (rankle_diagram_get_glyph (part, glyph->compartment)->id, ==,
                     rankle_diagram_get_glyph (whole, same->compartment)->id);
}

static const char *
get_end (const RankleDiagram *diagram, guint glyph)
{
  return rankle_diagram_get_glyph (diagram, glyph)->id;
}

static void
assert_same_arc (const RankleDiagram *part, guint i, const RankleDiagram *whole)
{
  const RankleArc *arc = rankle_diagram_get_arc (part, i);

  for (guint k = 0; k < rankle_diagram_get_n_arcs (whole); k++)
    {
      const RankleArc *same = rankle_diagram_get_arc (whole, k);

      if (!g_str_equal (same->id, arc->id))
        continue;
      g_assert_cmpstr (get_end (part, arc->source), ==, get_end (whole, same->source));
      g_assert_cmpstr (get_end (part, arc->target), ==, get_end (whole, same->target));
      g_assert_cmpmem (arc->points, arc->n_points * sizeof (RanklePoint), same->points,
                       same->n_points * sizeof (RanklePoint));
      return;
    }
  g_assert_not_reached ();
}

/* Each level has all of the one below it, in its place; the last is the whole. */
static void
test_grows (const char *name, const RankleDiagram *diagram)
{
  RankleDiagram *whole = (RankleDiagram *)diagram;
  guint          n = rankle_diagram_get_n_levels (diagram), glyphs = 0, arcs = 0;
  g_autoptr (RankleDiagram) all = rankle_diagram_show_levels (whole, 0);

  g_assert_true (all == whole);
  for (guint levels = 1; levels < n; levels++)
    {
      g_autoptr (RankleDiagram) part = rankle_diagram_show_levels (whole, levels);

      g_assert_cmpuint (rankle_diagram_get_n_glyphs (part), >, glyphs);
      g_assert_cmpuint (rankle_diagram_get_n_arcs (part), >, arcs);
      glyphs = rankle_diagram_get_n_glyphs (part);
      arcs = rankle_diagram_get_n_arcs (part);
      for (guint i = 0; i < glyphs; i++)
        assert_same_glyph (part, i, whole);
      for (guint i = 0; i < arcs; i++)
        assert_same_arc (part, i, whole);
    }
  g_assert_cmpuint (glyphs, <,
                    rankle_diagram_get_n_glyphs (whole)); /* the last adds something */
}

/* What is hidden is neither pointed at nor walked to. */
static void
test_hidden (void)
{
  g_autoptr (RankleDiagram) whole = load ();
  g_autoptr (RankleDiagram) part = rankle_diagram_show_levels (whole, 1);
  RankleBox box =
      rankle_diagram_get_glyph (whole, rankle_diagram_find (whole, "osteoclast"))->box;
  RanklePoint       middle = { box.x + box.width / 2, box.y + box.height / 2 };
  guint             n;
  g_autofree guint *order = rankle_diagram_get_reading_order (part, &n);

  g_assert_cmpuint (rankle_diagram_hit (whole, middle, 0), !=, RANKLE_NO_GLYPH);
  g_assert_cmpuint (rankle_diagram_hit (part, middle, 0), ==, RANKLE_NO_GLYPH);
  g_assert_cmpuint (n, ==, 7);
}

static void
assert_refused (const char *levels, const char *message)
{
  g_autofree char *text = g_strdup_printf (
      "<sbgn>\n<map language='process description'><extension>%s</extension>\n<glyph "
      "id='a' class='complex'>"
      "<bbox x='0' y='0' w='9' h='9'/></glyph></map></sbgn>",
      levels);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleDiagram) diagram =
      rankle_diagram_new_from_sbgn (text, -1, "map", &error);

  if (message == NULL)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (rankle_diagram_get_n_levels (diagram), ==, 0);
      return;
    }
  g_assert_null (diagram);
  g_assert_cmpstr (error->message, ==, message);
}

/* Levels of others are passed over. */
static void
test_faults (void)
{
#define OURS(level) "<levels xmlns='urn:rankle:levels'>" level "</levels>"
  assert_refused (OURS ("<level name='A' glyphs='a b'/>"),
                  "map:2: there is no glyph “b”");
  assert_refused (OURS ("<level name='A'/>"), "map:2: level has no glyphs");
  assert_refused (OURS ("<level glyphs='a'/>"), "map:2: level has no name");
  assert_refused ("<levels xmlns='urn:other'><level height='9'/></levels>", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diagram-levels/default-map", test_default_map);
  g_test_add_func ("/diagram-levels/hidden", test_hidden);
  g_test_add_func ("/diagram-levels/faults", test_faults);
  maps_add_test ("diagram-levels/grows", test_grows);
  return g_test_run ();
}
