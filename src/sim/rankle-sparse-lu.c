/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gaussian elimination whose every index is known beforehand.
 *
 * Analysis eliminates the pattern in Markowitz's order (at each step the pivot whose row
 * and column make the least work) and writes down, in the order in which the numbers will
 * be needed: where each entry lies, and for each pivot the rows below it, the columns to
 * its right and the entry that each of their products is taken from. Numbers are then
 * loaded, eliminated and solved by walking these lists once. Solving goes column by
 * column, where what is subtracted from one number does not wait for the next, and finds
 * the entries side by side: L's columns first, then U's from the last to the first.
 *
 * Positions count rows and columns in the order of elimination; "entry" is an index into
 * the values. */

#include "rankle-sparse-lu.h"

#include <math.h>
#include <string.h>

/* More work than this, or a larger pattern, and the lists would be slower than a dense
 * solver, and larger than its matrix. */
#define MAX_SIZE    1024
#define MAX_UPDATES (1u << 20)
/* A pivot this small beside what it was made of is rounding. */
#define LOST 1e-13

struct _RankleSparseLu
{
  guint    n, n_source;
  guint32 *variable; /* position → row of the model */
  guint32 *load;     /* Jacobian entry → entry */
  guint32 *diagonal; /* position → entry */
  guint32 *source;   /* position → Jacobian entry of its diagonal */

  /* All run on from pivot to pivot; the counts tell how far each goes. */
  guint32 *n_below, *n_right; /* by position */
  guint32 *n_above;           /* by position, from the last */
  guint16 *below_row;         /* positions of L's entries, which are 0 … n_lower - 1 */
  guint16 *above_row;         /* of U's, which are n_lower … n_lower + n_upper - 1 */
  guint32 *right;             /* entries of U, row by row */
  guint32 *update;            /* for each below, for each right: the entry changed */
  guint    n_entries, n_lower, n_upper, n_updates;

  double *values; /* n_entries: the factors; pivots are kept inverted */
  double *work;   /* n: the right side in the order of elimination */
};

/* ---- analysis ---- */

/* @filled: n × n, by the model's rows: an entry is or will be there. */
typedef struct
{
  guint    n;
  guint8  *filled;
  guint8  *eliminated;
  guint32 *row_count, *column_count; /* of what is left, the diagonal not counted */
} Analysis;

static guint8 *
cell (const Analysis *self, guint row, guint column)
{
  return &self->filled[(gsize)row * self->n + column];
}

static void
analysis_init (Analysis *self, const RankleSparsity *pattern)
{
  self->n = pattern->n;
  self->filled = g_new0 (guint8, (gsize)self->n * self->n + 1);
  self->eliminated = g_new0 (guint8, self->n + 1);
  self->row_count = g_new0 (guint32, self->n + 1);
  self->column_count = g_new0 (guint32, self->n + 1);
  for (guint j = 0; j < self->n; j++)
    for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
      {
        *cell (self, pattern->rows[k], j) = TRUE;
        self->row_count[pattern->rows[k]] += pattern->rows[k] != j;
        self->column_count[j] += pattern->rows[k] != j;
      }
}

static void
analysis_clear (Analysis *self)
{
  g_free (self->filled);
  g_free (self->eliminated);
  g_free (self->row_count);
  g_free (self->column_count);
}

static guint
choose_pivot (const Analysis *self)
{
  guint64 least = G_MAXUINT64;
  guint   pivot = 0;

  for (guint i = 0; i < self->n; i++)
    {
      guint64 work = (guint64)self->row_count[i] * self->column_count[i];

      if (!self->eliminated[i] && work < least)
        {
          least = work;
          pivot = i;
        }
    }
  return pivot;
}

static void
fill_in (Analysis *self, guint row, guint column)
{
  if (*cell (self, row, column))
    return;
  *cell (self, row, column) = TRUE;
  self->row_count[row]++;
  self->column_count[column]++;
}

static void
eliminate (Analysis *self, guint pivot)
{
  self->eliminated[pivot] = TRUE;
  for (guint i = 0; i < self->n; i++)
    if (!self->eliminated[i] && *cell (self, i, pivot))
      {
        self->row_count[i]--;
        for (guint j = 0; j < self->n; j++)
          if (!self->eliminated[j] && *cell (self, pivot, j))
            fill_in (self, i, j);
      }
  for (guint j = 0; j < self->n; j++)
    if (!self->eliminated[j] && *cell (self, pivot, j))
      self->column_count[j]--;
}

/* FALSE: too much work. */
static gboolean
order_pivots (RankleSparseLu *self, Analysis *analysis)
{
  for (guint position = 0; position < self->n; position++)
    {
      guint   pivot = choose_pivot (analysis);
      guint64 work = (guint64)analysis->row_count[pivot] * analysis->column_count[pivot];

      if (self->n_updates + work > MAX_UPDATES)
        return FALSE;
      self->n_updates += (guint)work;
      self->n_lower += analysis->column_count[pivot];
      self->n_upper += analysis->row_count[pivot];
      self->variable[position] = pivot;
      eliminate (analysis, pivot);
    }
  return TRUE;
}

/* ---- lists ---- */

/* @entry: n × n by position: entry + 1, or 0. */
static void
number_entry (RankleSparseLu *self,
              const Analysis *analysis,
              guint32        *entry,
              guint           row,
              guint           column)
{
  if (*cell (analysis, self->variable[row], self->variable[column]))
    entry[(gsize)row * self->n + column] = ++self->n_entries;
}

static void
number_entries (RankleSparseLu *self, const Analysis *analysis, guint32 *entry)
{
  for (guint column = 0; column < self->n; column++)
    for (guint row = column + 1; row < self->n; row++)
      number_entry (self, analysis, entry, row, column);
  for (guint column = self->n; column-- > 0;)
    for (guint row = 0; row < column; row++)
      number_entry (self, analysis, entry, row, column);
  for (guint i = 0; i < self->n; i++)
    number_entry (self, analysis, entry, i, i);
}

static void
list_columns (RankleSparseLu *self, const guint32 *entry)
{
  gsize n = self->n;

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        guint32 number = entry[i * n + j];

        if (number == 0)
          continue;
        if (i == j)
          self->diagonal[i] = number - 1;
        else if (i > j)
          {
            self->n_below[j]++;
            self->below_row[number - 1] = (guint16)i;
          }
        else
          {
            self->n_above[n - 1 - j]++;
            self->above_row[number - 1 - self->n_lower] = (guint16)i;
          }
      }
}

static void
list_rows (RankleSparseLu *self, const guint32 *entry)
{
  gsize n = self->n;
  guint next = 0;

  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      if (entry[i * n + j] > 0)
        {
          self->right[next++] = entry[i * n + j] - 1;
          self->n_right[i]++;
        }
}

static void
list_updates (RankleSparseLu *self, const guint32 *entry)
{
  gsize    n = self->n;
  guint32 *update = self->update;

  for (guint k = 0; k < n; k++)
    for (guint i = k + 1; i < n; i++)
      for (guint j = k + 1; entry[i * n + k] > 0 && j < n; j++)
        if (entry[k * n + j] > 0)
          *update++ = entry[i * n + j] - 1;
}

static void
list_loads (RankleSparseLu *self, const RankleSparsity *pattern, const guint32 *entry)
{
  g_autofree guint32 *position = g_new (guint32, self->n + 1);

  for (guint i = 0; i < self->n; i++)
    position[self->variable[i]] = i;
  for (guint j = 0; j < self->n; j++)
    for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
      {
        guint row = position[pattern->rows[k]], column = position[j];

        self->load[k] = entry[(gsize)row * self->n + column] - 1;
        if (row == column)
          self->source[row] = k;
      }
}

static void
make_lists (RankleSparseLu *self, const RankleSparsity *pattern, const Analysis *analysis)
{
  g_autofree guint32 *entry = g_new0 (guint32, (gsize)self->n * self->n + 1);

  self->below_row = g_new (guint16, self->n_lower + 1);
  self->above_row = g_new (guint16, self->n_upper + 1);
  self->right = g_new (guint32, self->n_upper + 1);
  self->update = g_new (guint32, self->n_updates + 1);
  number_entries (self, analysis, entry);
  list_columns (self, entry);
  list_rows (self, entry);
  list_updates (self, entry);
  list_loads (self, pattern, entry);
  self->values = g_new0 (double, self->n_entries + 1);
}

RankleSparseLu *
rankle_sparse_lu_new (const RankleSparsity *pattern)
{
  RankleSparseLu *self;
  Analysis        analysis;
  gboolean        worth_it;

  g_return_val_if_fail (pattern != NULL, NULL);

  if (pattern->n > MAX_SIZE)
    return NULL;
  self = g_new0 (RankleSparseLu, 1);
  self->n = pattern->n;
  self->n_source = pattern->n_entries;
  self->variable = g_new0 (guint32, self->n + 1);
  self->diagonal = g_new0 (guint32, self->n + 1);
  self->source = g_new0 (guint32, self->n + 1);
  self->n_below = g_new0 (guint32, self->n + 1);
  self->n_right = g_new0 (guint32, self->n + 1);
  self->n_above = g_new0 (guint32, self->n + 1);
  self->load = g_new0 (guint32, self->n_source + 1);
  self->work = g_new0 (double, self->n + 1);

  analysis_init (&analysis, pattern);
  worth_it = order_pivots (self, &analysis);
  if (worth_it)
    make_lists (self, pattern, &analysis);
  analysis_clear (&analysis);
  if (!worth_it)
    g_clear_pointer (&self, rankle_sparse_lu_free);
  return self;
}

void
rankle_sparse_lu_free (RankleSparseLu *lu)
{
  if (lu == NULL)
    return;

  g_free (lu->variable);
  g_free (lu->diagonal);
  g_free (lu->source);
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
rankle_sparse_lu_get_n_updates (const RankleSparseLu *lu)
{
  return lu->n_updates;
}

/* ---- numbers ---- */

static void
load_matrix (RankleSparseLu *self, const double *jacobian, double gamma)
{
  memset (self->values, 0, self->n_entries * sizeof (double));
  for (guint k = 0; k < self->n_source; k++)
    self->values[self->load[k]] = isfinite (jacobian[k]) ? -gamma * jacobian[k] : 0.0;
  for (guint i = 0; i < self->n; i++)
    {
      self->values[self->diagonal[i]] += 1.0;
      self->work[i] = LOST * (1.0 + fabs (self->values[self->diagonal[i]] - 1.0));
    }
}

gboolean
rankle_sparse_lu_factorise (RankleSparseLu *lu, const double *jacobian, double gamma)
{
  double        *values = lu->values, *below = lu->values;
  const guint32 *right = lu->right, *update = lu->update;

  load_matrix (lu, jacobian, gamma);
  for (guint k = 0; k < lu->n; k++)
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
  return TRUE;
}

void
rankle_sparse_lu_solve (RankleSparseLu *lu, double *b)
{
  const double  *value = lu->values, *inverse = lu->values + lu->n_lower + lu->n_upper;
  const guint16 *row = lu->below_row;
  double        *x = lu->work;

  for (guint k = 0; k < lu->n; k++)
    x[k] = b[lu->variable[k]];
  for (guint k = 0; k < lu->n; k++)
    for (guint i = 0; i < lu->n_below[k]; i++)
      x[*row++] -= *value++ * x[k];

  row = lu->above_row;
  for (guint k = lu->n; k-- > 0;)
    {
      double solved = x[k] * inverse[k];

      b[lu->variable[k]] = solved;
      for (guint i = 0; i < lu->n_above[lu->n - 1 - k]; i++)
        x[*row++] -= *value++ * solved;
    }
}
