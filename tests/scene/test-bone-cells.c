/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-cells.h"

#include <math.h>
#include <string.h>

#define N 48

static const guint32 seeds[] = { 1, 2, 7 };
static const double  fractions[] = { 0.05, 0.08, 0.12, 0.2, 0.3, 0.4 };

typedef struct
{
  RankleBoneField   *field;
  RankleBoneAnchors *anchors;
} Bone;

static void
set_up (Bone *bone, gconstpointer seed)
{
  bone->field = rankle_bone_field_new (N, *(const guint32 *)seed);
  bone->anchors = rankle_bone_anchors_new (bone->field, *(const guint32 *)seed);
}

static void
tear_down (Bone *bone, gconstpointer seed)
{
  rankle_bone_anchors_free (bone->anchors);
  rankle_bone_field_unref (bone->field);
}

static RankleBoneSolid *
solid_of (const Bone *bone, double fraction)
{
  RankleBoneSolid *solid = rankle_bone_solid_new (bone->field, fraction);

  rankle_bone_solid_drop_islands (solid);
  return solid;
}

static double
distance (const float *a, const float *b)
{
  return hypot (hypot (a[0] - b[0], a[1] - b[1]), a[2] - b[2]);
}

static void
assert_on_surface (const RankleBoneSolid *solid, const RankleBoneCell *cell)
{
  float above[3], below[3];
  float length = hypotf (hypotf (cell->normal[0], cell->normal[1]), cell->normal[2]);

  for (guint k = 0; k < 3; k++)
    {
      above[k] = cell->place[k] + 0.5f * cell->normal[k];
      below[k] = cell->place[k] - 0.5f * cell->normal[k];
      g_assert_cmpfloat (fabsf (cell->place[k]), <, RANKLE_BONE_SIDE / 2);
    }
  g_assert_cmpfloat (fabsf (rankle_bone_solid_get_depth (solid, cell->place)), <, 0.2f);
  g_assert_cmpfloat (rankle_bone_solid_get_depth (solid, above), <,
                     rankle_bone_solid_get_depth (solid, below));
  g_assert_cmpfloat_with_epsilon (length, 1, 1e-4);
}

static void
assert_apart (const RankleBoneCell *cells, guint n, double least)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      g_assert_cmpfloat (distance (cells[i].place, cells[j].place), >, least);
}

/* However thin the bone is, there is room on it for all that may be asked for. */
static void
test_on_surface (Bone *bone, gconstpointer seed)
{
  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      g_autoptr (RankleBoneSolid) solid = solid_of (bone, fractions[i]);
      g_autoptr (RankleBoneCells) cells = rankle_bone_cells_new (bone->anchors, solid);
      const guint most[] = { 40, 240 };

      for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
        {
          const RankleBoneCell *all;
          guint                 n;

          all = rankle_bone_cells_get (cells, kind, &n);
          g_test_message ("%g: %u of kind %u", fractions[i], n, kind);
          g_assert_cmpuint (n, ==, most[kind]);
          for (guint k = 0; k < n; k++)
            assert_on_surface (solid, &all[k]);
          assert_apart (all, n, all[0].radius);
        }
    }
}

/* Where bone is what it was, so are its cells; where a little is lost most are the ones
 * that were there, moved by less than they are wide. */
static void
test_cells_stay (Bone *bone, gconstpointer seed)
{
  g_autoptr (RankleBoneSolid) before = solid_of (bone, 0.2);
  g_autoptr (RankleBoneSolid) after = solid_of (bone, 0.18);
  g_autoptr (RankleBoneCells) old = rankle_bone_cells_new (bone->anchors, before);
  g_autoptr (RankleBoneCells) new = rankle_bone_cells_new (bone->anchors, after);

  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    {
      const RankleBoneCell *a, *b;
      guint                 n_a, n_b, stayed = 0;

      a = rankle_bone_cells_get (old, kind, &n_a);
      b = rankle_bone_cells_get (new, kind, &n_b);
      for (guint i = 0; i < n_a; i++)
        for (guint j = 0; j < n_b; j++)
          if (distance (a[i].place, b[j].place) < 0.5 * a[i].radius)
            {
              stayed++;
              break;
            }
      g_assert_cmpuint (stayed, >=, n_a * 9 / 10);
    }
}

static void
test_patches_beside_osteoclasts (Bone *bone, gconstpointer seed)
{
  g_autoptr (RankleBoneSolid) solid = solid_of (bone, 0.2);
  g_autoptr (RankleBoneCells) cells = rankle_bone_cells_new (bone->anchors, solid);
  const RankleBoneCell *osteoclasts, *osteoblasts;
  guint                 n_osteoclasts, n_osteoblasts;

  osteoclasts = rankle_bone_cells_get (cells, RANKLE_BONE_OSTEOCLAST, &n_osteoclasts);
  osteoblasts = rankle_bone_cells_get (cells, RANKLE_BONE_OSTEOBLAST, &n_osteoblasts);
  for (guint i = 0; i < n_osteoclasts; i++)
    for (guint j = 0; j < n_osteoblasts; j++)
      g_assert_cmpfloat (distance (osteoclasts[i].place, osteoblasts[j].place), >,
                         osteoclasts[i].radius);
}

static void
test_pits (Bone *bone, gconstpointer seed)
{
  g_autoptr (RankleBoneSolid) solid = solid_of (bone, 0.2);
  g_autoptr (RankleBoneSolid) whole = solid_of (bone, 0.2);
  g_autoptr (RankleBoneCells) cells = rankle_bone_cells_new (bone->anchors, solid);
  const RankleBoneCell *osteoclasts;
  guint                 n;

  osteoclasts = rankle_bone_cells_get (cells, RANKLE_BONE_OSTEOCLAST, &n);
  rankle_bone_cells_dig (cells, 5, solid);
  for (guint i = 0; i < n; i++)
    {
      float gone = rankle_bone_solid_get_depth (whole, osteoclasts[i].place) -
                   rankle_bone_solid_get_depth (solid, osteoclasts[i].place);

      if (i < 5)
        g_assert_cmpfloat (gone, >, 0.5);
      else
        g_assert_cmpfloat (gone, <, 0.2);
    }
  g_assert_cmpfloat (rankle_bone_solid_get_fraction (solid), <, 0.2);
  g_assert_cmpfloat (rankle_bone_solid_get_fraction (solid), >, 0.19);
}

static void
test_same_cells (Bone *bone, gconstpointer seed)
{
  g_autoptr (RankleBoneSolid) solid = solid_of (bone, 0.15);
  g_autoptr (RankleBoneAnchors) again =
      rankle_bone_anchors_new (bone->field, *(const guint32 *)seed);
  g_autoptr (RankleBoneCells) a = rankle_bone_cells_new (bone->anchors, solid);
  g_autoptr (RankleBoneCells) b = rankle_bone_cells_new (again, solid);

  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    {
      const RankleBoneCell *of_a, *of_b;
      guint                 n_a, n_b;

      of_a = rankle_bone_cells_get (a, kind, &n_a);
      of_b = rankle_bone_cells_get (b, kind, &n_b);
      g_assert_cmpmem (of_a, n_a * sizeof *of_a, of_b, n_b * sizeof *of_b);
    }
}

static void
test_counts (void)
{
  const struct
  {
    RankleBoneCellKind kind;
    double             ratio;
    guint              count;
  } counts[] = {
    { RANKLE_BONE_OSTEOCLAST, 1, 8 },          { RANKLE_BONE_OSTEOBLAST, 1, 60 },
    { RANKLE_BONE_OSTEOCLAST, 1.6, 13 },       { RANKLE_BONE_OSTEOBLAST, 1.7, 102 },
    { RANKLE_BONE_OSTEOCLAST, 0, 0 },          { RANKLE_BONE_OSTEOBLAST, 0.001, 0 },
    { RANKLE_BONE_OSTEOCLAST, 900, 40 },       { RANKLE_BONE_OSTEOBLAST, 900, 240 },
    { RANKLE_BONE_OSTEOCLAST, -1, 0 },         { RANKLE_BONE_OSTEOCLAST, NAN, 0 },
    { RANKLE_BONE_OSTEOCLAST, 0.07, 1 },       { RANKLE_BONE_OSTEOCLAST, 0.06, 0 },
    { RANKLE_BONE_OSTEOBLAST, INFINITY, 240 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (rankle_bone_count_cells (counts[i].kind, counts[i].ratio), ==,
                      counts[i].count);
}

/* Those that are there stay fully grown as more come; the last one grows, and never
 * shrinks as more is asked for. */
static void
test_sizes (void)
{
  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    for (guint i = 0; i < 12; i++)
      {
        float last = 0;

        for (double ratio = 0; ratio < 6; ratio += 0.01)
          {
            guint count = rankle_bone_count_cells (kind, ratio);
            float size = rankle_bone_get_cell_size (kind, ratio, i);

            g_assert_cmpfloat (size, >=, last);
            g_assert_true ((size > 0.24f) == (i < count));
            if (i + 1 < count)
              g_assert_cmpfloat (size, >, 0.999f);
            last = size;
          }
      }
  g_assert_cmpfloat (rankle_bone_get_cell_size (RANKLE_BONE_OSTEOCLAST, 1, 7), >, 0.999f);
  g_assert_cmpfloat_with_epsilon (
      rankle_bone_get_cell_size (RANKLE_BONE_OSTEOCLAST, 8.5 / 8, 8), 0.25, 1e-6);
}

static void
test_cell_mesh (void)
{
  const guint triangles[] = { 320, 80 };

  for (guint kind = 0; kind < RANKLE_BONE_N_KINDS; kind++)
    {
      g_autoptr (RankleMesh) mesh = rankle_bone_cell_mesh_new (kind);
      graphene_box_t     bounds;
      graphene_point3d_t min, max;
      guint              n;

      rankle_mesh_get_indices (mesh, &n);
      g_assert_cmpuint (n, ==, 3 * triangles[kind]);
      g_assert_true (rankle_mesh_is_closed (mesh));
      g_assert_cmpfloat (rankle_mesh_get_volume (mesh), >, 2);
      rankle_mesh_get_bounds (mesh, &bounds);
      graphene_box_get_min (&bounds, &min);
      graphene_box_get_max (&bounds, &max);
      g_assert_cmpfloat (min.y, <, -0.2f);
      g_assert_cmpfloat (max.y, >, 0.8f);
      g_assert_cmpfloat_with_epsilon (max.x, 1, 0.1f);
    }
  for (guint i = 0; i < RANKLE_BONE_N_NUCLEI; i++)
    g_assert_cmpfloat_with_epsilon (
        distance (rankle_bone_nuclei[i], (const float[]){ 0, 0, 0 }), 1, 0.02);
}

static void
add (const char *name, const guint32 *seed, void (*test) (Bone *bone, gconstpointer seed))
{
  g_autofree char *path = g_strdup_printf ("/bone-cells/%s/%u", name, *seed);

  g_test_add (path, Bone, seed, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      add ("on-surface", &seeds[i], test_on_surface);
      add ("cells-stay", &seeds[i], test_cells_stay);
      add ("patches-beside-osteoclasts", &seeds[i], test_patches_beside_osteoclasts);
      add ("pits", &seeds[i], test_pits);
      add ("same-cells", &seeds[i], test_same_cells);
    }
  g_test_add_func ("/bone-cells/counts", test_counts);
  g_test_add_func ("/bone-cells/sizes", test_sizes);
  g_test_add_func ("/bone-cells/cell-mesh", test_cell_mesh);
  return g_test_run ();
}
