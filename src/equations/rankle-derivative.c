/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-derivative.h"

#include <math.h>

/* Forward differentiation, one variable at a time, of the nodes that depend on it in
 * ascending order: what a rule needs of its operands is there already, and no recursion
 * is needed however deep a formula is. Who is made of whom is found once for all
 * variables: in a large model each is in a few formulas. That the derivative of what does
 * not depend on the variable is 0 is a fact, not an approximation: terms with a zero
 * factor vanish here whatever the other factor is. */

struct _RankleDifferentiator
{
  RankleGraph            *graph;
  const RankleExpression *formulas;
  guint                   n, size; /* formulas; nodes up to the last of them */
  RankleExpression *slope; /* of each node; NONE: it does not depend on the variable */
  guint            *start; /* users of node i: [start[i]] … [start[i + 1]] */
  guint            *users; /* nodes of the formulas that it is an operand of */
  GArray           *dependents; /* RankleExpression: of the variable, and that itself */
};

typedef struct
{
  RankleExpression node, a, b, c; /* the formula and its operands */
  RankleExpression da, db, dc;    /* slopes; NONE is 0 */
} Rule;

#define NONE RANKLE_EXPRESSION_NONE

static RankleExpression
number (RankleGraph *graph, double value)
{
  return rankle_graph_constant (graph, value);
}

static RankleExpression
times (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  if (a == NONE || b == NONE)
    return NONE;

  return rankle_graph_binary (graph, RANKLE_OP_MULTIPLY, a, b);
}

static RankleExpression
over (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  return a == NONE ? NONE : rankle_graph_binary (graph, RANKLE_OP_DIVIDE, a, b);
}

static RankleExpression
negative (RankleGraph *graph, RankleExpression a)
{
  return a == NONE ? NONE : rankle_graph_unary (graph, RANKLE_OP_NEGATE, a);
}

static RankleExpression
plus (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  if (a == NONE)
    return b;

  return b == NONE ? a : rankle_graph_binary (graph, RANKLE_OP_ADD, a, b);
}

static RankleExpression
minus (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  if (a == NONE)
    return negative (graph, b);

  return b == NONE ? a : rankle_graph_binary (graph, RANKLE_OP_SUBTRACT, a, b);
}

static RankleExpression
choose (RankleGraph     *graph,
        RankleExpression condition,
        RankleExpression a,
        RankleExpression b)
{
  if (a == NONE && b == NONE)
    return NONE;

  return rankle_graph_ternary (graph, RANKLE_OP_SELECT, condition,
                               a == NONE ? number (graph, 0.0) : a,
                               b == NONE ? number (graph, 0.0) : b);
}

static RankleExpression
function (RankleGraph *graph, RankleOp op, RankleExpression a)
{
  return rankle_graph_unary (graph, op, a);
}

/* 1 + sign a². */
static RankleExpression
one_and_square (RankleGraph *graph, RankleExpression a, gboolean add)
{
  return rankle_graph_binary (graph, add ? RANKLE_OP_ADD : RANKLE_OP_SUBTRACT,
                              number (graph, 1.0), times (graph, a, a));
}

/* sqrt (a - 1) sqrt (a + 1): has no overflow and the right domain. */
static RankleExpression
acosh_divisor (RankleGraph *graph, RankleExpression a)
{
  RankleExpression one = number (graph, 1.0);

  return times (graph, function (graph, RANKLE_OP_SQRT, minus (graph, a, one)),
                function (graph, RANKLE_OP_SQRT, plus (graph, a, one)));
}

/* f' in d(f(a)) = f'(a) da. */
static RankleExpression
outer_slope (RankleGraph *graph, RankleOp op, const Rule *rule)
{
  RankleExpression a = rule->a;
  RankleExpression one = number (graph, 1.0);

  switch ((guint)op)
    {
    case RANKLE_OP_NEGATE:
      return number (graph, -1.0);
    case RANKLE_OP_ABS:
      return function (graph, RANKLE_OP_SIGN, a);
    case RANKLE_OP_SQRT:
      return over (graph, number (graph, 0.5), rule->node);
    case RANKLE_OP_EXP:
      return rule->node;
    case RANKLE_OP_LN:
      return over (graph, one, a);
    case RANKLE_OP_LOG10:
      return over (graph, number (graph, 1.0 / G_LN10), a);
    case RANKLE_OP_SIN:
      return function (graph, RANKLE_OP_COS, a);
    case RANKLE_OP_COS:
      return negative (graph, function (graph, RANKLE_OP_SIN, a));
    case RANKLE_OP_TAN:
      return one_and_square (graph, rule->node, TRUE);
    case RANKLE_OP_ASIN:
      return over (graph, one,
                   function (graph, RANKLE_OP_SQRT, one_and_square (graph, a, FALSE)));
    case RANKLE_OP_ACOS:
      return over (graph, number (graph, -1.0),
                   function (graph, RANKLE_OP_SQRT, one_and_square (graph, a, FALSE)));
    case RANKLE_OP_ATAN:
      return over (graph, one, one_and_square (graph, a, TRUE));
    case RANKLE_OP_SINH:
      return function (graph, RANKLE_OP_COSH, a);
    case RANKLE_OP_COSH:
      return function (graph, RANKLE_OP_SINH, a);
    case RANKLE_OP_TANH:
      return one_and_square (graph, rule->node, FALSE);
    case RANKLE_OP_ASINH:
      return over (graph, one,
                   function (graph, RANKLE_OP_SQRT, one_and_square (graph, a, TRUE)));
    case RANKLE_OP_ACOSH:
      return over (graph, one, acosh_divisor (graph, a));
    case RANKLE_OP_ATANH:
      return over (graph, one, one_and_square (graph, a, FALSE));
    default: /* sign, floor, ceil, not: steps */
      return NONE;
    }
}

/* d(a / b) = (da - (a / b) db) / b: shares the quotient. */
static RankleExpression
quotient_slope (RankleGraph *graph, const Rule *rule)
{
  return over (graph, minus (graph, rule->da, times (graph, rule->node, rule->db)),
               rule->b);
}

/* d(a^b) = b a^(b-1) da + a^b ln a db; the second term is 0 where a^b is (a = 0, b > 0).
 */
static RankleExpression
power_slope (RankleGraph *graph, const Rule *rule)
{
  RankleExpression by_base = NONE, by_exponent = NONE;

  if (rule->da != NONE)
    by_base = times (
        graph,
        rankle_graph_ternary (graph, RANKLE_OP_POWER_SLOPE, rule->a, rule->b, rule->node),
        rule->da);
  if (rule->db != NONE)
    by_exponent = choose (
        graph, rule->node,
        times (graph, times (graph, rule->node, function (graph, RANKLE_OP_LN, rule->a)),
               rule->db),
        NONE);

  return plus (graph, by_base, by_exponent);
}

/* Of s = b a^(b-1) itself, for second derivatives. */
static RankleExpression
slope_of_power_slope (RankleGraph *graph, const Rule *rule)
{
  RankleExpression one = number (graph, 1.0);
  RankleExpression less = minus (graph, rule->b, one);
  RankleExpression power = rankle_graph_binary (graph, RANKLE_OP_POWER, rule->a, less);
  Rule inner = { .node = power, .a = rule->a, .b = less, .da = rule->da, .db = rule->db };

  return plus (graph, times (graph, rule->b, power_slope (graph, &inner)),
               times (graph, rule->db, power));
}

static RankleExpression
extreme_slope (RankleGraph *graph, const Rule *rule, gboolean minimum)
{
  RankleExpression first =
      rankle_graph_binary (graph, RANKLE_OP_LESS_EQUAL, minimum ? rule->a : rule->b,
                           minimum ? rule->b : rule->a);

  return choose (graph, first, rule->da, rule->db);
}

static RankleExpression
slope_of (RankleGraph *graph, RankleOp op, const Rule *rule)
{
  switch ((guint)op)
    {
    case RANKLE_OP_ADD:
      return plus (graph, rule->da, rule->db);
    case RANKLE_OP_SUBTRACT:
      return minus (graph, rule->da, rule->db);
    case RANKLE_OP_MULTIPLY:
      return plus (graph, times (graph, rule->da, rule->b),
                   times (graph, rule->a, rule->db));
    case RANKLE_OP_DIVIDE:
      return quotient_slope (graph, rule);
    case RANKLE_OP_POWER:
      return power_slope (graph, rule);
    case RANKLE_OP_POWER_SLOPE:
      return slope_of_power_slope (graph, rule);
    case RANKLE_OP_MINIMUM:
      return extreme_slope (graph, rule, TRUE);
    case RANKLE_OP_MAXIMUM:
      return extreme_slope (graph, rule, FALSE);
    case RANKLE_OP_SELECT:
      return choose (graph, rule->a, rule->db, rule->dc);
    default:
      if (rankle_op_get_arity (op) != 1 || rule->da == NONE)
        return NONE;
      return times (graph, outer_slope (graph, op, rule), rule->da);
    }
}

static void
differentiate_node (RankleDifferentiator *self, RankleExpression node)
{
  RankleNode copy = *rankle_graph_get (self->graph, node);
  guint      arity = rankle_op_get_arity (copy.op);
  Rule       rule = { .node = node,
                      .a = copy.child[0],
                      .b = copy.child[1],
                      .c = copy.child[2],
                      .da = NONE,
                      .db = NONE,
                      .dc = NONE };

  /* Ascending order: the slopes of what is below are there. */
  g_assert (arity < 1 || rule.a < node);
  g_assert (arity < 2 || rule.b < node);
  g_assert (arity < 3 || rule.c < node);

  if (arity > 0)
    rule.da = self->slope[rule.a];
  if (arity > 1)
    rule.db = self->slope[rule.b];
  if (arity > 2)
    rule.dc = self->slope[rule.c];

  if (rule.da != NONE || rule.db != NONE || rule.dc != NONE)
    self->slope[node] = slope_of (self->graph, copy.op, &rule);
}

/* Marks what the formulas are made of. */
static guint8 *
find_needed (RankleGraph *graph, const RankleExpression *formulas, guint n, guint size)
{
  guint8 *needed = g_new0 (guint8, size);

  for (guint i = 0; i < n; i++)
    {
      g_assert (formulas[i] < size);
      needed[formulas[i]] = TRUE;
    }
  for (guint i = size; i-- > 0;)
    {
      const RankleNode *node = rankle_graph_get (graph, i);
      guint             arity = needed[i] ? rankle_op_get_arity (node->op) : 0;

      for (guint k = 0; k < arity; k++)
        needed[node->child[k]] = TRUE;
    }

  return needed;
}

/* A node stands behind what it is made of: none behind the last formula is looked at,
 * such as the slopes by the variables before. */
static guint
find_end (const RankleExpression *formulas, guint n)
{
  RankleExpression last = 0;

  for (guint i = 0; i < n; i++)
    last = MAX (last, formulas[i]);
  return last + 1;
}

/* @users: NULL: they are only counted, into @start one place on. Else they are put where
 * @start says, which moves by one with each. */
static void
go_through_users (const RankleDifferentiator *self,
                  const guint8               *needed,
                  guint                      *start,
                  guint                      *users)
{
  for (guint i = 0; i < self->size; i++)
    {
      const RankleNode *node = rankle_graph_get (self->graph, i);
      guint             arity = needed[i] ? rankle_op_get_arity (node->op) : 0;

      for (guint k = 0; k < arity; k++)
        if (users == NULL)
          start[node->child[k] + 1]++;
        else
          users[start[node->child[k]]++] = i;
    }
}

static void
find_users (RankleDifferentiator *self)
{
  g_autofree guint8 *needed =
      find_needed (self->graph, self->formulas, self->n, self->size);
  g_autofree guint *next = NULL;

  self->start = g_new0 (guint, self->size + 1);
  go_through_users (self, needed, self->start, NULL);
  for (guint i = 0; i < self->size; i++)
    self->start[i + 1] += self->start[i];
  self->users = g_new (guint, self->start[self->size] + 1);
  next = g_memdup2 (self->start, (self->size + 1) * sizeof (guint));
  go_through_users (self, needed, next, self->users);
}

RankleDifferentiator *
rankle_differentiator_new (RankleGraph *graph, const RankleExpression *formulas, guint n)
{
  RankleDifferentiator *self = g_new0 (RankleDifferentiator, 1);

  self->graph = graph;
  self->formulas = formulas;
  self->n = n;
  self->size = find_end (formulas, n);
  g_assert (self->size <= rankle_graph_get_size (graph));
  self->slope = g_new (RankleExpression, self->size);
  for (guint i = 0; i < self->size; i++)
    self->slope[i] = NONE;
  self->dependents = g_array_new (FALSE, FALSE, sizeof (RankleExpression));
  find_users (self);
  return self;
}

void
rankle_differentiator_free (RankleDifferentiator *differentiator)
{
  if (differentiator == NULL)
    return;

  g_free (differentiator->slope);
  g_free (differentiator->start);
  g_free (differentiator->users);
  g_array_unref (differentiator->dependents);
  g_free (differentiator);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  RankleExpression first = *(const RankleExpression *)a;
  RankleExpression second = *(const RankleExpression *)b;

  return first < second ? -1 : first > second;
}

/* Each is marked by a slope that is not NONE until its own is known. */
static void
find_dependents (RankleDifferentiator *self, RankleExpression variable)
{
  GArray *found = self->dependents;

  g_array_set_size (found, 0);
  g_array_append_val (found, variable);
  self->slope[variable] = variable;
  for (guint k = 0; k < found->len; k++)
    {
      RankleExpression node = g_array_index (found, RankleExpression, k);

      for (guint i = self->start[node]; i < self->start[node + 1]; i++)
        if (self->slope[self->users[i]] == NONE)
          {
            self->slope[self->users[i]] = variable;
            g_array_append_val (found, self->users[i]);
          }
    }
  g_array_sort (found, compare);
  for (guint k = 0; k < found->len; k++)
    self->slope[g_array_index (found, RankleExpression, k)] = NONE;
}

static RankleExpression
slope_or_0 (const RankleDifferentiator *self, RankleExpression formula)
{
  return self->slope[formula] == NONE ? number (self->graph, 0.0) : self->slope[formula];
}

void
rankle_differentiator_run (RankleDifferentiator *differentiator,
                           RankleExpression      variable,
                           RankleExpression     *derivatives)
{
  RankleDifferentiator *self = differentiator;
  GArray               *found = self->dependents;

  g_array_set_size (found, 0);
  if (variable < self->size)
    {
      find_dependents (self, variable);
      self->slope[variable] = number (self->graph, 1.0);
    }
  for (guint k = 1; k < found->len; k++)
    differentiate_node (self, g_array_index (found, RankleExpression, k));
  for (guint i = 0; i < self->n; i++)
    derivatives[i] = slope_or_0 (self, self->formulas[i]);
  for (guint k = 0; k < found->len; k++)
    self->slope[g_array_index (found, RankleExpression, k)] = NONE;
}

void
rankle_graph_differentiate (RankleGraph            *graph,
                            const RankleExpression *formulas,
                            guint                   n,
                            RankleExpression        variable,
                            RankleExpression       *derivatives)
{
  g_autoptr (RankleDifferentiator) self = rankle_differentiator_new (graph, formulas, n);

  rankle_differentiator_run (self, variable, derivatives);
}
