/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-runner-private.h"

/* Who wants which run of the SHOWN lane. A want is one watch's interest in one run; a
 * watch has several only while runs that it asked for earlier are being made. */

G_BEGIN_DECLS

struct _RankleWatch
{
  RankleRunner   *runner; /* (owned) */
  RankleWatchFunc func;
  gpointer        data;
  GPtrArray      *wants;     /* (owned): RankleWant */
  guint64         asked;     /* serial of the last request */
  guint64         delivered; /* serial of the last answer, or of the last one forgotten */
};

/* Wants what was asked for last: @run. */
void _rankle_want_add (RankleWatch *watch, RankleShownRun *run);
/* (nullable): what was asked for last, unless it is being made already. */
RankleShownRun *_rankle_want_find_queued (RankleWatch *watch);
/* Those older than @serial; with @queued_only, of runs that have not been begun. */
void _rankle_want_remove_older (RankleWatch *watch, guint64 serial, gboolean queued_only);
void _rankle_want_remove_all (RankleWatch *watch);

/* Tells the watch of the answer to its request @serial. The callback may free it. */
void _rankle_want_answer (RankleWatch      *watch,
                          guint64           serial,
                          RankleTrajectory *trajectory,
                          const GError     *error);

G_END_DECLS
