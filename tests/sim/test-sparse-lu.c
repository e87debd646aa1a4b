/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-sparse-lu.h"

#include <math.h>
#include <string.h>

#include "rankle-wide-lu.h"

/* Against the plainest check there is: (I - γ J) x is b. */

#define MAX_SIZE 200

typedef struct
{
  guint          n;
  GArray        *rows; /* guint */
  guint          start[MAX_SIZE + 1];
  double         entries[MAX_SIZE * MAX_SIZE];
  RankleSparsity pattern;
} Matrix;

static void
matrix_init (Matrix *self, guint n)
{
  memset (self, 0, sizeof *self);
  self->n = n;
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Entries of a column come row by row. */
static void
matrix_add (Matrix *self, guint row, double value)
{
  self->entries[self->rows->len] = value;
  g_array_append_val (self->rows, row);
}

static void
matrix_seal (Matrix *self)
{
  self->pattern = (RankleSparsity){ .n = self->n,
                                    .n_entries = self->rows->len,
                                    .start = self->start,
                                    .rows = (const guint *)(void *)self->rows->data };
}

static void
matrix_clear (Matrix *self)
{
  g_array_unref (self->rows);
}

/* Entries off the diagonal with probability @density. */
static void
matrix_fill (Matrix *self, GRand *random, double density, double size)
{
  for (guint j = 0; j < self->n; j++)
    {
      for (guint i = 0; i < self->n; i++)
        if (i == j)
          matrix_add (self, i, -g_rand_double_range (random, 0.0, size));
        else if (g_rand_double (random) < density)
          matrix_add (self, i, g_rand_double_range (random, -1.0, 1.0));
      self->start[j + 1] = self->rows->len;
    }
  matrix_seal (self);
}

static void
assert_solves (const Matrix *self, RankleSparseLu *lu, double gamma)
{
  double b[MAX_SIZE], x[MAX_SIZE], product[MAX_SIZE];

  for (guint i = 0; i < self->n; i++)
    b[i] = x[i] = 1.0 + 0.5 * (double)i;
  rankle_sparse_lu_solve (lu, x);
  memcpy (product, x, sizeof product);
  for (guint j = 0; j < self->n; j++)
    for (guint k = self->start[j]; k < self->start[j + 1]; k++)
      product[self->pattern.rows[k]] -= gamma * self->entries[k] * x[j];
  for (guint i = 0; i < self->n; i++)
    g_assert_cmpfloat_with_epsilon (product[i], b[i], 1e-9 * fabs (b[i]));
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (guint round = 0; round < 300; round++)
    {
      guint  n = 1 + round % MAX_SIZE;
      Matrix matrix;
      g_autoptr (RankleSparseLu) lu = NULL;

      matrix_init (&matrix, n);
      matrix_fill (&matrix, random, g_rand_double (random), 2.0 * n);
      lu = rankle_sparse_lu_new (&matrix.pattern);
      g_assert_nonnull (lu);
      for (guint i = 0; i < 3; i++)
        {
          double gamma = pow (10.0, g_rand_double_range (random, -4.0, 4.0));

          if (rankle_sparse_lu_factorise (lu, matrix.entries, gamma))
            assert_solves (&matrix, lu, gamma);
        }
      g_assert_true (rankle_sparse_lu_factorise (lu, matrix.entries, 1e-3 / n));
      assert_solves (&matrix, lu, 1e-3 / n);
      matrix_clear (&matrix);
    }
}

/* An arrow that points up and left fills every place if its tip is eliminated first, and
 * none if it is eliminated last. */
static void
test_order_avoids_filling (void)
{
  Matrix matrix;
  g_autoptr (RankleSparseLu) lu = NULL;

  matrix_init (&matrix, 20);
  for (guint j = 0; j < matrix.n; j++)
    {
      for (guint i = 0; i < matrix.n; i++)
        if (i == j || i == 0 || j == 0)
          matrix_add (&matrix, i, i == j ? -3.0 : 0.1);
      matrix.start[j + 1] = matrix.rows->len;
    }
  matrix_seal (&matrix);
  lu = rankle_sparse_lu_new (&matrix.pattern);

  g_assert_cmpuint (rankle_sparse_lu_get_n_entries (lu), ==, matrix.rows->len);
  g_assert_cmpuint (rankle_sparse_lu_get_n_updates (lu), ==, 19);
  g_assert_true (rankle_sparse_lu_factorise (lu, matrix.entries, 1.0));
  assert_solves (&matrix, lu, 1.0);
  matrix_clear (&matrix);
}

static void
fill_pair (Matrix *self, double a, double b, double c, double d)
{
  matrix_init (self, 2);
  matrix_add (self, 0, a);
  matrix_add (self, 1, c);
  self->start[1] = 2;
  matrix_add (self, 0, b);
  matrix_add (self, 1, d);
  self->start[2] = 4;
  matrix_seal (self);
}

/* I - J has a 0 where the first pivot would be: solvable, but not in this order. */
static void
test_lost_pivot_is_told (void)
{
  Matrix matrix;
  g_autoptr (RankleSparseLu) lu = NULL;

  fill_pair (&matrix, 1.0, 1.0, 1.0, 1.0);
  lu = rankle_sparse_lu_new (&matrix.pattern);
  g_assert_false (rankle_sparse_lu_factorise (lu, matrix.entries, 1.0));
  g_assert_true (rankle_sparse_lu_factorise (lu, matrix.entries, 0.25));
  assert_solves (&matrix, lu, 0.25);
  matrix_clear (&matrix);
}

/* A pivot of nothing but rounding, though not 0. */
static void
test_rounded_pivot_is_told (void)
{
  Matrix matrix;
  g_autoptr (RankleSparseLu) lu = NULL;

  fill_pair (&matrix, 1.0 + 1e-15, 1.0, 1.0, 1.0);
  lu = rankle_sparse_lu_new (&matrix.pattern);
  g_assert_false (rankle_sparse_lu_factorise (lu, matrix.entries, 1.0));
  matrix_clear (&matrix);
}

static void
test_infinite_slope_is_left_out (void)
{
  Matrix matrix;
  g_autoptr (RankleSparseLu) lu = NULL;

  fill_pair (&matrix, -1.0, (double)INFINITY, (double)NAN, -2.0);
  lu = rankle_sparse_lu_new (&matrix.pattern);
  g_assert_true (rankle_sparse_lu_factorise (lu, matrix.entries, 0.5));
  matrix.entries[1] = matrix.entries[2] = 0.0;
  assert_solves (&matrix, lu, 0.5);
  matrix_clear (&matrix);
}

/* Half of it filled, and of a size: lists end where the full block begins. Without large
 * diagonals its rows have to be exchanged. */
static void
test_block (void)
{
  static const guint sizes[] = { 32, 33, 63, 64, 65, 97, 130, 200 };
  g_autoptr (GRand) random = g_rand_new_with_seed (17);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint k = 0; k < 4; k++)
      {
        Matrix matrix;
        g_autoptr (RankleSparseLu) lu = NULL;

        matrix_init (&matrix, sizes[i]);
        matrix_fill (&matrix, random, k < 2 ? 0.9 : 0.3, 1.0);
        lu = rankle_sparse_lu_new (&matrix.pattern);
        g_assert_cmpuint (rankle_sparse_lu_get_n_block (lu), >=,
                          k < 2 ? sizes[i] - 5 : 0);
        g_assert_true (rankle_sparse_lu_factorise (lu, matrix.entries, 0.01));
        assert_solves (&matrix, lu, 0.01);
        if (k < 2)
          {
            g_assert_true (rankle_sparse_lu_factorise (lu, matrix.entries, 50.0));
            assert_solves (&matrix, lu, 50.0);
          }
        matrix_clear (&matrix);
      }
}

/* A block of equal rows has no inverse. */
static void
test_singular_block (void)
{
  Matrix matrix;
  g_autoptr (RankleSparseLu) lu = NULL;

  matrix_init (&matrix, 40);
  for (guint j = 0; j < 40; j++)
    {
      for (guint i = 0; i < 40; i++)
        matrix_add (&matrix, i, i == j ? 2.0 : 1.0);
      matrix.start[j + 1] = matrix.rows->len;
    }
  matrix_seal (&matrix);
  lu = rankle_sparse_lu_new (&matrix.pattern);
  g_assert_cmpuint (rankle_sparse_lu_get_n_block (lu), ==, 40);
  g_assert_false (rankle_sparse_lu_factorise (lu, matrix.entries, 1.0));
  g_assert_true (rankle_sparse_lu_factorise (lu, matrix.entries, 0.5));
  assert_solves (&matrix, lu, 0.5);
  matrix_clear (&matrix);
}

/* A diagonal of @n rows. */
static RankleSparseLu *
make_diagonal (guint n)
{
  g_autofree guint *start = g_new (guint, n + 1);
  g_autofree guint *rows = g_new (guint, n);
  RankleSparsity    pattern = { .n = n, .n_entries = n, .start = start, .rows = rows };

  for (guint i = 0; i < n; i++)
    start[i] = rows[i] = i;
  start[n] = n;
  return rankle_sparse_lu_new (&pattern);
}

/* Rows are numbered in 16 bits. */
static void
test_limit (void)
{
  g_autoptr (RankleSparseLu) largest = make_diagonal (G_MAXUINT16);

  g_assert_nonnull (largest);
  g_assert_cmpuint (rankle_sparse_lu_get_n_entries (largest), ==, G_MAXUINT16);
  g_assert_null (make_diagonal (G_MAXUINT16 + 1));
}

/* ---- lanes ---- */

/* Each lane is solved as by itself, to the last bit. */
static void
check_lane (const Matrix *self, const double *jacobians, const double *x, guint lane)
{
  g_autoptr (RankleSparseLu) lu = rankle_sparse_lu_new (&self->pattern);
  g_autofree double *jacobian = g_new (double, self->pattern.n_entries + 1);
  double             alone[MAX_SIZE];

  for (guint k = 0; k < self->pattern.n_entries; k++)
    jacobian[k] = jacobians[k * RANKLE_LANES + lane];
  g_assert_true (rankle_sparse_lu_factorise (lu, jacobian, 0.3));
  for (guint i = 0; i < self->n; i++)
    alone[i] = 1.0 + lane * i;
  rankle_sparse_lu_solve (lu, alone);
  for (guint i = 0; i < self->n; i++)
    g_assert_cmpmem (&alone[i], sizeof (double), &x[i * RANKLE_LANES + lane],
                     sizeof (double));
}

static double *
new_rows (guint n)
{
  return g_aligned_alloc0 (n + 1, RANKLE_ROW, RANKLE_ROW);
}

/* @broken: of this lane the first pivot is 0. */
static void
check_lanes (Matrix *self, GRand *random, guint broken)
{
  g_autoptr (RankleWideLu) lu = rankle_wide_lu_new (&self->pattern);
  double *jacobians = new_rows (self->pattern.n_entries), *x = new_rows (self->n);
  guint   lost;

  for (guint k = 0; k < self->pattern.n_entries * RANKLE_LANES; k++)
    jacobians[k] = k % RANKLE_LANES == broken ? 1 / 0.3
                                              : self->entries[k / RANKLE_LANES] *
                                                    g_rand_double_range (random, 0.5, 1);
  lost = rankle_wide_lu_factorise (lu, jacobians, 0.3);
  g_assert_cmpuint (lost, ==, broken < RANKLE_LANES ? 1u << broken : 0);
  for (guint i = 0; i < self->n * RANKLE_LANES; i++)
    x[i] = 1.0 + i % RANKLE_LANES * (i / RANKLE_LANES);
  rankle_wide_lu_solve (lu, x, x);
  for (guint l = 0; l < RANKLE_LANES; l++)
    if (l != broken)
      check_lane (self, jacobians, x, l);
  g_aligned_free (jacobians);
  g_aligned_free (x);
}

static void
test_lanes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);

  for (guint i = 0; i < 100; i++)
    {
      Matrix matrix;

      matrix_init (&matrix, 1 + i % 30);
      matrix_fill (&matrix, random, 0.3, 4.0);
      check_lanes (&matrix, random, i % 2 == 0 ? RANKLE_LANES : i % RANKLE_LANES);
      matrix_clear (&matrix);
    }
}

/* A full block is for who is alone. */
static void
test_no_lanes (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  g_autofree Matrix *matrix = g_new (Matrix, 1);

  matrix_init (matrix, 100);
  matrix_fill (matrix, random, 0.9, 4.0);
  g_assert_null (rankle_wide_lu_new (&matrix->pattern));
  matrix_clear (matrix);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sparse-lu/random", test_random);
  g_test_add_func ("/sparse-lu/order", test_order_avoids_filling);
  g_test_add_func ("/sparse-lu/lost-pivot", test_lost_pivot_is_told);
  g_test_add_func ("/sparse-lu/rounded-pivot", test_rounded_pivot_is_told);
  g_test_add_func ("/sparse-lu/infinite-slope", test_infinite_slope_is_left_out);
  g_test_add_func ("/sparse-lu/block", test_block);
  g_test_add_func ("/sparse-lu/singular-block", test_singular_block);
  g_test_add_func ("/sparse-lu/limit", test_limit);
  g_test_add_func ("/sparse-lu/lanes", test_lanes);
  g_test_add_func ("/sparse-lu/no-lanes", test_no_lanes);
  return g_test_run ();
}
