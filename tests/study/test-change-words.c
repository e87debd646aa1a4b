/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-catalog.h"
#include "rankle-change-words.h"
#include "rankle-control-words.h"
#include "toy-model.h"

typedef struct
{
  const char *control;
  double      value;
} Setting;

static RankleScenario *
make_scenario (const char *title, const Setting *settings)
{
  RankleScenario *scenario = rankle_scenario_new (title, title, "");

  for (; settings->control != NULL; settings++)
    rankle_scenario_set_control (scenario, settings->control, settings->value);
  return scenario;
}

static RankleModel *
load (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

/* ---- what was changed ---- */

static void
test_changes (void)
{
  static const struct
  {
    const char *model;
    Setting     given[4], present[7];
    const char *words; /* NULL: no difference */
  } table[] = {
    { "rankle", { { 0 } }, { { "opg", 5.278 } }, "OPG × 5.3" },
    { "rankle", { { 0 } }, { { "opg", 0 } }, "OPG off" },
    { "rankle", { { "opg", 2 } }, { { "opg", 1 } }, "OPG × 1" },
    { "rankle", { { "opg", 2 } }, { { 0 } }, "OPG × 1" },
    { "rankle", { { "opg", 2 } }, { { "opg", 2 } }, NULL },
    { "rankle", { { 0 } }, { { "opg", 1 } }, NULL },
    { "rankle", { { 0 } }, { { "estrogen", 0.4 } }, "Estrogen 40 %" },
    { "rankle", { { 0 } }, { { "menopause", 4 } }, "Menopause at 4 years" },
    { "rankle", { { "menopause", 4 } }, { { 0 } }, "Menopause never" },
    { "rankle", { { 0 } }, { { "ageing", 1 } }, "Ageing on" },
    { "rankle", { { 0 } }, { { "rankl_gene", 0 } }, "RANKL knocked out" },
    { "rankle", { { "rankl_gene", 0 } }, { { 0 } }, "RANKL restored" },
    { "rankle",
      { { 0 } },
      { { "opg", 2 }, { "rankl", 3 }, { "pth", 2 }, { "estrogen", 0.5 } },
      "RANKL × 3, OPG × 2 and 2 more" },
    { "rankle",
      { { 0 } },
      { { "denosumab_dose", 60 } },
      "Denosumab 60 mg every 6 months × 6" },
    { "rankle",
      { { "denosumab_dose", 60 } },
      { { "denosumab_dose", 60 }, { "denosumab_start", 365 } },
      "Denosumab 60 mg every 6 months × 6, first after 1 year" },
    { "rankle", { { "denosumab_dose", 60 } }, { { 0 } }, "Denosumab: no dose" },
    { "rankle",
      { { "denosumab_dose", 60 } },
      { { "denosumab_dose", 60 }, { "denosumab_count", 0 } },
      "Denosumab: no dose" },
    /* Nothing is given, however often. */
    { "rankle", { { 0 } }, { { "denosumab_interval", 100 } }, NULL },
    { "rankle", { { 0 } }, { { "opg_fc_dose", 200 } }, "OPG-Fc 200 mg once" },
    { "rankle",
      { { "opg_fc_dose", 200 } },
      { { "opg_fc_dose", 200 }, { "opg_fc_interval", 7 } },
      NULL },
    { "peterson-riggs-2012",
      { { 0 } },
      { { "teriparatide_dose", 20 }, { "teriparatide_count", 365 } },
      "Teriparatide 20 µg every day × 365" },
    /* What the model has not changes nothing of it. */
    { "joerg-2022", { { 0 } }, { { "opg", 2 } }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleModel) model = load (table[i].model);
      g_autoptr (RankleScenario) given = make_scenario ("A", table[i].given);
      g_autoptr (RankleScenario) present = make_scenario ("A", table[i].present);
      g_autofree char *words = rankle_changes_in_words (given, present, model, 2);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* ---- doses that are not as planned ---- */

static RankleScenario *
make_treated (double interval, const RankleDoseException *exceptions, guint n)
{
  RankleScenario     *scenario = rankle_scenario_new ("A", "A", "");
  RankleTreatmentStep step = { .kind = RANKLE_TREATMENT_DOSE,
                               .target = RANKLE_TARGET_CONTROL,
                               .id = (char *)"denosumab_dose",
                               .value = 60,
                               .interval = interval,
                               .count = 6,
                               .exceptions = exceptions,
                               .n_exceptions = n };

  rankle_scenario_add_step (scenario, &step);
  return scenario;
}

#define MONTH (365.0 / 12)

/* One that was changed is named; of more the series is told, with its exceptions. */
static void
test_exceptions (void)
{
  static const struct
  {
    guint               n_given, n_present;
    RankleDoseException given[1], present[5];
    const char         *words;
  } table[] = {
    { 0,
      1,
      { { 0 } },
      { { 4, FALSE, 3 * MONTH, FALSE, 0 } },
      "Dose 4 of Denosumab, 3 months later" },
    { 1,
      1,
      { { 4, FALSE, 9 * MONTH, FALSE, 0 } },
      { { 4, FALSE, 3 * MONTH, FALSE, 0 } },
      "Dose 4 of Denosumab, 6 months earlier" },
    { 0, 1, { { 0 } }, { { 5, TRUE, 0, FALSE, 0 } }, "Dose 5 of Denosumab missed" },
    { 1, 0, { { 5, TRUE, 0, FALSE, 0 } }, { { 0 } }, "Dose 5 of Denosumab as planned" },
    { 0, 1, { { 0 } }, { { 6, FALSE, 0, TRUE, 30 } }, "Dose 6 of Denosumab: 30 mg" },
    { 1, 1, { { 6, FALSE, 0, TRUE, 30 } }, { { 6, FALSE, 0, TRUE, 30 } }, NULL },
    { 0,
      2,
      { { 0 } },
      { { 4, FALSE, 3 * MONTH, FALSE, 0 }, { 5, TRUE, 0, FALSE, 0 } },
      "Denosumab 60 mg every 6 months × 6, dose 4 late by 3 months, dose 5 missed" },
    { 0,
      5,
      { { 0 } },
      { { 1, FALSE, 10, TRUE, 120 },
        { 2, FALSE, -10, FALSE, 0 },
        { 3, TRUE, 0, FALSE, 0 },
        { 4, TRUE, 0, FALSE, 0 },
        { 5, TRUE, 0, FALSE, 0 } },
      "Denosumab 60 mg every 6 months × 6, dose 1 of 120 mg, dose 1 late by 10 days, "
      "dose 2 early by 10 days, dose 3 missed, 2 more doses not as planned" },
  };
  g_autoptr (RankleModel) model = load ("rankle");

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleScenario) given =
          make_treated (182.5, table[i].given, table[i].n_given);
      g_autoptr (RankleScenario) present =
          make_treated (182.5, table[i].present, table[i].n_present);
      g_autofree char *words = rankle_changes_in_words (given, present, model, 2);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

/* Of a drug's doses beside its series, and of what changes in the course of the run. */
static void
test_single_doses (void)
{
  static const RankleTreatmentStep dose = { .kind = RANKLE_TREATMENT_DOSE,
                                            .target = RANKLE_TARGET_CONTROL,
                                            .id = (char *)"denosumab_dose",
                                            .value = 30,
                                            .time = 3 * MONTH,
                                            .count = 1 };
  g_autoptr (RankleModel) model = load ("rankle");
  g_autoptr (RankleScenario) given = make_treated (182.5, NULL, 0);
  g_autoptr (RankleScenario) present = make_treated (182.5, NULL, 0);
  g_autofree char *more = NULL;
  g_autofree char *fewer = NULL;
  g_autofree char *estrogen = NULL;

  rankle_scenario_add_step (present, &dose);
  more = rankle_changes_in_words (given, present, model, 2);
  g_assert_cmpstr (more, ==, "Denosumab 30 mg once, first after 3 months");
  fewer = rankle_changes_in_words (present, given, model, 2);
  g_assert_cmpstr (fewer, ==, "Denosumab: fewer doses");
  rankle_scenario_change_control (given, "estrogen", 0.2, 4 * 365);
  rankle_scenario_add_step (given, &dose);
  estrogen = rankle_changes_in_words (present, given, model, 2);
  g_assert_cmpstr (estrogen, ==, "Estrogen 20 % after 4 years");
}

/* A switch that is turned round is on where its control is off, and named after that. */
static void
test_reversed (void)
{
  g_autoptr (RankleModel) model = load ("rankle");
  const RankleControl *gene = rankle_model_find_control (model, "rankl_gene");
  const RankleControl *ageing = rankle_model_find_control (model, "ageing");

  g_assert_cmpstr (rankle_control_get_title (gene), ==, "Knock out RANKL");
  g_assert_false (rankle_control_is_shown_on (gene, gene->neutral));
  g_assert_true (rankle_control_is_shown_on (gene, 0));
  g_assert_cmpfloat (rankle_control_get_shown (gene, TRUE), ==, 0);
  g_assert_cmpfloat (rankle_control_get_shown (gene, FALSE), ==, 1);
  g_assert_cmpstr (rankle_control_get_title (ageing), ==, "Ageing");
  g_assert_false (rankle_control_is_shown_on (ageing, 0));
  g_assert_cmpfloat (rankle_control_get_shown (ageing, TRUE), ==, 1);
}

/* No bundled switch is on unless somebody has switched it on. */
static void
test_switches_are_off (void)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  guint n = 0;

  for (char **id = models; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = load (*id);

      for (guint i = 0; i < rankle_model_get_n_controls (model); i++)
        {
          const RankleControl *control = rankle_model_get_control (model, i);

          if (control->absent != NULL || !control->is_switch)
            continue;
          g_test_message ("%s %s", *id, control->id);
          g_assert_false (rankle_control_is_shown_on (control, control->neutral));
          n++;
        }
    }
  g_assert_cmpuint (n, >=, 16);
}

/* What a file or a command line asks beyond the controls. */
static void
test_beyond_controls (void)
{
  g_autoptr (RankleModel) model = toy_model_new ();
  g_autoptr (RankleScenario) given = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleScenario) present = rankle_scenario_copy (given);
  g_autoptr (GPtrArray) words = NULL;

  rankle_scenario_set_parameter (present, "boom", 0.5);
  rankle_scenario_scale_parameter (present, "filling", 3);
  rankle_scenario_change_control (present, "filling", 2, 10);
  rankle_scenario_set_horizon (present, 20);
  words = rankle_changes_list (given, present, model);
  g_assert_cmpuint (words->len, ==, 4);
  g_assert_cmpstr (words->pdata[0], ==, "boom 0.5");
  g_assert_cmpstr (words->pdata[1], ==, "filling × 3");
  g_assert_cmpstr (words->pdata[2], ==, "Filling 2 x after 10 days");
  g_assert_cmpstr (words->pdata[3], ==, "for 20 days");
}

/* ---- steps of undo ---- */

static void
assert_step (RankleSession *before, RankleSession *after, const char *words)
{
  g_autofree char *said = rankle_step_in_words (before, after);

  g_assert_cmpstr (said, ==, words);
}

static void
test_steps (void)
{
  g_autoptr (RankleModel) model = load ("rankle");
  g_autoptr (RankleModel) other = load ("lemaire-2004");
  g_autoptr (RankleScenario) healthy = make_scenario ("Healthy", (Setting[]){ { 0 } });
  g_autoptr (RankleScenario) doubled =
      make_scenario ("Doubled", (Setting[]){ { "opg", 2 }, { 0 } });
  g_autoptr (RankleScenario) both =
      make_scenario ("Healthy", (Setting[]){ { "opg", 2 }, { "rankl", 0.5 }, { 0 } });
  g_autoptr (RankleScenario) one =
      make_scenario ("Healthy", (Setting[]){ { "opg", 2 }, { 0 } });
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);
  g_autoptr (RankleSession) given = rankle_session_with_scenario (opened, healthy);
  g_autoptr (RankleSession) changed = rankle_session_with_changed (given, both);
  g_autoptr (RankleSession) less = rankle_session_with_changed (given, one);
  g_autoptr (RankleSession) chosen = rankle_session_with_scenario (changed, doubled);
  g_autoptr (RankleSession) moved = rankle_session_with_model (changed, other);
  g_autoptr (RankleSession) asked = rankle_session_with_model (chosen, other);
  g_autofree char *words = rankle_session_changes_in_words (changed, 5);

  g_assert_cmpstr (words, ==, "RANKL × 0.5, OPG × 2");
  assert_step (given, less, "OPG × 2");
  assert_step (given, changed, "RANKL × 0.5 and 1 more");
  assert_step (changed, less, "RANKL reset");
  assert_step (less, given, "OPG reset");
  assert_step (changed, given, "Back to Healthy");
  assert_step (changed, chosen, "Doubled");
  assert_step (changed, moved, "Lemaire 2004: osteoblasts and osteoclasts");
  assert_step (changed, asked, "Doubled");
  assert_step (given, given, NULL);
  assert_step (given, nothing, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-words/exceptions", test_exceptions);
  g_test_add_func ("/change-words/single-doses", test_single_doses);
  g_test_add_func ("/change-words/reversed", test_reversed);
  g_test_add_func ("/change-words/switches-are-off", test_switches_are_off);
  g_test_add_func ("/change-words/changes", test_changes);
  g_test_add_func ("/change-words/beyond-controls", test_beyond_controls);
  g_test_add_func ("/change-words/steps", test_steps);
  return g_test_run ();
}
