/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"

G_BEGIN_DECLS

/* @derivatives[i] = d(@formulas[i])/d(@variable), @variable a parameter, a state or time;
 * all other leaves are held. The constant 0 where a formula does not depend on it.
 *
 * Where a derivative does not exist one side's is taken: abs has slope 0 at 0, minimum
 * and maximum that of the first operand in a tie, piecewise that of the branch in force.
 */
void rankle_graph_differentiate (RankleGraph            *graph,
                                 const RankleExpression *formulas,
                                 guint                   n,
                                 RankleExpression        variable,
                                 RankleExpression       *derivatives);

/**
 * RankleDifferentiator:
 *
 * The same by one variable after another. It borrows graph and formulas, which stay as
 * they are but for what is added to the graph. Not thread safe.
 */
typedef struct _RankleDifferentiator RankleDifferentiator;

RankleDifferentiator *
rankle_differentiator_new (RankleGraph *graph, const RankleExpression *formulas, guint n);
void rankle_differentiator_free (RankleDifferentiator *differentiator);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleDifferentiator, rankle_differentiator_free)

/* Takes time in proportion to the nodes that depend on @variable, and to the formulas. */
void rankle_differentiator_run (RankleDifferentiator *differentiator,
                                RankleExpression      variable,
                                RankleExpression     *derivatives);

G_END_DECLS
