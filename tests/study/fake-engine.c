/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fake-engine.h"

#include "rankle-integrator.h"

struct _RankleEngine
{
  GObject parent_instance;

  GPtrArray *protocols; /* (owned): of serial i + 1 */
  guint64    answered;
  gboolean   quick;
  gboolean   closed;
};

static guint         finished_signal, failed_signal;
static RankleEngine *the_engine; /* borrowed */

G_DEFINE_FINAL_TYPE (RankleEngine, rankle_engine, G_TYPE_OBJECT)

static void
rankle_engine_finalize (GObject *object)
{
  RankleEngine *self = RANKLE_ENGINE (object);

  g_assert_true (self->closed);
  g_clear_pointer (&self->protocols, g_ptr_array_unref);
  the_engine = NULL;
  G_OBJECT_CLASS (rankle_engine_parent_class)->finalize (object);
}

static void
rankle_engine_class_init (RankleEngineClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rankle_engine_finalize;
  finished_signal =
      g_signal_new ("finished", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                    2, G_TYPE_UINT64, RANKLE_TYPE_TRAJECTORY);
  failed_signal = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_ERROR);
}

static void
rankle_engine_init (RankleEngine *self)
{
  self->protocols =
      g_ptr_array_new_with_free_func ((GDestroyNotify)rankle_protocol_unref);
}

RankleEngine *
rankle_engine_new (void)
{
  g_assert_null (the_engine);
  the_engine = g_object_new (RANKLE_TYPE_ENGINE, NULL);
  return the_engine;
}

guint64
rankle_engine_submit (RankleEngine *self, RankleProtocol *protocol)
{
  g_assert_false (self->closed);
  rankle_protocol_seal (protocol);
  g_ptr_array_add (self->protocols, rankle_protocol_ref (protocol));
  return self->protocols->len;
}

gboolean
rankle_engine_wait (RankleEngine *self, gint64 microseconds)
{
  g_assert_cmpint (microseconds, <=, 8000);
  if (self->quick && rankle_engine_is_busy (self))
    fake_engine_finish (self->protocols->len);
  return self->quick;
}

gboolean
rankle_engine_is_busy (RankleEngine *self)
{
  return self->answered < self->protocols->len;
}

void
rankle_engine_close (RankleEngine *self)
{
  self->closed = TRUE;
}

guint
fake_engine_get_n_submitted (void)
{
  return the_engine->protocols->len;
}

RankleProtocol *
fake_engine_get_protocol (guint64 serial)
{
  return g_ptr_array_index (the_engine->protocols, serial - 1);
}

void
fake_engine_finish (guint64 serial)
{
  GError *error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory =
      rankle_integrator_run (integrator, fake_engine_get_protocol (serial), NULL, &error);

  g_assert_no_error (error);
  the_engine->answered = MAX (the_engine->answered, serial);
  g_signal_emit (the_engine, finished_signal, 0, serial, trajectory);
}

void
fake_engine_fail (guint64 serial, const char *why)
{
  g_autoptr (GError) error =
      g_error_new_literal (RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_FAILED, why);

  the_engine->answered = MAX (the_engine->answered, serial);
  g_signal_emit (the_engine, failed_signal, 0, serial, error);
}

gboolean
fake_engine_is_closed (void)
{
  return the_engine->closed;
}

void
fake_engine_set_quick (gboolean quick)
{
  the_engine->quick = quick;
}
