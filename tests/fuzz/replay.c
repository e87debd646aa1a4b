/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* In libFuzzer's place, for any compiler: puts every file of the folders named on the
 * command line to one target. What once went wrong must not go wrong again; that nothing
 * crashes is the whole test. */

#include <gio/gio.h>

#include "fuzz-target.h"

static void
replay (gconstpointer data)
{
  const char      *path = data;
  g_autofree char *text = NULL;
  gsize            length;
  GError          *error = NULL;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const guint8 *)text, length);
}

static void
add_folder (const char *folder)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *group = g_path_get_basename (parent);
  GError          *error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s", group, name);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), replay,
                                 g_free);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);
  return g_test_run ();
}
