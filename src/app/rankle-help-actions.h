/* SPDX-FileCopyrightText: The Rankle authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "rankle-help-page.h"
#include <gtk/gtk.h>

G_BEGIN_DECLS

/* “help” opens the page of what has the focus in the active window, “whats-this” a few
 * words on it. */
void rankle_help_add_actions (GtkApplication *application);

/* (nullable): the page that tells of @widget (nullable), or of what is around it. */
const RankleHelpPage *rankle_help_find_for (GtkWidget *widget);

G_END_DECLS
