/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-study.h"

G_BEGIN_DECLS

/* Which plots are seen of the study's model. Panels are told by their ids; each of these
 * is a step of undo. */

/* What has no panel of that id, or is the last one, stays. */
void rankle_study_remove_panel (RankleStudy *study, const char *panel);
/* -1 or +1: a place to the left, or to the right; at the end it stays. */
void     rankle_study_move_panel (RankleStudy *study, const char *panel, int by);
gboolean rankle_study_can_move_panel (RankleStudy *study, const char *panel, int by);
/* To the place that the @place-th of those that are seen has, from 0. */
void rankle_study_place_panel (RankleStudy *study, const char *panel, guint place);
/* Behind @panel, of that one column. (transfer full) (nullable): the id of the new one;
 * NULL: there are as many as can be. */
char *rankle_study_add_panel (RankleStudy *study, const char *panel, guint column);
/* (transfer full) (nullable): why the panel cannot show @column, too: a sentence; NULL:
 * it can. Columns of one unit share an axis of that; where there are several, each is in
 * percent of the baseline, which what begins at 0 cannot be told in. */
char *rankle_study_find_no_quantity (RankleStudy *study, const char *panel, guint column);
/* As far as it can. */
void rankle_study_add_quantity (RankleStudy *study, const char *panel, guint column);
/* A panel of shares, or of one quantity, stays. */
void rankle_study_remove_quantity (RankleStudy *study, const char *panel, guint column);
gboolean rankle_study_can_remove_quantity (RankleStudy *study, const char *panel);
/* Its two quantities are drawn against each other, or over time again. What has not two,
 * or is of shares, stays. */
void     rankle_study_set_phase (RankleStudy *study, const char *panel, gboolean phase);
gboolean rankle_study_can_set_phase (RankleStudy *study, const char *panel);
/* As the model has them. */
void     rankle_study_reset_panels (RankleStudy *study);
gboolean rankle_study_has_own_panels (RankleStudy *study);

G_END_DECLS
