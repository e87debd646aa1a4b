/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-zip.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "rankle-exchange-error.h"

#define FILES_MAX 1000
#define BYTES_MAX (128 * 1024 * 1024) /* of all together, unpacked */
#define CHUNK     65536

static void
zip_file_free (gpointer data)
{
  RankleZipFile *self = data;

  g_free (self->name);
  g_bytes_unref (self->content);
  g_free (self);
}

GPtrArray *
rankle_zip_new (void)
{
  return g_ptr_array_new_with_free_func (zip_file_free);
}

void
rankle_zip_add (GPtrArray *files, const char *name, GBytes *content)
{
  RankleZipFile *file;

  g_return_if_fail (files != NULL && name != NULL && content != NULL);

  file = g_new (RankleZipFile, 1);
  file->name = g_strdup (name);
  file->content = content;
  g_ptr_array_add (files, file);
}

GBytes *
rankle_zip_find (const GPtrArray *files, const char *name)
{
  g_return_val_if_fail (files != NULL && name != NULL, NULL);

  for (guint i = 0; i < files->len; i++)
    {
      const RankleZipFile *file = g_ptr_array_index (files, i);

      if (g_str_equal (file->name, name))
        return file->content;
    }
  return NULL;
}

/* ---- out ---- */

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  g_byte_array_append (data, buffer, (guint)length);
  return (la_ssize_t)length;
}

static gboolean
write_file (struct archive *archive, const RankleZipFile *file, gint64 time)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize                 size;
  const void           *bytes = g_bytes_get_data (file->content, &size);
  gboolean              good;

  archive_entry_set_pathname (entry, file->name);
  archive_entry_set_size (entry, (la_int64_t)size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, time, 0);
  good = archive_write_header (archive, entry) == ARCHIVE_OK &&
         archive_write_data (archive, bytes, size) == (la_ssize_t)size;
  archive_entry_free (entry);
  return good;
}

static gboolean
write_files (struct archive  *archive,
             const GPtrArray *files,
             gint64           time,
             GByteArray      *bytes)
{
  /* No last block is filled up, as a tape would have it. */
  if (archive_write_set_format_zip (archive) != ARCHIVE_OK ||
      archive_write_set_bytes_in_last_block (archive, 1) != ARCHIVE_OK ||
      archive_write_open (archive, bytes, NULL, write_cb, NULL) != ARCHIVE_OK)
    return FALSE;
  for (guint i = 0; i < files->len; i++)
    if (!write_file (archive, g_ptr_array_index (files, i), time))
      return FALSE;
  return archive_write_close (archive) == ARCHIVE_OK;
}

GBytes *
rankle_zip_write (const GPtrArray *files, gint64 time, GError **error)
{
  struct archive *archive;
  GByteArray     *bytes;
  gboolean        good;

  g_return_val_if_fail (files != NULL, NULL);

  archive = archive_write_new ();
  bytes = g_byte_array_new ();
  good = write_files (archive, files, time, bytes);
  if (!good)
    g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_LIMIT,
                 /* Translators: %s is a reason, in English */
                 _ ("the archive cannot be written: %s"),
                 archive_error_string (archive) != NULL ? archive_error_string (archive)
                                                        : "libarchive");
  archive_write_free (archive);
  if (good)
    return g_byte_array_free_to_bytes (bytes);
  g_byte_array_unref (bytes);
  return NULL;
}

/* ---- in ---- */

typedef struct
{
  struct archive *archive;
  const char     *name;
  GPtrArray      *files; /* (owned) */
  gsize           size;  /* of all so far */
  GError        **error;
} Reader;

static gboolean
refuse (Reader *self, RankleExchangeError code, const char *what)
{
  g_set_error (self->error, RANKLE_EXCHANGE_ERROR, (int)code, "%s: %s", self->name, what);
  return FALSE;
}

static gboolean
refuse_broken (Reader *self)
{
  return refuse (self, RANKLE_EXCHANGE_ERROR_SYNTAX,
                 _ ("this is no ZIP archive, or not a whole one"));
}

/* A file says how large it is, and need not be. */
static gboolean
read_content (Reader *self, GByteArray *content)
{
  guint8     buffer[CHUNK];
  la_ssize_t n;

  while ((n = archive_read_data (self->archive, buffer, sizeof buffer)) > 0)
    {
      self->size += (gsize)n;
      if (self->size > BYTES_MAX)
        return refuse (self, RANKLE_EXCHANGE_ERROR_LIMIT,
                       _ ("there is more in it than Rankle unpacks"));
      g_byte_array_append (content, buffer, (guint)n);
    }
  if (n < 0)
    return refuse_broken (self);
  g_byte_array_append (content, (const guint8 *)"", 1);
  return TRUE;
}

/* (nullable): a manifest may call the same file "./name". */
static const char *
name_of (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  while (name != NULL && g_str_has_prefix (name, "./"))
    name += strlen ("./");
  return name;
}

static gboolean
check_entry (Reader *self, struct archive_entry *entry)
{
  const char *name = name_of (entry);

  if (archive_entry_is_encrypted (entry))
    return refuse (self, RANKLE_EXCHANGE_ERROR_SCHEMA, _ ("it is encrypted"));
  if (name == NULL || *name == '\0' || !g_utf8_validate (name, -1, NULL))
    return refuse (self, RANKLE_EXCHANGE_ERROR_SCHEMA, _ ("a name in it is not UTF-8"));
  if (rankle_zip_find (self->files, name) != NULL)
    return refuse (self, RANKLE_EXCHANGE_ERROR_SCHEMA,
                   _ ("two files in it have the same name"));
  if (self->files->len == FILES_MAX)
    return refuse (self, RANKLE_EXCHANGE_ERROR_LIMIT,
                   _ ("there are more files in it than Rankle unpacks"));
  return TRUE;
}

static gboolean
read_entry (Reader *self, struct archive_entry *entry)
{
  g_autoptr (GByteArray) content = NULL;
  g_autoptr (GBytes) whole = NULL;

  if (!check_entry (self, entry))
    return FALSE;
  content = g_byte_array_new ();
  if (archive_entry_filetype (entry) == AE_IFDIR)
    return TRUE;
  if (!read_content (self, content))
    return FALSE;
  whole = g_byte_array_free_to_bytes (g_steal_pointer (&content));
  rankle_zip_add (self->files, name_of (entry),
                  g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) - 1));
  return TRUE;
}

static gboolean
read_entries (Reader *self)
{
  struct archive_entry *entry;
  int                   status;

  while ((status = archive_read_next_header (self->archive, &entry)) == ARCHIVE_OK)
    if (!read_entry (self, entry))
      return FALSE;
  return status == ARCHIVE_EOF || refuse_broken (self);
}

GPtrArray *
rankle_zip_read (const void *data, gsize size, const char *name, GError **error)
{
  Reader   self = { .name = name, .error = error };
  gboolean good;

  g_return_val_if_fail (data != NULL && name != NULL, NULL);

  self.archive = archive_read_new ();
  self.files = rankle_zip_new ();
  /* By the list at the end, which a whole file has; and no other format. */
  good = archive_read_support_format_zip_seekable (self.archive) == ARCHIVE_OK &&
                 archive_read_open_memory (self.archive, data, size) == ARCHIVE_OK
             ? read_entries (&self)
             : refuse_broken (&self);
  archive_read_free (self.archive);
  if (good)
    return self.files;
  g_ptr_array_unref (self.files);
  return NULL;
}
