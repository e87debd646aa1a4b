/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-history.h"
#include "rankle-stage.h"
#include "rankle-study.h"

G_BEGIN_DECLS

struct _RankleStudy
{
  GObject parent_instance;

  /* Owned References */
  RankleSession *session;
  RankleSession *shown; /* what the stage was asked: the same, unless changes are held */
  RankleStage   *stage;
  GArray        *dose_times; /* double, within the horizon */
  GArray        *own_points; /* (nullable): RankleOwnPoint, while nobody asked: NULL */
  RankleHistory  history;
  RankleRules   *rules; /* (nullable) */

  RankleChange *change; /* Borrowed (nullable): the one under way */
  gboolean      closed, held;

  /* What was last notified: (owned) (nullable) */
  char *undo_label, *redo_label;
  guint pending;
};

/* Private to this folder: rankle-study.c holds the session and has it run, the files
 * beside it say which session is the next. */

/* What of the session is another than in @old. */
void _rankle_study_notify_session (RankleStudy *self, const RankleSession *old);
/* What would be undone, at the end of an operation. */
void _rankle_study_notify_undo (RankleStudy *self);
void _rankle_study_ask (RankleStudy *self);
/* The session is another: so is what is shown of it, or of what was applied of it. */
void _rankle_study_settle_shown (RankleStudy *self);
/* Changes of the scenario wait: there is a run to be shown meanwhile. */
gboolean _rankle_study_holds_back (RankleStudy *self);
/* Runs that are kept, or notes, ask nothing of the run that is shown. */
gboolean _rankle_study_is_answered_alike (const RankleSession *a, const RankleSession *b);
void     _rankle_study_notify_pending (RankleStudy *self);
/* Takes @session, which becomes the present one, and has it run. */
void _rankle_study_take_session (RankleStudy *self, RankleSession *session);
/* Takes @session. A change of its own, unless one is under way. Before there is a model
 * nobody has seen anything that could be undone. */
void _rankle_study_change_session (RankleStudy   *self,
                                   RankleSession *session,
                                   const char    *label);

G_END_DECLS
