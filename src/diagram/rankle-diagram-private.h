/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram.h"

G_BEGIN_DECLS

/* Filled by the reader, constant once it has been returned. */
struct _RankleDiagram
{
  gatomicrefcount ref_count;
  GStringChunk   *strings; /* (owned): every text of the glyphs and arcs */
  GArray         *glyphs;  /* (owned): RankleGlyph */
  GArray         *arcs;    /* (owned): RankleArc */
  GHashTable     *by_id;   /* (owned): id → glyph index + 1 */
  GPtrArray      *levels;  /* (owned): names, kept in @strings */
  RankleBox       bounds;
  RankleDiagram  *whole; /* (owned) (nullable): whose texts these are */
};

RankleDiagram *_rankle_diagram_alloc (void);

G_END_DECLS
