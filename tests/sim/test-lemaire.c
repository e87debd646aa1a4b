/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lemaire 2004 as published: the steady state, and where 60 days of each treatment lead,
 * to the digits that an independent integration of the published equations printed. */

#include <math.h>

#include "rankle-catalog.h"
#include "sim-fixture.h"

static RankleModel *
load (void)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load ("lemaire-2004", &error);

  g_assert_no_error (error);
  return model;
}

static void
set (RankleProtocol *protocol, const char *id, double value)
{
  rankle_protocol_set_parameter (
      protocol, sim_parameter (rankle_protocol_get_model (protocol), id), value);
}

static void
find (RankleProtocol *protocol, double *state)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (
      rankle_integrator_find_steady_state (integrator, protocol, NULL, state, &error));
  g_assert_no_error (error);
}

static void
find_baseline (RankleModel *model, double *state)
{
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  find (protocol, state);
}

/* Three decimals were printed. */
#define PRINTED 0.00051

static const char *const cells[] = { "R", "B", "C" };

static void
test_steady_state (void)
{
  static const double expected[] = { 7.7344e-4, 7.2834e-4, 9.1275e-4 };
  g_autoptr (RankleModel) model = load ();
  double state[3];

  find_baseline (model, state);
  for (guint i = 0; i < 3; i++)
    sim_assert_near (state[sim_state (model, cells[i])], expected[i], 1e-5);
}

typedef struct
{
  const char *parameter;
  double      value;
} Setting;

/* I_P: PTH given; I_L: RANKL given; I_O: OPG given [pM/d] */
static const struct
{
  Setting settings[2];
  double  folds[3];
} treatments[] = {
  { { { "I_P", 1e3 } }, { 5.208, 2.238, 4.037 } },
  { { { "I_L", 1e3 } }, { 1.485, 1.216, 1.368 } },
  { { { "I_L", 1e4 } }, { 3.785, 1.923, 2.978 } },
  { { { "I_O", 1e4 } }, { 0.523, 0.728, 0.587 } },
  { { { "I_O", 2e5 } }, { 0.102, 0.330, 0.072 } },
  { { { "I_L", 1e4 }, { "I_O", 9e4 } }, { 0.940, 0.971, 0.951 } },
};

static void
test_folds_at_60_days (void)
{
  g_autoptr (RankleModel) model = load ();
  double baseline[3];

  find_baseline (model, baseline);
  for (guint i = 0; i < G_N_ELEMENTS (treatments); i++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
      g_autoptr (RankleTrajectory) trajectory = NULL;

      for (guint j = 0; j < 2 && treatments[i].settings[j].parameter != NULL; j++)
        set (protocol, treatments[i].settings[j].parameter,
             treatments[i].settings[j].value);
      for (guint j = 0; j < 3; j++)
        rankle_protocol_set_initial (protocol, j, baseline[j]);
      rankle_protocol_set_every (protocol, 60, 60);
      trajectory = sim_run (protocol);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpfloat_with_epsilon (sim_at (trajectory, cells[j], 60) /
                                            baseline[sim_state (model, cells[j])],
                                        treatments[i].folds[j], PRINTED);
    }
}

/* Less OPG: the paper's idea of estrogen deficiency. Half the osteoblast birth: its idea
 * of age, which leaves osteoclasts nearly alone. */
static void
test_steady_folds (void)
{
  static const struct
  {
    Setting setting;
    double  folds[3];
  } cases[] = {
    { { "K_O_P", 1e5 }, { 1.456, 1.207, 1.345 } },
    { { "K_O_P", 2e4 }, { 3.377, 1.838, 2.671 } },
    { { "K_O_P", 2e3 }, { 8.934, 2.989, 7.147 } },
    { { "D_R", 3.5e-4 }, { 0.484, 0.492, 0.975 } },
  };
  g_autoptr (RankleModel) model = load ();
  double baseline[3], state[3];

  find_baseline (model, baseline);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

      set (protocol, cases[i].setting.parameter, cases[i].setting.value);
      find (protocol, state);
      for (guint j = 0; j < 3; j++)
        {
          guint k = sim_state (model, cells[j]);

          g_assert_cmpfloat_with_epsilon (state[k] / baseline[k], cases[i].folds[j],
                                          PRINTED);
        }
    }
}

/* From its own steady state nothing moves. */
static void
test_rests (void)
{
  g_autoptr (RankleModel) model = load ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  double baseline[3];

  find_baseline (model, baseline);
  for (guint i = 0; i < 3; i++)
    rankle_protocol_set_initial (protocol, i, baseline[i]);
  rankle_protocol_set_every (protocol, 3650, 365);
  trajectory = sim_run (protocol);
  for (guint i = 0; i < 3; i++)
    sim_assert_near (rankle_trajectory_get_column (trajectory, i)[10], baseline[i], 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lemaire/steady-state", test_steady_state);
  g_test_add_func ("/lemaire/folds-at-60-days", test_folds_at_60_days);
  g_test_add_func ("/lemaire/steady-folds", test_steady_folds);
  g_test_add_func ("/lemaire/rests", test_rests);
  return g_test_run ();
}
