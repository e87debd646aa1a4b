/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-mesh.h"
#include "rankle-place.h"

G_BEGIN_DECLS

/**
 * RankleBlob:
 * @place: its middle [angstrom]
 * @part: of the molecule, 0 to RANKLE_SKIN_MOST_PARTS
 * @axes: (nullable): three half axes [angstrom], each at right angles to the others;
 * NULL: it is round, as an atom is
 *
 * What a skin is drawn around.
 */
typedef struct
{
  RanklePlace        place;
  guint              part;
  const RanklePlace *axes;
} RankleBlob;

#define RANKLE_SKIN_MOST_PARTS 5

/* What the extras of a vertex of the meshes of a molecule are: which part it belongs to,
 * times RANKLE_SKIN_PART_STEP and smooth over the skin, so that the nearest whole number
 * has a crisp, smooth border; and how much of the light reaches it, of 255, while the
 * molecule is alone and while all grooves are taken. */
#define RANKLE_SKIN_PART   0
#define RANKLE_SKIN_ALONE  1
#define RANKLE_SKIN_JOINED 2

#define RANKLE_SKIN_PART_STEP 50

/* The smooth skin of @own: closed, and cut back where those of @beside are as near, so
 * that two skins meet in a seam in place of cutting through each other. Light is not set.
 */
RankleMeshDraft *rankle_skin_new (const RankleBlob *own,
                                  guint             n_own,
                                  const RankleBlob *beside,
                                  guint             n_beside);

/* Sets the light of all vertices by how many of these are around the place just outside
 * of each: of @alone, which are there always, and of @joined, which come to them. */
void rankle_skin_shade (RankleMeshDraft  *draft,
                        const RankleBlob *alone,
                        guint             n_alone,
                        const RankleBlob *joined,
                        guint             n_joined);

G_END_DECLS
