/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "bench-stock.h"

#include <cvode/cvode.h>
#include <math.h>
#include <nvector/nvector_serial.h>
#include <string.h>
#include <sundials/sundials_config.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include "rankle-workspace.h"

#if SUNDIALS_VERSION_MAJOR >= 7
#define NO_COMMUNICATOR SUN_COMM_NULL
typedef sunrealtype Real;
#else
#define NO_COMMUNICATOR NULL
typedef realtype Real;
#endif

#define MAX_STEPS    1000000
#define OWN_ABSOLUTE 1e-2
#define NO_TIME      1e-12 /* of the time itself */

struct _BenchStock
{
  RankleProtocol       *protocol; /* (owned) */
  RankleWorkspace      *workspace;
  const RankleSparsity *sparsity; /* the model's */
  double               *entries;  /* (owned) */
  double               *rows;     /* (owned): n_times × states */
  double               *observables;
  GArray               *stops; /* (owned): double, ascending: where it starts anew */
  guint                 n_states, n_times;

  SUNContext      context;
  void           *memory;
  N_Vector        state, absolute;
  SUNMatrix       matrix;
  SUNLinearSolver solver;
};

static void
check (int flag)
{
  if (flag < 0)
    g_error ("CVODE as it comes: %d", flag);
}

/* ---- what CVODE asks ---- */

static int
compute_rates (Real time, N_Vector y, N_Vector dy, void *data)
{
  BenchStock *self = data;

  rankle_workspace_rates (self->workspace, time, N_VGetArrayPointer (y),
                          N_VGetArrayPointer (dy));
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
  BenchStock           *self = data;
  const RankleSparsity *sparsity = self->sparsity;

  rankle_workspace_jacobian (self->workspace, time, N_VGetArrayPointer (y),
                             self->entries);
  for (guint column = 0; column < sparsity->n; column++)
    for (guint i = sparsity->start[column]; i < sparsity->start[column + 1]; i++)
      SUNDenseMatrix_Column (jacobian, column)[sparsity->rows[i]] = self->entries[i];
  return 0;
}

/* ---- what is run ---- */

static int
compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

/* Doses, where rates jump, and the end; each once, and none at the start. */
static void
find_stops (BenchStock *self)
{
  const double      *times = rankle_protocol_get_times (self->protocol, &self->n_times);
  double             end = times[self->n_times - 1], last = 0;
  guint              n, kept = 0;
  const RankleEvent *events = rankle_protocol_get_events (self->protocol, &n);
  const double      *jumps;

  self->stops = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < n; i++)
    g_array_append_val (self->stops, events[i].time);
  jumps = rankle_workspace_get_breakpoints (self->workspace, &n);
  g_array_append_vals (self->stops, jumps, n);
  g_array_append_val (self->stops, end);
  g_array_sort (self->stops, compare);
  for (guint i = 0; i < self->stops->len; i++)
    {
      double stop = g_array_index (self->stops, double, i);

      if (stop > last && stop <= end)
        g_array_index (self->stops, double, kept++) = last = stop;
    }
  g_array_set_size (self->stops, kept);
}

static void
make_solver (BenchStock *self, const RankleTrajectory *exact)
{
  double relative = rankle_protocol_get_relative_tolerance (self->protocol);

  check (SUNContext_Create (NO_COMMUNICATOR, &self->context));
  self->state = N_VNew_Serial (self->n_states, self->context);
  self->absolute = N_VNew_Serial (self->n_states, self->context);
  for (guint i = 0; i < self->n_states; i++)
    {
      const double *values = rankle_trajectory_get_column (exact, i);
      double        most = 0;

      for (guint row = 0; row < rankle_trajectory_get_n_times (exact); row++)
        most = fmax (most, fabs (values[row]));
      N_VGetArrayPointer (self->absolute)[i] =
          OWN_ABSOLUTE * relative * (most > 0 ? most : 1);
    }
  self->matrix = SUNDenseMatrix (self->n_states, self->n_states, self->context);
  self->solver = SUNLinSol_Dense (self->state, self->matrix, self->context);
  self->memory = CVodeCreate (CV_BDF, self->context);
  check (CVodeInit (self->memory, compute_rates, 0, self->state));
  check (CVodeSVtolerances (self->memory, relative, self->absolute));
  check (CVodeSetUserData (self->memory, self));
  check (CVodeSetLinearSolver (self->memory, self->solver, self->matrix));
  check (CVodeSetJacFn (self->memory, compute_jacobian));
  check (CVodeSetMaxNumSteps (self->memory, MAX_STEPS));
}

BenchStock *
bench_stock_new (RankleProtocol *protocol, const RankleTrajectory *exact)
{
  BenchStock  *self = g_new0 (BenchStock, 1);
  RankleModel *model = rankle_protocol_get_model (protocol);

  self->protocol = rankle_protocol_ref (protocol);
  self->workspace = rankle_workspace_new (model);
  rankle_workspace_set_parameters (self->workspace,
                                   rankle_protocol_get_parameters (protocol));
  self->sparsity = rankle_model_get_sparsity (model);
  self->n_states = rankle_model_get_n_states (model);
  find_stops (self);
  self->entries = g_new0 (double, self->sparsity->n_entries + 1);
  self->rows = g_new0 (double, (gsize)self->n_times * self->n_states);
  self->observables = g_new0 (double, rankle_model_get_n_observables (model) + 1);
  make_solver (self, exact);
  return self;
}

void
bench_stock_free (BenchStock *stock)
{
  CVodeFree (&stock->memory);
  SUNLinSolFree (stock->solver);
  SUNMatDestroy (stock->matrix);
  N_VDestroy (stock->state);
  N_VDestroy (stock->absolute);
  SUNContext_Free (&stock->context);
  rankle_workspace_free (stock->workspace);
  rankle_protocol_unref (stock->protocol);
  g_array_unref (stock->stops);
  g_free (stock->entries);
  g_free (stock->rows);
  g_free (stock->observables);
  g_free (stock);
}

/* ---- the run ---- */

static void
give_doses (BenchStock *self, double time)
{
  guint              n;
  const RankleEvent *events = rankle_protocol_get_events (self->protocol, &n);

  for (guint i = 0; i < n; i++)
    if (!(events[i].time < time) && !(events[i].time > time))
      {
        g_assert (events[i].kind == RANKLE_EVENT_DOSE);
        N_VGetArrayPointer (self->state)[events[i].target] += events[i].value;
      }
}

static void
write_row (BenchStock *self, guint row, double time)
{
  const double *state = N_VGetArrayPointer (self->state);

  memcpy (self->rows + (gsize)row * self->n_states, state,
          self->n_states * sizeof *state);
  rankle_workspace_observables (self->workspace, time, state, self->observables);
}

/* CVODE does not begin where there is no room for a step. */
static void
go_on (BenchStock *self, Real *reached, double to)
{
  if (to - *reached > NO_TIME * fabs (to))
    check (CVode (self->memory, to, self->state, reached, CV_NORMAL));
}

/* From @from to @to, with the rows that lie between. Returns the next one. */
static guint
run_segment (BenchStock *self, double from, double to, guint next)
{
  const double *times = rankle_protocol_get_times (self->protocol, &self->n_times);
  Real          reached = from;

  check (CVodeReInit (self->memory, from, self->state));
  check (CVodeSetStopTime (self->memory, to));
  for (; next < self->n_times && times[next] <= to; next++)
    {
      go_on (self, &reached, times[next]);
      write_row (self, next, times[next]);
    }
  go_on (self, &reached, to);
  return next;
}

void
bench_stock_run (gpointer stock)
{
  BenchStock *self = stock;
  double      from = 0;
  guint       next = 1;

  rankle_workspace_get_initial (self->workspace, N_VGetArrayPointer (self->state));
  write_row (self, 0, 0);
  give_doses (self, 0);
  for (guint i = 0; i < self->stops->len; i++)
    {
      double to = g_array_index (self->stops, double, i);

      next = run_segment (self, from, to, next);
      give_doses (self, to);
      from = to;
    }
}

double
bench_stock_get_error (const BenchStock *stock, const RankleTrajectory *exact)
{
  double worst = 0;

  for (guint i = 0; i < stock->n_states; i++)
    {
      const double *values = rankle_trajectory_get_column (exact, i);
      double        most = 0, size = 0;

      for (guint row = 0; row < stock->n_times; row++)
        {
          most = fmax (
              most, fabs (stock->rows[(gsize)row * stock->n_states + i] - values[row]));
          size = fmax (size, fabs (values[row]));
        }
      if (size > 0)
        worst = fmax (worst, most / size);
    }
  return worst;
}
