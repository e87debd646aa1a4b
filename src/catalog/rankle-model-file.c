/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-model-file.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "rankle-byte-order.h"
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
  gsize       length, mark, sidecar_length = 0;
  const char *text = g_bytes_get_data (rankle_model_origin_get_content (origin), &length);
  const char *json = sidecar == NULL ? NULL : g_bytes_get_data (sidecar, &sidecar_length);

  g_assert (text[length] == '\0' && (json == NULL || json[sidecar_length] == '\0'));

  mark = rankle_byte_order_mark_length (text, length);
  text += mark;
  length -= mark;
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

/* ---- the diagram beside it ---- */

#define MOST_DIAGRAM (4 * 1024 * 1024) /* bytes */

/* Whatever links there are on the way. */
static gboolean
lies_beneath (const char *path, const char *folder)
{
  /* realpath() gives what free() takes, which is g_free(). */
  g_autofree char *whole = realpath (path, NULL);
  g_autofree char *top = realpath (folder, NULL);
  gsize            length = top == NULL ? 0 : strlen (top);

  return whole != NULL && top != NULL && strncmp (whole, top, length) == 0 &&
         (whole[length] == G_DIR_SEPARATOR || g_str_has_suffix (top, G_DIR_SEPARATOR_S));
}

/* (transfer full) (nullable): a file of that name that is one of ours to read. One that
 * is not is told of when it is to be drawn. */
static GBytes *
read_diagram (const char *path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *beside = g_build_filename (folder, name, NULL);
  g_autoptr (GBytes) diagram = NULL;

  if (!lies_beneath (beside, folder))
    return NULL;
  diagram = read_bytes (beside, name, NULL);
  return diagram != NULL && g_bytes_get_size (diagram) <= MOST_DIAGRAM
             ? g_steal_pointer (&diagram)
             : NULL;
}

/* The origin again, with what the sidecar turned out to name. */
static void
add_diagram (RankleModel *model)
{
  RankleModelOrigin *origin = model->origin;
  const char        *path = rankle_model_origin_get_path (origin);
  g_autoptr (GBytes) diagram = NULL;

  g_assert (path != NULL);

  if (model->diagram != NULL)
    diagram = read_diagram (path, model->diagram);
  if (diagram == NULL)
    return;
  model->origin =
      rankle_model_origin_new (rankle_model_origin_get_name (origin), path,
                               rankle_model_origin_get_content (origin),
                               rankle_model_origin_get_sidecar (origin), diagram);
  rankle_model_origin_unref (origin);
}

RankleModel *
rankle_model_new_from_file (const char *path, GError **error)
{
  RankleModel     *model;
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
  origin = rankle_model_origin_new (name, path, content, sidecar, NULL);
  model = rankle_model_new_from_origin (origin, error);
  if (model != NULL)
    add_diagram (model);
  return model;
}
