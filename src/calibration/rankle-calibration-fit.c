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
#include <string.h>

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

/* Searches one behind the other, and the share of the cost that is a gain of the fit's.
 */
#define MOST_SEARCHES 5
#define LEAST_GAIN    1e-5
/* Of a cost that is next to nothing a share is less than the solver errs by. */
#define LEAST_COST 1e-4

/* A larger one is that of runs that break down. */
#define MOST_COST 1e5

/* So far from both ends a search begins [share of the way between the bounds]. */
#define EDGE 1e-4

typedef struct
{
  const RankleCalibration *self;
  RankleFitTell            tell;
  gpointer                 data;
  guint                   *free; /* (owned): the parameter of each place */
  guint                    n_free;
  double                  *base; /* (owned): a value each, for those that stay */
  double                   rest; /* of the cost; 0: until nothing moves */
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
  double share =
      CLAMP (log (value / p->lower) / log (p->upper / p->lower), EDGE, 1 - EDGE);

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
get_values (const Fit *fit, const gsl_vector *places, double *values)
{
  memcpy (values, fit->base, fit->self->parameters->len * sizeof (double));
  for (guint i = 0; i < fit->n_free; i++)
    values[fit->free[i]] =
        to_value (get_parameter (fit->self, fit->free[i]), gsl_vector_get (places, i));
}

static int
compute_residuals (const gsl_vector *places, void *data, gsl_vector *residuals)
{
  const Fit         *fit = data;
  guint              n = rankle_calibration_get_n_residuals (fit->self);
  g_autofree double *values = g_new (double, fit->self->parameters->len);
  g_autofree double *out = g_new (double, n);

  get_values (fit, places, values);
  rankle_calibration_compute (fit->self, values, 1, out);
  for (guint i = 0; i < n; i++)
    gsl_vector_set (residuals, i, out[i]);
  return GSL_SUCCESS;
}

/* One set as it is, then one for each that is sought a little larger. */
static double *
list_sets (const Fit *fit, const gsl_vector *places)
{
  guint   n = fit->self->parameters->len;
  double *sets = g_new (double, (gsize)n *(fit->n_free + 1));

  for (guint set = 0; set <= fit->n_free; set++)
    {
      get_values (fit, places, sets + set * n);
      if (set > 0)
        sets[set * n + fit->free[set - 1]] *= exp (DIFFERENCE);
    }
  return sets;
}

static int
compute_slopes (const gsl_vector *places, void *data, gsl_matrix *slopes)
{
  const Fit         *fit = data;
  guint              n = fit->n_free;
  guint              n_residuals = rankle_calibration_get_n_residuals (fit->self);
  g_autofree double *sets = list_sets (fit, places);
  g_autofree double *out = g_new (double, n_residuals *(n + 1));

  rankle_calibration_compute (fit->self, sets, n + 1, out);
  for (guint j = 0; j < n; j++)
    for (guint i = 0; i < n_residuals; i++)
      gsl_matrix_set (slopes, i, j,
                      (out[(j + 1) * n_residuals + i] - out[i]) / DIFFERENCE *
                          get_slope (get_parameter (fit->self, fit->free[j]),
                                     gsl_vector_get (places, j)));
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
take_result (const Fit                            *fit,
             const gsl_multifit_nlinear_workspace *workspace,
             RankleFit                            *result)
{
  const RankleCalibration *self = fit->self;
  guint                    n = self->parameters->len;
  const gsl_vector        *places = gsl_multifit_nlinear_position (workspace);
  gsl_matrix              *covariance = gsl_matrix_alloc (fit->n_free, fit->n_free);

  gsl_multifit_nlinear_covar (gsl_multifit_nlinear_jac (workspace), 0, covariance);
  result->values = g_new (double, n + 1);
  result->uncertainties = g_new (double, n + 1);
  get_values (fit, places, result->values);
  for (guint i = 0; i < n; i++)
    result->uncertainties[i] = 1;
  for (guint i = 0; i < fit->n_free; i++)
    result->uncertainties[fit->free[i]] =
        exp (sqrt (gsl_matrix_get (covariance, i, i)) *
             get_slope (get_parameter (self, fit->free[i]), gsl_vector_get (places, i)));
  result->cost = get_cost (workspace);
  result->steps = (guint)gsl_multifit_nlinear_niter (workspace);
  gsl_matrix_free (covariance);
}

/* Until a step no longer lowers the cost by what counts. */
static int
search_roughly (const Fit *fit, gsl_multifit_nlinear_workspace *workspace)
{
  for (guint step = 0; step < MOST_STEPS; step++)
    {
      double before = get_cost (workspace);
      int    status = gsl_multifit_nlinear_iterate (workspace);

      if (status != GSL_SUCCESS)
        return status;
      if (before - get_cost (workspace) < fit->rest)
        return GSL_SUCCESS;
    }
  return GSL_EMAXITER;
}

static gboolean
search (Fit *fit, gsl_multifit_nlinear_workspace *workspace, RankleFit *result)
{
  int info = 0;
  int status =
      fit->rest > 0
          ? search_roughly (fit, workspace)
          : gsl_multifit_nlinear_driver (MOST_STEPS, SMALL_STEP, SMALL_SLOPE, SMALL_FALL,
                                         step_cb, fit, &info, workspace);

  take_result (fit, workspace, result);
  /* That nothing leads further down is an end, too. */
  result->converged = status == GSL_SUCCESS || status == GSL_ENOPROG;
  return result->cost < MOST_COST;
}

static gboolean
search_places (Fit *fit, RankleFit *result)
{
  gsl_multifit_nlinear_fdf        problem = { .f = compute_residuals,
                                              .df = compute_slopes,
                                              .n =
                                                  rankle_calibration_get_n_residuals (fit->self),
                                              .p = fit->n_free,
                                              .params = fit };
  gsl_multifit_nlinear_parameters settings = gsl_multifit_nlinear_default_parameters ();
  gsl_multifit_nlinear_workspace *workspace;
  gsl_vector                     *start = gsl_vector_alloc (fit->n_free);
  gboolean                        sound;

  for (guint i = 0; i < fit->n_free; i++)
    gsl_vector_set (
        start, i,
        to_place (get_parameter (fit->self, fit->free[i]), fit->base[fit->free[i]]));
  workspace = gsl_multifit_nlinear_alloc (gsl_multifit_nlinear_trust, &settings,
                                          problem.n, problem.p);
  gsl_multifit_nlinear_init (start, &problem, workspace);
  sound = search (fit, workspace, result);
  gsl_multifit_nlinear_free (workspace);
  gsl_vector_free (start);
  return sound;
}

/* All stay: there is nothing to be sought. */
static gboolean
take_base (const Fit *fit, RankleFit *result)
{
  guint              n = fit->self->parameters->len;
  guint              n_residuals = rankle_calibration_get_n_residuals (fit->self);
  g_autofree double *residuals = g_new (double, n_residuals + 1);

  rankle_calibration_compute (fit->self, fit->base, 1, residuals);
  result->values = g_memdup2 (fit->base, n * sizeof (double));
  result->uncertainties = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    result->uncertainties[i] = 1;
  result->cost = 0;
  for (guint i = 0; i < n_residuals; i++)
    result->cost += 0.5 * residuals[i] * residuals[i];
  result->steps = 0;
  result->converged = TRUE;
  return result->cost < MOST_COST;
}

static void
fill (Fit *fit, const RankleFitFrom *from)
{
  guint n = fit->self->parameters->len;

  fit->rest = from->rest;
  fit->free = g_new (guint, n + 1);
  fit->base = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    {
      fit->base[i] =
          from->values != NULL ? from->values[i] : get_parameter (fit->self, i)->start;
      if ((int)i == from->fixed)
        fit->base[i] = from->value;
      else
        fit->free[fit->n_free++] = i;
    }
}

gboolean
rankle_fit_run_from (const RankleCalibration *self,
                     const RankleFitFrom     *from,
                     RankleFitTell            tell,
                     gpointer                 data,
                     RankleFit               *result,
                     GError                 **error)
{
  Fit      fit = { .self = self, .tell = tell, .data = data };
  gboolean sound;

  g_assert (from->fixed < (int)self->parameters->len);

  gsl_set_error_handler_off ();
  fill (&fit, from);
  sound = fit.n_free > 0 ? search_places (&fit, result) : take_base (&fit, result);
  g_free (fit.free);
  g_free (fit.base);
  if (!sound)
    {
      rankle_fit_clear (result);
      g_set_error (error, RANKLE_CALIBRATION_ERROR, RANKLE_CALIBRATION_ERROR_RUN,
                   "the model does not run where the search starts: nothing was written");
    }
  return sound;
}

gboolean
rankle_fit_run_on (const RankleCalibration *self,
                   const RankleFitFrom     *from,
                   double                   least,
                   RankleFitTell            tell,
                   gpointer                 data,
                   RankleFit               *result)
{
  RankleFitFrom again = *from;
  double        gain = INFINITY;

  for (guint i = 0; i < MOST_SEARCHES && gain > least * fmax (result->cost, LEAST_COST);
       i++)
    {
      RankleFit next = { 0 };

      again.values = result->values;
      if (!rankle_fit_run_from (self, &again, tell, data, &next, NULL))
        break;
      next.steps += result->steps;
      gain = result->cost - next.cost;
      rankle_fit_clear (gain > 0 ? result : &next);
      if (gain > 0)
        *result = next;
    }
  return gain <= least * fmax (result->cost, LEAST_COST);
}

gboolean
rankle_fit_run (const RankleCalibration *self,
                RankleFitTell            tell,
                gpointer                 data,
                RankleFit               *result,
                GError                 **error)
{
  const RankleFitFrom from = { .values = NULL, .fixed = -1 };

  if (!rankle_fit_run_from (self, &from, tell, data, result, error))
    return FALSE;
  rankle_fit_run_on (self, &from, LEAST_GAIN, tell, data, result);
  return TRUE;
}

void
rankle_fit_clear (RankleFit *fit)
{
  g_clear_pointer (&fit->values, g_free);
  g_clear_pointer (&fit->uncertainties, g_free);
}
