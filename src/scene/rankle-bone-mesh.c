/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-mesh.h"

#include <string.h>

#include "rankle-bone-waves.h"

/* Of the depth beyond a face against that in the bone, for a voxel. */
#define CUT_PER_VOXEL 100

typedef struct
{
  const RankleBoneSolid *solid, *start;
  RankleGrid             boxed;   /* the solid within the cube, and a voxel beyond it */
  RankleGrid             around;  /* how much of its surroundings is bone, 0 to 1 */
  float                  outside; /* where that is read, beyond the surface [length] */
} Maker;

/* The depth at a point of the boxed grid, whose outermost points lie beyond the cube. */
static float
box_depth (const RankleGrid *inner, const RankleGrid *boxed, const guint at[3])
{
  const guint n = inner->n[0];
  guint       nearest[3];
  float       place[3], solid, box;

  for (guint k = 0; k < 3; k++)
    {
      nearest[k] = CLAMP (at[k], 1, n) - 1;
      place[k] = boxed->origin[k] + boxed->spacing * (float)at[k];
    }
  solid = inner->values[nearest[0] + n * (nearest[1] + (gsize)n * nearest[2])];
  box = rankle_bone_box_get_depth (place) / boxed->spacing;
  return MIN (solid, box);
}

static float *
make_boxed (const RankleGrid *inner, RankleGrid *boxed)
{
  const guint n = inner->n[0] + 2;
  float      *values = g_new (float, (gsize)n *n *n), *value = values;
  guint       at[3];

  boxed->values = values;
  boxed->spacing = inner->spacing;
  for (guint k = 0; k < 3; k++)
    {
      boxed->n[k] = n;
      boxed->origin[k] = inner->origin[k] - inner->spacing;
    }
  for (at[2] = 0; at[2] < n; at[2]++)
    for (at[1] = 0; at[1] < n; at[1]++)
      for (at[0] = 0; at[0] < n; at[0]++)
        *value++ = box_depth (inner, boxed, at);
  return values;
}

/* A voxel is bone as far as its depth says, for half a voxel either way. */
static float *
make_around (const RankleGrid *boxed, RankleGrid *around)
{
  const guint n = boxed->n[0];
  gsize       n_points = (gsize)n * n * n;
  float      *values = g_new (float, n_points);

  for (gsize i = 0; i < n_points; i++)
    {
      float depth = boxed->values[i] + 0.5f;

      depth = depth < 0 ? 0 : depth;
      values[i] = depth > 1 ? 1 : depth;
    }
  rankle_bone_blur (values, n, MAX (1, n / 20));
  *around = *boxed;
  around->values = values;
  return values;
}

static guint8
to_byte (float value)
{
  return (guint8)(CLAMP (value, 0, 255) + 0.5f);
}

/* What is read beyond the cube is not, since there is no bone. */
static guint8
get_occlusion (const Maker *maker, const RankleMeshVertex *vertex)
{
  float at[3], steps[3], beyond;

  for (guint k = 0; k < 3; k++)
    {
      at[k] = vertex->place[k] + maker->outside * vertex->normal[k];
      steps[k] = (at[k] - maker->around.origin[k]) / maker->around.spacing;
    }
  beyond = -rankle_bone_box_get_depth (at) / maker->around.spacing;
  return to_byte (255 * rankle_grid_get_value (&maker->around, steps) *
                  CLAMP (1 - beyond, 0, 1));
}

/* A vertex lies near the surface and not on it, so that the depth at the start is held
 * against that of now and not against 0. */
static void
set_extras (const Maker *maker, RankleMeshVertex *vertex)
{
  float spacing = maker->boxed.spacing;
  float now = rankle_bone_solid_get_depth (maker->solid, vertex->place);
  float then = rankle_bone_solid_get_depth (maker->start, vertex->place);
  float box = rankle_bone_box_get_depth (vertex->place) / spacing;

  vertex->extra[RANKLE_BONE_CUT] =
      to_byte (RANKLE_BONE_CUT_EDGE + CUT_PER_VOXEL * (now - box));
  vertex->extra[RANKLE_BONE_OCCLUSION] = get_occlusion (maker, vertex);
  vertex->extra[RANKLE_BONE_CHANGE] = to_byte (
      RANKLE_BONE_NO_CHANGE + RANKLE_BONE_CHANGE_PER_UNIT * spacing * (now - then));
}

RankleMesh *
rankle_bone_mesh_new (const RankleBoneSolid *solid, const RankleBoneSolid *start)
{
  Maker             maker = { .solid = solid, .start = start };
  g_autofree float *boxed = NULL;
  g_autofree float *around = NULL;
  RankleMeshDraft  *draft;

  g_return_val_if_fail (solid != NULL && start != NULL, NULL);

  boxed = make_boxed (rankle_bone_solid_get_grid (solid), &maker.boxed);
  around = make_around (&maker.boxed, &maker.around);
  maker.outside = RANKLE_BONE_SIDE / 26.0f;
  draft = rankle_surface_nets (&maker.boxed, 0);
  for (guint i = 0; i < draft->vertices->len; i++)
    set_extras (&maker, &g_array_index (draft->vertices, RankleMeshVertex, i));
  return rankle_mesh_draft_finish (draft);
}
