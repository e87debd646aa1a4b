/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator-wide-private.h"
#include "rankle-integrator.h"
#include "rankle-workspace.h"

/* The solver as the run and the steady state see it, without SUNDIALS' names. */

G_BEGIN_DECLS

/* From this relative tolerance on Rodas4P2 is at once quicker and more exact than BDF. */
#define RANKLE_COARSE 5e-4

/* Gets ready for @protocol: memory for its model, parameters, initial state, tolerances,
 * no infusion. */
gboolean _rankle_integrator_prepare (RankleIntegrator  *self,
                                     RankleProtocol    *protocol,
                                     const atomic_bool *stop,
                                     GError           **error);

/* (nullable): for several runs of @model abreast; borrowed, valid until another model is
 * asked for. NULL: they cannot be made so. */
RankleWideIntegrator *_rankle_integrator_widen (RankleIntegrator *self,
                                                RankleModel      *model);

/* All borrowed, valid until the next prepare. */
RankleWorkspace     *_rankle_integrator_workspace (RankleIntegrator *self);
RankleRunStatistics *_rankle_integrator_statistics (RankleIntegrator *self);
double              *_rankle_integrator_state (
                 RankleIntegrator *self); /* n_states: free to change before a restart */
double *
_rankle_integrator_infusion (RankleIntegrator *self); /* n_states: added to the rates */
const double *
_rankle_integrator_absolute (RankleIntegrator *self); /* n_states: tolerances */

/* @frozen: the model's time stands still at 0. */
void _rankle_integrator_freeze_time (RankleIntegrator *self, gboolean frozen);

/* Starts afresh from the state at @time, not to step beyond @limit, which is later. */
gboolean _rankle_integrator_restart (RankleIntegrator *self,
                                     double            time,
                                     double            limit,
                                     GError          **error);
/* One step; *@time is where it came to, the state what it is there. */
gboolean _rankle_integrator_step (RankleIntegrator *self, double *time, GError **error);
/* The state at a time within the last step, valid until anything else is asked. */
const double *
_rankle_integrator_interpolate (RankleIntegrator *self, double time, GError **error);
/* The state becomes what it was at a time within the last step: for a restart there. */
gboolean
_rankle_integrator_step_back (RankleIntegrator *self, double time, GError **error);

/* One Newton step towards rates = 0: @step = -J⁻¹ rates at @state. FALSE: J is singular,
 * or so near to it, measured in each state's @scale (> 0), that no digit would be right.
 */
gboolean _rankle_integrator_newton (RankleIntegrator *self,
                                    const double     *state,
                                    const double     *scale,
                                    double           *step);

G_END_DECLS
