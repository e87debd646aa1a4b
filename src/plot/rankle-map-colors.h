/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-theme.h"

G_BEGIN_DECLS

#define RANKLE_MAP_SHADES 513 /* on each side of neutral, which both have */

/**
 * RankleMapColors:
 *
 * Blue, neutral, orange: the first two inks of a theme, which are told apart with every
 * common colour vision, and its background. From it to either end steps look alike
 * (Ottosson's OKLab), and lightness goes one way. As Cairo has pixels: 0xffRRGGBB.
 */
typedef struct
{
  guint32 below[RANKLE_MAP_SHADES], above[RANKLE_MAP_SHADES]; /* [0] is neutral */
  guint32 failed[2], pending[2]; /* ground and lines of cells without a value */
} RankleMapColors;

void rankle_map_colors_init (RankleMapColors *colors, const RanklePlotTheme *theme);
/* @shade: from -1 to 1. */
guint32         rankle_map_colors_get (const RankleMapColors *colors, double shade);
RanklePlotColor rankle_map_colors_unpack (guint32 pixel);

/* Of the theme's foreground and background, that which is better read on @ground. */
const RanklePlotColor *rankle_map_choose_ink (const RanklePlotTheme *theme,
                                              const RanklePlotColor *ground);

G_END_DECLS
