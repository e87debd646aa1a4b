/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-card.h"
#include "rankle-diagram.h"
#include "rankle-miniature.h"

G_BEGIN_DECLS

/* The chain of a card as a bar: above, the parts that it falls into; below, what lies in
 * them. What is recalled is hatched. */

/**
 * RankleChainPlace:
 * @box: of the domain
 * @label: of its name, which stands in it, or beside it at the end of a line
 */
typedef struct
{
  RankleBox box, label;
} RankleChainPlace;

/* (transfer full): of each domain; the texts are as @cr would write them. @font: a
 * family;
 * @size: of its letters [px]. */
RankleChainPlace *rankle_chain_lay_out (
    cairo_t *cr, const RankleCard *card, double width, const char *font, double size);
/* How high it is. */
int  rankle_chain_measure (const RankleCard *card,
                           double            width,
                           const char       *font,
                           double            size);
void rankle_chain_paint (cairo_t                   *cr,
                         const RankleCard          *card,
                         double                     width,
                         const char                *font,
                         double                     size,
                         const RankleMiniatureColor inks[RANKLE_N_INKS]);

G_END_DECLS
