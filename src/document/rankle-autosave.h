/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-session.h"

G_BEGIN_DECLS

/**
 * RankleAutosave:
 *
 * A place in a folder where a session is kept that has not been saved, until it has been.
 * What is found there later was left by a program that ended before it could: each place
 * is locked as long as somebody has it.
 */
typedef struct _RankleAutosave RankleAutosave;

/* (transfer full): where this user's are. */
char *rankle_autosave_dup_folder (void);

/* The folder is made when something is written. */
RankleAutosave *rankle_autosave_new (const char *folder);
/* What it holds stays. */
void rankle_autosave_free (RankleAutosave *autosave);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RankleAutosave, rankle_autosave_free)

/* @path (nullable): the file that @session is a later state of. */
gboolean rankle_autosave_write (RankleAutosave      *autosave,
                                const RankleSession *session,
                                const char          *path,
                                GError             **error);
/* There is nothing left to be kept. */
void rankle_autosave_clear (RankleAutosave *autosave);

/* (transfer full): paths of what nobody has any more, oldest first. */
char **rankle_autosave_list_left (const char *folder);
/* One of these has been looked at, or is not wanted. */
void rankle_autosave_discard (const char *path);

G_END_DECLS
