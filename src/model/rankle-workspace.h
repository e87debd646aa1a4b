/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"
#include "rankle-sparsity.h"

G_BEGIN_DECLS

/**
 * RankleWorkspace:
 *
 * One thread's registers for evaluating a model. Not thread safe; cheap to make (no
 * compilation). After rankle_workspace_set_parameters() everything below is a pure
 * function of its arguments. Units are the model's own throughout.
 */
typedef struct _RankleWorkspace RankleWorkspace;

RankleWorkspace *rankle_workspace_new (RankleModel *model);
void             rankle_workspace_free (RankleWorkspace *workspace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleWorkspace, rankle_workspace_free)

/* @parameters: n_parameters values, or NULL for the defaults; NaN means "the default"
 * (for a derived parameter: derive it from the others). Evaluates all that depends on
 * parameters only. */
void   rankle_workspace_set_parameters (RankleWorkspace *workspace,
                                        const double    *parameters);
double rankle_workspace_get_parameter (const RankleWorkspace *workspace, guint index);

/* States that have no rate, whatever their formulas say: those of which @held, n_states
 * truths, is true; NULL: none. It is copied, and holds until the next call. */
void rankle_workspace_hold (RankleWorkspace *workspace, const gboolean *held);
/* NULL: none is held. Owned by the workspace. */
const gboolean *rankle_workspace_get_held (const RankleWorkspace *workspace);

/* Initial values under the present parameters, initial assignments evaluated. */
void rankle_workspace_get_initial (const RankleWorkspace *workspace, double *state);

/* Times at which a condition of the form "time against a formula of parameters" changes,
 * ascending: the rates may jump there. Owned by the workspace, valid until the next
 * set_parameters. */
const double *rankle_workspace_get_breakpoints (const RankleWorkspace *workspace,
                                                guint                 *n);

/* Some rate depends on time itself. */
gboolean rankle_workspace_follows_time (const RankleWorkspace *workspace);

/* The rates have functions of time of which no formula tells when they change
 * (rankle-forcing.h): a pulse by a remainder, a sine. */
gboolean rankle_workspace_is_forced (const RankleWorkspace *workspace);
/* The first moment after @from at which one of them may jump; @until at the latest. */
double rankle_workspace_find_jump (RankleWorkspace *workspace, double from, double until);
/* Between two such moments: how far they reach, for the steps from there on. */
void
rankle_workspace_measure_forcing (RankleWorkspace *workspace, double from, double until);
/* How long a step may be, @longest at most, in which they move by no more than a quarter
 * of that. */
double
rankle_workspace_find_calm (RankleWorkspace *workspace, double from, double longest);

/* d(state)/d(time) [state unit per time unit]. */
void rankle_workspace_rates (RankleWorkspace *workspace,
                             double           time,
                             const double    *state,
                             double          *rates);
/* d(rates)/d(state), in the order of the model's sparsity. */
void rankle_workspace_jacobian (RankleWorkspace *workspace,
                                double           time,
                                const double    *state,
                                double          *entries);
void rankle_workspace_observables (RankleWorkspace *workspace,
                                   double           time,
                                   const double    *state,
                                   double          *values);

/* The model's own events (rankle-timed-event.h): which of them hold their triggers true,
 * n_events truths, and what they would assign, n_event_values numbers. */
void rankle_workspace_triggers (RankleWorkspace *workspace,
                                double           time,
                                const double    *state,
                                gboolean        *triggers);
void rankle_workspace_event_values (RankleWorkspace *workspace,
                                    double           time,
                                    const double    *state,
                                    double          *values);

/* The observables at RANKLE_LANES times at once, for much less than as many calls take;
 * without those that the model hides, unless @hidden. Number i of lane l is at
 * [i * RANKLE_LANES + l] of @states and @values. */
void rankle_workspace_observables_wide (RankleWorkspace *workspace,
                                        gboolean         hidden,
                                        const double    *times,
                                        const double    *states,
                                        double          *values);

/* Of the Jacobian. Owned by the model. */
const RankleSparsity *rankle_model_get_sparsity (const RankleModel *model);

G_END_DECLS
