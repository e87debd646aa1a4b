/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* The last few baseline runs, one a model and horizon, so that going from model to model
 * and back costs nothing. */
typedef struct
{
  GQueue entries; /* (owned): newest first */
} RankleBaselines;

void rankle_baselines_init (RankleBaselines *baselines);
void rankle_baselines_clear (RankleBaselines *baselines);
void rankle_baselines_add (RankleBaselines  *baselines,
                           double            horizon,
                           RankleTrajectory *trajectory);
/* (transfer none) (nullable) */
RankleTrajectory *rankle_baselines_find (const RankleBaselines *baselines,
                                         const RankleModel     *model,
                                         double                 horizon);

G_END_DECLS
