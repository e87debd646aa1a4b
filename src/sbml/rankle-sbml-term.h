/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-term.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): the term of @model's equations that @name names: an
 * assignment rule or a reaction by its id, or, as "sclerostin' 1", the first summand of
 * the rate of a state. What a reaction adds is told of its first product, of one that
 * makes nothing what it takes of its first reactant. NULL: there is no such term. */
RankleTerm *rankle_model_read_term (RankleModel *model, const char *name);

G_END_DECLS
