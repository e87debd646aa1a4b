/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A run is in the queue of those to be made, or with the thread that makes it, or in the
 * queue of those done; the main thread takes it from there and frees it. A run that was
 * abandoned while it was made goes the same way. */

#include "rankle-shown-private.h"

#include <stdbool.h>

#include "rankle-bell-private.h"

#define MOST_KEPT       16
#define MOST_KEPT_BYTES (64 * 1024 * 1024)

static RankleShownRun *
run_new (RankleProtocol *protocol)
{
  RankleShownRun *run = g_new0 (RankleShownRun, 1);

  run->protocol = rankle_protocol_ref (protocol);
  run->link.data = run;
  run->wants = g_ptr_array_new ();
  atomic_init (&run->stop, false);
  return run;
}

void
_rankle_shown_run_free (RankleShownRun *run)
{
  g_assert (run->wants->len == 0);

  g_ptr_array_unref (run->wants);
  g_clear_pointer (&run->trajectory, rankle_trajectory_unref);
  g_clear_error (&run->error);
  rankle_protocol_unref (run->protocol);
  g_free (run);
}

/* ---- the threads ---- */

static gboolean
make_next (RankleIntegrator *integrator, gpointer data)
{
  RankleShown    *self = data;
  GList          *link = g_queue_pop_head_link (&self->queued);
  RankleShownRun *run;

  if (link == NULL)
    return FALSE;
  run = link->data;
  run->begun = TRUE;

  _rankle_crew_unlock (&self->crew);
  run->trajectory = self->run (integrator, run->protocol, &run->stop, &run->error);
  g_assert ((run->trajectory == NULL) == (run->error != NULL));
  _rankle_crew_lock (&self->crew);

  g_queue_push_tail_link (&self->done, &run->link);
  _rankle_crew_unlock (&self->crew);
  _rankle_bell_ring (self->bell);
  _rankle_crew_lock (&self->crew);
  return TRUE;
}

/* ---- the main thread ---- */

void
_rankle_shown_init (RankleShown  *shown,
                    guint         most_threads,
                    RankleRunFunc run,
                    GMainContext *context,
                    GSourceFunc   done,
                    gpointer      data)
{
  _rankle_crew_init (&shown->crew, most_threads, make_next, shown);
  shown->run = run;
  shown->bell = _rankle_bell_new (context, done, data);
  g_queue_init (&shown->queued);
  g_queue_init (&shown->done);
  shown->runs = g_hash_table_new ((GHashFunc)rankle_protocol_hash,
                                  (GEqualFunc)rankle_protocol_equal);
  _rankle_run_cache_init (&shown->cache, MOST_KEPT, MOST_KEPT_BYTES);
}

void
_rankle_shown_clear (RankleShown *shown)
{
  g_assert (shown->bell == NULL);
  g_assert (shown->queued.length == 0 && shown->done.length == 0);

  _rankle_crew_clear (&shown->crew);
  g_clear_pointer (&shown->runs, g_hash_table_unref);
  _rankle_run_cache_clear (&shown->cache);
}

static guint
enqueue (RankleShown *self, RankleShownRun *run, RankleShownRun *instead)
{
  guint n_queued;

  _rankle_crew_lock (&self->crew);
  if (instead != NULL && !instead->begun)
    g_queue_insert_after_link (&self->queued, &instead->link, &run->link);
  else
    g_queue_push_tail_link (&self->queued, &run->link);
  n_queued = self->queued.length;
  _rankle_crew_unlock (&self->crew);
  return n_queued;
}

RankleShownRun *
_rankle_shown_request (RankleShown    *shown,
                       RankleProtocol *protocol,
                       RankleShownRun *instead)
{
  RankleShownRun *run = g_hash_table_lookup (shown->runs, protocol);

  g_assert (shown->bell != NULL);

  if (run != NULL)
    return run;
  run = run_new (protocol);
  g_hash_table_insert (shown->runs, run->protocol, run);
  _rankle_crew_call (&shown->crew, enqueue (shown, run, instead));
  return run;
}

gboolean
_rankle_shown_is_queued (RankleShown *shown, RankleShownRun *run)
{
  gboolean begun;

  _rankle_crew_lock (&shown->crew);
  begun = run->begun;
  _rankle_crew_unlock (&shown->crew);
  return !begun;
}

void
_rankle_shown_abandon (RankleShown *shown, RankleShownRun *run)
{
  gboolean begun;

  g_assert (run->wants->len == 0 && !run->past);

  g_hash_table_remove (shown->runs, run->protocol);
  run->past = TRUE;
  atomic_store (&run->stop, true);
  _rankle_crew_lock (&shown->crew);
  begun = run->begun;
  if (!begun)
    g_queue_unlink (&shown->queued, &run->link);
  _rankle_crew_unlock (&shown->crew);
  if (!begun)
    _rankle_shown_run_free (run);
}

RankleShownRun *
_rankle_shown_take (RankleShown *shown)
{
  GList          *link;
  RankleShownRun *run;

  _rankle_crew_lock (&shown->crew);
  link = g_queue_pop_head_link (&shown->done);
  _rankle_crew_unlock (&shown->crew);
  if (link == NULL)
    return NULL;
  run = link->data;
  if (!run->past)
    g_hash_table_remove (shown->runs, run->protocol);
  run->past = TRUE;
  return run;
}

void
_rankle_shown_quit (RankleShown *shown)
{
  GList *runs = g_hash_table_get_values (shown->runs);

  for (GList *l = runs; l != NULL; l = l->next)
    _rankle_shown_abandon (shown, l->data);
  g_list_free (runs);
  _rankle_crew_quit (&shown->crew);
}

void
_rankle_shown_join (RankleShown *shown)
{
  RankleShownRun *run;

  _rankle_crew_join (&shown->crew);
  _rankle_bell_clear (&shown->bell);
  while ((run = _rankle_shown_take (shown)) != NULL)
    _rankle_shown_run_free (run);
}
