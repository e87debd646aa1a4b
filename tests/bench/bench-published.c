/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Peterson and Riggs, the largest of the published models, under what is asked of it
 * most: time, work and accuracy of each run, the runs a second of an ensemble, and how
 * soon after its file there is a first trajectory. Accuracy is that of the worst state,
 * against a run with a relative tolerance of 1e-11, in that state's largest value. Beside
 * each run stands the same one by CVODE as it comes (bench-stock.h), in turns with it. */

#include <math.h>
#include <stdio.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "bench-model.h"
#include "bench-stock.h"
#include "rankle-integrator.h"
#include "rankle-runner.h"

#define MODEL    "peterson-riggs-2012"
#define DAY      24.0
#define YEAR     8736.0 /* as the source counts them */
#define TURNS    15
#define RUNS     1000
#define ACCURACY 2e-5
#define RUNS_BAR 4000
#define LOAD_BAR 50.0 /* [ms] */

typedef struct
{
  const char *what;
  double      end, every; /* [h] */
  const char *parameter;  /* (nullable): set to @value */
  double      value;
  const char *depot; /* (nullable): @n_doses of @dose, @interval apart */
  double      dose, interval;
  guint       n_doses;
  double      bar; /* [ms] at rtol 1e-6 */
} Case;

static const Case cases[] = {
  { "8 years, 6 doses of denosumab", 8 * YEAR, 30 * DAY, NULL, 0, "DENSC", 60e6, YEAR / 2,
    6, 3.3 },
  { "30 years of menopause", 30 * YEAR, 30 * DAY, "ESTON", 1, NULL, 0, 0, 0, 2.0 },
  { "10 years of failing kidneys, 1000 rows", 10 * YEAR, YEAR / 100, "GFRdelta", 84, NULL,
    0, 0, 0, 0.85 },
  { "a year of daily teriparatide", YEAR, DAY / 4, NULL, 0, "TERISC", 4856.96245568022,
    DAY, 364, 160.0 },
};

typedef struct
{
  RankleIntegrator *integrator;
  RankleProtocol   *protocol;
  RankleTrajectory *trajectory; /* of the last run */
  BenchStock       *stock;      /* of what is run now */
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
make_protocol (RankleModel *model, const Case *c, double relative)
{
  RankleProtocol *protocol = rankle_protocol_new (model);

  rankle_protocol_set_every (protocol, c->end, c->every);
  rankle_protocol_set_tolerances (protocol, relative, 0);
  if (c->parameter != NULL)
    rankle_protocol_set_parameter (protocol, find (model, c->parameter), c->value);
  for (guint i = 0; i < c->n_doses; i++)
    rankle_protocol_add_dose (protocol, find (model, c->depot), c->dose, i * c->interval);
  rankle_protocol_seal (protocol);
  return protocol;
}

static void
run (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&bench->trajectory, rankle_trajectory_unref);
  bench->trajectory =
      rankle_integrator_run (bench->integrator, bench->protocol, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
run_stock (gpointer data)
{
  Bench *bench = data;

  bench_stock_run (bench->stock);
}

/* The largest error of any state, in its largest value. */
static double
find_error (const RankleTrajectory *a, const RankleTrajectory *exact, const char **state)
{
  const RankleModel *model = rankle_trajectory_get_model (a);
  double             worst = 0;

  for (guint i = 0; i < rankle_model_get_n_states (model); i++)
    {
      const double *x = rankle_trajectory_get_column (a, i);
      const double *y = rankle_trajectory_get_column (exact, i);
      double        most = 0, size = 0;

      for (guint row = 0; row < rankle_trajectory_get_n_times (a); row++)
        {
          most = fmax (most, fabs (x[row] - y[row]));
          size = fmax (size, fabs (y[row]));
        }
      if (size > 0 && most / size > worst)
        {
          worst = most / size;
          *state = rankle_model_get_state (model, i)->id;
        }
    }
  return worst;
}

static RankleTrajectory *
run_exactly (Bench *bench, RankleModel *model, const Case *c)
{
  bench->protocol = make_protocol (model, c, 1e-11);
  run (bench);
  g_clear_pointer (&bench->protocol, rankle_protocol_unref);
  return g_steal_pointer (&bench->trajectory);
}

static void
tell_case (const Case *c, double relative, double bar, BenchPair pair, double error)
{
  g_autofree char *what = g_strdup_printf ("%s, rtol %.0e", c->what, relative);

  bench_tell (&(BenchFigure){ .what = what,
                              .unit = "ms",
                              .value = 1e3 * pair.ours,
                              .bar = bar,
                              .ratio = pair.ratio,
                              .error = error });
}

static void
print_work (const RankleRunStatistics *statistics)
{
  printf (" %7" G_GUINT64_FORMAT " steps %7" G_GUINT64_FORMAT " rates %6" G_GUINT64_FORMAT
          " Jacobians",
          statistics->steps, statistics->rate_calls, statistics->jacobian_calls);
}

static void
bench_case (Bench *bench, RankleModel *model, const Case *c, double relative, double bar)
{
  g_autoptr (RankleTrajectory) exact = run_exactly (bench, model, c);
  const char *state = "";
  BenchPair   pair;
  double      ms, error;

  bench->protocol = make_protocol (model, c, relative);
  bench->stock = bench_stock_new (bench->protocol, exact);
  pair = bench_compare (run, run_stock, bench, TURNS, 1);
  ms = 1e3 * pair.ours;
  error = find_error (bench->trajectory, exact, &state);
  printf ("%-40s %5.0e %9.3f ms", c->what, relative, ms);
  if (bar > 0)
    printf ("  bar %6.2f ms: %-7s", bar, ms <= bar ? "met" : "NOT MET");
  else
    printf ("%25s", "");
  print_work (rankle_trajectory_get_statistics (bench->trajectory));
  printf ("  error %.1e of %s%s  x%.2f of CVODE, error %.1e\n", error, state,
          bar > 0 && error > ACCURACY ? " (NOT within 2e-5)" : "", pair.ratio,
          bench_stock_get_error (bench->stock, exact));
  tell_case (c, relative, bar, pair, error);
  g_clear_pointer (&bench->stock, bench_stock_free);
  g_clear_pointer (&bench->protocol, rankle_protocol_unref);
}

/* ---- ensemble ---- */

typedef struct
{
  RankleProtocol *base;
  guint           parameter;
  double          value;
} Ensemble;

static RankleProtocol *
make_run (guint index, gpointer data)
{
  Ensemble       *ensemble = data;
  RankleProtocol *protocol = rankle_protocol_copy (ensemble->base);

  rankle_protocol_set_parameter (protocol, ensemble->parameter,
                                 ensemble->value * (0.9 + 0.2 * index / RUNS));
  return protocol;
}

static void
take_run (guint index, RankleTrajectory *trajectory, const GError *error, gpointer data)
{
  if (trajectory == NULL)
    g_error ("run %u: %s", index, error->message);
}

/* By the clock, and by processor time, which is that of a machine of our own. */
static void
print_ensemble (guint n_threads, double seconds, double cpu_seconds)
{
  g_autofree char *what = g_strdup_printf ("ensemble of the 10 years, %u thread%s",
                                           n_threads, n_threads > 1 ? "s" : "");
  g_autofree char *quiet = g_strconcat (what, ", by processor time", NULL);
  BenchFigure      figure = { .what = what,
                              .unit = "runs/s",
                              .value = RUNS / seconds,
                              .bar = n_threads == 2 ? RUNS_BAR : 0,
                              .at_least = TRUE };

  printf ("%-40s %8.0f runs/s, %.0f by processor time", what, figure.value,
          n_threads * RUNS / cpu_seconds);
  if (figure.bar > 0)
    printf ("  bar %.0f runs/s: %s", figure.bar,
            bench_is_met (&figure) ? "met" : "NOT MET");
  printf ("\n");
  bench_tell (&figure);
  figure.what = quiet;
  figure.value = n_threads * RUNS / cpu_seconds;
  bench_tell (&figure);
}

static void
bench_ensemble (RankleModel *model, guint n_threads)
{
  Ensemble ensemble = { .base = make_protocol (model, &cases[2], 1e-6),
                        .parameter = find (model, "GFRdelta"),
                        .value = 80 };
  g_autoptr (RankleRunner) runner = rankle_runner_new_with_threads (n_threads);
  gint64 begin = g_get_monotonic_time ();
  double seconds, cpu_seconds = bench_process_seconds ();

  rankle_runner_run_batch (runner, RUNS, make_run, take_run, &ensemble);
  seconds = 1e-6 * (double)(g_get_monotonic_time () - begin);
  print_ensemble (n_threads, seconds, bench_process_seconds () - cpu_seconds);
  rankle_protocol_unref (ensemble.base);
}

/* ---- loading ---- */

static void
load_and_run (gpointer data)
{
  g_autoptr (RankleModel) model = bench_compile_model (MODEL);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol = make_protocol (model, &cases[2], 1e-6);
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleTrajectory) trajectory =
      rankle_integrator_run (integrator, protocol, NULL, &error);

  if (trajectory == NULL)
    g_error ("%s", error->message);
}

int
main (void)
{
  g_autoptr (RankleModel) model = bench_compile_model (MODEL);
  Bench  bench = { .integrator = rankle_integrator_new () };
  double ms;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    bench_case (&bench, model, &cases[i], 1e-6, cases[i].bar);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    bench_case (&bench, model, &cases[i], 1e-8, 0);
  bench_ensemble (model, 1);
  bench_ensemble (model, 2);
  ms = 1e3 * bench_measure (load_and_run, NULL, TURNS, 1);
  printf ("%-40s       %9.3f ms  bar %6.1f ms: %s\n",
          "from its text to the first trajectory", ms, LOAD_BAR,
          ms <= LOAD_BAR ? "met" : "NOT MET");
  bench_tell (&(BenchFigure){ .what = "from its text to the first trajectory",
                              .unit = "ms",
                              .value = ms,
                              .bar = LOAD_BAR });

  g_clear_pointer (&bench.trajectory, rankle_trajectory_unref);
  rankle_integrator_free (bench.integrator);
  return 0;
}
