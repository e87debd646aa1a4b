/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rankle-card-window.h"
#include "rankle-window-private.h"

/* What a molecule is, in a window of its own, whoever asks for it. */

void
_rankle_window_show_card (RankleWindow *self, const char *id)
{
  g_assert (self->cards == NULL || GTK_IS_WINDOW (self->cards));

  if (self->cards == NULL)
    g_set_weak_pointer (&self->cards, rankle_card_window_new (GTK_WINDOW (self)));
  if (id != NULL)
    rankle_card_window_show (RANKLE_CARD_WINDOW (self->cards), id);
  gtk_window_present (GTK_WINDOW (self->cards));
}
