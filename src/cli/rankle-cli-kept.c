/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-cli-kept.h"

#include "rankle-integrator.h"

static void
clear_result (gpointer data)
{
  RankleKeptResult *result = data;

  g_clear_pointer (&result->run, rankle_trajectory_unref);
  g_clear_pointer (&result->rest, rankle_trajectory_unref);
  if (result->findings != NULL)
    g_array_unref ((GArray *)result->findings);
}

/* Takes @question. (transfer full) (nullable): of a run that failed what was computed
 * until then. */
static RankleTrajectory *
run (RankleIntegrator *integrator, RankleQuestion *question)
{
  g_autoptr (RankleQuestion) own = question;
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (own, &error);
  RankleTrajectory *trajectory = NULL, *partial;

  if (protocol != NULL)
    trajectory = rankle_integrator_run (integrator, protocol, NULL, &error);
  if (trajectory != NULL || protocol == NULL)
    return trajectory;
  partial = rankle_sim_error_get_partial (error);
  return partial != NULL ? rankle_trajectory_ref (partial) : NULL;
}

static RankleKeptResult
run_one (const RankleSession *session, RankleKeptRun *kept, RankleIntegrator *integrator)
{
  RankleModel    *model = rankle_kept_run_get_model (kept);
  RankleScenario *scenario = rankle_kept_run_get_scenario (kept);
  RankleEvidence *evidence = rankle_session_get_evidence (session);
  g_autoptr (RankleFinder) finder =
      evidence != NULL ? rankle_finder_new (evidence, model) : NULL;
  RankleKeptResult result = { .kept = kept };

  result.run = run (integrator, rankle_session_ask (model, scenario, finder));
  if (model != rankle_session_get_model (session))
    result.rest = run (
        integrator, rankle_session_ask_baseline (
                        model, rankle_scenario_get_horizon_for (scenario, model), NULL));
  if (finder != NULL && result.run != NULL)
    result.findings = rankle_finder_list (finder, result.run);
  return result;
}

GArray *
rankle_cli_run_kept (const RankleSession *session)
{
  GArray               *results = g_array_new (FALSE, FALSE, sizeof (RankleKeptResult));
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);
  g_autoptr (RankleIntegrator) integrator = rankle_integrator_new ();

  g_array_set_clear_func (results, clear_result);
  for (guint i = 0; i < n; i++)
    if (!rankle_kept_run_is_hidden (kept[i]))
      {
        RankleKeptResult result = run_one (session, kept[i], integrator);

        g_array_append_val (results, result);
      }
  return results;
}
