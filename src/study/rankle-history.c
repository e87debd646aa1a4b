/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-history.h"

/* A session, and what was done to it (in the past) or led to it (in the future). */
typedef struct
{
  RankleSession *session; /* (owned) */
  char          *label;   /* (owned) */
  char          *subject; /* (owned) (nullable): what may join it is of this, too */
  gint64         time;    /* [µs]; undefined without a subject */
} Step;

static Step *
make_step (RankleSession *session, const char *label)
{
  Step *step = g_new0 (Step, 1);

  step->session = rankle_session_ref (session);
  step->label = g_strdup (label);
  return step;
}

static void
free_step (gpointer data)
{
  Step *step = data;

  rankle_session_unref (step->session);
  g_free (step->label);
  g_free (step->subject);
  g_free (step);
}

void
rankle_history_init (RankleHistory *self)
{
  g_assert (self != NULL);

  g_queue_init (&self->past);
  g_queue_init (&self->future);
}

void
rankle_history_clear (RankleHistory *self)
{
  g_assert (self != NULL);

  g_queue_clear_full (&self->past, free_step);
  g_queue_clear_full (&self->future, free_step);
}

void
rankle_history_add (RankleHistory *self, RankleSession *before, const char *label)
{
  g_assert (self != NULL && before != NULL && label != NULL);

  g_queue_push_tail (&self->past, make_step (before, label));
  if (self->past.length > RANKLE_HISTORY_LIMIT)
    free_step (g_queue_pop_head (&self->past));
  g_queue_clear_full (&self->future, free_step);
}

void
rankle_history_add_step (RankleHistory *self,
                         RankleSession *before,
                         const char    *label,
                         const char    *subject,
                         gint64         now)
{
  Step *step;

  g_assert (subject != NULL);

  rankle_history_add (self, before, label);
  step = g_queue_peek_tail (&self->past);
  step->subject = g_strdup (subject);
  step->time = now;
}

static const char *
get_label (const Step *step)
{
  return step == NULL ? NULL : step->label;
}

const char *
rankle_history_get_undo_label (const RankleHistory *self)
{
  return get_label (g_queue_peek_tail ((GQueue *)&self->past));
}

const char *
rankle_history_get_redo_label (const RankleHistory *self)
{
  return get_label (g_queue_peek_head ((GQueue *)&self->future));
}

/* Of @step, which is used up. */
static RankleSession *
take_session (Step *step)
{
  RankleSession *session = rankle_session_ref (step->session);

  free_step (step);
  return session;
}

RankleSession *
rankle_history_take_step (RankleHistory *self, const char *subject, gint64 now)
{
  const Step *step;

  g_assert (self != NULL && subject != NULL);

  step = g_queue_peek_tail (&self->past);
  if (step == NULL || self->future.length > 0 ||
      g_strcmp0 (step->subject, subject) != 0 || now - step->time > RANKLE_HISTORY_JOINS)
    return NULL;
  return take_session (g_queue_pop_tail (&self->past));
}

RankleSession *
rankle_history_undo (RankleHistory *self, RankleSession *present)
{
  Step *step;

  g_assert (self != NULL && present != NULL);

  step = g_queue_pop_tail (&self->past);
  if (step == NULL)
    return NULL;
  g_queue_push_head (&self->future, make_step (present, step->label));
  return take_session (step);
}

RankleSession *
rankle_history_redo (RankleHistory *self, RankleSession *present)
{
  Step *step;

  g_assert (self != NULL && present != NULL);

  step = g_queue_pop_head (&self->future);
  if (step == NULL)
    return NULL;
  g_queue_push_tail (&self->past, make_step (present, step->label));
  return take_session (step);
}
