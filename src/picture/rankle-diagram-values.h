/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram-state.h"
#include "rankle-session.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleDiagramValues:
 *
 * What a run says of each glyph of its model's map at a session's time cursor. A glyph is
 * filled by the model's column that the sidecar binds to it, else by the one that bears
 * its id; a perturbing agent that has none, by the control or parameter of its id. It is
 * knocked out while the control that bears its id, in lower case, stands at
 * zero, or the one that this needs.
 */
typedef struct _RankleDiagramValues RankleDiagramValues;

/* (transfer full): the map that a model comes with. */
RankleDiagram       *rankle_diagram_load_for (RankleModel *model, GError **error);
RankleDiagramValues *rankle_diagram_values_new (RankleDiagram *diagram,
                                                RankleModel   *model);
void                 rankle_diagram_values_free (RankleDiagramValues *values);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleDiagramValues, rankle_diagram_values_free)

/* A run of @model tells how much there is of it, or its protocol where it stands. */
gboolean rankle_diagram_glyph_has_amount (const RankleModel *model,
                                          const RankleGlyph *glyph);

/* Of @session, of the model, and its runs (nullable); one of another model has other
 * columns, and tells nothing. */
void rankle_diagram_values_update (RankleDiagramValues *values,
                                   const RankleSession *session,
                                   RankleTrajectory    *run,
                                   RankleTrajectory    *baseline);
/* One for each glyph, and behind them one for each arc, as rankle_diagram_state_new() has
 * them; valid until the next update. */
const RankleGlyphState *
rankle_diagram_values_get_states (const RankleDiagramValues *values);
/* (nullable): the quantity that fills the glyph. */
const RankleQuantity *
rankle_diagram_values_get_quantity (const RankleDiagramValues *values, guint glyph);

G_END_DECLS
