/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-skin.h"
#include "rankle-structure-table.h"

G_BEGIN_DECLS

/**
 * RankleEllipsoids:
 *
 * Molecules as a few ellipsoids each, for what is seen from afar and for what has no
 * structure: data/structures/ellipsoids.csv. Immutable.
 */
typedef struct _RankleEllipsoids RankleEllipsoids;

RankleEllipsoids *rankle_ellipsoids_load (GError **error);
/* Of @text, which is not kept; complaints as those of rankle_structure_parse(). */
RankleEllipsoids      *
rankle_ellipsoids_parse (GBytes *text, const char *name, GError **error);
void rankle_ellipsoids_free (RankleEllipsoids *ellipsoids);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleEllipsoids, rankle_ellipsoids_free)

/* (nullable): those of @molecule, whose parts are numbered from 1; NULL: none. */
const RankleBlob *rankle_ellipsoids_get (const RankleEllipsoids *ellipsoids,
                                         const char             *molecule,
                                         guint                  *n);
/* A mesh of each; light is not set. */
RankleMeshDraft *rankle_ellipsoids_mesh (const RankleBlob *blobs, guint n);

G_END_DECLS
