/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Nothing needs more [px]. */
#define RANKLE_LEAST_WIDTH  360
#define RANKLE_LEAST_HEIGHT 540

typedef enum
{
  RANKLE_PANES_ONE,   /* a column; controls come from below when they are asked for */
  RANKLE_PANES_TWO,   /* controls, and beside them what they do */
  RANKLE_PANES_THREE, /* there is room for all */
} RanklePanes;

/**
 * RankleLayout:
 * @em: the size of letters that it is for [px]
 * @low: there is no room for plots one above the other, so that what comes first is what
 * is seen
 * @folded: header and time bar have no room for all that they hold
 * @narrow: the header has no room for a desktop's buttons, either
 * @side: width of the controls; in one column, their height [px]
 * @plots: the least height of the plots [px]
 * @picture: the height of map or scene where that is on a stage [px]
 * @stage_side: the width of the controls there [px]
 * @letters: how much larger those are on a stage, to be read from the last row: 0.7 where
 * they are large already, 1, 1.4 or 2
 *
 * How a window is laid out. A plain value; this is the one place that decides on it.
 */
typedef struct
{
  RanklePanes panes;
  double      em;
  gboolean    low;
  gboolean    folded;
  gboolean    narrow;
  int         side;
  int         plots;
  int         picture;
  int         stage_side;
  double      letters;
} RankleLayout;

/* Which panel comes first where there is room for one: bone is what all else ends in. */
#define RANKLE_FIRST_PANEL "bone"

/* @width, @height: of the window [px]; @em: the size of its letters [px], > 0. */
RankleLayout rankle_layout_choose (int width, int height, double em);
gboolean     rankle_layout_equal (const RankleLayout *a, const RankleLayout *b);

G_END_DECLS
