/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>

#include "rankle-batch.h"
#include "rankle-crew-private.h"
#include "rankle-engine-private.h"

G_BEGIN_DECLS

/**
 * RankleBulk:
 *
 * The BULK lane: batches in the order in which they were started, and the threads that
 * make their runs. What it tells of them is the business of rankle-batch.c.
 */
typedef struct
{
  RankleCrew     crew;
  pthread_cond_t ended; /* with the crew's mutex: a batch has ended */
  RankleRunFunc  run;
  void (*drop) (RankleBatch *batch);
  GSource    *bell;       /* (owned): rung when a batch has ended; NULL once closed */
  atomic_bool steps_back; /* there are other lanes to be left the processors */

  /* Guarded by the crew's mutex. */
  GQueue running; /* batches that have not ended, first come first */

  /* Main thread only. */
  GQueue   untold; /* (owned): batches whose end has not been told, likewise */
  GSource *clock;  /* (owned): when progress is to be told of; NULL once closed */
} RankleBulk;

struct _RankleBatch
{
  /* Constant. */
  guint           n_runs;
  RankleBatchMake make;
  RankleBatchTake take;
  gpointer        data;
  GDestroyNotify  destroy; /* (nullable) */

  atomic_uint next; /* run to be made */
  atomic_uint done;
  atomic_bool stop; /* read by its runs */

  /* Guarded by the crew's mutex. */
  GList    link;     /* in the lane's queue until it has ended */
  guint    n_inside; /* threads at work on it */
  gboolean ended;    /* none is, and none will be */

  /* Main thread only. */
  guint            ref_count;
  RankleBulk      *lane; /* Borrowed; NULL: its end has been told */
  RankleBatchState state;
  RankleBatchFunc  func; /* (nullable) */
  gpointer         func_data;
  guint            told; /* runs done when the function was called last */
};

/* The main loop's side of a lane. */
typedef struct
{
  gboolean (*bell) (gpointer data);  /* a batch has ended */
  gboolean (*clock) (gpointer data); /* progress is to be told */
  void (*drop) (RankleBatch *batch); /* nobody will tell of it */
  gpointer data;
} RankleBulkHost;

/* @host is copied. */
void _rankle_bulk_init (RankleBulk           *bulk,
                        guint                 most_threads,
                        RankleRunFunc         run,
                        GMainContext         *context,
                        const RankleBulkHost *host);
/* Closed by now. */
void _rankle_bulk_clear (RankleBulk *bulk);

/* All on the main thread. */
void _rankle_bulk_add (RankleBulk *bulk, RankleBatch *batch);
void _rankle_bulk_stop (RankleBulk *bulk, RankleBatch *batch);
/* No thread is at work on it, and none will be. */
gboolean _rankle_bulk_has_ended (RankleBulk *bulk, const RankleBatch *batch);
/* Lends a hand, if there is room for one; returns when @batch has ended, or after some
 * @microseconds. */
void _rankle_bulk_wait (RankleBulk *bulk, const RankleBatch *batch, gint64 microseconds);
/* From now on its threads leave the processors to others. */
void _rankle_bulk_step_back (RankleBulk *bulk);

/* Stops all. */
void _rankle_bulk_quit (RankleBulk *bulk);
void _rankle_bulk_join (RankleBulk *bulk);

G_END_DECLS
