/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a session asks of its model, and what its runs are told beside. */

#include <math.h>

#include "rankle-observations-match.h"
#include "rankle-session-private.h"

/* So that what they are held against was not interpolated. */
static void
add_observed_times (const RankleSession *self, RankleQuestion *question)
{
  for (guint i = 0; i < self->observations->len; i++)
    {
      g_autoptr (GArray) times =
          rankle_observations_list_times (self->observations->pdata[i], self->model);

      rankle_question_add_times (question, (const double *)(void *)times->data,
                                 times->len);
    }
}

RankleQuestion *
rankle_session_make_question (const RankleSession *self, RankleFinder *finder)
{
  RankleQuestion *question;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  question = rankle_session_ask (self->model, self->scenario, finder);
  add_observed_times (self, question);
  return question;
}

/* (transfer full) (nullable) */
static RankleFinder *
make_finder (const RankleSession *self)
{
  return self->evidence == NULL ? NULL : rankle_finder_new (self->evidence, self->model);
}

RankleProtocol *
rankle_session_make_protocol (const RankleSession *self, GError **error)
{
  g_autoptr (RankleFinder) finder = NULL;
  g_autoptr (RankleQuestion) question = NULL;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  finder = make_finder (self);
  question = rankle_session_make_question (self, finder);
  return rankle_question_make_protocol (question, error);
}

RankleQuestion *
rankle_session_ask (RankleModel *model, RankleScenario *scenario, RankleFinder *finder)
{
  RankleQuestion *question;

  g_return_val_if_fail (model != NULL && scenario != NULL, NULL);

  question = rankle_question_new (model, scenario);
  rankle_question_set_lenient (question, TRUE);
  if (finder != NULL)
    rankle_finder_add_times (finder, question);
  return question;
}

RankleQuestion *
rankle_session_ask_baseline (RankleModel *model, double horizon, RankleFinder *finder)
{
  g_autoptr (RankleScenario) nothing = rankle_scenario_new (NULL, NULL, NULL);

  g_return_val_if_fail (model != NULL && horizon > 0, NULL);

  rankle_scenario_set_horizon (nothing, horizon);
  return rankle_session_ask (model, nothing, finder);
}

RankleKeptRun *
rankle_session_get_baseline (const RankleSession *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->kept->len; i++)
    {
      RankleKeptRun *kept = g_ptr_array_index (self->kept, i);

      if (rankle_kept_run_is_baseline (kept) &&
          rankle_kept_run_get_model (kept) == self->model)
        return kept;
    }
  return NULL;
}

gboolean
rankle_session_has_same_baseline (const RankleSession *a, const RankleSession *b)
{
  RankleKeptRun *first, *second;

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  first = rankle_session_get_baseline (a);
  second = rankle_session_get_baseline (b);
  if (first == NULL || second == NULL)
    return first == second;
  return rankle_kept_run_asks_same (first, second);
}

/* (transfer full): what the kept run asks, for as long as the session's run takes. */
static RankleScenario *
prolong (const RankleSession *self, RankleKeptRun *kept)
{
  RankleScenario *scenario =
      rankle_scenario_settle (rankle_kept_run_get_scenario (kept), self->model);

  rankle_scenario_set_time_unit (scenario, rankle_model_get_time_unit (self->model));
  rankle_scenario_set_horizon (scenario, rankle_session_get_horizon (self));
  return scenario;
}

RankleQuestion *
rankle_session_make_baseline_question (const RankleSession *self, RankleFinder *finder)
{
  RankleKeptRun *kept;
  g_autoptr (RankleScenario) scenario = NULL;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  kept = rankle_session_get_baseline (self);
  if (kept == NULL)
    return rankle_session_ask_baseline (self->model, rankle_session_get_horizon (self),
                                        finder);
  scenario = prolong (self, kept);
  return rankle_session_ask (self->model, scenario, finder);
}

RankleProtocol *
rankle_session_make_baseline (const RankleSession *self, GError **error)
{
  g_autoptr (RankleFinder) finder = NULL;
  g_autoptr (RankleQuestion) question = NULL;

  g_return_val_if_fail (self != NULL && self->model != NULL, NULL);

  finder = make_finder (self);
  question = rankle_session_make_baseline_question (self, finder);
  return rankle_question_make_protocol (question, error);
}
