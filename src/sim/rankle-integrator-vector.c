/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A distribution builds SUNDIALS for every processor of its kind and for debuggers too: a
 * third of a run of thirty states went into its vectors' loops. These do the same
 * arithmetic on the same memory. Element by element, so that an output may be one of the
 * inputs: what the pragma promises. */

#include "config.h"

#include "rankle-integrator-vector.h"

#include <math.h>

#include "rankle-workspace-wide.h"

#define FOR_EACH(I, N) _Pragma ("GCC ivdep") for (sunindextype I = 0; I < (N); I++)

static inline double *
data (N_Vector v)
{
  return NV_DATA_S (v);
}

RANKLE_FOR_EACH_PROCESSOR static void
linear_sum (double a, N_Vector x, double b, N_Vector y, N_Vector z)
{
  const double *xs = data (x), *ys = data (y);
  double       *zs = data (z);

  FOR_EACH (i, NV_LENGTH_S (z)) zs[i] = a * xs[i] + b * ys[i];
}

RANKLE_FOR_EACH_PROCESSOR static void
constant (double c, N_Vector z)
{
  double *zs = data (z);

  FOR_EACH (i, NV_LENGTH_S (z)) zs[i] = c;
}

RANKLE_FOR_EACH_PROCESSOR static void
scale (double c, N_Vector x, N_Vector z)
{
  const double *xs = data (x);
  double       *zs = data (z);

  FOR_EACH (i, NV_LENGTH_S (z)) zs[i] = c * xs[i];
}

/* Four sums side by side: a chain of additions would wait for each. */
static double
weighted_norm (N_Vector x, N_Vector w)
{
  const double *xs = data (x), *ws = data (w);
  sunindextype  n = NV_LENGTH_S (x), i = 0;
  double        sum[4] = { 0 };

  for (; i + 4 <= n; i += 4)
    for (int k = 0; k < 4; k++)
      {
        double part = xs[i + k] * ws[i + k];

        sum[k] += part * part;
      }
  for (; i < n; i++)
    sum[0] += xs[i] * ws[i] * (xs[i] * ws[i]);
  return sqrt ((sum[0] + sum[1] + (sum[2] + sum[3])) / (double)n);
}

RANKLE_FOR_EACH_PROCESSOR static int
linear_combination (int n_terms, double *c, N_Vector *x, N_Vector z)
{
  double      *zs = data (z);
  sunindextype n = NV_LENGTH_S (z);

  for (int k = 0; k < n_terms; k++)
    {
      const double *xs = data (x[k]);
      double        factor = c[k];

      if (k == 0)
        FOR_EACH (i, n) zs[i] = factor * xs[i];
      else
        FOR_EACH (i, n) zs[i] += factor * xs[i];
    }
  return 0;
}

RANKLE_FOR_EACH_PROCESSOR static int
scale_add_multi (int n_terms, double *a, N_Vector x, N_Vector *y, N_Vector *z)
{
  const double *xs = data (x);

  for (int k = 0; k < n_terms; k++)
    {
      const double *ys = data (y[k]);
      double       *zs = data (z[k]), factor = a[k];

      FOR_EACH (i, NV_LENGTH_S (x)) zs[i] = factor * xs[i] + ys[i];
    }
  return 0;
}

static int
scale_array (int n_vectors, double *c, N_Vector *x, N_Vector *z)
{
  for (int k = 0; k < n_vectors; k++)
    scale (c[k], x[k], z[k]);
  return 0;
}

N_Vector
_rankle_vector_new (sunindextype length, SUNContext context)
{
  N_Vector vector = N_VNew_Serial (length, context);

  if (vector == NULL)
    return NULL;
  vector->ops->nvlinearsum = linear_sum;
  vector->ops->nvconst = constant;
  vector->ops->nvscale = scale;
  vector->ops->nvwrmsnorm = weighted_norm;
  vector->ops->nvlinearcombination = linear_combination;
  vector->ops->nvscaleaddmulti = scale_add_multi;
  vector->ops->nvscalevectorarray = scale_array;
  return vector;
}

/* ---- lanes ---- */

/* Of the lane that has the most; not a number where some lane's is none. */
static inline double
find_worst (const double *sums)
{
  double worst = 0, all = 0;

  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      worst = sums[l] > worst ? sums[l] : worst;
      all += sums[l];
    }
  return isnan (all) ? all : worst;
}

/* Two sums side by side, as above. */
RANKLE_FOR_EACH_PROCESSOR static double
worst_norm (N_Vector x, N_Vector w)
{
  const RankleRow *xs = (const RankleRow *)(const void *)data (x);
  const RankleRow *ws = (const RankleRow *)(const void *)data (w);
  RankleRow        even = { 0 }, odd = { 0 };
  sunindextype     n = NV_LENGTH_S (x) / RANKLE_LANES, i = 0;

  for (; i + 2 <= n; i += 2)
    {
      even += xs[i] * ws[i] * (xs[i] * ws[i]);
      odd += xs[i + 1] * ws[i + 1] * (xs[i + 1] * ws[i + 1]);
    }
  if (i < n)
    even += xs[i] * ws[i] * (xs[i] * ws[i]);
  even += odd;
  return sqrt (find_worst ((const double *)&even) / (double)n);
}

/* So that a row of lanes is one row of the processor's memory. */
static N_Vector
clone_aligned (N_Vector like)
{
  N_Vector vector = N_VCloneEmpty_Serial (like);

  if (vector == NULL)
    return NULL;
  NV_DATA_S (vector) =
      g_aligned_alloc0 ((gsize)NV_LENGTH_S (like), sizeof (double), RANKLE_ROW);
  return vector;
}

static void
destroy_aligned (N_Vector vector)
{
  g_aligned_free (NV_DATA_S (vector));
  NV_DATA_S (vector) = NULL;
  N_VDestroy_Serial (vector);
}

N_Vector
_rankle_vector_new_wide (sunindextype n_states, SUNContext context)
{
  N_Vector like = _rankle_vector_new (n_states * RANKLE_LANES, context), vector;

  if (like == NULL)
    return NULL;
  like->ops->nvwrmsnorm = worst_norm;
  like->ops->nvclone = clone_aligned;
  vector = clone_aligned (like);
  N_VDestroy_Serial (like);
  if (vector != NULL)
    vector->ops->nvdestroy = destroy_aligned;
  return vector;
}
