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

/**
 * RankleComparedColumn:
 * @runs: Borrowed
 * @values: of the run, a row each
 * @others: (nullable): of the baseline, where its rows are
 * @before: what the column was at the start without the change
 *
 * One column of both. A sentence is made of thousands of rows at each step of a slider:
 * what can be looked up once is.
 */
typedef struct
{
  const RankleComparedRuns *runs;
  const double             *values, *others;
  double                    before;
} RankleComparedColumn;

RankleComparedColumn rankle_compared_runs_open (const RankleComparedRuns *runs,
                                                guint                     column);

/* What the column would be in row @row of the run. */
static inline double
rankle_compared_column_get_otherwise (const RankleComparedColumn *self, guint row)
{
  const double *values;
  double        part;

  if (self->others == NULL)
    return self->before;
  values = self->others + self->runs->rows[row];
  part = self->runs->parts[row];
  return part > 0 ? values[0] + part * (values[1] - values[0]) : values[0];
}

/* Either has values of @column that are not to be read. */
gboolean rankle_compared_runs_leaves_range (const RankleComparedRuns *runs, guint column);
/* The largest that @column is in either. */
double rankle_compared_runs_get_largest (const RankleComparedRuns *runs, guint column);

G_END_DECLS
