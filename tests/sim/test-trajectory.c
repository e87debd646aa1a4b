/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim-fixture.h"

static RankleTrajectory *
ramp_new (void)
{
  static const double times[] = { 0, 1, 4 };
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = 2; y := 10 * x");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  return sim_run (protocol);
}

static void
test_columns (void)
{
  g_autoptr (RankleTrajectory) trajectory = ramp_new ();
  static const double expected[] = { 1, 3, 9 };
  const double       *x = rankle_trajectory_get_column (trajectory, 0);
  const double       *y = rankle_trajectory_get_column (trajectory, 1);

  g_assert_cmpuint (rankle_trajectory_get_n_times (trajectory), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      sim_assert_near (x[i], expected[i], 1e-9);
      g_assert_cmpfloat (y[i], ==, 10 * x[i]);
    }
}

static void
test_value_at (void)
{
  g_autoptr (RankleTrajectory) trajectory = ramp_new ();
  static const double cases[][2] = {
    { -1, 1 }, { 0, 1 }, { 0.5, 2 }, { 1, 3 }, { 2.5, 6 }, { 4, 9 }, { 5, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    sim_assert_near (rankle_trajectory_get_value_at (trajectory, 0, cases[i][0]),
                     cases[i][1], 1e-9);
}

static void
test_single_row (void)
{
  static const double times[] = { 2 };
  g_autoptr (RankleModel) model = sim_model_new ("x = 1; x' = 2");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_set_times (protocol, times, 1);
  trajectory = sim_run (protocol);
  for (int time = 1; time < 4; time++)
    sim_assert_near (rankle_trajectory_get_value_at (trajectory, 0, time), 5, 1e-9);
}

static void
test_statistics (void)
{
  g_autoptr (RankleTrajectory) trajectory = ramp_new ();
  const RankleRunStatistics *statistics = rankle_trajectory_get_statistics (trajectory);

  g_assert_cmpuint (statistics->steps, >, 0);
  g_assert_cmpuint (statistics->rate_calls, >=, statistics->steps);
  g_assert_cmpuint (statistics->jacobian_calls, >, 0);
  g_assert_cmpuint (statistics->restarts, ==, 1);
  g_assert_cmpfloat (statistics->cpu_seconds, >, 0);
  g_assert_cmpfloat (statistics->wall_seconds, >, 0);
}

static gpointer
hold_and_drop (gpointer data)
{
  for (guint i = 0; i < 10000; i++)
    rankle_trajectory_unref (rankle_trajectory_ref (data));
  return NULL;
}

static void
test_shared_by_threads (void)
{
  RankleTrajectory *trajectory = ramp_new ();
  GThread          *threads[3];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("hold", hold_and_drop, trajectory);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  g_assert_cmpuint (rankle_trajectory_get_n_times (trajectory), ==, 3);
  rankle_trajectory_unref (trajectory); /* a leak or a double free shows under ASan */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trajectory/columns", test_columns);
  g_test_add_func ("/trajectory/value-at", test_value_at);
  g_test_add_func ("/trajectory/single-row", test_single_row);
  g_test_add_func ("/trajectory/statistics", test_statistics);
  g_test_add_func ("/trajectory/shared-by-threads", test_shared_by_threads);
  return g_test_run ();
}
