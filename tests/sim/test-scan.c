/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scan from coarse to fine in the BULK lane: the invariants at the head of
 * rankle-scan.c. No test measures how long something takes. */

#include "rankle-scan.h"

#include <math.h>

#include "runner-fixture.h"
#include "sim-fixture.h"

#define END 50

/* Of a cell (i, j) x comes to 1 + i + 100 j; some fail, and those from a level on may be
 * held up. */
typedef struct
{
  RankleModel *model;   /* (owned) */
  guint        held;    /* cells of finer levels than that are held up; 0: none */
  guint        failing; /* every so many-th of a row fails; 0: none */
  guint        n_x, n_y;
  atomic_uint  n_made;
  guint        n_told, n_ends, n_destroyed, stride, n_done;
  gboolean     cancels, frees;
} Field;

static gboolean
is_on (guint i, guint n, guint stride)
{
  return i % stride == 0 || i == n - 1;
}

static gboolean
is_coarse (const Field *field, guint i, guint j, guint stride)
{
  return is_on (i, field->n_x, stride) && is_on (j, field->n_y, stride);
}

static gboolean
fails (const Field *field, guint i)
{
  return field->failing > 0 && i % field->failing == field->failing - 1;
}

static RankleProtocol *
make_cb (guint i, guint j, gpointer data)
{
  Field *field = data;

  atomic_fetch_add (&field->n_made, 1);
  if (field->held > 0 && !is_coarse (field, i, j, field->held))
    return engine_protocol_new (field->model, -1, 0);
  return engine_protocol_new (field->model, 1 + i + 100.0 * j, fails (field, i) ? 1 : 0);
}

static double
take_cb (RankleTrajectory *run, gpointer data)
{
  return sim_at (run, "x", END);
}

static void
destroy_cb (gpointer data)
{
  Field *field = data;

  field->n_destroyed++;
}

/* What must hold whenever something is told. */
static void
check_view (const Field *field, const RankleScanView *view)
{
  guint n_done = 0, n_failed = 0;

  for (guint j = 0, at = 0; j < view->n_y; j++)
    for (guint i = 0; i < view->n_x; i++, at++)
      {
        n_done += view->states[at] != RANKLE_SCAN_PENDING;
        n_failed += view->states[at] == RANKLE_SCAN_FAILED;
        if (view->states[at] == RANKLE_SCAN_RAN)
          sim_assert_near (view->values[at], 1 + i + 100.0 * j, 1e-4);
        else
          g_assert_true (isnan (view->values[at]));
        if (view->states[at] == RANKLE_SCAN_FAILED)
          g_assert_true (fails (field, i));
        if (view->stride > 0 && is_coarse (field, i, j, view->stride))
          g_assert_cmpuint (view->states[at], !=, RANKLE_SCAN_PENDING);
      }
  g_assert_cmpuint (view->n_done, ==, n_done);
  g_assert_cmpuint (view->n_failed, ==, n_failed);
}

static void
told_cb (RankleScan *scan, gpointer data)
{
  Field                *field = data;
  const RankleScanView *view = rankle_scan_get_view (scan);

  g_assert_cmpuint (field->n_ends, ==, 0);
  g_assert_cmpuint (field->n_destroyed, ==, 0);
  check_view (field, view);
  g_assert_cmpuint (view->n_done, >=, field->n_done);
  g_assert_true (field->stride == 0 ||
                 (view->stride > 0 && view->stride <= field->stride));
  field->stride = view->stride;
  field->n_done = view->n_done;
  field->n_told++;
  field->n_ends += view->state != RANKLE_BATCH_RUNNING;
  if (field->cancels)
    rankle_scan_cancel (scan);
  if (field->frees)
    rankle_scan_free (scan);
}

static RankleScan *
start (RankleRunner *runner, Field *field, guint n_x, guint n_y)
{
  field->model = engine_model_new ();
  field->n_x = n_x;
  field->n_y = n_y;
  return rankle_scan_new (runner, n_x, n_y, make_cb, take_cb, told_cb, field, destroy_cb);
}

static void
settle (const Field *field)
{
  while (field->n_destroyed == 0)
    g_main_context_iteration (NULL, TRUE);
}

/* Of every size each cell is made once and has its own value. */
static void
test_each_cell_once (void)
{
  static const guint sizes[][2] = { { 1, 1 }, { 2, 2 },  { 1, 30 }, { 8, 9 },
                                    { 9, 9 }, { 23, 7 }, { 17, 18 } };
  RankleRunner      *runner = runner_new (NULL);

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    {
      Field field = { .failing = k % 2 == 0 ? 5 : 0 };
      g_autoptr (RankleScan) scan = start (runner, &field, sizes[k][0], sizes[k][1]);
      const RankleScanView *view = rankle_scan_get_view (scan);

      g_assert_cmpuint (view->n_done, ==, 0); /* not before the loop has its turn */
      settle (&field);
      g_assert_cmpint (view->state, ==, RANKLE_BATCH_FINISHED);
      g_assert_cmpuint (field.n_ends, ==, 1);
      g_assert_cmpuint (view->n_done, ==, sizes[k][0] * sizes[k][1]);
      g_assert_cmpuint (atomic_load (&field.n_made), ==, view->n_done);
      g_assert_cmpuint (view->stride, ==, 1);
      rankle_model_unref (field.model);
    }
  runner_end (runner);
}

/* What is finer is held up: then just what is coarse is there, all of it, and told. */
static void
test_coarse_first (gconstpointer data)
{
  guint         stride = GPOINTER_TO_UINT (data);
  RankleRunner *runner = runner_new (engine_run_at_gate);
  Field         field = { .held = stride };
  g_autoptr (RankleScan) scan = start (runner, &field, 21, 12);
  const RankleScanView *view = rankle_scan_get_view (scan);

  while (field.stride != stride)
    g_main_context_iteration (NULL, TRUE);
  for (guint j = 0; j < 12; j++)
    for (guint i = 0; i < 21; i++)
      g_assert_cmpint (view->states[j * 21 + i] == RANKLE_SCAN_RAN, ==,
                       is_coarse (&field, i, j, stride));
  rankle_scan_cancel (scan);
  atomic_store (&engine_stage.open, true);
  settle (&field);
  g_assert_cmpint (view->state, ==, RANKLE_BATCH_CANCELLED);
  g_assert_cmpuint (view->stride, ==, stride);
  rankle_model_unref (field.model);
  runner_end (runner);
}

/* By whom it is told of, and from outside; what was done stays. */
static void
test_cancel (void)
{
  for (guint inside = 0; inside < 2; inside++)
    {
      RankleRunner *runner = runner_new (engine_run_until_stopped);
      Field         field = { .held = 8, .cancels = inside };
      g_autoptr (RankleScan) scan = start (runner, &field, 20, 20);
      const RankleScanView *view = rankle_scan_get_view (scan);

      while (field.n_told == 0)
        g_main_context_iteration (NULL, TRUE);
      rankle_scan_cancel (scan);
      settle (&field);
      g_assert_cmpuint (field.n_ends, ==, 1);
      g_assert_cmpint (view->state, ==, RANKLE_BATCH_CANCELLED);
      g_assert_cmpuint (view->n_done, >=, 1);
      g_assert_cmpuint (view->n_done, <=, 16);
      rankle_model_unref (field.model);
      runner_end (runner);
    }
}

/* At once, and by who is told: nothing is told after it, and the rest is not made. */
static void
test_free (void)
{
  for (guint inside = 0; inside < 2; inside++)
    {
      RankleRunner *runner = runner_new (engine_run_until_stopped);
      Field         field = { .held = 8, .frees = inside };
      RankleScan   *scan = start (runner, &field, 20, 20);

      if (!inside)
        rankle_scan_free (scan);
      settle (&field);
      g_assert_cmpuint (field.n_told, ==, inside);
      g_assert_cmpuint (field.n_ends, ==, 0);
      g_assert_cmpuint (atomic_load (&field.n_made), <, 400);
      rankle_model_unref (field.model);
      runner_end (runner);
    }
}

/* The runner goes first. */
static void
test_close (void)
{
  RankleRunner *runner = runner_new (engine_run_until_stopped);
  Field         field = { .held = 8 };
  g_autoptr (RankleScan) scan = start (runner, &field, 20, 20);

  engine_wait_for (&engine_stage.begun, 4);
  runner_end (runner);
  g_assert_cmpuint (field.n_destroyed, ==, 1);
  g_assert_cmpuint (field.n_told, ==, 0);
  rankle_scan_cancel (scan);
  rankle_model_unref (field.model);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scan/each-cell-once", test_each_cell_once);
  g_test_add_data_func ("/scan/coarse-first/8", GUINT_TO_POINTER (8), test_coarse_first);
  g_test_add_data_func ("/scan/coarse-first/4", GUINT_TO_POINTER (4), test_coarse_first);
  g_test_add_data_func ("/scan/coarse-first/2", GUINT_TO_POINTER (2), test_coarse_first);
  g_test_add_func ("/scan/cancel", test_cancel);
  g_test_add_func ("/scan/free", test_free);
  g_test_add_func ("/scan/close", test_close);
  return g_test_run ();
}
