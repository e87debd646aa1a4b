/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-runner.h"

G_BEGIN_DECLS

/* Both are called on the threads of the BULK lane, for several cells at once: what they
 * touch must not change. */

/* (transfer full): the protocol of the run of a cell. */
typedef RankleProtocol *(*RankleScanMake) (guint i, guint j, gpointer data);
/* The number that is told of a run, which is borrowed; NaN: there is none. */
typedef double (*RankleScanTake) (RankleTrajectory *run, gpointer data);

typedef enum
{
  RANKLE_SCAN_PENDING,
  RANKLE_SCAN_RAN,
  RANKLE_SCAN_FAILED,
} RankleScanState;

/**
 * RankleScan:
 *
 * One outcome over two things, a run a cell, made in the BULK lane from coarse to fine:
 * first every eighth cell of both axes, then every fourth, every second, and each, always
 * with the last ones, so that a picture of the whole is there early. Main thread only.
 */
typedef struct _RankleScan RankleScan;

/**
 * RankleScanView:
 * @values: @states: of the cell (i, j) at [j * n_x + i]; the value of what is pending or
 * failed is NaN. Owned by the scan, and as they were when it was told of last
 * @n_done: of n_x × n_y, failed ones too
 * @stride: 8, 4, 2 or 1: every so many-th cell of both axes, and the last, are done; 0:
 * not even those
 *
 * What is known of a scan.
 */
typedef struct
{
  guint            n_x, n_y;
  const double    *values;
  const guint8    *states; /* RankleScanState */
  guint            n_done, n_failed, stride;
  RankleBatchState state;
} RankleScanView;

/* Something has changed: more cells are done, or it has ended. On the runner's main
 * context, at most twenty times a second, and once at the end. It may cancel the scan,
 * and drop the last reference to it. */
typedef void (*RankleScanFunc) (RankleScan *scan, gpointer data);

/* (transfer full): of @n_x × @n_y cells, begun. @destroy (nullable) is called with @data
 * when no thread will ask for it any more. @func (nullable). */
RankleScan *rankle_scan_new (RankleRunner  *runner,
                             guint          n_x,
                             guint          n_y,
                             RankleScanMake make,
                             RankleScanTake take,
                             RankleScanFunc func,
                             gpointer       data,
                             GDestroyNotify destroy);
/* Cancels it, if it has not ended; nothing is told of it after that. */
void rankle_scan_free (RankleScan *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleScan, rankle_scan_free)

/* (transfer none): lives as long as the scan. */
const RankleScanView *rankle_scan_get_view (const RankleScan *scan);
/* Returns at once; what is done stays, and its end is told of. */
void rankle_scan_cancel (RankleScan *scan);

G_END_DECLS
