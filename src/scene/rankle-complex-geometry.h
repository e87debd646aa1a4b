/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-complex.h"
#include "rankle-skin.h"

G_BEGIN_DECLS

/**
 * RankleAtom:
 * @place: its middle [angstrom]
 * @radius: [angstrom]
 * @part: of its molecule, from 1; 0: of none
 *
 * A ball of a picture that is drawn of balls.
 */
typedef struct
{
  RanklePlace place;
  double      radius;
  guint       part;
} RankleAtom;

/**
 * RankleComplexGeometry:
 *
 * All that the receptor complex is drawn of. It is made once, in some tens of
 * milliseconds and so by a worker; immutable, atomically reference counted. Lengths are
 * angstrom, in the frame of RankleStructure.
 */
typedef struct _RankleComplexGeometry RankleComplexGeometry;

RankleComplexGeometry *rankle_complex_geometry_new (GError **error);
RankleComplexGeometry *rankle_complex_geometry_ref (RankleComplexGeometry *geometry);
void                   rankle_complex_geometry_unref (RankleComplexGeometry *geometry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleComplexGeometry, rankle_complex_geometry_unref)

/* Of its copy 0. The extras of its vertices are those of a skin. */
RankleMesh *rankle_complex_geometry_get_mesh (const RankleComplexGeometry *geometry,
                                              RankleBody                   body,
                                              RankleLook                   look);
/* Of its copy 0; membranes have none, nor has what is nothing but ellipsoids. */
const RankleAtom *rankle_complex_geometry_get_atoms (
    const RankleComplexGeometry *geometry, RankleBody body, guint *n);

/* (nullable): of its copy 0, as it is seen from afar; NULL: it has none. */
const RankleBlob *rankle_complex_geometry_get_ellipsoids (
    const RankleComplexGeometry *geometry, RankleBody body, guint *n);

/* The middle of a part of a body's copy 0, where a label may point to; @part 0: of all.
 */
RanklePlace rankle_complex_geometry_get_anchor (const RankleComplexGeometry *geometry,
                                                RankleBody                   body,
                                                guint                        part);
/* By how much what is in groove 0 is moved where it is @away of its groove: 0 docked, 1
 * as far as it goes. */
RanklePlace rankle_complex_away (const RankleComplexGeometry *geometry, double away);

/* @place of copy 0, of copy @copy: cosine and sine of the turn about y. */
void        rankle_complex_get_turn (guint copy, double *c, double *s);
RanklePlace rankle_complex_turn (RanklePlace place, guint copy);

/* Who is in a groove, as bodies: @n of them, at most 2. */
const RankleBody *rankle_complex_get_bodies (RankleHolder holder, guint *n);

/* Where the faces of the two membranes are that look at each other, how thick they are
 * and how wide. */
#define RANKLE_COMPLEX_UPPER_FACE 58.0
#define RANKLE_COMPLEX_LOWER_FACE -78.0
#define RANKLE_MEMBRANE_THICKNESS 10.0
#define RANKLE_MEMBRANE_RADIUS    62.0

G_END_DECLS
