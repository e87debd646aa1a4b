/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-finding-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DAYS_A_MONTH (365 / 12.0)
/* Below so many days months are told only where they are whole. */
#define LONG 730.0
/* A visit of a study is on time within so many days. */
#define PUNCTUAL 1.0
#define RECALLED "recalled, not seen:"

/* ---- time ---- */

static char *
months_in_words (gulong months)
{
  g_autofree char *years =
      g_strdup_printf (ngettext ("%lu year", "%lu years", months / 12), months / 12);
  g_autofree char *rest =
      g_strdup_printf (ngettext ("%lu month", "%lu months", months % 12), months % 12);

  if (months % 12 == 0)
    return g_steal_pointer (&years);
  if (months < 12)
    return g_steal_pointer (&rest);
  return g_strdup_printf (_ ("%1$s %2$s"), years, rest);
}

char *
rankle_days_in_words (double days)
{
  double months = round (days / DAYS_A_MONTH);
  double days_of_months = months * DAYS_A_MONTH;

  if (months >= 2 && (days >= LONG || fabs (days - days_of_months) <= PUNCTUAL))
    return months_in_words ((gulong)months);
  if (fabs (days - 1) <= 0)
    return g_strdup (_ ("1 day"));
  return g_strdup_printf (_ ("%.4g days"), days);
}

/* ---- what was measured ---- */

static char *
tell_window (const RankleEvidenceRow *row, const char *from, const char *to)
{
  gboolean highest = row->measure == RANKLE_MEASURE_MAX;

  g_assert (rankle_measure_is_of_window (row->measure));

  if (!(row->since > 0))
    /* Translators: %s is a time, such as “2 years” */
    return g_strdup_printf (highest ? _ ("Highest within %s") : _ ("Lowest within %s"),
                            to);
  /* Translators: %s are times, such as “2 years” and “30 months” */
  return g_strdup_printf (
      highest ? _ ("Highest from %s to %s") : _ ("Lowest from %s to %s"), from, to);
}

char *
rankle_finding_dup_when (const RankleFinding *finding)
{
  const RankleEvidenceRow *row = finding->row;
  g_autofree char         *from = rankle_days_in_words (row->since);
  g_autofree char         *to = rankle_days_in_words (row->time);

  if (row->measure == RANKLE_MEASURE_MAX || row->measure == RANKLE_MEASURE_MIN)
    return tell_window (row, from, to);
  if (row->measure == RANKLE_MEASURE_TIME_OF_MAX)
    return g_strdup (_ ("Time of the highest value"));
  if (row->measure != RANKLE_MEASURE_VALUE && row->since > 0)
    /* Translators: of a change: %s are times, such as “3 years” and “4 years” */
    return g_strdup_printf (_ ("From %s to %s"), from, to);
  /* Translators: %s is a time, such as “3 years” */
  return g_strdup_printf (_ ("After %s"), to);
}

/* ---- numbers ---- */

/* As it is printed, and not as it is typed. */
static char *
dup_unit (const RankleEvidenceRow *row)
{
  if (g_str_equal (row->unit, "x"))
    return g_strdup ("×");
  if (g_str_has_prefix (row->unit, "ug"))
    return g_strconcat ("µ", row->unit + 1, NULL);
  return g_strdup (row->unit);
}

static gboolean
is_whole (double number)
{
  return fabs (number - round (number)) < 1e-6;
}

/* Three digits, but not "13.70" of what was published as 13.7; a change says which way it
 * goes, with a minus that is as wide as the plus. */
static char *
format (const RankleEvidenceRow *row, double number)
{
  int         digits = fabs (number) >= 99.95 ? 0 : fabs (number) >= 9.995 ? 1 : 2;
  double      power = pow (10, digits);
  const char *sign;

  /* No "-0". */
  number = round (number * power) / power + 0.0;
  sign = number < 0                                            ? "−"
         : row->measure == RANKLE_MEASURE_CHANGE && number > 0 ? "+"
                                                               : "";
  while (digits > 0 && is_whole (number * pow (10, digits - 1)))
    digits--;
  return g_strdup_printf ("%s%.*f", sign, digits, fabs (number));
}

/* (transfer full) */
static char *
dup_range (const RankleEvidenceRow *row, const char *value, const char *unit)
{
  g_autofree char *low = format (row, row->low);
  g_autofree char *high = format (row, row->high);

  if (!isfinite (row->low) || !isfinite (row->high))
    return g_strdup_printf ("%s %s", value, unit);
  /* Translators: a value, its unit, and the range that it lies in: “7.7 % (6.2 to 9.2)”
   */
  return g_strdup_printf (_ ("%1$s %2$s (%3$s to %4$s)"), value, unit, low, high);
}

char *
rankle_finding_dup_observed (const RankleFinding *finding)
{
  g_autofree char *unit = dup_unit (finding->row);
  g_autofree char *value = format (finding->row, finding->row->value);
  g_autofree char *range = dup_range (finding->row, value, unit);
  g_autofree char *when = rankle_finding_dup_when (finding);

  /* Translators: when something was observed, and what: “After 2 years: 7.7 %” */
  return g_strdup_printf (_ ("%s: %s"), when, range);
}

static gboolean
can_be_judged (const RankleFinding *finding)
{
  return isfinite (finding->row->low) && isfinite (finding->row->high) &&
         isfinite (finding->modelled);
}

char *
rankle_finding_dup_modelled (const RankleFinding *finding)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *unit = dup_unit (finding->row);
  g_autofree char *value = isfinite (finding->modelled)
                               ? format (finding->row, finding->modelled)
                               : g_strdup ("–");

  /* Translators: a value and its unit */
  g_string_append_printf (text, _ ("Modelled: %s %s"), value, unit);
  if (can_be_judged (finding))
    g_string_append (text, finding->within ? _ (", within that range")
                                           : _ (", outside that range"));
  if (finding->fitted)
    g_string_append (text, _ ("; used in the fit"));
  if (finding->predicted)
    g_string_append (text, _ ("; predicted, not used in the fit"));
  return g_string_free (text, FALSE);
}

char *
rankle_finding_dup_source (const RankleFinding *finding)
{
  const char *citation = finding->row->citation;

  if (!finding->row->recalled)
    return g_strdup (citation);
  if (g_ascii_strncasecmp (citation, RECALLED, strlen (RECALLED)) == 0)
    citation += strlen (RECALLED);
  while (*citation == ' ')
    citation++;
  /* Translators: %s is a study that a number is remembered of, and not read in */
  return g_strdup_printf (_ ("Recalled, not seen: %s"), citation);
}

/* ---- all of it ---- */

static char *
join (const RankleFinding *finding, RankleModel *model, const char *separator)
{
  g_autofree char *observed = rankle_finding_dup_observed (finding);
  g_autofree char *modelled = rankle_finding_dup_modelled (finding);
  g_autofree char *source = rankle_finding_dup_source (finding);

  return g_strjoin (separator, rankle_model_get_column (model, finding->column)->label,
                    observed, modelled, source, NULL);
}

char *
rankle_finding_dup_lines (const RankleFinding *finding, RankleModel *model)
{
  g_return_val_if_fail (finding != NULL && model != NULL, NULL);

  return join (finding, model, "\n");
}

char *
rankle_finding_dup_words (const RankleFinding *finding, RankleModel *model)
{
  g_return_val_if_fail (finding != NULL && model != NULL, NULL);

  return join (finding, model, ". ");
}
