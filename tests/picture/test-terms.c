/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "picture-fixture.h"
#include "rankle-catalog.h"
#include "rankle-diagram-values.h"
#include "rankle-model-terms.h"
#include "rankle-sbml-term.h"
#include "rankle-term-words.h"

/* What an arc stands for in the equations, held against runs. */

#define AT 1234.5

static RankleTrajectory *
run (const char *model, const char *control, double value)
{
  g_autoptr (RankleSession) session = picture_open (model, NULL);
  g_autoptr (RankleSession) moved = control == NULL
                                        ? rankle_session_ref (session)
                                        : picture_move (session, control, value);
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (moved, NULL);

  g_assert_nonnull (protocol);
  return picture_run (protocol);
}

static RankleTerm *
read_term (const RankleTrajectory *trajectory, const char *name)
{
  RankleTerm *term =
      rankle_model_read_term (rankle_trajectory_get_model (trajectory), name);

  g_assert_nonnull (term);
  return term;
}

static double
look (const RankleTrajectory *trajectory, const char *column)
{
  int found = rankle_model_find_column (rankle_trajectory_get_model (trajectory), column);

  g_assert_cmpint (found, >=, 0);
  return rankle_trajectory_get_value_at (trajectory, (guint)found, AT);
}

/* A rule's term is the column of that id. */
static void
test_rule (void)
{
  static const char *const rules[] = { "RANKL_production", "OPG_production", "NFATc1",
                                       "osteoclast_birth", "TRAF6" };
  g_autoptr (RankleTrajectory) trajectory = run ("rankle", "estrogen", 0.4);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (RankleTerm) term = read_term (trajectory, rules[i]);
      double computed;

      if (rankle_model_find_column (rankle_trajectory_get_model (trajectory), rules[i]) <
          0)
        continue; /* a step on the way */
      computed = look (trajectory, rules[i]);
      g_assert_cmpfloat (
          fabs (rankle_term_get_value_at (term, trajectory, AT) - computed), <=,
          1e-3 * fabs (computed));
    }
}

/* What reactions add to RANKL–OPG is how fast it changes. */
static void
test_reactions_are_the_rate (void)
{
  g_autoptr (RankleTrajectory) trajectory = run ("rankle", "opg", 3);
  g_autoptr (RankleTerm) gain = read_term (trajectory, "OPG_binding");
  g_autoptr (RankleTerm) loss = read_term (trajectory, "RANKL_OPG_clearance");
  RankleModel *model = rankle_trajectory_get_model (trajectory);
  guint        n = rankle_model_get_n_states (model);
  guint        index = rankle_model_find (model, "RANKL_OPG")->index;
  g_autoptr (RankleWorkspace) workspace = rankle_workspace_new (model);
  g_autofree double *state = g_new0 (double, n);
  g_autofree double *rates = g_new0 (double, n);

  rankle_workspace_set_parameters (
      workspace,
      rankle_protocol_get_parameters (rankle_trajectory_get_protocol (trajectory)));
  for (guint i = 0; i < n; i++)
    state[i] = rankle_trajectory_get_value_at (trajectory, i, AT);
  rankle_workspace_rates (workspace, AT, state, rates);
  g_assert_cmpfloat_with_epsilon (rankle_term_get_value_at (gain, trajectory, AT) -
                                      rankle_term_get_value_at (loss, trajectory, AT),
                                  rates[index], 1e-9);
  g_assert_cmpfloat (rankle_term_get_value_at (loss, trajectory, AT), >, 0.05);
}

/* The first summand of a rate; there is no third of two. */
static void
test_summand (void)
{
  g_autoptr (RankleTrajectory) trajectory = run ("rankle", NULL, 0);
  g_autoptr (RankleTerm) burial = read_term (trajectory, "osteocyte' 1");
  RankleModel *model = rankle_trajectory_get_model (trajectory);

  g_assert_cmpstr (rankle_term_get_formula (burial), ==, "omega_B * osteoblast");
  g_assert_cmpfloat_with_epsilon (rankle_term_get_value_at (burial, trajectory, AT),
                                  rankle_model_find (model, "omega_B")->value *
                                      look (trajectory, "osteoblast"),
                                  1e-9);
  g_assert_null (rankle_model_read_term (model, "osteocyte' 3"));
  g_assert_null (rankle_model_read_term (model, "osteocyte' 0"));
  g_assert_null (rankle_model_read_term (model, "osteocyte'"));
  g_assert_null (rankle_model_read_term (model, "no_such_thing"));
  g_assert_null (rankle_model_read_term (model, "kon"));
}

/* A reaction's rate is an amount in time: its term in a concentration's equation is not.
 */
static void
test_words (void)
{
  g_autoptr (RankleTrajectory) trajectory = run ("rankle", NULL, 0);
  g_autoptr (RankleTerm) term = read_term (trajectory, "OPG_binding");
  g_autofree char *formula = rankle_term_formula_in_words (term);
  g_autofree char *value = rankle_term_value_in_words (term, trajectory, trajectory, AT);
  g_autofree char *names = rankle_term_names_in_words (term, trajectory, AT);

  g_assert_cmpstr (formula, ==, "kon × (RANKL × OPG − KD_OPG × RANKL_OPG)");
  g_assert_cmpstr (value, ==, "0.0804\302\240pM/d, 0.0804\302\240pM/d at baseline");
  g_assert_nonnull (strstr (names, "KD_OPG\302\240=\302\2405.00\302\240pM"));
  g_assert_nonnull (strstr (names, "RANKL\302\240=\302\2400.400\302\240pM"));
}

/* What the sidecars bind, and what bears an id of the equations, is there in every
 * bundled model, and comes to a number; nothing is told of other arcs. */
static void
test_bundled (void)
{
  g_auto (GStrv) ids = rankle_catalog_list_models ();
  guint told = 0, silent = 0;

  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (RankleTrajectory) trajectory = run (*id, NULL, 0);
      RankleModel *model = rankle_trajectory_get_model (trajectory);
      g_autoptr (RankleDiagram) diagram = rankle_diagram_load_for (model, NULL);

      for (guint i = 0; diagram != NULL && i < rankle_diagram_get_n_arcs (diagram); i++)
        {
          g_autoptr (RankleTerm) term = rankle_term_read_for_arc (model, diagram, i);

          if (term == NULL)
            silent++;
          else
            told++;
          if (term != NULL)
            g_assert_true (isfinite (rankle_term_get_value_at (term, trajectory, 0)));
        }
    }
  g_assert_cmpuint (told, >, 60);
  g_assert_cmpuint (silent, >, 60);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/terms/rule", test_rule);
  g_test_add_func ("/terms/reactions-are-the-rate", test_reactions_are_the_rate);
  g_test_add_func ("/terms/summand", test_summand);
  g_test_add_func ("/terms/words", test_words);
  g_test_add_func ("/terms/bundled", test_bundled);
  return g_test_run ();
}
