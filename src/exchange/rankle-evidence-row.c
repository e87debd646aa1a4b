/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Of a table of evidence: which column is which, and what a record says by them. */

#include "config.h"

#include "rankle-evidence-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "rankle-exchange-error.h"

enum
{
  STUDY,
  ARM,
  OBSERVABLE,
  MEASURE,
  SINCE,
  TIME,
  VALUE,
  LOW,
  HIGH,
  UNIT,
  CITATION,
  GRADE,
  USE,
  NOTE,
  N_REQUIRED,
  /* What a table need not have. */
  AGAINST = N_REQUIRED,
  SPREAD,
  PEOPLE,
  ASSAY,
  N_HEADS
};

static const char *const heads[N_HEADS] = {
  "study", "arm",  "observable", "measure", "since",    "time",
  "value", "low",  "high",       "unit",    "citation", "grade",
  "use",   "note", "against",    "spread",  "people",   "assay",
};

typedef struct
{
  const RanklePlace        *place;
  const RankleTableColumns *columns;
  const GPtrArray          *fields;
} Record;

gboolean
_rankle_place_fail (const RanklePlace *place, GError **error, const char *format, ...)
{
  va_list          arguments;
  g_autofree char *what = NULL;

  va_start (arguments, format);
  what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SCHEMA, "%s:%u: %s",
               place->name, place->line, what);
  return FALSE;
}

/* ---- the head ---- */

static gboolean
check_text (const RanklePlace *place, const GPtrArray *fields, guint n, GError **error)
{
  for (guint i = 0; i < fields->len; i++)
    if (!g_utf8_validate (g_ptr_array_index (fields, i), -1, NULL))
      return _rankle_place_fail (place, error, _ ("not UTF-8 text"));
  if (fields->len != n)
    return _rankle_place_fail (
        place, error, _ ("the fields are %u, those of the head %u"), fields->len, n);
  return TRUE;
}

/* Of those that a table need not have; N_HEADS: it is none. */
static guint
find_further (const char *name)
{
  guint head = N_REQUIRED;

  while (head < N_HEADS && !g_str_equal (name, heads[head]))
    head++;
  return head;
}

static gboolean
add_column (const RanklePlace  *place,
            const char         *name,
            guint              *required,
            RankleTableColumns *columns,
            GError            **error)
{
  guint head = find_further (name);

  if (*required < N_REQUIRED && g_str_equal (name, heads[*required]))
    head = (*required)++;
  if (head == N_HEADS && *required < N_REQUIRED)
    return _rankle_place_fail (place, error, _ ("the head has “%s” where “%s” belongs"),
                               name, heads[*required]);
  if (head == N_HEADS)
    return _rankle_place_fail (place, error, _ ("the head has “%s”, which is no column"),
                               name);
  if (columns->at[head] >= 0)
    return _rankle_place_fail (place, error, _ ("the head has “%s” twice"), name);
  columns->at[head] = (int)columns->n++;
  return TRUE;
}

gboolean
_rankle_evidence_head_read (const RanklePlace  *place,
                            const GPtrArray    *fields,
                            RankleTableColumns *columns,
                            GError            **error)
{
  guint required = 0;

  g_assert (N_HEADS <= RANKLE_TABLE_COLUMNS_MAX);

  columns->n = 0;
  for (guint i = 0; i < RANKLE_TABLE_COLUMNS_MAX; i++)
    columns->at[i] = -1;
  if (!check_text (place, fields, MAX (fields->len, N_REQUIRED), error))
    return FALSE;
  for (guint i = 0; i < fields->len; i++)
    if (!add_column (place, g_ptr_array_index (fields, i), &required, columns, error))
      return FALSE;
  return required == N_REQUIRED ||
         _rankle_place_fail (place, error, _ ("the head has no “%s”"), heads[required]);
}

/* ---- a row ---- */

/* What the record has there; "": the table has no such column. */
static char *
get (const Record *record, guint head)
{
  int at = record->columns->at[head];

  return at < 0 ? (char *)"" : g_ptr_array_index (record->fields, at);
}

static gboolean
read_number (const Record *record, guint head, double *number, GError **error)
{
  const char *text = get (record, head);
  char       *end;

  *number = g_ascii_strtod (text, &end);
  if (*text == '\0' || g_ascii_isspace (*text) || *end != '\0')
    return _rankle_place_fail (record->place, error, _ ("%s must be a number, not “%s”"),
                               heads[head], text);
  return TRUE;
}

/* Empty: there is none on that side. */
static gboolean
read_bound (const Record *record, guint head, double none, double *number, GError **error)
{
  if (*get (record, head) == '\0')
    {
      *number = none;
      return TRUE;
    }
  if (!read_number (record, head, number, error))
    return FALSE;
  return isfinite (*number) ||
         _rankle_place_fail (record->place, error, _ ("%s must be a number, not “%s”"),
                             heads[head], get (record, head));
}

static gboolean
read_numbers (const Record *record, RankleEvidenceRow *row, GError **error)
{
  return read_number (record, SINCE, &row->since, error) &&
         read_number (record, TIME, &row->time, error) &&
         read_number (record, VALUE, &row->value, error) &&
         read_bound (record, LOW, -INFINITY, &row->low, error) &&
         read_bound (record, HIGH, INFINITY, &row->high, error);
}

/* One of two words: FALSE for the first. */
static gboolean
read_choice (const Record *record,
             guint         head,
             const char   *first,
             const char   *second,
             gboolean     *choice,
             GError      **error)
{
  const char *text = get (record, head);

  *choice = g_str_equal (text, second);
  if (!*choice && !g_str_equal (text, first))
    return _rankle_place_fail (record->place, error, _ ("%s must be %s or %s, not “%s”"),
                               heads[head], first, second, text);
  return TRUE;
}

/* CONTROL:SD, which is cut in two where it stands. */
static gboolean
read_spread (const Record *record, RankleEvidenceRow *row, GError **error)
{
  char *text = get (record, SPREAD);
  char *colon = strrchr (text, ':');
  char *end;

  if (*text == '\0')
    return TRUE;
  row->spread_sd = colon == NULL ? NAN : g_ascii_strtod (colon + 1, &end);
  if (colon == NULL || colon == text || end == colon + 1 || *end != '\0' ||
      g_ascii_isspace (colon[1]))
    return _rankle_place_fail (
        record->place, error, _ ("%s must be CONTROL:SD, not “%s”"), heads[SPREAD], text);
  *colon = '\0';
  row->spread = text;
  return TRUE;
}

static gboolean
read_words (const Record *record, RankleEvidenceRow *row, GError **error)
{
  *row = (RankleEvidenceRow){ .study = get (record, STUDY),
                              .arm = get (record, ARM),
                              .observable = get (record, OBSERVABLE),
                              .unit = get (record, UNIT),
                              .citation = get (record, CITATION),
                              .note = get (record, NOTE),
                              .people = get (record, PEOPLE),
                              .assay = get (record, ASSAY) };
  if (*get (record, AGAINST) != '\0')
    row->against = get (record, AGAINST);
  return rankle_measure_from_string (get (record, MEASURE), &row->measure) ||
         _rankle_place_fail (record->place, error, _ ("there is no measure “%s”"),
                             get (record, MEASURE));
}

gboolean
_rankle_evidence_row_read (const RanklePlace        *place,
                           const RankleTableColumns *columns,
                           const GPtrArray          *fields,
                           RankleEvidenceRow        *row,
                           GError                  **error)
{
  Record record = { .place = place, .columns = columns, .fields = fields };

  return check_text (place, fields, columns->n, error) &&
         read_words (&record, row, error) && read_numbers (&record, row, error) &&
         read_spread (&record, row, error) &&
         read_choice (&record, GRADE, "seen", "recalled", &row->recalled, error) &&
         read_choice (&record, USE, "fit", "predict", &row->predicted, error);
}
