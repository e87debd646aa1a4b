/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-scenario.h"

G_BEGIN_DECLS

#define RANKLE_EVIDENCE_ERROR (rankle_evidence_error_quark ())

/**
 * RankleEvidenceError:
 * @RANKLE_EVIDENCE_ERROR_ROW: a row that cannot be meant, or a second arm of one id
 */
typedef enum
{
  RANKLE_EVIDENCE_ERROR_ROW,
} RankleEvidenceError;

GQuark rankle_evidence_error_quark (void);

/**
 * RankleMeasure:
 * @RANKLE_MEASURE_VALUE: the observable at time
 * @RANKLE_MEASURE_CHANGE: there, in percent more (or less) than at since
 * @RANKLE_MEASURE_FOLD: there, over what it was at since
 * @RANKLE_MEASURE_DIFFERENCE: there, less what it was at since: of a score, or a
 * logarithm
 * @RANKLE_MEASURE_MAX: the largest from since to time
 * @RANKLE_MEASURE_MIN: the smallest from since to time
 * @RANKLE_MEASURE_TIME_OF_MAX: days from since to where it is largest, until time
 * @RANKLE_MEASURE_MAX_CHANGE: the largest from since to time, in percent more than at
 * since
 * @RANKLE_MEASURE_MIN_CHANGE: the smallest, likewise
 */
typedef enum
{
  RANKLE_MEASURE_VALUE,
  RANKLE_MEASURE_CHANGE,
  RANKLE_MEASURE_FOLD,
  RANKLE_MEASURE_DIFFERENCE,
  RANKLE_MEASURE_MAX,
  RANKLE_MEASURE_MIN,
  RANKLE_MEASURE_TIME_OF_MAX,
  RANKLE_MEASURE_MAX_CHANGE,
  RANKLE_MEASURE_MIN_CHANGE,
  RANKLE_N_MEASURES,
} RankleMeasure;

/* "value", "change" …: as files spell them, not translated. */
const char *rankle_measure_to_string (RankleMeasure measure);
/* FALSE: no such measure. */
gboolean rankle_measure_from_string (const char *word, RankleMeasure *measure);

/* Of a whole stretch of time, and not of its two ends. */
gboolean rankle_measure_is_of_window (RankleMeasure measure);

/**
 * RankleEvidenceRow:
 * @study: "papapoulos-2012"
 * @arm: id of the arm, how its people or mice were treated
 * @observable: what was measured, as rankle_model_find_observed() names it
 * @against: (nullable): id of another arm, which was measured likewise: the number is
 * that of @arm less that of this one
 * @spread: (nullable): id of a control by which the people differ; the number is of their
 * mean
 * @spread_sd: its standard deviation among them, in the control's own unit, above 0
 * @since: @time: days of the arm's run, 0 <= @since <= @time <= a million
 * @value: published mean, in @unit
 * @low: @high: published spread, or the tolerance that @note tells of; one of them may be
 * infinite: there is no bound on that side
 * @citation: where it was read; of a recalled one, what is believed to say so
 * @note: may be ""
 * @people: who they were, "women 60 to 90"; may be ""
 * @assay: what it was measured by, "serum CTX, Elecsys"; may be ""
 * @recalled: known by heart and not seen in the source: never shown as a citation
 * @predicted: kept out of the fit
 */
typedef struct
{
  const char   *study;
  const char   *arm;
  const char   *observable;
  RankleMeasure measure;
  const char   *against;
  const char   *spread;
  double        spread_sd;
  double        since, time;
  double        value, low, high;
  const char   *unit;
  const char   *citation;
  const char   *note;
  const char   *people;
  const char   *assay;
  gboolean      recalled;
  gboolean      predicted;
} RankleEvidenceRow;

/* It is told of more than one run: against another arm, or of people who differ. */
gboolean rankle_evidence_is_of_several (const RankleEvidenceRow *row);

/* As files spell them: "fit" or "predict", "seen" or "recalled". */
const char *rankle_evidence_get_use (const RankleEvidenceRow *row);
const char *rankle_evidence_get_grade (const RankleEvidenceRow *row);

/**
 * RankleEvidence:
 *
 * What studies found, a row a number, and the arms of those studies as scenarios. An arm
 * is put to whatever model has words for it, or, a scenario of one model, to that alone:
 * to be healthy is another thing in a joint than in a skeleton. Filled by its maker, then
 * constant; reference counted.
 */
typedef struct _RankleEvidence RankleEvidence;

RankleEvidence *rankle_evidence_new (void);
RankleEvidence *rankle_evidence_ref (RankleEvidence *evidence);
void            rankle_evidence_unref (RankleEvidence *evidence);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleEvidence, rankle_evidence_unref)

/* Arms first: a row must name one. Both copy what they are given; on error nothing is
 * added. */
gboolean rankle_evidence_add_arm (RankleEvidence       *evidence,
                                  const RankleScenario *arm,
                                  GError              **error);
/* One of @model, an id such as "lymph-node", alone. */
gboolean rankle_evidence_add_arm_of (RankleEvidence       *evidence,
                                     const RankleScenario *arm,
                                     const char           *model,
                                     GError              **error);
gboolean rankle_evidence_add_row (RankleEvidence          *evidence,
                                  const RankleEvidenceRow *row,
                                  GError                 **error);

/* In the order in which they were added. */
const RankleEvidenceRow *rankle_evidence_get_rows (const RankleEvidence *evidence,
                                                   guint                *n);
guint                    rankle_evidence_get_n_arms (const RankleEvidence *evidence);
RankleScenario *rankle_evidence_get_arm (const RankleEvidence *evidence, guint index);
/* Whether @arm, by index, is put to @model. One that opens with a scenario of its own is
 * a system, of which studies of the adult skeleton tell nothing: it is asked its own
 * alone. */
gboolean rankle_evidence_asks (const RankleEvidence *evidence,
                               guint                 arm,
                               const RankleModel    *model);
/* It is of that model alone. */
gboolean rankle_evidence_is_own (const RankleEvidence *evidence, guint arm);
/* -1: there is none of that id. */
int rankle_evidence_find_arm (const RankleEvidence *evidence, const char *id);

G_END_DECLS
