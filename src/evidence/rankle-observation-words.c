/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-observation-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const clock_words[RANKLE_N_CLOCKS] = {
  [RANKLE_CLOCK_UNSTATED] = N_ ("Not told"), [RANKLE_CLOCK_SECOND] = N_ ("Seconds"),
  [RANKLE_CLOCK_MINUTE] = N_ ("Minutes"),    [RANKLE_CLOCK_HOUR] = N_ ("Hours"),
  [RANKLE_CLOCK_DAY] = N_ ("Days"),          [RANKLE_CLOCK_WEEK] = N_ ("Weeks"),
  [RANKLE_CLOCK_MONTH] = N_ ("Months"),      [RANKLE_CLOCK_YEAR] = N_ ("Years"),
};

const char *
rankle_clock_in_words (RankleClock clock)
{
  g_return_val_if_fail (clock < RANKLE_N_CLOCKS, NULL);

  return _ (clock_words[clock]);
}

const char *
rankle_measured_as_in_words (RankleMeasuredAs measured_as)
{
  static const char *const words[RANKLE_N_MEASURED_AS] = {
    [RANKLE_MEASURED_AS_VALUE] = N_ ("The model’s own unit"),
    /* xgettext:no-c-format */
    [RANKLE_MEASURED_AS_PERCENT] = N_ ("% of the value at time 0"),
    [RANKLE_MEASURED_AS_CHANGE] = N_ ("Change since time 0 in %"),
    [RANKLE_MEASURED_AS_FOLD] = N_ ("Fold of the value at time 0"),
  };

  g_return_val_if_fail (measured_as < RANKLE_N_MEASURED_AS, NULL);

  return _ (words[measured_as]);
}

/* ---- numbers ---- */

/* Observed and modelled in as many digits as studies are told in; how many spreads apart
 * they are in fewer. */
#define DIGITS         3
#define TIME_DIGITS    6
#define SPREADS_DIGITS 2

#define ROUNDING 1e-5

/* With a minus that is as wide as the plus, and no "-0". */
static char *
format (double number, int precision, gboolean with_sign)
{
  g_autofree char *digits = g_strdup_printf ("%.*g", precision, fabs (number));
  const char      *sign = number < 0 ? "−" : with_sign && number > 0 ? "+" : "";

  return g_strconcat (sign, digits, NULL);
}

/* What is nothing but the solver's error, beside what @point is about, is nothing. */
static double
settle (double number, const RankleOwnPoint *point, RankleMeasuredAs measured_as)
{
  double size = measured_as == RANKLE_MEASURED_AS_CHANGE
                    ? 100
                    : fmax (fabs (point->point->value), fabs (point->modelled));

  return fabs (number) < ROUNDING * size ? 0 : number;
}

static char *
dup_when (RankleClock clock, double time)
{
  static const char *const words[RANKLE_N_CLOCKS] = {
    [RANKLE_CLOCK_UNSTATED] = N_ ("Time %s"),
    [RANKLE_CLOCK_SECOND] = N_ ("Second %s"),
    [RANKLE_CLOCK_MINUTE] = N_ ("Minute %s"),
    [RANKLE_CLOCK_HOUR] = N_ ("Hour %s"),
    /* Translators: of a study, %s is a number: “Day 7” */
    [RANKLE_CLOCK_DAY] = N_ ("Day %s"),
    [RANKLE_CLOCK_WEEK] = N_ ("Week %s"),
    [RANKLE_CLOCK_MONTH] = N_ ("Month %s"),
    [RANKLE_CLOCK_YEAR] = N_ ("Year %s"),
  };
  g_autofree char *number = format (time, TIME_DIGITS, FALSE);

  return g_strdup_printf (_ (words[clock]), number);
}

/* @observed (nullable): the model does not know it. A unit that evidence has is none that
 * we know. */
static const char *
get_unit (const RankleModel    *model,
          RankleMeasuredAs      measured_as,
          const RankleObserved *observed)
{
  const char *unit;

  if (measured_as == RANKLE_MEASURED_AS_PERCENT)
    /* xgettext:no-c-format */
    return _ ("% of time 0");
  if (measured_as == RANKLE_MEASURED_AS_CHANGE)
    return "%";
  if (measured_as == RANKLE_MEASURED_AS_FOLD)
    return "×";
  if (observed == NULL)
    return "";
  if (observed->relative)
    /* xgettext:no-c-format */
    return _ ("% of the start");
  if (fabs (observed->factor - 1) > 0 || fabs (observed->offset) > 0)
    return "";
  unit = rankle_model_get_column (model, observed->column)->unit;
  return unit == NULL || *unit == '\0' ? "" : _ (unit);
}

static const char *
find_unit (const RankleObservations *observations,
           const RankleOwnPoint     *point,
           const RankleModel        *model)
{
  guint            series = point->point->series;
  RankleMeasuredAs measured_as =
      rankle_observations_get_series (observations, series)->measured_as;
  RankleObserved observed;
  gboolean       is_known =
      rankle_observations_find_observed (observations, series, model, &observed);

  return get_unit (model, measured_as, is_known ? &observed : NULL);
}

static char *
format_with_unit (const RankleObservations *observations,
                  const RankleOwnPoint     *point,
                  const RankleModel        *model,
                  double                    number)
{
  RankleMeasuredAs measured_as =
      rankle_observations_get_series (observations, point->point->series)->measured_as;
  g_autofree char *digits =
      format (number, DIGITS, measured_as == RANKLE_MEASURED_AS_CHANGE);
  const char *unit = find_unit (observations, point, model);

  return g_strconcat (digits, *unit == '\0' ? "" : " ", unit, NULL);
}

/* ---- sentences ---- */

/* (transfer full): a value, and the spread that it has. */
static char *
add_range (const RankleObservation *point, const char *value)
{
  g_autofree char *low = format (point->low, DIGITS, FALSE);
  g_autofree char *high = format (point->high, DIGITS, FALSE);

  if (isnan (point->low) && isnan (point->high))
    return g_strdup (value);
  if (isnan (point->low))
    /* Translators: a value and its unit, and its upper limit */
    return g_strdup_printf (_ ("%1$s (up to %2$s)"), value, high);
  if (isnan (point->high))
    /* Translators: a value and its unit, and its lower limit */
    return g_strdup_printf (_ ("%1$s (from %2$s)"), value, low);
  /* Translators: a value and its unit, and the range that it lies in */
  return g_strdup_printf (_ ("%1$s (%2$s to %3$s)"), value, low, high);
}

char *
rankle_own_point_dup_observed (const RankleObservations *observations,
                               const RankleOwnPoint     *point,
                               RankleModel              *model)
{
  g_autofree char *when = NULL;
  g_autofree char *value = NULL;
  g_autofree char *range = NULL;

  g_return_val_if_fail (observations != NULL && point != NULL && model != NULL, NULL);

  when = dup_when (rankle_observations_get_clock (observations), point->point->time);
  value = format_with_unit (observations, point, model, point->point->value);
  range = add_range (point->point, value);
  /* Translators: when something was observed, and what: “Week 4: 80 % of time 0” */
  return g_strdup_printf (_ ("%1$s: %2$s"), when, range);
}

char *
rankle_own_point_dup_modelled (const RankleObservations *observations,
                               const RankleOwnPoint     *point,
                               RankleModel              *model)
{
  g_autofree char *modelled = NULL;
  g_autofree char *deviation = NULL;
  g_autofree char *spreads = NULL;
  RankleMeasuredAs as;

  g_return_val_if_fail (observations != NULL && point != NULL && model != NULL, NULL);

  if (!point->is_known)
    return g_strdup (_ ("Not in this model"));
  if (!isfinite (point->modelled))
    return g_strdup (_ ("The run has no value there"));
  as = rankle_observations_get_series (observations, point->point->series)->measured_as;
  modelled =
      format_with_unit (observations, point, model, settle (point->modelled, point, as));
  deviation = format (settle (point->deviation, point, as), DIGITS, TRUE);
  if (!isfinite (point->spreads))
    /* Translators: the model's value and its unit; by how much the observed one is larger
     */
    return g_strdup_printf (_ ("Modelled: %1$s; observed less modelled: %2$s"), modelled,
                            deviation);
  spreads = format (point->spreads, SPREADS_DIGITS, TRUE);
  /* Translators: the model's value and its unit; by how much the observed one is larger;
   * how many of the point's spreads that is */
  return g_strdup_printf (
      _ ("Modelled: %1$s; observed less modelled: %2$s, in spreads %3$s"), modelled,
      deviation, spreads);
}

char *
rankle_own_point_dup_source (const RankleObservations *observations,
                             const RankleOwnPoint     *point)
{
  const char *name;

  g_return_val_if_fail (observations != NULL && point != NULL, NULL);

  name = rankle_observations_get_name (observations);
  if (point->point->arm < 0)
    /* Translators: %s is a file of the user */
    return g_strdup_printf (_ ("Yours: %s"), name);
  /* Translators: a file of the user, and how people in it were treated */
  return g_strdup_printf (
      _ ("Yours: %1$s, %2$s"), name,
      rankle_observations_get_arm (observations, (guint)point->point->arm));
}

/* ---- all of it ---- */

static char *
join (const RankleObservations *observations,
      const RankleOwnPoint     *point,
      RankleModel              *model,
      const char               *separator)
{
  const char *name =
      rankle_observations_get_series (observations, point->point->series)->name;
  g_autofree char *observed = rankle_own_point_dup_observed (observations, point, model);
  g_autofree char *modelled = rankle_own_point_dup_modelled (observations, point, model);
  g_autofree char *source = rankle_own_point_dup_source (observations, point);

  return g_strjoin (separator, name, observed, modelled, source, NULL);
}

char *
rankle_own_point_dup_lines (const RankleObservations *observations,
                            const RankleOwnPoint     *point,
                            RankleModel              *model)
{
  g_return_val_if_fail (observations != NULL && point != NULL && model != NULL, NULL);

  return join (observations, point, model, "\n");
}

char *
rankle_own_point_dup_words (const RankleObservations *observations,
                            const RankleOwnPoint     *point,
                            RankleModel              *model)
{
  g_return_val_if_fail (observations != NULL && point != NULL && model != NULL, NULL);

  return join (observations, point, model, ". ");
}
