/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The BULK lane: invariants 8 to 11 at the head of rankle-runner.c; the number in a
 * test's path is that of the invariant. No test measures how long something takes. */

#include <math.h>

#include "runner-fixture.h"
#include "sim-fixture.h"

#define RUNS       200
#define TELL_EVERY (G_USEC_PER_SEC / 20)

/* x' = -k x, run i with k = i / 100; every tenth grows beyond all bounds instead. */
typedef struct
{
  RankleProtocol *base;
  double          ends[RUNS];
  atomic_int      n_taken[RUNS];
  atomic_int      n_failed;
} Decays;

static gboolean
explodes (guint run)
{
  return run % 10 == 9;
}

static RankleProtocol *
make_decay (guint run, gpointer data)
{
  Decays         *self = data;
  RankleProtocol *protocol = rankle_protocol_copy (self->base);

  rankle_protocol_set_parameter (protocol, 0, explodes (run) ? 0 : run / 100.0);
  rankle_protocol_set_parameter (protocol, 1, explodes (run) ? 1 : 0);
  return protocol;
}

static void
take_decay (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  Decays *self = data;

  atomic_fetch_add (&self->n_taken[run], 1);
  g_assert_true ((trajectory == NULL) == (error != NULL));
  if (trajectory != NULL)
    self->ends[run] = sim_at (trajectory, "x", 2);
  else
    atomic_fetch_add (&self->n_failed, 1);
}

static Decays *
decays_new (void)
{
  g_autoptr (RankleModel) model =
      sim_model_new ("k = 1; boom = 0; x = 1; x' = -k * x + boom * x^2");
  Decays *decays = g_new0 (Decays, 1);

  decays->base = rankle_protocol_new (model);
  rankle_protocol_set_every (decays->base, 2, 1);
  rankle_protocol_seal (decays->base);
  return decays;
}

static void
decays_free (gpointer data)
{
  Decays *decays = data;

  rankle_protocol_unref (decays->base);
  g_free (decays);
}

static void
check_decays (Decays *decays)
{
  g_assert_cmpint (decays->n_failed, ==, RUNS / 10);
  for (guint i = 0; i < RUNS; i++)
    {
      g_assert_cmpint (decays->n_taken[i], ==, 1);
      if (!explodes (i))
        sim_assert_near (decays->ends[i], exp (-2.0 * i / 100.0), 1e-4);
    }
}

/* ---- 8: each run once ---- */

static void
test_each_run_once (gconstpointer data)
{
  g_autoptr (RankleRunner) runner =
      rankle_runner_new_with_threads (GPOINTER_TO_UINT (data));
  Decays *decays = decays_new ();

  g_assert_true (rankle_runner_run_batch (runner, RUNS, make_decay, take_decay, decays));
  check_decays (decays);
  decays_free (decays);
}

static void
fail_if_called (guint             run,
                RankleTrajectory *trajectory,
                const GError     *error,
                gpointer          data)
{
  g_assert_not_reached ();
}

static void
test_no_runs (void)
{
  RankleRunner *runner = runner_new (NULL);

  g_assert_true (rankle_runner_run_batch (runner, 0, make_decay, fail_if_called, NULL));
  runner_end (runner);
}

/* ---- the toy: runs of one model, some of them held up ---- */

typedef struct
{
  RankleModel *model;
  guint        n_free; /* runs from here on are held up, at the gate or until stopped */
  atomic_uint  n_made, n_taken, n_failed;
  guint        n_told, n_ends, n_destroyed;
  guint        done; /* when told last */
  gint64       told_at;
} Toy;

static RankleProtocol *
make_toy (guint run, gpointer data)
{
  Toy *toy = data;

  atomic_fetch_add (&toy->n_made, 1);
  return engine_protocol_new (toy->model, run < toy->n_free ? 1.0 + run : -1, 0);
}

static void
take_toy (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  Toy *toy = data;

  atomic_fetch_add (trajectory != NULL ? &toy->n_taken : &toy->n_failed, 1);
}

static void
destroy_toy (gpointer data)
{
  Toy *toy = data;

  toy->n_destroyed++;
}

/* What must hold whenever something is told. */
static void
toy_cb (RankleBatch *batch, gpointer data)
{
  Toy   *toy = data;
  guint  done = rankle_batch_get_done (batch);
  gint64 now = g_get_monotonic_time ();

  g_assert_cmpuint (toy->n_ends, ==, 0);
  g_assert_cmpuint (toy->n_destroyed, ==, 0);
  g_assert_cmpuint (done, <=, rankle_batch_get_n_runs (batch));
  g_assert_cmpuint (done, >=, toy->done);
  toy->n_told++;
  toy->done = done;
  if (rankle_batch_get_state (batch) != RANKLE_BATCH_RUNNING)
    {
      toy->n_ends++;
      return;
    }
  g_assert_cmpint (now - toy->told_at, >=, TELL_EVERY);
  toy->told_at = now;
}

static RankleBatch *
start_toy (RankleRunner *runner, Toy *toy, RankleModel *model, guint n_runs, guint n_free)
{
  RankleBatch *batch;

  *toy = (Toy){ .model = model, .n_free = n_free };
  batch =
      rankle_runner_start_batch (runner, n_runs, make_toy, take_toy, toy, destroy_toy);
  rankle_batch_set_func (batch, toy_cb, toy);
  return batch;
}

static void
settle (RankleBatch *batch)
{

  while (rankle_batch_get_state (batch) == RANKLE_BATCH_RUNNING)
    g_main_context_iteration (NULL, TRUE);
}

/* Told once, and over. */
static void
check_end (RankleBatch *batch, const Toy *toy, RankleBatchState state)
{
  g_assert_cmpint (rankle_batch_get_state (batch), ==, state);
  g_assert_cmpuint (toy->n_ends, ==, 1);
  g_assert_cmpuint (toy->n_destroyed, ==, 1);
  g_assert_cmpuint (rankle_batch_get_done (batch), ==,
                    atomic_load (&toy->n_taken) + atomic_load (&toy->n_failed));
}

/* In the main loop, and nobody waits. */
static void
test_in_the_loop (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (NULL);
  Toy           toy;

  for (guint n_runs = 0; n_runs < 40; n_runs += 1 + n_runs / 3)
    {
      g_autoptr (RankleBatch) batch = start_toy (runner, &toy, model, n_runs, n_runs);

      g_assert_cmpuint (toy.n_ends, ==, 0); /* not before the loop has its turn */
      settle (batch);
      check_end (batch, &toy, RANKLE_BATCH_FINISHED);
      g_assert_cmpuint (atomic_load (&toy.n_taken), ==, n_runs);
    }
  runner_end (runner);
}

/* It goes on though nobody holds it. */
static void
test_unheld (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (NULL);
  Toy           toy;

  rankle_batch_unref (start_toy (runner, &toy, model, 20, 20));
  while (toy.n_destroyed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (atomic_load (&toy.n_taken), ==, 20);
  runner_end (runner);
}

/* ---- 9: cancel ---- */

/* Ten thousand, of which some are through when it is cancelled; the others are held up
 * until they are stopped. */
static void
test_cancel (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (engine_run_until_stopped);
  g_autoptr (RankleBatch) batch = NULL;
  Toy toy;

  batch = start_toy (runner, &toy, model, 10000, 100);
  engine_wait_for (&engine_stage.begun, 102);
  rankle_batch_cancel (batch);
  rankle_batch_cancel (batch);
  g_assert_cmpuint (toy.n_ends, ==, 0); /* it returns at once */
  settle (batch);
  check_end (batch, &toy, RANKLE_BATCH_CANCELLED);
  g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 2);
  g_assert_cmpuint (atomic_load (&engine_stage.begun), ==, 102);
  g_assert_cmpuint (atomic_load (&toy.n_taken), ==, 100);
  g_assert_cmpuint (atomic_load (&toy.n_failed), ==, 0);
  rankle_batch_cancel (batch);
  engine_drain (NULL);
  check_end (batch, &toy, RANKLE_BATCH_CANCELLED);
  runner_end (runner);
}

/* What was never begun ends at once, though the threads are held up by another. */
static void
test_cancel_queued (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (engine_run_at_gate);
  g_autoptr (RankleBatch) first = NULL;
  g_autoptr (RankleBatch) second = NULL;
  Toy a, b;

  first = start_toy (runner, &a, model, 4, 0);
  engine_wait_for (&engine_stage.begun, 2);
  second = start_toy (runner, &b, model, 4, 4);
  rankle_batch_cancel (second);
  settle (second);
  check_end (second, &b, RANKLE_BATCH_CANCELLED);
  g_assert_cmpuint (atomic_load (&b.n_made), ==, 0);
  g_assert_cmpint (rankle_batch_get_state (first), ==, RANKLE_BATCH_RUNNING);
  atomic_store (&engine_stage.open, true);
  settle (first);
  check_end (first, &a, RANKLE_BATCH_FINISHED);
  runner_end (runner);
}

static RankleProtocol *
make_lengthy (guint run, gpointer data)
{
  Toy            *toy = data;
  RankleProtocol *protocol = engine_protocol_new (toy->model, 1, 0);

  for (guint i = 0; i < 200000; i++)
    rankle_protocol_add_dose (protocol, 0, 1, 2e-4 * i);
  atomic_fetch_add (&toy->n_made, 1);
  return protocol;
}

/* Rates of a real run read the flag. */
static void
test_cancel_real_runs (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (NULL);

  for (guint i = 0; i < 3; i++)
    {
      Toy toy = { .model = model };
      g_autoptr (RankleBatch) batch = rankle_runner_start_batch (
          runner, 50, make_lengthy, take_toy, &toy, destroy_toy);

      rankle_batch_set_func (batch, toy_cb, &toy);
      engine_wait_for (&toy.n_made, 1 + i);
      rankle_batch_cancel (batch);
      settle (batch);
      check_end (batch, &toy, RANKLE_BATCH_CANCELLED);
      g_assert_cmpuint (rankle_batch_get_done (batch), <, 50);
    }
  runner_end (runner);
}

static void
cancel_cb (RankleBatch *batch, gpointer data)
{
  toy_cb (batch, data);
  rankle_batch_cancel (batch);
}

/* By who is told of progress, and by who waits. */
static void
test_cancel_in_a_callback (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();

  for (guint by_wait = 0; by_wait < 2; by_wait++)
    {
      RankleRunner *runner = runner_new (engine_run_until_stopped);
      g_autoptr (RankleBatch) batch = NULL;
      Toy toy;

      batch = start_toy (runner, &toy, model, 10000, 10);
      rankle_batch_set_func (batch, cancel_cb, &toy);
      if (by_wait)
        g_assert_false (rankle_batch_wait (batch));
      else
        settle (batch);
      check_end (batch, &toy, RANKLE_BATCH_CANCELLED);
      g_assert_cmpuint (toy.n_told, ==, 2);
      runner_end (runner);
    }
}

/* Ten thousand with progress, beside a LIVE lane that is dragged; then cancelled. The
 * last thousand are held up, so that they cannot all be through before. */
static void
test_ten_thousand (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (engine_run_until_stopped);
  g_autoptr (RankleBatch) batch = NULL;
  Toy toy;

  batch = start_toy (runner, &toy, model, 10000, 9000);
  for (guint k = 1; k <= 50 || toy.n_told == 0; k++)
    {
      g_autoptr (RankleProtocol) protocol = engine_protocol_new (model, k, 0);

      rankle_runner_submit (runner, protocol);
      rankle_runner_wait (runner, 8000);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (toy.done, >, 0);
  rankle_batch_cancel (batch);
  settle (batch);
  check_end (batch, &toy, RANKLE_BATCH_CANCELLED);
  g_assert_cmpuint (rankle_batch_get_done (batch), <=, 9000);
  g_assert_cmpuint (atomic_load (&toy.n_failed), ==, 0);
  runner_end (runner);
}

/* ---- 10: progress ---- */

/* The last runs are held up until progress has been told of; toy_cb() checks how often it
 * is. */
static void
test_progress (gconstpointer by_wait)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (engine_run_at_gate);
  g_autoptr (RankleBatch) batch = NULL;
  Toy   toy;
  guint n_told;

  batch = start_toy (runner, &toy, model, 12, 10);
  while (toy.done < 10)
    {
      g_main_context_iteration (NULL, FALSE);
      engine_nap ();
    }
  g_assert_cmpuint (toy.n_told, >=, 1);
  g_assert_cmpuint (toy.n_told, <=, 10);
  n_told = toy.n_told;
  while (g_get_monotonic_time () < toy.told_at + 4 * TELL_EVERY)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (toy.n_told, ==, n_told); /* nothing has changed since */
  atomic_store (&engine_stage.open, true);
  if (by_wait != NULL)
    g_assert_true (rankle_batch_wait (batch));
  else
    settle (batch);
  check_end (batch, &toy, RANKLE_BATCH_FINISHED);
  g_assert_cmpuint (toy.done, ==, 12);
  engine_drain (NULL);
  g_assert_cmpuint (toy.n_ends, ==, 1); /* by the bell not again */
  runner_end (runner);
}

static void
open_gate_cb (RankleBatch *batch, gpointer data)
{
  toy_cb (batch, data);
  atomic_store (&engine_stage.open, true);
}

/* Who waits is told as well: without that, this one would wait for ever. */
static void
test_progress_in_a_wait (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (engine_run_at_gate);
  g_autoptr (RankleBatch) batch = NULL;
  Toy toy;

  batch = start_toy (runner, &toy, model, 12, 10);
  rankle_batch_set_func (batch, open_gate_cb, &toy);
  g_assert_true (rankle_batch_wait (batch));
  check_end (batch, &toy, RANKLE_BATCH_FINISHED);
  g_assert_cmpuint (toy.n_told, >=, 2);
  runner_end (runner);
}

static void
test_nobody_listens (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (NULL);
  g_autoptr (RankleBatch) batch = NULL;
  Toy toy;

  batch = start_toy (runner, &toy, model, 100, 100);
  rankle_batch_set_func (batch, NULL, NULL);
  settle (batch);
  g_assert_cmpuint (toy.n_told, ==, 0);
  g_assert_cmpuint (toy.n_destroyed, ==, 1);
  g_assert_cmpuint (rankle_batch_get_done (batch), ==, 100);
  runner_end (runner);
}

/* ---- 11: one batch after another ---- */

static void
test_first_come (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (engine_run_at_gate);
  g_autoptr (RankleBatch) first = NULL;
  g_autoptr (RankleBatch) second = NULL;
  Toy a, b;

  first = start_toy (runner, &a, model, 3, 0);
  second = start_toy (runner, &b, model, 5, 5);
  engine_wait_for (&engine_stage.begun, 2);
  g_assert_cmpuint (atomic_load (&a.n_made), ==, 2); /* two threads, both held up */
  g_assert_cmpuint (atomic_load (&b.n_made), ==, 0);
  atomic_store (&engine_stage.open, true);
  g_assert_true (rankle_batch_wait (second));
  g_assert_cmpuint (atomic_load (&a.n_made), ==, 3);
  settle (first);
  check_end (first, &a, RANKLE_BATCH_FINISHED);
  check_end (second, &b, RANKLE_BATCH_FINISHED);
  runner_end (runner);
}

/* A thread with nothing left to begin in the first goes on with the second, though the
 * first has not ended. */
static void
test_nobody_idles (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  RankleRunner *runner = runner_new (engine_run_at_gate);
  g_autoptr (RankleBatch) first = NULL;
  g_autoptr (RankleBatch) second = NULL;
  Toy a, b;

  first = start_toy (runner, &a, model, 1, 0);
  second = start_toy (runner, &b, model, 50, 50);
  settle (second);
  check_end (second, &b, RANKLE_BATCH_FINISHED);
  g_assert_cmpint (rankle_batch_get_state (first), ==, RANKLE_BATCH_RUNNING);
  atomic_store (&engine_stage.open, true);
  settle (first);
  check_end (first, &a, RANKLE_BATCH_FINISHED);
  runner_end (runner);
}

/* From within a function that is told of an end. */
typedef struct
{
  RankleRunner *runner;
  Toy           next;
  RankleBatch  *batch;
  RankleModel  *model;
} Relay;

static void
start_next_cb (RankleBatch *batch, gpointer data)
{
  Relay *relay = data;

  if (rankle_batch_get_state (batch) != RANKLE_BATCH_RUNNING)
    relay->batch = start_toy (relay->runner, &relay->next, relay->model, 7, 7);
}

static void
test_relay (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  Relay relay = { .runner = runner_new (NULL), .model = model };
  Toy   toy;
  g_autoptr (RankleBatch) batch = start_toy (relay.runner, &toy, model, 5, 5);

  rankle_batch_set_func (batch, start_next_cb, &relay);
  settle (batch);
  g_assert_nonnull (relay.batch);
  settle (relay.batch);
  check_end (relay.batch, &relay.next, RANKLE_BATCH_FINISHED);
  rankle_batch_unref (relay.batch);
  runner_end (relay.runner);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/runner/8/one-thread", GUINT_TO_POINTER (1), test_each_run_once);
  g_test_add_data_func ("/runner/8/two-threads", GUINT_TO_POINTER (2),
                        test_each_run_once);
  g_test_add_data_func ("/runner/8/seven-threads", GUINT_TO_POINTER (7),
                        test_each_run_once);
  g_test_add_func ("/runner/8/no-runs", test_no_runs);
  g_test_add_func ("/runner/8/in-the-loop", test_in_the_loop);
  g_test_add_func ("/runner/8/unheld", test_unheld);
  g_test_add_func ("/runner/9/cancel", test_cancel);
  g_test_add_func ("/runner/9/cancel-queued", test_cancel_queued);
  g_test_add_func ("/runner/9/cancel-real-runs", test_cancel_real_runs);
  g_test_add_func ("/runner/9/cancel-in-a-callback", test_cancel_in_a_callback);
  g_test_add_func ("/runner/9/ten-thousand", test_ten_thousand);
  g_test_add_data_func ("/runner/10/progress", NULL, test_progress);
  g_test_add_data_func ("/runner/10/progress-then-wait", "wait", test_progress);
  g_test_add_func ("/runner/10/progress-in-a-wait", test_progress_in_a_wait);
  g_test_add_func ("/runner/10/nobody-listens", test_nobody_listens);
  g_test_add_func ("/runner/11/first-come", test_first_come);
  g_test_add_func ("/runner/11/nobody-idles", test_nobody_idles);
  g_test_add_func ("/runner/11/relay", test_relay);
  return g_test_run ();
}
