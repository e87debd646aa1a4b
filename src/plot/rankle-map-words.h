/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map.h"

G_BEGIN_DECLS

/* (transfer full): of a place, in units of the axes: "60 mg, 6 months: +9.1 %", or that
 * the run failed or is not made yet. */
char *rankle_map_dup_place_words (const RankleMap *map, double x, double y);

/* (transfer full): the picture in sentences, for who hears it: of what, over what, the
 * largest and smallest value and where, how many runs failed or are to come, and what is
 * at the marker. @x (nullable) and @y: where that is. */
char *rankle_map_dup_words (const RankleMap *map, const double *x, const double *y);

G_END_DECLS
