/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-kept-result.h"

G_BEGIN_DECLS

/* (transfer floating): a row of a list of runs: sample, name, and, of a kept one, whether
 * it is seen and a menu. What it does it puts to the window's actions, by its @index.
 * @is_own: it is of the model that is explored. @is_last: none follows it. */
GtkWidget *rankle_run_row_new (const RankleKeptResult *result,
                               guint                   index,
                               gboolean                is_own,
                               gboolean                is_last);
/* (transfer floating): that of what is explored. */
GtkWidget *rankle_run_row_new_now (void);
/* What a kept run is, in words: name, and whether it is hidden, baseline, or broken off.
 * (transfer full) */
char *rankle_run_row_dup_words (const RankleKeptResult *result);

G_END_DECLS
