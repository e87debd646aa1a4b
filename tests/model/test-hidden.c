/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a model hides stands behind the rest, and the rest is the same without it. */

#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-model-file.h"
#include "rankle-workspace.h"

/* Powers, so that some of their company is hidden. */
#define MODEL                                                                            \
  "k = 2; x = 1.5; x' = -k * x\n"                                                        \
  "a := x^1.1; b := x^1.2 + a; c := 3 * k; d := x^1.3 * b; e := k + 1"

static RankleModel *
read_toy (void)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_model_new_from_antimony (
      MODEL, -1, "t.ant",
      "{\"schema\": 1, \"horizon\": 1, \"hidden\": [\"e\", \"a\", \"b\"]}", &error);

  g_assert_no_error (error);
  return model;
}

static void
test_order (void)
{
  static const char *const ids[] = { "x", "c", "d", "a", "b", "e" };
  g_autoptr (RankleModel) model = read_toy ();

  g_assert_cmpuint (rankle_model_get_n_observables (model), ==, 5);
  g_assert_cmpuint (rankle_model_get_n_hidden (model), ==, 3);
  g_assert_cmpuint (rankle_model_get_n_columns (model), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_cmpstr (rankle_model_get_column (model, i)->id, ==, ids[i]);
      g_assert_cmpint (rankle_model_find_full_column (model, ids[i]), ==, (int)i);
      g_assert_cmpint (rankle_model_find_column (model, ids[i]), ==, i < 3 ? (int)i : -1);
    }
  for (guint i = 0; i < 5; i++)
    g_assert_true (rankle_model_find (model, ids[1 + i]) ==
                   rankle_model_get_observable (model, i));
  g_assert_cmpint (rankle_model_find_full_column (model, "k"), ==, -1);
}

static void
test_values (void)
{
  g_autoptr (RankleModel) model = read_toy ();
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  double x = 1.5, values[5];
  double b = pow (x, 1.2) + pow (x, 1.1);
  double wanted[] = { 6, pow (x, 1.3) * b, pow (x, 1.1), b, 3 };

  rankle_workspace_observables (workspace, 0, &x, values);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_cmpfloat_with_epsilon (values[i], wanted[i], 1e-12);
}

static double *
evaluate_wide (RankleModel *model, gboolean hidden)
{
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  guint              n = rankle_model_get_n_states (model);
  guint              n_values = rankle_model_get_n_observables (model);
  g_autofree double *initial = g_new (double, n + 1);
  g_autofree double *states = g_new (double, (n + 1) * RANKLE_LANES);
  double             times[RANKLE_LANES];
  double            *values = g_new (double, (n_values + 1) * RANKLE_LANES);

  rankle_workspace_get_initial (workspace, initial);
  for (guint l = 0; l < RANKLE_LANES; l++)
    {
      times[l] = 0.1 * l;
      for (guint i = 0; i < n; i++)
        states[i * RANKLE_LANES + l] = initial[i] * (1 + 0.01 * l) + 1e-3 * l;
    }
  for (guint i = 0; i < n_values * RANKLE_LANES; i++)
    values[i] = (double)NAN;
  rankle_workspace_observables_wide (workspace, hidden, times, states, values);
  return values;
}

/* The rows of tables have the same bits with and without what is hidden, and nothing
 * hidden is written. */
static void
check_wide (RankleModel *model)
{
  guint n_shown = rankle_model_get_n_columns (model) - rankle_model_get_n_states (model);
  g_autofree double *shown = evaluate_wide (model, FALSE);
  g_autofree double *all = evaluate_wide (model, TRUE);

  g_assert_cmpint (memcmp (shown, all, n_shown * RANKLE_LANES * sizeof (double)), ==, 0);
  for (guint i = 0; i < rankle_model_get_n_observables (model); i++)
    {
      g_assert_true (isfinite (all[i * RANKLE_LANES]));
      g_assert_true (isnan (shown[i * RANKLE_LANES]) == (i >= n_shown));
    }
}

static void
test_wide (void)
{
  g_autoptr (RankleModel) toy = read_toy ();
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  guint n_hiding = 0;

  check_wide (toy);
  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);

      check_wide (model);
      n_hiding += rankle_model_get_n_hidden (model) > 0;
    }
  g_assert_cmpuint (n_hiding, >, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hidden/order", test_order);
  g_test_add_func ("/hidden/values", test_values);
  g_test_add_func ("/hidden/wide", test_wide);
  return g_test_run ();
}
