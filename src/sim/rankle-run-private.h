/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

/* What a run alone and runs abreast have in common. */

G_BEGIN_DECLS

/* An infusion ends by adding its opposite; what rounding leaves of several is not an
 * inflow. */
void _rankle_run_add_inflow (double *inflow, double rate);
/* Two times that differ by rounding only, such as 0.3 and 0.1 + 0.2: too close for the
 * solver to start between them. */
gboolean _rankle_run_is_nothing (double from, double to);

/* What a run takes. */
typedef struct
{
  double cpu, wall; /* [s]: when it was begun */
} RankleRunClock;

RankleRunClock _rankle_run_clock_start (void);
void           _rankle_run_clock_read (const RankleRunClock *clock,
                                       RankleRunStatistics  *statistics);

G_END_DECLS
