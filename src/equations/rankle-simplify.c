/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-expression.h"

#include <math.h>

/* Making nodes. What simplification may do:
 *
 * - It keeps the value for all finite operands, to the last bit, but for the sign of a
 * zero and for powers: a^2, a^3, a^4 become products and a^-1, a^-2 quotients (one or two
 * roundings more than pow()), a^0.5 becomes sqrt.
 * - It never reassociates and never turns a division into a multiplication, unless the
 * divisor is a power of two.
 * - 0 × a is 0, and a - a is 0, only where a is finite for all finite values of its
 * leaves (`total`): 0 / x and 0 × ln x stay, and are not a number at x = 0, as they
 * should be.
 */

static gboolean
is_number (const RankleGraph *graph, RankleExpression a)
{
  return rankle_graph_get (graph, a)->op == RANKLE_OP_CONSTANT;
}

static gboolean
is_total (const RankleGraph *graph, RankleExpression a)
{
  return rankle_graph_get (graph, a)->total;
}

/* @a is -x: gives x. */
static gboolean
is_negated (const RankleGraph *graph, RankleExpression a, RankleExpression *x)
{
  const RankleNode *node = rankle_graph_get (graph, a);

  *x = node->child[0];
  return node->op == RANKLE_OP_NEGATE;
}

static RankleExpression
plain (RankleGraph *graph, RankleOp op, RankleExpression a, RankleExpression b)
{
  return rankle_graph_intern (graph, op, a, b, 0, 0.0);
}

static RankleExpression
negate (RankleGraph *graph, RankleExpression a)
{
  const RankleNode *node = rankle_graph_get (graph, a);

  if (node->op == RANKLE_OP_NEGATE)
    return node->child[0];
  if (node->op == RANKLE_OP_SUBTRACT)
    return rankle_graph_binary (graph, RANKLE_OP_SUBTRACT, node->child[1],
                                node->child[0]);

  return plain (graph, RANKLE_OP_NEGATE, a, 0);
}

static RankleExpression
add (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  RankleExpression x;

  if (rankle_graph_is_constant (graph, a, 0.0))
    return b;
  if (rankle_graph_is_constant (graph, b, 0.0))
    return a;
  if (is_negated (graph, b, &x))
    return rankle_graph_binary (graph, RANKLE_OP_SUBTRACT, a, x);
  if (is_negated (graph, a, &x))
    return rankle_graph_binary (graph, RANKLE_OP_SUBTRACT, b, x);

  return plain (graph, RANKLE_OP_ADD, MIN (a, b), MAX (a, b));
}

static RankleExpression
subtract (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  RankleExpression x;

  if (rankle_graph_is_constant (graph, b, 0.0))
    return a;
  if (rankle_graph_is_constant (graph, a, 0.0))
    return negate (graph, b);
  if (a == b && is_total (graph, a))
    return rankle_graph_constant (graph, 0.0);
  if (is_negated (graph, b, &x))
    return rankle_graph_binary (graph, RANKLE_OP_ADD, a, x);

  return plain (graph, RANKLE_OP_SUBTRACT, a, b);
}

static RankleExpression
multiply (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  RankleExpression x;

  if (is_number (graph, b))
    {
      x = a;
      a = b;
      b = x;
    }
  if (rankle_graph_is_constant (graph, a, 1.0))
    return b;
  if (rankle_graph_is_constant (graph, a, -1.0))
    return negate (graph, b);
  if (rankle_graph_is_constant (graph, a, 0.0) && is_total (graph, b))
    return a;
  if (is_negated (graph, a, &x))
    return negate (graph, multiply (graph, x, b));
  if (is_negated (graph, b, &x))
    return negate (graph, multiply (graph, a, x));

  return plain (graph, RANKLE_OP_MULTIPLY, MIN (a, b), MAX (a, b));
}

static gboolean
is_power_of_two (const RankleGraph *graph, RankleExpression a)
{
  const RankleNode *node = rankle_graph_get (graph, a);
  int               exponent;

  if (node->op != RANKLE_OP_CONSTANT || fabs (node->value) < 1e-300 ||
      !isfinite (node->value))
    return FALSE;

  return !(fabs (frexp (node->value, &exponent)) > 0.5);
}

static RankleExpression
divide (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  RankleExpression x;

  if (rankle_graph_is_constant (graph, b, 1.0))
    return a;
  if (is_power_of_two (graph, b))
    {
      double factor = 1.0 / rankle_graph_get (graph, b)->value;

      return multiply (graph, rankle_graph_constant (graph, factor), a);
    }
  if (is_negated (graph, a, &x))
    return negate (graph, divide (graph, x, b));
  if (is_negated (graph, b, &x))
    return negate (graph, divide (graph, a, x));

  return plain (graph, RANKLE_OP_DIVIDE, a, b);
}

static RankleExpression
whole_power (RankleGraph *graph, RankleExpression a, int exponent)
{
  RankleExpression square;

  if (exponent < 0)
    return divide (graph, rankle_graph_constant (graph, 1.0),
                   whole_power (graph, a, -exponent));
  if (exponent == 0)
    return rankle_graph_constant (graph, 1.0);
  if (exponent == 1)
    return a;

  square = multiply (graph, a, a);
  if (exponent == 2)
    return square;

  return multiply (graph, square, exponent == 3 ? a : square);
}

static RankleExpression
power (RankleGraph *graph, RankleExpression a, RankleExpression b)
{
  for (int exponent = -2; exponent <= 4; exponent++)
    if (rankle_graph_is_constant (graph, b, exponent))
      return whole_power (graph, a, exponent);
  if (rankle_graph_is_constant (graph, b, 0.5))
    return rankle_graph_unary (graph, RANKLE_OP_SQRT, a);
  if (rankle_graph_is_constant (graph, a, 1.0))
    return a;

  return plain (graph, RANKLE_OP_POWER, a, b);
}

static RankleExpression
select_branch (RankleGraph     *graph,
               RankleExpression condition,
               RankleExpression a,
               RankleExpression b)
{
  if (a == b)
    return a;
  if (is_number (graph, condition))
    return rankle_graph_is_constant (graph, condition, 0.0) ? b : a;

  return rankle_graph_intern (graph, RANKLE_OP_SELECT, condition, a, b, 0.0);
}

RankleExpression
rankle_graph_unary (RankleGraph *graph, RankleOp op, RankleExpression a)
{
  g_assert (rankle_op_get_arity (op) == 1);

  if (is_number (graph, a))
    return rankle_graph_constant (
        graph, rankle_op_evaluate (op, rankle_graph_get (graph, a)->value, 0.0, 0.0));

  return op == RANKLE_OP_NEGATE ? negate (graph, a) : plain (graph, op, a, 0);
}

RankleExpression
rankle_graph_binary (RankleGraph     *graph,
                     RankleOp         op,
                     RankleExpression a,
                     RankleExpression b)
{
  g_assert (rankle_op_get_arity (op) == 2);

  if (is_number (graph, a) && is_number (graph, b))
    return rankle_graph_constant (
        graph, rankle_op_evaluate (op, rankle_graph_get (graph, a)->value,
                                   rankle_graph_get (graph, b)->value, 0.0));

  switch ((guint)op)
    {
    case RANKLE_OP_ADD:
      return add (graph, a, b);
    case RANKLE_OP_SUBTRACT:
      return subtract (graph, a, b);
    case RANKLE_OP_MULTIPLY:
      return multiply (graph, a, b);
    case RANKLE_OP_DIVIDE:
      return divide (graph, a, b);
    case RANKLE_OP_POWER:
      return power (graph, a, b);
    default:
      return plain (graph, op, a, b);
    }
}

RankleExpression
rankle_graph_ternary (RankleGraph     *graph,
                      RankleOp         op,
                      RankleExpression a,
                      RankleExpression b,
                      RankleExpression c)
{
  g_assert (rankle_op_get_arity (op) == 3);

  if (op == RANKLE_OP_SELECT)
    return select_branch (graph, a, b, c);
  if (is_number (graph, a) && is_number (graph, b) && is_number (graph, c))
    return rankle_graph_constant (
        graph, rankle_op_evaluate (op, rankle_graph_get (graph, a)->value,
                                   rankle_graph_get (graph, b)->value,
                                   rankle_graph_get (graph, c)->value));

  return rankle_graph_intern (graph, op, a, b, c, 0.0);
}
