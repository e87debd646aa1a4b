/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-bone-field.h"

#include <string.h>

#define N 48

static const guint32 seeds[] = { 1, 2, 7 };
static const double  fractions[] = { 0.05, 0.06, 0.08, 0.12, 0.2, 0.3, 0.36, 0.4 };

static const float *
depths_of (const RankleBoneSolid *solid)
{
  return rankle_bone_solid_get_grid (solid)->values;
}

static void
test_fraction (gconstpointer seed)
{
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, *(const guint32 *)seed);

  for (guint percent = 5; percent <= 40; percent++)
    {
      g_autoptr (RankleBoneSolid) solid = rankle_bone_solid_new (field, percent / 100.0);

      g_assert_cmpfloat_with_epsilon (rankle_bone_solid_get_fraction (solid),
                                      percent / 100.0, 1e-3);
    }
}

static void
assert_inside (const RankleBoneSolid *thin, const RankleBoneSolid *dense)
{
  for (guint i = 0; i < N * N * N; i++)
    g_assert_true (depths_of (dense)[i] > 0 || !(depths_of (thin)[i] > 0));
}

/* Before loose pieces are dropped, and after. */
static void
test_thin_in_dense (gconstpointer seed)
{
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, *(const guint32 *)seed);
  RankleBoneSolid *thin = rankle_bone_solid_new (field, fractions[0]);

  for (guint i = 1; i < G_N_ELEMENTS (fractions); i++)
    {
      RankleBoneSolid *dense = rankle_bone_solid_new (field, fractions[i]);

      assert_inside (thin, dense);
      rankle_bone_solid_drop_islands (thin);
      assert_inside (thin, dense);
      rankle_bone_solid_drop_islands (dense);
      assert_inside (thin, dense);
      rankle_bone_solid_unref (thin);
      thin = dense;
    }
  rankle_bone_solid_unref (thin);
}

/* Little is lost of it, and nothing is left but one piece. */
static void
test_one_piece (gconstpointer seed)
{
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, *(const guint32 *)seed);

  for (guint i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      g_autoptr (RankleBoneSolid) solid = rankle_bone_solid_new (field, fractions[i]);
      guint n_pieces = rankle_bone_solid_drop_islands (solid);

      g_test_message ("seed %u: %g in %u pieces, %g left", *(const guint32 *)seed,
                      fractions[i], n_pieces, rankle_bone_solid_get_fraction (solid));
      g_assert_cmpuint (n_pieces, >=, 1);
      g_assert_cmpuint (rankle_bone_solid_drop_islands (solid), ==, 1);
      g_assert_cmpfloat (rankle_bone_solid_get_fraction (solid), >, 0.9 * fractions[i]);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, 3);
  g_autoptr (RankleBoneField) again = rankle_bone_field_new (N, 3);
  g_autoptr (RankleBoneField) other = rankle_bone_field_new (N, 4);
  g_autoptr (RankleBoneSolid) a = rankle_bone_solid_new (field, 0.2);
  g_autoptr (RankleBoneSolid) b = rankle_bone_solid_new (again, 0.2);
  g_autoptr (RankleBoneSolid) c = rankle_bone_solid_new (other, 0.2);
  gsize size = N * N * N * sizeof (float);

  g_assert_cmpmem (depths_of (a), size, depths_of (b), size);
  g_assert_cmpint (memcmp (depths_of (a), depths_of (c), size), !=, 0);
}

static void
test_what_a_cube_can_hold (void)
{
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, 1);
  g_autoptr (RankleBoneSolid) least = rankle_bone_solid_new (field, 0);
  g_autoptr (RankleBoneSolid) most = rankle_bone_solid_new (field, 2);

  g_assert_cmpfloat_with_epsilon (rankle_bone_solid_get_fraction (least),
                                  RANKLE_BONE_LEAST, 1e-3);
  g_assert_cmpfloat_with_epsilon (rankle_bone_solid_get_fraction (most), RANKLE_BONE_MOST,
                                  1e-3);
}

/* A ball is gone where there was bone, and nothing changed a little way from it. */
static void
test_dig (void)
{
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, 1);
  g_autoptr (RankleBoneSolid) solid = rankle_bone_solid_new (field, 0.4);
  g_autoptr (RankleBoneSolid) before = rankle_bone_solid_new (field, 0.4);
  const float middle[] = { 3, -8, 12 }, beside[] = { 3, -8, 26 }, edge[] = { 32, 32, 32 };

  rankle_bone_solid_dig (solid, middle, 6);
  rankle_bone_solid_dig (solid, edge, 6);
  g_assert_cmpfloat (rankle_bone_solid_get_depth (solid, middle), <, -2);
  g_assert_cmpfloat (rankle_bone_solid_get_depth (solid, edge), <, -2);
  g_assert_cmpfloat_with_epsilon (rankle_bone_solid_get_depth (solid, beside),
                                  rankle_bone_solid_get_depth (before, beside), 1e-6);
  for (guint i = 0; i < N * N * N; i++)
    g_assert_cmpfloat (depths_of (solid)[i], <, depths_of (before)[i] + 1e-5);
}

static void
test_box (void)
{
  const float middle[] = { 0, 0, 0 }, face[] = { 32, 1, 2 }, corner[] = { 32, 32, -32 };
  const float outside[] = { 0, -36, 0 }, inside[] = { 0, 0, 27 };

  g_assert_cmpfloat_with_epsilon (rankle_bone_box_get_depth (middle), 32, 1e-5);
  g_assert_cmpfloat_with_epsilon (rankle_bone_box_get_depth (face), 0, 1e-5);
  g_assert_cmpfloat_with_epsilon (rankle_bone_box_get_depth (outside), -4, 1e-5);
  g_assert_cmpfloat_with_epsilon (rankle_bone_box_get_depth (inside), 5, 1e-5);
  g_assert_cmpfloat (rankle_bone_box_get_depth (corner), <, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (seeds); i++)
    {
      g_autofree char *fraction = g_strdup_printf ("/bone-field/fraction/%u", seeds[i]);
      g_autofree char *inside = g_strdup_printf ("/bone-field/inside/%u", seeds[i]);
      g_autofree char *piece = g_strdup_printf ("/bone-field/one-piece/%u", seeds[i]);

      g_test_add_data_func (fraction, &seeds[i], test_fraction);
      g_test_add_data_func (inside, &seeds[i], test_thin_in_dense);
      g_test_add_data_func (piece, &seeds[i], test_one_piece);
    }
  g_test_add_func ("/bone-field/same-bytes", test_same_bytes);
  g_test_add_func ("/bone-field/what-a-cube-can-hold", test_what_a_cube_can_hold);
  g_test_add_func ("/bone-field/dig", test_dig);
  g_test_add_func ("/bone-field/box", test_box);
  return g_test_run ();
}
