/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"
#include "rankle-forcing.h"
#include "rankle-sparsity.h"

/* Equations compiled for a register machine. One file of doubles holds, in this order,
 *
 *   constants | parameters | time | states | rates | Jacobian | observables | triggers |
 * event values | initial values | breakpoints | hoisted | temporaries
 *
 * and six pieces of code run over it: HOIST after the parameters were set, which leaves
 * behind all that depends on parameters only (outputs among it); the others after time
 * and states were set. SHOWN is there once observables have been hidden. */

G_BEGIN_DECLS

typedef enum
{
  RANKLE_CODE_HOIST,
  RANKLE_CODE_RATES,
  RANKLE_CODE_JACOBIAN,
  RANKLE_CODE_OBSERVABLES,
  RANKLE_CODE_SHOWN, /* (nullable): the first n_shown observables */
  RANKLE_CODE_EVENTS,
  RANKLE_N_CODES
} RankleCode;

/* Beyond RankleOp: what only the machine knows. */
enum
{
  RANKLE_OP_COPY = RANKLE_OP_LAST,
  RANKLE_OP_DERIVE, /* dst = dst is a number ? dst : a */
  RANKLE_OP_POWERS, /* this and the following, c of them in all, are POWER together */
  RANKLE_OP_END,
  RANKLE_N_MACHINE_OPS
};

typedef struct
{
  guint32 op;
  guint32 dst, a, b, c; /* registers */
} RankleInstruction;

/**
 * RankleEquations:
 * @rates: @initial: n_states formulas; @initial ones depend on parameters only
 * @observables: n_observables
 * @triggers: n_events formulas, true or false
 * @crossings: n_crossings formulas of parameters: the times at which a trigger may change
 * @event_values: n_event_values: what the events assign
 * @derived: n_parameters; NONE for a parameter that has a value of its own
 * @order: the derived parameters, each after those it depends on
 * @defaults: n_parameters; ignored for derived ones
 */
typedef struct
{
  RankleGraph      *graph;
  guint             n_states, n_parameters, n_observables, n_derived;
  RankleExpression *rates;
  RankleExpression *initial;
  RankleExpression *observables;
  guint             n_events, n_crossings, n_event_values;
  RankleExpression *triggers;
  RankleExpression *crossings;
  RankleExpression *event_values;
  RankleExpression *derived;
  guint            *order;
  double           *defaults;
} RankleEquations;

typedef struct _RankleProgram
{
  guint n_states, n_parameters, n_observables, n_constants, n_breakpoints;
  guint n_shown; /* of the observables; the others are hidden */
  guint n_events, n_event_values;
  guint parameters, time, states, rates, jacobian, observables, triggers, initial,
      breakpoints, hoisted;
  guint   n_hoisted;
  guint   n_registers;
  double *constants; /* (owned): n_constants */
  double *defaults;  /* (owned): n_parameters; NaN where derived */

  RankleInstruction *code[RANKLE_N_CODES]; /* (owned): each ends with END */
  guint              n_code[RANKLE_N_CODES];

  RankleForcing *forcing;      /* (owned) (nullable) */
  gboolean       follows_time; /* some rate depends on time itself */

  RankleSparsity sparsity;
  guint         *start, *rows; /* (owned): what @sparsity shows */
} RankleProgram;

/* Adds the Jacobian to the graph. NULL: the formulas are too many or too long, which is
 * the only thing that can be wrong with them. */
RankleProgram *rankle_program_compile (const RankleEquations *equations);
void           rankle_program_free (RankleProgram *program);
/* Observable i becomes number place[i], and those from @n_shown on are hidden. */
void rankle_program_hide (RankleProgram *program, const guint *place, guint n_shown);

void rankle_program_run (const RankleInstruction *code, double *registers);
/* @registers: RANKLE_LANES numbers for each, aligned to RANKLE_ROW. Not for HOIST. */
void rankle_program_run_wide (const RankleInstruction *code, double *registers);

G_END_DECLS
