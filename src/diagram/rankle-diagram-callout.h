/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-camera.h"

G_BEGIN_DECLS

/* Where a card of @width × @height that tells of @glyph stands on a surface [px]: within
 * it, beside the glyph and not over it, and over as little else as can be. On a surface
 * too small for that, within the surface. */
RankleBox rankle_diagram_place_callout (const RankleDiagram *diagram,
                                        guint                glyph,
                                        RankleDiagramCamera  camera,
                                        RankleBox            surface,
                                        double               width,
                                        double               height);

/* Likewise, and nothing of the arc is hidden where there is room for that. */
RankleBox rankle_diagram_place_arc_callout (const RankleDiagram *diagram,
                                            guint                arc,
                                            RankleDiagramCamera  camera,
                                            RankleBox            surface,
                                            double               width,
                                            double               height);

/* There, it hides nothing of the glyph, or of the arc. */
gboolean rankle_diagram_callout_is_clear_of_glyph (const RankleDiagram *diagram,
                                                   guint                glyph,
                                                   RankleDiagramCamera  camera,
                                                   RankleBox            card);
gboolean rankle_diagram_callout_is_clear_of_arc (const RankleDiagram *diagram,
                                                 guint                arc,
                                                 RankleDiagramCamera  camera,
                                                 RankleBox            card);

G_END_DECLS
