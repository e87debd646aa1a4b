/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator.h"

/* Runs as rankle-cli would make them, without the program around them. Whatever fails is
 * a failed test. */

G_BEGIN_DECLS

/* (transfer full): what "rankle-cli simulate MODEL @arguments", or "steady" if
 * not @scheduled, would run: blanks part the arguments. */
RankleProtocol *
published_make_protocol (const char *model, gboolean scheduled, const char *arguments);
RankleTrajectory *published_run (RankleProtocol *protocol);
/* (transfer full): the value of each column in the steady state. */
double *published_find_steady (RankleProtocol *protocol);
/* A failed test if there is none. */
guint published_find_column (const RankleModel *model, const char *id);

/* (transfer full): the text of a file in tests/data/. */
char *published_read (const char *name);

G_END_DECLS
