/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "rankle-catalog.h"
#include "rankle-diagram-values.h"

/* A model in a file, and the diagram that it brings. */

#define MODEL "model own\n  x = 1; x' = -x\nend\n"
#define SIDECAR(diagram)                                                                 \
  "{\n \"schema\": 1,\n \"horizon\": 1,\n \"diagram\": \"" diagram "\"\n}\n"
#define MAP                                                                              \
  "<sbgn><map language=\"process description\">\n"                                       \
  "<glyph id=\"x\" class=\"macromolecule\"><label text=\"Ex\"/>"                         \
  "<bbox x=\"0\" y=\"0\" w=\"100\" h=\"50\"/></glyph></map></sbgn>\n"

static char *folder;

static char *
name_file (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static void
write_file (const char *name, const char *text, gssize length)
{
  g_autofree char *path = name_file (name);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, length, NULL));
}

static void
remove_file (const char *name)
{
  g_autofree char *path = name_file (name);

  g_assert_true (g_remove (path) == 0 || errno == ENOENT);
}

static RankleModel *
open_with (const char *sidecar, GError **error)
{
  g_autofree char *path = name_file ("own.ant");

  write_file ("own.ant", MODEL, -1);
  write_file ("own.json", sidecar, -1);
  return rankle_catalog_load (path, error);
}

/* (transfer full): it opens, whatever becomes of its map. */
static RankleModel *
open_well (const char *sidecar)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = open_with (sidecar, &error);

  g_assert_no_error (error);
  return model;
}

static void
assert_no_map (const char *sidecar, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = open_well (sidecar);
  g_autoptr (RankleDiagram) diagram = rankle_diagram_load_for (model, &error);

  g_assert_null (diagram);
  g_assert_nonnull (error);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
assert_map (const char *sidecar, const char *glyph)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = open_well (sidecar);
  g_autoptr (RankleDiagram) diagram = rankle_diagram_load_for (model, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rankle_diagram_find (diagram, glyph), !=, RANKLE_NO_GLYPH);
}

#define MISSING                                                                          \
  "own.json:4: diagram: there is no file “own.sbgn” beside it that can be read"

static void
test_own (void)
{
  write_file ("own.sbgn", MAP, -1);
  assert_map (SIDECAR ("own.sbgn"), "x");
  remove_file ("own.sbgn");
  write_file ("maps/own.sbgn", MAP, -1);
  assert_map (SIDECAR ("maps/own.sbgn"), "x");
  remove_file ("maps/own.sbgn");
  remove_file ("maps");
}

/* Unless there lies one of that name beside it. */
static void
test_bundled (void)
{
  assert_map (SIDECAR ("rankl-pathway.sbgn"), "NFATc1");
  write_file ("rankl-pathway.sbgn", MAP, -1);
  assert_map (SIDECAR ("rankl-pathway.sbgn"), "x");
  remove_file ("rankl-pathway.sbgn");
}

static void
test_missing (void)
{
  assert_no_map (SIDECAR ("own.sbgn"), MISSING);
  write_file ("own.sbgn/within", "", 0);
  assert_no_map (SIDECAR ("own.sbgn"), MISSING);
  remove_file ("own.sbgn/within");
  remove_file ("own.sbgn");
}

static void
test_broken (void)
{
  write_file ("own.sbgn", "<sbgn>\n<map>\n", -1);
  assert_no_map (SIDECAR ("own.sbgn"), "own.sbgn:2: map has no language");
  write_file ("own.sbgn", "", 0);
  assert_no_map (SIDECAR ("own.sbgn"), "own.sbgn:1: Document was empty or contained only "
                                       "whitespace");
  remove_file ("own.sbgn");
}

/* As large as a map may be, and a byte more. */
static void
test_large (void)
{
  gsize            most = 4 * 1024 * 1024;
  g_autofree char *text = g_strnfill (most + 1, ' ');

  memcpy (text, MAP, strlen (MAP));
  write_file ("own.sbgn", text, (gssize)most);
  assert_map (SIDECAR ("own.sbgn"), "x");
  write_file ("own.sbgn", text, (gssize)most + 1);
  assert_no_map (SIDECAR ("own.sbgn"), MISSING);
  remove_file ("own.sbgn");
}

/* Nothing outside of the folder is read, by name or by link. */
static void
test_escape (void)
{
  static const char *const sidecars[] = { SIDECAR ("../own.sbgn"),
                                          SIDECAR ("a/../../own.sbgn"),
                                          SIDECAR ("/etc/hostname"),
                                          SIDECAR ("./own.sbgn") };

  for (guint i = 0; i < G_N_ELEMENTS (sidecars); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleModel) model = open_with (sidecars[i], &error);

      g_assert_null (model);
      g_assert_cmpstr (error->message, ==,
                       "own.json:4: diagram: must be in the folder of this file, or "
                       "beneath it");
    }
}

static void
test_link (void)
{
  g_autofree char *link = name_file ("own.sbgn");
  g_autofree char *outside =
      g_build_filename (g_get_tmp_dir (), "rankle-map-XXXXXX", NULL);
  int file = g_mkstemp (outside);

  g_assert_cmpint (write (file, MAP, strlen (MAP)), ==, (int)strlen (MAP));
  close (file);
  g_assert_cmpint (symlink (outside, link), ==, 0);
  assert_no_map (SIDECAR ("own.sbgn"), MISSING);
  remove_file ("own.sbgn");
  g_unlink (outside);
  write_file ("inside.sbgn", MAP, -1);
  g_assert_cmpint (symlink ("inside.sbgn", link), ==, 0);
  assert_map (SIDECAR ("own.sbgn"), "x");
  remove_file ("own.sbgn");
  remove_file ("inside.sbgn");
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_test_add_func ("/own-diagram/own", test_own);
  g_test_add_func ("/own-diagram/bundled", test_bundled);
  g_test_add_func ("/own-diagram/missing", test_missing);
  g_test_add_func ("/own-diagram/broken", test_broken);
  g_test_add_func ("/own-diagram/large", test_large);
  g_test_add_func ("/own-diagram/escape", test_escape);
  g_test_add_func ("/own-diagram/link", test_link);
  status = g_test_run ();
  remove_file ("own.ant");
  remove_file ("own.json");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
  return status;
}
