/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-system-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-crossing.h"

/* Where a trigger compares time with formulas of parameters the moments at which it may
 * change are known beforehand. Each such comparison is written anew as "time against the
 * moment", and the moment is where the run stops: no rounding comes between the two. What
 * else a trigger says of time alone is searched for as the run goes on
 * (rankle-forcing.h), and what it says of the state is looked at after each step
 * (rankle-run-events.c). */

#define NONE       RANKLE_EXPRESSION_NONE
#define MAX_EVENTS 4000 /* a dose a day for ten years, as Rankle writes it */

static const char *
name_of (Event_t *event)
{
  return Event_isSetId (event) ? Event_getId (event) : "";
}

static gboolean
refuse (RankleSystem *self, Event_t *event, const char *what)
{
  return _rankle_system_refuse (self, (SBase_t *)event, what, name_of (event));
}

/* @math as of @event, which messages name. */
static RankleExpression
import (RankleSystem *self, Event_t *event, const ASTNode_t *math)
{
  RankleSymbol     owner = { .id = name_of (event), .element = (SBase_t *)event };
  RankleExpression formula;

  g_ptr_array_add (self->trail, &owner);
  formula = _rankle_system_import (self, math, RANKLE_MOMENT_RUN);
  g_ptr_array_set_size (self->trail, self->trail->len - 1);

  return formula;
}

/* ---- the trigger ---- */

typedef struct
{
  RankleSystem     *system;
  RankleGraph      *graph;
  RankleCrossings   crossings;
  RankleExpression *truth; /* per node: what it is written anew as, or NONE */
} Trigger;

/* a - b = slope (time - when). The slope may be a formula of parameters, of either sign.
 */
static RankleExpression
compare_with_moment (Trigger *self, const RankleNode *relation)
{
  const RankleExpression *at_zero = self->crossings.at_zero;
  RankleGraph            *graph = self->graph;
  RankleExpression        time = rankle_graph_time (graph);
  RankleExpression        zero = rankle_graph_constant (graph, 0.0);
  RankleExpression        a = relation->child[0], b = relation->child[1];
  RankleExpression        slope, when, still, rising, falling;

  g_assert (at_zero[a] != NONE && at_zero[b] != NONE);

  still = rankle_graph_binary (graph, relation->op, at_zero[a], at_zero[b]);
  when = rankle_crossings_when (&self->crossings, a, b, &slope);
  if (when == NONE)
    return still;

  g_array_append_val (self->system->crossings, when);
  rising = rankle_graph_binary (graph, relation->op, time, when);
  falling = rankle_graph_binary (graph, relation->op, when, time);
  falling = rankle_graph_ternary (
      graph, RANKLE_OP_SELECT, rankle_graph_binary (graph, RANKLE_OP_LESS, slope, zero),
      falling, still);
  return rankle_graph_ternary (graph, RANKLE_OP_SELECT,
                               rankle_graph_binary (graph, RANKLE_OP_LESS, zero, slope),
                               rising, falling);
}

static gboolean
is_relation (guint op)
{
  return op == RANKLE_OP_LESS || op == RANKLE_OP_LESS_EQUAL || op == RANKLE_OP_EQUAL ||
         op == RANKLE_OP_NOT_EQUAL;
}

static gboolean
joins_truths (guint op)
{
  return op == RANKLE_OP_NOT || op == RANKLE_OP_AND || op == RANKLE_OP_OR ||
         op == RANKLE_OP_XOR || op == RANKLE_OP_EQUAL || op == RANKLE_OP_NOT_EQUAL ||
         op == RANKLE_OP_SELECT;
}

static RankleExpression
join_truths (Trigger *self, const RankleNode *node)
{
  RankleExpression truth[3] = { NONE, NONE, NONE };
  guint            arity = rankle_op_get_arity (node->op);

  for (guint i = 0; i < arity; i++)
    {
      truth[i] = self->truth[node->child[i]];
      if (truth[i] == NONE)
        return NONE;
    }
  if (arity == 1)
    return rankle_graph_unary (self->graph, node->op, truth[0]);
  if (arity == 2)
    return rankle_graph_binary (self->graph, node->op, truth[0], truth[1]);

  return rankle_graph_ternary (self->graph, node->op, truth[0], truth[1], truth[2]);
}

/* What is below the node has been written anew already. */
static RankleExpression
write_anew (Trigger *self, RankleExpression formula)
{
  const RankleNode node = *rankle_graph_get (self->graph, formula);
  RankleExpression joined = NONE;

  g_assert (formula < self->crossings.size);

  if ((node.depends & RANKLE_DEPENDS_TIME) == 0)
    return formula;
  if (is_relation (node.op) &&
      rankle_crossings_has (&self->crossings, node.child[0], node.child[1]))
    return compare_with_moment (self, &node);
  if (joins_truths (node.op))
    joined = join_truths (self, &node);

  return joined == NONE ? formula : joined;
}

static RankleExpression
rewrite (RankleSystem *system, RankleExpression formula)
{
  Trigger            self = { .system = system, .graph = system->graph };
  guint              size = rankle_graph_get_size (system->graph);
  g_autofree guint8 *reachable = rankle_graph_find_reachable (system->graph, &formula, 1);
  g_autofree RankleExpression *truth = g_new (RankleExpression, size);

  self.truth = truth;
  rankle_crossings_init (&self.crossings, self.graph, &formula, 1);
  for (guint i = 0; i <= formula; i++)
    truth[i] =
        reachable[i] && !rankle_graph_is_full (self.graph) ? write_anew (&self, i) : NONE;
  rankle_crossings_clear (&self.crossings);

  return truth[formula];
}

static gboolean
add_trigger (RankleSystem *self, Event_t *event)
{
  const Trigger_t *trigger = Event_getTrigger (event);
  RankleExpression formula;

  if (trigger == NULL || !Trigger_isSetMath (trigger))
    return refuse (self, event, _ ("an event without a trigger"));
  formula = import (self, event, Trigger_getMath (trigger));
  if (formula == NONE)
    return FALSE;
  formula = rewrite (self, formula);
  g_array_append_val (self->triggers, formula);

  return formula != NONE;
}

/* ---- what it does ---- */

/* Of the event that is being added. */
static gboolean
is_target (const RankleSystem *self, const RankleSymbol *symbol)
{
  g_assert (self->triggers->len > 0);

  return symbol->assigned_by == self->triggers->len;
}

static void
add_value (RankleSystem *self, RankleSymbol *target, RankleExpression value)
{
  g_assert (target != NULL && value != NONE);

  target->assigned_by = self->triggers->len;
  g_ptr_array_add (self->event_targets, target);
  g_array_append_val (self->event_values, value);
}

static gboolean
is_constant (const RankleSymbol *symbol)
{
  return (symbol->species != NULL && Species_getConstant (symbol->species)) ||
         (symbol->parameter != NULL && Parameter_getConstant (symbol->parameter)) ||
         (symbol->compartment != NULL && Compartment_getConstant (symbol->compartment));
}

static RankleSymbol *
find_target (RankleSystem *self, Event_t *event, EventAssignment_t *assignment)
{
  const char   *id = EventAssignment_getVariable (assignment);
  RankleSymbol *symbol = id == NULL ? NULL : g_hash_table_lookup (self->symbols, id);

  if (symbol == NULL ||
      (symbol->kind != RANKLE_SYMBOL_STATE && symbol->kind != RANKLE_SYMBOL_PARAMETER))
    _rankle_system_fail (self, (SBase_t *)assignment, RANKLE_MODEL_ERROR_UNSUPPORTED,
                         /* Translators: ids of an event and of what it assigns to */
                         _ ("the event ‘%1$s’ changes ‘%2$s’, which it cannot"),
                         name_of (event), id == NULL ? "" : id);
  else if (is_constant (symbol))
    _rankle_system_fail (self, (SBase_t *)assignment, RANKLE_MODEL_ERROR_SEMANTIC,
                         _ ("the event ‘%1$s’ changes ‘%2$s’, which is constant"),
                         name_of (event), id);
  else
    return symbol;

  return NULL;
}

static gboolean
add_assignment (RankleSystem *self, Event_t *event, EventAssignment_t *assignment)
{
  RankleSymbol    *target = find_target (self, event, assignment);
  RankleExpression value;

  if (target == NULL)
    return FALSE;
  if (is_target (self, target))
    return _rankle_system_fail (self, (SBase_t *)assignment, RANKLE_MODEL_ERROR_SEMANTIC,
                                _ ("the event ‘%1$s’ changes ‘%2$s’ twice"),
                                name_of (event), target->id);
  if (!EventAssignment_isSetMath (assignment))
    return _rankle_system_fail (
        self, (SBase_t *)assignment, RANKLE_MODEL_ERROR_SYNTAX,
        _ ("what the event ‘%1$s’ makes of ‘%2$s’ has no formula"), name_of (event),
        target->id);
  value = import (self, event, EventAssignment_getMath (assignment));
  if (value == NONE)
    return FALSE;
  add_value (self, target, value);

  return TRUE;
}

/* A compartment's size changes and the amounts in it do not: its concentrations are
 * those of before, times the old size over the new. */
static gboolean
dilute (RankleSystem *self, Event_t *event, guint size)
{
  RankleSymbol    *compartment = g_ptr_array_index (self->event_targets, size);
  RankleExpression after = g_array_index (self->event_values, RankleExpression, size);
  RankleExpression factor = _rankle_system_resolve (self, compartment, RANKLE_MOMENT_RUN);

  g_assert (compartment->compartment != NULL);

  if (factor == NONE)
    return FALSE;
  factor = rankle_graph_binary (self->graph, RANKLE_OP_DIVIDE, factor, after);
  for (guint i = 0; i < Model_getNumSpecies (self->sbml); i++)
    {
      Species_t    *species = Model_getSpecies (self->sbml, i);
      RankleSymbol *symbol = g_hash_table_lookup (self->symbols, Species_getId (species));
      RankleExpression value;

      if (g_strcmp0 (Species_getCompartment (species), compartment->id) != 0 ||
          Species_getHasOnlySubstanceUnits (species) ||
          symbol->kind == RANKLE_SYMBOL_OBSERVABLE || is_target (self, symbol))
        continue;
      if (is_constant (symbol))
        return refuse (self, event,
                       _ ("an event that changes the size of a constant concentration"));
      value = _rankle_system_resolve (self, symbol, RANKLE_MOMENT_RUN);
      if (value == NONE)
        return FALSE;
      add_value (self, symbol,
                 rankle_graph_binary (self->graph, RANKLE_OP_MULTIPLY, value, factor));
    }

  return TRUE;
}

static gboolean
add_assignments (RankleSystem *self, Event_t *event)
{
  guint first = self->event_values->len, end;

  for (guint i = 0; i < Event_getNumEventAssignments (event); i++)
    if (!add_assignment (self, event, Event_getEventAssignment (event, i)))
      return FALSE;
  end = self->event_values->len;
  for (guint i = first; i < end; i++)
    if (((RankleSymbol *)g_ptr_array_index (self->event_targets, i))->compartment !=
            NULL &&
        !dilute (self, event, i))
      return FALSE;
  g_array_append_val (self->event_ends, self->event_values->len);

  return TRUE;
}

/* ---- all of them ---- */

/* COPASI writes a delay of 0 where there is none. */
static gboolean
has_delay (RankleSystem *self, Event_t *event)
{
  Delay_t         *delay = Event_getDelay (event);
  RankleExpression value;

  if (delay == NULL || !Delay_isSetMath (delay))
    return FALSE;
  value = import (self, event, Delay_getMath (delay));

  return value == NONE || !rankle_graph_is_constant (self->graph, value, 0.0);
}

static gboolean
check_event (RankleSystem *self, Event_t *event)
{
  if (has_delay (self, event))
    return refuse (self, event, _ ("an event with a delay"));
  if (Event_isSetPriority (event))
    return refuse (self, event, _ ("an event with a priority"));

  return TRUE;
}

gboolean
_rankle_system_build_events (RankleSystem *self)
{
  if (Model_getNumEvents (self->sbml) > MAX_EVENTS)
    return _rankle_system_fail (self, NULL, RANKLE_MODEL_ERROR_LIMIT,
                                ngettext ("the model has more than %d event",
                                          "the model has more than %d events",
                                          MAX_EVENTS),
                                MAX_EVENTS);

  for (guint i = 0; i < Model_getNumEvents (self->sbml); i++)
    {
      Event_t *event = Model_getEvent (self->sbml, i);

      if (!check_event (self, event) || !add_trigger (self, event) ||
          !add_assignments (self, event))
        return FALSE;
    }

  return TRUE;
}

/* ---- for the model ---- */

static const RankleQuantity *
quantity_of (const RankleModel *model, const RankleSymbol *symbol)
{
  return symbol->kind == RANKLE_SYMBOL_STATE ? &model->states[symbol->index]
                                             : &model->parameters[symbol->index];
}

static gboolean
asks_state (const RankleSystem *self, guint event)
{
  RankleExpression trigger = g_array_index (self->triggers, RankleExpression, event);

  return (rankle_graph_get (self->graph, trigger)->depends & RANKLE_DEPENDS_STATE) != 0;
}

static void
describe_event (RankleModel *model, const RankleSystem *self, guint index)
{
  Event_t          *event = Model_getEvent (self->sbml, index);
  const Trigger_t  *trigger = Event_getTrigger (event);
  gboolean          is_level_3 = SBase_getLevel ((SBase_t *)event) > 2;
  RankleTimedEvent *it = &model->events[index];

  g_assert (index < self->event_ends->len);

  it->id = g_string_chunk_insert (model->strings, name_of (event));
  it->first_value = index == 0 ? 0 : g_array_index (self->event_ends, guint, index - 1);
  it->n_targets = g_array_index (self->event_ends, guint, index) - it->first_value;
  it->targets = g_new (const RankleQuantity *, it->n_targets + 1);
  for (guint i = 0; i < it->n_targets; i++)
    it->targets[i] =
        quantity_of (model, g_ptr_array_index (self->event_targets, it->first_value + i));
  it->was_true = !is_level_3 || Trigger_getInitialValue (trigger);
  it->persistent = !is_level_3 || Trigger_getPersistent (trigger);
  it->early = Event_getUseValuesFromTriggerTime (event);
  it->by_state = asks_state (self, index);
}

/* Whether each node follows from a parameter that an event assigns to. The formula of a
 * derived parameter comes before all that reads the parameter. */
static guint8 *
find_touched (const RankleSystem *self)
{
  guint              size = rankle_graph_get_size (self->graph);
  guint8            *touched = g_new0 (guint8, size);
  g_autofree guint8 *assigned = g_new0 (guint8, self->parameters->len + 1);

  for (guint i = 0; i < self->event_targets->len; i++)
    {
      const RankleSymbol *target = g_ptr_array_index (self->event_targets, i);

      if (target->kind == RANKLE_SYMBOL_PARAMETER)
        assigned[target->index] = TRUE;
    }
  for (guint i = 0; i < size; i++)
    {
      const RankleNode   *node = rankle_graph_get (self->graph, i);
      const RankleSymbol *symbol;

      if (node->op != RANKLE_OP_PARAMETER)
        {
          for (guint k = 0; k < rankle_op_get_arity (node->op); k++)
            touched[i] |= touched[node->child[k]];
          continue;
        }
      symbol = g_ptr_array_index (self->parameters, node->child[0]);
      touched[i] = assigned[node->child[0]] ||
                   (symbol->derived && touched[symbol->meaning[RANKLE_MOMENT_START]]);
    }

  return touched;
}

static void
describe_kept (RankleModel *model, const RankleSystem *self)
{
  g_autofree guint8 *touched = find_touched (self);
  GArray            *kept = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->parameters->len; i++)
    {
      const RankleSymbol *symbol = g_ptr_array_index (self->parameters, i);

      if (symbol->derived && touched[symbol->meaning[RANKLE_MOMENT_START]])
        g_array_append_val (kept, i);
    }
  model->n_kept = kept->len;
  model->kept = (guint *)(void *)g_array_free (kept, FALSE);
}

void
_rankle_system_describe_events (const RankleSystem *self, RankleModel *model)
{
  model->n_events = Model_getNumEvents (self->sbml);
  model->events = g_new0 (RankleTimedEvent, model->n_events + 1);
  for (guint i = 0; i < model->n_events; i++)
    describe_event (model, self, i);
  if (model->n_events > 0)
    describe_kept (model, self);
}
