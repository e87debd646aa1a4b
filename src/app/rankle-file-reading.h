/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rankle-observations.h"
#include "rankle-session-file.h"

G_BEGIN_DECLS

/* Files are read on a thread, so that the window goes on. @cancellable is obeyed at once
 * while libSBML tries a model out, and otherwise when the file has been read. */

void         rankle_model_read_async (const char         *path,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            data);
RankleModel *rankle_model_read_finish (GAsyncResult *result, GError **error);

/* A session may hold a large model. It is held against no evidence. */
void rankle_session_read_async (const char         *path,
                                GCancellable       *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer            data);
/* @reading: empty; to be cleared, also after an error. */
RankleSession *rankle_session_read_finish (GAsyncResult         *result,
                                           RankleSessionReading *reading,
                                           GError              **error);

/* Points of one's own. @remark: (out) (transfer full) (nullable): on how they were read.
 */
void rankle_observations_read_async (const char         *path,
                                     GCancellable       *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer            data);
RankleObservations *
rankle_observations_read_finish (GAsyncResult *result, char **remark, GError **error);

/* Until no thread reads any more: before the process ends, and with it what libSBML keeps
 * for all. */
void rankle_file_reading_join (void);

G_END_DECLS
