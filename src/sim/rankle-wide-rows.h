/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-workspace-wide.h"

/* Loops over what runs abreast compute with: @n rows of RANKLE_LANES numbers, aligned to
 * RANKLE_ROW. Lanes are told as bits. */

G_BEGIN_DECLS

/* (transfer full): of zeros; to be freed by g_aligned_free(). */
double *_rankle_rows_new (gsize n);
/* One lane becomes as another. */
void _rankle_rows_copy (double *rows, gsize n, guint source, guint lane);
/* Of @lanes alone. */
void _rankle_rows_take (guint lanes, const double *from, gsize n, double *to);
/* Rates and what flows in besides. */
void _rankle_rows_add (const double *from, gsize n, double *to);
/* The lanes in which some number is none. */
guint _rankle_rows_find_not_finite (const double *rows, gsize n);
/* The sum of each lane's squares of what is weighted. */
void
_rankle_rows_add_up (const double *rows, const double *weights, gsize n, double *sums);

/* What the solver left a little below 0 is 0 in @lifted. */
void
_rankle_rows_lift (const double *states, const double *absolute, gsize n, double *lifted);
/* 1 / (what each state may be wrong by), which is learnt from what it comes to. */
void _rankle_rows_weigh (double        relative,
                         double        learnt,
                         gsize         n,
                         const double *states,
                         double       *absolute,
                         double       *weights);

G_END_DECLS
