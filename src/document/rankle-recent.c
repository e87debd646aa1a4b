/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-recent.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* So many are kept, since some may come back: a disk that is plugged in again. */
#define KEPT 30

char *
rankle_recent_dup_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "rankle", "recently-used.xbel", NULL);
}

static GBookmarkFile *
load (const char *list)
{
  GBookmarkFile *bookmarks = g_bookmark_file_new ();

  g_bookmark_file_load_from_file (bookmarks, list, NULL); /* else it is empty */
  return bookmarks;
}

/* One and the same moment may see several. */
static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  GDateTime *first =
      g_bookmark_file_get_visited_date_time (data, *(const char *const *)a, NULL);
  GDateTime *second =
      g_bookmark_file_get_visited_date_time (data, *(const char *const *)b, NULL);

  g_assert (first != NULL && second != NULL); /* both are in the list */
  return g_date_time_compare (second, first);
}

/* (transfer full): the latest first. */
static char **
list_uris (GBookmarkFile *bookmarks)
{
  gsize  n;
  char **uris = g_bookmark_file_get_uris (bookmarks, &n);

  g_qsort_with_data (uris, (int)n, sizeof (char *), compare, bookmarks);
  return uris;
}

static void
forget_oldest (GBookmarkFile *bookmarks)
{
  g_auto (GStrv) uris = list_uris (bookmarks);

  for (guint i = KEPT; i < g_strv_length (uris); i++)
    g_bookmark_file_remove_item (bookmarks, uris[i], NULL);
}

void
rankle_recent_add (const char *list, const char *path)
{
  g_autoptr (GBookmarkFile) bookmarks = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *folder = NULL;
  g_autofree char *absolute = NULL;
  g_autofree char *uri = NULL;

  g_return_if_fail (list != NULL && path != NULL);

  absolute = g_canonicalize_filename (path, NULL);
  uri = g_filename_to_uri (absolute, NULL, NULL);
  g_assert (uri != NULL); /* it is absolute */
  folder = g_path_get_dirname (list);
  bookmarks = load (list);
  g_bookmark_file_add_application (bookmarks, uri, "rankle", "rankle %f");
  g_bookmark_file_set_mime_type (bookmarks, uri, "application/octet-stream");
  g_bookmark_file_set_visited_date_time (bookmarks, uri, now);
  forget_oldest (bookmarks);
  g_mkdir_with_parents (folder, 0700);
  g_bookmark_file_to_file (bookmarks, list, NULL);
}

char **
rankle_recent_list (const char *list)
{
  g_autoptr (GBookmarkFile) bookmarks = NULL;
  g_auto (GStrv) uris = NULL;
  GPtrArray *paths;

  g_return_val_if_fail (list != NULL, NULL);

  bookmarks = load (list);
  uris = list_uris (bookmarks);
  paths = g_ptr_array_new ();
  for (char **uri = uris; *uri != NULL && paths->len < RANKLE_RECENT_MOST; uri++)
    {
      g_autofree char *path = g_filename_from_uri (*uri, NULL, NULL);

      if (path != NULL && g_file_test (path, G_FILE_TEST_EXISTS))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  g_ptr_array_add (paths, NULL);
  return (char **)g_ptr_array_free (paths, FALSE);
}

void
rankle_recent_clear (const char *list)
{
  g_return_if_fail (list != NULL);

  g_unlink (list);
}
