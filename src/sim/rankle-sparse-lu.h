/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-workspace.h"

G_BEGIN_DECLS

/**
 * RankleSparseLu:
 *
 * Solves (I - γ J) x = b for Jacobians of one sparsity. Which entries appear in the
 * factors, and where each multiplication goes, is worked out once; factorising then runs
 * down a list. Pivots stay on the diagonal, in an order that creates few entries: what
 * implicit steps bring is close enough to diagonal dominance for that nearly always, and
 * where it is not, rankle_sparse_lu_factorise() says so. What is left once half of it is
 * filled is eliminated as a full matrix, with exchanges of rows. Not thread safe.
 */
typedef struct _RankleSparseLu RankleSparseLu;

/* NULL: larger than 65535 rows, or 2^32 entries of the factors. @pattern is borrowed for
 * the call; it has the whole diagonal. */
RankleSparseLu *rankle_sparse_lu_new (const RankleSparsity *pattern);
void            rankle_sparse_lu_free (RankleSparseLu *lu);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleSparseLu, rankle_sparse_lu_free)

/* @jacobian: in the order of the pattern; entries that are not finite count as 0. FALSE:
 * a pivot has lost its digits; the factors are then undefined. */
gboolean
rankle_sparse_lu_factorise (RankleSparseLu *lu, const double *jacobian, double gamma);
/* b becomes x. */
void rankle_sparse_lu_solve (RankleSparseLu *lu, double *b);

/* Entries of the factors, rows of the full block among them, and multiplications with
 * subtraction that a factorisation takes outside the block. */
guint rankle_sparse_lu_get_n_entries (const RankleSparseLu *lu);
guint rankle_sparse_lu_get_n_block (const RankleSparseLu *lu);
guint rankle_sparse_lu_get_n_updates (const RankleSparseLu *lu);

G_END_DECLS
