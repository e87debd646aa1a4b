/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-card.h"
#include "rankle-diagram.h"
#include "rankle-miniature.h"

G_BEGIN_DECLS

/* The body of a card, in the middle of @width by @height, with a line from each organ to
 * where its name stands at the side. The names are whoever shows it to write. */

#define RANKLE_NO_ORGAN G_MAXUINT

/* @chosen: an organ, which stands out, or RANKLE_NO_ORGAN. */
void rankle_body_paint (cairo_t                   *cr,
                        const RankleCard          *card,
                        double                     width,
                        double                     height,
                        guint                      chosen,
                        const RankleMiniatureColor inks[RANKLE_N_INKS]);

/**
 * RankleBodyPlace:
 * @slot: room for its name
 * @organ: what its line points at
 */
typedef struct
{
  RankleBox   slot;
  RanklePoint organ;
} RankleBodyPlace;

/* (transfer full): of each organ. Names stand as high as their organs, or lower where
 * there is no room. */
RankleBodyPlace *
rankle_body_lay_out (const RankleCard *card, double width, double height);
/* At which names as wide as @name fit into their slots. */
int rankle_body_get_least_width (int name);

/* As high as the body is at that width, and names need, but no higher than @most. */
int rankle_body_get_height (const RankleCard *card, int width, int most);
/* The organ at a point, or within @reach of it; RANKLE_NO_ORGAN where there is none. */
guint rankle_body_find (
    const RankleCard *card, double width, double height, RanklePoint point, double reach);

G_END_DECLS
