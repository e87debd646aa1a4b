/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A share of nothing is nothing: where the solver's own error is all that is left of the
 * whole, a ratio of two of its columns says nothing and is not shown. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-scenario.h"
#include "sim-fixture.h"

/* Two that fade out, at the same rate, and one that stays. */
#define FADING                                                                           \
  "a = 1; b = 3; c = 1; K = 3; r = 1; a' = -a; b' = -b; c' = 0; r' = -r; "               \
  "whole := a + b; share := a / (whole + 1e-9); square := (1 - share)^2; "               \
  "percent := 100 * a / whole; hill := a / (a + K); faded := r * share; "                \
  "other := a / (a + b + c)"

static RankleTrajectory *
run_fading (void)
{
  static const double times[] = { 0, 1, 5, 60, 80, 100 };
  g_autoptr (RankleModel) model = sim_model_new (FADING);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  return sim_run (protocol);
}

static guint
find (const RankleTrajectory *trajectory, const char *id)
{
  int column = rankle_model_find_column (rankle_trajectory_get_model (trajectory), id);

  g_assert_cmpint (column, >=, 0);
  return (guint)column;
}

static void
test_which_are_shares (void)
{
  static const struct
  {
    const char *id;
    guint       n_parts;
  } cases[] = { { "share", 2 }, { "square", 2 }, { "percent", 2 }, { "whole", 0 },
                { "hill", 0 },  { "faded", 0 },  { "other", 3 } };
  g_autoptr (RankleModel) model = sim_model_new (FADING);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RankleQuantity *quantity = rankle_model_find (model, cases[i].id);

      g_test_message ("%s", cases[i].id);
      g_assert_cmpuint (quantity->n_parts, ==, cases[i].n_parts);
    }
  g_assert_cmpuint (rankle_model_find (model, "share")->parts[0], ==,
                    sim_state (model, "a"));
  g_assert_cmpuint (rankle_model_find (model, "share")->parts[1], ==,
                    sim_state (model, "b"));
}

/* e⁻⁶⁰ of what there was is below any tolerance; a Hill curve of nothing is 0, and what
 * is a share of something that stays is 0, too. */
static void
test_shown (void)
{
  static const char *const shares[] = { "share", "square", "percent" };
  static const char *const others[] = { "whole", "hill", "faded", "other" };
  g_autoptr (RankleTrajectory) run = run_fading ();

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      const double *shown = rankle_trajectory_get_shown (run, find (run, shares[i]));

      g_test_message ("%s", shares[i]);
      for (guint row = 0; row < 6; row++)
        g_assert_cmpint (isfinite (shown[row]), ==, row < 3);
      /* What is written to a file is what was computed. */
      g_assert_true (
          isfinite (rankle_trajectory_get_column (run, find (run, shares[i]))[2]));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      guint column = find (run, others[i]);

      g_assert_true (rankle_trajectory_get_shown (run, column) ==
                     rankle_trajectory_get_column (run, column));
    }
  sim_assert_near (rankle_trajectory_get_shown_at (run, find (run, "percent"), 3), 25,
                   1e-5);
  g_assert_true (isnan (rankle_trajectory_get_shown_at (run, find (run, "percent"), 70)));
}

static void
test_floor (void)
{
  g_autoptr (RankleTrajectory) run = run_fading ();
  guint columns[] = { find (run, "a"), find (run, "b") };

  guint              whole = find (run, "whole");
  g_autofree guint8 *nothing = rankle_trajectory_dup_nothing (run, columns, 2);
  g_autofree guint8 *of_whole = rankle_trajectory_dup_nothing (run, &whole, 1);
  g_autofree guint8 *beside = NULL;

  /* A hundred times a hundredth of the relative tolerance. */
  sim_assert_near (rankle_trajectory_get_floor (run, columns[1]), 3e-6, 1e-6);
  sim_assert_near (rankle_trajectory_get_floor (run, whole), 4e-6, 1e-6);
  for (guint row = 0; row < 6; row++)
    {
      g_assert_cmpint (nothing[row], ==, row >= 3);
      g_assert_cmpint (of_whole[row], ==, row >= 3);
    }
  columns[0] = find (run, "c");
  beside = rankle_trajectory_dup_nothing (run, columns, 2);
  g_assert_null (beside);
}

/* The default model without the receptor: who holds it is a question until it is gone. */
static void
test_occupancy_without_rank (void)
{
  static const double times[] = { 0, 1, 24, 200 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", &error);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new (NULL, NULL, NULL);
  g_autoptr (RankleProtocol) protocol = NULL;
  g_autoptr (RankleTrajectory) run = NULL;
  const double *shown;

  g_assert_no_error (error);
  rankle_scenario_set_control (scenario, "rank", 0);
  protocol = rankle_protocol_new (model);
  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, &error));
  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  run = sim_run (protocol);
  shown = rankle_trajectory_get_shown (run, find (run, "occupancy"));
  g_assert_true (isfinite (shown[0]) && isfinite (shown[1]));
  g_assert_true (isnan (shown[2]) && isnan (shown[3]));
  /* The signal fades out: it is no share of what remains. */
  g_assert_cmpfloat_with_epsilon (
      rankle_trajectory_get_shown (run, find (run, "signal"))[3], 0, 1e-9);
}

/* Without RANKL and without the drug its amounts are errors of 1e-17 mg, and the formula
 * for what of it is in serum takes numbers near 1 from each other. */
static void
test_drug_that_is_not_given (void)
{
  static const char *const ids[] = { "denosumab_depot", "denosumab_central",
                                     "denosumab_peripheral", "denosumab_serum",
                                     "RANKL_denosumab" };
  g_autoptr (RankleModel) model = rankle_catalog_load ("sutjandra-2011", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new (NULL, NULL, NULL);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) run = NULL;
  double errors = 0, times[366];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    times[i] = i;
  rankle_scenario_set_control (scenario, "rankl", 0);
  g_assert_true (rankle_scenario_apply (scenario, protocol, TRUE, NULL));
  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  run = sim_run (protocol);
  for (guint k = 0; k < G_N_ELEMENTS (ids); k++)
    for (guint i = 0; i < G_N_ELEMENTS (times); i++)
      {
        guint column = find (run, ids[k]);

        errors += fabs (rankle_trajectory_get_column (run, column)[i]);
        g_assert_cmpfloat (rankle_trajectory_get_shown (run, column)[i], ==, 0);
      }
  g_assert_cmpfloat (errors, >, 0); /* or there was nothing to see */
  g_assert_cmpfloat (rankle_trajectory_get_shown (run, find (run, "RANKL"))[365], >, 0);
}

/* What grows from nothing, be it little, is something. */
static void
test_little (void)
{
  static const double times[] = { 0, 1, 2 };
  g_autoptr (RankleModel) model =
      sim_model_new ("a = 1; b = 0; a' = 0; b' = 1e-4*a; c := 1e-6*b");
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);
  g_autoptr (RankleTrajectory) run = NULL;

  rankle_protocol_set_times (protocol, times, G_N_ELEMENTS (times));
  run = sim_run (protocol);
  g_assert_cmpfloat_with_epsilon (rankle_trajectory_get_shown (run, find (run, "b"))[2],
                                  2e-4, 1e-8);
  g_assert_cmpfloat_with_epsilon (rankle_trajectory_get_shown (run, find (run, "c"))[2],
                                  2e-10, 1e-14);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shares/which", test_which_are_shares);
  g_test_add_func ("/shares/shown", test_shown);
  g_test_add_func ("/shares/floor", test_floor);
  g_test_add_func ("/shares/occupancy-without-rank", test_occupancy_without_rank);
  g_test_add_func ("/shares/drug-that-is-not-given", test_drug_that_is_not_given);
  g_test_add_func ("/shares/little", test_little);
  return g_test_run ();
}
