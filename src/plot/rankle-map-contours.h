/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_MAP_LINE_MINOR, /* half way between two round values */
  RANKLE_MAP_LINE_MAJOR, /* at a round value */
  RANKLE_MAP_LINE_BASELINE,
} RankleMapLineKind;

/* @x: @y: [px] from the left upper corner of the area. @room: to the next line of its
 * kind [px]. A closed line ends where it begins. */
typedef struct
{
  float x, y, room;
} RankleMapPoint;

/**
 * RankleMapLine:
 * @points: (owned): @n ≥ 2 of them
 *
 * Where the value is the same.
 */
typedef struct
{
  RankleMapLineKind kind;
  double            value;
  RankleMapPoint   *points;
  guint             n;
} RankleMapLine;

/* (transfer full): RankleMapLine, by value; none of blocks, and none across or along a
 * cell without a value. @width and @height of the area [px]. Any thread. */
GArray *rankle_map_find_lines (const RankleMap *map, double width, double height);

G_END_DECLS
