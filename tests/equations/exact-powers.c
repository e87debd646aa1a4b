/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-power.h"

#include <math.h>

/* Stands before the library's, so that what programs compute is compared bit by bit. */
void
rankle_powers (const double *bases, const double *exponents, guint n, double *results)
{
  for (guint i = 0; i < n; i++)
    results[i] = pow (bases[i], exponents[i]);
}
