/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What acts by a function of time alone is never stepped over, however it is said and
 * however long nothing happened before. */

#include <math.h>

#include "sim-fixture.h"

static RankleTrajectory *
run (const char *body, const double *times, guint n)
{
  g_autoptr (RankleModel) model = sim_model_new (body);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_times (protocol, times, n);
  return sim_run (protocol);
}

/* An infusion of 3000 a day from 499.5 to 500.5, said in several ways. */
static void
test_one_pulse (void)
{
  static const char *const pulses[] = {
    "piecewise (3000, abs (time - middle) < half, 0)",
    "piecewise (3000, (time - middle)^2 < half^2, 0)",
    "piecewise (3000, max (time - middle, middle - time) < half, 0)",
    "piecewise (3000, floor (time + 0.5) == 500, 0)",
    "piecewise (3000, ceil (time - 0.5) >= 500 && ceil (time - 0.5) <= 500, 0)",
    "3000 * (abs (time - middle) < half)",
    "piecewise (3000, exp (-(time - middle)^2) > exp (-half^2), 0)",
    "piecewise (3000, cos ((time - middle) * pi / 1000) > cos (half * pi / 1000), 0)",
    "piecewise (3000, not (abs (time - middle) >= half), 0)",
  };
  static const double times[] = { 0, 499, 500, 500.5, 510, 600 };
  static const double expected[] = { 0, 0, 1463.117, 2854.877, 1104.098, 0.1362565 };

  for (guint i = 0; i < G_N_ELEMENTS (pulses); i++)
    {
      g_autofree char *body = g_strdup_printf (
          "X = 0; k = 0.1; middle = 500; half = 0.5; u := %s; X' = u - k * X", pulses[i]);
      g_autoptr (RankleTrajectory) trajectory = run (body, times, G_N_ELEMENTS (times));

      for (guint t = 0; t < G_N_ELEMENTS (times); t++)
        g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "X", times[t]), expected[t],
                                        4e-4 * expected[t] + 1e-9);
    }
}

/* Half a day of infusion each 182 days, by the remainder of a division. */
static void
test_series (void)
{
  static const double times[] = { 0, 50, 50.5, 51, 232.5, 414.5, 597, 900 };
  static const double expected[] = { 0,        0,        47.21632, 28.63815,
                                     47.21632, 47.21632, 28.63815, 0 };
  g_autoptr (RankleTrajectory) trajectory =
      run ("X = 0; k = 1; every = 182; first = 50\n"
           "since := (time - first) - every * floor ((time - first) / every)\n"
           "u := piecewise (120, time >= first && since < 0.5, 0); X' = u - k * X",
           times, G_N_ELEMENTS (times));

  for (guint t = 0; t < G_N_ELEMENTS (times); t++)
    g_assert_cmpfloat_with_epsilon (sim_at (trajectory, "X", times[t]), expected[t],
                                    1e-4 * expected[t] + 1e-9);
}

/* Smooth ones: a bell of area sqrt (pi / 50), and a triangle of area 1 / 10. */
static void
test_bumps (void)
{
  static const double times[] = { 0, 400, 1000 };
  g_autoptr (RankleTrajectory) trajectory =
      run ("bell = 0; bell' = exp (-50 * (time - 500)^2)\n"
           "triangle = 0; triangle' = max (0, 1 - 10 * abs (time - 700))\n"
           "wave = 0; wave' = sin (2 * pi * time / 10)^20",
           times, G_N_ELEMENTS (times));

  sim_assert_near (sim_at (trajectory, "bell", 1000), sqrt (G_PI / 50), 1e-4);
  sim_assert_near (sim_at (trajectory, "triangle", 1000), 0.1, 1e-4);
  /* (1/2)^20 times 20 over 10; a hundred waves, each with its error */
  sim_assert_near (sim_at (trajectory, "wave", 1000), 1000 * 184756.0 / 1048576, 2e-3);
}

/* A pulse that moves with a parameter which is changed under way. */
static void
test_moved_pulse (void)
{
  g_autoptr (RankleModel) model = sim_model_new (
      "X = 0; middle = 500; X' = piecewise (1, abs (time - middle) < 1, 0)");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;

  rankle_protocol_change_parameter (protocol, sim_parameter (model, "middle"), 900, 600);
  rankle_protocol_set_every (protocol, 1000, 100);
  trajectory = sim_run (protocol);
  sim_assert_near (sim_at (trajectory, "X", 600), 2, 1e-4);
  sim_assert_near (sim_at (trajectory, "X", 1000), 4, 1e-4);
}

/* What changes without end is followed as far as patience goes, and the run ends. */
static void
test_beyond_patience (void)
{
  static const double times[] = { 0, 1 };
  g_autoptr (RankleTrajectory) trajectory =
      run ("X = 0; X' = piecewise (1, sin (1e5 * time) > 0, 0)", times, 2);

  sim_assert_near (sim_at (trajectory, "X", 1), 0.5, 1e-2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pulses/one", test_one_pulse);
  g_test_add_func ("/pulses/series", test_series);
  g_test_add_func ("/pulses/bumps", test_bumps);
  g_test_add_func ("/pulses/moved", test_moved_pulse);
  g_test_add_func ("/pulses/beyond-patience", test_beyond_patience);
  return g_test_run ();
}
