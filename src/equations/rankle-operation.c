/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-operation.h"

#include "rankle-expression.h"

static double
evaluate_unary (RankleOp op, double a)
{
  switch ((guint)op)
    {
#define CASE(NAME, FORMULA)                                                              \
  case RANKLE_OP_##NAME:                                                                 \
    return FORMULA;
      RANKLE_UNARY_OPERATIONS (CASE)
#undef CASE
    default:
      g_assert_not_reached ();
    }
}

static double
evaluate_binary (RankleOp op, double a, double b)
{
  switch ((guint)op)
    {
#define CASE(NAME, FORMULA)                                                              \
  case RANKLE_OP_##NAME:                                                                 \
    return FORMULA;
      RANKLE_BINARY_OPERATIONS (CASE)
#undef CASE
    default:
      g_assert_not_reached ();
    }
}

double
rankle_op_evaluate (RankleOp op, double a, double b, double c)
{
  switch (rankle_op_get_arity (op))
    {
    case 1:
      return evaluate_unary (op, a);
    case 2:
      return evaluate_binary (op, a, b);
    default:
      g_assert (rankle_op_get_arity (op) == 3);
      return op == RANKLE_OP_SELECT ? rankle_select (a, b, c)
                                    : rankle_power_slope (a, b, c);
    }
}
