/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-evidence-file.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-evidence-table.h"
#include "rankle-file.h"
#include "rankle-scenario-file.h"

/* A study is a page of text, a folder of them a book. */
#define SIZE_MAX_BYTES (256 * 1024)
#define FILES_MAX      1000

#define BUNDLED      "evidence"
#define BUNDLED_ARMS "evidence/arms"

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
  N_FIELDS
};

static const char *const heads[N_FIELDS] = {
  "study", "arm",  "observable", "measure",  "since", "time", "value",
  "low",   "high", "unit",       "citation", "grade", "use",  "note",
};

typedef struct
{
  const char *name;
  guint       line;
} Place;

static gboolean fail (const Place *place, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

static gboolean
fail (const Place *place, GError **error, const char *format, ...)
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

/* ---- a row ---- */

static gboolean
read_number (
    const Place *place, GPtrArray *fields, guint i, double *number, GError **error)
{
  const char *text = g_ptr_array_index (fields, i);
  char       *end;

  *number = g_ascii_strtod (text, &end);
  if (*text == '\0' || g_ascii_isspace (*text) || *end != '\0')
    return fail (place, error, _ ("%s must be a number, not “%s”"), heads[i], text);
  return TRUE;
}

static gboolean
read_numbers (const Place       *place,
              GPtrArray         *fields,
              RankleEvidenceRow *row,
              GError           **error)
{
  return read_number (place, fields, SINCE, &row->since, error) &&
         read_number (place, fields, TIME, &row->time, error) &&
         read_number (place, fields, VALUE, &row->value, error) &&
         read_number (place, fields, LOW, &row->low, error) &&
         read_number (place, fields, HIGH, &row->high, error);
}

/* One of two words: FALSE for the first. */
static gboolean
read_choice (const Place *place,
             GPtrArray   *fields,
             guint        i,
             const char  *first,
             const char  *second,
             gboolean    *choice,
             GError     **error)
{
  const char *text = g_ptr_array_index (fields, i);

  *choice = g_str_equal (text, second);
  if (!*choice && !g_str_equal (text, first))
    return fail (place, error, _ ("%s must be %s or %s, not “%s”"), heads[i], first,
                 second, text);
  return TRUE;
}

static gboolean
check_text (const Place *place, GPtrArray *fields, GError **error)
{
  for (guint i = 0; i < fields->len; i++)
    if (!g_utf8_validate (g_ptr_array_index (fields, i), -1, NULL))
      return fail (place, error, _ ("not UTF-8 text"));
  if (fields->len != N_FIELDS)
    return fail (place, error, _ ("the fields are %u, those of the head %u"), fields->len,
                 (guint)N_FIELDS);
  return TRUE;
}

static gboolean
read_row (const Place *place, GPtrArray *fields, RankleEvidenceRow *row, GError **error)
{
  *row = (RankleEvidenceRow){ .study = g_ptr_array_index (fields, STUDY),
                              .arm = g_ptr_array_index (fields, ARM),
                              .observable = g_ptr_array_index (fields, OBSERVABLE),
                              .unit = g_ptr_array_index (fields, UNIT),
                              .citation = g_ptr_array_index (fields, CITATION),
                              .note = g_ptr_array_index (fields, NOTE) };
  if (!rankle_measure_from_string (g_ptr_array_index (fields, MEASURE), &row->measure))
    return fail (place, error, _ ("there is no measure “%s”"),
                 (const char *)g_ptr_array_index (fields, MEASURE));
  return read_numbers (place, fields, row, error) &&
         read_choice (place, fields, GRADE, "seen", "recalled", &row->recalled, error) &&
         read_choice (place, fields, USE, "fit", "predict", &row->predicted, error);
}

static gboolean
add_row (RankleEvidence *evidence, const Place *place, GPtrArray *fields, GError **error)
{
  g_autoptr (GError) local = NULL;
  RankleEvidenceRow row;

  if (!check_text (place, fields, error) || !read_row (place, fields, &row, error))
    return FALSE;
  return rankle_evidence_add_row (evidence, &row, &local) ||
         fail (place, error, "%s", local->message);
}

static gboolean
check_head (const Place *place, GPtrArray *fields, GError **error)
{
  if (!check_text (place, fields, error))
    return FALSE;
  for (guint i = 0; i < N_FIELDS; i++)
    if (!g_str_equal (g_ptr_array_index (fields, i), heads[i]))
      return fail (place, error, _ ("the head has “%s” where “%s” belongs"),
                   (const char *)g_ptr_array_index (fields, i), heads[i]);
  return TRUE;
}

/* ---- a table ---- */

static gboolean
parse (RankleEvidence *evidence, const char *text, const char *name, GError **error)
{
  RankleTableReader reader = { .at = text, .line = 1 };
  Place             place = { .name = name, .line = 1 };
  const char       *complaint;
  gboolean          has_head = FALSE;

  while (TRUE)
    {
      g_autoptr (GPtrArray) fields =
          _rankle_table_reader_next (&reader, &place.line, &complaint);

      if (complaint != NULL)
        return fail (&place, error, "%s", complaint);
      if (fields == NULL)
        return has_head || fail (&place, error, _ ("there is no head and no row"));
      if (!(has_head ? add_row (evidence, &place, fields, error)
                     : check_head (&place, fields, error)))
        return FALSE;
      has_head = TRUE;
    }
}

gboolean
rankle_evidence_file_parse (RankleEvidence *evidence,
                            const char     *text,
                            gssize          length,
                            const char     *name,
                            GError        **error)
{
  g_autofree char *copy = NULL;
  Place            start = { .name = name, .line = 1 };

  g_return_val_if_fail (evidence != NULL && text != NULL && name != NULL, FALSE);

  if (length < 0)
    length = (gssize)strlen (text);
  if (length > SIZE_MAX_BYTES)
    return fail (&start, error,
                 ngettext ("larger than %d byte", "larger than %d bytes", SIZE_MAX_BYTES),
                 SIZE_MAX_BYTES);
  if (memchr (text, '\0', (gsize)length) != NULL)
    return fail (&start, error, _ ("not UTF-8 text"));
  copy = g_strndup (text, (gsize)length);
  return parse (evidence, copy, name, error);
}

/* ---- a folder ---- */

typedef gboolean (*AddText) (RankleEvidence *evidence,
                             const char     *text,
                             gsize           length,
                             const char     *name,
                             GError        **error);

static gboolean
add_table (RankleEvidence *evidence,
           const char     *text,
           gsize           length,
           const char     *name,
           GError        **error)
{
  return rankle_evidence_file_parse (evidence, text, (gssize)length, name, error);
}

static gboolean
add_arm (RankleEvidence *evidence,
         const char     *text,
         gsize           length,
         const char     *name,
         GError        **error)
{
  g_autoptr (RankleScenario) arm =
      rankle_scenario_file_parse (text, (gssize)length, name, NULL, error);

  if (arm == NULL)
    return FALSE;
  if (rankle_evidence_add_arm (evidence, arm, error))
    return TRUE;
  g_prefix_error (error, "%s: ", name);
  return FALSE;
}

/* @folder (nullable): of @bundled, which is otherwise not looked at. */
static gboolean
add_file (RankleEvidence *evidence,
          const char     *folder,
          const char     *bundled,
          const char     *name,
          AddText         add,
          GError        **error)
{
  g_autofree char *path = folder == NULL ? NULL : g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gconstpointer data;
  gsize         length;

  if (folder != NULL)
    return rankle_file_read (path, SIZE_MAX_BYTES, &text, &length, error) &&
           add (evidence, text, length, path, error);
  bytes = rankle_catalog_read (bundled, name, error);
  if (bytes == NULL)
    return FALSE;
  data = g_bytes_get_data (bytes, &length);
  return add (evidence, data, length, name, error);
}

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* (transfer full): sorted */
static char **
list_folder (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL && names->len <= FILES_MAX)
    g_ptr_array_add (names, g_strdup (name));
  if (names->len > FILES_MAX)
    {
      g_set_error (
          error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_LIMIT,
          ngettext ("%s: more than %d file", "%s: more than %d files", FILES_MAX), folder,
          FILES_MAX);
      return NULL;
    }
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static gboolean
add_files (RankleEvidence *evidence,
           const char     *folder,
           const char     *bundled,
           const char     *suffix,
           AddText         add,
           GError        **error)
{
  g_auto (GStrv) names =
      folder == NULL ? rankle_catalog_list (bundled) : list_folder (folder, error);

  if (names == NULL)
    return FALSE;
  for (char **name = names; *name != NULL; name++)
    if (g_str_has_suffix (*name, suffix) &&
        !add_file (evidence, folder, bundled, *name, add, error))
      return FALSE;
  return TRUE;
}

RankleEvidence *
rankle_evidence_file_load (const char *folder, GError **error)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_new ();
  g_autofree char *arms = folder == NULL ? NULL : g_build_filename (folder, "arms", NULL);
  guint            n;

  if (!add_files (evidence, arms, BUNDLED_ARMS, ".json", add_arm, error) ||
      !add_files (evidence, folder, BUNDLED, ".csv", add_table, error))
    return NULL;
  rankle_evidence_get_rows (evidence, &n);
  if (n == 0)
    {
      g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_NOT_FOUND,
                   _ ("%s: no evidence there"), folder != NULL ? folder : BUNDLED);
      return NULL;
    }
  return g_steal_pointer (&evidence);
}
