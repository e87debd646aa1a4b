/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-complex-geometry.h"
#include "rankle-ribbon.h"
#include "rankle-skin.h"

#include <string.h>

/* What the tests look at; nothing of it changes. */
static RankleComplexGeometry *geometry;

static void
test_closed (void)
{
  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
      {
        const RankleMesh *mesh = rankle_complex_geometry_get_mesh (geometry, body, look);
        guint             n;

        rankle_mesh_get_indices (mesh, &n);
        g_test_message ("body %d, look %d: %u triangles, %.0f", body, look, n / 3,
                        rankle_mesh_get_volume (mesh));
        g_assert_cmpuint (n, >, 0);
        g_assert_true (rankle_mesh_is_closed (mesh));
        g_assert_cmpfloat (rankle_mesh_get_volume (mesh), >, 0);
      }
}

/* 156 residues fill about 21,000 Å³. */
static void
test_volume (void)
{
  RankleMesh *mesh =
      rankle_complex_geometry_get_mesh (geometry, RANKLE_BODY_RANKL, RANKLE_LOOK_SKIN);

  g_assert_cmpfloat (fabs (rankle_mesh_get_volume (mesh) - 21000), <, 0.2 * 21000);
}

static const RankleMeshVertex *
get_vertices (RankleBody body, RankleLook look, guint *n)
{
  return rankle_mesh_get_vertices (
      rankle_complex_geometry_get_mesh (geometry, body, look), n);
}

/* Whatever the look, the four CRDs are there, and the nearest whole number tells them. */
static void
test_parts (void)
{
  for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
    {
      guint                   n, seen[RANKLE_SKIN_MOST_PARTS + 1] = { 0 };
      const RankleMeshVertex *vertices = get_vertices (RANKLE_BODY_OPG, look, &n);

      for (guint i = 0; i < n; i++)
        seen[(vertices[i].extra[RANKLE_SKIN_PART] + RANKLE_SKIN_PART_STEP / 2) /
             RANKLE_SKIN_PART_STEP]++;
      g_assert_cmpuint (seen[0] + seen[5], ==, 0);
      for (guint part = 1; part <= 4; part++)
        g_assert_cmpuint (seen[part], >, n / 8);
    }
}

/* A receptor darkens by what it docks to, where it docks. */
static void
test_light (void)
{
  guint                   n, n_darker = 0;
  const RankleMeshVertex *vertices = get_vertices (RANKLE_BODY_OPG, RANKLE_LOOK_SKIN, &n);
  guint8                  least = 255, most = 0;

  for (guint i = 0; i < n; i++)
    {
      const guint8 *extra = vertices[i].extra;

      g_assert_cmpuint (extra[RANKLE_SKIN_JOINED], <=, extra[RANKLE_SKIN_ALONE]);
      n_darker += extra[RANKLE_SKIN_JOINED] + 20 < extra[RANKLE_SKIN_ALONE];
      least = MIN (least, extra[RANKLE_SKIN_ALONE]);
      most = MAX (most, extra[RANKLE_SKIN_ALONE]);
    }
  g_test_message ("%u of %u darker, %u to %u", n_darker, n, least, most);
  g_assert_cmpuint (n_darker, >, n / 20);
  g_assert_cmpuint (n_darker, <, n / 2);
  g_assert_cmpuint (least, <, 120);
  g_assert_cmpuint (most, >, 200);
}

/* The skins of neighbours meet, and do not cut through each other: no vertex of one is
 * deeper in the other than a cell of the grid. */
static void
test_seam (void)
{
  guint                   n, n_atoms, n_deep = 0;
  const RankleMeshVertex *vertices = get_vertices (RANKLE_BODY_OPG, RANKLE_LOOK_SKIN, &n);
  const RankleAtom       *atoms =
      rankle_complex_geometry_get_atoms (geometry, RANKLE_BODY_RANKL, &n_atoms);

  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < RANKLE_GROOVES * n_atoms; k++)
      {
        RanklePlace  place = rankle_complex_turn (atoms[k % n_atoms].place, k / n_atoms);
        const float *at = vertices[i].place;

        n_deep += rankle_place_distance (place, (RanklePlace){ at[0], at[1], at[2] }) < 2;
      }
  g_assert_cmpuint (n_deep, ==, 0);
}

static void
assert_same (RankleMesh *a, RankleMesh *b)
{
  guint       n, m;
  const void *own = rankle_mesh_get_vertices (a, &n);
  const void *other = rankle_mesh_get_vertices (b, &m);

  g_assert_cmpmem (own, n * sizeof (RankleMeshVertex), other,
                   m * sizeof (RankleMeshVertex));
  own = rankle_mesh_get_indices (a, &n);
  other = rankle_mesh_get_indices (b, &m);
  g_assert_cmpmem (own, n * sizeof (guint32), other, m * sizeof (guint32));
}

static void
test_same_bytes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleComplexGeometry) again = rankle_complex_geometry_new (&error);

  g_assert_no_error (error);
  for (RankleBody body = 0; body < RANKLE_N_BODIES; body++)
    for (RankleLook look = 0; look < RANKLE_N_LOOKS; look++)
      assert_same (rankle_complex_geometry_get_mesh (geometry, body, look),
                   rankle_complex_geometry_get_mesh (again, body, look));
}

/* The three copies are one turned by a third, and three of them are back. */
static void
test_turns (void)
{
  RanklePlace place = { 10, 5, -3 };

  for (guint copy = 0; copy < RANKLE_GROOVES; copy++)
    {
      RanklePlace turned = place;
      double      c, s;

      for (guint i = 0; i < RANKLE_GROOVES; i++)
        turned = rankle_complex_turn (turned, copy);
      g_assert_cmpfloat (rankle_place_distance (turned, place), <, 1e-12);
      rankle_complex_get_turn (copy, &c, &s);
      g_assert_cmpfloat (fabs (c - cos (copy * 2 * G_PI / 3)), <, 1e-12);
      g_assert_cmpfloat (fabs (s - sin (copy * 2 * G_PI / 3)), <, 1e-12);
    }
}

static double
distance_from_axis (RanklePlace place)
{
  return hypot (place.x, place.z);
}

/* What is undocked is further out, and lower. */
static void
test_away (void)
{
  RanklePlace docked = rankle_complex_geometry_get_anchor (geometry, RANKLE_BODY_RANK, 0);
  RanklePlace away = rankle_place_add (docked, rankle_complex_away (geometry, 1));
  RanklePlace none = rankle_complex_away (geometry, 0);

  g_assert_cmpfloat (distance_from_axis (away), >, distance_from_axis (docked) + 20);
  g_assert_cmpfloat (away.y, <, docked.y - 10);
  g_assert_cmpfloat (rankle_place_dot (none, none), <=, 0);
}

/* CRD1 is up, CRD4 down, and the stalks go from what they carry to its own membrane. */
static void
test_which_way_up (void)
{
  RanklePlace        above = { 0, 1000, 0 };
  graphene_box_t     bounds;
  graphene_point3d_t least, most;

  for (guint part = 1; part <= 4; part++)
    {
      RanklePlace at =
          rankle_complex_geometry_get_anchor (geometry, RANKLE_BODY_RANK, part);

      g_assert_cmpfloat (at.y, <, above.y);
      above = at;
    }
  rankle_mesh_get_bounds (
      rankle_complex_geometry_get_mesh (geometry, RANKLE_BODY_RANK_STALK, 0), &bounds);
  graphene_box_get_min (&bounds, &least);
  graphene_box_get_max (&bounds, &most);
  g_assert_cmpfloat (least.y, <=, RANKLE_COMPLEX_LOWER_FACE);
  g_assert_cmpfloat (most.y, <, above.y);
  rankle_mesh_get_bounds (
      rankle_complex_geometry_get_mesh (geometry, RANKLE_BODY_RANKL_STALK, 0), &bounds);
  graphene_box_get_max (&bounds, &most);
  g_assert_cmpfloat (most.y, >=, RANKLE_COMPLEX_UPPER_FACE);
}

/* Where residues are missing, the ribbon is two closed pieces; two residues are none. */
static void
test_broken_ribbon (void)
{
  static const char *const text =
      "residue,x,y,z\n1,0,0,0\n2,3,2,0\n3,6,0,0\n4,9,2,0\n8,40,0,0\n9,43,2,0\n10,46,0,1\n"
      "20,90,0,0\n21,93,0,0\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleStructure) structure = rankle_structure_parse (bytes, "x", &error);
  g_autoptr (RankleMesh) mesh = NULL;
  guint n;

  g_assert_no_error (error);
  mesh = rankle_mesh_draft_finish (rankle_ribbon_new (structure, 2, 5));
  g_assert_true (rankle_mesh_is_closed (mesh));
  g_assert_cmpfloat (rankle_mesh_get_volume (mesh), >, 0);
  rankle_mesh_get_indices (mesh, &n);
  g_assert_cmpuint (n / 3, ==, (3 + 2) * 2 * 5 * 2 + 2 * 2 * 5);
}

static void
test_straight_ribbon (void)
{
  static const char *const text = "residue,x,y,z\n1,0,0,0\n2,0,3,0\n3,0,6,0\n4,0,9,0\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (RankleStructure) structure = rankle_structure_parse (bytes, "x", NULL);
  g_autoptr (RankleMesh) mesh =
      rankle_mesh_draft_finish (rankle_ribbon_new (structure, 2, 24));

  g_assert_cmpfloat_with_epsilon (rankle_mesh_get_volume (mesh), G_PI * 1.21 * 9, 0.6);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  geometry = rankle_complex_geometry_new (&error);
  g_assert_no_error (error);
  g_test_add_func ("/complex-geometry/closed", test_closed);
  g_test_add_func ("/complex-geometry/volume", test_volume);
  g_test_add_func ("/complex-geometry/parts", test_parts);
  g_test_add_func ("/complex-geometry/light", test_light);
  g_test_add_func ("/complex-geometry/seam", test_seam);
  g_test_add_func ("/complex-geometry/same-bytes", test_same_bytes);
  g_test_add_func ("/complex-geometry/turns", test_turns);
  g_test_add_func ("/complex-geometry/away", test_away);
  g_test_add_func ("/complex-geometry/which-way-up", test_which_way_up);
  g_test_add_func ("/complex-geometry/broken-ribbon", test_broken_ribbon);
  g_test_add_func ("/complex-geometry/straight-ribbon", test_straight_ribbon);
  status = g_test_run ();
  rankle_complex_geometry_unref (geometry);
  return status;
}
