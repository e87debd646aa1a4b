/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* (transfer full): @session with the table at @path in the place of what it has of the
 * kind, read as the names in it say; time 0 is the first dose, or the start of a run
 * without one. How it was read is said on stderr. Refused where something would have to
 * be asked: the unit of time, or what a quantity is in the model. */
RankleSession *rankle_cli_observe (const char    *command,
                                   RankleSession *session,
                                   const char    *path,
                                   GError       **error);

G_END_DECLS
