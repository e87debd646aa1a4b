/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes that wait until they are applied: what is shown answers another session than
 * the present one. */

#include "config.h"

#include "rankle-change-words.h"
#include "rankle-study-private.h"

/* (transfer full): all of the session but the scenario, which is the one that is shown.
 */
static RankleSession *
hold_back (RankleStudy *self)
{
  g_autoptr (RankleSession) of_given = rankle_session_with_scenario (
      self->session, rankle_session_get_given (self->shown));
  g_autoptr (RankleSession) of_shown =
      rankle_session_with_changed (of_given, rankle_session_get_scenario (self->shown));

  return rankle_session_with_cursor (of_shown, rankle_session_get_cursor (self->session));
}

gboolean
_rankle_study_holds_back (RankleStudy *self)
{
  return self->held && self->shown != NULL &&
         rankle_session_get_model (self->shown) ==
             rankle_session_get_model (self->session) &&
         rankle_session_get_model (self->session) != NULL;
}

gboolean
_rankle_study_is_answered_alike (const RankleSession *a, const RankleSession *b)
{
  return rankle_session_asks_same (a, b) && rankle_session_has_same_baseline (a, b) &&
         rankle_session_get_evidence (a) == rankle_session_get_evidence (b);
}

void
_rankle_study_settle_shown (RankleStudy *self)
{
  RankleSession *shown = _rankle_study_holds_back (self)
                             ? hold_back (self)
                             : rankle_session_ref (self->session);

  g_clear_pointer (&self->shown, rankle_session_unref);
  self->shown = shown;
}

static guint
count_pending (RankleStudy *self)
{
  g_autoptr (GPtrArray) changes = NULL;

  if (self->shown == self->session || rankle_session_get_model (self->session) == NULL)
    return 0;
  changes = rankle_changes_list (rankle_session_get_scenario (self->shown),
                                 rankle_session_get_scenario (self->session),
                                 rankle_session_get_model (self->session));
  return changes->len;
}

void
_rankle_study_notify_pending (RankleStudy *self)
{
  guint pending = count_pending (self);

  if (self->pending == pending)
    return;
  self->pending = pending;
  g_object_notify (G_OBJECT (self), "pending");
}

void
rankle_study_apply (RankleStudy *self)
{
  gboolean held;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (self->shown == self->session)
    return;
  held = self->held;
  self->held = FALSE;
  _rankle_study_ask (self);
  self->held = held;
}

void
rankle_study_set_held (RankleStudy *self, gboolean held)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (self->held == held)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  rankle_study_apply (self);
  self->held = held;
  g_object_notify (G_OBJECT (self), "held");
  g_object_thaw_notify (G_OBJECT (self));
}

gboolean
rankle_study_is_held (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);
  return self->held;
}

guint
rankle_study_get_pending (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), 0);
  return self->pending;
}

RankleSession *
rankle_study_get_shown (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->shown;
}
