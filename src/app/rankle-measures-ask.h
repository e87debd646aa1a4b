/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"
#include "rankle-watch.h"

G_BEGIN_DECLS

/**
 * RankleMeasuresAsk:
 *
 * The run of a session and what it is told beside, made to the tolerance of reading, be
 * they on the screen yet or not. Main thread only; one at a time.
 */
typedef struct _RankleMeasuresAsk RankleMeasuresAsk;

/* Both have come, or one of them will not; it may be freed in the call. */
typedef void (*RankleMeasuresAskFunc) (RankleMeasuresAsk *ask, gpointer data);

/* @name: of the run. Nothing is called after rankle_measures_ask_free(). */
RankleMeasuresAsk *rankle_measures_ask_new (RankleRunner         *runner,
                                            const char           *name,
                                            RankleSession        *session,
                                            RankleMeasuresAskFunc func,
                                            gpointer              data);
/* Of a kept run of @session by itself, beside its own model left alone. */
RankleMeasuresAsk *rankle_measures_ask_new_kept (RankleRunner         *runner,
                                                 const RankleSession  *session,
                                                 const RankleKeptRun  *kept,
                                                 RankleMeasuresAskFunc func,
                                                 gpointer              data);
void               rankle_measures_ask_free (RankleMeasuresAsk *ask);
/* If all is at hand, the function is called before this returns. */
void rankle_measures_ask_begin (RankleMeasuresAsk *ask);

const char *rankle_measures_ask_get_name (const RankleMeasuresAsk *ask);
/* Both (nullable): as long as they have not come. */
RankleTrajectory *rankle_measures_ask_get_run (const RankleMeasuresAsk *ask);
RankleTrajectory *rankle_measures_ask_get_baseline (const RankleMeasuresAsk *ask);
/* (nullable): why they will not. */
const GError *rankle_measures_ask_get_error (const RankleMeasuresAsk *ask);

G_END_DECLS
