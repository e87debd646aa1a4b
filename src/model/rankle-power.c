/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-power.h"

#include <math.h>

/* Hill terms and allometric exponents make pow() half of what a large model's rates cost.
 * The GNU C library has a pow() for four numbers at once, which compilers call only under
 * flags that would loosen all other arithmetic too; so it is called by its name. Which of
 * the two ways is gone is settled once, when the program starts. */

typedef void (*PowersFunc) (const double *bases,
                            const double *exponents,
                            double       *results);

static void
powers_one_by_one (const double *bases, const double *exponents, double *results)
{
  for (guint i = 0; i < RANKLE_POWERS; i++)
    results[i] = pow (bases[i], exponents[i]);
}

static PowersFunc powers = powers_one_by_one;

void
rankle_powers (const double *bases, const double *exponents, double *results)
{
  powers (bases, exponents, results);
}

#if HAVE_LIBMVEC

#include <immintrin.h>

/* The vector ABI's name of pow() for AVX2: d, not masked, 4 lanes, two vectors. */
__attribute__ ((target ("avx2"))) extern __m256d _ZGVdN4vv_pow (__m256d, __m256d);

__attribute__ ((target ("avx2"))) static void
powers_together (const double *bases, const double *exponents, double *results)
{
  _mm256_storeu_pd (results,
                    _ZGVdN4vv_pow (_mm256_loadu_pd (bases), _mm256_loadu_pd (exponents)));
}

void
rankle_powers_set_together (gboolean together)
{
  powers =
      together && __builtin_cpu_supports ("avx2") ? powers_together : powers_one_by_one;
}

__attribute__ ((constructor)) static void
choose_powers (void)
{
  __builtin_cpu_init ();
  rankle_powers_set_together (TRUE);
}

#else

void
rankle_powers_set_together (gboolean together)
{
}

#endif
