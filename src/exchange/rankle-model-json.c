/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-model-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-exchange-error.h"
#include "rankle-model-file.h"

/* ---- reading ---- */

static const char *
read_optional (RankleJsonReader *json, const char *member)
{
  return rankle_json_has (json, member) ? rankle_json_get_text (json, member) : NULL;
}

static void
read_file (RankleJsonReader *json, RankleModelReference *reference)
{
  reference->name = rankle_json_get_text (json, "name");
  reference->path = read_optional (json, "path");
  reference->content = read_optional (json, "content");
  reference->base64 = read_optional (json, "base64");
  reference->sidecar = read_optional (json, "sidecar");
  reference->diagram = read_optional (json, "diagram");
  if ((reference->content == NULL) == (reference->base64 == NULL))
    rankle_json_fail (json, NULL,
                      _ ("one of “content” and “base64” must hold the file's text"));
}

void
_rankle_model_read_json (RankleJsonReader     *json,
                         const char           *member,
                         RankleModelReference *reference)
{
  *reference = (RankleModelReference){ 0 };
  if (!rankle_json_open_object (json, member))
    return;
  if (rankle_json_has (json, "id"))
    {
      reference->id = rankle_json_get_text (json, "id");
      reference->version = rankle_json_get_text (json, "version");
    }
  else
    read_file (json, reference);
  rankle_json_close (json);
}

/* The catalog would take a path, too: no file of ours may name what is to be read. */
static gboolean
is_bundled (const char *id)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  return g_strv_contains ((const char *const *)ids, id);
}

static RankleModel *
load_bundled (const RankleModelReference *reference, char **changed, GError **error)
{
  RankleModel *model;

  if (!is_bundled (reference->id))
    {
      g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_NOT_FOUND,
                   _ ("this Rankle has no model “%s”"), reference->id);
      return NULL;
    }
  model = rankle_catalog_load (reference->id, error);
  if (model != NULL &&
      !g_str_equal (reference->version, rankle_model_get_version (model)))
    *changed = g_strdup_printf (
        /* Translators: a model's title, and its version then and now */
        _ ("“%s” has changed since this was saved (version %s then, %s now): the curves "
           "may be others."),
        rankle_model_get_title (model), reference->version,
        rankle_model_get_version (model));
  return model;
}

/* A NUL stands behind it. */
static GBytes *
get_content (const RankleModelReference *reference)
{
  gsize length;
  char *content;

  if (reference->content != NULL)
    content = g_strdup (reference->content);
  else
    {
      g_autofree guchar *bytes = g_base64_decode (reference->base64, &length);

      content = g_malloc (length + 1);
      memcpy (content, bytes, length);
      content[length] = '\0';
      return g_bytes_new_take (content, length);
    }
  return g_bytes_new_take (content, strlen (content));
}

/* (transfer full) (nullable): likewise. */
static GBytes *
copy_text (const char *text)
{
  return text == NULL ? NULL : g_bytes_new_take (g_strdup (text), strlen (text));
}

RankleModel *
_rankle_model_resolve (const RankleModelReference *reference,
                       char                      **changed,
                       GError                    **error)
{
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GBytes) sidecar = NULL;
  g_autoptr (GBytes) diagram = NULL;
  g_autoptr (RankleModelOrigin) origin = NULL;

  g_assert (*changed == NULL);
  g_assert ((reference->id == NULL) == (reference->name != NULL));

  if (reference->id != NULL)
    return load_bundled (reference, changed, error);
  content = get_content (reference);
  sidecar = copy_text (reference->sidecar);
  diagram = copy_text (reference->diagram);
  origin = rankle_model_origin_new (reference->name, reference->path, content, sidecar,
                                    diagram);
  return rankle_model_new_from_origin (origin, error);
}

/* ---- writing ---- */

/* JSON's texts are held to the same by our reader. */
static gboolean
is_plain (const char *text, gsize length)
{
  const char *end = text + length;

  if (strlen (text) != length || !g_utf8_validate (text, (gssize)length, NULL))
    return FALSE;
  for (; text < end; text = g_utf8_next_char (text))
    if (!rankle_json_can_hold (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

static void
write_content (RankleJsonWriter *json, GBytes *content)
{
  gsize            length;
  const char      *text = g_bytes_get_data (content, &length);
  g_autofree char *base64 = NULL;

  if (is_plain (text, length))
    {
      rankle_json_write_text (json, "content", text);
      return;
    }
  base64 = g_base64_encode ((const guchar *)text, length);
  rankle_json_write_text (json, "base64", base64);
}

/* One that is no text is no map either, and is told of there as one that is missing. */
static void
write_diagram (RankleJsonWriter *json, GBytes *diagram)
{
  gsize       length;
  const char *text = g_bytes_get_data (diagram, &length);

  if (length > 0 && is_plain (text, length))
    rankle_json_write_text (json, "diagram", text);
}

static void
write_file (RankleJsonWriter *json, const RankleModelOrigin *origin)
{
  const char      *path = rankle_model_origin_get_path (origin);
  GBytes          *sidecar = rankle_model_origin_get_sidecar (origin);
  g_autofree char *name = g_filename_display_name (rankle_model_origin_get_name (origin));

  rankle_json_write_text (json, "name", name);
  if (path != NULL && g_utf8_validate (path, -1, NULL))
    rankle_json_write_text (json, "path", path);
  write_content (json, rankle_model_origin_get_content (origin));
  if (sidecar != NULL)
    rankle_json_write_text (json, "sidecar", g_bytes_get_data (sidecar, NULL));
  if (rankle_model_origin_get_diagram (origin) != NULL)
    write_diagram (json, rankle_model_origin_get_diagram (origin));
}

void
_rankle_model_write_json (RankleJsonWriter *json, const char *member, RankleModel *model)
{
  RankleModelOrigin *origin = rankle_model_get_origin (model);
  g_autofree char   *id = rankle_catalog_dup_id (model);

  /* What was made of no file cannot be shown by anyone who makes sessions. */
  g_assert ((id == NULL) == (origin != NULL));

  rankle_json_write_object (json, member);
  if (origin != NULL)
    write_file (json, origin);
  else
    {
      rankle_json_write_text (json, "id", id);
      rankle_json_write_text (json, "version", rankle_model_get_version (model));
    }
  rankle_json_write_end (json);
}
