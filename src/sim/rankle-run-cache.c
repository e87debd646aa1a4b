/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-run-cache-private.h"

static gsize
count_bytes (const RankleTrajectory *trajectory)
{
  return sizeof (double) * rankle_trajectory_get_n_times (trajectory) *
         rankle_trajectory_get_n_columns (trajectory);
}

void
_rankle_run_cache_init (RankleRunCache *cache, guint most, gsize most_bytes)
{
  *cache = (RankleRunCache){ .most = most, .most_bytes = most_bytes };
  cache->places = g_hash_table_new ((GHashFunc)rankle_protocol_hash,
                                    (GEqualFunc)rankle_protocol_equal);
  g_queue_init (&cache->used);
}

static void
remove_place (RankleRunCache *self, GList *place)
{
  RankleTrajectory *trajectory = place->data;

  g_hash_table_remove (self->places, rankle_trajectory_get_protocol (trajectory));
  g_assert (self->bytes >= count_bytes (trajectory));
  self->bytes -= count_bytes (trajectory);
  g_queue_delete_link (&self->used, place);
  rankle_trajectory_unref (trajectory);
}

void
_rankle_run_cache_clear (RankleRunCache *cache)
{
  while (cache->used.tail != NULL)
    remove_place (cache, cache->used.tail);
  g_assert (cache->bytes == 0);
  g_clear_pointer (&cache->places, g_hash_table_unref);
}

/* The key is the protocol that the trajectory holds. */
void
_rankle_run_cache_add (RankleRunCache *cache, RankleTrajectory *trajectory)
{
  RankleProtocol *protocol = rankle_trajectory_get_protocol (trajectory);
  GList          *place = g_hash_table_lookup (cache->places, protocol);

  if (place != NULL)
    remove_place (cache, place);
  g_queue_push_head (&cache->used, rankle_trajectory_ref (trajectory));
  g_hash_table_insert (cache->places, protocol, cache->used.head);
  cache->bytes += count_bytes (trajectory);
  while (cache->used.length > cache->most || cache->bytes > cache->most_bytes)
    remove_place (cache, cache->used.tail);
}

RankleTrajectory *
_rankle_run_cache_find (RankleRunCache *cache, RankleProtocol *protocol)
{
  GList *place = g_hash_table_lookup (cache->places, protocol);

  if (place == NULL)
    return NULL;
  g_queue_unlink (&cache->used, place);
  g_queue_push_head_link (&cache->used, place);
  return place->data;
}
