/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-model-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-explorer-private.h"
#include "rankle-model-builder.h"
#include "rankle-model-error.h"
#include "rankle-text.h"

/* From texts and files to models. */

/* Of @name, NAME.ant: NAME.json. */
static char *
name_sidecar (const char *name)
{
  const char      *dot = strrchr (name, '.');
  gboolean         has_end = dot != NULL && strchr (dot, G_DIR_SEPARATOR) == NULL;
  g_autofree char *stem = has_end ? g_strndup (name, (gsize)(dot - name)) : NULL;

  return g_strconcat (has_end ? stem : name, ".json", NULL);
}

static RankleModel *
read_antimony (const char *text,
               gsize       length,
               const char *name,
               const char *sidecar,
               gssize      sidecar_length,
               GError    **error)
{
  g_autoptr (RankleModel) model = rankle_text_read_antimony (text, length, name, error);
  g_autofree char *sidecar_name = name_sidecar (name);

  if (model == NULL)
    return NULL;
  if (sidecar == NULL)
    _rankle_explorer_add_defaults (model);
  else if (!_rankle_sidecar_apply (model, sidecar, sidecar_length, sidecar_name, error))
    return NULL;
  return g_steal_pointer (&model);
}

RankleModel *
rankle_model_new_from_antimony (const char *text,
                                gssize      length,
                                const char *name,
                                const char *sidecar,
                                GError    **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return read_antimony (text, length < 0 ? strlen (text) : (gsize)length, name, sidecar,
                        -1, error);
}

RankleModel *
rankle_model_new_from_sbml (const char *text,
                            gssize      length,
                            const char *name,
                            GError    **error)
{
  RankleModel *model;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  model = rankle_text_read_sbml (text, length < 0 ? strlen (text) : (gsize)length, name,
                                 error);
  if (model != NULL)
    _rankle_explorer_add_defaults (model);
  return model;
}

/* What the caller is told of a file that is not there is the same as of a model that is
 * not. */
static void
rename_not_found (const char *name, GError **error)
{
  if (error == NULL || !g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return;

  g_clear_error (error);
  g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND,
               _ ("%s: no such file"), name);
}

static char *
read_file (const char *path, const char *name, gsize *length, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = g_file_query_info (
      file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
      G_FILE_QUERY_INFO_NONE, NULL, error);
  char *text = NULL;

  if (info == NULL)
    {
      rename_not_found (name, error);
      return NULL;
    }
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, RANKLE_MODEL_ERROR, RANKLE_MODEL_ERROR_NOT_FOUND,
                   _ ("%s: not a file"), name);
      return NULL;
    }
  if (!rankle_text_check_size ((guint64)g_file_info_get_size (info), name, error))
    return NULL;

  return g_file_load_contents (file, NULL, &text, length, NULL, error) ? text : NULL;
}

/* XML begins with '<'; no Antimony text does. */
static gboolean
is_xml (const char *text)
{
  if (g_str_has_prefix (text, "\xef\xbb\xbf"))
    text += 3;
  while (g_ascii_isspace (*text))
    text++;

  return *text == '<';
}

static GBytes *
read_bytes (const char *path, const char *name, GError **error)
{
  gsize length;
  char *text = read_file (path, name, &length, error);

  return text == NULL ? NULL : g_bytes_new_take (text, length);
}

/* NAME.json beside NAME.ant, if there is one. */
static gboolean
read_sidecar (const char *path, GBytes **json, GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *beside = name_sidecar (path);
  g_autofree char *beside_name = name_sidecar (name);

  g_assert (*json == NULL);

  if (strchr (name, '.') == NULL || !g_file_test (beside, G_FILE_TEST_EXISTS))
    return TRUE;
  *json = read_bytes (beside, beside_name, error);
  return *json != NULL;
}

static RankleModel *
read_origin (RankleModelOrigin *origin, GError **error)
{
  const char *name = rankle_model_origin_get_name (origin);
  GBytes     *sidecar = rankle_model_origin_get_sidecar (origin);
  gsize       length, sidecar_length = 0;
  const char *text = g_bytes_get_data (rankle_model_origin_get_content (origin), &length);
  const char *json = sidecar == NULL ? NULL : g_bytes_get_data (sidecar, &sidecar_length);

  g_assert (text[length] == '\0' && (json == NULL || json[sidecar_length] == '\0'));

  if (is_xml (text))
    return rankle_model_new_from_sbml (text, (gssize)length, name, error);
  return read_antimony (text, length, name, json, (gssize)sidecar_length, error);
}

RankleModel *
rankle_model_new_from_origin (RankleModelOrigin *origin, GError **error)
{
  RankleModel *model;

  g_return_val_if_fail (origin != NULL, NULL);

  model = read_origin (origin, error);
  if (model != NULL)
    model->origin = rankle_model_origin_ref (origin);
  return model;
}

RankleModel *
rankle_model_new_from_file (const char *path, GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) sidecar = NULL;
  g_autoptr (RankleModelOrigin) origin = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  name = g_path_get_basename (path);
  content = read_bytes (path, name, error);
  if (content == NULL)
    return NULL;
  if (!is_xml (g_bytes_get_data (content, NULL)) && !read_sidecar (path, &sidecar, error))
    return NULL;
  origin = rankle_model_origin_new (name, path, content, sidecar);
  return rankle_model_new_from_origin (origin, error);
}
