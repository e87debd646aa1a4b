/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdatomic.h>

#include "rankle-bone-field.h"
#include "rankle-bone-private.h"

/* Of the cube's edges. */
#define ROUNDING 1.5f

struct _RankleBoneSolid
{
  atomic_int ref_count; /* C11, so that ThreadSanitizer sees it */
  RankleGrid grid;
  float     *depths; /* (owned): the grid's values */
};

RankleBoneSolid *
rankle_bone_solid_new (const RankleBoneField *field, double fraction)
{
  RankleBoneSolid *self;
  guint            n;

  g_return_val_if_fail (field != NULL && isfinite (fraction), NULL);

  n = rankle_bone_field_get_n (field);
  self = g_new0 (RankleBoneSolid, 1);
  atomic_init (&self->ref_count, 1);
  self->depths = g_new (float, (gsize)n *n *n);
  self->grid.values = self->depths;
  self->grid.spacing = RANKLE_BONE_SIDE / (float)n;
  for (guint k = 0; k < 3; k++)
    {
      self->grid.n[k] = n;
      self->grid.origin[k] = (self->grid.spacing - RANKLE_BONE_SIDE) / 2;
    }
  _rankle_bone_field_fill (field, CLAMP (fraction, RANKLE_BONE_LEAST, RANKLE_BONE_MOST),
                           self->depths);
  return self;
}

RankleBoneSolid *
rankle_bone_solid_ref (RankleBoneSolid *solid)
{
  g_return_val_if_fail (solid != NULL, NULL);

  atomic_fetch_add_explicit (&solid->ref_count, 1, memory_order_relaxed);
  return solid;
}

void
rankle_bone_solid_unref (RankleBoneSolid *solid)
{
  g_return_if_fail (solid != NULL);

  if (atomic_fetch_sub_explicit (&solid->ref_count, 1, memory_order_acq_rel) != 1)
    return;
  g_free (solid->depths);
  g_free (solid);
}

static gsize
count_voxels (const RankleBoneSolid *self)
{
  return (gsize)self->grid.n[0] * self->grid.n[1] * self->grid.n[2];
}

/* Puts the voxel on the heap of those whose neighbours are to be asked, if it is bone
 * that was not seen before. */
static void
visit (
    const RankleBoneSolid *self, guint32 *piece, guint32 of, GArray *heap, guint32 voxel)
{
  if (piece[voxel] != 0 || !(self->depths[voxel] > 0))
    return;
  piece[voxel] = of;
  g_array_append_val (heap, voxel);
}

/* Marks the piece of bone with @voxel in it, and gives its size. */
static guint
flood (
    const RankleBoneSolid *self, guint32 *piece, guint32 of, GArray *heap, guint32 voxel)
{
  const guint n = self->grid.n[0];
  guint       size = 0;

  visit (self, piece, of, heap, voxel);
  while (heap->len > 0)
    {
      guint32 at = g_array_index (heap, guint32, heap->len - 1), step = 1;

      g_array_set_size (heap, heap->len - 1);
      size++;
      for (guint k = 0; k < 3; k++, step *= n)
        {
          if (at / step % n > 0)
            visit (self, piece, of, heap, at - step);
          if (at / step % n + 1 < n)
            visit (self, piece, of, heap, at + step);
        }
    }
  return size;
}

guint
rankle_bone_solid_drop_islands (RankleBoneSolid *solid)
{
  g_autofree guint32 *piece = NULL;
  g_autoptr (GArray) heap = NULL;
  guint n_pieces = 0, largest = 0, most = 0;

  g_return_val_if_fail (solid != NULL, 0);

  piece = g_new0 (guint32, count_voxels (solid));
  heap = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 voxel = 0; voxel < count_voxels (solid); voxel++)
    if (piece[voxel] == 0 && solid->depths[voxel] > 0)
      {
        guint size = flood (solid, piece, ++n_pieces, heap, voxel);

        if (size > most)
          most = size, largest = n_pieces;
      }
  for (gsize i = 0; i < count_voxels (solid); i++)
    if (piece[i] != 0 && piece[i] != largest)
      solid->depths[i] = -solid->depths[i];
  return n_pieces;
}

static void
place_of (const RankleBoneSolid *self, const guint at[3], float place[3])
{
  for (guint k = 0; k < 3; k++)
    place[k] = self->grid.origin[k] + self->grid.spacing * (float)at[k];
}

/* The voxels along one axis that may lie within @reach of @middle: from *@first up to,
 * and without, *@end. */
static void
find_range (const RankleBoneSolid *self,
            guint                  axis,
            float                  middle,
            float                  reach,
            guint                 *first,
            guint                 *end)
{
  float from = (middle - reach - self->grid.origin[axis]) / self->grid.spacing;
  float to = (middle + reach - self->grid.origin[axis]) / self->grid.spacing;
  float n = (float)self->grid.n[axis];

  *first = (guint)CLAMP (ceilf (from), 0, n);
  *end = (guint)CLAMP (floorf (to) + 1, 0, n);
}

/* The lesser of both, rounded where they are within 1 of each other. */
static float
smooth_min (float a, float b)
{
  float part = CLAMP (0.5f + 0.5f * (b - a), 0, 1);

  return b + (a - b) * part - part * (1 - part);
}

static void
dig_voxel (RankleBoneSolid *self, const guint at[3], const float middle[3], float radius)
{
  const guint n = self->grid.n[0];
  float      *depth = &self->depths[at[0] + n * (at[1] + (gsize)n * at[2])];
  float       place[3], distance;

  place_of (self, at, place);
  distance =
      hypotf (hypotf (place[0] - middle[0], place[1] - middle[1]), place[2] - middle[2]);
  distance = (distance - radius) / self->grid.spacing;
  *depth = CLAMP (smooth_min (*depth, distance), -RANKLE_BONE_MOST_DEPTH,
                  RANKLE_BONE_MOST_DEPTH);
}

void
rankle_bone_solid_dig (RankleBoneSolid *solid, const float middle[3], float radius)
{
  guint first[3], end[3], at[3];

  g_return_if_fail (solid != NULL && middle != NULL && radius > 0);

  for (guint k = 0; k < 3; k++)
    find_range (solid, k, middle[k],
                radius + (1 + RANKLE_BONE_MOST_DEPTH) * solid->grid.spacing, &first[k],
                &end[k]);
  for (at[2] = first[2]; at[2] < end[2]; at[2]++)
    for (at[1] = first[1]; at[1] < end[1]; at[1]++)
      for (at[0] = first[0]; at[0] < end[0]; at[0]++)
        dig_voxel (solid, at, middle, radius);
}

const RankleGrid *
rankle_bone_solid_get_grid (const RankleBoneSolid *solid)
{
  g_return_val_if_fail (solid != NULL, NULL);

  return &solid->grid;
}

double
rankle_bone_solid_get_fraction (const RankleBoneSolid *solid)
{
  g_return_val_if_fail (solid != NULL, 0);

  return _rankle_bone_share (solid->depths, count_voxels (solid));
}

float
rankle_bone_solid_get_depth (const RankleBoneSolid *solid, const float place[3])
{
  float steps[3];

  g_return_val_if_fail (solid != NULL && place != NULL, 0);

  for (guint k = 0; k < 3; k++)
    steps[k] = (place[k] - solid->grid.origin[k]) / solid->grid.spacing;
  return rankle_grid_get_value (&solid->grid, steps);
}

void
rankle_bone_solid_get_gradient (const RankleBoneSolid *solid,
                                const float            place[3],
                                float                  gradient[3])
{
  g_return_if_fail (solid != NULL && place != NULL && gradient != NULL);

  for (guint k = 0; k < 3; k++)
    {
      float half = solid->grid.spacing / 2, at[3] = { place[0], place[1], place[2] };
      float before;

      at[k] = place[k] - half;
      before = rankle_bone_solid_get_depth (solid, at);
      at[k] = place[k] + half;
      gradient[k] = (rankle_bone_solid_get_depth (solid, at) - before) / (2 * half);
    }
}

float
rankle_bone_box_get_depth (const float place[3])
{
  float beyond[3], outside, inside = -RANKLE_BONE_SIDE;

  for (guint k = 0; k < 3; k++)
    {
      float corner = fabsf (place[k]) - (RANKLE_BONE_SIDE / 2.0f - ROUNDING);

      beyond[k] = MAX (corner, 0);
      inside = MAX (inside, corner);
    }
  outside = hypotf (hypotf (beyond[0], beyond[1]), beyond[2]);
  return ROUNDING - outside - MIN (inside, 0);
}
