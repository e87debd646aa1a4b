/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* Years after which a change is told. */
#define RANKLE_MEASURES_N_YEARS 4
extern const double rankle_measures_years[RANKLE_MEASURES_N_YEARS]; /* 1, 2, 5, 10 */

/**
 * RankleMeasured:
 * @at: a time of the run
 * @since: when changes are counted from
 * @threshold: in the column's unit; NaN: none
 *
 * What measures are asked for, times in the model's own unit.
 */
typedef struct
{
  double at, since;
  double threshold;
} RankleMeasured;

/**
 * RankleMeasures:
 * @column: of the run
 * @asked: what was asked
 * @value: at @asked.at
 * @end: in the last row, that of a run that failed, too
 * @peak: @nadir: the largest and smallest value of a row, and when it is first so, to
 * within the solver's error; of a column that moves no more than that no time is told
 * @floor: as rankle_trajectory_get_floor(): less than it is nothing
 * @above: @below: how long it is above and below the threshold
 * @net: integral of run less baseline over time
 * @between: integral of the distance between them, whichever is above
 * @changes: so many years after @asked.since, less the value then
 * @percents: the same, in percent of the value then
 *
 * What there is to be told of one column of a run, all in its own unit and the model's
 * time, and all as it is shown (rankle_trajectory_get_shown()). NaN where there is no
 * such thing: no baseline, no threshold, a time beyond the run, a share of nothing.
 *
 * Values in rows are as right as the run's tolerance. A curve is straight between rows:
 * so crossings and areas are exact for that line, and the true peak of a smooth curve may
 * lie between two rows, a little above. Who wants it nearer asks for more rows.
 *
 * Percents are of the run's own value at @asked.since, as studies tell them. So a column
 * in % of baseline has them, too: a loss from 95 to 76 is one of 20 %, and its change is
 * that of 19 percentage points. What cannot be a part of anything has none: shares, of
 * which 2 % to 3 % would be "50 %"; what may be below nothing, such as a difference or
 * °C; and what begins at nothing.
 */
typedef struct
{
  guint          column;
  RankleMeasured asked;
  double         floor;
  double         value, end;
  double         peak, peak_time, nadir, nadir_time;
  double         above, below;
  double         net, between;
  double         changes[RANKLE_MEASURES_N_YEARS];
  double         percents[RANKLE_MEASURES_N_YEARS];
} RankleMeasures;

/* @baseline: (nullable); one of another model is none. It counts as far as both reach. */
RankleMeasures rankle_measures_take (const RankleTrajectory *run,
                                     const RankleTrajectory *baseline,
                                     guint                   column,
                                     const RankleMeasured   *asked);

/* When changes of @run are counted from, unless it is said: its first dose or infusion;
 * its start, where nothing is given. */
double rankle_measures_find_since (const RankleTrajectory *run);
/* @years of 365 days in the model's time unit; NaN where that is unknown. */
double rankle_measures_get_time (RankleModel *model, double years);
/* Its values are percents already, of baseline or of anything else. */
gboolean rankle_quantity_is_percent (const RankleQuantity *quantity);
/* It makes sense to tell parts of its value. */
gboolean rankle_quantity_has_percents (const RankleQuantity *quantity);

G_END_DECLS
