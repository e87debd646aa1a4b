/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-finding.h"

#include <math.h>

#include "rankle-evidence-match.h"
#include "rankle-score.h"
#include "rankle-time-unit.h"

/* A row at the very end of a run is of it, whatever rounding left. */
#define ROUNDING 1e-9
/* More rows than that of one window would be felt at a slider. */
#define MOST_ROWS 400

/* A row that the model has a column for. */
typedef struct
{
  guint          number; /* among the evidence's */
  RankleObserved observed;
} Candidate;

struct _RankleFinder
{
  RankleEvidence          *evidence; /* (owned) */
  RankleModel             *model;    /* (owned) */
  RankleEvidenceMatch     *match;    /* (owned) */
  const RankleEvidenceRow *rows;     /* the evidence's */
  guint                    n_rows;
  GArray                  *candidates; /* (owned): Candidate, by column and time */
  double                   day;        /* in the model's time unit */
  gboolean                 is_fitted;  /* of the model's numbers some are fitted by us */
};

/* ---- what can be asked ---- */

static void
add_candidate (RankleFinder *self, guint number)
{
  const RankleEvidenceRow *row = &self->rows[number];
  Candidate                candidate = { .number = number };
  guint arm = (guint)rankle_evidence_find_arm (self->evidence, row->arm);

  g_assert (number < self->n_rows);

  if (rankle_evidence_asks (self->evidence, arm, self->model) &&
      rankle_model_find_observed (self->model, row->observable, &candidate.observed))
    g_array_append_val (self->candidates, candidate);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer rows)
{
  const Candidate         *first = a, *second = b;
  const RankleEvidenceRow *row = (const RankleEvidenceRow *)rows + first->number;
  const RankleEvidenceRow *other = (const RankleEvidenceRow *)rows + second->number;

  if (first->observed.column != second->observed.column)
    return first->observed.column < second->observed.column ? -1 : 1;
  if (fabs (row->time - other->time) > 0)
    return row->time < other->time ? -1 : 1;
  return first->number < second->number ? -1 : 1;
}

static gboolean
is_fitted (RankleModel *model)
{
  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    if (rankle_model_get_parameter (model, i)->grade == RANKLE_GRADE_FITTED)
      return TRUE;
  return FALSE;
}

RankleFinder *
rankle_finder_new (RankleEvidence *evidence, RankleModel *model)
{
  RankleFinder *self;

  g_return_val_if_fail (evidence != NULL && model != NULL, NULL);

  self = g_new0 (RankleFinder, 1);
  self->evidence = rankle_evidence_ref (evidence);
  self->model = rankle_model_ref (model);
  self->match = rankle_evidence_match_new (evidence, model);
  self->rows = rankle_evidence_get_rows (evidence, &self->n_rows);
  self->candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  self->day = rankle_time_unit_convert ("day", rankle_model_get_time_unit (model));
  self->is_fitted = is_fitted (model);
  for (guint i = 0; i < self->n_rows; i++)
    add_candidate (self, i);
  g_array_sort_with_data (self->candidates, compare, (gpointer)self->rows);
  return self;
}

void
rankle_finder_free (RankleFinder *self)
{
  g_array_unref (self->candidates);
  rankle_evidence_match_free (self->match);
  rankle_model_unref (self->model);
  rankle_evidence_unref (self->evidence);
  g_free (self);
}

/* (transfer full): a flag for each row of the evidence. */
static gboolean *
flag_matches (RankleFinder *self, const RankleProtocol *asked)
{
  g_autoptr (GArray) found = rankle_evidence_match_find (self->match, asked);
  gboolean *flags = g_new0 (gboolean, self->n_rows + 1);

  for (guint i = 0; i < found->len; i++)
    flags[g_array_index (found, guint, i)] = TRUE;
  return flags;
}

GArray *
rankle_finder_list_times (RankleFinder *self, const RankleProtocol *asked)
{
  GArray              *times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree gboolean *matches = flag_matches (self, asked);

  for (guint i = 0; i < self->candidates->len; i++)
    {
      guint number = g_array_index (self->candidates, Candidate, i).number;

      if (matches[number] && !rankle_evidence_is_of_several (&self->rows[number]))
        rankle_score_add_days (&self->rows[number], MOST_ROWS, times);
    }
  for (guint i = 0; i < times->len; i++)
    g_array_index (times, double, i) *= self->day;
  return times;
}

/* ---- what a run is held against ---- */

/* A number in the row's unit as a value of the observable. */
static double
to_observable (const RankleEvidenceRow *row, double number, double at_since)
{
  switch (row->measure)
    {
    case RANKLE_MEASURE_CHANGE:
    case RANKLE_MEASURE_MAX_CHANGE:
    case RANKLE_MEASURE_MIN_CHANGE:
      return at_since * (1 + number / 100);
    case RANKLE_MEASURE_FOLD:
      return at_since * number;
    case RANKLE_MEASURE_DIFFERENCE:
      return at_since + number;
    case RANKLE_MEASURE_TIME_OF_MAX:
    case RANKLE_N_MEASURES:
      return NAN;
    case RANKLE_MEASURE_VALUE:
    case RANKLE_MEASURE_MAX:
    case RANKLE_MEASURE_MIN:
    default:
      return number;
    }
}

/* NaN: no bound. */
static double
to_bound (double value)
{
  return isfinite (value) ? value : NAN;
}

static void
put_values (const RankleObserved    *observed,
            const RankleTrajectory  *trajectory,
            const RankleEvidenceRow *row,
            RankleFinding           *finding)
{
  double at_start = rankle_trajectory_get_value_at (trajectory, observed->column, 0);
  double at_since = rankle_score_observe (observed, trajectory, row->since);
  double values[] = { row->value, row->low, row->high };

  g_assert (observed->column < rankle_trajectory_get_n_columns (trajectory));

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = rankle_score_to_column (
        observed, to_observable (row, values[i], at_since), at_start);
  finding->value = values[0];
  /* A negative factor turns them round. */
  finding->low = to_bound (fmin (values[1], values[2]));
  finding->high = to_bound (fmax (values[1], values[2]));
}

/* Told of several runs, of which this is one at most. */
static void
tell_of_several (RankleFinder *self, const RankleEvidenceRow *row, RankleFinding *finding)
{
  const RankleControl *control = NULL;

  g_assert (rankle_evidence_is_of_several (row));

  finding->value = finding->low = finding->high = finding->modelled = NAN;
  if (row->against != NULL)
    finding->against = rankle_scenario_get_title (rankle_evidence_get_arm (
        self->evidence, (guint)rankle_evidence_find_arm (self->evidence, row->against)));
  if (row->spread != NULL)
    control = rankle_model_find_control (self->model, row->spread);
  if (control != NULL)
    finding->differing = control->label;
  else
    finding->differing = row->spread;
}

static void
hold (const Candidate         *candidate,
      const RankleEvidenceRow *row,
      const RankleTrajectory  *trajectory,
      RankleFinding           *finding)
{
  put_values (&candidate->observed, trajectory, row, finding);
  finding->modelled = rankle_score_measure (row, trajectory);
  finding->within = rankle_score_judge (row, finding->modelled) == RANKLE_VERDICT_PASS;
}

static RankleFinding
make_finding (RankleFinder           *self,
              const Candidate        *candidate,
              const RankleTrajectory *trajectory)
{
  const RankleEvidenceRow *row = &self->rows[candidate->number];
  RankleFinding            finding = { .row = row, .column = candidate->observed.column };
  guint arm = (guint)rankle_evidence_find_arm (self->evidence, row->arm);

  g_assert (candidate->number < self->n_rows);

  finding.to = row->time * self->day;
  finding.from =
      rankle_measure_is_of_window (row->measure) ? row->since * self->day : finding.to;
  if (rankle_evidence_is_of_several (row))
    tell_of_several (self, row, &finding);
  else
    hold (candidate, row, trajectory, &finding);
  finding.fitted = self->is_fitted && !row->predicted;
  finding.predicted = self->is_fitted && row->predicted;
  finding.by_hand = !row->predicted && rankle_evidence_is_own (self->evidence, arm);
  finding.person =
      rankle_scenario_get_person (rankle_evidence_get_arm (self->evidence, arm));
  return finding;
}

static double
get_end (const RankleTrajectory *trajectory)
{
  guint n = rankle_trajectory_get_n_times (trajectory);

  return n > 0 ? rankle_trajectory_get_times (trajectory)[n - 1] : -INFINITY;
}

void
rankle_finder_add_times (RankleFinder *self, RankleQuestion *question)
{
  g_autoptr (RankleProtocol) asked = NULL;
  g_autoptr (GArray) times = NULL;

  g_return_if_fail (self != NULL && question != NULL);

  asked = rankle_question_make_protocol (question, NULL);
  if (asked == NULL)
    return;
  times = rankle_finder_list_times (self, asked);
  rankle_question_add_times (question, (const double *)(void *)times->data, times->len);
}

GArray *
rankle_finder_list (RankleFinder *self, const RankleTrajectory *trajectory)
{
  GArray              *findings = g_array_new (FALSE, FALSE, sizeof (RankleFinding));
  g_autofree gboolean *matches = NULL;
  double               end = get_end (trajectory) * (1 + ROUNDING);

  g_return_val_if_fail (rankle_trajectory_get_model (trajectory) == self->model,
                        findings);

  matches = flag_matches (self, rankle_trajectory_get_protocol (trajectory));
  for (guint i = 0; i < self->candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, i);
      RankleFinding    finding;

      if (!matches[candidate->number] ||
          self->rows[candidate->number].time * self->day > end)
        continue;
      finding = make_finding (self, candidate, trajectory);
      g_array_append_val (findings, finding);
    }
  return findings;
}
