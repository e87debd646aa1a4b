/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-navigation.h"

#include <math.h>

#include "rankle-diagram-geometry.h"

/* Glyphs whose tops lie within a band of this height [map units] are read as one line. */
#define LINE_HEIGHT 60.0

guint
rankle_diagram_hit (const RankleDiagram *diagram, RanklePoint point, double reach)
{
  guint  found = RANKLE_NO_GLYPH;
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (diagram != NULL, RANKLE_NO_GLYPH);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *glyph = rankle_diagram_get_glyph (diagram, i);
      RanklePoint        center = rankle_box_get_center (glyph->box);
      double             distance = hypot (point.x - center.x, point.y - center.y);

      if (!rankle_glyph_is_entity (glyph) || !rankle_glyph_contains (glyph, point, reach))
        continue;
      /* Within the shape proper wins over within reach of it. */
      if (!rankle_glyph_contains (glyph, point, 0))
        distance += 1e6;
      if (distance < least)
        {
          least = distance;
          found = i;
        }
    }
  return found;
}

static gboolean
is_row (RankleDirection direction)
{
  return direction == RANKLE_DIRECTION_LEFT || direction == RANKLE_DIRECTION_RIGHT;
}

/* How far to go along @direction; sideways way counts double, and a glyph more beside
 * than ahead is not ahead. < 0: it is not there. */
static double
get_effort (RankleBox from, RankleBox to, RankleDirection direction)
{
  RanklePoint a = rankle_box_get_center (from), b = rankle_box_get_center (to);
  double      ahead = is_row (direction) ? b.x - a.x : b.y - a.y;
  double      aside = is_row (direction) ? b.y - a.y : b.x - a.x;

  if (direction == RANKLE_DIRECTION_LEFT || direction == RANKLE_DIRECTION_UP)
    ahead = -ahead;
  if (ahead <= 0 || fabs (aside) > 2.2 * ahead)
    return -1;
  return hypot (ahead, 2 * aside);
}

guint
rankle_diagram_step (const RankleDiagram *diagram, guint from, RankleDirection direction)
{
  const RankleGlyph *here;
  guint              best = from;
  double             least = G_MAXDOUBLE;

  g_return_val_if_fail (diagram != NULL, RANKLE_NO_GLYPH);

  if (from >= rankle_diagram_get_n_glyphs (diagram))
    {
      guint             n;
      g_autofree guint *order = rankle_diagram_get_reading_order (diagram, &n);

      return n > 0 ? order[0] : RANKLE_NO_GLYPH;
    }
  here = rankle_diagram_get_glyph (diagram, from);
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *there = rankle_diagram_get_glyph (diagram, i);
      double             effort = get_effort (here->box, there->box, direction);

      if (i == from || !rankle_glyph_is_entity (there) || effort < 0 || effort >= least)
        continue;
      least = effort;
      best = i;
    }
  return best;
}

static double
get_region_top (const RankleDiagram *diagram, const RankleGlyph *glyph)
{
  if (glyph->compartment == RANKLE_NO_GLYPH)
    return glyph->box.y;
  return rankle_diagram_get_glyph (diagram, glyph->compartment)->box.y;
}

static int
compare_reading (gconstpointer a, gconstpointer b, gpointer data)
{
  const RankleDiagram *diagram = data;
  guint                i = *(const guint *)a, j = *(const guint *)b;
  const RankleGlyph   *one = rankle_diagram_get_glyph (diagram, i);
  const RankleGlyph   *two = rankle_diagram_get_glyph (diagram, j);
  double region = get_region_top (diagram, one) - get_region_top (diagram, two);
  double lines = floor (one->box.y / LINE_HEIGHT) - floor (two->box.y / LINE_HEIGHT);

  if (one->compartment != two->compartment && region != 0)
    return region < 0 ? -1 : 1;
  if (lines != 0)
    return lines < 0 ? -1 : 1;
  if (one->box.x < two->box.x || one->box.x > two->box.x)
    return one->box.x < two->box.x ? -1 : 1;
  return i < j ? -1 : i > j;
}

guint *
rankle_diagram_get_reading_order (const RankleDiagram *diagram, guint *n)
{
  guint *order;
  guint  found = 0;

  g_return_val_if_fail (diagram != NULL && n != NULL, NULL);

  order = g_new (guint, MAX (rankle_diagram_get_n_glyphs (diagram), 1));
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    if (rankle_glyph_is_entity (rankle_diagram_get_glyph (diagram, i)))
      order[found++] = i;
  g_qsort_with_data (order, (int)found, sizeof (guint), compare_reading,
                     (gpointer)diagram);
  *n = found;
  return order;
}
