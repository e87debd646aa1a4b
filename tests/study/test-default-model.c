/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The default model answers its controls. Expected numbers come from an independent
 * integration of the same equations (SciPy's LSODA, rtol 1e-7), written from the model's
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
    { { 30, "signal", 2.2501 },
      { 365, "CTX", 394.7534 },
      { 365, "P1NP", 339.1130 },
      { 365, "BMD_hip", 88.7682 },
      { 1825, "BMD_hip", 81.0811 },
      { 3650, "BMD_hip", 72.6016 } } },
  { "opg-x4",
    { { "opg", 4 } },
    { { 30, "signal", 0.3446 },
      { 365, "CTX", 18.7469 },
      { 365, "P1NP", 26.7003 },
      { 365, "BMD_hip", 103.3636 },
      { 3650, "BMD_hip", 107.7292 } } },
  { "rankl-off",
    { { "rankl", 0 } },
    { { 30, "signal", 0.2289 },
      { 365, "CTX", 0.0056 },
      { 1825, "P1NP", 9.2221 },
      { 1825, "BMD_hip", 106.6790 },
      { 3650, "BMD_hip", 109.4757 } } },
  { "rankl-x2",
    { { "rankl", 2 } },
    { { 30, "signal", 1.7581 },
      { 365, "CTX", 240.1921 },
      { 365, "BMD_hip", 94.5244 },
      { 3650, "BMD_hip", 86.4375 } } },
  { "estrogen-0.2",
    { { "estrogen", 0.2 } },
    { { 30, "signal", 1.5401 },
      { 365, "CTX", 214.2052 },
      { 365, "BMD_hip", 94.9907 },
      { 3650, "BMD_hip", 84.0336 } } },
  { "denosumab",
    { { "denosumab_dose", 60 },
      { "denosumab_interval", 182.5 },
      { "denosumab_count", 6 },
      { "denosumab_start", 0 } },
    { { 11, "denosumab_serum", 7.39829 },
      { 30, "denosumab_serum", 5.48879 },
      { 90, "denosumab_serum", 1.28028 },
      { 30, "CTX", 8.5713 },
      { 182, "CTX", 22.2479 },
      { 1095, "CTX", 25.8636 },
      { 1095, "BMD_hip", 105.4136 },
      { 1185, "CTX", 112.1526 },
      { 1275, "CTX", 121.9927 },
      { 1460, "BMD_hip", 101.1600 },
      { 3650, "CTX", 101.4803 } } },
};

static RankleTrajectory *
run (const Setting *settings, double end)
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
  rankle_scenario_apply (scenario, protocol, TRUE, &error);
  g_assert_no_error (error);
  rankle_protocol_seal (protocol);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return trajectory;
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
  g_autoptr (RankleTrajectory) trajectory = run (c->settings, 3650);

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
  g_autoptr (RankleTrajectory) trajectory = run (NULL, 3650);
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
                                      1e-2 * occupancy);
      last = occupancy;
    }
}

/* A constant infusion of denosumab holds occupancy down for good. */
static void
test_denosumab_lowers_occupancy_at_steady_state (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  guint              n = rankle_model_get_n_states (model);
  g_autofree double *state = g_new (double, n);
  guint              depot = rankle_model_find (model, "denosumab_depot")->index;
  guint              complex = rankle_model_find (model, "RANKL_RANK")->index;
  guint              receptor = rankle_model_find (model, "RANK")->index;
  double             last = G_MAXDOUBLE;

  for (double rate = 0; rate < 0.5; rate += 0.1)
    {
      g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
      double occupancy;

      rankle_protocol_set_every (protocol, 1, 1);
      rankle_protocol_add_infusion (protocol, depot, rate, 0, 1e9);
      rankle_protocol_seal (protocol);
      rankle_integrator_find_steady_state (integrator, protocol, NULL, state, &error);
      g_assert_no_error (error);
      occupancy = state[complex] / (state[complex] + state[receptor]);
      g_assert_cmpfloat (occupancy, <, 0.9 * last);
      last = occupancy;
    }
}

static void
test_holders_sum (void)
{
  g_autoptr (RankleTrajectory) trajectory =
      run (cases[G_N_ELEMENTS (cases) - 1].settings, 1460);

  for (double day = 0; day <= 1460; day += 7)
    g_assert_cmpfloat_with_epsilon (
        at (trajectory, "RANKL", day) + at (trajectory, "RANKL_RANK", day) +
            at (trajectory, "RANKL_OPG", day) + at (trajectory, "RANKL_denosumab", day),
        at (trajectory, "RANKL_total", day), 1e-12);
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
                   test_denosumab_lowers_occupancy_at_steady_state);
  g_test_add_func ("/default-model/holders-sum", test_holders_sum);
  g_test_add_func ("/default-model/rebound", test_rebound);
  g_test_add_func ("/default-model/every-number-has-unit-source-grade",
                   test_every_number_has_unit_source_and_grade);
  return g_test_run ();
}
