/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <string.h>

#include "picture-fixture.h"
#include "rankle-picture-writer.h"

/* Pictures as files. */

static void
test_endings (void)
{
  static const struct
  {
    const char         *path;
    RanklePictureFormat format;
  } good[] = {
    { "a.png", RANKLE_PICTURE_PNG },
    { "/x.pdf/Plot.SVG", RANKLE_PICTURE_SVG },
    { "a.png.Pdf", RANKLE_PICTURE_PDF },
  };
  static const char *const bad[] = { "a", "png", "a.jpg", "a.png.gz", "/a.png/b", "a." };
  RanklePictureFormat      format = RANKLE_N_PICTURE_FORMATS;

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (rankle_picture_format_find (good[i].path, &format, NULL));
      g_assert_cmpint (format, ==, good[i].format);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (rankle_picture_format_find (bad[i], &format, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME);
      g_assert_nonnull (strstr (error->message, ".png, .svg or .pdf"));
    }
}

static GBytes *
write_format (RanklePictureFormat format, double *width, double *height)
{
  g_autoptr (RankleSession) session = picture_open ("lemaire-2004", NULL);
  g_autoptr (RanklePicture) picture = picture_make (session);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = rankle_picture_write (picture, format, &error);

  g_assert_no_error (error);
  rankle_picture_get_size (picture, width, height);
  return bytes;
}

typedef struct
{
  const guint8 *data;
  gsize         length;
} Reading;

static cairo_status_t
read_bytes (void *data, unsigned char *into, unsigned int length)
{
  Reading *reading = data;

  if (length > reading->length)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (into, reading->data, length);
  reading->data += length;
  reading->length -= length;
  return CAIRO_STATUS_SUCCESS;
}

static void
test_png (void)
{
  double width, height;
  g_autoptr (GBytes) bytes = write_format (RANKLE_PICTURE_PNG, &width, &height);
  Reading          reading = { 0 };
  cairo_surface_t *surface;

  reading.data = g_bytes_get_data (bytes, &reading.length);
  surface = cairo_image_surface_create_from_png_stream (read_bytes, &reading);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpuint (reading.length, ==, 0);
  g_assert_cmpint (cairo_image_surface_get_width (surface), ==, (int)(2 * width));
  g_assert_cmpint (cairo_image_surface_get_height (surface), ==, (int)(2 * height));
  cairo_surface_destroy (surface);
}

static void
element_cb (GMarkupParseContext *context,
            const char          *name,
            const char         **names,
            const char         **values,
            gpointer             data,
            GError             **error)
{
  guint *n = data;

  (*n)++;
  /* All of it scales: no picture of pixels is in it. */
  g_assert_cmpstr (name, !=, "image");
}

static void
test_svg (void)
{
  static const GMarkupParser parser = { .start_element = element_cb };
  double                     width, height;
  g_autoptr (GBytes) bytes = write_format (RANKLE_PICTURE_SVG, &width, &height);
  gsize            length;
  const char      *text = g_bytes_get_data (bytes, &length);
  g_autofree char *size =
      g_strdup_printf ("width=\"%.0fpx\" height=\"%.0fpx\"", width, height);
  guint                n = 0;
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &n, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, text, (gssize)length, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 100);
  g_assert_nonnull (g_strstr_len (text, (gssize)length, size));
  g_markup_parse_context_free (context);
}

static void
test_pdf (void)
{
  double width, height;
  g_autoptr (GBytes) bytes = write_format (RANKLE_PICTURE_PDF, &width, &height);
  gsize       length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_true (g_str_has_prefix (text, "%PDF-"));
  g_assert_cmpint (memcmp (text + length - 6, "%%EOF\n", 6), ==, 0);
  g_assert_cmpuint (length, >, 5000);
  /* All of it scales. */
  g_assert_null (g_strstr_len (text, (gssize)length, "/Subtype /Image"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/picture-writer/endings", test_endings);
  g_test_add_func ("/picture-writer/png", test_png);
  g_test_add_func ("/picture-writer/svg", test_svg);
  g_test_add_func ("/picture-writer/pdf", test_pdf);
  return g_test_run ();
}
