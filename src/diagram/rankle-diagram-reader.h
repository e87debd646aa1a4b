/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-private.h"

G_BEGIN_DECLS

/* Private to the two files of the reader. */

/* Who an arc or a glyph says it belongs to, looked up when all glyphs are known. */
typedef struct
{
  guint       index; /* of the arc or glyph */
  const char *source, *target;
  int         line;
} RankleReference;

typedef struct
{
  RankleDiagram *diagram;
  GArray        *regions; /* (owned): RankleReference of glyphs to compartments */
  GArray        *ends;    /* (owned): RankleReference of arcs */
  GHashTable    *ports;   /* (owned): port id → glyph index + 1 */
  gboolean       has_box; /* the map states its bounds */
} RankleReading;

/* @line: where the trouble is, on failure. */
gboolean _rankle_reading_resolve (RankleReading *reading, int *line, GError **error);

G_END_DECLS
