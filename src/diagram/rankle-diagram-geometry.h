/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram.h"

G_BEGIN_DECLS

/* Pure geometry of the map; private to this folder and its tests. */

RanklePoint rankle_box_get_center (RankleBox box);
RankleBox   rankle_box_grow (RankleBox box, double by);
/* The least whole pixels around @box. */
cairo_rectangle_int_t rankle_box_to_pixels (RankleBox box);
gboolean              rankle_box_contains (RankleBox box, RanklePoint point);
gboolean              rankle_box_encloses (RankleBox outer, RankleBox inner);
gboolean              rankle_box_overlaps (RankleBox a, RankleBox b);
gboolean rankle_segment_crosses_box (RanklePoint a, RanklePoint b, RankleBox box);
gboolean
rankle_segments_cross (RanklePoint a, RanklePoint b, RanklePoint c, RanklePoint d);

/* Appends the outline of a glyph of @klass in @box to the path of @cr. */
void rankle_glyph_trace (cairo_t *cr, RankleGlyphClass klass, RankleBox box);
/* @point lies in the glyph's shape, grown by @reach. */
gboolean
rankle_glyph_contains (const RankleGlyph *glyph, RanklePoint point, double reach);
/* Where the segment from @outside to @inside enters the glyph's shape; @inside if it
 * never does. */
RanklePoint
rankle_glyph_clip (const RankleGlyph *glyph, RanklePoint outside, RanklePoint inside);

/* How far an arrowhead of @klass reaches back from the end of its arc, in units of its
 * size. */
double rankle_arc_head_length (RankleArcClass klass);
/* Strokes and fills the head at @tip, coming from @from; @size in the units of @cr. */
void rankle_arc_paint_head (
    cairo_t *cr, RankleArcClass klass, RanklePoint from, RanklePoint tip, double size);

G_END_DECLS
