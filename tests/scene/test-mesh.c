/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-mesh.h"

#include <math.h>

/* A tetrahedron with three edges of length 1 along the axes, from @corner. */
static RankleMeshDraft *
tetrahedron (float corner)
{
  const float      places[][3] = { { corner, corner, corner },
                                   { corner + 1, corner, corner },
                                   { corner, corner + 1, corner },
                                   { corner, corner, corner + 1 } };
  const guint32    faces[][3] = { { 0, 2, 1 }, { 0, 1, 3 }, { 0, 3, 2 }, { 1, 2, 3 } };
  RankleMeshDraft *draft = rankle_mesh_draft_new ();

  for (guint i = 0; i < 4; i++)
    g_assert_cmpuint (rankle_mesh_draft_add_vertex (draft, places[i], NULL), ==, i);
  for (guint i = 0; i < 4; i++)
    rankle_mesh_draft_add_triangle (draft, faces[i][0], faces[i][1], faces[i][2]);
  rankle_mesh_draft_set_normals (draft);
  return draft;
}

static void
test_measures (void)
{
  g_autoptr (RankleMesh) mesh = rankle_mesh_draft_finish (tetrahedron (5));
  graphene_box_t     bounds;
  graphene_point3d_t min, max;

  g_assert_cmpfloat_with_epsilon (rankle_mesh_get_volume (mesh), 1.0 / 6, 1e-6);
  g_assert_cmpfloat_with_epsilon (rankle_mesh_get_area (mesh), 1.5 + sqrt (3) / 2, 1e-6);
  g_assert_true (rankle_mesh_is_closed (mesh));
  g_assert_cmpuint (rankle_mesh_get_size (mesh), >, 4 * 28 + 12 * 4);
  rankle_mesh_get_bounds (mesh, &bounds);
  graphene_box_get_min (&bounds, &min);
  graphene_box_get_max (&bounds, &max);
  g_assert_true (graphene_point3d_near (&min, &GRAPHENE_POINT3D_INIT (5, 5, 5), 1e-6f));
  g_assert_true (graphene_point3d_near (&max, &GRAPHENE_POINT3D_INIT (6, 6, 6), 1e-6f));
}

static void
test_inside_out (void)
{
  RankleMeshDraft *draft = tetrahedron (0);
  g_autoptr (RankleMesh) mesh = NULL;
  guint32 *corners = (guint32 *)(void *)draft->triangles->data;

  for (guint i = 0; i < draft->triangles->len; i += 3)
    {
      guint32 swapped = corners[i];

      corners[i] = corners[i + 1];
      corners[i + 1] = swapped;
    }
  mesh = rankle_mesh_draft_finish (draft);
  g_assert_cmpfloat_with_epsilon (rankle_mesh_get_volume (mesh), -1.0 / 6, 1e-6);
  g_assert_true (rankle_mesh_is_closed (mesh));
}

static void
test_open (void)
{
  RankleMeshDraft *draft = tetrahedron (0);
  g_autoptr (RankleMesh) open = NULL;
  g_autoptr (RankleMesh) turned = NULL;
  guint32 *corners;

  g_array_set_size (draft->triangles, 9);
  open = rankle_mesh_draft_finish (draft);
  g_assert_false (rankle_mesh_is_closed (open));

  draft = tetrahedron (0);
  corners = (guint32 *)(void *)draft->triangles->data;
  corners[0] = 2, corners[1] = 0;
  turned = rankle_mesh_draft_finish (draft);
  g_assert_false (rankle_mesh_is_closed (turned));
}

static void
test_normals (void)
{
  RankleMeshDraft *draft = tetrahedron (0);
  g_autoptr (RankleMesh) mesh = NULL;
  const float             far_away[3] = { 9, 9, 9 };
  const RankleMeshVertex *vertices;
  guint                   n;

  rankle_mesh_draft_add_vertex (draft, far_away, NULL);
  rankle_mesh_draft_set_normals (draft);
  mesh = rankle_mesh_draft_finish (draft);
  vertices = rankle_mesh_get_vertices (mesh, &n);
  g_assert_cmpuint (n, ==, 5);
  for (guint k = 0; k < 3; k++)
    {
      g_assert_cmpfloat_with_epsilon (vertices[0].normal[k], -1 / sqrt (3), 1e-6);
      g_assert_cmpfloat_with_epsilon (vertices[4].normal[k], k == 1, 1e-6);
    }
  /* At (1, 0, 0) two faces of area 1/2 look down and back, one between all axes. */
  g_assert_cmpfloat_with_epsilon (vertices[1].normal[0], 1, 1e-6);
}

static void
test_empty (void)
{
  g_autoptr (RankleMesh) mesh = rankle_mesh_draft_finish (rankle_mesh_draft_new ());
  graphene_box_t  bounds;
  graphene_vec3_t size;
  guint           n;

  rankle_mesh_get_bounds (mesh, &bounds);
  graphene_box_get_size (&bounds, &size);
  g_assert_true (graphene_vec3_equal (&size, graphene_vec3_zero ()));
  rankle_mesh_get_indices (mesh, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_true (rankle_mesh_is_closed (mesh));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/mesh/measures", test_measures);
  g_test_add_func ("/mesh/inside-out", test_inside_out);
  g_test_add_func ("/mesh/open", test_open);
  g_test_add_func ("/mesh/normals", test_normals);
  g_test_add_func ("/mesh/empty", test_empty);
  return g_test_run ();
}
