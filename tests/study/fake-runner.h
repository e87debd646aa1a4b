/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-runner.h"

/* A runner and its watches that answer on command, so that every order of events can be
 * had. What is asked, of either lane, is numbered from 1 upwards; what has been finished
 * for a watch is at hand, as it is in the real one. */

guint           fake_runner_get_n_asked (void);
RankleProtocol *fake_runner_get_protocol (guint number);
/* Runs what was asked, and tells of it. */
void     fake_runner_finish (guint number);
void     fake_runner_fail (guint number, const char *why);
gboolean fake_runner_is_closed (void);
/* Everything is answered at once: LIVE where it is waited for. */
void fake_runner_set_quick (gboolean quick);
