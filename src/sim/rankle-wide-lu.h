/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-workspace.h"

G_BEGIN_DECLS

/**
 * RankleWideLu:
 *
 * Solves (I - γ J) x = b for RANKLE_LANES Jacobians of one sparsity at once, along the
 * lists of RankleSparseLu and in its order. Number i of lane l is at
 * [i * RANKLE_LANES + l], in memory that is aligned to RANKLE_ROW. Not thread safe.
 */
typedef struct _RankleWideLu RankleWideLu;

/* NULL: RankleSparseLu has no lists for it, or not for all of it. @pattern is borrowed
 * for the call. */
RankleWideLu *rankle_wide_lu_new (const RankleSparsity *pattern);
void          rankle_wide_lu_free (RankleWideLu *lu);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleWideLu, rankle_wide_lu_free)

/* Returns the lanes in which a pivot has lost its digits, a bit each: their factors are
 * undefined. Entries that are not finite make them so, too. */
guint rankle_wide_lu_factorise (RankleWideLu *lu, const double *jacobian, double gamma);
/* @b and @x may be one. */
void rankle_wide_lu_solve (RankleWideLu *lu, const double *b, double *x);

G_END_DECLS
