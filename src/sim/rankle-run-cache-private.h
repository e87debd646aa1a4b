/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* The last trajectories asked for, each found by a protocol that asks for the same; the
 * least recently used one goes first. Main thread only. */
typedef struct
{
  GHashTable *places;     /* (owned): protocol → its place in the queue */
  GQueue      used;       /* (owned): trajectories, last used first */
  gsize       bytes;      /* of their numbers */
  guint       most;       /* trajectories */
  gsize       most_bytes; /* of their numbers */
} RankleRunCache;

void _rankle_run_cache_init (RankleRunCache *cache, guint most, gsize most_bytes);
void _rankle_run_cache_clear (RankleRunCache *cache);
void _rankle_run_cache_add (RankleRunCache *cache, RankleTrajectory *trajectory);
/* (transfer none) (nullable): by a sealed protocol. */
RankleTrajectory *_rankle_run_cache_find (RankleRunCache *cache,
                                          RankleProtocol *protocol);

G_END_DECLS
