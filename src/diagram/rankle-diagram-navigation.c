/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-navigation.h"

#include <math.h>

#include "rankle-diagram-geometry.h"

/* Glyphs whose middles lie within a band of this height, counted from the top of their
 * region, are read as one line [map units]. */
#define LINE_HEIGHT 72.0
/* What arrows make of way aside, in terms of way ahead. */
#define ASIDE_COST 3.0
#define ASKEW_COST 0.3
#define MOST_ASIDE 2.2

guint
rankle_diagram_hit (const RankleDiagram *diagram, RanklePoint point, double reach)
{
  guint  found = RANKLE_NO_GLYPH;
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (diagram != NULL && reach >= 0, RANKLE_NO_GLYPH);

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

/* A box as seen in a direction: @near lies before @far, @low and @high are its flanks. */
typedef struct
{
  double near, far, low, high;
} Extent;

static Extent
look_along (RankleBox box, RankleDirection direction)
{
  Extent across = { -(box.x + box.width), -box.x, box.y, box.y + box.height };
  Extent along = { -(box.y + box.height), -box.y, box.x, box.x + box.width };

  switch (direction)
    {
    case RANKLE_DIRECTION_LEFT:
      return across;
    case RANKLE_DIRECTION_RIGHT:
      return (Extent){ box.x, box.x + box.width, across.low, across.high };
    case RANKLE_DIRECTION_UP:
      return along;
    case RANKLE_DIRECTION_DOWN:
    default:
      return (Extent){ box.y, box.y + box.height, along.low, along.high };
    }
}

/* From the edge of the one to the middle of the other. What is not in line costs its way
 * aside and all of its way threefold; what is far more beside than ahead is not ahead.
 * < 0: it is not there. */
static double
get_effort (RankleBox from, RankleBox to, RankleDirection direction)
{
  Extent a = look_along (from, direction), b = look_along (to, direction);
  double ahead = (b.near + b.far) / 2 - a.far;
  double aside = MAX (b.low - a.high, a.low - b.high);
  double askew = fabs (b.low + b.high - a.low - a.high) / 2;

  g_assert (a.near <= a.far && b.near <= b.far && a.low <= a.high && b.low <= b.high);
  if (ahead <= 0 || aside > MOST_ASIDE * ahead)
    return -1;
  return aside < 0 ? hypot (ahead, ASKEW_COST * askew)
                   : ASIDE_COST * hypot (ahead, ASIDE_COST * aside);
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
    return rankle_diagram_get_bounds (diagram).y;
  return rankle_diagram_get_glyph (diagram, glyph->compartment)->box.y;
}

static double
get_line (const RankleDiagram *diagram, const RankleGlyph *glyph)
{
  return floor ((rankle_box_get_center (glyph->box).y - get_region_top (diagram, glyph)) /
                LINE_HEIGHT);
}

static int
compare_reading (gconstpointer a, gconstpointer b, gpointer data)
{
  const RankleDiagram *diagram = data;
  guint                i = *(const guint *)a, j = *(const guint *)b;
  const RankleGlyph   *one = rankle_diagram_get_glyph (diagram, i);
  const RankleGlyph   *two = rankle_diagram_get_glyph (diagram, j);
  double region = get_region_top (diagram, one) - get_region_top (diagram, two);
  double lines = get_line (diagram, one) - get_line (diagram, two);

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
