/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order to compute.
 *
 * An interpreter pays for each jump to an operation's code that the processor did not
 * foresee, and waits for each number that the instruction before has only just begun to
 * compute. Both are cured by one order: level by level, where a level holds what needs
 * the levels below it only, and within a level operation by operation. The rates of the
 * default model take 122 ns so, against 438 ns in the order in which they are written.
 * (One operation until nothing is ready for it any more, whatever the level, makes longer
 * runs, but of numbers that wait for each other: 167 ns.) */

#include "rankle-emitter-order.h"

typedef struct
{
  const RankleGraph *graph;
  guint32           *level; /* of what is needed, from 1 upwards; else 0 */
} Levels;

static void
find_levels (Levels *self, const GArray *needed)
{
  for (guint i = 0; i < needed->len; i++)
    {
      RankleExpression  it = g_array_index (needed, RankleExpression, i);
      const RankleNode *node = rankle_graph_get (self->graph, it);

      g_assert (rankle_op_get_arity (node->op) > 0); /* leaves have homes */
      for (guint k = 0; k < rankle_op_get_arity (node->op); k++)
        {
          g_assert (node->child[k] < it); /* so that one way through is enough */
          self->level[it] = MAX (self->level[it], self->level[node->child[k]] + 1);
        }
    }
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const Levels    *self = data;
  RankleExpression x = *(const RankleExpression *)a, y = *(const RankleExpression *)b;

  if (self->level[x] != self->level[y])
    return self->level[x] < self->level[y] ? -1 : 1;

  return rankle_graph_get (self->graph, x)->op - rankle_graph_get (self->graph, y)->op;
}

GArray *
rankle_emitter_order (const RankleGraph *graph, const GArray *needed, guint32 *level)
{
  GArray *order = g_array_copy ((GArray *)needed);
  Levels  self = { .graph = graph, .level = level };

  find_levels (&self, needed);
  g_array_sort_with_data (order, compare, &self); /* stable */
  for (guint i = 0; i < needed->len; i++)
    level[g_array_index (needed, RankleExpression, i)] = 0;

  return order;
}
