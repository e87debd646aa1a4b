/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator.h"

G_BEGIN_DECLS

/* Both are called on the threads of the ensemble, for several runs at once: what they
 * touch must belong to @run, or not change. */

/* (transfer full): the protocol of run @run. */
typedef RankleProtocol *(*RankleEnsembleMake) (guint run, gpointer data);
/* @trajectory is NULL where the run failed, with @error saying why. Both are borrowed. */
typedef void (*RankleEnsembleTake) (guint             run,
                                    RankleTrajectory *trajectory,
                                    const GError     *error,
                                    gpointer          data);

/* Makes and runs @n_runs protocols on @n_threads threads and returns when all have been
 * taken, in whatever order. Not for the window, which has its engine. */
void rankle_ensemble_run (guint              n_runs,
                          guint              n_threads,
                          RankleEnsembleMake make,
                          RankleEnsembleTake take,
                          gpointer           data);

G_END_DECLS
