/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-diagram-callout.h"

#include <math.h>

#include "rankle-diagram-geometry.h"
#include "rankle-diagram-words.h"

#define APART     12.0 /* from the glyph: there is room for its rings [px] */
#define ARC_APART 8.0  /* from an arc and its head [px] */
#define STRIDE    8.0  /* between the places that are tried [px] */
/* What a pixel of distance costs against a pixel of another glyph that is hidden. */
#define DISTANCE_COST 100.0
/* Hiding the glyph itself costs more than anything else can. */
#define OWN_COST 1e9
/* So does what would hide its rings, or the arc's head, but for that. */
#define NEAR_COST 1e6

/* Of a glyph that the arc has to do with. */
#define SPOKEN_COST 1e5

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

/* What a card tells of: boxes on the surface (array length=n), around each of which
 * @apart is kept clear, too, where there is room; its glyph, if it is one; @spoken
 * (nullable) (array length=glyphs): what else is spoken of, to be seen if it can be. */
typedef struct
{
  RankleBox *boxes;
  guint      n;
  double     apart; /* [px] */
  guint      glyph;
  gboolean  *spoken;
} Subject;

static double
get_own_cost (const Subject *subject, RankleBox card)
{
  double nearest = G_MAXDOUBLE, cost = 0;

  for (guint i = 0; i < subject->n; i++)
    {
      RankleBox around = rankle_box_grow (subject->boxes[i], subject->apart);

      nearest = MIN (nearest, get_distance (around, card));
      cost += NEAR_COST * (get_overlap (card, around) > 1);
      cost += OWN_COST * rankle_box_overlaps (card, subject->boxes[i]);
    }
  return DISTANCE_COST * nearest + cost;
}

static double
get_cost (const RankleDiagram *diagram,
          const Subject       *subject,
          RankleDiagramCamera  camera,
          RankleBox            card)
{
  double cost = get_own_cost (subject, card);

  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    {
      const RankleGlyph *it = rankle_diagram_get_glyph (diagram, i);
      double             hidden;

      if (i == subject->glyph || !rankle_glyph_is_entity (it))
        continue;
      hidden = get_overlap (card, rankle_diagram_camera_box_to_pixel (camera, it->box));
      cost += hidden;
      if (hidden > 1 && subject->spoken != NULL && subject->spoken[i])
        cost += SPOKEN_COST;
    }
  return cost;
}

static RankleBox
place (const RankleDiagram *diagram,
       const Subject       *subject,
       RankleDiagramCamera  camera,
       RankleBox            surface,
       double               width,
       double               height)
{
  RankleBox card = { surface.x, surface.y, width, height }, best = card;
  double    right = MAX (surface.x + surface.width - width, surface.x);
  double    bottom = MAX (surface.y + surface.height - height, surface.y);
  double    least = G_MAXDOUBLE;

  /* To the edges, too, wherever they lie between strides. */
  for (double y = surface.y; y < bottom + STRIDE; y += STRIDE)
    for (double x = surface.x; x < right + STRIDE; x += STRIDE)
      {
        double cost;

        card.x = MIN (x, right);
        card.y = MIN (y, bottom);
        cost = get_cost (diagram, subject, camera, card);
        if (cost >= least)
          continue;
        least = cost;
        best = card;
      }
  g_assert (best.x >= surface.x && best.x <= right && best.y >= surface.y &&
            best.y <= bottom);
  return best;
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
  RankleBox          own;
  Subject            subject = { &own, 1, APART, glyph, NULL };

  g_return_val_if_fail (it != NULL, ((RankleBox){ surface.x, surface.y, width, height }));

  own = rankle_diagram_camera_box_to_pixel (camera, it->box);
  return place (diagram, &subject, camera, surface, width, height);
}

static RankleBox
get_segment_box (RankleDiagramCamera camera, RanklePoint a, RanklePoint b)
{
  RankleBox box = { MIN (a.x, b.x), MIN (a.y, b.y), fabs (a.x - b.x), fabs (a.y - b.y) };

  return rankle_box_grow (rankle_diagram_camera_box_to_pixel (camera, box), 1);
}

RankleBox
rankle_diagram_place_arc_callout (const RankleDiagram *diagram,
                                  guint                arc,
                                  RankleDiagramCamera  camera,
                                  RankleBox            surface,
                                  double               width,
                                  double               height)
{
  const RankleArc      *it = rankle_diagram_get_arc (diagram, arc);
  g_autofree RankleBox *boxes = NULL;
  Subject               subject = { NULL, 0, ARC_APART, RANKLE_NO_GLYPH, NULL };
  g_autofree gboolean  *spoken = NULL;

  g_return_val_if_fail (it != NULL, ((RankleBox){ surface.x, surface.y, width, height }));

  subject.spoken = spoken = g_new0 (gboolean, rankle_diagram_get_n_glyphs (diagram));
  for (guint i = 0; i < rankle_diagram_get_n_glyphs (diagram); i++)
    spoken[i] = rankle_diagram_arc_concerns (diagram, arc, i);
  subject.boxes = boxes = g_new0 (RankleBox, it->n_points);
  for (guint i = 0; i + 1 < it->n_points; i++)
    boxes[subject.n++] = get_segment_box (camera, it->points[i], it->points[i + 1]);
  return place (diagram, &subject, camera, surface, width, height);
}

gboolean
rankle_diagram_callout_is_clear_of_arc (const RankleDiagram *diagram,
                                        guint                arc,
                                        RankleDiagramCamera  camera,
                                        RankleBox            card)
{
  const RankleArc *it = rankle_diagram_get_arc (diagram, arc);

  g_return_val_if_fail (it != NULL, TRUE);

  for (guint i = 0; i + 1 < it->n_points; i++)
    if (rankle_segment_crosses_box (
            rankle_diagram_camera_to_pixel (camera, it->points[i]),
            rankle_diagram_camera_to_pixel (camera, it->points[i + 1]), card))
      return FALSE;
  return TRUE;
}

gboolean
rankle_diagram_callout_is_clear_of_glyph (const RankleDiagram *diagram,
                                          guint                glyph,
                                          RankleDiagramCamera  camera,
                                          RankleBox            card)
{
  const RankleGlyph *it = rankle_diagram_get_glyph (diagram, glyph);

  g_return_val_if_fail (it != NULL, TRUE);

  return !rankle_box_overlaps (card,
                               rankle_diagram_camera_box_to_pixel (camera, it->box));
}
