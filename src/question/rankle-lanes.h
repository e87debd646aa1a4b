/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

/* What is done in a scenario, as things that can be taken hold of: a lane a drug, and one
 * for whatever is infused, or is at another value from a time on. Times are in the
 * model's unit. */

/**
 * RankleLaneKind:
 * @RANKLE_LANE_DOSES: of a control that doses, or into a state
 * @RANKLE_LANE_CHANGES: a control or parameter at another value from a time on
 * @RANKLE_LANE_INFUSIONS: into a state
 * @RANKLE_LANE_MOMENT: a control that is a moment: when menopause comes
 */
typedef enum
{
  RANKLE_LANE_DOSES,
  RANKLE_LANE_CHANGES,
  RANKLE_LANE_INFUSIONS,
  RANKLE_LANE_MOMENT,
} RankleLaneKind;

/**
 * RankleLane:
 * @id: (owned): of the target
 * @label: (owned): "Denosumab"
 * @control: (nullable): that @id is of
 * @most: the largest amount on it, by which they are drawn; above 0
 */
typedef struct
{
  RankleLaneKind       kind;
  RankleTarget         target;
  char                *id;
  char                *label;
  const RankleControl *control;
  double               most;
} RankleLane;

/**
 * RankleHandle:
 * @lane: index of its lane
 * @step: index in the treatment; of a moment not used
 * @dose: which of its series, from 1; 0: it is no dose
 * @is_end: it is the end of an infusion, which has another handle at its start
 * @time: where it is
 * @until: of an infusion its end, be it at either
 * @place: where its series has it
 * @amount: by a control in its unit; else the model's: of a change the new value, of an
 * infusion the inflow; of a moment not used
 * @missed: it is not given
 */
typedef struct
{
  guint    lane;
  guint    step;
  guint    dose;
  gboolean is_end;
  double   time, until, place;
  double   amount;
  gboolean missed;
} RankleHandle;

/* A value, constant once it is made. */
typedef struct
{
  RankleScenario *scenario; /* (owned): as it stands for the model */
  RankleModel    *model;    /* (owned) */
  GArray         *lanes;    /* (owned): RankleLane, drugs first, as the model has them */
  GArray         *handles;  /* (owned): RankleHandle, by lane, then time */
} RankleLanes;

RankleLanes *rankle_lanes_new (const RankleScenario *scenario, RankleModel *model);
void         rankle_lanes_free (RankleLanes *lanes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleLanes, rankle_lanes_free)

static inline const RankleLane *
rankle_lanes_get (const RankleLanes *lanes, guint index)
{
  g_assert (index < lanes->lanes->len);
  return &g_array_index (lanes->lanes, RankleLane, index);
}

static inline const RankleHandle *
rankle_lanes_get_handle (const RankleLanes *lanes, guint index)
{
  g_assert (index < lanes->handles->len);
  return &g_array_index (lanes->handles, RankleHandle, index);
}

/* The step of the treatment that @handle is of; NULL: a moment. */
const RankleTreatmentStep *rankle_lanes_get_step (const RankleLanes  *lanes,
                                                  const RankleHandle *handle);
/* The lane of the same target as @lane, which may be of other lanes; -1: it has none. */
int rankle_lanes_find (const RankleLanes *lanes, const RankleLane *lane);
/* The handle of that lane that is nearest to where @like is, be it of other lanes, and
 * the dose of its number if one of those is as near. Ends are like ends. -1: there is
 * none.
 */
int
rankle_lanes_find_handle (const RankleLanes *lanes, guint lane, const RankleHandle *like);

G_END_DECLS
