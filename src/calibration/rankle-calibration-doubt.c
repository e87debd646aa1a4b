/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-calibration-doubt.h"

#include <math.h>

#include "rankle-score.h"

/* Half of chi squared, one degree of freedom, 95 %. */
#define RISE 1.92
/* A refit of a profile need not know its cost better than that. */
#define ROUGH 0.01

/* The first step of a profile [logarithm], and how much longer each next one is. */
#define SHORTEST 0.02
#define LONGEST  0.7
#define STRETCH  1.5

/* So near to the best is the same. */
#define SAME_COST  0.01
#define SAME_VALUE 0.05
/* Of a cost that is next to nothing a hundredth is less than the solver errs by. */
#define LEAST_COST 1e-4

/* Of a start, the share of the cost that is a gain. */
#define LEAST_GAIN 1e-3
/* Each ends with a step that gains less. */
#define NEARLY 1e-4

/* One that is not known within this factor. */
#define FLAT 2.0

/* Starts do not begin at the very bounds [share]. */
#define MARGIN 0.02
#define SEED   20110

static const RankleFittedParameter *
get_parameter (const RankleCalibration *self, guint i)
{
  g_assert (i < self->parameters->len);

  return &g_array_index (self->parameters, RankleFittedParameter, i);
}

/* ---- profile ---- */

typedef struct
{
  const RankleCalibration *self;
  const RankleFit         *best;
  guint                    parameter;
  double                  *values; /* (owned): of the last that was fitted */
  double                   fall;
} Profile;

/* By how much the cost rises with the parameter at @value. */
static double
rise (Profile *profile, double value)
{
  RankleFitFrom from = { .values = profile->values,
                         .fixed = (int)profile->parameter,
                         .value = value,
                         .rest = ROUGH };
  RankleFit     fit = { 0 };
  double        more;

  if (!rankle_fit_run_from (profile->self, &from, NULL, NULL, &fit, NULL))
    return INFINITY;
  more = fit.cost - profile->best->cost;
  profile->fall = fmax (profile->fall, -more);
  g_free (profile->values);
  profile->values = g_steal_pointer (&fit.values);
  rankle_fit_clear (&fit);
  return more;
}

static double
get_first_step (const Profile *profile)
{
  double deviation = log (profile->best->uncertainties[profile->parameter]);

  return isfinite (deviation) ? CLAMP (deviation, SHORTEST, LONGEST) : LONGEST;
}

/* Where between the last two the rise was reached. The root of a rise is nearly straight.
 */
static double
interpolate (double x, double y, double more_x, double more_y)
{
  double a = sqrt (fmax (y, 0)), b = sqrt (more_y), level = sqrt (RISE);

  return isfinite (b) ? x + (more_x - x) * (level - a) / (b - a) : x;
}

/* @sign: the way that is gone from the best. */
static double
find_end (Profile *profile, double sign, gboolean *open)
{
  const RankleFittedParameter *p = get_parameter (profile->self, profile->parameter);
  double                       start = log (profile->best->values[profile->parameter]);
  double                       end = log (sign < 0 ? p->lower : p->upper);
  double                       step = get_first_step (profile);
  double                       x = start, y = 0;

  g_free (profile->values);
  profile->values =
      g_memdup2 (profile->best->values, profile->self->parameters->len * sizeof (double));
  *open = FALSE;
  while (sign * (end - x) > 1e-9)
    {
      double next = sign > 0 ? fmin (x + step, end) : fmax (x - step, end);
      double there = rise (profile, exp (next));

      if (there >= RISE)
        return exp (interpolate (x, y, next, there));
      x = next;
      y = there;
      step *= STRETCH;
    }
  *open = TRUE;
  return exp (end);
}

RankleProfile
rankle_calibration_profile (const RankleCalibration *self,
                            const RankleFit         *best,
                            guint                    parameter)
{
  Profile       profile = { .self = self, .best = best, .parameter = parameter };
  RankleProfile result = { 0 };

  result.lower = find_end (&profile, -1, &result.open_below);
  result.upper = find_end (&profile, 1, &result.open_above);
  result.fall = profile.fall;
  g_free (profile.values);
  return result;
}

/* ---- starts ---- */

gboolean
rankle_calibration_is_flat (const RankleFit *best, guint parameter)
{
  return !(best->uncertainties[parameter] <= FLAT);
}

/* (transfer full) */
static double *
throw_values (const RankleCalibration *self, guint number)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED + number);
  double *values = g_new (double, self->parameters->len + 1);

  for (guint i = 0; i < self->parameters->len; i++)
    {
      const RankleFittedParameter *p = get_parameter (self, i);
      double                       share = g_rand_double_range (rand, MARGIN, 1 - MARGIN);

      values[i] = p->lower * pow (p->upper / p->lower, share);
    }
  return values;
}

static gboolean
is_same (const RankleCalibration *self, const RankleFit *best, const RankleFit *fit)
{
  if (!(fabs (fit->cost - best->cost) <= SAME_COST * fmax (best->cost, LEAST_COST)))
    return FALSE;
  for (guint i = 0; i < self->parameters->len; i++)
    if (!rankle_calibration_is_flat (best, i) &&
        !(fabs (fit->values[i] / best->values[i] - 1) <= SAME_VALUE))
      return FALSE;
  return TRUE;
}

static gboolean
search_to_the_end (const RankleCalibration *self, const double *values, RankleFit *fit)
{
  const RankleFitFrom from = { .values = values, .fixed = -1, .rest = NEARLY };

  if (!rankle_fit_run_from (self, &from, NULL, NULL, fit, NULL))
    return FALSE;
  fit->converged = rankle_fit_run_on (self, &from, LEAST_GAIN, NULL, NULL, fit);
  return TRUE;
}

RankleStart
rankle_calibration_try_start (const RankleCalibration *self,
                              const RankleFit         *best,
                              guint                    number)
{
  g_autofree double *values = throw_values (self, number);
  RankleStart        start = { .cost = NAN };
  RankleFit          fit = { 0 };

  if (!search_to_the_end (self, values, &fit))
    return start;
  start.ran = fit.converged;
  start.cost = fit.cost;
  start.same = fit.converged && is_same (self, best, &fit);
  rankle_fit_clear (&fit);
  return start;
}

/* ---- a study less ---- */

static RankleTerm *
get_term (const RankleCalibration *self, guint i)
{
  return &g_array_index (self->terms, RankleTerm, i);
}

static gboolean
is_of_study (const RankleCalibration *self, guint i, const char *study)
{
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (self->evidence, &n);

  g_assert (i < n);

  return !(get_term (self, i)->scale > 0) && g_str_equal (rows[i].study, study);
}

GPtrArray *
rankle_calibration_list_studies (const RankleCalibration *self)
{
  GPtrArray               *studies = g_ptr_array_new ();
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (self->evidence, &n);

  for (guint i = 0; i < n; i++)
    if (!(get_term (self, i)->scale > 0) && get_term (self, i)->weight > 0 &&
        !g_ptr_array_find_with_equal_func (studies, rows[i].study, g_str_equal, NULL))
      g_ptr_array_add (studies, (gpointer)rows[i].study);
  return studies;
}

gboolean
rankle_calibration_leave_out (RankleCalibration *self,
                              const RankleFit   *best,
                              const char        *study,
                              RankleFit         *fit)
{
  RankleFitFrom from = { .values = best->values, .fixed = -1 };
  g_autoptr (GArray) kept = g_array_copy (self->terms);
  gboolean sound;

  for (guint i = 0; i < self->terms->len; i++)
    if (is_of_study (self, i, study))
      get_term (self, i)->weight = 0;
  sound = rankle_fit_run_from (self, &from, NULL, NULL, fit, NULL);
  g_array_unref (self->terms);
  self->terms = g_steal_pointer (&kept);
  return sound;
}

double *
rankle_calibration_list_deviations (const RankleCalibration *self, const double *values)
{
  g_autofree double       *modelled = g_new (double, self->terms->len + 1);
  double                  *deviations = g_new (double, self->terms->len + 1);
  guint                    n;
  const RankleEvidenceRow *rows = rankle_evidence_get_rows (self->evidence, &n);

  rankle_calibration_tell (self, values, modelled);
  for (guint i = 0; i < n; i++)
    deviations[i] = rankle_score_deviation (&rows[i], modelled[i]);
  return deviations;
}
