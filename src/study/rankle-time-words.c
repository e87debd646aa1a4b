/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-time-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-time-unit.h"

/* Each step: a run longer than @from is told in units of @large seconds and, in what is
 * left of one, of @small. */
typedef enum
{
  YEARS,
  MONTHS,
  DAYS,
  HOURS,
  MINUTES,
  SECONDS,
} Unit;

#define DAY        86400.0
#define MOST_YEARS 1e6 /* to be counted one by one, and in an int */

static const double unit_seconds[] = { 365 * DAY, 365 * DAY / 12, DAY, 3600, 60, 1 };

static const struct
{
  double from; /* [s] */
  Unit   large, small;
} steps[] = {
  { 730 * DAY, YEARS, MONTHS }, { 14 * DAY, DAYS, DAYS },     { DAY, DAYS, HOURS },
  { 2 * 3600, HOURS, MINUTES }, { 2 * 60, MINUTES, SECONDS },
};

static char *
count (Unit unit, int n)
{
  gulong plural = (gulong)n;

  switch (unit)
    {
    case YEARS:
      return g_strdup_printf (ngettext ("%d year", "%d years", plural), n);
    case MONTHS:
      return g_strdup_printf (ngettext ("%d month", "%d months", plural), n);
    case DAYS:
      /* Translators: %d is a number of days */
      return g_strdup_printf (ngettext ("%d day", "%d days", plural), n);
    case HOURS:
      return g_strdup_printf (ngettext ("%d hour", "%d hours", plural), n);
    case MINUTES:
      return g_strdup_printf (ngettext ("%d minute", "%d minutes", plural), n);
    case SECONDS:
    default:
      return g_strdup_printf (ngettext ("%d second", "%d seconds", plural), n);
    }
}

/* A hair more, so that what rounding has left short of a unit counts as one. */
static int
divide (double seconds, double unit)
{
  return (int)floor (seconds / unit + 1e-6);
}

/* @brief: a unit of which there is nothing is not told beside another. */
static char *
tell (double seconds, Unit large, Unit small, gboolean brief)
{
  int              n = divide (seconds, unit_seconds[large]);
  double           rest = seconds - n * unit_seconds[large];
  g_autofree char *whole = count (large, n);
  int              m = MAX (0, divide (rest, unit_seconds[small]));
  g_autofree char *part = NULL;

  if (large == small || (brief && m == 0))
    return g_steal_pointer (&whole);
  part = count (small, m);
  if (brief && n == 0)
    return g_steal_pointer (&part);
  /* Translators: a time in two units, such as “1 year” and “6 months” */
  return g_strdup_printf (_ ("%1$s %2$s"), whole, part);
}

static char *
tell_of_run (const char *time_unit, double time, double horizon, gboolean brief)
{
  double unit = rankle_time_unit_get_seconds (time_unit);

  if (!(unit > 0))
    return g_strdup_printf ("%.3g", time);
  if (!(fabs (time * unit) < MOST_YEARS * unit_seconds[YEARS]))
    return g_strdup_printf (_ ("%.3g years"), time * unit / unit_seconds[YEARS]);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (horizon * unit > steps[i].from)
      return tell (time * unit, steps[i].large, steps[i].small, brief);
  return g_strdup_printf (_ ("%.1f seconds"), time * unit);
}

char *
rankle_time_in_words (const char *time_unit, double time, double horizon)
{
  return tell_of_run (time_unit, time, horizon, FALSE);
}

char *
rankle_time_moment_in_words (const char *time_unit, double time, double horizon)
{
  return tell_of_run (time_unit, time, horizon, TRUE);
}

/* ---- about so long ---- */

/* What is shorter than this many of its unit is told in the next smaller one, so that
 * rounding takes away a sixth at most. */
static const double fewest[] = {
  [YEARS] = 3, [MONTHS] = 3, [DAYS] = 3, [HOURS] = 3, [MINUTES] = 3, [SECONDS] = 0
};

/* Doses every 182.5 or 30 days are given by the month. */
static gboolean
is_whole_months (double seconds)
{
  double month = unit_seconds[MONTHS];
  double n = round (seconds / month);

  return n >= 1 && n < 36 && fabs (seconds - n * month) < 0.5 * DAY;
}

static char *
tell_about (Unit unit, double seconds)
{
  double n = seconds / unit_seconds[unit];

  if (unit == YEARS && n < 10 && fabs (n - round (n)) > 0.03)
    return g_strdup_printf (_ ("%.1f years"), n);
  if (unit == SECONDS && n > 0 && n < 1)
    return g_strdup_printf (_ ("%.1f seconds"), n);
  return count (unit, (int)round (n));
}

char *
rankle_time_span_in_words (const char *time_unit, double span)
{
  double seconds = rankle_time_unit_get_seconds (time_unit) * span;
  Unit   unit = YEARS;

  g_return_val_if_fail (isfinite (span) && span >= 0, NULL);

  if (!(seconds > 0) && span > 0)
    /* Translators: of a model that does not say what its time is counted in */
    return g_strdup_printf (_ ("%.3g units of time"), span);
  if (!(seconds < MOST_YEARS * unit_seconds[YEARS]))
    return g_strdup_printf (_ ("%.3g years"), seconds / unit_seconds[YEARS]);
  if (is_whole_months (seconds))
    return tell_about (MONTHS, seconds);
  while (unit < SECONDS && seconds < fewest[unit] * unit_seconds[unit])
    unit++;
  g_assert (unit <= SECONDS);
  return tell_about (unit, seconds);
}

/* ---- exactly ---- */

/* Of years that are a quarter of a day too long. */
static gboolean
is_whole_years (double seconds)
{
  double n = round (seconds / unit_seconds[YEARS]);

  return n >= 1 && seconds - n * unit_seconds[YEARS] < (0.25 * n + 0.5) * DAY &&
         seconds - n * unit_seconds[YEARS] > -0.5 * DAY;
}

/* Years and months, and in place of months that would not be whole, days. */
static char *
tell_years (double seconds)
{
  double years = floor (seconds / unit_seconds[YEARS]);
  double rest = seconds - years * unit_seconds[YEARS];
  double months = round (rest / unit_seconds[MONTHS]);
  double off = rest - months * unit_seconds[MONTHS];

  if (off > -0.5 * DAY && off < (0.25 * years + 0.5) * DAY)
    return tell (years * unit_seconds[YEARS] + months * unit_seconds[MONTHS], YEARS,
                 MONTHS, TRUE);
  return tell (round (seconds / DAY) * DAY, YEARS, DAYS, TRUE);
}

/* @seconds of less than @most are in @large and @small. */
static const struct
{
  double most;
  Unit   large, small;
} exact[] = {
  { 60, SECONDS, SECONDS },  { 3600, MINUTES, SECONDS },  { DAY, HOURS, MINUTES },
  { 28 * DAY, DAYS, HOURS }, { 365 * DAY, MONTHS, DAYS }, { INFINITY, YEARS, MONTHS },
};

/* (nullable): "0 days", in the unit that the model counts in. */
static char *
tell_nothing (const char *time_unit)
{
  double unit = rankle_time_unit_get_seconds (time_unit);

  for (Unit i = YEARS; i <= SECONDS; i++)
    if (!(fabs (unit - unit_seconds[i]) > 0))
      return count (i, 0);
  return NULL;
}

char *
rankle_time_exactly_in_words (const char *time_unit, double span)
{
  double seconds = rankle_time_unit_get_seconds (time_unit) * span;
  double months, large, small, whole;
  guint  i = 0;

  g_return_val_if_fail (isfinite (span) && span >= 0, NULL);

  if (!(span > 0) && rankle_time_unit_get_seconds (time_unit) > 0)
    return tell_nothing (time_unit);
  if (!(seconds > 0) || seconds >= MOST_YEARS * unit_seconds[YEARS])
    return rankle_time_span_in_words (time_unit, span);
  if (is_whole_years (seconds))
    return count (YEARS, (int)round (seconds / unit_seconds[YEARS]));
  months = round (seconds / unit_seconds[MONTHS]);
  if (months >= 1 && months < 12 &&
      fabs (seconds - months * unit_seconds[MONTHS]) < 0.5 * DAY)
    return count (MONTHS, (int)months);
  while (seconds >= exact[i].most)
    i++;
  if (exact[i].large == YEARS)
    return tell_years (seconds);
  large = unit_seconds[exact[i].large];
  small = unit_seconds[exact[i].small];
  whole = floor (seconds / large) * large;
  return tell (whole + round ((seconds - whole) / small) * small, exact[i].large,
               exact[i].small, TRUE);
}
