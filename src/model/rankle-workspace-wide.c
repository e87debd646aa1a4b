/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-workspace-wide.h"

#include <string.h>

#include "rankle-model-builder.h"
#include "rankle-program.h"
#include "rankle-workspace-private.h"

struct _RankleWideWorkspace
{
  RankleModel         *model;     /* (owned) */
  const RankleProgram *program;   /* Borrowed from the model */
  double              *registers; /* (owned): RANKLE_LANES for each of the program's */
};

RankleWideWorkspace *
rankle_wide_workspace_new (RankleModel *model)
{
  RankleWideWorkspace *self;

  g_return_val_if_fail (model != NULL && model->program != NULL, NULL);

  self = g_new0 (RankleWideWorkspace, 1);
  self->model = rankle_model_ref (model);
  self->program = model->program;
  self->registers =
      g_aligned_alloc0 ((gsize)self->program->n_registers + 1, RANKLE_ROW, RANKLE_ROW);
  return self;
}

void
rankle_wide_workspace_free (RankleWideWorkspace *workspace)
{
  if (workspace == NULL)
    return;

  g_aligned_free (workspace->registers);
  rankle_model_unref (workspace->model);
  g_free (workspace);
}

void
rankle_wide_workspace_set_lane (RankleWideWorkspace   *workspace,
                                guint                  lane,
                                const RankleWorkspace *source)
{
  const double *registers = _rankle_workspace_get_registers (source);

  g_return_if_fail (workspace != NULL && lane < RANKLE_LANES);

  for (gsize i = 0; i < workspace->program->n_registers; i++)
    workspace->registers[i * RANKLE_LANES + lane] = registers[i];
}

static inline void
evaluate (RankleWideWorkspace *self,
          RankleCode           code,
          const double        *times,
          const double        *states,
          guint                first,
          gsize                n,
          double              *out)
{
  const RankleProgram *program = self->program;
  double              *registers = self->registers;

  memcpy (registers + (gsize)program->time * RANKLE_LANES, times, RANKLE_ROW);
  memcpy (registers + (gsize)program->states * RANKLE_LANES, states,
          (gsize)program->n_states * RANKLE_ROW);
  rankle_program_run_wide (program->code[code], registers);
  memcpy (out, registers + (gsize)first * RANKLE_LANES, n * RANKLE_ROW);
}

void
rankle_wide_workspace_rates (RankleWideWorkspace *workspace,
                             const double        *times,
                             const double        *states,
                             double              *rates)
{
  const RankleProgram *program = workspace->program;

  evaluate (workspace, RANKLE_CODE_RATES, times, states, program->rates,
            program->n_states, rates);
}

void
rankle_wide_workspace_jacobian (RankleWideWorkspace *workspace,
                                const double        *times,
                                const double        *states,
                                double              *entries)
{
  const RankleProgram *program = workspace->program;

  evaluate (workspace, RANKLE_CODE_JACOBIAN, times, states, program->jacobian,
            program->sparsity.n_entries, entries);
}

void
rankle_wide_workspace_observables (RankleWideWorkspace *workspace,
                                   gboolean             hidden,
                                   const double        *times,
                                   const double        *states,
                                   double              *values)
{
  const RankleProgram *program = workspace->program;
  gboolean             all = hidden || program->n_shown == program->n_observables;

  evaluate (workspace, all ? RANKLE_CODE_OBSERVABLES : RANKLE_CODE_SHOWN, times, states,
            program->observables, all ? program->n_observables : program->n_shown,
            values);
}
