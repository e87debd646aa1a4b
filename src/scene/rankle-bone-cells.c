/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Places come from a Halton sequence, which fills the cube evenly however many are taken
 * of it, and are slid down the slope of the depth until they are on the surface. Those
 * deep within the cube are left out, since bone in front of them hides them. */

#include "rankle-bone-cells.h"

#include <math.h>
#include <string.h>

#include "rankle-bone-waves.h"

#define OSTEOCLAST_RADIUS     3.0f
#define OSTEOBLAST_RADIUS     1.15f
#define SHELL                 11 /* how far below a face of the cube cells are */
#define MARGIN                2  /* how far from a face they stay */
#define USUAL_FRACTION        0.2
#define MOST_PLACES           20000
#define ENOUGH_OSTEOCLASTS    72 /* anchors: on thin bone some have no place */
#define ENOUGH_OSTEOBLASTS    520
#define OSTEOCLASTS_APART     8.5f
#define PATCHES_APART         6.5f
#define PATCH_FROM_OSTEOCLAST 7.5f
#define SPOTS                 13 /* of a patch: the middle, six around it, and six around those */
#define LEAST_SPOTS           7
#define SPOT_STEP             2.2f
#define SAME_WAY              0.72f /* the least cosine between the normals of a patch */
#define PIT_RADIUS            1.5f  /* of the cell's */
#define PIT_MIDDLE            0.95f
#define ON_SURFACE            0.15f /* voxels */

typedef struct
{
  float place[3];
  guint patch; /* osteoblasts that have the same are neighbours */
  float turn;
} Anchor;

struct _RankleBoneAnchors
{
  GArray *of_kind[RANKLE_BONE_N_KINDS]; /* (owned) of Anchor */
};

struct _RankleBoneCells
{
  GArray *of_kind[RANKLE_BONE_N_KINDS]; /* (owned) of RankleBoneCell */
};

static float
dot (const float a[3], const float b[3])
{
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

static float
distance (const float a[3], const float b[3])
{
  const float between[] = { a[0] - b[0], a[1] - b[1], a[2] - b[2] };

  return sqrtf (dot (between, between));
}

static gboolean
is_in_margin (const float place[3])
{
  float most = 0;

  for (guint k = 0; k < 3; k++)
    most = MAX (most, fabsf (place[k]));
  return most > RANKLE_BONE_SIDE / 2 - MARGIN;
}

static gboolean
is_hidden (const float place[3])
{
  float most = 0;

  for (guint k = 0; k < 3; k++)
    most = MAX (most, fabsf (place[k]));
  return most < RANKLE_BONE_SIDE / 2 - SHELL;
}

/* Newton's steps along the gradient, of at most one and a half voxels. FALSE where the
 * depth is cut off, and so has no slope. */
static gboolean
slide (const RankleBoneSolid *solid, float place[3], float normal[3])
{
  for (guint try = 0; try < 24; try++)
    {
      float gradient[3], depth = rankle_bone_solid_get_depth (solid, place), slope, step;

      rankle_bone_solid_get_gradient (solid, place, gradient);
      slope = sqrtf (dot (gradient, gradient));
      if (slope < 0.05f || is_in_margin (place))
        return FALSE;
      if (fabsf (depth) < 0.1f * ON_SURFACE)
        {
          for (guint k = 0; k < 3; k++)
            normal[k] = -gradient[k] / slope;
          return TRUE;
        }
      step = CLAMP (depth / slope, -2, 2);
      for (guint k = 0; k < 3; k++)
        place[k] -= step * gradient[k] / slope;
    }
  return FALSE;
}

/* The @index-th number of the sequence to the base @base, in [0, 1). */
static double
halton (guint index, guint base)
{
  double sum = 0, part = 1;

  for (; index > 0; index /= base)
    {
      part /= base;
      sum += part * (index % base);
    }
  return sum;
}

/* @shift: of the seed, so that each has places of its own. */
static void
take_place (guint index, const double shift[3], float place[3])
{
  static const guint bases[] = { 2, 3, 5 };

  for (guint k = 0; k < 3; k++)
    {
      double at = halton (index + 1, bases[k]) + shift[k];

      place[k] = (float)((at - floor (at) - 0.5) * (RANKLE_BONE_SIDE - 2 * MARGIN));
    }
}

static gboolean
is_apart (const GArray *anchors, guint n, const float place[3], float least)
{
  for (guint i = 0; i < MIN (n, anchors->len); i++)
    if (distance (g_array_index (anchors, Anchor, i).place, place) < least)
      return FALSE;
  return TRUE;
}

static void
add_osteoclast (RankleBoneAnchors     *self,
                const RankleBoneSolid *solid,
                const float            place[3],
                float                  turn)
{
  GArray *osteoclasts = self->of_kind[RANKLE_BONE_OSTEOCLAST];
  Anchor  anchor = { .turn = turn };
  float   normal[3];

  memcpy (anchor.place, place, sizeof anchor.place);
  if (slide (solid, anchor.place, normal) && !is_hidden (anchor.place) &&
      is_apart (osteoclasts, osteoclasts->len, anchor.place, OSTEOCLASTS_APART))
    g_array_append_val (osteoclasts, anchor);
}

/* Two directions along the surface, at right angles. */
static void
find_directions (const float normal[3], float turn, float u[3], float v[3])
{
  const guint least = fabsf (normal[0]) < 0.6f ? 0 : 1;
  float       a[3] = { 0 }, b[3], length;

  for (guint k = 0; k < 3; k++)
    a[k] = (k == least) - normal[least] * normal[k];
  length = sqrtf (dot (a, a));
  for (guint k = 0; k < 3; k++)
    a[k] /= length;
  for (guint k = 0; k < 3; k++)
    b[k] = normal[(k + 1) % 3] * a[(k + 2) % 3] - normal[(k + 2) % 3] * a[(k + 1) % 3];
  for (guint k = 0; k < 3; k++)
    {
      u[k] = a[k] * cosf (turn) + b[k] * sinf (turn);
      v[k] = b[k] * cosf (turn) - a[k] * sinf (turn);
    }
}

/* Where the spots of a patch lie on a flat surface, as on a honeycomb. */
static void
place_spot (
    guint spot, const float middle[3], const float u[3], const float v[3], float at[3])
{
  gboolean outer = spot > 6;
  float    angle = (float)(G_PI / 3) * (float)(spot + (outer ? 0.5 : 0));
  float    away = spot == 0 ? 0 : SPOT_STEP * (outer ? sqrtf (3) : 1);

  for (guint k = 0; k < 3; k++)
    at[k] = middle[k] + away * (cosf (angle) * u[k] + sinf (angle) * v[k]);
}

/* The spots of a patch that fit on the bone around @middle, @wanted at most. */
static guint
find_spots (const RankleBoneSolid *solid,
            const Anchor          *middle,
            const float            normal[3],
            guint                  wanted,
            Anchor                *spots)
{
  float u[3], v[3];
  guint n = 0;

  find_directions (normal, middle->turn, u, v);
  for (guint spot = 0; spot < SPOTS && n < wanted; spot++)
    {
      float at[3], own[3];

      place_spot (spot, middle->place, u, v, at);
      if (!slide (solid, at, own) || dot (own, normal) < SAME_WAY)
        continue;
      spots[n] = *middle;
      memcpy (spots[n].place, at, sizeof at);
      n++;
    }
  return n;
}

static void
add_patch (RankleBoneAnchors     *self,
           const RankleBoneSolid *solid,
           const float            place[3],
           guint                  patch,
           RankleBoneRandom      *random)
{
  GArray *osteoclasts = self->of_kind[RANKLE_BONE_OSTEOCLAST];
  GArray *osteoblasts = self->of_kind[RANKLE_BONE_OSTEOBLAST];
  Anchor  middle = { .patch = patch }, spots[SPOTS];
  guint   wanted = LEAST_SPOTS + (guint)(6 * rankle_bone_random_next (random)), n;
  float   normal[3];

  memcpy (middle.place, place, sizeof middle.place);
  middle.turn = (float)(G_PI / 3 * rankle_bone_random_next (random));
  if (!slide (solid, middle.place, normal) || is_hidden (middle.place) ||
      !is_apart (osteoclasts, ENOUGH_OSTEOCLASTS, middle.place, PATCH_FROM_OSTEOCLAST) ||
      !is_apart (osteoblasts, osteoblasts->len, middle.place, PATCHES_APART))
    return;
  n = find_spots (solid, &middle, normal, wanted, spots);
  if (n >= LEAST_SPOTS)
    g_array_append_vals (osteoblasts, spots, n);
}

RankleBoneAnchors *
rankle_bone_anchors_new (const RankleBoneField *field, guint32 seed)
{
  g_autoptr (RankleBoneSolid) solid = NULL;
  RankleBoneRandom   random = { ~(guint64)seed };
  RankleBoneAnchors *self;
  double             shift[3];
  float              place[3];

  g_return_val_if_fail (field != NULL, NULL);

  solid = rankle_bone_solid_new (field, USUAL_FRACTION);
  rankle_bone_solid_drop_islands (solid);
  self = g_new0 (RankleBoneAnchors, 1);
  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    self->of_kind[kind] = g_array_new (FALSE, FALSE, sizeof (Anchor));
  for (guint k = 0; k < 3; k++)
    shift[k] = rankle_bone_random_next (&random);
  for (guint i = 0;
       i < MOST_PLACES && self->of_kind[RANKLE_BONE_OSTEOCLAST]->len < ENOUGH_OSTEOCLASTS;
       i++)
    {
      take_place (i, shift, place);
      add_osteoclast (self, solid, place,
                      (float)(2 * G_PI * rankle_bone_random_next (&random)));
    }
  for (guint i = 0;
       i < MOST_PLACES && self->of_kind[RANKLE_BONE_OSTEOBLAST]->len < ENOUGH_OSTEOBLASTS;
       i++)
    {
      take_place (MOST_PLACES + i, shift, place);
      add_patch (self, solid, place, i, &random);
    }
  return self;
}

void
rankle_bone_anchors_free (RankleBoneAnchors *anchors)
{
  g_return_if_fail (anchors != NULL);

  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    g_array_unref (anchors->of_kind[kind]);
  g_free (anchors);
}

static const guint at_baseline[RANKLE_BONE_N_KINDS] = { 8, 60 };
static const guint at_most[RANKLE_BONE_N_KINDS] = { 40, 240 };

/* Spots of one patch may meet where the bone has become thin. */
static gboolean
has_room (const GArray *cells, const RankleBoneCell *cell, guint patch_begin)
{
  for (guint i = patch_begin; i < cells->len; i++)
    if (distance (g_array_index (cells, RankleBoneCell, i).place, cell->place) <
        1.4f * cell->radius)
      return FALSE;
  return TRUE;
}

static GArray *
settle (const GArray *anchors, float radius, const RankleBoneSolid *solid)
{
  GArray *cells = g_array_new (FALSE, FALSE, sizeof (RankleBoneCell));
  guint   patch_begin = 0;

  for (guint i = 0; i < anchors->len; i++)
    {
      const Anchor  *anchor = &g_array_index (anchors, Anchor, i);
      RankleBoneCell cell = { .turn = anchor->turn, .radius = radius };

      if (i > 0 && g_array_index (anchors, Anchor, i - 1).patch != anchor->patch)
        patch_begin = cells->len;
      memcpy (cell.place, anchor->place, sizeof cell.place);
      if (slide (solid, cell.place, cell.normal) && has_room (cells, &cell, patch_begin))
        g_array_append_val (cells, cell);
    }
  return cells;
}

RankleBoneCells *
rankle_bone_cells_new (const RankleBoneAnchors *anchors, const RankleBoneSolid *solid)
{
  static const float radius[] = { OSTEOCLAST_RADIUS, OSTEOBLAST_RADIUS };
  RankleBoneCells   *self;

  g_return_val_if_fail (anchors != NULL && solid != NULL, NULL);

  self = g_new0 (RankleBoneCells, 1);
  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    self->of_kind[kind] = settle (anchors->of_kind[kind], radius[kind], solid);
  return self;
}

void
rankle_bone_cells_free (RankleBoneCells *cells)
{
  g_return_if_fail (cells != NULL);

  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    g_array_unref (cells->of_kind[kind]);
  g_free (cells);
}

const RankleBoneCell *
rankle_bone_cells_get (const RankleBoneCells *cells, RankleBoneCellKind kind, guint *n)
{
  g_return_val_if_fail (cells != NULL && kind < RANKLE_BONE_N_KINDS && n != NULL, NULL);

  *n = MIN (cells->of_kind[kind]->len, at_most[kind]);
  return (const RankleBoneCell *)(const void *)cells->of_kind[kind]->data;
}

/* A pit is wider than the cell in it, and no deeper. */
void
rankle_bone_cells_dig (const RankleBoneCells *cells, guint n, RankleBoneSolid *solid)
{
  const RankleBoneCell *osteoclasts;
  guint                 n_there;

  g_return_if_fail (cells != NULL && solid != NULL);

  osteoclasts = rankle_bone_cells_get (cells, RANKLE_BONE_OSTEOCLAST, &n_there);
  for (guint i = 0; i < MIN (n, n_there); i++)
    {
      float middle[3];

      for (guint k = 0; k < 3; k++)
        middle[k] = osteoclasts[i].place[k] +
                    PIT_MIDDLE * osteoclasts[i].radius * osteoclasts[i].normal[k];
      rankle_bone_solid_dig (solid, middle, PIT_RADIUS * osteoclasts[i].radius);
    }
}

static double
wanted_of (RankleBoneCellKind kind, double ratio)
{
  return isnan (ratio) ? 0 : CLAMP (ratio * at_baseline[kind], 0, at_most[kind]);
}

guint
rankle_bone_count_cells (RankleBoneCellKind kind, double ratio)
{
  g_return_val_if_fail (kind < RANKLE_BONE_N_KINDS, 0);

  return (guint)floor (wanted_of (kind, ratio) + 0.5);
}

/* The last cell comes half a cell before its number is reached, and is grown by then. */
float
rankle_bone_get_cell_size (RankleBoneCellKind kind, double ratio, guint index)
{
  double beyond;

  g_return_val_if_fail (kind < RANKLE_BONE_N_KINDS, 0);

  if (index >= rankle_bone_count_cells (kind, ratio))
    return 0;
  beyond = wanted_of (kind, ratio) - (index + 0.5);
  return (float)CLAMP (0.25 + 1.5 * beyond, 0.25, 1);
}
