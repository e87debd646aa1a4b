/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one file that knows SUNDIALS: CVODE's BDF method with a direct solver of our own
 * and the model's analytic Jacobian; and, for runs that are only glanced at, our own
 * rankle-rosenbrock.c with the same rates, matrix and tolerances.
 *
 * What the right-hand side returns: 0; a positive number when a rate is not finite, for
 * CVODE to try again with a smaller step; -1 when the run is to stop. It never writes
 * into the state.
 *
 * Negative excursions: a state is never repaired. A quantity that cannot be negative may
 * still leave the solver a few tolerances below zero; what is reported of it is then 0
 * (rankle-run.c), and where the rates are undefined there they are asked of 0.
 *
 * Segments: the solver works from one discontinuity to the next, and what it asks at the
 * two ends must be answered from within. The model is therefore never asked about the
 * ends themselves but about the nearest number inside: "time > 40" and "time >= 40" then
 * both change exactly between two segments, and no step sees both sides. */

#include "rankle-integrator-private.h"

#include <cvode/cvode.h>
#include <float.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include "rankle-failure-private.h"
#include "rankle-integrator-cvode.h"
#include "rankle-integrator-linear.h"
#include "rankle-integrator-vector.h"
#include "rankle-rosenbrock.h"
#include "rankle-tolerance-private.h"
#include "rankle-trail-private.h"
#include "rankle-trajectory-private.h"

/* In one segment a model of few states may take so many steps, and a large one as many as
 * take so long. A model that cycles takes hundreds of steps a cycle for as long as it is
 * asked to: the bound is there for what would not end in the user's time. */
#define MAX_STEPS  1000000
#define MIN_STEPS  100000
#define MAX_VALUES 50000000 /* steps times states */

/* A pivot this small beside the largest one is rounding. */
#define SINGULAR 1e-13

struct _RankleIntegrator
{
  RankleModel          *model; /* (owned) (nullable): what the memory below is for */
  RankleWorkspace      *workspace;
  guint                 n;
  SUNContext            context;
  void                 *memory; /* CVODE's */
  RankleRosenbrock     *rosenbrock;
  RankleWideIntegrator *wide; /* (owned) (nullable): of the same model; made when asked */
  gboolean              coarse;   /* by rosenbrock, not by CVODE */
  gboolean              tried;    /* the other method has taken over in this segment */
  gboolean              troubled; /* rates were undefined in this segment */
  RankleTrail          *trail;
  N_Vector              state, absolute, scratch;
  SUNMatrix             system; /* I - γ J, for the steps */
  SUNLinearSolver       solver;
  SUNMatrix             matrix; /* dense: J alone, for the steady state: made then */
  SUNLinearSolver       dense_solver; /* likewise */
  double               *infusion;
  double               *lifted;   /* a state without what is a little below 0 */
  gboolean              infusing; /* some infusion is not 0: undefined before a restart */
  gboolean              started;  /* CVodeInit was called */
  gboolean              frozen;
  double                relative;
  double                learnt; /* of a state's largest value: what it may be wrong by */
  const atomic_bool    *stop;   /* Borrowed for the run (nullable) */
  int                   not_finite; /* state whose rate last was not finite, or -1 */
  double                time;       /* reached */
  double                calm;       /* until when functions of time move little */
  double                limit;      /* of the segment */
  double              first, last; /* times within it that the model may be asked about */
  guint               steps_left;  /* in the segment */
  RankleRunStatistics statistics;
};

static gboolean
is_stopped (RankleIntegrator *self)
{
  return self->stop != NULL && atomic_load_explicit (self->stop, memory_order_relaxed);
}

static inline double
model_time (RankleIntegrator *self, double time)
{
  return self->frozen ? 0 : CLAMP (time, self->first, self->last);
}

/* The state, where what the solver left a little below 0 is 0: what has washed out has a
 * root and a power that is no whole number. */
static const double *
lift (RankleIntegrator *self, const double *state)
{
  const double *absolute = N_VGetArrayPointer (self->absolute);

  for (guint i = 0; i < self->n; i++)
    self->lifted[i] =
        state[i] < 0 && state[i] >= -RANKLE_SMALL_EXCURSION * absolute[i] ? 0 : state[i];
  return self->lifted;
}

/* The first number that is none, or -1. */
static int
find_not_finite (const double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!isfinite (values[i]))
      return (int)i;
  return -1;
}

static int
ask_rates (gpointer data, double time, const double *state, double *rates)
{
  RankleIntegrator *self = data;
  double            inside = model_time (self, time);

  self->statistics.rate_calls++;
  if (is_stopped (self))
    return -1;
  rates[0] = 0; /* of a model without states */
  rankle_workspace_rates (self->workspace, inside, state, rates);
  if (find_not_finite (rates, self->n) >= 0)
    rankle_workspace_rates (self->workspace, inside, lift (self, state), rates);
  for (guint i = 0; self->infusing && i < self->n; i++)
    rates[i] += self->infusion[i];
  self->not_finite = find_not_finite (rates, self->n);
  self->troubled |= self->not_finite >= 0;
  return self->not_finite >= 0;
}

static int
compute_rates (Real time, N_Vector y, N_Vector dy, void *data)
{
  return ask_rates (data, time, N_VGetArrayPointer (y), N_VGetArrayPointer (dy));
}

/* As the rates: of the state, or of the state lifted to 0. An infinite slope, such as
 * that of a root at 0, is left out: the matrix only guides Newton, and the rates are
 * checked. */
static void
compute_entries (RankleIntegrator *self,
                 double            time,
                 const double     *state,
                 double           *entries)
{
  guint n = rankle_model_get_sparsity (self->model)->start[self->n];

  self->statistics.jacobian_calls++;
  rankle_workspace_jacobian (self->workspace, time, state, entries);
  if (find_not_finite (entries, n) < 0)
    return;
  rankle_workspace_jacobian (self->workspace, time, lift (self, state), entries);
  for (guint i = 0; i < n; i++)
    if (!isfinite (entries[i]))
      entries[i] = 0;
}

/* What CVODE is to solve with: I - γ J. @reuse: J may be the one of before. */
static int
compute_system (Real      time,
                N_Vector  y,
                N_Vector  dy,
                SUNMatrix system,
                Boolean   reuse,
                Boolean  *renewed,
                Real      gamma,
                void     *data,
                N_Vector  scratch_1,
                N_Vector  scratch_2,
                N_Vector  scratch_3)
{
  RankleIntegrator *self = data;

  *renewed = !reuse;
  _rankle_matrix_set_gamma (system, gamma);
  if (reuse)
    return 0;
  compute_entries (self, model_time (self, time), N_VGetArrayPointer (y),
                   _rankle_matrix_get_jacobian (system));
  return 0;
}

/* A square of the number of states is nothing to keep for runs that never ask. */
static void
need_dense (RankleIntegrator *self)
{
  sunindextype n = N_VGetLength (self->state);

  if (self->matrix != NULL)
    return;
  self->matrix = SUNDenseMatrix (n, n, self->context);
  self->dense_solver = SUNLinSol_Dense (self->state, self->matrix, self->context);
  g_assert (self->matrix != NULL && self->dense_solver != NULL);
}

static void
compute_dense_jacobian (RankleIntegrator *self, N_Vector y)
{
  const RankleSparsity *pattern = rankle_model_get_sparsity (self->model);
  const gboolean       *held = rankle_workspace_get_held (self->workspace);
  double               *entries = _rankle_matrix_get_jacobian (self->system);

  need_dense (self);
  compute_entries (self, model_time (self, 0), N_VGetArrayPointer (y), entries);
  SUNMatZero (self->matrix);
  for (guint j = 0; j < self->n; j++)
    {
      double *column = SUNDenseMatrix_Column (self->matrix, j);

      for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
        column[pattern->rows[k]] = entries[k];
      /* A row of nothing has no solution: this one's is to stay. */
      if (held != NULL && held[j])
        column[j] = -1;
    }
}

static void
release (RankleIntegrator *self)
{
  if (self->model == NULL)
    return;

  g_clear_pointer (&self->wide, _rankle_wide_integrator_free);
  CVodeFree (&self->memory);
  g_clear_pointer (&self->rosenbrock, rankle_rosenbrock_free);
  g_clear_pointer (&self->trail, _rankle_trail_free);
  SUNLinSolFree (self->solver);
  SUNMatDestroy (self->system);
  if (self->matrix != NULL)
    {
      SUNLinSolFree (self->dense_solver);
      SUNMatDestroy (self->matrix);
    }
  self->matrix = NULL;
  N_VDestroy (self->state);
  N_VDestroy (self->absolute);
  N_VDestroy (self->scratch);
  g_clear_pointer (&self->workspace, rankle_workspace_free);
  g_clear_pointer (&self->infusion, g_free);
  g_clear_pointer (&self->lifted, g_free);
  g_clear_pointer (&self->model, rankle_model_unref);
}

static RankleRosenbrock *make_rosenbrock (RankleIntegrator *self);

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
  self->lifted = g_new0 (double, n);
  self->state = _rankle_vector_new (n, self->context);
  self->absolute = _rankle_vector_new (n, self->context);
  self->scratch = _rankle_vector_new (n, self->context);
  self->system = _rankle_matrix_new (rankle_model_get_sparsity (model), 1, self->context);
  self->solver = _rankle_linear_solver_new (rankle_model_get_sparsity (model),
                                            self->state, self->context);
  self->memory = CVodeCreate (CV_BDF, self->context);
  self->rosenbrock = make_rosenbrock (self);
  self->trail = _rankle_trail_new (self->n);
  self->started = FALSE;
  g_assert (self->memory != NULL && self->solver != NULL);
}

RankleIntegrator *
rankle_integrator_new (void)
{
  RankleIntegrator *self = g_new0 (RankleIntegrator, 1);

  _rankle_failure_register ();
  if (SUNContext_Create (RANKLE_NO_COMMUNICATOR, &self->context) != 0)
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

/* What a state has come to tells how well it must be known when it is smaller. */
static void
learn_tolerances (RankleIntegrator *self, const double *state)
{
  double *absolute = N_VGetArrayPointer (self->absolute);

  for (guint i = 0; i < self->n; i++)
    {
      double least = self->learnt * fabs (state[i]);

      absolute[i] = absolute[i] < least ? least : absolute[i];
    }
}

/* 1 / (what each state may be wrong by). CVODE asks at the start of each step, of the
 * state that the last one came to. */
static void
weigh (gpointer data, const double *state, double *weights)
{
  RankleIntegrator *self = data;
  const double     *absolute = N_VGetArrayPointer (self->absolute);

  learn_tolerances (self, state);
  weights[0] = 1; /* of a model without states */
  for (guint i = 0; i < self->n; i++)
    weights[i] = 1 / (self->relative * fabs (state[i]) + absolute[i]);
}

static int
compute_weights (N_Vector y, N_Vector weights, void *data)
{
  weigh (data, N_VGetArrayPointer (y), N_VGetArrayPointer (weights));
  return 0;
}

/* ---- what a coarse run asks ---- */

static gboolean
factorise (gpointer data, double time, const double *state, gboolean same, double gamma)
{
  RankleIntegrator *self = data;

  _rankle_matrix_set_gamma (self->system, gamma);
  if (!same)
    compute_entries (self, model_time (self, time), state,
                     _rankle_matrix_get_jacobian (self->system));
  return SUNLinSolSetup (self->solver, self->system) == 0;
}

static gboolean
solve (gpointer data, double *b)
{
  RankleIntegrator *self = data;
  double           *x = N_VGetArrayPointer (self->scratch);
  gboolean          solved;

  memcpy (x, b, self->n * sizeof (double));
  solved =
      SUNLinSolSolve (self->solver, self->system, self->scratch, self->scratch, 0) == 0;
  memcpy (b, x, self->n * sizeof (double));
  return solved;
}

static RankleRosenbrock *
make_rosenbrock (RankleIntegrator *self)
{
  return rankle_rosenbrock_new (self->n,
                                &(RankleRosenbrockSystem){ .rates = ask_rates,
                                                           .factorise = factorise,
                                                           .solve = solve,
                                                           .weigh = weigh,
                                                           .data = self });
}

/* ---- starting ---- */

/* CVODE wants a start before it takes anything else; the values come with each restart.
 */
static gboolean
start_memory (RankleIntegrator *self)
{
  if (!self->started)
    self->started = _rankle_cvode_start (
        self->memory, self->state, self->solver, self->system,
        &(RankleCvodeFunctions){ compute_rates, compute_weights, compute_system }, self);
  return self->started;
}

static gboolean
set_initial (RankleIntegrator *self, RankleProtocol *protocol, GError **error)
{
  const double *given = rankle_protocol_get_initial (protocol);
  double       *state = N_VGetArrayPointer (self->state);

  N_VConst (0, self->state);
  N_VConst (1, self->absolute);
  rankle_workspace_get_initial (self->workspace, state);
  for (guint i = 0; i < self->n; i++)
    {
      if (!isnan (given[i]))
        state[i] = given[i];
      if (!isfinite (state[i]))
        return _rankle_failure_set_initial (self->model, i, error);
    }
  self->learnt =
      _rankle_tolerance_choose (protocol, state, N_VGetArrayPointer (self->absolute));
  return TRUE;
}

static void
need_model (RankleIntegrator *self, RankleModel *model)
{
  if (self->model == model)
    return;
  release (self);
  allocate (self, model);
}

gboolean
_rankle_integrator_prepare (RankleIntegrator  *self,
                            RankleProtocol    *protocol,
                            const atomic_bool *stop,
                            GError           **error)
{
  RankleModel *model = rankle_protocol_get_model (protocol);

  need_model (self, model);
  self->stop = stop;
  self->frozen = FALSE;
  self->relative = rankle_protocol_get_relative_tolerance (protocol);
  self->statistics = (RankleRunStatistics){ 0 };
  for (guint i = 0; i < self->n; i++)
    self->infusion[i] = 0;
  rankle_workspace_set_parameters (self->workspace,
                                   rankle_protocol_get_parameters (protocol));
  rankle_workspace_hold (self->workspace, rankle_protocol_get_held (protocol));
  return set_initial (self, protocol, error);
}

RankleWideIntegrator *
_rankle_integrator_widen (RankleIntegrator *self, RankleModel *model)
{
  need_model (self, model);
  if (self->wide == NULL)
    self->wide = _rankle_wide_integrator_new (model);
  return self->wide;
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

static RankleFailure
classify (RankleIntegrator *self, int flag)
{
  if (is_stopped (self))
    return RANKLE_FAILURE_STOPPED;
  if (self->not_finite >= 0)
    return RANKLE_FAILURE_NOT_FINITE;
  return flag == CV_TOO_MUCH_WORK ? RANKLE_FAILURE_TOO_MANY_STEPS
                                  : RANKLE_FAILURE_TOO_FAST;
}

static gboolean
report (RankleIntegrator *self, int flag, GError **error)
{
  RankleBreakdown breakdown = { .failure = classify (self, flag),
                                .time = self->time,
                                .relative = self->relative };
  RankleStanding  standing = { .model = self->model,
                               .workspace = self->workspace,
                               .inside = model_time (self, self->time),
                               .state = N_VGetArrayPointer (self->state),
                               .absolute = N_VGetArrayPointer (self->absolute),
                               .not_finite = self->not_finite };

  if (breakdown.failure != RANKLE_FAILURE_STOPPED)
    _rankle_breakdown_diagnose (&breakdown, &standing);
  return _rankle_failure_set (&breakdown, self->model, error);
}

static gboolean
prefers_rosenbrock (RankleIntegrator *self)
{
  return self->relative >= RANKLE_COARSE && self->n > 0;
}

/* From the present time and state. */
static int
restart_method (RankleIntegrator *self)
{
  int bad = 0;

  self->statistics.restarts++;
  if (!start_memory (self))
    return CV_ILL_INPUT;
  if (self->coarse)
    rankle_rosenbrock_restart (
        self->rosenbrock, self->time, self->limit, N_VGetArrayPointer (self->state),
        !self->frozen && rankle_workspace_follows_time (self->workspace));
  else
    {
      bad |= CVodeReInit (self->memory, self->time, self->state);
      bad |= CVodeSetStopTime (self->memory, self->limit);
    }
  return bad;
}

gboolean
_rankle_integrator_restart (RankleIntegrator *self,
                            double            time,
                            double            limit,
                            GError          **error)
{
  int bad;

  g_assert (limit > time);

  self->time = time;
  self->limit = limit;
  self->first = nextafter (time, limit);
  self->last = nextafter (limit, time);
  self->not_finite = -1;
  self->steps_left = CLAMP (MAX_VALUES / MAX (1, self->n), MIN_STEPS, MAX_STEPS);
  self->tried = self->troubled = FALSE;
  self->coarse = prefers_rosenbrock (self);
  self->infusing = FALSE;
  for (guint i = 0; i < self->n; i++)
    self->infusing |= fabs (self->infusion[i]) > 0;
  _rankle_trail_forget (self->trail);
  _rankle_trail_add (self->trail, time, N_VGetArrayPointer (self->state));
  bad = restart_method (self);
  self->calm = time;
  if (!self->frozen)
    rankle_workspace_measure_forcing (self->workspace, time, limit);
  return bad == 0 || report (self, bad, error);
}

/* What jumps at the end of the segment does so beyond the last time within it. */
static void
find_calm (RankleIntegrator *self)
{
  double left = self->last - self->time;

  if (left > 0)
    self->calm =
        self->time + rankle_workspace_find_calm (self->workspace, self->time, left);
  if (left <= 0 || self->calm >= self->last)
    self->calm = self->limit;
}

/* A step in which a function of time comes and goes would not see it. @next: what the
 * step would be; 0: not known. Returns the longest that it may be. */
static double
find_longest (RankleIntegrator *self, double next)
{
  if (self->frozen || !rankle_workspace_is_forced (self->workspace))
    return self->limit - self->time;
  if (self->time + next >= self->calm)
    find_calm (self);
  return self->calm - self->time;
}

/* In CVODE's one-step mode the target tells only the direction, and how far it is at
 * most. */
static int
step_fine (RankleIntegrator *self)
{
  Real next = 0, reached = self->time;
  int  flag;

  CVodeSetMinStep (self->memory, _rankle_cvode_least_step (self->time));
  CVodeGetCurrentStep (self->memory, &next);
  if (!self->frozen && rankle_workspace_is_forced (self->workspace))
    CVodeSetMaxStep (self->memory, find_longest (self, next));
  flag = CVode (self->memory, self->limit, self->state, &reached, CV_ONE_STEP);
  self->time = reached;
  return flag;
}

static int
step_coarse (RankleIntegrator *self)
{
  double                 next = rankle_rosenbrock_get_next (self->rosenbrock);
  RankleRosenbrockResult result = rankle_rosenbrock_step (
      self->rosenbrock, _rankle_cvode_least_step (self->time), find_longest (self, next),
      &self->time, N_VGetArrayPointer (self->state));

  return result == RANKLE_ROSENBROCK_DONE ? CV_SUCCESS : CV_ERR_FAILURE;
}

/* Where rates were undefined the points that count are those at which they are not; until
 * then nobody asks, since it takes time. */
static void
remember (RankleIntegrator *self)
{
  const double *state = N_VGetArrayPointer (self->state);

  if (!self->troubled ||
      ask_rates (self, self->time, state, N_VGetArrayPointer (self->scratch)) == 0)
    _rankle_trail_add (self->trail, self->time, state);
}

static int
step (RankleIntegrator *self)
{
  int flag;

  self->not_finite = -1;
  if (self->steps_left == 0)
    return CV_TOO_MUCH_WORK;
  self->steps_left--;
  self->statistics.steps++;
  flag = self->coarse ? step_coarse (self) : step_fine (self);
  if (flag >= 0)
    remember (self);
  return flag;
}

/* The last point of all is not good when it lies beyond the range of a root or a power,
 * by what the solver may be wrong by. */
static gboolean
go_back (RankleIntegrator *self)
{
  const double *point;
  double        time;

  for (guint back = 0; (point = _rankle_trail_look (self->trail, back, &time)) != NULL;
       back++)
    if (ask_rates (self, time, point, N_VGetArrayPointer (self->scratch)) == 0)
      {
        memcpy (N_VGetArrayPointer (self->state), point, self->n * sizeof (double));
        self->time = time;
        return TRUE;
      }
  return FALSE;
}

/* Once in a segment, from the last good point, by the other method: where CVODE's
 * polynomial of what has been reaches beyond the range of a root or a power, one that
 * remembers nothing comes close to its edge and stays within. */
static gboolean
may_try_otherwise (RankleIntegrator *self, int flag)
{
  return !self->tried && flag != CV_TOO_MUCH_WORK && !is_stopped (self) && self->n > 0;
}

/* Comes beyond the time that was reached. */
static int
try_otherwise (RankleIntegrator *self)
{
  double reached = self->time;
  int    bad;

  self->tried = TRUE;
  if (!go_back (self))
    return CV_ERR_FAILURE;
  self->coarse = !self->coarse;
  bad = restart_method (self);
  while (bad >= 0 && !(self->time > reached))
    bad = step (self);
  return bad;
}

gboolean
_rankle_integrator_step (RankleIntegrator *self, double *time, GError **error)
{
  int flag = step (self);

  if (flag < 0 && may_try_otherwise (self, flag))
    flag = try_otherwise (self);
  if (flag < 0)
    return report (self, flag, error);
  *time = self->time;
  return TRUE;
}

const double *
_rankle_integrator_interpolate (RankleIntegrator *self, double time, GError **error)
{
  double *state = N_VGetArrayPointer (self->scratch);
  int     flag = 0;

  if (self->coarse)
    rankle_rosenbrock_interpolate (self->rosenbrock, time, state);
  else
    flag = CVodeGetDky (self->memory, time, 0, self->scratch);
  if (flag >= 0)
    return state;
  report (self, flag, error);
  return NULL;
}

gboolean
_rankle_integrator_step_back (RankleIntegrator *self, double time, GError **error)
{
  const double *then = _rankle_integrator_interpolate (self, time, error);
  double       *state = N_VGetArrayPointer (self->state);

  if (then == NULL)
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    state[i] = then[i];
  self->time = time;
  return TRUE;
}

/* The Jacobian as if each state were measured in its own @scale. */
static void
scale_matrix (RankleIntegrator *self, const double *scale)
{
  for (guint j = 0; j < self->n; j++)
    {
      double *column = SUNDenseMatrix_Column (self->matrix, j);

      for (guint i = 0; i < self->n; i++)
        column[i] *= scale[j] / scale[i];
    }
}

/* Of the factors that the dense solver left in the matrix. */
static gboolean
is_singular (RankleIntegrator *self)
{
  double least = INFINITY, most = 0;

  for (guint i = 0; i < self->n; i++)
    {
      double pivot = fabs (SUNDenseMatrix_Column (self->matrix, i)[i]);

      least = fmin (least, pivot);
      most = fmax (most, pivot);
    }
  return !(least > SINGULAR * most);
}

/* @right: the rates, replaced; @solution: the step, both in @scale's units. */
static gboolean
solve_newton (RankleIntegrator *self,
              N_Vector          y,
              const double     *scale,
              N_Vector          right,
              N_Vector          solution)
{
  double *rates = N_VGetArrayPointer (right);

  if (compute_rates (0, y, right, self) != 0)
    return FALSE;

  compute_dense_jacobian (self, y);
  scale_matrix (self, scale);
  for (guint i = 0; i < self->n; i++)
    rates[i] /= -scale[i];
  return SUNLinSolSetup (self->dense_solver, self->matrix) == 0 && !is_singular (self) &&
         SUNLinSolSolve (self->dense_solver, self->matrix, solution, right, 0) == 0;
}

gboolean
_rankle_integrator_newton (RankleIntegrator *self,
                           const double     *state,
                           const double     *scale,
                           double           *step)
{
  N_Vector y = N_VClone (self->scratch), solution = N_VClone (self->scratch);
  double  *values = N_VGetArrayPointer (y);
  gboolean solved;

  N_VConst (0, y);
  for (guint i = 0; i < self->n; i++)
    values[i] = state[i];
  solved = solve_newton (self, y, scale, self->scratch, solution);
  for (guint i = 0; solved && i < self->n; i++)
    {
      step[i] = N_VGetArrayPointer (solution)[i] * scale[i];
      solved = isfinite (step[i]);
    }
  N_VDestroy (solution);
  N_VDestroy (y);
  return solved;
}
