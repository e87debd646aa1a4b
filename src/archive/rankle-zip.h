/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ZIP files in memory, in and out: nothing is ever unpacked to the disk, so that a name
 * in one is a name and no place. */

typedef struct
{
  char   *name;    /* (owned) */
  GBytes *content; /* (owned): behind it stands a NUL that its size does not count */
} RankleZipFile;

/* Of a list of files, (owned). */
GPtrArray *rankle_zip_new (void);
/* Takes @content. */
void rankle_zip_add (GPtrArray *files, const char *name, GBytes *content);
/* (transfer none) (nullable) */
GBytes *rankle_zip_find (const GPtrArray *files, const char *name);

/* (transfer full): in their order, of @time [seconds since 1970]. */
GBytes *rankle_zip_write (const GPtrArray *files, gint64 time, GError **error);

/* (transfer full): RankleZipFile *, of @data. Refused with a sentence that begins with
 * @name: what is no ZIP or no whole one, what is encrypted, a name that is there twice,
 * and what comes to more files or bytes than Rankle accepts, however small it is packed.
 */
GPtrArray *
rankle_zip_read (const void *data, gsize size, const char *name, GError **error);

G_END_DECLS
