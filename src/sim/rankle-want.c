/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-want-private.h"

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

void
_rankle_want_add (RankleWatch *self, RankleShownRun *run)
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

RankleShownRun *
_rankle_want_find_queued (RankleWatch *self)
{
  for (guint i = 0; i < self->wants->len; i++)
    {
      RankleWant *want = g_ptr_array_index (self->wants, i);

      if (_rankle_shown_is_queued (&self->runner->shown, want->run))
        return want->run;
    }
  return NULL;
}

void
_rankle_want_remove_older (RankleWatch *self, guint64 serial, gboolean queued_only)
{
  for (guint i = self->wants->len; i-- > 0;)
    {
      RankleWant *want = g_ptr_array_index (self->wants, i);

      if (want->serial < serial &&
          (!queued_only || _rankle_shown_is_queued (&self->runner->shown, want->run)))
        remove_want (want);
    }
}

void
_rankle_want_remove_all (RankleWatch *self)
{
  _rankle_want_remove_older (self, self->asked + 1, FALSE);
  g_assert (self->wants->len == 0);
}

/* ---- answers ---- */

void
_rankle_want_answer (RankleWatch      *self,
                     guint64           serial,
                     RankleTrajectory *trajectory,
                     const GError     *error)
{
  g_assert (serial > self->delivered && serial <= self->asked);

  self->delivered = serial;
  _rankle_want_remove_older (self, serial, FALSE);
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
        _rankle_want_answer (watch, serial, run->trajectory, run->error);
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
