/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pthread.h>
#include <stdbool.h>

#include "rankle-engine-private.h"

/* An engine, and a log of what it delivered. The log itself checks what must always hold:
 * deliveries on the maker's thread, their serials increasing, none after the close. */

G_BEGIN_DECLS

typedef struct
{
  RankleEngine *engine;    /* (owned) (nullable) */
  pthread_t     maker;     /* who made the engine */
  GMainContext *context;   /* Borrowed: where it must deliver (NULL: default) */
  guint64       submitted; /* serial of the last submission */
  guint64       serial;    /* of the last delivery */
  guint         finished;  /* deliveries */
  guint         failed;    /* deliveries */
  double        value;     /* x at the end, of the last trajectory delivered */
  GError       *error;     /* (owned) (nullable): the last one delivered */
  gboolean      closed;    /* nothing may be delivered any more */
} EngineLog;

/* @run NULL: rankle_integrator_run(). */
void engine_log_init (EngineLog *log, RankleRunFunc run);
/* Closes, drops the engine and checks that it is gone. */
void engine_log_clear (EngineLog *log);

/* A model whose x comes to k within 50 days; with boom above 0 its rates are undefined.
 */
RankleModel    *engine_model_new (void);
RankleProtocol *engine_protocol_new (RankleModel *model, double k, double boom);
/* Submits such a protocol, of which no reference is kept. */
void engine_log_submit (EngineLog *log, RankleModel *model, double k, double boom);
/* Iterates the context until nothing is left to be answered. */
void engine_log_settle (EngineLog *log);
void engine_log_settle_value (EngineLog *log, double k);

/* Runs made to measure, to be given to engine_log_init(). What they tell and are told
 * crosses in atomics. A protocol with a negative k is held up. */
typedef struct
{
  atomic_uint  begun, ended; /* runs */
  atomic_uint  stopped;      /* runs that were held up until they were stopped */
  atomic_llong stopped_at;   /* the last of these [monotonic time] */
  atomic_bool  open;         /* the gate that runs are held up at */
  atomic_uint  turns;        /* of the main loop, as the test counts them */
} EngineStage;

extern EngineStage engine_stage;

void engine_stage_reset (void);
/* Waits at the gate, deaf to the flag. */
RankleTrajectory *engine_run_at_gate (RankleIntegrator  *integrator,
                                      RankleProtocol    *protocol,
                                      const atomic_bool *stop,
                                      GError           **error);
/* Held up until it is stopped. */
RankleTrajectory *engine_run_until_stopped (RankleIntegrator  *integrator,
                                            RankleProtocol    *protocol,
                                            const atomic_bool *stop,
                                            GError           **error);
/* Lasts for some turns of the main loop, within which a drag submits anew. */
RankleTrajectory *engine_run_for_some_turns (RankleIntegrator  *integrator,
                                             RankleProtocol    *protocol,
                                             const atomic_bool *stop,
                                             GError           **error);
void              engine_wait_for (const atomic_uint *count, guint least);
void              engine_nap (void);

/* Iterates the context for as long as something is ready. */
void engine_drain (GMainContext *context);

G_END_DECLS
