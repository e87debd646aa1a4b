/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-control-scale.h"

#include <math.h>

#include "rankle-control-magnets.h"

/* Length of the slider between off and the smallest value. */
#define OFF_LENGTH 0.06
/* A magnet, such as the neutral value, catches the slider within this. */
#define DETENT 0.012

static double
start_of (const RankleControl *control)
{
  return control->can_be_off ? OFF_LENGTH : 0;
}

double
rankle_control_clamp (const RankleControl *control, double value)
{
  g_assert (control->min <= control->max);

  if (control->can_be_off && value < 0.5 * control->min)
    return 0;
  return CLAMP (value, control->min, control->max);
}

double
rankle_control_to_position (const RankleControl *control, double value)
{
  double start = start_of (control), along;

  value = rankle_control_clamp (control, value);
  if (value < control->min)
    return 0;
  along = control->scale == RANKLE_SCALE_LOG
              ? log (value / control->min) / log (control->max / control->min)
              : (value - control->min) / (control->max - control->min);
  return start + along * (1 - start);
}

static double
make_whole (const RankleControl *control, double value)
{
  return control->is_count ? round (value) : value;
}

/* FALSE: no magnet is near. An end is where it is. */
static gboolean
find_magnet (const RankleControl *control, double position, double *value)
{
  double values[RANKLE_MAGNETS_MAX];
  guint  n = rankle_control_list_magnets (control, values);
  double least = DETENT;

  for (guint i = 0; i < n; i++)
    {
      double distance = fabs (position - rankle_control_to_position (control, values[i]));

      if (distance < least && (position > 0 || !(values[i] > control->min)) &&
          (position < 1 || !(values[i] < control->max)))
        {
          least = distance;
          *value = values[i];
        }
    }
  return least < DETENT;
}

double
rankle_control_from_position (const RankleControl *control,
                              double               position,
                              gboolean             detent)
{
  double start = start_of (control), along, value = control->neutral;

  if (detent && find_magnet (control, position, &value))
    return value;
  if (control->can_be_off && position < 0.5 * start)
    return 0;
  along = CLAMP ((position - start) / (1 - start), 0, 1);
  if (control->scale == RANKLE_SCALE_LOG)
    return control->min * pow (control->max / control->min, along);
  value = make_whole (control, control->min + along * (control->max - control->min));
  return detent ? rankle_control_round (control, value) : value;
}

double
rankle_control_step (const RankleControl *control, double value, double steps)
{
  double moved;

  g_assert (control->scale == RANKLE_SCALE_LINEAR || control->step > 1);

  /* There is nothing between two neighbours. */
  if (control->is_count && fabs (steps) < 1)
    steps = copysign (1, steps);

  if (control->scale == RANKLE_SCALE_LINEAR)
    moved = value + steps * control->step;
  else if (value < control->min)
    moved = steps > 0 ? control->min : 0;
  else
    moved = value * pow (control->step, steps);
  if (control->can_be_off && steps < 0 && moved < control->min * (1 - 1e-9))
    return 0;
  moved = make_whole (control, CLAMP (moved, control->min, control->max));
  /* Steps of a factor come back to the neutral value, rounding or not. */
  return fabs (moved - control->neutral) < 1e-9 * fabs (control->neutral)
             ? control->neutral
             : moved;
}
