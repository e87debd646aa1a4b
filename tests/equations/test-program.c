/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-program.h"

#include <float.h>
#include <math.h>
#include <string.h>

#include "evaluate.h"
#include "rankle-derivative.h"
#include "rankle-power.h"

#define STATES      4
#define PARAMETERS  5
#define OBSERVABLES 3
#define NONE        RANKLE_EXPRESSION_NONE

typedef struct
{
  RankleGraph     *graph;
  RankleExpression rates[STATES], initial[STATES], observables[OBSERVABLES];
  RankleExpression derived[PARAMETERS];
  guint            order[PARAMETERS];
  double           defaults[PARAMETERS];
  RankleEquations  equations;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  RankleExpression zero;

  self->graph = rankle_graph_new (200000);
  zero = rankle_graph_constant (self->graph, 0.0);
  for (guint i = 0; i < STATES; i++)
    self->rates[i] = self->initial[i] = zero;
  for (guint i = 0; i < OBSERVABLES; i++)
    self->observables[i] = zero;
  for (guint i = 0; i < PARAMETERS; i++)
    {
      self->derived[i] = NONE;
      self->defaults[i] = 0.3 + 0.4 * i;
    }
  self->equations = (RankleEquations){ .graph = self->graph,
                                       .n_states = STATES,
                                       .n_parameters = PARAMETERS,
                                       .n_observables = OBSERVABLES,
                                       .rates = self->rates,
                                       .initial = self->initial,
                                       .observables = self->observables,
                                       .derived = self->derived,
                                       .order = self->order,
                                       .defaults = self->defaults };
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  rankle_graph_free (self->graph);
}

static RankleProgram *
compile (Fixture *self)
{
  RankleProgram *program = rankle_program_compile (&self->equations);

  g_assert_nonnull (program);
  return program;
}

/* Registers after parameters were set. */
static double *
load (const RankleProgram *program, const double *parameters)
{
  double *registers = g_new0 (double, program->n_registers);

  memcpy (registers, program->constants, program->n_constants * sizeof (double));
  for (guint i = 0; i < program->n_parameters; i++)
    registers[program->parameters + i] = parameters[i];
  rankle_program_run (program->code[RANKLE_CODE_HOIST], registers);

  return registers;
}

static RankleExpression
random_leaf (GRand *random, RankleGraph *graph)
{
  switch (g_rand_int_range (random, 0, 7))
    {
    case 0:
      return rankle_graph_constant (graph, g_rand_int_range (random, -2, 4));
    case 1:
      return rankle_graph_time (graph);
    case 2:
    case 3:
      return rankle_graph_parameter (graph,
                                     (guint)g_rand_int_range (random, 0, PARAMETERS));
    default:
      return rankle_graph_state (graph, (guint)g_rand_int_range (random, 0, STATES));
    }
}

static RankleExpression
random_formula (GRand *random, RankleGraph *graph, guint depth)
{
  RankleOp         op;
  RankleExpression a, b, c;

  if (depth == 0 || g_rand_int_range (random, 0, 8) == 0)
    return random_leaf (random, graph);

  a = random_formula (random, graph, depth - 1);
  b = random_formula (random, graph, depth - 1);
  if (g_rand_int_range (random, 0, 3) > 0)
    return rankle_graph_binary (
        graph, (RankleOp)g_rand_int_range (random, RANKLE_OP_ADD, RANKLE_OP_DIVIDE + 1),
        a, b);

  op = (RankleOp)g_rand_int_range (random, RANKLE_OP_NEGATE, RANKLE_OP_POWER_SLOPE);
  if (rankle_op_get_arity (op) == 1)
    return rankle_graph_unary (graph, op, a);
  if (rankle_op_get_arity (op) == 2)
    return rankle_graph_binary (graph, op, a, b);

  c = random_formula (random, graph, depth - 1);
  return rankle_graph_ternary (graph, op, a, b, c);
}

/* The same operations in the same order: equal to the last bit, or both not a number. */
static void
assert_same (double a, double b)
{
  if (isnan (a) && isnan (b))
    return;
  if (memcmp (&a, &b, sizeof a) != 0 && fabs (a - b) > 0.0)
    g_error ("%.17g differs from %.17g", a, b);
}

static void
check_outputs (Fixture             *self,
               const RankleProgram *program,
               double              *registers,
               GRand               *random)
{
  double parameters[PARAMETERS], states[STATES];
  Leaves leaves = { .parameters = parameters, .states = states };

  leaves.time = g_rand_double_range (random, -1.0, 5.0);
  for (guint i = 0; i < STATES; i++)
    states[i] = g_rand_double_range (random, -1.0, 3.0);
  memcpy (parameters, registers + program->parameters, sizeof parameters);
  memcpy (registers + program->states, states, sizeof states);
  registers[program->time] = leaves.time;

  rankle_program_run (program->code[RANKLE_CODE_RATES], registers);
  rankle_program_run (program->code[RANKLE_CODE_JACOBIAN], registers);
  rankle_program_run (program->code[RANKLE_CODE_OBSERVABLES], registers);

  for (guint i = 0; i < STATES; i++)
    assert_same (registers[program->rates + i],
                 evaluate (self->graph, self->rates[i], &leaves));
  for (guint i = 0; i < OBSERVABLES; i++)
    assert_same (registers[program->observables + i],
                 evaluate (self->graph, self->observables[i], &leaves));
  for (guint j = 0; j < STATES; j++)
    for (guint k = program->start[j]; k < program->start[j + 1]; k++)
      {
        RankleExpression slope;

        rankle_graph_differentiate (self->graph, &self->rates[program->rows[k]], 1,
                                    rankle_graph_state (self->graph, j), &slope);
        assert_same (registers[program->jacobian + k],
                     evaluate (self->graph, slope, &leaves));
      }
}

/* A state and a time of its own in every lane. */
static void
check_wide (Fixture             *self,
            const RankleProgram *program,
            const double        *registers,
            GRand               *random)
{
  double *wide = g_aligned_alloc (program->n_registers, RANKLE_ROW, RANKLE_ROW);
  double  parameters[PARAMETERS], states[RANKLE_LANES][STATES];

  memcpy (parameters, registers + program->parameters, sizeof parameters);
  for (guint i = 0; i < program->n_registers; i++)
    for (guint l = 0; l < RANKLE_LANES; l++)
      wide[i * RANKLE_LANES + l] = registers[i];
  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      wide[program->time * RANKLE_LANES + l] = 0.3 * l;
      for (guint i = 0; i < STATES; i++)
        wide[(program->states + i) * RANKLE_LANES + l] = states[l][i] =
            g_rand_double_range (random, -1.0, 3.0);
    }
  rankle_program_run_wide (program->code[RANKLE_CODE_OBSERVABLES], wide);

  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      Leaves leaves = { .time = 0.3 * l, .parameters = parameters, .states = states[l] };

      for (guint i = 0; i < OBSERVABLES; i++)
        assert_same (wide[(program->observables + i) * RANKLE_LANES + l],
                     evaluate (self->graph, self->observables[i], &leaves));
    }
  g_aligned_free (wide);
}

/* Registers, sharing, hoisting and reuse of temporaries against plain evaluation, on 200
 * systems of random formulas. */
static void
test_random (Fixture *self, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20041);

  for (guint round = 0; round < 200; round++)
    {
      RankleProgram *program;
      double        *registers;

      for (guint i = 0; i < STATES; i++)
        self->rates[i] = random_formula (random, self->graph, 4);
      for (guint i = 0; i < OBSERVABLES; i++)
        self->observables[i] = random_formula (random, self->graph, 4);
      program = compile (self);
      registers = load (program, self->defaults);
      for (guint i = 0; i < 5; i++)
        check_outputs (self, program, registers, random);
      check_wide (self, program, registers, random);
      g_free (registers);
      rankle_program_free (program);
      if (rankle_graph_get_size (self->graph) > 50000)
        {
          rankle_graph_free (self->graph);
          set_up (self, NULL);
        }
    }
}

/* (p0 + p1) exp (p2) x: one multiplication is left for the rates. */
static void
test_hoisting (Fixture *self, gconstpointer data)
{
  RankleGraph     *graph = self->graph;
  RankleExpression factor = rankle_graph_binary (
      graph, RANKLE_OP_MULTIPLY,
      rankle_graph_binary (graph, RANKLE_OP_ADD, rankle_graph_parameter (graph, 0),
                           rankle_graph_parameter (graph, 1)),
      rankle_graph_unary (graph, RANKLE_OP_EXP, rankle_graph_parameter (graph, 2)));
  RankleProgram     *program;
  g_autofree double *registers = NULL;

  self->rates[0] = rankle_graph_binary (graph, RANKLE_OP_MULTIPLY, factor,
                                        rankle_graph_state (graph, 0));
  self->rates[1] = factor;
  program = compile (self);

  g_assert_cmpuint (program->n_code[RANKLE_CODE_RATES], ==, 1);
  g_assert_cmpuint (program->n_code[RANKLE_CODE_JACOBIAN], ==, 0); /* constant in a run */
  g_assert_cmpuint (program->n_code[RANKLE_CODE_OBSERVABLES], ==, 0);

  registers = load (program, (double[PARAMETERS]){ 2.0, 3.0, 0.0 });
  g_assert_cmpfloat_with_epsilon (registers[program->rates + 1], 5.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (registers[program->jacobian], 5.0, 1e-15);
  rankle_program_free (program);
}

static void
test_sparsity (Fixture *self, gconstpointer data)
{
  RankleGraph   *graph = self->graph;
  RankleProgram *program;
  const guint    start[] = { 0, 2, 3, 5, 6 };
  const guint    rows[] = { 0, 2, 1, 2, 3, 3 };

  /* rates[2] of state 0, rates[3] of state 2; nothing of itself. */
  self->rates[2] =
      rankle_graph_unary (graph, RANKLE_OP_SIN, rankle_graph_state (graph, 0));
  self->rates[3] =
      rankle_graph_unary (graph, RANKLE_OP_SIN, rankle_graph_state (graph, 2));
  program = compile (self);

  g_assert_cmpuint (program->sparsity.n, ==, STATES);
  g_assert_cmpmem (program->sparsity.start, sizeof start, start, sizeof start);
  g_assert_cmpmem (program->sparsity.rows, program->sparsity.n_entries * sizeof (guint),
                   rows, sizeof rows);
  rankle_program_free (program);
}

/* p1 = 2 p0, p2 = p1 + p0: derived in this order, and each may be overridden. */
static void
test_derived (Fixture *self, gconstpointer data)
{
  RankleGraph     *graph = self->graph;
  RankleExpression p0 = rankle_graph_parameter (graph, 0);
  RankleExpression p1 = rankle_graph_parameter (graph, 1);
  RankleProgram   *program;
  double          *registers;

  self->derived[1] = rankle_graph_binary (graph, RANKLE_OP_MULTIPLY,
                                          rankle_graph_constant (graph, 2.0), p0);
  self->derived[2] = rankle_graph_binary (graph, RANKLE_OP_ADD, p1, p0);
  self->order[0] = 1;
  self->order[1] = 2;
  self->equations.n_derived = 2;
  self->initial[0] = rankle_graph_parameter (graph, 2);
  program = compile (self);
  g_assert_true (isnan (program->defaults[1]));

  registers = load (program, (double[PARAMETERS]){ 5.0, (double)NAN, (double)NAN });
  g_assert_cmpfloat_with_epsilon (registers[program->parameters + 1], 10.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (registers[program->parameters + 2], 15.0, 1e-15);
  g_assert_cmpfloat_with_epsilon (registers[program->initial], 15.0, 1e-15);
  g_free (registers);

  registers = load (program, (double[PARAMETERS]){ 5.0, 1.0, (double)NAN });
  g_assert_cmpfloat_with_epsilon (registers[program->parameters + 2], 6.0, 1e-15);
  g_free (registers);

  registers = load (program, (double[PARAMETERS]){ 5.0, 1.0, -1.0 });
  g_assert_cmpfloat_with_epsilon (registers[program->initial], -1.0, 1e-15);
  g_free (registers);
  rankle_program_free (program);
}

/* Temporaries are reused: a long chain needs few. */
static void
test_registers_are_few (Fixture *self, gconstpointer data)
{
  RankleGraph     *graph = self->graph;
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression sum = x;
  RankleProgram   *program;

  for (guint i = 0; i < 1000; i++)
    sum = rankle_graph_binary (graph, RANKLE_OP_ADD,
                               rankle_graph_unary (graph, RANKLE_OP_SIN, sum), x);
  self->observables[0] = sum;
  program = compile (self);

  g_assert_cmpuint (program->n_code[RANKLE_CODE_OBSERVABLES], ==, 2000);
  g_assert_cmpuint (program->n_registers, <, program->hoisted + 5);
  rankle_program_free (program);
}

static void
test_too_large (Fixture *self, gconstpointer data)
{
  g_autoptr (RankleGraph) small = rankle_graph_new (40);
  RankleExpression product = rankle_graph_state (small, 0);

  self->equations.graph = small;
  for (guint i = 1; i < STATES; i++)
    product = rankle_graph_binary (small, RANKLE_OP_DIVIDE,
                                   rankle_graph_unary (small, RANKLE_OP_SIN, product),
                                   rankle_graph_state (small, i));
  for (guint i = 0; i < STATES; i++)
    self->rates[i] = product;
  g_assert_false (rankle_graph_is_full (small));

  g_assert_null (rankle_program_compile (&self->equations));
}

/* ---- joined powers ---- */

/* Nine powers, two of three made of another's result: whoever is joined to whom, each is
 * what it is by itself. */
static void
test_joined_powers (Fixture *self, gconstpointer data)
{
  RankleGraph       *graph = self->graph;
  RankleExpression   x = rankle_graph_state (graph, 0);
  RankleExpression   sum = x, power = x;
  const double       states[STATES] = { 1.3, 1.0, 1.0, 1.0 };
  const Leaves       leaves = { .parameters = self->defaults, .states = states };
  RankleProgram     *program;
  g_autofree double *registers = NULL;
  guint              n_joined = 0;

  for (guint i = 0; i < 9; i++)
    {
      power = rankle_graph_binary (graph, RANKLE_OP_POWER, i % 3 == 0 ? x : power,
                                   rankle_graph_constant (graph, 0.31 + 0.1 * (double)i));
      sum = rankle_graph_binary (graph, RANKLE_OP_ADD, sum, power);
    }
  self->rates[0] = sum;
  program = compile (self);
  for (guint i = 0; i < program->n_code[RANKLE_CODE_RATES]; i++)
    n_joined += program->code[RANKLE_CODE_RATES][i].op == RANKLE_OP_POWERS;
  g_assert_cmpuint (n_joined, ==, 3);

  registers = load (program, self->defaults);
  memcpy (registers + program->states, states, sizeof states);
  rankle_program_run (program->code[RANKLE_CODE_RATES], registers);
  g_assert_cmpfloat_with_epsilon (registers[program->rates],
                                  evaluate (graph, sum, &leaves), 1e-13);
  rankle_program_free (program);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(PATH, FUNCTION)                                                              \
  g_test_add ("/program/" PATH, Fixture, NULL, set_up, FUNCTION, tear_down)
  ADD ("random", test_random);
  ADD ("hoisting", test_hoisting);
  ADD ("sparsity", test_sparsity);
  ADD ("derived", test_derived);
  ADD ("registers-are-few", test_registers_are_few);
  ADD ("too-large", test_too_large);
  ADD ("joined-powers", test_joined_powers);

  return g_test_run ();
}
