/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-by-hand.h"

/* Runs of the hand-written model: CVODE's BDF, dense solver, analytic Jacobian, as its
 * manual's examples have it. */

G_BEGIN_DECLS

typedef struct _ByHandRun ByHandRun;

typedef struct
{
  const double *times; /* ascending, from 0 */
  guint         n_times;
  const double *dose_times; /* within the times, ascending, above 0 */
  guint         n_doses;
  double        dose; /* [mg] into the depot */
} ByHandPlan;

enum
{
  BY_HAND_N_COLUMNS = BY_HAND_N_STATES + BY_HAND_N_OBSERVABLES,
};

/* @absolute: BY_HAND_N_STATES tolerances; copied. @setup_steps: how long a factorisation
 * is kept; 0: as CVODE is when nobody asks. @newton: @growth: likewise, where Newton
 * stops, and from which factor on a step grows. */
ByHandRun *by_hand_run_new (double        relative,
                            const double *absolute,
                            long          setup_steps,
                            double        newton,
                            double        growth);
void       by_hand_run_free (ByHandRun *run);

/* @rows: n_times × BY_HAND_N_COLUMNS, states before observables; the row at a dose is the
 * state before it. */
void by_hand_run_go (ByHandRun *run, const ByHandPlan *plan, double *rows);
/* Of the last run. */
long by_hand_run_get_steps (const ByHandRun *run);

G_END_DECLS
