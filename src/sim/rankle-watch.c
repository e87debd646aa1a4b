/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-watch.h"

#include "rankle-want-private.h"

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

  _rankle_want_remove_all (watch);
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
      _rankle_want_add (watch, _rankle_shown_request (shown, protocol,
                                                      _rankle_want_find_queued (watch)));
      _rankle_want_remove_older (watch, watch->asked, TRUE);
      return;
    }
  rankle_trajectory_ref (at_hand); /* a callback may push it out of the cache */
  _rankle_want_answer (watch, watch->asked, at_hand, NULL);
  rankle_trajectory_unref (at_hand);
}

void
rankle_watch_forget (RankleWatch *watch)
{
  g_return_if_fail (watch != NULL);

  _rankle_want_remove_all (watch);
  watch->delivered = watch->asked;
}

gboolean
rankle_watch_is_waiting (const RankleWatch *watch)
{
  g_return_val_if_fail (watch != NULL, FALSE);

  return watch->delivered < watch->asked && !watch->runner->closed;
}
