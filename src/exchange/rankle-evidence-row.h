/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"

G_BEGIN_DECLS

/* Where something is said: a table's name, and a line of it. */
typedef struct
{
  const char *name;
  guint       line;
} RanklePlace;

#define RANKLE_TABLE_COLUMNS_MAX 20

/* Of a table's head: the field of each column that it may have, -1: it has none. */
typedef struct
{
  int   at[RANKLE_TABLE_COLUMNS_MAX];
  guint n;
} RankleTableColumns;

/* FALSE, always: "name:line: what". */
gboolean
_rankle_place_fail (const RanklePlace *place, GError **error, const char *format, ...)
    G_GNUC_PRINTF (3, 4);

gboolean _rankle_evidence_head_read (const RanklePlace  *place,
                                     const GPtrArray    *fields,
                                     RankleTableColumns *columns,
                                     GError            **error);

/* @row points into @fields, which it may change. */
gboolean _rankle_evidence_row_read (const RanklePlace        *place,
                                    const RankleTableColumns *columns,
                                    const GPtrArray          *fields,
                                    RankleEvidenceRow        *row,
                                    GError                  **error);

G_END_DECLS
