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
  gboolean highest =
      row->measure == RANKLE_MEASURE_MAX || row->measure == RANKLE_MEASURE_MAX_CHANGE;

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

  if (row->measure == RANKLE_MEASURE_TIME_OF_MAX)
    return g_strdup (_ ("Time of the highest value"));
  if (rankle_measure_is_of_window (row->measure))
    return tell_window (row, from, to);
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

static gboolean
is_of_change (const RankleEvidenceRow *row)
{
  return row->measure == RANKLE_MEASURE_CHANGE ||
         row->measure == RANKLE_MEASURE_DIFFERENCE ||
         row->measure == RANKLE_MEASURE_MAX_CHANGE ||
         row->measure == RANKLE_MEASURE_MIN_CHANGE;
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
  sign = number < 0 ? "−" : is_of_change (row) && number > 0 ? "+" : "";
  while (digits > 0 && is_whole (number * pow (10, digits - 1)))
    digits--;
  return g_strdup_printf ("%s%.*f", sign, digits, fabs (number));
}

/* There is one on one side alone. */
static gboolean
has_one_bound (const RankleEvidenceRow *row)
{
  return isinf (row->low) || isinf (row->high);
}

static char *
dup_bound (const RankleEvidenceRow *row, const char *unit)
{
  gboolean         at_most = isinf (row->low);
  g_autofree char *bound = format (row, at_most ? row->high : row->low);

  g_assert (has_one_bound (row));

  /* Translators: a value and its unit: “at most −86 %” */
  return g_strdup_printf (at_most ? _ ("at most %s %s") : _ ("at least %s %s"), bound,
                          unit);
}

/* (transfer full) */
static char *
dup_range (const RankleEvidenceRow *row, const char *value, const char *unit)
{
  g_autofree char *low = format (row, row->low);
  g_autofree char *high = format (row, row->high);

  if (isnan (row->low) || isnan (row->high))
    return g_strdup_printf ("%s %s", value, unit);
  if (has_one_bound (row))
    return dup_bound (row, unit);
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
  return !isnan (finding->row->low) && !isnan (finding->row->high) &&
         isfinite (finding->modelled);
}

static const char *
tell_verdict (const RankleFinding *finding)
{
  if (has_one_bound (finding->row))
    return finding->within ? _ (", within that bound") : _ (", beyond that bound");
  return finding->within ? _ (", within that range") : _ (", outside that range");
}

/* (transfer full): why nothing is modelled of it. */
static char *
tell_of_several (const RankleFinding *finding)
{
  g_assert (finding->against != NULL || finding->differing != NULL);

  if (finding->differing == NULL)
    /* Translators: %s is how others were treated, with whom a result was compared */
    return g_strdup_printf (_ ("Told against “%s”, not of one run alone"),
                            finding->against);
  if (finding->against == NULL)
    /* Translators: %s is a control, such as “Menopause” */
    return g_strdup_printf (
        _ ("A mean of people who differ in “%s”, not of one run alone"),
        finding->differing);
  return g_strdup_printf (_ ("Told against “%s”, as a mean of people who differ in “%s”"),
                          finding->against, finding->differing);
}

static char *
tell_modelled (const RankleFinding *finding)
{
  g_autofree char *unit = dup_unit (finding->row);
  g_autofree char *value = isfinite (finding->modelled)
                               ? format (finding->row, finding->modelled)
                               : g_strdup ("–");

  /* Translators: a value and its unit */
  return g_strdup_printf (_ ("Modelled: %s %s"), value, unit);
}

char *
rankle_finding_dup_modelled (const RankleFinding *finding)
{
  gboolean         several = finding->against != NULL || finding->differing != NULL;
  g_autofree char *modelled =
      several ? tell_of_several (finding) : tell_modelled (finding);
  GString *text = g_string_new (modelled);

  if (can_be_judged (finding))
    g_string_append (text, tell_verdict (finding));
  if (finding->fitted)
    g_string_append (text, _ ("; used in the fit"));
  if (finding->predicted)
    g_string_append (text, _ ("; predicted, not used in the fit"));
  if (finding->by_hand)
    g_string_append (text, _ ("; a size of the model was set by it"));
  return g_string_free (text, FALSE);
}

/* @words (nullable) */
static void
add_words (GString *text, const char *separator, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, separator);
  g_string_append (text, words);
}

/* (transfer full) (nullable) */
static char *
tell_studied (const RankleEvidenceRow *row)
{
  g_autoptr (GString) text = g_string_new (NULL);

  add_words (text, "; ", row->people);
  add_words (text, "; ", row->assay);
  /* Translators: %s is who was studied, and by what it was measured */
  return text->len > 0 ? g_strdup_printf (_ ("Studied: %s"), text->str) : NULL;
}

/* (transfer full) (nullable) */
static char *
tell_person (const RankleFinding *finding)
{
  g_autofree char *who = NULL;

  if (finding->person == NULL || !rankle_person_is_told (finding->person))
    return NULL;
  who = rankle_person_dup_words (finding->person);
  /* Translators: %s is as “A woman of 50, 66 kg” */
  return g_strdup_printf (_ ("In the model: %s"), who);
}

char *
rankle_finding_dup_people (const RankleFinding *finding)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *studied = tell_studied (finding->row);
  g_autofree char *who = tell_person (finding);

  add_words (text, ". ", studied);
  add_words (text, ". ", who);
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
  g_autofree char *people = rankle_finding_dup_people (finding);
  g_autofree char *source = rankle_finding_dup_source (finding);
  const char      *label = rankle_model_get_column (model, finding->column)->label;

  if (*people == '\0')
    return g_strjoin (separator, label, observed, modelled, source, NULL);
  return g_strjoin (separator, label, observed, modelled, people, source, NULL);
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
