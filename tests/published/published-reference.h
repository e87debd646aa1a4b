/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A trajectory that another program computed. */
typedef struct
{
  char  **heads; /* (owned): of the columns, time first */
  guint   n_columns, n_rows;
  double *values; /* (owned): row by row */
} PublishedReference;

/* @text: comma-separated, with a row of heads. Whatever is wrong is a failed test. */
PublishedReference published_reference_parse (const char *text);
void               published_reference_clear (PublishedReference *reference);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PublishedReference, published_reference_clear)

double
published_reference_get (const PublishedReference *reference, guint row, guint column);

G_END_DECLS
