/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rankle-cli-session.h"

#include "rankle-cli-range.h"
#include "rankle-cli-syntax.h"
#include "rankle-cli.h"
#include "rankle-evidence-file.h"
#include "rankle-file.h"
#include "rankle-integrator.h"
#include "rankle-session-file.h"
#include "rankle-session-table.h"

gboolean
rankle_cli_is_session (const char *model)
{
  return g_str_has_suffix (model, RANKLE_SESSION_SUFFIX);
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

  if (check_options (options, error))
    session = rankle_session_file_load (options->model, evidence, &reading, error);
  if (session != NULL && reading.remarks != NULL)
    rankle_cli_print_error (command, reading.remarks);
  return session;
}

RankleTrajectory *
rankle_cli_run_session (const RankleSession *session, GError **error)
{
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, error);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  return protocol == NULL ? NULL
                          : rankle_integrator_run (integrator, protocol, NULL, error);
}

static int
write_table (const char             *command,
             const RankleSession    *session,
             const RankleTrajectory *trajectory,
             const char             *path)
{
  gsize            length;
  g_autofree char *text = rankle_session_table_format (session, trajectory, &length);
  GError          *error = NULL;

  if (path == NULL)
    return rankle_cli_print (command, text, length);
  if (!rankle_file_replace (path, text, length, &error))
    return rankle_cli_fail (command, error);
  return RANKLE_EXIT_OK;
}

int
rankle_cli_simulate_session (const char             *command,
                             const RankleRunOptions *options,
                             const char             *path)
{
  g_autoptr (RankleEvidence) evidence = NULL;
  g_autoptr (RankleSession) session = NULL;
  g_autoptr (RankleTrajectory) trajectory = NULL;
  GError *error = NULL;

  evidence = rankle_evidence_file_load (NULL, &error);
  if (evidence != NULL)
    session = rankle_cli_load_session (command, options, evidence, &error);
  if (session == NULL)
    return rankle_cli_fail_input (command, error);
  trajectory = rankle_cli_run_session (session, &error);
  if (trajectory == NULL)
    return rankle_cli_fail (command, error);
  rankle_cli_note_ranges (command, trajectory);
  return write_table (command, session, trajectory, path);
}
