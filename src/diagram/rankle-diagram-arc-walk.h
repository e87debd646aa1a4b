/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-camera.h"

G_BEGIN_DECLS

/* Of the arcs that are drawn at a level of detail. */

/* The nearest arc that passes within @reach of @point; RANKLE_NO_ARC: none does. */
guint rankle_diagram_hit_arc (const RankleDiagram *diagram,
                              RanklePoint          point,
                              double               reach,
                              RankleDiagramDetail  detail);
/* Of the arcs that have to do with @glyph the one behind @arc, or before it, and from the
 * first to the last; RANKLE_NO_ARC: before all, and there is none. */
guint rankle_diagram_step_arc (const RankleDiagram *diagram,
                               guint                glyph,
                               guint                arc,
                               gboolean             forward,
                               RankleDiagramDetail  detail);

G_END_DECLS
