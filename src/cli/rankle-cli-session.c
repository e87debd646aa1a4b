/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-session.h"

#include "rankle-cli-model.h"
#include "rankle-cli-range.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-evidence-file.h"
#include "rankle-integrator.h"
#include "rankle-omex.h"
#include "rankle-scenario-file.h"
#include "rankle-session-file.h"
#include "rankle-session-table.h"

gboolean
rankle_cli_is_session (const char *model)
{
  return g_str_has_suffix (model, RANKLE_SESSION_SUFFIX) ||
         (g_str_has_suffix (model, RANKLE_ARCHIVE_SUFFIX) &&
          rankle_archive_has_session (model));
}

static gboolean
check_options (const RankleRunOptions *options, GError **error)
{
  const struct
  {
    const char *name;
    gboolean    is_given;
  } given[] = {
    { "--end", options->end != NULL },
    { "--every", options->every != NULL },
    { "--times", options->times != NULL },
    { "--as-shown", options->as_shown },
    { "--scenario", options->scenario != NULL },
    { "--set", options->set != NULL },
    { "--scale", options->scale != NULL },
    { "--init", options->init != NULL },
    { "--hold", options->hold != NULL },
    { "--control", options->control != NULL },
    { "--change", options->change != NULL },
    { "--dose", options->dose != NULL },
    { "--infuse", options->infuse != NULL },
    { "--rtol", options->rtol != NULL },
    { "--atol", options->atol != NULL },
    { "--hidden", options->hidden },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].is_given)
      return rankle_cli_refuse (error, "%s: %s says itself what is run", given[i].name,
                                options->model);
  return TRUE;
}

RankleSession *
rankle_cli_load_session (const char             *command,
                         const RankleRunOptions *options,
                         RankleEvidence         *evidence,
                         GError                **error)
{
  g_auto (RankleSessionReading) reading = { 0 };
  RankleSession *session = NULL;

  g_assert (rankle_cli_is_session (options->model));

  if (!check_options (options, error))
    return NULL;
  session = rankle_archive_load_session (options->model, evidence, &reading, error);
  if (session != NULL && reading.remarks != NULL)
    rankle_cli_print_error (command, reading.remarks);
  return session;
}

RankleModel *
rankle_cli_open_model (const char *command, const char *model, GError **error)
{
  g_auto (RankleSessionReading) reading = { 0 };
  g_autoptr (RankleSession) session = NULL;

  if (!g_str_has_suffix (model, RANKLE_ARCHIVE_SUFFIX))
    return rankle_cli_load_model (model, error);
  session = rankle_archive_load (model, NULL, &reading, error);
  if (session == NULL)
    return NULL;
  if (reading.remarks != NULL)
    rankle_cli_print_error (command, reading.remarks);
  return rankle_model_ref (rankle_session_get_model (session));
}

gboolean
rankle_cli_check_rows (const RankleRunOptions *options, const char *what, GError **error)
{
  const struct
  {
    const char *name;
    gboolean    is_given;
  } given[] = {
    { "--every", options->every != NULL }, { "--times", options->times != NULL },
    { "--as-shown", options->as_shown },   { "--rtol", options->rtol != NULL },
    { "--atol", options->atol != NULL },   { "--hidden", options->hidden },
  };

  for (guint i = 0; i < G_N_ELEMENTS (given); i++)
    if (given[i].is_given)
      return rankle_cli_refuse (error, "%s: %s is made as the window makes it",
                                given[i].name, what);
  return TRUE;
}

static RankleSession *
ask_model (RankleRunOptions *options, RankleEvidence *evidence, GError **error)
{
  g_autoptr (RankleModel) model = rankle_cli_load_model (options->model, error);
  g_autoptr (RankleScenario) first = NULL;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleSession) complete = NULL;

  if (model == NULL)
    return NULL;
  first = rankle_scenario_file_load_first (model); /* as a window does */
  if (options->scenario == NULL)
    options->scenario = g_strdup (rankle_scenario_get_id (first));
  options->as_shown = TRUE;
  session = rankle_run_options_make_session (options, model, error);
  if (session == NULL)
    return NULL;
  complete = rankle_session_with_evidence (session, evidence);
  /* There is nothing to be seen of a run at its start. */
  return rankle_session_with_cursor (complete, rankle_session_get_horizon (complete));
}

RankleSession *
rankle_cli_open_session (const char       *command,
                         RankleRunOptions *options,
                         RankleEvidence   *evidence,
                         GError          **error)
{
  return rankle_cli_is_session (options->model)
             ? rankle_cli_load_session (command, options, evidence, error)
             : ask_model (options, evidence, error);
}

RankleTrajectory *
rankle_cli_run_session (const RankleSession *session, GError **error)
{
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  return protocol == NULL ? NULL
                          : rankle_integrator_run (integrator, protocol, NULL, error);
}

RankleTrajectory *
rankle_cli_run_baseline (const RankleSession *session, GError **error)
{
  g_autoptr (RankleProtocol) protocol = rankle_session_make_baseline (session, error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  return protocol == NULL ? NULL
                          : rankle_integrator_run (integrator, protocol, NULL, error);
}

int
rankle_cli_simulate_session (const char               *command,
                             const RankleRunOptions   *options,
                             const RankleWriteOptions *look)
{
  g_auto (GStrv) notes = NULL;
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleTrajectory) trajectory = NULL;
  GError *error = NULL;

  evidence = rankle_evidence_file_load (NULL, &error);
  if (evidence != NULL)
    session = rankle_cli_load_session (command, options, evidence, &error);
  if (session == NULL || !rankle_write_options_check (
                             look, rankle_session_get_model (session), FALSE, &error))
    return rankle_cli_fail_input (command, error);
  trajectory = rankle_cli_run_session (session, &error);
  if (trajectory == NULL)
    return rankle_cli_fail (command, error);
  rankle_cli_note_ranges (command, trajectory);
  rankle_cli_note_concentrations (command, rankle_trajectory_get_protocol (trajectory));
  notes = rankle_session_table_list_notes (session,
                                           rankle_trajectory_get_protocol (trajectory));
  return rankle_cli_write_run (command, trajectory, session, (const char *const *)notes,
                               look);
}
