/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-observations.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* Observations of one's own, put to a model. */

/* What a series is in @model: its target, or, where the model has no such thing, what it
 * is called. Letters may be large or small; blanks, "_" and a unit in brackets behind a
 * name are nothing. FALSE: it is not in this model, or not shown. */
gboolean rankle_observations_find_observed (const RankleObservations *observations,
                                            guint                     series,
                                            const RankleModel        *model,
                                            RankleObserved           *observed);
/* How a series would be measured, by its name, in @model (nullable). */
RankleMeasuredAs rankle_observations_guess_measured_as (const char        *name,
                                                        const RankleModel *model);
/* Reads them as their names say: what each series is in @model, and how it is measured;
 * @zero: [days of the run] at which their time is 0. TRUE: there is nothing left to be
 * asked: each series is in the model, and the unit of time is told. */
gboolean rankle_observations_guess (RankleObservations *observations,
                                    const RankleModel  *model,
                                    double              zero);
/* (transfer full): double [model time], those of points that @model has a column for;
 * none where they are more than a run should have rows for. */
GArray *rankle_observations_list_times (const RankleObservations *observations,
                                        const RankleModel        *model);

/**
 * RankleOwnPoint:
 * @observations: Borrowed: of which it is
 * @number: of the point, among those of the observations
 * @point: Borrowed
 * @is_known: the model has a column for it; of one that it has none for, all below is
 * undefined
 * @column: that column
 * @time: [model time]
 * @value: @low: @high: where it stands among the column's own values; NaN: there is no
 * spread, or no such place: it is told in % of what the run does not say
 * @modelled: what the run gives, as the series is measured; NaN: the run does not go so
 * far, or it is told in % of nothing
 * @deviation: the point less @modelled
 * @spreads: that in the point's own spreads; NaN where it has none
 *
 * One of them that is looked at, beside a run.
 */
typedef struct
{
  const RankleObservations *observations;
  guint                     number;
  const RankleObservation  *point;
  gboolean                  is_known;
  guint                     column;
  double                    time;
  double                    value, low, high;
  double                    modelled, deviation, spreads;
} RankleOwnPoint;

/* (transfer full): RankleOwnPoint, table by table (@n of them), and of each by series and
 * time; those that the model knows come first. @trajectory (nullable): then there is
 * none.
 */
GArray *rankle_own_points_list (RankleObservations *const *observations,
                                guint                      n,
                                const RankleTrajectory    *trajectory);

G_END_DECLS
