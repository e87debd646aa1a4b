/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map-field.h"

G_BEGIN_DECLS

/* The values of an axis that are shown. */

typedef struct
{
  guint   n;
  guint  *indices; /* (owned): in the map's axis */
  double *places;  /* (owned): ascending */
} RankleMapNodes;

void _rankle_map_nodes_init (RankleMapNodes      *nodes,
                             const RankleMap     *map,
                             const RankleMapAxis *axis);
void _rankle_map_nodes_clear (RankleMapNodes *nodes);

RankleMapLocus _rankle_map_nodes_locate (const RankleMapNodes *nodes, double place);
guint          _rankle_map_nodes_find_nearest (const RankleMapNodes *nodes,
                                               const RankleMapLocus *locus);
/* How much longer the steps before and behind that of @cell are than it. */
void _rankle_map_nodes_get_ratios (const RankleMapNodes *nodes,
                                   guint                 cell,
                                   double               *before,
                                   double               *behind);

G_END_DECLS
