/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* (transfer full) (array length=n_times): of @run, row by row, the shown value less that
 * of @baseline at the same time, straight between its rows; NaN where either has none. A
 * column of which the two never differ by more than they may be wrong is all 0: else an
 * axis would be filled with the solver's noise. */
double *rankle_run_difference_make (const RankleTrajectory *run,
                                    const RankleTrajectory *baseline,
                                    guint                   column);

/* (transfer full): what stands by an axis in whose @unit the values are, when it is of
 * differences: "difference from baseline, pM"; of percents, percentage points. */
char *rankle_run_difference_dup_unit (const char *unit);

G_END_DECLS
