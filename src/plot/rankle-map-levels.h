/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-map-contours.h"

G_BEGIN_DECLS

/* At which values a map has lines. */

/* @apart: to the next of its kind. @measure, @apart: in what colours go by. */
typedef struct
{
  double            value, measure;
  double            apart;
  RankleMapLineKind kind;
} RankleMapLevel;

/* (transfer full): RankleMapLevel, ascending; none where all values are the same. */
GArray *_rankle_map_list_levels (const RankleMapRange *range);

G_END_DECLS
