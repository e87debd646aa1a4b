/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes, and the way back from them. */

#include "config.h"

#include "rankle-change-words.h"
#include "rankle-study-private.h"

/* The change under way has led from @before, of an earlier step that it joins, or of its
 * own, to the present session. */
static void
add_to_history (RankleStudy *self, const RankleChange *change, RankleSession *before)
{
  gint64           now;
  const char      *subject = rankle_change_get_step (change, &now);
  g_autofree char *words = NULL;
  const char      *label;

  if (rankle_session_equal (before, self->session))
    return;
  if (!rankle_session_asks_same (before, self->session) &&
      !rankle_change_keeps_label (change))
    words = rankle_step_in_words (before, self->session);
  label = words != NULL ? words : rankle_change_get_label (change);
  if (subject == NULL)
    rankle_history_add (&self->history, before, label);
  else
    rankle_history_add_step (&self->history, before, label, subject, now);
}

static void
change_ended_cb (RankleChange *change, gpointer data)
{
  RankleStudy *self = data;
  gint64       now;
  const char  *subject = rankle_change_get_step (change, &now);
  g_autoptr (RankleSession) joined = NULL;

  g_assert (self->change == change);
  self->change = NULL;
  if (subject != NULL)
    joined = rankle_history_take_step (&self->history, subject, now);
  add_to_history (self, change,
                  joined != NULL ? joined : rankle_change_get_before (change));
  /* What was only glanced at is now to be read. */
  if (rankle_change_get_strokes (change) > 1)
    _rankle_study_ask (self);
  _rankle_study_notify_undo (self);
}

RankleChange *
rankle_study_begin_change (RankleStudy *self, const char *label)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self) && label != NULL, NULL);

  if (self->change != NULL)
    return rankle_change_ref (self->change);
  self->change = rankle_change_new (self->session, label, change_ended_cb, self);
  return self->change;
}

void
_rankle_study_change_session (RankleStudy   *self,
                              RankleSession *session,
                              const char    *label)
{
  g_autoptr (RankleChange) change = NULL;

  if (rankle_session_get_model (self->session) != NULL)
    {
      change = rankle_study_begin_change (self, label);
      rankle_change_add_stroke (change);
    }
  _rankle_study_take_session (self, session);
}

RankleChange *
rankle_study_begin_step (RankleStudy *self,
                         const char  *label,
                         const char  *subject,
                         gint64       now)
{
  gboolean      within;
  RankleChange *change;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && label != NULL, NULL);
  g_return_val_if_fail (subject != NULL, NULL);

  within = self->change != NULL;
  change = rankle_study_begin_change (self, label);
  if (!within)
    rankle_change_set_step (change, subject, now);
  return change;
}

gboolean
rankle_study_is_changing (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);
  return self->change != NULL;
}

const char *
rankle_study_get_undo_label (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_history_get_undo_label (&self->history);
}

const char *
rankle_study_get_redo_label (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_history_get_redo_label (&self->history);
}

gboolean
rankle_study_can_undo (RankleStudy *self)
{
  return rankle_study_get_undo_label (self) != NULL;
}

gboolean
rankle_study_can_redo (RankleStudy *self)
{
  return rankle_study_get_redo_label (self) != NULL;
}

typedef RankleSession *(*Move) (RankleHistory *history, RankleSession *present);

static void
travel (RankleStudy *self, Move move)
{
  g_autoptr (RankleSession) session = NULL;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->change != NULL)
    rankle_change_end (self->change);
  session = move (&self->history, self->session);
  if (session != NULL)
    _rankle_study_take_session (self,
                                rankle_session_with_content_of (self->session, session));
  _rankle_study_notify_undo (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
rankle_study_undo (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  travel (self, rankle_history_undo);
}

void
rankle_study_redo (RankleStudy *self)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  travel (self, rankle_history_redo);
}
