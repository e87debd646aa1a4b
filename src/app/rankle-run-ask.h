/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"
#include "rankle-watch.h"

G_BEGIN_DECLS

/**
 * RankleRunAsk:
 *
 * The run of a session and its baseline, made to the tolerance of reading, for what is
 * written of them: be they on the screen yet or not. Main thread only.
 */
typedef struct _RankleRunAsk RankleRunAsk;

/* All there will be has come. @error (nullable): why there is nothing to be shown of the
 * run. The ask may be freed in the call. */
typedef void (*RankleRunAskFunc) (RankleRunAsk *ask, const GError *error, gpointer data);

/* Nothing is asked before rankle_run_ask_begin(), which may call @func before it returns.
 */
RankleRunAsk *rankle_run_ask_new (RankleRunner    *runner,
                                  RankleSession   *session,
                                  RankleRunAskFunc func,
                                  gpointer         data);
/* Nothing is called after it. */
void rankle_run_ask_free (RankleRunAsk *ask);
/* @protocol: that of the session. */
void rankle_run_ask_begin (RankleRunAsk *ask, RankleProtocol *protocol);

RankleSession    *rankle_run_ask_get_session (const RankleRunAsk *ask);
RankleTrajectory *rankle_run_ask_get_run (const RankleRunAsk *ask);
/* (nullable): a model of which not even the baseline can be run is shown without one. */
RankleTrajectory *rankle_run_ask_get_baseline (const RankleRunAsk *ask);
/* (nullable): why the run is not all. */
const char *rankle_run_ask_get_failure (const RankleRunAsk *ask);

G_END_DECLS
