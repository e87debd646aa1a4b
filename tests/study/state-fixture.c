/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "state-fixture.h"

#include <math.h>

#include "rankle-answer-words.h"
#include "rankle-catalog.h"
#include "rankle-scenario-file.h"

/* In parts of a column's largest value. */
#define SAME 1e-4

static RankleIntegrator *integrator;
/* The same for most states of a model. */
static RankleTrajectory *last_baseline;

void
state_fixture_open (void)
{
  g_assert (integrator == NULL);
  integrator = rankle_integrator_new ();
}

void
state_fixture_close (void)
{
  g_clear_pointer (&last_baseline, rankle_trajectory_unref);
  g_clear_pointer (&integrator, rankle_integrator_free);
}

static RankleProtocol *
make_protocol (RankleModel *model, RankleScenario *scenario, double relative)
{
  g_autoptr (RankleQuestion) question = rankle_session_ask (model, scenario, NULL);
  g_autoptr (GError) error = NULL;
  RankleProtocol *protocol;

  if (relative > 0)
    rankle_question_set_tolerances (question, relative, 0);
  protocol = rankle_question_make_protocol (question, &error);
  g_assert_no_error (error);
  return protocol;
}

static RankleTrajectory *
run (RankleProtocol *protocol)
{
  g_autoptr (GError) error = NULL;
  RankleTrajectory *run = rankle_integrator_run (integrator, protocol, NULL, &error);

  g_assert ((run == NULL) == (error != NULL));
  if (run == NULL)
    {
      run = rankle_sim_error_get_partial (error);
      g_assert (run == NULL || rankle_trajectory_is_partial (run));
      return run != NULL ? rankle_trajectory_ref (run) : NULL;
    }
  return run;
}

RankleTrajectory *
state_ask (RankleModel *model, RankleScenario *scenario, double relative)
{
  g_autoptr (RankleProtocol) protocol = make_protocol (model, scenario, relative);

  return run (protocol);
}

/* (transfer full) (nullable) */
static RankleTrajectory *
ask_baseline (const RankleSession *session)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleProtocol) protocol = rankle_session_make_baseline (session, &error);

  g_assert_no_error (error);
  if (last_baseline == NULL ||
      !rankle_protocol_equal (rankle_trajectory_get_protocol (last_baseline), protocol))
    {
      g_clear_pointer (&last_baseline, rankle_trajectory_unref);
      last_baseline = run (protocol);
    }
  return last_baseline != NULL ? rankle_trajectory_ref (last_baseline) : NULL;
}

static gboolean
is_whole (const RankleTrajectory *run)
{
  return run != NULL && !rankle_trajectory_is_partial (run);
}

State
state_new (RankleSession *session)
{
  RankleModel *model = rankle_session_get_model (session);
  State        state = { .session = session };

  g_assert (model != NULL);
  state.run = state_ask (model, rankle_session_get_scenario (session), 0);
  state.baseline = ask_baseline (session);
  if (is_whole (state.run) && is_whole (state.baseline))
    state.sentence = rankle_answer_in_words (session, state.run, state.baseline);
  return state;
}

void
state_clear (State *state)
{
  g_clear_pointer (&state->session, rankle_session_unref);
  g_clear_pointer (&state->run, rankle_trajectory_unref);
  g_clear_pointer (&state->baseline, rankle_trajectory_unref);
  g_clear_pointer (&state->sentence, g_free);
}

RankleSession *
state_choose (RankleModel *model, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RankleScenario) scenario =
      id == NULL ? rankle_scenario_file_load_first (model)
                 : rankle_scenario_file_load (id, NULL, &error);
  g_autoptr (RankleSession) nothing = rankle_session_new ();
  g_autoptr (RankleSession) opened = rankle_session_with_model (nothing, model);

  g_assert_no_error (error);
  return rankle_session_with_scenario (opened, scenario);
}

RankleSession *
state_move (RankleModel *model, const char *id, const char *control, double value)
{
  g_autoptr (RankleSession) given = state_choose (model, id);
  g_autoptr (RankleScenario) changed =
      rankle_scenario_copy (rankle_session_get_scenario (given));

  rankle_scenario_set_control (changed, control, value);
  return rankle_session_with_changed (given, changed);
}

RankleModel *
state_load_model (const char *id)
{
  g_autoptr (GError) error = NULL;
  RankleModel *model = rankle_catalog_load (id, &error);

  g_assert_no_error (error);
  return model;
}

typedef void (*StateFunc) (const State *state, gpointer data);

gboolean
state_columns_differ (const RankleTrajectory *a, const RankleTrajectory *b, guint column)
{
  const double *times = rankle_trajectory_get_times (a);
  double        largest = 0, most = 0;

  for (guint i = 0; i < rankle_trajectory_get_n_times (a); i++)
    {
      double value = rankle_trajectory_get_value_at (b, column, times[i]);

      largest = fmax (largest, fabs (value));
      most = fmax (most, fabs (value - rankle_trajectory_get_column (a, column)[i]));
    }
  return most > SAME * largest;
}
