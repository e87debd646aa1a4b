/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* (transfer full): the run of a session as comma-separated values, with what was asked
 * ahead, in the words of rankle-cli: the same bytes from the window and from the command
 * line. @trajectory: of the session's question. */
char *rankle_session_table_format (const RankleSession    *session,
                                   const RankleTrajectory *trajectory,
                                   gsize                  *length);
/* (transfer full): what was asked, a line each, ended by NULL. @protocol: of the
 * session's question. */
char **rankle_session_table_list_notes (const RankleSession  *session,
                                        const RankleProtocol *protocol);

G_END_DECLS
