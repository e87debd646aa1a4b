/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-control-magnets.h"

#include <math.h>
#include <string.h>

#include "rankle-dosing.h"
#include "rankle-regimen.h"
#include "rankle-time-entry.h"

#define YEAR  (365 * 86400.0)
#define MONTH (YEAR / 12)

static const double usual_months[] = { 1, 3, 6, 12 };

/* In its place, unless it is there, or none of the control's. */
static guint
add (const RankleControl *control, double *values, guint n, double value)
{
  guint place = n;

  if (n == RANKLE_MAGNETS_MAX || value < control->min || value > control->max)
    return n;
  while (place > 0 && values[place - 1] > value)
    place--;
  if (place > 0 &&
      fabs (values[place - 1] - value) < 1e-6 * (control->max - control->min))
    return n;
  memmove (values + place + 1, values + place, (n - place) * sizeof *values);
  values[place] = value;
  return n + 1;
}

static guint
add_amounts (const RankleControl *control, double *values, guint n)
{
  guint                n_regimens;
  const RankleRegimen *regimens = rankle_regimens_get (&n_regimens);

  for (guint i = 0; i < n_regimens; i++)
    for (guint k = 0; k < regimens[i].n_doses; k++)
      if (strcmp (regimens[i].control, control->id) == 0 &&
          strcmp (regimens[i].unit, control->unit) == 0)
        n = add (control, values, n, regimens[i].doses[k].amount);
  return n;
}

static guint
add_intervals (const RankleControl *control, double *values, guint n)
{
  double unit = rankle_time_word_get_seconds (control->unit);

  for (guint i = 0; unit > 0 && i < G_N_ELEMENTS (usual_months); i++)
    n = add (control, values, n, usual_months[i] * MONTH / unit);
  return n;
}

guint
rankle_control_list_magnets (const RankleControl *control,
                             double               values[RANKLE_MAGNETS_MAX])
{
  guint n;

  g_return_val_if_fail (control != NULL && values != NULL, 0);

  n = add (control, values, 0, control->neutral);
  if (control->role == RANKLE_CONTROL_DOSE_AMOUNT)
    return add_amounts (control, values, n);
  if (control->role == RANKLE_CONTROL_DOSE_INTERVAL)
    return add_intervals (control, values, n);
  return n;
}

/* As the slider of the drug's interval is held. */
static void
add_lane_intervals (RankleMagnets *magnets, const RankleLanes *lanes)
{
  const RankleControl *interval = rankle_dosing_find_interval (
      lanes->model, rankle_lanes_get (lanes, magnets->lane)->control);

  if (interval == NULL)
    return;
  magnets->n_intervals = rankle_control_list_magnets (interval, magnets->intervals);
  for (guint i = 0; i < magnets->n_intervals; i++)
    magnets->intervals[i] *= interval->factor;
}

void
rankle_control_list_lane_magnets (const RankleLanes *lanes,
                                  guint              lane,
                                  int                handle,
                                  RankleMagnets     *magnets)
{
  const RankleControl *control;

  g_return_if_fail (lanes != NULL && magnets != NULL && lane < lanes->lanes->len);

  *magnets = (RankleMagnets){ .lane = lane, .handle = handle };
  control = rankle_lanes_get (lanes, lane)->control;
  if (control == NULL)
    return;
  magnets->n_amounts = rankle_control_list_magnets (control, magnets->amounts);
  if (rankle_control_is_dosing (control))
    add_lane_intervals (magnets, lanes);
}

double
rankle_control_round (const RankleControl *control, double value)
{
  double unit;

  g_return_val_if_fail (control != NULL, value);

  if (control->role != RANKLE_CONTROL_DOSE_START)
    return value;
  unit = rankle_time_word_get_seconds (control->unit);
  if ((control->max - control->min) * unit < 2 * YEAR)
    return value;
  return CLAMP (round (value * unit / MONTH) * MONTH / unit, control->min, control->max);
}
