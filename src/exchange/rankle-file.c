/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rankle-file.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rankle-exchange-error.h"

#define CHUNK 65536

/* As many as Linux follows. */
#define LINKS_MAX 40

static gboolean
fail (const char *path, int reason, GError **error)
{
  g_set_error (error, G_IO_ERROR, (int)g_io_error_from_errno (reason), "%s: %s", path,
               g_strerror (reason));
  return FALSE;
}

static gboolean
write_all (int fd, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize written = write (fd, text, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return FALSE;
      text += written;
      length -= (gsize)written;
    }
  return TRUE;
}

/* For what is not a regular file and so cannot be replaced. */
static gboolean
write_through (const char *path, const char *text, gsize length, GError **error)
{
  int      fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  gboolean ok = fd >= 0 && write_all (fd, text, length);
  int      reason = errno;

  if (fd >= 0)
    close (fd);
  return ok || fail (path, reason, error);
}

/* (transfer full) (nullable): what a chain of symbolic links that ends at nothing names;
 * @path itself if it is none. */
static char *
follow_links (const char *path)
{
  char *at = g_strdup (path);

  for (guint n = 0; n < LINKS_MAX; n++)
    {
      g_autofree char *here = at;
      g_autofree char *named = g_file_read_link (here, NULL);
      g_autofree char *folder = g_path_get_dirname (here);

      if (named == NULL)
        return g_steal_pointer (&here);
      at = g_path_is_absolute (named) ? g_strdup (named)
                                      : g_build_filename (folder, named, NULL);
    }
  g_free (at);
  return NULL;
}

/* (transfer full) (nullable): the file whose name @path is, or would be; NULL with an
 * error where no file can be written. */
static char *
find_target (const char *path, gboolean is_there, GError **error)
{
  char *target = is_there ? realpath (path, NULL) : follow_links (path);

  if (target == NULL)
    fail (path, is_there ? errno : ELOOP, error);
  /* To be replaced a file need not let itself be written to, only its folder; but who
   * protected it from writing did not mean that. */
  else if (is_there && access (target, W_OK) != 0)
    {
      fail (path, errno, error);
      g_clear_pointer (&target, free);
    }
  return target;
}

gboolean
rankle_file_replace (const char *path, const char *text, gsize length, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *target = NULL;
  GStatBuf         status;
  gboolean         there;

  g_return_val_if_fail (path != NULL && (text != NULL || length == 0), FALSE);

  there = g_stat (path, &status) == 0;
  if (there && S_ISDIR (status.st_mode))
    return fail (path, EISDIR, error);
  if (there && !S_ISREG (status.st_mode))
    return write_through (path, text, length, error);
  target = find_target (path, there, error);
  if (target == NULL)
    return FALSE;
  if (g_file_set_contents_full (target, text, (gssize)length,
                                G_FILE_SET_CONTENTS_CONSISTENT,
                                there ? (int)(status.st_mode & 0777) : 0666, &local))
    return TRUE;
  /* GLib's sentence names its temporary file: keep the reason, name the file asked for.
   */
  folder = g_path_get_dirname (target);
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return fail (path, ENOENT, error);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: a path, then the reason */
               _ ("%s: cannot be written: %s"), path, local->message);
  return FALSE;
}

/* -1 with an error: a pipe would be waited for for ever, and a device has no end. */
static int
open_file (const char *path, GError **error)
{
  int         fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  int         reason = errno;
  struct stat status = { 0 };

  if (fd < 0)
    fail (path, reason, error);
  else if (fstat (fd, &status) == 0 && S_ISREG (status.st_mode))
    return fd;
  else if (S_ISDIR (status.st_mode))
    fail (path, EISDIR, error);
  else
    g_set_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_NOT_FOUND,
                 _ ("%s: not a file"), path);
  if (fd >= 0)
    close (fd);
  return -1;
}

gboolean
rankle_file_read (
    const char *path, gsize limit, char **text, gsize *length, GError **error)
{
  g_autoptr (GString) content = g_string_new (NULL);
  g_autofree char *chunk = g_malloc (CHUNK);
  int              fd = open_file (path, error);
  int              reason = 0;
  gssize           got = 0;

  if (fd < 0)
    return FALSE;
  while (content->len <= limit)
    {
      got = read (fd, chunk, CHUNK);
      reason = errno;
      if (got < 0 && reason == EINTR)
        continue;
      if (got <= 0)
        break;
      g_string_append_len (content, chunk, got);
    }
  close (fd);
  if (got < 0)
    return fail (path, reason, error);
  if (content->len > limit)
    {
      g_set_error (
          error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_LIMIT,
          ngettext ("%s: larger than %zu byte", "%s: larger than %zu bytes", limit), path,
          limit);
      return FALSE;
    }
  *length = content->len;
  *text = g_string_free (g_steal_pointer (&content), FALSE);
  return TRUE;
}
