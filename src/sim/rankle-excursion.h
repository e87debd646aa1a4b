/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/**
 * RankleExcursion:
 * @column: of the run
 * @below: it is less than its quantity's min, else more than its max
 * @limit: that min or max
 * @from: @to: when; from crossing to crossing, linear between rows
 * @worst: the value furthest away
 * @lasts: to the end of the run
 *
 * A while in which a run gives values beyond the range in which its quantity makes sense:
 * they are not to be read.
 */
typedef struct
{
  guint    column;
  gboolean below;
  double   limit;
  double   from, to;
  double   worst;
  gboolean lasts;
} RankleExcursion;

/* (transfer full): RankleExcursion; of @n @columns, one after the other, each ascending.
 */
GArray *
rankle_excursions_find (const RankleTrajectory *run, const guint *columns, guint n);
/* (transfer full): of all columns. */
GArray  *rankle_excursions_find_all (const RankleTrajectory *run);
gboolean rankle_excursions_has_any (const RankleTrajectory *run, guint column);
/* The value at @time, between rows, too, is one of them. */
gboolean rankle_excursions_cover (const RankleTrajectory *run, guint column, double time);
/* (transfer full): double; from and to in turn, ascending and apart: when any of
 * @excursions is under way. */
GArray *rankle_excursions_merge (const GArray *excursions);

G_END_DECLS
