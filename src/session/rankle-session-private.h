/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/* For the files of the session alone. It is filled by who makes it, and constant from
 * then on. */
struct _RankleSession
{
  gatomicrefcount ref_count;
  RankleModel    *model;     /* (owned) (nullable) */
  RankleScenario *scenario;  /* (owned) */
  RankleScenario *given;     /* (owned): what it was made of, as it was chosen */
  RankleScenario *opening;   /* (owned) (nullable): made by the model's own start … */
  RankleScenario *set_aside; /* (owned) (nullable): … instead of this; both or neither */
  RankleModel    *rival;     /* (owned) (nullable) */
  RankleEvidence *evidence;  /* (owned) (nullable) */
  GPtrArray
      *observations; /* (owned): RankleObservations; shared, so it is never changed */
  GPtrArray         *kept;  /* (owned): RankleKeptRun; shared, so it is never changed */
  char              *notes; /* (owned): GRefString */
  char              *report[RANKLE_N_REPORT_TEXTS]; /* (owned): GRefString */
  RankleView         view;
  RankleShown        shown;       /* in the pathway's place */
  gboolean           difference;  /* plots show the run less the baseline */
  guint              map_levels;  /* as many of the map are shown; 0: all */
  RankleArrangement *arrangement; /* (owned) */
  RanklePlotLooks   *plot_looks;  /* (owned) */
  double             from, to;    /* both 0: all of it */
  double             cursor;
};

/* (transfer full): with the same parts, to be made another. */
RankleSession *_rankle_session_copy (const RankleSession *self);

G_END_DECLS
