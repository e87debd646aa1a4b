/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-callout.h"

#include <math.h>

#include "rankle-diagram-geometry.h"

#define APART  12.0 /* from the glyph: there is room for its rings [px] */
#define STRIDE 8.0  /* between the places that are tried [px] */
/* What a pixel of distance costs against a pixel of another glyph that is hidden. */
#define DISTANCE_COST 100.0
/* Hiding the glyph itself costs more than anything else can. */
#define OWN_COST 1e6

static double
get_overlap (RankleBox a, RankleBox b)
{
  double width = MIN (a.x + a.width, b.x + b.width) - MAX (a.x, b.x);
  double height = MIN (a.y + a.height, b.y + b.height) - MAX (a.y, b.y);

  return width > 0 && height > 0 ? width * height : 0;
}

/* From edge to edge. */
static double
get_distance (RankleBox a, RankleBox b)
{
  double aside = MAX (a.x - b.x - b.width, b.x - a.x - a.width);
  double above = MAX (a.y - b.y - b.height, b.y - a.y - a.height);

  return hypot (MAX (aside, 0), MAX (above, 0));
}

static double
get_cost (const RankleDiagram *diagram,
          guint                glyph,
          RankleDiagramCamera  camera,
          RankleBox            own,
          RankleBox            card)
{
  double cost =
      DISTANCE_COST * get_distance (own, card) + OWN_COST * (get_overlap (card, own) > 1);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *it = rankle_diagram_get_glyph (diagram, i);

      if (i != glyph && rankle_glyph_is_entity (it))
        cost += get_overlap (card, rankle_diagram_camera_box_to_pixel (camera, it->box));
    }
  return cost;
}

RankleBox
rankle_diagram_place_callout (const RankleDiagram *diagram,
                              guint                glyph,
                              RankleDiagramCamera  camera,
                              RankleBox            surface,
                              double               width,
                              double               height)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (diagram, glyph);
  RankleBox          card = { surface.x, surface.y, width, height }, best = card, own;
  double             right = MAX (surface.x + surface.width - width, surface.x);
  double             bottom = MAX (surface.y + surface.height - height, surface.y);
  double             least = G_MAXDOUBLE;

  g_return_val_if_fail (it != NULL, best);

  own = rankle_box_grow (rankle_diagram_camera_box_to_pixel (camera, it->box), APART);
  for (card.y = surface.y; card.y <= bottom; card.y += STRIDE)
    for (card.x = surface.x; card.x <= right; card.x += STRIDE)
      {
        double cost = get_cost (diagram, glyph, camera, own, card);

        if (cost >= least)
          continue;
        least = cost;
        best = card;
      }
  g_assert (best.x >= surface.x && best.x <= right && best.y >= surface.y &&
            best.y <= bottom);
  return best;
}
