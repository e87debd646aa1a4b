/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-scale.h"

#include <math.h>

RanklePlotScale
rankle_plot_scale_new (double min, double max, gboolean logarithmic)
{
  RanklePlotScale scale = {
    .min = MIN (min, max), .max = MAX (min, max), .to = 1, .logarithmic = logarithmic
  };

  if (!isfinite (scale.min) || !isfinite (scale.max))
    scale.min = logarithmic ? 0.1 : 0, scale.max = 1;
  if (logarithmic && !(scale.max > 1e-280))
    scale.max = 1;
  if (logarithmic && !(scale.min > 0))
    scale.min = scale.max * 1e-3;
  if (!(scale.max - scale.min > 1e-12 * fabs (scale.max)))
    {
      double half = logarithmic ? 0 : MAX (0.5 * fabs (scale.max), 0.5e-3);

      scale.max = logarithmic ? scale.max * 2 : scale.max + half;
      scale.min = logarithmic ? scale.min / 2 : scale.min - half;
    }
  return scale;
}

static double
place_of (const RanklePlotScale *scale, double value)
{
  return scale->logarithmic ? log (MAX (value, 1e-300)) : value;
}

double
rankle_plot_scale_map (const RanklePlotScale *scale, double value)
{
  double min = place_of (scale, scale->min), max = place_of (scale, scale->max);

  return scale->from +
         (place_of (scale, value) - min) / (max - min) * (scale->to - scale->from);
}

double
rankle_plot_scale_unmap (const RanklePlotScale *scale, double place)
{
  double min = place_of (scale, scale->min), max = place_of (scale, scale->max);
  double value = min + (place - scale->from) / (scale->to - scale->from) * (max - min);

  return scale->logarithmic ? exp (value) : value;
}

/* 1, 2 or 5 times a power of ten, not below @rough. */
static double
round_step (double rough)
{
  double power = pow (10, floor (log10 (rough)));
  double digit = rough / power;

  return power * (digit <= 1.0000001   ? 1
                  : digit <= 2.0000001 ? 2
                  : digit <= 5.0000001 ? 5
                                       : 10);
}

static guint
linear_ticks (const RanklePlotScale *scale, guint target, double *ticks)
{
  double range = scale->max - scale->min;
  double step = round_step (range / MAX (target - 1, 1));
  guint  n = 0;

  for (double i = ceil (scale->min / step - 1e-9);
       i * step <= scale->max + 1e-9 * range && n < RANKLE_PLOT_MAX_TICKS; i++)
    ticks[n++] = fabs (i) < 0.5 ? 0 : i * step;
  return n;
}

static guint
log_ticks (const RanklePlotScale *scale, guint target, double *ticks)
{
  double first = ceil (log10 (scale->min) - 1e-9),
         last = floor (log10 (scale->max) + 1e-9);
  double step = MAX (1, ceil ((last - first + 1) / target));
  guint  n = 0;

  if (last - first < 1)
    return linear_ticks (scale, target, ticks);
  for (double i = first; i <= last && n < RANKLE_PLOT_MAX_TICKS; i += step)
    ticks[n++] = pow (10, i);
  return n;
}

guint
rankle_plot_scale_ticks (const RanklePlotScale *scale,
                         guint                  target,
                         double                 ticks[RANKLE_PLOT_MAX_TICKS])
{
  g_return_val_if_fail (scale != NULL, 0);

  target = CLAMP (target, 2, RANKLE_PLOT_MAX_TICKS - 1);
  return scale->logarithmic ? log_ticks (scale, target, ticks)
                            : linear_ticks (scale, target, ticks);
}

int
rankle_plot_decimals (double step)
{
  if (!(step > 0) || !isfinite (step))
    return 0;
  return (int)CLAMP (ceil (-log10 (step) - 1e-9), 0, 9);
}

char *
rankle_plot_format (double value, int decimals)
{
  if (fabs (value) >= 1e6 || (fabs (value) > 0 && fabs (value) < 1e-5))
    return g_strdup_printf ("%.3g", value);
  return g_strdup_printf ("%.*f", decimals, value);
}

char *
rankle_plot_format_value (double value)
{
  int digits;

  if (!isfinite (value))
    return g_strdup ("–");
  if (fabs (value) >= 1e5 || (fabs (value) > 0 && fabs (value) < 1e-4))
    return g_strdup_printf ("%.2e", value);
  digits = fabs (value) > 0 ? (int)floor (log10 (fabs (value))) : 0;
  return g_strdup_printf ("%.*f", CLAMP (2 - digits, 0, 6), value);
}

RanklePlotClock
rankle_plot_clock_choose (const char *time_unit, double range)
{
  /* A month is a twelfth of a year of 365 days. */
  static const struct
  {
    const char *name, *shown;
    double      seconds;
  } units[] = {
    { "year", "y", 31536000 }, { "month", "mo", 2628000 }, { "day", "d", 86400 },
    { "hour", "h", 3600 },     { "minute", "min", 60 },    { "second", "s", 1 },
  };
  double seconds = 0;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_strcmp0 (time_unit, units[i].name) == 0)
      seconds = units[i].seconds;
  if (!(seconds > 0))
    return (RanklePlotClock){ .unit = "", .factor = 1 };
  for (guint i = G_N_ELEMENTS (units); i-- > 0;)
    if (range * seconds / units[i].seconds < 100 || i == 0)
      {
        /* Months only where years would be too coarse. */
        if (i == 1 && range * seconds / units[0].seconds >= 2)
          i = 0;
        return (RanklePlotClock){ .unit = units[i].shown,
                                  .factor = seconds / units[i].seconds };
      }
  g_assert_not_reached ();
}
