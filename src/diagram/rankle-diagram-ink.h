/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "rankle-diagram-painter.h"

G_BEGIN_DECLS

/* What the painters of this folder share. Private to it. */

#define RANKLE_INK_LABEL_SIZE 26.0 /* [map units] */

typedef struct
{
  cairo_t                  *cr;
  const RankleDiagram      *diagram;
  RankleDiagramCamera       camera;
  const RankleDiagramTheme *theme;
  RankleDiagramDetail       detail;
} RankleInk;

RankleInk _rankle_ink_new (cairo_t                  *cr,
                           const RankleDiagram      *diagram,
                           RankleDiagramCamera       camera,
                           const RankleDiagramTheme *theme);

void _rankle_ink_set_color (const RankleInk *ink, const RankleDiagramColor *color);
/* The outline of a glyph of @klass, @box in map units, becomes the path. */
void _rankle_ink_trace (const RankleInk *ink, RankleGlyphClass klass, RankleBox box);
/* @width in pixels at the usual zoom; lines grow a little when one comes near. */
double _rankle_ink_get_line_width (const RankleInk *ink, double width);

typedef struct
{
  const char               *text;  /* one line */
  double                    size;  /* [px] */
  double                    align; /* 0: to the left, 0.5: to the middle */
  PangoWeight               weight;
  PangoStyle                style;
  const RankleDiagramColor *color;
  const RankleDiagramColor *halo; /* (nullable): drawn around the letters */
} RankleInkText;

/* In the middle of the height of @box [px] and made smaller where it does not fit; left
 * out where it would be illegible. */
void _rankle_ink_write (const RankleInk *ink, const RankleInkText *text, RankleBox box);
/* Pixels for a text that measures @size map units, the user's scale and legibility
 * regarded. */
double _rankle_ink_get_text_size (const RankleInk *ink, double size);

/* The arc is drawn at this level of detail. */
gboolean _rankle_ink_shows_arc (const RankleInk *ink, guint arc);

/* What is seen of a glyph without a value: regions, processes, hatched entities. */
void _rankle_ink_paint_region (const RankleInk *ink, guint glyph, guint rank);
void _rankle_ink_write_region (const RankleInk *ink, guint glyph);
void _rankle_ink_paint_process (const RankleInk *ink, guint glyph);
void _rankle_ink_paint_hatched (const RankleInk *ink, guint glyph);
void _rankle_ink_paint_arc (const RankleInk *ink, guint arc, double width);
/* Beads of @width on an arc, @phase pixels from its beginning and so on. */
void
_rankle_ink_paint_beads (const RankleInk *ink, guint arc, double width, double phase);

G_END_DECLS
