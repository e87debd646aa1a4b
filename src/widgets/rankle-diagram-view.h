/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-diagram-camera.h"
#include "rankle-spotlight.h"
#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RankleDiagramView:
 *
 * The map that a study's model names, each glyph filled by what the study says of it at
 * its time cursor. Scrolling and pinching zoom about the pointer, dragging moves, a
 * double click on the ground fits; a click selects, and a card tells of what is selected
 * or pointed at.
 *
 * Keys: Tab goes through the glyphs in reading order, arrows to the nearest one, Home and
 * End to the first and the last, Control and arrows to the arcs of what is selected, of
 * which the card tells in words and in terms of the model's equations; Escape to none;
 * plus and minus zoom; Enter wants the card of what is selected, as a double click does;
 * Menu and Shift+F10 open the menu of what can be done about it, as a right click and a
 * long touch do.
 *
 * Signals “card-wanted” (const char *id): of a bundled card; “curve-wanted” (const char
 * *column): it is to be seen in a plot.
 *
 * Accessibility: an image, which opens the card. Its name is that of the selected glyph
 * with its amount and what it is, its description the whole picture as text, both as soon
 * as the picture rests.
 *
 * CSS: a node named diagram; named colours rankle_diagram_*. The font's size scales texts
 * and lines.
 *
 * Comma and full stop show less and more of a map that has levels, as the button in its
 * corner does.
 *
 * Properties: study (RankleStudy); levels (int): so many are shown; moving (boolean):
 * beads run along the arcs with every frame that is drawn, unless the user wants no
 * animations.
 */
#define RANKLE_TYPE_DIAGRAM_VIEW (rankle_diagram_view_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleDiagramView, rankle_diagram_view, RANKLE, DIAGRAM_VIEW, GtkWidget)

GtkWidget *rankle_diagram_view_new (void);
void       rankle_diagram_view_set_study (RankleDiagramView *view, RankleStudy *study);
/* What is pointed at here is shown elsewhere, and the other way round. */
void         rankle_diagram_view_set_spotlight (RankleDiagramView *view,
                                                RankleSpotlight   *spotlight);
RankleStudy *rankle_diagram_view_get_study (RankleDiagramView *view);

/* The whole map, as large as there is room for; it stays so when the room changes. */
void rankle_diagram_view_fit (RankleDiagramView *view);
/* About the middle; what is selected stays in sight. */
void rankle_diagram_view_zoom (RankleDiagramView *view, double factor);
/* The diagram's coordinates as they lie on the widget now. */
RankleDiagramCamera rankle_diagram_view_get_camera (RankleDiagramView *view);

/* NULL: nothing, or to select nothing. An id that the map does not have selects nothing.
 */
const char *rankle_diagram_view_get_selected (RankleDiagramView *view);
void        rankle_diagram_view_select (RankleDiagramView *view, const char *glyph);

G_END_DECLS
