/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* A graph of formulas in which equal formulas are one node, so that what is shared is
 * computed once. */

G_BEGIN_DECLS

/* A node's place in its graph. A child's is always smaller than its parent's: ascending
 * order is an order of evaluation, and no walk over the graph needs the stack. */
typedef guint32 RankleExpression;

#define RANKLE_EXPRESSION_NONE G_MAXUINT32

/* The order matters: leaves, then one, two and three operands. Truth is 1.0, falsehood
 * 0.0. */
typedef enum
{
  RANKLE_OP_CONSTANT,
  RANKLE_OP_PARAMETER,
  RANKLE_OP_TIME,
  RANKLE_OP_STATE,

  RANKLE_OP_NEGATE,
  RANKLE_OP_ABS,
  RANKLE_OP_SIGN, /* -1, 0, 1 */
  RANKLE_OP_SQRT,
  RANKLE_OP_EXP,
  RANKLE_OP_LN,
  RANKLE_OP_LOG10,
  RANKLE_OP_FLOOR,
  RANKLE_OP_CEIL,
  RANKLE_OP_SIN,
  RANKLE_OP_COS,
  RANKLE_OP_TAN,
  RANKLE_OP_ASIN,
  RANKLE_OP_ACOS,
  RANKLE_OP_ATAN,
  RANKLE_OP_SINH,
  RANKLE_OP_COSH,
  RANKLE_OP_TANH,
  RANKLE_OP_ASINH,
  RANKLE_OP_ACOSH,
  RANKLE_OP_ATANH,
  RANKLE_OP_NOT,

  RANKLE_OP_ADD,
  RANKLE_OP_SUBTRACT,
  RANKLE_OP_MULTIPLY,
  RANKLE_OP_DIVIDE,
  RANKLE_OP_POWER,
  RANKLE_OP_MINIMUM,
  RANKLE_OP_MAXIMUM,
  RANKLE_OP_LESS,
  RANKLE_OP_LESS_EQUAL,
  RANKLE_OP_EQUAL,
  RANKLE_OP_NOT_EQUAL,
  RANKLE_OP_AND,
  RANKLE_OP_OR,
  RANKLE_OP_XOR,

  RANKLE_OP_SELECT,      /* a is true ? b : c */
  RANKLE_OP_POWER_SLOPE, /* d(a^b)/da, given c = a^b */

  RANKLE_OP_LAST
} RankleOp;

#define RANKLE_OP_FIRST_UNARY   RANKLE_OP_NEGATE
#define RANKLE_OP_FIRST_BINARY  RANKLE_OP_ADD
#define RANKLE_OP_FIRST_TERNARY RANKLE_OP_SELECT

typedef enum
{
  RANKLE_DEPENDS_PARAMETER = 1 << 0,
  RANKLE_DEPENDS_TIME = 1 << 1,
  RANKLE_DEPENDS_STATE = 1 << 2,
} RankleDepends;

/**
 * RankleNode:
 * @depends: what the value depends on (RankleDepends)
 * @total: finite for all finite leaves (overflow aside), so that 0 × it is 0
 * @child: operands; child[0] of a parameter or state is its index
 * @value: of a constant
 */
typedef struct
{
  guint16          op;
  guint8           depends;
  guint8           total;
  RankleExpression child[3];
  double           value;
} RankleNode;

typedef struct _RankleGraph RankleGraph;

/* At most @limit nodes: beyond it every new formula is the constant 0 and is_full()
 * tells. */
RankleGraph *rankle_graph_new (guint limit);
void         rankle_graph_free (RankleGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleGraph, rankle_graph_free)

gboolean rankle_graph_is_full (const RankleGraph *graph);
guint    rankle_graph_get_size (const RankleGraph *graph);
/* Valid until the next node is made. */
const RankleNode *rankle_graph_get (const RankleGraph *graph,
                                    RankleExpression   expression);
guint             rankle_op_get_arity (RankleOp op);
/* (transfer full): for each node, whether it is one of the @n @formulas (NONE among them)
 * or below one. */
guint8 *rankle_graph_find_reachable (const RankleGraph      *graph,
                                     const RankleExpression *formulas,
                                     guint                   n);

RankleExpression rankle_graph_constant (RankleGraph *graph, double value);
RankleExpression rankle_graph_parameter (RankleGraph *graph, guint index);
RankleExpression rankle_graph_state (RankleGraph *graph, guint index);
RankleExpression rankle_graph_time (RankleGraph *graph);

/* These simplify; see the head of rankle-simplify.c for what they may do. */
RankleExpression rankle_graph_unary (RankleGraph *graph, RankleOp op, RankleExpression a);
RankleExpression rankle_graph_binary (RankleGraph     *graph,
                                      RankleOp         op,
                                      RankleExpression a,
                                      RankleExpression b);
RankleExpression rankle_graph_ternary (RankleGraph     *graph,
                                       RankleOp         op,
                                       RankleExpression a,
                                       RankleExpression b,
                                       RankleExpression c);

gboolean
rankle_graph_is_constant (const RankleGraph *graph, RankleExpression a, double value);

/* Makes or finds the node as it is told: no simplification. For rankle-simplify.c. */
RankleExpression rankle_graph_intern (RankleGraph     *graph,
                                      RankleOp         op,
                                      RankleExpression a,
                                      RankleExpression b,
                                      RankleExpression c,
                                      double           value);

/* One operation on numbers: what the registers do too. Unused operands are ignored. */
double rankle_op_evaluate (RankleOp op, double a, double b, double c);

G_END_DECLS
