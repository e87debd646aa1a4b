/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bundled regimens: each is taken by the models that have its drug, says where it comes
 * from, and is known again. */

#include <string.h>

#include "rankle-catalog.h"
#include "rankle-lanes-edit.h"
#include "rankle-regimen-use.h"
#include "rankle-study-therapy.h"

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
        int handle = rankle_lanes_find_handle (lanes, i,
                                               &(RankleHandle){ .time = 500, .dose = 1 });

        g_assert_true (rankle_regimen_find (lanes, i) == &regimens[2]);
        late = rankle_lanes_put (lanes, (guint)handle, 3, 120, FALSE);
        moved = rankle_lanes_new (late, model);
        g_assert_null (rankle_regimen_find (moved, i));
      }
  g_assert_nonnull (moved);
}

/* The regimen of that id. */
static const RankleRegimen *
find (const char *id)
{
  guint                n;
  const RankleRegimen *regimens = rankle_regimens_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (regimens[i].id, id))
      return &regimens[i];
  g_assert_not_reached ();
}

/* "denosumab_dose 0 60, ..." : each dose that is given. */
static char *
write_doses (const RankleScenario *scenario, RankleModel *model)
{
  g_autoptr (RankleLanes) lanes = rankle_lanes_new (scenario, model);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lanes->handles->len; i++)
    {
      const RankleHandle *handle = rankle_lanes_get_handle (lanes, i);

      if (!handle->missed)
        g_string_append_printf (text, "%s %g %g, ",
                                rankle_lanes_get (lanes, handle->lane)->id, handle->time,
                                handle->amount);
    }
  return g_string_free (text, FALSE);
}

/* Dose 3 of denosumab and all behind it give way to the other drug; a dose before that is
 * late beyond it is not given either, nor one that stands alone. */
static void
test_switch (void)
{
  static const RankleTreatmentStep series = { .kind = RANKLE_TREATMENT_DOSE,
                                              .target = RANKLE_TARGET_CONTROL,
                                              .id = (char *)"denosumab_dose",
                                              .value = 60,
                                              .interval = 182.5,
                                              .count = 6 };
  static const RankleTreatmentStep alone = { .kind = RANKLE_TREATMENT_DOSE,
                                             .target = RANKLE_TARGET_CONTROL,
                                             .id = (char *)"denosumab_dose",
                                             .value = 120,
                                             .time = 900,
                                             .count = 1 };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) late = NULL;
  g_autoptr (RankleScenario) third = NULL;
  g_autoptr (RankleScenario) first = NULL;
  g_autoptr (RankleLanes) as_planned = NULL;
  g_autoptr (RankleLanes) lanes = NULL;
  g_autofree char *doses = NULL;
  g_autofree char *all = NULL;

  rankle_scenario_set_horizon (scenario, 3650);
  rankle_scenario_set_control (scenario, "opg_fc_dose", 100);
  rankle_scenario_add_step (scenario, &series);
  rankle_scenario_add_step (scenario, &alone);
  as_planned = rankle_lanes_new (scenario, model);
  late = rankle_lanes_put (as_planned, 1, 400, 60, FALSE);
  lanes = rankle_lanes_new (late, model);
  g_assert_cmpfloat (rankle_lanes_get_handle (lanes, 1)->time, ==, 365);
  third = rankle_regimen_follow (find ("opg-fc-once"), lanes, 1);
  doses = write_doses (third, model);
  g_assert_cmpstr (doses, ==,
                   "denosumab_dose 0 60, opg_fc_dose 0 100, opg_fc_dose 365 210, ");
  first = rankle_regimen_follow (find ("opg-fc-once"), lanes, 0);
  all = write_doses (first, model);
  g_assert_cmpstr (all, ==, "opg_fc_dose 0 210, ");
}

/* Only another drug that the model has can follow, and only a dose. */
static void
test_can_follow (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleModel) peterson = rankle_catalog_load ("peterson-riggs-2012", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleLanes) lanes = NULL;
  g_autoptr (RankleLanes) others = NULL;

  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_scenario_change_control (scenario, "estrogen", 0.2, 365);
  lanes = rankle_lanes_new (scenario, model);
  others = rankle_lanes_new (scenario, peterson);
  g_assert_true (rankle_regimen_can_follow (find ("opg-fc-once"), lanes, 2));
  g_assert_false (rankle_regimen_can_follow (find ("denosumab-120"), lanes, 2));
  g_assert_false (rankle_regimen_can_follow (find ("teriparatide-daily"), lanes, 2));
  g_assert_false (rankle_regimen_can_follow (find ("opg-fc-once"), lanes, 6));
  g_assert_true (rankle_regimen_can_follow (find ("teriparatide-daily"), others, 2));
}

/* It is one step of undo, with words. */
static void
test_switch_is_one_step (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleStudy) study = rankle_study_new ();
  g_autoptr (RankleLanes) lanes = NULL;
  g_autoptr (RankleScenario) before = NULL;

  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_study_set_question (study, model, scenario);
  before = rankle_scenario_ref (rankle_study_get_scenario (study));
  lanes = rankle_lanes_new (before, model);
  rankle_study_switch_therapy (study, lanes, 3, find ("opg-fc-once"));
  g_assert_cmpstr (rankle_study_get_undo_label (study), ==,
                   "Denosumab gives way to OPG-Fc at dose 4");
  g_assert_cmpfloat (rankle_study_get_control (study, "denosumab_count"), ==, 3);
  g_assert_cmpfloat (rankle_study_get_control (study, "opg_fc_dose"), ==, 210);
  rankle_study_undo (study);
  g_assert_true (rankle_scenario_equal (rankle_study_get_scenario (study), before));
  g_assert_false (rankle_study_can_undo (study));
  rankle_study_close (study);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/regimens/bundled", test_bundled);
  g_test_add_func ("/regimens/give", test_give);
  g_test_add_func ("/regimens/switch", test_switch);
  g_test_add_func ("/regimens/can-follow", test_can_follow);
  g_test_add_func ("/regimens/switch-is-one-step", test_switch_is_one_step);
  return g_test_run ();
}
