/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-painter.h"

G_BEGIN_DECLS

/**
 * RankleDiagramCanvas:
 *
 * The picture as it was painted last, so that only what looks different is painted again:
 * the same pixels at a fraction of the cost. One thread at a time may use it.
 */
typedef struct _RankleDiagramCanvas RankleDiagramCanvas;

/**
 * RankleDiagramSight:
 * @scale: device pixels a pixel
 * @theme: whose font is an interned string
 */
typedef struct
{
  RankleDiagramCamera camera;
  int                 width, height; /* [px] */
  int                 scale;
  RankleDiagramTheme  theme;
} RankleDiagramSight;

/* TRUE: a map looks the same by both. */
gboolean rankle_diagram_sight_equal (const RankleDiagramSight *a,
                                     const RankleDiagramSight *b);

RankleDiagramCanvas *rankle_diagram_canvas_new (RankleDiagram *diagram);
void                 rankle_diagram_canvas_free (RankleDiagramCanvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleDiagramCanvas, rankle_diagram_canvas_free)

/* The map and its legend as seen by @sight, in a surface that stays the canvas's. */
cairo_surface_t *rankle_diagram_canvas_paint (RankleDiagramCanvas      *canvas,
                                              const RankleDiagramSight *sight,
                                              const RankleGlyphState   *states);
/* How many device pixels the last call painted anew. */
guint64 rankle_diagram_canvas_get_n_painted (const RankleDiagramCanvas *canvas);

G_END_DECLS
