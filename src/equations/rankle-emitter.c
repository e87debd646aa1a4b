/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-emitter.h"

#include "rankle-emitter-order.h"
#include "rankle-power.h"

#define NONE RANKLE_EXPRESSION_NONE

/* One call of emit. It looks at what its roots need, and at nothing else of the graph. */
typedef struct
{
  RankleEmitter *emitter;
  GArray        *code;
  GArray        *needed; /* RankleExpression, rising: each after its operands */
  GArray        *order;  /* RankleExpression: as they are computed */
  GArray        *spare;  /* temporaries given back */
} Pass;

void
rankle_emitter_init (RankleEmitter *self, const RankleGraph *graph)
{
  guint size = rankle_graph_get_size (graph);

  self->graph = graph;
  self->size = size;
  self->home = g_new (guint32, size);
  self->needed = g_new0 (guint8, size);
  self->last_use = g_new (RankleExpression, size);
  self->place = g_new (guint32, size);
  self->level = g_new0 (guint32, size);
  self->temporaries = self->n_temporaries = 0;
  for (guint i = 0; i < size; i++)
    self->home[i] = NONE;
}

void
rankle_emitter_clear (RankleEmitter *self)
{
  g_clear_pointer (&self->home, g_free);
  g_clear_pointer (&self->needed, g_free);
  g_clear_pointer (&self->last_use, g_free);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->level, g_free);
}

void
rankle_emitter_append (GArray *code, guint op, guint dst, guint a, guint b, guint c)
{
  RankleInstruction instruction = { op, dst, a, b, c };

  g_array_append_val (code, instruction);
}

static void
need (Pass *pass, RankleExpression node)
{
  RankleEmitter *emitter = pass->emitter;

  if (emitter->home[node] != NONE || emitter->needed[node])
    return;
  emitter->needed[node] = TRUE;
  emitter->place[node] = emitter->last_use[node] = NONE;
  g_array_append_val (pass->needed, node);
}

static gint
compare_nodes (gconstpointer a, gconstpointer b)
{
  RankleExpression x = *(const RankleExpression *)a, y = *(const RankleExpression *)b;

  return x < y ? -1 : x > y;
}

static void
find_needed (Pass *pass, const RankleExpression *roots, guint n)
{
  for (guint i = 0; i < n; i++)
    need (pass, roots[i]);
  for (guint i = 0; i < pass->needed->len; i++)
    {
      RankleExpression  it = g_array_index (pass->needed, RankleExpression, i);
      const RankleNode *node = rankle_graph_get (pass->emitter->graph, it);

      for (guint k = 0; k < rankle_op_get_arity (node->op); k++)
        need (pass, node->child[k]);
    }
  g_array_sort (pass->needed, compare_nodes);
}

static void
forget_needed (Pass *pass)
{
  for (guint i = 0; i < pass->needed->len; i++)
    pass->emitter->needed[g_array_index (pass->needed, RankleExpression, i)] = FALSE;
}

static void
find_last_uses (Pass *pass)
{
  for (guint i = 0; i < pass->order->len; i++)
    {
      RankleExpression  reader = g_array_index (pass->order, RankleExpression, i);
      const RankleNode *node = rankle_graph_get (pass->emitter->graph, reader);

      for (guint k = 0; k < rankle_op_get_arity (node->op); k++)
        pass->emitter->last_use[node->child[k]] = reader;
    }
}

static gboolean
is_temporary (const Pass *pass, RankleExpression node)
{
  return pass->emitter->needed[node] &&
         pass->emitter->place[node] >= pass->emitter->temporaries;
}

static void
give_back (Pass *pass, RankleExpression child, RankleExpression reader)
{
  if (pass->emitter->last_use[child] != reader || !is_temporary (pass, child))
    return;

  g_array_append_val (pass->spare, pass->emitter->place[child]);
  pass->emitter->last_use[child] = NONE; /* once, even where it is both operands */
}

static guint32
take_temporary (Pass *pass)
{
  guint32 last;

  if (pass->spare->len == 0)
    return pass->emitter->temporaries + pass->emitter->n_temporaries++;

  /* Read before it is dropped: a gc-friendly GLib clears what it drops. */
  last = g_array_index (pass->spare, guint32, pass->spare->len - 1);
  g_array_set_size (pass->spare, pass->spare->len - 1);
  return last;
}

static guint32
register_of (const Pass *pass, RankleExpression node)
{
  guint32 home = pass->emitter->home[node];

  return home != NONE ? home : pass->emitter->place[node];
}

static void
emit_node (Pass *pass, RankleExpression i)
{
  const RankleNode *node = rankle_graph_get (pass->emitter->graph, i);
  guint             arity = rankle_op_get_arity (node->op);
  guint32           operand[3] = { 0, 0, 0 };

  g_assert (arity > 0); /* leaves have homes */
  for (guint k = 0; k < arity; k++)
    {
      operand[k] = register_of (pass, node->child[k]);
      g_assert (operand[k] != NONE); /* computed before it is read */
    }
  for (guint k = 0; k < arity; k++)
    give_back (pass, node->child[k], i);
  if (pass->emitter->place[i] == NONE)
    pass->emitter->place[i] = take_temporary (pass);

  rankle_emitter_append (pass->code, node->op, pass->emitter->place[i], operand[0],
                         operand[1], operand[2]);
}

static void
run_pass (Pass *pass, const RankleExpression *roots, const guint32 *targets, guint n)
{
  find_needed (pass, roots, n);
  pass->order =
      rankle_emitter_order (pass->emitter->graph, pass->needed, pass->emitter->level);
  find_last_uses (pass);
  for (guint i = n; i-- > 0;)
    pass->emitter->place[roots[i]] = targets[i];

  for (guint i = 0; i < pass->order->len; i++)
    emit_node (pass, g_array_index (pass->order, RankleExpression, i));

  for (guint i = 0; i < n; i++)
    if (register_of (pass, roots[i]) != targets[i])
      rankle_emitter_append (pass->code, RANKLE_OP_COPY, targets[i],
                             register_of (pass, roots[i]), 0, 0);
}

/* @next computes from what one of the @n before it, which are taken together, leaves
 * behind. */
static gboolean
reads_any (const RankleInstruction *next, const RankleInstruction *first, guint n)
{
  for (guint i = 0; i < n; i++)
    if (next->a == first[i].dst || next->b == first[i].dst)
      return TRUE;

  return FALSE;
}

/* Neighbouring pow() that do not need each other are taken together. */
static void
join_powers (GArray *code, guint begin)
{
  RankleInstruction *all = (RankleInstruction *)(void *)code->data;
  guint              n;

  for (guint i = begin; i < code->len; i += n)
    {
      n = 1;
      if (all[i].op != RANKLE_OP_POWER)
        continue;
      while (n < RANKLE_POWERS && i + n < code->len && all[i + n].op == RANKLE_OP_POWER &&
             !reads_any (&all[i + n], &all[i], n))
        n++;
      g_assert (n <= RANKLE_POWERS);
      if (n == 1)
        continue;
      all[i].op = RANKLE_OP_POWERS;
      all[i].c = n;
    }
}

void
rankle_emitter_emit (RankleEmitter          *self,
                     GArray                 *code,
                     const RankleExpression *roots,
                     const guint32          *targets,
                     guint                   n)
{
  guint begin = code->len;
  Pass  pass = { .emitter = self,
                 .code = code,
                 .needed = g_array_new (FALSE, FALSE, sizeof (RankleExpression)),
                 .spare = g_array_new (FALSE, FALSE, sizeof (guint32)) };

  g_assert (rankle_graph_get_size (self->graph) == self->size);

  run_pass (&pass, roots, targets, n);
  join_powers (code, begin);

  forget_needed (&pass);
  g_array_unref (pass.needed);
  g_array_unref (pass.order);
  g_array_unref (pass.spare);
}
