/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-integrator.h"
#include "rankle-session.h"

/* What a window may show, without a window: a session, its run and its baseline. */

typedef struct
{
  RankleSession    *session;
  RankleTrajectory *run;      /* (nullable): what there is of it, if it failed */
  RankleTrajectory *baseline; /* (nullable): likewise */
  char             *sentence; /* (nullable): one of the two failed */
} State;

/* Around all that follows. */
void state_fixture_open (void);
void state_fixture_close (void);

/* Takes @session. */
State state_new (RankleSession *session);
void  state_clear (State *state);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

RankleModel *state_load_model (const char *id);
/* All (transfer full): a bundled scenario chosen for @model (NULL: what a window opens it
 * with); and then a control moved. */
RankleSession *state_choose (RankleModel *model, const char *scenario);
RankleSession *
state_move (RankleModel *model, const char *scenario, const char *control, double value);
/* (transfer full) (nullable): what there is of the run, if it fails. @relative: to what
 * tolerance; 0: that of the window. */
RankleTrajectory *
state_ask (RankleModel *model, RankleScenario *scenario, double relative);
/* @column of @b, at the times of @a, is another than in that by more than both may be
 * wrong by. */
gboolean
state_columns_differ (const RankleTrajectory *a, const RankleTrajectory *b, guint column);
