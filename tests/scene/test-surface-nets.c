/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-surface-nets.h"

#include <math.h>

#define N 33

typedef float (*Field) (float x, float y, float z);

static float
ball (float x, float y, float z)
{
  return 10 - sqrtf (x * x + y * y + z * z);
}

/* Its values grow with the cube of the depth: only where it is 0 is as in the ball. */
static float
steep_ball (float x, float y, float z)
{
  float depth = ball (x, y, z);

  return depth * depth * depth;
}

static float
ring (float x, float y, float z)
{
  float across = sqrtf (x * x + z * z) - 9;

  return 4 - sqrtf (across * across + y * y);
}

/* Half of the grid is inside, up to its faces. */
static float
half (float x, float y, float z)
{
  return -y;
}

static RankleMesh *
net_of (Field field, float spacing, float level)
{
  g_autofree float *values = g_new (float, N *N *N);
  RankleGrid        grid = { .values = values, .n = { N, N, N }, .spacing = spacing };

  for (guint k = 0; k < 3; k++)
    grid.origin[k] = -16 * spacing;
  for (guint i = 0; i < N * N * N; i++)
    values[i] =
        field ((float)(i % N) - 16, (float)(i / N % N) - 16, (float)(i / N / N) - 16);
  return rankle_mesh_draft_finish (rankle_surface_nets (&grid, level));
}

static void
assert_near (double value, double expected, double share)
{
  g_assert_cmpfloat (fabs (value - expected), <, share * expected);
}

static void
test_ball (gconstpointer data)
{
  g_autoptr (RankleMesh) mesh = net_of ((Field)data, 1, 0);

  assert_near (rankle_mesh_get_volume (mesh), 4 * G_PI / 3 * 1000, 0.03);
  assert_near (rankle_mesh_get_area (mesh), 4 * G_PI * 100, 0.03);
  g_assert_true (rankle_mesh_is_closed (mesh));
}

static void
test_normals (void)
{
  g_autoptr (RankleMesh) mesh = net_of (ball, 1, 0);
  const RankleMeshVertex *vertices;
  guint                   n;

  vertices = rankle_mesh_get_vertices (mesh, &n);
  g_assert_cmpuint (n, >, 1000);
  for (guint i = 0; i < n; i++)
    {
      const float *at = vertices[i].place, *normal = vertices[i].normal;
      double       radius = sqrt (at[0] * at[0] + at[1] * at[1] + at[2] * at[2]);
      double       outwards = at[0] * normal[0] + at[1] * normal[1] + at[2] * normal[2];

      g_assert_cmpfloat (fabs (radius - 10), <, 0.5);
      g_assert_cmpfloat (outwards, >, 0.97 * radius);
    }
}

/* Origin and spacing are the caller's unit of length, and the level is kept. */
static void
test_units (void)
{
  g_autoptr (RankleMesh) mesh = net_of (ball, 0.5f, 2);

  assert_near (rankle_mesh_get_volume (mesh), 4 * G_PI / 3 * 64, 0.03);
  assert_near (rankle_mesh_get_area (mesh), 4 * G_PI * 16, 0.03);
}

static void
test_ring (void)
{
  g_autoptr (RankleMesh) mesh = net_of (ring, 1, 0);

  assert_near (rankle_mesh_get_volume (mesh), 2 * G_PI * G_PI * 9 * 16, 0.03);
  assert_near (rankle_mesh_get_area (mesh), 4 * G_PI * G_PI * 9 * 4, 0.03);
  g_assert_true (rankle_mesh_is_closed (mesh));
}

static void
test_cut_by_the_grid (void)
{
  g_autoptr (RankleMesh) mesh = net_of (half, 1, 0.5f);

  assert_near (rankle_mesh_get_area (mesh), (N - 2) * (N - 2), 1e-4);
  g_assert_false (rankle_mesh_is_closed (mesh));
}

/* A function of first degree in each coordinate is given back. */
static void
test_value_between (void)
{
  float       values[2 * 3 * 4], place[3] = { 0.25f, 1.5f, 2.75f };
  float       beyond[3] = { -1, 9, 1 };
  RankleGrid  grid = { .values = values, .n = { 2, 3, 4 }, .spacing = 1 };
  const guint nx = 2, ny = 3;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = (float)(i % nx) * 100 + (float)(i / nx % ny) * 10 + (float)(i / nx / ny);
  g_assert_cmpfloat_with_epsilon (rankle_grid_get_value (&grid, place), 42.75, 1e-4);
  g_assert_cmpfloat_with_epsilon (rankle_grid_get_value (&grid, beyond), 21, 1e-4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/surface-nets/ball", ball, test_ball);
  g_test_add_data_func ("/surface-nets/steep-ball", steep_ball, test_ball);
  g_test_add_func ("/surface-nets/normals", test_normals);
  g_test_add_func ("/surface-nets/units", test_units);
  g_test_add_func ("/surface-nets/ring", test_ring);
  g_test_add_func ("/surface-nets/cut-by-the-grid", test_cut_by_the_grid);
  g_test_add_func ("/surface-nets/value-between", test_value_between);
  return g_test_run ();
}
