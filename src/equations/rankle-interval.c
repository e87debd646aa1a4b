/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bounds are computed with the operations that compute the values themselves, and not
 * rounded outward: a stretch of no length has the value that the program has there. */

#include "rankle-interval.h"

#include <math.h>

#include "rankle-operation.h"

RankleInterval
rankle_interval_of (double value)
{
  return (RankleInterval){ value, value, TRUE };
}

RankleInterval
rankle_interval_between (double low, double high)
{
  return (RankleInterval){ low, high, TRUE };
}

/* What is no number may be anything. */
static RankleInterval
make (double low, double high, gboolean decided)
{
  if (isnan (low) || isnan (high))
    return (RankleInterval){ -INFINITY, INFINITY, decided };

  return (RankleInterval){ fmin (low, high), fmax (low, high), decided };
}

static gboolean
is_true (RankleInterval a)
{
  return a.low > 0 || a.high < 0;
}

static gboolean
is_false (RankleInterval a)
{
  return !(a.low < 0) && !(a.high > 0);
}

static RankleInterval
truth (gboolean surely, gboolean surely_not, gboolean decided)
{
  if (surely || surely_not)
    return (RankleInterval){ surely, surely, decided };

  return (RankleInterval){ 0, 1, FALSE };
}

static gboolean
holds_zero (RankleInterval a)
{
  return a.low < 0 && a.high > 0;
}

/* ---- one operand ---- */

/* Of a function that falls until 0 and rises from there, as it does the other way. */
static RankleInterval
fold (double at_zero, double low, double high, RankleInterval a, gboolean decided)
{
  if (holds_zero (a))
    return make (at_zero, fmax (low, high), decided);

  return make (low, high, decided);
}

/* A multiple of 2 pi behind @peak lies within. */
static gboolean
passes (RankleInterval a, double peak)
{
  return peak + 2 * G_PI * ceil ((a.low - peak) / (2 * G_PI)) <= a.high;
}

static RankleInterval
sine (RankleInterval a, double shift)
{
  double low = sin (a.low + shift), high = sin (a.high + shift);

  if (!(a.high - a.low < 2 * G_PI))
    return (RankleInterval){ -1, 1, a.decided };

  return (RankleInterval){ passes (a, -0.5 * G_PI - shift) ? -1 : fmin (low, high),
                           passes (a, 0.5 * G_PI - shift) ? 1 : fmax (low, high),
                           a.decided };
}

static RankleInterval
tangent (RankleInterval a)
{
  if (floor (a.low / G_PI + 0.5) < floor (a.high / G_PI + 0.5))
    return (RankleInterval){ -INFINITY, INFINITY, FALSE };

  return make (tan (a.low), tan (a.high), a.decided);
}

static double
compute_unary (guint op, double a)
{
  switch (op)
    {
#define COMPUTE(name, formula)                                                           \
  case RANKLE_OP_##name:                                                                 \
    return formula;
      RANKLE_UNARY_OPERATIONS (COMPUTE)
#undef COMPUTE
    default:
      return NAN;
    }
}

RankleInterval
rankle_interval_unary (guint op, RankleInterval a)
{
  double low = compute_unary (op, a.low), high = compute_unary (op, a.high);

  switch (op)
    {
    case RANKLE_OP_ABS:
      return fold (0, low, high, a, a.decided && !holds_zero (a));
    case RANKLE_OP_COSH:
      return fold (1, low, high, a, a.decided);
    case RANKLE_OP_SIGN:
    case RANKLE_OP_FLOOR:
    case RANKLE_OP_CEIL:
      return make (low, high, a.decided && !(low < high));
    case RANKLE_OP_SIN:
      return sine (a, 0);
    case RANKLE_OP_COS:
      return sine (a, 0.5 * G_PI);
    case RANKLE_OP_TAN:
      return tangent (a);
    case RANKLE_OP_NOT:
      return truth (is_false (a), is_true (a), a.decided);
    case RANKLE_OP_SQRT:
      return make (a.low < 0 ? 0 : low, high, a.decided);
    case RANKLE_OP_LN:
    case RANKLE_OP_LOG10:
      return make (a.low < 0 ? -INFINITY : low, high, a.decided);
    default: /* rises throughout, or falls throughout */
      return make (low, high, a.decided);
    }
}

/* ---- two operands ---- */

static RankleInterval
hull (const double corners[4], gboolean decided)
{
  double low = corners[0], high = corners[0];

  for (guint i = 0; i < 4; i++)
    {
      if (isnan (corners[i]))
        return make (NAN, NAN, decided);
      low = fmin (low, corners[i]);
      high = fmax (high, corners[i]);
    }
  return make (low, high, decided);
}

/* 0 times what has no bound is 0 here: the other end of it is no value. */
static double
multiply (double a, double b)
{
  return fabs (a) > 0 && fabs (b) > 0 ? a * b : 0;
}

static RankleInterval
divide (RankleInterval a, RankleInterval b, gboolean decided)
{
  const double corners[] = { a.low / b.low, a.low / b.high, a.high / b.low,
                             a.high / b.high };

  if (!(b.low > 0) && !(b.high < 0))
    return (RankleInterval){ -INFINITY, INFINITY, FALSE };

  return hull (corners, decided);
}

static gboolean
is_whole (RankleInterval a)
{
  return !(a.low < a.high) && !(fabs (a.low - nearbyint (a.low)) > 0);
}

static RankleInterval
power (RankleInterval a, RankleInterval b, gboolean decided)
{
  const double corners[] = { pow (a.low, b.low), pow (a.low, b.high), pow (a.high, b.low),
                             pow (a.high, b.high) };

  if (a.low > 0 || (!(a.low < 0) && !(b.low < 0)))
    return hull (corners, decided);
  /* Behind 0, be it -0, lies a pole. */
  if (!is_whole (b) || b.low < 0)
    return (RankleInterval){ -INFINITY, INFINITY, decided };
  if (fabs (fmod (b.low, 2)) > 0)
    return make (corners[0], corners[2], decided);

  return fold (0, corners[0], corners[2], a, decided);
}

static RankleInterval
choose (RankleInterval a, RankleInterval b, gboolean smaller, gboolean decided)
{
  gboolean apart = !(a.high > b.low) || !(b.high > a.low);

  if (smaller)
    return make (fmin (a.low, b.low), fmin (a.high, b.high), decided && apart);

  return make (fmax (a.low, b.low), fmax (a.high, b.high), decided && apart);
}

/* What one operand decides the other one cannot change. */
static RankleInterval
conjunction (RankleInterval a, RankleInterval b)
{
  if ((is_false (a) && a.decided) || (is_false (b) && b.decided))
    return (RankleInterval){ 0, 0, TRUE };

  return truth (is_true (a) && is_true (b), FALSE, a.decided && b.decided);
}

static RankleInterval
disjunction (RankleInterval a, RankleInterval b)
{
  if ((is_true (a) && a.decided) || (is_true (b) && b.decided))
    return (RankleInterval){ 1, 1, TRUE };

  return truth (FALSE, is_false (a) && is_false (b), a.decided && b.decided);
}

static RankleInterval
difference (RankleInterval a, RankleInterval b, gboolean decided)
{
  gboolean known = (is_true (a) || is_false (a)) && (is_true (b) || is_false (b));

  return truth (known && is_true (a) != is_true (b), known && is_true (a) == is_true (b),
                decided);
}

static RankleInterval
equality (RankleInterval a, RankleInterval b, gboolean wanted, gboolean decided)
{
  gboolean apart = a.high < b.low || b.high < a.low;
  gboolean same = !(a.low < a.high) && !(b.low < b.high) && !apart;

  return wanted ? truth (same, apart, decided) : truth (apart, same, decided);
}

RankleInterval
rankle_interval_binary (guint op, RankleInterval a, RankleInterval b)
{
  gboolean     decided = a.decided && b.decided;
  const double products[] = { multiply (a.low, b.low), multiply (a.low, b.high),
                              multiply (a.high, b.low), multiply (a.high, b.high) };

  switch (op)
    {
    case RANKLE_OP_ADD:
      return make (a.low + b.low, a.high + b.high, decided);
    case RANKLE_OP_SUBTRACT:
      return make (a.low - b.high, a.high - b.low, decided);
    case RANKLE_OP_MULTIPLY:
      return hull (products, decided);
    case RANKLE_OP_DIVIDE:
      return divide (a, b, decided);
    case RANKLE_OP_POWER:
      return power (a, b, decided);
    case RANKLE_OP_MINIMUM:
      return choose (a, b, TRUE, decided);
    case RANKLE_OP_MAXIMUM:
      return choose (a, b, FALSE, decided);
    case RANKLE_OP_LESS:
      return truth (a.high < b.low, !(a.low < b.high), decided);
    case RANKLE_OP_LESS_EQUAL:
      return truth (!(a.high > b.low), a.low > b.high, decided);
    case RANKLE_OP_EQUAL:
      return equality (a, b, TRUE, decided);
    case RANKLE_OP_NOT_EQUAL:
      return equality (a, b, FALSE, decided);
    case RANKLE_OP_AND:
      return conjunction (a, b);
    case RANKLE_OP_OR:
      return disjunction (a, b);
    case RANKLE_OP_XOR:
      return difference (a, b, decided);
    default:
      return (RankleInterval){ -INFINITY, INFINITY, FALSE };
    }
}

/* ---- three operands ---- */

RankleInterval
rankle_interval_select (RankleInterval condition, RankleInterval a, RankleInterval b)
{
  if (condition.decided && is_true (condition))
    return a;
  if (condition.decided && is_false (condition))
    return b;

  return (RankleInterval){ fmin (a.low, b.low), fmax (a.high, b.high), FALSE };
}
