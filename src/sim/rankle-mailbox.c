/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-mailbox.h"

#include <gio/gio.h>
#include <pthread.h>
#include <time.h>

struct _RankleMailbox
{
  pthread_mutex_t mutex;
  pthread_cond_t  requested, answered;
  RankleProtocol *request;        /* (owned) (nullable): not yet taken */
  guint64         request_serial; /* of the last request ever posted */
  guint64         running_serial; /* being worked on; 0: none */
  gint64          superseded_at;  /* of the run; 0: it is the latest */
  RankleResult    result;         /* serial 0: none */
  guint64         taken_serial;   /* of the last result taken by the main thread */
  gboolean        quit;
  atomic_bool     stop; /* read by the run, without the mutex */
};

void
rankle_result_clear (RankleResult *result)
{
  g_clear_pointer (&result->trajectory, rankle_trajectory_unref);
  g_clear_error (&result->error);
  result->serial = 0;
}

RankleMailbox *
rankle_mailbox_new (void)
{
  RankleMailbox     *self = g_new0 (RankleMailbox, 1);
  pthread_condattr_t monotonic;

  pthread_mutex_init (&self->mutex, NULL);
  pthread_condattr_init (&monotonic);
  pthread_condattr_setclock (&monotonic, CLOCK_MONOTONIC);
  pthread_cond_init (&self->requested, &monotonic);
  pthread_cond_init (&self->answered, &monotonic);
  pthread_condattr_destroy (&monotonic);
  atomic_init (&self->stop, false);
  return self;
}

void
rankle_mailbox_free (RankleMailbox *mailbox)
{
  g_clear_pointer (&mailbox->request, rankle_protocol_unref);
  rankle_result_clear (&mailbox->result);
  pthread_cond_destroy (&mailbox->answered);
  pthread_cond_destroy (&mailbox->requested);
  pthread_mutex_destroy (&mailbox->mutex);
  g_free (mailbox);
}

guint64
rankle_mailbox_post_request (RankleMailbox  *mailbox,
                             RankleProtocol *protocol,
                             gboolean       *superseding)
{
  RankleProtocol *unread;
  guint64         serial;

  pthread_mutex_lock (&mailbox->mutex);
  unread = mailbox->request;
  mailbox->request = rankle_protocol_ref (protocol);
  serial = ++mailbox->request_serial;
  *superseding = mailbox->running_serial != 0;
  if (*superseding && mailbox->superseded_at == 0)
    mailbox->superseded_at = g_get_monotonic_time ();
  pthread_cond_signal (&mailbox->requested);
  pthread_mutex_unlock (&mailbox->mutex);
  g_clear_pointer (&unread, rankle_protocol_unref);
  return serial;
}

gint64
rankle_mailbox_stop_superseded (RankleMailbox *mailbox, gint64 grace)
{
  gint64 again = -1;

  pthread_mutex_lock (&mailbox->mutex);
  if (mailbox->superseded_at != 0 && !atomic_load (&mailbox->stop))
    {
      if (g_get_monotonic_time () < mailbox->superseded_at + grace)
        again = mailbox->superseded_at + grace;
      else
        atomic_store (&mailbox->stop, true);
    }
  pthread_mutex_unlock (&mailbox->mutex);
  return again;
}

gboolean
rankle_mailbox_take_result (RankleMailbox *mailbox, RankleResult *result)
{
  gboolean taken;

  pthread_mutex_lock (&mailbox->mutex);
  *result = mailbox->result;
  mailbox->result = (RankleResult){ 0 };
  taken = result->serial != 0;
  if (taken)
    mailbox->taken_serial = result->serial;
  pthread_mutex_unlock (&mailbox->mutex);
  return taken;
}

static struct timespec
deadline_after (gint64 microseconds)
{
  struct timespec at;

  clock_gettime (CLOCK_MONOTONIC, &at);
  at.tv_sec += microseconds / G_USEC_PER_SEC;
  at.tv_nsec += (microseconds % G_USEC_PER_SEC) * 1000;
  if (at.tv_nsec >= 1000000000)
    {
      at.tv_nsec -= 1000000000;
      at.tv_sec++;
    }
  return at;
}

gboolean
rankle_mailbox_wait_result (RankleMailbox *mailbox, gint64 microseconds)
{
  struct timespec deadline = deadline_after (microseconds);
  gboolean        here;

  pthread_mutex_lock (&mailbox->mutex);
  while (mailbox->result.serial < mailbox->request_serial)
    if (pthread_cond_timedwait (&mailbox->answered, &mailbox->mutex, &deadline) != 0)
      break;
  here = mailbox->result.serial != 0 && mailbox->result.serial == mailbox->request_serial;
  pthread_mutex_unlock (&mailbox->mutex);
  return here;
}

gboolean
rankle_mailbox_is_busy (RankleMailbox *mailbox)
{
  gboolean busy;

  pthread_mutex_lock (&mailbox->mutex);
  busy = mailbox->taken_serial < mailbox->request_serial;
  pthread_mutex_unlock (&mailbox->mutex);
  return busy;
}

void
rankle_mailbox_quit (RankleMailbox *mailbox)
{
  pthread_mutex_lock (&mailbox->mutex);
  mailbox->quit = TRUE;
  atomic_store (&mailbox->stop, true);
  pthread_cond_signal (&mailbox->requested);
  pthread_mutex_unlock (&mailbox->mutex);
}

RankleProtocol *
rankle_mailbox_take_request (RankleMailbox *mailbox, guint64 *serial)
{
  RankleProtocol *request = NULL;

  pthread_mutex_lock (&mailbox->mutex);
  while (mailbox->request == NULL && !mailbox->quit)
    pthread_cond_wait (&mailbox->requested, &mailbox->mutex);
  if (!mailbox->quit)
    {
      request = g_steal_pointer (&mailbox->request);
      *serial = mailbox->running_serial = mailbox->request_serial;
      mailbox->superseded_at = 0;
      atomic_store (&mailbox->stop, false);
    }
  pthread_mutex_unlock (&mailbox->mutex);
  return request;
}

const atomic_bool *
rankle_mailbox_get_stop (RankleMailbox *mailbox)
{
  return &mailbox->stop;
}

gboolean
rankle_mailbox_post_result (RankleMailbox *mailbox, RankleResult *result)
{
  gboolean swallowed = g_error_matches (result->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  RankleResult unread = { 0 };

  pthread_mutex_lock (&mailbox->mutex);
  mailbox->running_serial = 0;
  mailbox->superseded_at = 0;
  if (!swallowed)
    {
      unread = mailbox->result;
      mailbox->result = *result;
      *result = (RankleResult){ 0 };
      pthread_cond_signal (&mailbox->answered);
    }
  pthread_mutex_unlock (&mailbox->mutex);
  rankle_result_clear (&unread);
  rankle_result_clear (result);
  return !swallowed;
}
