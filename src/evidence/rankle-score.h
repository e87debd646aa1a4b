/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

typedef enum
{
  RANKLE_VERDICT_PASS,      /* within the spread */
  RANKLE_VERDICT_FAIL,      /* outside, or the run broke down */
  RANKLE_VERDICT_NOT_ASKED, /* the model has no such control or observable */
} RankleVerdict;

/* Appends the days that a run which @row is measured in should have rows at: the row's
 * own, and of a window those between, @most at most. */
void rankle_score_add_days (const RankleEvidenceRow *row, guint most, GArray *days);

/**
 * RankleSight:
 * @since: @time: the observable at the row's two times; of a measure of a window @time is
 * what was measured
 *
 * What a row saw in one run, NaN where it saw nothing.
 */
typedef struct
{
  double since, time;
} RankleSight;

/* Nothing, if the model does not answer for the row or the run ended before. */
RankleSight rankle_score_look (const RankleEvidenceRow *row,
                               const RankleTrajectory  *trajectory);
/* What the row measured there, or in the mean of several; NaN if it saw nothing or it is
 * a change of nothing. */
double rankle_score_tell (const RankleEvidenceRow *row, RankleSight sight);

/* Both for one run: the whole of it where the row is told of one. */
double rankle_score_measure (const RankleEvidenceRow *row,
                             const RankleTrajectory  *trajectory);

/* What the observable is at @day of the run. */
double rankle_score_observe (const RankleObserved   *observed,
                             const RankleTrajectory *trajectory,
                             double                  day);
/* The reverse: what the column is where the observable is @observable. @at_start: what
 * the column is at the start of the run. */
double rankle_score_to_column (const RankleObserved *observed,
                               double                observable,
                               double                at_start);

/* What a row says of a modelled value. */
RankleVerdict rankle_score_judge (const RankleEvidenceRow *row, double modelled);
/* From the value, in half-widths of the spread. Where there is one bound alone: 0 on the
 * value's other side, and 1 at the bound. */
double rankle_score_deviation (const RankleEvidenceRow *row, double modelled);

G_END_DECLS
