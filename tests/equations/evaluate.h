/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"

/* The plainest evaluation there is, against which registers, hoisting and simplification
 * are held. */

typedef struct
{
  double        time;
  const double *parameters;
  const double *states;
} Leaves;

static inline double
evaluate (const RankleGraph *graph, RankleExpression expression, const Leaves *leaves)
{
  const RankleNode *node = rankle_graph_get (graph, expression);
  double            operand[3] = { 0.0, 0.0, 0.0 };

  if (node->op == RANKLE_OP_CONSTANT)
    return node->value;
  if (node->op == RANKLE_OP_PARAMETER)
    return leaves->parameters[node->child[0]];
  if (node->op == RANKLE_OP_STATE)
    return leaves->states[node->child[0]];
  if (node->op == RANKLE_OP_TIME)
    return leaves->time;

  for (guint i = 0; i < rankle_op_get_arity (node->op); i++)
    operand[i] = evaluate (graph, node->child[i], leaves);

  return rankle_op_evaluate (node->op, operand[0], operand[1], operand[2]);
}
