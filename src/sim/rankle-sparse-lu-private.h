/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-sparse-lu.h"

/* The lists, for those who walk them: rankle-sparse-lu.c, and rankle-wide-lu.c with
 * values of its own. */

G_BEGIN_DECLS

/* A pivot this small beside what it was made of is rounding. */
#define RANKLE_LOST_PIVOT 1e-13

struct _RankleSparseLu
{
  guint    n, n_source;
  guint    n_sparse; /* positions eliminated along lists; the rest are the block's */
  guint    n_block;
  guint32 *variable; /* position → row of the model */
  guint32 *load;     /* Jacobian entry → entry */
  guint32 *diagonal; /* position → entry */
  guint32 *exchange; /* of the block */

  /* All run on from pivot to pivot; the counts tell how far each goes. */
  guint32 *n_below, *n_right; /* by position */
  guint32 *n_above;           /* by position, from the last */
  guint16 *below_row;         /* positions of L's entries, which are 0 … n_lower - 1 */
  guint16 *above_row;         /* of U's, which are n_lower … n_lower + n_upper - 1 */
  guint32 *right;             /* entries of U, row by row */
  guint32 *update;            /* for each below, for each right: the entry changed */
  guint    n_entries, n_lower, n_upper, n_updates;

  double *values; /* n_entries: the factors; pivots are kept inverted */
  double *work;   /* n: the right side in the order of elimination */
};

G_END_DECLS
