/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture.h"

G_BEGIN_DECLS

/* (transfer full): RankleKeptResult, what comes of the session's kept runs that are seen;
 * what it borrows lives as long as it, and as the session. */
GArray *rankle_cli_run_kept (const RankleSession *session);

G_END_DECLS
