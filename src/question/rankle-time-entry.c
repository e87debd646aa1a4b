/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-time-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define DAY  86400.0
#define YEAR (365 * DAY)

static const struct
{
  double      seconds;
  const char *words[5];
} units[] = {
  /* Translators: one may type these in a time, such as “3 years 2 months” */
  { YEAR, { N_ ("year"), N_ ("years"), "yr", "y", "a" } },
  { YEAR / 12, { N_ ("month"), N_ ("months"), "mo" } },
  { 7 * DAY, { N_ ("week"), N_ ("weeks"), "wk", "w" } },
  { DAY, { N_ ("day"), N_ ("days"), "d" } },
  { 3600, { N_ ("hour"), N_ ("hours"), "hr", "h" } },
  { 60, { N_ ("minute"), N_ ("minutes"), "min" } },
  { 1, { N_ ("second"), N_ ("seconds"), "sec", "s" } },
};

static gboolean
is_word (const char *word, const char *wanted)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);
  g_autofree char *english = g_utf8_casefold (wanted, -1);
  g_autofree char *own = g_utf8_casefold (_ (wanted), -1);

  return strcmp (folded, english) == 0 || strcmp (folded, own) == 0;
}

double
rankle_time_word_get_seconds (const char *word)
{
  g_return_val_if_fail (word != NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    for (guint k = 0; k < G_N_ELEMENTS (units[i].words) && units[i].words[k] != NULL; k++)
      if (is_word (word, units[i].words[k]))
        return units[i].seconds;
  return 0;
}

/* Digits with a point or a comma: no sign, no exponent, which "e" of a word could be. */
static gboolean
read_number (const char **text, double *number)
{
  gsize            n = strspn (*text, "0123456789.,");
  g_autofree char *digits = g_strdelimit (g_strndup (*text, n), ",", '.');
  char            *end;

  *number = g_ascii_strtod (digits, &end);
  *text += n;
  return n > 0 && *end == '\0' && end != digits && isfinite (*number);
}

/* (transfer full): up to a digit or a blank. */
static char *
read_word (const char **text)
{
  gsize n = strcspn (*text, " \t\u00a00123456789.,");
  char *word = g_strndup (*text, n);

  *text += n;
  return word;
}

static void
skip_blanks (const char **text)
{
  while (g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
}

/* "3 y": seconds; a number alone counts @unit. */
static gboolean
read_part (const char **text, double unit, gboolean is_only, double *seconds)
{
  g_autofree char *word = NULL;
  double           number, size;

  if (!read_number (text, &number))
    return FALSE;
  skip_blanks (text);
  word = read_word (text);
  skip_blanks (text);
  size = *word != '\0' ? rankle_time_word_get_seconds (word) : unit;
  *seconds = number * size;
  return size > 0 && (*word != '\0' || (is_only && **text == '\0'));
}

gboolean
rankle_time_parse (const char *text, double unit, double *time)
{
  double seconds = 0, sum = 0;

  g_return_val_if_fail (text != NULL && time != NULL && unit >= 0, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  skip_blanks (&text);
  if (*text == '\0')
    return FALSE;
  if (!(unit > 0))
    {
      const char *rest = text;

      if (!read_number (&rest, time))
        return FALSE;
      skip_blanks (&rest);
      return *rest == '\0';
    }
  for (gboolean is_first = TRUE; *text != '\0'; is_first = FALSE)
    {
      if (!read_part (&text, unit, is_first, &seconds))
        return FALSE;
      sum += seconds;
    }
  *time = sum / unit;
  return isfinite (*time);
}
