/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-mesh.h"

#include <math.h>

#define N 48

static RankleBoneField *field; /* of seed 1, made once */

static RankleBoneSolid *
solid_of (double fraction)
{
  RankleBoneSolid *solid = rankle_bone_solid_new (field, fraction);

  rankle_bone_solid_drop_islands (solid);
  return solid;
}

static void
test_closed (void)
{
  for (guint percent = 5; percent <= 40; percent += 5)
    {
      g_autoptr (RankleBoneSolid) solid = solid_of (percent / 100.0);
      g_autoptr (RankleMesh) mesh = rankle_bone_mesh_new (solid, solid);
      double volume = rankle_mesh_get_volume (mesh);
      double share = volume / pow (RANKLE_BONE_SIDE, 3);

      g_assert_true (rankle_mesh_is_closed (mesh));
      g_assert_cmpfloat (volume, >, 0);
      g_assert_cmpfloat_with_epsilon (share, rankle_bone_solid_get_fraction (solid),
                                      0.02);
    }
}

static void
test_within_the_cube (void)
{
  g_autoptr (RankleBoneSolid) solid = solid_of (0.3);
  g_autoptr (RankleMesh) mesh = rankle_bone_mesh_new (solid, solid);
  graphene_box_t     bounds;
  graphene_point3d_t min, max;

  rankle_mesh_get_bounds (mesh, &bounds);
  graphene_box_get_min (&bounds, &min);
  graphene_box_get_max (&bounds, &max);
  for (guint k = 0; k < 3; k++)
    {
      g_assert_cmpfloat_with_epsilon ((&min.x)[k], -32, 0.1);
      g_assert_cmpfloat_with_epsilon ((&max.x)[k], 32, 0.1);
    }
}

/* What is marked as cut lies on a face and looks out of it; what does not is the bone's
 * own surface. */
static void
test_cut_faces (void)
{
  g_autoptr (RankleBoneSolid) solid = solid_of (0.2);
  g_autoptr (RankleMesh) mesh = rankle_bone_mesh_new (solid, solid);
  const RankleMeshVertex *vertices;
  guint                   n, n_cut = 0;

  vertices = rankle_mesh_get_vertices (mesh, &n);
  for (guint i = 0; i < n; i++)
    {
      float box = rankle_bone_box_get_depth (vertices[i].place);

      if (vertices[i].extra[RANKLE_BONE_CUT] > 200)
        {
          g_assert_cmpfloat (box, <, 1);
          n_cut++;
        }
      if (box > 2)
        g_assert_cmpuint (vertices[i].extra[RANKLE_BONE_CUT], <, 128);
    }
  g_assert_cmpuint (n_cut, >, n / 20);
  g_assert_cmpuint (n_cut, <, n / 2);
}

static guint
count_changed (const RankleMesh *mesh, gboolean lost)
{
  const RankleMeshVertex *vertices;
  guint                   n, count = 0;

  vertices = rankle_mesh_get_vertices (mesh, &n);
  for (guint i = 0; i < n; i++)
    {
      int change = vertices[i].extra[RANKLE_BONE_CHANGE] - RANKLE_BONE_NO_CHANGE;

      count += lost ? change < -8 : change > 8;
    }
  return count;
}

static void
test_change (void)
{
  g_autoptr (RankleBoneSolid) thin = solid_of (0.15);
  g_autoptr (RankleBoneSolid) dense = solid_of (0.25);
  g_autoptr (RankleMesh) same = rankle_bone_mesh_new (dense, dense);
  g_autoptr (RankleMesh) less = rankle_bone_mesh_new (thin, dense);
  g_autoptr (RankleMesh) more = rankle_bone_mesh_new (dense, thin);
  guint n_less, n_more;

  rankle_mesh_get_vertices (less, &n_less);
  rankle_mesh_get_vertices (more, &n_more);
  g_assert_cmpuint (count_changed (same, TRUE) + count_changed (same, FALSE), ==, 0);
  g_assert_cmpuint (count_changed (less, FALSE), ==, 0);
  g_assert_cmpuint (count_changed (more, TRUE), ==, 0);
  g_assert_cmpuint (count_changed (less, TRUE), >, n_less / 2);
  g_assert_cmpuint (count_changed (more, FALSE), >, n_more / 2);
}

/* A place lost here is told by what was dug here alone. */
static void
test_change_is_where_it_is (void)
{
  g_autoptr (RankleBoneSolid) solid = solid_of (0.4);
  g_autoptr (RankleBoneSolid) start = solid_of (0.4);
  g_autoptr (RankleMesh) mesh = NULL;
  const float             middle[] = { 5, 5, 5 };
  const RankleMeshVertex *vertices;
  guint                   n;

  rankle_bone_solid_dig (solid, middle, 8);
  mesh = rankle_bone_mesh_new (solid, start);
  g_assert_cmpuint (count_changed (mesh, TRUE), >, 20);
  vertices = rankle_mesh_get_vertices (mesh, &n);
  for (guint i = 0; i < n; i++)
    if (vertices[i].extra[RANKLE_BONE_CHANGE] < RANKLE_BONE_NO_CHANGE - 8)
      g_assert_cmpfloat (
          hypot (hypot (vertices[i].place[0] - 5, vertices[i].place[1] - 5),
                 vertices[i].place[2] - 5),
          <, 8 + 3);
}

/* A place within a hollow has more bone around it than one on the cube's face. */
static void
test_occlusion (void)
{
  g_autoptr (RankleBoneSolid) solid = solid_of (0.4);
  g_autoptr (RankleMesh) mesh = rankle_bone_mesh_new (solid, solid);
  const RankleMeshVertex *vertices;
  guint                   n, n_dark = 0;
  double                  on_face = 0, n_face = 0;

  vertices = rankle_mesh_get_vertices (mesh, &n);
  for (guint i = 0; i < n; i++)
    {
      n_dark += vertices[i].extra[RANKLE_BONE_OCCLUSION] > 64;
      if (vertices[i].extra[RANKLE_BONE_CUT] > 220)
        {
          on_face += vertices[i].extra[RANKLE_BONE_OCCLUSION];
          n_face++;
        }
    }
  g_assert_cmpuint (n_dark, >, n / 100);
  g_assert_cmpfloat (on_face / n_face, <, 8);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  field = rankle_bone_field_new (N, 1);
  g_test_add_func ("/bone-mesh/closed", test_closed);
  g_test_add_func ("/bone-mesh/within-the-cube", test_within_the_cube);
  g_test_add_func ("/bone-mesh/cut-faces", test_cut_faces);
  g_test_add_func ("/bone-mesh/change", test_change);
  g_test_add_func ("/bone-mesh/change-is-where-it-is", test_change_is_where_it_is);
  g_test_add_func ("/bone-mesh/occlusion", test_occlusion);
  status = g_test_run ();
  rankle_bone_field_unref (field);
  return status;
}
