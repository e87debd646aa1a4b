/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-complex-geometry.h"
#include "rankle-ellipsoids.h"

G_BEGIN_DECLS

struct _RankleComplexGeometry
{
  RankleMesh       *meshes[RANKLE_N_BODIES][RANKLE_N_LOOKS]; /* (owned) */
  GArray           *atoms[RANKLE_N_BODIES];                  /* (owned) of RankleAtom */
  RankleEllipsoids *ellipsoids;                              /* (owned) */
  RankleBlob        fc;
  RanklePlace       away; /* of length 1 */
};

/* As the file of ellipsoids has them; NULL of what is none. */
extern const char *const _rankle_complex_molecules[RANKLE_N_BODIES];

/* Makes all of an empty one; FALSE: a file is broken. */
gboolean _rankle_complex_geometry_make (RankleComplexGeometry *geometry, GError **error);

G_END_DECLS
