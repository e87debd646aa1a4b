/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-change.h"

struct _RankleChange
{
  guint            ref_count;
  RankleSession   *before; /* (owned) */
  char            *label;  /* (owned) */
  gboolean         keeps_label;
  guint            strokes;
  RankleChangeFunc ended; /* (nullable): NULL once it has */
  gpointer         data;
  char            *subject; /* (owned) (nullable): of a step … */
  gint64           time;    /* … at this time [µs] */
};

RankleChange *
rankle_change_new (RankleSession   *before,
                   const char      *label,
                   RankleChangeFunc ended,
                   gpointer         data)
{
  RankleChange *self;

  g_return_val_if_fail (before != NULL && label != NULL && ended != NULL, NULL);

  self = g_new0 (RankleChange, 1);
  self->ref_count = 1;
  self->before = rankle_session_ref (before);
  self->label = g_strdup (label);
  self->ended = ended;
  self->data = data;
  return self;
}

RankleChange *
rankle_change_ref (RankleChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_assert (self->ref_count > 0);
  self->ref_count++;
  return self;
}

void
rankle_change_end (RankleChange *self)
{
  RankleChangeFunc ended;

  g_return_if_fail (self != NULL);

  ended = g_steal_pointer (&self->ended);
  if (ended != NULL)
    ended (self, self->data);
}

void
rankle_change_unref (RankleChange *self)
{
  g_return_if_fail (self != NULL);

  if (self->ref_count == 1)
    rankle_change_end (self);
  /* Whoever heard of the end may have kept it. */
  if (--self->ref_count > 0)
    return;
  g_assert (self->ended == NULL);
  rankle_session_unref (self->before);
  g_free (self->label);
  g_free (self->subject);
  g_free (self);
}

RankleSession *
rankle_change_get_before (const RankleChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->before;
}

const char *
rankle_change_get_label (const RankleChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->label;
}

void
rankle_change_keep_label (RankleChange *self)
{
  g_return_if_fail (self != NULL);

  g_assert (self->strokes == 0);
  self->keeps_label = TRUE;
}

gboolean
rankle_change_keeps_label (const RankleChange *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->keeps_label;
}

guint
rankle_change_add_stroke (RankleChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  g_assert (self->ended != NULL);
  return ++self->strokes;
}

guint
rankle_change_get_strokes (const RankleChange *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->strokes;
}

void
rankle_change_set_step (RankleChange *self, const char *subject, gint64 now)
{
  g_return_if_fail (self != NULL && subject != NULL);

  g_assert (self->subject == NULL && self->strokes == 0);
  self->subject = g_strdup (subject);
  self->time = now;
}

const char *
rankle_change_get_step (const RankleChange *self, gint64 *now)
{
  g_return_val_if_fail (self != NULL && now != NULL, NULL);

  if (self->subject != NULL)
    *now = self->time;
  return self->subject;
}
