/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-power.h"

#include <math.h>

/* Hill terms and allometric exponents make pow() half of what a large model's rates cost.
 * The GNU C library has a pow() for four or eight numbers at once, which compilers call
 * only under flags that would loosen all other arithmetic too; so it is called by its
 * name. Which of the ways is gone is settled once, when the program starts. */

typedef void (*PowersFunc) (const double *bases,
                            const double *exponents,
                            guint         n,
                            double       *results);

static void
powers_one_by_one (const double *bases, const double *exponents, guint n, double *results)
{
  for (guint i = 0; i < n; i++)
    results[i] = pow (bases[i], exponents[i]);
}

static PowersFunc powers = powers_one_by_one;

void
rankle_powers (const double *bases, const double *exponents, guint n, double *results)
{
  powers (bases, exponents, n, results);
}

#if HAVE_LIBMVEC

#include <immintrin.h>

/* The vector ABI's names of pow(): d and e for AVX2 and AVX-512, not masked, 4 or 8
 * lanes, two vectors. */
__attribute__ ((target ("avx2"))) extern __m256d    _ZGVdN4vv_pow (__m256d, __m256d);
__attribute__ ((target ("avx512f"))) extern __m512d _ZGVeN8vv_pow (__m512d, __m512d);

__attribute__ ((target ("avx2"))) static void
powers_by_four (const double *bases, const double *exponents, guint n, double *results)
{
  for (guint i = 0; i < n; i += 4)
    _mm256_storeu_pd (results + i, _ZGVdN4vv_pow (_mm256_loadu_pd (bases + i),
                                                  _mm256_loadu_pd (exponents + i)));
}

__attribute__ ((target ("avx512f"))) static void
powers_by_eight (const double *bases, const double *exponents, guint n, double *results)
{
  _mm512_storeu_pd (results,
                    _ZGVeN8vv_pow (_mm512_loadu_pd (bases), _mm512_loadu_pd (exponents)));
}

__attribute__ ((constructor)) static void
choose_powers (void)
{
  __builtin_cpu_init ();
  if (__builtin_cpu_supports ("avx512f"))
    powers = powers_by_eight;
  else if (__builtin_cpu_supports ("avx2"))
    powers = powers_by_four;
}

#endif
