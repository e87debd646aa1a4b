/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator.h"

G_BEGIN_DECLS

/* How a run can end early. All but the first name the time and the state. */
typedef enum
{
  RANKLE_FAILURE_STOPPED, /* on purpose */
  RANKLE_FAILURE_NOT_FINITE,
  RANKLE_FAILURE_TOO_MANY_STEPS,
  RANKLE_FAILURE_TOO_FAST,
} RankleFailure;

/* Of all that run: GLib's own way registers the domain of errors twice where two threads
 * fail for the first time at once. */
void _rankle_failure_register (void);

/* All return FALSE. @state: index; @time: reached, in the model's unit. */
gboolean _rankle_failure_set (
    RankleFailure failure, RankleModel *model, guint state, double time, GError **error);
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
