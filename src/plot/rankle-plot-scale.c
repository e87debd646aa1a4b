/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-plot-scale.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

RanklePlotScale
rankle_plot_scale_new (double min, double max, gboolean logarithmic)
{
  RanklePlotScale scale = {
    .min = MIN (min, max), .max = MAX (min, max), .to = 1, .logarithmic = logarithmic
  };

  if (!isfinite (scale.max - scale.min))
    scale.min = logarithmic ? 0.1 : 0, scale.max = 1;
  if (logarithmic && !(scale.max > 1e-280))
    scale.max = 1;
  if (logarithmic && !(scale.min > 0))
    scale.min = scale.max * 1e-3;
  if (!(scale.max - scale.min > MAX (1e-12 * fabs (scale.max), 1e-300)))
    {
      double half = logarithmic ? 0 : MAX (0.5 * fabs (scale.max), 0.5e-3);

      scale.max = logarithmic ? scale.max * 2 : scale.max + half;
      scale.min = logarithmic ? scale.min / 2 : scale.min - half;
    }
  g_assert (scale.min < scale.max && (!logarithmic || scale.min > 0));
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

  g_assert (min < max);
  return scale->from +
         (place_of (scale, value) - min) / (max - min) * (scale->to - scale->from);
}

double
rankle_plot_scale_unmap (const RanklePlotScale *scale, double place)
{
  double min = place_of (scale, scale->min), max = place_of (scale, scale->max);
  double value = min + (place - scale->from) / (scale->to - scale->from) * (max - min);

  g_assert (fabs (scale->to - scale->from) > 0);
  return scale->logarithmic ? exp (value) : value;
}

/* The next round step: 1, 2, 2.5, 5, 10 … times a power of ten. */
static double
next_step (double step)
{
  double power = pow (10, floor (log10 (step) + 1e-9));
  double digit = step / power;

  g_assert (step > 0);
  return power * (digit < 1.5 ? 2 : digit < 2.25 ? 2.5 : digit < 4 ? 5 : 10);
}

static double
count_ticks (const RanklePlotScale *scale, double step)
{
  return floor (scale->max / step + 1e-9) - ceil (scale->min / step - 1e-9) + 1;
}

/* 2.5, 0.25 … cost a decimal that 5 does not. */
static gboolean
is_awkward (double step)
{
  double digit = step / pow (10, floor (log10 (step) + 1e-9));

  return step < 10 && digit > 2.25 && digit < 4;
}

/* The finest round step that does with @target ticks. */
static guint
linear_ticks (const RanklePlotScale *scale, guint target, double *ticks)
{
  double step = pow (10, floor (log10 ((scale->max - scale->min) / target)));
  guint  n = 0;

  while (count_ticks (scale, step) > target ||
         (is_awkward (step) && count_ticks (scale, next_step (step)) >= 2))
    step = next_step (step);
  for (double i = ceil (scale->min / step - 1e-9);
       i <= floor (scale->max / step + 1e-9) && n < target; i++)
    ticks[n++] = fabs (i) < 0.5 ? 0 : i * step;
  return n;
}

/* Of each power of 10 so many times it; 0: they are more than @target. */
static guint
ladder_ticks (const RanklePlotScale *scale,
              guint                  target,
              const double          *digits,
              guint                  n_digits,
              double                *ticks)
{
  guint n = 0;

  for (double i = floor (log10 (scale->min)); i <= floor (log10 (scale->max)); i++)
    for (guint k = 0; k < n_digits; k++)
      {
        double tick = digits[k] * pow (10, i);

        if (tick < scale->min * (1 - 1e-9) || tick > scale->max * (1 + 1e-9))
          continue;
        if (n == target)
          return 0;
        ticks[n++] = tick;
      }
  return n;
}

/* Where powers of 10 alone would be too few. */
static guint
few_decades_ticks (const RanklePlotScale *scale, guint target, double *ticks)
{
  static const double fine[] = { 1, 2, 5 }, coarse[] = { 1, 3 };
  guint               n = ladder_ticks (scale, target, fine, G_N_ELEMENTS (fine), ticks);

  if (n < 3)
    n = ladder_ticks (scale, target, coarse, G_N_ELEMENTS (coarse), ticks);
  return n >= 3 ? n : 0;
}

static guint
log_ticks (const RanklePlotScale *scale, guint target, double *ticks)
{
  double first = ceil (log10 (scale->min) - 1e-9),
         last = floor (log10 (scale->max) + 1e-9);
  double step = MAX (1, ceil ((last - first + 1) / target));
  guint  n = last - first < 2 ? few_decades_ticks (scale, target, ticks) : 0;

  if (n > 0)
    return n;
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
  guint n;

  g_return_val_if_fail (scale != NULL && ticks != NULL, 0);

  /* Three round ones can always be had; of two, one may fall outside. */
  target = CLAMP (target, 3, RANKLE_PLOT_MAX_TICKS - 1);
  n = scale->logarithmic ? log_ticks (scale, target, ticks)
                         : linear_ticks (scale, target, ticks);
  g_assert (n >= 2 && n <= target);
  return n;
}

int
rankle_plot_decimals (double step)
{
  int decimals = 0;

  if (!(step > 0) || !isfinite (step))
    return 0;
  while (decimals < 9 && (step < 0.5 || fabs (step - round (step)) > 1e-6 * step))
    {
      step *= 10;
      decimals++;
    }
  return decimals;
}

char *
rankle_plot_format (double value, int decimals)
{
  if (fabs (value) >= 1e6 || (fabs (value) > 0 && fabs (value) < 1e-5))
    return g_strdup_printf ("%.3g", value);
  return g_strdup_printf ("%.*f", decimals, value);
}

/* Of the value as rounded: 99.96 has the exponent of 100. */
static int
find_exponent (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, "%.2e", value);
  return atoi (strchr (text, 'e') + 1);
}

char *
rankle_plot_format_value (double value)
{
  if (!isfinite (value))
    return g_strdup ("–");
  if (fabs (value) >= 1e5 || (fabs (value) > 0 && fabs (value) < 1e-4))
    return g_strdup_printf ("%.2e", value);
  return g_strdup_printf ("%.*f", CLAMP (2 - find_exponent (value), 0, 6), value);
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
