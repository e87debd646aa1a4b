/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* For the run only: a trajectory with room for the protocol's rows, to be filled and then
 * shared. */
RankleTrajectory *_rankle_trajectory_new (RankleProtocol *protocol);
double           *_rankle_trajectory_column (RankleTrajectory *trajectory, guint column);
RankleRunStatistics *_rankle_trajectory_statistics (RankleTrajectory *trajectory);

G_END_DECLS
