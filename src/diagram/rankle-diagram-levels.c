/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A map told level by level. What is no entity follows what it has to do with: a process
 * is shown when all that it takes and gives is, a region when something in it is, an arc
 * with both of its ends. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rankle-diagram-private.h"

guint
rankle_diagram_get_n_levels (const RankleDiagram *diagram)
{
  g_return_val_if_fail (diagram != NULL, 0);

  return diagram->levels->len;
}

const char *
rankle_diagram_get_level_name (const RankleDiagram *diagram, guint level)
{
  g_return_val_if_fail (diagram != NULL && level < diagram->levels->len, NULL);

  return _ (g_ptr_array_index (diagram->levels, level));
}

/* ---- which ---- */

static gboolean
is_process (const RankleDiagram *diagram, guint glyph)
{
  RankleGlyphClass klass = rankle_diagram_get_glyph (diagram, glyph)->klass;

  return klass == RANKLE_GLYPH_PROCESS || klass == RANKLE_GLYPH_ASSOCIATION;
}

static guint
find_process_level (const RankleDiagram *diagram, guint process)
{
  guint level = 0;

  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

      if (arc->klass == RANKLE_ARC_CONSUMPTION && arc->target == process)
        level = MAX (level, rankle_diagram_get_glyph (diagram, arc->source)->level);
      if (arc->klass == RANKLE_ARC_PRODUCTION && arc->source == process)
        level = MAX (level, rankle_diagram_get_glyph (diagram, arc->target)->level);
    }
  return level;
}

static guint
find_source_level (const RankleDiagram *diagram, guint source)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

      if (arc->source == source && is_process (diagram, arc->target))
        return find_process_level (diagram, arc->target);
      if (arc->target == source && is_process (diagram, arc->source))
        return find_process_level (diagram, arc->source);
    }
  return 0;
}

static guint
find_region_level (const RankleDiagram *diagram, guint region)
{
  guint level = G_MAXUINT;

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (diagram, i);

      if (glyph->compartment == region && rankle_glyph_is_entity (glyph))
        level = MIN (level, glyph->level);
    }
  return level == G_MAXUINT ? 0 : level;
}

static guint
find_level (const RankleDiagram *diagram, guint glyph)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (diagram, glyph);

  if (rankle_glyph_is_entity (it))
    return it->level;
  if (is_process (diagram, glyph))
    return find_process_level (diagram, glyph);
  if (it->klass == RANKLE_GLYPH_SOURCE_AND_SINK)
    return find_source_level (diagram, glyph);
  if (it->klass == RANKLE_GLYPH_COMPARTMENT)
    return find_region_level (diagram, glyph);
  if (it->about == RANKLE_NO_GLYPH)
    return 0;
  /* A file may have captions that are about each other. */
  return rankle_diagram_get_glyph (diagram, it->about)->klass == RANKLE_GLYPH_ANNOTATION
             ? 0
             : find_level (diagram, it->about);
}

/* ---- the part ---- */

/* (transfer full): where each glyph of the whole stands in the part, or NO_GLYPH. */
static guint *
take_glyphs (RankleDiagram *part, const RankleDiagram *whole, guint level)
{
  guint *places = g_new (guint, rankle_diagram_get_n_glyphs (whole) + 1);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (whole); i++)
    {
      RankleGlyph glyph = *rankle_diagram_get_glyph (whole, i);

      places[i] = RANKLE_NO_GLYPH;
      if (find_level (whole, i) > level)
        continue;
      places[i] = part->glyphs->len;
      g_array_append_val (part->glyphs, glyph);
      g_hash_table_insert (part->by_id, (gpointer)glyph.id,
                           GUINT_TO_POINTER (part->glyphs->len));
    }
  return places;
}

static guint
move (const guint *places, guint glyph)
{
  return glyph == RANKLE_NO_GLYPH ? RANKLE_NO_GLYPH : places[glyph];
}

static void
take_arcs (RankleDiagram *part, const RankleDiagram *whole, const guint *places)
{
  for (guint i = 0; i < rankle_diagram_get_n_arcs (whole); i++)
    {
      RankleArc arc = *rankle_diagram_get_arc (whole, i);

      arc.source = places[arc.source];
      arc.target = places[arc.target];
      if (arc.source == RANKLE_NO_GLYPH || arc.target == RANKLE_NO_GLYPH)
        continue;
      arc.points = g_memdup2 (arc.points, arc.n_points * sizeof (RanklePoint));
      g_array_append_val (part->arcs, arc);
    }
}

/* Its levels are those of the whole: who shows a part offers the others. */
static RankleDiagram *
make_part (RankleDiagram *diagram, guint level)
{
  RankleDiagram    *part;
  g_autofree guint *places = NULL;

  g_assert (level < diagram->levels->len);

  part = _rankle_diagram_alloc ();
  part->whole = rankle_diagram_ref (diagram);
  part->bounds = diagram->bounds;
  for (guint i = 0; i < diagram->levels->len; i++)
    g_ptr_array_add (part->levels, g_ptr_array_index (diagram->levels, i));
  places = take_glyphs (part, diagram, level);
  for (guint i = 0; i < part->glyphs->len; i++)
    {
      RankleGlyph *glyph = &g_array_index (part->glyphs, RankleGlyph, i);

      glyph->compartment = move (places, glyph->compartment);
      glyph->about = move (places, glyph->about);
    }
  take_arcs (part, diagram, places);
  return part;
}

RankleDiagram *
rankle_diagram_show_levels (RankleDiagram *diagram, guint levels)
{
  g_return_val_if_fail (diagram != NULL, NULL);

  if (levels == 0 || levels >= diagram->levels->len)
    return rankle_diagram_ref (diagram);
  return make_part (diagram, levels - 1);
}
