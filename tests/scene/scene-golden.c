/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene-golden.h"

#include <glib/gstdio.h>
#include <string.h>

/* Pictures as they should be. One that differs is left in the build folder as
 * NAME.want.png, NAME.got.png and NAME.difference.png, which is the brighter the more it
 * is off. If a change of the picture is wanted, look at all three, and then renew them
 * with
 *
 *   RANKLE_RENEW_GOLDEN=1 meson test -C build golden-scene
 *
 * and commit them with the change. The tests are then skipped, not passed. driver.txt
 * beside them says who has drawn them.
 */

#define CLEARLY 8 /* of 255 */
#define BRIGHT  8 /* how much a difference is enlarged */

static char *
build_path (GTestFileType where, const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  return g_test_build_filename (where, "scene", "golden", file, NULL);
}

static guint32 *
get_row (cairo_surface_t *surface, int y)
{
  return (guint32 *)(gpointer)(cairo_image_surface_get_data (surface) +
                               y * cairo_image_surface_get_stride (surface));
}

/* By channel, as a pixel. */
static guint32
subtract (guint32 a, guint32 b)
{
  guint32 difference = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    difference |= (guint32)ABS ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff))
                  << shift;
  return difference;
}

static void
add_pixel (guint32 difference, SceneDifference *sum)
{
  guint most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    {
      most = MAX (most, difference >> shift & 0xff);
      sum->mean += difference >> shift & 0xff;
    }
  sum->share += most > CLEARLY;
  sum->n += most > 0;
}

SceneDifference
scene_compare (cairo_surface_t *a, cairo_surface_t *b)
{
  int             width = cairo_image_surface_get_width (a);
  int             height = cairo_image_surface_get_height (a);
  SceneDifference sum = { 0 };

  g_assert_cmpint (cairo_image_surface_get_width (b), ==, width);
  g_assert_cmpint (cairo_image_surface_get_height (b), ==, height);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      add_pixel (subtract (get_row (a, y)[x], get_row (b, y)[x]), &sum);
  sum.share /= width * height;
  sum.mean /= 3.0 * width * height;
  return sum;
}

gboolean
scene_differs (SceneDifference difference)
{
  return difference.share > SCENE_MOST_SHARE || difference.mean > SCENE_MOST_MEAN;
}

/* As RGB24, whatever kind of PNG it is. */
cairo_surface_t *
scene_golden_load (const char *name)
{
  g_autofree char *path = build_path (G_TEST_DIST, name, ".png");
  cairo_surface_t *png = cairo_image_surface_create_from_png (path);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (png),
                                  cairo_image_surface_get_height (png));
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpint (cairo_surface_status (png), ==, CAIRO_STATUS_SUCCESS);
  cairo_set_source_surface (cr, png, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (png);
  cairo_surface_flush (surface);
  return surface;
}

/* ---- comparing with what should be ---- */

static void
write_picture (cairo_surface_t *surface,
               GTestFileType    where,
               const char      *name,
               const char      *ending)
{
  g_autofree char *path = build_path (where, name, ending);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
}

static guint32
brighten (guint32 difference)
{
  guint32 bright = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    bright |= MIN (255, BRIGHT * (difference >> shift & 0xff)) << shift;
  return bright;
}

/* Leaves all three; @want becomes the difference. */
static void
write_all (cairo_surface_t *want, cairo_surface_t *got, const char *name)
{
  write_picture (want, G_TEST_BUILT, name, ".want.png");
  write_picture (got, G_TEST_BUILT, name, ".got.png");
  for (int y = 0; y < cairo_image_surface_get_height (want); y++)
    for (int x = 0; x < cairo_image_surface_get_width (want); x++)
      get_row (want, y)[x] =
          brighten (subtract (get_row (want, y)[x], get_row (got, y)[x]));
  cairo_surface_mark_dirty (want);
  write_picture (want, G_TEST_BUILT, name, ".difference.png");
}

static gboolean
is_same_driver (const char *driver)
{
  g_autofree char *path = build_path (G_TEST_DIST, "driver", ".txt");
  g_autofree char *recorded = NULL;

  g_assert_true (g_file_get_contents (path, &recorded, NULL, NULL));
  return strcmp (g_strchomp (recorded), driver) == 0;
}

static void
renew (cairo_surface_t *surface, const char *name, const char *driver)
{
  g_autofree char *path = build_path (G_TEST_DIST, "driver", ".txt");
  g_autofree char *line = g_strconcat (driver, "\n", NULL);

  write_picture (surface, G_TEST_DIST, name, ".png");
  g_assert_true (g_file_set_contents (path, line, -1, NULL));
  g_test_skip ("the picture was renewed");
}

void
scene_golden_check (cairo_surface_t *surface, const char *name, const char *driver)
{
  gboolean         is_same;
  cairo_surface_t *want;
  SceneDifference  difference;

  if (g_getenv ("RANKLE_RENEW_GOLDEN") != NULL)
    {
      renew (surface, name, driver);
      return;
    }
  is_same = is_same_driver (driver);
  want = scene_golden_load (name);
  difference = scene_compare (want, surface);
  if (is_same ? difference.n > 0 : scene_differs (difference))
    {
      write_all (want, surface, name);
      g_test_fail_printf (
          "%s.png, drawn by %s, differs: %u pixels, %.2f %% of them clearly, "
          "by %.3f of 255 on average; see %s.*.png in the build folder",
          name, is_same ? "the driver that drew it" : driver, difference.n,
          100 * difference.share, difference.mean, name);
    }
  cairo_surface_destroy (want);
}
