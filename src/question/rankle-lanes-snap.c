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

/* ---- time ---- */

typedef struct
{
  double time, reach;
  double best, distance; /* the nearest yet, and how far it is */
} Search;

static void
try (Search *search, double place)
{
  double distance = fabs (place - search->time);

  if (distance > search->reach || distance >= search->distance || place < 0)
    return;
  search->best = place;
  search->distance = distance;
}

static void
try_every (Search *search, double from, double step)
{
  if (step > 0)
    try (search, from + round ((search->time - from) / step) * step);
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
      series->interval > 0 ? floor ((search->time - series->time) / series->interval) : 0;

  n = CLAMP (n, 0, (double)rankle_series_count (series) - 1);
  try_every (search, series->time + n * series->interval, month);
}

double
rankle_lanes_snap_time (const RankleLanes *lanes, guint lane, double time, double reach)
{
  const RankleTreatmentStep *series;
  Search                     search = { time, reach, time, INFINITY };
  double                     horizon;
  RankleTimeGrid             grid;

  g_return_val_if_fail (lanes != NULL && lane < lanes->lanes->len, time);
  g_return_val_if_fail (isfinite (time) && reach >= 0, time);

  horizon = rankle_scenario_get_horizon_for (lanes->scenario, lanes->model);
  grid = rankle_time_grid_for (lanes->model, horizon);
  series = find_series (lanes, rankle_lanes_get (lanes, lane));
  if (series != NULL)
    try_every (&search, series->time, series->interval);
  if (isinf (search.distance) && series != NULL)
    try_months_from (&search, series, grid.large);
  if (isinf (search.distance))
    try_every (&search, 0, grid.large);
  if (isinf (search.distance))
    search.best = round (time / grid.small) * grid.small;
  return fmax (search.best, 0);
}

/* ---- amounts ---- */

double
rankle_lanes_snap_amount (const RankleLanes *lanes, guint lane, double amount)
{
  const RankleControl       *control;
  const RankleTreatmentStep *series;

  g_return_val_if_fail (lanes != NULL && lane < lanes->lanes->len, amount);

  control = rankle_lanes_get (lanes, lane)->control;
  if (control == NULL || control->scale != RANKLE_SCALE_LINEAR || !(control->step > 0))
    return amount;
  series = find_series (lanes, rankle_lanes_get (lanes, lane));
  if (series != NULL && fabs (amount - series->value) < 0.5 * control->step)
    return series->value;
  return round (amount / control->step) * control->step;
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
