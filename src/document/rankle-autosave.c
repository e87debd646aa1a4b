/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* 1. NAME.lock is locked before NAME.rankle is written, and until it is gone.
 * 2. Whoever can lock NAME.lock knows that its owner has ended: the lock ends with the
 *    process, however that does.
 * 3. NAME.rankle is replaced as a whole: what is found is whole. */

#include "config.h"

#include "rankle-autosave.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "rankle-session-file.h"

#define LOCK_SUFFIX ".lock"

struct _RankleAutosave
{
  char *folder;    /* (owned) */
  char *path;      /* (owned) */
  char *lock_path; /* (owned) */
  int   lock;      /* of the file there; -1 while nothing is kept */
};

char *
rankle_autosave_dup_folder (void)
{
  return g_build_filename (g_get_user_state_dir (), "rankle", "autosave", NULL);
}

/* (transfer full): of the lock, of NAME.rankle. */
static char *
name_lock (const char *path)
{
  g_autofree char *stem = NULL;

  g_assert (g_str_has_suffix (path, RANKLE_SESSION_SUFFIX));

  stem = g_strndup (path, strlen (path) - strlen (RANKLE_SESSION_SUFFIX));
  return g_strconcat (stem, LOCK_SUFFIX, NULL);
}

RankleAutosave *
rankle_autosave_new (const char *folder)
{
  RankleAutosave  *self;
  g_autofree char *name = NULL;
  g_autofree char *id = g_uuid_string_random ();

  g_return_val_if_fail (folder != NULL, NULL);

  self = g_new0 (RankleAutosave, 1);
  name = g_strconcat (id, RANKLE_SESSION_SUFFIX, NULL);
  self->folder = g_strdup (folder);
  self->path = g_build_filename (folder, name, NULL);
  self->lock_path = name_lock (self->path);
  self->lock = -1;
  return self;
}

void
rankle_autosave_free (RankleAutosave *self)
{
  if (self == NULL)
    return;
  if (self->lock >= 0)
    close (self->lock);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->lock_path);
  g_free (self);
}

static gboolean
fail (const char *path, GError **error)
{
  int code = errno;

  g_set_error (error, G_IO_ERROR, (gint)g_io_error_from_errno (code), "%s: %s", path,
               g_strerror (code));
  return FALSE;
}

/* The lock's file, locked; -1: somebody has it, or it cannot be had. */
static int
lock_file (const char *path, int flags)
{
  int file = open (path, O_RDWR | O_CLOEXEC | flags, 0600);

  if (file >= 0 && flock (file, LOCK_EX | LOCK_NB) == 0)
    return file;
  if (file >= 0)
    close (file);
  return -1;
}

static gboolean
take_lock (RankleAutosave *self, GError **error)
{
  if (self->lock >= 0)
    return TRUE;
  if (g_mkdir_with_parents (self->folder, 0700) != 0)
    return fail (self->folder, error);
  self->lock = lock_file (self->lock_path, O_CREAT);
  return self->lock >= 0 || fail (self->lock_path, error);
}

gboolean
rankle_autosave_write (RankleAutosave      *self,
                       const RankleSession *session,
                       const char          *path,
                       GError             **error)
{
  g_return_val_if_fail (self != NULL && session != NULL, FALSE);

  return take_lock (self, error) &&
         rankle_session_file_save_copy (session, path, self->path, error);
}

void
rankle_autosave_clear (RankleAutosave *self)
{
  g_return_if_fail (self != NULL);

  if (self->lock < 0)
    return;
  g_unlink (self->path);
  g_unlink (self->lock_path);
  close (self->lock);
  self->lock = -1;
}

/* ---- what was left ---- */

/* One whose lock is gone was left, too: its owner had it longer. */
static gboolean
is_left (const char *path)
{
  g_autofree char *lock_path = name_lock (path);
  int              lock;

  if (!g_file_test (lock_path, G_FILE_TEST_EXISTS))
    return TRUE;
  lock = lock_file (lock_path, 0);
  if (lock < 0)
    return FALSE;
  close (lock);
  return TRUE;
}

static gint64
get_age (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? (gint64)status.st_mtime : 0;
}

static int
compare_ages (gconstpointer a, gconstpointer b)
{
  gint64 first = get_age (*(const char *const *)a);
  gint64 second = get_age (*(const char *const *)b);

  return first < second ? -1 : first > second;
}

char **
rankle_autosave_list_left (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  GPtrArray  *paths = g_ptr_array_new ();
  const char *name;

  g_return_val_if_fail (folder != NULL, NULL);

  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, RANKLE_SESSION_SUFFIX) && is_left (path))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_sort (paths, compare_ages);
  g_ptr_array_add (paths, NULL);
  return (char **)g_ptr_array_free (paths, FALSE);
}

void
rankle_autosave_discard (const char *path)
{
  g_autofree char *lock_path = NULL;

  g_return_if_fail (path != NULL);

  lock_path = name_lock (path);
  g_unlink (path);
  g_unlink (lock_path);
}
