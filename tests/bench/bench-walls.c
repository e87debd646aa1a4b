/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What once grew with the third power, or stopped being bearable: models of thousands of
 * species, files of megabytes, tables of a hundred thousand rows. Each is held against a
 * bar, and where there is a plain way to do the same, in turns with that. */

#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sunlinsol/sunlinsol_dense.h>
#include <sunmatrix/sunmatrix_dense.h>

#include "bench-clock.h"
#include "bench-generate.h"
#include "bench-model.h"
#include "rankle-csv.h"
#include "rankle-integrator-linear.h"
#include "rankle-integrator-vector.h"
#include "rankle-integrator.h"
#include "rankle-model-file.h"

#define TURNS    3
#define END      10.0
#define ROWS     100000
#define COLUMNS  56
#define WIDTH    30 /* of the plane on which the two linear solvers are compared */
#define NUMBERS  20000
#define GAMMA    0.05
#define SBML_BAR 2.0 /* [s] */
#define CSV_BAR  1.5

static void
print_line (const char *what, double seconds, double bar)
{
  printf ("%-48s %11.3f s%32s %.1f s: %s\n", what, seconds, "bar", bar,
          seconds <= bar ? "met" : "NOT MET");
}

/* ---- from text to trajectory ---- */

static RankleModel *
compile (const char *text)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_antimony (text, -1, "large", NULL, &error);

  if (model == NULL)
    g_error ("%s", error->message);
  return model;
}

static RankleTrajectory *
run (RankleModel *model, double end, guint rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  RankleTrajectory *trajectory;

  rankle_protocol_set_every (protocol, end, end / rows);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  if (trajectory == NULL)
    g_error ("%s", error->message);
  return trajectory;
}

static void
load_and_run (gpointer text)
{
  g_autoptr (RankleModel) model = compile (text);
  g_autoptr (RankleTrajectory) trajectory = run (model, END, 10);
}

static void
bench_large (const char *what, char *text, double bar)
{
  print_line (what, bench_measure (load_and_run, text, TURNS, 1), bar);
  g_free (text);
}

/* Wall time: a copy of the process reads it first. */
static void
bench_sbml (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = bench_generate_sbml (400);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "bench-walls.xml", NULL);
  g_autofree char *what =
      g_strdup_printf ("SBML of 400 species, %.1f MB, read", strlen (text) / 1e6);
  gint64 begin;

  if (!g_file_set_contents (path, text, -1, &error))
    g_error ("%s", error->message);
  begin = g_get_monotonic_time ();
  {
    g_autoptr (RankleModel) model = rankle_model_new_from_file (path, &error);

    if (model == NULL)
      g_error ("%s", error->message);
    print_line (what, 1e-6 * (double)(g_get_monotonic_time () - begin), SBML_BAR);
  }
  remove (path);
}

/* ---- the linear solver ---- */

typedef struct
{
  RankleModel    *model;
  SUNContext      context;
  SUNMatrix       matrix, dense;
  SUNLinearSolver ours, theirs;
  N_Vector        b, x;
} Linear;

static void
solve_ours (gpointer data)
{
  Linear *self = data;

  SUNLinSolSetup (self->ours, self->matrix);
  SUNLinSolSolve (self->ours, self->matrix, self->x, self->b, 0);
}

static void
solve_dense (gpointer data)
{
  Linear               *self = data;
  const RankleSparsity *pattern = rankle_model_get_sparsity (self->model);
  const double         *jacobian = _rankle_matrix_get_jacobian (self->matrix);

  SUNMatZero (self->dense);
  for (guint j = 0; j < pattern->n; j++)
    {
      double *column = SUNDenseMatrix_Column (self->dense, j);

      for (guint k = pattern->start[j]; k < pattern->start[j + 1]; k++)
        column[pattern->rows[k]] = -GAMMA * jacobian[k];
      column[j] += 1;
    }
  SUNLinSolSetup (self->theirs, self->dense);
  SUNLinSolSolve (self->theirs, self->dense, self->x, self->b, 0);
}

static void
bench_linear (void)
{
  g_autofree char *text = bench_generate_plane (WIDTH, WIDTH);
  g_autoptr (RankleModel) model = compile (text);
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  const RankleSparsity *pattern = rankle_model_get_sparsity (model);
  Linear                linear = { .model = model };

  SUNContext_Create (RANKLE_NO_COMMUNICATOR, &linear.context);
  linear.b = _rankle_vector_new (pattern->n, linear.context);
  linear.x = N_VClone (linear.b);
  linear.matrix = _rankle_matrix_new (pattern, 1, linear.context);
  linear.dense = SUNDenseMatrix (pattern->n, pattern->n, linear.context);
  linear.ours = _rankle_linear_solver_new (pattern, linear.b, linear.context);
  linear.theirs = SUNLinSol_Dense (linear.b, linear.dense, linear.context);
  N_VConst (1, linear.b);
  rankle_workspace_jacobian (workspace, 0, N_VGetArrayPointer (linear.b),
                             _rankle_matrix_get_jacobian (linear.matrix));
  _rankle_matrix_set_gamma (linear.matrix, GAMMA);
  bench_print_pair ("plane of 900, factors and solution; hand: dense",
                    bench_compare (solve_ours, solve_dense, &linear, 5, 1), 1e3, "ms", 0);
  SUNLinSolFree (linear.ours);
  SUNLinSolFree (linear.theirs);
  SUNMatDestroy (linear.matrix);
  SUNMatDestroy (linear.dense);
  N_VDestroy (linear.b);
  N_VDestroy (linear.x);
  SUNContext_Free (&linear.context);
}

/* ---- tables ---- */

static void
write_shortest (gpointer numbers)
{
  g_autoptr (GString) text = g_string_sized_new (25 * NUMBERS);

  for (guint i = 0; i < NUMBERS; i++)
    rankle_csv_append_number (text, ((double *)numbers)[i]);
}

/* All 17 digits, whether needed or not. */
static void
write_all_digits (gpointer numbers)
{
  g_autoptr (GString) text = g_string_sized_new (25 * NUMBERS);
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < NUMBERS; i++)
    g_string_append (text,
                     g_ascii_dtostr (digits, sizeof digits, ((double *)numbers)[i]));
}

/* The first columns of the run, in a circle. */
static void
write_table (gpointer trajectory)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint         columns[COLUMNS];
  RankleCsvLook look = { .columns = columns, .n_columns = COLUMNS };

  for (guint i = 0; i < COLUMNS; i++)
    columns[i] = i % rankle_trajectory_get_n_columns (trajectory);
  rankle_csv_append_rows (text, trajectory, &look);
}

static void
bench_tables (void)
{
  g_autoptr (RankleModel) model = bench_compile_model ("rankle");
  g_autoptr (RankleTrajectory) trajectory = run (model, 3650, ROWS);
  g_autofree double *numbers = g_new (double, NUMBERS);

  for (guint i = 0; i < NUMBERS; i++)
    numbers[i] = exp (20 * sin (i));
  bench_print_pair ("20,000 numbers written; hand: %.17g",
                    bench_compare (write_shortest, write_all_digits, numbers, 11, 1), 1e3,
                    "ms", 0);
  print_line ("table of 100,000 rows and 56 columns",
              bench_measure (write_table, trajectory, TURNS, 1), CSV_BAR);
}

int
main (void)
{
  bench_print_header ();
  bench_linear ();
  bench_large ("chain of 2000, from text to trajectory", bench_generate_chain (2000), 1);
  bench_large ("plane of 1980, from text to trajectory", bench_generate_plane (45, 44),
               2);
  bench_large ("network of 1000, from text to trajectory", bench_generate_network (1000),
               2);
  bench_sbml ();
  bench_tables ();
  return 0;
}
