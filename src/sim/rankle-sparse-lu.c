/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gaussian elimination whose every index is known beforehand.
 *
 * The order of elimination is worked out once (rankle-sparse-order.c), and then written
 * down, in the order in which the numbers will be needed: where each entry lies, and for
 * each pivot the rows below it, the columns to its right and the entry that each of their
 * products is taken from. Numbers are then loaded, eliminated and solved by walking these
 * lists once. Solving goes column by column, where what is subtracted from one number
 * does not wait for the next, and finds the entries side by side: L's columns first, then
 * U's from the last to the first, then the diagonal of both. What is left when lists pay
 * no more is a full block, behind all of these (rankle-dense-block.c).
 *
 * Positions count rows and columns in the order of elimination; "entry" is an index into
 * the values. */

#include "rankle-sparse-lu.h"

#include <math.h>
#include <string.h>

#include "rankle-dense-block.h"
#include "rankle-sparse-lu-private.h"
#include "rankle-sparse-order.h"

/* Rows are numbers of 16 bits. */
#define MAX_SIZE G_MAXUINT16
/* ---- lists ---- */

/* @below, @above: by position: its first entry of L and of U. @place: by position: the
 * entry of the column at hand. */
typedef struct
{
  RankleSparseLu          *lu;
  const RankleSparseOrder *order;
  guint32                 *below, *above, *place;
} Lists;

static void
list_lower (Lists *lists)
{
  RankleSparseLu *lu = lists->lu;
  guint           next = 0;

  for (guint k = 0; k < lu->n_sparse; k++)
    {
      const RankleSparseList *below = &lists->order->below[k];

      lists->below[k] = next;
      lu->n_below[k] = below->n;
      for (guint i = 0; i < below->n; i++)
        lu->below_row[next++] = (guint16)below->items[i];
    }
}

/* The order has U row by row: counted first, then dealt out to the columns. */
static void
list_upper (Lists *lists)
{
  RankleSparseLu     *lu = lists->lu;
  guint32            *n_above = lu->n_above + lu->n - 1; /* of position 0; backwards */
  g_autofree guint32 *next = g_new (guint32, lu->n + 1);
  guint               entry = lu->n_lower, right = 0;

  for (guint k = 0; k < lu->n_sparse; k++)
    for (guint j = 0; j < lists->order->right[k].n; j++)
      n_above[-(gssize)lists->order->right[k].items[j]]++;
  for (guint j = lu->n; j-- > 0;)
    {
      lists->above[j] = next[j] = entry;
      entry += n_above[-(gssize)j];
    }
  for (guint k = 0; k < lu->n_sparse; k++)
    {
      lu->n_right[k] = lists->order->right[k].n;
      for (guint j = 0; j < lu->n_right[k]; j++)
        {
          guint found = next[lists->order->right[k].items[j]]++;

          lu->above_row[found - lu->n_lower] = (guint16)k;
          lu->right[right++] = found;
        }
    }
}

static void
list_diagonal (RankleSparseLu *lu)
{
  guint entry = lu->n_lower + lu->n_upper;

  for (guint i = 0; i < lu->n_sparse; i++)
    lu->diagonal[i] = entry++;
  for (guint i = 0; i < lu->n_block; i++)
    lu->diagonal[lu->n_sparse + i] = entry + i * (lu->n_block + 1);
}

/* Places of what is not in the column are of some other. */
static void
find_places (Lists *lists, guint column)
{
  const RankleSparseLu *lu = lists->lu;
  guint                 above = lists->above[column];
  guint                 n_above = lu->n_above[lu->n - 1 - column];

  for (guint k = 0; k < n_above; k++)
    lists->place[lu->above_row[above - lu->n_lower + k]] = above + k;
  lists->place[column] = lu->diagonal[column];
  if (column < lu->n_sparse)
    for (guint k = 0; k < lu->n_below[column]; k++)
      lists->place[lu->below_row[lists->below[column] + k]] = lists->below[column] + k;
  else
    for (guint i = lu->n_sparse; i < lu->n; i++)
      lists->place[i] = lu->diagonal[column] - column + i;
}

static void
list_updates (Lists *lists)
{
  RankleSparseLu *lu = lists->lu;
  guint32        *update = lu->update;

  for (guint k = 0; k < lu->n_sparse; k++)
    {
      const guint16 *row = &lu->below_row[lists->below[k]];
      gsize          n_right = lu->n_right[k];

      for (guint j = 0; j < n_right; j++)
        {
          find_places (lists, lists->order->right[k].items[j]);
          for (guint i = 0; i < lu->n_below[k]; i++)
            update[i * n_right + j] = lists->place[row[i]];
        }
      update += lu->n_below[k] * n_right;
    }
}

static void
list_loads (Lists *lists, const RankleSparsity *pattern)
{
  RankleSparseLu     *lu = lists->lu;
  g_autofree guint32 *position = g_new (guint32, lu->n + 1);

  for (guint i = 0; i < lu->n; i++)
    position[lu->variable[i]] = i;
  for (guint j = 0; j < lu->n; j++)
    {
      find_places (lists, position[j]);
      for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
        lu->load[k] = lists->place[position[pattern->rows[k]]];
    }
}

static void
make_lists (RankleSparseLu          *self,
            const RankleSparsity    *pattern,
            const RankleSparseOrder *order)
{
  g_autofree guint32 *below = g_new0 (guint32, self->n + 1);
  g_autofree guint32 *above = g_new0 (guint32, self->n + 1);
  g_autofree guint32 *place = g_new0 (guint32, self->n + 1);
  Lists               lists = { self, order, below, above, place };

  list_lower (&lists);
  list_upper (&lists);
  list_diagonal (self);
  list_updates (&lists);
  list_loads (&lists, pattern);
}

static void
allocate (RankleSparseLu *self)
{
  self->diagonal = g_new0 (guint32, self->n + 1);
  self->exchange = g_new0 (guint32, self->n_block + 1);
  self->n_below = g_new0 (guint32, self->n + 1);
  self->n_right = g_new0 (guint32, self->n + 1);
  self->n_above = g_new0 (guint32, self->n + 1);
  self->load = g_new0 (guint32, self->n_source + 1);
  self->below_row = g_new (guint16, self->n_lower + 1);
  self->above_row = g_new (guint16, self->n_upper + 1);
  self->right = g_new (guint32, self->n_upper + 1);
  self->update = g_new (guint32, self->n_updates + 1);
  self->values = g_new0 (double, (gsize)self->n_entries + 1);
  self->work = g_new0 (double, self->n + 1);
}

RankleSparseLu *
rankle_sparse_lu_new (const RankleSparsity *pattern)
{
  g_autoptr (RankleSparseOrder) order = NULL;
  RankleSparseLu *self;
  guint64         n_block, n_entries;

  g_return_val_if_fail (pattern != NULL, NULL);

  if (pattern->n > MAX_SIZE)
    return NULL;
  order = _rankle_sparse_order_new (pattern);
  n_block = order->n - order->n_sparse;
  n_entries = order->n_lower + order->n_upper + order->n_sparse + n_block * n_block;
  if (n_entries > G_MAXUINT32)
    return NULL;
  self = g_new0 (RankleSparseLu, 1);
  self->n = order->n;
  self->n_source = pattern->n_entries;
  self->n_sparse = order->n_sparse;
  self->n_block = (guint)n_block;
  self->n_lower = order->n_lower;
  self->n_upper = order->n_upper;
  self->n_updates = order->n_updates;
  self->n_entries = (guint)n_entries;
  self->variable = g_steal_pointer (&order->variable);
  allocate (self);
  make_lists (self, pattern, order);
  return self;
}

void
rankle_sparse_lu_free (RankleSparseLu *lu)
{
  if (lu == NULL)
    return;

  g_free (lu->variable);
  g_free (lu->diagonal);
  g_free (lu->exchange);
  g_free (lu->n_below);
  g_free (lu->n_right);
  g_free (lu->load);
  g_free (lu->n_above);
  g_free (lu->below_row);
  g_free (lu->above_row);
  g_free (lu->right);
  g_free (lu->update);
  g_free (lu->values);
  g_free (lu->work);
  g_free (lu);
}

guint
rankle_sparse_lu_get_n_entries (const RankleSparseLu *lu)
{
  return lu->n_entries;
}

guint
rankle_sparse_lu_get_n_block (const RankleSparseLu *lu)
{
  return lu->n_block;
}

guint
rankle_sparse_lu_get_n_updates (const RankleSparseLu *lu)
{
  return lu->n_updates;
}

/* ---- numbers ---- */

static void
load_matrix (RankleSparseLu *self, const double *jacobian, double gamma)
{
  memset (self->values, 0, (gsize)self->n_entries * sizeof (double));
  for (guint k = 0; k < self->n_source; k++)
    self->values[self->load[k]] = isfinite (jacobian[k]) ? -gamma * jacobian[k] : 0.0;
  for (guint i = 0; i < self->n; i++)
    {
      self->values[self->diagonal[i]] += 1.0;
      self->work[i] =
          RANKLE_LOST_PIVOT * (1.0 + fabs (self->values[self->diagonal[i]] - 1.0));
    }
}

static double *
get_block (const RankleSparseLu *self)
{
  return self->values + self->n_lower + self->n_upper + self->n_sparse;
}

gboolean
rankle_sparse_lu_factorise (RankleSparseLu *lu, const double *jacobian, double gamma)
{
  double        *values = lu->values, *below = lu->values;
  const guint32 *right = lu->right, *update = lu->update;

  load_matrix (lu, jacobian, gamma);
  for (guint k = 0; k < lu->n_sparse; k++)
    {
      double pivot = values[lu->diagonal[k]];
      double inverse = 1.0 / pivot;

      if (!(fabs (pivot) > lu->work[k]) || !isfinite (pivot))
        return FALSE;
      values[lu->diagonal[k]] = inverse;
      for (guint i = 0; i < lu->n_below[k]; i++)
        {
          double factor = *below++ *= inverse;

          for (guint j = 0; j < lu->n_right[k]; j++)
            values[*update++] -= factor * values[right[j]];
        }
      right += lu->n_right[k];
    }
  return _rankle_dense_block_factorise (lu->n_block, get_block (lu), lu->exchange,
                                        lu->work + lu->n_sparse);
}

void
rankle_sparse_lu_solve (RankleSparseLu *lu, double *b)
{
  const double  *value = lu->values, *inverse = lu->values + lu->n_lower + lu->n_upper;
  const guint16 *row = lu->below_row;
  double        *x = lu->work;

  for (guint k = 0; k < lu->n; k++)
    x[k] = b[lu->variable[k]];
  for (guint k = 0; k < lu->n_sparse; k++)
    for (guint i = 0; i < lu->n_below[k]; i++)
      x[*row++] -= *value++ * x[k];
  _rankle_dense_block_solve (lu->n_block, get_block (lu), lu->exchange, x + lu->n_sparse);

  row = lu->above_row;
  for (guint k = lu->n; k-- > 0;)
    {
      double solved = k < lu->n_sparse ? x[k] * inverse[k] : x[k];

      b[lu->variable[k]] = solved;
      for (guint i = 0; i < lu->n_above[lu->n - 1 - k]; i++)
        x[*row++] -= *value++ * solved;
    }
}
