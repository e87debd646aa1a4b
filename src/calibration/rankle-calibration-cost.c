/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From parameter values to residuals: what the inquiry runs is run once for every set of
 * values, and each row is told of what was seen there. */

#include <math.h>

#include "rankle-calibration.h"
#include "rankle-score.h"

/* Of a run that breaks down, or of a measure that is none: far beyond any sound one. */
#define BROKEN 1e3

typedef struct
{
  const RankleCalibration *self;
  const double            *values;
  guint                    n_sets;
  guint                    n_sights; /* of a set */
  RankleSight             *sights;
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

/* What one run asks is asked of all sets, one after another: they have one schedule, and
 * are made abreast. */
static RankleProtocol *
make (guint run, gpointer data)
{
  const Work        *work = data;
  g_autofree double *parameters = fill_parameters (work, run % work->n_sets);

  return rankle_inquiry_make_protocol (work->self->inquiry, run / work->n_sets,
                                       parameters);
}

static void
take (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  const Work *work = data;

  rankle_inquiry_look (work->self->inquiry, run / work->n_sets, trajectory,
                       work->sights + (gsize)(run % work->n_sets) * work->n_sights);
}

static double
compute_residual (const RankleTerm *term, const RankleEvidenceRow *row, double modelled)
{
  if (!(term->weight > 0))
    return 0;
  if (!isfinite (modelled))
    return BROKEN;
  if (term->scale > 0)
    return term->weight * (modelled - CLAMP (modelled, row->low, row->high)) /
           term->scale;
  return term->weight * rankle_score_deviation (row, modelled);
}

static void
add_rows (const Work *work, guint set)
{
  const RankleCalibration *self = work->self;
  const RankleSight       *sights = work->sights + (gsize)set * work->n_sights;
  double                  *residuals = get_residuals (work, set);
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (self->evidence, &n);

  for (guint i = 0; i < self->terms->len; i++)
    residuals[i] =
        compute_residual (&g_array_index (self->terms, RankleTerm, i), &rows[i],
                          rankle_inquiry_tell (self->inquiry, i, sights));
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

/* Runs all of @n_sets; (transfer full): what was seen. */
static RankleSight *
look (Work *work, guint n_sets)
{
  const RankleInquiry *inquiry = work->self->inquiry;

  work->n_sets = n_sets;
  work->n_sights = rankle_inquiry_get_n_sights (inquiry);
  work->sights = g_new0 (RankleSight, (gsize)n_sets * work->n_sights + 1);
  rankle_runner_run_batch (
      work->self->runner, n_sets * rankle_inquiry_get_n_runs (inquiry), make, take, work);
  return work->sights;
}

void
rankle_calibration_compute (const RankleCalibration *self,
                            const double            *values,
                            guint                    n_sets,
                            double                  *residuals)
{
  Work work = { .self = self, .values = values, .residuals = residuals };
  g_autofree RankleSight *sights = look (&work, n_sets);

  g_assert (sights != NULL);

  for (guint set = 0; set < n_sets; set++)
    {
      add_rows (&work, set);
      add_prior (&work, set);
    }
}

void
rankle_calibration_tell (const RankleCalibration *self,
                         const double            *values,
                         double                  *modelled)
{
  Work                    work = { .self = self, .values = values };
  g_autofree RankleSight *sights = look (&work, 1);

  for (guint i = 0; i < self->terms->len; i++)
    modelled[i] = rankle_inquiry_tell (self->inquiry, i, sights);
}
