/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* Both are called on the threads of the BULK lane, for several runs at once: what they
 * touch must belong to @run, or not change. They should be quick, since a cancelled batch
 * waits for them. */

/* (transfer full): the protocol of run @run, from 0 upwards. */
typedef RankleProtocol *(*RankleBatchMake) (guint run, gpointer data);
/* @trajectory is NULL where the run failed, with @error saying why. Both are borrowed. */
typedef void (*RankleBatchTake) (guint             run,
                                 RankleTrajectory *trajectory,
                                 const GError     *error,
                                 gpointer          data);

typedef enum
{
  RANKLE_BATCH_RUNNING,
  RANKLE_BATCH_FINISHED,  /* every run was made and taken */
  RANKLE_BATCH_CANCELLED, /* some may not have been; none will be any more */
} RankleBatchState;

/**
 * RankleBatch:
 *
 * Many runs, made in whatever order on the threads of a runner's BULK lane
 * (rankle_runner_start_batch()). It goes on whether a reference to it is held or not.
 * Main thread only.
 */
typedef struct _RankleBatch RankleBatch;

/* Something has changed: more runs are done, or the state. */
typedef void (*RankleBatchFunc) (RankleBatch *batch, gpointer data);

RankleBatch *rankle_batch_ref (RankleBatch *batch);
void         rankle_batch_unref (RankleBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleBatch, rankle_batch_unref)

guint            rankle_batch_get_n_runs (const RankleBatch *batch);
guint            rankle_batch_get_done (const RankleBatch *batch); /* runs taken */
RankleBatchState rankle_batch_get_state (const RankleBatch *batch);

/* @func (nullable) is called on the runner's main context, at most twenty times a second
 * while runs come in and once at the end. It may cancel or drop the batch, start another,
 * and close the runner. */
void rankle_batch_set_func (RankleBatch *batch, RankleBatchFunc func, gpointer data);

/* Returns at once; its runs are stopped soon after, and those stopped are not taken. The
 * end is told as usual. */
void rankle_batch_cancel (RankleBatch *batch);
/* For who has no main loop: returns when the end has been told; TRUE: every run was
 * taken. In the meantime the function is called as from the main loop. */
gboolean rankle_batch_wait (RankleBatch *batch);

G_END_DECLS
