/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Elimination of a pattern, without numbers: at each step the pivot whose row and column
 * make the least work (Markowitz 1957, Manag Sci 3:255), on the diagonal.
 *
 * What is left is kept as lists, by row and by column, of rows and columns of the model;
 * the diagonal is in none. A pivot's two lists are taken out of all others and stay as
 * they are then: its part of L and of U. */

#include "rankle-sparse-order.h"

#include <stdlib.h>

/* Lists pay no more: half of what is left is filled, and it is no handful. Then, or once
 * the lists have grown so long (of 4 bytes each), the rest is left to a dense block. */
#define BLOCK_MIN   32
#define MAX_UPDATES (1u << 24)

typedef struct
{
  RankleSparseOrder *order;
  RankleSparseList  *rows, *columns;
  gboolean          *eliminated;
  guint64 *least; /* a tree over the variables: 1 has the least, leaves follow */
  guint    n_leaves;
  guint32 *mark; /* by column: the turn in which it was seen in the row */
  guint32  turn;
  guint64  n_left; /* entries of what is left */
} Analysis;

/* ---- lists ---- */

static void
append (RankleSparseList *list, guint item)
{
  if (list->n == list->size)
    {
      list->size = MAX (4, 2 * list->size);
      list->items = g_renew (guint32, list->items, list->size);
    }
  list->items[list->n++] = item;
}

static void
take_out (RankleSparseList *list, guint item)
{
  guint i = 0;

  while (list->items[i] != item)
    i++;
  list->items[i] = list->items[--list->n];
}

static void
free_lists (RankleSparseList *lists, guint n)
{
  for (guint i = 0; i < n; i++)
    g_free (lists[i].items);
  g_free (lists);
}

/* ---- the pivot of least work ---- */

/* Work, and behind it the variable, so that the first of equals is the least. */
static guint64
weigh (const Analysis *self, guint variable)
{
  if (self->eliminated[variable])
    return G_MAXUINT64;
  return (guint64)self->rows[variable].n * self->columns[variable].n << 16 | variable;
}

static void
weigh_anew (Analysis *self, guint variable)
{
  guint at = self->n_leaves + variable;

  self->least[at] = weigh (self, variable);
  for (at /= 2; at > 0; at /= 2)
    self->least[at] = MIN (self->least[2 * at], self->least[2 * at + 1]);
}

static void
weigh_all (Analysis *self, guint n)
{
  self->n_leaves = MAX (n, 1);
  self->least = g_new (guint64, 2 * (gsize)self->n_leaves);
  self->least[self->n_leaves] = G_MAXUINT64;
  for (guint i = 0; i < n; i++)
    self->least[self->n_leaves + i] = weigh (self, i);
  for (guint at = self->n_leaves - 1; at > 0; at--)
    self->least[at] = MIN (self->least[2 * at], self->least[2 * at + 1]);
}

/* ---- elimination ---- */

static void
analysis_init (Analysis *self, RankleSparseOrder *order, const RankleSparsity *pattern)
{
  guint n = pattern->n;

  *self = (Analysis){ .order = order };
  self->rows = g_new0 (RankleSparseList, n + 1);
  self->columns = g_new0 (RankleSparseList, n + 1);
  self->eliminated = g_new0 (gboolean, n + 1);
  self->mark = g_new0 (guint32, n + 1);
  for (guint j = 0; j < n; j++)
    for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
      if (pattern->rows[k] != j)
        {
          append (&self->rows[pattern->rows[k]], j);
          append (&self->columns[j], pattern->rows[k]);
          self->n_left++;
        }
  weigh_all (self, n);
}

static void
analysis_clear (Analysis *self)
{
  free_lists (self->rows, self->order->n);
  free_lists (self->columns, self->order->n);
  g_free (self->eliminated);
  g_free (self->least);
  g_free (self->mark);
}

static void
fill_row (Analysis *self, guint row, const RankleSparseList *right)
{
  RankleSparseList *list = &self->rows[row];

  self->mark[row] = ++self->turn;
  for (guint k = 0; k < list->n; k++)
    self->mark[list->items[k]] = self->turn;
  for (guint k = 0; k < right->n; k++)
    if (self->mark[right->items[k]] != self->turn)
      {
        append (list, right->items[k]);
        append (&self->columns[right->items[k]], row);
        self->n_left++;
      }
}

/* The pivot's lists go over to the order. */
static void
eliminate (Analysis *self, guint pivot, guint position)
{
  RankleSparseList right = self->rows[pivot], below = self->columns[pivot];

  self->eliminated[pivot] = TRUE;
  self->n_left -= right.n + below.n;
  self->rows[pivot] = self->columns[pivot] = (RankleSparseList){ 0 };
  for (guint k = 0; k < below.n; k++)
    take_out (&self->rows[below.items[k]], pivot);
  for (guint k = 0; k < right.n; k++)
    take_out (&self->columns[right.items[k]], pivot);
  for (guint k = 0; k < below.n; k++)
    fill_row (self, below.items[k], &right);
  weigh_anew (self, pivot);
  for (guint k = 0; k < below.n; k++)
    weigh_anew (self, below.items[k]);
  for (guint k = 0; k < right.n; k++)
    weigh_anew (self, right.items[k]);
  self->order->below[position] = below;
  self->order->right[position] = right;
}

static gboolean
is_for_a_block (const Analysis *self, guint n_left, guint64 work)
{
  guint64 places = (guint64)n_left * (n_left - 1);

  return self->order->n_updates + work > MAX_UPDATES ||
         (n_left >= BLOCK_MIN && 2 * self->n_left >= places);
}

static void
order_pivots (Analysis *self)
{
  RankleSparseOrder *order = self->order;

  for (; order->n_sparse < order->n; order->n_sparse++)
    {
      guint   pivot = self->least[1] & 0xffff;
      guint64 work = self->least[1] >> 16;

      if (is_for_a_block (self, order->n - order->n_sparse, work))
        break;
      order->n_updates += (guint)work;
      order->n_lower += self->columns[pivot].n;
      order->n_upper += self->rows[pivot].n;
      order->variable[order->n_sparse] = pivot;
      eliminate (self, pivot, order->n_sparse);
    }
}

/* Those of the block come in the order of the model. */
static void
order_block (Analysis *self)
{
  guint position = self->order->n_sparse;

  for (guint i = 0; i < self->order->n; i++)
    if (!self->eliminated[i])
      self->order->variable[position++] = i;
}

/* ---- the result ---- */

static int
compare (const void *a, const void *b)
{
  guint32 x = *(const guint32 *)a, y = *(const guint32 *)b;

  return (x > y) - (x < y);
}

/* From variables to positions. */
static void
translate (RankleSparseList *list, const guint32 *position)
{
  for (guint k = 0; k < list->n; k++)
    list->items[k] = position[list->items[k]];
  if (list->n > 1)
    qsort (list->items, list->n, sizeof *list->items, compare);
}

static void
translate_all (RankleSparseOrder *self)
{
  g_autofree guint32 *position = g_new (guint32, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    position[self->variable[i]] = i;
  for (guint i = 0; i < self->n_sparse; i++)
    {
      translate (&self->below[i], position);
      translate (&self->right[i], position);
    }
}

RankleSparseOrder *
_rankle_sparse_order_new (const RankleSparsity *pattern)
{
  RankleSparseOrder *self = g_new0 (RankleSparseOrder, 1);
  Analysis           analysis;

  g_assert (pattern->n <= G_MAXUINT16);

  self->n = pattern->n;
  self->variable = g_new0 (guint32, self->n + 1);
  self->below = g_new0 (RankleSparseList, self->n + 1);
  self->right = g_new0 (RankleSparseList, self->n + 1);
  analysis_init (&analysis, self, pattern);
  order_pivots (&analysis);
  order_block (&analysis);
  analysis_clear (&analysis);
  translate_all (self);
  return self;
}

void
_rankle_sparse_order_free (RankleSparseOrder *order)
{
  free_lists (order->below, order->n);
  free_lists (order->right, order->n);
  g_free (order->variable);
  g_free (order);
}
