/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-expression.h"
#include "rankle-interval.h"

G_BEGIN_DECLS

/**
 * RankleForcing:
 *
 * The parts of a system's rates and triggers that are functions of time and parameters
 * alone, and of which no formula tells when they change (rankle-crossing.h knows those):
 * a pulse by a distance or a remainder, a sine, a square. A solver that comes from rest
 * would step over such a pulse. Here bounds of the function over a whole stretch of time
 * are computed, so that nothing within is missed, however short it is. Constant.
 */
typedef struct _RankleForcing RankleForcing;

/* Of the @n @formulas of @graph; NULL: they have none. */
RankleForcing      *
rankle_forcing_new (RankleGraph *graph, const RankleExpression *formulas, guint n);
void rankle_forcing_free (RankleForcing *forcing);

/* How many functions there are, and how many intervals they need to work in. */
guint rankle_forcing_get_n_functions (const RankleForcing *forcing);
guint rankle_forcing_get_n_nodes (const RankleForcing *forcing);

/* The first moment after @from at which one of them may jump or have a corner, @until at
 * the latest. Where they change too often to be told apart, a moment before the first
 * that is not known. @parameters: values; @work: n_nodes. */
double rankle_forcing_find_jump (const RankleForcing *forcing,
                                 const double        *parameters,
                                 RankleInterval      *work,
                                 double               from,
                                 double               until);

/* How far each of them reaches between @from and @until: @ranges, n_functions; infinite
 * where it has no bound. */
void rankle_forcing_measure (const RankleForcing *forcing,
                             const double        *parameters,
                             RankleInterval      *work,
                             double               from,
                             double               until,
                             double              *ranges);

/* How long a step from @from may be, @longest at most, so that none of them moves by more
 * than a quarter of its range in it. */
double rankle_forcing_find_calm (const RankleForcing *forcing,
                                 const double        *parameters,
                                 RankleInterval      *work,
                                 const double        *ranges,
                                 double               from,
                                 double               longest);

G_END_DECLS
