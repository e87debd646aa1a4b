/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One test for each of the invariants at the head of rankle-bone-builder.c. */

#include "rankle-bone-builder.h"

#include <math.h>

#define N 16 /* few voxels, as it is not their number that is tested */

typedef struct
{
  RankleBoneBuilder *builder;
  GThread           *thread;
  guint              n_told;
  RankleBoneKey      last; /* the nearest when it was told last */
} Told;

static void
built_cb (RankleBoneBuilder *builder, gpointer data)
{
  Told *told = data;

  g_assert_true (g_thread_self () == told->thread);
  told->n_told++;
  told->last = *rankle_bone_cube_get_key (rankle_bone_builder_get_cube (builder));
}

static void
set_up (Told *told, gconstpointer data)
{
  told->thread = g_thread_self ();
  told->builder = rankle_bone_builder_new (N, 1, built_cb, told);
}

static void
tear_down (Told *told, gconstpointer data)
{
  g_clear_pointer (&told->builder, rankle_bone_builder_free);
}

static gboolean
is_there (Told *told, const RankleBoneKey *key)
{
  RankleBoneCube *cube = rankle_bone_builder_get_cube (told->builder);

  return cube != NULL && rankle_bone_key_equal (rankle_bone_cube_get_key (cube), key);
}

static void
wait_for (Told *told, const RankleBoneKey *key)
{
  while (!is_there (told, key))
    g_main_context_iteration (NULL, TRUE);
}

/* What is asked for is waited for. */
static RankleBoneKey
get (Told *told, double fraction, double ratio)
{
  RankleBoneKey key = rankle_bone_key (0.2, fraction, ratio);

  if (!rankle_bone_builder_ask (told->builder, &key))
    wait_for (told, &key);
  return key;
}

static guint
count_threads (void)
{
  g_autoptr (GDir) tasks = g_dir_open ("/proc/self/task", 0, NULL);
  guint n = 0;

  while (tasks != NULL && g_dir_read_name (tasks) != NULL)
    n++;
  return n;
}

/* The first one may bring a thread of the sanitizer's along. */
static void
test_one_worker (void)
{
  Told  told = { 0 };
  guint before;

  set_up (&told, NULL);
  tear_down (&told, NULL);
  before = count_threads ();
  set_up (&told, NULL);
  get (&told, 0.2, 1);
  g_assert_true (before == 0 || count_threads () == before + 1);
  get (&told, 0.15, 1);
  g_assert_true (before == 0 || count_threads () == before + 1);
  tear_down (&told, NULL);
  g_assert_cmpuint (count_threads (), ==, before);
}

static void
assert_same_mesh (RankleMesh *a, RankleMesh *b)
{
  const RankleMeshVertex *of_a, *of_b;
  guint                   n_a, n_b;

  of_a = rankle_mesh_get_vertices (a, &n_a);
  of_b = rankle_mesh_get_vertices (b, &n_b);
  g_assert_cmpmem (of_a, n_a * sizeof *of_a, of_b, n_b * sizeof *of_b);
}

/* A cube outlives its builder, and is what would have been made by hand. */
static void
test_cube_comes_out (Told *told, gconstpointer data)
{
  RankleBoneKey key = get (told, 0.15, 2);
  g_autoptr (RankleBoneCube) cube =
      rankle_bone_cube_ref (rankle_bone_builder_get_cube (told->builder));
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, 1);
  g_autoptr (RankleBoneAnchors) anchors = rankle_bone_anchors_new (field, 1);
  g_autoptr (RankleBoneSolid) start =
      rankle_bone_cube_make_start (field, anchors, key.start);
  g_autoptr (RankleBoneCube) by_hand =
      rankle_bone_cube_new (field, anchors, start, &key, NULL, NULL);

  tear_down (told, NULL);
  assert_same_mesh (rankle_bone_cube_get_mesh (cube),
                    rankle_bone_cube_get_mesh (by_hand));
  g_assert_true (rankle_mesh_is_closed (rankle_bone_cube_get_mesh (cube)));
}

/* Of many that are asked for in one turn only few are made, and the last of them is. */
static void
test_newer_replaces (Told *told, gconstpointer data)
{
  RankleBoneKey key = { 0 };

  get (told, 0.2, 1);
  told->n_told = 0;
  for (guint i = 0; i < 200; i++)
    {
      key = rankle_bone_key (0.2, 0.05 + 0.005 * (i % 60), 1 + i % 4);
      rankle_bone_builder_ask (told->builder, &key);
    }
  wait_for (told, &key);
  g_assert_cmpuint (told->n_told, <=, 3);
}

/* The callback comes while the context runs, and not while somebody asks. */
static void
test_rung (Told *told, gconstpointer data)
{
  RankleBoneKey key = rankle_bone_key (0.2, 0.2, 1);

  g_assert_false (rankle_bone_builder_ask (told->builder, &key));
  g_usleep (20000);
  g_assert_null (rankle_bone_builder_get_cube (told->builder));
  g_assert_cmpuint (told->n_told, ==, 0);
  wait_for (told, &key);
  g_assert_cmpuint (told->n_told, ==, 1);
  g_assert_true (rankle_bone_key_equal (&told->last, &key));
}

static void
test_latest_wins (Told *told, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      RankleBoneKey first = rankle_bone_key (0.2, 0.1 + 0.005 * (i % 20), 1);
      RankleBoneKey last = rankle_bone_key (0.2, 0.3 - 0.005 * (i % 20), 1);

      rankle_bone_builder_ask (told->builder, &first);
      if (i % 3 == 0)
        g_usleep (500);
      if (!rankle_bone_builder_ask (told->builder, &last))
        wait_for (told, &last);
      g_assert_true (is_there (told, &last));
    }
}

/* Somebody who asks for another cube each time that one arrives sees each of them. */
static void
test_does_not_starve (Told *told, gconstpointer data)
{
  for (guint i = 0; i < 12; i++)
    {
      RankleBoneKey key = rankle_bone_key (0.2, 0.1 + 0.01 * i, 1);
      guint         n_told = told->n_told;

      while (told->n_told == n_told)
        {
          rankle_bone_builder_ask (told->builder, &key);
          g_main_context_iteration (NULL, TRUE);
        }
    }
}

static void
test_kept (Told *told, gconstpointer data)
{
  RankleBoneKey first = get (told, 0.1, 1), key;

  for (guint i = 1; i < RANKLE_BONE_KEPT; i++)
    get (told, 0.1 + 0.01 * i, 1);
  g_assert_true (rankle_bone_builder_ask (told->builder, &first));
  get (told, 0.4, 1);
  g_assert_true (rankle_bone_builder_ask (told->builder, &first));
  key = rankle_bone_key (0.2, 0.11, 1);
  g_assert_false (rankle_bone_builder_ask (told->builder, &key));
}

/* Until what is asked for is there the nearest is shown; of another start, nothing. */
static void
test_nearest (Told *told, gconstpointer data)
{
  RankleBoneKey low = get (told, 0.1, 1), high = get (told, 0.3, 1), key;

  key = rankle_bone_key (0.2, 0.15, 1);
  rankle_bone_builder_ask (told->builder, &key);
  g_assert_true (is_there (told, &low));
  key = rankle_bone_key (0.2, 0.25, 1);
  rankle_bone_builder_ask (told->builder, &key);
  g_assert_true (is_there (told, &high));
  key = rankle_bone_key (0.2, 0.29, 5);
  rankle_bone_builder_ask (told->builder, &key);
  g_assert_true (is_there (told, &high));
  key = rankle_bone_key (0.25, 0.3, 1);
  rankle_bone_builder_ask (told->builder, &key);
  g_assert_null (rankle_bone_builder_get_cube (told->builder));
  wait_for (told, &key);
}

/* At any moment of a build. */
static void
test_freed (void)
{
  for (guint i = 0; i < 32; i++)
    {
      Told          told = { 0 };
      RankleBoneKey key = rankle_bone_key (0.2, 0.1 + 0.004 * i, 1);
      guint         n_told;

      set_up (&told, NULL);
      if (i % 4 > 0)
        rankle_bone_builder_ask (told.builder, &key);
      g_usleep (i % 4 > 1 ? 500 * i : 0);
      n_told = told.n_told;
      tear_down (&told, NULL);
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_assert_cmpuint (told.n_told, ==, n_told);
    }
}

static gboolean
stop_at (gpointer data)
{
  guint *parts = data;

  return (*parts)-- == 0;
}

/* Whatever part it is stopped before, nothing comes of it and nothing is left of it. */
static void
test_given_up (void)
{
  g_autoptr (RankleBoneField) field = rankle_bone_field_new (N, 1);
  g_autoptr (RankleBoneAnchors) anchors = rankle_bone_anchors_new (field, 1);
  RankleBoneKey key = rankle_bone_key (0.2, 0.2, 1);
  g_autoptr (RankleBoneSolid) start =
      rankle_bone_cube_make_start (field, anchors, key.start);

  for (guint i = 0; i < 4; i++)
    {
      guint parts = i;
      g_autoptr (RankleBoneCube) cube =
          rankle_bone_cube_new (field, anchors, start, &key, stop_at, &parts);

      g_assert_true ((cube != NULL) == (i == 3));
    }
}

static void
test_key (void)
{
  RankleBoneKey key = rankle_bone_key (0.2, 0.176, 1.6);
  RankleBoneKey near = rankle_bone_key (0.2, 0.1745, 1.62);
  RankleBoneKey thin = rankle_bone_key (0.2, 0.001, NAN);
  RankleBoneKey dense = rankle_bone_key (0.2, 3, 900);

  g_assert_cmpuint (key.start, ==, 40);
  g_assert_cmpuint (key.volume, ==, 35);
  g_assert_cmpuint (key.osteoclasts, ==, 13);
  g_assert_true (rankle_bone_key_equal (&key, &near));
  g_assert_false (rankle_bone_key_equal (&key, &thin));
  g_assert_cmpuint (thin.volume, ==, 6);
  g_assert_cmpuint (thin.osteoclasts, ==, 0);
  g_assert_cmpuint (dense.volume, ==, 90);
  g_assert_cmpuint (dense.osteoclasts, ==, 40);
}

#define ADD(path, test)                                                                  \
  g_test_add ("/bone-builder/" path, Told, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bone-builder/B1", test_one_worker);
  ADD ("B2", test_cube_comes_out);
  ADD ("B3", test_newer_replaces);
  ADD ("B4", test_rung);
  ADD ("B5", test_latest_wins);
  ADD ("B6", test_does_not_starve);
  ADD ("B7", test_kept);
  ADD ("B7/nearest", test_nearest);
  g_test_add_func ("/bone-builder/B8", test_freed);
  g_test_add_func ("/bone-builder/B8/given-up", test_given_up);
  g_test_add_func ("/bone-builder/key", test_key);
  return g_test_run ();
}
