/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-cli-run.h"
#include "rankle-session.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* MODEL is the file of a session. */
gboolean rankle_cli_is_session (const char *model);
/* (transfer full): of that file, which says itself what is run: options that do are
 * refused. What has changed since it was saved is said on stderr. */
RankleSession    *rankle_cli_load_session (const char             *command,
                                           const RankleRunOptions *options,
                                           RankleEvidence         *evidence,
                                           GError                **error);
RankleTrajectory *rankle_cli_run_session (const RankleSession *session, GError **error);
/* What the window shows of it, into @path (nullable): stdout. */
int rankle_cli_simulate_session (const char             *command,
                                 const RankleRunOptions *options,
                                 const char             *path);

G_END_DECLS
