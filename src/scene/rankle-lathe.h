/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-mesh.h"
#include "rankle-place.h"

G_BEGIN_DECLS

/**
 * RankleLathe:
 * @profile: how far from the axis, and where along it, from its foot to its head; the
 * first and the last are on the axis
 * @n: of them, 3 at least
 * @sides: around the axis, 3 at least
 * @middle: where the profile's 0 is
 * @axes: what 1 is along the first and third axis, away from the axis, and along the
 * second one, which is the axis; at right angles to each other
 * @part: what the vertices bear as RANKLE_SKIN_PART
 *
 * What is turned on a lathe: balls, ellipsoids, stalks, discs.
 */
typedef struct
{
  const double (*profile)[2];
  guint       n, sides;
  RanklePlace middle, axes[3];
  guint8      part;
} RankleLathe;

/* Adds it as a closed surface. Normals are left to rankle_mesh_draft_set_normals(). */
void rankle_lathe_add (RankleMeshDraft *draft, const RankleLathe *lathe);

/* An ellipsoid with these half axes. */
void rankle_lathe_add_ball (RankleMeshDraft  *draft,
                            RanklePlace       middle,
                            const RanklePlace axes[3],
                            guint8            part);
/* A rod with rounded ends, upright. */
void rankle_lathe_add_rod (
    RankleMeshDraft *draft, RanklePlace foot, double height, double radius, guint8 part);
/* A disc with rounded edges about the y axis, from the height @foot on. */
void
rankle_lathe_add_disc (RankleMeshDraft *draft, double foot, double height, double radius);

G_END_DECLS
