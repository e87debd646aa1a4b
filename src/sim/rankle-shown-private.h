/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-crew-private.h"
#include "rankle-engine-private.h"
#include "rankle-run-cache-private.h"

G_BEGIN_DECLS

/* One run of the SHOWN lane. */
typedef struct
{
  RankleProtocol *protocol; /* (owned): sealed */
  atomic_bool     stop;     /* read by the run, without the mutex */

  /* Guarded by the crew's mutex. */
  GList    link; /* in one of the lane's queues, unless it is being made */
  gboolean begun;

  /* The thread that makes the run, then the main thread: the mutex lies between. */
  RankleTrajectory *trajectory; /* (owned) (nullable) */
  GError           *error;      /* (owned) (nullable): one of the two, once done */

  /* Main thread only. */
  GPtrArray *wants; /* (owned): RankleWant, who is to be told, first come first */
  gboolean   past;  /* abandoned or taken: nobody may want it any more */
} RankleShownRun;

/**
 * RankleShown:
 *
 * The SHOWN lane: runs to be made in the order in which they came, the threads that make
 * them, and what they gave. Who wants them is the business of rankle-watch.c.
 */
typedef struct
{
  RankleCrew    crew;
  RankleRunFunc run;
  GSource      *bell; /* (owned): rung by the threads; NULL once closed */

  /* Guarded by the crew's mutex. */
  GQueue queued, done;

  /* Main thread only. */
  GHashTable    *runs; /* (owned): protocol → run that somebody may be told of */
  RankleRunCache cache;
} RankleShown;

/* @done: called in @context when a run can be taken. */
void _rankle_shown_init (RankleShown  *shown,
                         guint         most_threads,
                         RankleRunFunc run,
                         GMainContext *context,
                         GSourceFunc   done,
                         gpointer      data);
/* Closed by now, and nobody wants anything. */
void _rankle_shown_clear (RankleShown *shown);

/* All on the main thread. */

/* Borrowed: a run of @protocol that is under way, or else a new one, queued at the place
 * of @instead (nullable) if that has not been begun: who asks again and again loses no
 * place by it. */
RankleShownRun *_rankle_shown_request (RankleShown    *shown,
                                       RankleProtocol *protocol,
                                       RankleShownRun *instead);
gboolean        _rankle_shown_is_queued (RankleShown *shown, RankleShownRun *run);
/* Nobody wants it: it is not begun, or else stopped. Frees it, now or when it has ended.
 */
void _rankle_shown_abandon (RankleShown *shown, RankleShownRun *run);
/* (transfer full) (nullable): a run that has ended, abandoned or not. */
RankleShownRun *_rankle_shown_take (RankleShown *shown);
void            _rankle_shown_run_free (RankleShownRun *run);

/* Stops all. */
void _rankle_shown_quit (RankleShown *shown);
void _rankle_shown_join (RankleShown *shown);

G_END_DECLS
