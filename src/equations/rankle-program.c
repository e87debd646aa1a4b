/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-program.h"

#include <math.h>
#include <string.h>

#include "rankle-crossing.h"
#include "rankle-derivative.h"
#include "rankle-emitter.h"

/* From equations to code: Jacobian and breakpoints are added to the graph, then every
 * register is given its place, then the pieces of code are emitted, all but SHOWN. */

#define NONE          RANKLE_EXPRESSION_NONE
#define MAX_REGISTERS (1u << 24)

typedef struct
{
  const RankleEquations *equations;
  RankleGraph           *graph;
  RankleProgram         *program;
  RankleEmitter          emitter;
  GArray                *entries;     /* RankleExpression: Jacobian, by columns */
  GArray                *breakpoints; /* RankleExpression */
  guint8                *hoisted;     /* per node */
} Compiler;

/* ---- the Jacobian ---- */

static void
add_column (Compiler *self, GArray *rows, guint column, const RankleExpression *slopes)
{
  for (guint row = 0; row < self->equations->n_states; row++)
    if (row == column || !rankle_graph_is_constant (self->graph, slopes[row], 0.0))
      {
        g_array_append_val (rows, row);
        g_array_append_val (self->entries, slopes[row]);
      }
}

static void
build_jacobian (Compiler *self)
{
  guint                        n = self->equations->n_states;
  RankleProgram               *program = self->program;
  GArray                      *rows = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree RankleExpression *slopes = g_new (RankleExpression, n + 1);
  g_autoptr (RankleDifferentiator) differentiator =
      rankle_differentiator_new (self->graph, self->equations->rates, n);

  program->start = g_new0 (guint, n + 1);
  for (guint column = 0; column < n && !rankle_graph_is_full (self->graph); column++)
    {
      rankle_differentiator_run (differentiator, rankle_graph_state (self->graph, column),
                                 slopes);
      add_column (self, rows, column, slopes);
      program->start[column + 1] = rows->len;
    }

  g_assert (rows->len == self->entries->len);
  program->rows = (guint *)(void *)g_array_free (rows, FALSE);
  program->sparsity = (RankleSparsity){ .n = n,
                                        .n_entries = self->entries->len,
                                        .start = program->start,
                                        .rows = program->rows };
}

/* ---- breakpoints ---- */

static gboolean
op_has_breakpoint (guint op)
{
  return op == RANKLE_OP_LESS || op == RANKLE_OP_LESS_EQUAL || op == RANKLE_OP_MINIMUM ||
         op == RANKLE_OP_MAXIMUM;
}

static void
add_breakpoint (Compiler *self, const RankleCrossings *crossings, const RankleNode *node)
{
  RankleExpression slope;
  RankleExpression when =
      rankle_crossings_when (crossings, node->child[0], node->child[1], &slope);

  if (when != NONE)
    g_array_append_val (self->breakpoints, when);
}

static void
find_breakpoints (Compiler *self)
{
  const RankleEquations *equations = self->equations;
  RankleGraph           *graph = self->graph;
  guint                  size = rankle_graph_get_size (graph);
  g_autofree guint8     *reachable =
      rankle_graph_find_reachable (graph, equations->rates, equations->n_states);
  RankleCrossings crossings;

  rankle_crossings_init (&crossings, graph, equations->rates, equations->n_states);
  for (guint i = 0; i < size && !rankle_graph_is_full (graph); i++)
    {
      RankleNode node = *rankle_graph_get (graph, i);

      if (reachable[i] && op_has_breakpoint (node.op) &&
          rankle_crossings_has (&crossings, node.child[0], node.child[1]))
        add_breakpoint (self, &crossings, &node);
    }
  rankle_crossings_clear (&crossings);
  g_array_append_vals (self->breakpoints, equations->crossings, equations->n_crossings);
}

/* Of rates and triggers. */
static RankleForcing *
find_forcing (const Compiler *self)
{
  const RankleEquations *equations = self->equations;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (RankleExpression));

  g_array_append_vals (all, equations->rates, equations->n_states);
  g_array_append_vals (all, equations->triggers, equations->n_events);
  return rankle_forcing_new (self->graph, (RankleExpression *)(void *)all->data,
                             all->len);
}

static gboolean
follows_time (const Compiler *self)
{
  const RankleEquations *equations = self->equations;

  for (guint i = 0; i < equations->n_states; i++)
    if (rankle_graph_get (self->graph, equations->rates[i])->depends &
        RANKLE_DEPENDS_TIME)
      return TRUE;
  return FALSE;
}

/* ---- registers ---- */

/* All formulas of the system; NONE among them. */
static GArray *
collect_formulas (const Compiler *self)
{
  const RankleEquations *equations = self->equations;
  GArray                *all = g_array_new (FALSE, FALSE, sizeof (RankleExpression));

  g_array_append_vals (all, equations->rates, equations->n_states);
  g_array_append_vals (all, equations->observables, equations->n_observables);
  g_array_append_vals (all, equations->triggers, equations->n_events);
  g_array_append_vals (all, equations->event_values, equations->n_event_values);
  g_array_append_vals (all, self->entries->data, self->entries->len);
  g_array_append_vals (all, equations->initial, equations->n_states);
  g_array_append_vals (all, equations->derived, equations->n_parameters);
  g_array_append_vals (all, self->breakpoints->data, self->breakpoints->len);

  return all;
}

static void
place_constants (Compiler *self)
{
  g_autoptr (GArray) all = collect_formulas (self);
  g_autofree guint8 *reachable = rankle_graph_find_reachable (
      self->graph, (RankleExpression *)(void *)all->data, all->len);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < rankle_graph_get_size (self->graph); i++)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);

      if (!reachable[i] || node->op != RANKLE_OP_CONSTANT)
        continue;
      self->emitter.home[i] = values->len;
      g_array_append_val (values, node->value);
    }

  self->program->n_constants = values->len;
  self->program->constants = (double *)(void *)g_array_free (values, FALSE);
}

static void
lay_out (RankleProgram *program, const RankleEquations *equations)
{
  program->n_states = equations->n_states;
  program->n_parameters = equations->n_parameters;
  program->n_observables = program->n_shown = equations->n_observables;
  program->n_events = equations->n_events;
  program->n_event_values = equations->n_event_values;
  program->parameters = program->n_constants;
  program->time = program->parameters + program->n_parameters;
  program->states = program->time + 1;
  program->rates = program->states + program->n_states;
  program->jacobian = program->rates + program->n_states;
  program->observables = program->jacobian + program->sparsity.n_entries;
  program->triggers = program->observables + program->n_observables;
  program->initial = program->triggers + program->n_events + program->n_event_values;
  program->breakpoints = program->initial + program->n_states;
  program->hoisted = program->breakpoints + program->n_breakpoints;
}

static void
place_leaves (Compiler *self)
{
  for (guint i = 0; i < rankle_graph_get_size (self->graph); i++)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);

      if (node->op == RANKLE_OP_PARAMETER)
        self->emitter.home[i] = self->program->parameters + node->child[0];
      if (node->op == RANKLE_OP_TIME)
        self->emitter.home[i] = self->program->time;
      if (node->op == RANKLE_OP_STATE)
        self->emitter.home[i] = self->program->states + node->child[0];
    }
}

/* ---- hoisting ---- */

static gboolean
depends_on (const RankleGraph *graph, RankleExpression a, guint what)
{
  return (rankle_graph_get (graph, a)->depends & what) != 0;
}

/* Only parameters and constants below it. */
static gboolean
is_fixed (const RankleGraph *graph, RankleExpression a)
{
  return !depends_on (graph, a, RANKLE_DEPENDS_TIME | RANKLE_DEPENDS_STATE);
}

static void
mark_roots (const Compiler *self, guint8 *needed, const RankleExpression *roots, guint n)
{
  for (guint i = 0; i < n; i++)
    needed[roots[i]] = !is_fixed (self->graph, roots[i]);
}

/* What is fixed and read by something that is not. */
static void
find_hoisted (Compiler *self)
{
  const RankleEquations *equations = self->equations;
  guint                  size = rankle_graph_get_size (self->graph);
  g_autofree guint8     *needed = g_new0 (guint8, size);

  mark_roots (self, needed, equations->rates, equations->n_states);
  mark_roots (self, needed, equations->observables, equations->n_observables);
  mark_roots (self, needed, (RankleExpression *)(void *)self->entries->data,
              self->entries->len);

  for (guint i = size; i-- > 0;)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);
      guint             arity = needed[i] ? rankle_op_get_arity (node->op) : 0;

      for (guint k = 0; k < arity; k++)
        if (!is_fixed (self->graph, node->child[k]))
          needed[node->child[k]] = TRUE;
        else if (self->emitter.home[node->child[k]] == NONE)
          self->hoisted[node->child[k]] = TRUE;
    }

  for (guint i = 0; i < size; i++)
    self->program->n_hoisted += self->hoisted[i];
}

/* ---- emission ---- */

typedef struct
{
  GArray *roots;   /* RankleExpression */
  GArray *targets; /* guint32 */
} Targets;

static void
targets_init (Targets *targets)
{
  targets->roots = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  targets->targets = g_array_new (FALSE, FALSE, sizeof (guint32));
}

static void
targets_clear (Targets *targets)
{
  g_array_unref (targets->roots);
  g_array_unref (targets->targets);
}

static void
targets_add (Targets *targets, RankleExpression root, guint32 target)
{
  g_array_append_val (targets->roots, root);
  g_array_append_val (targets->targets, target);
}

/* The outputs from register @first on that are fixed, or that are not. */
static void
targets_add_outputs (Targets                *targets,
                     const RankleGraph      *graph,
                     const RankleExpression *roots,
                     guint                   n,
                     guint32                 first,
                     gboolean                fixed)
{
  for (guint i = 0; i < n; i++)
    if (is_fixed (graph, roots[i]) == fixed)
      targets_add (targets, roots[i], first + i);
}

static void
targets_emit (const Targets *targets, Compiler *self, GArray *code)
{
  rankle_emitter_emit (&self->emitter, code,
                       (RankleExpression *)(void *)targets->roots->data,
                       (guint32 *)(void *)targets->targets->data, targets->roots->len);
}

static void
finish_code (Compiler *self, RankleCode which, GArray *code)
{
  g_assert (self->program->code[which] == NULL);

  self->program->n_code[which] = code->len;
  rankle_emitter_append (code, RANKLE_OP_END, 0, 0, 0, 0);
  self->program->code[which] = (RankleInstruction *)(void *)g_array_free (code, FALSE);
}

/* Each derived parameter in turn, since those after it read its register. */
static void
emit_derived (Compiler *self, GArray *code)
{
  const RankleEquations *equations = self->equations;
  guint32                scratch = self->emitter.temporaries;

  /* One temporary is set aside for the result. */
  self->emitter.temporaries++;
  for (guint i = 0; i < equations->n_derived; i++)
    {
      guint parameter = equations->order[i];

      rankle_emitter_emit (&self->emitter, code, &equations->derived[parameter], &scratch,
                           1);
      rankle_emitter_append (code, RANKLE_OP_DERIVE,
                             self->program->parameters + parameter, scratch, 0, 0);
    }
}

static void
add_all_outputs (Compiler *self, Targets *targets, gboolean fixed, RankleCode which)
{
  const RankleEquations *equations = self->equations;
  const RankleProgram   *program = self->program;

  if (fixed || which == RANKLE_CODE_RATES)
    targets_add_outputs (targets, self->graph, equations->rates, equations->n_states,
                         program->rates, fixed);
  if (fixed || which == RANKLE_CODE_JACOBIAN)
    targets_add_outputs (targets, self->graph,
                         (RankleExpression *)(void *)self->entries->data,
                         self->entries->len, program->jacobian, fixed);
  if (fixed || which == RANKLE_CODE_OBSERVABLES)
    targets_add_outputs (targets, self->graph, equations->observables,
                         equations->n_observables, program->observables, fixed);
}

/* What is asked for before the run knows time or states. */
static void
add_fixed (const Compiler *self, Targets *targets, RankleExpression root, guint32 target)
{
  g_assert (is_fixed (self->graph, root));
  targets_add (targets, root, target);
}

static void
add_hoisted (Compiler *self, Targets *targets)
{
  const RankleProgram *program = self->program;
  guint32              next = program->hoisted;

  for (guint i = 0; i < rankle_graph_get_size (self->graph); i++)
    if (self->hoisted[i])
      targets_add (targets, i, next++);
  for (guint i = 0; i < program->n_states; i++)
    add_fixed (self, targets, self->equations->initial[i], program->initial + i);
  for (guint i = 0; i < program->n_breakpoints; i++)
    add_fixed (self, targets, g_array_index (self->breakpoints, RankleExpression, i),
               program->breakpoints + i);
}

static void
settle_hoisted (Compiler *self)
{
  guint32 next = self->program->hoisted;

  for (guint i = 0; i < rankle_graph_get_size (self->graph); i++)
    if (self->hoisted[i])
      self->emitter.home[i] = next++;
  g_assert (next == self->program->hoisted + self->program->n_hoisted);
}

static void
emit_hoist (Compiler *self)
{
  GArray *code = g_array_new (FALSE, FALSE, sizeof (RankleInstruction));
  Targets targets;

  targets_init (&targets);
  emit_derived (self, code);
  add_hoisted (self, &targets);
  add_all_outputs (self, &targets, TRUE, RANKLE_CODE_HOIST);
  targets_emit (&targets, self, code);
  targets_clear (&targets);
  finish_code (self, RANKLE_CODE_HOIST, code);
  settle_hoisted (self);
}

static void
emit_code (Compiler *self, RankleCode which)
{
  GArray *code = g_array_new (FALSE, FALSE, sizeof (RankleInstruction));
  Targets targets;

  targets_init (&targets);
  add_all_outputs (self, &targets, FALSE, which);
  targets_emit (&targets, self, code);
  targets_clear (&targets);
  finish_code (self, which, code);
}

/* The moments at which triggers change stay where the breakpoints are read from: time is
 * compared with the very same number at which the run has stopped. */
static void
settle_breakpoints (Compiler *self)
{
  for (guint i = 0; i < self->breakpoints->len; i++)
    {
      RankleExpression when = g_array_index (self->breakpoints, RankleExpression, i);

      if (self->emitter.home[when] == NONE)
        self->emitter.home[when] = self->program->breakpoints + i;
    }
}

/* Events are few and far between: nothing else of theirs is worth keeping ready. */
static void
emit_events (Compiler *self)
{
  const RankleEquations *equations = self->equations;
  const RankleProgram   *program = self->program;
  GArray                *code = g_array_new (FALSE, FALSE, sizeof (RankleInstruction));
  Targets                targets;

  settle_breakpoints (self);
  targets_init (&targets);
  for (guint i = 0; i < equations->n_events; i++)
    targets_add (&targets, equations->triggers[i], program->triggers + i);
  for (guint i = 0; i < equations->n_event_values; i++)
    targets_add (&targets, equations->event_values[i],
                 program->triggers + equations->n_events + i);
  targets_emit (&targets, self, code);
  targets_clear (&targets);
  finish_code (self, RANKLE_CODE_EVENTS, code);
}

/* ---- together ---- */

static void
copy_defaults (RankleProgram *program, const RankleEquations *equations)
{
  program->defaults = g_new0 (double, equations->n_parameters + 1);
  for (guint i = 0; i < equations->n_parameters; i++)
    program->defaults[i] =
        equations->derived[i] == NONE ? equations->defaults[i] : (double)NAN;
}

/* FALSE: a limit is passed. */
static gboolean
compile (Compiler *self)
{
  RankleProgram *program = self->program;

  build_jacobian (self);
  find_breakpoints (self);
  program->forcing = find_forcing (self);
  program->follows_time = follows_time (self);
  if (rankle_graph_is_full (self->graph))
    return FALSE;

  program->n_breakpoints = self->breakpoints->len;
  rankle_emitter_init (&self->emitter, self->graph);
  self->hoisted = g_new0 (guint8, rankle_graph_get_size (self->graph));
  place_constants (self);
  lay_out (program, self->equations);
  place_leaves (self);
  find_hoisted (self);
  self->emitter.temporaries = program->hoisted + program->n_hoisted;

  emit_hoist (self);
  emit_code (self, RANKLE_CODE_RATES);
  emit_code (self, RANKLE_CODE_JACOBIAN);
  emit_code (self, RANKLE_CODE_OBSERVABLES);
  emit_events (self);
  program->n_registers = self->emitter.temporaries + self->emitter.n_temporaries;
  copy_defaults (program, self->equations);

  return program->n_registers <= MAX_REGISTERS;
}

RankleProgram *
rankle_program_compile (const RankleEquations *equations)
{
  RankleProgram *program = g_new0 (RankleProgram, 1);
  Compiler       self = { .equations = equations,
                          .graph = equations->graph,
                          .program = program };
  gboolean       done;

  g_assert (equations->graph != NULL);
  g_assert (equations->n_derived <= equations->n_parameters);

  self.entries = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  self.breakpoints = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  done = compile (&self);

  g_array_unref (self.entries);
  g_array_unref (self.breakpoints);
  g_free (self.hoisted);
  rankle_emitter_clear (&self.emitter);
  if (!done)
    g_clear_pointer (&program, rankle_program_free);

  return program;
}

void
rankle_program_free (RankleProgram *program)
{
  for (guint i = 0; i < RANKLE_N_CODES; i++)
    g_free (program->code[i]);
  rankle_forcing_free (program->forcing);
  g_free (program->constants);
  g_free (program->defaults);
  g_free (program->start);
  g_free (program->rows);
  g_free (program);
}
