/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map.h"
#include "rankle-plot-theme.h"

G_BEGIN_DECLS

/*     +------------------------------------------+
 *     | title                                    |
 *     | subtitle                            unit |
 *     | y |t|                          | | |bar's|
 *     | l |i|        area              | |b|ticks|
 *     | a |c|                          | |a|     |
 *     | b |k+--------------------------+ |r|     |
 *     |     x ticks                              |
 *     |            x label                       |
 *     +------------------------------------------+
 * Where there is no room for it, the bar is left out (bar_left = bar_right), then the
 * labels of the axes. */

/* Round values of an axis or of the bar. */
typedef struct
{
  double values[RANKLE_PLOT_MAX_TICKS];
  guint  n;
} RankleMapTicks;

typedef struct
{
  double          width, height;
  double          left, top, right, bottom; /* of the area; whole pixels */
  double          bar_left, bar_right;      /* beside it, as high as it */
  double          title_size, label_size, tick_size;
  gboolean        has_labels; /* of the axes */
  RanklePlotScale x, y, bar;  /* to places [px] */
  RankleMapTicks  x_ticks, y_ticks, bar_ticks;
} RankleMapLayout;

void rankle_map_layout_compute (RankleMapLayout       *layout,
                                const RankleMap       *map,
                                const RanklePlotTheme *theme,
                                double                 width,
                                double                 height);

/* (transfer full): what stands at the baseline on the bar. */
char *rankle_map_dup_baseline (const RankleMap *map);
/* (transfer full): what stands at a tick. */
char *
rankle_map_dup_tick (const RankleMapTicks *ticks, const RanklePlotScale *scale, guint i);

#define RANKLE_MAP_LABEL_SIZE 0.84 /* [font sizes] */

/* A box of the area [px from its left upper corner], and what stands in it. */
typedef struct
{
  double x, y, width, height;
  char  *text; /* (owned) */
  double value;
} RankleMapLabel;

/* (transfer full): RankleMapLabel: values on @lines, of rankle_map_find_lines (), where
 * they fit: within the area, on no other and on no cell without a value. */
GArray *rankle_map_place_labels (const RankleMap       *map,
                                 const RanklePlotTheme *theme,
                                 const GArray          *lines,
                                 double                 width,
                                 double                 height);

G_END_DECLS
