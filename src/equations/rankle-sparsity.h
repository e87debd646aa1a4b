/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a Jacobian has entries, in compressed columns: the rows of column j are
 * rows[start[j]] … rows[start[j + 1] - 1], ascending; the diagonal is always present.
 * Owned by the program. */
typedef struct
{
  guint        n; /* states */
  guint        n_entries;
  const guint *start; /* n + 1 */
  const guint *rows;  /* n_entries */
} RankleSparsity;

/* How many states are evaluated at once where many are asked for. */
#define RANKLE_LANES 8
/* Their numbers side by side [bytes], and how these are aligned. */
#define RANKLE_ROW 64

G_END_DECLS
