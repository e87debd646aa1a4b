/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "rankle-plot-marks.h"

#define BRACKET(list, i) (&g_array_index (list, RanklePlotBracket, i))

static void
test_gather (void)
{
  static const double marks[] = { 0, 1, 2, 3, 50, 51, 90, 91, 92.5 };
  g_autoptr (GArray) near = rankle_plot_marks_gather (marks, G_N_ELEMENTS (marks), 2);
  g_autoptr (GArray) each = rankle_plot_marks_gather (marks, G_N_ELEMENTS (marks), 0.5);
  g_autoptr (GArray) none = rankle_plot_marks_gather (NULL, 0, 1);

  /* Four together, two neighbours each for itself, three unevenly. */
  g_assert_cmpuint (near->len, ==, 4);
  g_assert_cmpuint (BRACKET (near, 0)->n, ==, 4);
  g_assert_cmpfloat_with_epsilon (BRACKET (near, 0)->to, 3, 1e-12);
  g_assert_cmpfloat_with_epsilon (BRACKET (near, 0)->step, 1, 1e-12);
  g_assert_cmpuint (BRACKET (near, 1)->n, ==, 1);
  g_assert_cmpfloat_with_epsilon (BRACKET (near, 2)->from, 51, 1e-12);
  g_assert_cmpuint (BRACKET (near, 3)->n, ==, 3);
  g_assert_true (isnan (BRACKET (near, 3)->step));
  g_assert_cmpuint (each->len, ==, G_N_ELEMENTS (marks));
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_words (void)
{
  static const struct
  {
    double      step;
    const char *unit, *words;
  } cases[] = { { 1, "day", "daily × 9" },
                { 24, "hour", "daily × 9" },
                { 7, "day", "weekly × 9" },
                { 86400, "second", "daily × 9" },
                { 0.5, "day", "every 12 h × 9" },
                { 182.5, "day", "every 182.5 d × 9" },
                { 3, "", "× 9" },
                { NAN, "day", "× 9" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RanklePlotBracket bracket = { 0, 8, 9, cases[i].step };
      g_autofree char *words = rankle_plot_bracket_dup_words (&bracket, cases[i].unit);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-marks/gather", test_gather);
  g_test_add_func ("/plot-marks/words", test_words);
  return g_test_run ();
}
