/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sim-fixture.h"

#include <math.h>

static const char pools[] = "k = 2; x = 3; y = k + 1; x' = -k * x; y' = 0";

static RankleProtocol *
protocol_new (void)
{
  g_autoptr (RankleModel) model = sim_model_new (pools);

  return rankle_protocol_new (model);
}

static void
test_defaults (void)
{
  g_autoptr (RankleProtocol) protocol = protocol_new ();
  guint n;

  g_assert_true (isnan (rankle_protocol_get_parameters (protocol)[0]));
  g_assert_true (isnan (rankle_protocol_get_initial (protocol)[0]));
  g_assert_null (rankle_protocol_get_times (protocol, &n));
  g_assert_cmpuint (n, ==, 0);
  rankle_protocol_get_events (protocol, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpfloat (rankle_protocol_get_relative_tolerance (protocol), ==, 1e-6);
  g_assert_cmpfloat (rankle_protocol_get_absolute_tolerance (protocol), ==, 0);
}

static void
test_every (void)
{
  static const struct
  {
    double end, interval;
    guint  n;
    double before_last;
  } cases[] = {
    { 10, 5, 3, 5 },          { 10, 3, 5, 9 },
    { 1, 0.1, 11, 9 * 0.1 }, /* ten times 0.1 is not more than 1 */
    { 0.3, 0.1, 4, 2 * 0.1 }, { 2, 5, 2, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RankleProtocol) protocol = protocol_new ();
      const double *times;
      guint         n;

      rankle_protocol_set_every (protocol, cases[i].end, cases[i].interval);
      times = rankle_protocol_get_times (protocol, &n);
      g_assert_cmpuint (n, ==, cases[i].n);
      g_assert_cmpfloat (times[0], ==, 0);
      g_assert_cmpfloat (times[n - 2], ==, cases[i].before_last);
      g_assert_cmpfloat (times[n - 1], ==, cases[i].end);
    }
}

static void
test_times_are_copied (void)
{
  g_autoptr (RankleProtocol) protocol = protocol_new ();
  double        times[] = { -1, 2, 3 };
  const double *kept;
  guint         n;

  rankle_protocol_set_times (protocol, times, 3);
  times[1] = 99;
  kept = rankle_protocol_get_times (protocol, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpfloat (kept[1], ==, 2);
}

/* By time; those of one time in the order in which they were added. */
static void
test_seal_sorts_stably (void)
{
  g_autoptr (RankleProtocol) protocol = protocol_new ();
  const RankleEvent *events;
  guint              n;

  for (guint i = 0; i < 100; i++)
    rankle_protocol_add_dose (protocol, 0, i, i % 2 == 0 ? 7 : 3);
  rankle_protocol_add_infusion (protocol, 1, 5, 1, 9);
  rankle_protocol_change_parameter (protocol, 0, 4, 7);
  rankle_protocol_seal (protocol);

  events = rankle_protocol_get_events (protocol, &n);
  g_assert_cmpuint (n, ==, 103);
  g_assert_cmpint (events[0].kind, ==, RANKLE_EVENT_INFUSION);
  g_assert_cmpfloat (events[0].value, ==, 5);
  for (guint i = 0; i < 50; i++)
    {
      g_assert_cmpfloat (events[1 + i].value, ==, 2 * i + 1);
      g_assert_cmpfloat (events[51 + i].value, ==, 2 * i);
    }
  g_assert_cmpint (events[101].kind, ==, RANKLE_EVENT_PARAMETER);
  g_assert_cmpfloat (events[102].time, ==, 9);
  g_assert_cmpfloat (events[102].value, ==, -5);
}

static void
test_sealed_is_constant (void)
{
  g_autoptr (RankleProtocol) protocol = protocol_new ();
  guint n;

  rankle_protocol_seal (protocol);
  g_test_expect_message ("rankle-question", G_LOG_LEVEL_CRITICAL, "*!protocol->sealed*");
  rankle_protocol_set_parameter (protocol, 0, 1);
  g_test_assert_expected_messages ();
  g_test_expect_message ("rankle-question", G_LOG_LEVEL_CRITICAL, "*!protocol->sealed*");
  rankle_protocol_add_dose (protocol, 0, 1, 0);
  g_test_assert_expected_messages ();

  g_assert_true (isnan (rankle_protocol_get_parameters (protocol)[0]));
  rankle_protocol_get_events (protocol, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_bad_times_are_refused (void)
{
  static const double bad[][2] = { { 1, 1 }, { 2, 1 }, { 0, INFINITY }, { 0, NAN } };
  g_autoptr (RankleProtocol) protocol = protocol_new ();
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_expect_message ("rankle-question", G_LOG_LEVEL_CRITICAL, "*isfinite*");
      rankle_protocol_set_times (protocol, bad[i], 2);
      g_test_assert_expected_messages ();
    }
  g_assert_null (rankle_protocol_get_times (protocol, &n));
}

static void
test_boxed (void)
{
  RankleProtocol *protocol = protocol_new ();
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, RANKLE_TYPE_PROTOCOL);
  g_value_set_boxed (&value, protocol);
  g_assert_true (g_value_get_boxed (&value) == protocol);
  rankle_protocol_unref (protocol);
  g_assert_nonnull (
      rankle_protocol_get_model (g_value_get_boxed (&value))); /* still there */
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/protocol/defaults", test_defaults);
  g_test_add_func ("/protocol/every", test_every);
  g_test_add_func ("/protocol/times-are-copied", test_times_are_copied);
  g_test_add_func ("/protocol/seal-sorts-stably", test_seal_sorts_stably);
  g_test_add_func ("/protocol/sealed-is-constant", test_sealed_is_constant);
  g_test_add_func ("/protocol/bad-times-are-refused", test_bad_times_are_refused);
  g_test_add_func ("/protocol/boxed", test_boxed);
  return g_test_run ();
}
