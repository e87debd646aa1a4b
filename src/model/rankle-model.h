/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "rankle-explorer.h"
#include "rankle-model-origin.h"
#include "rankle-quantity.h"

G_BEGIN_DECLS

/**
 * RankleModel:
 *
 * A compiled system of ordinary differential equations with its names, units and sources.
 * Immutable and atomically reference counted: any thread may read it. Evaluate it through
 * a RankleWorkspace, of which each thread makes its own.
 *
 * Columns are what a trajectory holds: first the states, then the observables.
 */
#define RANKLE_TYPE_MODEL (rankle_model_get_type ())
typedef struct _RankleModel RankleModel;

GType        rankle_model_get_type (void);
RankleModel *rankle_model_ref (RankleModel *model);
void         rankle_model_unref (RankleModel *model);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleModel, rankle_model_unref)

const char *rankle_model_get_id (const RankleModel *model);
const char *rankle_model_get_title (const RankleModel *model);
const char *rankle_model_get_summary (const RankleModel *model); /* one line; may be "" */
/* What it stands under in a list of models: "Bone tissue"; may be "" */
const char *rankle_model_get_group (const RankleModel *model);
const char *rankle_model_get_source (const RankleModel *model); /* citation; may be "" */
/* What it was read from: "Antimony", "SBML Level 2 Version 4". */
const char *rankle_model_get_format (const RankleModel *model);
/* What a reader of its results must know, a sentence or two each; NULL at the end. */
const char *const *rankle_model_get_notes (const RankleModel *model);
const char        *rankle_model_get_version (
           const RankleModel *model); /* 12 hex digits of the text's SHA-256 */
const char *rankle_model_get_time_unit (
    const RankleModel *model); /* "day", "hour", "minute", "second", "" */
double
rankle_model_get_horizon (const RankleModel *model); /* time units the window shows */
/* The relative tolerance at which what is drawn of it is right: smaller where an error
 * grows from one cycle to the next. */
#define RANKLE_MODEL_TOLERANCE 1e-6 /* unless its sidecar says another */
double rankle_model_get_tolerance (const RankleModel *model);
/* When its picture tells most, in the same; G_MAXDOUBLE: at the end, as far as one knows
 */
double rankle_model_get_moment (const RankleModel *model);
const char *
rankle_model_get_diagram (const RankleModel *model); /* (nullable): see the origin */
/* (nullable): where the sidecar names it: "own.json:4: diagram" */
const char *rankle_model_get_diagram_place (const RankleModel *model);
/* (nullable): the bundled scenario that it opens with, where it was made for one. */
const char *rankle_model_get_scenario (const RankleModel *model);

/* (transfer none) (nullable): NULL: it is bundled, or was made of no file. */
RankleModelOrigin *rankle_model_get_origin (const RankleModel *model);

guint rankle_model_get_n_states (const RankleModel *model);
guint rankle_model_get_n_observables (const RankleModel *model);
guint rankle_model_get_n_parameters (const RankleModel *model);
/* Of the observables these are the last: intermediate results, and no columns of a
 * trajectory unless its protocol asks for them. */
guint                 rankle_model_get_n_hidden (const RankleModel *model);
const RankleQuantity *rankle_model_get_state (const RankleModel *model, guint index);
const RankleQuantity *rankle_model_get_observable (const RankleModel *model, guint index);
const RankleQuantity *rankle_model_get_parameter (const RankleModel *model, guint index);
/* NULL when there is no such id. O(1). Of a parameter that an event of the model changes
 * it finds the parameter; the column of that id is what it comes to in a run. */
const RankleQuantity *rankle_model_find (const RankleModel *model, const char *id);

guint rankle_model_get_n_columns (const RankleModel *model);
/* @column: may be of a hidden observable, behind the others. */
const RankleQuantity *rankle_model_get_column (const RankleModel *model, guint column);
/* -1 when @id is no state and no observable, or hidden. */
int rankle_model_find_column (const RankleModel *model, const char *id);
/* As that, but hidden observables are found. */
int rankle_model_find_full_column (const RankleModel *model, const char *id);

guint                rankle_model_get_n_controls (const RankleModel *model);
const RankleControl *rankle_model_get_control (const RankleModel *model, guint index);
/* NULL when there is no such control. O(1). */
const RankleControl *rankle_model_find_control (const RankleModel *model, const char *id);
guint                rankle_model_get_n_panels (const RankleModel *model);
const RanklePanel   *rankle_model_get_panel (const RankleModel *model, guint index);
/* -1: this model does not simulate the glyph. A glyph is bound by the sidecar, else by
 * its id. */
int rankle_model_find_glyph_column (const RankleModel *model, const char *glyph);
/* Nothing of the glyph is made where @control is 0. */
gboolean rankle_model_control_makes_glyph (const RankleModel   *model,
                                           const RankleControl *control,
                                           const char          *glyph);
/* (nullable): what stands in the glyph in this model instead of the diagram's word. */
const char *rankle_model_get_glyph_label (const RankleModel *model, const char *glyph);
RankleGlyphShown rankle_model_get_glyph_shown (const RankleModel *model,
                                               const char        *glyph);

/* (nullable): the term of the equations that the sidecar binds to a process or an arc of
 * the diagram. */
const char *rankle_model_get_glyph_term (const RankleModel *model, const char *glyph);

/* What is told of a run in a sentence, the more important first. */
guint               rankle_model_get_n_answers (const RankleModel *model);
const RankleAnswer *rankle_model_get_answer (const RankleModel *model, guint index);

/* How the model answers for what studies measure; FALSE where it does not. */
gboolean rankle_model_find_observed (const RankleModel *model,
                                     const char        *observable,
                                     RankleObserved    *observed);
/* What studies measure that it has a word of its own for; NULL where @n is 0. */
const RankleObserved *rankle_model_get_observed (const RankleModel *model, guint *n);
/* How arms are put to it, where it has words of its own. */
const RankleRendering *rankle_model_get_renderings (const RankleModel *model, guint *n);

G_END_DECLS
