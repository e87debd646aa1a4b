/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

/* A protocol run by CVODE as the distribution builds it: its own vectors, its dense
 * solver, its defaults; rates, Jacobian and observables are Rankle's, and so are rows and
 * restarts. It is what a run is held against on a machine whose speed nobody knows. */

G_BEGIN_DECLS

typedef struct _BenchStock BenchStock;

/* @protocol: sealed; of its events those that dose. @exact: a run of it, whatever its
 * rows, of which the absolute tolerances are taken: a hundredth of the relative one, in
 * each state's largest value. */
BenchStock *bench_stock_new (RankleProtocol *protocol, const RankleTrajectory *exact);
void        bench_stock_free (BenchStock *stock);

/* A BenchWork: one run. */
void bench_stock_run (gpointer stock);
/* Of the last run: the largest error of any state, in its largest value; @exact has the
 * same rows. */
double bench_stock_get_error (const BenchStock *stock, const RankleTrajectory *exact);

G_END_DECLS
