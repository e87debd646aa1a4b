/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns are eliminated by panels of PANEL. What a panel takes from the columns to its
 * right is most of the work: there, four columns of it are put to four of those at once,
 * so that each number that is fetched serves four times. */

#include "rankle-dense-block.h"

#include <math.h>

#define PANEL 32
#define WIDE  4

typedef struct
{
  guint    n;
  double  *a;
  guint32 *exchange;
} Block;

static inline double *
column (const Block *self, guint j)
{
  return self->a + (gsize)j * self->n;
}

/* target -= factor × source, from row @begin on */
static inline void
subtract (const Block *self,
          guint        begin,
          double *restrict target,
          const double *restrict source,
          double factor)
{
  for (guint i = begin; i < self->n; i++)
    target[i] -= factor * source[i];
}

static void
exchange_rows (const Block *self, guint begin, guint end, guint row, guint other)
{
  for (guint j = begin; row != other && j < end; j++)
    {
      double *values = column (self, j), kept = values[row];

      values[row] = values[other];
      values[other] = kept;
    }
}

/* ---- a panel ---- */

static guint
find_pivot (const Block *self, guint k)
{
  const double *values = column (self, k);
  guint         best = k;

  for (guint i = k + 1; i < self->n; i++)
    if (fabs (values[i]) > fabs (values[best]))
      best = i;
  return best;
}

static gboolean
eliminate_column (const Block *self, guint k, guint begin, guint end, double least)
{
  double *values = column (self, k), inverse;

  self->exchange[k] = find_pivot (self, k);
  exchange_rows (self, begin, end, k, self->exchange[k]);
  inverse = 1.0 / values[k];
  if (!(fabs (values[k]) > least) || !isfinite (values[k]))
    return FALSE;
  values[k] = inverse;
  for (guint i = k + 1; i < self->n; i++)
    values[i] *= inverse;
  for (guint j = k + 1; j < end; j++)
    subtract (self, k + 1, column (self, j), values, column (self, j)[k]);
  return TRUE;
}

static gboolean
eliminate_panel (const Block *self, guint begin, guint end, const double *least)
{
  for (guint k = begin; k < end; k++)
    if (!eliminate_column (self, k, begin, end, least[k]))
      return FALSE;
  for (guint k = begin; k < end; k++)
    {
      exchange_rows (self, 0, begin, k, self->exchange[k]);
      exchange_rows (self, end, self->n, k, self->exchange[k]);
    }
  return TRUE;
}

/* ---- to its right ---- */

/* The panel's own rows of column j. */
static void
solve_rows (const Block *self, guint begin, guint end, guint j)
{
  double *values = column (self, j);

  for (guint k = begin; k < end; k++)
    for (guint i = k + 1; i < end; i++)
      values[i] -= column (self, k)[i] * values[k];
}

/* Four columns from j on lose what four of the panel, from k on, have below row @end. */
static void
subtract_four (const Block *self, guint end, guint k, guint j)
{
  const double *restrict l0 = column (self, k), *restrict l1 = column (self, k + 1);
  const double *restrict l2 = column (self, k + 2), *restrict l3 = column (self, k + 3);
  double *restrict c0 = column (self, j), *restrict c1 = column (self, j + 1);
  double *restrict c2 = column (self, j + 2), *restrict c3 = column (self, j + 3);
  double u[WIDE][WIDE];

  for (guint q = 0; q < WIDE; q++)
    for (guint p = 0; p < WIDE; p++)
      u[q][p] = column (self, j + q)[k + p];
  for (guint i = end; i < self->n; i++)
    {
      double a = l0[i], b = l1[i], c = l2[i], d = l3[i];

      c0[i] -= a * u[0][0] + b * u[0][1] + c * u[0][2] + d * u[0][3];
      c1[i] -= a * u[1][0] + b * u[1][1] + c * u[1][2] + d * u[1][3];
      c2[i] -= a * u[2][0] + b * u[2][1] + c * u[2][2] + d * u[2][3];
      c3[i] -= a * u[3][0] + b * u[3][1] + c * u[3][2] + d * u[3][3];
    }
}

static void
update_right (const Block *self, guint begin, guint end)
{
  guint j = end;

  for (guint i = end; i < self->n; i++)
    solve_rows (self, begin, end, i);
  for (; end - begin == PANEL && j + WIDE <= self->n; j += WIDE)
    for (guint k = begin; k < end; k += WIDE)
      subtract_four (self, end, k, j);
  for (; j < self->n; j++)
    for (guint k = begin; k < end; k++)
      subtract (self, end, column (self, j), column (self, k), column (self, j)[k]);
}

gboolean
_rankle_dense_block_factorise (guint n, double *a, guint32 *exchange, const double *least)
{
  const Block self = { n, a, exchange };

  for (guint begin = 0; begin < n; begin += PANEL)
    {
      guint end = MIN (begin + PANEL, n);

      if (!eliminate_panel (&self, begin, end, least))
        return FALSE;
      update_right (&self, begin, end);
    }
  return TRUE;
}

void
_rankle_dense_block_solve (guint n, const double *a, const guint32 *exchange, double *x)
{
  for (guint k = 0; k < n; k++)
    {
      double kept = x[k];

      x[k] = x[exchange[k]];
      x[exchange[k]] = kept;
    }
  for (guint k = 0; k < n; k++)
    for (guint i = k + 1; i < n; i++)
      x[i] -= a[(gsize)k * n + i] * x[k];
  for (guint k = n; k-- > 0;)
    {
      x[k] *= a[(gsize)k * n + k];
      for (guint i = 0; i < k; i++)
        x[i] -= a[(gsize)k * n + i] * x[k];
    }
}
