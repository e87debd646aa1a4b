/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RankleReadingBar:
 *
 * Says which file is being read, where that takes longer than a blink, and lets it be
 * cancelled. One is read at a time: a newer one cancels the one before it. What is being
 * read has a token, the cancellable that its reader is handed; the reader's result counts
 * only as long as the token is still the bar's. With the bar goes what is being read.
 *
 * Property: reading (boolean), read-only.
 */
#define RANKLE_TYPE_READING_BAR (rankle_reading_bar_get_type ())
G_DECLARE_FINAL_TYPE (RankleReadingBar, rankle_reading_bar, RANKLE, READING_BAR, AdwBin)

/* (transfer full): the token. @name: of the file, for people. */
GCancellable *rankle_reading_bar_begin (RankleReadingBar *bar, const char *name);
/* The reader of @token has come to its end. FALSE: nobody waits for it any more. */
gboolean rankle_reading_bar_end (RankleReadingBar *bar, GCancellable *token);
void     rankle_reading_bar_cancel (RankleReadingBar *bar);
gboolean rankle_reading_bar_get_reading (RankleReadingBar *bar);

G_END_DECLS
