/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-exchange-error.h"
#include "rankle-session.h"

G_BEGIN_DECLS

/* A session as a file, NAME.rankle: JSON (data/schemas/session.schema.json), with the
 * texts of a model that is not bundled. */

#define RANKLE_SESSION_SUFFIX ".rankle"

/**
 * RankleSessionReading:
 * @remarks: (nullable): sentences on what is not as it was when the file was written
 * @saved_as: (nullable): of a copy that was not saved: the file that it is a later state
 * of
 * @is_whole: FALSE: a part could not be shown, and would be lost if the session were
 * written over the file
 *
 * What is to be said of a session that could be read.
 */
typedef struct
{
  char    *remarks;  /* (owned) */
  char    *saved_as; /* (owned) */
  gboolean is_whole;
} RankleSessionReading;

void rankle_session_reading_clear (RankleSessionReading *reading);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RankleSessionReading, rankle_session_reading_clear)

/* @evidence (nullable): what a session with evidence is held against. @reading: empty; to
 * be cleared, also after an error. Errors name @name. */
RankleSession *rankle_session_file_parse (const char           *text,
                                          gssize                length,
                                          const char           *name,
                                          RankleEvidence       *evidence,
                                          RankleSessionReading *reading,
                                          GError              **error);
RankleSession *rankle_session_file_load (const char           *path,
                                         RankleEvidence       *evidence,
                                         RankleSessionReading *reading,
                                         GError              **error);
/* (transfer full): of a session with a model. */
char *rankle_session_file_format (const RankleSession *session);
/* Whole, or not at all. */
gboolean
rankle_session_file_save (const RankleSession *session, const char *path, GError **error);
/* As that, a copy of what is to be saved as @saved_as (nullable) or nowhere yet. */
gboolean rankle_session_file_save_copy (const RankleSession *session,
                                        const char          *saved_as,
                                        const char          *path,
                                        GError             **error);

G_END_DECLS
