/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From parameter values to residuals: every arm is run for every set of values, and each
 * row is measured in the run of its arm. */

#include <math.h>

#include "rankle-calibration.h"
#include "rankle-score.h"
#include "rankle-scorecard.h"

/* Of a run that breaks down, or of a measure that is none: far beyond any sound one. */
#define BROKEN 1e3

typedef struct
{
  const RankleCalibration *self;
  const double            *values;
  guint                    n_arms;
  double                  *residuals;
} Work;

static const RankleFittedParameter *
get_parameter (const RankleCalibration *self, guint i)
{
  g_assert (i < self->parameters->len);

  return &g_array_index (self->parameters, RankleFittedParameter, i);
}

static double *
get_residuals (const Work *work, guint set)
{
  return work->residuals + (gsize)set * rankle_calibration_get_n_residuals (work->self);
}

/* (transfer full): all of the model's parameters, those of set @set among them. */
static double *
fill_parameters (const Work *work, guint set)
{
  const RankleCalibration *self = work->self;
  guint                    n = rankle_model_get_n_parameters (self->model);
  double                  *all = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    all[i] = NAN;
  for (guint i = 0; i < self->parameters->len; i++)
    all[get_parameter (self, i)->index] = work->values[set * self->parameters->len + i];
  return all;
}

static gboolean
is_of_arm (const Work *work, guint term, guint arm)
{
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (work->self->evidence, &n);

  return rankle_evidence_find_arm (work->self->evidence, rows[term].arm) == (int)arm;
}

/* An arm without rows still needs a protocol that runs: of one moment. */
static RankleProtocol *
make (guint run, gpointer data)
{
  const Work         *work = data;
  g_autofree double  *parameters = fill_parameters (work, run / work->n_arms);
  RankleProtocol     *protocol;
  static const double moment = 0;

  protocol = rankle_score_make_protocol (work->self->evidence, run % work->n_arms,
                                         work->self->model, parameters, NULL);
  if (protocol != NULL)
    return protocol;
  protocol = rankle_protocol_new (work->self->model);
  rankle_protocol_set_times (protocol, &moment, 1);
  rankle_protocol_seal (protocol);
  return protocol;
}

static double
compute_residual (const RankleTerm        *term,
                  const RankleEvidenceRow *row,
                  const RankleTrajectory  *trajectory)
{
  double modelled = trajectory == NULL ? NAN : rankle_score_measure (row, trajectory);

  if (!isfinite (modelled))
    return BROKEN;
  if (term->scale > 0)
    return term->weight * (modelled - CLAMP (modelled, row->low, row->high)) /
           term->scale;
  return term->weight * rankle_score_deviation (row, modelled);
}

static void
take (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  const Work              *work = data;
  double                  *residuals = get_residuals (work, run / work->n_arms);
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (work->self->evidence, &n);

  for (guint i = 0; i < work->self->terms->len; i++)
    if (is_of_arm (work, i, run % work->n_arms))
      residuals[i] = compute_residual (&g_array_index (work->self->terms, RankleTerm, i),
                                       &rows[i], trajectory);
}

static void
add_prior (const Work *work, guint set)
{
  const RankleCalibration *self = work->self;
  guint                    n = self->parameters->len;
  double                  *residuals = get_residuals (work, set) + self->terms->len;

  for (guint i = 0; i < n; i++)
    residuals[i] = self->prior_weight *
                   log2 (work->values[set * n + i] / get_parameter (self, i)->start);
}

void
rankle_calibration_compute (const RankleCalibration *self,
                            const double            *values,
                            guint                    n_sets,
                            double                  *residuals)
{
  Work work = { .self = self,
                .values = values,
                .n_arms = rankle_evidence_get_n_arms (self->evidence),
                .residuals = residuals };

  rankle_runner_run_batch (self->runner, n_sets * work.n_arms, make, take, &work);
  for (guint set = 0; set < n_sets; set++)
    add_prior (&work, set);
}
