/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleComparedRuns:
 *
 * A run beside what would be without the change, row by row of the run: where each row
 * lies in the other is looked up once for all columns.
 *
 * @run: Borrowed
 * @baseline: Borrowed (nullable): NULL: what stood at the run's start
 * @rows: (owned): of the baseline: the row at or before each of the run's …
 * @parts: (owned): … and how much of the way to the next one
 */
typedef struct
{
  const RankleTrajectory *run;
  const RankleTrajectory *baseline;
  guint                   n;
  guint                  *rows;
  double                 *parts;
} RankleComparedRuns;

void rankle_compared_runs_init (RankleComparedRuns     *runs,
                                const RankleTrajectory *run,
                                const RankleTrajectory *baseline);
void rankle_compared_runs_clear (RankleComparedRuns *runs);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleComparedRuns, rankle_compared_runs_clear)

/* In row @row of the run. */
double rankle_compared_runs_get_time (const RankleComparedRuns *runs, guint row);
double
rankle_compared_runs_get_value (const RankleComparedRuns *runs, guint column, guint row);
/* What @column would be then. */
double rankle_compared_runs_get_otherwise (const RankleComparedRuns *runs,
                                           guint                     column,
                                           guint                     row);
/* What it was at the start of that. */
double rankle_compared_runs_get_before (const RankleComparedRuns *runs, guint column);
/* In either it comes to values beyond the range of its quantity, which are not to be
 * read. */
gboolean rankle_compared_runs_leaves_range (const RankleComparedRuns *runs, guint column);
/* The largest that @column is in either. */
double rankle_compared_runs_get_largest (const RankleComparedRuns *runs, guint column);

G_END_DECLS
