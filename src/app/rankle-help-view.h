/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "rankle-help-page.h"

G_BEGIN_DECLS

/* (transfer floating): @page as text, to be put into a scrolled window. Paragraphs take
 * the keyboard, so that they are heard one after the other, and copied. A link activates
 * the action “help.show” with the id of its page. */
GtkWidget *rankle_help_view_new (const RankleHelpPage *page);
/* Gives the keyboard to its title, of which nothing is marked by that. */
void rankle_help_view_focus (GtkWidget *view);

G_END_DECLS
