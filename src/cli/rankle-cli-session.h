/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-cli-run.h"
#include "rankle-cli-write.h"
#include "rankle-session.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* MODEL is the file of a session, or an archive with one in it. */
gboolean rankle_cli_is_session (const char *model);
/* FALSE: options ask for other rows, or another tolerance, than the window's, which @what
 * ("a picture") has. */
gboolean
rankle_cli_check_rows (const RankleRunOptions *options, const char *what, GError **error);
/* (transfer full): of that file, which says itself what is run: options that do are
 * refused. What has changed since it was saved is said on stderr. */
RankleSession *rankle_cli_load_session (const char             *command,
                                        const RankleRunOptions *options,
                                        RankleEvidence         *evidence,
                                        GError                **error);
/* (transfer full): of that file, or of a model as the window opens it and the options
 * change it, looked at at the end. */
RankleSession    *rankle_cli_open_session (const char       *command,
                                           RankleRunOptions *options,
                                           RankleEvidence   *evidence,
                                           GError          **error);
RankleTrajectory *rankle_cli_run_session (const RankleSession *session, GError **error);
/* (transfer full): as rankle_cli_load_model(), of an archive, too: its model alone. What
 * was left of it is said on stderr. */
RankleModel *
rankle_cli_open_model (const char *command, const char *model, GError **error);
RankleTrajectory *rankle_cli_run_baseline (const RankleSession *session, GError **error);
/* What the window shows of it, and exports unless @look has it otherwise. */
int rankle_cli_simulate_session (const char               *command,
                                 const RankleRunOptions   *options,
                                 const RankleWriteOptions *look);

G_END_DECLS
