/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-field.h"

G_BEGIN_DECLS

/**
 * RankleBoneExtra:
 * @RANKLE_BONE_CUT: where the bone is cut by a face of the cube, above 128; elsewhere
 *   below. It runs smoothly from one to the other, so that the border, where it is 128,
 * is a line also between vertices
 * @RANKLE_BONE_OCCLUSION: how much bone is around: 0 none, 255 nothing else
 * @RANKLE_BONE_CHANGE: 128 where the surface was here at the start, too; below where it
 *   lay further out, so that bone was lost here, above where it is new; 80 for a 64th of
 *   the side
 *
 * Which extra of a vertex of the bone means what.
 */
typedef enum
{
  RANKLE_BONE_CUT,
  RANKLE_BONE_OCCLUSION,
  RANKLE_BONE_CHANGE,
} RankleBoneExtra;

#define RANKLE_BONE_CUT_EDGE        128
#define RANKLE_BONE_NO_CHANGE       128
#define RANKLE_BONE_CHANGE_PER_UNIT 80

/* (transfer full): the surface of @solid, cut by the cube, and so closed; changed against
 * @start, which is of the same size. */
RankleMesh *rankle_bone_mesh_new (const RankleBoneSolid *solid,
                                  const RankleBoneSolid *start);

G_END_DECLS
