/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-cube.h"

G_BEGIN_DECLS

/* Voxels along a side: a picture by a processor, and one by a graphics card. */
#define RANKLE_BONE_N      48
#define RANKLE_BONE_FINE_N 72
/* The cube that is shown. */
#define RANKLE_BONE_SEED 1
/* Cubes that are kept. */
#define RANKLE_BONE_KEPT 16

/**
 * RankleBoneBuilder:
 *
 * Makes cubes on a thread of its own, the latest one that is asked for, and keeps the
 * last of them. What it promises stands numbered at the head of rankle-bone-builder.c.
 * All functions are for the thread that made it.
 */
typedef struct _RankleBoneBuilder RankleBoneBuilder;

/* Another cube is the nearest now: in the context that was the thread's default when the
 * builder was made. It may ask for another one, but not free the builder. */
typedef void (*RankleBoneBuiltFunc) (RankleBoneBuilder *builder, gpointer data);

RankleBoneBuilder *
rankle_bone_builder_new (guint n, guint32 seed, RankleBoneBuiltFunc built, gpointer data);
/* Gives up what is being made, and waits for the thread. Nothing is told after it. */
void rankle_bone_builder_free (RankleBoneBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBoneBuilder, rankle_bone_builder_free)

/* Asks for a cube. TRUE: it is there; else it will be told of. */
gboolean rankle_bone_builder_ask (RankleBoneBuilder *builder, const RankleBoneKey *key);
/* (transfer none) (nullable): what was asked for last, or, until it is there, what is
 * nearest to it of the cubes that are kept and have the same start. */
RankleBoneCube *rankle_bone_builder_get_cube (RankleBoneBuilder *builder);

G_END_DECLS
