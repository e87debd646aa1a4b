/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-cube.h"

#include <math.h>

#define N     48
#define START 0.2

typedef struct
{
  RankleBoneField   *field;
  RankleBoneAnchors *anchors;
  RankleBoneSolid   *start;
} Bone;

static const guint32 seeds[] = { 1, 2, 7 };

static void
set_up (Bone *bone, gconstpointer seed)
{
  RankleBoneKey key = rankle_bone_key (START, START, 1);

  bone->field = rankle_bone_field_new (N, *(const guint32 *)seed);
  bone->anchors = rankle_bone_anchors_new (bone->field, *(const guint32 *)seed);
  bone->start = rankle_bone_cube_make_start (bone->field, bone->anchors, key.start);
}

static void
tear_down (Bone *bone, gconstpointer seed)
{
  rankle_bone_solid_unref (bone->start);
  rankle_bone_anchors_free (bone->anchors);
  rankle_bone_field_unref (bone->field);
}

static RankleBoneCube *
cube_of (const Bone *bone, double fraction, double ratio)
{
  RankleBoneKey key = rankle_bone_key (START, fraction, ratio);

  return rankle_bone_cube_new (bone->field, bone->anchors, bone->start, &key, NULL, NULL);
}

/* With all its pits, too, it is one closed piece, and somewhat less than was asked for.
 */
static void
test_one_closed_piece (Bone *bone, gconstpointer seed)
{
  for (guint percent = 5; percent <= 40; percent += 7)
    for (double ratio = 0; ratio <= 5; ratio += 5)
      {
        g_autoptr (RankleBoneCube) cube = cube_of (bone, percent / 100.0, ratio);
        /* Nothing is dropped of one piece, so that it stays what it is. */
        RankleBoneSolid *solid = (RankleBoneSolid *)rankle_bone_cube_get_solid (cube);
        RankleMesh      *mesh = rankle_bone_cube_get_mesh (cube);
        double           share = rankle_bone_solid_get_fraction (solid);

        g_assert_cmpuint (rankle_bone_solid_drop_islands (solid), ==, 1);
        g_assert_true (rankle_mesh_is_closed (mesh));
        g_assert_cmpfloat (rankle_mesh_get_volume (mesh), >, 0);
        g_assert_cmpfloat (share, <, percent / 100.0 + 0.001);
        g_assert_cmpfloat (share, >, (percent == 5 ? 0.6 : 0.85) * percent / 100);
      }
}

/* At the start, with the cells of the baseline, nothing has changed. */
static void
test_start (Bone *bone, gconstpointer seed)
{
  g_autoptr (RankleBoneCube) cube = cube_of (bone, START, 1);
  const RankleMeshVertex *vertices;
  guint                   n;

  vertices = rankle_mesh_get_vertices (rankle_bone_cube_get_mesh (cube), &n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (vertices[i].extra[RANKLE_BONE_CHANGE], ==, RANKLE_BONE_NO_CHANGE);
}

/* Where one osteoclast more has come there is less bone, and more nowhere. */
static void
test_pit (Bone *bone, gconstpointer seed)
{
  g_autoptr (RankleBoneCube) cube = cube_of (bone, START, 9.0 / 8);
  const RankleMeshVertex *vertices;
  const RankleBoneCell   *cells;
  guint                   n, n_cells, n_lost = 0;

  vertices = rankle_mesh_get_vertices (rankle_bone_cube_get_mesh (cube), &n);
  cells = rankle_bone_cells_get (rankle_bone_cube_get_cells (cube),
                                 RANKLE_BONE_OSTEOCLAST, &n_cells);
  for (guint i = 0; i < n; i++)
    if (vertices[i].extra[RANKLE_BONE_CHANGE] < RANKLE_BONE_NO_CHANGE - 8)
      {
        const float *place = vertices[i].place, *pit = cells[8].place;

        g_assert_cmpfloat (
            hypot (hypot (place[0] - pit[0], place[1] - pit[1]), place[2] - pit[2]), <,
            2.5 * cells[8].radius);
        n_lost++;
      }
  g_assert_cmpuint (n_lost, >, 5);
}

/* How many osteoclasts there are moves no cell. */
static void
test_same_places (Bone *bone, gconstpointer seed)
{
  g_autoptr (RankleBoneCube) few = cube_of (bone, 0.16, 1);
  g_autoptr (RankleBoneCube) many = cube_of (bone, 0.16, 4);

  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    {
      const RankleBoneCell *a, *b;
      guint                 n_a, n_b;

      a = rankle_bone_cells_get (rankle_bone_cube_get_cells (few), kind, &n_a);
      b = rankle_bone_cells_get (rankle_bone_cube_get_cells (many), kind, &n_b);
      g_assert_cmpmem (a, n_a * sizeof *a, b, n_b * sizeof *b);
    }
}

static void
add (const char *name, const guint32 *seed, void (*test) (Bone *bone, gconstpointer seed))
{
  g_autofree char *path = g_strdup_printf ("/bone-cube/%s/%u", name, *seed);

  g_test_add (path, Bone, seed, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      add ("one-closed-piece", &seeds[i], test_one_closed_piece);
      add ("start", &seeds[i], test_start);
      add ("pit", &seeds[i], test_pit);
      add ("same-places", &seeds[i], test_same_places);
    }
  return g_test_run ();
}
