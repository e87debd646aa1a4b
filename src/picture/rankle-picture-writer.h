/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_PICTURE_PNG,
  RANKLE_PICTURE_SVG,
  RANKLE_PICTURE_PDF,
  RANKLE_N_PICTURE_FORMATS
} RanklePictureFormat;

/* "png", without the dot. */
const char *rankle_picture_format_get_ending (RanklePictureFormat format);
/* The ending of @path says what is to be written; FALSE, with a sentence, if it does not.
 */
gboolean rankle_picture_format_find (const char          *path,
                                     RanklePictureFormat *format,
                                     GError             **error);

/* (transfer full): the whole file; two pixels for each of the picture where they are
 * counted. NULL: it is too large for that. */
GBytes *rankle_picture_write (const RanklePicture *picture,
                              RanklePictureFormat  format,
                              GError             **error);

/* Paints from the origin, a unit a pixel. */
typedef void (*RanklePicturePaint) (cairo_t *cr, gconstpointer data);

/* (transfer full): likewise, of what @paint paints, @width times @height [px]. @title:
 * what it is of, in a line. */
GBytes *rankle_picture_write_painted (double              width,
                                      double              height,
                                      const char         *title,
                                      RanklePicturePaint  paint,
                                      gconstpointer       data,
                                      RanklePictureFormat format,
                                      GError            **error);

G_END_DECLS
