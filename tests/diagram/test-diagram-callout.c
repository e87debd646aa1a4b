/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "bundled-maps.h"
#include "rankle-diagram-callout.h"
#include "rankle-diagram-geometry.h"

/* A card never covers what it speaks of, nor leaves the view: every glyph and every arc
 * of every bundled map, at the sizes that windows give a map, whole and looked at from
 * near. */

/* Of a view, of a glyph's card there, and of an arc's [px]. */
static const struct
{
  double width, height;
  double glyph_width, glyph_height, arc_width, arc_height;
} sizes[] = {
  { 360, 300, 240, 130, 240, 130 }, /* a telephone */
  { 718, 262, 252, 135, 252, 190 }, /* 1024 × 768 */
  { 976, 278, 252, 135, 394, 190 }, /* 1280 × 800 */
  { 1610, 520, 252, 135, 394, 215 },
};

static RankleDiagramCamera
look (const RankleDiagram *diagram, guint size, double zoom, RanklePoint at)
{
  RankleDiagramCamera fitted = rankle_diagram_camera_fit (
      rankle_diagram_get_bounds (diagram), sizes[size].width, sizes[size].height);

  return rankle_diagram_camera_zoom (fitted, fitted, zoom,
                                     rankle_diagram_camera_to_pixel (fitted, at));
}

static void
assert_within (RankleBox card, guint size)
{
  RankleBox surface = { 0, 0, sizes[size].width, sizes[size].height };

  g_assert_true (rankle_box_encloses (surface, card));
}

/* As the view arranges it: with its note, without, and narrow. */
static gboolean
find_place_by_glyph (const RankleDiagram *diagram,
                     guint                glyph,
                     guint                size,
                     RankleDiagramCamera  camera)
{
  const RanklePoint shapes[] = { { sizes[size].glyph_width, sizes[size].glyph_height },
                                 { 252, 85 },
                                 { 190, 100 } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      RankleBox card = rankle_diagram_place_callout (
          diagram, glyph, camera,
          (RankleBox){ 0, 0, sizes[size].width, sizes[size].height }, shapes[i].x,
          shapes[i].y);

      assert_within (card, size);
      if (rankle_diagram_callout_is_clear_of_glyph (diagram, glyph, camera, card))
        return TRUE;
    }
  return FALSE;
}

static void
check_glyph (const RankleDiagram *diagram, guint glyph, guint size, double zoom)
{
  const RankleGlyph  *it = rankle_diagram_get_glyph (diagram, glyph);
  RankleDiagramCamera camera =
      look (diagram, size, zoom, rankle_box_get_center (it->box));

  if (find_place_by_glyph (diagram, glyph, size, camera))
    return;
  g_test_message ("glyph %s at size %u, zoom %g", it->id, size, zoom);
  g_test_fail ();
}

/* As the view arranges it: wide, narrow, without its numbers. */
static gboolean
find_place_by_arc (const RankleDiagram *diagram,
                   guint                arc,
                   guint                size,
                   RankleDiagramCamera  camera)
{
  const RanklePoint shapes[] = { { sizes[size].arc_width, sizes[size].arc_height },
                                 { 252, 190 },
                                 { 252, 110 },
                                 { 190, 130 } };

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      RankleBox card = rankle_diagram_place_arc_callout (
          diagram, arc, camera,
          (RankleBox){ 0, 0, sizes[size].width, sizes[size].height }, shapes[i].x,
          shapes[i].y);

      assert_within (card, size);
      if (rankle_diagram_callout_is_clear_of_arc (diagram, arc, camera, card))
        return TRUE;
    }
  return FALSE;
}

static void
check_arc (const RankleDiagram *diagram, guint arc, guint size, double zoom)
{
  const RankleArc    *it = rankle_diagram_get_arc (diagram, arc);
  RankleDiagramCamera camera = look (diagram, size, zoom, it->points[0]);

  if (find_place_by_arc (diagram, arc, size, camera))
    return;
  g_test_message ("arc %s at size %u, zoom %g", it->id, size, zoom);
  g_test_fail ();
}

static void
test_glyphs (const char *name, const RankleDiagram *diagram)
{
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
      if (rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)))
        for (double zoom = 1; zoom < (size == 1 ? 3 : 2); zoom += 1.5)
          check_glyph (diagram, i, size, zoom);
}

static void
test_arcs (const char *name, const RankleDiagram *diagram)
{
  for (guint size = 0; size < G_N_ELEMENTS (sizes); size++)
    for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
      check_arc (diagram, i, size, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  maps_add_test ("diagram-callout/glyphs", test_glyphs);
  maps_add_test ("diagram-callout/arcs", test_arcs);
  return g_test_run ();
}
