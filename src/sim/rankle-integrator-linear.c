/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A linear solver and a matrix of our own for CVODE.
 *
 * The matrix is the sparse Jacobian and γ. The solver eliminates along RankleSparseLu's
 * lists; where a pivot on the diagonal has lost its digits, or the pattern is too full
 * for lists, SUNDIALS' dense solver with row exchanges takes that one factorisation. */

#include "rankle-integrator-linear.h"

#include <math.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include "rankle-sparse-lu.h"

/* SUNLS_SUCCESS before SUNDIALS 7, SUN_SUCCESS since. */
enum
{
  SUCCESS = 0
};

/* ---- matrix ---- */

typedef struct
{
  double *jacobian; /* (owned) */
  double  gamma;
} Matrix;

static SUNMatrix_ID
get_matrix_id (SUNMatrix matrix)
{
  return SUNMATRIX_CUSTOM;
}

static void
destroy_matrix (SUNMatrix matrix)
{
  Matrix *self = matrix->content;

  g_aligned_free (self->jacobian);
  g_free (self);
  matrix->content = NULL;
  SUNMatFreeEmpty (matrix);
}

SUNMatrix
_rankle_matrix_new (const RankleSparsity *pattern, guint lanes, SUNContext context)
{
  SUNMatrix matrix = SUNMatNewEmpty (context);
  Matrix   *self = g_new0 (Matrix, 1);

  g_assert (matrix != NULL);
  self->jacobian = g_aligned_alloc0 ((gsize)pattern->n_entries + 1,
                                     lanes * sizeof (double), RANKLE_ROW);
  matrix->content = self;
  matrix->ops->getid = get_matrix_id;
  matrix->ops->destroy = destroy_matrix;
  return matrix;
}

double *
_rankle_matrix_get_jacobian (SUNMatrix matrix)
{
  return ((Matrix *)matrix->content)->jacobian;
}

void
_rankle_matrix_set_gamma (SUNMatrix matrix, double gamma)
{
  ((Matrix *)matrix->content)->gamma = gamma;
}

/* ---- solver ---- */

typedef struct
{
  const RankleSparsity *pattern;      /* Borrowed from the model */
  RankleSparseLu       *lu;           /* (owned) (nullable) */
  SUNMatrix             dense;        /* (owned) (nullable): made when first needed */
  SUNLinearSolver       dense_solver; /* likewise */
  N_Vector              like;         /* Borrowed */
  gboolean              is_dense;     /* the factors of now are the dense solver's */
} Solver;

static SUNLinearSolver_Type
get_solver_type (SUNLinearSolver solver)
{
  return SUNLINEARSOLVER_DIRECT;
}

static int
initialize_solver (SUNLinearSolver solver)
{
  return SUCCESS;
}

static void
fill_dense (const Solver *self, const Matrix *matrix)
{
  const RankleSparsity *pattern = self->pattern;

  SUNMatZero (self->dense);
  for (guint j = 0; j < pattern->n; j++)
    {
      double *column = SUNDenseMatrix_Column (self->dense, j);

      for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
        if (isfinite (matrix->jacobian[k]))
          column[pattern->rows[k]] = -matrix->gamma * matrix->jacobian[k];
    }
  for (sunindextype j = 0; j < SUNDenseMatrix_Columns (self->dense); j++)
    SUNDenseMatrix_Column (self->dense, j)[j] += 1.0;
}

static int
set_up_dense (SUNLinearSolver solver, const Matrix *matrix)
{
  Solver      *self = solver->content;
  sunindextype n = N_VGetLength (self->like);

  if (self->dense == NULL)
    {
      self->dense = SUNDenseMatrix (n, n, solver->sunctx);
      self->dense_solver = SUNLinSol_Dense (self->like, self->dense, solver->sunctx);
    }
  fill_dense (self, matrix);
  self->is_dense = TRUE;
  return SUNLinSolSetup (self->dense_solver, self->dense);
}

static int
set_up (SUNLinearSolver solver, SUNMatrix matrix)
{
  Solver       *self = solver->content;
  const Matrix *content = matrix->content;

  self->is_dense = FALSE;
  if (self->lu != NULL &&
      rankle_sparse_lu_factorise (self->lu, content->jacobian, content->gamma))
    return SUCCESS;
  return set_up_dense (solver, content);
}

static int
solve (SUNLinearSolver solver, SUNMatrix matrix, N_Vector x, N_Vector b, double tolerance)
{
  Solver *self = solver->content;

  if (self->is_dense)
    return SUNLinSolSolve (self->dense_solver, self->dense, x, b, tolerance);
  if (x != b)
    N_VScale (1.0, b, x);
  rankle_sparse_lu_solve (self->lu, N_VGetArrayPointer (x));
  return SUCCESS;
}

static int
free_solver (SUNLinearSolver solver)
{
  Solver *self = solver->content;

  if (self->dense != NULL)
    {
      SUNLinSolFree (self->dense_solver);
      SUNMatDestroy (self->dense);
    }
  g_clear_pointer (&self->lu, rankle_sparse_lu_free);
  g_free (self);
  solver->content = NULL;
  SUNLinSolFreeEmpty (solver);
  return SUCCESS;
}

SUNLinearSolver
_rankle_linear_solver_new (const RankleSparsity *pattern,
                           N_Vector              like,
                           SUNContext            context)
{
  SUNLinearSolver solver = SUNLinSolNewEmpty (context);
  Solver         *self = g_new0 (Solver, 1);

  g_assert (solver != NULL);
  self->pattern = pattern;
  self->like = like;
  self->lu = pattern->n > 0 ? rankle_sparse_lu_new (pattern) : NULL;
  solver->content = self;
  solver->ops->gettype = get_solver_type;
  solver->ops->initialize = initialize_solver;
  solver->ops->setup = set_up;
  solver->ops->solve = solve;
  solver->ops->free = free_solver;
  return solver;
}

/* ---- lanes ---- */

typedef struct
{
  RankleWideLu *lu;   /* (owned) */
  guint        *lost; /* Borrowed */
} WideSolver;

static int
set_up_wide (SUNLinearSolver solver, SUNMatrix matrix)
{
  WideSolver   *self = solver->content;
  const Matrix *content = matrix->content;

  *self->lost = rankle_wide_lu_factorise (self->lu, content->jacobian, content->gamma);
  return *self->lost == 0 ? SUCCESS : -1;
}

static int
solve_wide (
    SUNLinearSolver solver, SUNMatrix matrix, N_Vector x, N_Vector b, double tolerance)
{
  WideSolver *self = solver->content;

  rankle_wide_lu_solve (self->lu, N_VGetArrayPointer (b), N_VGetArrayPointer (x));
  return SUCCESS;
}

static int
free_wide (SUNLinearSolver solver)
{
  WideSolver *self = solver->content;

  rankle_wide_lu_free (self->lu);
  g_free (self);
  solver->content = NULL;
  SUNLinSolFreeEmpty (solver);
  return SUCCESS;
}

SUNLinearSolver
_rankle_wide_solver_new (RankleWideLu *lu, guint *lost, SUNContext context)
{
  SUNLinearSolver solver = SUNLinSolNewEmpty (context);
  WideSolver     *self = g_new0 (WideSolver, 1);

  g_assert (solver != NULL);
  *self = (WideSolver){ lu, lost };
  solver->content = self;
  solver->ops->gettype = get_solver_type;
  solver->ops->initialize = initialize_solver;
  solver->ops->setup = set_up_wide;
  solver->ops->solve = solve_wide;
  solver->ops->free = free_wide;
  return solver;
}
