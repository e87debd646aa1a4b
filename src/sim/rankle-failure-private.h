/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-breakdown-private.h"
#include "rankle-integrator.h"

G_BEGIN_DECLS

/* Of all that run: GLib's own way registers the domain of errors twice where two threads
 * fail for the first time at once. */
void _rankle_failure_register (void);

/* All return FALSE. @state: index. */
gboolean _rankle_failure_set (const RankleBreakdown *breakdown,
                              RankleModel           *model,
                              GError               **error);
gboolean _rankle_failure_set_initial (RankleModel *model, guint state, GError **error);
/* @change: of its own size, in @horizon */
gboolean _rankle_failure_set_drift (
    RankleModel *model, guint state, double change, double horizon, GError **error);
/* What rests as the model stands at its start does not at @time. */
gboolean
_rankle_failure_set_forced (RankleModel *model, guint state, double time, GError **error);

/* @error: of RANKLE_SIM_ERROR. Takes @partial. */
void _rankle_failure_take_partial (GError *error, RankleTrajectory *partial);

G_END_DECLS
