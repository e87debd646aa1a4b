/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-study.h"

G_BEGIN_DECLS

#define RANKLE_N_STAGE_CONTROLS 2

/**
 * RankleStageControls:
 *
 * The few controls that a stage has: which ones, is chosen; where nobody chose, or the
 * model has no such control, those that the scenario sets, and then the model's first.
 *
 * Signal: dragging (boolean), from any row.
 */
#define RANKLE_TYPE_STAGE_CONTROLS (rankle_stage_controls_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleStageControls, rankle_stage_controls, RANKLE, STAGE_CONTROLS, GtkBox)

void rankle_stage_controls_set_study (RankleStageControls *controls, RankleStudy *study);
/* @place: below RANKLE_N_STAGE_CONTROLS. */
void rankle_stage_controls_choose (RankleStageControls *controls,
                                   guint                place,
                                   const char          *control);
/* (nullable): the model has not as many. */
const char *rankle_stage_controls_get_chosen (RankleStageControls *controls, guint place);

G_END_DECLS
