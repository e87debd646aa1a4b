/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rankle-session.h"
#include "toy-model.h"

/* Another session shares what stays. */
static void
test_shares_parts (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleModel) rival = toy_model_new ();
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) looked = rankle_session_with_cursor (opened, 12);
  g_autoptr (RankleSession) beside = rankle_session_with_rival (looked, rival);

  g_assert_null (rankle_session_get_model (nothing));
  g_assert_true (rankle_session_get_model (beside) == model);
  g_assert_true (rankle_session_get_scenario (beside) ==
                 rankle_session_get_scenario (opened));
  g_assert_null (rankle_session_get_rival (looked));
  g_assert_true (rankle_session_get_rival (beside) == rival);
  g_assert_cmpfloat (rankle_session_get_cursor (opened), ==, 0);
  g_assert_cmpfloat (rankle_session_get_cursor (beside), ==, 12);
  g_assert_true (rankle_session_asks_same (opened, beside));
  g_assert_false (rankle_session_asks_same (nothing, opened));
}

/* The cursor keeps within what is run. */
static void
test_cursor (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) late = rankle_session_with_cursor (opened, 1e9);
  g_autoptr (RankleSession) early = rankle_session_with_cursor (opened, -1);
  g_autoptr (RankleScenario) brief = rankle_scenario_new ("b", "B", "");
  g_autoptr (RankleSession) cut = NULL;

  g_assert_cmpfloat (rankle_session_get_horizon (opened), ==, 40);
  g_assert_cmpfloat (rankle_session_get_cursor (late), ==, 40);
  g_assert_cmpfloat (rankle_session_get_cursor (early), ==, 0);
  rankle_scenario_set_horizon (brief, 7);
  cut = rankle_session_with_scenario (late, brief);
  g_assert_cmpfloat (rankle_session_get_cursor (cut), ==, 7);
}

/* Undo brings back what was asked, and leaves what is looked at. */
static void
test_content_of (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleModel) other = toy_model_new ();
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) past = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) present = rankle_session_with_model (past, other);
  g_autoptr (RankleSession) looked = rankle_session_with_cursor (present, 5);
  g_autoptr (RankleSession) back = rankle_session_with_content_of (looked, past);

  g_assert_true (rankle_session_get_model (back) == model);
  g_assert_true (rankle_session_asks_same (back, past));
  g_assert_cmpfloat (rankle_session_get_cursor (back), ==, 5);
}

/* What was chosen stays given while it is changed, and undo brings it back. */
static void
test_given (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) first = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) second = rankle_scenario_new ("b", "B", "");
  g_autoptr (RankleScenario) moved = rankle_scenario_copy (first);
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) chosen = rankle_session_with_scenario (opened, first);
  g_autoptr (RankleSession) changed = NULL;
  g_autoptr (RankleSession) other = NULL;
  g_autoptr (RankleSession) back = NULL;
  g_autoptr (RankleSession) same = rankle_session_with_changed (chosen, second);
  g_autoptr (RankleSession) alike = rankle_session_with_scenario (chosen, second);

  g_assert_true (rankle_session_get_given (nothing) ==
                 rankle_session_get_scenario (nothing));
  g_assert_true (rankle_session_get_given (chosen) == first);
  rankle_scenario_set_control (moved, "filling", 3);
  changed = rankle_session_with_changed (chosen, moved);
  g_assert_true (rankle_session_get_given (changed) == first);
  g_assert_true (rankle_session_get_scenario (changed) == moved);
  other = rankle_session_with_scenario (changed, second);
  g_assert_true (rankle_session_get_given (other) == second);
  back = rankle_session_with_content_of (other, changed);
  g_assert_true (rankle_session_get_given (back) == first);
  g_assert_true (rankle_session_get_scenario (back) == moved);
  g_assert_false (rankle_session_asks_same (same, alike));
}

/* What is worth saving, and what is not. */
static void
test_equal (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) looked = rankle_session_with_cursor (opened, 5);
  g_autoptr (RankleSession) noted = rankle_session_with_notes (opened, "Look at OPG.");
  g_autoptr (RankleKeptRun) first =
      rankle_kept_run_new ("Run 1", model, rankle_session_get_scenario (opened));
  g_autoptr (RankleKeptRun) alike =
      rankle_kept_run_new ("Run 1", model, rankle_session_get_scenario (opened));
  g_autoptr (RankleSession) kept = rankle_session_with_kept (opened, &first, 1);
  g_autoptr (RankleSession) again = rankle_session_with_kept (opened, &alike, 1);
  g_autoptr (RankleSession) zoomed = rankle_session_with_zoom (opened, 3, 9);
  g_autoptr (RankleSession) seen = rankle_session_with_view (zoomed, RANKLE_VIEW_PATHWAY);
  double from, to;
  guint  n;

  g_assert_true (rankle_session_equal (opened, looked));
  g_assert_true (rankle_session_equal (opened, seen));
  g_assert_false (rankle_session_equal (opened, noted));
  g_assert_false (rankle_session_equal (opened, kept));
  g_assert_true (rankle_session_equal (kept, again));
  g_assert_true (rankle_session_get_kept (kept, &n)[0] == first && n == 1);
  g_assert_false (rankle_session_get_zoom (opened, &from, &to));
  g_assert_true (rankle_session_get_zoom (seen, &from, &to));
  g_assert_cmpfloat (from, ==, 3);
  g_assert_cmpfloat (to, ==, 9);
}

/* A part of the time is one of the run's: what is not there cannot be looked at. */
static void
test_zoom (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  double horizon = rankle_session_get_horizon (opened), from, to;
  g_autoptr (RankleSession) wide = rankle_session_with_zoom (opened, -1, 2 * horizon);
  g_autoptr (RankleSession) late =
      rankle_session_with_zoom (opened, 2 * horizon, 3 * horizon);
  g_autoptr (RankleSession) end = rankle_session_with_zoom (opened, horizon / 2, horizon);
  g_autoptr (RankleScenario) brief = rankle_scenario_new (NULL, NULL, NULL);
  g_autoptr (RankleSession) shorter = NULL;

  g_assert_true (rankle_session_get_zoom (wide, &from, &to));
  g_assert_cmpfloat (from, ==, 0);
  g_assert_cmpfloat (to, ==, horizon);
  g_assert_false (rankle_session_get_zoom (late, &from, &to));
  rankle_scenario_set_horizon (brief, horizon / 4);
  shorter = rankle_session_with_scenario (end, brief);
  g_assert_cmpfloat (rankle_session_get_horizon (shorter), ==, horizon / 4);
  g_assert_false (rankle_session_get_zoom (shorter, &from, &to));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session/shares-parts", test_shares_parts);
  g_test_add_func ("/session/cursor", test_cursor);
  g_test_add_func ("/session/zoom", test_zoom);
  g_test_add_func ("/session/content-of", test_content_of);
  g_test_add_func ("/session/given", test_given);
  g_test_add_func ("/session/equal", test_equal);
  return g_test_run ();
}
