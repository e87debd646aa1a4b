/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-evidence.h"
#include "rankle-inquiry.h"
#include "rankle-runner.h"

G_BEGIN_DECLS

#define RANKLE_CALIBRATION_ERROR (rankle_calibration_error_quark ())

/**
 * RankleCalibrationError:
 * @RANKLE_CALIBRATION_ERROR_PLAN: the plan is not what it should be; the message names it
 * @RANKLE_CALIBRATION_ERROR_RUN: the model cannot be run where the plan starts
 * @RANKLE_CALIBRATION_ERROR_TEXT: a value has no place in the model's files
 * @RANKLE_CALIBRATION_ERROR_RESULT: the search gave no result that may be written
 */
typedef enum
{
  RANKLE_CALIBRATION_ERROR_PLAN,
  RANKLE_CALIBRATION_ERROR_RUN,
  RANKLE_CALIBRATION_ERROR_TEXT,
  RANKLE_CALIBRATION_ERROR_RESULT,
} RankleCalibrationError;

GQuark rankle_calibration_error_quark (void);

/**
 * RankleFittedParameter:
 * @index: parameter of the model
 * @start: where the search begins, and what the prior holds likely
 * @lower: @upper: it stays between; all three above 0, since it is sought on a log scale
 */
typedef struct
{
  const char *id;
  guint       index;
  double      start, lower, upper;
} RankleFittedParameter;

/**
 * RankleTerm:
 * @weight: of the residual
 * @scale: above 0: the row is a requirement, which costs nothing within its spread and
 * (distance from it) / @scale outside; 0: it is an observation, which costs its
 * deviation in half-widths
 *
 * What a row of the plan's evidence costs.
 */
typedef struct
{
  double weight, scale;
} RankleTerm;

/**
 * RankleCalibration:
 *
 * What is to be fitted to what. All (owned).
 *
 *   cost = ½ Σ residual², residual = weight × term, and for each parameter
 *          @prior_weight × log2 (value / start)
 */
typedef struct
{
  RankleModel    *model;
  RankleEvidence *evidence;   /* rows marked fit, then requirements */
  RankleInquiry  *inquiry;    /* what is run for them */
  GArray         *terms;      /* RankleTerm, one a row */
  GArray         *parameters; /* RankleFittedParameter */
  GStringChunk   *strings;
  RankleRunner   *runner;
  double          prior_weight;
} RankleCalibration;

/* The plan as JSON (data/calibration/MODEL.json). Every parameter that the model grades
 * "fitted" must be in it, and no other. @name stands in front of messages. */
RankleCalibration *rankle_calibration_new (RankleModel    *model,
                                           RankleEvidence *evidence,
                                           const char     *plan,
                                           const char     *name,
                                           GError        **error);
void               rankle_calibration_free (RankleCalibration *calibration);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleCalibration, rankle_calibration_free)

guint rankle_calibration_get_n_parameters (const RankleCalibration *calibration);
guint rankle_calibration_get_n_residuals (const RankleCalibration *calibration);

/* @n_sets sets of parameter values, one behind the other, give @n_sets vectors of
 * residuals; all runs of all sets share the threads. A run that breaks down costs much.
 */
void rankle_calibration_compute (const RankleCalibration *calibration,
                                 const double            *values,
                                 guint                    n_sets,
                                 double                  *residuals);

/* What the model says of each row at one set of @values; NaN: nothing. */
void rankle_calibration_tell (const RankleCalibration *calibration,
                              const double            *values,
                              double                  *modelled);

/**
 * RankleFit:
 * @values: @uncertainties: (owned): a parameter each; the uncertainty is the factor that
 * a standard deviation is on a log scale
 * @cost: at the end
 * @steps: of the search
 * @converged: it ended by itself
 */
typedef struct
{
  double  *values, *uncertainties;
  double   cost;
  guint    steps;
  gboolean converged;
} RankleFit;

/* @tell (nullable): called after each step with the cost reached. */
typedef void (*RankleFitTell) (guint step, double cost, gpointer data);

/**
 * RankleFitFrom:
 * @values: (nullable): where the search begins, a value each; NULL: at the plan's start
 * @fixed: a parameter that stays at @value, or -1
 * @rest: a step that lowers the cost by less is the last; 0: until nothing moves
 */
typedef struct
{
  const double *values;
  int           fixed;
  double        value;
  double        rest;
} RankleFitFrom;

/* Bounded least squares; of a parameter that stays the uncertainty is 1. */
gboolean rankle_fit_run_from (const RankleCalibration *calibration,
                              const RankleFitFrom     *from,
                              RankleFitTell            tell,
                              gpointer                 data,
                              RankleFit               *fit,
                              GError                 **error);
/* A search may end where its steps have become small and not where the cost is least:
 * goes on from where @fit ended, searching anew, until that gains no more than @least of
 * the cost, and keeps the best. FALSE: it still gained. */
gboolean rankle_fit_run_on (const RankleCalibration *calibration,
                            const RankleFitFrom     *from,
                            double                   least,
                            RankleFitTell            tell,
                            gpointer                 data,
                            RankleFit               *fit);
/* From the plan's start, and on from there to the end. */
gboolean rankle_fit_run (const RankleCalibration *calibration,
                         RankleFitTell            tell,
                         gpointer                 data,
                         RankleFit               *fit,
                         GError                 **error);
void     rankle_fit_clear (RankleFit *fit);

/* (transfer full): @text, Antimony, with "ID = number" of each parameter renewed. */
char *rankle_calibration_renew_model (const RankleCalibration *calibration,
                                      const RankleFit         *fit,
                                      const char              *text,
                                      GError                 **error);
/* (transfer full): @text, the sidecar, with "uncertainty" of each renewed. */
char *rankle_calibration_renew_sidecar (const RankleCalibration *calibration,
                                        const RankleFit         *fit,
                                        const char              *text,
                                        GError                 **error);

/**
 * RankleModelTexts:
 * @model_path: @model: Antimony, as it was read
 * @sidecar_path: @sidecar: JSON, as it was read
 */
typedef struct
{
  const char *model_path, *model;
  const char *sidecar_path, *sidecar;
} RankleModelTexts;

/* Renews both files, or neither: a fit that did not come to rest, a value or an
 * uncertainty that is no number, or a text that would not be read again leaves both. */
gboolean rankle_calibration_write (const RankleCalibration *calibration,
                                   const RankleFit         *fit,
                                   const RankleModelTexts  *texts,
                                   GError                 **error);

G_END_DECLS
