/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"
#include "rankle-workspace.h"

G_BEGIN_DECLS

/**
 * RankleTerm:
 *
 * A term of a model's equations, as the model's text has it: a rule, what a reaction adds
 * to the rate of a species, or a summand of a rate. Immutable; it keeps its model.
 */
typedef struct _RankleTerm RankleTerm;

/* @graph (transfer full): @value is its meaning, in states, parameters and time. @names
 * (transfer full): ids, in the order in which @formula has them; NULL at the end. @unit:
 * (nullable): NULL: unstated. */
RankleTerm *rankle_term_new_take (RankleModel     *model,
                                  const char      *formula,
                                  const char      *unit,
                                  char           **names,
                                  RankleGraph     *graph,
                                  RankleExpression value);
void        rankle_term_free (RankleTerm *term);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleTerm, rankle_term_free)

RankleModel *rankle_term_get_model (const RankleTerm *term);
/* "kon * (RANKL * OPG - KD_OPG * RANKL_OPG)" */
const char        *rankle_term_get_formula (const RankleTerm *term);
const char        *rankle_term_get_unit (const RankleTerm *term); /* (nullable) */
const char *const *rankle_term_get_names (const RankleTerm *term);
/* In the model's own units. @workspace: of its model, parameters set. */
double rankle_term_evaluate (const RankleTerm      *term,
                             const RankleWorkspace *workspace,
                             double                 time,
                             const double          *state);

G_END_DECLS
