/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-workspace.h"

G_BEGIN_DECLS

/**
 * RankleSparseList:
 * @items: (owned) (array length=n)
 *
 * Rows of a column, or columns of a row.
 */
typedef struct
{
  guint32 *items;
  guint    n, size;
} RankleSparseList;

/**
 * RankleSparseOrder:
 * @variable: position → row of the model
 * @n_sparse: so many positions are eliminated along lists, first
 * @below: by position: the positions of the rows that its pivot is taken from, ascending
 * @right: by position: the positions of the columns to its right, ascending
 * @n_lower: entries of all @below
 * @n_upper: entries of all @right
 * @n_updates: multiplications with subtraction that the elimination along lists takes
 *
 * In which order a pattern is eliminated, and what fills up. The positions from @n_sparse
 * to @n make one block that is full, or nearly, by then.
 */
typedef struct
{
  guint             n, n_sparse;
  guint32          *variable;
  RankleSparseList *below, *right;
  guint             n_lower, n_upper, n_updates;
} RankleSparseOrder;

/* Markowitz's order, among equals that of the model. @pattern is borrowed for the call.
 */
RankleSparseOrder *_rankle_sparse_order_new (const RankleSparsity *pattern);
void               _rankle_sparse_order_free (RankleSparseOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleSparseOrder, _rankle_sparse_order_free)

G_END_DECLS
