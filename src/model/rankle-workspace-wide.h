/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-clones.h"
#include "rankle-workspace.h"

G_BEGIN_DECLS

/**
 * RankleWideWorkspace:
 *
 * Registers for RANKLE_LANES states of one model at once, each lane under parameters of
 * its own. Number i of lane l is at [i * RANKLE_LANES + l] of whatever goes in or comes
 * out. Each lane is computed as by a RankleWorkspace, but for the last digits of powers.
 * Not thread safe.
 */
typedef struct _RankleWideWorkspace RankleWideWorkspace;

/* No lane may be asked before it was set. */
RankleWideWorkspace *rankle_wide_workspace_new (RankleModel *model);
void                 rankle_wide_workspace_free (RankleWideWorkspace *workspace);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleWideWorkspace, rankle_wide_workspace_free)

/* From now on @lane has the parameters that @source, of the same model, has now. */
void rankle_wide_workspace_set_lane (RankleWideWorkspace   *workspace,
                                     guint                  lane,
                                     const RankleWorkspace *source);

/* As their namesakes in rankle-workspace.h; @times has one for each lane. */
void rankle_wide_workspace_rates (RankleWideWorkspace *workspace,
                                  const double        *times,
                                  const double        *states,
                                  double              *rates);
void rankle_wide_workspace_jacobian (RankleWideWorkspace *workspace,
                                     const double        *times,
                                     const double        *states,
                                     double              *entries);
void rankle_wide_workspace_observables (RankleWideWorkspace *workspace,
                                        gboolean             hidden,
                                        const double        *times,
                                        const double        *states,
                                        double              *values);

G_END_DECLS
