/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The LIVE lane, and what holds for all: invariants 1 and 12 to 14 at the head of
 * rankle-runner.c; the number in a test's path is that of the invariant. */

#include <sys/resource.h>

#include "runner-fixture.h"
#include "sim-fixture.h"

#define END 50
/* For a wait that is to end by what it waits for. */
#define FOREVER (600 * G_USEC_PER_SEC)
#define CLOSES  200

/* ---- everything that a runner may be asked, and what it told ---- */

typedef struct
{
  RankleModel  *model;
  RankleRunner *runner; /* (owned) (nullable) */
  gboolean      closed;
  guint64       serial; /* of the last delivery of LIVE */
  guint         finished, failed;
  double        value;
  WatchLog      log;
  RankleBatch  *batch; /* (owned) (nullable) */
  atomic_uint   n_taken;
  atomic_bool   on_main; /* a run was made or taken on the main thread */
  pthread_t     maker;
  guint         n_ends, n_destroyed;
} Stage;

static void
check_delivery (Stage *self, guint64 serial)
{
  g_assert_false (self->closed);
  g_assert_true (pthread_equal (pthread_self (), self->maker));
  g_assert_cmpuint (serial, >, self->serial);
  self->serial = serial;
}

static void
finished_cb (RankleRunner     *runner,
             guint64           serial,
             RankleTrajectory *trajectory,
             Stage            *self)
{
  check_delivery (self, serial);
  self->finished++;
  self->value = sim_at (trajectory, "x", END);
}

static void
failed_cb (RankleRunner *runner, guint64 serial, GError *error, Stage *self)
{
  check_delivery (self, serial);
  g_assert_error (error, RANKLE_SIM_ERROR, RANKLE_SIM_ERROR_NOT_FINITE);
  self->failed++;
}

static void
stage_init (Stage *self, RankleRunFunc run)
{
  *self = (Stage){ .maker = pthread_self () };
  self->model = engine_model_new ();
  self->runner = runner_new (run);
  g_signal_connect (self->runner, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect (self->runner, "failed", G_CALLBACK (failed_cb), self);
  watch_log_init (&self->log, self->runner);
}

static void
stage_clear (Stage *self)
{
  self->closed = TRUE;
  if (self->runner != NULL)
    rankle_runner_close (self->runner);
  watch_log_clear (&self->log);
  g_clear_pointer (&self->batch, rankle_batch_unref);
  if (self->runner != NULL)
    runner_end (self->runner);
  engine_drain (NULL);
  rankle_model_unref (self->model);
}

static guint64
submit (Stage *self, double k, double boom)
{
  g_autoptr (RankleProtocol) protocol = engine_protocol_new (self->model, k, boom);

  return rankle_runner_submit (self->runner, protocol);
}

static void
settle (Stage *self)
{

  while (rankle_runner_is_busy (self->runner))
    g_main_context_iteration (NULL, TRUE);
}

static void
note_thread (Stage *self)
{
  if (pthread_equal (pthread_self (), self->maker))
    atomic_store (&self->on_main, true);
}

static RankleProtocol *
make (guint run, gpointer data)
{
  Stage *self = data;

  note_thread (self);
  return engine_protocol_new (self->model, -1, 0);
}

static void
take (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  Stage *self = data;

  note_thread (self);
  atomic_fetch_add (&self->n_taken, 1);
}

static void
batch_cb (RankleBatch *batch, gpointer data)
{
  Stage *self = data;

  g_assert_false (self->closed);
  g_assert_true (pthread_equal (pthread_self (), self->maker));
  self->n_ends += rankle_batch_get_state (batch) != RANKLE_BATCH_RUNNING;
}

static void
destroy_cb (gpointer data)
{
  Stage *self = data;

  g_assert_true (pthread_equal (pthread_self (), self->maker));
  self->n_destroyed++;
}

/* Of runs that are held up. */
static void
start_batch (Stage *self, guint n_runs)
{
  self->batch =
      rankle_runner_start_batch (self->runner, n_runs, make, take, self, destroy_cb);
  rankle_batch_set_func (self->batch, batch_cb, self);
}

/* ---- 1: LIVE is an engine ---- */

static void
test_live (void)
{
  Stage stage;

  stage_init (&stage, NULL);
  g_assert_false (rankle_runner_is_busy (stage.runner));
  g_assert_false (rankle_runner_wait (stage.runner, FOREVER));
  for (guint i = 1; i <= 20; i++)
    {
      gboolean bad = i % 5 == 0;

      g_assert_cmpuint (submit (&stage, i, bad), ==, i);
      g_assert_true (rankle_runner_is_busy (stage.runner));
      if (i % 2 == 0)
        g_assert_true (rankle_runner_wait (stage.runner, FOREVER));
      else
        settle (&stage);
      g_assert_cmpuint (stage.serial, ==, i);
      if (!bad)
        sim_assert_near (stage.value, i, 1e-4);
    }
  g_assert_cmpuint (stage.finished, ==, 16);
  g_assert_cmpuint (stage.failed, ==, 4);
  stage_clear (&stage);
}

static void
test_latest_wins (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  submit (&stage, -1, 0);
  engine_wait_for (&engine_stage.begun, 1);
  for (guint i = 1; i <= 100; i++)
    submit (&stage, i, 0);
  atomic_store (&engine_stage.open, true);
  settle (&stage);
  sim_assert_near (stage.value, 100, 1e-4);
  g_assert_cmpuint (stage.serial, ==, 101);
  g_assert_cmpuint (atomic_load (&engine_stage.begun), ==, 2);
  stage_clear (&stage);
}

/* ---- 12: no lane waits for another ---- */

/* BULK is held up on all its threads, then SHOWN as well. */
static void
test_lanes_apart (void)
{
  Stage    stage;
  WatchLog other;

  stage_init (&stage, engine_run_at_gate);
  watch_log_init (&other, stage.runner);
  start_batch (&stage, 100);
  engine_wait_for (&engine_stage.begun, 2);
  watch_log_ask (&stage.log, stage.model, 3);
  watch_log_settle_value (&stage.log, 3);
  watch_log_ask (&other, stage.model, -2);
  engine_wait_for (&engine_stage.begun, 4);
  submit (&stage, 4, 0);
  settle (&stage);
  sim_assert_near (stage.value, 4, 1e-4);
  g_assert_cmpuint (atomic_load (&stage.n_taken), ==, 0);
  g_assert_cmpuint (other.answers, ==, 0);
  atomic_store (&engine_stage.open, true);
  g_assert_true (rankle_batch_wait (stage.batch));
  watch_log_settle_value (&other, -2);
  watch_log_clear (&other);
  stage_clear (&stage);
}

#ifdef __linux__
static atomic_int niceness[3]; /* of the lane's last run */

/* k: 1 LIVE, 2 SHOWN, 3 BULK */
static RankleTrajectory *
run_and_note_niceness (RankleIntegrator  *integrator,
                       RankleProtocol    *protocol,
                       const atomic_bool *stop,
                       GError           **error)
{
  guint lane = (guint)rankle_protocol_get_parameters (protocol)[0] - 1;

  atomic_store (&niceness[lane], getpriority (PRIO_PROCESS, 0));
  return rankle_integrator_run (integrator, protocol, stop, error);
}

static RankleProtocol *
make_of_bulk (guint run, gpointer data)
{
  Stage *self = data;

  return engine_protocol_new (self->model, 3, 0);
}

static void
run_a_batch (Stage *stage)
{
  g_assert_true (rankle_runner_run_batch (stage->runner, 20, make_of_bulk, take, stage));
}

/* For good, and its threads alone. */
static void
test_bulk_is_nice (void)
{
  int   own = getpriority (PRIO_PROCESS, 0);
  Stage stage;

  if (own >= 19)
    {
      g_test_skip ("there is nothing nicer");
      return;
    }
  stage_init (&stage, run_and_note_niceness);
  submit (&stage, 1, 0);
  settle (&stage);
  for (guint i = 0; i < 20; i++) /* of one run: who waits may make it */
    g_assert_true (rankle_runner_run_batch (stage.runner, 1, make_of_bulk, take, &stage));
  run_a_batch (&stage);
  watch_log_ask (&stage.log, stage.model, 2);
  watch_log_settle_value (&stage.log, 2);
  submit (&stage, 1, 0);
  settle (&stage);
  g_assert_cmpint (atomic_load (&niceness[0]), ==, own);
  g_assert_cmpint (atomic_load (&niceness[1]), ==, own);
  g_assert_cmpint (atomic_load (&niceness[2]), >, own);
  g_assert_cmpint (getpriority (PRIO_PROCESS, 0), ==, own);
  stage_clear (&stage);
}

/* There is nobody to leave the processors to. */
static void
test_bulk_alone_is_not (void)
{
  g_autoptr (RankleModel) model = engine_model_new ();
  Stage stage = { .model = model, .runner = runner_new (run_and_note_niceness) };

  run_a_batch (&stage);
  g_assert_cmpint (atomic_load (&niceness[2]), ==, getpriority (PRIO_PROCESS, 0));
  runner_end (stage.runner);
}
#endif

/* ---- 13: what crosses, and where ---- */

/* Runs are made and taken by the lane's threads while the main thread has other things to
 * do, and told of on it (batch_cb() and the logs look). */
static void
test_threads (void)
{
  Stage stage;

  stage_init (&stage, engine_run_at_gate);
  atomic_store (&engine_stage.open, true);
  start_batch (&stage, 500);
  for (guint k = 1; rankle_batch_get_state (stage.batch) == RANKLE_BATCH_RUNNING; k++)
    {
      submit (&stage, k, 0);
      watch_log_ask (&stage.log, stage.model, k);
      g_main_context_iteration (NULL, FALSE);
    }
  g_assert_false (atomic_load (&stage.on_main));
  g_assert_cmpuint (atomic_load (&stage.n_taken), ==, 500);
  g_assert_cmpuint (stage.n_ends, ==, 1);
  stage_clear (&stage);
}

/* A runner that was made with another default context tells in that one alone. */
static void
test_maker_s_context (void)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  Stage stage;

  g_main_context_push_thread_default (context);
  stage_init (&stage, engine_run_at_gate);
  g_main_context_pop_thread_default (context);
  atomic_store (&engine_stage.open, true);
  submit (&stage, 1, 0);
  watch_log_ask (&stage.log, stage.model, 2);
  start_batch (&stage, 3);
  engine_wait_for (&engine_stage.ended, 5);
  engine_drain (NULL);
  g_assert_cmpuint (stage.finished + stage.log.answers + stage.n_ends, ==, 0);
  while (stage.finished == 0 || stage.log.answers == 0 || stage.n_ends == 0)
    g_main_context_iteration (context, TRUE);
  stage_clear (&stage);
}

/* What was told of outlives the runner, and the model all who were told of it. */
static void
test_kept_lives_on (void)
{
  g_autoptr (RankleTrajectory) kept = NULL;
  g_autoptr (RankleProtocol) protocol = NULL;
  Stage stage;

  stage_init (&stage, NULL);
  protocol = engine_protocol_new (stage.model, 7, 0);
  rankle_watch_ask (stage.log.watch, protocol);
  watch_log_settle (&stage.log);
  kept = rankle_trajectory_ref (rankle_runner_find (stage.runner, protocol));
  stage_clear (&stage);
  sim_assert_near (sim_at (kept, "x", END), 7, 1e-4);
}

/* ---- 14: close ---- */

/* At every stage: nothing asked, queued, running, done, told. */
static void
test_close_in_mid_flight (void)
{
  for (guint i = 0; i < CLOSES; i++)
    {
      Stage stage;

      stage_init (&stage, NULL);
      for (guint k = 0; k < i % 5; k++)
        {
          submit (&stage, 1 + k, i % 7 == 0);
          watch_log_ask (&stage.log, stage.model, 1 + k);
        }
      if (i % 2 == 0)
        start_batch (&stage, i % 11);
      g_usleep (10 * (i % 23));
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
      stage_clear (&stage); /* from here on callbacks refuse */
      g_assert_cmpuint (stage.n_destroyed, ==, i % 2 == 0);
    }
}

/* Runs of all lanes are stopped, not waited for. */
static void
test_close_stops_all (void)
{
  Stage stage;

  stage_init (&stage, engine_run_until_stopped);
  start_batch (&stage, 1000);
  submit (&stage, -1, 0);
  watch_log_ask (&stage.log, stage.model, -1);
  engine_wait_for (&engine_stage.begun, 4);
  stage.closed = TRUE;
  rankle_runner_close (stage.runner);
  g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 4);
  g_assert_cmpint (rankle_batch_get_state (stage.batch), ==, RANKLE_BATCH_CANCELLED);
  g_assert_false (rankle_batch_wait (stage.batch));
  rankle_batch_cancel (stage.batch);
  g_assert_cmpuint (atomic_load (&stage.n_taken), ==, 0);
  g_assert_cmpuint (stage.n_destroyed, ==, 1);
  g_assert_false (rankle_watch_is_waiting (stage.log.watch));
  stage_clear (&stage);
}

static void
test_close_twice (void)
{
  g_autoptr (RankleProtocol) protocol = NULL;
  Stage stage;

  stage_init (&stage, NULL);
  protocol = engine_protocol_new (stage.model, 1, 0);
  rankle_runner_close (stage.runner);
  rankle_runner_close (stage.runner);
  g_assert_false (rankle_runner_is_busy (stage.runner));
  g_assert_false (rankle_runner_wait (stage.runner, FOREVER));
  g_assert_null (rankle_runner_find (stage.runner, protocol));
  for (guint i = 0; i < 3; i++)
    {
      g_test_expect_message ("rankle-sim", G_LOG_LEVEL_CRITICAL, "*closed*");
      if (i == 0)
        g_assert_cmpuint (rankle_runner_submit (stage.runner, protocol), ==, 0);
      else if (i == 1)
        rankle_watch_ask (stage.log.watch, protocol);
      else
        g_assert_null (
            rankle_runner_start_batch (stage.runner, 1, make, take, &stage, NULL));
      g_test_assert_expected_messages ();
    }
  rankle_watch_forget (stage.log.watch);
  stage_clear (&stage);
}

/* Nobody closed it: dropping it is enough, once no watch holds it. */
static void
test_dispose_closes (void)
{
  Stage stage;

  stage_init (&stage, engine_run_until_stopped);
  start_batch (&stage, 10);
  submit (&stage, -1, 0);
  engine_wait_for (&engine_stage.begun, 3);
  watch_log_clear (&stage.log);
  stage.closed = TRUE;
  g_assert_finalize_object (g_steal_pointer (&stage.runner));
  g_assert_cmpuint (atomic_load (&engine_stage.stopped), ==, 3);
  g_assert_cmpuint (stage.n_destroyed, ==, 1);
  stage_clear (&stage);
}

/* From within what it tells; afterwards nobody is told anything (runner_end()). */
typedef enum
{
  BY_SIGNAL,
  BY_WATCH,
  BY_WATCH_AT_HAND,
  BY_BATCH,
  BY_BATCH_WAIT,
  N_WAYS
} Way;

typedef struct
{
  Stage        stage;
  RankleWatch *watches[3]; /* all ask the same; the first to be told closes */
  guint        n_told;
} Ending;

static void
end_it (Ending *self)
{
  g_assert_false (self->stage.closed);
  self->n_told++;
  rankle_runner_close (self->stage.runner);
  self->stage.closed = TRUE;
}

static void
watch_and_end_cb (RankleWatch      *watch,
                  RankleTrajectory *trajectory,
                  const GError     *error,
                  gpointer          data)
{
  end_it (data);
}

static void
batch_and_end_cb (RankleBatch *batch, gpointer data)
{
  if (rankle_batch_get_state (batch) != RANKLE_BATCH_RUNNING)
    end_it (data);
}

static void
ask_all (Ending *self, double k)
{
  g_autoptr (RankleProtocol) protocol = engine_protocol_new (self->stage.model, k, 0);

  for (guint i = 0; i < G_N_ELEMENTS (self->watches) && !self->stage.closed; i++)
    {
      if (self->watches[i] == NULL)
        self->watches[i] = rankle_watch_new (self->stage.runner, watch_and_end_cb, self);
      rankle_watch_ask (self->watches[i], protocol);
    }
}

static void
begin_to_end (Ending *self, Way way)
{
  switch (way)
    {
    case BY_SIGNAL:
      g_signal_connect_swapped (self->stage.runner, "finished", G_CALLBACK (end_it),
                                self);
      submit (&self->stage, 1, 0);
      break;
    case BY_WATCH_AT_HAND:
      watch_log_ask (&self->stage.log, self->stage.model, 1);
      watch_log_settle (&self->stage.log);
      ask_all (self, 1);
      break;
    case BY_WATCH:
      ask_all (self, 1);
      break;
    case BY_BATCH:
    case BY_BATCH_WAIT:
      start_batch (&self->stage, 5);
      rankle_batch_set_func (self->stage.batch, batch_and_end_cb, self);
      if (way == BY_BATCH_WAIT)
        rankle_batch_wait (self->stage.batch);
      break;
    case N_WAYS:
    default:
      g_assert_not_reached ();
    }
}

static void
test_end_in_a_callback (void)
{
  for (Way way = BY_SIGNAL; way < N_WAYS; way++)
    {
      Ending ending = { 0 };

      stage_init (&ending.stage, NULL);
      begin_to_end (&ending, way);
      while (!ending.stage.closed)
        g_main_context_iteration (NULL, TRUE);
      engine_drain (NULL);
      g_assert_cmpuint (ending.n_told, ==, 1);
      for (guint i = 0; i < G_N_ELEMENTS (ending.watches); i++)
        rankle_watch_free (ending.watches[i]);
      stage_clear (&ending.stage);
    }
}

static void
drop_cb (RankleBatch *batch, gpointer data)
{
  Stage *self = data;

  if (rankle_batch_get_state (batch) != RANKLE_BATCH_RUNNING)
    g_clear_object (&self->runner);
}

/* The last reference goes while the runner tells. */
static void
test_dropped_in_a_callback (void)
{
  Stage    stage;
  gpointer alive;

  stage_init (&stage, NULL);
  watch_log_clear (&stage.log);
  alive = stage.runner;
  g_object_add_weak_pointer (G_OBJECT (stage.runner), &alive);
  start_batch (&stage, 5);
  rankle_batch_set_func (stage.batch, drop_cb, &stage);
  while (stage.runner != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (alive);
  g_assert_cmpuint (stage.n_destroyed, ==, 1);
  stage_clear (&stage);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/1/live", test_live);
  g_test_add_func ("/runner/1/latest-wins", test_latest_wins);
  g_test_add_func ("/runner/12/lanes-apart", test_lanes_apart);
#ifdef __linux__
  g_test_add_func ("/runner/12/bulk-is-nice", test_bulk_is_nice);
  g_test_add_func ("/runner/12/bulk-alone-is-not", test_bulk_alone_is_not);
#endif
  g_test_add_func ("/runner/13/threads", test_threads);
  g_test_add_func ("/runner/13/maker-s-context", test_maker_s_context);
  g_test_add_func ("/runner/13/kept-lives-on", test_kept_lives_on);
  g_test_add_func ("/runner/14/close-in-mid-flight", test_close_in_mid_flight);
  g_test_add_func ("/runner/14/close-stops-all", test_close_stops_all);
  g_test_add_func ("/runner/14/close-twice", test_close_twice);
  g_test_add_func ("/runner/14/dispose-closes", test_dispose_closes);
  g_test_add_func ("/runner/14/end-in-a-callback", test_end_in_a_callback);
  g_test_add_func ("/runner/14/dropped-in-a-callback", test_dropped_in_a_callback);
  return g_test_run ();
}
