/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A distribution builds SUNDIALS for every processor of its kind and for debuggers too: a
 * third of a run of thirty states went into its vectors' loops. These do the same
 * arithmetic on the same memory. Element by element, so that an output may be one of the
 * inputs: what the pragma promises. */

#include "rankle-integrator-vector.h"

#include <math.h>

/* Compiled twice, where the program loader can choose between the two: it chooses before
 * ThreadSanitizer has begun, which dies of it. */
#if defined(__x86_64__) && defined(__GLIBC__) && !defined(__clang__) &&                  \
    !defined(__SANITIZE_THREAD__)
#define FOR_THIS_PROCESSOR __attribute__ ((target_clones ("avx2", "default")))
#else
#define FOR_THIS_PROCESSOR
#endif

#define FOR_EACH(I, N) _Pragma ("GCC ivdep") for (sunindextype I = 0; I < (N); I++)

static inline double *
data (N_Vector v)
{
  return NV_DATA_S (v);
}

FOR_THIS_PROCESSOR static void
linear_sum (double a, N_Vector x, double b, N_Vector y, N_Vector z)
{
  const double *xs = data (x), *ys = data (y);
  double       *zs = data (z);

  FOR_EACH (i, NV_LENGTH_S (z)) zs[i] = a * xs[i] + b * ys[i];
}

static void
constant (double c, N_Vector z)
{
  double *zs = data (z);

  FOR_EACH (i, NV_LENGTH_S (z)) zs[i] = c;
}

static void
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

FOR_THIS_PROCESSOR static int
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

FOR_THIS_PROCESSOR static int
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
