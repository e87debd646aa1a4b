/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleEngine:
 *
 * A worker thread: a runner's LIVE lane (rankle-runner.h). Submit protocols as fast as
 * you like; the latest wins. See the numbered invariants at the head of rankle-engine.c.
 *
 * Signals, on the thread-default main context of the thread that made the engine:
 * - finished (guint64 serial, RankleTrajectory *trajectory)
 * - failed (guint64 serial, GError *error)
 */
#define RANKLE_TYPE_ENGINE (rankle_engine_get_type ())
G_DECLARE_FINAL_TYPE (RankleEngine, rankle_engine, RANKLE, ENGINE, GObject)

RankleEngine *rankle_engine_new (void);
/* Returns the request's serial, from 1 upwards. @protocol is sealed by this call. */
guint64 rankle_engine_submit (RankleEngine *engine, RankleProtocol *protocol);
/* Waits at most @microseconds for the result of the last submission; if it is there,
 * delivers it (emits the signal) before returning TRUE. For a slider's handler: 8 ms,
 * never longer. */
gboolean rankle_engine_wait (RankleEngine *engine, gint64 microseconds);
/* A submission has not been answered yet. */
gboolean rankle_engine_is_busy (RankleEngine *engine);
/* Joins the worker. Nothing is emitted after it. Idempotent; dispose calls it. */
void rankle_engine_close (RankleEngine *engine);

G_END_DECLS
