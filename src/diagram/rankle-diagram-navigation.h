/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-diagram.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_DIRECTION_LEFT,
  RANKLE_DIRECTION_RIGHT,
  RANKLE_DIRECTION_UP,
  RANKLE_DIRECTION_DOWN,
} RankleDirection;

/* The entity whose shape contains @point (map units), grown by @reach; RANKLE_NO_GLYPH on
 * the ground. */
guint rankle_diagram_hit (const RankleDiagram *diagram, RanklePoint point, double reach);

/* The nearest entity in a direction; @from itself at the border of the map; the first one
 * in reading order when @from is RANKLE_NO_GLYPH. */
guint
rankle_diagram_step (const RankleDiagram *diagram, guint from, RankleDirection direction);

/* Entities in reading order, region by region: the order of Tab. (transfer full) */
guint *rankle_diagram_get_reading_order (const RankleDiagram *diagram, guint *n);

G_END_DECLS
