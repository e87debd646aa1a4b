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

/* @time, or a place near it: where the series of a drug has a dose; a whole month from
 * one; a whole month of the run. With nothing nearer than @reach it is a whole day. Where
 * a run is shorter, that is a day and an hour, and so on. */
double
rankle_lanes_snap_time (const RankleLanes *lanes, guint lane, double time, double reach);
/* @amount, or one near it: that of the drug's series, or a whole step of its control. */
double rankle_lanes_snap_amount (const RankleLanes *lanes, guint lane, double amount);
/* What a dose more is of: what those before it are. */
double rankle_lanes_find_amount (const RankleLanes *lanes, const RankleControl *control);

G_END_DECLS
