/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-diagram-values.h"

G_BEGIN_DECLS

/**
 * RankleDiagramCard:
 *
 * What a glyph is, in words: its name, how much of it there is, one sentence on what it
 * does. Pointers go through it.
 */
#define RANKLE_TYPE_DIAGRAM_CARD (rankle_diagram_card_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleDiagramCard, rankle_diagram_card, RANKLE, DIAGRAM_CARD, GtkBox)

GtkWidget *rankle_diagram_card_new (void);
void       rankle_diagram_card_show (RankleDiagramCard         *card,
                                     const RankleDiagram       *diagram,
                                     guint                      glyph,
                                     const RankleDiagramValues *values);

G_END_DECLS
