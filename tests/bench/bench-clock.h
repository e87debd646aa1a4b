/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What a shared machine can still tell: the ratio of two pieces of work that take turns
 * in one process, by thread CPU time, medians over the turns. */

G_BEGIN_DECLS

typedef void (*BenchWork) (gpointer data);

typedef struct
{
  double ours, theirs; /* [s] a call, medians */
  double ratio;        /* median of the turns' ratios */
} BenchPair;

/* Each turn makes @calls calls of one and then of the other. */
BenchPair
bench_compare (BenchWork ours, BenchWork theirs, gpointer data, guint turns, guint calls);
/* One piece of work by itself [s]. */
double bench_measure (BenchWork work, gpointer data, guint turns, guint calls);

/* Processor time of all threads of the process, which knows nothing of what others do
 * [s].
 */
double bench_process_seconds (void);

/* @unit: what a second is divided into. @bar 0: there is none. */
void bench_print_header (void);
void bench_print_pair (
    const char *what, BenchPair pair, double per_second, const char *unit, double bar);

/* Reorders @values. */
double bench_quantile (double *values, guint n, double share);

G_END_DECLS
