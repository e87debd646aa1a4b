/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who wants which run of the SHOWN lane. A want is one watch's interest in one run; a
 * watch has several only while runs that it asked for earlier are being made. */

#include "rankle-watch.h"

#include "rankle-runner-private.h"

struct _RankleWatch
{
  RankleRunner   *runner; /* (owned) */
  RankleWatchFunc func;
  gpointer        data;
  GPtrArray      *wants;     /* (owned): RankleWant */
  guint64         asked;     /* serial of the last request */
  guint64         delivered; /* serial of the last answer, or of the last one forgotten */
};

typedef struct
{
  RankleWatch    *watch;
  RankleShownRun *run;
  guint64         serial; /* of the watch's request */
} RankleWant;

/* ---- wants ---- */

static RankleWant *
find_want (RankleWatch *self, const RankleShownRun *run)
{
  for (guint i = 0; i < self->wants->len; i++)
    {
      RankleWant *want = g_ptr_array_index (self->wants, i);

      if (want->run == run)
        return want;
    }
  return NULL;
}

static void
add_want (RankleWatch *self, RankleShownRun *run)
{
  RankleWant *want = find_want (self, run);

  if (want == NULL)
    {
      want = g_new0 (RankleWant, 1);
      want->watch = self;
      want->run = run;
      g_ptr_array_add (self->wants, want);
      g_ptr_array_add (run->wants, want);
    }
  want->serial = self->asked;
}

static void
remove_want (RankleWant *want)
{
  RankleShown    *shown = &want->watch->runner->shown;
  RankleShownRun *run = want->run;

  g_ptr_array_remove (want->watch->wants, want);
  g_ptr_array_remove (run->wants, want);
  g_free (want);
  if (run->wants->len == 0 && !run->past)
    _rankle_shown_abandon (shown, run);
}

/* (nullable): what was asked for last, unless it is being made already. */
static RankleShownRun *
find_queued (RankleWatch *self)
{
  for (guint i = 0; i < self->wants->len; i++)
    {
      RankleWant *want = g_ptr_array_index (self->wants, i);

      if (_rankle_shown_is_queued (&self->runner->shown, want->run))
        return want->run;
    }
  return NULL;
}

/* Those older than @serial; with @queued_only, of runs that have not been begun. */
static void
remove_older (RankleWatch *self, guint64 serial, gboolean queued_only)
{
  for (guint i = self->wants->len; i-- > 0;)
    {
      RankleWant *want = g_ptr_array_index (self->wants, i);

      if (want->serial < serial &&
          (!queued_only || _rankle_shown_is_queued (&self->runner->shown, want->run)))
        remove_want (want);
    }
}

static void
remove_all (RankleWatch *self)
{
  remove_older (self, self->asked + 1, FALSE);
  g_assert (self->wants->len == 0);
}

/* ---- answers ---- */

/* The callback may free the watch. */
static void
answer (RankleWatch      *self,
        guint64           serial,
        RankleTrajectory *trajectory,
        const GError     *error)
{
  g_assert (serial > self->delivered && serial <= self->asked);

  self->delivered = serial;
  remove_older (self, serial, FALSE);
  self->func (self, trajectory, error, self->data);
}

/* Callbacks may remove wants, those of this run among them. */
static void
answer_all (RankleRunner *runner, RankleShownRun *run)
{
  while (run->wants->len > 0)
    {
      RankleWant  *want = g_ptr_array_index (run->wants, 0);
      RankleWatch *watch = want->watch;
      guint64      serial = want->serial;

      remove_want (want);
      if (!runner->closed)
        answer (watch, serial, run->trajectory, run->error);
    }
}

gboolean
_rankle_runner_shown_cb (gpointer data)
{
  RankleRunner   *self = data;
  RankleShownRun *run;

  /* A callback may close the runner or drop the last reference to it. */
  g_object_ref (self);
  while ((run = _rankle_shown_take (&self->shown)) != NULL)
    {
      if (run->trajectory != NULL && !self->closed)
        _rankle_run_cache_add (&self->shown.cache, run->trajectory);
      answer_all (self, run);
      _rankle_shown_run_free (run);
    }
  g_object_unref (self);
  return G_SOURCE_CONTINUE;
}

/* Whoever still wants something will not get it. */
static void
disappoint (gpointer protocol, gpointer data, gpointer user_data)
{
  RankleShownRun *run = data;

  for (guint i = 0; i < run->wants->len; i++)
    {
      RankleWant *want = g_ptr_array_index (run->wants, i);

      g_ptr_array_remove (want->watch->wants, want);
      g_free (want);
    }
  g_ptr_array_set_size (run->wants, 0);
}

void
_rankle_runner_disappoint_watches (RankleRunner *runner)
{
  g_hash_table_foreach (runner->shown.runs, disappoint, NULL);
}

/* ---- watch ---- */

RankleWatch *
rankle_watch_new (RankleRunner *runner, RankleWatchFunc func, gpointer data)
{
  RankleWatch *self;

  g_return_val_if_fail (RANKLE_IS_RUNNER (runner) && func != NULL, NULL);

  self = g_new0 (RankleWatch, 1);
  self->runner = g_object_ref (runner);
  self->func = func;
  self->data = data;
  self->wants = g_ptr_array_new ();
  _rankle_bulk_step_back (&runner->bulk);
  return self;
}

void
rankle_watch_free (RankleWatch *watch)
{
  if (watch == NULL)
    return;

  remove_all (watch);
  g_ptr_array_unref (watch->wants);
  g_object_unref (watch->runner);
  g_free (watch);
}

void
rankle_watch_ask (RankleWatch *watch, RankleProtocol *protocol)
{
  RankleShown      *shown;
  RankleTrajectory *at_hand;

  g_return_if_fail (watch != NULL && protocol != NULL);
  g_return_if_fail (!watch->runner->closed);

  shown = &watch->runner->shown;
  rankle_protocol_seal (protocol);
  watch->asked++;
  at_hand = _rankle_run_cache_find (&shown->cache, protocol);
  if (at_hand == NULL)
    {
      add_want (watch, _rankle_shown_request (shown, protocol, find_queued (watch)));
      remove_older (watch, watch->asked, TRUE);
      return;
    }
  rankle_trajectory_ref (at_hand); /* a callback may push it out of the cache */
  answer (watch, watch->asked, at_hand, NULL);
  rankle_trajectory_unref (at_hand);
}

void
rankle_watch_forget (RankleWatch *watch)
{
  g_return_if_fail (watch != NULL);

  remove_all (watch);
  watch->delivered = watch->asked;
}

gboolean
rankle_watch_is_waiting (const RankleWatch *watch)
{
  g_return_val_if_fail (watch != NULL, FALSE);

  return watch->delivered < watch->asked && !watch->runner->closed;
}
