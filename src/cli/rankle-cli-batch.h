/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-batch.h"

G_BEGIN_DECLS

/* Makes @n_runs runs on @n_threads threads as a batch of the BULK lane does, and returns
 * when all have been taken. Where stderr is a terminal it is told how many are done.
 * Ctrl+C (SIGINT) stops them: a line on stderr says so, and the process ends by the
 * signal, as who waits for it expects. What is written must be written after it. */
void rankle_cli_run_batch (const char     *command,
                           guint           n_threads,
                           guint           n_runs,
                           RankleBatchMake make,
                           RankleBatchTake take,
                           gpointer        data);

G_END_DECLS
