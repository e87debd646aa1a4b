/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How plots are looked at: a value, which undo leaves as it is. */

#include "rankle-session.h"
#include "toy-model.h"

static void
test_axes (void)
{
  g_autoptr (RanklePlotLooks) usual = rankle_plot_looks_new ();
  g_autoptr (RanklePlotLooks) one =
      rankle_plot_looks_with_logarithmic (usual, "cells", TRUE);
  g_autoptr (RanklePlotLooks) two =
      rankle_plot_looks_with_logarithmic (one, "bone", FALSE);
  g_autoptr (RanklePlotLooks) back =
      rankle_plot_looks_with_logarithmic (two, "cells", FALSE);
  g_autofree const char **ids = rankle_plot_looks_list_axes (two);

  g_assert_true (rankle_plot_looks_get_logarithmic (one, "cells", FALSE));
  g_assert_true (rankle_plot_looks_get_logarithmic (one, "drug", TRUE));
  g_assert_false (rankle_plot_looks_get_logarithmic (one, "drug", FALSE));
  g_assert_false (rankle_plot_looks_get_logarithmic (two, "bone", TRUE));
  g_assert_false (rankle_plot_looks_get_logarithmic (back, "cells", TRUE));
  g_assert_true (rankle_plot_looks_get_logarithmic (two, "cells", FALSE));
  g_assert_cmpuint (g_strv_length ((char **)ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, "bone");
  g_assert_cmpstr (ids[1], ==, "cells");
}

static void
test_equal (void)
{
  g_autoptr (RanklePlotLooks) usual = rankle_plot_looks_new ();
  g_autoptr (RanklePlotLooks) chosen =
      rankle_plot_looks_with_logarithmic (usual, "cells", TRUE);
  g_autoptr (RanklePlotLooks) otherwise =
      rankle_plot_looks_with_logarithmic (usual, "cells", FALSE);
  g_autoptr (RanklePlotLooks) alike =
      rankle_plot_looks_with_logarithmic (otherwise, "cells", TRUE);
  g_autoptr (RanklePlotLooks) large = rankle_plot_looks_with_enlarged (alike, "bone");
  g_autoptr (RanklePlotLooks) small = rankle_plot_looks_with_enlarged (large, NULL);

  g_assert_true (rankle_plot_looks_equal (chosen, alike));
  g_assert_true (rankle_plot_looks_equal (chosen, small));
  g_assert_false (rankle_plot_looks_equal (chosen, usual));
  g_assert_false (rankle_plot_looks_equal (chosen, otherwise));
  g_assert_false (rankle_plot_looks_equal (chosen, large));
  g_assert_cmpstr (rankle_plot_looks_get_enlarged (large), ==, "bone");
  g_assert_null (rankle_plot_looks_get_enlarged (small));
}

/* Where one looks is nothing that undo brings back, or that makes a session another. */
static void
test_in_session (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RanklePlotLooks) usual = rankle_plot_looks_new ();
  g_autoptr (RanklePlotLooks) large = rankle_plot_looks_with_enlarged (usual, "bone");
  g_autoptr (RankleSession) looked = rankle_session_with_plot_looks (opened, large);
  g_autoptr (RankleSession) noted = rankle_session_with_notes (looked, "Look.");
  g_autoptr (RankleSession) back = rankle_session_with_content_of (noted, opened);

  g_assert_true (rankle_session_equal (opened, looked));
  g_assert_true (rankle_session_get_plot_looks (noted) == large);
  g_assert_true (rankle_session_get_plot_looks (back) == large);
  g_assert_cmpstr (rankle_session_get_notes (back), ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plot-looks/axes", test_axes);
  g_test_add_func ("/plot-looks/equal", test_equal);
  g_test_add_func ("/plot-looks/in-session", test_in_session);
  return g_test_run ();
}
