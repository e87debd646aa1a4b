/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pthread.h>

#include "rankle-integrator.h"

G_BEGIN_DECLS

/* With the crew's mutex held, to be let go while something is computed. FALSE: there was
 * nothing to do. */
typedef gboolean (*RankleCrewWork) (RankleIntegrator *integrator, gpointer data);

/**
 * RankleCrew:
 *
 * The threads of one lane, an integrator each, started when there is more to do than idle
 * ones to do it. The mutex guards what the lane's threads and the main thread share.
 */
typedef struct
{
  pthread_mutex_t mutex;
  pthread_cond_t  called; /* there is something to do, or to quit */
  RankleCrewWork  work;
  gpointer        data;
  guint           n_idle; /* threads that wait to be called */
  gboolean        quit;

  /* Main thread only. */
  pthread_t *threads; /* (owned) */
  guint      n_threads, most_threads;
} RankleCrew;

void _rankle_crew_init (RankleCrew    *crew,
                        guint          most_threads,
                        RankleCrewWork work,
                        gpointer       data);
void _rankle_crew_clear (RankleCrew *crew);

void _rankle_crew_lock (RankleCrew *crew);
void _rankle_crew_unlock (RankleCrew *crew);

/* Main thread, without the mutex. There are @n_things to be done. */
void _rankle_crew_call (RankleCrew *crew, guint n_things);
/* Main thread, without the mutex. Ends all threads; what they compute must have been told
 * to stop. Idempotent. */
void _rankle_crew_quit (RankleCrew *crew);
void _rankle_crew_join (RankleCrew *crew);

G_END_DECLS
