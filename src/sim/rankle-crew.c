/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-crew-private.h"

void
_rankle_crew_init (RankleCrew    *crew,
                   guint          most_threads,
                   RankleCrewWork work,
                   gpointer       data)
{
  g_assert (most_threads > 0 && work != NULL);

  *crew = (RankleCrew){ .work = work, .data = data, .most_threads = most_threads };
  pthread_mutex_init (&crew->mutex, NULL);
  pthread_cond_init (&crew->called, NULL);
  crew->threads = g_new (pthread_t, most_threads);
}

void
_rankle_crew_clear (RankleCrew *crew)
{
  g_assert (crew->n_threads == 0);

  g_clear_pointer (&crew->threads, g_free);
  pthread_cond_destroy (&crew->called);
  pthread_mutex_destroy (&crew->mutex);
}

void
_rankle_crew_lock (RankleCrew *crew)
{
  pthread_mutex_lock (&crew->mutex);
}

void
_rankle_crew_unlock (RankleCrew *crew)
{
  pthread_mutex_unlock (&crew->mutex);
}

static void *
serve (void *data)
{
  RankleCrew *self = data;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  pthread_mutex_lock (&self->mutex);
  while (!self->quit)
    if (!self->work (integrator, self->data))
      {
        self->n_idle++;
        pthread_cond_wait (&self->called, &self->mutex);
        self->n_idle--;
      }
  pthread_mutex_unlock (&self->mutex);
  return NULL;
}

/* Without a thread more, those that there are do it. */
static gboolean
start_thread (RankleCrew *self)
{
  if (pthread_create (&self->threads[self->n_threads], NULL, serve, self) != 0)
    return FALSE;
  self->n_threads++;
  return TRUE;
}

void
_rankle_crew_call (RankleCrew *crew, guint n_things)
{
  guint n_missing;

  pthread_mutex_lock (&crew->mutex);
  n_missing = n_things - MIN (n_things, crew->n_idle);
  pthread_cond_broadcast (&crew->called);
  pthread_mutex_unlock (&crew->mutex);
  while (n_missing-- > 0 && crew->n_threads < crew->most_threads)
    if (!start_thread (crew))
      break;
}

void
_rankle_crew_quit (RankleCrew *crew)
{
  pthread_mutex_lock (&crew->mutex);
  crew->quit = TRUE;
  pthread_cond_broadcast (&crew->called);
  pthread_mutex_unlock (&crew->mutex);
}

void
_rankle_crew_join (RankleCrew *crew)
{
  g_assert (crew->quit);

  while (crew->n_threads > 0)
    pthread_join (crew->threads[--crew->n_threads], NULL);
}
