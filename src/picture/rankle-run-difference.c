/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-run-difference.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Two runs may be wrong each its own way, and a little more than they were told. */
#define WRONG_BY 3

/* Of either run, in parts of the largest value of the column. */
static double
find_error (const RankleTrajectory *run, guint column)
{
  const double *values = rankle_trajectory_get_shown (run, column);
  double        relative =
      rankle_protocol_get_relative_tolerance (rankle_trajectory_get_protocol (run));
  double largest = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (run); i++)
    largest = fmax (largest, fabs (values[i])); /* NaN is passed over */
  return fmax (relative * largest, rankle_trajectory_get_floor (run, column));
}

double *
rankle_run_difference_make (const RankleTrajectory *run,
                            const RankleTrajectory *baseline,
                            guint                   column)
{
  guint         n;
  const double *times, *values;
  double       *difference;
  double        largest = 0, error;

  g_return_val_if_fail (run != NULL && baseline != NULL, NULL);

  n = rankle_trajectory_get_n_times (run);
  times = rankle_trajectory_get_times (run);
  values = rankle_trajectory_get_shown (run, column);
  difference = g_new (double, n);
  for (guint i = 0; i < n; i++)
    {
      difference[i] =
          values[i] - rankle_trajectory_get_shown_at (baseline, column, times[i]);
      largest = fmax (largest, fabs (difference[i]));
    }
  error = WRONG_BY * fmax (find_error (run, column), find_error (baseline, column));
  for (guint i = 0; i < n && largest <= error; i++)
    if (!isnan (difference[i]))
      difference[i] = 0;
  return difference;
}

char *
rankle_run_difference_dup_unit (const char *unit)
{
  if (unit == NULL || *unit == '\0')
    return g_strdup (_ ("difference from baseline"));
  if (g_str_has_prefix (unit, "%"))
    /* Translators: in percentage points; the % stands for itself.
     * xgettext:no-c-format */
    return g_strdup (_ ("difference from baseline, % points"));
  /* Translators: %s is a unit, such as pM */
  return g_strdup_printf (_ ("difference from baseline, %s"), unit);
}
