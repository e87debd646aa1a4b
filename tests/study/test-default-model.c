/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The default model answers its controls. Expected numbers come from an independent
 * integration of the same equations (SciPy's LSODA and BDF, rtol 1e-9, which agree to all
 * the digits here), written from the model's description and not from its text; the
 * directions are what biology knows. */

#include "rankle-catalog.h"
#include "rankle-integrator.h"
#include "rankle-scenario.h"
#include "rankle-workspace.h"

#define N_SETTINGS 5 /* at most, of a case */

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
  Setting     settings[N_SETTINGS + 1];
  Point       points[12];
} Case;

static const Case cases[] = {
  { "opg-off",
    { { "opg", 0 } },
    { { 30, "signal", 6.70735 },
      { 30, "CTX", 237.664 },
      { 365, "CTX", 547.715 },
      { 365, "P1NP", 309.02 },
      { 365, "BMD_spine", 86.7477 },
      { 1825, "osteoclast", 85.5464 },
      { 1825, "BMD_hip", 78.5937 },
      { 3650, "BMD_hip", 73.1386 },
      { 3650, "BMD_spine", 69.8998 } } },
  { "opg-x4",
    { { "opg", 4 } },
    { { 30, "signal", 0.106628 },
      { 365, "CTX", 22.0722 },
      { 365, "P1NP", 61.7862 },
      { 365, "BMD_spine", 103.321 },
      { 1825, "osteoclast", 3.70194 },
      { 3650, "BMD_hip", 109.085 } } },
  { "rankl-off",
    { { "rankl", 0 } },
    { { 182, "CTX", 16.2218 },
      { 182, "P1NP", 67.4567 },
      { 365, "BMD_spine", 103.475 },
      { 1825, "BMD_hip", 106.273 },
      { 3650, "BMD_hip", 111.278 } } },
  { "rankl-x2",
    { { "rankl", 2 } },
    { { 30, "signal", 2.0059 },
      { 365, "CTX", 153.371 },
      { 365, "P1NP", 132.198 },
      { 365, "BMD_spine", 97.379 },
      { 3650, "BMD_hip", 95.1504 } } },
  { "estrogen-0.2",
    { { "estrogen", 0.2 } },
    { { 30, "signal", 3.71576 },
      { 365, "CTX", 224.694 },
      { 365, "P1NP", 166.799 },
      { 365, "BMD_spine", 93.5484 },
      { 3650, "BMD_hip", 87.7307 },
      { 3650, "BMD_neck", 84.3996 } } },
  { "menopause-2",
    { { "menopause", 2 } },
    { { 730, "estrogen", 1 },
      { 1095, "estrogen", 0.926213 },
      { 1461, "estrogen", 0.673168 },
      { 1826, "estrogen", 0.417239 },
      { 2922, "estrogen", 0.283127 },
      { 3650, "estrogen", 0.248734 },
      { 1095, "CTX", 116.541 },
      { 1826, "BMD_spine", 95.3467 },
      { 1826, "osteoclast", 36.4002 },
      { 3650, "BMD_spine", 87.7789 },
      { 3650, "BMD_hip", 91.7985 },
      { 3650, "BMD_neck", 88.7703 } } },
  { "denosumab",
    { { "denosumab_dose", 60 },
      { "denosumab_interval", 182.5 },
      { "denosumab_count", 6 },
      { "denosumab_start", 0 } },
    { { 30, "signal", 3.19414e-07 },
      { 90, "denosumab_serum", 1.28028 },
      { 182, "CTX", 42.241 },
      { 182, "P1NP", 67.7508 },
      { 365, "BMD_spine", 103.422 },
      { 1095, "CTX", 37.0433 },
      { 1095, "BMD_spine", 107.35 },
      { 1095, "BMD_neck", 106.436 },
      { 1185, "CTX", 110.96 },
      { 1275, "CTX", 189.514 },
      { 1460, "BMD_hip", 102.095 },
      { 3650, "CTX", 101.251 } } },
  { "denosumab-after-menopause",
    { { "menopause", 0 },
      { "denosumab_dose", 60 },
      { "denosumab_interval", 182.5 },
      { "denosumab_count", 6 },
      { "denosumab_start", 4017.75 } },
    { { 4017, "CTX", 180.579 },
      { 4017, "BMD_spine", 84.9678 },
      { 4021, "CTX", 19.4079 },
      { 4047, "signal", 9.58608e-07 },
      { 4200, "CTX", 70.5226 },
      { 4200, "P1NP", 77.6916 },
      { 4200, "young_osteocyte", 1.38624 },
      { 5112, "BMD_spine", 94.0567 },
      { 5112, "BMD_hip", 94.3057 },
      { 5112, "BMD_neck", 93.8964 },
      { 5300, "CTX", 351.961 },
      { 5844, "BMD_spine", 86.5548 } } },
  { "denosumab-50-kg",
    { { "weight", 50 },
      { "denosumab_dose", 60 },
      { "denosumab_interval", 182.5 },
      { "denosumab_count", 2 } },
    { { 10, "denosumab_serum", 10.1824 },
      { 90, "denosumab_serum", 1.86482 },
      { 182, "denosumab_serum", 0.00402779 },
      { 150, "CTX", 16.3591 },
      { 182, "CTX", 30.1699 },
      { 365, "BMD_spine", 103.498 },
      { 365, "BMD_hip", 101.97 },
      { 450, "CTX", 64.5621 } } },
  { "hormone-therapy",
    { { "menopause", 0 }, { "hrt", 0.8 }, { "hrt_start", 4 } },
    { { 1460, "estrogen", 0.33345 },
      { 1462, "estrogen", 0.8 },
      { 1461, "BMD_spine", 93.3159 },
      { 1826, "CTX", 111.948 },
      { 1826, "P1NP", 104.333 },
      { 2557, "BMD_spine", 94.3337 },
      { 2557, "BMD_hip", 96.2555 },
      { 3650, "BMD_neck", 94.0735 } } },
  { "opg-fc",
    { { "opg_fc_dose", 210 } },
    { { 1, "OPG_Fc_serum", 0.604768 },
      { 4, "OPG_Fc_serum", 0.319807 },
      { 14, "OPG_Fc_serum", 0.00137576 },
      { 1, "signal", 0.083673 },
      { 4, "signal", 0.0125016 },
      { 4, "CTX", 17.8707 },
      { 14, "CTX", 52.0865 },
      { 28, "CTX", 92.2969 },
      { 60, "P1NP", 95.7036 },
      { 182, "BMD_spine", 100.17 } } },
  { "peptide-infusion",
    { { "peptide_infusion", 400 } },
    { { 1, "peptide_serum", 3.43415 },
      { 1, "RANKL_peptide", 0.377478 },
      { 30, "signal", 0.145883 },
      { 30, "RANKL_peptide", 0.758909 },
      { 90, "CTX", 23.2062 },
      { 365, "CTX", 21.9526 },
      { 365, "P1NP", 62.1977 },
      { 365, "BMD_spine", 103.279 },
      { 1825, "BMD_hip", 105.539 },
      { 3650, "occupancy", 0.0195663 } } },
  { "peptide-injections",
    { { "peptide_dose", 300 }, { "peptide_interval", 1 }, { "peptide_count", 30 } },
    { { 30, "peptide_serum", 0.0166243 },
      { 30, "RANKL_peptide", 0.00653752 },
      { 30, "CTX", 48.1567 },
      { 60, "CTX", 98.6699 },
      { 182, "P1NP", 97.8264 } } },
  { "estrogen-1.3",
    { { "estrogen", 1.3 } },
    { { 30, "signal", 0.529626 },
      { 365, "CTX", 60.4332 },
      { 365, "P1NP", 80.2781 },
      { 3650, "BMD_spine", 107.372 } } },
  { "ovaries-removed",
    { { "surgical", 3 } },
    { { 1095, "estrogen", 1 },
      { 1096, "estrogen", 0.288681 },
      { 1098, "estrogen", 0.0970008 },
      { 1461, "CTX", 238.912 },
      { 1461, "BMD_spine", 92.8429 },
      { 3650, "BMD_neck", 85.42 } } },
  { "pth-x2",
    { { "pth", 2 } },
    { { 30, "signal", 4.02925 },
      { 365, "CTX", 245.889 },
      { 365, "BMD_spine", 93.8262 },
      { 3650, "BMD_hip", 88.908 } } },
  { "inflammation",
    { { "cytokines", 1 } },
    { { 30, "signal", 2.0059 },
      { 365, "CTX", 153.371 },
      { 365, "BMD_spine", 97.379 },
      { 3650, "BMD_hip", 95.1504 } } },
  { "ageing",
    { { "ageing", 1 } },
    { { 365, "P1NP", 98.2166 },
      { 1825, "BMD_spine", 99.3024 },
      { 3650, "CTX", 99.3255 },
      { 3650, "BMD_spine", 98.7922 },
      { 3650, "BMD_hip", 99.2144 },
      { 3650, "BMD_neck", 98.8993 } } },
};

/* What a calibration changes is held at round values near it: the equations are tested
 * here, and how well the calibrated ones answer in tests/study/test-acceptance.c. */
static const struct
{
  const char *parameter;
  double      value;
} held[] = {
  { "marrow_access", 0.03 },    { "OPG_Fc_access", 0.009 },
  { "RANKL_rise", 2.6 },        { "commitment_steepness", 0.7 },
  { "k_mature", 0.025 },        { "tau_young", 240.0 },
  { "k_fission", 0.18 },        { "k_osteomorph", 0.03 },
  { "coupling_share", 0.7 },    { "strain_power", 0.3 },
  { "turnover_spine", 1.6e-4 }, { "turnover_hip", 9e-5 },
  { "turnover_neck", 1.4e-4 },
};

/* What is gone is named, not followed. */
static guint
find (RankleModel *model, const char *id, RankleQuantityKind kind)
{
  const RankleQuantity *quantity = rankle_model_find (model, id);

  if (quantity == NULL || quantity->kind != kind)
    g_error ("the default model has no %s %s",
             kind == RANKLE_QUANTITY_STATE ? "state" : "parameter", id);
  return quantity->index;
}

static void
hold (RankleProtocol *protocol)
{
  RankleModel *model = rankle_protocol_get_model (protocol);

  for (guint i = 0; i < G_N_ELEMENTS (held); i++)
    rankle_protocol_set_parameter (
        protocol, find (model, held[i].parameter, RANKLE_QUANTITY_PARAMETER),
        held[i].value);
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
  for (guint i = 0; settings != NULL && settings[i].control != NULL; i++)
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

  if (column < 0)
    g_error ("the default model has no column %s", id);
  return rankle_trajectory_get_value_at (trajectory, (guint)column, day);
}

/* [d], of its last point */
static double
find_end (const Case *c)
{
  double end = 0;

  for (guint i = 0; i < G_N_ELEMENTS (c->points) && c->points[i].column != NULL; i++)
    end = MAX (end, c->points[i].day);
  return end;
}

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (RankleTrajectory) trajectory = run_with (c->settings, find_end (c), TRUE);

  for (guint i = 0; i < G_N_ELEMENTS (c->points) && c->points[i].column != NULL; i++)
    {
      const Point *p = &c->points[i];

      g_test_message ("%s at day %g", p->column, p->day);
      g_assert_cmpfloat_with_epsilon (at (trajectory, p->column, p->day), p->expected,
                                      1e-5 + 1e-4 * p->expected);
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
  guint  depot = find (model, "denosumab_depot", RANKLE_QUANTITY_STATE);
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
  static const Setting settings[] = { { "denosumab_dose", 60 },
                                      { "denosumab_interval", 182.5 },
                                      { "denosumab_count", 6 },
                                      { NULL, 0 } };
  g_autoptr (RankleTrajectory) trajectory = run (settings, 3650);
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
