/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-workspace.h"

G_BEGIN_DECLS

/* How a run can end early. All but the first name the time and the state. */
typedef enum
{
  RANKLE_FAILURE_STOPPED, /* on purpose */
  RANKLE_FAILURE_NOT_FINITE,
  RANKLE_FAILURE_TOO_MANY_STEPS,
  RANKLE_FAILURE_TOO_FAST,
  RANKLE_FAILURE_UNBOUNDED, /* a state doubles in next to no time */
} RankleFailure;

/**
 * RankleBreakdown:
 * @time: reached, in the model's unit
 * @relative: the tolerance that was asked for
 * @state: index of what the run broke down at
 * @parameter: index of what that one's rate depends on most, or -1
 */
typedef struct
{
  RankleFailure failure;
  double        time, relative;
  guint         state;
  int           parameter;
} RankleBreakdown;

/* Where a run stands that cannot go on. */
typedef struct
{
  RankleModel     *model;
  RankleWorkspace *workspace;
  double           inside;     /* the time that the model may be asked about */
  const double    *state;      /* the last good one */
  const double    *absolute;   /* tolerances */
  int              not_finite; /* state whose rate is not, or -1: not known */
} RankleStanding;

/* Fills in @breakdown's state and parameter, of its time, tolerance and failure, and
 * makes of the latter UNBOUNDED where that is what happens. */
void _rankle_breakdown_diagnose (RankleBreakdown      *breakdown,
                                 const RankleStanding *standing);

G_END_DECLS
