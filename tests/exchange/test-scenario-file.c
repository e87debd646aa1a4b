/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-scenario-file.h"

#define HEAD   "{\"schema\":1,\"id\":\"a\",\"title\":\"A\""
#define HEAD_2 "{\"schema\":2,\"id\":\"a\",\"title\":\"A\""

static const struct
{
  const char         *text;
  RankleExchangeError code;
  const char         *message; /* behind "x.json" */
} malformed[] = {
  { "", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1:1: must hold one JSON object" },
  { "[]", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: must hold one JSON object" },
  { "7", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: must hold one JSON object" },
  { "{\"schema\":1,\n\"id\" \"a\"}", RANKLE_EXCHANGE_ERROR_SYNTAX,
    ":2:6: id: “\"” stands where “:” should" },
  { "{\"schema\":1", RANKLE_EXCHANGE_ERROR_SYNTAX, ":1:12: the file ends in the middle" },
  { "\xff\xfe{}", RANKLE_EXCHANGE_ERROR_SYNTAX, ":1:1: not UTF-8 text" },
  { HEAD "}\n" HEAD "}", RANKLE_EXCHANGE_ERROR_SYNTAX,
    ":2:1: more follows the JSON value" },
  { "[[[[[[[[[[[[", RANKLE_EXCHANGE_ERROR_LIMIT,
    ":1:9: [0][0][0][0][0][0][0]: nested deeper than 8" },
  { "{}", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: schema: is missing" },
  { "{\"schema\":3}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: schema: schema 3 is not known here; 1 to 2 are" },
  { "{\"schema\":\"1\"}", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: schema: must be a number" },
  { "{\"schema\":1}", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: id: is missing" },
  { "{\"schema\":1,\"id\":\"\"}", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: id: is empty" },
  { "{\"schema\":1,\n\"id\":3}", RANKLE_EXCHANGE_ERROR_SCHEMA, ":2: id: must be a text" },
  { "{\"schema\":1,\"id\":\"a\"}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: title: is missing" },
  { HEAD ",\"description\":[]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: description: must be a text" },
  { HEAD ",\"person\":{\"age\":151}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: person.age: must be from 0 to 150" },
  { HEAD ",\"person\":{\"sex\":\"girl\"}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: person.sex: must be woman or man, not “girl”" },
  { HEAD ",\"person\":{\"height\":1.7}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: person: unknown member “height”" },
  { HEAD ",\"model\":null}", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: model: must be a text" },
  { HEAD ",\"horizont\":3}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: unknown member “horizont”" },
  { HEAD ",\"id\":\"b\"}", RANKLE_EXCHANGE_ERROR_SCHEMA, ":1:34: id: is there twice" },
  { HEAD ",\"time_unit\":\"year\"}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: time_unit: must be second, minute, hour or day, not “year”" },
  { HEAD ",\"time_unit\":1}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: time_unit: must be a text" },
  { HEAD ",\"horizon\":-3}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: horizon: cannot be negative" },
  { HEAD ",\"horizon\":true}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: horizon: must be a number" },
  { HEAD ",\"horizon\":1e999}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1:44: horizon: the number is out of range" },
  { HEAD ",\"horizon\":010}", RANKLE_EXCHANGE_ERROR_SYNTAX,
    ":1:44: horizon: “010” is no number of JSON, nor true, false or null" },
  { HEAD ",\"controls\":[]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: controls: must be an object" },
  { HEAD ",\"controls\":{\"opg\":\"2\"}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: controls.opg: must be a number" },
  { HEAD ",\"controls\":{\"\":2}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: controls[\"\"]: a name is empty" },
  { HEAD ",\"controls\":{\"\\u001b[31m\":2}}", RANKLE_EXCHANGE_ERROR_SYNTAX,
    ":1:47: controls: the control character U+001B may not be in a text" },
  { HEAD ",\"parameters\":{\"kon\":null}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: parameters.kon: must be a number" },
  { HEAD ",\"changes\":{}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: changes: must be a list" },
  { HEAD ",\"changes\":[3]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: changes[0]: must be an object" },
  { HEAD ",\"changes\":[{\"control\":\"opg\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: changes[0].time: is missing" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"opg\"}]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: changes[0].value: is missing" },
  { HEAD ",\"changes\":[\n{\"time\":1,\"control\":\"opg\",\"value\":3},\n"
         "{\"time\":-1,\"control\":\"opg\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ":3: changes[1].time: cannot be negative" },
  { HEAD ",\"changes\":[{\"time\":1,\"value\":2}]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: changes[0]: one of “control” and “parameter” must name what changes" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"a\",\"parameter\":\"b\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: changes[0]: one of “control” and “parameter” must name what changes" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":3,\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: changes[0].control: must be a text" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: changes[0].control: is empty" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"a\",\"value\":2,\"unit\":\"d\"}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: changes[0]: unknown member “unit”" },
  { HEAD ",\"treatment\":[]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: unknown member “treatment”" },
  { HEAD_2 ",\"changes\":[]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: unknown member “changes”" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"rest\",\"time\":1}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].kind: must be change, dose or infusion, not “rest”" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"time\":1,\"amount\":60}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0]: one of “control” and “state” must name what is dosed" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"control\":\"b\","
           "\"time\":1,\"amount\":60}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0]: one of “control” and “state” must name what is dosed" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].interval: must be above 0 between several doses" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: treatment[0].exceptions[0].dose: is missing" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":3,"
           "\"missed\":true}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[0].dose: must be from 1 to 2" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":0,"
           "\"missed\":true}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[0].dose: must be from 1 to 2" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":1}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[0]: must say that the dose is missed, late, or of "
    "another amount" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":1,"
           "\"late\":0}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[0]: must say that the dose is missed, late, or of "
    "another amount" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":1,"
           "\"missed\":true,\"late\":2}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[0]: a missed dose has neither amount nor time" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":1,"
           "\"late\":-2}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[0]: the dose would be given before the start" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":1,"
           "\"late\":2},{\"dose\":1,\"amount\":2}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[1]: the dose has an exception already" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"dose\",\"state\":\"a\",\"time\":1,"
           "\"amount\":60,\"count\":2,\"interval\":3,\"exceptions\":[{\"dose\":1,"
           "\"delayed\":2}]}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ":1: treatment[0].exceptions[0]: unknown member “delayed”" },
  { HEAD_2 ",\"treatment\":[{\"kind\":\"infusion\",\"control\":\"a\",\"from\":1,"
           "\"to\":2,\"rate\":1}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ":1: treatment[0]: “state” must name what is infused" },
};

static void
test_malformed (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = g_strconcat ("x.json", malformed[i].message, NULL);
      g_autofree char *model = NULL;
      g_autofree char *shown = g_strescape (malformed[i].text, NULL);

      g_test_message ("%s", shown);
      g_assert_null (
          rankle_scenario_file_parse (malformed[i].text, -1, "x.json", &model, &error));
      g_assert_error (error, RANKLE_EXCHANGE_ERROR, (int)malformed[i].code);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

/* Some readers take these for bytes, or for letters. */
static void
test_octal (void)
{
  static const char *const texts[] = {
    HEAD ",\"description\":\"\\333\"}",
    HEAD ",\"controls\":{\"\\303\":1}}",
    HEAD ",\"changes\":[{\"time\":1,\"control\":\"\\333\",\"value\":2}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (rankle_scenario_file_parse (texts[i], -1, "x.json", NULL, &error));
      g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_SYNTAX);
      g_assert_true (
          g_str_has_suffix (error->message, ": “\\” begins nothing that JSON knows"));
    }
}

static void
test_too_large (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strnfill (300 * 1024, ' ');

  g_assert_null (rankle_scenario_file_parse (text, -1, "x.json", NULL, &error));
  g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "x.json: larger than 262144 bytes");
}

/* Behind what opens a text to one reader and not to another. */
static void
test_hidden_depth (void)
{
  static const struct
  {
    const char *head, *message;
  } rows[] = {
    { "", ":1:9: [0][0][0][0][0][0][0]: nested deeper than 8" },
    { "/* \" */", ":1:1: JSON has no comments" },
    { "'\"'", ":1:1: “'” stands where a value should" },
    { "{\"a\": '\"', \"b\": ", ":1:7: a: “'” stands where a value should" },
  };
  g_autofree char *deep = g_strnfill (250000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = g_strconcat (rows[i].head, deep, NULL);
      g_autofree char *expected = g_strconcat ("x.json", rows[i].message, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (rankle_scenario_file_parse (text, -1, "x.json", NULL, &error));
      g_assert_cmpstr (error->message, ==, expected);
    }
}

static void
add_steps (RankleScenario *scenario)
{
  static const RankleDoseException exceptions[] = { { 2, FALSE, -1.0 / 3, TRUE, 1e-7 },
                                                    { 4, FALSE, 91.25, FALSE, 0 },
                                                    { 5, TRUE, 0, FALSE, 0 },
                                                    { 6, FALSE, 0, TRUE, 0 } };
  const RankleTreatmentStep        steps[] = {
           { RANKLE_TREATMENT_DOSE, RANKLE_TARGET_CONTROL, (char *)"denosumab_dose", 60, 0,
             182.5, 6, 0, exceptions, G_N_ELEMENTS (exceptions) },
           { RANKLE_TREATMENT_DOSE, RANKLE_TARGET_STATE, (char *)"depot", -0.1, 3, 0, 1, 0, NULL,
             0 },
           { RANKLE_TREATMENT_INFUSION, RANKLE_TARGET_STATE, (char *)"depot", 1e-7, 2, 0, 0, 9,
             NULL, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    rankle_scenario_add_step (scenario, &steps[i]);
}

static RankleScenario *
make_full (void)
{
  const RanklePerson person = { 50.5, 1.0 / 3, RANKLE_SEX_MAN, "“who”\n" };
  RankleScenario    *scenario =
      rankle_scenario_new ("full", "“Full” \\ \n title \"1e-08.0", "Ünïcode");

  rankle_scenario_set_time_unit (scenario, "hour");
  rankle_scenario_set_horizon (scenario, 1.0 / 3);
  rankle_scenario_set_control (scenario, "opg", 0.1);
  rankle_scenario_set_control (scenario, "rankl", 5e-324);
  rankle_scenario_set_parameter (scenario, "kon", -1.7976931348623157e308);
  rankle_scenario_set_parameter (scenario, "few", 1e-8);
  rankle_scenario_set_parameter (scenario, "many", 3e18);
  rankle_scenario_change_control (scenario, "opg", 2, 0);
  rankle_scenario_change_parameter (scenario, "kon", M_PI, 1e-9);
  rankle_scenario_set_initial (scenario, "pool", 0.3);
  rankle_scenario_hold_state (scenario, "depot", 1.0 / 7);
  rankle_scenario_scale_parameter (scenario, "zeta", 2);
  rankle_scenario_scale_parameter (scenario, "alpha", 3);
  rankle_scenario_set_person (scenario, &person);
  add_steps (scenario);
  return scenario;
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario = make_full ();
  g_autofree char *text = rankle_scenario_file_format (scenario, "rankle");
  g_autofree char *model = NULL;
  g_autofree char *again = NULL;
  g_autoptr (RankleScenario) back =
      rankle_scenario_file_parse (text, -1, "x.json", &model, &error);

  g_assert_no_error (error);
  g_assert_true (rankle_scenario_equal (scenario, back));
  g_assert_cmpstr (model, ==, "rankle");
  again = rankle_scenario_file_format (back, model);
  g_assert_cmpstr (text, ==, again);
}

static void
test_save_and_load (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario = make_full ();
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "s.json", NULL);
  g_autofree char *model = NULL;
  g_autoptr (RankleScenario) back = NULL;

  g_assert_true (rankle_scenario_file_save (scenario, NULL, path, &error));
  back = rankle_scenario_file_load (path, &model, &error);
  g_assert_no_error (error);
  g_assert_true (rankle_scenario_equal (scenario, back));
  g_assert_null (model);
  g_unlink (path);
  g_rmdir (folder);
}

/* Every bundled scenario is what its file name says, and its model takes all of it. */
static void
test_bundled (void)
{
  g_auto (GStrv) ids = rankle_scenario_file_list ();

  g_assert_cmpuint (g_strv_length (ids), >=, 3);
  g_assert_cmpstr (ids[0], ==, "healthy-adult");
  for (char **id = ids; *id != NULL; id++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *model_id = NULL;
      g_autoptr (RankleScenario) scenario =
          rankle_scenario_file_load (*id, &model_id, &error);
      g_autoptr (RankleModel) model = NULL;
      g_autoptr (RankleProtocol) protocol = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (rankle_scenario_get_id (scenario), ==, *id);
      g_assert_cmpuint (strlen (rankle_scenario_get_description (scenario)), >, 20);
      model = rankle_catalog_load (model_id, &error);
      g_assert_no_error (error);
      protocol = rankle_protocol_new (model);
      rankle_scenario_apply (scenario, protocol, TRUE, &error);
      g_assert_no_error (error);
    }
}

/* One question to several models: what each is put to, and takes all of. */
static void
test_suits (void)
{
  static const struct
  {
    const char *scenario;
    const char *models; /* in the order of the catalogue */
  } suits[] = {
    { "denosumab-3-years", "rankle martinez-reina-2019 " },
    { "denosumab-young-adult",
      "rankle peterson-riggs-2012 martinez-reina-2019 paget arthritis metastasis "
      "sutjandra-2011 opg-mimetic lactation " },
    { "natural-menopause-51", "rankle martinez-reina-2019 joerg-2022 " },
    { "opg-doubled", "rankle lemaire-2004 pivonka-2008 peterson-riggs-2012 graham-2013 "
                     "martinez-reina-2019 osteopetrosis paget arthritis periodontitis "
                     "metastasis opg-mimetic lactation " },
    { "kidney-decline", "peterson-riggs-2012 " },
    { "menopause-from-41", "peterson-riggs-2012 " },
    { "calcium-poor-diet", "peterson-riggs-2012 " },
    { "teriparatide-1-year", "peterson-riggs-2012 " },
  };
  g_auto (GStrv) ids = rankle_catalog_list_models ();

  for (guint i = 0; i < G_N_ELEMENTS (suits); i++)
    {
      g_autoptr (RankleScenario) scenario =
          rankle_scenario_file_load (suits[i].scenario, NULL, NULL);
      g_autoptr (GString) models = g_string_new (NULL);

      for (char **id = ids; *id != NULL; id++)
        {
          g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);

          if (rankle_scenario_suits (scenario, model))
            g_string_append_printf (models, "%s ", *id);
        }
      g_assert_cmpstr (models->str, ==, suits[i].models);
    }
}

/* A system opens with one of its own, and has those alone; what is made for one is
 * offered by no other, and nothing is offered by none. */
static void
test_offered (void)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();
  g_auto (GStrv) ids = rankle_scenario_file_list ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (char **id = models; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);
      g_autoptr (RankleScenario) first = rankle_scenario_file_load_first (model);
      g_auto (GStrv) offered = rankle_scenario_file_list_for (model);

      g_assert_true (
          g_strv_contains ((const char *const *)offered, rankle_scenario_get_id (first)));
      for (char **name = offered; *name != NULL; name++)
        {
          const char *intern = g_intern_string (*name);

          if (rankle_model_get_scenario (model) != NULL)
            g_assert_false (g_hash_table_contains (seen, intern));
          g_hash_table_add (seen, (gpointer)intern);
        }
    }
  g_assert_cmpuint (g_hash_table_size (seen), ==, g_strv_length (ids));
}

static void
test_not_found (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rankle_scenario_file_load ("no-such", NULL, &error));
  g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "no-such: no bundled scenario of this name, and no such file");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-file/malformed", test_malformed);
  g_test_add_func ("/scenario-file/octal", test_octal);
  g_test_add_func ("/scenario-file/too-large", test_too_large);
  g_test_add_func ("/scenario-file/hidden-depth", test_hidden_depth);
  g_test_add_func ("/scenario-file/round-trip", test_round_trip);
  g_test_add_func ("/scenario-file/save-and-load", test_save_and_load);
  g_test_add_func ("/scenario-file/bundled", test_bundled);
  g_test_add_func ("/scenario-file/suits", test_suits);
  g_test_add_func ("/scenario-file/offered", test_offered);
  g_test_add_func ("/scenario-file/not-found", test_not_found);
  return g_test_run ();
}
