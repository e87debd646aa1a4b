/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-model-json.h"
#include "rankle-session.h"

/* What a session's file says, before anything is made of it, and how it is written.
 * Private to this folder. */

G_BEGIN_DECLS

/* Texts are the reader's. @model of nothing: the session's. */
typedef struct
{
  const char          *name;
  RankleModelReference model;
  RankleScenario      *scenario; /* (owned) */
  guint                ink;
  gboolean             hidden, baseline;
} RankleSessionKept;

/* @rival of nothing: there is none. */
typedef struct
{
  RankleModelReference model, rival;
  RankleScenario      *scenario;    /* (owned) */
  RankleScenario      *given;       /* (owned) (nullable): NULL: it stands unchanged */
  GArray              *kept;        /* (owned): RankleSessionKept */
  RanklePlotLooks     *looks;       /* (owned) */
  RankleArrangement   *arrangement; /* (owned) */
  gboolean             has_evidence, difference;
  guint                map_levels;
  RankleView           view;
  RankleShown          shown;
  double               from, to, cursor;
  GPtrArray           *observations; /* (owned): RankleObservations */
  const char          *notes;
  const char          *report[RANKLE_N_REPORT_TEXTS];
  const char          *saved_as; /* (nullable) */
} RankleSessionContent;

void _rankle_session_read_json (RankleJsonReader *json, RankleSessionContent *content);
void _rankle_session_content_clear (RankleSessionContent *content);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleSessionContent, _rankle_session_content_clear)

/* (transfer full). @saved_as (nullable) */
char *_rankle_session_write_json (const RankleSession *session, const char *saved_as);

G_END_DECLS
