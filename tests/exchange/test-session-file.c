/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sessions as files: what is written is read back as the same, what cannot be is said,
 * and no text breaks the reader. */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "mutation.h"
#include "rankle-catalog.h"
#include "rankle-evidence-file.h"
#include "rankle-scenario-file.h"
#include "rankle-session-file.h"

#define N_MUTATED 2000

/* (transfer full): a bundled scenario, about a woman. */
static RankleScenario *
load_of_someone (const char *id)
{
  const RanklePerson person = { 62, 66, RANKLE_SEX_WOMAN, "after menopause" };
  RankleScenario    *scenario = rankle_scenario_file_load (id, NULL, NULL);

  rankle_scenario_set_person (scenario, &person);
  return scenario;
}

/* (transfer full): points of one's own, of two arms and with and without a spread. */
static RankleObservations *
make_observations (void)
{
  RankleObservations *observations = rankle_observations_new ("obs.csv");
  RankleObservation   first = { .time = -0.5, .value = 100, .low = 90.1, .high = 110 };
  RankleObservation   second = { .time = 4, .value = 1e-7, .low = NAN, .high = 2 };

  first.series = rankle_observations_add_series (observations, "CTX “serum”");
  second.series = rankle_observations_add_series (observations, "P1NP");
  first.arm = (int)rankle_observations_add_arm (observations, "placebo");
  second.arm = (int)rankle_observations_add_arm (observations, "treated");
  rankle_observations_add (observations, &first);
  rankle_observations_add (observations, &second);
  second.arm = -1;
  rankle_observations_add (observations, &second);
  rankle_observations_set_clock (observations, RANKLE_CLOCK_WEEK);
  rankle_observations_set_zero (observations, 4015);
  rankle_observations_set_shown_arm (observations, 1);
  rankle_observations_set_series (observations, 0, "CTX", RANKLE_MEASURED_AS_PERCENT);
  rankle_observations_set_series (observations, 1, "", RANKLE_MEASURED_AS_VALUE);
  return observations;
}

/* (transfer full): two panels of the model. */
static RankleArrangement *
arrange (RankleModel *model)
{
  g_autoptr (RankleArrangement) none = rankle_arrangement_new ();
  g_autoptr (GPtrArray) panels = rankle_own_panels_new ();
  g_autoptr (RankleOwnPanel) two = NULL;

  g_ptr_array_add (panels, rankle_own_panel_new ("bone", NULL, FALSE));
  g_ptr_array_add (
      panels, rankle_own_panel_new ("own-1",
                                    (const char *const[]){ "CTX", "RANKL", NULL }, TRUE));
  two =
      rankle_own_panel_new ("own-2", (const char *const[]){ "CTX", "OPG", NULL }, FALSE);
  g_ptr_array_add (panels, rankle_own_panel_with_phase (two, TRUE));
  return rankle_arrangement_with (none, rankle_model_get_id (model), panels);
}

static RankleObservations *
make_hidden (const RankleObservations *observations)
{
  RankleObservations *hidden = rankle_observations_copy (observations);

  rankle_observations_set_hidden (hidden, TRUE);
  return hidden;
}

/* (transfer full): a session with all that one can hold. */
static RankleSession *
make_full_session (RankleModel *model, RankleEvidence *evidence)
{
  g_autoptr (RankleModel) rival = rankle_catalog_load ("joerg-2022", NULL);
  g_autoptr (RankleScenario) scenario = load_of_someone ("denosumab-3-years");
  g_autoptr (RankleSession) plain = rankle_session_new_of (model, scenario);
  g_autoptr (RankleKeptRun) plain_first = rankle_kept_run_new ("Before", model, scenario);
  g_autoptr (RankleKeptRun) first = rankle_kept_run_with_baseline (plain_first, TRUE);
  g_autoptr (RankleKeptRun) plain_second = rankle_kept_run_new ("Jörg", rival, scenario);
  g_autoptr (RankleKeptRun) hidden = rankle_kept_run_with_hidden (plain_second, TRUE);
  g_autoptr (RankleKeptRun) second = rankle_kept_run_with_ink (hidden, 7);
  RankleKeptRun *kept[] = { first, second };
  g_autoptr (RankleSession) with_kept = rankle_session_with_kept (plain, kept, 2);
  g_autoptr (RankleSession) with_rival = rankle_session_with_rival (with_kept, rival);
  g_autoptr (RankleSession) with_evidence =
      rankle_session_with_evidence (with_rival, evidence);
  g_autoptr (RankleSession) with_notes =
      rankle_session_with_notes (with_evidence, "Look at “CTX”\nafter the last dose.");
  g_autoptr (RankleSession) with_report = rankle_session_with_report_text (
      with_notes, RANKLE_REPORT_FINDING, "“OPG”\nholds RANKL.");
  g_autoptr (RankleObservations) observations = make_observations ();
  g_autoptr (RankleObservations) hidden_table = make_hidden (observations);
  RankleObservations *const tables[] = { observations, hidden_table, observations };
  g_autoptr (RankleSession) with_observations =
      rankle_session_with_observations (with_report, tables, 3);
  g_autoptr (RankleSession) with_view =
      rankle_session_with_view (with_observations, RANKLE_VIEW_PLOTS);
  g_autoptr (RankleSession) with_bone =
      rankle_session_with_shown (with_view, RANKLE_SHOWN_BONE);
  g_autoptr (RankleSession) less = rankle_session_with_map_levels (with_bone, 2);
  g_autoptr (RankleSession) turned = rankle_session_with_difference (less, TRUE);
  g_autoptr (RanklePlotLooks) usual = rankle_plot_looks_new ();
  g_autoptr (RanklePlotLooks) with_axis =
      rankle_plot_looks_with_logarithmic (usual, "cells", TRUE);
  g_autoptr (RanklePlotLooks) looks = rankle_plot_looks_with_enlarged (with_axis, "bone");
  g_autoptr (RankleSession) with_looks = rankle_session_with_plot_looks (turned, looks);
  g_autoptr (RankleArrangement) arrangement = arrange (model);
  g_autoptr (RankleSession) with_plots =
      rankle_session_with_arrangement (with_looks, arrangement);
  g_autoptr (RankleSession) with_zoom = rankle_session_with_zoom (with_plots, 90, 730.5);

  return rankle_session_with_cursor (with_zoom, 365.25);
}

/* (transfer full): what is read of it, whole and without a remark. */
static RankleSession *
read_well (const char *text, RankleEvidence *evidence)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  RankleSession *session =
      rankle_session_file_parse (text, -1, "a.rankle", evidence, &reading, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (reading.remarks, ==, NULL);
  g_assert_true (reading.is_whole);
  return session;
}

static void
assert_same_looks (const RankleSession *a, const RankleSession *b)
{
  double from[2], to[2];

  g_assert_cmpint (rankle_session_get_view (a), ==, rankle_session_get_view (b));
  g_assert_cmpint (rankle_session_get_shown (a), ==, rankle_session_get_shown (b));
  g_assert_cmpuint (rankle_session_get_map_levels (a), ==,
                    rankle_session_get_map_levels (b));
  g_assert_cmpint (rankle_session_get_difference (a), ==,
                   rankle_session_get_difference (b));
  g_assert_cmpint (rankle_session_get_zoom (a, &from[0], &to[0]), ==,
                   rankle_session_get_zoom (b, &from[1], &to[1]));
  g_assert_true (rankle_plot_looks_equal (rankle_session_get_plot_looks (a),
                                          rankle_session_get_plot_looks (b)));
  g_assert_cmpfloat (from[0], ==, from[1]);
  g_assert_cmpfloat (to[0], ==, to[1]);
  g_assert_cmpfloat (rankle_session_get_cursor (a), ==, rankle_session_get_cursor (b));
}

static void
test_round_trip_of_changed (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleSession) given = make_full_session (model, NULL);
  g_autoptr (RankleScenario) changed =
      rankle_scenario_copy (rankle_session_get_scenario (given));
  g_autoptr (RankleSession) session = NULL;
  g_autofree char *text = NULL;
  g_autoptr (RankleSession) again = NULL;

  rankle_scenario_set_control (changed, "opg", 5.3);
  session = rankle_session_with_changed (given, changed);
  text = rankle_session_file_format (session);
  again = read_well (text, NULL);
  g_assert_true (rankle_session_equal (session, again));
  g_assert_true (rankle_scenario_equal (rankle_session_get_given (again),
                                        rankle_session_get_given (given)));
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, &error);
  g_autoptr (RankleSession) given = make_full_session (model, evidence);
  g_autoptr (RankleScenario) changed =
      rankle_scenario_copy (rankle_session_get_scenario (given));
  g_autoptr (RankleSession) session = rankle_session_with_changed (given, changed);
  g_autofree char *text = rankle_session_file_format (session);
  g_autoptr (RankleSession) again = read_well (text, evidence);
  g_autofree char *text_again = rankle_session_file_format (again);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (text, "\"sex\" : \"woman\""));
  g_assert_true (rankle_session_equal (session, given)); /* nothing was changed in it */
  g_assert_true (rankle_session_equal (session, again));
  assert_same_looks (session, again);
  g_assert_cmpstr (text, ==, text_again);
}

/* What is offered beside each model. */
static void
test_every_question (void)
{
  g_auto (GStrv) models = rankle_catalog_list_models ();

  for (char **id = models; *id != NULL; id++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (*id, NULL);
      g_auto (GStrv) scenarios = rankle_scenario_file_list_for (model);

      for (char **name = scenarios; *name != NULL; name++)
        {
          g_autoptr (RankleScenario) scenario =
              rankle_scenario_file_load (*name, NULL, NULL);
          g_autoptr (RankleSession) session = rankle_session_new_of (model, scenario);
          g_autofree char *text = rankle_session_file_format (session);
          g_autoptr (RankleSession) again = read_well (text, NULL);

          g_assert_true (rankle_session_equal (session, again));
        }
    }
}

/* ---- a model from a file ---- */

/* (transfer full): the model in a file that is gone when it has been read. */
static RankleModel *
read_and_remove (const char *name,
                 const char *text,
                 const char *sidecar,
                 const char *diagram)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *beside = g_build_filename (folder, "own.json", NULL);
  g_autofree char *map = g_build_filename (folder, "own.sbgn", NULL);
  RankleModel     *model;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  if (sidecar != NULL)
    g_file_set_contents (beside, sidecar, -1, &error);
  g_assert_no_error (error);
  if (diagram != NULL)
    g_file_set_contents (map, diagram, -1, &error);
  g_assert_no_error (error);
  model = rankle_catalog_load (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  g_unlink (beside);
  g_unlink (map);
  g_rmdir (folder);
  return model;
}

static void
check_model_travels (const char *name, const char *text, const char *sidecar)
{
  g_autoptr (RankleModel) model = read_and_remove (name, text, sidecar, NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) session = rankle_session_new_of (model, scenario);
  g_autofree char *written = rankle_session_file_format (session);
  g_autoptr (RankleSession) again = read_well (written, NULL);
  g_autofree char *written_again = rankle_session_file_format (again);
  RankleModel     *back = rankle_session_get_model (again);

  g_assert_cmpstr (rankle_model_get_title (model), ==, rankle_model_get_title (back));
  g_assert_cmpstr (rankle_model_get_version (model), ==, rankle_model_get_version (back));
  g_assert_cmpuint (rankle_model_get_n_controls (model), ==,
                    rankle_model_get_n_controls (back));
  g_assert_cmpstr (written, ==, written_again);
}

static void
test_model_travels (void)
{
  check_model_travels ("own.ant", "model own\n\tx = 1; x' = -x # “falls”\r\nend\n", NULL);
  check_model_travels ("own.ant", "model own\n  x = 1; x' = -x\nend\n",
                       "{ \"schema\": 1, \"title\": \"My own\" }\n");
}

#define WITH_MAP "{ \"schema\": 1, \"horizon\": 1, \"diagram\": \"own.sbgn\" }\n"

static GBytes *
get_diagram (const RankleSession *session)
{
  return rankle_model_origin_get_diagram (
      rankle_model_get_origin (rankle_session_get_model (session)));
}

/* (transfer full): saved, and opened where nothing lies beside it. */
static RankleSession *
travel_with (const char *diagram)
{
  g_autoptr (RankleModel) model = read_and_remove (
      "own.ant", "model own\n  x = 1; x' = -x\nend\n", WITH_MAP, diagram);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) session = rankle_session_new_of (model, scenario);
  g_autofree char *written = rankle_session_file_format (session);

  g_assert_nonnull (get_diagram (session));
  return read_well (written, NULL);
}

/* Whether it can be drawn or not: what is said of it is the same there. */
static void
test_diagram_travels (void)
{
  static const char *const maps[] = { "<sbgn>“β”</sbgn>\n", "no map\n" };

  for (guint i = 0; i < G_N_ELEMENTS (maps); i++)
    {
      g_autoptr (RankleSession) back = travel_with (maps[i]);
      g_autofree char *again = rankle_session_file_format (back);
      GBytes          *diagram = get_diagram (back);

      g_assert_cmpmem (g_bytes_get_data (diagram, NULL), g_bytes_get_size (diagram),
                       maps[i], strlen (maps[i]));
      g_assert_nonnull (strstr (again, "\"diagram\""));
    }
}

/* What no map can hold stays where it is. */
static void
test_bytes_for_a_diagram (void)
{
  g_autoptr (RankleSession) back = travel_with ("<sbgn>\xff</sbgn>");

  g_assert_null (get_diagram (back));
}

/* What JSON's texts may not hold. */
static void
test_model_travels_as_bytes (void)
{
  check_model_travels ("own.ant", "model own\n  x = 1; x' = -x # \x7f\nend\n", NULL);
}

static void
test_sbml_travels (void)
{
  check_model_travels (
      "own.xml",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<sbml xmlns=\"http://www.sbml.org/sbml/level3/version2/core\" level=\"3\" "
      "version=\"2\"><model id=\"own\"><listOfParameters>"
      "<parameter id=\"x\" value=\"1\" constant=\"false\"/></listOfParameters>"
      "<listOfRules><rateRule variable=\"x\"><math "
      "xmlns=\"http://www.w3.org/1998/Math/MathML\"><cn>1</cn></math></rateRule>"
      "</listOfRules></model></sbml>\n",
      NULL);
}

/* ---- what is not as it was ---- */

#define SCENARIO "\"scenario\": { \"schema\": 2, \"id\": \"a\", \"title\": \"A\" }"

static void
test_model_has_changed (void)
{
  const char text[] = "{ \"schema\": 1, \"model\": { \"id\": \"rankle\", \"version\": "
                      "\"0\" }, " SCENARIO " }";
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleSession) session =
      rankle_session_file_parse (text, -1, "a.rankle", NULL, &reading, NULL);

  g_assert_nonnull (session);
  g_assert_true (g_str_has_prefix (reading.remarks,
                                   "“Rankle: RANKL, RANK, OPG and bone” has changed "
                                   "since this was saved (version 0 then, "));
  g_assert_true (reading.is_whole);
}

/* Plots of what the model lacks are left out, and stay in the session. */
static void
test_panels_are_missing (void)
{
  const char text[] =
      "{ \"schema\": 1, \"model\": { \"name\": \"own.ant\", \"content\": \"x = 1; x' = "
      "-x\" }, " SCENARIO ", \"arranged\": [ { \"model\": \"model\", \"panels\": [ { "
      "\"id\": \"bone\" }, { \"id\": \"own-1\", \"columns\": [ \"x\", \"CTX\" ] } ] } "
      "] }";
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleSession) session =
      rankle_session_file_parse (text, -1, "a.rankle", NULL, &reading, NULL);
  g_autoptr (GPtrArray) panels = NULL;
  g_autofree char *again = NULL;

  g_assert_nonnull (session);
  g_assert_cmpstr (rankle_model_get_id (rankle_session_get_model (session)), ==, "model");
  g_assert_true (g_pattern_match_simple ("*a.rankle: plots of what “*” lacks are left "
                                         "out: bone, CTX.",
                                         reading.remarks));
  g_assert_true (reading.is_whole);
  panels = rankle_session_list_panels (session);
  g_assert_cmpuint (panels->len, ==, 1);
  g_assert_cmpuint (rankle_shown_panel_get (panels->pdata[0])->n_columns, ==, 1);
  again = rankle_session_file_format (session);
  g_assert_nonnull (strstr (again, "\"CTX\""));
}

/* A part that cannot be shown is said, and the rest is shown. */
static void
test_part_is_lost (void)
{
  const char text[] =
      "{ \"schema\": 1, \"model\": { \"name\": \"own.ant\", \"content\": \"x = 1; x' = "
      "-x\" }, " SCENARIO ", \"kept\": [ { \"name\": \"First\", \"model\": { \"id\": "
      "\"nowhere\", \"version\": \"1\" }, " SCENARIO
      " }, { \"name\": \"Second\", " SCENARIO
      " } ], \"rivals\": [ { \"name\": \"broken.ant\", \"content\": \"x = = 1\" } ] }";
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleSession) session =
      rankle_session_file_parse (text, -1, "a.rankle", NULL, &reading, NULL);
  guint n;

  g_assert_nonnull (session);
  g_assert_false (reading.is_whole);
  g_assert_true (g_pattern_match_simple (
      "“First” cannot be shown: this Rankle has no model “nowhere”. “broken.ant” cannot "
      "be shown: broken.ant:1:5: *.",
      reading.remarks));
  rankle_session_get_kept (session, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (rankle_session_get_rival (session));
}

static const struct
{
  const char *name, *text, *complaint;
} refused[] = {
  { "newer", "{ \"schema\": 2 }", "a.rankle:1: schema: *" },
  { "no-model", "{ \"schema\": 1, " SCENARIO " }", "a.rankle:1: *model*" },
  { "no-path",
    "{ \"schema\": 1, \"model\": { \"id\": \"/etc/passwd\", \"version\": \"1\" "
    "}, " SCENARIO " }",
    "a.rankle: this Rankle has no model “/etc/passwd”" },
  { "broken-model",
    "{ \"schema\": 1, \"model\": { \"name\": \"own.ant\", \"content\": \"x = = 1\" "
    "}, " SCENARIO " }",
    "a.rankle: own.ant:1:5: *" },
  { "cut", "{ \"schema\": 1, \"model\": { \"id\": \"rankle\"", "a.rankle:1:*" },
  { "empty", "", "a.rankle:1:*" },
};

static void
test_refused (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) session =
      rankle_session_file_parse (refused[i].text, -1, "a.rankle", NULL, &reading, &error);

  g_assert_null (session);
  g_assert_nonnull (error);
  if (!g_pattern_match_simple (refused[i].complaint, error->message))
    g_error ("%s", error->message);
}

/* ---- mutated ---- */

/* (transfer full): of a small model that travels. */
static char *
write_small (void)
{
  g_autoptr (RankleModel) model = read_and_remove (
      "own.ant", "model own\n  k = 1; x = 1; x' = -k*x\nend\n", NULL, NULL);
  g_autoptr (RankleScenario) scenario =
      rankle_scenario_file_load ("denosumab-3-years", NULL, NULL);
  g_autoptr (RankleSession) plain = rankle_session_new_of (model, scenario);
  g_autoptr (RankleKeptRun) run = rankle_kept_run_new ("Before", model, scenario);
  g_autoptr (RankleSession) kept = rankle_session_with_kept (plain, &run, 1);
  g_autoptr (RankleSession) rival = rankle_session_with_rival (kept, model);
  g_autoptr (RankleSession) noted = rankle_session_with_notes (rival, "A\n“B”");

  return rankle_session_file_format (noted);
}

/* Each opens, and can be written again, or gets a sentence. */
static void
test_mutated (void)
{
  g_autofree char *whole = write_small ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (9);
  guint n_opened = 0;

  for (guint i = 0; i < N_MUTATED; i++)
    {
      g_autoptr (GString) text = mutate (whole, rand);
      g_auto (RankleSessionReading) reading = { 0 };
      g_autoptr (GError) error = NULL;
      g_autoptr (RankleSession) session = NULL;
      g_autofree char *again = NULL;

      session = rankle_session_file_parse (text->str, (gssize)text->len, "a.rankle", NULL,
                                           &reading, &error);
      g_assert_true ((session == NULL) == (error != NULL));
      if (session == NULL)
        g_assert_true (g_str_has_prefix (error->message, "a.rankle:"));
      else
        again = rankle_session_file_format (session);
      n_opened += session != NULL;
    }
  g_test_message ("%u of %u opened", n_opened, N_MUTATED);
  g_assert_cmpuint (n_opened, >, N_MUTATED / 20);
  g_assert_cmpuint (n_opened, <, N_MUTATED / 2);
}

/* ---- on the disk ---- */

static void
test_saved_whole_or_not (void)
{
  g_autoptr (RankleModel) model = rankle_catalog_load ("lemaire-2004", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("a", "A", "");
  g_autoptr (RankleSession) session = rankle_session_new_of (model, scenario);
  g_autofree char *folder = g_dir_make_tmp ("rankle-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.rankle", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "a.rankle", NULL);
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) again = NULL;

  g_assert_true (rankle_session_file_save (session, path, &error));
  g_assert_no_error (error);
  again = rankle_session_file_load (path, NULL, &reading, &error);
  g_assert_no_error (error);
  g_assert_true (rankle_session_equal (session, again));
  g_assert_false (rankle_session_file_save (session, nowhere, &error));
  g_assert_nonnull (error);
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0); /* nothing else was left in it */
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/session-file/round-trip", test_round_trip);
  g_test_add_func ("/session-file/round-trip-of-changed", test_round_trip_of_changed);
  g_test_add_func ("/session-file/every-question", test_every_question);
  g_test_add_func ("/session-file/model-travels", test_model_travels);
  g_test_add_func ("/session-file/diagram-travels", test_diagram_travels);
  g_test_add_func ("/session-file/bytes-for-a-diagram", test_bytes_for_a_diagram);
  g_test_add_func ("/session-file/model-travels-as-bytes", test_model_travels_as_bytes);
  g_test_add_func ("/session-file/sbml-travels", test_sbml_travels);
  g_test_add_func ("/session-file/model-has-changed", test_model_has_changed);
  g_test_add_func ("/session-file/panels-are-missing", test_panels_are_missing);
  g_test_add_func ("/session-file/part-is-lost", test_part_is_lost);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path =
          g_strconcat ("/session-file/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refused);
    }
  g_test_add_func ("/session-file/mutated", test_mutated);
  g_test_add_func ("/session-file/saved-whole-or-not", test_saved_whole_or_not);
  return g_test_run ();
}
