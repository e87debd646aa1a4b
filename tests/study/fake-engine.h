/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-engine.h"

/* Stands where the real engine would: answers when it is told to, in the order it is told
 * to, and counts. There is one at a time. */

guint           fake_engine_get_n_submitted (void);
RankleProtocol *fake_engine_get_protocol (guint64 serial); /* serials start at 1 */
void            fake_engine_finish (guint64 serial);
void            fake_engine_fail (guint64 serial, const char *why);
gboolean        fake_engine_is_closed (void);
/* From now on every wait answers the last submission, as a quick run would. */
void fake_engine_set_quick (gboolean quick);
