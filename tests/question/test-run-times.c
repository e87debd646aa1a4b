/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "rankle-run-times.h"

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
      g_assert_cmpuint (times->len, >, 801 + 2 * 20);
      g_assert_cmpuint (times->len, <=, 801 + 2 * 42);
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
  g_assert_cmpuint (bounded->len, <=, 30802);
}

/* What a dose leaves, over the time at which it is highest: 1 there. */
static double
rise_and_fall (double time, double peak)
{
  return time < 0 ? 0 : time / peak * exp (1 - time / peak);
}

/* Whatever the pace of what follows them, all doses are seen, and seen alike. */
static void
test_peaks (void)
{
  static const struct
  {
    double horizon, interval;
    guint  count;
  } cases[] = { { 730, 1, 365 }, { 3650, 182.5, 6 }, { 3650, 1, 400 }, { 10, 3, 2 } };

  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autofree RankleEvent *events = g_new0 (RankleEvent, cases[c].count);
      g_autoptr (GArray) times = NULL;
      double reach = MIN (cases[c].interval, cases[c].horizon / 800);

      for (guint i = 0; i < cases[c].count; i++)
        events[i].time = i * cases[c].interval;
      times = rankle_run_times_choose (cases[c].horizon, events, cases[c].count);
      for (double peak = 0.005 * reach; peak < 0.3 * cases[c].interval; peak *= 1.13)
        for (guint i = 0; i < cases[c].count; i++)
          {
            double most = 0;

            for (guint k = 0; k < times->len; k++)
              if (time_at (times, k) < (i + 1) * cases[c].interval)
                most =
                    MAX (most, rise_and_fall (time_at (times, k) - events[i].time, peak));
            g_assert_cmpfloat (most, >, 0.99);
          }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/run-times/doses", test_times);
  g_test_add_func ("/run-times/peaks", test_peaks);
  g_test_add_func ("/run-times/ends", test_times_at_the_ends);
  return g_test_run ();
}
