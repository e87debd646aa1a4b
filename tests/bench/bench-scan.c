/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scan of two ways, as rankle-cli ensemble --grid makes it: the default model, ten
 * years with twenty doses, 41 amounts of a dose times 41 shares of it that reach the
 * marrow, on two threads. What is kept of a run is one number. */

#include <math.h>
#include <stdio.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "bench-model.h"
#include "rankle-runner.h"

#define SIDE    41
#define DAYS    3650.0
#define ROWS    100
#define DOSES   20
#define THREADS 2
#define BAR     5.0 /* [s] */

typedef struct
{
  RankleModel *model;
  guint        depot, access, bone;
  double       values[SIDE * SIDE];
} Scan;

static guint
find (const RankleModel *model, const char *id)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);

  if (quantity == NULL)
    g_error ("the model has no %s", id);
  return quantity->index;
}

static RankleProtocol *
make_cb (guint cell, gpointer data)
{
  const Scan     *self = data;
  RankleProtocol *protocol = rankle_protocol_new (self->model);
  double          dose = 15 * pow (8, cell / SIDE / (SIDE - 1.0));

  rankle_protocol_set_parameter (protocol, self->access,
                                 0.02 * pow (5, cell % SIDE / (SIDE - 1.0)));
  for (guint i = 0; i < DOSES; i++)
    rankle_protocol_add_dose (protocol, self->depot, dose, i * DAYS / DOSES);
  rankle_protocol_set_every (protocol, DAYS, DAYS / ROWS);
  return protocol;
}

static void
take_cb (guint cell, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  Scan *self = data;

  if (trajectory == NULL)
    g_error ("cell %u: %s", cell, error->message);
  self->values[cell] = rankle_trajectory_get_column (trajectory, self->bone)[ROWS];
}

/* [s] */
static double
scan (Scan *self)
{
  g_autoptr (RankleRunner) runner = rankle_runner_new_with_threads (THREADS);
  gint64 begin = g_get_monotonic_time ();

  rankle_runner_run_batch (runner, SIDE * SIDE, make_cb, take_cb, self);
  return 1e-6 * (double)(g_get_monotonic_time () - begin);
}

int
main (void)
{
  g_autoptr (RankleModel) model = bench_compile_model ("rankle");
  Scan        self = { .model = model,
                       .depot = find (model, "denosumab_depot"),
                       .access = find (model, "marrow_access"),
                       .bone = (guint)rankle_model_find_column (model, "BMD_spine") };
  BenchFigure figure = { .what = "scan of 41 x 41 runs, 20 doses, 2 threads",
                         .unit = "s",
                         .bar = BAR };
  BenchFigure cpu = { .what = "scan of 41 x 41 runs, 20 doses, processor time",
                      .unit = "s",
                      .value = bench_process_seconds (),
                      .bar = THREADS * BAR };

  figure.value = scan (&self);
  cpu.value = bench_process_seconds () - cpu.value;
  printf ("%s %8.2f s, %5.0f runs/s  bar %.0f s: %s; %.2f s of processor time\n",
          figure.what, figure.value, SIDE * SIDE / figure.value, BAR,
          bench_is_met (&figure) ? "met" : "NOT MET", cpu.value);
  bench_tell (&figure);
  bench_tell (&cpu);
  return 0;
}
