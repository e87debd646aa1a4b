/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-field.h"

G_BEGIN_DECLS

/* What depths are cut off at [voxels]. */
#define RANKLE_BONE_MOST_DEPTH 2.2f

/* The share of the @n depths that are bone. */
double _rankle_bone_share (const float *depths, gsize n);
/* The depths in bone of that volume. */
void
_rankle_bone_field_fill (const RankleBoneField *field, double fraction, float *depths);

G_END_DECLS
