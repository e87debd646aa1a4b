/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "clause-reader.h"

#include <math.h>
#include <string.h>

#include "rankle-explorer.h"

#define NUMBER "([+−] ?)?[0-9.]+"
#define SPAN   "[0-9.]+ [a-z]+"

/* Behind the value; @unit is a pattern. */
static char *
make_rest (const char *unit)
{
  return g_strdup_printf ("(?<start> at the start)?(?: after (?<after>" SPAN
                          "))?(?: in (?<in>" SPAN "))?(?<now> now)?"
                          "(?:, (?<before>" NUMBER ")%1$s before)?"
                          "(?: \\((?<base>" NUMBER ")%1$s at baseline\\))?"
                          "(?:, (?<end>" NUMBER ")%1$s at the end)?$",
                          unit);
}

GMatchInfo *
clause_match (const char *phrase, const char *unit, const char *clause)
{
  g_auto (GStrv) parts = g_strsplit (phrase, RANKLE_ANSWER_VALUE, 2);
  g_autofree char *head = g_regex_escape_string (parts[0], -1);
  g_autofree char *tail = g_regex_escape_string (parts[1], -1);
  g_autofree char *behind = g_regex_escape_string (unit, -1);
  g_autofree char *rest = make_rest (behind);
  g_autofree char *pattern =
      g_strconcat ("^", head, "(?<value>" NUMBER ")", behind, tail, rest, NULL);
  g_autoptr (GRegex) regex =
      g_regex_new (pattern, G_REGEX_DUPNAMES, G_REGEX_MATCH_DEFAULT, NULL);
  GMatchInfo *match = NULL;

  g_assert_nonnull (regex);
  if (g_regex_match (regex, clause, 0, &match))
    return match;
  g_match_info_free (match);
  return NULL;
}

double
clause_fetch_number (GMatchInfo *match, const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);
  gboolean         minus = text != NULL && g_str_has_prefix (text, "−");

  if (text == NULL || *text == '\0')
    return NAN;
  g_strdelimit (text, "+", ' ');
  return minus ? -g_ascii_strtod (text + strlen ("−"), NULL)
               : g_ascii_strtod (text, NULL);
}

double
clause_fetch_time (GMatchInfo *match, const char *name, double unit, double *half)
{
  static const struct
  {
    const char *name;
    double      seconds;
  } units[] = { { "year", 31536000 }, { "month", 2628000 }, { "day", 86400 },
                { "hour", 3600 },     { "minute", 60 },     { "second", 1 } };
  g_autofree char *text = g_match_info_fetch_named (match, name);
  char            *end;
  double           n;

  if (text == NULL || *text == '\0')
    return NAN;
  n = g_ascii_strtod (text, &end);
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (end + 1, units[i].name))
      {
        *half = (strchr (text, '.') != NULL ? 0.051 : 0.51) * units[i].seconds / unit;
        return n * units[i].seconds / unit;
      }
  g_assert_not_reached ();
}
