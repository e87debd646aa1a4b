/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* (transfer full): what a run of the session's scenario is called when it is kept: what
 * was changed of what was given, or of the run that was kept before, whichever is less to
 * say. @rival (nullable): that it is asked of this model instead. No other kept run has
 * that name. The session has a model. */
char *rankle_kept_name_in_words (const RankleSession *session, RankleModel *rival);

G_END_DECLS
