/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-mesh.h"

G_BEGIN_DECLS

/**
 * RankleGrid:
 *
 * Values at the points of a regular grid: the value at (x, y, z) is
 * values[x + n[0] * (y + n[1] * z)], its place origin + spacing * (x, y, z).
 */
typedef struct
{
  const float *values; /* Borrowed */
  guint        n[3];
  float        origin[3];
  float        spacing; /* > 0 */
} RankleGrid;

/**
 * rankle_surface_nets:
 * @level: what is above it, is inside
 *
 * The surface that parts what is inside from what is outside, as a surface net (Gibson,
 * MICCAI 1998): a vertex in each cell of the grid that the surface goes through, where
 * the crossings on the cell's edges lie on average; four of them around each edge of the
 * grid that it crosses. The surface is closed where no value on the grid's faces is
 * inside; nothing is drawn across those that are.
 *
 * Returns: (transfer full): with normals, and with all extras 0
 */
RankleMeshDraft *rankle_surface_nets (const RankleGrid *grid, float level);

/* Between the eight points around it in proportion, at @place in the grid's own steps;
 * beyond the grid, as at the nearest place in it. */
float rankle_grid_get_value (const RankleGrid *grid, const float place[3]);

G_END_DECLS
