/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lanes of the runner side by side: a slider of the default model under six doses is
 * drawn along at sixty events a second, by itself and beside a batch of ten thousand runs
 * that has all processors to itself otherwise; and how soon after a cancel no thread is
 * at work on the batch any more. Painting is a loop of the main thread here. */

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "bench-model.h"
#include "rankle-runner.h"

#define RUNS       10000
#define STEPS      300
#define ROUNDS     3
#define CANCELS    60
#define FRAME_US   16667
#define PAINT_US   6000
#define WAIT_US    8000
#define YEARS      8
#define DAYS       365.25
#define DOSES      6
#define LONG_DOSES 20
#define DOSE       60.0 /* [mg] */
#define GLANCE     1e-3
#define CANCEL_BAR 50.0 /* [ms] */

typedef struct
{
  RankleModel  *model;
  RankleRunner *runner;
  guint         depot, varied;
  guint64       shown; /* serial of the last run delivered */
} Bench;

static guint
find (const RankleModel *model, const char *id)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);

  if (quantity == NULL)
    g_error ("the model has no %s", id);
  return quantity->index;
}

static RankleProtocol *
make_protocol (const Bench *self, guint n_doses, double years, double varied)
{
  RankleProtocol *protocol = rankle_protocol_new (self->model);

  rankle_protocol_set_parameter (protocol, self->varied, varied);
  for (guint i = 0; i < n_doses; i++)
    rankle_protocol_add_dose (protocol, self->depot, DOSE, i * DAYS / 2);
  rankle_protocol_set_every (protocol, years * DAYS, years * DAYS / 300);
  return protocol;
}

/* ---- the batch ---- */

static RankleProtocol *
make_cb (guint run, gpointer data)
{
  return make_protocol (data, LONG_DOSES, 10, 0.02 + 0.08 * run / RUNS);
}

static void
take_cb (guint run, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  if (trajectory == NULL)
    g_error ("run %u: %s", run, error->message);
}

static void
told_cb (RankleBatch *batch, gpointer data)
{
  guint *n_told = data;

  ++*n_told;
}

static RankleBatch *
start_batch (Bench *self, guint *n_told)
{
  RankleBatch *batch =
      rankle_runner_start_batch (self->runner, RUNS, make_cb, take_cb, self, NULL);

  rankle_batch_set_func (batch, told_cb, n_told);
  return batch;
}

/* [ms] until its end is told */
static double
cancel (RankleBatch *batch)
{
  gint64 begin = g_get_monotonic_time ();

  rankle_batch_cancel (batch);
  while (rankle_batch_get_state (batch) == RANKLE_BATCH_RUNNING)
    g_main_context_iteration (NULL, TRUE);
  return 1e-3 * (double)(g_get_monotonic_time () - begin);
}

/* ---- the drag ---- */

static void
finished_cb (RankleRunner     *runner,
             guint64           serial,
             RankleTrajectory *trajectory,
             Bench            *self)
{
  self->shown = serial;
}

static gint64
get_cpu_us (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
paint (void)
{
  gint64 until = get_cpu_us () + PAINT_US;

  while (get_cpu_us () < until)
    ;
}

static gboolean
wake_cb (gpointer data)
{
  gboolean *awake = data;

  *awake = TRUE;
  return G_SOURCE_REMOVE;
}

static void
rest_until (gint64 time)
{
  gint64   left = time - g_get_monotonic_time ();
  gboolean awake = left < 1000;

  if (!awake)
    g_timeout_add ((guint)(left / 1000), wake_cb, &awake);
  while (!awake)
    g_main_context_iteration (NULL, TRUE);
}

/* [ms] from the event to what it shows. */
static double
drag_a_step (Bench *self, guint step)
{
  g_autoptr (RankleProtocol) protocol =
      make_protocol (self, DOSES, YEARS, 0.02 + 0.08 * (step % 100) / 100);
  gint64  begin = g_get_monotonic_time ();
  guint64 serial;
  double  latency;

  rankle_protocol_set_tolerances (protocol, GLANCE, 0);
  serial = rankle_runner_submit (self->runner, protocol);
  rankle_runner_wait (self->runner, WAIT_US);
  while (self->shown < serial)
    g_main_context_iteration (NULL, TRUE);
  paint ();
  latency = 1e-3 * (double)(g_get_monotonic_time () - begin);
  rest_until (begin + FRAME_US);
  return latency;
}

static void
print_drag (const char *what, double *latency)
{
  double p50 = bench_quantile (latency, STEPS, 0.5);

  printf ("%-36s %8.1f %8.1f %8.1f ms", what, p50, bench_quantile (latency, STEPS, 0.95),
          latency[STEPS - 1]);
  bench_tell (&(BenchFigure){ .what = what + strspn (what, " "),
                              .unit = "ms",
                              .value = bench_quantile (latency, STEPS, 0.95) });
}

static void
drag (Bench *self, const char *what)
{
  double latency[STEPS];

  for (guint i = 0; i < STEPS; i++)
    latency[i] = drag_a_step (self, i);
  print_drag (what, latency);
}

static void
drag_beside_a_batch (Bench *self)
{
  guint  n_told = 0;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (RankleBatch) batch = start_batch (self, &n_told);
  double seconds;

  drag (self, "  beside a batch of 10,000");
  seconds = 1e-6 * (double)(g_get_monotonic_time () - begin);
  printf ("  %.0f runs/s, told %.0f times/s", rankle_batch_get_done (batch) / seconds,
          n_told / seconds);
  printf (", cancelled in %.1f ms\n", cancel (batch));
}

/* A while into its runs, another while each time. */
static void
bench_cancel (Bench *self)
{
  double ms[CANCELS], p95;

  for (guint i = 0; i < CANCELS; i++)
    {
      guint n_told = 0;
      g_autoptr (RankleBatch) batch = start_batch (self, &n_told);

      rest_until (g_get_monotonic_time () + 20000 + 1234 * i);
      ms[i] = cancel (batch);
    }
  p95 = bench_quantile (ms, CANCELS, 0.95);
  printf ("%-36s %8.1f %8.1f %8.1f ms  bar %.0f ms: %s\n", "from cancel to quiet",
          bench_quantile (ms, CANCELS, 0.5), p95, ms[CANCELS - 1], CANCEL_BAR,
          p95 <= CANCEL_BAR ? "met" : "NOT MET");
  bench_tell (&(BenchFigure){ .what = "from cancel to quiet, p95",
                              .unit = "ms",
                              .value = p95,
                              .bar = CANCEL_BAR });
}

int
main (void)
{
  g_autoptr (RankleModel) model = bench_compile_model ("rankle");
  g_autoptr (RankleRunner) runner = rankle_runner_new ();
  Bench bench = { .model = model,
                  .runner = runner,
                  .depot = find (model, "denosumab_depot"),
                  .varied = find (model, "marrow_access") };

  g_signal_connect (runner, "finished", G_CALLBACK (finished_cb), &bench);
  printf ("%-36s %8s %8s %8s\n", "", "p50", "p95", "most");
  for (guint i = 0; i < ROUNDS; i++)
    {
      drag (&bench, "drag, from event to what it shows");
      printf ("\n");
      drag_beside_a_batch (&bench);
    }
  bench_cancel (&bench);
  rankle_runner_close (runner);
  return 0;
}
