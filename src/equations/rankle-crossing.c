/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-crossing.h"

#include "rankle-derivative.h"

#define NONE RANKLE_EXPRESSION_NONE

static gboolean
depends_on_time (const RankleGraph *graph, RankleExpression a)
{
  return (rankle_graph_get (graph, a)->depends & RANKLE_DEPENDS_TIME) != 0;
}

gboolean
rankle_crossings_is_linear (const RankleGraph *graph, const RankleNode *node)
{
  switch (node->op)
    {
    case RANKLE_OP_NEGATE:
    case RANKLE_OP_ADD:
    case RANKLE_OP_SUBTRACT:
      return TRUE;
    case RANKLE_OP_MULTIPLY:
      return !depends_on_time (graph, node->child[0]) ||
             !depends_on_time (graph, node->child[1]);
    case RANKLE_OP_DIVIDE:
      return !depends_on_time (graph, node->child[1]);
    default:
      return FALSE;
    }
}

static RankleExpression
rebuild (const RankleCrossings *self, const RankleNode *node)
{
  RankleExpression a = self->at_zero[node->child[0]];
  RankleExpression b;

  if (node->op == RANKLE_OP_NEGATE)
    return a == NONE ? NONE : rankle_graph_unary (self->graph, RANKLE_OP_NEGATE, a);

  b = self->at_zero[node->child[1]];
  if (a == NONE || b == NONE)
    return NONE;

  return rankle_graph_binary (self->graph, node->op, a, b);
}

/* Its children have been looked at. */
static RankleExpression
look_at (const RankleCrossings *self, RankleExpression formula)
{
  const RankleNode node = *rankle_graph_get (self->graph, formula);

  g_assert (formula < self->size);

  if ((node.depends & RANKLE_DEPENDS_STATE) != 0)
    return NONE;
  if ((node.depends & RANKLE_DEPENDS_TIME) == 0)
    return formula;

  if (node.op == RANKLE_OP_TIME)
    return rankle_graph_constant (self->graph, 0.0);

  return rankle_crossings_is_linear (self->graph, &node) ? rebuild (self, &node) : NONE;
}

void
rankle_crossings_init (RankleCrossings        *self,
                       RankleGraph            *graph,
                       const RankleExpression *formulas,
                       guint                   n)
{
  g_autofree guint8 *reachable = rankle_graph_find_reachable (graph, formulas, n);

  self->graph = graph;
  self->size = rankle_graph_get_size (graph);
  self->at_zero = g_new (RankleExpression, self->size + 1);
  for (guint i = 0; i < self->size; i++)
    self->at_zero[i] =
        reachable[i] && !rankle_graph_is_full (graph) ? look_at (self, i) : NONE;
}

void
rankle_crossings_clear (RankleCrossings *self)
{
  g_clear_pointer (&self->at_zero, g_free);
}

gboolean
rankle_crossings_has (const RankleCrossings *self, RankleExpression a, RankleExpression b)
{
  g_assert (a < self->size && b < self->size);

  return self->at_zero[a] != NONE && self->at_zero[b] != NONE &&
         (depends_on_time (self->graph, a) || depends_on_time (self->graph, b));
}

RankleExpression
rankle_crossings_when (const RankleCrossings *self,
                       RankleExpression       a,
                       RankleExpression       b,
                       RankleExpression      *slope)
{
  RankleGraph     *graph = self->graph;
  RankleExpression gap = rankle_graph_binary (graph, RANKLE_OP_SUBTRACT, a, b);
  RankleExpression at_zero =
      rankle_graph_binary (graph, RANKLE_OP_SUBTRACT, self->at_zero[a], self->at_zero[b]);

  g_assert (rankle_crossings_has (self, a, b));

  rankle_graph_differentiate (graph, &gap, 1, rankle_graph_time (graph), slope);
  if (rankle_graph_is_constant (graph, *slope, 0.0))
    return NONE;

  return rankle_graph_binary (graph, RANKLE_OP_DIVIDE,
                              rankle_graph_unary (graph, RANKLE_OP_NEGATE, at_zero),
                              *slope);
}
