/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-canvas.h"
#include "rankle-painter.h"

G_BEGIN_DECLS

/**
 * RankleDiagramFront:
 *
 * A canvas that a painter paints on.
 */
typedef struct _RankleDiagramFront RankleDiagramFront;

/* @painter is Borrowed, and outlives it. */
RankleDiagramFront *rankle_diagram_front_new (RankleDiagram *diagram,
                                              RanklePainter *painter);
void                rankle_diagram_front_free (RankleDiagramFront *front);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleDiagramFront, rankle_diagram_front_free)

/* The map is being painted so; where it is already, nothing is done. @states: of each
 * glyph, copied. */
void rankle_diagram_front_begin (RankleDiagramFront       *front,
                                 const RankleDiagramSight *sight,
                                 const RankleGlyphState   *states);
/* (transfer none): the map and its legend so. Waits for the painter, or paints. The
 * surface goes with the next call of either, or with @front. */
cairo_surface_t *rankle_diagram_front_get (RankleDiagramFront       *front,
                                           const RankleDiagramSight *sight,
                                           const RankleGlyphState   *states);

G_END_DECLS
