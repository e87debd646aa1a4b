/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a factorisation of one matrix goes from entry to entry, this one does so once for
 * all lanes: what it takes to find an entry, and a branch that is guessed wrong, is
 * shared by them. */

#include "config.h"

#include "rankle-wide-lu.h"

#include <math.h>
#include <string.h>

#include "rankle-sparse-lu-private.h"
#include "rankle-workspace-wide.h"

/* Of a row: all bits of a number are set, or none. */
typedef gint64 Truths __attribute__ ((vector_size (RANKLE_ROW), may_alias));

struct _RankleWideLu
{
  RankleSparseLu *lists;  /* (owned): its numbers are not used */
  RankleRow      *values; /* (owned): the factors; pivots are kept inverted */
  RankleRow      *work;   /* (owned): the right sides in the order of elimination */
};

RankleWideLu *
rankle_wide_lu_new (const RankleSparsity *pattern)
{
  g_autoptr (RankleSparseLu) lists = NULL;
  RankleWideLu *self;

  g_return_val_if_fail (pattern != NULL, NULL);

  lists = rankle_sparse_lu_new (pattern);
  if (lists == NULL || lists->n_block > 0)
    return NULL;
  self = g_new0 (RankleWideLu, 1);
  self->values = g_aligned_alloc0 ((gsize)lists->n_entries + 1, RANKLE_ROW, RANKLE_ROW);
  self->work = g_aligned_alloc0 ((gsize)lists->n + 1, RANKLE_ROW, RANKLE_ROW);
  self->lists = g_steal_pointer (&lists);
  return self;
}

void
rankle_wide_lu_free (RankleWideLu *lu)
{
  if (lu == NULL)
    return;

  rankle_sparse_lu_free (lu->lists);
  g_aligned_free (lu->values);
  g_aligned_free (lu->work);
  g_free (lu);
}

static inline void
measure (const RankleRow *row, RankleRow *size)
{
  *size = (RankleRow)((Truths)*row & G_MAXINT64);
}

/* What a pivot must exceed stands in the work. */
static inline void
load_matrices (RankleWideLu *self, const RankleRow *jacobian, double gamma)
{
  const RankleSparseLu *lists = self->lists;

  memset (self->values, 0, (gsize)lists->n_entries * RANKLE_ROW);
  for (gsize k = 0; k < lists->n_source; k++)
    self->values[lists->load[k]] = -gamma * jacobian[k];
  for (gsize i = 0; i < lists->n; i++)
    {
      RankleRow *diagonal = &self->values[lists->diagonal[i]];

      measure (diagonal, &self->work[i]);
      self->work[i] = RANKLE_LOST_PIVOT * (1.0 + self->work[i]);
      *diagonal += 1.0;
    }
}

RANKLE_FOR_EACH_PROCESSOR static void
eliminate (RankleWideLu *self, const RankleRow *jacobian, double gamma, Truths *sound)
{
  const RankleSparseLu *lists = self->lists;
  const guint32        *right = lists->right, *update = lists->update;
  RankleRow            *values = self->values, *below = self->values;

  load_matrices (self, jacobian, gamma);
  for (guint k = 0; k < lists->n_sparse; k++)
    {
      RankleRow *pivot = &values[lists->diagonal[k]], size;

      measure (pivot, &size);
      *sound &= (size > self->work[k]) & (size < INFINITY);
      *pivot = 1.0 / *pivot;
      for (guint i = 0; i < lists->n_below[k]; i++, below++)
        {
          *below *= *pivot;
          for (guint j = 0; j < lists->n_right[k]; j++)
            values[*update++] -= *below * values[right[j]];
        }
      right += lists->n_right[k];
    }
}

guint
rankle_wide_lu_factorise (RankleWideLu *lu, const double *jacobian, double gamma)
{
  Truths sound = ~(Truths){ 0 };
  guint  lost = 0;

  eliminate (lu, (const RankleRow *)(const void *)jacobian, gamma, &sound);
  for (guint l = 0; l < RANKLE_LANES; l++)
    lost |= (guint)(sound[l] == 0) << l;
  return lost;
}

RANKLE_FOR_EACH_PROCESSOR void
rankle_wide_lu_solve (RankleWideLu *lu, const double *b, double *x)
{
  const RankleSparseLu *lists = lu->lists;
  const guint16        *rows = lists->below_row;
  const RankleRow      *right = (const RankleRow *)(const void *)b;
  const RankleRow      *value = lu->values;
  const RankleRow      *inverse = value + lists->n_lower + lists->n_upper;
  RankleRow            *work = lu->work, *solution = (RankleRow *)(void *)x;

  for (guint k = 0; k < lists->n; k++)
    work[k] = right[lists->variable[k]];
  for (guint k = 0; k < lists->n; k++)
    for (guint i = 0; i < lists->n_below[k]; i++)
      work[*rows++] -= *value++ * work[k];

  rows = lists->above_row;
  for (guint k = lists->n; k-- > 0;)
    {
      RankleRow *solved = &solution[lists->variable[k]];

      *solved = work[k] * inverse[k];
      for (guint i = 0; i < lists->n_above[lists->n - 1 - k]; i++)
        work[*rows++] -= *value++ * *solved;
    }
}
