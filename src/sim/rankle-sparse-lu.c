/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Gaussian elimination whose every index is known beforehand.
 *
 * Analysis eliminates the pattern in Markowitz's order (at each step the pivot whose row
 * and column make the least work) and writes down, in the order in which the numbers will
 * be needed: where each entry lies, and for each pivot the rows below it, the columns to
 * its right and the entry that each of their products is taken from. Numbers are then
 * loaded, eliminated and solved by walking these lists once.
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
  guint32 *below;             /* entries of L */
  guint32 *below_row;         /* their positions */
  guint32 *right;             /* entries of U */
  guint32 *right_column;      /* their positions */
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
number_entries (RankleSparseLu *self, const Analysis *analysis, guint32 *entry)
{
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      if (*cell (analysis, self->variable[i], self->variable[j]))
        entry[(gsize)i * self->n + j] = ++self->n_entries;
}

static void
list_pivot (RankleSparseLu *self,
            const guint32  *entry,
            guint           position,
            guint          *lower,
            guint          *upper)
{
  gsize n = self->n;
  guint first_lower = *lower, first_upper = *upper;

  self->diagonal[position] = entry[position * n + position] - 1;
  for (guint i = position + 1; i < n; i++)
    {
      if (entry[i * n + position] > 0)
        {
          self->below_row[*lower] = i;
          self->below[(*lower)++] = entry[i * n + position] - 1;
        }
      if (entry[position * n + i] > 0)
        {
          self->right_column[*upper] = i;
          self->right[(*upper)++] = entry[position * n + i] - 1;
        }
    }
  self->n_below[position] = *lower - first_lower;
  self->n_right[position] = *upper - first_upper;
}

static void
list_updates (RankleSparseLu *self, const guint32 *entry)
{
  const guint32 *rows = self->below_row, *columns = self->right_column;
  guint32       *update = self->update;

  for (guint position = 0; position < self->n; position++)
    {
      for (guint i = 0; i < self->n_below[position]; i++)
        for (guint j = 0; j < self->n_right[position]; j++)
          *update++ = entry[(gsize)rows[i] * self->n + columns[j]] - 1;
      rows += self->n_below[position];
      columns += self->n_right[position];
    }
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
  guint               lower = 0, upper = 0;

  self->below = g_new (guint32, self->n_lower + 1);
  self->below_row = g_new (guint32, self->n_lower + 1);
  self->right = g_new (guint32, self->n_upper + 1);
  self->right_column = g_new (guint32, self->n_upper + 1);
  self->update = g_new (guint32, self->n_updates + 1);
  number_entries (self, analysis, entry);
  for (guint position = 0; position < self->n; position++)
    list_pivot (self, entry, position, &lower, &upper);
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
  g_free (lu->below);
  g_free (lu->below_row);
  g_free (lu->right);
  g_free (lu->right_column);
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
  double        *values = lu->values;
  const guint32 *below = lu->below, *right = lu->right, *update = lu->update;

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
          double factor = values[below[i]] *= inverse;

          for (guint j = 0; j < lu->n_right[k]; j++)
            values[*update++] -= factor * values[right[j]];
        }
      below += lu->n_below[k];
      right += lu->n_right[k];
    }
  return TRUE;
}

static void
solve_lower (const RankleSparseLu *self)
{
  const guint32 *below = self->below, *row = self->below_row;
  double        *x = self->work;

  for (guint k = 0; k < self->n; k++)
    for (guint i = 0; i < self->n_below[k]; i++)
      x[*row++] -= self->values[*below++] * x[k];
}

static void
solve_upper (const RankleSparseLu *self)
{
  const guint32 *right = self->right + self->n_upper;
  const guint32 *column = self->right_column + self->n_upper;
  double        *x = self->work;

  for (guint k = self->n; k-- > 0;)
    {
      double sum = x[k];

      for (guint j = 0; j < self->n_right[k]; j++)
        sum -= self->values[*--right] * x[*--column];
      x[k] = sum * self->values[self->diagonal[k]];
    }
}

void
rankle_sparse_lu_solve (RankleSparseLu *lu, double *b)
{
  for (guint k = 0; k < lu->n; k++)
    lu->work[k] = b[lu->variable[k]];
  solve_lower (lu);
  solve_upper (lu);
  for (guint k = 0; k < lu->n; k++)
    b[lu->variable[k]] = lu->work[k];
}
