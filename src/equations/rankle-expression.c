/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-expression.h"

#include <string.h>

/* The graph's store: an array of nodes and an open-addressing table of their places. */

struct _RankleGraph
{
  GArray  *nodes; /* RankleNode */
  guint32 *table; /* place + 1; 0: empty */
  guint    table_size;
  guint    limit;
  gboolean full;
};

RankleGraph *
rankle_graph_new (guint limit)
{
  RankleGraph *graph = g_new0 (RankleGraph, 1);

  g_assert (limit > 0); /* 0 has a place in every graph */

  graph->nodes = g_array_sized_new (FALSE, FALSE, sizeof (RankleNode), 256);
  graph->table_size = 1024;
  graph->table = g_new0 (guint32, graph->table_size);
  graph->limit = limit;
  rankle_graph_constant (graph, 0.0); /* the place that a full graph answers with */

  return graph;
}

void
rankle_graph_free (RankleGraph *graph)
{
  g_array_unref (graph->nodes);
  g_free (graph->table);
  g_free (graph);
}

gboolean
rankle_graph_is_full (const RankleGraph *graph)
{
  return graph->full;
}

guint
rankle_graph_get_size (const RankleGraph *graph)
{
  return graph->nodes->len;
}

const RankleNode *
rankle_graph_get (const RankleGraph *graph, RankleExpression expression)
{
  g_assert (expression < graph->nodes->len);

  return &g_array_index (graph->nodes, RankleNode, expression);
}

guint
rankle_op_get_arity (RankleOp op)
{
  if (op < RANKLE_OP_FIRST_UNARY)
    return 0;
  if (op < RANKLE_OP_FIRST_BINARY)
    return 1;

  return op < RANKLE_OP_FIRST_TERNARY ? 2 : 3;
}

static guint
node_hash (const RankleNode *node)
{
  guint64 bits;
  guint64 hash = node->op;

  memcpy (&bits, &node->value, sizeof bits);
  for (guint i = 0; i < 3; i++)
    hash = (hash ^ node->child[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  hash = (hash ^ bits) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint)(hash >> 32);
}

static gboolean
node_equal (const RankleNode *a, const RankleNode *b)
{
  return a->op == b->op && memcmp (a->child, b->child, sizeof a->child) == 0 &&
         memcmp (&a->value, &b->value, sizeof a->value) == 0;
}

/* The slot where @node is, or where it would be put. */
static guint32 *
find_slot (RankleGraph *graph, const RankleNode *node)
{
  guint mask = graph->table_size - 1;
  guint at = node_hash (node) & mask;

  g_assert ((graph->table_size & mask) == 0); /* a power of two: the mask is its bits */
  g_assert (graph->nodes->len < graph->table_size); /* so that the search ends */

  while (graph->table[at] != 0 &&
         !node_equal (rankle_graph_get (graph, graph->table[at] - 1), node))
    at = (at + 1) & mask;

  return &graph->table[at];
}

static void
grow_table (RankleGraph *graph)
{
  g_free (graph->table);
  graph->table_size *= 2;
  graph->table = g_new0 (guint32, graph->table_size);
  for (guint i = 0; i < graph->nodes->len; i++)
    *find_slot (graph, rankle_graph_get (graph, i)) = i + 1;
}

/* Finite whatever its finite operands are. Overflow is not thought of: a model that
 * overflows fails with or without the term. */
static gboolean
op_is_total (const RankleGraph *graph, const RankleNode *node)
{
  switch ((guint)node->op)
    {
    case RANKLE_OP_CONSTANT:
      return -G_MAXDOUBLE <= node->value && node->value <= G_MAXDOUBLE;
    case RANKLE_OP_DIVIDE:
      {
        const RankleNode *divisor = rankle_graph_get (graph, node->child[1]);

        return divisor->op == RANKLE_OP_CONSTANT &&
               !rankle_graph_is_constant (graph, node->child[1], 0.0);
      }
    case RANKLE_OP_SQRT:
    case RANKLE_OP_LN:
    case RANKLE_OP_LOG10:
    case RANKLE_OP_TAN:
    case RANKLE_OP_ASIN:
    case RANKLE_OP_ACOS:
    case RANKLE_OP_ACOSH:
    case RANKLE_OP_ATANH:
    case RANKLE_OP_POWER:
    case RANKLE_OP_POWER_SLOPE:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
inherit (RankleGraph *graph, RankleNode *node)
{
  guint arity = rankle_op_get_arity (node->op);

  if (node->op == RANKLE_OP_PARAMETER)
    node->depends = RANKLE_DEPENDS_PARAMETER;
  if (node->op == RANKLE_OP_TIME)
    node->depends = RANKLE_DEPENDS_TIME;
  if (node->op == RANKLE_OP_STATE)
    node->depends = RANKLE_DEPENDS_STATE;

  node->total = op_is_total (graph, node);
  for (guint i = 0; i < arity; i++)
    {
      const RankleNode *child = rankle_graph_get (graph, node->child[i]);

      /* It is in the graph already, and so its place is smaller than the parent's. */
      node->depends |= child->depends;
      node->total = node->total && child->total;
    }
}

RankleExpression
rankle_graph_intern (RankleGraph     *graph,
                     RankleOp         op,
                     RankleExpression a,
                     RankleExpression b,
                     RankleExpression c,
                     double           value)
{
  RankleNode node = { .op = op, .child = { a, b, c }, .value = value };
  guint32   *slot = find_slot (graph, &node);

  if (*slot != 0)
    return *slot - 1;

  if (graph->nodes->len >= graph->limit)
    {
      graph->full = TRUE;
      return 0;
    }

  inherit (graph, &node);
  g_array_append_val (graph->nodes, node);
  *slot = graph->nodes->len;
  if (2 * graph->nodes->len > graph->table_size)
    grow_table (graph);

  return graph->nodes->len - 1;
}

RankleExpression
rankle_graph_constant (RankleGraph *graph, double value)
{
  return rankle_graph_intern (graph, RANKLE_OP_CONSTANT, 0, 0, 0, value);
}

RankleExpression
rankle_graph_parameter (RankleGraph *graph, guint index)
{
  return rankle_graph_intern (graph, RANKLE_OP_PARAMETER, index, 0, 0, 0.0);
}

RankleExpression
rankle_graph_state (RankleGraph *graph, guint index)
{
  return rankle_graph_intern (graph, RANKLE_OP_STATE, index, 0, 0, 0.0);
}

RankleExpression
rankle_graph_time (RankleGraph *graph)
{
  return rankle_graph_intern (graph, RANKLE_OP_TIME, 0, 0, 0, 0.0);
}

/* Bit for bit, but that -0 is 0. */
gboolean
rankle_graph_is_constant (const RankleGraph *graph, RankleExpression a, double value)
{
  const RankleNode *node = rankle_graph_get (graph, a);

  return node->op == RANKLE_OP_CONSTANT && node->value >= value && node->value <= value;
}

guint8 *
rankle_graph_find_reachable (const RankleGraph      *graph,
                             const RankleExpression *formulas,
                             guint                   n)
{
  guint   size = rankle_graph_get_size (graph);
  guint8 *reachable = g_new0 (guint8, size);

  for (guint i = 0; i < n; i++)
    if (formulas[i] != RANKLE_EXPRESSION_NONE)
      {
        g_assert (formulas[i] < size);
        reachable[formulas[i]] = TRUE;
      }
  for (guint i = size; i-- > 0;)
    {
      const RankleNode *node = rankle_graph_get (graph, i);
      guint             arity = reachable[i] ? rankle_op_get_arity (node->op) : 0;

      for (guint k = 0; k < arity; k++)
        reachable[node->child[k]] = TRUE;
    }

  return reachable;
}
