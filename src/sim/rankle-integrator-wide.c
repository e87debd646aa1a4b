/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What rankle-integrator.c does for one run, for several abreast. What a single run says
 * of itself when it breaks down is not said here: a lane that cannot go on is made again
 * alone (rankle-run-abreast.c). */

#include "rankle-integrator-wide-private.h"

#include <math.h>
#include <string.h>

#include "rankle-integrator-cvode.h"
#include "rankle-integrator-linear.h"
#include "rankle-integrator-private.h"
#include "rankle-integrator-vector.h"
#include "rankle-timed-event.h"
#include "rankle-wide-rows.h"
#include "rankle-workspace-wide.h"

/* A lane for whose sake the others take steps of half the length (the error of the fourth
 * order, say, is then 32 times theirs) in half of the places looked at, and in so many,
 * is left behind. */
#define LOOK_EVERY 4
#define BY_FAR     1000.0 /* of squares */
#define ENOUGH     50
/* In one segment; lanes that want more are made alone. */
#define MAX_STEPS 100000

struct _RankleWideIntegrator
{
  RankleModel         *model; /* (owned) */
  guint                n;     /* states */
  RankleWideWorkspace *workspace;
  RankleWorkspace     *lanes[RANKLE_LANES]; /* (owned): their parameters */
  SUNContext           context;
  void                *memory; /* CVODE's */
  N_Vector             state, absolute, scratch, errors, weights;
  SUNMatrix            system; /* I - γ J */
  SUNLinearSolver      solver;
  double              *infusion, *lifted; /* (owned): a row each state */
  double              *again;             /* (owned): a row each number of the matrix */
  gboolean             infusing;          /* some infusion is not 0 */
  gboolean             started;           /* CVodeInit was called */
  double               relative, learnt;
  const atomic_bool   *stop;                 /* Borrowed for the run (nullable) */
  guint                not_finite;           /* lanes: some rate last was not finite */
  guint                lost;                 /* lanes: some pivot last was lost */
  guint                failed;               /* lanes: the cause of the last failure */
  guint                company;              /* lanes that do what another does */
  guint                n_looks;              /* since a lane was left behind, */
  guint                n_slow[RANKLE_LANES]; /* and how often it was each that was slow */
  gboolean             forced;               /* functions of time bound the steps */
  double               time, limit;
  double               calm; /* until when functions of time move little, in any lane */
  double               first, last; /* times that the model may be asked about */
  guint                steps_left;  /* in the segment */
  RankleRunStatistics  statistics;
};

static gboolean
is_stopped (const RankleWideIntegrator *self)
{
  return self->stop != NULL && atomic_load_explicit (self->stop, memory_order_relaxed);
}

static void
fill (double *times, double time)
{
  RANKLE_FOR_LANES (l) times[l] = time;
}

static const double *
lift (RankleWideIntegrator *self, const double *states)
{
  _rankle_rows_lift (states, N_VGetArrayPointer (self->absolute), self->n, self->lifted);
  return self->lifted;
}

/* ---- what CVODE asks ---- */

static int
compute_rates (Real time, N_Vector y, N_Vector dy, void *data)
{
  RankleWideIntegrator *self = data;
  const double         *states = N_VGetArrayPointer (y);
  double               *rates = N_VGetArrayPointer (dy), times[RANKLE_LANES];

  self->statistics.rate_calls++;
  if (is_stopped (self))
    return -1;
  fill (times, CLAMP (time, self->first, self->last));
  rankle_wide_workspace_rates (self->workspace, times, states, rates);
  self->not_finite = _rankle_rows_find_not_finite (rates, self->n);
  if (self->not_finite != 0)
    {
      rankle_wide_workspace_rates (self->workspace, times, lift (self, states),
                                   self->again);
      _rankle_rows_take (self->not_finite, self->again, self->n, rates);
      self->not_finite = _rankle_rows_find_not_finite (rates, self->n);
    }
  if (self->infusing)
    _rankle_rows_add (self->infusion, self->n, rates);
  return self->not_finite != 0;
}

static void
compute_entries (RankleWideIntegrator *self,
                 double                time,
                 const double         *states,
                 double               *entries)
{
  gsize  n = rankle_model_get_sparsity (self->model)->n_entries;
  guint  bad;
  double times[RANKLE_LANES];

  self->statistics.jacobian_calls++;
  fill (times, CLAMP (time, self->first, self->last));
  rankle_wide_workspace_jacobian (self->workspace, times, states, entries);
  bad = _rankle_rows_find_not_finite (entries, n);
  if (bad == 0)
    return;
  rankle_wide_workspace_jacobian (self->workspace, times, lift (self, states),
                                  self->again);
  _rankle_rows_take (bad, self->again, n, entries);
  for (gsize k = 0; k < n * RANKLE_LANES; k++)
    if (!isfinite (entries[k]))
      entries[k] = 0;
}

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
  *renewed = !reuse;
  _rankle_matrix_set_gamma (system, gamma);
  if (!reuse)
    compute_entries (data, time, N_VGetArrayPointer (y),
                     _rankle_matrix_get_jacobian (system));
  return 0;
}

static int
compute_weights (N_Vector y, N_Vector weights, void *data)
{
  RankleWideIntegrator *self = data;

  _rankle_rows_weigh (self->relative, self->learnt, self->n, N_VGetArrayPointer (y),
                      N_VGetArrayPointer (self->absolute), N_VGetArrayPointer (weights));
  return 0;
}

/* ---- life ---- */

static gboolean
can_share (RankleModel *model)
{
  return rankle_model_get_n_states (model) > 0 &&
         rankle_model_get_n_timed_events (model) == 0;
}

static void
allocate (RankleWideIntegrator *self, RankleWideLu *lu)
{
  const RankleSparsity *pattern = rankle_model_get_sparsity (self->model);

  if (SUNContext_Create (RANKLE_NO_COMMUNICATOR, &self->context) != 0)
    g_error ("SUNDIALS gave no context");
#if SUNDIALS_VERSION_MAJOR >= 7
  SUNContext_ClearErrHandlers (self->context);
#endif
  self->workspace = rankle_wide_workspace_new (self->model);
  for (guint l = 0; l < RANKLE_LANES; l++)
    self->lanes[l] = rankle_workspace_new (self->model);
  self->forced = rankle_workspace_is_forced (self->lanes[0]);
  self->infusion = _rankle_rows_new (self->n);
  self->lifted = _rankle_rows_new (self->n);
  self->again = _rankle_rows_new (MAX (self->n, pattern->n_entries));
  self->state = _rankle_vector_new_wide (self->n, self->context);
  self->absolute = N_VClone (self->state);
  self->scratch = N_VClone (self->state);
  self->errors = N_VClone (self->state);
  self->weights = N_VClone (self->state);
  self->system = _rankle_matrix_new (pattern, RANKLE_LANES, self->context);
  self->solver = _rankle_wide_solver_new (lu, &self->lost, self->context);
  self->memory = CVodeCreate (CV_BDF, self->context);
  g_assert (self->memory != NULL && self->scratch != NULL);
}

RankleWideIntegrator *
_rankle_wide_integrator_new (RankleModel *model)
{
  RankleWideIntegrator *self;
  RankleWideLu         *lu;

  if (!can_share (model))
    return NULL;
  lu = rankle_wide_lu_new (rankle_model_get_sparsity (model));
  if (lu == NULL)
    return NULL;
  self = g_new0 (RankleWideIntegrator, 1);
  self->model = rankle_model_ref (model);
  self->n = rankle_model_get_n_states (model);
  allocate (self, lu);
  return self;
}

void
_rankle_wide_integrator_free (RankleWideIntegrator *self)
{
  CVodeFree (&self->memory);
  SUNLinSolFree (self->solver);
  SUNMatDestroy (self->system);
  N_VDestroy (self->state);
  N_VDestroy (self->absolute);
  N_VDestroy (self->scratch);
  N_VDestroy (self->errors);
  N_VDestroy (self->weights);
  g_aligned_free (self->infusion);
  g_aligned_free (self->lifted);
  g_aligned_free (self->again);
  for (guint l = 0; l < RANKLE_LANES; l++)
    rankle_workspace_free (self->lanes[l]);
  rankle_wide_workspace_free (self->workspace);
  SUNContext_Free (&self->context);
  rankle_model_unref (self->model);
  g_free (self);
}

/* ---- a run ---- */

static void
forget_slow (RankleWideIntegrator *self)
{
  self->n_looks = 0;
  memset (self->n_slow, 0, sizeof self->n_slow);
}

void
_rankle_wide_integrator_begin (RankleWideIntegrator *self,
                               double                relative,
                               double                learnt,
                               const atomic_bool    *stop)
{
  self->relative = relative;
  self->learnt = learnt;
  self->stop = stop;
  self->statistics = (RankleRunStatistics){ 0 };
  self->company = 0;
  forget_slow (self);
  memset (self->infusion, 0, (gsize)self->n * RANKLE_ROW);
}

void
_rankle_wide_integrator_renew (RankleWideIntegrator *self, guint lane)
{
  rankle_wide_workspace_set_lane (self->workspace, lane, self->lanes[lane]);
}

void
_rankle_wide_integrator_copy_lane (RankleWideIntegrator *self, guint source, guint lane)
{
  self->company |= 1u << lane;
  forget_slow (self);
  _rankle_rows_copy (N_VGetArrayPointer (self->state), self->n, source, lane);
  _rankle_rows_copy (N_VGetArrayPointer (self->absolute), self->n, source, lane);
  _rankle_rows_copy (self->infusion, self->n, source, lane);
}

RankleWorkspace *
_rankle_wide_integrator_workspace (RankleWideIntegrator *self, guint lane)
{
  return self->lanes[lane];
}

double *
_rankle_wide_integrator_state (RankleWideIntegrator *self)
{
  return N_VGetArrayPointer (self->state);
}

double *
_rankle_wide_integrator_infusion (RankleWideIntegrator *self)
{
  return self->infusion;
}

double *
_rankle_wide_integrator_absolute (RankleWideIntegrator *self)
{
  return N_VGetArrayPointer (self->absolute);
}

RankleRunStatistics *
_rankle_wide_integrator_statistics (RankleWideIntegrator *self)
{
  return &self->statistics;
}

static gboolean
start_memory (RankleWideIntegrator *self)
{
  if (!self->started)
    self->started = _rankle_cvode_start (
        self->memory, self->state, self->solver, self->system,
        &(RankleCvodeFunctions){ compute_rates, compute_weights, compute_system }, self);
  return self->started;
}

gboolean
_rankle_wide_integrator_restart (RankleWideIntegrator *self, double time, double limit)
{
  g_assert (limit > time);

  self->time = time;
  self->limit = limit;
  self->first = nextafter (time, limit);
  self->last = nextafter (limit, time);
  self->not_finite = self->lost = 0;
  self->steps_left = MAX_STEPS;
  self->infusing = FALSE;
  for (gsize i = 0; i < self->n * RANKLE_LANES; i++)
    self->infusing |= fabs (self->infusion[i]) > 0;
  self->statistics.restarts++;
  self->calm = time;
  for (guint l = 0; self->forced && l < RANKLE_LANES; l++)
    rankle_workspace_measure_forcing (self->lanes[l], time, limit);
  return start_memory (self) && CVodeReInit (self->memory, time, self->state) == 0 &&
         CVodeSetStopTime (self->memory, limit) == 0;
}

static void
find_calm (RankleWideIntegrator *self)
{
  double longest = self->last - self->time;

  for (guint l = 0; longest > 0 && l < RANKLE_LANES; l++)
    longest =
        fmin (longest, rankle_workspace_find_calm (self->lanes[l], self->time, longest));
  self->calm = self->time + longest;
  if (longest <= 0 || self->calm >= self->last)
    self->calm = self->limit;
}

/* No longer than functions of time move little. */
static void
bound_step (RankleWideIntegrator *self)
{
  Real next = 0;

  CVodeGetCurrentStep (self->memory, &next);
  if (self->time + next >= self->calm)
    find_calm (self);
  CVodeSetMaxStep (self->memory, self->calm - self->time);
}

/* The lane whose error was the largest by far; or -1. */
static int
find_slow (const RankleWideIntegrator *self, const double *sums)
{
  double largest = 0, second = 0;
  int    slow = -1;

  for (guint l = 0; l < RANKLE_LANES; l++)
    if ((self->company >> l & 1) == 0)
      {
        second = fmax (second, fmin (sums[l], largest));
        if (sums[l] > largest)
          slow = (int)l;
        largest = fmax (largest, sums[l]);
      }
  return largest > BY_FAR * second ? slow : -1;
}

gboolean
_rankle_wide_integrator_is_held_up (RankleWideIntegrator *self)
{
  double sums[RANKLE_LANES];
  int    slow;

  if (self->statistics.steps % LOOK_EVERY != 0)
    return FALSE;
  if (CVodeGetEstLocalErrors (self->memory, self->errors) < 0 ||
      CVodeGetErrWeights (self->memory, self->weights) < 0)
    return FALSE;
  _rankle_rows_add_up (N_VGetArrayPointer (self->errors),
                       N_VGetArrayPointer (self->weights), self->n, sums);
  slow = find_slow (self, sums);
  self->n_looks++;
  if (slow < 0 || ++self->n_slow[slow] < ENOUGH || 2 * self->n_slow[slow] < self->n_looks)
    return FALSE;
  self->failed = 1u << slow;
  return TRUE;
}

/* The lane that changes fastest against its tolerance: where CVODE could not go on, it is
 * most likely that. */
static guint
find_fastest (RankleWideIntegrator *self)
{
  double *rates = N_VGetArrayPointer (self->scratch), sums[RANKLE_LANES];
  guint   fastest = 0;

  if (compute_rates (self->time, self->state, self->scratch, self) != 0)
    return self->not_finite;
  compute_weights (self->state, self->weights, self);
  _rankle_rows_add_up (rates, N_VGetArrayPointer (self->weights), self->n, sums);
  for (guint l = 1; l < RANKLE_LANES; l++)
    if (!(sums[l] <= sums[fastest]))
      fastest = l;
  return 1u << fastest;
}

/* Too many steps: there is no telling whose. */
static guint
find_failed (RankleWideIntegrator *self)
{
  if (is_stopped (self) || self->steps_left == 0)
    return 0;
  if ((self->not_finite | self->lost) != 0)
    return self->not_finite | self->lost;
  return find_fastest (self);
}

gboolean
_rankle_wide_integrator_step (RankleWideIntegrator *self, double *time)
{
  Real reached = self->time;
  int  flag = -1;

  self->not_finite = self->lost = self->failed = 0;
  if (self->steps_left > 0)
    {
      self->steps_left--;
      self->statistics.steps++;
      CVodeSetMinStep (self->memory, _rankle_cvode_least_step (self->time));
      if (self->forced)
        bound_step (self);
      flag = CVode (self->memory, self->limit, self->state, &reached, CV_ONE_STEP);
    }
  *time = self->time = reached;
  if (flag < 0)
    self->failed = find_failed (self);
  return flag >= 0;
}

const double *
_rankle_wide_integrator_interpolate (RankleWideIntegrator *self, double time)
{
  if (CVodeGetDky (self->memory, time, 0, self->scratch) < 0)
    return NULL;
  return N_VGetArrayPointer (self->scratch);
}

void
_rankle_wide_integrator_observe (RankleWideIntegrator *self,
                                 gboolean              hidden,
                                 double                time,
                                 const double         *states,
                                 double               *values)
{
  double times[RANKLE_LANES];

  fill (times, time);
  rankle_wide_workspace_observables (self->workspace, hidden, times, states, values);
}

guint
_rankle_wide_integrator_get_failed (const RankleWideIntegrator *self)
{
  return self->failed;
}
