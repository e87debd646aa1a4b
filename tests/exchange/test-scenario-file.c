/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "rankle-catalog.h"
#include "rankle-scenario-file.h"

#define HEAD "{\"schema\":1,\"id\":\"a\",\"title\":\"A\""

static const struct
{
  const char         *text;
  RankleExchangeError code;
  const char         *message; /* behind "x.json" */
} malformed[] = {
  { "", RANKLE_EXCHANGE_ERROR_SCHEMA, ": must hold one JSON object" },
  { "[]", RANKLE_EXCHANGE_ERROR_SCHEMA, ": must hold one JSON object" },
  { "7", RANKLE_EXCHANGE_ERROR_SCHEMA, ": must hold one JSON object" },
  { "{\"schema\":1,\n\"id\" \"a\"}", RANKLE_EXCHANGE_ERROR_SYNTAX, ":2:*" },
  { "{\"schema\":1", RANKLE_EXCHANGE_ERROR_SYNTAX, ":1:*" },
  { "\xff\xfe{}", RANKLE_EXCHANGE_ERROR_SYNTAX, ": *" },
  { "[[[[[[[[[[[[", RANKLE_EXCHANGE_ERROR_LIMIT, ": nested deeper than 8" },
  { "{}", RANKLE_EXCHANGE_ERROR_SCHEMA, ": “schema” is missing" },
  { "{\"schema\":2}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": schema 2 is not known here; only 1 is" },
  { "{\"schema\":\"1\"}", RANKLE_EXCHANGE_ERROR_SCHEMA, ": “schema” must be a number" },
  { "{\"schema\":1}", RANKLE_EXCHANGE_ERROR_SCHEMA, ": “id” is missing" },
  { "{\"schema\":1,\"id\":\"\"}", RANKLE_EXCHANGE_ERROR_SCHEMA, ": “id” is empty" },
  { "{\"schema\":1,\"id\":3}", RANKLE_EXCHANGE_ERROR_SCHEMA, ": “id” must be a text" },
  { "{\"schema\":1,\"id\":\"a\"}", RANKLE_EXCHANGE_ERROR_SCHEMA, ": “title” is missing" },
  { HEAD ",\"description\":[]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “description” must be a text" },
  { HEAD ",\"model\":null}", RANKLE_EXCHANGE_ERROR_SCHEMA, ": “model” must be a text" },
  { HEAD ",\"horizont\":3}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": unknown member “horizont”" },
  { HEAD ",\"time_unit\":\"year\"}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “time_unit” must be second, minute, hour or day, not “year”" },
  { HEAD ",\"time_unit\":1}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “time_unit” must be a text" },
  { HEAD ",\"horizon\":-3}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “horizon” cannot be negative" },
  { HEAD ",\"horizon\":true}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “horizon” must be a number" },
  { HEAD ",\"horizon\":1e999}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “horizon” is out of range" },
  { HEAD ",\"controls\":[]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “controls” must be an object" },
  { HEAD ",\"controls\":{\"opg\":\"2\"}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": controls: “opg” must be a number" },
  { HEAD ",\"parameters\":{\"kon\":null}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": parameters: “kon” must be a number" },
  { HEAD ",\"changes\":{}}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": “changes” must be an array" },
  { HEAD ",\"changes\":[3]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": changes[0]: must be an object" },
  { HEAD ",\"changes\":[{\"control\":\"opg\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ": changes[0]: “time” must be a number" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"opg\"}]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": changes[0]: “value” must be a number" },
  { HEAD ",\"changes\":[{\"time\":-1,\"control\":\"opg\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ": changes[0]: “time” cannot be negative" },
  { HEAD ",\"changes\":[{\"time\":1,\"value\":2}]}", RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": changes[0]: one of “control” and “parameter” must name what changes" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"a\",\"parameter\":\"b\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": changes[0]: one of “control” and “parameter” must name what changes" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":3,\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": changes[0]: one of “control” and “parameter” must name what changes" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"\",\"value\":2}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA,
    ": changes[0]: one of “control” and “parameter” must name what changes" },
  { HEAD ",\"changes\":[{\"time\":1,\"control\":\"a\",\"value\":2,\"unit\":\"d\"}]}",
    RANKLE_EXCHANGE_ERROR_SCHEMA, ": changes[0]: unknown member “unit”" },
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
      if (g_str_has_suffix (expected, "*"))
        g_assert_true (g_pattern_match_simple (expected, error->message));
      else
        g_assert_cmpstr (error->message, ==, expected);
    }
}

/* json-glib 1.6 makes bytes of these, which are refused; 1.10 makes letters, which are
 * none of ours to refuse. */
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
      g_autoptr (RankleScenario) scenario =
          rankle_scenario_file_parse (texts[i], -1, "x.json", NULL, &error);
      g_autofree char *written =
          scenario != NULL ? rankle_scenario_file_format (scenario, NULL) : NULL;

      if (scenario == NULL)
        g_assert_cmpstr (error->message, ==, "x.json: a text is not UTF-8");
      else
        g_assert_true (g_utf8_validate (written, -1, NULL));
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

/* Behind what opens a string to one reader and not to another. */
static void
test_hidden_depth (void)
{
  static const char *const heads[] = { "", "/* \" */", "'\"'", "{\"a\": '\"', \"b\": " };
  g_autofree char         *deep = g_strnfill (250000, '[');

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *text = g_strconcat (heads[i], deep, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (rankle_scenario_file_parse (text, -1, "x.json", NULL, &error));
      g_assert_error (error, RANKLE_EXCHANGE_ERROR, RANKLE_EXCHANGE_ERROR_LIMIT);
      g_assert_cmpstr (error->message, ==, "x.json: nested deeper than 8");
    }
}

static RankleScenario *
make_full (void)
{
  RankleScenario *scenario =
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
    { "denosumab-3-years",
      "rankle peterson-riggs-2012 martinez-reina-2019 sutjandra-2011 " },
    { "natural-menopause-51", "rankle martinez-reina-2019 joerg-2022 " },
    { "opg-doubled", "rankle lemaire-2004 pivonka-2008 peterson-riggs-2012 graham-2013 "
                     "martinez-reina-2019 " },
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
  g_test_add_func ("/scenario-file/not-found", test_not_found);
  return g_test_run ();
}
