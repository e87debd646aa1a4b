/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"

/* When a comparison of the form p + q time against p' + q' time changes, all of them
 * formulas of parameters. */

G_BEGIN_DECLS

typedef struct
{
  RankleGraph      *graph;
  guint             size;    /* nodes looked at: those of the graph as it was */
  RankleExpression *at_zero; /* (owned): the formula at time 0 where it is p + q time,
                                else NONE; only of what was asked for */
} RankleCrossings;

/* The operation keeps what is linear in time so: a sum, or a product or quotient of which
 * one factor alone, and no divisor, depends on time. */
gboolean rankle_crossings_is_linear (const RankleGraph *graph, const RankleNode *node);

/* Looks at the @n @formulas and all below them; NONE among them. Adds to the graph. */
void rankle_crossings_init (RankleCrossings        *self,
                            RankleGraph            *graph,
                            const RankleExpression *formulas,
                            guint                   n);
void rankle_crossings_clear (RankleCrossings *self);

/* Both operands are p + q time, and one at least depends on time. */
gboolean rankle_crossings_has (const RankleCrossings *self,
                               RankleExpression       a,
                               RankleExpression       b);

/* Where a - b = @slope (time - when) changes sign: a formula of parameters. NONE: it does
 * not depend on time after all. */
RankleExpression rankle_crossings_when (const RankleCrossings *self,
                                        RankleExpression       a,
                                        RankleExpression       b,
                                        RankleExpression      *slope);

G_END_DECLS
