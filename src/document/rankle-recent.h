/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Files that were opened or saved, the latest first: a list of our own, as editors keep
 * one. The desktop's is everybody's, and in a sandbox it is not to be seen. */

/* How many are offered. */
#define RANKLE_RECENT_MOST 10

/* (transfer full): the user's list. */
char *rankle_recent_dup_path (void);
/* What fails is without consequence but that the file is not offered; a list that cannot
 * be read is begun anew. @list: its path. */
void rankle_recent_add (const char *list, const char *path);
/* (transfer full): paths of those that still exist. */
char **rankle_recent_list (const char *list);
void   rankle_recent_clear (const char *list);

G_END_DECLS
