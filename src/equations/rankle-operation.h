/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <float.h>
#include <math.h>

/* What each operation computes, written once: constant folding and the interpreter expand
 * the same lists. Comparisons avoid == on doubles, and are false where an operand is not
 * a number (but "not equal", which is true). */

static inline double
rankle_truth (int condition)
{
  return condition ? 1.0 : 0.0;
}

static inline int
rankle_is_true (double a)
{
  return fabs (a) > 0.0;
}

static inline double
rankle_select (double condition, double a, double b)
{
  return rankle_is_true (condition) ? a : b;
}

/* d(a^b)/da where @power = a^b is known already: a division in place of a second pow(),
 * which is what a Hill term's Jacobian would cost. Near 0, where a^b may have
 * underflowed, by the book. */
static inline double
rankle_power_slope (double a, double b, double power)
{
  if (fabs (a) > DBL_EPSILON && fabs (power) > DBL_MIN)
    return b * power / a;

  return fabs (b) > 0.0 ? b * pow (a, b - 1.0) : 0.0;
}

#define RANKLE_UNARY_OPERATIONS(OP)                                                      \
  OP (NEGATE, -a)                                                                        \
  OP (ABS, fabs (a))                                                                     \
  OP (SIGN, (double)((a > 0.0) - (a < 0.0)))                                             \
  OP (SQRT, sqrt (a))                                                                    \
  OP (EXP, exp (a))                                                                      \
  OP (LN, log (a))                                                                       \
  OP (LOG10, log10 (a))                                                                  \
  OP (FLOOR, floor (a))                                                                  \
  OP (CEIL, ceil (a))                                                                    \
  OP (SIN, sin (a))                                                                      \
  OP (COS, cos (a))                                                                      \
  OP (TAN, tan (a))                                                                      \
  OP (ASIN, asin (a))                                                                    \
  OP (ACOS, acos (a))                                                                    \
  OP (ATAN, atan (a))                                                                    \
  OP (SINH, sinh (a))                                                                    \
  OP (COSH, cosh (a))                                                                    \
  OP (TANH, tanh (a))                                                                    \
  OP (ASINH, asinh (a))                                                                  \
  OP (ACOSH, acosh (a))                                                                  \
  OP (ATANH, atanh (a))                                                                  \
  OP (NOT, rankle_truth (!rankle_is_true (a)))

#define RANKLE_BINARY_OPERATIONS(OP)                                                     \
  OP (ADD, a + b)                                                                        \
  OP (SUBTRACT, a - b)                                                                   \
  OP (MULTIPLY, a *b)                                                                    \
  OP (DIVIDE, a / b)                                                                     \
  OP (POWER, pow (a, b))                                                                 \
  OP (MINIMUM, b < a ? b : a)                                                            \
  OP (MAXIMUM, b > a ? b : a)                                                            \
  OP (LESS, rankle_truth (a < b))                                                        \
  OP (LESS_EQUAL, rankle_truth (a <= b))                                                 \
  OP (EQUAL, rankle_truth (a <= b && a >= b))                                            \
  OP (NOT_EQUAL, rankle_truth (!(a <= b && a >= b)))                                     \
  OP (AND, rankle_truth (rankle_is_true (a) && rankle_is_true (b)))                      \
  OP (OR, rankle_truth (rankle_is_true (a) || rankle_is_true (b)))                       \
  OP (XOR, rankle_truth (rankle_is_true (a) != rankle_is_true (b)))
