/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator-wide-private.h"
#include "rankle-run-private.h"

G_BEGIN_DECLS

/* Makes the runs of @n protocols of one schedule together: sealed, of the integrator's
 * model, with equal rows, tolerances and times of events. Each of @trajectories, which
 * are NULL before, is then the protocol's, or still NULL: it must be run alone. */
void _rankle_run_abreast (RankleWideIntegrator  *integrator,
                          guint                  n,
                          RankleProtocol *const *protocols,
                          const atomic_bool     *stop,
                          RankleTrajectory     **trajectories);

G_END_DECLS
