/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * RankleHelpWindow:
 *
 * The pages of the help: a list that is searched by typing, and beside it, or in its
 * place where there is no room, the page. Alt+Left and the button go back through what
 * was read, and in the end to the list; Escape leaves the search, then the window.
 */
#define RANKLE_TYPE_HELP_WINDOW (rankle_help_window_get_type ())
G_DECLARE_FINAL_TYPE (
    RankleHelpWindow, rankle_help_window, RANKLE, HELP_WINDOW, AdwWindow)

/* The one that there is, made if there is none, comes over @parent and shows the page
 * @id; NULL: the one that it showed, or the first. */
void rankle_help_window_open (GtkWindow *parent, const char *id);
/* The id of the page that is shown. */
const char *rankle_help_window_get_shown (RankleHelpWindow *window);

G_END_DECLS
