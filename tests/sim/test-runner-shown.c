/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The SHOWN lane: invariants 2 to 7 at the head of rankle-runner.c; the number in a
 * test's path is that of the invariant. */

#include "runner-fixture.h"
#include "sim-fixture.h"

/* Runs begun so far. */
static guint
begun (void)
{
  return atomic_load (&engine_stage.begun);
}

/* ---- 2: what is asked twice is run once ---- */

static void
test_at_hand (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  g_autoptr (RankleProtocol) again = engine_protocol_new (model, 3, 0);
  RankleRunner *runner = runner_new (engine_run_at_gate);
  WatchLog      a, b;

  watch_log_init (&a, runner);
  watch_log_init (&b, runner);
  g_assert_null (rankle_runner_find (runner, again));
  watch_log_ask (&a, model, 3);
  g_assert_cmpuint (a.answers, ==, 0);
  watch_log_settle_value (&a, 3);
  watch_log_ask (&b, model, 3);
  g_assert_cmpuint (b.answers, ==, 1); /* in the same breath */
  g_assert_false (rankle_watch_is_waiting (b.watch));
  watch_log_ask (&a, model, 3);
  g_assert_cmpuint (a.answers, ==, 2);
  g_assert_cmpuint (begun (), ==, 1);
  g_assert_nonnull (rankle_runner_find (runner, again));
  watch_log_clear (&a);
  watch_log_clear (&b);
  runner_end (runner);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/2/at-hand", test_at_hand);
  return g_test_run ();
}
