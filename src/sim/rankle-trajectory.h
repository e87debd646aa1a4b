/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-protocol.h"

G_BEGIN_DECLS

/**
 * RankleTrajectory:
 *
 * What a run gave: a row a time asked for, a column a state or observable. Immutable,
 * atomically reference counted. At the time of a dose the row is the state before the
 * dose. Of a run that failed it has the rows until then, and no value after the last.
 */
#define RANKLE_TYPE_TRAJECTORY (rankle_trajectory_get_type ())
typedef struct _RankleTrajectory RankleTrajectory;

typedef struct
{
  guint64 steps;
  guint64 rate_calls;
  guint64 jacobian_calls;
  guint64 restarts;
  double  cpu_seconds; /* thread CPU time */
  double  wall_seconds;
} RankleRunStatistics;

GType             rankle_trajectory_get_type (void);
RankleTrajectory *rankle_trajectory_ref (RankleTrajectory *trajectory);
void              rankle_trajectory_unref (RankleTrajectory *trajectory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleTrajectory, rankle_trajectory_unref)

RankleProtocol *rankle_trajectory_get_protocol (const RankleTrajectory *trajectory);
RankleModel    *rankle_trajectory_get_model (const RankleTrajectory *trajectory);
guint           rankle_trajectory_get_n_times (const RankleTrajectory *trajectory);
const double   *rankle_trajectory_get_times (const RankleTrajectory *trajectory);
guint           rankle_trajectory_get_n_columns (const RankleTrajectory *trajectory);
/* n_times values, contiguous; @column as in rankle_model_find_column(). */
const double *rankle_trajectory_get_column (const RankleTrajectory *trajectory,
                                            guint                   column);
/* The run failed after its last row. */
gboolean rankle_trajectory_is_partial (const RankleTrajectory *trajectory);
/* Linear between rows; the end values outside, but NaN where the run did not come. */
double rankle_trajectory_get_value_at (const RankleTrajectory *trajectory,
                                       guint                   column,
                                       double                  time);

/* What a value of @column must stand above, up or down, to be more than the solver's
 * error: of a state by its tolerance, of an observable in parts of its largest value. */
double rankle_trajectory_get_floor (const RankleTrajectory *trajectory, guint column);
/* (transfer full) (nullable) (array length=n_times): the rows in which none of the @n
 * @columns stands above its floor, so that there is nothing to take shares of; NULL where
 * there is no such row. */
guint8 *rankle_trajectory_dup_nothing (const RankleTrajectory *trajectory,
                                       const guint            *columns,
                                       guint                   n);
/* As rankle_trajectory_get_column(), for the eye: NaN where the column is a share of
 * nothing (RankleQuantity), and 0 where it begins at 0 and then is nothing but error. */
const double *rankle_trajectory_get_shown (const RankleTrajectory *trajectory,
                                           guint                   column);
/* Linear between rows; NaN beside a row in which it is. */
double rankle_trajectory_get_shown_at (const RankleTrajectory *trajectory,
                                       guint                   column,
                                       double                  time);
/* What is shown then, in multiples of @baseline's (nullable); NaN where it cannot be
 * told. */
double rankle_trajectory_get_ratio_at (const RankleTrajectory *trajectory,
                                       const RankleTrajectory *baseline,
                                       guint                   column,
                                       double                  time);
const RankleRunStatistics *
rankle_trajectory_get_statistics (const RankleTrajectory *trajectory);

G_END_DECLS
