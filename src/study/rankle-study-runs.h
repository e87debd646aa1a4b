/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-study.h"

G_BEGIN_DECLS

/* The runs that a study keeps beside the present one. Each of these is a step of undo,
 * and none begins while there is no model; @index is that of the run in its order. */

/* What is shown is kept, under a name made of what was changed. FALSE: it is kept
 * already, or no more can be. */
gboolean rankle_study_keep (RankleStudy *study);
/* Likewise, the same controls and treatment of another model. */
gboolean rankle_study_keep_rival (RankleStudy *study, RankleModel *rival);
/* A name of nothing but space is none, and changes nothing. */
void rankle_study_rename_kept (RankleStudy *study, guint index, const char *name);
/* It is listed, and not drawn. */
void rankle_study_hide_kept (RankleStudy *study, guint index, gboolean hidden);
/* To the place @to of the order. */
void rankle_study_move_kept (RankleStudy *study, guint index, guint to);
void rankle_study_delete_kept (RankleStudy *study, guint index);
/* What others of its model are told beside: plots, map and sentence. */
void rankle_study_make_baseline (RankleStudy *study, guint index);
/* They are told beside the model with every control neutral. */
void rankle_study_reset_baseline (RankleStudy *study);
/* Model and scenario of the kept run become what is explored. */
void rankle_study_take_back_kept (RankleStudy *study, guint index);

G_END_DECLS
