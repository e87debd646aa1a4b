/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one file that knows SUNDIALS: CVODE's BDF method with a dense direct solver and the
 * model's analytic Jacobian.
 *
 * What the right-hand side returns: 0; a positive number when a rate is not finite, for
 * CVODE to try again with a smaller step; -1 when the run is to stop. It never writes
 * into the state.
 *
 * Negative excursions: a state is never repaired. A quantity that cannot be negative may
 * still leave the solver a few tolerances below zero; what is reported of it is then 0
 * (rankle-run.c).
 *
 * Tolerances: where the protocol gives no absolute one, a state's is a hundredth of the
 * relative tolerance times its initial magnitude, or for a state that starts at 0, a
 * ten-thousandth of the relative tolerance in the state's own unit. */

#include "rankle-integrator-private.h"

#include <cvode/cvode.h>
#include <gio/gio.h>
#include <math.h>
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

/* More steps than any sound run here takes by two orders of magnitude. */
#define MAX_STEPS 1000000

/* CVODE keeps a Jacobian for up to 51 steps and a factorisation for 20, and stops Newton at a tenth of
 * the error allowed. What Newton leaves undone then reads as error of the step, and half of the steps are
 * spent on that. Here the analytic Jacobian costs three right-hand sides, so it is renewed early:
 * denosumab's half year takes 390 steps in place of 759. */
#define SETUP_STEPS 8
#define NEWTON_TOLERANCE 0.03

struct _RankleIntegrator
{
  RankleModel        *model; /* (owned) (nullable): what the memory below is for */
  RankleWorkspace    *workspace;
  guint               n;
  SUNContext          context;
  void               *memory; /* CVODE's */
  N_Vector            state, absolute, scratch;
  SUNMatrix           matrix;
  SUNLinearSolver     solver;
  double             *infusion;
  gboolean            infusing; /* some infusion is not 0: undefined before a restart */
  double             *entries;  /* the sparse Jacobian's */
  gboolean            started;  /* CVodeInit was called */
  gboolean            frozen;
  double              relative;
  const atomic_bool  *stop;       /* Borrowed for the run (nullable) */
  int                 not_finite; /* state whose rate last was not finite, or -1 */
  double              time;       /* reached */
  RankleRunStatistics statistics;
};

G_DEFINE_QUARK (rankle - sim - error - quark, rankle_sim_error)

static gboolean
is_stopped (RankleIntegrator *self)
{
  return self->stop != NULL && atomic_load_explicit (self->stop, memory_order_relaxed);
}

static int
compute_rates (Real time, N_Vector y, N_Vector dy, void *data)
{
  RankleIntegrator *self = data;
  const double     *state = N_VGetArrayPointer (y);
  double           *rates = N_VGetArrayPointer (dy);

  self->statistics.rate_calls++;
  if (is_stopped (self))
    return -1;
  rankle_workspace_rates (self->workspace, self->frozen ? 0 : time, state, rates);
  for (guint i = 0; i < self->n; i++)
    {
      if (self->infusing)
        rates[i] += self->infusion[i];
      if (!isfinite (rates[i]))
        {
          self->not_finite = (int)i;
          return 1;
        }
    }
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
  RankleIntegrator     *self = data;
  const RankleSparsity *pattern = rankle_model_get_sparsity (self->model);

  self->statistics.jacobian_calls++;
  rankle_workspace_jacobian (self->workspace, self->frozen ? 0 : time,
                             N_VGetArrayPointer (y), self->entries);
  /* CVODE has set the matrix to zero. */
  for (guint j = 0; j < self->n; j++)
    {
      double *column = SUNDenseMatrix_Column (jacobian, j);

      for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
        {
          if (!isfinite (self->entries[k]))
            return 1;
          column[pattern->rows[k]] = self->entries[k];
        }
    }
  return 0;
}

static void
release (RankleIntegrator *self)
{
  if (self->model == NULL)
    return;

  CVodeFree (&self->memory);
  SUNLinSolFree (self->solver);
  SUNMatDestroy (self->matrix);
  N_VDestroy (self->state);
  N_VDestroy (self->absolute);
  N_VDestroy (self->scratch);
  g_clear_pointer (&self->workspace, rankle_workspace_free);
  g_clear_pointer (&self->infusion, g_free);
  g_clear_pointer (&self->entries, g_free);
  g_clear_pointer (&self->model, rankle_model_unref);
}

#if SUNDIALS_VERSION_MAJOR < 7
/* CVODE's own messages go nowhere: every return value becomes a GError. */
static void
ignore_message (
    int code, const char *module, const char *function, char *message, void *data)
{
}
#endif

static void
allocate (RankleIntegrator *self, RankleModel *model)
{
  /* SUNDIALS refuses vectors of length 0: a model without states gets one that stands
   * still. */
  sunindextype n = MAX (1, (sunindextype)rankle_model_get_n_states (model));

  self->model = rankle_model_ref (model);
  self->workspace = rankle_workspace_new (model);
  self->n = rankle_model_get_n_states (model);
  self->infusion = g_new0 (double, n);
  self->entries = g_new0 (double, rankle_model_get_sparsity (model)->n_entries + 1);
  self->state = N_VNew_Serial (n, self->context);
  self->absolute = N_VNew_Serial (n, self->context);
  self->scratch = N_VNew_Serial (n, self->context);
  self->matrix = SUNDenseMatrix (n, n, self->context);
  self->solver = SUNLinSol_Dense (self->state, self->matrix, self->context);
  self->memory = CVodeCreate (CV_BDF, self->context);
  self->started = FALSE;
  g_assert (self->memory != NULL && self->solver != NULL);
}

RankleIntegrator *
rankle_integrator_new (void)
{
  RankleIntegrator *self = g_new0 (RankleIntegrator, 1);

  if (SUNContext_Create (NO_COMMUNICATOR, &self->context) != 0)
    g_error ("SUNDIALS gave no context");
#if SUNDIALS_VERSION_MAJOR >= 7
  SUNContext_ClearErrHandlers (self->context);
#endif
  return self;
}

void
rankle_integrator_free (RankleIntegrator *integrator)
{
  if (integrator == NULL)
    return;

  release (integrator);
  SUNContext_Free (&integrator->context);
  g_free (integrator);
}

/* CVODE wants a start before it takes anything else; the values come with each restart.
 */
static gboolean
start_memory (RankleIntegrator *self)
{
  int bad = 0;

  if (self->started)
    return TRUE;
  bad |= CVodeInit (self->memory, compute_rates, 0, self->state);
  bad |= CVodeSVtolerances (self->memory, self->relative, self->absolute);
  bad |= CVodeSetUserData (self->memory, self);
  bad |= CVodeSetLinearSolver (self->memory, self->solver, self->matrix);
  bad |= CVodeSetJacFn (self->memory, compute_jacobian);
  bad |= CVodeSetLSetupFrequency (self->memory, SETUP_STEPS);
  bad |= CVodeSetJacEvalFrequency (self->memory, SETUP_STEPS);
  bad |= CVodeSetNonlinConvCoef (self->memory, NEWTON_TOLERANCE);
  bad |= CVodeSetMaxHnilWarns (self->memory, -1);
#if SUNDIALS_VERSION_MAJOR < 7
  bad |= CVodeSetErrHandlerFn (self->memory, ignore_message, NULL);
#endif
  self->started = bad == 0;
  return self->started;
}

static void
set_initial (RankleIntegrator *self, RankleProtocol *protocol)
{
  const double *given = rankle_protocol_get_initial (protocol);
  double       *state = N_VGetArrayPointer (self->state);
  double       *absolute = N_VGetArrayPointer (self->absolute);
  double        fixed = rankle_protocol_get_absolute_tolerance (protocol);

  N_VConst (0, self->state);
  N_VConst (1, self->absolute);
  rankle_workspace_get_initial (self->workspace, state);
  for (guint i = 0; i < self->n; i++)
    {
      if (!isnan (given[i]))
        state[i] = given[i];
      if (fixed > 0)
        absolute[i] = fixed;
      else if (fabs (state[i]) > 0)
        absolute[i] = 1e-2 * self->relative * fabs (state[i]);
      else
        absolute[i] = 1e-4 * self->relative;
    }
}

static gboolean
check_initial (RankleIntegrator *self, GError **error)
{
  const double *state = N_VGetArrayPointer (self->state);

  for (guint i = 0; i < self->n; i++)
    if (!isfinite (state[i]))
      {
        g_set_error (
            error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE,
            "The run cannot start: the initial value of %s is not a finite number",
            rankle_model_get_state (self->model, i)->id);
        return FALSE;
      }
  return TRUE;
}

gboolean
_rankle_integrator_prepare (RankleIntegrator  *self,
                            RankleProtocol    *protocol,
                            const atomic_bool *stop,
                            GError           **error)
{
  RankleModel *model = rankle_protocol_get_model (protocol);

  if (self->model != model)
    {
      release (self);
      allocate (self, model);
    }
  self->stop = stop;
  self->frozen = FALSE;
  self->relative = rankle_protocol_get_relative_tolerance (protocol);
  self->statistics = (RankleRunStatistics){ 0 };
  for (guint i = 0; i < self->n; i++)
    self->infusion[i] = 0;
  rankle_workspace_set_parameters (self->workspace,
                                   rankle_protocol_get_parameters (protocol));
  set_initial (self, protocol);
  return check_initial (self, error);
}

RankleWorkspace *
_rankle_integrator_workspace (RankleIntegrator *self)
{
  return self->workspace;
}

RankleRunStatistics *
_rankle_integrator_statistics (RankleIntegrator *self)
{
  return &self->statistics;
}

double *
_rankle_integrator_state (RankleIntegrator *self)
{
  return N_VGetArrayPointer (self->state);
}

double *
_rankle_integrator_infusion (RankleIntegrator *self)
{
  return self->infusion;
}

const double *
_rankle_integrator_absolute (RankleIntegrator *self)
{
  return N_VGetArrayPointer (self->absolute);
}

void
_rankle_integrator_freeze_time (RankleIntegrator *self, gboolean frozen)
{
  self->frozen = frozen;
}

/* The state that changes fastest against its tolerance: the one to name when a run breaks
 * down. */
static guint
find_culprit (RankleIntegrator *self)
{
  const double *state = N_VGetArrayPointer (self->state);
  const double *absolute = N_VGetArrayPointer (self->absolute);
  double       *rates = N_VGetArrayPointer (self->scratch);
  double        worst = -1;
  guint         culprit = 0;

  rankle_workspace_rates (self->workspace, self->frozen ? 0 : self->time, state, rates);
  for (guint i = 0; i < self->n; i++)
    {
      double speed = fabs (rates[i]) / (self->relative * fabs (state[i]) + absolute[i]);

      if (!isfinite (speed))
        return i;
      if (speed > worst)
        {
          worst = speed;
          culprit = i;
        }
    }
  return culprit;
}

/* " days": with a space ahead, or nothing where the model names no unit. */
static const char *
time_words (RankleIntegrator *self)
{
  static const char *const words[][2] = {
    { "day", " days" },
    { "hour", " hours" },
    { "minute", " minutes" },
    { "second", " seconds" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (rankle_model_get_time_unit (self->model), words[i][0]) == 0)
      return words[i][1];
  return "";
}

/* Always FALSE. The sentence has no full stop: more may follow it. */
static gboolean
fail (RankleIntegrator *self,
      RankleSimError    code,
      guint             state,
      const char       *what,
      GError          **error)
{
  const char *id =
      state < self->n ? rankle_model_get_state (self->model, state)->id : "the model";

  g_set_error (error, RANKLE_SIM_ERROR, code, "The run stopped at %.6g%s: %s %s",
               self->time, time_words (self), id, what);
  return FALSE;
}

static gboolean
report (RankleIntegrator *self, int flag, GError **error)
{
  if (is_stopped (self))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                           "The run was stopped");
      return FALSE;
    }
  if (self->not_finite >= 0)
    return fail (self, RANKLE_SIM_ERROR_NOT_FINITE, (guint)self->not_finite,
                 "changes at a rate that is infinite or undefined", error);
  if (flag == CV_TOO_MUCH_WORK)
    return fail (self, RANKLE_SIM_ERROR_FAILED, find_culprit (self),
                 "needs too many steps", error);
  return fail (self, RANKLE_SIM_ERROR_FAILED, find_culprit (self),
               "changes too fast for the solver to follow", error);
}

gboolean
_rankle_integrator_restart (RankleIntegrator *self,
                            double            time,
                            double            limit,
                            GError          **error)
{
  int bad = 0;

  self->time = time;
  self->not_finite = -1;
  self->infusing = FALSE;
  for (guint i = 0; i < self->n; i++)
    self->infusing |= fabs (self->infusion[i]) > 0;
  if (!start_memory (self))
    return fail (self, RANKLE_SIM_ERROR_FAILED, 0, "cannot be given to the solver",
                 error);
  bad |= CVodeReInit (self->memory, time, self->state);
  bad |= CVodeSVtolerances (self->memory, self->relative, self->absolute);
  bad |= CVodeSetStopTime (self->memory, limit);
  self->statistics.restarts++;
  return bad == 0 || report (self, bad, error);
}

gboolean
_rankle_integrator_step (RankleIntegrator *self, double *time, GError **error)
{
  Real reached = self->time;
  int  flag;

  self->not_finite = -1;
  if (self->statistics.steps++ >= MAX_STEPS)
    return report (self, CV_TOO_MUCH_WORK, error);
  /* In this mode the target tells only the direction. */
  flag = CVode (self->memory, self->time + 1, self->state, &reached, CV_ONE_STEP);
  self->time = reached;
  if (flag < 0)
    return report (self, flag, error);
  *time = reached;
  return TRUE;
}

gboolean
_rankle_integrator_interpolate (RankleIntegrator *self,
                                double            time,
                                double           *state,
                                GError          **error)
{
  const double *values = N_VGetArrayPointer (self->scratch);
  int           flag = CVodeGetDky (self->memory, time, 0, self->scratch);

  if (flag < 0)
    return report (self, flag, error);
  for (guint i = 0; i < self->n; i++)
    state[i] = values[i];
  return TRUE;
}

gboolean
_rankle_integrator_newton (RankleIntegrator *self, const double *state, double *step)
{
  N_Vector right = self->scratch, solution = N_VClone (self->scratch),
           y = N_VClone (self->scratch);
  double  *values = N_VGetArrayPointer (y);
  gboolean solved = FALSE;

  N_VConst (0, y);
  for (guint i = 0; i < self->n; i++)
    values[i] = state[i];
  SUNMatZero (self->matrix);
  if (compute_rates (0, y, right, self) == 0 &&
      compute_jacobian (0, y, right, self->matrix, self, NULL, NULL, NULL) == 0)
    {
      N_VScale (-1, right, right);
      solved = SUNLinSolSetup (self->solver, self->matrix) == 0 &&
               SUNLinSolSolve (self->solver, self->matrix, solution, right, 0) == 0;
      for (guint i = 0; solved && i < self->n; i++)
        {
          step[i] = N_VGetArrayPointer (solution)[i];
          solved = isfinite (step[i]);
        }
    }
  N_VDestroy (solution);
  N_VDestroy (y);
  return solved;
}
