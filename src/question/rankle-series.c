/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-series.h"

#include <math.h>

guint
rankle_series_count (const RankleTreatmentStep *series)
{
  g_return_val_if_fail (series != NULL && series->kind == RANKLE_TREATMENT_DOSE, 0);

  return (guint)CLAMP (round (series->count), 0, RANKLE_SERIES_MAX);
}

double
rankle_series_get_place (const RankleTreatmentStep *series, guint dose)
{
  g_return_val_if_fail (series != NULL && dose > 0, 0);

  return series->time + (dose - 1) * series->interval;
}

/* The index of that of @dose, or where it would have to stand. */
static guint
find_place (const RankleDoseException *exceptions, guint n, guint dose)
{
  guint low = 0, high = n;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (exceptions[middle].dose < dose)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

RankleDoseException
rankle_series_get_exception (const RankleTreatmentStep *series, guint dose)
{
  RankleDoseException none = { .dose = dose };
  guint               place;

  g_return_val_if_fail (series != NULL && dose > 0, none);

  place = find_place (series->exceptions, series->n_exceptions, dose);
  return place < series->n_exceptions && series->exceptions[place].dose == dose
             ? series->exceptions[place]
             : none;
}

gboolean
rankle_series_get_dose (const RankleTreatmentStep *series,
                        guint                      dose,
                        double                    *time,
                        double                    *amount)
{
  RankleDoseException exception;

  g_return_val_if_fail (series != NULL && dose > 0, FALSE);
  g_return_val_if_fail (time != NULL && amount != NULL, FALSE);

  exception = rankle_series_get_exception (series, dose);
  *time = rankle_series_get_place (series, dose) + exception.late;
  *amount = exception.has_amount ? exception.amount : series->value;
  return !exception.missed;
}

double
rankle_series_get_first (const RankleTreatmentStep *series)
{
  double first = INFINITY, time, amount;

  g_return_val_if_fail (series != NULL, 0);

  for (guint dose = 1; dose <= rankle_series_count (series); dose++)
    if (rankle_series_get_dose (series, dose, &time, &amount))
      first = fmin (first, time);
  return isfinite (first) ? first : series->time;
}

/* ---- exceptions ---- */

gboolean
rankle_dose_exception_says (const RankleDoseException *exception)
{
  g_return_val_if_fail (exception != NULL, FALSE);

  return exception->missed || exception->has_amount || fabs (exception->late) > 0;
}

GArray *
rankle_dose_exceptions_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (RankleDoseException));
}

void
rankle_dose_exceptions_put (GArray *exceptions, const RankleDoseException *exception)
{
  const RankleDoseException *all = (void *)exceptions->data;
  guint                      place;

  g_return_if_fail (exception != NULL && exception->dose > 0);

  place = find_place (all, exceptions->len, exception->dose);
  if (place < exceptions->len && all[place].dose == exception->dose)
    g_array_remove_index (exceptions, place);
  if (rankle_dose_exception_says (exception))
    g_array_insert_val (exceptions, place, *exception);
}

void
rankle_series_set_exceptions (RankleTreatmentStep *series, const GArray *exceptions)
{
  g_return_if_fail (series != NULL && exceptions != NULL);

  series->exceptions =
      exceptions->len > 0 ? (const RankleDoseException *)(void *)exceptions->data : NULL;
  series->n_exceptions = exceptions->len;
}
