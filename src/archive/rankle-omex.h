/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-experiment.h"
#include "rankle-session-file.h"
#include "rankle-trajectory.h"

G_BEGIN_DECLS

/* COMBINE archives, NAME.omex. */

#define RANKLE_ARCHIVE_SUFFIX ".omex"

/* (transfer full): manifest, metadata, SED-ML, a model and a table for each run, and the
 * session. @runs: one for each run of @experiment, in their order. Dated now, or
 * SOURCE_DATE_EPOCH where the environment has one. */
GBytes *rankle_archive_write (const RankleExperiment        *experiment,
                              const RankleTrajectory *const *runs,
                              GError                       **error);

/* As rankle_session_file_load(), of an archive. What Rankle wrote opens as the session
 * that is in it; another's opens its model, and @reading says what was left. Never whole:
 * a session is not written over an archive. */
RankleSession *rankle_archive_load (const char           *path,
                                    RankleEvidence       *evidence,
                                    RankleSessionReading *reading,
                                    GError              **error);
/* As that, of bytes. @name stands before messages. */
RankleSession *rankle_archive_parse (GBytes               *bytes,
                                     const char           *name,
                                     RankleEvidence       *evidence,
                                     RankleSessionReading *reading,
                                     GError              **error);

/* What opens as a session, by its name: NAME.rankle or NAME.omex; and either of both. */
gboolean       rankle_archive_opens_as_session (const char *name);
RankleSession *rankle_archive_load_session (const char           *path,
                                            RankleEvidence       *evidence,
                                            RankleSessionReading *reading,
                                            GError              **error);

/* Whether @path is an archive with a session in it, as far as one can tell. */
gboolean rankle_archive_has_session (const char *path);

G_END_DECLS
