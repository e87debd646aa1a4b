/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-card.h"

G_BEGIN_DECLS

/* Rows of a card's lists: what it is about, beside it the words, and under them what
 * vouches for them. */

GtkWidget *rankle_card_row_new (const RankleCardEntry *entry);
GtkWidget *rankle_card_row_new_for_domain (const RankleCardDomain *domain);
GtkWidget *rankle_card_row_new_for_adaptor (const RankleCardAdaptor *adaptor);
/* Of the rows of adaptors: what their columns are. */
GtkWidget *rankle_card_row_new_head (const char *does, const char *off);

/* Words over what vouches for them, which rankle_card_statement_show() sets. */
GtkWidget *rankle_card_statement_new (void);
void       rankle_card_statement_show (GtkWidget             *statement,
                                       const char            *words,
                                       const RankleCardEntry *entry);

G_END_DECLS
