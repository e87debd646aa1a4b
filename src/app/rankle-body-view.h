/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-card.h"

G_BEGIN_DECLS

/**
 * RankleBodyView:
 *
 * The drawn body of a card. Each organ has a button at the side, which bears its name and
 * tells a screen reader what is known of it; a line leads to the organ, which can be
 * pointed at and clicked, too.
 *
 * Signal “chosen” (uint organ): by pointer, keys or assistive program.
 */
#define RANKLE_TYPE_BODY_VIEW (rankle_body_view_get_type ())
G_DECLARE_FINAL_TYPE (RankleBodyView, rankle_body_view, RANKLE, BODY_VIEW, GtkWidget)

/* @card lives on, and has organs. */
GtkWidget *rankle_body_view_new (const RankleCard *card);
void       rankle_body_view_choose (RankleBodyView *view, guint organ);
guint      rankle_body_view_get_chosen (RankleBodyView *view);

G_END_DECLS
