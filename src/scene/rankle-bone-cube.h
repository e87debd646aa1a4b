/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-cells.h"
#include "rankle-bone-mesh.h"

G_BEGIN_DECLS

/**
 * RankleBoneKey:
 * @start: bone volume over total volume when the run begins, in steps of
 * %RANKLE_BONE_STEP
 * @volume: the same now
 * @osteoclasts: how many there are, and so how many pits
 *
 * What the shape of a cube depends on. Plain; those with equal fields ask for the same
 * cube.
 */
typedef struct
{
  guint start, volume, osteoclasts;
} RankleBoneKey;

/* Of the volume: half a per cent, so that a loss of a tenth of 20 % is four steps. */
#define RANKLE_BONE_STEP 0.005

/* The key of bone of these volumes, kept to what a cube can hold, and with the
 * osteoclasts that stand for that ratio to the baseline (NaN: none). */
RankleBoneKey
rankle_bone_key (double start_fraction, double fraction, double osteoclast_ratio);
gboolean rankle_bone_key_equal (const RankleBoneKey *a, const RankleBoneKey *b);

/**
 * RankleBoneCube:
 *
 * All that a picture of the bone is made of at one volume: the surface, the cells on it,
 * what is solid, and what was when the run began. At the start 8 osteoclasts have dug
 * their pits. Immutable, atomically reference counted.
 */
typedef struct _RankleBoneCube RankleBoneCube;

/* (nullable): called between the parts of the work; TRUE: it is to be given up. */
typedef gboolean (*RankleBoneStopFunc) (gpointer data);

/* (transfer full) (nullable): NULL where @stop said so. @start: bone as it was, of the
 * key's start, from rankle_bone_cube_make_start(). Takes about 20 ms for 48 voxels a
 * side, so never on the main thread. */
RankleBoneCube *rankle_bone_cube_new (const RankleBoneField   *field,
                                      const RankleBoneAnchors *anchors,
                                      RankleBoneSolid         *start,
                                      const RankleBoneKey     *key,
                                      RankleBoneStopFunc       stop,
                                      gpointer                 data);
/* (transfer full): one piece, with the pits of the start. */
RankleBoneSolid *rankle_bone_cube_make_start (const RankleBoneField   *field,
                                              const RankleBoneAnchors *anchors,
                                              guint                    start);
RankleBoneCube  *rankle_bone_cube_ref (RankleBoneCube *cube);
void             rankle_bone_cube_unref (RankleBoneCube *cube);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBoneCube, rankle_bone_cube_unref)

const RankleBoneKey *rankle_bone_cube_get_key (const RankleBoneCube *cube);
/* (transfer none): see RankleBoneExtra. */
RankleMesh            *rankle_bone_cube_get_mesh (const RankleBoneCube *cube);
const RankleBoneCells *rankle_bone_cube_get_cells (const RankleBoneCube *cube);
const RankleBoneSolid *rankle_bone_cube_get_solid (const RankleBoneCube *cube);
const RankleBoneSolid *rankle_bone_cube_get_start (const RankleBoneCube *cube);

G_END_DECLS
