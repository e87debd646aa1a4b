/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <nvector/nvector_serial.h>
#include <sundials/sundials_linearsolver.h>
#include <sundials/sundials_matrix.h>

#include "rankle-workspace.h"

/* SUNDIALS' view of the static sparse factorisation. Only for the rankle-integrator*.c
 * files. */

/* A matrix I - γ J as what it is made of: for CVodeSetLinSysFn() to fill. */
SUNMatrix _rankle_matrix_new (const RankleSparsity *pattern, SUNContext context);
double   *_rankle_matrix_get_jacobian (SUNMatrix matrix); /* in the pattern's order */
void      _rankle_matrix_set_gamma (SUNMatrix matrix, double gamma);

/* For such matrices only. @like: a vector of their size. */
SUNLinearSolver _rankle_linear_solver_new (const RankleSparsity *pattern,
                                           N_Vector              like,
                                           SUNContext            context);
