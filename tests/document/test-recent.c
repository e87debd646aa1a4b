/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "rankle-recent.h"

/* The list of recent files, on any disk and after anything. */

typedef struct
{
  char *folder, *list;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  f->list = g_build_filename (f->folder, "lists", "recently-used.xbel", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autofree char *lists = g_path_get_dirname (f->list);
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  g_unlink (f->list);
  g_rmdir (lists);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->list);
}

/* (transfer full) */
static char *
make_file (Fixture *f, guint i)
{
  g_autofree char *name = g_strdup_printf ("lesson é %u.rankle", i);
  char            *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "{}", -1, NULL));
  return path;
}

static void
assert_first (Fixture *f, const char *path, guint n)
{
  g_auto (GStrv) paths = rankle_recent_list (f->list);

  g_assert_cmpuint (g_strv_length (paths), ==, n);
  if (n > 0)
    g_assert_cmpstr (paths[0], ==, path);
}

static void
test_latest_first (Fixture *f, gconstpointer data)
{
  g_autofree char *first = make_file (f, 1);
  g_autofree char *second = make_file (f, 2);

  assert_first (f, NULL, 0);
  rankle_recent_add (f->list, first);
  rankle_recent_add (f->list, second);
  assert_first (f, second, 2);
  rankle_recent_add (f->list, first); /* it is listed once */
  assert_first (f, first, 2);
  g_unlink (first);
  assert_first (f, second, 1);
  rankle_recent_clear (f->list);
  assert_first (f, NULL, 0);
}

static void
test_no_more (Fixture *f, gconstpointer data)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_free (last);
      last = make_file (f, i);
      rankle_recent_add (f->list, last);
    }
  assert_first (f, last, RANKLE_RECENT_MOST);
}

/* It is no reason not to open a file. */
static void
test_broken_list (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f, 1);

  rankle_recent_add (f->list, path);
  g_assert_true (g_file_set_contents (f->list, "<xbel", -1, NULL));
  assert_first (f, NULL, 0);
  rankle_recent_add (f->list, path);
  assert_first (f, path, 1);
}

static void
test_nowhere_to_write (Fixture *f, gconstpointer data)
{
  g_autofree char *path = make_file (f, 1);

  rankle_recent_add ("/proc/no/such/list", path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test ("/proc/no/such/list", G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/recent/latest-first", test_latest_first);
  ADD ("/recent/no-more", test_no_more);
  ADD ("/recent/broken-list", test_broken_list);
  ADD ("/recent/nowhere-to-write", test_nowhere_to_write);
  return g_test_run ();
}
