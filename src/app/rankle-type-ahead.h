/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is typed within @widget, and nobody there takes, goes into @search. That of
 * gtk_search_entry_set_key_capture_widget() comes before all others: Enter at a card
 * would never open it. */
void rankle_type_ahead_add (GtkWidget *widget, GtkSearchEntry *search);

G_END_DECLS
