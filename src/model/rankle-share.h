/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"
#include "rankle-model.h"

G_BEGIN_DECLS

/* Notes of each of @model's observables whether it is a share, and of which states
 * (RankleQuantity). @observables: their formulas in @graph, one each. Once a model,
 * before any of them is hidden. */
void rankle_share_find_all (RankleModel            *model,
                            const RankleGraph      *graph,
                            const RankleExpression *observables);

G_END_DECLS
