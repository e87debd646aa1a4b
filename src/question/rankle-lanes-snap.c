/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-lanes-snap.h"

#include <math.h>

#include "rankle-dosing.h"
#include "rankle-series.h"
#include "rankle-time-unit.h"

/* ---- a grid ---- */

#define DAY   86400.0
#define MONTH (365 * DAY / 12)

/* From runs so long on [s]: steps of a month and a day. */
static const struct
{
  double from, large, small;
} grids[] = {
  { 120 * DAY, MONTH, DAY },
  { 4 * DAY, DAY, 3600 },
  { 4 * 3600, 3600, 60 },
  { 4 * 60, 60, 1 },
};

RankleTimeGrid
rankle_time_grid_for (const RankleModel *model, double horizon)
{
  double unit;

  g_return_val_if_fail (model != NULL, ((RankleTimeGrid){ 1, 1 }));

  unit = rankle_time_unit_get_seconds (rankle_model_get_time_unit (model));
  for (guint i = 0; unit > 0 && i < G_N_ELEMENTS (grids); i++)
    if (horizon * unit >= grids[i].from)
      return (RankleTimeGrid){ grids[i].large / unit, grids[i].small / unit };
  return (RankleTimeGrid){ horizon / 50, horizon / 500 };
}

/* ---- what is near ---- */

typedef struct
{
  double at, reach;
  double best, distance; /* the nearest yet, and how far it is */
} Search;

static void
try (Search *search, double place)
{
  double distance = fabs (place - search->at);

  if (distance > search->reach || distance >= search->distance || place < 0)
    return;
  search->best = place;
  search->distance = distance;
}

static gboolean
has_found (const Search *search)
{
  return isfinite (search->distance);
}

static void
try_every (Search *search, double from, double step)
{
  if (step > 0)
    try (search, from + round ((search->at - from) / step) * step);
}

/* (nullable): that a drug's sliders stand for. */
static const RankleTreatmentStep *
find_series (const RankleLanes *lanes, const RankleLane *lane)
{
  guint                      n;
  const RankleTreatmentStep *steps = rankle_scenario_get_treatment (lanes->scenario, &n);
  int index = lane->kind == RANKLE_LANE_DOSES && lane->control != NULL
                  ? rankle_dosing_find_series (lanes->scenario, lane->control)
                  : -1;

  return index >= 0 ? &steps[index] : NULL;
}

/* Whole months from its last dose before, and from its first. */
static void
try_months_from (Search *search, const RankleTreatmentStep *series, double month)
{
  double n =
      series->interval > 0 ? floor ((search->at - series->time) / series->interval) : 0;

  n = CLAMP (n, 0, (double)rankle_series_count (series) - 1);
  try_every (search, series->time + n * series->interval, month);
}

/* (nullable): the dose that is given last before, but for the one that is dragged. */
static const RankleHandle *
find_before (const RankleLanes *lanes, const RankleMagnets *magnets, double time)
{
  const RankleHandle *before = NULL;

  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);

      if (handle->lane == magnets->lane && (int)i != magnets->handle &&
          handle->dose > 0 && !handle->missed && handle->time < time)
        before = handle;
    }
  return before;
}

static void
try_intervals (Search *search, const RankleLanes *lanes, const RankleMagnets *magnets)
{
  const RankleHandle *before = find_before (lanes, magnets, search->at);
  const RankleHandle *dragged =
      magnets->handle < 0 ? NULL
                          : rankle_lanes_get_handle (lanes, (guint)magnets->handle);

  for (guint i = 0; i < magnets->n_intervals; i++)
    {
      if (before != NULL)
        try (search, before->time + magnets->intervals[i]);
      if (dragged == NULL || dragged->dose == 0)
        continue;
      try (search, dragged->place + magnets->intervals[i]);
      try (search, dragged->place - magnets->intervals[i]);
    }
}

static void
try_months (Search *search, const RankleLanes *lanes, const RankleMagnets *magnets)
{
  const RankleTreatmentStep *series =
      find_series (lanes, rankle_lanes_get (lanes, magnets->lane));
  const RankleHandle *dragged =
      magnets->handle < 0 ? NULL
                          : rankle_lanes_get_handle (lanes, (guint)magnets->handle);
  double month = rankle_time_grid_for (lanes->model, rankle_scenario_get_horizon_for (
                                                         lanes->scenario, lanes->model))
                     .large;

  if (series != NULL)
    try_months_from (search, series, month);
  if (dragged != NULL && dragged->is_end)
    try_every (search, rankle_lanes_get_step (lanes, dragged)->time, month);
  if (!has_found (search))
    try_every (search, 0, month);
}

double
rankle_lanes_snap_time (const RankleLanes   *lanes,
                        const RankleMagnets *magnets,
                        double               time,
                        double               reach)
{
  const RankleTreatmentStep *series;
  Search                     search = { time, reach, time, INFINITY };
  double                     horizon, day;

  g_return_val_if_fail (lanes != NULL && magnets->lane < lanes->lanes->len, time);
  g_return_val_if_fail (isfinite (time) && reach >= 0, time);

  horizon = rankle_scenario_get_horizon_for (lanes->scenario, lanes->model);
  day = rankle_time_grid_for (lanes->model, horizon).small;
  series = find_series (lanes, rankle_lanes_get (lanes, magnets->lane));
  if (series != NULL)
    try_every (&search, series->time, series->interval);
  if (!has_found (&search))
    try_intervals (&search, lanes, magnets);
  if (!has_found (&search))
    try_months (&search, lanes, magnets);
  if (!has_found (&search))
    search.best = round (time / day) * day;
  return fmax (search.best, 0);
}

/* ---- amounts ---- */

double
rankle_lanes_snap_amount (const RankleLanes   *lanes,
                          const RankleMagnets *magnets,
                          double               amount,
                          double               reach)
{
  const RankleControl       *control;
  const RankleTreatmentStep *series;
  Search                     search = { amount, reach, amount, INFINITY };

  g_return_val_if_fail (lanes != NULL && magnets->lane < lanes->lanes->len, amount);

  control = rankle_lanes_get (lanes, magnets->lane)->control;
  if (control == NULL || control->scale != RANKLE_SCALE_LINEAR || !(control->step > 0))
    return amount;
  series = find_series (lanes, rankle_lanes_get (lanes, magnets->lane));
  if (series != NULL)
    try (&search, series->value);
  for (guint i = 0; i < magnets->n_amounts; i++)
    try (&search, magnets->amounts[i]);
  return has_found (&search) ? search.best
                             : round (amount / control->step) * control->step;
}

double
rankle_lanes_find_amount (const RankleLanes *lanes, const RankleControl *control)
{
  guint                      n;
  const RankleTreatmentStep *steps;
  int                        index;

  g_return_val_if_fail (lanes != NULL && control != NULL, 0);

  index = rankle_dosing_find_series (lanes->scenario, control);
  steps = rankle_scenario_get_treatment (lanes->scenario, &n);
  if (index >= 0 && steps[index].value > 0)
    return steps[index].value;
  return fmax (control->step, round (0.3 * control->max / control->step) * control->step);
}
