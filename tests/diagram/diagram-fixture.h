/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-theme.h"
#include "rankle-diagram.h"

G_BEGIN_DECLS

/* A map of what stands between its tags. */
#define MAP(content)                                                                     \
  "<sbgn><map language='process description'>\n" content "\n</map></sbgn>"
#define GLYPH(id, class, x, y, w, h)                                                     \
  "<glyph id='" id "' class='" class "'><label text='" id "'/><bbox x='" #x "' y='" #y   \
                                     "' w='" #w "' h='" #h "'/></glyph>\n"
#define ARC(id, class, source, target, x1, y1, x2, y2)                                   \
  "<arc id='" id "' class='" class "' source='" source "' target='" target               \
                                   "'><start x='" #x1 "' y='" #y1 "'/><end x='" #x2      \
                                   "' y='" #y2 "'/></arc>\n"

RankleDiagram *read_map (const char *text);
/* The text of data/diagrams/rankl-pathway.sbgn. (transfer full) */
char          *load_pathway_text (gsize *length);
RankleDiagram *load_pathway (void);

/* Every class that has an amount. */
extern const RankleGlyphClass entity_classes[];
extern const guint            n_entity_classes;

cairo_surface_t *create_sheet (int width, int height, guint32 color);
guint32          get_pixel (cairo_surface_t *surface, int x, int y);
guint32          to_pixel (const RankleDiagramColor *color);
/* The greatest difference of a channel. */
guint compare_pixels (guint32 a, guint32 b);

G_END_DECLS
