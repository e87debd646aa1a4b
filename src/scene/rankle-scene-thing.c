/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-scene-thing.h"

G_STATIC_ASSERT (RANKLE_GROOVES <= RANKLE_THING_N_ALIKE);
G_STATIC_ASSERT (RANKLE_THING_HOLDER + RANKLE_N_HOLDERS * RANKLE_THING_N_ALIKE <=
                 RANKLE_THING_BONE);

guint
rankle_thing_of_holder (RankleHolder holder, guint groove)
{
  g_return_val_if_fail (groove < RANKLE_GROOVES, RANKLE_THING_NONE);

  if (holder == RANKLE_HOLDER_FREE)
    return RANKLE_THING_NONE;
  return RANKLE_THING_HOLDER + holder * RANKLE_THING_N_ALIKE + groove;
}

RankleHolder
rankle_thing_get_holder (guint thing, guint *groove)
{
  guint from = thing - RANKLE_THING_HOLDER;

  *groove = 0;
  if (thing < RANKLE_THING_HOLDER || from >= RANKLE_N_HOLDERS * RANKLE_THING_N_ALIKE ||
      from % RANKLE_THING_N_ALIKE >= RANKLE_GROOVES)
    return RANKLE_HOLDER_FREE;
  *groove = from % RANKLE_THING_N_ALIKE;
  return (RankleHolder)(from / RANKLE_THING_N_ALIKE);
}

/* ---- where labels point to ---- */

static gboolean
has_body (RankleHolder holder, RankleBody body)
{
  guint             n;
  const RankleBody *bodies = rankle_complex_get_bodies (holder, &n);

  for (guint i = 0; i < n; i++)
    if (bodies[i] == body)
      return TRUE;
  return FALSE;
}

static guint
find_thing (const RankleHolder holders[RANKLE_GROOVES], RankleBody body, guint copy)
{
  if (body == RANKLE_BODY_RANKL || body == RANKLE_BODY_RANKL_STALK)
    return RANKLE_THING_RANKL + copy;
  return has_body (holders[copy], body) ? rankle_thing_of_holder (holders[copy], copy)
                                        : RANKLE_THING_NONE;
}

static graphene_point3d_t
to_point (RanklePlace place)
{
  return GRAPHENE_POINT3D_INIT ((float)place.x, (float)place.y, (float)place.z);
}

/* A disc is the same from all sides: it is seen at the side that is turned to the eye. */
static guint
list_rim (RanklePlace at, RankleThing thing, RankleAnchor *anchors)
{
  for (guint copy = 0; copy < RANKLE_ANCHORS_MOST; copy++)
    anchors[copy] =
        (RankleAnchor){ to_point (rankle_complex_turn (at, copy)), (guint)thing };
  return RANKLE_ANCHORS_MOST;
}

guint
rankle_complex_list_anchors (const RankleComplexGeometry *geometry,
                             const RankleHolder           holders[RANKLE_GROOVES],
                             RankleBody                   body,
                             guint                        part,
                             RankleAnchor                 anchors[RANKLE_ANCHORS_MOST])
{
  RanklePlace at = rankle_complex_geometry_get_anchor (geometry, body, part);
  guint       n = 0;

  if (body == RANKLE_BODY_UPPER_MEMBRANE)
    return list_rim (at, RANKLE_THING_UPPER_MEMBRANE, anchors);
  if (body == RANKLE_BODY_LOWER_MEMBRANE)
    return list_rim (at, RANKLE_THING_LOWER_MEMBRANE, anchors);
  for (guint copy = 0; copy < RANKLE_GROOVES; copy++)
    {
      guint thing = find_thing (holders, body, copy);

      if (thing != RANKLE_THING_NONE)
        anchors[n++] = (RankleAnchor){ to_point (rankle_complex_turn (at, copy)), thing };
    }
  return n;
}
