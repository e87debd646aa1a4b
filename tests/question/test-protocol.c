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

/* ---- which ask for the same ---- */

/* What a protocol may differ in. */
typedef enum
{
  NOTHING,
  PARAMETER,
  PARAMETER_TO_DEFAULT,
  INITIAL,
  DOSE_TIME,
  DOSE_AMOUNT,
  DOSE_TARGET,
  INFUSION_FOR_DOSE,
  MORE_DOSES,
  TIMES,
  FEWER_TIMES,
  RELATIVE,
  ABSOLUTE,
  HIDDEN,
  HELD,
  SIGN_OF_ZERO,
  N_DIFFERENCES
} Difference;

static void
add_doses (RankleProtocol *protocol, Difference difference)
{
  double time = difference == DOSE_TIME ? 5 : 4;

  /* Not by time: the seal sorts them. */
  rankle_protocol_add_dose (protocol, 0, 1, 7);
  rankle_protocol_add_dose (protocol, difference == DOSE_TARGET ? 1 : 0,
                            difference == DOSE_AMOUNT ? 2 : 1, time);
  if (difference == INFUSION_FOR_DOSE)
    rankle_protocol_add_infusion (protocol, 0, 1, 8, 9);
  else
    {
      rankle_protocol_change_parameter (protocol, 0, 1, 8);
      rankle_protocol_change_parameter (protocol, 0, -1, 9);
    }
  if (difference == MORE_DOSES)
    rankle_protocol_add_dose (protocol, 0, 1, 9);
}

static RankleProtocol *
make_differing (RankleModel *model, Difference difference)
{
  RankleProtocol *protocol = rankle_protocol_new (model);

  if (difference != PARAMETER_TO_DEFAULT)
    rankle_protocol_set_parameter (protocol, 0, difference == PARAMETER ? 2 : 1);
  rankle_protocol_set_initial (protocol, 0, difference == INITIAL ? 2 : 1);
  rankle_protocol_set_initial (protocol, 1, difference == SIGN_OF_ZERO ? -0.0 : 0);
  add_doses (protocol, difference);
  rankle_protocol_set_every (protocol, difference == FEWER_TIMES ? 9 : 10,
                             difference == TIMES ? 2 : 1);
  rankle_protocol_set_tolerances (protocol, difference == RELATIVE ? 1e-4 : 1e-6,
                                  difference == ABSOLUTE ? 1e-9 : 0);
  rankle_protocol_set_hidden (protocol, difference == HIDDEN);
  if (difference == HELD)
    rankle_protocol_hold (protocol, 0, 1);
  rankle_protocol_seal (protocol);
  return protocol;
}

static void
test_equal (void)
{
  g_autoptr (RankleModel) model = sim_model_new (pools);
  g_autoptr (RankleModel) twin = sim_model_new (pools);
  g_autoptr (RankleProtocol) same = make_differing (model, NOTHING);
  g_autoptr (RankleProtocol) of_twin = make_differing (twin, NOTHING);

  for (Difference i = NOTHING; i < N_DIFFERENCES; i++)
    for (Difference j = NOTHING; j < N_DIFFERENCES; j++)
      {
        g_autoptr (RankleProtocol) a = make_differing (model, i);
        g_autoptr (RankleProtocol) b = make_differing (model, j);

        g_test_message ("%u and %u", i, j);
        g_assert_true (rankle_protocol_equal (a, b) == (i == j));
        if (i == j)
          g_assert_cmpuint (rankle_protocol_hash (a), ==, rankle_protocol_hash (b));
      }
  g_assert_true (rankle_protocol_equal (same, same));
  g_assert_false (rankle_protocol_equal (same, of_twin)); /* another compilation */
}

/* An undefined number is the default, whatever form it came in. */
static void
test_equal_undefined (void)
{
  g_autoptr (RankleModel) model = sim_model_new (pools);
  g_autoptr (RankleProtocol) a = make_differing (model, PARAMETER_TO_DEFAULT);
  g_autoptr (RankleProtocol) b = rankle_protocol_copy (a);

  rankle_protocol_set_parameter (b, 0, -(double)NAN);
  rankle_protocol_seal (b);
  g_assert_true (rankle_protocol_equal (a, b));
  g_assert_cmpuint (rankle_protocol_hash (a), ==, rankle_protocol_hash (b));
}

/* A drag passes thousands that differ in one number. */
static void
test_hash_spreads (void)
{
  g_autoptr (RankleModel) model = sim_model_new (pools);
  g_autoptr (GHashTable) hashes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

      rankle_protocol_set_parameter (protocol, 0, i);
      rankle_protocol_seal (protocol);
      g_hash_table_add (hashes, GUINT_TO_POINTER (rankle_protocol_hash (protocol)));
    }
  g_assert_cmpuint (g_hash_table_size (hashes), >=, 999);
}

/* One that may still change is like no other. */
static void
test_equal_wants_a_seal (void)
{
  g_autoptr (RankleProtocol) protocol = protocol_new ();

  g_test_expect_message ("rankle-question", G_LOG_LEVEL_CRITICAL, "*->sealed*");
  g_assert_false (rankle_protocol_equal (protocol, protocol));
  g_test_assert_expected_messages ();
  g_test_expect_message ("rankle-question", G_LOG_LEVEL_CRITICAL, "*->sealed*");
  g_assert_cmpuint (rankle_protocol_hash (protocol), ==, 0);
  g_test_assert_expected_messages ();
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
  g_test_add_func ("/protocol/equal", test_equal);
  g_test_add_func ("/protocol/equal-undefined", test_equal_undefined);
  g_test_add_func ("/protocol/hash-spreads", test_hash_spreads);
  g_test_add_func ("/protocol/equal-wants-a-seal", test_equal_wants_a_seal);
  return g_test_run ();
}
