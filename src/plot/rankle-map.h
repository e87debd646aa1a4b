/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-plot-scale.h"

G_BEGIN_DECLS

/* The map of a scan: what becomes of one outcome over two things. */

typedef enum
{
  RANKLE_MAP_PENDING, /* not computed yet */
  RANKLE_MAP_RAN,
  RANKLE_MAP_FAILED,
} RankleMapState;

/**
 * RankleMapAxis:
 * @label: "Interval"
 * @unit: "" where there is none
 * @values: @n ≥ 1 finite values, ascending; above 0 where @logarithmic
 *
 * All borrowed.
 */
typedef struct
{
  const char   *label, *unit;
  const double *values;
  guint         n;
  gboolean      logarithmic;
} RankleMapAxis;

/**
 * RankleMap:
 * @title: @subtitle: (nullable): above it
 * @unit: of the values; "" where there is none
 * @values: the value at x[i] and y[j] is @values[j * x.n + i]; NaN, infinite, or beyond
 * 1e150: none
 * @states: (nullable): RankleMapState of each, in the same order; NULL: all ran
 * @baseline: has the neutral colour; NaN: none, and neutral is the smallest value
 * @logarithmic: colours go by ratio; without a @baseline above 0 there is none
 * @smooth: values between those computed are drawn, and contour lines; else blocks
 * @stride: only each so many-th value of an axis, and the last, are shown, as a scan has
 * them that goes from coarse to fine; 0 and 1: all
 *
 * A plain value whose pointers are borrowed.
 */
typedef struct
{
  const char   *title, *subtitle, *unit;
  RankleMapAxis x, y;
  const double *values;
  const guint8 *states;
  double        baseline;
  gboolean      logarithmic, smooth;
  guint         stride;
} RankleMap;

/* The value is computed, and is one that can be drawn. */
gboolean rankle_map_has_value (const RankleMap *map, guint i, guint j);
/* RAN has no value where there is none. */
RankleMapState rankle_map_get_state (const RankleMap *map, guint i, guint j);
/* How many are in that state, of all that were asked. */
guint rankle_map_count (const RankleMap *map, RankleMapState state);

/* FALSE: there is no value. Of equal values the first, from the left below. */
gboolean
rankle_map_find_extremes (const RankleMap *map, guint least[2], guint greatest[2]);

/* An axis from 0 at the left or below to 1: from its first value to its last, and half a
 * cell more on both sides where cells are blocks. */
RanklePlotScale rankle_map_scale_axis (const RankleMap *map, const RankleMapAxis *axis);

/**
 * RankleMapRange:
 * @least: @greatest: of all values; alike where @is_flat
 * @low: @high: of all values and the baseline, @low < @high
 * @neutral: value that has the neutral colour
 * @span: from @neutral to the deeper of both ends, in what colours go by
 * @has_baseline: @neutral is one
 * @is_flat: all values are the same, but for rounding
 *
 * What colours mean.
 */
typedef struct
{
  double   least, greatest, low, high, neutral, span;
  gboolean logarithmic, has_baseline, is_flat;
} RankleMapRange;

RankleMapRange rankle_map_find_range (const RankleMap *map);
/* What colours go by: the value, or its logarithm, not below that of @low. */
double rankle_map_range_measure (const RankleMapRange *range, double value);
double rankle_map_range_unmeasure (const RankleMapRange *range, double measure);
/* From -1, the deepest blue, by 0, neutral, to 1, the deepest orange. */
double rankle_map_range_shade (const RankleMapRange *range, double measure);

/* (transfer full): with no more decimals than tell it to within @fine. */
char *rankle_map_dup_figure (double value, double fine);
/* (transfer full): in figures, with unit; with a sign where the baseline is 0. */
char *rankle_map_dup_value (const RankleMap *map, double value);
/* (transfer full): "60 mg" */
char *rankle_map_axis_dup_value (const RankleMapAxis *axis, double value);

G_END_DECLS
