/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-power.h"

#include <float.h>
#include <math.h>

/* Several pow() at once, in whichever way this processor takes. */

/* 4 units in the last place; what is no number, infinite or 0 exactly. */
static void
assert_power (double base, double exponent, double result)
{
  double exact = pow (base, exponent);

  if (isnan (exact))
    g_assert_true (isnan (result));
  else if (isfinite (exact))
    g_assert_cmpfloat (fabs (result - exact), <=, 4 * DBL_EPSILON * fabs (exact));
  else
    g_assert_true (isinf (result) && signbit (result) == signbit (exact));
}

static void
test_powers (void)
{
  static const double bases[] = { 0.0, 1.0, 1e-300, 1e-5, 0.37, 2.0, 1e300, 1.0 - 1e-15 };
  static const double exponents[] = { 0.0, 1.0, -1.0, 0.0374, 2.58, -0.577, 17.0, 1e3 };
  double              base[RANKLE_POWERS], exponent[RANKLE_POWERS], result[RANKLE_POWERS];

  for (guint i = 0; i < G_N_ELEMENTS (bases); i++)
    for (guint j = 0; j + RANKLE_POWERS <= G_N_ELEMENTS (exponents); j++)
      {
        for (guint k = 0; k < RANKLE_POWERS; k++)
          {
            base[k] = bases[(i + k) % G_N_ELEMENTS (bases)];
            exponent[k] = exponents[j + k];
          }
        rankle_powers (base, exponent, RANKLE_POWERS, result);
        for (guint k = 0; k < RANKLE_POWERS; k++)
          assert_power (base[k], exponent[k], result[k]);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/power/table", test_powers);
  return g_test_run ();
}
