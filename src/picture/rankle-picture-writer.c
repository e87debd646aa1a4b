/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-picture-writer.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#define PNG_SCALE 2
/* PDF counts in points. */
#define POINTS_PER_PIXEL (72.0 / 96)

static const char *const endings[] = {
  [RANKLE_PICTURE_PNG] = "png",
  [RANKLE_PICTURE_SVG] = "svg",
  [RANKLE_PICTURE_PDF] = "pdf",
};

const char *
rankle_picture_format_get_ending (RanklePictureFormat format)
{
  g_return_val_if_fail (format < RANKLE_N_PICTURE_FORMATS, NULL);

  return endings[format];
}

gboolean
rankle_picture_format_find (const char *path, RanklePictureFormat *format, GError **error)
{
  g_autofree char *name = NULL;
  const char      *dot;

  g_return_val_if_fail (path != NULL && format != NULL, FALSE);

  name = g_filename_display_basename (path);
  dot = strrchr (name, '.');
  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    if (g_ascii_strcasecmp (dot + 1, endings[i]) == 0)
      {
        *format = (RanklePictureFormat)i;
        return TRUE;
      }
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
               /* Translators: %s is the name of a file */
               _ ("%s: the name of a picture ends in .png, .svg or .pdf"), name);
  return FALSE;
}

/* ---- surfaces ---- */

static cairo_status_t
take_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_svg (GByteArray *into, double width, double height)
{
  cairo_surface_t *surface =
      cairo_svg_surface_create_for_stream (take_bytes, into, width, height);

  cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
  return surface;
}

static cairo_surface_t *
create_pdf (GByteArray *into, double width, double height, const char *title)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      take_bytes, into, width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Rankle " PACKAGE_VERSION);
  return surface;
}

typedef struct
{
  double             width, height; /* [px] */
  const char        *title;
  RanklePicturePaint paint;
  gconstpointer      data;
} Sheet;

static cairo_surface_t *
create_surface (const Sheet        *sheet,
                RanklePictureFormat format,
                GByteArray         *into,
                double             *scale)
{
  *scale = 1;
  switch (format)
    {
    case RANKLE_PICTURE_SVG:
      return create_svg (into, sheet->width, sheet->height);
    case RANKLE_PICTURE_PDF:
      *scale = POINTS_PER_PIXEL;
      return create_pdf (into, sheet->width, sheet->height, sheet->title);
    case RANKLE_PICTURE_PNG:
    case RANKLE_N_PICTURE_FORMATS:
    default:
      *scale = PNG_SCALE;
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                         (int)ceil (sheet->width * PNG_SCALE),
                                         (int)ceil (sheet->height * PNG_SCALE));
    }
}

static cairo_status_t
paint (const Sheet *sheet, cairo_surface_t *surface, double scale)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, scale, scale);
  sheet->paint (cr, sheet->data);
  cairo_show_page (cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

static GBytes *
write_sheet (const Sheet *sheet, RanklePictureFormat format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;
  double           scale;

  surface = create_surface (sheet, format, bytes, &scale);
  status = paint (sheet, surface, scale);
  if (status == CAIRO_STATUS_SUCCESS && format == RANKLE_PICTURE_PNG)
    status = cairo_surface_write_to_png_stream (surface, take_bytes, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is the reason */
               _ ("The picture cannot be painted: %s"), cairo_status_to_string (status));
  return NULL;
}

GBytes *
rankle_picture_write_painted (double              width,
                              double              height,
                              const char         *title,
                              RanklePicturePaint  paint_func,
                              gconstpointer       data,
                              RanklePictureFormat format,
                              GError            **error)
{
  const Sheet sheet = { width, height, title, paint_func, data };

  g_return_val_if_fail (title != NULL && paint_func != NULL, NULL);
  g_return_val_if_fail (format < RANKLE_N_PICTURE_FORMATS, NULL);

  return write_sheet (&sheet, format, error);
}

static void
paint_cb (cairo_t *cr, gconstpointer picture)
{
  rankle_picture_paint (picture, cr);
}

GBytes *
rankle_picture_write (const RanklePicture *picture,
                      RanklePictureFormat  format,
                      GError             **error)
{
  Sheet sheet = { .paint = paint_cb, .data = picture };

  g_return_val_if_fail (picture != NULL && format < RANKLE_N_PICTURE_FORMATS, NULL);

  rankle_picture_get_size (picture, &sheet.width, &sheet.height);
  sheet.title = rankle_picture_get_title (picture);
  return write_sheet (&sheet, format, error);
}
