/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Invariants:
 *
 * 1. A cell's value is written by the thread that made its run, before its state is, and
 *    by nobody afterwards; the main thread reads the value once it has seen the state. So
 *    neither needs a lock.
 * 2. What is shown is a copy, which changes only when the main thread is told of.
 * 3. What the threads touch (RankleScanJob) goes with the batch, which may outlive the
 *    scan.
 */

#include "rankle-scan.h"

#include <math.h>
#include <stdatomic.h>
#include <string.h>

#define COARSEST 8

/* Of the batch. */
typedef struct
{
  guint          n_x, n_cells;
  RankleScanMake make;
  RankleScanTake take;
  gpointer       data;
  GDestroyNotify destroy; /* (nullable) */
  guint         *order;   /* (owned): the cell of each run; constant */
  double        *values;  /* (owned): of each cell */
  atomic_uchar  *states;  /* (owned): RankleScanState */
} RankleScanJob;

struct _RankleScan
{
  RankleBatch   *batch; /* (owned) */
  RankleScanJob *job;   /* Borrowed from the batch; NULL once it has ended */
  RankleScanFunc func;  /* (nullable) */
  gpointer       data;
  guint         *order;      /* (owned) */
  double        *values;     /* (owned) */
  guint8        *states;     /* (owned) */
  guint          n_in_order; /* so many of the first are done */
  RankleScanView view;
  gboolean       is_telling, is_freed; /* freed by who is told */
};

/* ---- from coarse to fine ---- */

static gboolean
is_on (guint i, guint n, guint stride)
{
  return i % stride == 0 || i == n - 1;
}

/* The coarsest of the levels that a cell is of. */
static guint
get_level (guint i, guint j, guint n_x, guint n_y)
{
  guint stride = COARSEST;

  while (!is_on (i, n_x, stride) || !is_on (j, n_y, stride))
    stride /= 2;
  return stride;
}

static guint *
list_cells (guint n_x, guint n_y)
{
  guint *order = g_new (guint, (gsize)n_x * n_y);
  guint  n = 0;

  for (guint stride = COARSEST; stride >= 1; stride /= 2)
    for (guint j = 0; j < n_y; j++)
      for (guint i = 0; i < n_x; i++)
        if (get_level (i, j, n_x, n_y) == stride)
          order[n++] = j * n_x + i;
  g_assert (n == n_x * n_y);
  return order;
}

/* ---- the threads ---- */

static RankleProtocol *
make_cb (guint run, gpointer data)
{
  RankleScanJob *job = data;
  guint          cell = job->order[run];

  return job->make (cell % job->n_x, cell / job->n_x, job->data);
}

static void
take_cb (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  RankleScanJob *job = data;
  guint          cell = job->order[run];

  job->values[cell] =
      trajectory != NULL ? job->take (trajectory, job->data) : (double)NAN;
  atomic_store_explicit (&job->states[cell],
                         trajectory != NULL ? RANKLE_SCAN_RAN : RANKLE_SCAN_FAILED,
                         memory_order_release);
}

static void
job_free (gpointer data)
{
  RankleScanJob *job = data;

  if (job->destroy != NULL)
    job->destroy (job->data);
  g_free (job->order);
  g_free (job->values);
  g_free (job->states);
  g_free (job);
}

static RankleScanJob *
job_new (guint          n_x,
         guint          n_y,
         RankleScanMake make,
         RankleScanTake take,
         gpointer       data,
         GDestroyNotify destroy)
{
  RankleScanJob *job = g_new0 (RankleScanJob, 1);

  job->n_x = n_x;
  job->n_cells = n_x * n_y;
  job->make = make;
  job->take = take;
  job->data = data;
  job->destroy = destroy;
  job->order = list_cells (n_x, n_y);
  job->values = g_new (double, job->n_cells);
  job->states = g_new (atomic_uchar, job->n_cells);
  for (guint cell = 0; cell < job->n_cells; cell++)
    atomic_init (&job->states[cell], RANKLE_SCAN_PENDING);
  return job;
}

/* ---- the main thread ---- */

static void
look_at_cell (RankleScan *self, guint cell)
{
  guint8 state = atomic_load_explicit (&self->job->states[cell], memory_order_acquire);

  if (state == RANKLE_SCAN_PENDING || self->states[cell] != RANKLE_SCAN_PENDING)
    return;
  self->states[cell] = state;
  self->values[cell] = self->job->values[cell];
  self->view.n_done++;
  self->view.n_failed += state == RANKLE_SCAN_FAILED;
}

/* The coarsest level that is not done is that of the first cell that is not. */
static void
find_stride (RankleScan *self)
{
  guint n_x = self->view.n_x, n_y = self->view.n_y, cell, level;

  while (self->n_in_order < n_x * n_y &&
         self->states[self->order[self->n_in_order]] != RANKLE_SCAN_PENDING)
    self->n_in_order++;
  if (self->n_in_order == n_x * n_y)
    {
      self->view.stride = 1;
      return;
    }
  cell = self->order[self->n_in_order];
  level = get_level (cell % n_x, cell / n_x, n_x, n_y);
  self->view.stride = level == COARSEST ? 0 : 2 * level;
}

static void
look (RankleScan *self)
{
  for (guint k = self->n_in_order; k < self->view.n_x * self->view.n_y; k++)
    look_at_cell (self, self->order[k]);
  find_stride (self);
}

static void
scan_destroy (RankleScan *self)
{
  g_clear_pointer (&self->batch, rankle_batch_unref);
  g_free (self->order);
  g_free (self->values);
  g_free (self->states);
  g_free (self);
}

static void
tell (RankleScan *self)
{
  self->is_telling = TRUE;
  if (self->func != NULL)
    self->func (self, self->data);
  self->is_telling = FALSE;
  if (self->is_freed)
    scan_destroy (self);
}

static void
batch_cb (RankleBatch *batch, gpointer data)
{
  RankleScan *self = data;

  look (self);
  self->view.state = rankle_batch_get_state (batch);
  if (self->view.state != RANKLE_BATCH_RUNNING)
    self->job = NULL;
  tell (self);
}

RankleScan *
rankle_scan_new (RankleRunner  *runner,
                 guint          n_x,
                 guint          n_y,
                 RankleScanMake make,
                 RankleScanTake take,
                 RankleScanFunc func,
                 gpointer       data,
                 GDestroyNotify destroy)
{
  RankleScan *self;
  gsize       n = (gsize)n_x * n_y;

  g_return_val_if_fail (RANKLE_IS_RUNNER (runner) && make != NULL && take != NULL, NULL);
  g_return_val_if_fail (n_x > 0 && n_y > 0 && n <= G_MAXINT, NULL);

  self = g_new0 (RankleScan, 1);
  self->func = func;
  self->data = data;
  self->order = list_cells (n_x, n_y);
  self->values = g_new (double, n);
  self->states = g_new0 (guint8, n);
  for (gsize cell = 0; cell < n; cell++)
    self->values[cell] = NAN;
  self->view = (RankleScanView){ .n_x = n_x,
                                 .n_y = n_y,
                                 .values = self->values,
                                 .states = self->states,
                                 .state = RANKLE_BATCH_RUNNING };
  self->job = job_new (n_x, n_y, make, take, data, destroy);
  self->batch =
      rankle_runner_start_batch (runner, (guint)n, make_cb, take_cb, self->job, job_free);
  rankle_batch_set_func (self->batch, batch_cb, self);
  return self;
}

void
rankle_scan_free (RankleScan *scan)
{
  g_return_if_fail (scan != NULL);

  rankle_batch_set_func (scan->batch, NULL, NULL);
  rankle_batch_cancel (scan->batch);
  scan->is_freed = TRUE;
  if (!scan->is_telling)
    scan_destroy (scan);
}

const RankleScanView *
rankle_scan_get_view (const RankleScan *scan)
{
  g_return_val_if_fail (scan != NULL, NULL);

  return &scan->view;
}

void
rankle_scan_cancel (RankleScan *scan)
{
  g_return_if_fail (scan != NULL);

  rankle_batch_cancel (scan->batch);
}
