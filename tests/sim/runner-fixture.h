/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine-fixture.h"
#include "rankle-runner-private.h"

/* A runner whose runs are made to measure (engine-fixture.h), and watches that log what
 * they were told. */

G_BEGIN_DECLS

/* @run NULL: rankle_integrator_run(). Two threads a lane: one for SHOWN. */
RankleRunner *runner_new (RankleRunFunc run);
/* Closes it, and checks that it is gone and that nobody is told anything afterwards. */
void runner_end (RankleRunner *runner);

typedef struct
{
  RankleWatch *watch; /* (owned) (nullable) */
  pthread_t    maker;
  guint        answers, failures;
  double       value; /* x at the end, of the last trajectory told of */
  GError      *error; /* (owned) (nullable): the last one told of */
} WatchLog;

void watch_log_init (WatchLog *log, RankleRunner *runner);
void watch_log_clear (WatchLog *log);
void watch_log_ask (WatchLog *log, RankleModel *model, double k);
/* Iterates the main loop until the watch waits for nothing. */
void watch_log_settle (WatchLog *log);
void watch_log_settle_value (WatchLog *log, double k);

G_END_DECLS
