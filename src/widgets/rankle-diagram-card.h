/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-card.h"
#include "rankle-diagram-values.h"
#include "rankle-term-words.h"

G_BEGIN_DECLS

/**
 * RankleDiagramCard:
 *
 * What a glyph is, in words: its name, how much of it there is, one sentence on what it
 * does, and how to read on. Pointers go through it.
 */
#define RANKLE_TYPE_DIAGRAM_CARD (rankle_diagram_card_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleDiagramCard, rankle_diagram_card, RANKLE, DIAGRAM_CARD, GtkBox)

GtkWidget *rankle_diagram_card_new (void);
void       rankle_diagram_card_show (RankleDiagramCard         *card,
                                     const RankleDiagram       *diagram,
                                     guint                      glyph,
                                     const RankleDiagramValues *values);
/* Of an arc: @words say what it does; @term (nullable) is what it stands for, with the
 * numbers of @run and @baseline (both nullable) at @time. */
void rankle_diagram_card_show_arc (RankleDiagramCard      *card,
                                   const char             *words,
                                   const RankleTerm       *term,
                                   const RankleTrajectory *run,
                                   const RankleTrajectory *baseline,
                                   double                  time);
/* Of every line, usually: the card keeps its width, and so its place, while numbers run.
 */
#define RANKLE_DIAGRAM_CARD_CHARACTERS 27
/* So many characters to a line; the note, which can be read elsewhere, or not. */
void
rankle_diagram_card_arrange (RankleDiagramCard *card, int characters, gboolean with_note);
/* What it is besides: NULL where there is no card of it. */
void rankle_diagram_card_set_further (RankleDiagramCard *card, const RankleCard *further);

G_END_DECLS
