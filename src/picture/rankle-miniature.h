/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "rankle-topic.h"

G_BEGIN_DECLS

typedef struct
{
  double red, green, blue, alpha;
} RankleMiniatureColor;

/* By RankleInk; that of RANKLE_INK_NONE is never drawn with. */
typedef RankleMiniatureColor RankleMiniatureInks[RANKLE_N_INKS];

/* Light paper, without a theme. */
extern const RankleMiniatureInks rankle_miniature_inks_print;

/* The picture of a topic's card, as large as it goes in @width by @height, in the middle;
 * what is drawn beyond its edges is seen where there is room. */
void rankle_miniature_paint (cairo_t                   *cr,
                             const RankleTopic         *topic,
                             double                     width,
                             double                     height,
                             const RankleMiniatureColor inks[RANKLE_N_INKS]);

/* In the coordinates that @cr has. */
void rankle_miniature_paint_shapes (cairo_t                   *cr,
                                    const RankleShape         *shapes,
                                    guint                      n,
                                    const RankleMiniatureColor inks[RANKLE_N_INKS]);
/* The present path is @path, up to the first step that is none. */
void rankle_miniature_trace (cairo_t *cr, const char *path);

/* @path is of M, L, C and Z with as many numbers as they take, and begins with M. */
gboolean rankle_miniature_path_is_sound (const char *path);

G_END_DECLS
