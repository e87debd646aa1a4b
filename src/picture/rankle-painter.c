/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The invariants of painting beside the main thread. Each has a test with its number in
 * its path: P1 to P5 in tests/picture/test-painter.c, P6 to P9 in
 * tests/picture/test-fronts.c.
 *
 * P1. A job is done once and whole, by one thread: the painter's, or that of who waits.
 * P2. The painter takes jobs in the order in which they were begun.
 * P3. Who waits for a job finds it done. While it is not, who waits takes jobs from the
 *     queue, its own first, so that no thread is idle while there is something to paint.
 * P4. After a job was ended nobody touches its data. One that nobody took is never done;
 *     one that is being done is waited for.
 * P5. One pthread mutex guards queue and states, and carries what was painted from thread
 *     to thread. Nothing is painted while it is held.
 *
 * Of the pictures (rankle-plot-front.c, rankle-diagram-front.c):
 *
 * P6. A picture is painted of copies. It shares with who asked for it what neither
 * changes: a map, an interned string, what lies behind its curves. P7. What is shown is
 * of what was asked for last, and equals, byte for byte, what would be painted of it at
 * once. P8. What was shown is not painted into again. P9. What is asked for twice is
 * painted once. */

#include "rankle-painter.h"

#include <pthread.h>

typedef enum
{
  QUEUED,
  TAKEN,
  DONE
} JobState;

struct _RanklePaintJob
{
  RanklePainter  *painter; /* Borrowed */
  RanklePaintFunc paint;
  gpointer        data;  /* Borrowed */
  JobState        state; /* guarded by the painter's mutex, as the next */
  GList           link;  /* in the queue while QUEUED */
};

struct _RanklePainter
{
  pthread_mutex_t mutex;
  pthread_cond_t  begun, done;
  GQueue          queue;
  guint           n_jobs; /* which have not been ended */
  gboolean        quit;
  gboolean        has_thread; /* without one, who waits paints */
  pthread_t       thread;
};

/* With the mutex held, which is let go while @job is done. */
static void
take (RanklePainter *self, RanklePaintJob *job)
{
  g_assert (job->state == QUEUED);
  g_queue_unlink (&self->queue, &job->link);
  job->state = TAKEN;
  pthread_mutex_unlock (&self->mutex);
  job->paint (job->data);
  pthread_mutex_lock (&self->mutex);
  g_assert (job->state == TAKEN);
  job->state = DONE;
  pthread_cond_broadcast (&self->done);
}

static void *
work (void *data)
{
  RanklePainter *self = data;

  pthread_mutex_lock (&self->mutex);
  while (!self->quit)
    if (self->queue.head != NULL)
      take (self, self->queue.head->data);
    else
      pthread_cond_wait (&self->begun, &self->mutex);
  pthread_mutex_unlock (&self->mutex);
  return NULL;
}

RanklePainter *
rankle_painter_new (void)
{
  RanklePainter *self = g_new0 (RanklePainter, 1);

  pthread_mutex_init (&self->mutex, NULL);
  pthread_cond_init (&self->begun, NULL);
  pthread_cond_init (&self->done, NULL);
  g_queue_init (&self->queue);
  self->has_thread = pthread_create (&self->thread, NULL, work, self) == 0;
  return self;
}

void
rankle_painter_free (RanklePainter *painter)
{
  g_return_if_fail (painter != NULL);

  pthread_mutex_lock (&painter->mutex);
  g_assert (painter->n_jobs == 0 && painter->queue.head == NULL);
  painter->quit = TRUE;
  pthread_cond_signal (&painter->begun);
  pthread_mutex_unlock (&painter->mutex);
  if (painter->has_thread)
    pthread_join (painter->thread, NULL);
  pthread_cond_destroy (&painter->done);
  pthread_cond_destroy (&painter->begun);
  pthread_mutex_destroy (&painter->mutex);
  g_free (painter);
}

RanklePainter *
rankle_painter_get_default (void)
{
  static RanklePainter *the_one;

  if (g_once_init_enter (&the_one))
    g_once_init_leave (&the_one, rankle_painter_new ());
  return the_one;
}

RanklePaintJob *
rankle_painter_begin (RanklePainter *painter, RanklePaintFunc paint, gpointer data)
{
  RanklePaintJob *job;

  g_return_val_if_fail (painter != NULL && paint != NULL, NULL);

  job = g_new0 (RanklePaintJob, 1);
  job->painter = painter;
  job->paint = paint;
  job->data = data;
  job->link.data = job;
  pthread_mutex_lock (&painter->mutex);
  g_queue_push_tail_link (&painter->queue, &job->link);
  painter->n_jobs++;
  pthread_cond_signal (&painter->begun);
  pthread_mutex_unlock (&painter->mutex);
  return job;
}

void
rankle_painter_await (RanklePaintJob *job)
{
  RanklePainter *painter;

  g_return_if_fail (job != NULL);

  painter = job->painter;
  pthread_mutex_lock (&painter->mutex);
  while (job->state != DONE)
    if (job->state == QUEUED)
      take (painter, job);
    else if (painter->queue.head != NULL)
      take (painter, painter->queue.head->data);
    else
      pthread_cond_wait (&painter->done, &painter->mutex);
  pthread_mutex_unlock (&painter->mutex);
}

void
rankle_painter_end (RanklePaintJob *job)
{
  RanklePainter *painter;

  g_return_if_fail (job != NULL);

  painter = job->painter;
  pthread_mutex_lock (&painter->mutex);
  if (job->state == QUEUED)
    g_queue_unlink (&painter->queue, &job->link);
  while (job->state == TAKEN)
    pthread_cond_wait (&painter->done, &painter->mutex);
  painter->n_jobs--;
  pthread_mutex_unlock (&painter->mutex);
  g_free (job);
}
