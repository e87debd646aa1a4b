/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The default model answers its controls. Expected numbers come from an independent
 * integration of the same equations (SciPy's LSODA, rtol 1e-9), written from the model's
 * description and not from its text; the directions are what biology knows. */

#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-scenario.h"
#include "rankle-workspace.h"

typedef struct
{
  const char *control;
  double      value;
} Setting;

typedef struct
{
  double      day;
  const char *column;
  double      expected;
} Point;

typedef struct
{
  const char *name;
  Setting     settings[5];
  Point       points[12];
} Case;

static const Case cases[] = {
  { "opg-off",
    { { "opg", 0 } },
    { { 30, "signal", 6.70737 },
      { 30, "CTX", 364.164 },
      { 365, "CTX", 405.872 },
      { 365, "P1NP", 324.974 },
      { 365, "BMD_spine", 75.3217 },
      { 1825, "osteoclast", 66.0783 },
      { 1825, "BMD_hip", 73.0515 },
      { 3650, "BMD_hip", 68.8138 },
      { 3650, "BMD_spine", 65.4285 } } },
  { "opg-x4",
    { { "opg", 4 } },
    { { 30, "signal", 0.118908 },
      { 365, "CTX", 20.3517 },
      { 365, "P1NP", 36.2366 },
      { 365, "BMD_spine", 104.908 },
      { 1825, "osteoclast", 4.04265 },
      { 3650, "BMD_hip", 109.037 } } },
  { "rankl-off",
    { { "rankl", 0 } },
    { { 182, "CTX", 10 },
      { 182, "P1NP", 42.1591 },
      { 365, "BMD_spine", 105.381 },
      { 1825, "BMD_hip", 106.835 },
      { 3650, "BMD_hip", 109.939 } } },
  { "rankl-x2",
    { { "rankl", 2 } },
    { { 30, "signal", 1.93437 },
      { 365, "CTX", 149.076 },
      { 365, "P1NP", 138.527 },
      { 365, "BMD_spine", 96.4378 },
      { 3650, "BMD_hip", 93.7745 } } },
  { "estrogen-0.2",
    { { "estrogen", 0.2 } },
    { { 30, "signal", 2.30329 },
      { 365, "CTX", 170.445 },
      { 365, "P1NP", 146.291 },
      { 365, "BMD_spine", 93.6961 },
      { 3650, "BMD_hip", 86.9854 } } },
  { "menopause-2",
    { { "menopause", 2 } },
    { { 1095, "CTX", 143.216 },
      { 1460, "BMD_spine", 94.9628 },
      { 1825, "osteoclast", 44.1285 },
      { 3650, "BMD_spine", 84.5423 },
      { 3650, "BMD_hip", 88.1975 } } },
  { "denosumab",
    { { "denosumab_dose", 60 },
      { "denosumab_interval", 182.5 },
      { "denosumab_count", 6 },
      { "denosumab_start", 0 } },
    { { 30, "signal", 3.25723e-10 },
      { 90, "denosumab_serum", 1.28028 },
      { 182, "CTX", 27.8357 },
      { 182, "P1NP", 41.3445 },
      { 365, "BMD_spine", 105.377 },
      { 1095, "CTX", 28.3372 },
      { 1095, "BMD_spine", 108.984 },
      { 1185, "CTX", 153.723 },
      { 1275, "CTX", 129.201 },
      { 1460, "BMD_hip", 101.562 },
      { 3650, "CTX", 100.451 } } },
};

/* What a calibration changes is held at round values near it: the equations are tested
 * here, and how well the calibrated ones answer in tests/study/test-acceptance.c. */
static const struct
{
  const char *parameter;
  double      value;
} held[] = {
  { "marrow_access", 0.3 },    { "tau_estrogen", 350.0 },
  { "OPG_Fc_access", 0.015 },  { "commitment_steepness", 0.7 },
  { "omega_PC", 0.0012 },      { "k_PC", 0.0014 },
  { "fission_gain", 3.0 },     { "k_osteomorph", 0.01 },
  { "coupling_share", 0.93 },  { "coupling_half", 12.0 },
  { "modelling_spine", 0.04 }, { "turnover_spine", 0.0003 },
  { "turnover_hip", 0.0002 },
};

static void
hold (RankleProtocol *protocol)
{
  RankleModel *model = rankle_protocol_get_model (protocol);

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    rankle_protocol_set_parameter (
        protocol, rankle_model_find (model, held[i].parameter)->index, held[i].value);
}

static RankleTrajectory *
run_with (const Setting *settings, double end, gboolean holding)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("test", "Test", "");
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  RankleTrajectory *trajectory;

  g_assert_no_error (error);
  for (guint i = 0; settings != NULL && i < 5 && settings[i].control != NULL; i++)
    rankle_scenario_set_control (scenario, settings[i].control, settings[i].value);
  protocol = rankle_protocol_new (model);
  rankle_protocol_set_every (protocol, end, 1);
  rankle_protocol_set_tolerances (protocol, 1e-8, 0);
  if (holding)
    hold (protocol);
  rankle_scenario_apply (scenario, protocol, TRUE, &error);
  g_assert_no_error (error);
  rankle_protocol_seal (protocol);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
}

static RankleTrajectory *
run (const Setting *settings, double end)
{
  return run_with (settings, end, FALSE);
}

static double
at (const RankleTrajectory *trajectory, const char *id, double day)
{
  int column = rankle_model_find_column (rankle_trajectory_get_model (trajectory), id);

  g_assert_cmpint (column, >=, 0);
  return rankle_trajectory_get_value_at (trajectory, (guint)column, day);
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (RankleTrajectory) trajectory = run_with (c->settings, 3650, TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (c->points) && c->points[i].column != NULL; i++)
    {
      const Point *p = &c->points[i];

      g_test_message ("%s at day %g", p->column, p->day);
      g_assert_cmpfloat_with_epsilon (at (trajectory, p->column, p->day), p->expected,
                                      1e-3 + 2e-4 * p->expected);
    }
}

static void
test_baseline_holds (void)
{
  g_autoptr (RankleTrajectory) trajectory = run (NULL, 20 * 365.25);
  RankleModel *model = rankle_trajectory_get_model (trajectory);

  for (guint i = 0; i < rankle_model_get_n_columns (model); i++)
    {
      const double *values = rankle_trajectory_get_column (trajectory, i);

      for (guint k = 0; k < rankle_trajectory_get_n_times (trajectory); k++)
        {
          if (!(ABS (values[k] - values[0]) <= 1e-3 * ABS (values[0]) + 1e-12))
            g_error ("%s leaves baseline: %g becomes %g on day %u",
                     rankle_model_get_column (model, i)->id, values[0], values[k], k);
        }
    }
}

/* The models state is a steady state to rounding, not only to what ten years show. */
static void
test_starts_at_its_steady_state (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  guint              n = rankle_model_get_n_states (model);
  g_autofree double *state = g_new (double, n);
  g_autofree double *rates = g_new (double, n);

  rankle_workspace_set_parameters (workspace, NULL);
  rankle_workspace_get_initial (workspace, state);
  rankle_workspace_rates (workspace, 0, state, rates);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat (ABS (rates[i]), <=, 1e-12 * (1 + ABS (state[i])));
}

/* Osteoclasts, CTX and BMD in the direction biology knows, three years on. */
static void
test_directions (void)
{
  static const struct
  {
    Setting setting;
    int     osteoclasts; /* up +1, down -1; CTX goes with them, BMD against them */
  } directions[] = {
    { { "opg", 0 }, 1 },        { { "opg", 4 }, -1 },
    { { "rankl", 0 }, -1 },     { { "rankl", 2 }, 1 },
    { { "estrogen", 0.2 }, 1 }, { { "estrogen", 1.5 }, -1 },
    { { "opg", 0.5 }, 1 },      { { "denosumab_dose", 60 }, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      Setting settings[2] = { directions[i].setting };
      g_autoptr (RankleTrajectory) trajectory = run (settings, 1094);
      int sign = directions[i].osteoclasts;

      g_test_message ("%s %g", directions[i].setting.control,
                      directions[i].setting.value);
      g_assert_cmpfloat (
          sign * (at (trajectory, "osteoclast", 1094) / at (trajectory, "osteoclast", 0) -
                  1),
          >, 0.05);
      g_assert_cmpfloat (sign * (at (trajectory, "CTX", 1094) - 100), >, 5);
      g_assert_cmpfloat (sign * (at (trajectory, "BMD_hip", 1094) - 100), <, -0.5);
    }
}

/* Without loss of the complexes neither decoy could do this at steady state. */
static void
test_decoys_lower_occupancy_at_steady_state (void)
{
  static const double opg[] = { 0, 0.5, 1, 2, 4 };
  double              last = G_MAXDOUBLE;

  for (guint i = 0; i < G_N_ELEMENTS (opg); i++)
    {
      Setting settings[2] = { { "opg", opg[i] } };
      g_autoptr (RankleTrajectory) trajectory = run (settings, 3650);
      double occupancy = at (trajectory, "occupancy", 3650);

      g_assert_cmpfloat (occupancy, <, 0.8 * last);
      g_assert_cmpfloat_with_epsilon (occupancy, at (trajectory, "occupancy", 2000),
                                      5e-2 * occupancy);
      last = occupancy;
    }
}

/* A constant infusion of denosumab holds occupancy down for good. Bone itself finds no
 * rest then within a lifetime, so years are run instead of a steady state sought. */
static void
test_denosumab_lowers_occupancy_for_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  guint  depot = rankle_model_find (model, "denosumab_depot")->index;
  double last = G_MAXDOUBLE;

  for (double rate = 0; rate < 0.5; rate += 0.1)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
      g_autoptr (RankleTrajectory) trajectory = NULL;
      double occupancy;

      rankle_protocol_set_every (protocol, 3650, 365);
      rankle_protocol_add_infusion (protocol, depot, rate, 0, 1e9);
      rankle_protocol_seal (protocol);
      trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
      g_assert_no_error (error);
      occupancy = at (trajectory, "occupancy", 3650);
      g_assert_cmpfloat (occupancy, <, 0.9 * last);
      g_assert_cmpfloat_with_epsilon (occupancy, at (trajectory, "occupancy", 1825),
                                      5e-2 * occupancy);
      last = occupancy;
    }
}

/* With every drug there is. */
static void
test_holders_sum (void)
{
  static const Setting     settings[5] = { { "denosumab_dose", 60 },
                                           { "opg_fc_dose", 210 },
                                           { "peptide_dose", 100 } };
  static const char *const holders[] = { "RANKL",        "RANKL_RANK",
                                         "RANKL_OPG",    "RANKL_denosumab",
                                         "RANKL_OPG_Fc", "RANKL_peptide" };
  g_autoptr (RankleTrajectory) trajectory = run (settings, 1460);

  for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
    g_assert_cmpfloat (at (trajectory, holders[i], 1), >, 0);
  for (double day = 0; day <= 1460; day += 7)
    {
      double sum = 0;

      for (guint i = 0; i < G_N_ELEMENTS (holders); i++)
        sum += at (trajectory, holders[i], day);
      g_assert_cmpfloat_with_epsilon (sum, at (trajectory, "RANKL_total", day), 1e-12);
    }
}

/* 60 mg every six months, six times, then nothing: turnover overshoots and bone is lost.
 */
static void
test_rebound (void)
{
  g_autoptr (RankleTrajectory) trajectory =
      run (cases[G_N_ELEMENTS (cases) - 1].settings, 3650);
  double peak = 0, peak_day = 0;

  for (double day = 1095; day < 3650; day++)
    if (at (trajectory, "CTX", day) > peak)
      {
        peak = at (trajectory, "CTX", day);
        peak_day = day;
      }
  g_assert_cmpfloat (peak, >, 115);
  g_assert_cmpfloat (peak_day, <, 1095 + 365);
  g_assert_cmpfloat (at (trajectory, "osteoclast", peak_day), >,
                     1.1 * at (trajectory, "osteoclast", 0));
  g_assert_cmpfloat (at (trajectory, "BMD_hip", 1460), <,
                     at (trajectory, "BMD_hip", 1095) - 2);
}

/* Every number that a person may be shown has a unit and says where it comes from. */
static void
test_every_number_has_unit_source_and_grade (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);

  for (guint i = 0; i < rankle_model_get_n_parameters (model); i++)
    {
      const RankleQuantity *p = rankle_model_get_parameter (model, i);

      g_test_message ("%s", p->id);
      g_assert_nonnull (p->unit);
      g_assert_nonnull (p->source);
      g_assert_cmpint (p->grade, !=, RANKLE_GRADE_UNSTATED);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/default-model/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/default-model/baseline-holds", test_baseline_holds);
  g_test_add_func ("/default-model/starts-at-its-steady-state",
                   test_starts_at_its_steady_state);
  g_test_add_func ("/default-model/directions", test_directions);
  g_test_add_func ("/default-model/opg-lowers-occupancy",
                   test_decoys_lower_occupancy_at_steady_state);
  g_test_add_func ("/default-model/denosumab-lowers-occupancy",
                   test_denosumab_lowers_occupancy_for_good);
  g_test_add_func ("/default-model/holders-sum", test_holders_sum);
  g_test_add_func ("/default-model/rebound", test_rebound);
  g_test_add_func ("/default-model/every-number-has-unit-source-grade",
                   test_every_number_has_unit_source_and_grade);
  return g_test_run ();
}
