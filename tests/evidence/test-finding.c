/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of the evidence is held against a run, where it stands among the curve's values,
 * and what is said of it. */

#include <math.h>

#include "rankle-catalog.h"
#include "rankle-finding-words.h"
#include "rankle-integrator.h"
#include "rankle-model-file.h"
#include "rankle-scenario-file.h"
#include "toy-evidence.h"
#include "toy-model.h"

typedef struct
{
  RankleModel    *model;
  RankleEvidence *evidence;
  RankleFinder   *finder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer rows)
{
  f->model = toy_model_new ();
  f->evidence = toy_evidence_new (rows != NULL ? rows : toy_rows);
  f->finder = rankle_finder_new (f->evidence, f->model);
}

static void
tear_down (Fixture *f, gconstpointer rows)
{
  rankle_finder_free (f->finder);
  rankle_evidence_unref (f->evidence);
  rankle_model_unref (f->model);
}

/* (transfer full): what is found beside a run of @scenario until @end. */
static GArray *
find (Fixture *f, RankleScenario *scenario, double end)
{
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleProtocol) protocol = rankle_protocol_new (f->model);
  g_autoptr (RankleTrajectory) trajectory = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (rankle_scenario_apply (scenario, protocol, FALSE, NULL));
  rankle_protocol_set_every (protocol, end, 0.1);
  rankle_protocol_seal (protocol);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return rankle_finder_list (f->finder, trajectory);
}

/* (transfer full): the controls named, up to a NULL. */
static RankleScenario *
ask (const char *control, ...)
{
  RankleScenario *scenario = rankle_scenario_new ("asked", "Asked", NULL);
  va_list         arguments;

  va_start (arguments, control);
  for (; control != NULL; control = va_arg (arguments, const char *))
    rankle_scenario_set_control (scenario, control, va_arg (arguments, double));
  va_end (arguments);
  return scenario;
}

static const RankleFinding *
get (GArray *findings, guint i)
{
  g_assert_cmpuint (i, <, findings->len);
  return &g_array_index (findings, RankleFinding, i);
}

/* ---- where it stands ---- */

/* The pool goes from 2 to 6, as 6 - 4 exp (-t). */
static void
test_values (Fixture *f, gconstpointer data)
{
  const double at_5 = 6 - 4 * exp (-5);
  const struct
  {
    double   from, to, value, low, high, modelled;
    gboolean within;
  } table[] = {
    { 10, 10, 6, 5, 7, 6, TRUE },
    { 12, 12, 5, 4, 6, 200, TRUE },
    { 14, 14, 2 * at_5, 1.5 * at_5, 3 * at_5, 6 / at_5, FALSE },
    { 5, 20, 6, 5, 7, 6, TRUE },
    { 0, 30, NAN, NAN, NAN, 30, TRUE },
  };
  g_autoptr (RankleScenario) scenario = ask ("filling", 3.0, NULL);
  g_autoptr (GArray) findings = find (f, scenario, 40);

  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const RankleFinding *finding = get (findings, i);
      const double         found[] = { finding->value, finding->low, finding->high };
      const double         wanted[] = { table[i].value, table[i].low, table[i].high };

      g_assert_cmpint ((int)finding->column, ==,
                       rankle_model_find_column (f->model, "pool"));
      g_assert_cmpfloat_with_epsilon (finding->from, table[i].from, 1e-9);
      g_assert_cmpfloat_with_epsilon (finding->to, table[i].to, 1e-9);
      for (guint k = 0; k < 3; k++)
        if (isnan (wanted[k]))
          g_assert_true (isnan (found[k]));
        else
          g_assert_cmpfloat_with_epsilon (found[k], wanted[k], 1e-3);
      if (i < 4)
        {
          g_assert_cmpfloat_with_epsilon (finding->modelled, table[i].modelled, 0.01);
          g_assert_cmpint (finding->within, ==, table[i].within);
        }
      g_assert_false (finding->fitted || finding->predicted);
    }
}

/* ---- what belongs to a run ---- */

static void
test_only_while_it_agrees (Fixture *f, gconstpointer data)
{
  const struct
  {
    double dose, interval, count;
    guint  n;
  } table[] = {
    { 2, 1, 4, 3 }, /* the arm itself */
    { 2, 1, 9, 3 }, /* one more after all of it */
    { 2, 1, 3, 3 }, /* the fourth dose would come after the last row */
    { 2, 1, 2, 2 }, /* the third does not come at 14: before it all is the same */
    { 2, 1, 1, 1 }, { 2, 2, 4, 1 }, { 3, 1, 4, 0 }, { 0, 1, 4, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (RankleScenario) scenario =
          ask ("dose", table[i].dose, "interval", table[i].interval, "count",
               table[i].count, NULL);
      g_autoptr (GArray) findings = find (f, scenario, 40);

      g_assert_cmpuint (findings->len, ==, table[i].n);
    }
}

static void
test_other_settings (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleScenario) neutral = ask (NULL, NULL);
  g_autoptr (RankleScenario) other = ask ("filling", 3.001, NULL);
  g_autoptr (RankleScenario) both = ask ("filling", 3.0, "dose", 2.0, NULL);
  g_autoptr (RankleScenario) by_value = ask ("filling", 3.0, NULL);
  g_autoptr (RankleScenario) later = ask ("filling", 3.0, NULL);
  g_autoptr (GArray) of_neutral = find (f, neutral, 40);
  g_autoptr (GArray) of_other = find (f, other, 40);
  g_autoptr (GArray) of_both = find (f, both, 40);
  g_autoptr (GArray) of_value = NULL;
  g_autoptr (GArray) of_later = NULL;

  g_assert_cmpuint (of_neutral->len, ==, 0);
  g_assert_cmpuint (of_other->len, ==, 0);
  g_assert_cmpuint (of_both->len, ==, 0);
  /* A default that is asked for by its value. */
  rankle_scenario_set_parameter (by_value, "boom", 0);
  of_value = find (f, by_value, 40);
  g_assert_cmpuint (of_value->len, ==, 5);
  rankle_scenario_change_control (later, "filling", 1, 13);
  of_later = find (f, later, 40);
  g_assert_cmpuint (of_later->len, ==, 2);
}

/* What the run does not reach is not held against it. */
static void
test_only_as_far_as_the_run (Fixture *f, gconstpointer data)
{
  g_autoptr (RankleScenario) scenario = ask ("filling", 3.0, NULL);
  g_autoptr (GArray) short_run = find (f, scenario, 12);
  g_autoptr (GArray) shorter = find (f, scenario, 9);

  g_assert_cmpuint (short_run->len, ==, 2);
  g_assert_cmpuint (shorter->len, ==, 0);
}

/* A model without the control that an arm moves has none of its rows, whatever runs. */
static void
test_model_without_it (void)
{
  Fixture f = { .model = rankle_model_new_from_antimony (
                    "pool = 2; inflow = 2; pool' = inflow - pool\n"
                    "unit time_unit = 86400 second\n",
                    -1, "other.ant", NULL, NULL),
                .evidence = toy_evidence_new (toy_rows) };
  g_autoptr (RankleScenario) scenario = ask ("filling", 3.0, NULL);
  g_autoptr (GArray) findings = NULL;

  f.finder = rankle_finder_new (f.evidence, f.model);
  findings = find (&f, scenario, 40);
  g_assert_cmpuint (findings->len, ==, 0);
  tear_down (&f, NULL);
}

/* observable = factor × column + offset, undone; a negative factor turns the spread
 * round. */
static RankleModel *
make_model_with_observable (const char *entry)
{
  GString     *sidecar = g_string_new (toy_sidecar);
  GError      *error = NULL;
  RankleModel *model;

  g_string_truncate (sidecar, (gsize)(strrchr (sidecar->str, '}') - sidecar->str));
  g_string_append_printf (sidecar, ", \"evidence\": { \"POOL\": %s } }", entry);
  model = rankle_model_new_from_antimony (toy_text, -1, "toy.ant", sidecar->str, &error);
  g_assert_no_error (error);
  g_string_free (sidecar, TRUE);
  return model;
}

static void
test_observable (void)
{
  static const struct
  {
    const char *entry, *row;
    double      value, low, high, modelled;
  } table[] = {
    { "{ \"column\": \"pool\", \"factor\": -2, \"offset\": 100 }", "value,0,10,90,88,94",
      5, 3, 6, 88 },
    { "{ \"column\": \"pool\", \"relative\": true }", "value,0,10,250,200,350", 5, 4, 7,
      300 },
    { "{ \"column\": \"pool\", \"relative\": true }", "change,0,10,150,100,250", 5, 4, 7,
      200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *rows =
          g_strconcat ("study,arm,observable,measure,since,time,value,low,high,unit,"
                       "citation,grade,use,note\ntoy,filled,POOL,",
                       table[i].row, ",x,Toy 2000,seen,fit,\n", NULL);
      Fixture f = { .model = make_model_with_observable (table[i].entry),
                    .evidence = toy_evidence_new (rows) };
      g_autoptr (RankleScenario) scenario = ask ("filling", 3.0, NULL);
      g_autoptr (GArray) findings = NULL;

      f.finder = rankle_finder_new (f.evidence, f.model);
      findings = find (&f, scenario, 40);
      g_assert_cmpfloat_with_epsilon (get (findings, 0)->value, table[i].value, 1e-9);
      g_assert_cmpfloat_with_epsilon (get (findings, 0)->low, table[i].low, 1e-9);
      g_assert_cmpfloat_with_epsilon (get (findings, 0)->high, table[i].high, 1e-9);
      g_assert_cmpfloat_with_epsilon (get (findings, 0)->modelled, table[i].modelled,
                                      0.05);
      tear_down (&f, NULL);
    }
}

/* A system is held against studies of its own scenario, and no other model is. */
static void
test_system (void)
{
  Fixture f = { .model = rankle_catalog_load ("arthritis", NULL),
                .evidence = rankle_evidence_file_load (NULL, NULL) };
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_load ("arthritis-active", NULL, NULL);
  g_autoptr (GArray) findings = NULL;
  const RankleFinding *finding;

  f.finder = rankle_finder_new (f.evidence, f.model);
  findings = find (&f, scenario, 1460);
  g_assert_cmpuint (findings->len, ==, 1);
  finding = get (findings, 0);
  g_assert_cmpstr (finding->row->study, ==, "cohen-2008");
  g_assert_true (finding->by_hand && finding->within);
  g_assert_false (finding->fitted || finding->predicted);
  g_assert_cmpfloat_with_epsilon (finding->high - finding->low, 0.7, 1e-9);
  g_assert_cmpfloat_with_epsilon (finding->value - finding->low, 0.35, 1e-9);
  tear_down (&f, NULL);
}

/* ---- words ---- */

static void
test_days (void)
{
  static const struct
  {
    double      days;
    const char *words;
  } table[] = {
    { 0, "0 days" },
    { 1, "1 day" },
    { 3, "3 days" },
    { 6.9, "6.9 days" },
    { 30, "30 days" },
    { 100, "100 days" },
    { 182, "6 months" },
    { 182.5, "6 months" },
    { 365, "1 year" },
    { 400, "400 days" },
    { 547, "1 year 6 months" },
    { 730, "2 years" },
    { 1094, "3 years" },
    { 1240, "3 years 5 months" },
    { 2556.75, "7 years" },
    { 3652.5, "10 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *words = rankle_days_in_words (table[i].days);

      g_assert_cmpstr (words, ==, table[i].words);
    }
}

static void
test_words (Fixture *f, gconstpointer data)
{
  static const char *const table[] = {
    "pool\nAfter 10 days: 6 × (5 to 7)\nModelled: 6 ×, within that range\nToy 2000",
    "pool\nAfter 12 days: +150 % (+100 to +200)\nModelled: +200 %, within that "
    "range\nToy 2001",
    "pool\nFrom 5 days to 14 days: 2 × (1.5 to 3)\nModelled: 1 ×, outside that "
    "range\nRecalled, not seen: Toy 2002",
    "pool\nHighest from 5 days to 20 days: 6 × (5 to 7)\nModelled: 6 ×, within that "
    "range\nToy 2003",
  };
  g_autoptr (RankleScenario) scenario = ask ("filling", 3.0, NULL);
  g_autoptr (GArray) findings = find (f, scenario, 40);

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autofree char *lines = rankle_finding_dup_lines (get (findings, i), f->model);
      g_autofree char *words = rankle_finding_dup_words (get (findings, i), f->model);

      g_assert_cmpstr (lines, ==, table[i]);
      g_assert_null (strchr (words, '\n'));
      g_assert_nonnull (strstr (words, "Modelled: "));
    }
}

/* What a number is called by what it is, by hand: signs, missing spreads, the fit. */
static void
test_words_of_all_kinds (Fixture *f, gconstpointer data)
{
  RankleEvidenceRow row = { .measure = RANKLE_MEASURE_CHANGE,
                            .time = 730,
                            .value = -72.04,
                            .low = NAN,
                            .high = NAN,
                            .unit = "%",
                            .citation = "JCEM 2021 (numbers recalled)",
                            .recalled = TRUE };
  RankleFinding     finding = { .row = &row, .modelled = -1e-9, .fitted = TRUE };
  g_autofree char  *observed = rankle_finding_dup_observed (&finding);
  g_autofree char  *modelled = rankle_finding_dup_modelled (&finding);
  g_autofree char  *source = rankle_finding_dup_source (&finding);
  g_autofree char  *predicted = NULL, *within = NULL, *time = NULL;
  g_autofree char  *by_hand = NULL, *people = NULL;
  RanklePerson      woman = { .age = 50, .sex = RANKLE_SEX_WOMAN };

  g_assert_cmpstr (observed, ==, "After 2 years: −72 %");
  g_assert_cmpstr (modelled, ==, "Modelled: 0 %; used in the fit");
  g_assert_cmpstr (source, ==, "Recalled, not seen: JCEM 2021 (numbers recalled)");
  finding.fitted = FALSE;
  finding.predicted = TRUE;
  row.low = row.high = row.value = 6.75;
  finding.modelled = NAN;
  row.measure = RANKLE_MEASURE_MAX;
  row.unit = "ug/mL";
  row.time = 100;
  predicted = rankle_finding_dup_modelled (&finding);
  within = rankle_finding_dup_observed (&finding);
  g_assert_cmpstr (predicted, ==, "Modelled: – µg/mL; predicted, not used in the fit");
  g_assert_cmpstr (within, ==, "Highest within 100 days: 6.75 µg/mL (6.75 to 6.75)");
  row.measure = RANKLE_MEASURE_DIFFERENCE;
  finding.predicted = FALSE;
  finding.by_hand = TRUE;
  finding.modelled = 1;
  by_hand = rankle_finding_dup_modelled (&finding);
  g_assert_cmpstr (by_hand, ==,
                   "Modelled: +1 µg/mL, outside that range; a size of the model was "
                   "set by it");
  finding.person = &woman;
  row.people = "women";
  row.assay = NULL;
  people = rankle_finding_dup_people (&finding);
  g_assert_cmpstr (people, ==, "Studied: women. In the model: A woman of 50");
  row.measure = RANKLE_MEASURE_TIME_OF_MAX;
  row.unit = "day";
  time = rankle_finding_dup_observed (&finding);
  g_assert_true (g_str_has_prefix (time, "Time of the highest value: 6.75 day"));
}

static const char several_rows[] =
    "study,arm,observable,measure,since,time,value,low,high,unit,citation,grade,use,note,"
    "against,spread,people,assay\n"
    "toy,filled,pool,value,0,10,6,5,7,x,Toy,seen,fit,,dosed,,mice,by eye\n"
    "toy,filled,pool,value,0,11,6,5,7,x,Toy,seen,fit,,,filling:0.5,,\n"
    "toy,filled,pool,value,0,12,6.5,,7,x,Toy,seen,fit,,,,,\n"
    "toy,filled,pool,change,0,13,100,50,,%,Toy,seen,fit,,,,,by eye\n"
    "toy,filled,pool,value,0,14,4,,5,x,Toy,seen,fit,,dosed,filling:0.5,,\n";

/* What is told of several runs is listed with the reason, and has no place; what has one
 * bound says which. */
static void
test_several (Fixture *f, gconstpointer data)
{
  static const char *const table[] = {
    "pool\nAfter 10 days: 6 × (5 to 7)\nTold against “Dosed”, not of one run alone\n"
    "Studied: mice; by eye\nToy",
    "pool\nAfter 11 days: 6 × (5 to 7)\nA mean of people who differ in “Filling”, not of "
    "one run alone\nToy",
    "pool\nAfter 12 days: at most 7 ×\nModelled: 6 ×, within that bound\nToy",
    "pool\nAfter 13 days: at least +50 %\nModelled: +200 %, within that bound\nStudied: "
    "by "
    "eye\nToy",
    "pool\nAfter 14 days: at most 5 ×\nTold against “Dosed”, as a mean of people who "
    "differ in “Filling”\nToy",
  };
  g_autoptr (RankleScenario) scenario = ask ("filling", 3.0, NULL);
  g_autoptr (GArray) findings = find (f, scenario, 40);

  g_assert_cmpuint (findings->len, ==, G_N_ELEMENTS (table));
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const RankleFinding *finding = get (findings, i);
      g_autofree char     *lines = rankle_finding_dup_lines (finding, f->model);

      g_assert_cmpstr (lines, ==, table[i]);
      g_assert_cmpint (isnan (finding->value), ==, i != 2 && i != 3);
      g_assert_cmpint (isnan (finding->modelled), ==, i != 2 && i != 3);
      g_assert_cmpint (finding->within, ==, i == 2 || i == 3);
    }
  g_assert_false (rankle_person_is_told (get (findings, 0)->person));
  g_assert_true (isnan (get (findings, 2)->low) && isnan (get (findings, 3)->high));
  g_assert_cmpfloat_with_epsilon (get (findings, 2)->high, 7, 1e-9);
  g_assert_cmpfloat_with_epsilon (get (findings, 3)->low, 3, 1e-9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/finding/values", Fixture, NULL, set_up, test_values, tear_down);
  g_test_add ("/finding/only-while-it-agrees", Fixture, NULL, set_up,
              test_only_while_it_agrees, tear_down);
  g_test_add ("/finding/other-settings", Fixture, NULL, set_up, test_other_settings,
              tear_down);
  g_test_add ("/finding/only-as-far-as-the-run", Fixture, NULL, set_up,
              test_only_as_far_as_the_run, tear_down);
  g_test_add_func ("/finding/model-without-it", test_model_without_it);
  g_test_add_func ("/finding/observable", test_observable);
  g_test_add_func ("/finding/system", test_system);
  g_test_add_func ("/finding/days", test_days);
  g_test_add ("/finding/words", Fixture, NULL, set_up, test_words, tear_down);
  g_test_add ("/finding/words-of-all-kinds", Fixture, NULL, set_up,
              test_words_of_all_kinds, tear_down);
  g_test_add ("/finding/several", Fixture, several_rows, set_up, test_several, tear_down);
  return g_test_run ();
}
