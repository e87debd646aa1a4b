/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-bone-cube.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* What can be told of the bone at a time. */
typedef enum
{
  RANKLE_BONE_SHOWN,
  RANKLE_BONE_NONE,    /* the model has no bone volume */
  RANKLE_BONE_NOT_RUN, /* the run did not come so far */
} RankleBoneKnown;

/* What bone is drawn as at the start of a run, unless the user says otherwise. */
#define RANKLE_BONE_USUAL_START 0.2

/* The mineral content that the ends of the legend stand for, of full. */
#define RANKLE_BONE_LEAST_MINERAL 0.9
#define RANKLE_BONE_MOST_MINERAL  1.0

/**
 * RankleBoneState:
 * @start: bone volume over total volume that is drawn at the start
 * @fraction: the same now: @start times the bone that there is to that of the start
 * @mineral: mineral content, of full; NaN where the model does not tell
 * @ratios: how many osteoclasts and osteoblasts there are, times the baseline; NaN where
 * the model does not tell
 * @trend: what the bone gains a year, in parts of what there was at the start, below 0
 * where it loses; NaN where the model does not know how long a year is
 *
 * What the picture of the bone shows at a moment of a run. A plain value; but for @known
 * and @start it holds nothing unless @known is RANKLE_BONE_SHOWN.
 */
typedef struct
{
  RankleBoneKnown known;
  double          start, fraction, mineral;
  double          ratios[RANKLE_BONE_N_KINDS];
  double          trend;
} RankleBoneState;

/**
 * rankle_bone_state:
 * @run: whose model has bone_spine, bone_hip, f_bm, or a column that its diagram's glyph
 * of bone is filled by, unless that answers for bone density
 * @baseline: (nullable): the run that is left alone; cells are told in multiples of its
 * first row. NULL: of the run's own
 * @time: [model's unit]: of the cursor
 * @start: bone volume over total volume that is drawn at the start
 *
 * Nothing is computed here but quotients.
 */
RankleBoneState rankle_bone_state (const RankleTrajectory *run,
                                   const RankleTrajectory *baseline,
                                   double                  time,
                                   double                  start);

/* Of the cube that shows it; @state must be shown. */
RankleBoneKey rankle_bone_state_get_key (const RankleBoneState *state);
/* Where it is on the legend of mineral, 0 to 1; full where the model does not tell. */
double rankle_bone_state_get_mineral_share (const RankleBoneState *state);

G_END_DECLS
