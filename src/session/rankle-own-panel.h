/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many curves as a plot has inks for. */
#define RANKLE_OWN_PANEL_COLUMNS_MAX 8
/* As many panels as a session may have of a model. */
#define RANKLE_OWN_PANELS_MAX 60

/**
 * RankleOwnPanel:
 *
 * A panel as somebody arranged it, by ids: one of the model's as it is, or the columns
 * that it shows. It knows no model: what is there, the model says that it is shown for.
 * Constant; reference counted.
 */
typedef struct _RankleOwnPanel RankleOwnPanel;

/* @columns (nullable): those of the model's panel @id, whatever they are; else at least
 * one. @relative: then each is drawn in percent of the baseline, as it is where they have
 * not all one unit. */
RankleOwnPanel *
rankle_own_panel_new (const char *id, const char *const *columns, gboolean relative);
RankleOwnPanel *rankle_own_panel_ref (RankleOwnPanel *panel);
void            rankle_own_panel_unref (RankleOwnPanel *panel);
/* (transfer full): with its two columns drawn against each other, or over time. */
RankleOwnPanel *rankle_own_panel_with_phase (const RankleOwnPanel *panel, gboolean phase);
gboolean        rankle_own_panel_is_phase (const RankleOwnPanel *panel);
const char     *rankle_own_panel_get_id (const RankleOwnPanel *panel);
const char *const *rankle_own_panel_get_columns (const RankleOwnPanel *panel);
gboolean           rankle_own_panel_is_relative (const RankleOwnPanel *panel);
gboolean rankle_own_panel_equal (const RankleOwnPanel *a, const RankleOwnPanel *b);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleOwnPanel, rankle_own_panel_unref)

/* (transfer full): for RankleOwnPanel. */
GPtrArray *rankle_own_panels_new (void);

/**
 * RankleArrangement:
 *
 * Of each model, by its id, the panels that somebody wants to see of it, in their order;
 * of most none, and those are seen as the model has them. Constant; reference counted.
 */
typedef struct _RankleArrangement RankleArrangement;

RankleArrangement *rankle_arrangement_new (void);
RankleArrangement *rankle_arrangement_ref (RankleArrangement *arrangement);
void               rankle_arrangement_unref (RankleArrangement *arrangement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleArrangement, rankle_arrangement_unref)

/* (transfer full): with those of one model others. @panels (nullable): as the model has
 * them. Of those of one id the first is taken. */
RankleArrangement *rankle_arrangement_with (const RankleArrangement *arrangement,
                                            const char              *model,
                                            const GPtrArray         *panels);
/* (transfer none) (nullable): RankleOwnPanel, at least one. */
const GPtrArray *rankle_arrangement_get (const RankleArrangement *arrangement,
                                         const char              *model);
/* (transfer container) (array zero-terminated=1): in the order of ids. */
const char **rankle_arrangement_list_models (const RankleArrangement *arrangement);
gboolean     rankle_arrangement_equal (const RankleArrangement *a,
                                       const RankleArrangement *b);

G_END_DECLS
