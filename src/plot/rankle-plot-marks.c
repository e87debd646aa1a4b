/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-plot-marks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-plot-scale.h"

/* Two of them are not crowded, they are neighbours. */
#define FEWEST 3
/* Steps that differ by less, in parts of the first, are equal. */
#define EVEN 1e-6

static void
append (GArray *brackets, const double *marks, guint n)
{
  RanklePlotBracket bracket = { .from = marks[0], .to = marks[n - 1], .n = n };

  g_assert (n > 0);
  bracket.step = n > 1 ? marks[1] - marks[0] : (double)NAN;
  for (guint i = 2; i < n; i++)
    if (fabs (marks[i] - marks[i - 1] - bracket.step) > EVEN * bracket.step)
      bracket.step = (double)NAN;
  g_array_append_val (brackets, bracket);
}

GArray *
rankle_plot_marks_gather (const double *marks, guint n, double apart)
{
  GArray *brackets = g_array_new (FALSE, FALSE, sizeof (RanklePlotBracket));
  guint   end;

  g_return_val_if_fail (marks != NULL || n == 0, brackets);

  for (guint first = 0; first < n; first = end)
    {
      for (end = first + 1; end < n && marks[end] - marks[end - 1] < apart;)
        end++;
      if (end - first < FEWEST)
        end = first + 1;
      append (brackets, marks + first, end - first);
    }
  return brackets;
}

/* Days in one of the model's time units; 0: it has none. */
static double
get_days (const char *time_unit)
{
  RanklePlotClock years = rankle_plot_clock_choose (time_unit, INFINITY);

  return *years.unit == '\0' ? 0 : 365 * years.factor;
}

char *
rankle_plot_bracket_dup_words (const RanklePlotBracket *bracket, const char *time_unit)
{
  double           days;
  g_autofree char *number = NULL;

  g_return_val_if_fail (bracket != NULL, NULL);

  days = bracket->step * get_days (time_unit);
  if (!(days > 0))
    return g_strdup_printf ("× %u", bracket->n);
  if (fabs (days - 1) < EVEN)
    return g_strdup_printf (_ ("daily × %u"), bracket->n);
  if (fabs (days - 7) < EVEN)
    return g_strdup_printf (_ ("weekly × %u"), bracket->n);
  number = g_strdup_printf ("%.4g", days < 1 ? 24 * days : days);
  /* Translators: doses so many hours or days apart, and how many: "every 2 d × 40" */
  return g_strdup_printf (days < 1 ? _ ("every %s h × %u") : _ ("every %s d × %u"),
                          number, bracket->n);
}
