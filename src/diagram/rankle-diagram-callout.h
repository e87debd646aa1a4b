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

G_END_DECLS
