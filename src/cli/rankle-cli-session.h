/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-cli-run.h"

G_BEGIN_DECLS

/* MODEL of "simulate" is the file of a session. */
gboolean rankle_cli_is_session (const char *model);
/* What the window shows of it, into @path (nullable): stdout. It says itself what is run:
 * options that do are refused. */
int rankle_cli_simulate_session (const char             *command,
                                 const RankleRunOptions *options,
                                 const char             *path);

G_END_DECLS
