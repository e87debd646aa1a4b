/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-card.h"

G_BEGIN_DECLS

/**
 * RankleChainView:
 *
 * The drawn chain of a card, as high as its names need at its width. An image; the list
 * of domains says the same.
 */
#define RANKLE_TYPE_CHAIN_VIEW (rankle_chain_view_get_type ())
G_DECLARE_FINAL_TYPE (RankleChainView, rankle_chain_view, RANKLE, CHAIN_VIEW, GtkWidget)

/* @card lives on, and has a chain. */
GtkWidget *rankle_chain_view_new (const RankleCard *card);

G_END_DECLS
