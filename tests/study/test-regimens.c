/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bundled regimens: each is taken by the models that have its drug, says where it comes
 * from, and is known again. */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-lanes-edit.h"
#include "rankle-regimen-use.h"

static void
check_given (const RankleRegimen *regimen, RankleModel *model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleLanes) nothing = rankle_lanes_new (scenario, model);
  g_autoptr (RankleScenario) given = rankle_regimen_give (regimen, nothing, 100);
  g_autoptr (RankleLanes) lanes = rankle_lanes_new (given, model);
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (model);

  g_assert_true (rankle_scenario_apply (given, protocol, TRUE, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lanes->lanes->len, ==, 1);
  g_assert_cmpfloat (rankle_regimen_find_start (regimen, lanes, 0), ==, 100);
  g_assert_true (rankle_regimen_find (lanes, 0) == regimen);
  for (guint i = 0; i < regimen->n_doses; i++)
    g_assert_cmpfloat (regimen->doses[i].amount, <=,
                       rankle_regimen_find_control (regimen, model)->max);
}

static void
test_bundled (void)
{
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);
  g_auto (GStrv) models = rankle_catalog_list_models ();

  g_assert_cmpuint (n, >=, 4);
  for (guint i = 0; i < n; i++)
    {
      guint n_models = 0;

      g_assert_true (!regimens[i].recalled ||
                     strstr (regimens[i].sentence, "recalled") != NULL);
      for (char **id = models; *id != NULL; id++)
        {
          g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);

          if (rankle_regimen_find_control (&regimens[i], model) == NULL)
            continue;
          check_given (&regimens[i], model);
          n_models++;
        }
      g_test_message ("%s: %u models", regimens[i].id, n_models);
      g_assert_cmpuint (n_models, >, 0);
    }
}

/* It takes the place of all doses of its drug, and of no other's; a late dose is no dose
 * of it any more. */
static void
test_give (void)
{
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) given = NULL;
  g_autoptr (RankleScenario) late = NULL;
  g_autoptr (RankleLanes) before = NULL;
  g_autoptr (RankleLanes) lanes = NULL;
  g_autoptr (RankleLanes) moved = NULL;

  rankle_scenario_set_control (scenario, "denosumab_dose", 100);
  rankle_scenario_set_control (scenario, "denosumab_start", 50);
  rankle_scenario_set_control (scenario, "opg_fc_dose", 200);
  before = rankle_lanes_new (scenario, model);
  g_assert_cmpuint (before->handles->len, ==, 7);
  g_assert_null (rankle_regimen_find (before, 0));
  given = rankle_regimen_give (&regimens[2], before,
                               rankle_regimen_find_start (&regimens[2], before, 0));
  lanes = rankle_lanes_new (given, model);
  g_assert_cmpuint (lanes->handles->len, ==, 16);
  for (guint i = 0; i < lanes->lanes->len; i++)
    if (g_str_equal (rankle_lanes_get (lanes, i)->id, "denosumab_dose"))
      {
        int handle = rankle_lanes_find_handle (lanes, i, 500, 1);

        g_assert_true (rankle_regimen_find (lanes, i) == &regimens[2]);
        late = rankle_lanes_put (lanes, (guint)handle, 3, 120, FALSE);
        moved = rankle_lanes_new (late, model);
        g_assert_null (rankle_regimen_find (moved, i));
      }
  g_assert_nonnull (moved);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regimens/bundled", test_bundled);
  g_test_add_func ("/regimens/give", test_give);
  return g_test_run ();
}
