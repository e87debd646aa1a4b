/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-file.h"
#include "rankle-model-file.h"
#include "rankle-omex-formats.h"
#include "rankle-omex-manifest.h"
#include "rankle-omex.h"
#include "rankle-zip.h"

#define PACKED_MAX (64 * 1024 * 1024) /* bytes */

typedef struct
{
  const char *name;    /* Borrowed */
  GPtrArray  *files;   /* (owned): RankleZipFile * */
  GPtrArray  *content; /* (owned): RankleOmexContent *, as the manifest has it */
} Archive;

static void
archive_clear (Archive *self)
{
  g_clear_pointer (&self->files, g_ptr_array_unref);
  g_clear_pointer (&self->content, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Archive, archive_clear)

static gboolean
open_archive (Archive *self, GBytes *bytes, GError **error)
{
  gsize       size;
  const void *data = g_bytes_get_data (bytes, &size);
  GBytes     *manifest;

  self->files = rankle_zip_read (size == 0 ? "" : data, size, self->name, error);
  if (self->files == NULL)
    return FALSE;
  manifest = rankle_zip_find (self->files, RANKLE_OMEX_MANIFEST);
  if (manifest != NULL)
    self->content = rankle_omex_manifest_read (manifest, self->name, error);
  else
    g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SCHEMA,
                 _ ("%s: this is no COMBINE archive: there is no manifest.xml in it"),
                 self->name);
  return self->content != NULL;
}

/* (nullable): the first of those with a format that begins so, those that are the
 * archive's masters first. */
static const RankleOmexContent *
find_content (const Archive *self, const char *format)
{
  const RankleOmexContent *first = NULL;

  for (guint i = 0; i < self->content->len; i++)
    {
      const RankleOmexContent *content = g_ptr_array_index (self->content, i);
      const char *scheme = strstr (content->format, "://"); /* some write https */

      if (scheme == NULL || !g_str_has_prefix (scheme, strstr (format, "://")) ||
          rankle_zip_find (self->files, content->location) == NULL)
        continue;
      if (content->is_master)
        return content;
      if (first == NULL)
        first = content;
    }
  return first;
}

/* ---- what Rankle wrote ---- */

static RankleSession *
open_session (const Archive           *self,
              const RankleOmexContent *content,
              RankleEvidence          *evidence,
              RankleSessionReading    *reading,
              GError                 **error)
{
  GBytes          *bytes = rankle_zip_find (self->files, content->location);
  g_autofree char *place = g_strdup_printf ("%s: %s", self->name, content->location);
  gsize            length;
  const char      *text = g_bytes_get_data (bytes, &length);
  RankleSession   *session;

  session =
      rankle_session_file_parse (text, (gssize)length, place, evidence, reading, error);
  reading->is_whole = FALSE; /* the archive has more in it */
  return session;
}

/* ---- what another wrote ---- */

/* Beside the manifest and the model. */
static guint
count_rest (const Archive *self, const RankleOmexContent *model)
{
  guint n = 0;

  for (guint i = 0; i < self->files->len; i++)
    {
      const RankleZipFile *file = g_ptr_array_index (self->files, i);

      n += !g_str_equal (file->name, RANKLE_OMEX_MANIFEST) &&
           !g_str_equal (file->name, model->location);
    }
  return n;
}

static char *
describe_rest (const Archive *self, const RankleOmexContent *model)
{
  guint n = count_rest (self, model);

  if (n == 0)
    return g_strdup_printf (_ ("Of %1$s the model %2$s is shown."), self->name,
                            model->location);
  return g_strdup_printf (
      /* Translators: the number of other files, an archive, and a file in it */
      ngettext ("Of %2$s the model %3$s is shown, and not the %1$u other file in it.",
                "Of %2$s the model %3$s is shown, and not the %1$u other files in it.",
                n),
      n, self->name, model->location);
}

static RankleSession *
open_model (const Archive           *self,
            const RankleOmexContent *content,
            RankleEvidence          *evidence,
            RankleSessionReading    *reading,
            GError                 **error)
{
  g_autofree char *name = g_path_get_basename (content->location);
  g_autoptr (RankleModelOrigin) origin = rankle_model_origin_new (
      name, NULL, rankle_zip_find (self->files, content->location), NULL, NULL);
  g_autoptr (RankleModel) model = rankle_model_new_from_origin (origin, error);
  g_autoptr (RankleScenario) nothing = NULL;
  g_autoptr (RankleSession) session = NULL;

  if (model == NULL)
    {
      g_prefix_error (error, "%s: ", self->name);
      return NULL;
    }
  nothing = rankle_scenario_new ("", "", "");
  session = rankle_session_new_of (model, nothing);
  reading->is_whole = FALSE;
  reading->remarks = describe_rest (self, content);
  return rankle_session_with_evidence (session, evidence);
}

/* ---- either ---- */

RankleSession *
rankle_archive_parse (GBytes               *bytes,
                      const char           *name,
                      RankleEvidence       *evidence,
                      RankleSessionReading *reading,
                      GError              **error)
{
  g_auto (Archive) self = { .name = name };
  const RankleOmexContent *session, *model;

  g_return_val_if_fail (bytes != NULL && name != NULL && reading != NULL, NULL);

  if (!open_archive (&self, bytes, error))
    return NULL;
  session = find_content (&self, RANKLE_FORMAT_SESSION);
  if (session != NULL)
    return open_session (&self, session, evidence, reading, error);
  model = find_content (&self, RANKLE_FORMAT_ANY_SBML);
  if (model != NULL)
    return open_model (&self, model, evidence, reading, error);
  g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SCHEMA,
               _ ("%s: there is neither a session of Rankle nor a model in SBML in it"),
               name);
  return NULL;
}

static GBytes *
read_bytes (const char *path, GError **error)
{
  char *text;
  gsize length;

  return rankle_file_read (path, PACKED_MAX, &text, &length, error)
             ? g_bytes_new_take (text, length)
             : NULL;
}

RankleSession *
rankle_archive_load (const char           *path,
                     RankleEvidence       *evidence,
                     RankleSessionReading *reading,
                     GError              **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL && reading != NULL, NULL);

  bytes = read_bytes (path, error);
  name = g_filename_display_basename (path);
  return bytes == NULL ? NULL
                       : rankle_archive_parse (bytes, name, evidence, reading, error);
}

gboolean
rankle_archive_opens_as_session (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return g_str_has_suffix (name, RANKLE_SESSION_SUFFIX) ||
         g_str_has_suffix (name, RANKLE_ARCHIVE_SUFFIX);
}

RankleSession *
rankle_archive_load_session (const char           *path,
                             RankleEvidence       *evidence,
                             RankleSessionReading *reading,
                             GError              **error)
{
  g_return_val_if_fail (path != NULL && reading != NULL, NULL);

  return g_str_has_suffix (path, RANKLE_ARCHIVE_SUFFIX)
             ? rankle_archive_load (path, evidence, reading, error)
             : rankle_session_file_load (path, evidence, reading, error);
}

gboolean
rankle_archive_has_session (const char *path)
{
  g_auto (Archive) self = { .name = path };
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, FALSE);

  bytes = read_bytes (path, NULL);
  return bytes != NULL && open_archive (&self, bytes, NULL) &&
         find_content (&self, RANKLE_FORMAT_SESSION) != NULL;
}
