/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-protocol.h"

G_BEGIN_DECLS

/* The lines ahead of a table that say by what it was made: program, model and its unit of
 * time; then whatever was asked; then tolerances and what is hidden. */

/* (transfer full): texts. @model_name: as who asked called it. */
GPtrArray *
rankle_run_notes_new (const char *program, const char *model_name, RankleModel *model);
void rankle_run_notes_add (GPtrArray *notes, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
/* (transfer full): frees @notes. */
char **rankle_run_notes_finish (GPtrArray *notes, const RankleProtocol *protocol);

G_END_DECLS
