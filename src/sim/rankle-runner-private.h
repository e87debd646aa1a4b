/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bulk-private.h"
#include "rankle-runner.h"
#include "rankle-shown-private.h"

G_BEGIN_DECLS

struct _RankleRunner
{
  GObject       parent_instance;
  pthread_t     maker;
  GMainContext *context; /* (owned): the maker's */
  RankleRunFunc run;
  RankleEngine *engine; /* (owned) (nullable): LIVE, from its first run on */
  RankleShown   shown;
  RankleBulk    bulk;
  gboolean      closed;
};

/* With another run than rankle_integrator_run(): for tests. @n_threads 0: as many as
 * processors. */
RankleRunner *_rankle_runner_new_with_run (RankleRunFunc run, guint n_threads);

/* rankle-batch.c: for the runner to hand to its BULK lane. */
RankleBulkHost _rankle_batch_get_host (RankleRunner *runner);

/* rankle-want.c: SHOWN's bell. */
gboolean _rankle_runner_shown_cb (gpointer runner);
void     _rankle_runner_disappoint_watches (RankleRunner *runner);

G_END_DECLS
