/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-private.h"

G_BEGIN_DECLS

/* Private to the files of the reader. */

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
  GArray        *regions;  /* (owned): RankleReference of glyphs to compartments */
  GArray        *callouts; /* (owned): RankleReference of annotations to glyphs */
  GArray        *ends;     /* (owned): RankleReference of arcs */
  GArray        *levels;   /* (owned): RankleReference of levels to ids of glyphs */
  GHashTable    *ports;    /* (owned): port id → glyph index + 1 */
  gboolean       has_box;  /* the map states its bounds */
} RankleReading;

#define RANKLE_READING_MOST_TEXT 2000 /* bytes */
#define RANKLE_READING_CONTENT   RANKLE_DIAGRAM_ERROR, RANKLE_DIAGRAM_ERROR_CONTENT
#define RANKLE_READING_LIMIT     RANKLE_DIAGRAM_ERROR, RANKLE_DIAGRAM_ERROR_LIMIT

/* Of an element that is being begun. */
typedef struct
{
  RankleReading *reading;
  const char    *element;
  const char   **names, **values;
} RankleAttributes;

/* (nullable) */
const char *_rankle_attributes_find (const RankleAttributes *attributes,
                                     const char             *name);
/* It has to be there, not empty and of a sensible length. */
const char *_rankle_attributes_need (const RankleAttributes *attributes,
                                     const char             *name,
                                     GError                **error);
gboolean    _rankle_attributes_read_number (const RankleAttributes *attributes,
                                            const char             *name,
                                            double                 *number,
                                            GError                **error);
gboolean    _rankle_attributes_read_point (const RankleAttributes *attributes,
                                           RanklePoint            *point,
                                           GError                **error);

/* What of @text there is room for in a message. It lives as long as the map. */
const char *_rankle_reading_clip (RankleReading *reading, const char *text);
/* @line: where the trouble is, on failure. */
gboolean _rankle_reading_resolve (RankleReading *reading, int *line, GError **error);

G_END_DECLS
