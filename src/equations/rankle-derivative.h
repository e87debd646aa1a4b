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

G_END_DECLS
