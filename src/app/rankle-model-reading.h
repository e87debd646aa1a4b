/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "rankle-model.h"

G_BEGIN_DECLS

/* Reads a model file on a thread. @cancellable is obeyed at once while libSBML tries the
 * file out, and otherwise when the file has been read. */
void         rankle_model_read_async (const char         *path,
                                      GCancellable       *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer            data);
RankleModel *rankle_model_read_finish (GAsyncResult *result, GError **error);
/* Until no thread reads any more: before the process ends, and with it what libSBML keeps
 * for all. */
void rankle_model_read_join (void);

G_END_DECLS
