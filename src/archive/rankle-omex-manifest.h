/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One file as a manifest lists it; all (owned). */
typedef struct
{
  char    *location; /* as the archive's list has it: without "./" */
  char    *format;   /* a URI */
  gboolean is_master;
} RankleOmexContent;

/* (transfer full): RankleOmexContent *, in their order. @name stands before messages. */
GPtrArray *rankle_omex_manifest_read (GBytes *text, const char *name, GError **error);

G_END_DECLS
