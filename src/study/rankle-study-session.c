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
  g_autoptr (RankleChange) change = NULL;

  g_return_if_fail (RANKLE_IS_STUDY (self) && plain != NULL);

  if (rankle_study_is_as_opened (self, plain))
    return;
  g_object_freeze_notify (G_OBJECT (self));
  if (self->change != NULL)
    rankle_change_end (self->change);
  change = rankle_study_begin_change (self, _ ("Back to the Model"));
  rankle_change_keep_label (change);
  _rankle_study_change_session (self, rankle_session_with_plain (self->session, plain),
                                rankle_change_get_label (change));
  rankle_change_end (change);
  g_object_thaw_notify (G_OBJECT (self));
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

/* Where one looks is no step of undo. */
void
rankle_study_set_view (RankleStudy *self, RankleView view)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  look_otherwise (self, rankle_session_with_view (self->session, view));
}

void
rankle_study_set_evidence (RankleStudy *self, RankleEvidence *evidence)
{
  g_return_if_fail (RANKLE_IS_STUDY (self));

  if (rankle_session_get_evidence (self->session) != evidence)
    _rankle_study_take_session (self,
                                rankle_session_with_evidence (self->session, evidence));
}
