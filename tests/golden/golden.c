/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "golden.h"

#include <glib/gstdio.h>

/* Pictures as they should be. One that differs is left in the build folder as
 * NAME.out.png, with NAME.diff.png, which shows in red where. If a change of the ink is
 * wanted, look at both, and then renew the pictures with
 *
 *   RANKLE_RENEW_GOLDEN=1 meson test -C build golden-plot golden-map golden-scan \
 *     golden-picture golden-complex
 *
 * and commit them with the change. The tests are then skipped, not passed.
 */

/* Of a channel, of 255. Cairo 1.16 and 1.18 differ at some joints of curves, two or three
 * pixels of a picture by up to 9; elsewhere by 1. */
#define TOLERANCE        2
#define JOINTS_TOLERANCE 16
#define MOST_JOINTS      12 /* pixels */

void
golden_init (int *argc, char ***argv)
{
  g_autofree char *fonts = NULL;

  g_test_init (argc, argv, NULL);
  fonts = g_test_build_filename (G_TEST_BUILT, "golden", "fonts.conf", NULL);
  g_assert_true (g_file_test (fonts, G_FILE_TEST_IS_REGULAR));
  g_setenv ("FONTCONFIG_FILE", fonts, TRUE);
}

cairo_surface_t *
golden_create_surface (int width, int height)
{
  return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
}

static char *
build_path (GTestFileType where, const char *name, const char *ending)
{
  g_autofree char *file = g_strconcat (name, ending, NULL);

  return g_test_build_filename (where, "golden", file, NULL);
}

static void
write_picture (cairo_surface_t *surface, const char *path)
{
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
}

static guint32 *
get_row (cairo_surface_t *surface, int y)
{
  return (guint32 *)(gpointer)(cairo_image_surface_get_data (surface) +
                               y * cairo_image_surface_get_stride (surface));
}

/* The greatest of a channel. */
static int
get_difference (guint32 a, guint32 b)
{
  int most = 0;

  for (guint shift = 0; shift < 24; shift += 8)
    most = MAX (most, ABS ((int)(a >> shift & 0xff) - (int)(b >> shift & 0xff)));
  return most;
}

static guint32
fade (guint32 pixel)
{
  return 0xc0c0c0 + (pixel >> 2 & 0x3f3f3f);
}

/* Makes of @expected a picture of where @surface differs, and counts these pixels; @most:
 * by how much. */
static guint
mark_differences (cairo_surface_t *expected, cairo_surface_t *surface, int *most)
{
  guint n = 0;

  *most = 0;
  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    {
      const guint32 *is = get_row (surface, y);
      guint32       *should = get_row (expected, y);

      for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
        {
          int difference = get_difference (is[x], should[x]);

          *most = MAX (*most, difference);
          n += difference > TOLERANCE;
          should[x] = difference > TOLERANCE ? 0xff0000 : fade (should[x]);
        }
    }
  cairo_surface_mark_dirty (expected);
  return n;
}

static gboolean
has_size_of (cairo_surface_t *a, cairo_surface_t *b)
{
  return cairo_image_surface_get_width (a) == cairo_image_surface_get_width (b) &&
         cairo_image_surface_get_height (a) == cairo_image_surface_get_height (b);
}

/* As RGB24, whatever kind of PNG it is. */
static cairo_surface_t *
load (const char *path)
{
  cairo_surface_t *png = cairo_image_surface_create_from_png (path);
  cairo_surface_t *surface = golden_create_surface (cairo_image_surface_get_width (png),
                                                    cairo_image_surface_get_height (png));
  cairo_t         *cr = cairo_create (surface);

  cairo_set_source_surface (cr, png, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (png);
  cairo_surface_flush (surface);
  return surface;
}

static void
compare (cairo_surface_t *surface, const char *name, const char *golden)
{
  g_autofree char *out = build_path (G_TEST_BUILT, name, ".out.png");
  g_autofree char *diff = build_path (G_TEST_BUILT, name, ".diff.png");
  cairo_surface_t *expected = load (golden);
  guint            n;
  int              most;

  g_remove (out);
  g_remove (diff);
  if (!has_size_of (surface, expected))
    {
      write_picture (surface, out);
      g_test_fail_printf ("%s is not there or of another size; painted: %s", golden, out);
      cairo_surface_destroy (expected);
      return;
    }
  n = mark_differences (expected, surface, &most);
  if (n > MOST_JOINTS || most > JOINTS_TOLERANCE)
    {
      write_picture (surface, out);
      write_picture (expected, diff);
      g_test_fail_printf (
          "%u pixels are not as in %s, by up to %d of 255; painted: %s; where: %s", n,
          golden, most, out, diff);
    }
  cairo_surface_destroy (expected);
}

void
golden_compare (cairo_surface_t *surface, const char *name)
{
  g_autofree char *golden = build_path (G_TEST_DIST, name, ".png");

  cairo_surface_flush (surface);
  if (g_getenv ("RANKLE_RENEW_GOLDEN") != NULL)
    {
      write_picture (surface, golden);
      g_test_skip ("the picture was renewed");
    }
  else
    compare (surface, name, golden);
  cairo_surface_destroy (surface);
}
