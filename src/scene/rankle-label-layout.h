/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RANKLE_LABELS_MOST          7
#define RANKLE_LABELS_LEAST_WIDTH   560.0 /* of a window with leaders [px] */
#define RANKLE_LABELS_LEAST_SPACING 6.0   /* between two labels [px] */

/**
 * RankleLabel:
 * @width: @height: of its text [px]
 * @x: @y: of its anchor, from the picture's upper left corner [px]
 * @is_seen: the anchor is in sight
 */
typedef struct
{
  double   width, height;
  double   x, y;
  gboolean is_seen;
} RankleLabel;

/**
 * RankleLabelArea:
 * @width: @height: of the picture [px]
 * @margin: to its left and right
 * @top: @bottom: what is taken there by other words
 */
typedef struct
{
  double width, height;
  double margin, top, bottom;
} RankleLabelArea;

/**
 * RanklePlacedLabel:
 * @is_shown: there is room for it
 * @has_leader: a line goes from (@from_x, @from_y), beside the text, by way of @bend_x at
 * that height, to the anchor
 * @x: @y: the upper left corner of its text
 */
typedef struct
{
  gboolean is_shown, has_leader, is_left;
  double   x, y;
  double   from_x, from_y, bend_x;
} RanklePlacedLabel;

/**
 * rankle_label_layout:
 * @labels: the first are the most important: of more than there is room for, or than
 * seven, the last are left out
 * @placed: (out caller-allocates) (array length=n): what becomes of each
 *
 * Labels stand in two columns beside what they name, each as near to the height of its
 * anchor as its neighbours let it, in the order of these heights, so that no two leaders
 * of a column cross. In a narrow window they are a legend in rows along the lower edge,
 * without leaders. No two overlap, and none leaves the area.
 */
void rankle_label_layout (const RankleLabel     *labels,
                          guint                  n,
                          const RankleLabelArea *area,
                          RanklePlacedLabel     *placed);

G_END_DECLS
