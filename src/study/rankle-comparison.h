/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-study.h"

G_BEGIN_DECLS

/**
 * RanklePairMeasure:
 * @RANKLE_PAIR_OF_BASELINE: in percent of each model's own baseline
 * @RANKLE_PAIR_IN_UNIT: a drug, of which the baseline has nothing, in the unit of both
 * @RANKLE_PAIR_OF_PEAK: the same where units differ: in percent of each run's own highest
 */
typedef enum
{
  RANKLE_PAIR_OF_BASELINE,
  RANKLE_PAIR_IN_UNIT,
  RANKLE_PAIR_OF_PEAK,
} RanklePairMeasure;

/**
 * RankleQuantityPair:
 * @label: @unit: in the first model's words
 * @columns: in the first and in the second model
 */
typedef struct
{
  const char       *label, *unit;
  guint             columns[2];
  RanklePairMeasure measure;
} RankleQuantityPair;

/**
 * RankleComparison:
 *
 * A study's rival model beside its own: the same scenario over the same time, and what
 * both have a quantity for. The first is the study's own run; the second is asked of the
 * study's runner, and only while the comparison is active.
 *
 * Signal: changed: new runs, or another pair of models.
 */
#define RANKLE_TYPE_COMPARISON (rankle_comparison_get_type ())
G_DECLARE_FINAL_TYPE (RankleComparison, rankle_comparison, RANKLE, COMPARISON, GObject)

RankleComparison *rankle_comparison_new (RankleStudy *study);
void rankle_comparison_set_active (RankleComparison *comparison, gboolean active);
void rankle_comparison_set_second (RankleComparison *comparison, RankleModel *model);

RankleStudy *rankle_comparison_get_study (RankleComparison *comparison);
/* (nullable): @which is 0 for the study's own model, 1 for the rival. */
RankleModel *rankle_comparison_get_model (RankleComparison *comparison, guint which);
/* (nullable): the last good run; it stays when a later one fails. */
RankleTrajectory *rankle_comparison_get_run (RankleComparison *comparison, guint which);
/* The rival's run is not yet that of what is asked. */
gboolean rankle_comparison_is_waiting (RankleComparison *comparison);
/* (nullable): why the rival's last run failed, a sentence without its full stop. */
const char *rankle_comparison_get_failure (RankleComparison *comparison);

const RankleQuantityPair *rankle_comparison_get_pairs (RankleComparison *comparison,
                                                       guint            *n);
/* What values of that model's run are multiplied with to be what the pair is measured in;
 * NaN where the baseline has nothing of it. There must be a run. */
double rankle_comparison_get_factor (RankleComparison         *comparison,
                                     const RankleQuantityPair *pair,
                                     guint                     which);
/* How many of the first model's time unit one of the second's is. */
double rankle_comparison_get_time_factor (RankleComparison *comparison);
/* (transfer full): why the second run failed; what the scenario moves and the second
 * model lacks, or has a note on; "" where there is nothing to say. */
char *rankle_comparison_dup_remarks (RankleComparison *comparison);
/* (transfer full): what @scenario moves of @model and @rival lacks, or has a note on; "".
 */
char *rankle_rival_remarks_in_words (RankleModel          *model,
                                     const RankleScenario *scenario,
                                     RankleModel          *rival);
/* (transfer full): "Lemaire 2004" of "Lemaire 2004: osteoblasts and osteoclasts", where
 * room is short. */
char *rankle_comparison_dup_name (RankleModel *model);
/* Asks nothing more. Dispose does it too. */
void rankle_comparison_close (RankleComparison *comparison);

G_END_DECLS
