/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <nvector/nvector_serial.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>

#include "rankle-wide-lu.h"
#include "rankle-workspace.h"

/* SUNDIALS' view of the static sparse factorisation. Only for the rankle-integrator*.c
 * files. */

/* A matrix I - γ J as what it is made of: for CVodeSetLinSysFn() to fill. @lanes: so many
 * of them, of one γ, side by side. */
SUNMatrix
_rankle_matrix_new (const RankleSparsity *pattern, guint lanes, SUNContext context);
double *_rankle_matrix_get_jacobian (SUNMatrix matrix); /* in the pattern's order */
void    _rankle_matrix_set_gamma (SUNMatrix matrix, double gamma);

/* For such matrices only. @like: a vector of their size. */
SUNLinearSolver _rankle_linear_solver_new (const RankleSparsity *pattern,
                                           N_Vector              like,
                                           SUNContext            context);

/* For matrices of RANKLE_LANES. Takes @lu. @lost: borrowed: the lanes, a bit each, whose
 * pivots were lost when it was set up last, which fails then. */
SUNLinearSolver
_rankle_wide_solver_new (RankleWideLu *lu, guint *lost, SUNContext context);
