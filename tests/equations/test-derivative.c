/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "rankle-derivative.h"

#include <math.h>

#include "evaluate.h"

#define POINTS 41

static RankleExpression
differentiate (RankleGraph *graph, RankleExpression formula, RankleExpression variable)
{
  RankleExpression slope;

  rankle_graph_differentiate (graph, &formula, 1, variable, &slope);
  return slope;
}

static double
value_at (const RankleGraph *graph, RankleExpression formula, const double *states)
{
  const Leaves leaves = { .states = states };

  return evaluate (graph, formula, &leaves);
}

/* Richardson's central difference: error of fourth order in the step. */
static double
difference (const RankleGraph *graph, RankleExpression formula, double *states, guint at)
{
  double here = states[at], slope[2];

  for (guint i = 0; i < 2; i++)
    {
      double step = 1e-4 * (1.0 + fabs (here)) / (1 << i);

      states[at] = here + step;
      slope[i] = value_at (graph, formula, states);
      states[at] = here - step;
      slope[i] = (slope[i] - value_at (graph, formula, states)) / (2.0 * step);
    }
  states[at] = here;

  return (4.0 * slope[1] - slope[0]) / 3.0;
}

static void
assert_near (double value, double expected, const char *what, double at)
{
  if (!(fabs (value - expected) <= 1e-8 + 1e-7 * fabs (expected)))
    g_error ("%s at %g: derivative %.12g, difference %.12g", what, at, value, expected);
}

typedef struct
{
  const char *name;
  RankleOp    op;
  double      from, to;
} Row;

static void
check_unary (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression formula = rankle_graph_unary (graph, row->op, x);
  RankleExpression slope = differentiate (graph, formula, x);
  RankleExpression second = differentiate (graph, slope, x);

  for (guint i = 0; i < POINTS; i++)
    {
      double at = row->from + (row->to - row->from) * i / (POINTS - 1);

      assert_near (value_at (graph, slope, &at), difference (graph, formula, &at, 0),
                   row->name, at);
      assert_near (value_at (graph, second, &at), difference (graph, slope, &at, 0),
                   row->name, at);
    }
}

/* Open ends stay clear of where the function, or its slope, is not defined. */
static const Row unary_rows[] = {
  { "negate", RANKLE_OP_NEGATE, -3, 3 },  { "abs-left", RANKLE_OP_ABS, -3, -0.1 },
  { "abs-right", RANKLE_OP_ABS, 0.1, 3 }, { "sign", RANKLE_OP_SIGN, 0.1, 3 },
  { "sqrt", RANKLE_OP_SQRT, 0.1, 9 },     { "exp", RANKLE_OP_EXP, -3, 3 },
  { "ln", RANKLE_OP_LN, 0.1, 9 },         { "log10", RANKLE_OP_LOG10, 0.1, 9 },
  { "floor", RANKLE_OP_FLOOR, 1.1, 1.9 }, { "ceil", RANKLE_OP_CEIL, 1.1, 1.9 },
  { "sin", RANKLE_OP_SIN, -7, 7 },        { "cos", RANKLE_OP_COS, -7, 7 },
  { "tan", RANKLE_OP_TAN, -1.2, 1.2 },    { "asin", RANKLE_OP_ASIN, -0.9, 0.9 },
  { "acos", RANKLE_OP_ACOS, -0.9, 0.9 },  { "atan", RANKLE_OP_ATAN, -5, 5 },
  { "sinh", RANKLE_OP_SINH, -3, 3 },      { "cosh", RANKLE_OP_COSH, -3, 3 },
  { "tanh", RANKLE_OP_TANH, -3, 3 },      { "asinh", RANKLE_OP_ASINH, -5, 5 },
  { "acosh", RANKLE_OP_ACOSH, 1.1, 9 },   { "atanh", RANKLE_OP_ATANH, -0.9, 0.9 },
  { "not", RANKLE_OP_NOT, 0.1, 3 },
};

static void
check_binary (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression y = rankle_graph_state (graph, 1);
  RankleExpression formula = rankle_graph_binary (graph, row->op, x, y);
  RankleExpression slope[2] = { differentiate (graph, formula, x),
                                differentiate (graph, formula, y) };

  for (guint i = 0; i < POINTS; i++)
    for (guint j = 0; j < POINTS; j++)
      {
        double at[2] = { row->from + (row->to - row->from) * i / (POINTS - 1),
                         row->from + (row->to - row->from) * (j + 0.37) / POINTS };

        for (guint k = 0; k < 2; k++)
          assert_near (value_at (graph, slope[k], at), difference (graph, formula, at, k),
                       row->name, at[k]);
      }
}

static const Row binary_rows[] = {
  { "add", RANKLE_OP_ADD, -3, 3 },
  { "subtract", RANKLE_OP_SUBTRACT, -3, 3 },
  { "multiply", RANKLE_OP_MULTIPLY, -3, 3 },
  { "divide", RANKLE_OP_DIVIDE, 0.2, 3 },
  { "power", RANKLE_OP_POWER, 0.2, 3 },
  { "minimum", RANKLE_OP_MINIMUM, -3, 3 },
  { "maximum", RANKLE_OP_MAXIMUM, -3, 3 },
  { "less", RANKLE_OP_LESS, -3, 3 },
  { "less-equal", RANKLE_OP_LESS_EQUAL, -3, 3 },
  { "and", RANKLE_OP_AND, 0.2, 3 },
  { "or", RANKLE_OP_OR, 0.2, 3 },
  { "xor", RANKLE_OP_XOR, 0.2, 3 },
};

/* x^4 k / (1 + x^4) where the exponent is a state: a Hill term, twice. */
static void
test_second_derivative_of_power (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression n = rankle_graph_state (graph, 1);
  RankleExpression power = rankle_graph_binary (graph, RANKLE_OP_POWER, x, n);
  RankleExpression hill = rankle_graph_binary (
      graph, RANKLE_OP_DIVIDE, power,
      rankle_graph_binary (graph, RANKLE_OP_ADD, rankle_graph_constant (graph, 1.0),
                           power));
  RankleExpression slope[2] = { differentiate (graph, hill, x),
                                differentiate (graph, hill, n) };

  for (guint k = 0; k < 2; k++)
    for (guint l = 0; l < 2; l++)
      {
        RankleExpression second = differentiate (graph, slope[k], l == 0 ? x : n);
        double           at[2] = { 0.7, 2.3 };

        assert_near (value_at (graph, second, at), difference (graph, slope[k], at, l),
                     "hill", at[l]);
      }
}

/* A receptor at zero ligand must not make a Jacobian of NaN. */
static void
test_powers_at_zero (void)
{
  const struct
  {
    double exponent, slope;
  } rows[] = { { 1.5, 0.0 }, { 7.0, 0.0 }, { 1.0000001, 0.0 } };
  double at[2] = { 0.0, 0.0 };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
      RankleExpression x = rankle_graph_state (graph, 0);
      RankleExpression n = rankle_graph_state (graph, 1);
      RankleExpression power = rankle_graph_binary (graph, RANKLE_OP_POWER, x, n);

      at[1] = rows[i].exponent;
      g_assert_cmpfloat_with_epsilon (
          value_at (graph, differentiate (graph, power, x), at), rows[i].slope, 1e-5);
      g_assert_cmpfloat_with_epsilon (
          value_at (graph, differentiate (graph, power, n), at), 0.0, 1e-300);
    }
}

static void
test_at_the_kinks (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression zero = rankle_graph_constant (graph, 0.0);
  RankleExpression magnitude = rankle_graph_unary (graph, RANKLE_OP_ABS, x);
  RankleExpression positive = rankle_graph_binary (graph, RANKLE_OP_MAXIMUM, x, zero);
  RankleExpression step = rankle_graph_ternary (
      graph, RANKLE_OP_SELECT, rankle_graph_binary (graph, RANKLE_OP_LESS, zero, x), x,
      rankle_graph_binary (graph, RANKLE_OP_MULTIPLY, x, x));
  double at = 0.0;

  g_assert_cmpfloat_with_epsilon (
      value_at (graph, differentiate (graph, magnitude, x), &at), 0.0, 1e-300);
  g_assert_cmpfloat_with_epsilon (
      value_at (graph, differentiate (graph, positive, x), &at), 1.0, 1e-300);
  g_assert_cmpfloat_with_epsilon (value_at (graph, differentiate (graph, step, x), &at),
                                  0.0, 1e-300);
  at = 2.0;
  g_assert_cmpfloat_with_epsilon (value_at (graph, differentiate (graph, step, x), &at),
                                  1.0, 1e-300);
  at = -2.0;
  g_assert_cmpfloat_with_epsilon (value_at (graph, differentiate (graph, step, x), &at),
                                  -4.0, 1e-300);
}

static void
test_structural_zero (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression y = rankle_graph_state (graph, 1);
  RankleExpression root = rankle_graph_unary (graph, RANKLE_OP_SQRT, y);

  g_assert_true (rankle_graph_is_constant (graph, differentiate (graph, root, x), 0.0));
  g_assert_true (rankle_graph_is_constant (
      graph, differentiate (graph, rankle_graph_unary (graph, RANKLE_OP_FLOOR, x), x),
      0.0));
}

/* One differentiator for all variables comes to the very formulas that each alone does:
 * nothing stays of the variable before. */
static void
test_one_after_another (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (10000);
  RankleExpression x[4], f[3], together[3], alone[3];
  g_autoptr (RankleDifferentiator) differentiator = NULL;

  for (guint i = 0; i < 4; i++)
    x[i] = rankle_graph_state (graph, i);
  f[0] = rankle_graph_binary (graph, RANKLE_OP_MULTIPLY, x[0], x[0]);
  f[1] = rankle_graph_binary (graph, RANKLE_OP_DIVIDE, f[0],
                              rankle_graph_unary (graph, RANKLE_OP_EXP, x[1]));
  f[2] = x[2];
  differentiator = rankle_differentiator_new (graph, f, 3);
  for (guint k = 0; k < 12; k++)
    {
      RankleExpression variable = k % 5 < 4 ? x[k % 5] : rankle_graph_state (graph, 9);

      rankle_differentiator_run (differentiator, variable, together);
      for (guint i = 0; i < 3; i++)
        {
          rankle_graph_differentiate (graph, &f[i], 1, variable, &alone[i]);
          g_assert_cmpuint (together[i], ==, alone[i]);
        }
    }
  rankle_differentiator_run (differentiator, x[1], together);
  g_assert_true (rankle_graph_is_constant (graph, together[0], 0.0));
  g_assert_false (rankle_graph_is_constant (graph, together[1], 0.0));
  rankle_differentiator_run (differentiator, x[2], together);
  g_assert_true (rankle_graph_is_constant (graph, together[1], 0.0));
  g_assert_true (rankle_graph_is_constant (graph, together[2], 1.0));
}

/* 100,000 levels: nothing here may use the stack for depth. */
static void
test_depth (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression formula = x;

  for (guint i = 0; i < 100000; i++)
    formula = rankle_graph_binary (graph, RANKLE_OP_ADD,
                                   rankle_graph_unary (graph, RANKLE_OP_SIN, formula), x);
  g_assert_cmpuint (differentiate (graph, formula, x), >, formula);
  g_assert_false (rankle_graph_is_full (graph));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (unary_rows); i++)
    {
      g_autofree char *path =
          g_strconcat ("/derivative/unary/", unary_rows[i].name, NULL);

      g_test_add_data_func (path, &unary_rows[i], check_unary);
    }
  for (guint i = 0; i < G_N_ELEMENTS (binary_rows); i++)
    {
      g_autofree char *path =
          g_strconcat ("/derivative/binary/", binary_rows[i].name, NULL);

      g_test_add_data_func (path, &binary_rows[i], check_binary);
    }
  g_test_add_func ("/derivative/second-of-power", test_second_derivative_of_power);
  g_test_add_func ("/derivative/powers-at-zero", test_powers_at_zero);
  g_test_add_func ("/derivative/kinks", test_at_the_kinks);
  g_test_add_func ("/derivative/structural-zero", test_structural_zero);
  g_test_add_func ("/derivative/one-after-another", test_one_after_another);
  g_test_add_func ("/derivative/depth", test_depth);

  return g_test_run ();
}
