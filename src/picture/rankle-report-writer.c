/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "rankle-report.h"

/* PDF counts in points. */
#define POINTS_PER_PIXEL (72.0 / 96)

static cairo_status_t
take_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
create_surface (const RankleReport *report, GByteArray *into)
{
  double           width, height;
  cairo_surface_t *surface;

  rankle_report_get_size (report, &width, &height);
  surface = cairo_pdf_surface_create_for_stream (
      take_bytes, into, width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  rankle_report_get_title (report));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Rankle " PACKAGE_VERSION);
  /* Without it the hour would be written, and no two files would be the same. */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, NULL);
  return surface;
}

static cairo_status_t
paint (const RankleReport *report, cairo_surface_t *surface)
{
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_scale (cr, POINTS_PER_PIXEL, POINTS_PER_PIXEL);
  for (guint i = 0; i < rankle_report_get_n_pages (report); i++)
    {
      rankle_report_paint (report, i, cr);
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  return status;
}

GBytes *
rankle_report_write (const RankleReport *report, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t   status;

  g_return_val_if_fail (report != NULL, NULL);

  surface = create_surface (report, bytes);
  status = paint (report, surface);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               /* Translators: %s is the reason */
               _ ("The report cannot be painted: %s"), cairo_status_to_string (status));
  return NULL;
}
