/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A model as it is compiled from its text, against the same equations written in C by
 * hand: eight years with six doses of denosumab, and each piece of the machine by itself.
 * Both sides get the same tolerances, the same rows, the same restarts. Then the default
 * model: ten years of treatment, and from text to first trajectory. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "bench-model.h"
#include "bench-stock.h"
#include "rankle-by-hand-run.h"
#include "rankle-integrator.h"
#include "rankle-model-file.h"
#include "rankle-run-times.h"
#include "rankle-tolerance-private.h"
#include "rankle-workspace.h"

#define YEARS       8
#define DAYS        365.25
#define ROWS        1000
#define DOSES       6
#define FIRST_DOSE  365.25
#define INTERVAL    182.625
#define DOSE        60.0 /* [mg] */
#define BAR         1.5
#define LONG_DAYS   3650
#define LONG_DOSES  20
#define LONG_EVERY  36.5
#define LONG_BAR    7.0 /* [ms] */
#define LOAD_BAR    50.0
#define TURNS       101
#define PIECE_TURNS 201
#define PIECE_CALLS 400

/* As in rankle-integrator.c: what the library asks of CVODE. */
#define OUR_SETUP_STEPS 7
#define OUR_NEWTON      0.2
#define OUR_GROWTH      1.2

typedef struct
{
  RankleModel      *model;
  RankleProtocol   *protocol;
  RankleIntegrator *integrator;
  RankleTrajectory *trajectory; /* of the last run */
  RankleWorkspace  *workspace;
  double            times[ROWS + 1], dose_times[DOSES];
  ByHandPlan        plan;
  ByHandRun        *plain, *tuned;
  double           *rows; /* by hand */
  ByHand            by_hand;
  double state[BY_HAND_N_STATES], our_state[BY_HAND_N_STATES]; /* the same, two orders */
  double out[BY_HAND_N_STATES * BY_HAND_N_STATES];
  guint  place[BY_HAND_N_COLUMNS]; /* column of ours, by the hand's number */
} Bench;

static const char *
get_name (guint column)
{
  return column < BY_HAND_N_STATES ? by_hand_states[column]
                                   : by_hand_observables[column - BY_HAND_N_STATES];
}

static void
find_places (Bench *bench)
{
  for (guint i = 0; i < BY_HAND_N_COLUMNS; i++)
    {
      int column = rankle_model_find_column (bench->model, get_name (i));

      if (column < 0)
        g_error ("the model has no %s", get_name (i));
      bench->place[i] = (guint)column;
    }
}

static void
make_plan (Bench *bench)
{
  guint depot = bench->place[0];

  bench->protocol = rankle_protocol_new (bench->model);
  for (guint i = 0; i <= ROWS; i++)
    bench->times[i] = i * (YEARS * DAYS / ROWS);
  for (guint i = 0; i < DOSES; i++)
    {
      bench->dose_times[i] = FIRST_DOSE + i * INTERVAL;
      rankle_protocol_add_dose (bench->protocol, depot, DOSE, bench->dose_times[i]);
    }
  rankle_protocol_set_times (bench->protocol, bench->times, ROWS + 1);
  rankle_protocol_seal (bench->protocol);
  bench->plan = (ByHandPlan){ .times = bench->times,
                              .n_times = ROWS + 1,
                              .dose_times = bench->dose_times,
                              .n_doses = DOSES,
                              .dose = DOSE };
  bench->rows = g_new0 (double, (ROWS + 1) * BY_HAND_N_COLUMNS);
}

static void
make_runs (Bench *bench)
{
  double relative = rankle_protocol_get_relative_tolerance (bench->protocol);
  double initial[BY_HAND_N_STATES], ours[BY_HAND_N_STATES], absolute[BY_HAND_N_STATES];

  rankle_workspace_get_initial (bench->workspace, initial);
  _rankle_tolerance_choose (bench->protocol, initial, ours);
  for (guint i = 0; i < BY_HAND_N_STATES; i++)
    absolute[i] = ours[bench->place[i]];
  bench->plain = by_hand_run_new (relative, absolute, 0, 0, 0);
  bench->tuned =
      by_hand_run_new (relative, absolute, OUR_SETUP_STEPS, OUR_NEWTON, OUR_GROWTH);
}

static void
run_ours (gpointer data)
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
run_plain (gpointer data)
{
  Bench *bench = data;

  by_hand_run_go (bench->plain, &bench->plan, bench->rows);
}

static void
run_tuned (gpointer data)
{
  Bench *bench = data;

  by_hand_run_go (bench->tuned, &bench->plan, bench->rows);
}

/* The largest difference of the last two runs, in the column's largest value. */
static double
find_difference (const Bench *bench)
{
  double worst = 0;

  for (guint i = 0; i < BY_HAND_N_COLUMNS; i++)
    {
      const double *ours =
          rankle_trajectory_get_column (bench->trajectory, bench->place[i]);
      double most = 0, size = 0;

      for (guint row = 0; row <= ROWS; row++)
        {
          double theirs = bench->rows[row * BY_HAND_N_COLUMNS + i];

          most = fmax (most, fabs (ours[row] - theirs));
          size = fmax (size, fabs (theirs));
        }
      worst = fmax (worst, most / size);
    }
  return worst;
}

static void
check_agreement (Bench *bench, const char *who)
{
  double difference = find_difference (bench);

  printf ("  rows differ from %s by at most %.1e of a column's largest value\n", who,
          difference);
  if (!(difference < 1e-3))
    g_error ("these are not the same model");
}

static void
bench_runs (Bench *bench)
{
  const RankleRunStatistics *statistics;
  BenchPair                  plain = bench_compare (run_ours, run_plain, bench, TURNS, 1);
  BenchPair                  tuned;

  bench_print_pair ("8 years, 6 doses; hand: CVODE as it comes", plain, 1e3, "ms", BAR);
  check_agreement (bench, "it");
  bench_tell (&(BenchFigure){ .what = "8 years, 6 doses, of CVODE by hand",
                              .unit = "times",
                              .value = plain.ratio,
                              .bar = BAR,
                              .ratio = plain.ratio,
                              .error = find_difference (bench) });
  tuned = bench_compare (run_ours, run_tuned, bench, TURNS, 1);
  bench_print_pair ("8 years, 6 doses; hand: CVODE set as ours", tuned, 1e3, "ms", BAR);
  check_agreement (bench, "it");
  statistics = rankle_trajectory_get_statistics (bench->trajectory);
  printf ("  steps: ours %" G_GUINT64_FORMAT
          ", by hand %ld and %ld; calls of ours: rates "
          "%" G_GUINT64_FORMAT ", Jacobian %" G_GUINT64_FORMAT "\n",
          statistics->steps, by_hand_run_get_steps (bench->plain),
          by_hand_run_get_steps (bench->tuned), statistics->rate_calls,
          statistics->jacobian_calls);
}

/* ---- pieces ---- */

/* A state in the midst of treatment, where nothing is 0. */
static void
take_state (Bench *bench)
{
  const double *row = bench->rows + ROWS / 4 * BY_HAND_N_COLUMNS;

  by_hand_init (&bench->by_hand);
  for (guint i = 0; i < BY_HAND_N_STATES; i++)
    bench->state[i] = bench->our_state[bench->place[i]] = row[i];
}

static void
rates_ours (gpointer data)
{
  Bench *bench = data;

  rankle_workspace_rates (bench->workspace, 1, bench->our_state, bench->out);
}

static void
rates_by_hand (gpointer data)
{
  Bench *bench = data;

  by_hand_rates (&bench->by_hand, 1, bench->state, bench->out);
}

static void
jacobian_ours (gpointer data)
{
  Bench *bench = data;

  rankle_workspace_jacobian (bench->workspace, 1, bench->our_state, bench->out);
}

/* On a matrix that is zero outside the entries already, as CVODE would have made it. */
static void
jacobian_by_hand (gpointer data)
{
  Bench *bench = data;

  by_hand_jacobian (&bench->by_hand, 1, bench->state, bench->out);
}

static void
observables_ours (gpointer data)
{
  Bench *bench = data;

  rankle_workspace_observables (bench->workspace, 1, bench->our_state, bench->out);
}

static void
observables_by_hand (gpointer data)
{
  Bench *bench = data;

  by_hand_observe (&bench->by_hand, 1, bench->state, bench->out);
}

static void
bench_piece (Bench *bench, const char *what, BenchWork ours, BenchWork by_hand)
{
  BenchPair pair = bench_compare (ours, by_hand, bench, PIECE_TURNS, PIECE_CALLS);

  bench_print_pair (what, pair, 1e9, "ns", 0);
  bench_tell (&(BenchFigure){ .what = what, .unit = "ns", .value = 1e9 * pair.ours });
}

/* ---- the default model ---- */

typedef struct
{
  RankleProtocol   *protocol;
  RankleIntegrator *integrator;
  RankleTrajectory *trajectory; /* of the last run */
  BenchStock       *stock;
} LongRun;

static void
run_long (gpointer data)
{
  LongRun *self = data;
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->trajectory, rankle_trajectory_unref);
  self->trajectory =
      rankle_integrator_run (self->integrator, self->protocol, NULL, &error);
  if (error != NULL)
    g_error ("%s", error->message);
}

static void
run_long_by_stock (gpointer data)
{
  LongRun *self = data;

  bench_stock_run (self->stock);
}

/* The rows of a plot are those of the window, among which no peak is missed; else there
 * are a hundred. */
static void
set_long_rows (RankleProtocol *protocol, gboolean of_plot)
{
  g_autoptr (GArray) times = NULL;
  guint              n;
  const RankleEvent *events = rankle_protocol_get_events (protocol, &n);

  if (of_plot)
    {
      times = rankle_run_times_choose (LONG_DAYS, events, n);
      rankle_protocol_set_times (protocol, (const double *)(void *)times->data,
                                 times->len);
    }
  else
    rankle_protocol_set_every (protocol, LONG_DAYS, LONG_EVERY);
}

static RankleProtocol *
make_long (RankleModel *model, double relative, gboolean of_plot)
{
  RankleProtocol *protocol = rankle_protocol_new (model);
  guint           depot = rankle_model_find (model, "denosumab_depot")->index;

  for (guint i = 0; i < LONG_DOSES; i++)
    rankle_protocol_add_dose (protocol, depot, DOSE, i * (double)LONG_DAYS / LONG_DOSES);
  set_long_rows (protocol, of_plot);
  rankle_protocol_set_tolerances (protocol, relative, 0);
  rankle_protocol_seal (protocol);
  return protocol;
}

/* The largest error of any column that is shown, in its largest value. */
static double
find_drawn_error (const RankleTrajectory *run, const RankleTrajectory *exact)
{
  guint  n = rankle_trajectory_get_n_times (run);
  double worst = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_columns (run); i++)
    {
      const double *x = rankle_trajectory_get_column (run, i);
      const double *y = rankle_trajectory_get_column (exact, i);
      double        most = 0, size = 0;

      for (guint row = 0; row < n; row++)
        {
          most = fmax (most, fabs (x[row] - y[row]));
          size = fmax (size, fabs (y[row]));
        }
      if (size > 0)
        worst = fmax (worst, most / size);
    }
  return worst;
}

/* (transfer full) */
static RankleTrajectory *
run_once (RankleIntegrator *integrator, RankleModel *model, double relative)
{
  g_autoptr (RankleProtocol) protocol = make_long (model, relative, TRUE);
  LongRun run = { .protocol = protocol, .integrator = integrator };

  run_long (&run);
  return run.trajectory;
}

static void
print_long (BenchPair pair, double error, double stock_error)
{
  BenchFigure figure = { .what = "default model, 10 years, 20 doses",
                         .unit = "ms",
                         .value = 1e3 * pair.ours,
                         .bar = LONG_BAR,
                         .ratio = pair.ratio,
                         .error = error };

  printf ("%-48s %11.3f ms %11.3f ms  x%.2f   bar %.0f ms: %s\n", figure.what,
          figure.value, 1e3 * pair.theirs, pair.ratio, LONG_BAR,
          bench_is_met (&figure) ? "met" : "NOT MET");
  printf ("  beside CVODE as it comes on our equations; errors as drawn %.1e and %.1e\n",
          error, stock_error);
  bench_tell (&figure);
}

static BenchPair
compare_long (RankleIntegrator       *integrator,
              RankleModel            *model,
              const RankleTrajectory *exact)
{
  g_autoptr (RankleProtocol) protocol =
      make_long (model, RANKLE_PROTOCOL_TOLERANCE, FALSE);
  LongRun   run = { .protocol = protocol,
                    .integrator = integrator,
                    .stock = bench_stock_new (protocol, exact) };
  BenchPair pair = bench_compare (run_long, run_long_by_stock, &run, 11, 1);

  rankle_trajectory_unref (run.trajectory);
  bench_stock_free (run.stock);
  return pair;
}

static double
find_stock_error (RankleProtocol *protocol, const RankleTrajectory *exact)
{
  BenchStock *stock = bench_stock_new (protocol, exact);
  double      error;

  bench_stock_run (stock);
  error = bench_stock_get_error (stock, exact);
  bench_stock_free (stock);
  return error;
}

static void
bench_ten_years (RankleIntegrator *integrator)
{
  g_autoptr (RankleModel) model = bench_compile_model ("rankle");
  g_autoptr (RankleTrajectory) exact = run_once (integrator, model, 1e-11);
  g_autoptr (RankleTrajectory) drawn =
      run_once (integrator, model, RANKLE_PROTOCOL_TOLERANCE);

  print_long (compare_long (integrator, model, exact), find_drawn_error (drawn, exact),
              find_stock_error (rankle_trajectory_get_protocol (drawn), exact));
}

static void
compile_and_run (gpointer data)
{
  Bench *bench = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = bench_compile_model ("rankle");
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  guint depot = rankle_model_find (model, "denosumab_depot")->index;

  rankle_protocol_add_dose (protocol, depot, DOSE, FIRST_DOSE);
  rankle_protocol_set_times (protocol, bench->times, ROWS + 1);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  if (trajectory == NULL)
    g_error ("%s", error->message);
}

static void
bench_loading (Bench *bench)
{
  BenchFigure figure = { .what = "from text to first trajectory",
                         .unit = "ms",
                         .value = 1e3 * bench_measure (compile_and_run, bench, 11, 1),
                         .bar = LOAD_BAR };

  printf ("%-48s %11.3f ms%31s%.0f ms: %s\n", figure.what, figure.value, "bar ", LOAD_BAR,
          bench_is_met (&figure) ? "met" : "NOT MET");
  bench_tell (&figure);
}

int
main (void)
{
  Bench bench = { 0 };
  g_autoptr (GError) error = NULL;

  bench.model = rankle_model_new_from_file (BY_HAND_TEXT, &error);
  if (bench.model == NULL)
    g_error ("%s", error->message);
  bench.integrator = rankle_integrator_new ();
  bench.workspace = rankle_workspace_new (bench.model);
  find_places (&bench);
  make_plan (&bench);
  make_runs (&bench);
  bench_print_header ();
  bench_runs (&bench);
  take_state (&bench);
  bench_piece (&bench, "rates, a call", rates_ours, rates_by_hand);
  bench_piece (&bench, "Jacobian, a call", jacobian_ours, jacobian_by_hand);
  bench_piece (&bench, "observables, a call", observables_ours, observables_by_hand);
  bench_ten_years (bench.integrator);
  bench_loading (&bench);

  by_hand_run_free (bench.plain);
  by_hand_run_free (bench.tuned);
  rankle_trajectory_unref (bench.trajectory);
  rankle_workspace_free (bench.workspace);
  rankle_integrator_free (bench.integrator);
  rankle_protocol_unref (bench.protocol);
  rankle_model_unref (bench.model);
  g_free (bench.rows);
  return EXIT_SUCCESS;
}
