/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-card.h"

G_BEGIN_DECLS

/* All that a card says, one under the other; @card lives on. Each statement is a row that
 * the keyboard reaches, and that tells a screen reader what vouches for it. */
GtkWidget *rankle_card_page_new (const RankleCard *card);

G_END_DECLS
