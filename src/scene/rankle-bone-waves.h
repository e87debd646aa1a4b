/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RankleBoneRandom:
 *
 * Numbers by SplitMix64 (Steele, Lea, Flood, OOPSLA 2014), which are the same wherever
 * they are drawn, as GLib's need not be from one version to the next.
 */
typedef struct
{
  guint64 state;
} RankleBoneRandom;

/* In [0, 1). */
double rankle_bone_random_next (RankleBoneRandom *random);

/**
 * rankle_bone_waves_add:
 * @n_waves: how many cosines
 * @periods: of each along a side of the cube, give or take a quarter
 * @deviation: of the sum, as a standard deviation
 * @n: points along a side of the cube, each in the middle of its voxel
 * @values: (inout) (array length=n³): x runs first
 *
 * Adds a random field: cosines that run in all directions.
 */
void rankle_bone_waves_add (RankleBoneRandom *random,
                            guint             n_waves,
                            double            periods,
                            double            deviation,
                            guint             n,
                            float            *values);

/* Each value of the @n³ becomes the mean of the cube of 2 @radius + 1 around it; beyond
 * the grid's faces values go on as they are there. */
void rankle_bone_blur (float *values, guint n, guint radius);

G_END_DECLS
