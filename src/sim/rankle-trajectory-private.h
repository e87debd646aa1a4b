/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* In absolute tolerances: below that a state is the solver's error, which is a sum over
 * its steps. */
#define RANKLE_SMALL_EXCURSION 100

/* For the run only: a trajectory with room for the protocol's rows, to be filled and then
 * shared. */
RankleTrajectory *_rankle_trajectory_new (RankleProtocol *protocol);
double           *_rankle_trajectory_column (RankleTrajectory *trajectory, guint column);
/* No more rows than these were reached. */
void _rankle_trajectory_cut (RankleTrajectory *trajectory, guint n_times);
/* Once its rows are full. @absolute: n_states: what the solver was held to. */
void _rankle_trajectory_hold (RankleTrajectory *trajectory, const double *absolute);
RankleRunStatistics *_rankle_trajectory_statistics (RankleTrajectory *trajectory);

G_END_DECLS
