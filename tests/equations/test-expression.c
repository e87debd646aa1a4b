/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "evaluate.h"

#define BINARY(OP, A, B) rankle_graph_binary (graph, RANKLE_OP_##OP, A, B)
#define UNARY(OP, A)     rankle_graph_unary (graph, RANKLE_OP_##OP, A)
#define NUMBER(VALUE)    rankle_graph_constant (graph, VALUE)

static void
test_equal_formulas_are_one_node (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression y = rankle_graph_state (graph, 1);
  guint            size;

  g_assert_cmpuint (x, !=, y);
  g_assert_cmpuint (x, !=, rankle_graph_parameter (graph, 0));
  g_assert_cmpuint (BINARY (ADD, x, y), ==, BINARY (ADD, y, x));
  g_assert_cmpuint (BINARY (MULTIPLY, x, y), ==, BINARY (MULTIPLY, y, x));
  g_assert_cmpuint (BINARY (SUBTRACT, x, y), !=, BINARY (SUBTRACT, y, x));

  size = rankle_graph_get_size (graph);
  for (guint i = 0; i < 5; i++)
    UNARY (EXP, BINARY (ADD, x, BINARY (MULTIPLY, y, NUMBER (2.0))));
  g_assert_cmpuint (rankle_graph_get_size (graph), ==, size + 4);
}

static void
test_the_table_grows (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (100000);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 20000; i++)
      g_assert_cmpuint (rankle_graph_state (graph, i), ==, i + 1);
}

static void
test_identities (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression y = rankle_graph_state (graph, 1);
  RankleExpression zero = NUMBER (0.0), one = NUMBER (1.0), minus = UNARY (NEGATE, x);
  const RankleExpression same[][2] = {
    { BINARY (ADD, x, zero), x },
    { BINARY (ADD, zero, x), x },
    { BINARY (SUBTRACT, x, zero), x },
    { BINARY (SUBTRACT, zero, x), minus },
    { BINARY (SUBTRACT, x, x), zero },
    { BINARY (ADD, y, minus), BINARY (SUBTRACT, y, x) },
    { BINARY (ADD, minus, y), BINARY (SUBTRACT, y, x) },
    { BINARY (SUBTRACT, y, minus), BINARY (ADD, x, y) },
    { BINARY (MULTIPLY, x, one), x },
    { BINARY (MULTIPLY, one, x), x },
    { BINARY (MULTIPLY, x, zero), zero },
    { BINARY (MULTIPLY, NUMBER (-1.0), x), minus },
    { BINARY (MULTIPLY, minus, y), UNARY (NEGATE, BINARY (MULTIPLY, x, y)) },
    { BINARY (MULTIPLY, minus, UNARY (NEGATE, y)), BINARY (MULTIPLY, x, y) },
    { BINARY (DIVIDE, x, one), x },
    { BINARY (DIVIDE, x, NUMBER (4.0)), BINARY (MULTIPLY, NUMBER (0.25), x) },
    { BINARY (POWER, x, one), x },
    { BINARY (POWER, x, zero), one },
    { BINARY (POWER, one, x), one },
    { BINARY (POWER, x, NUMBER (2.0)), BINARY (MULTIPLY, x, x) },
    { BINARY (POWER, x, NUMBER (0.5)), UNARY (SQRT, x) },
    { BINARY (POWER, x, NUMBER (-1.0)), BINARY (DIVIDE, one, x) },
    { UNARY (NEGATE, minus), x },
    { UNARY (NEGATE, BINARY (SUBTRACT, x, y)), BINARY (SUBTRACT, y, x) },
    { rankle_graph_ternary (graph, RANKLE_OP_SELECT, one, x, y), x },
    { rankle_graph_ternary (graph, RANKLE_OP_SELECT, zero, x, y), y },
    { rankle_graph_ternary (graph, RANKLE_OP_SELECT, y, x, x), x },
    { BINARY (ADD, NUMBER (2.0), NUMBER (3.0)), NUMBER (5.0) },
    { UNARY (SQRT, NUMBER (9.0)), NUMBER (3.0) },
    { BINARY (LESS, NUMBER (2.0), NUMBER (3.0)), one },
  };

  for (guint i = 0; i < G_N_ELEMENTS (same); i++)
    if (same[i][0] != same[i][1])
      g_error ("identity %u does not hold", i);
}

/* What must be left alone, since it would change the value where it is not finite or not
 * exact. */
static void
test_what_is_kept (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression x = rankle_graph_state (graph, 0);
  RankleExpression zero = NUMBER (0.0);
  RankleExpression inverse = BINARY (DIVIDE, NUMBER (1.0), x);
  const double     at_zero = 0.0;
  const Leaves     leaves = { .states = &at_zero };

  g_assert_true (isnan (evaluate (graph, BINARY (MULTIPLY, zero, inverse), &leaves)));
  g_assert_true (isnan (evaluate (graph, BINARY (SUBTRACT, inverse, inverse), &leaves)));
  g_assert_true (isnan (evaluate (graph, BINARY (DIVIDE, x, x), &leaves)));
  g_assert_true (
      isnan (evaluate (graph, BINARY (MULTIPLY, zero, UNARY (LN, x)), &leaves)));
  g_assert_true (isnan (evaluate (graph, BINARY (DIVIDE, zero, x), &leaves)));
  g_assert_cmpuint (rankle_graph_get (graph, BINARY (DIVIDE, x, NUMBER (3.0)))->op, ==,
                    RANKLE_OP_DIVIDE);
}

static void
test_dependence (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (1000);
  RankleExpression p = rankle_graph_parameter (graph, 0);
  RankleExpression t = rankle_graph_time (graph);
  RankleExpression x = rankle_graph_state (graph, 0);

  g_assert_cmpuint (rankle_graph_get (graph, NUMBER (2.0))->depends, ==, 0);
  g_assert_cmpuint (rankle_graph_get (graph, BINARY (ADD, p, NUMBER (2.0)))->depends, ==,
                    RANKLE_DEPENDS_PARAMETER);
  g_assert_cmpuint (rankle_graph_get (graph, BINARY (ADD, p, UNARY (SIN, t)))->depends,
                    ==, RANKLE_DEPENDS_PARAMETER | RANKLE_DEPENDS_TIME);
  g_assert_cmpuint (rankle_graph_get (graph, BINARY (MULTIPLY, x, t))->depends, ==,
                    RANKLE_DEPENDS_STATE | RANKLE_DEPENDS_TIME);
}

static void
test_logic (void)
{
  const struct
  {
    RankleOp op;
    double   a, b, result;
  } table[] = {
    { RANKLE_OP_LESS, 1, 2, 1 },
    { RANKLE_OP_LESS, 2, 2, 0 },
    { RANKLE_OP_LESS_EQUAL, 2, 2, 1 },
    { RANKLE_OP_EQUAL, 2, 2, 1 },
    { RANKLE_OP_EQUAL, 2, 3, 0 },
    { RANKLE_OP_EQUAL, (double)NAN, 3, 0 },
    { RANKLE_OP_NOT_EQUAL, 2, 3, 1 },
    { RANKLE_OP_NOT_EQUAL, (double)NAN, 3, 1 },
    { RANKLE_OP_LESS, (double)NAN, 3, 0 },
    { RANKLE_OP_LESS_EQUAL, (double)NAN, 3, 0 },
    { RANKLE_OP_AND, 1, 0, 0 },
    { RANKLE_OP_AND, 1, 1, 1 },
    { RANKLE_OP_OR, 1, 0, 1 },
    { RANKLE_OP_OR, 0, 0, 0 },
    { RANKLE_OP_XOR, 1, 1, 0 },
    { RANKLE_OP_XOR, 1, 0, 1 },
    { RANKLE_OP_NOT, 0, 0, 1 },
    { RANKLE_OP_NOT, 3, 0, 0 },
    { RANKLE_OP_MINIMUM, 3, -1, -1 },
    { RANKLE_OP_MAXIMUM, 3, -1, 3 },
    { RANKLE_OP_SIGN, -3, 0, -1 },
    { RANKLE_OP_SIGN, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      double result = rankle_op_evaluate (table[i].op, table[i].a, table[i].b, 0.0);

      if (fabs (result - table[i].result) > 0.0)
        g_error ("row %u: %g", i, result);
    }
}

static void
test_full (void)
{
  g_autoptr (RankleGraph) graph = rankle_graph_new (50);
  RankleExpression last = 0;

  for (guint i = 0; i < 49; i++)
    last = rankle_graph_state (graph, i);
  g_assert_false (rankle_graph_is_full (graph));
  g_assert_cmpuint (last, ==, 49);

  g_assert_cmpuint (rankle_graph_state (graph, 100), ==, 0);
  g_assert_true (rankle_graph_is_full (graph));
  g_assert_cmpuint (rankle_graph_get_size (graph), ==, 50);
  g_assert_cmpuint (rankle_graph_state (graph, 5), ==,
                    6); /* what is there is still found */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/expression/equal-formulas-are-one-node",
                   test_equal_formulas_are_one_node);
  g_test_add_func ("/expression/table-grows", test_the_table_grows);
  g_test_add_func ("/expression/identities", test_identities);
  g_test_add_func ("/expression/what-is-kept", test_what_is_kept);
  g_test_add_func ("/expression/dependence", test_dependence);
  g_test_add_func ("/expression/logic", test_logic);
  g_test_add_func ("/expression/full", test_full);

  return g_test_run ();
}
