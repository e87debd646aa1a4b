/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram.h"
#include "rankle-session.h"

G_BEGIN_DECLS

/* What can be done about a glyph of a model's map. Controls are the model's. */

/* Nothing of what it makes is made, and more was at baseline. */
gboolean rankle_control_is_at_nothing (const RankleControl  *control,
                                       const RankleScenario *scenario,
                                       const RankleModel    *model);

/* (nullable): the control by which the glyph is knocked out, its gene rather than its
 * slider; NULL: the model has none. */
const RankleControl *rankle_glyph_find_knock_out (const RankleModel *model,
                                                  const RankleGlyph *glyph);
/* (transfer container): those that knock it out as @scenario has them; maybe none. */
GPtrArray *rankle_glyph_list_knocked_out (const RankleModel    *model,
                                          const RankleGlyph    *glyph,
                                          const RankleScenario *scenario);
/* (nullable): the control by which there is more or less of it, a drug's dose among them;
 * NULL: the model has none. */
const RankleControl *rankle_glyph_find_driver (const RankleModel *model,
                                               const RankleGlyph *glyph);
/* -1: no panel draws @column, an id (nullable). */
int rankle_model_find_panel_of (const RankleModel *model, const char *column);

G_END_DECLS
