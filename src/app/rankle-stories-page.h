/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * RankleStoriesPage:
 *
 * What the first start offers in place of curves that are flat: the cards among the
 * lessons, each of which begins (“win.lesson”), and to explore freely (“win.explore”).
 */
#define RANKLE_TYPE_STORIES_PAGE (rankle_stories_page_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleStoriesPage, rankle_stories_page, RANKLE, STORIES_PAGE, GtkBox)

/* The cards are made when they are first wanted. */
void rankle_stories_page_fill (RankleStoriesPage *page);

G_END_DECLS
