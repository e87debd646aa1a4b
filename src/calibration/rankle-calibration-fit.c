/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one file that knows the GNU Scientific Library: its trust-region least squares
 * (Levenberg and Marquardt). A parameter is sought as the place of its logarithm between
 * the bounds, on a scale without ends:
 *
 *   ln value = ln lower + (ln upper - ln lower) / (1 + exp (-place)) */

#include <gsl/gsl_errno.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <math.h>

#include "rankle-calibration.h"

/* Slopes are differences over a hundredth of a logarithm: well above what the solver of
 * the equations errs by. */
#define DIFFERENCE 0.01

#define MOST_STEPS 100
/* A step that moves no place by more, relative to its size; a slope that small. */
#define SMALL_STEP  1e-4
#define SMALL_SLOPE 1e-6
/* A fall of the cost that is none. */
#define SMALL_FALL 1e-7

typedef struct
{
  const RankleCalibration *self;
  RankleFitTell            tell;
  gpointer                 data;
} Fit;

static const RankleFittedParameter *
get_parameter (const RankleCalibration *self, guint i)
{
  g_assert (i < self->parameters->len);

  return &g_array_index (self->parameters, RankleFittedParameter, i);
}

static double
to_value (const RankleFittedParameter *p, double place)
{
  return exp (log (p->lower) + log (p->upper / p->lower) / (1 + exp (-place)));
}

static double
to_place (const RankleFittedParameter *p, double value)
{
  double share = log (value / p->lower) / log (p->upper / p->lower);

  return log (share / (1 - share));
}

/* d (ln value) / d place */
static double
get_slope (const RankleFittedParameter *p, double place)
{
  double share = 1 / (1 + exp (-place));

  return log (p->upper / p->lower) * share * (1 - share);
}

static void
get_values (const RankleCalibration *self, const gsl_vector *places, double *values)
{
  for (guint i = 0; i < self->parameters->len; i++)
    values[i] = to_value (get_parameter (self, i), gsl_vector_get (places, i));
}

static int
compute_residuals (const gsl_vector *places, void *data, gsl_vector *residuals)
{
  const Fit         *fit = data;
  guint              n = rankle_calibration_get_n_residuals (fit->self);
  g_autofree double *values = g_new (double, fit->self->parameters->len);
  g_autofree double *out = g_new (double, n);

  get_values (fit->self, places, values);
  rankle_calibration_compute (fit->self, values, 1, out);
  for (guint i = 0; i < n; i++)
    gsl_vector_set (residuals, i, out[i]);
  return GSL_SUCCESS;
}

/* One set as it is, then one for each parameter a little larger. */
static double *
list_sets (const RankleCalibration *self, const gsl_vector *places)
{
  guint   n = self->parameters->len;
  double *sets = g_new (double, n *(n + 1));

  for (guint set = 0; set <= n; set++)
    {
      get_values (self, places, sets + set * n);
      if (set > 0)
        sets[set * n + set - 1] *= exp (DIFFERENCE);
    }
  return sets;
}

static int
compute_slopes (const gsl_vector *places, void *data, gsl_matrix *slopes)
{
  const Fit         *fit = data;
  guint              n = fit->self->parameters->len;
  guint              n_residuals = rankle_calibration_get_n_residuals (fit->self);
  g_autofree double *sets = list_sets (fit->self, places);
  g_autofree double *out = g_new (double, n_residuals *(n + 1));

  rankle_calibration_compute (fit->self, sets, n + 1, out);
  for (guint j = 0; j < n; j++)
    for (guint i = 0; i < n_residuals; i++)
      gsl_matrix_set (
          slopes, i, j,
          (out[(j + 1) * n_residuals + i] - out[i]) / DIFFERENCE *
              get_slope (get_parameter (fit->self, j), gsl_vector_get (places, j)));
  return GSL_SUCCESS;
}

static double
get_cost (const gsl_multifit_nlinear_workspace *workspace)
{
  const gsl_vector *residuals = gsl_multifit_nlinear_residual (workspace);
  double            sum = 0;

  for (size_t i = 0; i < residuals->size; i++)
    sum += gsl_vector_get (residuals, i) * gsl_vector_get (residuals, i);
  return 0.5 * sum;
}

static void
step_cb (size_t step, void *data, const gsl_multifit_nlinear_workspace *workspace)
{
  const Fit *fit = data;

  if (fit->tell != NULL)
    fit->tell ((guint)step, get_cost (workspace), fit->data);
}

static void
take_result (const RankleCalibration              *self,
             const gsl_multifit_nlinear_workspace *workspace,
             RankleFit                            *result)
{
  guint             n = self->parameters->len;
  const gsl_vector *places = gsl_multifit_nlinear_position (workspace);
  gsl_matrix       *covariance = gsl_matrix_alloc (n, n);

  gsl_multifit_nlinear_covar (gsl_multifit_nlinear_jac (workspace), 0, covariance);
  result->values = g_new (double, n + 1);
  result->uncertainties = g_new (double, n + 1);
  get_values (self, places, result->values);
  for (guint i = 0; i < n; i++)
    result->uncertainties[i] =
        exp (sqrt (gsl_matrix_get (covariance, i, i)) *
             get_slope (get_parameter (self, i), gsl_vector_get (places, i)));
  result->cost = get_cost (workspace);
  result->steps = (guint)gsl_multifit_nlinear_niter (workspace);
  gsl_matrix_free (covariance);
}

static gboolean
search (Fit *fit, gsl_multifit_nlinear_workspace *workspace, RankleFit *result)
{
  int info = 0;
  int status = gsl_multifit_nlinear_driver (MOST_STEPS, SMALL_STEP, SMALL_SLOPE,
                                            SMALL_FALL, step_cb, fit, &info, workspace);

  take_result (fit->self, workspace, result);
  /* That nothing leads further down is an end, too. */
  result->converged = status == GSL_SUCCESS || status == GSL_ENOPROG;
  return result->cost < 1e5;
}

gboolean
rankle_fit_run (const RankleCalibration *self,
                RankleFitTell            tell,
                gpointer                 data,
                RankleFit               *result,
                GError                 **error)
{
  Fit                             fit = { .self = self, .tell = tell, .data = data };
  guint                           n = self->parameters->len;
  gsl_multifit_nlinear_fdf        problem = { .f = compute_residuals,
                                              .df = compute_slopes,
                                              .n = rankle_calibration_get_n_residuals (self),
                                              .p = n,
                                              .params = &fit };
  gsl_multifit_nlinear_parameters settings = gsl_multifit_nlinear_default_parameters ();
  gsl_multifit_nlinear_workspace *workspace;
  gsl_vector                     *start;
  gboolean                        sound;

  gsl_set_error_handler_off ();
  start = gsl_vector_alloc (n);
  for (guint i = 0; i < n; i++)
    gsl_vector_set (start, i,
                    to_place (get_parameter (self, i), get_parameter (self, i)->start));
  workspace = gsl_multifit_nlinear_alloc (gsl_multifit_nlinear_trust, &settings,
                                          problem.n, problem.p);
  gsl_multifit_nlinear_init (start, &problem, workspace);
  sound = search (&fit, workspace, result);
  gsl_multifit_nlinear_free (workspace);
  gsl_vector_free (start);
  if (!sound)
    {
      rankle_fit_clear (result);
      g_set_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_RUN,
                   "the model does not run where the plan starts: nothing was written");
    }
  return sound;
}

void
rankle_fit_clear (RankleFit *fit)
{
  g_clear_pointer (&fit->values, g_free);
  g_clear_pointer (&fit->uncertainties, g_free);
}
