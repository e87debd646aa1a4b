/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-engine.h"
#include "rankle-integrator.h"

G_BEGIN_DECLS

/* What the worker does with a request; rankle_integrator_run() but for tests that need a
 * run of a known length or a failure. */
typedef RankleTrajectory *(*RankleRunFunc) (RankleIntegrator  *integrator,
                                            RankleProtocol    *protocol,
                                            const atomic_bool *stop,
                                            GError           **error);

RankleEngine *_rankle_engine_new_with_run (RankleRunFunc run);

G_END_DECLS
