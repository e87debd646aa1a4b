/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdatomic.h>

#include "rankle-trajectory.h"

G_BEGIN_DECLS

#define RANKLE_SIM_ERROR (rankle_sim_error_quark ())

/**
 * RankleSimError:
 * @RANKLE_SIM_ERROR_FAILED: the solver could not go on; the message says at what time
 * and, where it can be told, which state
 * @RANKLE_SIM_ERROR_NOT_FINITE: a rate or state became infinite or undefined; likewise
 * @RANKLE_SIM_ERROR_NO_STEADY_STATE: none was found within the time given
 * A run that was stopped on purpose ends with G_IO_ERROR_CANCELLED.
 */
typedef enum
{
  RANKLE_SIM_ERROR_FAILED,
  RANKLE_SIM_ERROR_NOT_FINITE,
  RANKLE_SIM_ERROR_NO_STEADY_STATE,
} RankleSimError;

GQuark rankle_sim_error_quark (void);
/* (transfer none) (nullable): what was computed until the failure, of a run that came
 * beyond its first row. Copies of the error share it. */
RankleTrajectory *rankle_sim_error_get_partial (const GError *error);

/**
 * RankleIntegrator:
 *
 * CVODE's memory for one model after another, reused from run to run as long as the model
 * stays the same. Belongs to the thread that made it.
 */
typedef struct _RankleIntegrator RankleIntegrator;

RankleIntegrator *rankle_integrator_new (void);
void              rankle_integrator_free (RankleIntegrator *integrator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleIntegrator, rankle_integrator_free)

/* @stop (nullable): read by the right-hand side; a run ends soon after it becomes true.
 */
RankleTrajectory *rankle_integrator_run (RankleIntegrator  *integrator,
                                         RankleProtocol    *protocol,
                                         const atomic_bool *stop,
                                         GError           **error);

/* As many runs, at most RANKLE_LANES (rankle-workspace.h), as there are protocols, which
 * are sealed by this call: each of @trajectories (transfer full) or of @errors is NULL.
 * Those whose schedules agree share their steps and are made in less than half the time;
 * they are as exact as runs made alone, and differ from them by less than their error.
 * Who breaks down says so as it would alone. */
void rankle_integrator_run_abreast (RankleIntegrator  *integrator,
                                    guint              n,
                                    RankleProtocol   **protocols,
                                    const atomic_bool *stop,
                                    RankleTrajectory **trajectories,
                                    GError           **errors);

/* The steady state of @protocol's model, parameters and running infusions without its
 * doses and without what the model itself does at a time: settles from its initial state,
 * then polishes by Newton with the analytic Jacobian. @state: n_states values. */
gboolean rankle_integrator_find_steady_state (RankleIntegrator  *integrator,
                                              RankleProtocol    *protocol,
                                              const atomic_bool *stop,
                                              double            *state,
                                              GError           **error);

G_END_DECLS
