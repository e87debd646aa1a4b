/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include "rankle-model-builder.h"
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

/* Each kept run has an ink of its own, and one at most is the baseline. */
static void
test_kept_are_distinct (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) of_model = rankle_session_new_of (model, scenario);
  g_autoptr (RankleKeptRun) plain = rankle_kept_run_new ("A", model, scenario);
  g_autoptr (RankleKeptRun) inked = rankle_kept_run_with_ink (plain, 1);
  g_autoptr (RankleKeptRun) run = rankle_kept_run_with_baseline (inked, TRUE);
  RankleKeptRun *runs[] = { run, run, plain };
  g_autoptr (RankleSession) session = rankle_session_with_kept (of_model, runs, 3);
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (rankle_kept_run_get_ink (kept[0]), ==, 1);
  g_assert_cmpuint (rankle_kept_run_get_ink (kept[1]), ==, 0);
  g_assert_cmpuint (rankle_kept_run_get_ink (kept[2]), ==, 2);
  g_assert_true (rankle_session_get_baseline (session) == kept[0]);
  g_assert_false (rankle_kept_run_is_baseline (kept[1]));
  g_assert_cmpuint (rankle_session_find_free_ink (session), ==, 3);
  g_assert_null (rankle_session_get_baseline (of_model));
}

static void
test_letters (void)
{
  g_autofree char *first = rankle_kept_run_dup_letter (0);
  g_autofree char *last = rankle_kept_run_dup_letter (25);
  g_autofree char *next = rankle_kept_run_dup_letter (26);

  g_assert_cmpstr (first, ==, "A");
  g_assert_cmpstr (last, ==, "Z");
  g_assert_cmpstr (next, ==, "A1");
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

/* At its start a run shows nothing of what is asked: there a scenario that opens is not
 * looked at. Elsewhere the cursor stays where one looks. */
static void
test_moment (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) first = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) second = rankle_scenario_new ("b", "B", "");
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) at_end = rankle_session_with_scenario (opened, first);
  g_autoptr (RankleSession) looked = rankle_session_with_cursor (at_end, 12);
  g_autoptr (RankleSession) kept = rankle_session_with_scenario (looked, second);
  g_autoptr (RankleSession) changed = rankle_session_with_changed (opened, second);
  g_autoptr (RankleScenario) brief = rankle_scenario_new ("c", "C", "");
  g_autoptr (RankleSession) at_moment = NULL;
  g_autoptr (RankleSession) short_end = NULL;
  g_autoptr (RankleSession) long_end = NULL;

  g_assert_cmpfloat (rankle_session_get_cursor (opened), ==, 0);
  g_assert_cmpfloat (rankle_session_get_cursor (at_end), ==, 40);
  g_assert_cmpfloat (rankle_session_get_cursor (kept), ==, 12);
  g_assert_cmpfloat (rankle_session_get_cursor (changed), ==, 0);
  rankle_scenario_set_horizon (brief, 5);
  short_end = rankle_session_with_scenario (at_end, brief);
  long_end = rankle_session_with_scenario (short_end, second);
  g_assert_cmpfloat (rankle_session_get_cursor (short_end), ==, 5);
  g_assert_cmpfloat (rankle_session_get_cursor (long_end), ==, 40);
  model->moment = 7;
  at_moment = rankle_session_with_scenario (opened, first);
  g_assert_cmpfloat (rankle_session_get_cursor (at_moment), ==, 7);
}

/* A system's time is its own; models that are compared are looked at at one time. */
static void
test_moment_of_a_system (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleModel) alike = toy_model_new ();
  g_autoptr (RankleModel) system = toy_model_new ();
  g_autoptr (RankleScenario) first = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) looked = rankle_session_with_cursor (opened, 12);
  g_autoptr (RankleSession) beside = rankle_session_with_model (looked, alike);
  g_autoptr (RankleSession) of_system = NULL;
  g_autoptr (RankleSession) back = NULL;

  system->scenario = "a";
  system->moment = 30;
  of_system = rankle_session_with_system (looked, system, first);
  back = rankle_session_with_model (of_system, model);
  g_assert_cmpfloat (rankle_session_get_cursor (beside), ==, 12);
  g_assert_cmpfloat (rankle_session_get_cursor (of_system), ==, 30);
  g_assert_cmpfloat (rankle_session_get_cursor (back), ==, 40);
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

/* Points of one's own are worth saving, are asked for at their own times, and are brought
 * back by undo. */
static void
test_observations (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleObservations) observations = rankle_observations_new ("a.csv");
  const RankleObservation point = {
    .time = 2.0123, .value = 1, .low = NAN, .high = NAN, .arm = -1
  };
  g_autoptr (RankleSession) observed = NULL;
  g_autoptr (RankleSession) moved = NULL;
  g_autoptr (RankleSession) back = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  const double *times;
  gboolean      found = FALSE;
  guint         n;

  rankle_observations_add_series (observations, "pool");
  rankle_observations_add (observations, &point);
  observed = rankle_session_with_observations (opened, &observations, 1);
  moved = rankle_session_with_cursor (observed, 3);
  g_assert_true (rankle_session_get_observations (moved, &n)[0] == observations);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (rankle_session_equal (moved, observed));
  g_assert_false (rankle_session_equal (opened, observed));
  g_assert_true (rankle_session_asks_same (opened, observed));
  back = rankle_session_with_content_of (moved, opened);
  rankle_session_get_observations (back, &n);
  g_assert_cmpuint (n, ==, 0);
  protocol = rankle_session_make_protocol (observed, NULL);
  times = rankle_protocol_get_times (protocol, &n);
  for (guint i = 0; i < n; i++)
    found |= fabs (times[i] - point.time) < 1e-12;
  g_assert_true (found);
}

/* Written once, and the same wherever one looks; no longer than fits a page. */
static void
test_report_texts (void)
{
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) asked = rankle_session_with_report_text (
      nothing, RANKLE_REPORT_QUESTION, "  Does OPG\n\nsave bone?\n");
  g_autoptr (RankleSession) back = rankle_session_with_content_of (nothing, asked);
  g_autofree char *long_text = g_strnfill (RANKLE_REPORT_TEXT_MAX + 7, 'a');
  g_autoptr (RankleSession) told =
      rankle_session_with_report_text (asked, RANKLE_REPORT_FINDING, long_text);

  g_assert_cmpstr (rankle_session_get_report_text (nothing, RANKLE_REPORT_QUESTION), ==,
                   "");
  g_assert_cmpstr (rankle_session_get_report_text (back, RANKLE_REPORT_QUESTION), ==,
                   "Does OPG\n\nsave bone?");
  g_assert_false (rankle_session_equal (nothing, asked));
  g_assert_true (rankle_session_equal (back, asked));
  g_assert_cmpstr (rankle_session_get_report_text (told, RANKLE_REPORT_QUESTION), ==,
                   "Does OPG\n\nsave bone?");
  g_assert_cmpuint (strlen (rankle_session_get_report_text (told, RANKLE_REPORT_FINDING)),
                    ==, RANKLE_REPORT_TEXT_MAX);
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
  g_test_add_func ("/session/kept-are-distinct", test_kept_are_distinct);
  g_test_add_func ("/session/letters", test_letters);
  g_test_add_func ("/session/cursor", test_cursor);
  g_test_add_func ("/session/moment", test_moment);
  g_test_add_func ("/session/moment-of-a-system", test_moment_of_a_system);
  g_test_add_func ("/session/zoom", test_zoom);
  g_test_add_func ("/session/content-of", test_content_of);
  g_test_add_func ("/session/given", test_given);
  g_test_add_func ("/session/equal", test_equal);
  g_test_add_func ("/session/observations", test_observations);
  g_test_add_func ("/session/report-texts", test_report_texts);
  return g_test_run ();
}
