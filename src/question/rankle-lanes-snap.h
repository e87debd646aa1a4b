/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-lanes.h"

G_BEGIN_DECLS

/* Magnets. */

/* Steps of time that suit a run: months and days of years, days and hours of weeks. */
typedef struct
{
  double large, small; /* in the model's time unit */
} RankleTimeGrid;

RankleTimeGrid rankle_time_grid_for (const RankleModel *model, double horizon);

#define RANKLE_MAGNETS_MAX 12

/**
 * RankleMagnets:
 * @lane: on which something is dragged
 * @handle: that is dragged; -1: one more is added
 * @amounts: that are usual, in the unit of the lane's amounts
 * @intervals: that are usual between doses, in the model's time unit
 *
 * What holds a handle: which amounts and intervals are usual is the caller's to know.
 */
typedef struct
{
  guint  lane;
  int    handle;
  double amounts[RANKLE_MAGNETS_MAX];
  guint  n_amounts;
  double intervals[RANKLE_MAGNETS_MAX];
  guint  n_intervals;
} RankleMagnets;

/* @time, or a place near it: where the series of a drug has a dose; an interval from the
 * dose before it, or from where it is as planned; a whole month from a dose of the
 * series, or from where an infusion begins; a whole month of the run. With nothing nearer
 * than
 * @reach it is a whole day. Where a run is shorter, that is a day and an hour, and so on.
 */
double rankle_lanes_snap_time (const RankleLanes   *lanes,
                               const RankleMagnets *magnets,
                               double               time,
                               double               reach);
/* @amount, or one nearer than @reach: that of the drug's series, or one of @magnets; else
 * a whole step of its control. */
double rankle_lanes_snap_amount (const RankleLanes   *lanes,
                                 const RankleMagnets *magnets,
                                 double               amount,
                                 double               reach);
/* What a dose more is of: what those before it are. */
double rankle_lanes_find_amount (const RankleLanes *lanes, const RankleControl *control);

G_END_DECLS
