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

/* The arm's scenario put to @model, sealed, with every time that its rows ask for. NULL,
 * with the reason, if the model lacks what the arm moves or answers for none of the rows.
 * @parameters (nullable): n_parameters values in the place of the model's, NaN for those
 * that stay. */
RankleProtocol *rankle_score_make_protocol (const RankleEvidence *evidence,
                                            guint                 arm,
                                            RankleModel          *model,
                                            const double         *parameters,
                                            GError              **error);

/* What the row measured, in the run; NaN if the model does not answer for it, the run
 * ended before, or it is a change of nothing. */
double rankle_score_measure (const RankleEvidenceRow *row,
                             const RankleTrajectory  *trajectory);

/* What the observable is at @day of the run. */
double rankle_score_observe (const RankleObserved   *observed,
                             const RankleTrajectory *trajectory,
                             double                  day);

/* What a row says of a modelled value. */
RankleVerdict rankle_score_judge (const RankleEvidenceRow *row, double modelled);
double        rankle_score_deviation (const RankleEvidenceRow *row, double modelled);

G_END_DECLS
