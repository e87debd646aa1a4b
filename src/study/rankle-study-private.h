/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-baselines.h"
#include "rankle-engine.h"
#include "rankle-history.h"
#include "rankle-question.h"
#include "rankle-study.h"

/* Shared by the rankle-study*.c files only. */

G_BEGIN_DECLS

struct _RankleStudy
{
  GObject parent_instance;

  /* Owned References */
  RankleEngine     *engine;
  RankleModel      *model; /* (nullable) */
  RankleScenario   *scenario;
  RankleScenario   *opening;    /* (nullable): made by the model's own start … */
  RankleScenario   *set_aside;  /* (nullable): … instead of this one; both or neither */
  RankleTrajectory *trajectory; /* (nullable) */
  RankleTrajectory *baseline;   /* (nullable) */
  char             *failure;    /* (nullable) */
  GArray           *dose_times; /* double, within the horizon */
  RankleEvidence   *evidence;   /* (nullable) */
  RankleFinder     *finder;     /* (nullable): of evidence and model, once asked for */
  GArray           *findings;   /* RankleFinding, of trajectory */
  RankleHistory     history;
  guint             strokes; /* scenarios since the change under way began */
  RankleBaselines   baselines;

  double  cursor;              /* 0 … horizon */
  guint64 awaited;             /* serial; 0: nothing is under way */
  guint   awaits_baseline : 1; /* undefined if awaited is 0 */
  guint   live_wanted : 1;
  guint   baseline_failed : 1;
  guint   closed : 1;

  /* What was last notified */
  guint busy : 1;
  guint could_undo : 1;
  guint could_redo : 1;
};

enum
{
  PROP_MODEL = 1,
  PROP_SCENARIO,
  PROP_TRAJECTORY,
  PROP_BASELINE,
  PROP_FAILURE,
  PROP_FINDINGS,
  PROP_CURSOR,
  PROP_BUSY,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  N_PROPS
};

void _rankle_study_notify (RankleStudy *self, guint property);
/* Notifies busy, can-undo and can-redo where they changed. To be called at the end of an
 * operation, so that going up and down within it is silent. */
void _rankle_study_notify_flags (RankleStudy *self);

/* rankle-study-findings.c */
/* The trajectory or the evidence is another. */
void _rankle_study_renew_findings (RankleStudy *self);
/* Adds the times of what will be found of the run that answers @question. */
void _rankle_study_add_finding_times (RankleStudy *self, RankleQuestion *question);
/* The model is another. */
void _rankle_study_forget_finder (RankleStudy *self);

/* rankle-study-runs.c */
void _rankle_study_connect_engine (RankleStudy *self);
/* Model or horizon may have changed: takes the baseline that belongs to them, if it is at
 * hand. */
void _rankle_study_renew_baseline (RankleStudy *self);
/* Drops the curves of another model: they have other columns, and are no "last good
 * curves". */
void _rankle_study_forget_run (RankleStudy *self);
/* Asks for a run of the present scenario and waits a little for it. */
void _rankle_study_refresh (RankleStudy *self);

G_END_DECLS
