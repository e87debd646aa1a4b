/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-by-hand-run.h"

#include <cvode/cvode.h>
#include <nvector/nvector_serial.h>
#include <sundials/sundials_config.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#if SUNDIALS_VERSION_MAJOR >= 7
#define NO_COMMUNICATOR SUN_COMM_NULL
typedef sunrealtype Real;
#else
#define NO_COMMUNICATOR NULL
typedef realtype Real;
#endif

struct _ByHandRun
{
  ByHand          model;
  SUNContext      context;
  void           *memory;
  N_Vector        state, absolute;
  SUNMatrix       matrix;
  SUNLinearSolver solver;
  long            steps;
};

static void
check (int flag)
{
  if (flag < 0)
    g_error ("CVODE by hand: %d", flag);
}

static int
compute_rates (Real time, N_Vector y, N_Vector dy, void *data)
{
  by_hand_rates (data, time, N_VGetArrayPointer (y), N_VGetArrayPointer (dy));
  return 0;
}

static int
compute_jacobian (Real      time,
                  N_Vector  y,
                  N_Vector  dy,
                  SUNMatrix jacobian,
                  void     *data,
                  N_Vector  scratch_1,
                  N_Vector  scratch_2,
                  N_Vector  scratch_3)
{
  by_hand_jacobian (data, time, N_VGetArrayPointer (y), SUNDenseMatrix_Data (jacobian));
  return 0;
}

ByHandRun *
by_hand_run_new (double        relative,
                 const double *absolute,
                 long          setup_steps,
                 double        newton,
                 double        growth)
{
  ByHandRun *self = g_new0 (ByHandRun, 1);

  by_hand_init (&self->model);
  check (SUNContext_Create (NO_COMMUNICATOR, &self->context));
  self->state = N_VNew_Serial (BY_HAND_N_STATES, self->context);
  self->absolute = N_VNew_Serial (BY_HAND_N_STATES, self->context);
  for (guint i = 0; i < BY_HAND_N_STATES; i++)
    N_VGetArrayPointer (self->absolute)[i] = absolute[i];
  self->matrix = SUNDenseMatrix (BY_HAND_N_STATES, BY_HAND_N_STATES, self->context);
  self->solver = SUNLinSol_Dense (self->state, self->matrix, self->context);
  self->memory = CVodeCreate (CV_BDF, self->context);
  check (CVodeInit (self->memory, compute_rates, 0, self->state));
  check (CVodeSVtolerances (self->memory, relative, self->absolute));
  check (CVodeSetUserData (self->memory, &self->model));
  check (CVodeSetLinearSolver (self->memory, self->solver, self->matrix));
  check (CVodeSetJacFn (self->memory, compute_jacobian));
  check (CVodeSetMaxNumSteps (self->memory, 100000));
  if (setup_steps > 0)
    {
      check (CVodeSetLSetupFrequency (self->memory, setup_steps));
      check (CVodeSetJacEvalFrequency (self->memory, setup_steps));
    }
  if (newton > 0)
    check (CVodeSetNonlinConvCoef (self->memory, newton));
  if (growth > 0)
    check (CVodeSetEtaFixedStepBounds (self->memory, 0, growth));
  return self;
}

void
by_hand_run_free (ByHandRun *run)
{
  CVodeFree (&run->memory);
  SUNLinSolFree (run->solver);
  SUNMatDestroy (run->matrix);
  N_VDestroy (run->state);
  N_VDestroy (run->absolute);
  SUNContext_Free (&run->context);
  g_free (run);
}

static void
write_row (ByHandRun *self, double time, double *row)
{
  const double *state = N_VGetArrayPointer (self->state);

  for (guint i = 0; i < BY_HAND_N_STATES; i++)
    row[i] = state[i];
  by_hand_observe (&self->model, time, row, row + BY_HAND_N_STATES);
}

/* The rows above @from, up to @to. Returns the next one. */
static guint
run_segment (ByHandRun        *self,
             const ByHandPlan *plan,
             double            from,
             double            to,
             guint             next,
             double           *rows)
{
  Real reached = from;
  long steps = 0;

  check (CVodeReInit (self->memory, from, self->state));
  check (CVodeSetStopTime (self->memory, to));
  for (; next < plan->n_times && plan->times[next] <= to; next++)
    {
      check (CVode (self->memory, plan->times[next], self->state, &reached, CV_NORMAL));
      write_row (self, plan->times[next], rows + next * BY_HAND_N_COLUMNS);
    }
  if (reached < to)
    check (CVode (self->memory, to, self->state, &reached, CV_NORMAL));
  check (CVodeGetNumSteps (self->memory, &steps));
  self->steps += steps;
  return next;
}

void
by_hand_run_go (ByHandRun *run, const ByHandPlan *plan, double *rows)
{
  double *state = N_VGetArrayPointer (run->state);
  double  time = 0, end = plan->times[plan->n_times - 1];
  guint   next = 1;

  run->steps = 0;
  by_hand_get_initial (&run->model, state);
  write_row (run, 0, rows);
  for (guint i = 0; i <= plan->n_doses; i++)
    {
      double until = i < plan->n_doses ? plan->dose_times[i] : end;

      next = run_segment (run, plan, time, until, next, rows);
      if (i < plan->n_doses)
        state[0] += plan->dose;
      time = until;
    }
}

long
by_hand_run_get_steps (const ByHandRun *run)
{
  return run->steps;
}
