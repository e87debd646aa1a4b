/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model.h"
#include "rankle-own-panel.h"

G_BEGIN_DECLS

/**
 * RankleShownPanel:
 *
 * A panel of a model as it is shown: the model's own, or one that somebody arranged, with
 * title, unit and columns. Columns of one unit are drawn in that; where they have
 * several, each is drawn in percent of what it is at baseline. Constant; reference
 * counted.
 */
typedef struct _RankleShownPanel RankleShownPanel;

/* Of the model's own. */
RankleShownPanel *rankle_shown_panel_new (RankleModel *model, guint panel);
/* (nullable): NULL: the model has nothing of it. Columns that it lacks are left out, and
 * added to @missing (nullable), as is a panel of its that it lacks: char. */
RankleShownPanel  *rankle_shown_panel_new_own (RankleModel          *model,
                                               const RankleOwnPanel *own,
                                               GPtrArray            *missing);
RankleShownPanel  *rankle_shown_panel_ref (RankleShownPanel *panel);
void               rankle_shown_panel_unref (RankleShownPanel *panel);
const RanklePanel *rankle_shown_panel_get (const RankleShownPanel *panel);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleShownPanel, rankle_shown_panel_unref)

/* (transfer full): RankleShownPanel: @own (nullable), RankleOwnPanel, as far as the model
 * has them; those of the model where that is nothing. @missing as above. */
GPtrArray *
rankle_shown_panels_list (RankleModel *model, const GPtrArray *own, GPtrArray *missing);
/* (nullable): of that id. */
RankleShownPanel *rankle_shown_panels_find (const GPtrArray *panels, const char *id);

G_END_DECLS
