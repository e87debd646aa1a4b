/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map.h"

G_BEGIN_DECLS

/**
 * RankleMapField:
 *
 * A map as a function of the place, both from 0 at the left and below to 1, in what its
 * colours go by. Between values it is a cubic through four of them on each axis
 * (Catmull and Rom's, and its like for uneven steps), which goes through the data and
 * nowhere beyond all of them. A cell belongs to the value that is nearest, up to half way
 * to the next. Of a cell without a value nothing is said, and nothing goes by what lies
 * behind it: towards it a value stays as it is.
 */
typedef struct _RankleMapField RankleMapField;

RankleMapField *rankle_map_field_new (const RankleMap *map);
void            rankle_map_field_free (RankleMapField *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleMapField, rankle_map_field_free)

const RankleMapRange *rankle_map_field_get_range (const RankleMapField *field);

/* Where a place lies on an axis. */
typedef struct
{
  guint    cell;       /* between this value and the next */
  gboolean is_further; /* the next is nearer */
  double   weights[4]; /* of the value before this one, and so on */
} RankleMapLocus;

RankleMapLocus rankle_map_field_locate_x (const RankleMapField *field, double x);
RankleMapLocus rankle_map_field_locate_y (const RankleMapField *field, double y);

/* @n values along a row; NaN where there is none, and, @inside, where not all of the four
 * values around have one: there, lines that follow it would end anywhere. */
void rankle_map_field_read_row (const RankleMapField *field,
                                const RankleMapLocus *columns,
                                guint                 n,
                                const RankleMapLocus *row,
                                gboolean              inside,
                                double               *values);
/* Of the cell that a place lies in; RAN: it has a value. */
RankleMapState rankle_map_field_get_state (const RankleMapField *field,
                                           const RankleMapLocus *column,
                                           const RankleMapLocus *row);

/* The value as drawn at @x and @y, in units of the axes; NaN: there is none there. */
double rankle_map_get_value (const RankleMap *map, double x, double y);
/* Of the cell there; RAN: it has a value. */
RankleMapState rankle_map_find_state (const RankleMap *map, double x, double y);

G_END_DECLS
