/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "rankle-batch.h"
#include "rankle-watch.h"

G_BEGIN_DECLS

/**
 * RankleRunner:
 *
 * The one thing that is asked for runs. Three lanes, which do not wait for each other:
 * LIVE is what is being explored, where the latest wins; SHOWN is what stands beside it,
 * first come first served (rankle-watch.h); BULK is many runs at once, which leave the
 * processors to the other two (rankle-batch.h). See the numbered invariants at the head
 * of rankle-runner.c. Main thread only: that which made it.
 *
 * Signals, on the thread-default main context of that thread, of the LIVE lane:
 * - finished (guint64 serial, RankleTrajectory *trajectory)
 * - failed (guint64 serial, GError *error)
 */
#define RANKLE_TYPE_RUNNER (rankle_runner_get_type ())
G_DECLARE_FINAL_TYPE (RankleRunner, rankle_runner, RANKLE, RUNNER, GObject)

/* Threads are started when they are needed: one for LIVE, and for each other lane at most
 * as many as there are processors. */
RankleRunner *rankle_runner_new (void);
/* Or at most @n_threads. */
RankleRunner *rankle_runner_new_with_threads (guint n_threads);

/* Returns the request's serial, from 1 upwards. @protocol is sealed by this call. */
guint64 rankle_runner_submit (RankleRunner *runner, RankleProtocol *protocol);
/* Waits at most @microseconds for the result of the last submission; if it is there,
 * delivers it (emits the signal) before returning TRUE. For a slider's handler: 8 ms,
 * never longer. */
gboolean rankle_runner_wait (RankleRunner *runner, gint64 microseconds);
/* A submission has not been answered yet. */
gboolean rankle_runner_is_busy (RankleRunner *runner);

/* (transfer none) (nullable): what SHOWN has at hand of an equal protocol, which is
 * sealed by this call. */
RankleTrajectory *rankle_runner_find (RankleRunner *runner, RankleProtocol *protocol);

/* (transfer full): @n_runs runs of what @make makes, given to @take. @destroy (nullable)
 * is called with @data, on this thread, when its end has been told or the runner is
 * closed. */
RankleBatch *rankle_runner_start_batch (RankleRunner   *runner,
                                        guint           n_runs,
                                        RankleBatchMake make,
                                        RankleBatchTake take,
                                        gpointer        data,
                                        GDestroyNotify  destroy);

/* For who has no main loop: starts one and waits for its end. */
gboolean rankle_runner_run_batch (RankleRunner   *runner,
                                  guint           n_runs,
                                  RankleBatchMake make,
                                  RankleBatchTake take,
                                  gpointer        data);

/* Stops and joins everything. Nothing is emitted or called after it. Idempotent; dispose
 * calls it. */
void rankle_runner_close (RankleRunner *runner);

G_END_DECLS
