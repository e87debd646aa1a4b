/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-syntax.h"

#include <math.h>
#include <string.h>

#include "rankle-series.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* A file of times or a series of doses longer than this is a mistake. */
#define TIMES_MAX 1000000
#define DOSES_MAX 100000

#define THREADS_MAX 64

G_DEFINE_QUARK (rankle_cli_error_quark, rankle_cli_error)

gboolean
rankle_cli_refuse (GError **error, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list          arguments;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, RANKLE_CLI_ERROR, RANKLE_CLI_ERROR_USAGE, what);
  return FALSE;
}

/* g_ascii_strtod() would also take leading blanks, hexadecimal, "inf" and "nan". */
static gboolean
is_number (const char *text, double *value)
{
  char *end;

  if (*text == '\0' || text[strspn (text, "0123456789+-.eE")] != '\0')
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*value);
}

gboolean
rankle_cli_parse_number (const char *text,
                         const char *option,
                         double     *value,
                         GError    **error)
{
  return is_number (text, value) ||
         rankle_cli_refuse (error, "%s: “%s” is not a finite number", option, text);
}

/* A number that is a part of @whole. */
static gboolean
parse_part (const char *text,
            const char *option,
            const char *whole,
            const char *part,
            double     *value,
            GError    **error)
{
  g_assert (option != NULL && part != NULL && value != NULL);

  return is_number (text, value) ||
         rankle_cli_refuse (error, "%s “%s”: %s “%s” is not a finite number", option,
                            whole, part, text);
}

gboolean
rankle_cli_parse_assignment (const char       *text,
                             const char       *option,
                             RankleAssignment *assignment,
                             GError          **error)
{
  const char *sign = strchr (text, '=');

  if (sign == NULL || sign == text)
    return rankle_cli_refuse (error, "%s “%s”: must read ID=VALUE", option, text);
  if (!parse_part (sign + 1, option, text, "value", &assignment->value, error))
    return FALSE;
  assignment->id = g_strndup (text, (gsize)(sign - text));
  return TRUE;
}

gboolean
rankle_cli_parse_change (const char *text, RankleChangeSpec *change, GError **error)
{
  const char      *sign = strchr (text, '=');
  const char      *at = sign != NULL ? strchr (sign, '@') : NULL;
  g_autofree char *number = NULL;

  if (at == NULL || sign == text)
    return rankle_cli_refuse (error, "--change “%s”: must read NAME=VALUE@TIME", text);
  number = g_strndup (sign + 1, (gsize)(at - sign - 1));
  if (!parse_part (number, "--change", text, "value", &change->value, error) ||
      !parse_part (at + 1, "--change", text, "time", &change->time, error))
    return FALSE;
  change->id = g_strndup (text, (gsize)(sign - text));
  return TRUE;
}

/* Splits STATE:NUMBER@REST. @rest points into @text. */
static gboolean
parse_head (const char  *text,
            const char  *option,
            const char  *form,
            const char  *part,
            char       **state,
            double      *value,
            const char **rest,
            GError     **error)
{
  const char      *colon = strchr (text, ':');
  const char      *at = colon != NULL ? strchr (colon, '@') : NULL;
  g_autofree char *number = NULL;

  if (at == NULL || colon == text)
    return rankle_cli_refuse (error, "%s “%s”: must read %s", option, text, form);
  number = g_strndup (colon + 1, (gsize)(at - colon - 1));
  if (!parse_part (number, option, text, part, value, error))
    return FALSE;
  *state = g_strndup (text, (gsize)(colon - text));
  *rest = at + 1;
  return TRUE;
}

#define DOSE_FORM     "STATE:AMOUNT@TIME[xCOUNT/INTERVAL]"
#define INFUSION_FORM "STATE:RATE@FROM..TO"

/* COUNT/INTERVAL */
static gboolean
parse_series (const char *series, const char *whole, RankleDoseSpec *dose, GError **error)
{
  const char      *slash = strchr (series, '/');
  g_autofree char *number = NULL;
  double           count;

  if (slash == NULL)
    return rankle_cli_refuse (error, "--dose “%s”: must read " DOSE_FORM, whole);
  number = g_strndup (series, (gsize)(slash - series));
  if (!parse_part (number, "--dose", whole, "count", &count, error) ||
      !parse_part (slash + 1, "--dose", whole, "interval", &dose->interval, error))
    return FALSE;
  if (count < 1 || count > DOSES_MAX || fabs (count - floor (count)) > 0)
    return rankle_cli_refuse (error,
                              "--dose “%s”: count must be a whole number from 1 to %d",
                              whole, DOSES_MAX);
  if (!(dose->interval > 0))
    return rankle_cli_refuse (error, "--dose “%s”: interval must be above 0", whole);
  dose->count = (guint)count;
  return TRUE;
}

/* missed, late=TIME or amount=AMOUNT, which @exception does not say already. */
static gboolean
parse_exception (const char          *text,
                 const char          *whole,
                 RankleDoseException *exception,
                 GError             **error)
{
  gboolean is_first = !rankle_dose_exception_says (exception);
  double  *value;

  if (strcmp (text, "missed") == 0 && is_first)
    {
      exception->missed = TRUE;
      return TRUE;
    }
  if (g_str_has_prefix (text, "late=") && !exception->missed &&
      !(fabs (exception->late) > 0))
    value = &exception->late;
  else if (g_str_has_prefix (text, "amount=") && !exception->missed &&
           !exception->has_amount)
    value = &exception->amount;
  else
    return rankle_cli_refuse (
        error, "--dose “%s”: “%s” of dose %u is %s", whole, text, exception->dose,
        is_first ? "not missed, late=TIME or amount=AMOUNT" : "one thing too many");
  exception->has_amount |= value == &exception->amount;
  return parse_part (strchr (text, '=') + 1, "--dose", whole, "exception", value, error);
}

/* K:EXCEPTION */
static gboolean
add_exception (const char *text, const char *whole, RankleDoseSpec *dose, GError **error)
{
  RankleTreatmentStep series = { .kind = RANKLE_TREATMENT_DOSE, .count = dose->count };
  RankleDoseException exception;
  const char         *colon = strchr (text, ':');
  g_autofree char    *number = NULL;
  double              which;

  if (colon == NULL)
    return rankle_cli_refuse (error,
                              "--dose “%s”: “%s” must read K:missed, K:late=TIME or "
                              "K:amount=AMOUNT",
                              whole, text);
  number = g_strndup (text, (gsize)(colon - text));
  if (!parse_part (number, "--dose", whole, "number of the dose", &which, error))
    return FALSE;
  if (which < 1 || which > dose->count || fabs (which - floor (which)) > 0)
    return rankle_cli_refuse (error, "--dose “%s”: there is no dose %s among %u", whole,
                              number, dose->count);
  rankle_series_set_exceptions (&series, dose->exceptions);
  exception = rankle_series_get_exception (&series, (guint)which);
  if (!parse_exception (colon + 1, whole, &exception, error))
    return FALSE;
  rankle_dose_exceptions_put (dose->exceptions, &exception);
  return TRUE;
}

/* TIME[xCOUNT/INTERVAL] */
static gboolean
parse_times_of (const char *text, const char *whole, RankleDoseSpec *dose, GError **error)
{
  const char      *times = strchr (text, 'x');
  g_autofree char *time =
      times != NULL ? g_strndup (text, (gsize)(times - text)) : g_strdup (text);

  return parse_part (time, "--dose", whole, "time", &dose->time, error) &&
         (times == NULL || parse_series (times + 1, whole, dose, error));
}

gboolean
rankle_cli_parse_dose (const char *text, RankleDoseSpec *dose, GError **error)
{
  g_autofree char *state = NULL;
  g_autoptr (GArray) exceptions = rankle_dose_exceptions_new ();
  g_auto (GStrv) parts = NULL;
  const char *rest;

  dose->count = 1;
  dose->interval = 0;
  dose->exceptions = exceptions;
  if (!parse_head (text, "--dose", DOSE_FORM, "amount", &state, &dose->amount, &rest,
                   error))
    return FALSE;
  parts = g_strsplit (rest, ",", -1);
  if (!parse_times_of (parts[0] != NULL ? parts[0] : "", text, dose, error))
    return FALSE;
  for (guint i = 1; parts[0] != NULL && parts[i] != NULL; i++)
    if (!add_exception (parts[i], text, dose, error))
      return FALSE;
  dose->state = g_steal_pointer (&state);
  dose->exceptions = g_steal_pointer (&exceptions);
  return TRUE;
}

gboolean
rankle_cli_parse_infusion (const char *text, RankleInfusionSpec *infusion, GError **error)
{
  g_autofree char *state = NULL;
  g_autofree char *from = NULL;
  const char      *rest, *dots;

  if (!parse_head (text, "--infuse", INFUSION_FORM, "rate", &state, &infusion->rate,
                   &rest, error))
    return FALSE;
  dots = strstr (rest, "..");
  if (dots == NULL)
    return rankle_cli_refuse (error, "--infuse “%s”: must read " INFUSION_FORM, text);
  from = g_strndup (rest, (gsize)(dots - rest));
  if (!parse_part (from, "--infuse", text, "start", &infusion->from, error) ||
      !parse_part (dots + 2, "--infuse", text, "end", &infusion->to, error))
    return FALSE;
  if (!(infusion->to > infusion->from))
    return rankle_cli_refuse (error, "--infuse “%s”: must end after it starts", text);
  infusion->state = g_steal_pointer (&state);
  return TRUE;
}

static gboolean
parse_time (char *line, guint number, const char *name, GArray *times, GError **error)
{
  double time, last;

  line[strcspn (line, "#")] = '\0';
  g_strstrip (line);
  if (*line == '\0')
    return TRUE;
  if (!is_number (line, &time))
    return rankle_cli_refuse (error, "%s:%u: “%s” is not a finite number", name, number,
                              line);
  last = times->len > 0 ? g_array_index (times, double, times->len - 1) : -INFINITY;
  if (!(time > last))
    return rankle_cli_refuse (error, "%s:%u: %s does not come after %.15g", name, number,
                              line, last);
  if (times->len == TIMES_MAX)
    return rankle_cli_refuse (error, "%s:%u: more than %d times", name, number,
                              TIMES_MAX);
  g_array_append_val (times, time);
  return TRUE;
}

GArray *
rankle_cli_parse_times (const char *text, const char *name, GError **error)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto (GStrv) lines = g_strsplit (
      g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + strlen (BYTE_ORDER_MARK) : text,
      "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (!parse_time (lines[i], i + 1, name, times, error))
        return NULL;
    }
  if (times->len == 0)
    {
      rankle_cli_refuse (error, "%s: holds no time", name);
      return NULL;
    }
  return g_steal_pointer (&times);
}

int
rankle_cli_get_default_threads (void)
{
  return MIN ((int)g_get_num_processors (), THREADS_MAX);
}

gboolean
rankle_cli_check_threads (int threads, GError **error)
{
  if (threads >= 1 && threads <= THREADS_MAX)
    return TRUE;
  return rankle_cli_refuse (error, "--threads: must be from 1 to %d", THREADS_MAX);
}
