/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-state.h"

G_BEGIN_DECLS

/* What is drawn between the entities, in words. Each is told by whatever bears it; all
 * (transfer full). */

/* "making of OPG", "binding of RANKL and RANK to RANKL–RANK" of what a process takes and
 * gives; "stimulation of the making of RANKL by TNF" of what acts upon one */
char *rankle_diagram_describe_arc (const RankleDiagram    *diagram,
                                   guint                   arc,
                                   const RankleGlyphState *states);

/* The arc ends at the entity @glyph, or at a process that takes, gives or is acted upon
 * by it. */
gboolean
rankle_diagram_arc_concerns (const RankleDiagram *diagram, guint arc, guint glyph);

/* Where the entity @glyph lies, what stands beside it and what its arcs say, each once:
 * "In Brain. Making of RANKL; stimulation of …." */
char *rankle_diagram_describe_surroundings (const RankleDiagram    *diagram,
                                            guint                   glyph,
                                            const RankleGlyphState *states);

G_END_DECLS
