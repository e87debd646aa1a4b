/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-mesh.h"
#include "rankle-structure.h"

G_BEGIN_DECLS

/* A smooth ribbon along the chain: strands and helices are flat bands, loops are round.
 * @steps: a residue, 1 at least. @sides: around it, 3 at least. Vertices bear their part
 * as those of a skin do; light is not set. */
RankleMeshDraft *
rankle_ribbon_new (const RankleStructure *structure, guint steps, guint sides);

G_END_DECLS
