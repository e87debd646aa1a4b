/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-surface-nets.h"

G_BEGIN_DECLS

/* The side of the cube. Its middle is the origin, and y is up, the way of the load. */
#define RANKLE_BONE_SIDE 64
/* What a cube can hold of bone, as a share of its volume. */
#define RANKLE_BONE_LEAST 0.03
#define RANKLE_BONE_MOST  0.45

/**
 * RankleBoneField:
 *
 * Where a cube of trabecular bone has its struts and plates, by a seed. The cube is made
 * up, and of no patient. It is bone of each volume at once: one number moves thickness
 * and spread, both only upwards, so that what is bone in a thin one is bone in each
 * denser one, and struts keep their place as they thin and break. Immutable, atomically
 * reference counted; the same for the same seed and size, each time.
 */
typedef struct _RankleBoneField RankleBoneField;

/* @n: voxels along a side, 16 to 128. Takes about 20 ms for 48. */
RankleBoneField *rankle_bone_field_new (guint n, guint32 seed);
RankleBoneField *rankle_bone_field_ref (RankleBoneField *field);
void             rankle_bone_field_unref (RankleBoneField *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBoneField, rankle_bone_field_unref)

guint rankle_bone_field_get_n (const RankleBoneField *field);

/**
 * RankleBoneSolid:
 *
 * The bone of one volume: at each voxel how deep it lies in bone, in voxels, below 0
 * outside, and no more than 2.2 either way. With one owner on one thread while it is
 * changed; constant from then on. Atomically reference counted.
 */
typedef struct _RankleBoneSolid RankleBoneSolid;

/**
 * rankle_bone_solid_new:
 * @fraction: bone volume over total volume; taken to be within %RANKLE_BONE_LEAST and
 *   %RANKLE_BONE_MOST
 *
 * Returns: (transfer full): bone of that volume, within one in a thousand of the cube's;
 *   pieces may float
 */
RankleBoneSolid *rankle_bone_solid_new (const RankleBoneField *field, double fraction);
RankleBoneSolid *rankle_bone_solid_ref (RankleBoneSolid *solid);
void             rankle_bone_solid_unref (RankleBoneSolid *solid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBoneSolid, rankle_bone_solid_unref)

/* Takes all bone away that is not joined to the largest piece; gives the number of pieces
 * that there were. */
guint rankle_bone_solid_drop_islands (RankleBoneSolid *solid);
/* Takes a ball out, with a soft edge. */
void rankle_bone_solid_dig (RankleBoneSolid *solid, const float middle[3], float radius);

const RankleGrid *rankle_bone_solid_get_grid (const RankleBoneSolid *solid);
/* The share of voxels that are bone. */
double rankle_bone_solid_get_fraction (const RankleBoneSolid *solid);
/* At any place: between voxels in proportion, beyond the cube as at its face [voxels]. */
float rankle_bone_solid_get_depth (const RankleBoneSolid *solid, const float place[3]);
/* The way in which the depth grows, and by how much [voxels per unit of length]. */
void rankle_bone_solid_get_gradient (const RankleBoneSolid *solid,
                                     const float            place[3],
                                     float                  gradient[3]);

/* How deep @place lies in the cube [units of length]. Its edges are a little rounded. */
float rankle_bone_box_get_depth (const float place[3]);

G_END_DECLS
