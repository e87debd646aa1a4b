/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <graphene.h>

#include "rankle-complex-geometry.h"

/* Each thing in a scene has a number, which says what is under a pixel. */

G_BEGIN_DECLS

typedef enum
{
  RANKLE_THING_NONE = 0,
  RANKLE_THING_RANKL = 1, /* and its other protomers */
  RANKLE_THING_UPPER_MEMBRANE = 8,
  RANKLE_THING_LOWER_MEMBRANE = 9,
  RANKLE_THING_HOLDER = 16, /* on: 4 for each holder, of which 3 are grooves */
  RANKLE_THING_BONE = 64,
  RANKLE_THING_CUT = 65,        /* where the cube ends in bone */
  RANKLE_THING_OSTEOCLAST = 72, /* and three more, so that neighbours differ */
  RANKLE_THING_OSTEOBLAST = 80, /* and three more */
} RankleThing;

#define RANKLE_THING_N_ALIKE 4

guint rankle_thing_of_holder (RankleHolder holder, guint groove);
/* What is in a groove there; RANKLE_HOLDER_FREE: @thing is none of that. */
RankleHolder rankle_thing_get_holder (guint thing, guint *groove);

/**
 * RankleAnchor:
 * @place: in the scene's frame
 * @thing: what has to be in sight there for a leader to point at it
 *
 * Where a label may point to.
 */
typedef struct
{
  graphene_point3d_t place;
  guint              thing;
} RankleAnchor;

#define RANKLE_ANCHORS_MOST RANKLE_GROOVES

/* Where a label of @body, or of one part of it, may point to while the grooves are held
 * by
 * @holders; 0: it is not shown. Returns how many there are. */
guint rankle_complex_list_anchors (const RankleComplexGeometry *geometry,
                                   const RankleHolder           holders[RANKLE_GROOVES],
                                   RankleBody                   body,
                                   guint                        part,
                                   RankleAnchor anchors[RANKLE_ANCHORS_MOST]);

G_END_DECLS
