/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-dose-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-control-words.h"
#include "rankle-series.h"
#include "rankle-time-unit.h"
#include "rankle-time-words.h"

/* Of a series, those are told; the rest is counted. */
#define MOST_EXCEPTIONS 3

static gboolean
differ (double a, double b)
{
  return a < b || a > b;
}

gboolean
rankle_doses_are_given (const RankleTreatmentStep *series)
{
  double time, amount;

  g_return_val_if_fail (series != NULL, FALSE);

  for (guint dose = 1; dose <= rankle_series_count (series); dose++)
    if (rankle_series_get_dose (series, dose, &time, &amount) && amount > 0)
      return TRUE;
  return FALSE;
}

/* But for exceptions. */
static gboolean
plans_are_alike (const RankleTreatmentStep *a, const RankleTreatmentStep *b)
{
  guint n = rankle_series_count (a);

  return n == rankle_series_count (b) && !differ (a->value, b->value) &&
         !differ (a->time, b->time) && (n < 2 || !differ (a->interval, b->interval));
}

static gboolean
exceptions_are_alike (const RankleDoseException *a, const RankleDoseException *b)
{
  return a->missed == b->missed && a->has_amount == b->has_amount &&
         !differ (a->late, b->late) && !differ (a->amount, b->amount);
}

/* How many doses differ in what they have of their own; @dose is the last of them. */
static guint
count_differing (const RankleTreatmentStep *a, const RankleTreatmentStep *b, guint *dose)
{
  guint n = 0;

  for (guint i = 1; i <= rankle_series_count (a); i++)
    {
      RankleDoseException x = rankle_series_get_exception (a, i);
      RankleDoseException y = rankle_series_get_exception (b, i);

      if (exceptions_are_alike (&x, &y))
        continue;
      *dose = i;
      n++;
    }
  return n;
}

gboolean
rankle_doses_are_alike (const RankleTreatmentStep *a, const RankleTreatmentStep *b)
{
  guint dose;

  if (a == NULL || b == NULL)
    return a == b;
  return plans_are_alike (a, b) && count_differing (a, b, &dose) == 0;
}

/* ---- the plan ---- */

static char *
tell_rhythm (const RankleModel *model, const RankleTreatmentStep *series)
{
  const char      *unit = rankle_model_get_time_unit (model);
  g_autofree char *span = rankle_time_span_in_words (unit, series->interval);
  double           day = rankle_time_unit_get_seconds ("day");

  g_assert (rankle_series_count (series) > 1);
  if (fabs (rankle_time_unit_get_seconds (unit) * series->interval - day) < 0.01 * day)
    return g_strdup (_ ("every day"));
  /* Translators: %s is a time, such as “6 months” */
  return g_strdup_printf (_ ("every %s"), span);
}

static char *
tell_series (const RankleModel         *model,
             const RankleControl       *amount,
             const RankleTreatmentStep *series)
{
  g_autofree char *dose = rankle_control_format_named (amount, series->value);
  g_autofree char *rhythm = NULL;

  if (rankle_series_count (series) < 2)
    /* Translators: %s is a dose, such as “Denosumab 60 mg” */
    return g_strdup_printf (_ ("%s once"), dose);
  rhythm = tell_rhythm (model, series);
  /* Translators: “Denosumab 60 mg”, “every 6 months”, and how many times */
  return g_strdup_printf (_ ("%1$s %2$s × %3$d"), dose, rhythm,
                          (int)rankle_series_count (series));
}

static char *
tell_plan (const RankleModel         *model,
           const RankleControl       *amount,
           const RankleTreatmentStep *series)
{
  g_autofree char *words = tell_series (model, amount, series);
  g_autofree char *start = NULL;

  if (!(series->time > 0))
    return g_steal_pointer (&words);
  start = rankle_time_exactly_in_words (rankle_model_get_time_unit (model), series->time);
  /* Translators: a series of doses, and the time of the first, such as “6 months” */
  return g_strdup_printf (_ ("%1$s, first after %2$s"), words, start);
}

/* ---- what is not as planned ---- */

static char *
tell_shift (const RankleModel *model, const RankleDoseException *exception)
{
  g_autofree char *span = rankle_time_exactly_in_words (
      rankle_model_get_time_unit (model), fabs (exception->late));

  return exception->late > 0
             /* Translators: a dose of a series, by its number, and a time, such as “3
              * months” */
             ? g_strdup_printf (_ ("dose %1$u late by %2$s"), exception->dose, span)
             : g_strdup_printf (_ ("dose %1$u early by %2$s"), exception->dose, span);
}

static void
append_exception (GString                   *text,
                  const RankleModel         *model,
                  const RankleControl       *amount,
                  const RankleDoseException *exception)
{
  /* Translators: stands between things that were changed */
  const char      *comma = _ (", ");
  g_autofree char *shift = NULL;
  g_autofree char *value = NULL;

  if (exception->missed)
    {
      g_string_append (text, comma);
      /* Translators: a dose of a series, by its number */
      g_string_append_printf (text, _ ("dose %u missed"), exception->dose);
    }
  if (exception->has_amount)
    {
      value = rankle_control_format (amount, exception->amount);
      g_string_append (text, comma);
      /* Translators: a dose of a series, by its number, and its amount, such as “30 mg”
       */
      g_string_append_printf (text, _ ("dose %1$u of %2$s"), exception->dose, value);
    }
  if (fabs (exception->late) > 0)
    {
      shift = tell_shift (model, exception);
      g_string_append (text, comma);
      g_string_append (text, shift);
    }
}

static void
append_exceptions (GString                   *text,
                   const RankleModel         *model,
                   const RankleControl       *amount,
                   const RankleTreatmentStep *series)
{
  guint n = MIN (series->n_exceptions, MOST_EXCEPTIONS);
  guint rest = series->n_exceptions - n;

  for (guint i = 0; i < n; i++)
    append_exception (text, model, amount, &series->exceptions[i]);
  if (rest == 0)
    return;
  /* Translators: stands between things that were changed */
  g_string_append (text, _ (", "));
  g_string_append_printf (
      text,
      /* Translators: doses that are late, missed or of another amount */
      ngettext ("%u more dose not as planned", "%u more doses not as planned", rest),
      rest);
}

char *
rankle_doses_in_words (const RankleModel         *model,
                       const RankleControl       *amount,
                       const RankleTreatmentStep *series)
{
  g_autofree char *plan = NULL;
  GString         *text;

  g_return_val_if_fail (model != NULL && amount != NULL, NULL);

  if (series == NULL)
    /* Translators: %s is a drug */
    return g_strdup_printf (_ ("%s: no dose"), amount->label);
  plan = tell_plan (model, amount, series);
  text = g_string_new (plan);
  append_exceptions (text, model, amount, series);
  return g_string_free (text, FALSE);
}

/* ---- one dose that was changed ---- */

/* By @later than before. */
static char *
tell_moved (const RankleModel   *model,
            const RankleControl *amount,
            guint                dose,
            double               later)
{
  const char      *unit = rankle_model_get_time_unit (model);
  g_autofree char *span = rankle_time_exactly_in_words (unit, fabs (later));

  return later > 0
             /* Translators: a dose of a series, by its number, the drug, and a time, such
              * as “3 months” */
             ? g_strdup_printf (_ ("Dose %1$u of %2$s, %3$s later"), dose, amount->label,
                                span)
             : g_strdup_printf (_ ("Dose %1$u of %2$s, %3$s earlier"), dose,
                                amount->label, span);
}

char *
rankle_dose_change_in_words (const RankleModel         *model,
                             const RankleControl       *amount,
                             const RankleTreatmentStep *before,
                             const RankleTreatmentStep *after)
{
  guint            dose;
  double           from, to, old, value;
  gboolean         was_given, is_given;
  g_autofree char *shown = NULL;

  g_return_val_if_fail (model != NULL && amount != NULL, NULL);

  if (before == NULL || after == NULL || !plans_are_alike (before, after) ||
      count_differing (before, after, &dose) != 1)
    return NULL;
  was_given = rankle_series_get_dose (before, dose, &from, &old);
  is_given = rankle_series_get_dose (after, dose, &to, &value);
  if (!is_given)
    /* Translators: a dose of a series, by its number, and the drug */
    return g_strdup_printf (_ ("Dose %1$u of %2$s missed"), dose, amount->label);
  if (was_given && differ (from, to))
    return tell_moved (model, amount, dose, to - from);
  if (was_given && differ (old, value))
    {
      shown = rankle_control_format (amount, value);
      /* Translators: a dose of a series, by its number, the drug, and its amount */
      return g_strdup_printf (_ ("Dose %1$u of %2$s: %3$s"), dose, amount->label, shown);
    }
  /* Translators: a dose of a series, by its number, and the drug: it is as planned, and
   * was not */
  return g_strdup_printf (_ ("Dose %1$u of %2$s as planned"), dose, amount->label);
}
