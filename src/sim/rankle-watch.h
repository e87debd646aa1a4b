/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

typedef struct _RankleRunner RankleRunner;

/**
 * RankleWatch:
 *
 * One place where a run is shown: a baseline, a rival, a kept run. It wants the run of
 * one protocol at a time, the one asked for last. Main thread only; holds a reference to
 * its runner.
 */
typedef struct _RankleWatch RankleWatch;

/* @trajectory is NULL where the run failed, with @error saying why. Both are borrowed.
 * Whatever it does is fine: ask, forget, free the watch, close the runner. */
typedef void (*RankleWatchFunc) (RankleWatch      *watch,
                                 RankleTrajectory *trajectory,
                                 const GError     *error,
                                 gpointer          data);

/* @func is called on the thread-default main context of the thread that made @runner. */
RankleWatch *rankle_watch_new (RankleRunner *runner, RankleWatchFunc func, gpointer data);
/* Nothing is called after it. */
void rankle_watch_free (RankleWatch *watch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleWatch, rankle_watch_free)

/* Wants the run of @protocol, which is sealed by this call, and nothing older. If it is
 * at hand, the callback is called before this returns. A run asked for earlier is not
 * begun any more; one that is being made may finish and is told of, unless this one came
 * before it. */
void rankle_watch_ask (RankleWatch *watch, RankleProtocol *protocol);
/* Wants nothing any more: not called until something is asked again. */
void rankle_watch_forget (RankleWatch *watch);
/* What was asked for last has not come yet. */
gboolean rankle_watch_is_waiting (const RankleWatch *watch);

G_END_DECLS
