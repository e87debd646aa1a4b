/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bounds hold: whatever values the operands take within theirs, the operation's lies
 * within what was computed, and where it is said that nothing jumps nothing does. */

#include <math.h>

#include "rankle-interval.h"
#include "rankle-operation.h"

#define CASES  400
#define POINTS 40

static double
compute (guint op, double a, double b)
{
  switch (op)
    {
#define COMPUTE(name, formula)                                                           \
  case RANKLE_OP_##name:                                                                 \
    return formula;
      RANKLE_UNARY_OPERATIONS (COMPUTE)
      RANKLE_BINARY_OPERATIONS (COMPUTE)
#undef COMPUTE
    default:
      g_assert_not_reached ();
    }
}

static gboolean
jumps (guint op)
{
  return op == RANKLE_OP_SIGN || op == RANKLE_OP_FLOOR || op == RANKLE_OP_CEIL ||
         op == RANKLE_OP_NOT || (op >= RANKLE_OP_LESS && op <= RANKLE_OP_XOR);
}

static RankleInterval
pick_interval (void)
{
  double sizes[] = { 0, 1e-3, 0.3, 2, 30 };
  double low = g_test_rand_double_range (-5, 5);

  if (g_test_rand_int_range (0, 4) == 0)
    low = nearbyint (low);
  return rankle_interval_between (low, low + sizes[g_test_rand_int_range (0, 5)]);
}

/* The ends come first. */
static double
pick_value (RankleInterval a, guint number)
{
  if (number < 2)
    return number == 0 ? a.low : a.high;
  return a.low + g_test_rand_double_range (0, 1) * (a.high - a.low);
}

static void
check (guint op, RankleInterval a, RankleInterval b, RankleInterval out)
{
  double first = NAN;

  for (guint k = 0; k < POINTS; k++)
    {
      double value = compute (op, pick_value (a, k % 4), pick_value (b, k % 3));
      double slack = 1e-12 * fmax (fabs (value), 1);

      if (!isfinite (value))
        continue;
      if (!(value >= out.low - slack && value <= out.high + slack))
        g_error ("operation %u of [%g, %g] and [%g, %g]: %g is not within [%g, %g]", op,
                 a.low, a.high, b.low, b.high, value, out.low, out.high);
      if (k == 0)
        first = value;
      if (out.decided && jumps (op) && isfinite (first))
        g_assert_cmpfloat_with_epsilon (value, first, 1e-9);
    }
}

static void
test_bounds_hold (void)
{
  for (guint op = RANKLE_OP_FIRST_UNARY; op < RANKLE_OP_FIRST_TERNARY; op++)
    for (guint i = 0; i < CASES; i++)
      {
        RankleInterval a = pick_interval (), b = pick_interval ();

        check (op, a, b,
               op < RANKLE_OP_FIRST_BINARY ? rankle_interval_unary (op, a)
                                           : rankle_interval_binary (op, a, b));
      }
}

/* Seen from -0, 1 / x^5 lies below all numbers, and from just above it over them. */
static void
test_pole (void)
{
  for (int power = -5; power < 0; power++)
    {
      RankleInterval a = rankle_interval_between (-0.0, 0.001);
      RankleInterval b = rankle_interval_of (power);
      RankleInterval out = rankle_interval_binary (RANKLE_OP_POWER, a, b);

      check (RANKLE_OP_POWER, a, b, out);
      g_assert_true (isinf (out.high) && out.high > 0);
    }
}

/* A stretch of no length has the value that the program has there. */
static void
test_points (void)
{
  for (guint op = RANKLE_OP_FIRST_UNARY; op < RANKLE_OP_FIRST_TERNARY; op++)
    for (guint i = 0; i < CASES; i++)
      {
        double         a = pick_interval ().low, b = pick_interval ().low;
        double         value = compute (op, a, b);
        RankleInterval out = op < RANKLE_OP_FIRST_BINARY
                                 ? rankle_interval_unary (op, rankle_interval_of (a))
                                 : rankle_interval_binary (op, rankle_interval_of (a),
                                                           rankle_interval_of (b));

        if (isfinite (value) && isfinite (out.low))
          g_assert_cmpfloat_with_epsilon (out.low, value, 1e-12 * fmax (fabs (value), 1));
      }
}

/* What is chosen counts, and what is not does not. */
static void
test_choices (void)
{
  RankleInterval open = { 0, 1, FALSE };
  RankleInterval five = rankle_interval_of (5), nine = rankle_interval_of (9);
  RankleInterval out = rankle_interval_select (rankle_interval_of (1), five, open);

  g_assert_true (out.decided);
  g_assert_cmpfloat_with_epsilon (out.high, 5, 1e-9);
  out = rankle_interval_select (open, five, nine);
  g_assert_false (out.decided);
  g_assert_cmpfloat_with_epsilon (out.high, 9, 1e-9);
  out = rankle_interval_binary (RANKLE_OP_AND, open, rankle_interval_of (0));
  g_assert_true (out.decided);
  out = rankle_interval_binary (RANKLE_OP_OR, rankle_interval_of (1), open);
  g_assert_true (out.decided);
  out = rankle_interval_binary (RANKLE_OP_AND, open, rankle_interval_of (1));
  g_assert_false (out.decided);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interval/bounds-hold", test_bounds_hold);
  g_test_add_func ("/interval/pole", test_pole);
  g_test_add_func ("/interval/points", test_points);
  g_test_add_func ("/interval/choices", test_choices);
  return g_test_run ();
}
