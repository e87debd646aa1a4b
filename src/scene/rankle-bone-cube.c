/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-cube.h"

#include <math.h>
#include <stdatomic.h>

struct _RankleBoneCube
{
  atomic_int       ref_count; /* C11, so that ThreadSanitizer sees it */
  RankleBoneKey    key;
  RankleMesh      *mesh;  /* (owned) */
  RankleBoneCells *cells; /* (owned) */
  RankleBoneSolid *solid; /* (owned): one piece, with its pits */
  RankleBoneSolid *start; /* (owned) */
};

static guint
count_steps (double fraction)
{
  return (guint)lround (CLAMP (fraction, RANKLE_BONE_LEAST, RANKLE_BONE_MOST) /
                        RANKLE_BONE_STEP);
}

RankleBoneKey
rankle_bone_key (double start_fraction, double fraction, double osteoclast_ratio)
{
  RankleBoneKey key = { 0 };

  g_return_val_if_fail (isfinite (start_fraction) && !isnan (fraction), key);

  key.start = count_steps (start_fraction);
  key.volume = count_steps (fraction);
  key.osteoclasts = rankle_bone_count_cells (RANKLE_BONE_OSTEOCLAST, osteoclast_ratio);
  return key;
}

gboolean
rankle_bone_key_equal (const RankleBoneKey *a, const RankleBoneKey *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->start == b->start && a->volume == b->volume &&
         a->osteoclasts == b->osteoclasts;
}

/* Pits may cut a thin strut through, so pieces are dropped again. */
static void
dig_pits (RankleBoneSolid *solid, const RankleBoneCells *cells, guint n)
{
  rankle_bone_cells_dig (cells, n, solid);
  rankle_bone_solid_drop_islands (solid);
}

static RankleBoneSolid *
make_solid (const RankleBoneField *field, guint steps)
{
  RankleBoneSolid *solid = rankle_bone_solid_new (field, steps * RANKLE_BONE_STEP);

  rankle_bone_solid_drop_islands (solid);
  return solid;
}

RankleBoneSolid *
rankle_bone_cube_make_start (const RankleBoneField   *field,
                             const RankleBoneAnchors *anchors,
                             guint                    start)
{
  g_autoptr (RankleBoneCells) cells = NULL;
  RankleBoneSolid *solid;

  g_return_val_if_fail (field != NULL && anchors != NULL, NULL);

  solid = make_solid (field, start);
  cells = rankle_bone_cells_new (anchors, solid);
  dig_pits (solid, cells, rankle_bone_count_cells (RANKLE_BONE_OSTEOCLAST, 1));
  return solid;
}

static gboolean
goes_on (RankleBoneStopFunc stop, gpointer data)
{
  return stop == NULL || !stop (data);
}

RankleBoneCube *
rankle_bone_cube_new (const RankleBoneField   *field,
                      const RankleBoneAnchors *anchors,
                      RankleBoneSolid         *start,
                      const RankleBoneKey     *key,
                      RankleBoneStopFunc       stop,
                      gpointer                 data)
{
  g_autoptr (RankleBoneCube) self = NULL;

  g_return_val_if_fail (field != NULL && anchors != NULL, NULL);
  g_return_val_if_fail (start != NULL && key != NULL, NULL);

  self = g_new0 (RankleBoneCube, 1);
  atomic_init (&self->ref_count, 1);
  self->key = *key;
  self->start = rankle_bone_solid_ref (start);
  if (goes_on (stop, data))
    self->solid = make_solid (field, key->volume);
  if (self->solid != NULL && goes_on (stop, data))
    {
      self->cells = rankle_bone_cells_new (anchors, self->solid);
      dig_pits (self->solid, self->cells, key->osteoclasts);
    }
  if (self->cells != NULL && goes_on (stop, data))
    self->mesh = rankle_bone_mesh_new (self->solid, start);
  return self->mesh != NULL ? g_steal_pointer (&self) : NULL;
}

RankleBoneCube *
rankle_bone_cube_ref (RankleBoneCube *cube)
{
  g_return_val_if_fail (cube != NULL, NULL);

  atomic_fetch_add_explicit (&cube->ref_count, 1, memory_order_relaxed);
  return cube;
}

void
rankle_bone_cube_unref (RankleBoneCube *cube)
{
  g_return_if_fail (cube != NULL);

  if (atomic_fetch_sub_explicit (&cube->ref_count, 1, memory_order_acq_rel) != 1)
    return;
  g_clear_pointer (&cube->mesh, rankle_mesh_unref);
  g_clear_pointer (&cube->cells, rankle_bone_cells_free);
  g_clear_pointer (&cube->solid, rankle_bone_solid_unref);
  g_clear_pointer (&cube->start, rankle_bone_solid_unref);
  g_free (cube);
}

const RankleBoneKey *
rankle_bone_cube_get_key (const RankleBoneCube *cube)
{
  g_return_val_if_fail (cube != NULL, NULL);

  return &cube->key;
}

RankleMesh *
rankle_bone_cube_get_mesh (const RankleBoneCube *cube)
{
  g_return_val_if_fail (cube != NULL, NULL);

  return cube->mesh;
}

const RankleBoneCells *
rankle_bone_cube_get_cells (const RankleBoneCube *cube)
{
  g_return_val_if_fail (cube != NULL, NULL);

  return cube->cells;
}

const RankleBoneSolid *
rankle_bone_cube_get_solid (const RankleBoneCube *cube)
{
  g_return_val_if_fail (cube != NULL, NULL);

  return cube->solid;
}

const RankleBoneSolid *
rankle_bone_cube_get_start (const RankleBoneCube *cube)
{
  g_return_val_if_fail (cube != NULL, NULL);

  return cube->start;
}
