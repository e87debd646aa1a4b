/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-shown-value.h"

#include <math.h>

#include "rankle-control-words.h"
#include "rankle-time-entry.h"
#include "rankle-time-words.h"

#define DAY   86400.0
#define YEAR  (365 * DAY)
#define MONTH (YEAR / 12)
#define SLACK (0.05 * DAY) /* what rounding has left */

static gboolean
is_whole_months (double seconds)
{
  double n = round (seconds / MONTH);

  return n >= 1 && fabs (seconds - n * MONTH) < SLACK;
}

char *
rankle_control_shown_in_words (const RankleControl *control, double value)
{
  double seconds;

  g_return_val_if_fail (control != NULL && control->absent == NULL, NULL);

  if (control->role != RANKLE_CONTROL_DOSE_INTERVAL &&
      control->role != RANKLE_CONTROL_DOSE_START)
    return rankle_control_format (control, value);
  seconds = value * rankle_time_word_get_seconds (control->unit);
  if (!(seconds >= YEAR) && !is_whole_months (seconds))
    return rankle_control_format (control, value);
  return rankle_time_exactly_in_words ("second", seconds);
}
