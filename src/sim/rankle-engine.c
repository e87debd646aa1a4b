/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The invariants. Each has tests with its number in their paths, in
 * tests/sim/test-engine.c (1 to 8), test-engine-close.c (9, 10) and test-mailbox.c.
 *
 *  1. An engine has one worker thread. It starts it when it is made and joins it in
 *     close.
 *  2. What belongs to the solver is made, used and freed on the worker, and reused from
 *     run to run.
 *  3. Only immutable counted values cross: a sealed protocol in, a trajectory or a GError
 *     out. An error of a run holds what was computed until then, a trajectory like any.
 *  4. They cross in a mailbox of two slots, request and result, each of one item; a newer
 *     item replaces an unread one. One pthread mutex guards both; nothing is computed,
 *     freed expensively or emitted while it is held.
 *  5. The main loop is only rung: the worker makes the bell's source ready, and the
 *     bell's callback, in the context of the thread that made the engine, takes the
 *     result slot.
 *  6. Each request has a serial. Serials delivered strictly increase, and the last one
 *     submitted is delivered, as trajectory or error, unless the engine was closed.
 *     Latest wins.
 *  7. Latest must not starve: a superseded run is stopped only 50 ms after it was first
 *     superseded; quick runs finish and are shown.
 *  8. A run is stopped by a flag that the right-hand side reads. That comes out as
 *     G_IO_ERROR_CANCELLED, and the mailbox swallows it.
 *  9. close () quits, joins, destroys bell and timer. After it no signal is emitted.
 *     Dispose closes.
 * 10. A bounded wait delivers the last result in the caller's own turn, or leaves it to
 *     the bell. */

#include "rankle-engine.h"

#include <pthread.h>

#include "rankle-bell-private.h"
#include "rankle-engine-private.h"
#include "rankle-mailbox.h"

#define GRACE_MICROSECONDS 50000

struct _RankleEngine
{
  GObject        parent_instance;
  RankleRunFunc  run;
  RankleMailbox *mailbox; /* (owned); NULL once closed */
  pthread_t      worker;
  GSource       *bell;  /* (owned): rung by the worker */
  GSource       *grace; /* (owned): stops a superseded run; main thread only */
};

enum
{
  FINISHED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RankleEngine, rankle_engine, G_TYPE_OBJECT)

static void *
work (void *data)
{
  RankleEngine     *self = data;
  RankleIntegrator *integrator = rankle_integrator_new ();
  RankleProtocol   *protocol;
  guint64           serial = 0;

  while ((protocol = rankle_mailbox_take_request (self->mailbox, &serial)) != NULL)
    {
      RankleResult result = { .serial = serial };

      result.trajectory = self->run (
          integrator, protocol, rankle_mailbox_get_stop (self->mailbox), &result.error);
      rankle_protocol_unref (protocol);
      if (rankle_mailbox_post_result (self->mailbox, &result))
        _rankle_bell_ring (self->bell);
    }
  rankle_integrator_free (integrator);
  return NULL;
}

static void
deliver (RankleEngine *self)
{
  RankleResult result;

  if (self->mailbox == NULL || !rankle_mailbox_take_result (self->mailbox, &result))
    return;

  /* A handler may close the engine or drop the last reference to it. */
  g_object_ref (self);
  if (result.trajectory != NULL)
    g_signal_emit (self, signals[FINISHED], 0, result.serial, result.trajectory);
  else
    g_signal_emit (self, signals[FAILED], 0, result.serial, result.error);
  rankle_result_clear (&result);
  g_object_unref (self);
}

static gboolean
bell_cb (gpointer data)
{
  deliver (data);
  return G_SOURCE_CONTINUE;
}

static gboolean
grace_cb (gpointer data)
{
  RankleEngine *self = data;

  g_source_set_ready_time (
      self->grace, rankle_mailbox_stop_superseded (self->mailbox, GRACE_MICROSECONDS));
  return G_SOURCE_CONTINUE;
}

RankleEngine *
_rankle_engine_new_with_run (RankleRunFunc run)
{
  RankleEngine *self = g_object_new (RANKLE_TYPE_ENGINE, NULL);
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  self->run = run;
  self->mailbox = rankle_mailbox_new ();
  self->bell = _rankle_bell_new (context, bell_cb, self);
  self->grace = _rankle_bell_new (context, grace_cb, self);
  if (pthread_create (&self->worker, NULL, work, self) != 0)
    g_error ("No thread can be had for the simulation");
  return self;
}

RankleEngine *
rankle_engine_new (void)
{
  return _rankle_engine_new_with_run (rankle_integrator_run);
}

guint64
rankle_engine_submit (RankleEngine *engine, RankleProtocol *protocol)
{
  gboolean superseding;
  guint64  serial;

  g_return_val_if_fail (RANKLE_IS_ENGINE (engine) && protocol != NULL, 0);
  g_return_val_if_fail (engine->mailbox != NULL, 0);

  rankle_protocol_seal (protocol);
  serial = rankle_mailbox_post_request (engine->mailbox, protocol, &superseding);
  if (superseding && g_source_get_ready_time (engine->grace) < 0)
    g_source_set_ready_time (engine->grace, g_get_monotonic_time () + GRACE_MICROSECONDS);
  return serial;
}

gboolean
rankle_engine_wait (RankleEngine *engine, gint64 microseconds)
{
  g_return_val_if_fail (RANKLE_IS_ENGINE (engine), FALSE);

  if (engine->mailbox == NULL || !rankle_mailbox_is_busy (engine->mailbox) ||
      !rankle_mailbox_wait_result (engine->mailbox, microseconds))
    return FALSE;
  deliver (engine);
  return TRUE;
}

gboolean
rankle_engine_is_busy (RankleEngine *engine)
{
  g_return_val_if_fail (RANKLE_IS_ENGINE (engine), FALSE);

  return engine->mailbox != NULL && rankle_mailbox_is_busy (engine->mailbox);
}

void
rankle_engine_close (RankleEngine *engine)
{
  g_return_if_fail (RANKLE_IS_ENGINE (engine));

  if (engine->mailbox == NULL)
    return;
  rankle_mailbox_quit (engine->mailbox);
  pthread_join (engine->worker, NULL);
  _rankle_bell_clear (&engine->bell);
  _rankle_bell_clear (&engine->grace);
  g_clear_pointer (&engine->mailbox, rankle_mailbox_free);
}

static void
rankle_engine_dispose (GObject *object)
{
  rankle_engine_close (RANKLE_ENGINE (object));
  G_OBJECT_CLASS (rankle_engine_parent_class)->dispose (object);
}

static void
rankle_engine_class_init (RankleEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rankle_engine_dispose;

  signals[FINISHED] =
      g_signal_new ("finished", RANKLE_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_UINT64, RANKLE_TYPE_TRAJECTORY);
  signals[FAILED] =
      g_signal_new ("failed", RANKLE_TYPE_ENGINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_ERROR);
}

static void
rankle_engine_init (RankleEngine *self)
{
}
