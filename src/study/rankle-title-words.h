/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* What stands over a session: its scenario's title, as long as that is true. */

/* The scenario that was chosen asks nothing of the session's model. */
gboolean rankle_session_asks_nothing (const RankleSession *session);

/* (transfer full) (nullable): "Healthy adult", "Healthy adult, changed: OPG × 5.3", "As
 * in the file"; NULL where nothing was chosen that has a title. @brief (out) (transfer
 * full) (nullable) (optional): the same where there is less room, "Healthy adult,
 * changed". */
char *rankle_session_title_in_words (const RankleSession *session, char **brief);

G_END_DECLS
