/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-integrator-cvode.h"

#include <float.h>
#include <math.h>

/* CVODE keeps a Jacobian for up to 51 steps and a factorisation for 20, and a step's
 * length until it could be half as long again: it takes factorising to be dear. Here the
 * analytic Jacobian costs two right-hand sides and its factors one, so both are renewed
 * early and the step grows as soon as it may. Newton may stop at a fourteenth of the
 * error allowed: what an old matrix leaves of free RANKL, which follows its source within
 * minutes, is noise in the differences by which the next step is chosen. A dose of
 * denosumab takes 307 steps; with a fifth of the error and a matrix kept for 7 steps it
 * took 362, in the same time. */
#define SETUP_STEPS      4
#define NEWTON_TOLERANCE 0.07
#define GROWTH_WORTH_IT  1.2

#if SUNDIALS_VERSION_MAJOR < 7
/* CVODE's own messages go nowhere: every return value becomes a GError. */
static void
ignore_message (
    int code, const char *module, const char *function, char *message, void *data)
{
}
#endif

gboolean
_rankle_cvode_start (void                       *memory,
                     N_Vector                    state,
                     SUNLinearSolver             solver,
                     SUNMatrix                   system,
                     const RankleCvodeFunctions *functions,
                     gpointer                    data)
{
  int bad = 0;

  bad |= CVodeInit (memory, functions->rates, 0, state);
  bad |= CVodeWFtolerances (memory, functions->weights);
  bad |= CVodeSetUserData (memory, data);
  bad |= CVodeSetLinearSolver (memory, solver, system);
  bad |= CVodeSetLinSysFn (memory, functions->system);
  bad |= CVodeSetLSetupFrequency (memory, SETUP_STEPS);
  bad |= CVodeSetJacEvalFrequency (memory, SETUP_STEPS);
  bad |= CVodeSetNonlinConvCoef (memory, NEWTON_TOLERANCE);
  bad |= CVodeSetEtaFixedStepBounds (memory, 0, GROWTH_WORTH_IT);
  bad |= CVodeSetMaxHnilWarns (memory, -1);
#if SUNDIALS_VERSION_MAJOR < 7
  bad |= CVodeSetErrHandlerFn (memory, ignore_message, NULL);
#endif
  return bad == 0;
}

/* Without this bound CVODE would go on to shorten its step
 * before a rate that is undefined, until the step is 0 and its Newton iteration never
 * ends. It is told by the time reached: near 0 there is room for what is over at once,
 * however long the run. */
double
_rankle_cvode_least_step (double time)
{
  return fmax (DBL_EPSILON * fabs (time), DBL_MIN);
}
