/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A result goes back into the model's own files, line by line: what people wrote around
 * the numbers stays as they wrote it. */

#include "rankle-calibration.h"

/* Digits that a fit can tell, and a few more so that it comes out the same again. */
#define VALUE_FORMAT       "%.6g"
#define UNCERTAINTY_FORMAT "%.3g"

/* (transfer full): @text with what the first group of @pattern matches replaced, which
 * must be there just once. */
static char *
replace_once (const char *text,
              const char *pattern,
              const char *number,
              const char *id,
              GError    **error)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  int      start, end;
  GString *result;

  if (!g_regex_match (regex, text, 0, &match) ||
      !g_match_info_fetch_pos (match, 1, &start, &end) || g_match_info_next (match, NULL))
    {
      g_set_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_TEXT,
                   "There is not one place for the number of %s", id);
      return NULL;
    }
  result = g_string_new_len (text, start);
  g_string_append (result, number);
  g_string_append (result, text + end);
  return g_string_free (result, FALSE);
}

/* @pattern: a format that takes the parameter's id. */
static char *
renew (const RankleCalibration *self,
       const double            *numbers,
       const char              *format,
       const char              *before,
       const char              *behind,
       const char              *text,
       GError                 **error)
{
  g_autofree char *now = g_strdup (text);

  for (guint i = 0; i < self->parameters->len; i++)
    {
      const char      *id = g_array_index (self->parameters, RankleFittedParameter, i).id;
      g_autofree char *pattern = g_strconcat (before, id, behind, NULL);
      char             number[G_ASCII_DTOSTR_BUF_SIZE];
      char            *next;

      g_ascii_formatd (number, sizeof number, format, numbers[i]);
      next = replace_once (now, pattern, number, id, error);
      if (next == NULL)
        return NULL;
      g_free (now);
      now = next;
    }
  return g_steal_pointer (&now);
}

char *
rankle_calibration_renew_model (const RankleCalibration *self,
                                const RankleFit         *fit,
                                const char              *text,
                                GError                 **error)
{
  return renew (self, fit->values, VALUE_FORMAT, "^ *", " = ([-+.0-9eE]+)", text, error);
}

char *
rankle_calibration_renew_sidecar (const RankleCalibration *self,
                                  const RankleFit         *fit,
                                  const char              *text,
                                  GError                 **error)
{
  return renew (self, fit->uncertainties, UNCERTAINTY_FORMAT, "^ *\"",
                "\": \\{[^{}]*\"uncertainty\": ([-+.0-9eE]+)", text, error);
}
