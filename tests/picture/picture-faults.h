/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-picture.h"

G_BEGIN_DECLS

/* What is wrong with a page, in words. All (transfer full) (nullable): NULL: nothing. */

/* An item that lies outside the page, or on another. */
char *picture_find_overlap (const RanklePictureItem *const *items,
                            guint                           n,
                            double                          width,
                            double                          height);
/* Ink of an item that its box cuts off. */
char *picture_find_cut (const RanklePictureItem *item);
/* A curve that is drawn, and beside whose name no piece of it stands. */
char *picture_find_unlabelled (const RanklePictureItem *plot);
/* A label that runs into the next. */
char *picture_find_crowded (const RanklePictureItem *plot);

G_END_DECLS
