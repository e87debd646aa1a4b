/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-history.h"
#include "rankle-run-times.h"

static RankleScenario *
scenario_at (double value)
{
  RankleScenario *scenario = rankle_scenario_new ("s", "S", "");

  rankle_scenario_set_control (scenario, "x", value);
  return scenario;
}

static double
value_of (const RankleScenario *scenario)
{
  double value = -1;

  rankle_scenario_get_control (scenario, "x", &value);
  return value;
}

/* One step of the history from @from to @to. */
static void
step (RankleHistory *history, double from, double to)
{
  g_autoptr (RankleScenario) before = scenario_at (from);
  g_autoptr (RankleScenario) after = scenario_at (to);

  rankle_history_begin (history, before);
  rankle_history_commit (history, after);
}

static void
test_steps (void)
{
  RankleHistory history;
  g_autoptr (RankleScenario) three = scenario_at (3);
  g_autoptr (RankleScenario) two = NULL;
  g_autoptr (RankleScenario) one = NULL;
  g_autoptr (RankleScenario) again = NULL;

  rankle_history_init (&history);
  g_assert_false (rankle_history_can_undo (&history));
  g_assert_null (rankle_history_undo (&history, three));
  g_assert_null (rankle_history_redo (&history, three));
  step (&history, 1, 2);
  step (&history, 2, 3);
  step (&history, 3, 3);

  two = rankle_history_undo (&history, three);
  g_assert_cmpfloat (value_of (two), ==, 2);
  one = rankle_history_undo (&history, two);
  g_assert_cmpfloat (value_of (one), ==, 1);
  g_assert_false (rankle_history_can_undo (&history));
  again = rankle_history_redo (&history, one);
  g_assert_cmpfloat (value_of (again), ==, 2);
  g_assert_true (rankle_history_can_redo (&history));

  step (&history, 2, 9);
  g_assert_false (rankle_history_can_redo (&history));
  rankle_history_clear (&history);
}

static void
test_limit (void)
{
  RankleHistory history;
  g_autoptr (RankleScenario) present = scenario_at (500);
  guint n = 0;

  rankle_history_init (&history);
  for (guint i = 0; i < 500; i++)
    step (&history, i, i + 1);
  while (rankle_history_can_undo (&history))
    {
      RankleScenario *past = rankle_history_undo (&history, present);

      rankle_scenario_unref (present);
      present = past;
      n++;
    }
  g_assert_cmpuint (n, ==, RANKLE_HISTORY_LIMIT);
  g_assert_cmpfloat (value_of (present), ==, 400);
  rankle_history_clear (&history);
}

/* An open change that is dropped with its history is not leaked: seen by the sanitizer.
 */
static void
test_open_change (void)
{
  RankleHistory history;
  g_autoptr (RankleScenario) one = scenario_at (1);
  g_autoptr (RankleScenario) two = scenario_at (2);
  g_autoptr (RankleScenario) back = NULL;

  rankle_history_init (&history);
  rankle_history_commit (&history, two);
  g_assert_false (rankle_history_can_undo (&history));
  rankle_history_begin (&history, one);
  rankle_history_begin (&history, two);
  rankle_history_commit (&history, two);
  back = rankle_history_undo (&history, two);
  g_assert_true (back == one);
  rankle_history_begin (&history, one);
  rankle_history_clear (&history);
}

static double
time_at (const GArray *times, guint i)
{
  return g_array_index (times, double, i);
}

static gboolean
holds (const GArray *times, double time)
{
  for (guint i = 0; i < times->len; i++)
    {
      if (!(time_at (times, i) < time || time_at (times, i) > time))
        return TRUE;
    }
  return FALSE;
}

static void
check_ascending (const GArray *times, double horizon)
{
  g_assert_cmpfloat (time_at (times, 0), ==, 0);
  g_assert_cmpfloat_with_epsilon (time_at (times, times->len - 1), horizon,
                                  1e-9 * horizon);
  for (guint i = 1; i < times->len; i++)
    g_assert_cmpfloat (time_at (times, i), >, time_at (times, i - 1));
}

static void
test_times (void)
{
  g_autoptr (GArray) plain = rankle_run_times_choose (3650, NULL, 0);

  check_ascending (plain, 3650);
  g_assert_cmpuint (plain->len, ==, 801);
  for (double start = 0; start < 600; start += 0.7)
    {
      const RankleEvent events[] = { { start, RANKLE_EVENT_DOSE, 0, 1 },
                                     { start + 365, RANKLE_EVENT_DOSE, 0, 1 },
                                     { start + 9000, RANKLE_EVENT_DOSE, 0, 1 } };
      g_autoptr (GArray) times = rankle_run_times_choose (3650, events, 3);

      check_ascending (times, 3650);
      g_assert_cmpuint (times->len, >, 806);
      g_assert_cmpuint (times->len, <=, 813);
      /* The grid stands still whatever the doses do. */
      g_assert_true (holds (times, 0));
      g_assert_true (holds (times, time_at (plain, 777)));
    }
}

static void
test_times_at_the_ends (void)
{
  const RankleEvent events[] = { { 0, RANKLE_EVENT_DOSE, 0, 1 },
                                 { 0, RANKLE_EVENT_DOSE, 1, 1 },
                                 { 80, RANKLE_EVENT_DOSE, 0, 1 },
                                 { 80 - 1e-12, RANKLE_EVENT_DOSE, 0, 1 },
                                 { -3, RANKLE_EVENT_DOSE, 0, 1 } };
  g_autoptr (GArray) times = rankle_run_times_choose (80, events, G_N_ELEMENTS (events));
  g_autoptr (GArray) many = g_array_new (FALSE, TRUE, sizeof (RankleEvent));
  g_autoptr (GArray) bounded = NULL;

  check_ascending (times, 80);
  g_array_set_size (many, 10000);
  for (guint i = 0; i < many->len; i++)
    g_array_index (many, RankleEvent, i).time = 0.008 * i;
  bounded =
      rankle_run_times_choose (80, (const RankleEvent *)(void *)many->data, many->len);
  check_ascending (bounded, 80);
  g_assert_cmpuint (bounded->len, <=, 20802);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/history/steps", test_steps);
  g_test_add_func ("/history/limit", test_limit);
  g_test_add_func ("/history/open-change", test_open_change);
  g_test_add_func ("/run-times/doses", test_times);
  g_test_add_func ("/run-times/ends", test_times_at_the_ends);
  return g_test_run ();
}
