/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* What stands over a session: its scenario's title, as long as that is true. */

/* The scenario that was chosen asks nothing of the session's model. */
gboolean rankle_session_asks_nothing (const RankleSession *session);

/* (transfer full) (nullable): "Healthy adult", "Healthy adult, changed", "As in the
 * file"; NULL where nothing was chosen that has a title. */
char *rankle_session_title_in_words (const RankleSession *session);
/* Likewise: "Healthy adult, changed: OPG × 5.3". */
char *rankle_session_title_in_full (const RankleSession *session);

G_END_DECLS
