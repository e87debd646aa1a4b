/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The SHOWN lane: invariants 2 to 7 at the head of rankle-runner.c; the number in a
 * test's path is that of the invariant. The lane has one thread here; a negative k is
 * held up at the gate, or until its run is stopped. */

#include "runner-fixture.h"
#include "sim-fixture.h"

/* What the lane keeps at most. */
#define MOST_KEPT 16

typedef struct
{
  RankleModel  *model;
  RankleRunner *runner;
  WatchLog      a, b, c;
} Stage;

static void
stage_init (Stage *self, RankleRunFunc run)
{
  self->model = engine_model_new ();
  self->runner = runner_new (run);
  watch_log_init (&self->a, self->runner);
  watch_log_init (&self->b, self->runner);
  watch_log_init (&self->c, self->runner);
}

static void
stage_clear (Stage *self)
{
  watch_log_clear (&self->a);
  watch_log_clear (&self->b);
  watch_log_clear (&self->c);
  runner_end (self->runner);
  rankle_model_unref (self->model);
}

/* Holds the lane's thread up, for what comes after to be queued. */
static void
hold_up (Stage *self, WatchLog *log)
{
  guint begun = atomic_load (&engine_stage.begun);

  watch_log_ask (log, self->model, -1);
  engine_wait_for (&engine_stage.begun, begun + 1);
}

static void
open_gate (void)
{
  atomic_store (&engine_stage.open, true);
}

static void
assert_begun (guint expected)
{
  g_assert_cmpuint (atomic_load (&engine_stage.begun), ==, expected);
}

static gboolean
is_at_hand (Stage *self, double k)
{
  g_autoptr (RankleProtocol) protocol = engine_protocol_new (self->model, k, 0);

  return rankle_runner_find (self->runner, protocol) != NULL;
}

/* ---- 2: what is asked twice is run once ---- */

static void
test_at_hand (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  g_assert_false (is_at_hand (&stage, 3));
  watch_log_ask (&stage.a, stage.model, 3);
  g_assert_cmpuint (stage.a.answers, ==, 0);
  watch_log_settle_value (&stage.a, 3);
  watch_log_ask (&stage.b, stage.model, 3);
  g_assert_cmpuint (stage.b.answers, ==, 1); /* before it returned */
  g_assert_false (rankle_watch_is_waiting (stage.b.watch));
  watch_log_ask (&stage.a, stage.model, 3);
  g_assert_cmpuint (stage.a.answers, ==, 2);
  g_assert_true (is_at_hand (&stage, 3));
  g_assert_false (is_at_hand (&stage, 4));
  assert_begun (1);
  stage_clear (&stage);
}

/* Whether it is being made or waits for its turn. */
static void
test_joined (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  hold_up (&stage, &stage.a);
  watch_log_ask (&stage.b, stage.model, -1);
  watch_log_ask (&stage.c, stage.model, 5);
  watch_log_ask (&stage.a, stage.model, 5);
  open_gate ();
  watch_log_settle_value (&stage.b, -1);
  watch_log_settle_value (&stage.c, 5);
  watch_log_settle_value (&stage.a, 5);
  g_assert_cmpuint (stage.a.answers, ==, 2);
  g_assert_cmpuint (stage.b.answers, ==, 1);
  g_assert_cmpuint (stage.c.answers, ==, 1);
  assert_begun (2);
  stage_clear (&stage);
}

/* The same of the same watch: one answer. */
static void
test_insisting (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  for (guint i = 0; i < 10; i++)
    watch_log_ask (&stage.a, stage.model, -2);
  open_gate ();
  watch_log_settle_value (&stage.a, -2);
  engine_drain (NULL);
  g_assert_cmpuint (stage.a.answers, ==, 1);
  assert_begun (1);
  stage_clear (&stage);
}

/* ---- 3: first come, first served ---- */

static struct
{
  double      k[64];
  atomic_uint n;
} noted;

static RankleTrajectory *
run_and_note (RankleIntegrator  *integrator,
              RankleProtocol    *protocol,
              const atomic_bool *stop,
              GError           **error)
{
  noted.k[atomic_fetch_add (&noted.n, 1)] = rankle_protocol_get_parameters (protocol)[0];
  return engine_run_at_gate (integrator, protocol, stop, error);
}

static void
test_first_come (void)
{
  static const double expected[] = { -1, 4, 2, 3 };
  WatchLog            d;
  Stage               stage;

  atomic_store (&noted.n, 0);
  stage_init (&stage, run_and_note);
  watch_log_init (&d, stage.runner);
  hold_up (&stage, &d);
  watch_log_ask (&stage.a, stage.model, 4);
  watch_log_ask (&stage.b, stage.model, 2);
  watch_log_ask (&stage.c, stage.model, 3);
  open_gate ();
  watch_log_settle_value (&stage.c, 3);
  g_assert_cmpuint (stage.a.answers, ==, 1); /* whoever came first has it by now */
  g_assert_cmpuint (stage.b.answers, ==, 1);
  g_assert_cmpuint (atomic_load (&noted.n), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpfloat (noted.k[i], ==, expected[i]);
  watch_log_clear (&d);
  stage_clear (&stage);
}

/* A drag that all three follow: if each question anew went to the end of the queue, who
 * asks first after a run would always be served, and the others never. */
static void
test_place_is_kept (void)
{
  Stage stage;

  stage_init (&stage, engine_run_for_some_turns);
  for (guint k = 1; stage.a.answers < 8 || stage.b.answers < 8 || stage.c.answers < 8;
       k++)
    {
      g_assert_cmpuint (MAX (stage.a.answers, MAX (stage.b.answers, stage.c.answers)), <,
                        100);
      watch_log_ask (&stage.a, stage.model, k);
      watch_log_ask (&stage.b, stage.model, k + 1e6);
      watch_log_ask (&stage.c, stage.model, k + 2e6);
      g_main_context_iteration (NULL, FALSE);
      atomic_fetch_add (&engine_stage.turns, 1);
      engine_nap ();
    }
  stage_clear (&stage);
}

/* ---- 4: latest wins, and does not starve ---- */

static void
test_queued_is_replaced (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  hold_up (&stage, &stage.a);
  for (guint k = 1; k <= 100; k++)
    {
      watch_log_ask (&stage.a, stage.model, k);
      watch_log_ask (&stage.b, stage.model, 100 + k);
    }
  open_gate ();
  watch_log_settle_value (&stage.a, 100);
  watch_log_settle_value (&stage.b, 200);
  g_assert_cmpuint (stage.a.answers, ==, 2); /* the one being made, and the last */
  g_assert_cmpuint (stage.b.answers, ==, 1);
  assert_begun (3);
  g_assert_true (is_at_hand (&stage, -1));
  stage_clear (&stage);
}

/* Somebody else still wants what this one asked for before. */
static void
test_replaced_for_one_only (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  hold_up (&stage, &stage.a);
  watch_log_ask (&stage.b, stage.model, 7);
  watch_log_ask (&stage.c, stage.model, 7);
  watch_log_ask (&stage.b, stage.model, 8);
  open_gate ();
  watch_log_settle_value (&stage.b, 8);
  watch_log_settle_value (&stage.c, 7);
  g_assert_cmpuint (stage.b.answers, ==, 1);
  assert_begun (3);
  stage_clear (&stage);
}

/* What is at hand comes at once; what was asked before it never. */
static void
test_older_does_not_follow (void)
{
  Stage stage;

  stage_init (&stage, engine_run_until_stopped);
  watch_log_ask (&stage.a, stage.model, 6);
  watch_log_settle_value (&stage.a, 6);
  hold_up (&stage, &stage.a);
  watch_log_ask (&stage.a, stage.model, 6);
  g_assert_cmpuint (stage.a.answers, ==, 2);
  engine_wait_for (&engine_stage.stopped, 1); /* since nobody wants it */
  watch_log_ask (&stage.b, stage.model, 9);
  watch_log_settle_value (&stage.b, 9); /* so that the stopped one has been taken */
  g_assert_cmpuint (stage.a.answers, ==, 2);
  g_assert_cmpuint (stage.a.failures, ==, 0);
  sim_assert_near (stage.a.value, 6, 1e-4);
  stage_clear (&stage);
}

/* Back to what is being made: it is the latest again, and the one between is dropped. */
static void
test_back_again (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  hold_up (&stage, &stage.a);
  watch_log_ask (&stage.a, stage.model, 2);
  watch_log_ask (&stage.a, stage.model, -1);
  open_gate ();
  watch_log_settle_value (&stage.a, -1);
  watch_log_ask (&stage.b, stage.model, 3);
  watch_log_settle_value (&stage.b, 3);
  g_assert_cmpuint (stage.a.answers, ==, 1);
  assert_begun (2);
  stage_clear (&stage);
}

static void
test_no_starving (void)
{
  Stage stage;
  guint k = 0;

  stage_init (&stage, engine_run_for_some_turns);
  while (stage.a.answers < 20)
    {
      watch_log_ask (&stage.a, stage.model, ++k);
      g_main_context_iteration (NULL, FALSE);
      atomic_fetch_add (&engine_stage.turns, 1);
      engine_nap ();
    }
  g_assert_cmpuint (k, >=, 3 * stage.a.answers);
  while (rankle_watch_is_waiting (stage.a.watch))
    {
      g_main_context_iteration (NULL, FALSE);
      atomic_fetch_add (&engine_stage.turns, 1);
      engine_nap ();
    }
  sim_assert_near (stage.a.value, k, 1e-4);
  stage_clear (&stage);
}

/* ---- 5: what nobody wants ---- */

static void
test_unwanted_is_not_begun (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  hold_up (&stage, &stage.a);
  watch_log_ask (&stage.b, stage.model, 4);
  rankle_watch_forget (stage.b.watch);
  watch_log_ask (&stage.c, stage.model, 5);
  open_gate ();
  watch_log_settle_value (&stage.c, 5);
  assert_begun (2);
  g_assert_cmpuint (stage.b.answers, ==, 0);
  stage_clear (&stage);
}

/* Only when the last one has lost interest. */
static void
test_unwanted_is_stopped (void)
{
  Stage stage;

  stage_init (&stage, engine_run_until_stopped);
  hold_up (&stage, &stage.a);
  watch_log_ask (&stage.b, stage.model, -1);
  rankle_watch_forget (stage.a.watch);
  g_assert_false (rankle_watch_is_waiting (stage.a.watch));
  for (guint i = 0; i < 50; i++)
    engine_nap ();
  g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 0);
  g_clear_pointer (&stage.b.watch, rankle_watch_free);
  engine_wait_for (&engine_stage.stopped, 1);
  watch_log_ask (&stage.a, stage.model, 5);
  watch_log_settle_value (&stage.a, 5);
  g_assert_false (is_at_hand (&stage, -1));
  g_assert_cmpuint (stage.a.failures, ==, 0);
  stage_clear (&stage);
}

/* The one that was stopped is not the one to join. */
static void
test_wanted_again (void)
{
  Stage stage;

  stage_init (&stage, engine_run_until_stopped);
  hold_up (&stage, &stage.a);
  rankle_watch_forget (stage.a.watch);
  hold_up (&stage, &stage.a);
  g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 1);
  engine_drain (NULL);
  g_assert_true (rankle_watch_is_waiting (stage.a.watch));
  g_assert_cmpuint (stage.a.failures, ==, 0);
  stage_clear (&stage);
}

/* ---- 6: silence ---- */

/* Done, but not told of: the bell has been rung. */
static void
test_forgotten_when_done (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  watch_log_ask (&stage.a, stage.model, 1);
  watch_log_ask (&stage.b, stage.model, 1);
  watch_log_ask (&stage.c, stage.model, 2);
  engine_wait_for (&engine_stage.ended, 2);
  rankle_watch_forget (stage.a.watch);
  watch_log_settle_value (&stage.b, 1);
  watch_log_settle_value (&stage.c, 2);
  g_assert_cmpuint (stage.a.answers, ==, 0);
  watch_log_ask (&stage.a, stage.model, 1); /* kept all the same */
  g_assert_cmpuint (stage.a.answers, ==, 1);
  stage_clear (&stage);
}

typedef struct
{
  RankleWatch *watches[3];
  guint        answers;
} Group;

static void
free_all_cb (RankleWatch      *watch,
             RankleTrajectory *trajectory,
             const GError     *error,
             gpointer          data)
{
  Group *group = data;

  group->answers++;
  for (guint i = 0; i < G_N_ELEMENTS (group->watches); i++)
    g_clear_pointer (&group->watches[i], rankle_watch_free);
}

/* All want the same, and the first to be told frees the others and itself. */
static void
test_freed_in_a_callback (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (NULL);

  for (guint round = 0; round < 2; round++) /* made, and at hand */
    {
      g_autoptr (RankleProtocol) protocol = engine_protocol_new (model, 3, 0);
      Group group = { 0 };

      for (guint i = 0; i < G_N_ELEMENTS (group.watches); i++)
        group.watches[i] = rankle_watch_new (runner, free_all_cb, &group);
      for (guint i = 0; i < G_N_ELEMENTS (group.watches); i++)
        if (group.watches[i] != NULL)
          rankle_watch_ask (group.watches[i], protocol);
      while (group.watches[0] != NULL)
        g_main_context_iteration (NULL, TRUE);
      engine_drain (NULL);
      g_assert_cmpuint (group.answers, ==, 1);
    }
  runner_end (runner);
}

/* ---- 7: what is kept ---- */

static void
test_failures_are_not_kept (void)
{
  g_autoptr (RankleProtocol) bad = NULL;
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  bad = engine_protocol_new (stage.model, 1, 1);
  for (guint i = 1; i <= 2; i++)
    {
      rankle_watch_ask (stage.a.watch, bad);
      watch_log_settle (&stage.a);
      g_assert_cmpuint (stage.a.failures, ==, i);
      g_assert_error (stage.a.error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
      g_assert_null (rankle_runner_find (stage.runner, bad));
      assert_begun (i);
    }
  stage_clear (&stage);
}

static void
test_least_recently_used_goes (void)
{
  Stage stage;

  stage_init (&stage, NULL);
  for (guint k = 1; k <= MOST_KEPT; k++)
    {
      watch_log_ask (&stage.a, stage.model, k);
      watch_log_settle_value (&stage.a, k);
    }
  watch_log_ask (&stage.b, stage.model, 1); /* used again */
  watch_log_ask (&stage.a, stage.model, MOST_KEPT + 1);
  watch_log_settle_value (&stage.a, MOST_KEPT + 1);
  g_assert_false (is_at_hand (&stage, 2));
  for (guint k = 1; k <= MOST_KEPT + 1; k++)
    g_assert_true (is_at_hand (&stage, k) == (k != 2));
  stage_clear (&stage);
}

static RankleTrajectory *
run_rows (RankleModel *model, double k, guint n_rows)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_parameter (protocol, 0, k);
  rankle_protocol_set_every (protocol, n_rows - 1, 1);
  return sim_run (protocol);
}

/* One column of the toy: a number a row. */
static void
test_limit_on_numbers (void)
{
  static const struct
  {
    guint n_rows, n_kept;
  } rows[] = { { 40, 1 }, { 40, 2 }, { 30, 2 }, { 10, 3 }, { 91, 1 }, { 101, 0 } };
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunCache cache;

  _rankle_run_cache_init (&cache, 16, 100 * sizeof (double));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RankleTrajectory) run = run_rows (model, i, rows[i].n_rows);

      g_assert_cmpuint (rankle_trajectory_get_n_columns (run), ==, 1);
      _rankle_run_cache_add (&cache, run);
      _rankle_run_cache_add (&cache, run); /* the same again */
      g_assert_cmpuint (cache.used.length, ==, rows[i].n_kept);
    }
  _rankle_run_cache_clear (&cache);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/2/at-hand", test_at_hand);
  g_test_add_func ("/runner/2/joined", test_joined);
  g_test_add_func ("/runner/2/insisting", test_insisting);
  g_test_add_func ("/runner/3/first-come", test_first_come);
  g_test_add_func ("/runner/3/place-is-kept", test_place_is_kept);
  g_test_add_func ("/runner/4/queued-is-replaced", test_queued_is_replaced);
  g_test_add_func ("/runner/4/replaced-for-one-only", test_replaced_for_one_only);
  g_test_add_func ("/runner/4/older-does-not-follow", test_older_does_not_follow);
  g_test_add_func ("/runner/4/back-again", test_back_again);
  g_test_add_func ("/runner/4/no-starving", test_no_starving);
  g_test_add_func ("/runner/5/unwanted-is-not-begun", test_unwanted_is_not_begun);
  g_test_add_func ("/runner/5/unwanted-is-stopped", test_unwanted_is_stopped);
  g_test_add_func ("/runner/5/wanted-again", test_wanted_again);
  g_test_add_func ("/runner/6/forgotten-when-done", test_forgotten_when_done);
  g_test_add_func ("/runner/6/freed-in-a-callback", test_freed_in_a_callback);
  g_test_add_func ("/runner/7/failures-are-not-kept", test_failures_are_not_kept);
  g_test_add_func ("/runner/7/least-recently-used-goes", test_least_recently_used_goes);
  g_test_add_func ("/runner/7/limit-on-numbers", test_limit_on_numbers);
  return g_test_run ();
}
