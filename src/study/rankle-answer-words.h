/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* (transfer full): the answer in a sentence, made from @run, which answers @session, and
 * its model's @baseline: what was changed, and what becomes of what the model's sidecar
 * lists, or of what is plotted. The scenario's own description while nothing is changed
 * and it holds. */
char *rankle_answer_in_words (const RankleSession    *session,
                              const RankleTrajectory *run,
                              const RankleTrajectory *baseline);

G_END_DECLS
