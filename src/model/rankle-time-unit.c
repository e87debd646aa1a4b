/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-time-unit.h"

#include <math.h>

static const struct
{
  const char *name;
  double      seconds;
} units[] = {
  { "second", 1.0 }, { "minute", 60.0 }, { "hour", 3600.0 }, { "day", 86400.0 }
};

double
rankle_time_unit_get_seconds (const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (units[i].name, unit) == 0)
      return units[i].seconds;

  return 0.0;
}

const char *
rankle_time_unit_find (double seconds)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (fabs (seconds / units[i].seconds - 1.0) < 1e-9)
      return units[i].name;

  return "";
}

double
rankle_time_unit_convert (const char *from, const char *to)
{
  double a = rankle_time_unit_get_seconds (from), b = rankle_time_unit_get_seconds (to);

  return a > 0.0 && b > 0.0 ? a / b : 1.0;
}
