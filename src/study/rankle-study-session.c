/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is explored, and how one looks at it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "rankle-study-private.h"

/* ---- model and scenario ---- */

/* Takes @session, which is of another model. */
static void
change_model (RankleStudy *self, RankleSession *session)
{
  g_object_freeze_notify (G_OBJECT (self));
  /* A drag is of the model that it began in. */
  if (self->change != NULL)
    rankle_change_end (self->change);
  _rankle_study_change_session (
      self, session, rankle_model_get_title (rankle_session_get_model (session)));
  g_object_thaw_notify (G_OBJECT (self));
}

void
rankle_study_set_model (RankleStudy *self, RankleModel *model)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && model != NULL);

  if (rankle_session_get_model (self->session) != model)
    change_model (self, rankle_session_with_model (self->session, model));
}

void
rankle_study_set_question (RankleStudy    *self,
                           RankleModel    *model,
                           RankleScenario *scenario)
{
  g_autoptr (RankleSession) asked = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && model != NULL && scenario != NULL);

  if (rankle_session_get_model (self->session) == model)
    {
      rankle_study_set_scenario (self, scenario);
      return;
    }
  asked = rankle_session_with_scenario (self->session, scenario);
  change_model (self, rankle_session_with_model (asked, model));
}

RankleModel *
rankle_study_get_model (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_session_get_model (self->session);
}

void
rankle_study_change_scenario (RankleStudy    *self,
                              RankleScenario *scenario,
                              const char     *label)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && scenario != NULL && label != NULL);

  if (!rankle_scenario_equal (rankle_study_get_scenario (self), scenario))
    _rankle_study_change_session (
        self, rankle_session_with_changed (self->session, scenario), label);
}

void
rankle_study_set_scenario (RankleStudy *self, RankleScenario *scenario)
{
  RankleSession *session;

  g_return_if_fail (RANKLE_IS_STUDY (self) && scenario != NULL);

  session = rankle_session_with_scenario (self->session, scenario);
  if (rankle_session_asks_same (self->session, session))
    rankle_session_unref (session);
  else
    _rankle_study_change_session (self, session, rankle_scenario_get_title (scenario));
}

void
rankle_study_return_to_model (RankleStudy *self, RankleScenario *plain)
{
  g_autoptr (RankleSession) opened = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && plain != NULL);

  if (rankle_study_is_as_opened (self, plain))
    return;
  opened = rankle_session_with_plain (self->session, plain);
  rankle_study_replace_labelled (self, opened, _ ("Back to the Model"));
}

gboolean
rankle_study_is_as_opened (RankleStudy *self, RankleScenario *plain)
{
  g_autoptr (RankleSession) opened = NULL;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && plain != NULL, TRUE);

  if (rankle_session_get_model (self->session) == NULL)
    return TRUE;
  opened = rankle_session_with_plain (self->session, plain);
  return rankle_session_asks_same (self->session, opened);
}

/* (transfer full): times are in the model's unit. */
static RankleScenario *
copy_in_unit_of (RankleScenario *scenario, RankleModel *model)
{
  return g_str_equal (rankle_scenario_get_time_unit (scenario),
                      rankle_model_get_time_unit (model))
             ? rankle_scenario_copy (scenario)
             : rankle_scenario_settle (scenario, model);
}

gboolean
rankle_study_set_horizon (RankleStudy *self, double horizon)
{
  RankleModel *model;
  g_autoptr (RankleScenario) scenario = NULL;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);

  model = rankle_session_get_model (self->session);
  if (model == NULL || !isfinite (horizon) || !(horizon > 0))
    return FALSE;
  scenario = copy_in_unit_of (rankle_session_get_scenario (self->session), model);
  rankle_scenario_set_horizon (scenario, horizon);
  /* A scenario that speaks of another time scale than the model's is run for the model's
   * own time. */
  if (fabs (rankle_scenario_get_horizon_for (scenario, model) - horizon) > 1e-9 * horizon)
    return FALSE;
  rankle_study_change_scenario (self, scenario, _ ("Length of the Run"));
  return TRUE;
}

RankleScenario *
rankle_study_get_scenario (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return rankle_session_get_scenario (self->session);
}

RankleSession *
rankle_study_get_session (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);
  return self->session;
}

/* ---- sessions, and looks ---- */

/* Takes @session, of which nothing is another that a run would answer. */
static void
look_otherwise (RankleStudy *self, RankleSession *session)
{
  g_autoptr (RankleSession) old = self->session;

  g_assert (rankle_session_asks_same (self->session, session));

  self->session = session;
  _rankle_study_settle_shown (self);
  _rankle_study_notify_session (self, old);
}

void
rankle_study_set_cursor (RankleStudy *self, double time)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && !isnan (time));

  look_otherwise (self, rankle_session_with_cursor (self->session, time));
}

void
rankle_study_set_zoom (RankleStudy *self, double from, double to)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && isfinite (from) && isfinite (to));

  look_otherwise (self, rankle_session_with_zoom (self->session, from, to));
}

gboolean
rankle_study_get_zoom (RankleStudy *self, double *from, double *to)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);

  return rankle_session_get_zoom (self->session, from, to);
}

void
rankle_study_set_plot_looks (RankleStudy *self, RanklePlotLooks *looks)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && looks != NULL);

  look_otherwise (self, rankle_session_with_plot_looks (self->session, looks));
}

RanklePlotLooks *
rankle_study_get_plot_looks (RankleStudy *self)
{
  g_return_val_if_fail (RANKLE_IS_STUDY (self), NULL);

  return rankle_session_get_plot_looks (self->session);
}

void
rankle_study_set_rival (RankleStudy *self, RankleModel *rival)
{
  RankleSession *session;
  gboolean       is_first;

  g_return_if_fail (RANKLE_IS_STUDY (self));

  is_first = rankle_session_get_rival (self->session) == NULL;
  session = rankle_session_with_rival (self->session, rival);
  if (is_first || rival == NULL)
    look_otherwise (self, session);
  else
    _rankle_study_change_session (self, session, rankle_model_get_title (rival));
}

void
rankle_study_open_session (RankleStudy *self, RankleSession *session)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && session != NULL);
  g_return_if_fail (rankle_session_get_model (session) != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->change != NULL)
    rankle_change_end (self->change);
  rankle_history_clear (&self->history);
  if (session != self->session)
    _rankle_study_take_session (self, rankle_session_ref (session));
  _rankle_study_notify_undo (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
rankle_study_replace_session (RankleStudy   *self,
                              RankleSession *session,
                              const char    *label)
{
  g_return_if_fail (RANKLE_IS_STUDY (self) && session != NULL && label != NULL);
  g_return_if_fail (rankle_session_get_model (session) != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->change != NULL)
    rankle_change_end (self->change);
  if (session != self->session)
    _rankle_study_change_session (self, rankle_session_ref (session), label);
  g_object_thaw_notify (G_OBJECT (self));
}

void
rankle_study_replace_labelled (RankleStudy   *self,
                               RankleSession *session,
                               const char    *label)
{
  g_autoptr (RankleChange) change = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && session != NULL && label != NULL);

  g_object_freeze_notify (G_OBJECT (self));
  if (self->change != NULL)
    rankle_change_end (self->change);
  change = rankle_study_begin_change (self, label);
  rankle_change_keep_label (change);
  _rankle_study_change_session (self, rankle_session_ref (session), label);
  rankle_change_end (change);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Where one looks is no step of undo. */
void
rankle_study_set_view (RankleStudy *self, RankleView view)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  look_otherwise (self, rankle_session_with_view (self->session, view));
}

void
rankle_study_set_shown (RankleStudy *self, RankleShown shown)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  look_otherwise (self, rankle_session_with_shown (self->session, shown));
}

void
rankle_study_set_evidence (RankleStudy *self, RankleEvidence *evidence)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (rankle_session_get_evidence (self->session) != evidence)
    _rankle_study_take_session (self,
                                rankle_session_with_evidence (self->session, evidence));
}

/* ---- points of one's own ---- */

static const char *
name_step (const RankleObservations *old, const RankleObservations *now)
{
  if (now == NULL)
    return _ ("Remove Observations");
  if (old == NULL)
    return _ ("Add Observations");
  if (rankle_observations_get_hidden (old) == rankle_observations_get_hidden (now))
    return _ ("Change Observations");
  return rankle_observations_get_hidden (now) ? _ ("Hide Observations")
                                              : _ ("Show Observations");
}

RankleObservations *
rankle_study_find_observations (RankleStudy *self, const char *name)
{
  guint                      n;
  RankleObservations *const *tables;

  g_return_val_if_fail (RANKLE_IS_STUDY (self) && name != NULL, NULL);

  tables = rankle_session_get_observations (self->session, &n);
  for (guint i = 0; i < n; i++)
    if (g_str_equal (rankle_observations_get_name (tables[i]), name))
      return tables[i];
  return NULL;
}

/* (transfer container): the session's, with @now in the place of @old. */
static GPtrArray *
replace_table (RankleStudy *self, RankleObservations *old, RankleObservations *now)
{
  GPtrArray                 *list = g_ptr_array_new ();
  guint                      n;
  RankleObservations *const *tables = rankle_session_get_observations (self->session, &n);

  for (guint i = 0; i < n; i++)
    if (tables[i] != old)
      g_ptr_array_add (list, tables[i]);
    else if (now != NULL)
      g_ptr_array_add (list, now);
  if (old == NULL && now != NULL)
    g_ptr_array_add (list, now);
  return list;
}

gboolean
rankle_study_put_observations (RankleStudy        *self,
                               RankleObservations *old,
                               RankleObservations *now)
{
  g_autoptr (GPtrArray) list = NULL;

  g_return_val_if_fail (RANKLE_IS_STUDY (self), FALSE);

  if (rankle_observations_equal (old, now))
    return TRUE;
  list = replace_table (self, old, now);
  if (list->len > RANKLE_TABLES_MAX)
    return FALSE;
  _rankle_study_change_session (
      self,
      rankle_session_with_observations (
          self->session, (RankleObservations *const *)(void *)list->pdata, list->len),
      name_step (old, now));
  return TRUE;
}
