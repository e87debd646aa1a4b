/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdatomic.h>

#include "rankle-trajectory.h"
#include "rankle-workspace.h"

G_BEGIN_DECLS

/**
 * RankleWideIntegrator:
 *
 * RANKLE_LANES runs of one model in one CVODE: they take the same steps, as short as the
 * lane wants them that wants the shortest, so that none is less exact than it would be
 * alone. Number i of lane l is at [i * RANKLE_LANES + l]. Belongs to the thread that made
 * it.
 */
typedef struct _RankleWideIntegrator RankleWideIntegrator;

/* NULL: the model asks for what lanes cannot share: it has events of its own, no states,
 * or a matrix that no list is made of. */
RankleWideIntegrator *_rankle_wide_integrator_new (RankleModel *model);
void                  _rankle_wide_integrator_free (RankleWideIntegrator *self);

/* What all lanes have in common: @relative and, beyond the absolute tolerances, what is
 * @learnt (_rankle_tolerance_choose()). Infusions are 0. */
void _rankle_wide_integrator_begin (RankleWideIntegrator *self,
                                    double                relative,
                                    double                learnt,
                                    const atomic_bool    *stop);
/* @lane has from now on the parameters of its workspace, which were set anew. */
void _rankle_wide_integrator_renew (RankleWideIntegrator *self, guint lane);
/* @lane becomes as @source: state, tolerances and infusions; parameters by renew. */
void
_rankle_wide_integrator_copy_lane (RankleWideIntegrator *self, guint source, guint lane);

/* All borrowed. Lane by lane free to be changed before a restart. */
RankleWorkspace     *_rankle_wide_integrator_workspace (RankleWideIntegrator *self,
                                                        guint                 lane);
double              *_rankle_wide_integrator_state (RankleWideIntegrator *self);
double              *_rankle_wide_integrator_infusion (RankleWideIntegrator *self);
double              *_rankle_wide_integrator_absolute (RankleWideIntegrator *self);
RankleRunStatistics *_rankle_wide_integrator_statistics (RankleWideIntegrator *self);

/* As their namesakes of one run. FALSE: some lane could not go on; the state is that of
 * the time reached. */
gboolean
_rankle_wide_integrator_restart (RankleWideIntegrator *self, double time, double limit);
gboolean _rankle_wide_integrator_step (RankleWideIntegrator *self, double *time);
/* After a step: whether the others are better off without one lane, which is then the
 * cause of a failure, as it were. */
gboolean _rankle_wide_integrator_is_held_up (RankleWideIntegrator *self);
/* (nullable) */
const double *_rankle_wide_integrator_interpolate (RankleWideIntegrator *self,
                                                   double                time);
/* Of all lanes, at a time that they have come to. */
void _rankle_wide_integrator_observe (RankleWideIntegrator *self,
                                      gboolean              hidden,
                                      double                time,
                                      const double         *states,
                                      double               *values);

/* The lanes that were the cause of the last failure, a bit each; 0: it cannot be told. */
guint _rankle_wide_integrator_get_failed (const RankleWideIntegrator *self);

G_END_DECLS
