/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Elimination of a full matrix of @n × @n with exchanges of rows, column after column in
 * memory (Golub and Van Loan, Matrix Computations, 3.2 and 3.4). */

/* @a becomes its factors, L below the diagonal, whose own is 1, and U, whose diagonal is
 * inverted. @exchange: of row k with which, when column k is eliminated. @least: by
 * column: FALSE where no pivot is greater or the matrix is not finite; all is undefined
 * then. */
gboolean _rankle_dense_block_factorise (guint         n,
                                        double       *a,
                                        guint32      *exchange,
                                        const double *least);

/* x: the right side, then what solves it. */
void
_rankle_dense_block_solve (guint n, const double *a, const guint32 *exchange, double *x);

G_END_DECLS
