/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-runner.h"
#include "rankle-score.h"

G_BEGIN_DECLS

/* "pass", "fail", "not asked": not translated. */
const char *rankle_verdict_to_string (RankleVerdict verdict);

/**
 * RankleScore:
 * @modelled: in the row's unit; NaN where there is none
 * @deviation: modelled less observed, in half-widths of the spread; NaN likewise
 * @reason: (nullable): why there is none
 */
typedef struct
{
  const RankleEvidenceRow *row;
  double                   modelled;
  double                   deviation;
  RankleVerdict            verdict;
  const char              *reason;
} RankleScore;

/**
 * RankleTotal:
 * @asked: rows that the model could answer, of which it @passed some
 * @deviation: root mean square of their finite deviations; NaN where there is none
 */
typedef struct
{
  guint  passed, asked, not_asked;
  double deviation;
} RankleTotal;

/**
 * RankleScorecard:
 *
 * Every row of the evidence that is put to a model beside what it says there. Constant.
 */
typedef struct _RankleScorecard RankleScorecard;

/* Has @runner run what an inquiry asks, and returns when all is done. */
RankleScorecard *
rankle_scorecard_new (RankleEvidence *evidence, RankleModel *model, RankleRunner *runner);
void rankle_scorecard_free (RankleScorecard *scorecard);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleScorecard, rankle_scorecard_free)

/* One a row, in the rows' order. */
const RankleScore *rankle_scorecard_get_scores (const RankleScorecard *scorecard,
                                                guint                 *n);
/* Of the predicted rows, or of those that the fit has seen. */
RankleTotal rankle_scorecard_get_total (const RankleScorecard *scorecard,
                                        gboolean               predicted);
/* Of both together. */
RankleTotal rankle_scorecard_get_grand_total (const RankleScorecard *scorecard);
/* Of those of both whose source was not seen. */
RankleTotal rankle_scorecard_get_recalled_total (const RankleScorecard *scorecard);
/* (nullable): why the run of an arm broke down, the first such @arm. */
const char *rankle_scorecard_get_breakdown (const RankleScorecard *scorecard,
                                            const char           **arm);

G_END_DECLS
