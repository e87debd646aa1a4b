/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "bundled-maps.h"
#include "rankle-diagram-geometry.h"
#include "rankle-diagram-painter.h"
#include "rankle-diagram-private.h"

/* How each bundled map is laid out: that it can be read from the back of a room. */

#define EACH_GLYPH(i, diagram)                                                           \
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
#define EACH_ARC(i, diagram)                                                             \
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)

static const RankleGlyph *
glyph_at (const RankleDiagram *diagram, guint i)
{
  return rankle_diagram_get_glyph (diagram, i);
}

static gboolean
is_region (const RankleGlyph *glyph)
{
  return glyph->klass == RANKLE_GLYPH_COMPARTMENT;
}

static gboolean
is_process (const RankleGlyph *glyph)
{
  return glyph->klass == RANKLE_GLYPH_PROCESS || glyph->klass == RANKLE_GLYPH_ASSOCIATION;
}

/* The test goes on, so that one look shows all faults. */
static void
report (const char *what, const char *a, const char *b)
{
  g_test_message ("%s %s %s", a, what, b);
  g_test_fail ();
}

/* ---- glyphs ---- */

/* What a region's name stands on is free, too. */
static void
check_apart (const RankleGlyph *a, const RankleGlyph *b)
{
  RankleBox at = is_region (a) ? a->label_box : a->box;
  RankleBox on = is_region (b) ? b->label_box : b->box;

  if (rankle_box_overlaps (at, on))
    report ("lies over", a->id, b->id);
}

static void
test_room (const char *name, const RankleDiagram *diagram)
{
  EACH_GLYPH (i, diagram)
  {
    if (!rankle_box_encloses (rankle_diagram_get_bounds (diagram),
                              glyph_at (diagram, i)->box))
      report ("is not on", glyph_at (diagram, i)->id, name);
    for (guint k = 0; k < i; k++)
      check_apart (glyph_at (diagram, i), glyph_at (diagram, k));
  }
}

/* What stands in a membrane, half out of its region. */
static gboolean
is_in_membrane (const RankleGlyph *glyph, RankleBox region)
{
  return glyph->box.y >= region.y &&
         glyph->box.y + glyph->box.height <= region.y + region.height &&
         rankle_box_overlaps (glyph->box, region);
}

static void
test_regions (const char *name, const RankleDiagram *diagram)
{
  guint n_in_membranes = 0;

  EACH_GLYPH (i, diagram)
  {
    const RankleGlyph *glyph = glyph_at (diagram, i);
    RankleBox          region;

    if (glyph->compartment == RANKLE_NO_GLYPH)
      continue;
    region = glyph_at (diagram, glyph->compartment)->box;
    if (rankle_box_encloses (region, glyph->box))
      continue;
    n_in_membranes += rankle_glyph_is_entity (glyph);
    if (!is_in_membrane (glyph, region))
      report ("is out of", glyph->id, glyph_at (diagram, glyph->compartment)->id);
  }
  g_assert_cmpuint (n_in_membranes, <=, 4);
}

/* The legend hides no glyph, in whatever pane the map is fitted to. */
static void
test_legend (const char *name, const RankleDiagram *diagram)
{
  static const int sizes[][2] = { { 714, 314 }, { 714, 600 },  { 718, 262 },
                                  { 968, 368 }, { 1018, 290 }, { 1610, 520 } };

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      RankleDiagramCamera camera = rankle_diagram_camera_fit (
          rankle_diagram_get_bounds (diagram), sizes[k][0], sizes[k][1]);
      RankleBox legend = rankle_diagram_get_legend_box (
          diagram, camera, sizes[k][0], sizes[k][1], &rankle_diagram_theme_print);

      EACH_GLYPH (i, diagram)
      if (!is_region (glyph_at (diagram, i)) &&
          rankle_box_overlaps (legend, rankle_diagram_camera_box_to_pixel (
                                           camera, glyph_at (diagram, i)->box)))
        report ("is hidden by the legend of", glyph_at (diagram, i)->id, name);
    }
}

/* ---- labels ---- */

/* A usual letter of a usual font, in sizes; the machine's own would make the test
 * another one on each. */
#define LETTER 0.54
/* A label may be made so much narrower. */
#define LEAST_SHRINK 0.88

/* Sizes as in rankle-diagram-ink.h, but for the ratio, which is short. */
static double
get_size (const RankleGlyph *glyph)
{
  return is_region (glyph) ? 23 : glyph->klass == RANKLE_GLYPH_ANNOTATION ? 20 : 26;
}

static double
get_room (const RankleGlyph *glyph)
{
  double width = glyph->box.width, height = glyph->box.height;

  switch ((int)glyph->klass)
    {
    case RANKLE_GLYPH_UNSPECIFIED:
      return 0.8 * width;
    case RANKLE_GLYPH_PHENOTYPE:
    case RANKLE_GLYPH_PERTURBING_AGENT:
      return width - 2 * MIN (0.34 * height, width / 3);
    case RANKLE_GLYPH_COMPLEX:
      return width - 2 * MIN (0.13 * height, width / 6);
    case RANKLE_GLYPH_COMPARTMENT:
    case RANKLE_GLYPH_ANNOTATION:
      return glyph->label_box.width;
    default:
      return width - 2 * CLAMP (0.04 * width, 2, 8);
    }
}

static void
check_label (const RankleGlyph *glyph, const char *label)
{
  double width = LETTER * get_size (glyph) * (double)g_utf8_strlen (label, -1);

  if (get_room (glyph) < LEAST_SHRINK * width)
    report ("is too narrow for", glyph->id, label);
}

static void
check_own_labels (RankleModel *model, gpointer data)
{
  const RankleDiagram *diagram = data;

  EACH_GLYPH (i, diagram)
  {
    const RankleGlyph *glyph = glyph_at (diagram, i);
    const char        *label = rankle_model_get_glyph_label (model, glyph->id);

    if (label != NULL)
      check_label (glyph, label);
  }
}

static void
test_labels (const char *name, const RankleDiagram *diagram)
{
  EACH_GLYPH (i, diagram)
  {
    const RankleGlyph *glyph = glyph_at (diagram, i);

    if (rankle_glyph_is_entity (glyph) && glyph->box.height < 36)
      report ("is too low for its label in", glyph->id, name);
    if (glyph->label != NULL)
      check_label (glyph, glyph->label);
  }
  maps_for_each_model (name, check_own_labels, (gpointer)diagram);
}

/* ---- arcs ---- */

static gboolean
is_port (const RankleGlyph *glyph, RanklePoint point)
{
  for (guint i = 0; i < glyph->n_ports; i++)
    if (hypot (glyph->ports[i].x - point.x, glyph->ports[i].y - point.y) < 1e-6)
      return TRUE;
  return FALSE;
}

static void
check_end (const char *arc, const RankleGlyph *glyph, RanklePoint end)
{
  gboolean on_outline = rankle_glyph_contains (glyph, end, 0.5) &&
                        !rankle_glyph_contains (glyph, end, -0.5);

  if (!on_outline && !is_port (glyph, end))
    report ("does not end on", arc, glyph->id);
}

static void
test_arcs_end_on_outlines (const char *name, const RankleDiagram *diagram)
{
  EACH_ARC (i, diagram)
  {
    const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

    check_end (arc->id, glyph_at (diagram, arc->source), arc->points[0]);
    check_end (arc->id, glyph_at (diagram, arc->target), arc->points[arc->n_points - 1]);
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
check_crossing (const RankleDiagram *diagram, const RankleArc *arc, guint k)
{
  const RankleGlyph *glyph = glyph_at (diagram, k);
  RankleBox          box = is_region (glyph) ? glyph->label_box : glyph->box;

  /* Of its own glyphs an arc touches the rim alone. */
  if (k == arc->source || k == arc->target)
    box = rankle_box_grow (box, -MIN (box.width, box.height) * 0.3);
  if (arc_crosses (arc, box))
    report ("crosses", arc->id, glyph->id);
}

static void
test_arcs_cross_no_label (const char *name, const RankleDiagram *diagram)
{
  EACH_ARC (i, diagram)
  EACH_GLYPH (k, diagram)
  check_crossing (diagram, rankle_diagram_get_arc (diagram, i), k);
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
test_arcs_cross_no_arc (const char *name, const RankleDiagram *diagram)
{
  EACH_ARC (i, diagram)
  for (guint k = 0; k < i; k++)
    {
      const RankleArc *a = rankle_diagram_get_arc (diagram, i);
      const RankleArc *b = rankle_diagram_get_arc (diagram, k);

      if (arcs_cross (a, b))
        report ("crosses", a->id, b->id);
    }
}

/* Process Description: what modulates ends on a process, what is consumed goes into one,
 * what is produced comes out of one. */
static void
test_grammar (const char *name, const RankleDiagram *diagram)
{
  EACH_ARC (i, diagram)
  {
    const RankleArc   *arc = rankle_diagram_get_arc (diagram, i);
    const RankleGlyph *source = glyph_at (diagram, arc->source),
                      *target = glyph_at (diagram, arc->target);
    gboolean production = arc->klass == RANKLE_ARC_PRODUCTION;

    if (is_process (source) != production || is_process (target) == production)
      report ("is no arc of its class in", arc->id, name);
    g_assert_true (
        is_process (glyph_at (diagram, rankle_diagram_get_driver (diagram, i))) ==
        (production || arc->klass == RANKLE_ARC_CONSUMPTION));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  maps_add_test ("diagram-layout/room", test_room);
  maps_add_test ("diagram-layout/regions", test_regions);
  maps_add_test ("diagram-layout/legend", test_legend);
  maps_add_test ("diagram-layout/labels", test_labels);
  maps_add_test ("diagram-layout/arcs-end-on-outlines", test_arcs_end_on_outlines);
  maps_add_test ("diagram-layout/arcs-cross-no-label", test_arcs_cross_no_label);
  maps_add_test ("diagram-layout/arcs-cross-no-arc", test_arcs_cross_no_arc);
  maps_add_test ("diagram-layout/grammar", test_grammar);
  return g_test_run ();
}
