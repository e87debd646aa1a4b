/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-change.h"
#include "rankle-history.h"

static RankleSession *
session_at (double value)
{
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("s", "S", "");

  rankle_scenario_set_control (scenario, "x", value);
  return rankle_session_with_scenario (nothing, scenario);
}

static double
value_of (const RankleSession *session)
{
  double value = -1;

  rankle_scenario_get_control (rankle_session_get_scenario (session), "x", &value);
  return value;
}

static void
step (RankleHistory *history, double from, const char *label)
{
  g_autoptr (RankleSession) before = session_at (from);

  rankle_history_add (history, before, label);
}

/* Steps come back in reverse, each under its own label. */
static void
test_steps (void)
{
  RankleHistory history;
  g_autoptr (RankleSession) three = session_at (3);
  g_autoptr (RankleSession) two = NULL;
  g_autoptr (RankleSession) one = NULL;
  g_autoptr (RankleSession) again = NULL;

  rankle_history_init (&history);
  g_assert_null (rankle_history_get_undo_label (&history));
  g_assert_null (rankle_history_undo (&history, three));
  g_assert_null (rankle_history_redo (&history, three));
  step (&history, 1, "first");
  step (&history, 2, "second");

  g_assert_cmpstr (rankle_history_get_undo_label (&history), ==, "second");
  two = rankle_history_undo (&history, three);
  g_assert_cmpfloat (value_of (two), ==, 2);
  g_assert_cmpstr (rankle_history_get_undo_label (&history), ==, "first");
  g_assert_cmpstr (rankle_history_get_redo_label (&history), ==, "second");
  one = rankle_history_undo (&history, two);
  g_assert_cmpfloat (value_of (one), ==, 1);
  g_assert_null (rankle_history_get_undo_label (&history));
  g_assert_cmpstr (rankle_history_get_redo_label (&history), ==, "first");
  again = rankle_history_redo (&history, one);
  g_assert_cmpfloat (value_of (again), ==, 2);
  g_assert_cmpstr (rankle_history_get_redo_label (&history), ==, "second");

  step (&history, 2, "another way");
  g_assert_null (rankle_history_get_redo_label (&history));
  g_assert_cmpstr (rankle_history_get_undo_label (&history), ==, "another way");
  rankle_history_clear (&history);
}

static void
test_limit (void)
{
  RankleHistory history;
  g_autoptr (RankleSession) present = session_at (500);
  guint n = 0;

  rankle_history_init (&history);
  for (guint i = 0; i < 500; i++)
    step (&history, i, "step");
  while (rankle_history_get_undo_label (&history) != NULL)
    {
      RankleSession *past = rankle_history_undo (&history, present);

      rankle_session_unref (present);
      present = past;
      n++;
    }
  g_assert_cmpuint (n, ==, RANKLE_HISTORY_LIMIT);
  g_assert_cmpfloat (value_of (present), ==, 400);
  rankle_history_clear (&history);
}

static void
key_step (RankleHistory *history, double from, const char *subject, gint64 now)
{
  g_autoptr (RankleSession) before = session_at (from);

  rankle_history_add_step (history, before, subject, subject, now);
}

/* What @subject would join at @now; 0: nothing. */
static double
join (RankleHistory *history, const char *subject, gint64 now)
{
  g_autoptr (RankleSession) joined = rankle_history_take_step (history, subject, now);

  return joined == NULL ? 0 : value_of (joined);
}

/* Steps of one thing in quick succession are one; others, later ones and those before an
 * undo are not. */
static void
test_joins (void)
{
  RankleHistory history;
  g_autoptr (RankleSession) present = session_at (9);
  g_autoptr (RankleSession) past = NULL;
  g_autoptr (RankleSession) again = NULL;

  rankle_history_init (&history);
  g_assert_cmpfloat (join (&history, "opg", 0), ==, 0);
  key_step (&history, 1, "opg", 100);
  g_assert_cmpfloat (join (&history, "rankl", 101), ==, 0);
  g_assert_cmpfloat (join (&history, "opg", 101 + G_USEC_PER_SEC), ==, 0);
  g_assert_cmpstr (rankle_history_get_undo_label (&history), ==, "opg");
  g_assert_cmpfloat (join (&history, "opg", 100 + G_USEC_PER_SEC), ==, 1);
  g_assert_null (rankle_history_get_undo_label (&history));

  step (&history, 1, "a drag");
  g_assert_cmpfloat (join (&history, "a drag", 0), ==, 0);
  key_step (&history, 2, "opg", 100);
  key_step (&history, 3, "opg", 200);
  past = rankle_history_undo (&history, present);
  g_assert_cmpfloat (value_of (past), ==, 3);
  g_assert_cmpfloat (join (&history, "opg", 201), ==, 0);
  again = rankle_history_redo (&history, past);
  g_assert_cmpfloat (join (&history, "opg", 202), ==, 0);
  rankle_history_clear (&history);
}

/* ---- a change ---- */

static void
count_cb (RankleChange *change, gpointer data)
{
  guint *n_ended = data;

  (*n_ended)++;
}

/* It ends when nobody holds it any more, and once. */
static void
test_change_ends_when_dropped (void)
{
  g_autoptr (RankleSession) before = session_at (1);
  guint         n_ended = 0;
  RankleChange *change = rankle_change_new (before, "drag", count_cb, &n_ended);
  RankleChange *same = rankle_change_ref (change);

  g_assert_cmpuint (rankle_change_add_stroke (change), ==, 1);
  g_assert_cmpuint (rankle_change_add_stroke (same), ==, 2);
  rankle_change_unref (change);
  g_assert_cmpuint (n_ended, ==, 0);
  rankle_change_unref (same);
  g_assert_cmpuint (n_ended, ==, 1);
}

static void
test_change_ends_early (void)
{
  g_autoptr (RankleSession) before = session_at (1);
  guint         n_ended = 0;
  RankleChange *change = rankle_change_new (before, "drag", count_cb, &n_ended);

  rankle_change_end (change);
  rankle_change_end (change);
  g_assert_cmpuint (n_ended, ==, 1);
  rankle_change_unref (change);
  g_assert_cmpuint (n_ended, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/limit", test_limit);
  g_test_add_func ("/history/joins", test_joins);
  g_test_add_func ("/change/ends-when-dropped", test_change_ends_when_dropped);
  g_test_add_func ("/change/ends-early", test_change_ends_early);
  return g_test_run ();
}
