/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-evidence-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-byte-order.h"
#include "rankle-catalog.h"
#include "rankle-evidence-row.h"
#include "rankle-evidence-table.h"
#include "rankle-file.h"
#include "rankle-scenario-file.h"

/* A study is a page of text, a folder of them a book. */
#define SIZE_MAX_BYTES (256 * 1024)
#define FILES_MAX      1000

#define BUNDLED      "evidence"
#define BUNDLED_ARMS "evidence/arms"

/* What is no arm of the folder may be a bundled scenario, and is of the model that it was
 * made for. What it is not either, the row says. */
static gboolean
add_scenario (RankleEvidence *evidence, const char *id, GError **error)
{
  g_auto (GStrv) ids = NULL;
  g_autofree char *model = NULL;
  g_autoptr (RankleScenario) scenario = NULL;

  if (rankle_evidence_find_arm (evidence, id) >= 0)
    return TRUE;
  ids = rankle_scenario_file_list ();
  if (!g_strv_contains ((const char *const *)ids, id))
    return TRUE;
  scenario = rankle_scenario_file_load (id, &model, error);
  if (scenario == NULL)
    return FALSE;
  return model != NULL ? rankle_evidence_add_arm_of (evidence, scenario, model, error)
                       : rankle_evidence_add_arm (evidence, scenario, error);
}

static gboolean
add_row (RankleEvidence           *evidence,
         const RanklePlace        *place,
         const RankleTableColumns *columns,
         GPtrArray                *fields,
         GError                  **error)
{
  g_autoptr (GError) local = NULL;
  RankleEvidenceRow row;

  if (!_rankle_evidence_row_read (place, columns, fields, &row, error) ||
      !add_scenario (evidence, row.arm, error) ||
      (row.against != NULL && !add_scenario (evidence, row.against, error)))
    return FALSE;
  return rankle_evidence_add_row (evidence, &row, &local) ||
         _rankle_place_fail (place, error, "%s", local->message);
}

/* ---- a table ---- */

static gboolean
parse (RankleEvidence *evidence, const char *text, const char *name, GError **error)
{
  RankleTableReader  reader = { .at = text, .line = 1 };
  RanklePlace        place = { .name = name, .line = 1 };
  RankleTableColumns columns = { .n = 0 };
  const char        *complaint;
  gboolean           has_head = FALSE;

  while (TRUE)
    {
      g_autoptr (GPtrArray) fields =
          _rankle_table_reader_next (&reader, &place.line, &complaint);

      if (complaint != NULL)
        return _rankle_place_fail (&place, error, "%s", complaint);
      if (fields == NULL)
        return has_head ||
               _rankle_place_fail (&place, error, _ ("there is no head and no row"));
      if (!(has_head ? add_row (evidence, &place, &columns, fields, error)
                     : _rankle_evidence_head_read (&place, fields, &columns, error)))
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
  RanklePlace      start = { .name = name, .line = 1 };

  g_return_val_if_fail (evidence != NULL && text != NULL && name != NULL, FALSE);

  if (length < 0)
    length = (gssize)strlen (text);
  if (length > SIZE_MAX_BYTES)
    return _rankle_place_fail (
        &start, error,
        ngettext ("larger than %d byte", "larger than %d bytes", SIZE_MAX_BYTES),
        SIZE_MAX_BYTES);
  if (memchr (text, '\0', (gsize)length) != NULL)
    return _rankle_place_fail (&start, error, _ ("not UTF-8 text"));
  copy = g_strndup (text, (gsize)length);
  return parse (evidence, copy + rankle_byte_order_mark_length (copy, (gsize)length),
                name, error);
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
