/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-workspace.h"

#include <math.h>
#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-operation.h"
#include "rankle-program.h"
#include "rankle-workspace-private.h"
#include "rankle-workspace-wide.h"

struct _RankleWorkspace
{
  RankleModel         *model;   /* (owned) */
  const RankleProgram *program; /* Borrowed from the model */
  double *registers;            /* (owned): program->n_registers, see rankle-program.h */
  RankleWideWorkspace *wide;    /* (owned) (nullable) */
  gboolean             wide_is_current; /* all its lanes have the present parameters */
  double              *breakpoints;     /* (owned): ascending, finite, distinct */
  guint                n_breakpoints;
  RankleInterval      *stretch; /* (owned) (nullable): what functions of time work in */
  double              *ranges;  /* (owned) (nullable): how far each of them reaches */
  gboolean            *held;    /* (owned) (nullable): of each state: it has no rate */
};

static void
check_program (const RankleModel *model, const RankleProgram *program)
{
  g_assert (program->n_states == model->n_states);
  g_assert (program->n_parameters == model->n_parameters);
  g_assert (program->n_observables == model->n_observables);
  g_assert (program->n_shown == model->n_observables - model->n_hidden);
}

RankleWorkspace *
rankle_workspace_new (RankleModel *model)
{
  RankleWorkspace     *self;
  const RankleProgram *program;

  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (model->program != NULL, NULL);

  program = model->program;
  check_program (model, program);
  self = g_new0 (RankleWorkspace, 1);
  self->model = rankle_model_ref (model);
  self->program = program;
  self->registers = g_new0 (double, program->n_registers + 1);
  self->breakpoints = g_new0 (double, program->n_breakpoints + 1);
  if (program->forcing != NULL)
    {
      self->stretch =
          g_new0 (RankleInterval, rankle_forcing_get_n_nodes (program->forcing));
      self->ranges = g_new0 (double, rankle_forcing_get_n_functions (program->forcing));
    }
  if (program->n_constants > 0) /* else there is no array to copy */
    memcpy (self->registers, program->constants, program->n_constants * sizeof (double));
  rankle_workspace_set_parameters (self, NULL);

  return self;
}

void
rankle_workspace_free (RankleWorkspace *workspace)
{
  if (workspace == NULL)
    return;

  g_free (workspace->registers);
  g_clear_pointer (&workspace->wide, rankle_wide_workspace_free);
  g_free (workspace->breakpoints);
  g_free (workspace->stretch);
  g_free (workspace->ranges);
  g_free (workspace->held);
  rankle_model_unref (workspace->model);
  g_free (workspace);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double first = *(const double *)a;
  double second = *(const double *)b;

  return (first > second) - (first < second);
}

static void
collect_breakpoints (RankleWorkspace *self)
{
  const double *times = self->registers + self->program->breakpoints;
  guint         n = 0;

  for (guint i = 0; i < self->program->n_breakpoints; i++)
    if (isfinite (times[i]))
      self->breakpoints[n++] = times[i];
  qsort (self->breakpoints, n, sizeof (double), compare_times);

  self->n_breakpoints = 0;
  for (guint i = 0; i < n; i++)
    if (i == 0 || self->breakpoints[i] > self->breakpoints[i - 1])
      self->breakpoints[self->n_breakpoints++] = self->breakpoints[i];
}

void
rankle_workspace_set_parameters (RankleWorkspace *workspace, const double *parameters)
{
  const RankleProgram *program;
  double              *registers;

  g_return_if_fail (workspace != NULL);

  program = workspace->program;
  registers = workspace->registers + program->parameters;
  for (guint i = 0; i < program->n_parameters; i++)
    registers[i] = parameters != NULL && !isnan (parameters[i]) ? parameters[i]
                                                                : program->defaults[i];

  workspace->registers[program->time] = 0.0; /* as the code for breakpoints wants it */
  rankle_program_run (program->code[RANKLE_CODE_HOIST], workspace->registers);
  workspace->wide_is_current = FALSE;
  collect_breakpoints (workspace);
}

double
rankle_workspace_get_parameter (const RankleWorkspace *workspace, guint index)
{
  g_return_val_if_fail (workspace != NULL, (double)NAN);
  g_return_val_if_fail (index < workspace->program->n_parameters, (double)NAN);

  return workspace->registers[workspace->program->parameters + index];
}

static gboolean
is_any (const gboolean *truths, guint n)
{
  for (guint i = 0; i < n; i++)
    if (truths[i])
      return TRUE;
  return FALSE;
}

void
rankle_workspace_hold (RankleWorkspace *workspace, const gboolean *held)
{
  guint n;

  g_return_if_fail (workspace != NULL);

  n = workspace->program->n_states;
  g_clear_pointer (&workspace->held, g_free);
  if (held != NULL && is_any (held, n))
    workspace->held = g_memdup2 (held, n * sizeof (gboolean));
}

const gboolean *
rankle_workspace_get_held (const RankleWorkspace *workspace)
{
  g_return_val_if_fail (workspace != NULL, NULL);

  return workspace->held;
}

void
rankle_workspace_get_initial (const RankleWorkspace *workspace, double *state)
{
  g_return_if_fail (workspace != NULL && state != NULL);

  memcpy (state, workspace->registers + workspace->program->initial,
          workspace->program->n_states * sizeof (double));
}

const double *
rankle_workspace_get_breakpoints (const RankleWorkspace *workspace, guint *n)
{
  g_return_val_if_fail (workspace != NULL, NULL);
  g_return_val_if_fail (n != NULL, NULL);

  *n = workspace->n_breakpoints;
  return workspace->breakpoints;
}

gboolean
rankle_workspace_follows_time (const RankleWorkspace *workspace)
{
  g_return_val_if_fail (workspace != NULL, FALSE);

  return workspace->program->follows_time;
}

gboolean
rankle_workspace_is_forced (const RankleWorkspace *workspace)
{
  g_return_val_if_fail (workspace != NULL, FALSE);

  return workspace->program->forcing != NULL;
}

double
rankle_workspace_find_jump (RankleWorkspace *workspace, double from, double until)
{
  const RankleProgram *program;

  g_return_val_if_fail (workspace != NULL && from < until, until);

  program = workspace->program;
  if (program->forcing == NULL)
    return until;
  return rankle_forcing_find_jump (program->forcing,
                                   workspace->registers + program->parameters,
                                   workspace->stretch, from, until);
}

void
rankle_workspace_measure_forcing (RankleWorkspace *workspace, double from, double until)
{
  const RankleProgram *program;

  g_return_if_fail (workspace != NULL && from < until);

  program = workspace->program;
  if (program->forcing != NULL)
    rankle_forcing_measure (program->forcing, workspace->registers + program->parameters,
                            workspace->stretch, nextafter (from, until),
                            nextafter (until, from), workspace->ranges);
}

double
rankle_workspace_find_calm (RankleWorkspace *workspace, double from, double longest)
{
  const RankleProgram *program;

  g_return_val_if_fail (workspace != NULL && longest > 0, longest);

  program = workspace->program;
  if (program->forcing == NULL)
    return longest;
  return rankle_forcing_find_calm (program->forcing,
                                   workspace->registers + program->parameters,
                                   workspace->stretch, workspace->ranges, from, longest);
}

static inline void
evaluate (RankleWorkspace *self,
          RankleCode       code,
          double           time,
          const double    *state,
          guint            first,
          guint            n,
          double          *out)
{
  const RankleProgram *program = self->program;
  double              *registers = self->registers;

  registers[program->time] = time;
  memcpy (registers + program->states, state, program->n_states * sizeof (double));
  rankle_program_run (program->code[code], registers);
  memcpy (out, registers + first, n * sizeof (double));
}

void
rankle_workspace_rates (RankleWorkspace *workspace,
                        double           time,
                        const double    *state,
                        double          *rates)
{
  const RankleProgram *program = workspace->program;

  evaluate (workspace, RANKLE_CODE_RATES, time, state, program->rates, program->n_states,
            rates);
  for (guint i = 0; workspace->held != NULL && i < program->n_states; i++)
    if (workspace->held[i])
      rates[i] = 0;
}

void
rankle_workspace_jacobian (RankleWorkspace *workspace,
                           double           time,
                           const double    *state,
                           double          *entries)
{
  const RankleProgram *program = workspace->program;

  evaluate (workspace, RANKLE_CODE_JACOBIAN, time, state, program->jacobian,
            program->sparsity.n_entries, entries);
  for (guint k = 0; workspace->held != NULL && k < program->sparsity.n_entries; k++)
    if (workspace->held[program->sparsity.rows[k]])
      entries[k] = 0;
}

void
rankle_workspace_observables (RankleWorkspace *workspace,
                              double           time,
                              const double    *state,
                              double          *values)
{
  const RankleProgram *program = workspace->program;

  evaluate (workspace, RANKLE_CODE_OBSERVABLES, time, state, program->observables,
            program->n_observables, values);
}

void
rankle_workspace_triggers (RankleWorkspace *workspace,
                           double           time,
                           const double    *state,
                           gboolean        *triggers)
{
  const RankleProgram *program = workspace->program;
  double              *registers = workspace->registers;

  registers[program->time] = time;
  memcpy (registers + program->states, state, program->n_states * sizeof (double));
  rankle_program_run (program->code[RANKLE_CODE_EVENTS], registers);
  for (guint i = 0; i < program->n_events; i++)
    triggers[i] = rankle_is_true (registers[program->triggers + i]);
}

void
rankle_workspace_event_values (RankleWorkspace *workspace,
                               double           time,
                               const double    *state,
                               double          *values)
{
  const RankleProgram *program = workspace->program;

  evaluate (workspace, RANKLE_CODE_EVENTS, time, state,
            program->triggers + program->n_events, program->n_event_values, values);
}

static void
widen (RankleWorkspace *self)
{
  if (self->wide == NULL)
    self->wide = rankle_wide_workspace_new (self->model);
  for (guint l = 0; l < RANKLE_LANES; l++)
    rankle_wide_workspace_set_lane (self->wide, l, self);
  self->wide_is_current = TRUE;
}

void
rankle_workspace_observables_wide (RankleWorkspace *workspace,
                                   gboolean         hidden,
                                   const double    *times,
                                   const double    *states,
                                   double          *values)
{
  if (!workspace->wide_is_current)
    widen (workspace);
  rankle_wide_workspace_observables (workspace->wide, hidden, times, states, values);
}

const double *
_rankle_workspace_get_registers (const RankleWorkspace *workspace)
{
  return workspace->registers;
}

const RankleSparsity *
rankle_model_get_sparsity (const RankleModel *model)
{
  g_return_val_if_fail (model != NULL, NULL);
  g_return_val_if_fail (model->program != NULL, NULL);

  return &model->program->sparsity;
}
