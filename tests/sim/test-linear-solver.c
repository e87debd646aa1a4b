/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-integrator-linear.h"
#include "rankle-integrator-vector.h"

#include <math.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

/* What CVODE is lent: the linear solver on both of its ways, and the vector loops against
 * SUNDIALS' own. */

static SUNContext context;

static const guint          start[] = { 0, 2, 4 };
static const guint          rows[] = { 0, 1, 0, 1 };
static const RankleSparsity full = {
  .n = 2, .n_entries = 4, .start = start, .rows = rows
};

/* (I - γ J) x = (3, 5), J in columns. */
static void
assert_solution (const double *jacobian, double gamma, double x_0, double x_1)
{
  N_Vector        b = _rankle_vector_new (2, context), x = N_VClone (b);
  SUNMatrix       matrix = _rankle_matrix_new (&full, 1, context);
  SUNLinearSolver solver = _rankle_linear_solver_new (&full, b, context);

  for (guint i = 0; i < 4; i++)
    _rankle_matrix_get_jacobian (matrix)[i] = jacobian[i];
  _rankle_matrix_set_gamma (matrix, gamma);
  N_VGetArrayPointer (b)[0] = 3.0;
  N_VGetArrayPointer (b)[1] = 5.0;
  g_assert_cmpint (SUNLinSolSetup (solver, matrix), ==, 0);
  g_assert_cmpint (SUNLinSolSolve (solver, matrix, x, b, 0.0), ==, 0);
  g_assert_cmpfloat_with_epsilon (N_VGetArrayPointer (x)[0], x_0, 1e-12);
  g_assert_cmpfloat_with_epsilon (N_VGetArrayPointer (x)[1], x_1, 1e-12);

  SUNLinSolFree (solver);
  SUNMatDestroy (matrix);
  N_VDestroy (x);
  N_VDestroy (b);
}

static void
test_sparse (void)
{
  assert_solution ((double[]){ -1.0, 0.0, 0.0, -4.0 }, 0.5, 2.0, 5.0 / 3.0);
  assert_solution ((double[]){ -1.0, 1.0, 2.0, -4.0 }, 1.0, 3.125, 1.625);
}

/* 1 - γ J is 0 on the diagonal: rows must be exchanged, which only the dense solver does.
 */
static void
test_lost_pivot_is_solved_all_the_same (void)
{
  assert_solution ((double[]){ 1.0, 1.0, 1.0, 1.0 }, 1.0, -5.0, -3.0);
}

/* The next factorisation is sparse again. */
static void
test_singular_is_told (void)
{
  N_Vector        b = _rankle_vector_new (2, context);
  SUNMatrix       matrix = _rankle_matrix_new (&full, 1, context);
  SUNLinearSolver solver = _rankle_linear_solver_new (&full, b, context);

  _rankle_matrix_get_jacobian (matrix)[0] = 1.0; /* the first row of I - J is empty */
  _rankle_matrix_set_gamma (matrix, 1.0);
  g_assert_cmpint (SUNLinSolSetup (solver, matrix), >, 0); /* recoverable */
  _rankle_matrix_set_gamma (matrix, 0.5);
  g_assert_cmpint (SUNLinSolSetup (solver, matrix), ==, 0);
  SUNLinSolFree (solver);
  SUNMatDestroy (matrix);
  N_VDestroy (b);
}

/* ---- large patterns ---- */

/* What a plane of @width × @width places gives: each drifts to its neighbours. */
typedef struct
{
  RankleSparsity pattern;
  guint         *start, *rows;
  double        *jacobian;
} Plane;

static void
plane_add (Plane *self, guint width, guint place, int right, int down)
{
  int x = (int)(place % width) + right, y = (int)(place / width) + down;

  if (x < 0 || y < 0 || x >= (int)width || y >= (int)width)
    return;
  self->rows[self->pattern.n_entries] = (guint)y * width + (guint)x;
  self->jacobian[self->pattern.n_entries++] =
      right == 0 && down == 0 ? -4.5 : 1.0 + 0.2 * sin (place + right + 3.0 * down);
}

static void
plane_init (Plane *self, guint width)
{
  guint n = width * width;

  self->start = g_new0 (guint, n + 1);
  self->rows = g_new (guint, 5 * n);
  self->jacobian = g_new (double, 5 * n);
  self->pattern = (RankleSparsity){ .n = n, .start = self->start, .rows = self->rows };
  for (guint i = 0; i < n; i++)
    {
      plane_add (self, width, i, 0, -1);
      plane_add (self, width, i, -1, 0);
      plane_add (self, width, i, 0, 0);
      plane_add (self, width, i, 1, 0);
      plane_add (self, width, i, 0, 1);
      self->start[i + 1] = self->pattern.n_entries;
    }
}

static void
plane_clear (Plane *self)
{
  g_free (self->start);
  g_free (self->rows);
  g_free (self->jacobian);
}

/* (transfer full): I - γ J, full. */
static SUNMatrix
plane_expand (const Plane *self, double gamma)
{
  guint     n = self->pattern.n;
  SUNMatrix dense = SUNDenseMatrix (n, n, context);

  for (guint j = 0; j < n; j++)
    {
      double *column = SUNDenseMatrix_Column (dense, j);

      for (guint k = self->start[j]; k < self->start[j + 1]; k++)
        column[self->rows[k]] = -gamma * self->jacobian[k];
      column[j] += 1.0;
    }
  return dense;
}

static void
solve_with (SUNLinearSolver solver, SUNMatrix matrix, N_Vector b, N_Vector x)
{
  for (sunindextype i = 0; i < N_VGetLength (b); i++)
    N_VGetArrayPointer (b)[i] = cos (0.3 * (double)i);
  g_assert_cmpint (SUNLinSolSetup (solver, matrix), ==, 0);
  g_assert_cmpint (SUNLinSolSolve (solver, matrix, x, b, 0.0), ==, 0);
}

static void
assert_as_dense (const Plane *plane, double gamma)
{
  guint           n = plane->pattern.n;
  N_Vector        b = _rankle_vector_new (n, context);
  N_Vector        x = N_VClone (b), expected = N_VClone (b);
  SUNMatrix       matrix = _rankle_matrix_new (&plane->pattern, 1, context);
  SUNMatrix       dense = plane_expand (plane, gamma);
  SUNLinearSolver ours = _rankle_linear_solver_new (&plane->pattern, b, context);
  SUNLinearSolver theirs = SUNLinSol_Dense (b, dense, context);

  memcpy (_rankle_matrix_get_jacobian (matrix), plane->jacobian,
          plane->pattern.n_entries * sizeof (double));
  _rankle_matrix_set_gamma (matrix, gamma);
  solve_with (ours, matrix, b, x);
  solve_with (theirs, dense, b, expected);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (N_VGetArrayPointer (x)[i],
                                    N_VGetArrayPointer (expected)[i], 1e-12);
  SUNLinSolFree (ours);
  SUNLinSolFree (theirs);
  SUNMatDestroy (matrix);
  SUNMatDestroy (dense);
  N_VDestroy (x);
  N_VDestroy (expected);
  N_VDestroy (b);
}

/* 1024 rows were once the most that lists were made of. */
static void
test_large_as_dense (void)
{
  static const guint widths[] = { 10, 32, 33 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      Plane plane;

      plane_init (&plane, widths[i]);
      assert_as_dense (&plane, 0.02);
      assert_as_dense (&plane, 30.0);
      plane_clear (&plane);
    }
}

/* ---- vectors ---- */

#define LENGTH 31 /* no multiple of 4 */
#define N      4

typedef struct
{
  N_Vector v[N];
} Vectors;

static Vectors
vectors_new (N_Vector (*new) (sunindextype, SUNContext))
{
  Vectors vectors;

  for (guint k = 0; k < N; k++)
    {
      vectors.v[k] = new (LENGTH, context);
      for (guint i = 0; i < LENGTH; i++)
        N_VGetArrayPointer (vectors.v[k])[i] = sin (1.0 + 3.0 * k + 0.7 * i);
    }
  return vectors;
}

static void
assert_alike_and_free (Vectors *ours, Vectors *theirs)
{
  for (guint k = 0; k < N; k++)
    {
      for (guint i = 0; i < LENGTH; i++)
        g_assert_cmpfloat_with_epsilon (N_VGetArrayPointer (ours->v[k])[i],
                                        N_VGetArrayPointer (theirs->v[k])[i], 1e-15);
      N_VDestroy (ours->v[k]);
      N_VDestroy (theirs->v[k]);
    }
}

/* Every loop that is ours, also with its output among its inputs. */
static void
compute (Vectors *vectors)
{
  double    factors[] = { 0.5, -2.0, 3.0 };
  N_Vector *v = vectors->v;

  N_VLinearSum (2.0, v[0], -0.3, v[1], v[2]);
  N_VLinearSum (1.0, v[0], 1.0, v[1], v[0]);
  N_VScale (-1.5, v[1], v[1]);
  N_VScale (0.7, v[1], v[3]);
  N_VLinearCombination (3, factors, (N_Vector[]){ v[0], v[1], v[2] }, v[0]);
  N_VScaleAddMulti (2, factors, v[3], (N_Vector[]){ v[1], v[2] },
                    (N_Vector[]){ v[1], v[0] });
  N_VScaleVectorArray (2, factors, (N_Vector[]){ v[1], v[2] },
                       (N_Vector[]){ v[1], v[2] });
  N_VConst (N_VWrmsNorm (v[0], v[1]), v[3]);
}

static void
test_vectors (void)
{
  Vectors ours = vectors_new (_rankle_vector_new), theirs = vectors_new (N_VNew_Serial);

  compute (&ours);
  compute (&theirs);
  assert_alike_and_free (&ours, &theirs);
}

int
main (int argc, char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  SUNContext_Create (RANKLE_NO_COMMUNICATOR, &context);
  g_test_add_func ("/linear-solver/sparse", test_sparse);
  g_test_add_func ("/linear-solver/lost-pivot", test_lost_pivot_is_solved_all_the_same);
  g_test_add_func ("/linear-solver/singular", test_singular_is_told);
  g_test_add_func ("/linear-solver/large", test_large_as_dense);
  g_test_add_func ("/linear-solver/vectors", test_vectors);
  result = g_test_run ();
  SUNContext_Free (&context);
  return result;
}
