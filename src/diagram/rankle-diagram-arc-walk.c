/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-arc-walk.h"

#include <math.h>

#include "rankle-diagram-words.h"

static gboolean
is_drawn (const RankleDiagram *diagram, guint arc, RankleDiagramDetail detail)
{
  const RankleArc *it = rankle_diagram_get_arc (diagram, arc);

  return detail == RANKLE_DETAIL_NEAREST ||
         rankle_diagram_get_glyph (diagram, it->source)->klass !=
             RANKLE_GLYPH_SOURCE_AND_SINK;
}

static double
get_distance_to_segment (RanklePoint point, RanklePoint a, RanklePoint b)
{
  double dx = b.x - a.x, dy = b.y - a.y, length = dx * dx + dy * dy;
  double along = length > 0 ? ((point.x - a.x) * dx + (point.y - a.y) * dy) / length : 0;

  along = CLAMP (along, 0, 1);
  return hypot (point.x - a.x - along * dx, point.y - a.y - along * dy);
}

guint
rankle_diagram_hit_arc (const RankleDiagram *diagram,
                        RanklePoint          point,
                        double               reach,
                        RankleDiagramDetail  detail)
{
  guint  found = RANKLE_NO_ARC;
  double least = reach;

  g_return_val_if_fail (diagram != NULL && reach >= 0, RANKLE_NO_ARC);

  for (guint i = 0; i < rankle_diagram_get_n_arcs (diagram); i++)
    {
      const RankleArc *arc = rankle_diagram_get_arc (diagram, i);

      for (guint k = 0; is_drawn (diagram, i, detail) && k + 1 < arc->n_points; k++)
        {
          double distance =
              get_distance_to_segment (point, arc->points[k], arc->points[k + 1]);

          if (distance > least)
            continue;
          least = distance;
          found = i;
        }
    }
  return found;
}

guint
rankle_diagram_step_arc (const RankleDiagram *diagram,
                         guint                glyph,
                         guint                arc,
                         gboolean             forward,
                         RankleDiagramDetail  detail)
{
  guint n, at;

  g_return_val_if_fail (diagram != NULL, RANKLE_NO_ARC);
  g_return_val_if_fail (glyph < rankle_diagram_get_n_glyphs (diagram), RANKLE_NO_ARC);

  n = rankle_diagram_get_n_arcs (diagram);
  at = arc != RANKLE_NO_ARC ? arc : forward ? n - 1 : 0;
  for (guint i = 0; i < n; i++)
    {
      at = (at + (forward ? 1 : n - 1)) % n;
      if (is_drawn (diagram, at, detail) &&
          rankle_diagram_arc_concerns (diagram, at, glyph))
        return at;
    }
  return RANKLE_NO_ARC;
}
