/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-fixture.h"

#include "picture-fixture.h"

/* Takes @question. */
static RankleTrajectory *
run (RankleQuestion *question)
{
  g_autoptr (RankleQuestion) own = question;
  g_autoptr (RankleProtocol) protocol = rankle_question_make_protocol (own, NULL);

  g_assert_nonnull (protocol);
  return picture_run (protocol);
}

static RankleKeptResult
run_kept (RankleSession *session, RankleKeptRun *kept)
{
  RankleModel    *model = rankle_kept_run_get_model (kept);
  RankleScenario *scenario = rankle_kept_run_get_scenario (kept);
  RankleEvidence *evidence = rankle_session_get_evidence (session);
  g_autoptr (RankleFinder) finder =
      evidence == NULL ? NULL : rankle_finder_new (evidence, model);
  RankleKeptResult result = { .kept = kept };

  result.run = run (rankle_session_ask (model, scenario, finder));
  if (model != rankle_session_get_model (session))
    result.rest = run (rankle_session_ask_baseline (
        model, rankle_scenario_get_horizon_for (scenario, model), NULL));
  if (finder != NULL)
    result.findings = rankle_finder_list (finder, result.run);
  return result;
}

static void
clear_result (gpointer data)
{
  RankleKeptResult *result = data;

  g_clear_pointer (&result->run, rankle_trajectory_unref);
  g_clear_pointer (&result->rest, rankle_trajectory_unref);
  if (result->findings != NULL)
    g_array_unref ((GArray *)result->findings);
}

/* (transfer full): RankleKeptResult */
static GArray *
run_all_kept (RankleSession *session)
{
  GArray               *results = g_array_new (FALSE, FALSE, sizeof (RankleKeptResult));
  guint                 n;
  RankleKeptRun *const *kept = rankle_session_get_kept (session, &n);

  g_array_set_clear_func (results, clear_result);
  for (guint i = 0; i < n; i++)
    {
      RankleKeptResult result = run_kept (session, kept[i]);

      g_array_append_val (results, result);
    }
  return results;
}

RankleReport *
report_make (RankleSession *session, const char *const *commands, RanklePaper paper)
{
  g_autoptr (RankleProtocol) protocol = rankle_session_make_protocol (session, NULL);
  g_autoptr (RankleProtocol) reference = rankle_session_make_baseline (session, NULL);
  g_autoptr (RankleTrajectory) own = picture_run (protocol);
  g_autoptr (RankleTrajectory) baseline = picture_run (reference);
  g_autoptr (GArray) kept = run_all_kept (session);

  return rankle_report_new (&(RankleReportContent){
      .shown = { .session = session,
                 .run = own,
                 .baseline = baseline,
                 .kept = (const RankleKeptResult *)(void *)kept->data,
                 .n_kept = kept->len },
      .commands = commands,
      .paper = paper,
  });
}
