/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The last step of reading: ids become indices, arcs are led to the outlines of their
 * glyphs. */

#include "config.h"

#include "rankle-diagram-reader.h"

#include <glib/gi18n-lib.h>

#include "rankle-diagram-geometry.h"

static RankleGlyph *
get_glyph (RankleReading *reading, guint index)
{
  g_assert (index < reading->diagram->glyphs->len);
  return &g_array_index (reading->diagram->glyphs, RankleGlyph, index);
}

static gboolean
look_up (RankleReading *reading, const char *id, guint *index, GError **error)
{
  gpointer found = g_hash_table_lookup (reading->diagram->by_id, id);

  if (found == NULL)
    found = g_hash_table_lookup (reading->ports, id);
  if (found == NULL)
    {
      g_set_error (error, RANKLE_DIAGRAM_ERROR, RANKLE_DIAGRAM_ERROR_REFERENCE,
                   _ ("there is no glyph “%s”"), _rankle_reading_clip (reading, id));
      return FALSE;
    }
  *index = GPOINTER_TO_UINT (found) - 1;
  return TRUE;
}

/* An end that names a port stands where it stands; one that names a glyph, on its
 * outline. */
static void
attach_arc (RankleReading *reading, RankleArc *arc, const RankleReference *reference)
{
  guint last = arc->n_points - 1;

  g_assert (arc->n_points >= 2);
  if (!g_hash_table_contains (reading->ports, reference->source))
    arc->points[0] = rankle_glyph_clip (get_glyph (reading, arc->source), arc->points[1],
                                        arc->points[0]);
  if (!g_hash_table_contains (reading->ports, reference->target))
    arc->points[last] = rankle_glyph_clip (get_glyph (reading, arc->target),
                                           arc->points[last - 1], arc->points[last]);
}

static gboolean
resolve_ends (RankleReading *reading, int *line, GError **error)
{
  g_assert (reading->ends->len == reading->diagram->arcs->len);
  for (guint i = 0; i < reading->ends->len; i++)
    {
      RankleReference *reference = &g_array_index (reading->ends, RankleReference, i);
      RankleArc       *arc =
          &g_array_index (reading->diagram->arcs, RankleArc, reference->index);

      *line = reference->line;
      if (!look_up (reading, reference->source, &arc->source, error) ||
          !look_up (reading, reference->target, &arc->target, error))
        return FALSE;
      attach_arc (reading, arc, reference);
    }
  return TRUE;
}

static gboolean
resolve_regions (RankleReading *reading, int *line, GError **error)
{
  for (guint i = 0; i < reading->regions->len; i++)
    {
      RankleReference *reference = &g_array_index (reading->regions, RankleReference, i);
      RankleGlyph     *glyph = get_glyph (reading, reference->index);

      *line = reference->line;
      if (!look_up (reading, reference->target, &glyph->compartment, error))
        return FALSE;
      if (get_glyph (reading, glyph->compartment)->klass == RANKLE_GLYPH_COMPARTMENT)
        continue;
      g_set_error (error, RANKLE_DIAGRAM_ERROR, RANKLE_DIAGRAM_ERROR_REFERENCE,
                   _ ("“%s” is no compartment"),
                   _rankle_reading_clip (reading, reference->target));
      return FALSE;
    }
  return TRUE;
}

/* What is about an arc, or about nothing that is drawn, is only not told of a glyph. */
static void
resolve_callouts (RankleReading *reading)
{
  for (guint i = 0; i < reading->callouts->len; i++)
    {
      RankleReference *reference = &g_array_index (reading->callouts, RankleReference, i);
      gpointer found = g_hash_table_lookup (reading->diagram->by_id, reference->target);

      if (found != NULL)
        get_glyph (reading, reference->index)->about = GPOINTER_TO_UINT (found) - 1;
    }
}

static gboolean
resolve_level (RankleReading *reading, const RankleReference *level, GError **error)
{
  g_auto (GStrv) ids = g_strsplit_set (level->target, " \t\n", -1);

  for (char **id = ids; *id != NULL; id++)
    {
      guint glyph;

      if (**id == '\0')
        continue;
      if (!look_up (reading, *id, &glyph, error))
        return FALSE;
      get_glyph (reading, glyph)->level = level->index;
    }
  return TRUE;
}

static gboolean
resolve_levels (RankleReading *reading, int *line, GError **error)
{
  for (guint i = 0; i < reading->levels->len; i++)
    {
      const RankleReference *level = &g_array_index (reading->levels, RankleReference, i);

      *line = level->line;
      if (!resolve_level (reading, level, error))
        return FALSE;
    }
  return TRUE;
}

static void
find_bounds (RankleReading *reading)
{
  double left = G_MAXDOUBLE, top = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < reading->diagram->glyphs->len; i++)
    {
      RankleBox box = get_glyph (reading, i)->box;

      left = MIN (left, box.x);
      top = MIN (top, box.y);
      right = MAX (right, box.x + box.width);
      bottom = MAX (bottom, box.y + box.height);
    }
  reading->diagram->bounds = (RankleBox){ left, top, right - left, bottom - top };
}

gboolean
_rankle_reading_resolve (RankleReading *reading, int *line, GError **error)
{
  if (reading->diagram->glyphs->len == 0)
    {
      g_set_error (error, RANKLE_DIAGRAM_ERROR, RANKLE_DIAGRAM_ERROR_CONTENT,
                   _ ("there is nothing on the map"));
      return FALSE;
    }
  if (!reading->has_box)
    find_bounds (reading);
  resolve_callouts (reading);
  return resolve_regions (reading, line, error) && resolve_ends (reading, line, error) &&
         resolve_levels (reading, line, error);
}
