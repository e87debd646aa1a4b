/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs abreast beside the same runs alone, in turn: each bundled model as it opens, four
 * parameters of it up to a fifth more or less; and the default model under twenty doses.
 * What is told are ratios of processor time and of steps, and by how much a column of
 * either is wrong at most, in parts of its largest value, beside runs at 1e-10. */

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-clock.h"
#include "bench-figure.h"
#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-question.h"
#include "rankle-workspace.h"

#define GROUPS 8
#define VARIED 4
#define ROWS   300
#define SEED   8
#define EXACT  1e-10
#define DOSES  20
#define YEARS  10

typedef struct
{
  RankleIntegrator *integrator;
  RankleProtocol   *protocols[RANKLE_LANES];
  RankleTrajectory *alone[RANKLE_LANES], *abreast[RANKLE_LANES];
  RankleTrajectory *exact[RANKLE_LANES];
  double            seconds_alone, seconds_abreast;
  guint64           steps_alone, steps_abreast;
  double            error_alone, error_abreast;
} Bench;

static RankleProtocol *
make_protocol (RankleModel *model, gboolean dosed)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("bench", "", "");
  g_autoptr (RankleQuestion) question = rankle_question_new (model, scenario);
  double horizon = dosed ? 365.25 * YEARS : rankle_question_get_horizon (question);
  g_autoptr (GError) error = NULL;
  RankleProtocol *protocol, *copy;

  rankle_question_set_every (question, horizon, horizon / ROWS);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  copy = rankle_protocol_copy (protocol);
  rankle_protocol_unref (protocol);
  for (guint i = 0; dosed && i < DOSES; i++)
    rankle_protocol_add_dose (copy, rankle_model_find (model, "denosumab_depot")->index,
                              60, horizon / DOSES * i);
  return copy;
}

static void
vary (RankleModel *model, RankleProtocol *protocol, GRand *dice)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  gint32 n = (gint32)rankle_model_get_n_parameters (model);

  for (guint k = 0; k < VARIED; k++)
    {
      guint i = (guint)g_rand_int_range (dice, 0, n);

      rankle_protocol_set_parameter (protocol, i,
                                     rankle_workspace_get_parameter (workspace, i) *
                                         g_rand_double_range (dice, 0.8, 1.2));
    }
}

static void
run_alone (Bench *self)
{
  for (guint i = 0; i < RANKLE_LANES; i++)
    self->alone[i] =
        rankle_integrator_run (self->integrator, self->protocols[i], NULL, NULL);
}

static void
run_abreast (Bench *self)
{
  GError *errors[RANKLE_LANES];

  rankle_integrator_run_abreast (self->integrator, RANKLE_LANES, self->protocols, NULL,
                                 self->abreast, errors);
  for (guint i = 0; i < RANKLE_LANES; i++)
    g_clear_error (&errors[i]);
}

static void
run_exactly (Bench *self)
{
  for (guint i = 0; i < RANKLE_LANES; i++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_copy (self->protocols[i]);

      rankle_protocol_set_tolerances (protocol, EXACT, 0);
      self->exact[i] = rankle_integrator_run (self->integrator, protocol, NULL, NULL);
    }
}

static double
compare (const RankleTrajectory *a, const RankleTrajectory *b)
{
  double worst = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_columns (a); i++)
    {
      const double *x = rankle_trajectory_get_column (a, i);
      const double *y = rankle_trajectory_get_column (b, i);
      double        largest = 0, apart = 0;

      for (guint k = 0; k < rankle_trajectory_get_n_times (a); k++)
        {
          largest = fmax (largest, fabs (x[k]));
          apart = fmax (apart, fabs (x[k] - y[k]));
        }
      if (largest > 0)
        worst = fmax (worst, apart / largest);
    }
  return worst;
}

static void
take (Bench *self)
{
  for (guint i = 0; i < RANKLE_LANES; i++)
    {
      if (self->alone[i] != NULL && self->abreast[i] != NULL && self->exact[i] != NULL)
        {
          self->steps_alone += rankle_trajectory_get_statistics (self->alone[i])->steps;
          self->steps_abreast +=
              rankle_trajectory_get_statistics (self->abreast[i])->steps;
          self->error_alone =
              fmax (self->error_alone, compare (self->exact[i], self->alone[i]));
          self->error_abreast =
              fmax (self->error_abreast, compare (self->exact[i], self->abreast[i]));
        }
      g_clear_pointer (&self->exact[i], rankle_trajectory_unref);
      g_clear_pointer (&self->alone[i], rankle_trajectory_unref);
      g_clear_pointer (&self->abreast[i], rankle_trajectory_unref);
      g_clear_pointer (&self->protocols[i], rankle_protocol_unref);
    }
}

static void
run_group (Bench *self, RankleModel *model, gboolean dosed, GRand *dice)
{
  double begin, middle;

  for (guint i = 0; i < RANKLE_LANES; i++)
    {
      self->protocols[i] = make_protocol (model, dosed);
      vary (model, self->protocols[i], dice);
    }
  begin = bench_process_seconds ();
  run_alone (self);
  middle = bench_process_seconds ();
  run_abreast (self);
  self->seconds_alone += middle - begin;
  self->seconds_abreast += bench_process_seconds () - middle;
  run_exactly (self);
  take (self);
}

static void
bench (const char *id, gboolean dosed)
{
  g_autoptr (RankleModel) model = rankle_catalog_load (id, NULL);
  g_autoptr (GRand) dice = g_rand_new_with_seed (SEED);
  g_autofree char *what = g_strdup_printf ("%s%s", id, dosed ? ", 20 doses" : "");
  Bench            self = { .integrator = rankle_integrator_new () };

  for (guint i = 0; i < GROUPS; i++)
    run_group (&self, model, dosed, dice);
  printf ("%-24s x%5.2f  %9.2f ms alone  steps x%5.2f  error %.1e alone, %.1e\n", what,
          self.seconds_abreast / self.seconds_alone,
          1e3 * self.seconds_alone / (GROUPS * RANKLE_LANES),
          (double)self.steps_abreast / (double)self.steps_alone, self.error_alone,
          self.error_abreast);
  rankle_integrator_free (self.integrator);
}

int
main (int argc, char **argv)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  if (argc > 1)
    {
      for (int i = 0; i < atoi (argv[2]); i++)
        bench (argv[1], argc > 3);
      return 0;
    }

  bench ("rankle", TRUE);
  for (char **id = models; *id != NULL; id++)
    bench (*id, FALSE);
  return 0;
}
