/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A session from the command line, and the command line of a session: both write the run
 * that the session asks for. */

#include <string.h>

#include "cli-runner.h"
#include "rankle-catalog.h"
#include "rankle-command.h"
#include "rankle-evidence-file.h"
#include "rankle-integrator.h"
#include "rankle-scenario-file.h"
#include "rankle-session-file.h"
#include "rankle-session-table.h"

#define SESSION "a.rankle" /* in the folder of every run */

/* (transfer full): the run of @session, as a program of ours writes it that has no
 * command line. */
static char *
make_table (const RankleSession *session)
{
  g_autoptr (GError) error = NULL;
  RankleEvidence *evidence = rankle_session_get_evidence (session);
  g_autoptr (RankleFinder) finder =
      evidence == NULL ? NULL
                       : rankle_finder_new (evidence, rankle_session_get_model (session));
  g_autoptr (RankleQuestion) question = rankle_session_make_question (session, finder);
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (question, &error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();
  g_autoptr (RankleTrajectory) trajectory = NULL;

  g_assert_no_error (error);
  trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  g_assert_no_error (error);
  return rankle_session_table_format (session, trajectory, NULL);
}

/* What stands behind the lines that say how it was made. */
static const char *
skip_notes (const char *table)
{
  while (*table == '#')
    table = strchr (table, '\n') + 1;
  return table;
}

static void
check_session (RankleModel *model, RankleScenario *scenario, RankleEvidence *evidence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleSession) plain = rankle_session_new_of (model, scenario);
  g_autoptr (RankleSession) session = rankle_session_with_evidence (plain, evidence);
  g_autofree char *table = make_table (session);
  g_autofree char *line = rankle_command_format (session);
  g_auto (GStrv) words = NULL;
  g_autofree char *path = g_build_filename (cli_folder, SESSION, NULL);
  g_auto (Result) of_file = { 0 };
  g_auto (Result) of_line = { 0 };

  g_assert_true (rankle_session_file_save (session, path, &error));
  g_assert_no_error (error);
  RUN (&of_file, "simulate", SESSION);
  cli_check_ok (&of_file);
  g_assert_cmpstr (of_file.out, ==, table);

  g_assert_true (g_shell_parse_argv (line, NULL, &words, &error));
  g_assert_cmpstr (words[0], ==, "rankle-cli");
  g_test_message ("%s", line);
  cli_run (&of_line, (const char *const *)words + 1);
  cli_check_ok (&of_line);
  g_assert_cmpstr (skip_notes (of_line.out), ==, skip_notes (table));
}

/* As it is, and with something moved in it. */
static void
check_scenario (RankleModel *model, const char *id, RankleEvidence *evidence)
{
  g_autoptr (RankleScenario) scenario = rankle_scenario_file_load (id, NULL, NULL);
  g_autoptr (RankleScenario) moved = rankle_scenario_copy (scenario);

  check_session (model, scenario, evidence);
  rankle_scenario_set_control (moved, "rankl", 1.3);
  rankle_scenario_change_control (moved, "opg", 2.5, 20);
  check_session (model, moved, evidence);
}

/* What is offered beside a few models. */
static void
test_scenarios (void)
{
  static const char *const models[] = { "rankle", "joerg-2022", "krishna-2006", "paget",
                                        "fever" };
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      g_autoptr (RankleModel) model = rankle_catalog_load (models[i], NULL);
      g_auto (GStrv) scenarios = rankle_scenario_file_list_for (model);

      for (char **id = scenarios; *id != NULL; id++)
        check_scenario (model, *id, evidence);
    }
}

/* All that a scenario can ask. */
static void
test_everything (void)
{
  g_autoptr (RankleEvidence) evidence = rankle_evidence_file_load (NULL, NULL);
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("own", "Own", "");
  RankleTreatmentStep infusion = { .kind = RANKLE_TREATMENT_INFUSION,
                                   .target = RANKLE_TARGET_STATE,
                                   .id = (char *)"denosumab_depot",
                                   .value = 0.25,
                                   .time = 3,
                                   .until = 30 };
  RankleTreatmentStep doses = { .kind = RANKLE_TREATMENT_DOSE,
                                .target = RANKLE_TARGET_STATE,
                                .id = (char *)"denosumab_depot",
                                .value = 33.3,
                                .time = 100.125,
                                .interval = 91.25,
                                .count = 3 };
  RankleDoseException own[] = { { 1, FALSE, 10.1, FALSE, 0 },
                                { 3, FALSE, -0.3, TRUE, 7.7 } };

  rankle_scenario_set_control (scenario, "opg", 1.7);
  rankle_scenario_set_control (scenario, "denosumab_dose", 60);
  rankle_scenario_set_control (scenario, "denosumab_count", 2);
  rankle_scenario_set_control (scenario, "nobody", 2); /* the model lacks it */
  rankle_scenario_set_initial (scenario, "OPG", 5);
  rankle_scenario_add_step (scenario, &infusion);
  doses.exceptions = own;
  doses.n_exceptions = G_N_ELEMENTS (own);
  rankle_scenario_add_step (scenario, &doses);
  rankle_scenario_set_horizon (scenario, 700);
  check_session (model, scenario, evidence);
}

/* A drug's doses in its control's unit, one late, one early and of another amount, one
 * missed, and a first that begins behind the end but for the exception. */
static void
test_exceptions (void)
{
  static const RankleDoseException own[] = { { 2, FALSE, -20.7, TRUE, 30.3 },
                                             { 4, FALSE, 91.25, FALSE, 0 },
                                             { 5, TRUE, 0, FALSE, 0 } };
  static const RankleDoseException early[] = { { 1, FALSE, -200, FALSE, 0 } };
  g_autoptr (RankleModel) model = rankle_catalog_load ("rankle", NULL);
  g_autoptr (RankleScenario) scenario = rankle_scenario_new ("own", "Own", "");
  RankleTreatmentStep denosumab = { .kind = RANKLE_TREATMENT_DOSE,
                                    .target = RANKLE_TARGET_CONTROL,
                                    .id = (char *)"denosumab_dose",
                                    .value = 60,
                                    .interval = 182.5,
                                    .count = 6,
                                    .exceptions = own,
                                    .n_exceptions = G_N_ELEMENTS (own) };
  RankleTreatmentStep opg = { .kind = RANKLE_TREATMENT_DOSE,
                              .target = RANKLE_TARGET_CONTROL,
                              .id = (char *)"opg_fc_dose",
                              .value = 210,
                              .time = 1300,
                              .count = 1,
                              .exceptions = early,
                              .n_exceptions = 1 };

  rankle_scenario_add_step (scenario, &denosumab);
  rankle_scenario_add_step (scenario, &opg);
  rankle_scenario_set_horizon (scenario, 1200);
  check_session (model, scenario, NULL);
}

/* ---- what is refused ---- */

static void
test_says_itself_what_is_run (void)
{
  g_auto (Result) result = { 0 };

  cli_write_file (SESSION, "{}");
  RUN (&result, "simulate", SESSION, "--dose", "OPG:1@0");
  g_assert_cmpint (result.status, ==, 2);
  g_assert_cmpstr (result.err, ==,
                   "rankle-cli simulate: --dose: a.rankle says itself what is run\n");
}

static void
test_broken (void)
{
  g_auto (Result) result = { 0 };

  cli_write_file (SESSION, "{ \"schema\": 1 }");
  RUN (&result, "simulate", SESSION);
  g_assert_cmpint (result.status, ==, 2);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_true (g_str_has_prefix (result.err, "rankle-cli simulate: a.rankle:1: "));
}

/* A file of before, whose model is another now: what has changed is said beside. */
static void
test_model_has_changed (void)
{
  g_auto (Result) result = { 0 };

  cli_write_file (SESSION, "{ \"schema\": 1, \"model\": { \"id\": \"lemaire-2004\", "
                           "\"version\": \"0\" }, \"scenario\": { \"schema\": 2, "
                           "\"id\": \"a\", \"title\": \"A\" } }");
  RUN (&result, "simulate", SESSION);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_nonnull (strstr (result.err, "has changed since this was saved"));
  g_assert_true (g_str_has_prefix (result.out, "# rankle "));
}

static void
test_changes (void)
{
  g_auto (Result) early = { 0 };
  g_auto (Result) late = { 0 };
  g_auto (Result) broken = { 0 };

  RUN (&early, "simulate", "rankle", "--end", "100", "--change", "opg=2@0");
  cli_check_ok (&early);
  RUN (&late, "simulate", "rankle", "--end", "100", "--change", "opg=2@50");
  cli_check_ok (&late);
  g_assert_cmpfloat_with_epsilon (cli_look_up (late.out, "OPG", 40), 4, 1e-4);
  g_assert_cmpfloat (cli_look_up (early.out, "OPG", 40), >, 4.1);
  g_assert_cmpfloat (cli_look_up (late.out, "OPG", 100), >, 4.1);
  RUN (&broken, "simulate", "rankle", "--end", "100", "--change", "opg=2");
  g_assert_cmpint (broken.status, ==, 2);
  g_assert_cmpstr (broken.err, ==,
                   "rankle-cli simulate: --change “opg=2”: must read NAME=VALUE@TIME\n");
}

/* What was saved is run as it is, byte for byte; that its slider cannot stand there, and
 * what becomes of bone, is said beside it. */
static void
test_out_of_range (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleModel) model = rankle_catalog_load ("graham-2013", &error);
  g_autoptr (RankleScenario) far = rankle_scenario_new ("far", "Far", "");
  g_autoptr (RankleSession) session = rankle_session_new_of (model, far);
  g_autofree char *path = g_build_filename (cli_folder, SESSION, NULL);
  g_autofree char *table = NULL;
  g_auto (Result) result = { 0 };

  g_assert_no_error (error);
  rankle_scenario_set_control (far, "rankl", 80);
  g_assert_true (rankle_session_file_save (session, path, &error));
  table = make_table (session);
  RUN (&result, "simulate", SESSION);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.out, ==, table);
  /* As many digits as the solver vouches for. */
  g_assert_true (g_pattern_match_simple (
      "rankle-cli simulate: " SESSION ": RANKL is 80 × baseline, and its range in Graham "
      "2013 is off (0), or 0.125 to 8 × baseline. What is shown is what the file says.\n"
      "rankle-cli simulate: note: bone leaves its range: below 0 from time 1.375* on, "
      "and comes to -738.4*\n",
      result.err));
}

int
main (int argc, char **argv)
{
  cli_begin (&argc, &argv);
  g_test_add_func ("/cli-session/scenarios", test_scenarios);
  g_test_add_func ("/cli-session/everything", test_everything);
  g_test_add_func ("/cli-session/exceptions", test_exceptions);
  g_test_add_func ("/cli-session/says-itself-what-is-run", test_says_itself_what_is_run);
  g_test_add_func ("/cli-session/broken", test_broken);
  g_test_add_func ("/cli-session/model-has-changed", test_model_has_changed);
  g_test_add_func ("/cli-session/changes", test_changes);
  g_test_add_func ("/cli-session/out-of-range", test_out_of_range);
  return cli_run_tests ();
}
