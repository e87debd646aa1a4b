/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-catalog.h"
#include "rankle-handle-words.h"
#include "rankle-lanes-edit.h"

#define MONTH (365.0 / 12)

/* 60 mg every six months from year 11 on, dose 4 three months late, dose 5 missed, and
 * two things more. */
static RankleScenario *
make_scenario (void)
{
  static const RankleDoseException own[] = { { 4, FALSE, 3 * MONTH, FALSE, 0 },
                                             { 5, TRUE, 0, FALSE, 0 } };
  static const RankleTreatmentStep series = { .kind = RANKLE_TREATMENT_DOSE,
                                              .target = RANKLE_TARGET_CONTROL,
                                              .id = (char *)"denosumab_dose",
                                              .value = 60,
                                              .time = 11 * 365,
                                              .interval = 182.5,
                                              .count = 6,
                                              .exceptions = own,
                                              .n_exceptions = 2 };
  static const RankleTreatmentStep infusion = { .kind = RANKLE_TREATMENT_INFUSION,
                                                .target = RANKLE_TARGET_STATE,
                                                .id = (char *)"denosumab_depot",
                                                .value = 0.5,
                                                .time = 365,
                                                .until = 730 };
  RankleScenario                  *scenario = rankle_scenario_new ("a", "A", "");

  rankle_scenario_add_step (scenario, &series);
  rankle_scenario_add_step (scenario, &infusion);
  rankle_scenario_change_control (scenario, "estrogen", 0.2, 4 * 365);
  rankle_scenario_set_control (scenario, "menopause", 2);
  rankle_scenario_set_horizon (scenario, 20 * 365);
  return scenario;
}

static void
test_words (void)
{
  static const struct
  {
    const char *words, *described;
  } expected[] = {
    { "60 mg at 11 years", "Denosumab, dose 1 of 6: 60 mg at 11 years" },
    { "60 mg, 6 months after dose 1",
      "Denosumab, dose 2 of 6: 60 mg, 6 months after dose 1, at 11 years 6 months" },
    { "60 mg, 6 months after dose 2",
      "Denosumab, dose 3 of 6: 60 mg, 6 months after dose 2, at 12 years" },
    { "60 mg, 9 months after dose 3",
      "Denosumab, dose 4 of 6: 60 mg, 9 months after dose 3, at 12 years 9 months, late "
      "by 3 months" },
    { "Dose 5 missed, at 13 years",
      "Denosumab, dose 5 of 6: Dose 5 missed, at 13 years" },
    { "60 mg, 9 months after dose 4",
      "Denosumab, dose 6 of 6: 60 mg, 9 months after dose 4, at 13 years 6 months" },
    { NULL, NULL },
    { "Denosumab at the injection site until 2 years, 1 year in all",
      "Denosumab at the injection site until 2 years, 1 year in all" },
    { "Estrogen 20 % from 4 years on", "Estrogen 20 % from 4 years on" },
    { "Menopause at 2 years", "Menopause at 2 years" },
  };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = make_scenario ();
  g_autoptr (RankleLanes) lanes = rankle_lanes_new (scenario, model);

  g_assert_cmpuint (lanes->handles->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < lanes->handles->len; i++)
    {
      g_autofree char *words = rankle_handle_in_words (lanes, i);
      g_autofree char *described = rankle_handle_described (lanes, i);

      if (expected[i].words == NULL)
        {
          g_assert_true (g_str_has_suffix (words, "0.5 from 1 year to 2 years"));
          continue;
        }
      g_assert_cmpstr (words, ==, expected[i].words);
      g_assert_cmpstr (described, ==, expected[i].described);
    }
}

/* One that stands alone counts from whatever was given before it. */
static void
test_single (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = make_scenario ();
  g_autoptr (RankleLanes) lanes = rankle_lanes_new (scenario, model);
  const RankleControl *control = rankle_model_find_control (model, "denosumab_dose");
  g_autoptr (RankleScenario) added =
      rankle_lanes_add_dose (lanes, control, 11 * 365 + 2 * MONTH, 30);
  g_autoptr (RankleLanes) more = rankle_lanes_new (added, model);
  g_autofree char *words = rankle_handle_in_words (more, 1);

  g_assert_cmpstr (words, ==, "30 mg, 2 months after the dose before");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handle-words/words", test_words);
  g_test_add_func ("/handle-words/single", test_single);
  return g_test_run ();
}
