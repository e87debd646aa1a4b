/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RankleCardWindow:
 *
 * The cards of molecules, one at a time.
 */
#define RANKLE_TYPE_CARD_WINDOW (rankle_card_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleCardWindow, rankle_card_window, RANKLE, CARD_WINDOW, AdwWindow)

GtkWidget *rankle_card_window_new (GtkWindow *parent);
/* @id: of a bundled card; another shows none other. */
void        rankle_card_window_show (RankleCardWindow *window, const char *id);
const char *rankle_card_window_get_shown (RankleCardWindow *window);

G_END_DECLS
